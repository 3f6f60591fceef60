"""Lays a photo and the frames of a craft out on the stage, and asks for the pixels they need."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from lifestory.domain.media import Photo, Rendition
from lifestory.domain.standing import Standing
from lifestory.gui.models.grid import GridModel
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft, are_the_same, lies_right
from lifestory.gui.widgets.frame import Frame

SCREEN, CLOSE = 1600, 4000
"""The longer side in pixels of what is shown, and of what is shown when one looks closer."""
_CLOSER = 1.5


class Easel(QObject):
    """Shows the photo on the bench as `craft` wants it; `bare` as it came, while one compares.
    `wanted` asks for a Rendition, which `put` gives back."""

    wanted = Signal(object)

    def __init__(self, bench: Bench, model: GridModel, craft: Craft) -> None:
        super().__init__(bench)
        self._bench, self._stage, self._model = bench, bench.stage, model
        self._awaited: Rendition | None = None
        self._full = (0, 0)
        self.craft = craft
        self.bare = False

    def show(self, *, fresh: bool = False, small: bool = False) -> None:
        """Lay it out; until the pixels come, the small picture where `small` allows, or none."""
        photo = self._bench.photo
        if photo is None:
            return
        stands = self._untouched if self.bare else self.craft.stands(self._bench.stands)
        pixels = self._pixels()
        self._bench.standing = stands
        full = pixels.size(*self._bench.page)
        self._stage.lay_picture(stands.size(*self._bench.page), full, stands.lean - pixels.lean)
        if fresh or full != self._full:
            self._stage.show_image(self._model.image(photo) if small and not self.bare else None)
            self._full = full
        self.ask()
        self._lay_frames()

    def ask(self) -> None:
        """Ask for the pixels, unless they were asked for at last."""
        photo = self._bench.photo
        if photo is None or photo.original is None:
            return
        side = CLOSE if self._stage.zoom > _CLOSER else SCREEN
        wanted = self._rendition(photo, side)
        if wanted != self._awaited:
            self._awaited = wanted
            self.wanted.emit(wanted)

    def put(self, rendition: Rendition, image: QImage) -> None:
        """The pixels have come; those asked for before come too late."""
        if rendition == self._awaited:
            self._stage.show_image(image)

    def forget(self) -> None:
        """Show nothing any more."""
        self._awaited = None
        self._full = (0, 0)
        self._stage.lay_frames(())
        self._stage.show_image(None)

    @property
    def _untouched(self) -> Standing:
        return Standing(self._bench.stands.piece)

    def _pixels(self) -> Standing:
        return self._untouched if self.bare else self.craft.pixels(self._bench.stands)

    def _rendition(self, photo: Photo, side: int) -> Rendition:
        pixels = self._pixels()
        covered = () if self.bare else photo.covered
        recipe = replace(photo.recipe, piece=pixels.piece, edits=pixels.edits(), covered=covered)
        assert photo.original is not None
        return Rendition(photo.original, recipe, side, side)

    def _lay_frames(self) -> None:
        """Lay the frames anew; those that lie where they should stay in the hand."""
        asked = [] if self.bare else self.craft.frames()
        there = self._stage.frames
        if are_the_same(asked, there):
            for frame, other in zip(there, asked, strict=True):
                if not lies_right(other, frame):
                    frame.lie_as(other)
        else:
            held = next((one.key for one in there if one.hasFocus()), None)
            self._stage.lay_frames(asked)
            for frame in asked:
                self._listen_to(frame)
                if held is not None and frame.key == held:
                    frame.setFocus()
        self._stage.shade_but(self.craft.shaded())

    def _listen_to(self, frame: Frame) -> None:
        craft = self.craft
        frame.moved.connect(lambda: self._moved(frame))
        frame.reached.connect(lambda: craft.reached(frame))
        frame.settled.connect(lambda: craft.settle(frame))
        # Not within the frame's own key event: it is gone afterwards.
        later = Qt.ConnectionType.QueuedConnection
        frame.removed.connect(lambda: craft.remove(frame), later)

    def _moved(self, frame: Frame) -> None:
        self.craft.moved(frame)
        self._stage.shade_but(self.craft.shaded())
