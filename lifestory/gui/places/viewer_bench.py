"""What every craft of the viewer works on: one photo, as it lies on the stage."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Signal

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.edits import Region
from lifestory.domain.media import Photo
from lifestory.domain.standing import Box, Standing
from lifestory.gui.widgets.stage import Stage


class Bench(QObject):
    """The photo under the hand. `altered` comes when a craft has changed it, `lies` when it only
    lies otherwise on the stage; whoever keeps a change hears of it from the craft."""

    altered = Signal()
    lies = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.stage = stage
        self.look: PhotoLook | None = None
        self.album = Album()
        self.standing = Standing()
        """How the picture lies on the stage now."""

    @property
    def photo(self) -> Photo | None:
        """The photo as it is after all that was done."""
        return self.look.photo if self.look else None

    @property
    def stands(self) -> Standing:
        """How the photo stands by its own edits."""
        return Standing.of(self.photo.recipe) if self.photo else Standing()

    @property
    def page(self) -> tuple[int, int]:
        """Pixels across and down of the page of the file it comes from, upright."""
        if self.look is None or self.look.original is None:
            return 1, 1
        return self.look.original.size(self.look.photo.page)

    def alter(self, photo: Photo) -> None:
        """The photo is so from now on."""
        if self.look is not None:
            size = photo.recipe.size(*self.page)
            self.look = replace(self.look, photo=photo, size=size)
            self.altered.emit()

    def stand(self, standing: Standing) -> None:
        """The photo stands so from now on."""
        if self.photo is not None:
            self.alter(standing.worn_by(self.photo, *self.page))

    def region(self, box: QRectF) -> Region:
        """The region of the page under a box on the stage."""
        inside = box.intersected(self.stage.whole)
        return self.standing.region(fraction(inside, self.stage.whole), *self.page)

    def box(self, region: Region) -> QRectF:
        """Where a region of the page lies on the stage; partly outside where it is cut away."""
        return scaled(self.standing.shows(region, *self.page), self.stage.whole)


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
