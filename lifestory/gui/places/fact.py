"""One fact in the inspector: what it is about, its words for each band, and how we know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lifestory.domain.life import Evidence, Fact
from lifestory.domain.readers import Band
from lifestory.gui.models.life import TOPICS, fact_in_words, topic_in_words
from lifestory.gui.places.editor import EvidencedEditor, Forgetful
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import BandWords, TellFrom
from lifestory.gui.widgets.named_choice import NamedChoice


class FactEditor(EvidencedEditor[Fact]):
    """Says what the fact now is when one leaves a field, pauses in its words or chooses."""

    def __init__(self) -> None:
        super().__init__(self.tr("Fact"))
        self.topic = NamedChoice(
            self.tr("What it is about"), self.tr("No topic yet"), self.tr("Another topic…")
        )
        self.labelled(self.tr("What it is about"), self.topic)
        self.goes = parts.label(kind="minor", tone="quiet", wrap=True)
        self.column.addWidget(self.goes)
        self.written = BandWords(self.tr("swimming and pancakes"))
        self.column.addWidget(self.written)
        self.column.addSpacing(8)
        self.column.addWidget(self.evidence)
        self.from_age = TellFrom()
        self.labelled(self.tr("Tell from age"), self.from_age)
        self.finish()
        self.topic.chosen.connect(lambda key: self._set_topic(key or ""))
        self.topic.named.connect(self._set_topic)
        self.written.edited.connect(self._set_texts)
        self.from_age.edited.connect(self._set_age)

    def heading(self, record: Fact) -> str:
        return fact_in_words(record)

    def is_empty(self, record: Fact) -> bool:
        return not record.texts and record.evidence == Evidence()

    def fill(self, record: Fact) -> None:
        own = (one.topic for one in (*self.life.facts, record) if one.topic)
        topics = dict.fromkeys((*TOPICS, *own))
        self.topic.show_things([(topic_in_words(one), one) for one in topics], record.topic or None)
        self.goes.setText(self._page(record.topic))
        self.goes.setVisible(bool(self.goes.text()))
        self.written.show_texts(record.id, record.texts, self.life.mentions, self.life.band)
        self.evidence.show_evidence(record.evidence, self.life)
        self.from_age.show_age(record.tell_from_age)

    def say(self) -> None:
        if self.record is not None:
            self.written.say()
            self.evidence.say()

    def drop(self) -> None:
        self.written.drop()
        self.evidence.drop()

    @property
    def fields(self) -> tuple[Forgetful, ...]:
        return self.topic, self.written, self.evidence, self.from_age

    def _page(self, topic: str) -> str:
        if topic == "hopes":
            return self.tr("For the page of hopes.")
        if topic == "birth-day":
            return self.tr("For the page of the day of birth.")
        if topic in TOPICS:
            return self.tr("For the page “All about me”.")
        return ""

    def _set_topic(self, topic: str) -> None:
        if self.record:
            self.keep(replace(self.record, topic=topic))

    def _set_texts(self, texts: Mapping[Band, str]) -> None:
        if self.record:
            self.keep(replace(self.record, texts=texts))

    def _set_age(self, age: int) -> None:
        if self.record:
            self.keep(replace(self.record, tell_from_age=age))
