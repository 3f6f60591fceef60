"""The photos before and after the one that is large, in a row one can click in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lifestory.gui import look
from lifestory.gui.models.grid import IMAGE, GridModel
from lifestory.gui.widgets.photo_cell import paint_photo

_CELL = QSize(64, 48)
_GAP = 12


class Film(QWidget):
    """`chosen` carries the id of the photo that was clicked. Its keyboard path is the arrows of
    the viewer it stands in."""

    chosen = Signal(object)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._model = model
        self._order: Sequence[UUID] = ()
        self._at = 0
        self.setFixedHeight(_CELL.height() + 2 * _GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The photos before and after"))
        model.dataChanged.connect(lambda *_: self.update())

    def show_at(self, order: Sequence[UUID], at: int) -> None:
        """These photos, in the middle the one at this place."""
        self._order, self._at = order, at
        self.update()

    def _cells(self) -> list[tuple[int, QRectF]]:
        step = _CELL.width() + _GAP
        each_side = max(0, (self.width() // step - 1) // 2)
        middle = self.width() / 2 - _CELL.width() / 2
        places = range(max(0, self._at - each_side), self._at + each_side + 1)
        return [
            (at, QRectF(middle + (at - self._at) * step, _GAP, _CELL.width(), _CELL.height()))
            for at in places
            if at < len(self._order)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, box in self._cells():
            row = self._model.row_of(self._order[at])
            image = self._model.index(row).data(IMAGE) if row >= 0 else None
            paint_photo(painter, box, image if isinstance(image, QImage) else None)
            if at == self._at:
                painter.setPen(QPen(look.colour("accent"), 3))
                painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 8, 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at, box in self._cells():
            if box.contains(event.position()):
                self.chosen.emit(self._order[at])
