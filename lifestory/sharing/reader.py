"""The reader of an edition, and what is asked of every record on its way to them: is it about this
child, may it be told at this age, by which name, in which words, may its photo be shown?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate, age_at
from lifestory.domain.life import Fact, Milestone, Source
from lifestory.domain.people import Person, Place
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage
from lifestory.sharing.names import person_name, place_name, resolve_mentions
from lifestory.sharing.permissions import allowed_in, child_of
from lifestory.sharing.pictures import PictureLens
from lifestory.sharing.shared import HeldBack, SharedPerson, SharedPhoto

R = TypeVar("R", bound=Record)


class Reader:
    """Answers for one edition; `held_back` and `names` gather what was asked on the way."""

    def __init__(self, records: Records, edition: Edition, today: date) -> None:
        self.records = records
        self.recipient = edition.recipient
        self.band = edition.band
        self.format = edition.format
        self.language = edition.language
        self.on = edition.told_on or today
        self.child = child_of(records, edition)
        self.born = self.child.born.day() if self.child else None
        self.permissions = allowed_in(records, edition, today)
        key = self.child.id if self.child else None
        self.pictures = PictureLens(records, self.permissions, self.band, key)
        self.held_back: dict[UUID, HeldBack] = {}
        self.names: dict[str, None] = {}

    def is_about(self, record: Record) -> bool:
        """True when a record is about this book's child, or about the whole sibling set."""
        return not record.about or self.child is None or self.child.id in record.about

    def may_tell(self, record: Milestone | Fact | Passage | ChildWords) -> bool:
        """True when it is about this child and the reader is old enough; else it is held back."""
        if not self.is_about(record):
            self.hold(record, "It is about another child.")
            return False
        if record.tell_from_age > self.band.least_age:
            self.hold(record, f"It is told from the age of {record.tell_from_age}.")
            return False
        return True

    def hold(self, record: Record, reason: str) -> None:
        """Keep a record back, and why."""
        self.held_back[record.id] = HeldBack(record.kind, record.id, reason)

    def found(self, kind: type[R], keys: Iterable[UUID]) -> Iterator[R]:
        """The records of a kind that these keys name and that are there."""
        for key in keys:
            record = self.records.find(kind, key)
            if record is not None:
                yield record

    def text(self, text: str) -> str:
        """Words with everyone and every place in them called as this reader may have it."""
        return resolve_mentions(text, self.records, self.recipient)

    def photo(self, key: UUID | None, of: UUID | None = None) -> SharedPhoto | None:
        """A photo as it may be shown; None where there is none or it may not."""
        shown = self.pictures.show(key, of)
        if isinstance(shown, str) and key is not None:
            self.held_back[key] = HeldBack("photo", key, shown)
        return shown if isinstance(shown, SharedPhoto) else None

    def photos(self, keys: Iterable[UUID]) -> tuple[SharedPhoto, ...]:
        """Those of these photos that may be shown."""
        return tuple(photo for key in keys if (photo := self.photo(key)))

    def person(self, person: Person) -> SharedPerson:
        """A person by the name they have in this book."""
        name = person_name(person, self.recipient)
        if name and person.name_known:
            self.names[name] = None
        return SharedPerson(
            person.id,
            name,
            self.photo(person.portrait, person.id),
            person.pet,
            person.name_known,
        )

    def people(self, keys: Iterable[UUID]) -> Iterator[SharedPerson]:
        """These people, by the names they have in this book."""
        return (self.person(person) for person in self.found(Person, keys))

    def called(self, key: UUID | None) -> str:
        """The name of a person; empty where there is none."""
        person = self.records.find(Person, key)
        return person_name(person, self.recipient) if person else ""

    def place(self, key: UUID | None) -> str:
        """The name of a place as this reader may have it; empty where there is none."""
        place = self.records.find(Place, key)
        return place_name(place, self.recipient) if place else ""

    def source(self, source: Source | None) -> str:
        """What a reader is told of a document: in a child's book only the words meant for it."""
        if source is None:
            return ""
        if self.recipient is Recipient.COUNCIL_FILE:
            return self.text(source.title)
        return self.text(source.printed_as)

    def age(self, when: HonestDate) -> int | None:
        """How old the child was, in months; None where nobody can tell."""
        age = age_at(self.born, when) if self.born else None
        return age.months if age else None
