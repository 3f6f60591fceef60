"""How a frame moves, grows and keeps its shape inside a picture. Boxes only, nothing is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

LEAST = 0.02
"""The smallest side of a frame, in longer sides of its picture: less can't be held."""

Handle = tuple[int, int]
"""Column and row of a handle, 0 to 2 each; (1, 1) is the middle of the frame."""


def pushed(box: QRectF, bounds: QRectF) -> QRectF:
    """The box moved, not made smaller, until it lies inside."""
    moved = QRectF(box)
    moved.moveLeft(min(max(box.left(), bounds.left()), bounds.right() - box.width()))
    moved.moveTop(min(max(box.top(), bounds.top()), bounds.bottom() - box.height()))
    return moved


def stretched(box: QRectF, held: Handle, by: QPointF) -> QRectF:
    """The box with the held side or corner moved; drawn over its other side it turns round."""
    column, row = held
    left, right = by.x() if column == 0 else 0, by.x() if column == 2 else 0
    top, bottom = by.y() if row == 0 else 0, by.y() if row == 2 else 0
    return box.adjusted(left, top, right, bottom).normalized()


def inside(box: QRectF, bounds: QRectF) -> QRectF:
    """The part of the box inside the picture, and never too small to be held."""
    least = max(bounds.width(), bounds.height()) * LEAST
    kept = box.normalized().intersected(bounds)
    kept.setWidth(max(kept.width(), min(least, bounds.width())))
    kept.setHeight(max(kept.height(), min(least, bounds.height())))
    if kept.isEmpty() or not bounds.intersects(kept):
        kept.moveCenter(bounds.center())
    return pushed(kept, bounds)


def within_reach(box: QRectF, bounds: QRectF) -> QRectF:
    """The box with its middle inside the picture, never larger than it, nor too small to be held:
    what leans may reach over an edge with a corner."""
    least = max(bounds.width(), bounds.height()) * LEAST
    kept = box.normalized()
    middle = kept.center()
    kept.setWidth(min(max(kept.width(), least), bounds.width()))
    kept.setHeight(min(max(kept.height(), least), bounds.height()))
    middle.setX(min(max(middle.x(), bounds.left()), bounds.right()))
    middle.setY(min(max(middle.y(), bounds.top()), bounds.bottom()))
    kept.moveCenter(middle)
    return kept


def largest(shape: float, box: QRectF) -> QRectF:
    """The largest box of a shape (width over height) in the middle of another."""
    wide = min(box.width(), box.height() * shape)
    made = QRectF(0, 0, wide, wide / shape)
    made.moveCenter(box.center())
    return made


def shaped(box: QRectF, held: Handle, shape: float, bounds: QRectF) -> QRectF:
    """A box that was stretched by a handle, brought to a shape: what lies opposite the handle
    stays where it is, and all of it stays inside the picture."""
    column, row = held
    wide = box.height() * shape if column == 1 else box.width()
    # The room there is on the side of the handle, from what stays where it is.
    x, y = _anchor(box.left(), box.right(), column), _anchor(box.top(), box.bottom(), row)
    wide = min(
        wide,
        _room(x, bounds.left(), bounds.right(), column),
        _room(y, bounds.top(), bounds.bottom(), row) * shape,
    )
    high = wide / shape
    return QRectF(x - wide * (2 - column) / 2, y - high * (2 - row) / 2, wide, high)


def _anchor(first: float, last: float, at: int) -> float:
    return (last, (first + last) / 2, first)[at]


def _room(anchor: float, first: float, last: float, at: int) -> float:
    if at == 1:
        return 2 * min(anchor - first, last - anchor)
    return anchor - first if at == 0 else last - anchor
