"""What a new book leaves out, in the sentences that are said once it is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lifestory.app.left_out import LeftOut

translate = QCoreApplication.translate


def left_in_words(left: LeftOut) -> str:
    """A sentence for each thing there is to know; "" when everything found its page."""
    said = (
        (
            left.placed_undated,
            translate("Left", "One photo in it has no date."),
            translate("Left", "{count} photos in it have no date."),
        ),
        (
            left.waiting + left.refused,
            translate("Left", "One photo waits in Not used yet."),
            translate("Left", "{count} photos wait in Not used yet."),
        ),
        (
            left.undated,
            translate("Left", "One of them has no date."),
            translate("Left", "{count} of them have no date."),
        ),
        (
            left.refused,
            translate("Left", "One of them may not be shown to this reader yet."),
            translate("Left", "{count} of them may not be shown to this reader yet."),
        ),
        (
            left.binned,
            translate("Left", "One photo is in the bin."),
            translate("Left", "{count} photos are in the bin."),
        ),
        (
            left.older,
            translate("Left", "One passage is written for an older reader."),
            translate("Left", "{count} passages are written for an older reader."),
        ),
    )
    return " ".join(
        one if count == 1 else several.format(count=count) for count, one, several in said if count
    )
