"""Empty cells where photos will stand in a moment: the first thing one sees after a drop."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lifestory.gui import look
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.photo_cell import GAP, PhotoDelegate, paint_photo


class Coming(QWidget):
    """Painted as the grid will be, with as many cells as photos were found so far."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Photos are coming in"))
        self.count = 0
        self._cells = PhotoDelegate()
        self._cells.setParent(self)

    def expect(self, count: int) -> None:
        """So many are coming; 0 when none is any more."""
        self.count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self._cells.fit(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head, cell = look.larger(34), self._cells.cell
        line = QRectF(GAP / 2, 8, self.width() - GAP, head - 10)
        write(painter, line, self.tr("Coming in"), semi=True)
        lines = max(1, -(-(self.height() - head) // cell.height()))
        for number in range(min(self.count, lines * self._cells.columns)):
            down, across = divmod(number, self._cells.columns)
            box = QRectF(
                across * cell.width() + GAP / 2,
                head + down * cell.height() + GAP / 2,
                cell.width() - GAP,
                cell.height() - GAP - look.larger(26),
            )
            paint_photo(painter, box, None)
            if look.worn() is look.Scheme.HIGH_CONTRAST:  # where tints vanish
                painter.setPen(look.colour("line"))
                painter.drawRoundedRect(box, 6, 6)
