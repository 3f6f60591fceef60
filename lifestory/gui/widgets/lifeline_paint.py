"""How the line of life is painted: the scale, the bands, the points with their words, the heads."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from lifestory.app.gaps import Gap
from lifestory.domain.dates import Precision, date_in_words
from lifestory.domain.life import Certainty, Home
from lifestory.gui import look
from lifestory.gui.models.lanes import birthdays, quarters, years
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import IMAGE, PicturesModel
from lifestory.gui.models.rows import Lane, Row
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.lifeline_layout import AGES, PAD, PHOTOS, YEARS, Box, Layout, short
from lifestory.gui.widgets.portrait import paint_portrait

_MIDDLE = Qt.AlignmentFlag.AlignCenter
translate = QCoreApplication.translate


class LanePainter:
    """Paints one view of a layout."""

    def __init__(
        self,
        painter: QPainter,
        life: Life,
        laid: Layout,
        pictures: PicturesModel,
        rows: Sequence[Row],
    ) -> None:
        self._painter, self._life, self._laid = painter, life, laid
        self._pictures, self._rows = pictures, rows

    def paint(self, view: QSize, offset: QPoint, current: int, *, focused: bool) -> None:
        """Paint what lies in a view of that size, scrolled by `offset`."""
        painter, laid = self._painter, self._laid
        painter.save()
        painter.setClipRect(QRectF(laid.head, 0, view.width() - laid.head, view.height()))
        painter.translate(-offset.x(), -offset.y())
        bottom = max(laid.height, float(view.height() + offset.y()))
        self._paint_scale(bottom)
        self._paint_photos()
        for at in laid.order:
            if self._rows[at].lane is Lane.HOMES:
                self._paint_band(at, chosen=at == current, focused=focused)
        self._paint_milestones(current, focused=focused)
        self._paint_ages(current, focused=focused)
        self._paint_today(bottom)
        painter.restore()
        painter.save()
        painter.translate(0, -offset.y())
        self._paint_heads(view, bottom)
        painter.restore()

    def _paint_scale(self, bottom: float) -> None:
        painter, laid = self._painter, self._laid
        painter.setPen(QPen(look.colour("line"), 1))
        last = 0.0
        for day in years(laid.span):
            x = laid.scale.x(day)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(x, look.larger(YEARS) - 10), QPointF(x, bottom))
            wide = look.larger(44)
            if x >= last and x + wide <= laid.scale.x(self._life.today) - look.larger(16):
                box = QRectF(x + 6, 4, wide, look.larger(YEARS) - 8)
                write(painter, box, str(day.year), look.MINOR, tone="quiet")
                last = x + wide

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
        wide = _width(words, look.MINOR) + 16
        box = QRectF(min(x - wide / 2, laid.width - wide - 2), 4, wide, look.larger(20))
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, look.colour("chosen"))
        if look.worn() is look.Scheme.HIGH_CONTRAST:
            painter.strokePath(shape, QPen(look.colour("accent"), 1))
        write(painter, box, words, look.MINOR, semi=True, tone="accent", align=_MIDDLE)

    def _paint_band(self, at: int, *, chosen: bool, focused: bool) -> None:
        painter, row, box = self._painter, self._rows[at], self._laid.boxes[at].rect
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if isinstance(row.record, Gap):
            ink = look.colour("look")
            painter.fillPath(shape, look.colour("look-tint"))
            painter.fillPath(shape, QBrush(ink, Qt.BrushStyle.BDiagPattern))
            pen = QPen(ink, 1.5)
            pen.setDashPattern([3, 3])
            painter.strokePath(shape, pen)
        else:
            painter.fillPath(shape, look.colour("chosen" if chosen else "paper"))
            sure = row.certainty is Certainty.KNOWN
            pen = QPen(look.colour("accent" if chosen else "field-edge"), 1.0)
            if not sure:
                pen.setDashPattern([4, 3])
            painter.strokePath(shape, pen)
        if chosen:
            _ring(painter, box, focused=focused)
        self._paint_band_words(row, box)

    def _paint_band_words(self, row: Row, box: QRectF) -> None:
        painter, inside = self._painter, self._seen(box.adjusted(8, 4, -8, -4))
        if isinstance(row.record, Gap):
            self._paint_gap_words(row.words, inside)
            return
        if not isinstance(row.record, Home):
            return
        side = float(look.larger(40))
        x, middle, line = inside.left(), inside.center().y(), float(look.larger(20))
        faces = self._faces(row.record)
        wide = _width(row.words, look.BODY) + 8
        while len(faces) > 1 and side * (1 + 0.7 * (len(faces) - 1)) + wide > inside.width():
            faces = faces[:-1]
        if inside.width() < side + wide:
            self._paint_narrow(row, self._seen(box), faces)
            return
        for name, image in faces:
            paint_portrait(painter, QRectF(x, middle - side / 2, side, side), name, image)
            x += side * 0.7
        x += side * 0.3 + 8 if faces else 0
        words = QRectF(x, middle - line, inside.right() - x, line)
        said = _stay_in_words(row.record)
        both = _width(said, look.MINOR) <= words.width()
        write(painter, words.translated(0, 0 if both else line / 2), row.words, semi=True)
        if both:
            write(painter, words.translated(0, line), said, look.MINOR, tone="quiet")

    def _paint_gap_words(self, words: str, inside: QRectF) -> None:
        """What is known of the time, or a question mark where it has no room."""
        words = words if _width(words, look.MINOR) + 8 <= inside.width() else "?"
        ground = QRectF(0, 0, _width(words, look.MINOR) + 8, look.larger(20))
        if ground.width() <= inside.width() + 12:
            ground.moveCenter(inside.center())
            self._painter.fillRect(ground, look.colour("look-tint"))
            write(self._painter, ground, words, look.MINOR, tone="look", align=_MIDDLE)

    def _paint_narrow(
        self, row: Row, box: QRectF, faces: Sequence[tuple[str, QImage | None]]
    ) -> None:
        """A short stay: a small face, and the name under it where there is room."""
        fits = _width(row.words, look.MINOR) <= box.width() - 4
        side = min(float(look.larger(32 if fits else 40)), box.width() - 6)
        if side < 12 or not faces:
            return
        centre = box.center() - QPointF(0, look.larger(8) if fits else 0)
        face = QRectF(0, 0, side, side)
        face.moveCenter(centre)
        paint_portrait(self._painter, face, *faces[0])
        if fits:
            under = QRectF(box.left(), face.bottom() + 2, box.width(), look.larger(16))
            write(self._painter, under, row.words, look.MINOR, semi=True, align=_MIDDLE)

    def _seen(self, box: QRectF) -> QRectF:
        """The part of a band that stands right of the heads: its words stay in sight."""
        hidden = self._painter.worldTransform().dx()
        left = max(box.left(), -hidden + self._laid.head + 8)
        return QRectF(min(left, box.right()), box.top(), max(0.0, box.right() - left), box.height())

    def _faces(self, home: Home) -> list[tuple[str, QImage | None]]:
        people = {one.id: one for one in self._life.people}
        found = (people[key] for key in home.people if key in people and not people[key].pet)
        return [(one.called, self._image(one.portrait)) for one in found][:2]

    def _image(self, key: UUID | None) -> QImage | None:
        image = self._pictures.at(key).data(IMAGE)
        return image if isinstance(image, QImage) else None

    def _paint_milestones(self, current: int, *, focused: bool) -> None:
        painter, laid = self._painter, self._laid
        top = laid.tops["milestones"]
        points = [(at, laid.boxes[at]) for at in laid.order
                  if self._rows[at].lane is Lane.MILESTONES]  # fmt: skip
        painter.setPen(QPen(look.colour("button-edge"), 1))
        for _, box in points:
            painter.drawLine(QPointF(box.mark.x(), top), box.mark)
        for at, box in points:
            self._paint_words(self._rows[at], box, chosen=at == current, focused=focused)
        for at, box in points:
            paint_mark(painter, box.mark, self._rows[at].certainty)
        if not points:
            words = translate("Lifeline", "First steps, a new home, a seaside holiday")
            room = QRectF(laid.head + 24, top + look.larger(PAD), 600, look.larger(40))
            write(painter, room, words, tone="quiet")

    def _paint_words(self, row: Row, box: Box, *, chosen: bool, focused: bool) -> None:
        assert box.words is not None
        painter = self._painter
        middle, high = box.words.center(), look.larger(24)
        ground = QRectF(box.words.left() - 4, middle.y() - high / 2, box.words.width() + 4, high)
        if chosen:
            _chosen(painter, ground, focused=focused)
        else:
            wide = min(_width(short(row), look.BODY) + 8, ground.width())
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


def _stay_in_words(home: Home) -> str:
    if home.end is None:
        return translate("Lifeline", "home since {start}").format(start=date_in_words(home.start))
    said = translate("Lifeline", "{start} to {end}")
    return said.format(start=date_in_words(home.start), end=date_in_words(home.end))


def _width(words: str, scale: float) -> float:
    return QFontMetricsF(look.font(scale, QFont.Weight.DemiBold)).horizontalAdvance(words)


def _chosen(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """The tint of what is chosen, with its edge."""
    shape = QPainterPath()
    shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.fillPath(shape, look.colour("chosen"))
    contrast = look.worn() is look.Scheme.HIGH_CONTRAST
    painter.strokePath(shape, QPen(look.colour("accent"), 2 if focused or contrast else 1))


def _ring(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    grown = QPainterPath()
    grown.addRoundedRect(box.adjusted(-1, -1, 1, 1), 9, 9)
    painter.strokePath(grown, QPen(look.colour("accent"), 3 if focused else 2))
