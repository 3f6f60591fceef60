"""The day of birth in the inspector: who was born, when, where, how heavy, how long, who chose the
name."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from lifestory.app.birth import is_in_ounces, pounds_and_ounces, read_length, read_time, read_weight
from lifestory.app.people import renamed
from lifestory.domain.people import Child, Person, Place, PlaceKind
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.places.editor import Editor, Forgetful
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import BirthField
from lifestory.gui.widgets.named_choice import NamedChoice
from lifestory.gui.widgets.new_person import SOMEONE_NEW, NewPerson, offer_new
from lifestory.gui.widgets.photo_field import PhotoField
from lifestory.gui.widgets.understood import Understood


class BirthEditor(Editor[Child]):
    """Says what is now known of the birth when one leaves a field or chooses."""

    def __init__(self, pictures: PicturesModel) -> None:
        super().__init__(self.tr("The day of birth"))
        self.called = Understood(self.tr("What the child is called"), _tidy, str)
        self.called.refuses = self._refuse_nobody
        self.labelled(self.tr("What the child is called"), self.called)
        self.born = BirthField(self.tr("Date of birth"))
        self.labelled(self.tr("Date"), self.born)
        self.at = Understood(self.tr("Time of birth"), read_time, str, self.tr("06:25"))
        self.labelled(self.tr("Time"), self.at)
        self.weight = Understood(
            self.tr("Weight"), read_weight, _as_said, self.tr("3.2 kg or 7 lb 1 oz"), roomy=True
        )
        self.labelled(self.tr("Weight"), self.weight)
        self.length = Understood(self.tr("Length"), read_length, _cm, self.tr("51 cm"))
        self.labelled(self.tr("Length"), self.length)
        self.hospital = NamedChoice(
            self.tr("Hospital"), self.tr("Not known yet"), self.tr("Add a hospital…")
        )
        self.labelled(self.tr("Hospital"), self.hospital)
        self.town = NamedChoice(self.tr("Town"), self.tr("Not known yet"), self.tr("Add a town…"))
        self.labelled(self.tr("Town"), self.town)
        self.named_by = parts.ChoiceBox(self.tr("Who chose the name"))
        self.labelled(self.tr("Who chose the name"), self.named_by)
        self.namer = NewPerson()
        self.namer.hide()
        self.column.addWidget(self.namer)
        self.photo = PhotoField(self.tr("A photo of the first days"), pictures)
        self.labelled(self.tr("A photo of the first days"), self.photo)
        self.column.addStretch(1)
        self.weight.tells = self._otherwise
        self.called.edited.connect(self._call)
        self.born.edited.connect(lambda when: self._change(born=when))
        self.at.edited.connect(lambda time: self._change(born_at=time))
        self.weight.edited.connect(lambda grams: self._change(weight_grams=grams))
        self.length.edited.connect(lambda cm: self._change(length_cm=cm))
        self.hospital.chosen.connect(lambda key: self._change(birth_hospital=key))
        self.hospital.named.connect(self._add_hospital)
        self.town.chosen.connect(lambda key: self._change(birth_place=key))
        self.town.named.connect(self._add_town)
        self.named_by.activated.connect(lambda _: self._name_by())
        self.namer.made.connect(self._bring_namer)
        self.namer.given_up.connect(self._leave_namer)
        self.photo.edited.connect(lambda key: self._change(birth_photo=key))

    def heading(self, record: Child) -> str:  # noqa: ARG002 - the child has one birth
        return self.tr("{name} was born").format(name=self.life.name or "…")

    def fill(self, record: Child) -> None:
        self.called.show_value(self.life.name)
        self.born.show_date(record.born)
        self.at.show_value(record.born_at)
        self.weight.show_value(record.weight_grams)
        self.length.show_value(record.length_cm)
        self.hospital.show_things(
            self._places(PlaceKind.HOSPITAL, record.birth_hospital), record.birth_hospital
        )
        self.town.show_things(self._places(PlaceKind.TOWN, record.birth_place), record.birth_place)
        self.named_by.clear()
        self.named_by.addItem(self.tr("Not known yet"), None)
        for person in sorted(self.life.people, key=lambda one: one.called.casefold()):
            if person.called and not person.pet and person.id != record.person:
                self.named_by.addItem(person.called, person.id)
        offer_new(self.named_by, self.tr("Someone new…"))
        self.named_by.choose(record.named_by)
        self.photo.near.sort_near(record.born.day())
        self.photo.show_photo(record.birth_photo)

    def say(self) -> None:
        if self.record is not None:
            for field in self._typed:
                field.say()

    def drop(self) -> None:
        for field in self._typed:
            field.drop()
        self.namer.forget()

    @property
    def fields(self) -> tuple[Forgetful, ...]:
        return *self._typed, self.hospital, self.town, self.photo

    @property
    def _typed(self) -> tuple[Understood, ...]:
        return self.called, self.born, self.at, self.weight, self.length

    def forget(self) -> None:
        super().forget()
        self.named_by.clear()

    def _places(self, kind: PlaceKind, chosen: UUID | None) -> list[tuple[str, object]]:
        return [
            (one.name, one.id) for one in self.life.places if one.sort is kind or one.id == chosen
        ]

    def _otherwise(self, grams: int | None) -> str:
        """The same weight in the unit in which it was not said."""
        if grams is None:
            return ""
        return _kilos(grams) if is_in_ounces(grams) else _pounds(grams)

    def _change(self, **changed: object) -> None:
        if self.record:
            self.keep(replace(self.record, **changed))  # type: ignore[arg-type]

    def _refuse_nobody(self, name: str) -> str:
        return "" if name else self.tr("A child needs a name here, or what they are called.")

    def _call(self, name: str) -> None:
        """The name stands in the record of the person, which goes with the child's."""
        record = self.record
        person = next((one for one in self.life.people if record and one.id == record.person), None)
        if record is not None and person is not None:
            self.brought.emit(record, renamed(person, name))

    def _name_by(self) -> None:
        key = self.named_by.currentData()
        if key is SOMEONE_NEW:
            self.namer.begin()
            return
        self.namer.forget()
        self._change(named_by=key)

    def _bring_namer(self, person: Person) -> None:
        self._leave_namer()
        if self.record:
            new = replace(person, about=self.record.about)
            self.keep(replace(self.record, named_by=new.id), new)

    def _leave_namer(self) -> None:
        # The keyboard goes on first: hidden, the form would hand it to nobody.
        self.named_by.setFocus()
        self.namer.forget()
        self.named_by.choose(self.record.named_by if self.record else None)

    def _add_hospital(self, name: str) -> None:
        if self.record:
            place = Place(about=self.record.about, name=name, sort=PlaceKind.HOSPITAL)
            self.keep(replace(self.record, birth_hospital=place.id), place)

    def _add_town(self, name: str) -> None:
        if self.record:
            place = Place(about=self.record.about, name=name, sort=PlaceKind.TOWN)
            self.keep(replace(self.record, birth_place=place.id), place)


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _as_said(grams: int | None) -> str:
    if grams is None:
        return ""
    return _pounds(grams) if is_in_ounces(grams) else _kilos(grams)


def _kilos(grams: int) -> str:
    return f"{grams / 1000:g} kg"


def _pounds(grams: int) -> str:
    pounds, ounces = pounds_and_ounces(grams)
    return f"{pounds} lb {ounces} oz"


def _cm(length: float | None) -> str:
    return "" if length is None else f"{length:g} cm"
