"""One of several photos that look alike: its picture, what tells it from the others, and whether
it stays."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from lifestory.app.album import PhotoLook
from lifestory.gui import icons, look
from lifestory.gui.models.photo_words import (
    bytes_in_words,
    day_in_words,
    pixels_in_words,
    spoken,
    used_in_words,
)
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.photo_cell import paint_photo

_WIDE, _HIGH, _RIM, _LINE = 172, 126, 8, 18


class DoublePhoto(QAbstractButton):
    """Pressed, it stays; not pressed, it goes to the bin with the others."""

    def __init__(self, shown: PhotoLook, *, best: bool) -> None:
        super().__init__()
        self.look, self._best = shown, best
        self._image: QImage | None = None
        self.setCheckable(True)
        self.setChecked(best)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(lambda _: self._name())
        self._name()

    def show_image(self, image: QImage) -> None:
        """Its small picture has come."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        lines = look.larger(_LINE) * len(self._lines())
        return QSize(look.larger(_WIDE) + 2 * _RIM, look.larger(_HIGH) + 2 * _RIM + lines + 4)

    def _lines(self) -> tuple[str, ...]:
        """The best one says so first; then size, date and use."""
        photo, shown = self.look.photo, self.look
        size = f"{pixels_in_words(shown.size)} · {bytes_in_words(shown)}"
        first = self.tr("The best of them") if self._best else self.tr("A copy")
        return first, size, day_in_words(photo.taken), used_in_words(shown)

    def _name(self) -> None:
        stays = self.tr("stays") if self.isChecked() else self.tr("goes to the bin")
        first, size, *_ = self._lines()
        self.setAccessibleName(f"{first}, {stays}: {spoken(self.look)}, {size}")
        self.setToolTip(self.look.original.file_name if self.look.original else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(_RIM, _RIM, look.larger(_WIDE), look.larger(_HIGH))
        painter.setOpacity(1.0 if self.isChecked() else 0.45)
        paint_photo(painter, frame, self._image, whole=True)
        painter.setOpacity(1.0)
        if self.isChecked():
            _paint_tick(painter, frame)
            _paint_ring(painter, frame.adjusted(-3.5, -3.5, 3.5, 3.5), 3)
        if self.hasFocus():
            _paint_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 2)
        high, y = look.larger(_LINE), frame.bottom() + 6
        for number, words in enumerate(self._lines()):
            line = QRectF(frame.left(), y + number * high, frame.width(), high)
            tone = (
                "text" if number == 0 else "accent" if number == 3 and self.look.used else "quiet"
            )
            write(painter, line, words, look.MINOR, semi=number == 0, tone=tone)


def _paint_ring(painter: QPainter, box: QRectF, thick: int) -> None:
    ring = QPainterPath()
    ring.addRoundedRect(box, 8, 8)
    painter.strokePath(ring, QPen(look.colour("accent"), thick))


def _paint_tick(painter: QPainter, frame: QRectF) -> None:
    tick = QRectF(frame.left() + 8, frame.top() + 8, 20, 20)
    box = QPainterPath()
    box.addRoundedRect(tick, 4, 4)
    painter.fillPath(box, look.colour("accent"))
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.pixmap("check", look.colour("on-accent"), 16, ratio)
    painter.drawPixmap(QPointF(tick.left() + 2, tick.top() + 2), drawn)
