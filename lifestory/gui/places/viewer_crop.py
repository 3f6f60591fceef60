"""Cutting a photo: which part of it is printed, in which shape, and standing straight.

One sitting is one step: Enter keeps cut and lean together, Esc neither.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.domain.edits import MOST_LEAN
from lifestory.domain.standing import WHOLE, Standing
from lifestory.gui.places.viewer_bench import Bench, fraction, scaled
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.frame import Frame, Kind
from lifestory.gui.widgets.slide import Slide

_AS_IT_IS = 0.0
_A4 = 210 / 297
_TENTHS = 10
_LEANS = {Qt.Key.Key_BracketLeft: -5, Qt.Key.Key_BracketRight: 5}
_LEANS_FINE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
"""In tenths of a degree."""
_KEPT = "kept"


class Crop(Craft):
    """`cropped` carries the photo's id, the Box that is kept of the picture as it is turned and
    straightened, and by how many degrees it is straightened; `straightened` the id and degrees,
    where nothing else was changed."""

    tries = True
    cropped = Signal(object, object, float)
    straightened = Signal(object, float)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.title = self.tr("Crop")
        self.hint = self.tr(
            "Drag the handles, or arrows move and Shift+arrows size. [ and ] straighten by half a "
            "degree, Alt+← → by a tenth. Enter is done, Esc leaves it as it was."
        )
        self._from = Standing()
        self._cut, self._lean = WHOLE, 0.0
        self._shape: float | None = None
        self.shape = parts.ChoiceBox(self.tr("Shape"))
        for words, shape in (
            (self.tr("Any shape"), None),
            (self.tr("As it is"), _AS_IT_IS),
            (self.tr("3 : 2"), 3 / 2),
            (self.tr("2 : 3, upright"), 2 / 3),
            (self.tr("4 : 3"), 4 / 3),
            (self.tr("3 : 4, upright"), 3 / 4),
            (self.tr("Square"), 1.0),
            (self.tr("A4"), 1 / _A4),
            (self.tr("A4, upright"), _A4),
        ):
            self.shape.addItem(words, shape)
        most = round(MOST_LEAN * _TENTHS)
        self.lean = Slide(self.tr("Straighten"), -most, most, self._lean_in_words)
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.stacked(self.tr("Shape"), self.shape))
        column.addWidget(self.lean)
        self.shape.activated.connect(self._keep_shape)
        self.lean.moved.connect(lambda tenths: self._lean_to(tenths / _TENTHS))

    def begin(self) -> None:
        self._from = self.bench.stands
        self._cut, self._lean = self._from.cut, self._from.lean
        self._shape = None
        self.shape.setCurrentIndex(0)
        self.lean.show_value(round(self._lean * _TENTHS))

    def tell(self) -> None:
        # Undone, or turned, in the middle of it: what is tried now is tried on that.
        if self.bench.stands != self._from:
            self.begin()

    def stands(self, standing: Standing) -> Standing:
        return replace(standing.uncut, lean=self._lean)

    def pixels(self, standing: Standing) -> Standing:
        """The stage itself lets it lean, so that it follows the hand."""
        return replace(standing.uncut, lean=0.0)

    def frames(self) -> list[Frame]:
        whole = self.bench.stage.whole
        made = Frame(Kind.CROP, scaled(self._cut, whole), whole, self.tr("What is kept"), _KEPT)
        made.shape_kept = self._shape
        return [made]

    def shaded(self) -> QRectF | None:
        frames = self.bench.stage.frames
        return frames[0].box if frames else None

    def moved(self, frame: Frame) -> None:
        self._cut = fraction(frame.box, self.bench.stage.whole)
        self.bench.stage.show_grid(grid=False)

    def press(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        by = (_LEANS_FINE if alt else _LEANS).get(Qt.Key(event.key()))
        if by is None:
            return False
        self.lean.step(by)
        self.bench.stage.announce(self._lean_in_words(self.lean.value))
        return True

    def finish(self) -> None:
        super().finish()
        photo, was = self.bench.photo, self._from
        now = replace(was.cut_to(self._cut), lean=self._lean)
        self.bench.stage.show_grid(grid=False)
        cut = now.cut != was.cut_to(was.cut).cut
        if photo is None or not (cut or now.lean != was.lean):
            return
        after = now if cut else replace(was, lean=now.lean)
        self._from = after
        if cut:
            self.cropped.emit(photo.id, self._cut, now.lean)
        else:
            self.straightened.emit(photo.id, now.lean)
        self.bench.stand(after)

    def drop(self) -> None:
        self.bench.stage.show_grid(grid=False)
        self.begin()

    def _lean_to(self, degrees: float) -> None:
        self._lean = degrees
        self.bench.stage.show_grid(grid=True)
        self.bench.lies.emit()

    def _keep_shape(self) -> None:
        shape, whole = self.shape.currentData(), self.bench.stage.whole
        self._shape = whole.width() / whole.height() if shape == _AS_IT_IS else shape
        for frame in self.bench.stage.frames:
            frame.keep_shape(self._shape)

    def _lean_in_words(self, tenths: int) -> str:
        if not tenths:
            return self.tr("not at all")
        right, left = self.tr("{degrees}° to the right"), self.tr("{degrees}° to the left")
        return (right if tenths > 0 else left).format(degrees=f"{abs(tenths) / _TENTHS:.1f}")
