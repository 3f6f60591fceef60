"""How a line of the timeline is painted: the date, a mark on the line of life, the words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.app.gaps import Gap
from lifestory.domain.life import Certainty, Fact, Home
from lifestory.gui import icons, look
from lifestory.gui.models.rows import ROW, Row
from lifestory.gui.widgets.card import RIGHT, write
from lifestory.gui.widgets.lifeline_paint import paint_mark

_DATE, _MARK, _WORDS = 168, 208, 236
"""Where the dates end, the line of life runs and the words begin, in the 14 px design."""


class LifeDelegate(QStyledItemDelegate):
    """Paints one home, gap, milestone or fact."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row: Row = index.data(ROW)
        return QSize(0, look.larger(72 if isinstance(row.record, Home | Gap) else 52))

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
        home = isinstance(row.record, Home | Gap)
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
        if not isinstance(row.record, Fact):
            painter.setPen(QPen(look.colour("line"), 2))
            painter.drawLine(QPointF(mark, box.top()), QPointF(mark, box.bottom() + 1))
        date = QRectF(x + 16, middle - line, look.larger(_DATE) - 8, line)
        write(painter, date, row.when, semi=home, align=RIGHT)
        write(painter, date.translated(0, line), row.age, look.MINOR, tone="quiet", align=RIGHT)
        words = QRectF(x + start, middle - line, box.width() - start - 16, line)
        if home:
            _paint_home(painter, box, mark, gap=isinstance(row.record, Gap))
        else:
            paint_mark(painter, QPointF(mark, middle), row.certainty)
        write(painter, words.adjusted(8 if home else 0, 0, 0, 0), row.words, semi=chosen or home)
        under = words.translated(0, line).adjusted(8 if home else 0, 0, 0, 0)
        write(painter, under, row.how, look.MINOR, tone="quiet")
        painter.restore()


def _paint_home(painter: QPainter, box: QRectF, x: float, *, gap: bool) -> None:
    shape = QPainterPath()
    high = look.larger(52)
    frame = QRectF(x - 18, box.center().y() - high / 2, box.right() - x + 2, high)
    shape.addRoundedRect(frame, 8, 8)
    if gap:
        painter.fillPath(shape, look.colour("look-tint"))
        painter.strokePath(shape, QPen(look.colour("look"), 1, Qt.PenStyle.DashLine))
        paint_mark(painter, QPointF(x, box.center().y()), Certainty.NOT_KNOWN)
        return
    painter.fillPath(shape, look.colour("paper"))
    painter.strokePath(shape, QPen(look.colour("line"), 1))
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.pixmap("house", look.colour("accent"), 22, ratio)
    painter.drawPixmap(QPointF(x - 11, box.center().y() - 11), drawn)
