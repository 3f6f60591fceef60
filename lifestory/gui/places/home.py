"""One home in the inspector: what it is called, who was there, where it is, from when to when, and
how we know."""

from __future__ import annotations

from dataclasses import replace

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Evidence, Home, House
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.gui.places.editor import EvidencedEditor, Forgetful
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import DateField, understood
from lifestory.gui.widgets.named_choice import NamedChoice
from lifestory.gui.widgets.people_field import PeopleField
from lifestory.gui.widgets.tick_box import TickBox


class HomeEditor(EvidencedEditor[Home]):
    """Says what the home now is when one leaves a field or chooses."""

    def __init__(self) -> None:
        super().__init__(self.tr("Home"))
        self.name = parts.Field(self.tr("What the book calls it"))
        self.labelled(self.tr("What the book calls it"), self.name)
        how = self.tr("Such as “Gran’s house”. The book says it word for word.")
        self.column.addWidget(parts.label(how, "minor", "quiet", wrap=True))
        self.column.addSpacing(8)
        self.people = PeopleField(self.tr("Who cared for the child there"))
        self.labelled(self.tr("Who cared for the child there"), self.people)
        self.start = DateField(self.tr("Came"))
        self.labelled(self.tr("Came"), self.start)
        self.here = TickBox(self.tr("Still lives here"))
        self.column.addWidget(self.here)
        self.end = DateField(self.tr("Left"))
        self.end.unknown = self.tr("not known")
        self._left = self.labelled(self.tr("Left"), self.end)
        self.place = NamedChoice(
            self.tr("Where it is"), self.tr("No place yet"), self.tr("Add an address…")
        )
        self.labelled(self.tr("Where it is: never printed unless allowed"), self.place)
        self.house = parts.ChoiceBox(self.tr("How it is drawn"))
        self.labelled(self.tr("How it is drawn"), self.house)
        for house, words in self._houses().items():
            self.house.addItem(words, house)
        self.column.addWidget(self.evidence)
        self.finish()
        for field in (self.start, self.end):
            field.tells = self._then
        self.start.refuses = self._refuse_start
        self.end.refuses = self._refuse_end
        self.people.edited.connect(lambda people: self._change(people=people))
        self.people.brought.connect(self._add_person)
        self.name.left.connect(self._set_name)
        self.start.edited.connect(lambda when: self._change(start=when))
        self.end.edited.connect(lambda when: self._change(end=when))
        self.here.clicked.connect(self._set_here)
        self.place.chosen.connect(lambda key: self._change(place=key))
        self.place.named.connect(self._add_place)
        self.house.activated.connect(lambda _: self._change(house=House(self.house.currentData())))

    def _houses(self) -> dict[House, str]:
        return {
            House.TERRACE: self.tr("A terraced house"),
            House.COTTAGE: self.tr("A cottage"),
            House.SEMI: self.tr("A semi-detached house"),
            House.FLAT: self.tr("A flat"),
            House.HOME: self.tr("The home of today"),
        }

    def heading(self, record: Home) -> str:
        return self.life.home_name(record)

    def is_empty(self, record: Home) -> bool:
        nothing = (record.name, record.people, record.place, record.start, record.end)
        unsaid = HonestDate.unknown()
        return nothing == ("", (), None, unsaid, unsaid) and record.evidence == Evidence()

    def fill(self, record: Home) -> None:
        child = self.life.child.person if self.life.child else None
        everyone = (one for one in self.life.people if one.id != child)
        self.people.show_people(everyone, record.people)
        if not self.name.isModified():
            self.name.setText(record.name)
        self.name.setPlaceholderText(self.life.home_name(replace(record, name="")))
        self.start.born = self.life.born
        self.end.born = self.life.born
        self.start.show_date(record.start)
        self.here.setChecked(record.end is None)
        self.end.show_date(record.end or HonestDate.unknown())
        for part in (self._left, self.end):
            part.setVisible(record.end is not None)
        places = [(one.name, one.id) for one in self.life.places]
        self.place.show_things(places, record.place)
        self.house.choose(record.house)
        self.evidence.show_evidence(record.evidence, self.life)

    def say(self) -> None:
        if self.record is not None:
            self._set_name()
            self.start.say()
            self.end.say()
            self.evidence.say()

    def drop(self) -> None:
        self.name.setModified(False)
        for field in (self.start, self.end, self.evidence, self.people):
            field.drop()

    @property
    def fields(self) -> tuple[Forgetful, ...]:
        return self.people, self.start, self.end, self.place, self.evidence

    def forget(self) -> None:
        super().forget()
        self.name.clear()
        self.name.setPlaceholderText("")

    def _then(self, when: HonestDate) -> str:
        age = self.life.age_in_words(when)
        was = self.tr("{name} was {age}.").format(name=self.life.name, age=age)
        return " · ".join(one for one in (understood(when), was if age else "") if one)

    def _refuse_start(self, when: HonestDate) -> str:
        start, end = when.span(self.life.born), None
        if self.record and self.record.end:
            end = self.record.end.span(self.life.born)
        if start and end and start.first > end.last:
            return self.tr("That is after the day of leaving. Put one of the two right.")
        return self._refuse(when)

    def _refuse_end(self, when: HonestDate) -> str:
        end = when.span(self.life.born)
        start = self.record.start.span(self.life.born) if self.record else None
        if start and end and end.last < start.first:
            return self.tr("That is before the day of coming. Put one of the two right.")
        return self._refuse(when)

    def _refuse(self, when: HonestDate) -> str:
        if self.life.is_to_come(when):
            return self.tr("That day has not come yet. Give a day that has been.")
        if self.life.is_before_birth(when):
            said = self.tr("That is before {name} was born. Give a later day.")
            return said.format(name=self.life.name)
        return ""

    def _change(self, **changed: object) -> None:
        if self.record:
            self.keep(replace(self.record, **changed))  # type: ignore[arg-type]

    def _set_name(self) -> None:
        if self.record and self.name.isModified():
            self.name.setModified(False)
            self._change(name=self.name.text().strip())

    def _set_here(self, here: bool) -> None:
        self.end.drop()
        self._change(end=None if here else HonestDate.unknown())
        if not here:
            self.end.setFocus()
            self.end.field.selectAll()

    def _add_person(self, person: Person) -> None:
        if self.record:
            new = replace(person, about=self.record.about)
            self.keep(replace(self.record, people=(*self.record.people, new.id)), new)

    def _add_place(self, name: str) -> None:
        if self.record:
            place = Place(about=self.record.about, name=name, sort=PlaceKind.ADDRESS)
            self.keep(replace(self.record, place=place.id), place)
