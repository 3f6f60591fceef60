"""A frame laid on a picture: what is kept, whose face it is, what is never shown, where one print
of a scan lies, or the point that matters.

It is moved, sized and leant by its handles, or, when it has the keyboard, by the arrows.
"""

from __future__ import annotations

from cmath import rect
from math import atan2, degrees, radians

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from lifestory.gui import look
from lifestory.gui.widgets.frame_paint import ARM, HANDLE, paint_frame, paint_handles, paint_words
from lifestory.gui.widgets.frame_shapes import (
    Handle,
    inside,
    largest,
    pushed,
    shaped,
    stretched,
    within_reach,
)
from lifestory.gui.widgets.kinds import Kind

__all__ = ["MOST_LEAN", "Frame", "Kind"]

_REACH = 12.0
"""Pixels of the screen round a handle in which the hand still holds it."""
_STEP = 0.01
"""An arrow moves by so much of the picture's longer side; with Ctrl by a tenth of it."""
_REST = 500
"""Milliseconds without a key after which what the keys did is said, as one change."""
MOST_LEAN = 45.0
_LEAN_STEP = 0.5
"""Degrees that Alt with an arrow leans a frame by; with Ctrl a fifth of it."""

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
_MIDDLE: Handle = (1, 1)
_LEAN: Handle = (1, -1)
"""The round handle above the frame, by which it leans."""
_MODIFIERS = Qt.KeyboardModifier


