"""The frames that lie on the large photo, for what is being done to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF

from lifestory.app.album import Album, PhotoLook
from lifestory.app.standing import Box, Standing
from lifestory.domain.edits import Region
from lifestory.domain.media import Photo
from lifestory.gui.widgets.frame import Frame, Kind
from lifestory.gui.widgets.viewer_bar import Mode

_ALIKE = 1.5
"""Regions are whole pixels of the original; a frame nearer than this lies where it should."""

translate = QCoreApplication.translate


def frames_of(
    look: PhotoLook, album: Album, mode: Mode, standing: Standing, whole: QRectF
) -> list[Frame]:
    """The frames of a mode. A face's key is its person, a covered part's its number."""
    photo, original = look.photo, look.original
    if original is None:
        return []
    if mode is Mode.CROP:
        cut = scaled(Standing.of(photo.recipe).cut, whole)
        return [Frame(Kind.CROP, cut, whole, translate("Viewer", "What is kept"))]
    made = []
    for kind, region, words, key in _marked(photo, album, mode):
        box = scaled(standing.shows(region, original.width, original.height), whole)
        if box.intersects(whole):
            made.append(Frame(kind, box, whole, words, key))
    return made


def _marked(photo: Photo, album: Album, mode: Mode) -> list[tuple[Kind, Region, str, object]]:
    if mode is Mode.FACES:
        called = {key: person.called for key, person in album.people.items()}
        return [
            (Kind.FACE, one.region, called.get(one.person, ""), one.person)
            for one in photo.people
            if one.region is not None
        ]
    if mode is Mode.COVER:
        words = translate("Viewer", "Covered {number}")
        return [
            (Kind.COVER, region, words.format(number=number + 1), number)
            for number, region in enumerate(photo.covered)
        ]
    return []


def lie_alike(asked: Sequence[Frame], there: Sequence[Frame], whole: QRectF) -> bool:
    """True when the frames that lie there are those asked for, and where they should be."""
    if len(asked) != len(there):
        return False
    return all(
        (one.kind, one.key, one.words, whole) == (other.kind, other.key, other.words, other.bounds)
        and _near(one.box, other.box)
        for one, other in zip(asked, there, strict=True)
    )


def _near(one: QRectF, other: QRectF) -> bool:
    ends = (
        one.left() - other.left(), one.top() - other.top(),
        one.right() - other.right(), one.bottom() - other.bottom(),
    )  # fmt: skip
    return max(abs(end) for end in ends) <= _ALIKE


def scaled(box: Box, whole: QRectF) -> QRectF:
    """A box in fractions, in units of the whole."""
    left, top, width, height = box
    return QRectF(
        left * whole.width(), top * whole.height(), width * whole.width(), height * whole.height()
    )


def fraction(box: QRectF, whole: QRectF) -> Box:
    """A box in units of the whole, in fractions."""
    return (
        box.left() / whole.width(), box.top() / whole.height(),
        box.width() / whole.width(), box.height() / whole.height(),
    )  # fmt: skip
