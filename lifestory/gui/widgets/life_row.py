"""How a line of the timeline is painted: the date, a mark on the line of life, the words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.domain.life import Certainty, Home
from lifestory.gui import icons, look
from lifestory.gui.models.life import ROW, Row
from lifestory.gui.widgets.card import RIGHT, write

_DATE, _MARK, _WORDS = 168, 208, 236
"""Where the dates end, the line of life runs and the words begin, in the 14 px design."""


class LifeDelegate(QStyledItemDelegate):
    """Paints one home or milestone."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row: Row = index.data(ROW)
        return QSize(0, look.larger(72 if isinstance(row.record, Home) else 52))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        home = isinstance(row.record, Home)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("chosen" if chosen else "stripe"))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), look.colour("accent"))
        if chosen and look.worn() is look.Scheme.HIGH_CONTRAST:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        middle = box.center().y()
        x, line = box.left(), look.larger(20)
        mark, start = x + look.larger(_MARK), look.larger(_WORDS)
        painter.setPen(QPen(look.colour("line"), 2))
        painter.drawLine(QPointF(mark, box.top()), QPointF(mark, box.bottom() + 1))
        date = QRectF(x + 16, middle - line, look.larger(_DATE) - 8, line)
        write(painter, date, row.when, semi=home, align=RIGHT)
        write(painter, date.translated(0, line), row.age, look.MINOR, tone="quiet", align=RIGHT)
        words = QRectF(x + start, middle - line, box.width() - start - 16, line)
        if home:
            _paint_home(painter, box, mark)
        else:
            _paint_mark(painter, QPointF(mark, middle), row.certainty)
        write(painter, words.adjusted(8 if home else 0, 0, 0, 0), row.words, semi=chosen or home)
        under = words.translated(0, line).adjusted(8 if home else 0, 0, 0, 0)
        write(painter, under, row.how, look.MINOR, tone="quiet")
        painter.restore()


def _paint_home(painter: QPainter, box: QRectF, x: float) -> None:
    shape = QPainterPath()
    high = look.larger(52)
    frame = QRectF(x - 18, box.center().y() - high / 2, box.right() - x + 2, high)
    shape.addRoundedRect(frame, 8, 8)
    painter.fillPath(shape, look.colour("paper"))
    painter.strokePath(shape, QPen(look.colour("line"), 1))
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.pixmap("house", look.colour("accent"), 22, ratio)
    painter.drawPixmap(QPointF(x - 11, box.center().y() - 11), drawn)


def _paint_mark(painter: QPainter, middle: QPointF, certainty: Certainty) -> None:
    """Known is a filled point, thought a ring, not known a dashed ring with a question mark."""
    ink = look.colour("look" if certainty is Certainty.NOT_KNOWN else "text")
    pen = QPen(ink, 2)
    painter.setBrush(ink if certainty is Certainty.KNOWN else look.colour("ground"))
    radius = 6.0
    if certainty is Certainty.NOT_KNOWN:
        pen.setDashPattern([1.5, 1.5])
        radius = 9
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)
    if certainty is Certainty.NOT_KNOWN:
        around = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
        centre = Qt.AlignmentFlag.AlignCenter
        write(painter, around, "?", look.MINOR, semi=True, tone="look", align=centre)
