"""A frame laid on a picture: what is kept, whose face it is, or what is never shown.

It is moved and sized by its handles, or, when it has the keyboard, by the arrows.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from lifestory.gui import look

_HANDLE = 10.0
_REACH = 12.0
"""Pixels of the screen round a handle in which the hand still holds it."""
_STEP = 0.01
"""An arrow moves by so much of the picture's longer side; with Ctrl by a tenth of it."""
_LEAST = 0.02
_REST = 500
"""Milliseconds without a key after which what the keys did is said, as one change."""
_WHITE, _INK = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)
"""On a photo: no scheme knows what colours it has, so both are drawn, one beside the other."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CORNERS = {
    (0, 0): Qt.CursorShape.SizeFDiagCursor, (2, 2): Qt.CursorShape.SizeFDiagCursor,
    (2, 0): Qt.CursorShape.SizeBDiagCursor, (0, 2): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeVerCursor, (1, 2): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeHorCursor, (2, 1): Qt.CursorShape.SizeHorCursor,
}  # fmt: skip
"""The eight handles by column and row, and the hand each asks for."""


class Kind(Enum):
    """What a frame is for."""

    CROP = "crop"
    FACE = "face"
    COVER = "cover"


class Frame(QGraphicsObject):
    """A rectangle inside `bounds`, in units of the scene. `key` tells whose face or
    which part it is.

    `moved` comes with every change, `settled` once the hand or the keys rest; `removed` when it is
    taken away by Delete; `reached` when it has got the keyboard."""

    moved = Signal()
    settled = Signal()
    removed = Signal()
    reached = Signal()

    def __init__(
        self, kind: Kind, box: QRectF, bounds: QRectF, words: str = "", key: object = None
    ) -> None:
        super().__init__()
        self.kind, self.words, self.key = kind, words, key
        self.bounds = bounds
        self.box = _inside(box, bounds)
        self._held: tuple[int, int] | None = None
        self._from = (QPointF(), QRectF())
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.settled)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setAcceptHoverEvents(True)
        self.setZValue(3 if kind is Kind.CROP else 2)

    def place(self, box: QRectF) -> None:
        """Put it there, kept inside the picture."""
        self.prepareGeometryChange()
        self.box = _inside(box, self.bounds)
        self.moved.emit()
        self.update()

    def say(self) -> None:
        """Say at once what the keys did."""
        if self._rest.isActive():
            self._rest.stop()
            self.settled.emit()

    @property
    def _pixel(self) -> float:
        """One pixel of the screen in units of the scene."""
        views = self.scene().views() if self.scene() else []
        return 1 / max(views[0].transform().m11(), 1e-6) if views else 1.0

    def boundingRect(self) -> QRectF:
        more = max(_HANDLE, look.larger(44)) * self._pixel
        return self.box.adjusted(-more * 2, -more, more * 2, more)

    def shape(self) -> QPainterPath:
        reach = _REACH * self._pixel
        path = QPainterPath()
        path.addRect(self.box.adjusted(-reach, -reach, reach, reach))
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        pixel = self._pixel
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dash = Qt.PenStyle.DashLine if self.kind is Kind.COVER else Qt.PenStyle.SolidLine
        if self.kind is Kind.COVER:
            shade = QColor(look.colour("accent"))
            shade.setAlpha(60)
            painter.fillRect(self.box, shade)
        round_off = 6 * pixel if self.kind is Kind.FACE else 0
        for colour, width, style in (
            (_INK, 4, Qt.PenStyle.SolidLine),
            (_WHITE, 2, dash),
        ):
            painter.setPen(QPen(colour, width * pixel, style))
            painter.drawRoundedRect(self.box, round_off, round_off)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 3 * pixel))
            grown = 4 * pixel
            painter.drawRect(self.box.adjusted(-grown, -grown, grown, grown))
        if self.kind is Kind.CROP or self.hasFocus() or self.isUnderMouse():
            self._paint_handles(painter, pixel)
        if self.words and self.kind is not Kind.CROP:
            self._paint_words(painter, pixel)

    def _paint_handles(self, painter: QPainter, pixel: float) -> None:
        painter.setPen(QPen(_INK, pixel))
        painter.setBrush(_WHITE)
        half = _HANDLE / 2 * pixel
        for column, row in _CORNERS:
            at = self._handle(column, row)
            painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, pixel: float) -> None:
        """A dark label under the frame, in the size of the window's words."""
        letters = look.font(look.MINOR, QFont.Weight.DemiBold)
        wide = QFontMetricsF(letters).horizontalAdvance(self.words) + 20
        high = float(look.larger(22))
        painter.save()
        painter.translate(self.box.center().x(), self.box.bottom())
        painter.scale(pixel, pixel)
        label = QRectF(-wide / 2, 6, wide, high)
        painter.setPen(QPen(_WHITE, 1))
        painter.setBrush(_INK)
        painter.drawRoundedRect(label, high / 2, high / 2)
        painter.setPen(_WHITE)
        painter.setFont(letters)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self.words)
        painter.restore()

    def _handle(self, column: int, row: int) -> QPointF:
        return QPointF(
            self.box.left() + self.box.width() * column / 2,
            self.box.top() + self.box.height() * row / 2,
        )

    def _handle_at(self, at: QPointF) -> tuple[int, int] | None:
        """The handle under the hand; the middle (1, 1) moves the whole frame."""
        reach = _REACH * self._pixel
        for corner in _CORNERS:
            off = self._handle(*corner) - at
            if max(abs(off.x()), abs(off.y())) <= reach:
                return corner
        return (1, 1) if self.box.contains(at) else None

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        held = self._handle_at(event.pos())
        self.setCursor(_CORNERS.get(held or (1, 1), Qt.CursorShape.SizeAllCursor))

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._held = self._handle_at(event.pos())
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._from = (event.pos(), QRectF(self.box))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._held is None:
            return
        start, box = self._from
        by = event.pos() - start
        if self._held == (1, 1):
            self.place(_pushed(box.translated(by), self.bounds))
        else:
            self.place(_stretched(box, self._held, by))

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._held is not None and self.box != self._from[1]:
            self.settled.emit()
        self._held = None
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        if event.key() in _ARROWS:
            fine = 0.1 if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0
            step = max(self.bounds.width(), self.bounds.height()) * _STEP * fine
            x, y = (side * step for side in _ARROWS[Qt.Key(event.key())])
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.place(self.box.adjusted(0, 0, x, y))
            else:
                self.place(_pushed(self.box.translated(x, y), self.bounds))
            self._rest.start()
        elif event.key() == Qt.Key.Key_Delete and self.kind is not Kind.CROP:
            self._rest.stop()
            self.removed.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.say()


