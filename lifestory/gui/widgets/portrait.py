"""A round portrait, or the first letter of a name where there is no picture yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from lifestory.domain.standing import Box
from lifestory.gui import icons, look


def paint_portrait(painter: QPainter, box: QRectF, name: str, image: QImage | None) -> None:
    """Paint into `box`, a square in device-independent pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    circle = QPainterPath()
    circle.addEllipse(box)
    painter.fillPath(circle, look.colour("neutral-tint"))
    if image is not None and not image.isNull():
        painter.setClipPath(circle)
        side = min(image.width(), image.height())
        cut = QRectF((image.width() - side) / 2, (image.height() - side) / 4, side, side)
        painter.drawImage(box, image, cut)
    elif name:
        painter.setPen(look.colour("quiet"))
        letters = look.font(1, QFont.Weight.DemiBold)
        letters.setPixelSize(round(box.height() * 0.42))
        painter.setFont(letters)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
    painter.restore()


def about(image: QImage, box: Box | None) -> QImage:
    """The part of a picture that a round frame shows, given in fractions of it, as a square; the
    picture as it is where there is none."""
    if box is None or image.isNull():
        return image
    left, top, width, height = box
    cut = QRectF(
        left * image.width(), top * image.height(), width * image.width(), height * image.height()
    )
    side = max(cut.width(), cut.height())
    square = QImage(max(1, round(side)), max(1, round(side)), QImage.Format.Format_ARGB32)
    square.fill(Qt.GlobalColor.transparent)
    place = QRectF(0, 0, cut.width(), cut.height())
    place.moveCenter(QRectF(square.rect()).center())
    painter = QPainter(square)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image, cut)
    painter.end()
    return square


class Portrait(QWidget):
    """A portrait `size` pixels across. With neither name nor picture it shows the board's icon."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(QSize(size, size))
        self._name = ""
        self._image: QImage | None = None

    def show_child(self, name: str, image: QImage | None = None) -> None:
        """Show this child; an empty name for no child."""
        self._name, self._image = name, image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._name:
            paint_portrait(painter, box, self._name, self._image)
            return
        board = icons.pixmap("layout-grid", look.colour("accent"), 22, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 22) // 2, (self.height() - 22) // 2, board)
