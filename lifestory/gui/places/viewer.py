"""One photo large: looked at closely, and what is done to it by the crafts of the viewer.

Keys: ← → the one before and after, C crop, R turn, B hide, F faces, M what matters, S split,
V restore, O the original while held, Tab walks the frames, arrows move one, Shift+arrows size it,
Alt+arrows lean it, + − 0 zoom, Enter done, Esc back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.media import Photo
from lifestory.domain.standing import WHOLE
from lifestory.gui.models.grid import GridModel
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft, middle_box
from lifestory.gui.places.viewer_crop import Crop
from lifestory.gui.places.viewer_easel import Easel
from lifestory.gui.places.viewer_faces import Faces
from lifestory.gui.places.viewer_hide import Hide
from lifestory.gui.places.viewer_looking import Looking
from lifestory.gui.places.viewer_panel import ViewerPanel
from lifestory.gui.places.viewer_point import Point
from lifestory.gui.places.viewer_split import Split
from lifestory.gui.widgets.film import Film
from lifestory.gui.widgets.kinds import Mode
from lifestory.gui.widgets.stage import Stage
from lifestory.gui.widgets.viewer_bar import ViewerBar

_MODES = {
    Qt.Key.Key_C: Mode.CROP, Qt.Key.Key_B: Mode.HIDE, Qt.Key.Key_F: Mode.FACES,
    Qt.Key.Key_M: Mode.POINT, Qt.Key.Key_S: Mode.SPLIT,
}  # fmt: skip
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: +1, Qt.Key.Key_PageDown: +1,
}  # fmt: skip
_ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8, Qt.Key.Key_0: 0.0}
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Viewer(QWidget):
    """`bar` and `panel` belong to it and are placed by whoever shows it. Every change is said with
    the id of the photo, most of them by the craft that makes it, and shown at once; its easel
    asks for pixels."""

    left = Signal()
    stepped = Signal(int)
    chosen = Signal(object)
    turned = Signal(object, int)
    greyed = Signal(object, bool)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.mode = Mode.LOOK
        self.stage = Stage()
        self.bench = Bench(self.stage)
        bench = self.bench
        self.looking, self.crop, self.hiding = Looking(bench), Crop(bench), Hide(bench)
        self.faces, self.point, self.split = Faces(bench), Point(bench), Split(bench)
        self._crafts: dict[Mode, Craft] = {
            Mode.LOOK: self.looking, Mode.CROP: self.crop, Mode.HIDE: self.hiding,
            Mode.FACES: self.faces, Mode.POINT: self.point, Mode.SPLIT: self.split,
        }  # fmt: skip
        self.easel = Easel(bench, model, self.looking)
        self.film = Film(model)
        self.bar = ViewerBar()
        self.panel = ViewerPanel(self._crafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addWidget(self.film)
        self._listen()
        self._set_mode(Mode.LOOK)

    def _listen(self) -> None:
        self.bench.altered.connect(self._altered)
        self.bench.lies.connect(self._show)
        self.stage.drawn.connect(self._lay_new)
        self.stage.pointed.connect(self._click)
        self.stage.zoomed.connect(self._zoomed)
        self.film.chosen.connect(self.chosen)
        self.bar.left.connect(self.leave)
        self.bar.stepped.connect(self.stepped)
        self.bar.chosen.connect(self._toggle)
        self.bar.turned.connect(lambda: self._turn(1))
        self.bar.greyed.connect(lambda grey: self._grey(grey=grey))
        self.bar.held.connect(lambda held: self._show_bare(bare=held))
        self.looking.asked.connect(self._toggle)
        self.split.split.connect(lambda *_: self._leave_mode())
        self.panel.add_frame.connect(self._lay_new)
        self.panel.done.connect(self._be_done)
        self.panel.dropped.connect(self._drop)
        self.panel.who.face_asked.connect(self.mark)
        changes = self.panel.changes
        changes.uncut.connect(self._uncut)
        changes.levelled.connect(self._level)
        changes.unturned.connect(self._turn)
        changes.faded.connect(self.looking.fade)
        changes.coloured.connect(lambda: self._grey(grey=False))
        changes.unpointed.connect(self.point.forget)
        changes.uncovered.connect(self.hiding.uncover)

    @property
    def look(self) -> PhotoLook | None:
        """The photo that is shown."""
        return self.bench.look

    @property
    def ids(self) -> list[UUID]:
        """The id of the photo that is shown."""
        return [self.look.photo.id] if self.look else []

    def show_look(self, look: PhotoLook, album: Album, order: Sequence[UUID]) -> None:
        """Show a photo among those of this order; what is being done to it goes on."""
        before = self.look
        other = before is None or before.photo.id != look.photo.id
        if other:
            self.finish()
            self._set_mode(Mode.LOOK)
            self.stage.zoom = 1.0
        self.bench.look, self.bench.album = look, album
        at = order.index(look.photo.id) if look.photo.id in order else 0
        self.bar.show_place(at, len(order))
        self.film.show_at(order, at)
        self._tell()
        if before is None or before.photo != look.photo:
            self._show(fresh=other)

    def forget(self) -> None:
        """Show nothing any more."""
        self.bench.look = None
        self.bench.album = Album()
        self._set_mode(Mode.LOOK)
        for craft in self._crafts.values():
            craft.forget()
        self.easel.forget()
        self.film.show_at((), 0)
        self.panel.forget()

    def finish(self) -> None:
        """Say what was done and not yet said."""
        self.looking.finish()
        self._craft.finish()

    def put_away(self) -> None:
        """Nothing is done to the photo any more; what was done is kept."""
        self.finish()
        if self.mode is not Mode.LOOK:
            self._leave_mode()

    def leave(self) -> None:
        """Back to all photos."""
        self.put_away()
        self.left.emit()

    def mark(self, person: UUID) -> None:
        """Mark someone's face now."""
        self.finish()
        self._set_mode(Mode.FACES)
        self._show()
        self.faces.choose_person(person)
        if not any(frame.key == person for frame in self.stage.frames):
            self._lay_new()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False when it asks for nothing here."""
        key = Qt.Key(event.key())
        if self._craft.press(event):
            return True
        if event.modifiers() & ~_PLAIN:
            return False
        if key == Qt.Key.Key_O:
            self._show_bare(bare=True)
        elif key in _MODES:
            again = self.mode is _MODES[key] and bool(self._craft.add)
            self._lay_new() if again else self._toggle(_MODES[key])
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_R:
            self._turn(1)
        elif key in _ZOOMS:
            self.stage.set_zoom(self.stage.zoom * _ZOOMS[key])
        elif key == Qt.Key.Key_Escape and self.mode is not Mode.LOOK:
            self._drop()
        elif key in _DONE and self.mode is not Mode.LOOK:
            self._be_done()
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
    def _craft(self) -> Craft:
        return self._crafts[self.mode]

    @property
    def _photo(self) -> Photo | None:
        return self.bench.photo

    def _show(self, *, fresh: bool = False) -> None:
        self.easel.show(fresh=fresh, small=self.mode is Mode.LOOK)

    def _zoomed(self) -> None:
        self._hold()
        self.easel.ask()

    def _hold(self) -> None:
        looking = self.mode is Mode.LOOK and self.stage.zoom > 1
        self.stage.hold_by_hand(drawing=self._craft.draws, hand=looking)

    def _set_mode(self, mode: Mode) -> None:
        held = QApplication.focusWidget()
        if mode is not self.mode and held is not None and self.panel.isAncestorOf(held):
            # Before its controls are hidden, which would hand the keyboard to anyone.
            self.stage.setFocus()
        self.mode = mode
        self.easel.craft = self._craft
        self._craft.begin()
        self.bar.show_mode(mode)
        self._hold()
        self.panel.show_mode(mode)

    def _be_done(self) -> None:
        self._craft.done()
        self._leave_mode()

    def _drop(self) -> None:
        self._craft.drop()
        self._leave_mode()

    def _leave_mode(self) -> None:
        self._set_mode(Mode.LOOK)
        self._show()
        self.stage.fit()

    def _toggle(self, mode: Mode) -> None:
        """Begin with a tool, or be done with it."""
        self.finish()
        if self.mode is mode or self._photo is None or not self._can(mode):
            self._leave_mode()
            return
        self._set_mode(mode)
        self.stage.zoom = 1.0
        self.stage.setFocus()
        self._show()
        self.stage.fit()
        if mode in {Mode.CROP, Mode.POINT} and self.stage.frames:
            self.stage.frames[0].setFocus()

    def _can(self, mode: Mode) -> bool:
        """What is one print of a scan is not split again."""
        return mode is not Mode.SPLIT or (self._photo is not None and self._photo.piece is None)

    def _show_bare(self, *, bare: bool) -> None:
        if bare != self.easel.bare:
            self.easel.bare = bare
            self._show()

    def _altered(self) -> None:
        self._tell()
        self._show()

    def _tell(self) -> None:
        if self.look is None:
            return
        self.panel.show_photo(self.look, self.bench.album)
        self.bar.grey.setChecked(self.bench.stands.grey)
        for craft in self._crafts.values():
            craft.tell()

    def _turn(self, quarters: int) -> None:
        if self._photo is None:
            return
        self.finish()
        standing = self.bench.stands
        for _ in range(quarters % 4):
            standing = standing.turned()
        self.turned.emit(self._photo.id, quarters)
        self.bench.stand(standing)

    def _uncut(self) -> None:
        if self._photo is not None:
            standing = self.bench.stands
            self.crop.cropped.emit(self._photo.id, WHOLE, standing.lean)
            self.bench.stand(standing.uncut)

    def _level(self) -> None:
        if self._photo is not None:
            self.crop.straightened.emit(self._photo.id, 0.0)
            self.bench.stand(self.bench.stands.straightened(0.0))

    def _grey(self, *, grey: bool) -> None:
        if self._photo is not None:
            self.greyed.emit(self._photo.id, grey)
            self.bench.stand(replace(self.bench.stands, grey=grey))

    def _click(self, at: QPointF) -> None:
        self._reach(self._craft.click(at))

    def _lay_new(self, drawn: QRectF | None = None) -> None:
        """A new frame: as it was drawn, or in the middle, with the keyboard on it."""
        whole = self.stage.whole
        box = middle_box(whole) if drawn is None else drawn.intersected(whole)
        self._reach(self._craft.lay(box))

    def _reach(self, key: object) -> None:
        for frame in self.stage.frames:
            if key is not None and frame.key == key:
                self.stage.setFocus()
                frame.setFocus()
