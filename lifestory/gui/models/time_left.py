"""How long slow work will still take, as one says it; a guess is better rough than wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_TOO_SOON = 3.0
"""Seconds in which nothing can be said yet."""

translate = QCoreApplication.translate


def left_in_words(elapsed: float, done: int, total: int) -> str:
    """ "About 40 seconds left", from the seconds that so many of so many took; "" while it cannot
    be said, and for the last few seconds."""
    if elapsed < _TOO_SOON or not 0 < done < total:
        return ""
    seconds = elapsed / done * (total - done)
    if seconds < 5:
        return ""
    if seconds < 55:
        tens = max(1, round(seconds / 10)) * 10
        return translate("Messages", "About {count} seconds left.").format(count=tens)
    minutes = round(seconds / 60)
    if minutes < 2:
        return translate("Messages", "About a minute left.")
    return translate("Messages", "About {count} minutes left.").format(count=minutes)
