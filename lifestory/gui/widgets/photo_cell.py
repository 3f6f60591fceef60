"""How a photo stands in the grid: the picture, and under it, never on it, what there is to know."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.domain.media import Original, Photo
from lifestory.gui import look
from lifestory.gui.models import grid
from lifestory.gui.widgets.card import paint_badge_from, write

WIDE, HIGH, FOOT, GAP = 172, 126, 26, 14
LOW_PIXELS = 1000
"""A long side under this prints below 200 dpi at the width of an A4 column (about 130 mm)."""


class PhotoDelegate(QStyledItemDelegate):
    """Paints one photo of the grid."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(WIDE + GAP, HIGH + FOOT + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        photo: Photo = index.data(grid.PHOTO)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(option.rect.left() + GAP / 2, option.rect.top() + GAP / 2, WIDE, HIGH)
        paint_photo(painter, frame, index.data(grid.IMAGE), whole=photo.scan)
        if option.state & QStyle.StateFlag.State_Selected:
            ring = QPainterPath()
            ring.addRoundedRect(frame.adjusted(-3.5, -3.5, 3.5, 3.5), 8, 8)
            painter.strokePath(ring, QPen(look.colour("accent"), 3))
        _paint_badges(painter, frame, photo, index.data(grid.ORIGINAL))
        painter.restore()


def paint_photo(
    painter: QPainter, frame: QRectF, image: QImage | None, *, whole: bool = False
) -> None:
    """A photo in a frame with round corners; `whole` shows all of it, else the frame is filled
    from the upper middle, where faces are."""
    shape = QPainterPath()
    shape.addRoundedRect(frame, 6, 6)
    painter.fillPath(shape, look.colour("neutral-tint"))
    if image is None or image.isNull():
        return
    wide, high = frame.width() / image.width(), frame.height() / image.height()
    # A tall picture would lose heads or feet if it filled a wide frame.
    fits = whole or image.height() > image.width()
    scale = min(wide, high) if fits else max(wide, high)
    box = QRectF(0, 0, image.width() * scale, image.height() * scale)
    box.moveCenter(frame.center())
    if box.height() > frame.height():
        box.moveTop(frame.top() - (box.height() - frame.height()) / 3)
    painter.save()
    painter.setClipPath(shape)
    painter.drawImage(box, image)
    painter.restore()


def _paint_badges(
    painter: QPainter, frame: QRectF, photo: Photo, original: Original | None
) -> None:
    x, middle = frame.left(), frame.bottom() + 16
    translate = grid.translate
    if original and max(original.width, original.height) < LOW_PIXELS:
        words = translate("Grid", "Low res")
        x = paint_badge_from(painter, x, middle, words=words, icon="scan", tone="look") + 6
    if original and original.had_gps:
        words = translate("Grid", "Location")
        x = paint_badge_from(painter, x, middle, words=words, icon="map-pin", tone="neutral") + 6
    if photo.taken == type(photo.taken).unknown():
        words = translate("Grid", "Date?")
        x = paint_badge_from(painter, x, middle, words=words, icon="", tone="neutral") + 6
    said = grid.caption(photo)
    if said and x == frame.left():
        box = QRectF(frame.left(), frame.bottom() + 4, frame.width(), 20)
        write(painter, box, said, look.MINOR, tone="quiet", align=Qt.AlignmentFlag.AlignVCenter)
