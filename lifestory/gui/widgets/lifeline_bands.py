"""How homes and the times between them are painted on the line of life: bands with faces and names,
and under a band too narrow for its name, the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from lifestory.app.gaps import Gap
from lifestory.domain.dates import date_in_words
from lifestory.domain.life import Certainty, Home
from lifestory.domain.people import Person
from lifestory.gui import look
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import IMAGE, PicturesModel
from lifestory.gui.models.rows import Lane, Row
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.lifeline_layout import Layout
from lifestory.gui.widgets.portrait import about, paint_portrait

_MIDDLE = Qt.AlignmentFlag.AlignCenter
translate = QCoreApplication.translate
Face = tuple[str, QImage | None]


class PaintsLine:
    """What the painters of a layout share."""

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


class BandPainter(PaintsLine):
    """Paints the lane of homes of a layout; the painter stands where the whole line begins."""

    def paint(self, current: int, *, focused: bool) -> None:
        """Paint every band, and under the narrow ones their names, over the lines that lead to
        names further down."""
        bands = [at for at in self._laid.order if self._rows[at].lane is Lane.HOMES]
        for at in bands:
            self._paint_leader(at)
        for at in bands:
            self._paint_band(at, chosen=at == current, focused=focused)
        for at in bands:
            if (words := self._laid.boxes[at].words) is not None:
                self._painter.fillRect(words, look.colour("ground"))
        for at in bands:
            self._paint_name(at, chosen=at == current)

    def _paint_leader(self, at: int) -> None:
        box = self._laid.boxes[at]
        if box.words is not None:
            x = box.rect.center().x()
            self._painter.setPen(QPen(look.colour("button-edge"), 1))
            self._painter.drawLine(QPointF(x, box.rect.bottom()), QPointF(x, box.words.bottom()))

    def _paint_name(self, at: int, *, chosen: bool) -> None:
        words = self._laid.boxes[at].words
        if words is not None:
            tone = "accent" if chosen else "text"
            write(self._painter, words, self._rows[at].words, look.MINOR, semi=True, tone=tone)

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
        wide = width(row.words, look.BODY) + 8
        while len(faces) > 1 and side * (1 + 0.7 * (len(faces) - 1)) + wide > inside.width():
            faces = faces[:-1]
        if inside.width() < (side if faces else 0) + wide:
            self._paint_narrow(row, self._seen(box), faces)
            return
        for name, image in faces:
            paint_portrait(painter, QRectF(x, middle - side / 2, side, side), name, image)
            x += side * 0.7
        x += side * 0.3 + 8 if faces else 0
        words = QRectF(x, middle - line, inside.right() - x, line)
        said = _stay_in_words(row.record)
        both = width(said, look.MINOR) <= words.width()
        write(painter, words.translated(0, 0 if both else line / 2), row.words, semi=True)
        if both:
            write(painter, words.translated(0, line), said, look.MINOR, tone="quiet")

    def _paint_gap_words(self, words: str, inside: QRectF) -> None:
        """What is known of the time, or a question mark where it has no room."""
        words = words if width(words, look.MINOR) + 8 <= inside.width() else "?"
        ground = QRectF(0, 0, width(words, look.MINOR) + 8, look.larger(20))
        if ground.width() <= inside.width() + 12:
            ground.moveCenter(inside.center())
            self._painter.fillRect(ground, look.colour("look-tint"))
            write(self._painter, ground, words, look.MINOR, tone="look", align=_MIDDLE)

    def _paint_narrow(self, row: Row, box: QRectF, faces: Sequence[Face]) -> None:
        """A short stay: a small face, and the name under it where there is room."""
        fits = width(row.words, look.MINOR) <= box.width() - 4
        side = min(float(look.larger(32 if fits else 40)), box.width() - 6)
        line, middle = look.larger(16), box.center().y()
        if faces and side >= 12:
            face = QRectF(0, 0, side, side)
            face.moveCenter(box.center() - QPointF(0, line / 2 if fits else 0))
            paint_portrait(self._painter, face, *faces[0])
            middle = face.bottom() + 2 + line / 2
        if fits:
            under = QRectF(box.left(), middle - line / 2, box.width(), line)
            write(self._painter, under, row.words, look.MINOR, semi=True, align=_MIDDLE)

    def _seen(self, box: QRectF) -> QRectF:
        """The part of a band that stands right of the heads: its words stay in sight."""
        hidden = self._painter.worldTransform().dx()
        left = max(box.left(), -hidden + self._laid.head + 8)
        return QRectF(min(left, box.right()), box.top(), max(0.0, box.right() - left), box.height())

    def _faces(self, home: Home) -> list[Face]:
        people = {one.id: one for one in self._life.people}
        found = (people[key] for key in home.people if key in people and not people[key].pet)
        return [(one.called, self._face(one)) for one in found][:2]

    def _face(self, person: Person) -> QImage | None:
        image = self._pictures.at(person.portrait).data(IMAGE)
        return about(image, self._life.faces.get(person.id)) if isinstance(image, QImage) else None


def _stay_in_words(home: Home) -> str:
    if home.end is None:
        return translate("Lifeline", "home since {start}").format(start=date_in_words(home.start))
    said = translate("Lifeline", "{start} to {end}")
    return said.format(start=date_in_words(home.start), end=date_in_words(home.end))


def width(words: str, scale: float) -> float:
    """How wide some words are when they are set strong, in pixels."""
    return QFontMetricsF(look.font(scale, QFont.Weight.DemiBold)).horizontalAdvance(words)


def _ring(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    grown = QPainterPath()
    grown.addRoundedRect(box.adjusted(-1, -1, 1, 1), 9, 9)
    painter.strokePath(grown, QPen(look.colour("accent"), 3 if focused else 2))
