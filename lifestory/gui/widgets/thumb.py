"""How a spread stands in the page list: small, with its page numbers under it; and the name of a
part over its spreads."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lifestory.gui import icons, look
from lifestory.gui.models.spreads import APART, IMAGE, NOTES, SPREAD, Spread
from lifestory.gui.widgets.card import badge_width, paint_badge_from, write

_NUMBER = 40
"""Pixels a page's number takes under a page that stands at the right."""
THUMB = QSize(152, 108)
_FOOT, _HEAD = 34, 32


class ThumbDelegate(QStyledItemDelegate):
    """Paints one row of the list."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        high = THUMB.height() + 8 + look.larger(_FOOT - 8)
        if not isinstance(index.data(SPREAD), Spread):
            high = look.larger(_HEAD)
        return QSize(THUMB.width() + 32, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        spread = index.data(SPREAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if isinstance(spread, Spread):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_spread(painter, option, spread, index.data(IMAGE), chosen=chosen)
            if notes := index.data(NOTES):
                _paint_notes(painter, option, str(notes))
            elif index.data(APART):
                _paint_apart(painter, option, self._ratio())
        else:
            room = QRectF(option.rect).adjusted(16, 4, -8, 0)
            says = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            write(painter, room, says, look.MINOR, semi=True, tone="quiet")
        painter.restore()

    def _ratio(self) -> float:
        view = self.parent()
        return view.devicePixelRatioF() if isinstance(view, QWidget) else 1.0

    def _paint_spread(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        spread: Spread,
        image: QImage | None,
        *,
        chosen: bool,
    ) -> None:
        room = QRectF(option.rect.left() + 16, option.rect.top() + 8, *THUMB.toTuple())
        frame = _frame(room, spread) if spread.plans else room
        painter.fillRect(frame, look.colour("paper"))
        if image is not None:
            painter.drawImage(frame, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QPen(look.colour("accent" if chosen else "line"), 3 if chosen else 1)
        if not spread.plans:
            edge.setStyle(Qt.PenStyle.DashLine)
            says = self.tr("No page yet")
            write(painter, frame.adjusted(12, 12, -12, -12), says, look.MINOR, tone="quiet")
        painter.setPen(edge)
        grown = 3 if chosen else 0.5
        painter.drawRoundedRect(frame.adjusted(-grown, -grown, grown, grown), 4, 4)
        under = min(frame.left(), room.right() - _NUMBER)
        foot = QRectF(under, room.bottom() + 4, room.right() - under, look.larger(20))
        tone = "accent" if chosen else "text"
        words = spread.numbers or spread.called
        write(painter, foot, words, look.MINOR, semi=chosen, tone=tone)


def _paint_apart(painter: QPainter, option: QStyleOptionViewItem, ratio: float) -> None:
    """A quiet sign at the right end of that line: another edition has something else here."""
    right = option.rect.left() + 16 + THUMB.width()
    middle = option.rect.top() + 8 + THUMB.height() + 4 + look.larger(20) / 2
    sign = icons.pixmap("copy", look.colour("quiet"), look.larger(14), ratio)
    painter.drawPixmap(QPointF(right - look.larger(14), middle - look.larger(14) / 2), sign)


def _paint_notes(painter: QPainter, option: QStyleOptionViewItem, count: str) -> None:
    """How much is worth a look, at the right end of the line under the pages."""
    right = option.rect.left() + 16 + THUMB.width()
    middle = option.rect.top() + 8 + THUMB.height() + 4 + look.larger(20) / 2
    left = right - badge_width(count)
    paint_badge_from(painter, left, middle, words=count, icon="triangle-alert", tone="look")


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
