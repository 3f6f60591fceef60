"""One photo large: looked at closely, turned, cropped, faces marked, parts covered.

Keys: ← → the one before and after, C crop, R turn, B cover, F faces, O the original while held,
Tab walks the frames, arrows move one, Shift+arrows size it, + − 0 zoom, Enter done, Esc back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.album import Album, PhotoLook
from lifestory.app.standing import WHOLE, Box, Standing
from lifestory.domain.media import InPhoto, Photo, Region, Rendition
from lifestory.gui.models.grid import GridModel
from lifestory.gui.places.viewer_frames import fraction, frames_of, lie_alike
from lifestory.gui.places.viewer_panel import ViewerPanel
from lifestory.gui.widgets.film import Film
from lifestory.gui.widgets.frame import Frame, Kind
from lifestory.gui.widgets.stage import Stage
from lifestory.gui.widgets.viewer_bar import Mode, ViewerBar

SCREEN, CLOSE = 1600, 4000
"""The longer side in pixels of what is shown, and of what is shown when one looks closer."""
_CLOSER = 1.5
_NEW_FRAME = 0.2
"""A frame that was not drawn by hand is a square in the middle, so much of the shorter side."""

_MODES = {Qt.Key.Key_C: Mode.CROP, Qt.Key.Key_B: Mode.COVER, Qt.Key.Key_F: Mode.FACES}
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: +1, Qt.Key.Key_PageDown: +1,
}  # fmt: skip
_ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8, Qt.Key.Key_0: 0.0}
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Viewer(QWidget):
    """`bar` and `panel` belong to it and are placed by whoever shows it. Every change is said with
    the id of the photo and shown at once; `wanted` asks for a Rendition, which `put` gives back."""

    left = Signal()
    stepped = Signal(int)
    chosen = Signal(object)
    turned = Signal(object, int)
    cropped = Signal(object, object)
    greyed = Signal(object, bool)
    face_marked = Signal(object, object, object)
    covered = Signal(object, object)
    wanted = Signal(object)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._model = model
        self._look: PhotoLook | None = None
        self._album = Album()
        self._awaited: Rendition | None = None
        self._bare = False
        self.mode = Mode.LOOK
        self.stage = Stage()
        self.film = Film(model)
        self.bar = ViewerBar()
        self.panel = ViewerPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addWidget(self.film)
        self.stage.drawn.connect(self._lay_new)
        self.stage.zoomed.connect(self._zoomed)
        self.film.chosen.connect(self.chosen)
        self.bar.left.connect(self.leave)
        self.bar.stepped.connect(self.stepped)
        self.bar.chosen.connect(self._toggle)
        self.bar.turned.connect(lambda: self._turn(1))
        self.bar.greyed.connect(lambda grey: self._grey(grey=grey))
        self.bar.held.connect(lambda held: self._show_bare(bare=held))
        self.panel.uncut.connect(lambda: self._crop_to(WHOLE))
        self.panel.unturned.connect(self._turn)
        self.panel.coloured.connect(lambda: self._grey(grey=False))
        self.panel.uncovered.connect(self._uncover)
        self.panel.add_frame.connect(self._lay_new)
        self.panel.who.face_asked.connect(self.mark)
        self._set_mode(Mode.LOOK)

    @property
    def look(self) -> PhotoLook | None:
        """The photo that is shown."""
        return self._look

    @property
    def ids(self) -> list[UUID]:
        """The id of the photo that is shown."""
        return [self._look.photo.id] if self._look else []

    def show_look(self, look: PhotoLook, album: Album, order: Sequence[UUID]) -> None:
        """Show a photo among those of this order; what is being done to it goes on."""
        before = self._look
        other = before is None or before.photo.id != look.photo.id
        if other:
            self.finish()
            self._set_mode(Mode.LOOK)
            self.stage.zoom = 1.0
        self._look, self._album = look, album
        at = order.index(look.photo.id) if look.photo.id in order else 0
        self.bar.show_place(at, len(order))
        self.film.show_at(order, at)
        self._tell_of(look)
        if before is None or before.photo != look.photo:
            self._show(fresh=other)

    def put(self, rendition: Rendition, image: QImage) -> None:
        """The pixels that were asked for have come."""
        if rendition == self._awaited:
            self.stage.show_picture(self._size, image)

    def forget(self) -> None:
        """Show nothing any more."""
        self._look = self._awaited = None
        self._album = Album()
        self._set_mode(Mode.LOOK)
        self.stage.lay_frames(())
        self.stage.show_picture((1, 1), None)
        self.film.show_at((), 0)
        self.panel.forget()

    def finish(self) -> None:
        """Say what was done and not yet said."""
        for frame in self.stage.frames:
            frame.say()
        if self.mode is Mode.CROP and self.stage.frames and self._photo is not None:
            box = fraction(self.stage.frames[0].box, self.stage.whole)
            was = Standing.of(self._photo.edits)
            if was.cut_to(box) != was.cut_to(was.cut):
                self._crop_to(box)

    def leave(self) -> None:
        """Back to all photos; what was done is kept."""
        self.finish()
        self._set_mode(Mode.LOOK)
        self.left.emit()

    def mark(self, person: UUID) -> None:
        """Mark someone's face now."""
        self._set_mode(Mode.FACES)
        self._show()
        self.panel.choose_person(person)
        if not any(frame.key == person for frame in self.stage.frames):
            self._lay_new()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False when it asks for nothing here."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~_PLAIN:
            return False
        if key == Qt.Key.Key_O:
            self._show_bare(bare=True)
        elif key in _MODES:
            again = self.mode is _MODES[key] and self.mode is not Mode.CROP
            self._lay_new() if again else self._toggle(_MODES[key])
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_R:
            self._turn(1)
        elif key in _ZOOMS:
            self.stage.set_zoom(self.stage.zoom * _ZOOMS[key])
        elif key == Qt.Key.Key_Escape and self.mode is not Mode.LOOK:
            for frame in self.stage.frames:
                frame.say()
            self._set_mode(Mode.LOOK)
            self._show()
        elif key in _DONE and self.mode is not Mode.LOOK:
            self._toggle(self.mode)
        elif key in _DONE or key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> None:
        """A key has been let go."""
        if event.key() == Qt.Key.Key_O and not event.isAutoRepeat():
            self._show_bare(bare=False)

    @property
    def _photo(self) -> Photo | None:
        return self._look.photo if self._look else None

    @property
    def _standing(self) -> Standing:
        """How the picture stands on the stage: uncut while one crops, untouched while O is held."""
        if self._photo is None or self._bare:
            return Standing()
        standing = Standing.of(self._photo.edits)
        return standing.uncut if self.mode is Mode.CROP else standing

    @property
    def _original(self) -> tuple[int, int]:
        original = self._look.original if self._look else None
        return (original.width, original.height) if original else (1, 1)

    @property
    def _size(self) -> tuple[int, int]:
        return self._standing.size(*self._original)

    def _show(self, *, fresh: bool = False) -> None:
        """Lay out the stage for what is being done; until the pixels come, the small picture."""
        if self._photo is None:
            return
        whole = self.stage.whole
        if fresh or self._size != (round(whole.width()), round(whole.height())):
            small = self._model.image(self._photo) if self.mode is Mode.LOOK else None
            self.stage.show_picture(self._size, None if self._bare else small)
        self._ask()
        self._lay_frames()

    def _zoomed(self) -> None:
        drawing = self.mode in {Mode.FACES, Mode.COVER}
        looking = self.mode is Mode.LOOK and self.stage.zoom > 1
        self.stage.hold_by_hand(drawing=drawing, hand=looking)
        self._ask()

    def _ask(self) -> None:
        photo = self._photo
        if photo is None or photo.original is None:
            return
        side = CLOSE if self.stage.zoom > _CLOSER else SCREEN
        covered = () if self._bare else photo.covered
        wanted = Rendition(photo.original, self._standing.edits(), covered, side, side)
        if wanted != self._awaited:
            self._awaited = wanted
            self.wanted.emit(wanted)

    def _lay_frames(self) -> None:
        """Lay the frames anew; those that lie where they should stay in the hand."""
        look, whole = self._look, self.stage.whole
        asked: list[Frame] = []
        if look is not None and not self._bare:
            asked = frames_of(look, self._album, self.mode, self._standing, whole)
        if not lie_alike(asked, self.stage.frames, whole):
            held = next((one.key for one in self.stage.frames if one.hasFocus()), None)
            self.stage.lay_frames(asked)
            for frame in asked:
                self._listen_to(frame)
                if held is not None and frame.key == held:
                    frame.setFocus()
        self._shade()

    def _listen_to(self, frame: Frame) -> None:
        frame.moved.connect(self._shade)
        if frame.kind is not Kind.CROP:
            frame.settled.connect(lambda: self._settle(frame))
            # Not within the frame's own key event: it is gone afterwards.
            later = Qt.ConnectionType.QueuedConnection
            frame.removed.connect(lambda: self._remove(frame), later)

    def _shade(self) -> None:
        cropping = self.mode is Mode.CROP and self.stage.frames
        self.stage.shade_but(self.stage.frames[0].box if cropping else None)

    def _set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self.bar.show_mode(mode)
        drawing = mode in {Mode.FACES, Mode.COVER}
        self.stage.hold_by_hand(drawing=drawing, hand=mode is Mode.LOOK and self.stage.zoom > 1)
        self.panel.show_mode(mode)

    def _toggle(self, mode: Mode) -> None:
        """Begin with a tool, or be done with it."""
        self.finish()
        self._set_mode(Mode.LOOK if self.mode is mode else mode)
        if self.mode is not Mode.LOOK:
            self.stage.zoom = 1.0
            self.stage.setFocus()
        self._show()
        self.stage.fit()
        if self.stage.frames and self.mode is Mode.CROP:
            self.stage.frames[0].setFocus()

    def _show_bare(self, *, bare: bool) -> None:
        if bare != self._bare:
            self._bare = bare
            self._show()

    def _alter(self, photo: Photo) -> None:
        """Show a change at once; it is kept by whoever hears of it."""
        if self._look is not None:
            self._look = replace(self._look, photo=photo)
            self._tell_of(self._look)
            self._show()

    def _tell_of(self, look: PhotoLook) -> None:
        self.panel.show_photo(look, self._album)
        self.bar.grey.setChecked(Standing.of(look.photo.edits).grey)

    def _stand(self, standing: Standing) -> None:
        if self._photo is not None:
            self._alter(replace(self._photo, edits=standing.edits()))

    def _turn(self, quarters: int) -> None:
        if self._photo is None:
            return
        self.finish()
        standing = Standing.of(self._photo.edits)
        for _ in range(quarters % 4):
            standing = standing.turned()
        self.turned.emit(self._photo.id, quarters)
        self._stand(standing)

    def _crop_to(self, box: Box) -> None:
        if self._photo is not None:
            self.cropped.emit(self._photo.id, box)
            self._stand(Standing.of(self._photo.edits).cut_to(box))

    def _grey(self, *, grey: bool) -> None:
        if self._photo is not None:
            self.greyed.emit(self._photo.id, grey)
            self._stand(replace(Standing.of(self._photo.edits), grey=grey))

    def _settle(self, frame: Frame) -> None:
        region = self._standing.region(fraction(frame.box, self.stage.whole), *self._original)
        if isinstance(frame.key, UUID):
            self._mark(frame.key, region)
        elif self._photo is not None and isinstance(frame.key, int):
            covered = list(self._photo.covered)
            covered[frame.key] = region
            self._cover(tuple(covered))

    def _remove(self, frame: Frame) -> None:
        if isinstance(frame.key, UUID):
            self._mark(frame.key, None)
        elif isinstance(frame.key, int):
            self._uncover(frame.key)

    def _uncover(self, number: int) -> None:
        if self._photo is not None:
            kept = [region for n, region in enumerate(self._photo.covered) if n != number]
            self._cover(tuple(kept))

    def _cover(self, regions: tuple[Region, ...]) -> None:
        if self._photo is not None:
            self.covered.emit(self._photo.id, regions)
            self._alter(replace(self._photo, covered=regions))

    def _mark(self, person: UUID, region: Region | None) -> None:
        photo = self._photo
        if photo is None:
            return
        self.face_marked.emit(photo.id, person, region)
        there = any(one.person == person for one in photo.people)
        people = photo.people if there else (*photo.people, InPhoto(person=person))
        marked = [replace(one, region=region) if one.person == person else one for one in people]
        self._alter(replace(photo, people=tuple(marked)))

    def _lay_new(self, drawn: QRectF | None = None) -> None:
        """A new frame: as it was drawn, or in the middle, with the keyboard on it."""
        whole = self.stage.whole
        if drawn is None:
            side = min(whole.width(), whole.height()) * _NEW_FRAME
            drawn = QRectF(0, 0, side, side)
            drawn.moveCenter(whole.center())
        box = fraction(drawn.intersected(whole), whole)
        region = self._standing.region(box, *self._original)
        key: object = None
        if self.mode is Mode.COVER and self._photo is not None:
            key = len(self._photo.covered)
            self._cover((*self._photo.covered, region))
        elif self.mode is Mode.FACES and self.panel.person is not None:
            key = self.panel.person
            self._mark(self.panel.person, region)
        for frame in self.stage.frames:
            if key is not None and frame.key == key:
                self.stage.setFocus()
                frame.setFocus()
