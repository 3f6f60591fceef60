"""How a photo stands in the grid: the picture, and under it, never on it, what there is to know."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.app.album import PhotoLook
from lifestory.gui import icons, look
from lifestory.gui.models import grid
from lifestory.gui.models.grid import GridModel
from lifestory.gui.models.groups import Heading, Row
from lifestory.gui.models.photo_words import name_of, translate
from lifestory.gui.widgets.card import paint_badge_from, write

WIDE, GAP = 172, 14
_SHAPE = 126 / 172
_FOOT, _HEADING = 26, 34
_LEAST_SHOWN = 0.6
"""Less of a photo than that is not shown of it: a face might be cut."""
_STATE = QStyle.StateFlag


class PhotoDelegate(QStyledItemDelegate):
    """Paints a photo or a heading. The cells share the width there is evenly."""

    def __init__(self, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self._cell = QSize(WIDE + GAP, 0)
        self._heading = QSize()
        self.columns = 1
        self.fit(WIDE + GAP)

    def fit(self, width: int) -> bool:
        """Take up this width, in pixels; True when that changes any size."""
        before = (self._cell, self._heading)
        # A line that is full to the last pixel is already too full for Qt.
        self.columns = max(1, (width - 1) // (WIDE + GAP))
        wide = (width - 1) // self.columns
        high = round((wide - GAP) * _SHAPE) + look.larger(_FOOT) + GAP
        self._cell = QSize(wide, high)
        self._heading = QSize(width, look.larger(_HEADING))
        return before != (self._cell, self._heading)

    @property
    def cell(self) -> QSize:
        """The size of a photo with its badges."""
        return self._cell

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        model = index.model()
        heading = isinstance(model, GridModel) and model.is_heading(index.row())
        return self._heading if heading else self._cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(grid.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        if isinstance(row, Heading):
            _paint_heading(painter, QRectF(option.rect).adjusted(GAP / 2, 0, -GAP / 2, 0), row)
        else:
            frame = box.adjusted(0, 0, 0, -look.larger(_FOOT))
            paint_photo(painter, frame, index.data(grid.IMAGE), whole=row.look.photo.scan)
            _paint_choice(painter, frame, option.state)
            _paint_badges(painter, frame, row.look)
        painter.restore()


def paint_photo(
    painter: QPainter, frame: QRectF, image: QImage | None, *, whole: bool = False
) -> None:
    """A photo in a frame with round corners; `whole` shows all of it, else the frame is filled
    from the upper middle, where faces are, unless too much would be hidden."""
    shape = QPainterPath()
    shape.addRoundedRect(frame, 6, 6)
    painter.fillPath(shape, look.colour("neutral-tint"))
    if image is None or image.isNull():
        return
    wide, high = frame.width() / image.width(), frame.height() / image.height()
    shown = min(wide, high) / max(wide, high)
    # A tall picture would lose heads or feet if it filled a wide frame.
    fits = whole or image.height() > image.width() or shown < _LEAST_SHOWN
    scale = min(wide, high) if fits else max(wide, high)
    box = QRectF(0, 0, image.width() * scale, image.height() * scale)
    box.moveCenter(frame.center())
    if box.height() > frame.height():
        box.moveTop(frame.top() - (box.height() - frame.height()) / 3)
    painter.save()
    painter.setClipPath(shape)
    painter.drawImage(box, image)
    painter.restore()


def _paint_heading(painter: QPainter, box: QRectF, heading: Heading) -> None:
    line = box.adjusted(0, 8, 0, -2)
    write(painter, line, heading.title, semi=True)
    wide = QFontMetricsF(look.font(look.BODY, QFont.Weight.DemiBold)).horizontalAdvance(
        heading.title
    )
    note = line.adjusted(wide + 10, 0, 0, 0)
    if note.width() > 40:
        write(painter, note, heading.note, tone="quiet")


def _paint_choice(painter: QPainter, frame: QRectF, state: QStyle.StateFlag) -> None:
    chosen = bool(state & _STATE.State_Selected)
    if not chosen and not state & _STATE.State_HasFocus:
        return
    ring = QPainterPath()
    ring.addRoundedRect(frame.adjusted(-3.5, -3.5, 3.5, 3.5), 8, 8)
    painter.strokePath(ring, QPen(look.colour("accent"), 3 if chosen else 2))
    if not chosen:
        return
    tick = QRectF(frame.left() + 8, frame.top() + 8, 20, 20)
    box = QPainterPath()
    box.addRoundedRect(tick, 4, 4)
    painter.fillPath(box, look.colour("accent"))
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.pixmap("check", look.colour("on-accent"), 16, ratio)
    painter.drawPixmap(QPointF(tick.left() + 2, tick.top() + 2), drawn)


def _paint_badges(painter: QPainter, frame: QRectF, shown: PhotoLook) -> None:
    x, middle = frame.left(), frame.bottom() + look.larger(_FOOT) / 2 + 2
    right = frame.right() + GAP / 2
    there = badges(shown)
    for number, (words, icon, tone) in enumerate(there):
        left = len(there) - number - 1
        rest = _badge_width(f"+{left}", "") + 5 if left else 0
        if x + _badge_width(words, icon) + rest > right:
            paint_badge_from(painter, x, middle, words=f"+{left + 1}", icon="", tone="neutral")
            return
        x = paint_badge_from(painter, x, middle, words=words, icon=icon, tone=tone) + 5
    said = name_of(shown)
    if said and x == frame.left():
        high = look.larger(20)
        line = QRectF(frame.left(), middle - high / 2, frame.width(), high)
        write(painter, line, said, look.MINOR, tone="quiet")


def _badge_width(words: str, icon: str) -> float:
    letters = QFontMetricsF(look.font(look.MINOR, QFont.Weight.DemiBold))
    return letters.horizontalAdvance(words) + (33 if icon else 17)


def badges(shown: PhotoLook) -> list[tuple[str, str, str]]:
    """What stands under a photo: words, icon and tone. Nothing to do, no badge."""
    found = []
    if shown.used:
        found.append((f"×{shown.used}", "book-open", "accent"))
    if shown.no_permission:
        found.append((translate("Photos", "No permission"), "user-x", "stop"))
    if shown.low:
        found.append((translate("Photos", "Low res"), "scan", "look"))
    if shown.original is not None and shown.original.had_gps:
        found.append((translate("Photos", "Location"), "map-pin", "neutral"))
    if shown.questioned:
        found.append((translate("Photos", "Date?"), "calendar", "neutral"))
    if shown.held_until:
        words = translate("Photos", "Held until {age}").format(age=shown.held_until)
        found.append((words, "eye-off", "neutral"))
    return found
