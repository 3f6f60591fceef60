"""How a thing without a date stands in the strip under the line: its mark and its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.gui import look
from lifestory.gui.models.rows import ROW, Row
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.lifeline_paint import paint_mark

HIGH, LONGEST = 30, 210


class ChipDelegate(QStyledItemDelegate):
    """Paints one chip."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row: Row = index.data(ROW)
        wide = QFontMetricsF(look.font()).horizontalAdvance(row.words)
        return QSize(round(min(look.larger(LONGEST), wide)) + 56, look.larger(HIGH) + 8)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(3.5, 3.5, -4.5, -3.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.fillPath(shape, look.colour("chosen" if chosen else "paper"))
        edge = QPen(look.colour("accent" if chosen else "button-edge"), 2 if chosen else 1)
        painter.strokePath(shape, edge)
        paint_mark(painter, QPointF(box.left() + 18, box.center().y()), row.certainty)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        write(painter, box.adjusted(34, 0, -8, 0), row.words, align=align)
        painter.restore()
