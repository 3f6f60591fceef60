"""Beside a passage: how long it is for its reader, how it is known, from which age it is told, and
the margin of an older reader's page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.reading import Measure, limits, sentences
from lifestory.app.words import Paragraph, plain, read, write
from lifestory.domain.life import Evidence
from lifestory.domain.readers import Band, band_for, text_for
from lifestory.domain.stories import Passage
from lifestory.gui.models.life import Life
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import TellFrom, band_word
from lifestory.gui.widgets.evidence import EvidenceField
from lifestory.gui.widgets.facts_behind import FactsBehind
from lifestory.gui.widgets.meter import Meter
from lifestory.gui.widgets.side_notes import SideNotes
from lifestory.gui.widgets.translations import Translations

LATER = {Band.OLDER, Band.ADULT}
"""The bands whose pages have a margin for notes and a pull quote."""


class Telling(QWidget):
    """`edited` carries the passage before and as it now is; `source_named` the title of a source
    that is not in the case yet; `met` a Named, somebody new; `taken_out` asks for the passage to
    go."""

    edited = Signal(object, object)
    source_named = Signal(str)
    met = Signal(object)
    taken_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._band = band_for(None)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.reader = parts.label(kind="title", wrap=True)
        column.addWidget(self.reader)
        says = self.tr("A page at a time. You can go over; we only say so.")
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        column.addSpacing(4)
        self.words = Meter(self.tr("Words"))
        self.longest = Meter(self.tr("Longest sentence"))
        column.addWidget(self.words)
        column.addWidget(self.longest)
        column.addSpacing(8)
        self.later = self._margin()
        column.addWidget(self.later)
        self.translations = Translations()
        column.addWidget(self.translations)
        column.addSpacing(8)
        self.from_age = TellFrom()
        column.addLayout(parts.under(self.tr("Tell from age"), self.from_age))
        column.addSpacing(8)
        self.evidence = EvidenceField()
        column.addWidget(self.evidence)
        self.behind = FactsBehind()
        column.addWidget(self.behind)
        column.addSpacing(8)
        column.addWidget(parts.rule())
        out = parts.button(self.tr("Take it out"), "trash-2", "link")
        out.setAccessibleName(self.tr("Take this passage out"))
        out.clicked.connect(self.taken_out)
        column.addWidget(out, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.from_age.edited.connect(lambda age: self._say(tell_from_age=age))
        self.evidence.edited.connect(lambda evidence: self._say(evidence=evidence))
        self.evidence.source_named.connect(self.source_named)
        self.notes.met.connect(self.met)
        self.notes.edited.connect(lambda notes: self._say(notes=notes))
        self.translations.met.connect(self.met)
        self.translations.edited.connect(lambda there: self._say(translations=there))
        self.quote.activated.connect(lambda _: self._say(quote=self.quote.currentData()))

    def _margin(self) -> QWidget:
        later = QWidget()
        column = QVBoxLayout(later)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        self.quote = parts.ChoiceBox(self.tr("Pull quote"))
        column.addLayout(parts.under(self.tr("Pull quote"), self.quote))
        self.notes = SideNotes()
        column.addWidget(self.notes)
        return later

    def show_passage(self, passage: Passage, band: Band, names: Names, life: Life) -> None:
        """Show what belongs to a passage for a reader of a band."""
        if self._passage is not None and self._passage.id != passage.id:
            self.say()
            self.evidence.drop()
        self._passage, self._band = passage, band
        self.reader.setText(self._reader_of(band))
        self.from_age.show_age(passage.tell_from_age)
        self.evidence.show_evidence(passage.evidence, life)
        self.later.setVisible(band in LATER)
        self.notes.show_notes(passage.id, passage.notes, names)
        self.translations.show_passage(passage, band, names)
        if band in LATER:
            self._show_quotes(passage, names)

    def forget(self) -> None:
        """Show nothing of any passage."""
        self._passage = None
        self.reader.setText("")
        self.evidence.drop()
        self.evidence.show_evidence(Evidence(), Life())
        self.notes.forget()
        self.translations.forget()
        self.quote.clear()
        self.behind.show_facts((), Life())

    def show_measure(self, measure: Measure) -> None:
        """How long the words on the screen are."""
        most = limits(self._band)
        self.words.show_value(measure.words, most.words)
        self.longest.show_value(measure.longest, most.longest)

    def say(self) -> None:
        """Say what was typed here."""
        self.evidence.say()
        self.notes.say()
        self.translations.say()

    def _reader_of(self, band: Band) -> str:
        names = {
            Band.READ_TO_ME: self.tr("Read to me, {band}"),
            Band.FIRST_READER: self.tr("First reader, {band}"),
            Band.READER: self.tr("Reader, {band}"),
            Band.OLDER: self.tr("Older reader, {band}"),
            Band.ADULT: self.tr("Adult"),
        }
        return names[band].format(band=band_word(band))

    def _show_quotes(self, passage: Passage, names: Names) -> None:
        """Offer each sentence: a quote is printed only where it stands in the text word for
        word."""
        called = {target: named.called for target, named in names.items()}
        offered = quotable(text_for(passage.texts, self._band))
        self.quote.clear()
        self.quote.addItem(self.tr("None"), "")
        for one in offered:
            self.quote.addItem(plain(read(one), called), one)
        if passage.quote and passage.quote not in offered:
            said = self.tr("No longer in the words: {quote}")
            self.quote.addItem(said.format(quote=plain(read(passage.quote), called)), passage.quote)
        self.quote.setCurrentIndex(max(0, self.quote.findData(passage.quote)))

    def _say(self, **changed: Any) -> None:
        if self._passage is not None:
            before, self._passage = self._passage, replace(self._passage, **changed)
            if before != self._passage:
                self.edited.emit(before, self._passage)


def quotable(text: str) -> tuple[str, ...]:
    """The sentences of a kept text as they stand in it, those that are whole by themselves."""
    found = []
    for paragraph in read(text):
        for one in sentences(write([Paragraph(paragraph.pieces)])):
            if one in text and one.count("**") % 2 == 0:
                found.append(one)
    return tuple(dict.fromkeys(found))
