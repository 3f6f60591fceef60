"""One milestone in the inspector: when, how sure, from where, who, and its words for each band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.gui.models.life import milestone_in_words
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.places.editor import EvidencedEditor, Forgetful
from lifestory.gui.widgets.band_words import BandWords, TellFrom, band_word
from lifestory.gui.widgets.dates import DateField, understood
from lifestory.gui.widgets.people_field import PeopleField
from lifestory.gui.widgets.photo_field import PhotoField

_EMPTY = Milestone()
__all__ = ["MilestoneEditor", "band_word"]


class MilestoneEditor(EvidencedEditor[Milestone]):
    """Says what the milestone now is when one leaves a field, pauses in its words or chooses."""

    def __init__(self, pictures: PicturesModel) -> None:
        super().__init__(self.tr("Milestone"))
        self.when = DateField(self.tr("When"))
        self.when.tells = self._then
        self.when.refuses = self._refuse
        self.labelled(self.tr("When"), self.when)
        self.written = BandWords(self.tr("I took my first steps."))
        self.column.addWidget(self.written)
        self.column.addSpacing(8)
        self.column.addWidget(self.evidence)
        self.people = PeopleField(self.tr("Who was part of it"))
        self.labelled(self.tr("Who was part of it"), self.people)
        self.photo = PhotoField(self.tr("Photo"), pictures)
        self.labelled(self.tr("Photo"), self.photo)
        self.from_age = TellFrom()
        self.labelled(self.tr("Tell from age"), self.from_age)
        self.finish()
        self.when.edited.connect(self._set_when)
        self.written.edited.connect(self._set_texts)
        self.people.edited.connect(self._set_people)
        self.people.brought.connect(self._add_person)
        self.photo.edited.connect(self._set_photo)
        self.from_age.edited.connect(self._set_age)

    def heading(self, record: Milestone) -> str:
        return milestone_in_words(record)

    def is_empty(self, record: Milestone) -> bool:
        return replace(record, id=_EMPTY.id, about=_EMPTY.about) == _EMPTY

    def fill(self, record: Milestone) -> None:
        self.when.born = self.life.born
        self.when.show_date(record.when)
        self.written.show_texts(record.id, record.texts, self.life.mentions, self.life.band)
        self.evidence.show_evidence(record.evidence, self.life)
        everyone = (one for one in self.life.people if not self._is_child(one.id))
        self.people.show_people(everyone, record.people)
        self.photo.show_photo(record.photo)
        self.from_age.show_age(record.tell_from_age)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins: at the top of one that is empty, else in its words."""
        if self.record is not None and self.is_empty(self.record):
            return self.when
        return self.written.text

    def say(self) -> None:
        if self.record is not None:
            self.when.say()
            self.written.say()
            self.evidence.say()

    def drop(self) -> None:
        for field in (self.when, self.written, self.evidence, self.people):
            field.drop()

    @property
    def fields(self) -> tuple[Forgetful, ...]:
        return self.when, self.written, self.evidence, self.people, self.photo, self.from_age

    def _is_child(self, person: UUID) -> bool:
        return self.life.child is not None and self.life.child.person == person

    def _then(self, when: HonestDate) -> str:
        return " · ".join(one for one in (understood(when), self.life.then(when)) if one)

    def _refuse(self, when: HonestDate) -> str:
        if self.life.is_to_come(when):
            return self.tr("That day has not come yet. Give a day that has been.")
        return ""

    def _set_when(self, when: HonestDate) -> None:
        if self.record:
            self.keep(replace(self.record, when=when))

    def _set_texts(self, texts: Mapping[Band, str]) -> None:
        if self.record:
            self.keep(replace(self.record, texts=texts))

    def _set_people(self, people: tuple[UUID, ...]) -> None:
        if self.record:
            self.keep(replace(self.record, people=people))

    def _add_person(self, person: Person) -> None:
        if self.record:
            new = replace(person, about=self.record.about)
            self.keep(replace(self.record, people=(*self.record.people, new.id)), new)

    def _set_photo(self, photo: UUID | None) -> None:
        if self.record:
            self.keep(replace(self.record, photo=photo))

    def _set_age(self, age: int) -> None:
        if self.record:
            self.keep(replace(self.record, tell_from_age=age))
