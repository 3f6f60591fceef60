"""One milestone in the inspector: when, how sure, from where, and its words for each band."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Milestone
from lifestory.domain.readers import Band, text_for
from lifestory.gui.models.life import Life, milestone_in_words
from lifestory.gui.models.mentions import Targets, lengthen, plain, shorten, targets
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import DateField

OLDEST = 18


class MilestoneEditor(QWidget):
    """Says what the milestone now is when one leaves a field. `edited` and `taken_out` carry a
    Milestone."""

    edited = Signal(object)
    taken_out = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._milestone: Milestone | None = None
        self._life = Life()
        self._table: Targets = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Milestone"), "minor", "quiet"))
        self.headline = parts.label(kind="title", wrap=True)
        column.addWidget(self.headline)
        column.addSpacing(8)
        self.when = DateField(self.tr("When"))
        column.addLayout(parts.under(self.tr("When"), self.when))
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("How sure are we?"), "field", "quiet"))
        self.sure = self._certainties(column)
        column.addSpacing(8)
        self.source = parts.ChoiceBox(self.tr("Source"))
        column.addLayout(parts.under(self.tr("Source"), self.source))
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("Words for a reader of"), "field", "quiet"))
        self.band = parts.Choice(
            self.tr("Age band"), tuple(band_word(one) for one in Band), narrow=True
        )
        self.band.choose(list(Band).index(Band.FIRST_READER))
        column.addWidget(self.band)
        self.words = parts.TextField(self.tr("Words for this band"))
        self.words.setFixedHeight(84)
        column.addWidget(self.words)
        self.borrowed = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.borrowed)
        column.addSpacing(8)
        self.from_age = parts.ChoiceBox(self.tr("Tell from age"))
        self.from_age.addItem(self.tr("any age"), 0)
        for age in range(2, OLDEST + 1):
            self.from_age.addItem(str(age), age)
        column.addLayout(parts.under(self.tr("Tell from age"), self.from_age))
        column.addStretch(1)
        out = parts.button(self.tr("Take it out"), "trash-2", "quiet")
        out.clicked.connect(lambda: self.taken_out.emit(self._milestone))
        column.addWidget(out, alignment=Qt.AlignmentFlag.AlignRight)
        self.when.edited.connect(self._set_when)
        self.sure.idClicked.connect(self._set_certainty)
        self.source.activated.connect(self._set_source)
        self.from_age.activated.connect(self._set_age)
        self.words.left.connect(self.say)
        self.band.chosen.connect(lambda _: self._show_words())
        self._shown_band = self._band

    def _certainties(self, column: QVBoxLayout) -> QButtonGroup:
        group = QButtonGroup(self)
        words = {
            Certainty.KNOWN: self.tr("Known: a document says so"),
            Certainty.THOUGHT: self.tr("Thought: someone remembers it"),
            Certainty.NOT_KNOWN: self.tr("Not known: we tried to find out"),
        }
        for number, certainty in enumerate(Certainty):
            radio = QRadioButton(words[certainty])
            group.addButton(radio, number)
            column.addWidget(radio)
        return group

    @property
    def _band(self) -> Band:
        return list(Band)[self.band.index]

    def show_milestone(self, milestone: Milestone, life: Life) -> None:
        """Show one; words being typed into the same milestone are left alone."""
        if self._milestone and self._milestone.id != milestone.id:
            self.say()
            self.when.field.setModified(False)
            self.words.document().setModified(False)
        self._milestone, self._life = milestone, life
        self.headline.setText(milestone_in_words(milestone))
        self.when.show_date(milestone.when, self._age_then(milestone.when))
        at = list(Certainty).index(milestone.evidence.certainty)
        self.sure.button(at).setChecked(True)
        self._show_sources(milestone.evidence.source)
        self.from_age.setCurrentIndex(max(0, self.from_age.findData(milestone.tell_from_age)))
        self._show_words()

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        if self._milestone is None:
            return
        self.when.say()
        if self.words.document().isModified():
            self.words.document().setModified(False)
            texts = dict(self._milestone.texts)
            texts[self._shown_band] = lengthen(self.words.toPlainText().strip(), self._table)
            kept = {band: text for band, text in texts.items() if text}
            self._say(replace(self._milestone, texts=kept))

    def _say(self, milestone: Milestone) -> None:
        if milestone != self._milestone:
            self._milestone = milestone
            self.headline.setText(milestone_in_words(milestone))
            self.edited.emit(milestone)

    def _show_words(self) -> None:
        if self.words.document().isModified():
            if self._shown_band is self._band:
                return
            self.say()
        self._shown_band = band = self._band
        texts = self._milestone.texts if self._milestone else {}
        own = texts.get(band, "")
        self._table = targets(own, self._life.mentions)
        shown = shorten(own, self._table)
        if self.words.toPlainText() != shown:
            self.words.setPlainText(shown)
        self.words.document().setModified(False)
        borrowed = "" if own else text_for(texts, band)
        said = self.tr("None of its own; the book says: “{words}”").format(words=plain(borrowed))
        self.borrowed.setText(said if borrowed else "")

    def _show_sources(self, chosen: UUID | None) -> None:
        self.source.clear()
        self.source.addItem(self.tr("No source yet"), None)
        for source in self._life.sources:
            self.source.addItem(source.title, source.id)
        at = next((n for n, one in enumerate(self._life.sources, 1) if one.id == chosen), 0)
        self.source.setCurrentIndex(at)

    def _age_then(self, when: HonestDate) -> str:
        age = self._life.age_in_words(when)
        if not age or not self._life.name:
            return ""
        return self.tr("{name} was {age}.").format(name=self._life.name, age=age)

    def _set_when(self, when: HonestDate) -> None:
        if self._milestone:
            self.when.show_date(when, self._age_then(when))
            self._say(replace(self._milestone, when=when))

    def _set_certainty(self, number: int) -> None:
        if self._milestone:
            evidence = replace(self._milestone.evidence, certainty=list(Certainty)[number])
            self._say(replace(self._milestone, evidence=evidence))

    def _set_source(self) -> None:
        if self._milestone:
            evidence = replace(self._milestone.evidence, source=self.source.currentData())
            self._say(replace(self._milestone, evidence=evidence))

    def _set_age(self) -> None:
        if self._milestone:
            self._say(replace(self._milestone, tell_from_age=self.from_age.currentData()))


def band_word(band: Band) -> str:
    """A band as it is written: "5–7"."""
    return band.value.replace("-", "–")
