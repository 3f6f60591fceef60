"""Tab goes through what was made anew in the order in which it stands: Qt would put it last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_through(stops: Sequence[QWidget], to: QWidget) -> None:
    """Tab goes through these in this order, and then to what it had come to without them."""
    before = to.previousInFocusChain()
    while before is not None and before is not to and (before in stops or not _takes_tab(before)):
        before = before.previousInFocusChain()
    if stops and before is not None:
        for one, after in pairwise((before, *stops, to)):
            QWidget.setTabOrder(one, after)


def stops_in(part: QWidget) -> list[QWidget]:
    """Where Tab may stop in a part of a form, in the order in which its parts were made. What hands
    the keyboard to a part of its own comes too: left behind, it would lead Tab there early."""
    within = (one for one in part.children() if isinstance(one, QWidget) and not one.isWindow())
    inner = [stop for one in within for stop in stops_in(one)]
    return [part, *inner] if part.focusProxy() is not None or _takes_tab(part) else inner


def _takes_tab(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