def _pushed(box: QRectF, bounds: QRectF) -> QRectF:
    """The box moved, not made smaller, until it lies inside."""
    moved = QRectF(box)
    moved.moveLeft(min(max(box.left(), bounds.left()), bounds.right() - box.width()))
    moved.moveTop(min(max(box.top(), bounds.top()), bounds.bottom() - box.height()))
    return moved


def _stretched(box: QRectF, held: tuple[int, int], by: QPointF) -> QRectF:
    """The box with the held side or corner moved; drawn over its other side it turns round."""
    column, row = held
    left, right = by.x() if column == 0 else 0, by.x() if column == 2 else 0
    top, bottom = by.y() if row == 0 else 0, by.y() if row == 2 else 0
    return box.adjusted(left, top, right, bottom).normalized()


def _inside(box: QRectF, bounds: QRectF) -> QRectF:
    """The part of the box inside the picture, and never too small to be held."""
    least = max(bounds.width(), bounds.height()) * _LEAST
    kept = box.normalized().intersected(bounds)
    kept.setWidth(max(kept.width(), min(least, bounds.width())))
    kept.setHeight(max(kept.height(), min(least, bounds.height())))
    if kept.isEmpty() or not bounds.intersects(kept):
        kept.moveCenter(bounds.center())
    return _pushed(kept, bounds)
