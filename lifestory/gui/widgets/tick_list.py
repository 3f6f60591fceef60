"""A list of things to tick, each with its words and, where it is a photo, its picture."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.gui import icons, look
from lifestory.gui.models.candidates import IMAGE, PHOTO, USED
from lifestory.gui.widgets.photo_cell import paint_photo

_TICK, _PAD, _GAP = 18, 8, 10
_PICTURE = QSize(84, 63)
_LINES = 3

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TickList(QListView):
    """A click, Space or Enter ticks the row one is at, or takes its tick away."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(self))
        self.setSpacing(1)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def tick(self, index: QModelIndex) -> None:
        """Tick a row, or take its tick away."""
        role = Qt.ItemDataRole.CheckStateRole
        bare = index.data(role) != Qt.CheckState.Checked
        state = Qt.CheckState.Checked if bare else Qt.CheckState.Unchecked
        self.model().setData(index, state, role)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and at == self.currentIndex():
            self.tick(at)


class _Row(QStyledItemDelegate):
    """The tick, the picture, what it is, and where in the book it stands already."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        wide = self._width()
        high = self._words(index, wide)[1]
        if index.data(USED):
            high += look.larger(20)
        if index.data(PHOTO) is not None:
            high = max(high, _PICTURE.height())
        return QSize(wide, round(max(high, _TICK)) + 2 * _PAD)

    def _width(self) -> int:
        view = self.parent()
        assert isinstance(view, QListView)
        return view.viewport().width() - 2 * view.spacing()

    @staticmethod
    def _words(index: Index, wide: float) -> tuple[str, float]:
        """The words as they fit beside the picture, and how high they are: three lines at most."""
        metrics = QFontMetricsF(look.font())
        room = wide - 2 * _PAD - _TICK - _GAP
        if index.data(PHOTO) is not None:
            room -= _PICTURE.width() + _GAP
        words, most = str(index.data()), _LINES * metrics.lineSpacing()
        box = QRectF(0, 0, max(40.0, room), 10_000)
        while (high := metrics.boundingRect(box, _WRAPPED, words).height()) > most + 1:
            shorter = words.removesuffix("…").rstrip()
            words = shorter[: max(1, len(shorter) - 4)].rstrip() + "…"
        return words, high

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(option.rect)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        self._paint_ground(painter, box, option.state)
        inner = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        self._paint_tick(painter, inner, index, enabled=enabled)
        left = inner.left() + _TICK + _GAP
        photo = index.data(PHOTO)
        if photo is not None:
            frame = QRectF(left, inner.top(), _PICTURE.width(), _PICTURE.height())
            painter.setOpacity(1.0 if enabled else 0.5)
            paint_photo(painter, frame, index.data(IMAGE), whole=photo.scan)
            painter.setOpacity(1.0)
            left += _PICTURE.width() + _GAP
        words, high = self._words(index, box.width())
        painter.setFont(look.font())
        painter.setPen(look.colour("text" if enabled else "faint"))
        room = QRectF(left, inner.top(), inner.right() - left, high)
        painter.drawText(room, _WRAPPED, words)
        if used := index.data(USED):
            painter.setFont(look.font(look.MINOR))
            painter.setPen(look.colour("accent" if enabled else "faint"))
            under = QRectF(left, room.bottom(), room.width(), look.larger(20))
            painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, used)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillPath(shape, look.colour("chosen"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.strokePath(shape, QPen(look.colour("accent"), 2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(shape, look.colour("stripe"))

    @staticmethod
    def _paint_tick(painter: QPainter, inner: QRectF, index: Index, *, enabled: bool) -> None:
        at = QRectF(inner.left(), inner.top() + 1, _TICK, _TICK)
        shape = QPainterPath()
        shape.addRoundedRect(at.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
            painter.fillPath(shape, look.colour("accent"))
            ratio = painter.device().devicePixelRatioF()
            drawn = icons.pixmap("check", look.colour("on-accent"), 16, ratio)
            painter.drawPixmap(QPointF(at.left() + 1, at.top() + 1), drawn)
        else:
            painter.fillPath(shape, look.colour("paper"))
            painter.strokePath(shape, QPen(look.colour("field-edge" if enabled else "line"), 1))
