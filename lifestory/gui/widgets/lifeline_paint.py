"""How the line of life is painted: the scale, the points with their words, the heads; the homes are
painted in `lifeline_bands`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from lifestory.domain.dates import MONTHS, Precision
from lifestory.domain.life import Certainty
from lifestory.gui import look
from lifestory.gui.models.lanes import birthdays, months, quarters, years
from lifestory.gui.models.rows import Lane, Row
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.lifeline_bands import BandPainter, PaintsLine, width
from lifestory.gui.widgets.lifeline_layout import AGES, PHOTOS, YEARS, Box, short

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_MANY = 6
"""From so many lines of labels on, the lines that lead to them stand back."""
translate = QCoreApplication.translate


class LanePainter(PaintsLine):
    """Paints one view of a layout."""

    _seen_from = _seen_to = 0

    def paint(self, view: QSize, offset: QPoint, current: int, *, focused: bool) -> None:
        """Paint what lies in a view of that size, scrolled by `offset`."""
        painter, laid = self._painter, self._laid
        painter.save()
        painter.setClipRect(QRectF(laid.head, 0, view.width() - laid.head, view.height()))
        painter.translate(-offset.x(), -offset.y())
        self._seen_from = offset.x() - look.larger(60)
        self._seen_to = offset.x() + view.width() + look.larger(60)
        bottom = max(laid.height, float(view.height() + offset.y()))
        self._paint_scale(bottom)
        self._paint_photos()
        BandPainter(painter, self._life, laid, self._pictures, self._rows).paint(
            current, focused=focused
        )
        self._paint_milestones(current, focused=focused)
        self._paint_ages(current, focused=focused)
        self._paint_today(bottom)
        painter.restore()
        painter.save()
        painter.translate(0, -offset.y())
        self._paint_heads(view, bottom)
        painter.restore()

    def _paint_scale(self, bottom: float) -> None:
        """The years and, where there is room for them, the months."""
        laid, last = self._laid, 0.0
        first, end = laid.day_at(self._seen_from), laid.day_at(self._seen_to)
        for day in years(laid.span):
            x = laid.scale.x(day)
            if not self._seen_from <= x <= self._seen_to:
                continue
            self._paint_tick(x, bottom, str(day.year) if x >= last else "", strong=True)
            last = x + look.larger(44) if x >= last else last
        if self._has_months:
            for day in months(max(first, laid.span.first), min(end, laid.span.last)):
                self._paint_tick(laid.scale.x(day), bottom, MONTHS[day.month - 1][:3])

    def _paint_tick(self, x: float, bottom: float, words: str, *, strong: bool = False) -> None:
        painter = self._painter
        pen = QPen(look.colour("line"), 1)
        if not strong:
            pen.setDashPattern([2, 4])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, look.larger(YEARS) - 10), QPointF(x, bottom))
        wide = look.larger(44)
        if words and x + wide <= self._laid.scale.x(self._life.today) - look.larger(16):
            box = QRectF(x + 6, 4, wide, look.larger(YEARS) - 8)
            write(painter, box, words, look.MINOR, tone="quiet", semi=strong and self._has_months)

    @property
    def _has_months(self) -> bool:
        return self._laid.scale.step * 28 >= look.larger(44)

    def _paint_ages(self, current: int, *, focused: bool) -> None:
        painter, laid, born = self._painter, self._laid, self._life.born
        if born is None:
            return
        top, high, wide = laid.tops["ages"], look.larger(AGES), look.larger(44)
        birth = next((at for at, row in enumerate(self._rows) if row.lane is Lane.BIRTH), -1)
        last = float("-inf")
        for age, day in birthdays(born, laid.span.last):
            x = laid.scale.x(day)
            if x - last < look.larger(28):
                continue
            last = x
            words = str(age) if age else translate("Lifeline", "born")
            box = QRectF(x - wide / 2, top + 2, wide, high - look.larger(14))
            if age == 0 and birth == current:
                frame = laid.boxes[birth].rect
                _chosen(painter, frame, focused=focused)
            tone = "accent" if age == 0 else "quiet"
            write(painter, box, words, look.MINOR, semi=age == 0, tone=tone, align=_MIDDLE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if age == 0 else "field-edge"))
            radius = 4 if age == 0 else 2.5
            painter.drawEllipse(QPointF(x, top + high - look.larger(8)), radius, radius)

    def _paint_today(self, bottom: float) -> None:
        painter, laid = self._painter, self._laid
        x = laid.scale.x(self._life.today)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawLine(QPointF(x, look.larger(YEARS) - 4), QPointF(x, bottom))
        words = translate("Lifeline", "today")
        wide = width(words, look.MINOR) + 16
        box = QRectF(min(x - wide / 2, laid.width - wide - 2), 4, wide, look.larger(20))
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, look.colour("chosen"))
        if look.worn() is look.Scheme.HIGH_CONTRAST:
            painter.strokePath(shape, QPen(look.colour("accent"), 1))
        write(painter, box, words, look.MINOR, semi=True, tone="accent", align=_MIDDLE)

    def _paint_milestones(self, current: int, *, focused: bool) -> None:
        painter, laid = self._painter, self._laid
        top = laid.tops["milestones"]
        every = [(at, laid.boxes[at]) for at in laid.order
                 if self._rows[at].lane is Lane.MILESTONES]  # fmt: skip
        first, last = self._seen_from, self._seen_to
        points = [one for one in every
                  if one[1].rect.right() >= first and one[1].rect.left() <= last]  # fmt: skip
        many = any(box.label and box.label.line >= _MANY for _, box in every)
        painter.setPen(QPen(look.colour("line" if many else "button-edge"), 1))
        for _, box in points:
            painter.drawLine(QPointF(box.mark.x(), top), box.mark)
        for at, box in points:
            self._paint_words(self._rows[at], box, chosen=at == current, focused=focused)
        for at, box in points:
            paint_mark(painter, box.mark, self._rows[at].certainty)

    def _paint_words(self, row: Row, box: Box, *, chosen: bool, focused: bool) -> None:
        assert box.words is not None
        painter = self._painter
        middle, high = box.words.center(), look.larger(24)
        ground = QRectF(box.words.left() - 4, middle.y() - high / 2, box.words.width() + 4, high)
        if chosen:
            _chosen(painter, ground, focused=focused)
        else:
            wide = min(width(short(row), look.BODY) + 8, ground.width())
            if box.words.left() < box.mark.x():
                ground.setLeft(ground.right() - wide)
            painter.fillRect(QRectF(ground.left(), ground.top(), wide, high), look.colour("ground"))
        tone = "look" if row.certainty is Certainty.NOT_KNOWN and not chosen else "text"
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if box.words.left() < box.mark.x():
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        words = ground.adjusted(4, 0, -2, 0)
        write(painter, words, short(row), semi=chosen, tone=tone, align=align)

    def _paint_photos(self) -> None:
        days = [
            span.middle
            for photo in self._life.photos
            if photo.taken.precision is not Precision.UNKNOWN
            and (span := photo.taken.span(self._life.born))
        ]
        counts = list(quarters(days, self._laid.span))
        most = max((count for _, _, count in counts), default=0)
        if not most:
            return
        top, high = self._laid.tops["photos"] + 8, look.larger(PHOTOS) - 16.0
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(look.colour("button-edge"))
        for first, after, count in counts:
            if count:
                left, right = self._laid.scale.x(first) + 2, self._laid.scale.x(after) - 2
                tall = max(2.0, high * count / most)
                bar = QRectF(left, top + high - tall, max(2.0, right - left), tall)
                self._painter.drawRoundedRect(bar, 2, 2)

    def _paint_heads(self, view: QSize, bottom: float) -> None:
        painter, laid = self._painter, self._laid
        painter.fillRect(QRectF(0, 0, laid.head, bottom), look.colour("ground"))
        painter.setPen(QPen(look.colour("line"), 1))
        for name in ("homes", "milestones", "photos"):
            y = laid.tops[name]
            if name in laid.heads:
                painter.drawLine(QPointF(24, y), QPointF(view.width(), y))
        for name, words in laid.heads.items():
            high = look.larger(AGES if name == "ages" else 44)
            box = QRectF(24, laid.tops[name], laid.head - 24, high)
            write(painter, box, words, look.MINOR, semi=True, tone="quiet")


def paint_mark(painter: QPainter, middle: QPointF, certainty: Certainty) -> None:
    """Known is a filled point, thought a ring, not known a dashed ring with a question mark."""
    ink = look.colour("look" if certainty is Certainty.NOT_KNOWN else "text")
    pen = QPen(ink, 2)
    painter.setBrush(ink if certainty is Certainty.KNOWN else look.colour("ground"))
    radius = 6.0
    if certainty is Certainty.NOT_KNOWN:
        pen.setDashPattern([1.5, 1.5])
        radius = 9
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)
    if certainty is Certainty.NOT_KNOWN:
        around = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
        mark = look.font(look.MINOR, QFont.Weight.DemiBold)
        mark.setPixelSize(12)
        painter.setFont(mark)
        painter.drawText(around, _MIDDLE, "?")


def _chosen(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """The tint of what is chosen, with its edge."""
    shape = QPainterPath()
    shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.fillPath(shape, look.colour("chosen"))
    contrast = look.worn() is look.Scheme.HIGH_CONTRAST
    painter.strokePath(shape, QPen(look.colour("accent"), 2 if focused or contrast else 1))
