"""One photo beside the grid: what is known of it, who is in it, where it stands in the book."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lifestory.app.album import Album, Doubt, PhotoLook, sharp_to
from lifestory.app.offered_dates import offered_dates
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.gui.models.mentions import Targets
from lifestory.gui.models.page_aim import PageAim
from lifestory.gui.models.photo_words import (
    age_then,
    caption,
    day_in_words,
    name_of,
    origin_in_words,
    page_in_words,
    question_of,
    source_in_words,
    used_in_words,
)
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import BandWords, TellFrom
from lifestory.gui.widgets.date_question import DateQuestion
from lifestory.gui.widgets.dates import DateField
from lifestory.gui.widgets.edition_tabs import edition_words
from lifestory.gui.widgets.photo_cell import paint_photo
from lifestory.gui.widgets.tick_box import TickBox
from lifestory.gui.widgets.who_field import WhoField


class PhotoPanel(QWidget):
    """Says what the worker knows better. `captioned` carries the photo's id and a dict by band,
    `described` its id and words, `dated` an HonestDate, `date_confirmed` that it is right as it is,
    `told_from` an age in years, `edges_kept` yes or no. `page_asked` carries the PageAim of a page
    it stands on."""

    captioned = Signal(object, object)
    dated = Signal(object)
    date_confirmed = Signal()
    described = Signal(object, str)
    told_from = Signal(int)
    edges_kept = Signal(bool)
    page_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._look: PhotoLook | None = None
        self._album = Album()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)
        self.picture = Picture()
        self.column.addWidget(self.picture)
        self.title = parts.label(kind="title", wrap=True)
        self.column.addWidget(self.title)
        self.when = DateField(self.tr("When it was taken"))
        self.when.tells = self._tell_of
        self.when.edited.connect(self.dated)
        self.column.addWidget(self.when)
        self.question = DateQuestion()
        self.question.chosen.connect(self.dated)
        self.question.confirmed.connect(self.date_confirmed)
        self.question.aged.connect(self._begin_with_age)
        self.column.addWidget(self.question)
        self.origin = parts.label(kind="minor", tone="quiet", wrap=True)
        self.column.addWidget(self.origin)
        self.who = WhoField()
        self._section(self.tr("Who is in it"), self.who)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(4)
        self.used = parts.label(tone="quiet", wrap=True)
        self._section(self.tr("In the book"), self.used)
        self.column.addLayout(self._pages)
        self.sharp = parts.label(wrap=True)
        self._section(self.tr("Good enough to print"), self.sharp)
        self.location = parts.label(kind="minor", tone="quiet", wrap=True)
        self.column.addWidget(self.location)
        self.words = BandWords(self.tr("Caption"))
        self.words.edited.connect(lambda texts: self.captioned.emit(self.ids[0], texts))
        self._section(self.tr("Caption"), self.words)
        self.alt = parts.Field(self.tr("What it shows, for someone who cannot see it"))
        self.alt.left.connect(self._describe)
        self._section(self.alt.accessibleName(), self.alt)
        self.tell = TellFrom()
        self.tell.edited.connect(self.told_from)
        self._section(self.tr("May be shown from age"), self.tell)
        self.edges = TickBox(self.tr("Keep its edges"))
        self.edges.setAccessibleName(self.tr("A drawing or document: keep its edges"))
        self.edges.setToolTip(
            self.tr("Shown whole, to its paper's edge, never cut to fill a frame")
        )
        self.edges.clicked.connect(self.edges_kept)
        self._section(self.tr("A drawing or document"), self.edges)
        self.column.addStretch(1)

    def _section(self, heading: str, shown: QWidget) -> None:
        self.column.addSpacing(8)
        self.column.addWidget(parts.label(heading, "field", "quiet", wrap=True))
        self.column.addWidget(shown)

    @property
    def look(self) -> PhotoLook | None:
        """The photo that is shown."""
        return self._look

    @property
    def ids(self) -> list[UUID]:
        """The id of the photo that is shown."""
        return [self._look.photo.id] if self._look else []

    def show_photo(
        self, look: PhotoLook, album: Album, mentions: Targets, image: QImage | None
    ) -> None:
        """Show one; what is being typed for the same photo is left alone."""
        photo, before = look.photo, self._look
        if before is None or before.photo.id != photo.id:
            self.say()
            self.words.drop()
            self.when.drop()
            self.alt.setModified(False)
            self.show_pages(())
        self._look, self._album = look, album
        self.picture.show_image(image, whole=photo.scan)
        self.title.setText(name_of(look) or self.tr("No caption yet"))
        parts.set_tone(self.title, "" if caption(photo) else "quiet")
        self.when.show_date(photo.taken)
        offered = offered_dates(album, look) if look.questioned else ()
        doubted = look.doubt is not Doubt.NONE
        self.question.ask(question_of(album, look), offered, doubted=doubted)
        self.origin.setText(origin_in_words(look))
        self.origin.setVisible(bool(self.origin.text()))
        self.who.show_who(photo.people, album)
        self._show_use()
        self._show_print(look)
        self.words.show_texts(photo.id, photo.captions, mentions)
        if not self.alt.isModified():
            self.alt.setText(photo.alt)
        self.tell.show_age(photo.tell_from_age)
        self.edges.setChecked(photo.scan)

    def show_pages(self, places: Sequence[tuple[Edition, tuple[int, ...]]]) -> None:
        """The pages on which it stands, once they are known."""
        while (item := self._pages.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for edition, numbers in places:
            for number in numbers:
                button = self._page(edition, number)
                self._pages.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        if places:
            self.used.setText("")
        self.used.setVisible(bool(self.used.text()))

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        if self._look is not None:
            self.when.say()
            self.words.say()
            self._describe()

    def forget(self) -> None:
        """Show nothing any more."""
        self._look, self._album = None, Album()
        for field in (self.when, self.words, self.who, self.tell):
            field.forget()
        self.alt.clear()
        self.picture.show_image(None)
        for words in (self.title, self.used, self.sharp, self.location):
            words.setText("")
        self.show_pages(())

    def _page(self, edition: Edition, number: int) -> QPushButton:
        words = page_in_words(edition_words(edition), number)
        button = parts.button(words, "book-open", size="small")
        button.clicked.connect(lambda: self.page_asked.emit(PageAim(edition.id, number)))
        return button

    def _show_use(self) -> None:
        look = self._look
        if look is not None and not (look.used and self._pages.count()):
            self.used.setText(used_in_words(look))
        self.used.setVisible(bool(self.used.text()))

    def _show_print(self, look: PhotoLook) -> None:
        wide, high = sharp_to(look.size)
        said = self.tr("Sharp up to {wide} × {high} mm").format(wide=wide, high=high)
        if look.low:
            said += self.tr(". Keep it small on the page.")
        self.sharp.setText(said if any(look.size) else self.tr("Its file is not here."))
        parts.set_tone(self.sharp, "look" if look.low else "")
        hidden = self.tr("Its location stays in the original, never in print.")
        had = look.original is not None and look.original.had_gps
        self.location.setText(hidden if had else "")
        self.location.setVisible(had)

    def _tell_of(self, when: HonestDate) -> str:
        """ "Sun 12 May 2024, from the camera. Robin was 7." while one types and after."""
        photo: Photo | None = self._look.photo if self._look else None
        source = source_in_words(photo.taken_from) if photo and photo.taken == when else ""
        dated = ", ".join(part for part in (day_in_words(when), source) if part)
        age = age_then(self._album, when)
        return f"{dated}. {age}." if age else dated

    def _begin_with_age(self) -> None:
        self.when.setFocus()
        self.when.field.selectAll()
        self.when.field.insert(self.tr("aged "))

    def _describe(self) -> None:
        if self.alt.isModified() and self._look is not None:
            self.alt.setModified(False)
            self.described.emit(self.ids[0], self.alt.text().strip())


class Picture(QWidget):
    """The photo at the top of the inspector."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(164)
        self._image: QImage | None = None
        self._whole = False

    def show_image(self, image: QImage | None, *, whole: bool = False) -> None:
        """Show a small picture, or that there is none yet."""
        self._image, self._whole = image, whole
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_photo(painter, QRectF(self.rect()), self._image, whole=self._whole)
