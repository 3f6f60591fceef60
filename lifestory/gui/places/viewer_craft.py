"""One thing one does to the large photo: the frames it lays, its keys, and its part of the panel.

A craft says what is to be kept by a signal of its own, and shows it at once on the bench.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lifestory.domain.standing import Standing
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.widgets.frame import Frame

_ALIKE = 1.5
"""Regions are whole pixels of the original; a frame nearer than this lies where it should."""
_NEW_FRAME = 0.2
"""A frame that was not drawn by hand is a square in the middle, so much of the shorter side."""


class Craft(QObject):
    """Looking, which does nothing, and what every other craft may do instead."""

    title = hint = add = ""
    """What it is called, how it is done, and on the button that lays a frame without a mouse."""
    ends = ""
    """What Enter does, where it is more than to be done, and the craft has a button for it."""
    tries = False
    """True when nothing is kept before Enter, and Esc leaves all as it was."""
    draws = False
    """True when a drag on the bare picture draws a frame."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.bench = bench
        self.controls: QWidget | None = None

    def begin(self) -> None:
        """One begins with it."""

    def tell(self) -> None:
        """Another photo lies on the bench, or it was changed."""

    def forget(self) -> None:
        """Hold no name of anyone any more."""

    def stands(self, standing: Standing) -> Standing:
        """How the picture lies on the stage meanwhile."""
        return standing

    def pixels(self, standing: Standing) -> Standing:
        """How the pixels are asked for, where the stage makes a part of it itself."""
        return self.stands(standing)

    def frames(self) -> list[Frame]:
        """The frames to be laid on the picture."""
        return []

    def lay(self, box: QRectF) -> object:  # noqa: ARG002
        """Lay a new frame; its key, or None when there is to be none."""
        return None

    def click(self, at: QPointF) -> object:  # noqa: ARG002
        """The bare picture was clicked on; the key of the frame that goes there, or None."""
        return None

    def settle(self, frame: Frame) -> None:
        """A frame came to rest."""

    def remove(self, frame: Frame) -> None:
        """A frame is taken away."""

    def shaded(self) -> QRectF | None:
        """All outside this is darkened; None for nothing."""
        return None

    def moved(self, frame: Frame) -> None:
        """A frame is being moved."""

    def reached(self, frame: Frame) -> None:
        """A frame has got the keyboard."""

    def press(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Do what a key asks for; False when it asks for nothing here."""
        return False

    def finish(self) -> None:
        """Say what was done and not yet said."""
        for frame in self.bench.stage.frames:
            frame.say()

    def done(self) -> None:
        """One is done with it, by Enter."""
        self.finish()

    def drop(self) -> None:
        """One leaves it by Esc: what was only tried is as it was before."""
        self.finish()


def middle_box(whole: QRectF, part: float = _NEW_FRAME) -> QRectF:
    """A square in the middle, for a frame that was not drawn by hand."""
    side = min(whole.width(), whole.height()) * part
    box = QRectF(0, 0, side, side)
    box.moveCenter(whole.center())
    return box


def are_the_same(asked: Sequence[Frame], there: Sequence[Frame]) -> bool:
    """True when the frames that lie there are those asked for, wherever they lie."""
    return len(asked) == len(there) and all(
        (one.kind, one.key, one.words) == (other.kind, other.key, other.words)
        for one, other in zip(asked, there, strict=True)
    )


def lies_right(asked: Frame, there: Frame) -> bool:
    """True when a frame lies where it should."""
    return (
        (asked.bounds, asked.lean) == (there.bounds, there.lean)
        and _near(asked.box, there.box)
    )  # fmt: skip


def _near(one: QRectF, other: QRectF) -> bool:
    ends = (
        one.left() - other.left(), one.top() - other.top(),
        one.right() - other.right(), one.bottom() - other.bottom(),
    )  # fmt: skip
    return max(abs(end) for end in ends) <= _ALIKE