class Frame(QGraphicsObject):
    """A rectangle inside `bounds`, in units of the scene. `key` tells whose face or which part it
    is; a print may lean by `lean` degrees clockwise about its middle; `shape_kept` is the width
    over height that it keeps, if it keeps one.

    `moved` comes with every change, `settled` once the hand or the keys rest; `removed` when it is
    taken away by Delete; `reached` when it has got the keyboard."""

    moved = Signal()
    settled = Signal()
    removed = Signal()
    reached = Signal()

    def __init__(
        self,
        kind: Kind,
        box: QRectF,
        bounds: QRectF,
        words: str = "",
        key: object = None,
        lean: float = 0.0,
    ) -> None:
        super().__init__()
        self.kind, self.words, self.key = kind, words, key
        self.bounds = bounds
        self.lean = lean
        self.shape_kept: float | None = None
        self.box = self._kept(box)
        self._free = self.box
        self._held: Handle | None = None
        self._from = (QPointF(), self.box, 0.0)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.settled)
        self._rest.timeout.connect(self.update)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setAcceptHoverEvents(True)
        self.setZValue(3 if kind in {Kind.CROP, Kind.POINT} else 2)
        self._turn()

    @property
    def leans(self) -> bool:
        """True for what may lie askew."""
        return self.kind is Kind.PRINT

    def place(self, box: QRectF, lean: float | None = None) -> None:
        """Put it there, kept inside the picture."""
        self.prepareGeometryChange()
        self.box = self._kept(box)
        if lean is not None and self.leans:
            self.lean = round(min(max(lean, -MOST_LEAN), MOST_LEAN), 1)
        self._turn()
        self.moved.emit()
        self.update()

    def keep_shape(self, shape: float | None) -> None:
        """Keep a shape (width over height) from now on: the largest inside what was drawn freely;
        None for any."""
        self.shape_kept = shape
        self.place(self._free if shape is None else largest(shape, self._free))

    def lie_as(self, other: Frame) -> None:
        """Lie where another does, in a picture that may have another size now; nothing was moved
        by hand."""
        self.prepareGeometryChange()
        self.bounds, self.lean = other.bounds, other.lean
        self.box = self._free = other.box
        self._turn()
        self.update()

    def say(self) -> None:
        """Say at once what the keys did."""
        if self._rest.isActive():
            self._rest.stop()
            self.settled.emit()

    def _kept(self, box: QRectF) -> QRectF:
        return (within_reach if self.leans else inside)(box, self.bounds)

    def _turn(self) -> None:
        if self.leans:
            self.setTransformOriginPoint(self.box.center())
            self.setRotation(self.lean)

    @property
    def _pixel(self) -> float:
        """One pixel of the screen in units of the scene."""
        views = self.scene().views() if self.scene() else []
        return 1 / max(views[0].transform().m11(), 1e-6) if views else 1.0

    def boundingRect(self) -> QRectF:
        more = max(HANDLE, look.larger(44)) * self._pixel
        return self.box.adjusted(-more * 2, -more, more * 2, more)

    def shape(self) -> QPainterPath:
        reach = _REACH * self._pixel
        path = QPainterPath()
        path.addRect(self.box.adjusted(-reach, -reach, reach, reach))
        if self.leans:
            path.addEllipse(self._lean_handle, reach, reach)
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        pixel, held = self._pixel, self.hasFocus()
        moving = self._held is not None or self._rest.isActive()
        paint_frame(painter, self.kind, self.box, pixel, held=held, moving=moving)
        if self.kind is Kind.CROP or (self._sizable and (held or self.isUnderMouse())):
            handles = {at: self._handle(*at) for at in _CORNERS}
            paint_handles(painter, handles, self._lean_handle if self.leans else None, pixel)
        if self.words and self.kind not in {Kind.CROP, Kind.POINT}:
            paint_words(painter, self.box, self.words, pixel)

    @property
    def _sizable(self) -> bool:
        return self.kind is not Kind.POINT

    @property
    def _lean_handle(self) -> QPointF:
        return QPointF(self.box.center().x(), self.box.top() - ARM * self._pixel)

    def _handle(self, column: int, row: int) -> QPointF:
        return QPointF(
            self.box.left() + self.box.width() * column / 2,
            self.box.top() + self.box.height() * row / 2,
        )

    def _handle_at(self, at: QPointF) -> Handle | None:
        """The handle under the hand; the middle (1, 1) moves the whole frame."""
        reach = _REACH * self._pixel
        handles = {corner: self._handle(*corner) for corner in _CORNERS if self._sizable}
        if self.leans:
            handles[_LEAN] = self._lean_handle
        for corner, where in handles.items():
            off = where - at
            if max(abs(off.x()), abs(off.y())) <= reach:
                return corner
        return _MIDDLE if self.box.contains(at) or not self._sizable else None

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        held = self._handle_at(event.pos())
        turning = Qt.CursorShape.PointingHandCursor
        cursor = turning if held == _LEAN else _CORNERS.get(held or _MIDDLE)
        self.setCursor(cursor or Qt.CursorShape.SizeAllCursor)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._held = self._handle_at(event.pos())
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._from = (event.scenePos(), QRectF(self.box), self.lean)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._held is None:
            return
        start, box, _ = self._from
        if self._held == _LEAN:
            away = event.scenePos() - box.center()
            self.place(box, degrees(atan2(away.x(), -away.y())))
        elif self._held == _MIDDLE:
            self._move_to(box.translated(event.scenePos() - start))
        else:
            by = event.scenePos() - start
            self._stretch(box, self._held, _turned(by, -self.lean))
        self._free = self.box

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._held is not None and (self.box, self.lean) != self._from[1:]:
            self._rest.stop()
            self.settled.emit()
        self._held = None
        self.update()
        event.accept()

    def _move_to(self, box: QRectF) -> None:
        self.place(box if self.leans else pushed(box, self.bounds))

    def _stretch(self, box: QRectF, held: Handle, by: QPointF) -> None:
        grown = stretched(box, held, by)
        if self.shape_kept is not None:
            grown = shaped(inside(grown, self.bounds), held, self.shape_kept, self.bounds)
        if self.leans:
            # It turns about its middle, which has moved: what was not held stays where it was.
            off = grown.center() - box.center()
            grown.moveCenter(box.center() + _turned(off, self.lean))
        self.place(grown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        alt = bool(modifiers & _MODIFIERS.AltModifier)
        if event.key() in _ARROWS and (self.leans or not alt):
            fine = bool(modifiers & _MODIFIERS.ControlModifier)
            sizes = bool(modifiers & _MODIFIERS.ShiftModifier)
            self._step(_ARROWS[Qt.Key(event.key())], fine=fine, sizes=sizes, leans=alt)
            self._free = self.box
            self._rest.start()
            self.update()
        elif event.key() == Qt.Key.Key_Delete and self.kind is not Kind.CROP:
            self._rest.stop()
            self.removed.emit()
        else:
            event.ignore()

    def _step(self, way: tuple[int, int], *, fine: bool, sizes: bool, leans: bool) -> None:
        if leans:
            self.place(self.box, self.lean + (way[0] or way[1]) * _LEAN_STEP * (0.2 if fine else 1))
            return
        step = max(self.bounds.width(), self.bounds.height()) * _STEP * (0.1 if fine else 1)
        by = QPointF(way[0] * step, way[1] * step)
        if not sizes:
            self._move_to(self.box.translated(by))
        elif self._sizable and self.shape_kept is None:
            self._stretch(self.box, (1 + abs(way[0]), 1 + abs(way[1])), by)
        elif self._sizable and self.shape_kept is not None:
            wide = by.x() or by.y() * self.shape_kept
            self._stretch(self.box, (2, 2), QPointF(wide, wide / self.shape_kept))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.say()


def _turned(by: QPointF, lean: float) -> QPointF:
    """A way across the picture, turned clockwise by so many degrees."""
    turned = complex(by.x(), by.y()) * rect(1, radians(lean))
    return QPointF(turned.real, turned.imag)
