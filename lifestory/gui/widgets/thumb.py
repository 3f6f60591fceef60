"""How a spread stands in the page list: small, with its page numbers under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.gui import look
from lifestory.gui.models.spreads import IMAGE, SPREAD, Spread
from lifestory.gui.widgets.card import write

THUMB = QSize(152, 108)
_FOOT = 34


class ThumbDelegate(QStyledItemDelegate):
    """Paints one spread of the list."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(THUMB.width() + 32, THUMB.height() + _FOOT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        spread: Spread = index.data(SPREAD)
        image: QImage | None = index.data(IMAGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(option.rect.left() + 16, option.rect.top() + 8, *THUMB.toTuple())
        frame = _frame(room, spread)
        painter.fillRect(frame, look.colour("paper"))
        if image is not None:
            painter.drawImage(frame, image)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), 3 if chosen else 1))
        grown = 3 if chosen else 0.5
        painter.drawRoundedRect(frame.adjusted(-grown, -grown, grown, grown), 4, 4)
        foot = QRectF(room.left(), room.bottom() + 4, room.width(), 20)
        tone = "accent" if chosen else "text"
        write(painter, foot, spread.numbers, look.MINOR, semi=chosen, tone=tone)
        painter.restore()


def _frame(room: QRectF, spread: Spread) -> QRectF:
    """The spread's own shape, as large as it fits; a single page stands on its own side."""
    wide = sum(plan.width for plan in spread.plans)
    high = spread.plans[0].height
    full = wide if len(spread.plans) > 1 else 2 * wide
    scale = min(room.width() / full, room.height() / high)
    box = QRectF(0, 0, wide * scale, high * scale)
    box.moveTop(room.top() + (room.height() - box.height()) / 2)
    if len(spread.plans) == 1 and spread.plans[0].side == "right":
        box.moveRight(room.left() + full * scale)
    else:
        box.moveLeft(room.left())
    return box
