"""How a frame on a picture looks, by what it is for.

No scheme knows what colours a photo has, so every line is drawn twice: dark, and white in it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lifestory.gui import look
from lifestory.gui.widgets.frame_shapes import Handle
from lifestory.gui.widgets.kinds import Kind

HANDLE = 10.0
ARM = 26.0
"""Pixels of the screen from the upper edge of what may lean to the round handle it is leant by."""
_WHITE, _INK = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)


def paint_frame(
    painter: QPainter, kind: Kind, box: QRectF, pixel: float, *, held: bool, moving: bool
) -> None:
    """The edge of a frame; `pixel` is one pixel of the screen in units of the scene, `held` that
    it has the keyboard, `moving` that it is under way: then what is kept shows its thirds."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is Kind.POINT:
        _paint_cross(painter, box, pixel, held=held)
        return
    if kind is Kind.HIDE:
        shade = QColor(look.colour("accent"))
        shade.setAlpha(60)
        painter.fillRect(box, shade)
    if kind is Kind.CROP and moving:
        _paint_thirds(painter, box, pixel)
    round_off = 6 * pixel if kind is Kind.FACE else 0
    dash = Qt.PenStyle.DashLine if kind is Kind.HIDE else Qt.PenStyle.SolidLine
    for colour, width, style in ((_INK, 4, Qt.PenStyle.SolidLine), (_WHITE, 2, dash)):
        painter.setPen(QPen(colour, width * pixel, style))
        painter.drawRoundedRect(box, round_off, round_off)
    if held:
        painter.setPen(QPen(look.colour("accent"), 3 * pixel))
        grown = 4 * pixel
        painter.drawRect(box.adjusted(-grown, -grown, grown, grown))


def paint_handles(
    painter: QPainter, handles: dict[Handle, QPointF], lean: QPointF | None, pixel: float
) -> None:
    """The squares a frame is sized by, and the round one it is leant by."""
    painter.setPen(QPen(_INK, pixel))
    painter.setBrush(_WHITE)
    half = HANDLE / 2 * pixel
    for at in handles.values():
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
    if lean is not None:
        foot = handles[1, 0]
        for colour, width in ((_INK, 3), (_WHITE, 1)):
            painter.setPen(QPen(colour, width * pixel))
            painter.drawLine(foot, lean)
        painter.setPen(QPen(_INK, pixel))
        painter.drawEllipse(lean, half * 1.2, half * 1.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_words(painter: QPainter, box: QRectF, words: str, pixel: float) -> None:
    """A dark label under the frame, in the size of the window's words."""
    letters = look.font(look.MINOR, QFont.Weight.DemiBold)
    wide = QFontMetricsF(letters).horizontalAdvance(words) + 20
    high = float(look.larger(22))
    painter.save()
    painter.translate(box.center().x(), box.bottom())
    painter.scale(pixel, pixel)
    label = QRectF(-wide / 2, 6, wide, high)
    painter.setPen(QPen(_WHITE, 1))
    painter.setBrush(_INK)
    painter.drawRoundedRect(label, high / 2, high / 2)
    painter.setPen(_WHITE)
    painter.setFont(letters)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def paint_grid(painter: QPainter, whole: QRectF, pixel: float, each: float) -> None:
    """Fine lines over all of a picture, some `each` pixels of the screen apart, by which one sees
    what stands straight."""
    step = min(whole.width(), whole.height()) / max(
        4, round(min(whole.width(), whole.height()) / pixel / each)
    )
    for colour, width in ((QColor(0, 0, 0, 45), 3), (QColor(255, 255, 255, 140), 1)):
        painter.setPen(QPen(colour, width * pixel))
        x = whole.center().x() % step
        while x < whole.right():
            painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
            x += step
        y = whole.center().y() % step
        while y < whole.bottom():
            painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y))
            y += step


def _paint_thirds(painter: QPainter, box: QRectF, pixel: float) -> None:
    for colour, width in ((QColor(0, 0, 0, 60), 3), (QColor(255, 255, 255, 130), 1)):
        painter.setPen(QPen(colour, width * pixel))
        for part in (1 / 3, 2 / 3):
            x, y = box.left() + box.width() * part, box.top() + box.height() * part
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def _paint_cross(painter: QPainter, box: QRectF, pixel: float, *, held: bool) -> None:
    middle, long, gap = box.center(), 22 * pixel, 6 * pixel
    inner = look.colour("accent") if held else _WHITE
    for colour, width in ((_INK, 6), (_WHITE, 4), (inner, 2)):
        painter.setPen(QPen(colour, width * pixel))
        painter.drawEllipse(middle, 14 * pixel, 14 * pixel)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            way = QPointF(x, y)
            painter.drawLine(middle + way * gap, middle + way * long)
