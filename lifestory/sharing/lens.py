"""The lens itself: a case and an edition in, what this reader may have out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from lifestory.domain.arrangement import Block, Edition, Section
from lifestory.domain.dates import HonestDate, age_at
from lifestory.domain.life import Fact, Home, Milestone, Source
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.readers import Band, Format, Recipient, text_for, version_for
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage
from lifestory.sharing.names import (
    is_of_people,
    listed,
    person_name,
    place_name,
    resolve_in_markup,
    resolve_mentions,
)
from lifestory.sharing.permissions import allowed_in, child_of
from lifestory.sharing.pictures import PictureLens
from lifestory.sharing.relatives import FILLED, Relatives
from lifestory.sharing.shared import (
    Family,
    HeldBack,
    SharedBlock,
    SharedChild,
    SharedEdition,
    SharedFact,
    SharedHome,
    SharedMilestone,
    SharedNote,
    SharedPassage,
    SharedPerson,
    SharedPhoto,
    SharedSection,
    SharedTranslation,
    SharedWords,
)
from lifestory.sharing.terms import with_terms

R = TypeVar("R", bound=Record)

_A_MONTH = timedelta(days=31)

READ_BY = {
    "notes-for-grown-ups": (Band.ADULT,),
    "later-life-letter": (Band.OLDER, Band.ADULT),
}
"""Page types that are only for some readers: they stand in no other edition, whoever puts them
there. Source: PRACTICE §3 "Page types", "never bound in the child's copy"."""


def share(records: Records, edition: Edition, today: date | None = None) -> SharedEdition:
    """What the reader of this edition may have: names and places as they may be printed, the text
    for their band, nothing before its age, no face without permission, and the worker's own
    arrangement with all else taken out.

    Ages are told as on the day the story is told; a permission must hold then and today.
    """
    return _Lens(records, edition, today or date.today()).share()


class _Lens:
    def __init__(self, records: Records, edition: Edition, today: date) -> None:
        self.records = records
        self.edition = edition
        self.recipient = edition.recipient
        self.band = edition.band
        self.format = edition.format
        self.on = edition.told_on or today
        self.child = child_of(records, edition)
        self.born = self.child.born.day() if self.child else None
        permissions = allowed_in(records, edition, today)
        key = self.child.id if self.child else None
        self.pictures = PictureLens(records, permissions, self.band, key)
        self.held_back: dict[UUID, HeldBack] = {}
        self.names: dict[str, None] = {}
        lived = [home for home in records.of(Home) if self._is_about(home)]
        lived.sort(key=lambda home: home.start.sort_key(self.born))
        self.lived = lived
        self.homes = [self._home(home, order) for order, home in enumerate(lived)]
        own = self.child.person if self.child else None
        self.relatives = Relatives(records, own, key, self.born, lived)
        self.permissions = permissions

    def share(self) -> SharedEdition:
        child = self._child()
        sections = with_terms(tuple(map(self._section, self.edition.sections)), self.band)
        return SharedEdition(
            name=self.edition.name,
            band=self.band,
            voice=self.edition.voice,
            recipient=self.recipient,
            theme=self.edition.theme,
            format=self.format,
            size=self.edition.size,
            child=child,
            sections=sections,
            names=tuple(self.names),
            held_back=tuple(self.held_back.values()),
        )

    def _section(self, section: Section) -> SharedSection:
        blocks = (self._block(block) for block in section.blocks)
        return SharedSection(section.part, section.title, tuple(b for b in blocks if b))

    def _block(self, block: Block) -> SharedBlock | None:
        """The block, or None when it was filled and nothing of that may be shown."""
        slots = block.slots
        if self.band not in READ_BY.get(block.page_type, tuple(Band)):
            self.held_back[block.id] = HeldBack("page", block.id, "It is for older readers.")
            return None
        photos = self._photos(slots.get("photos", ()) + slots.get("photo", ()))
        shared = SharedBlock(
            id=block.id,
            page_type=block.page_type,
            layout=block.layout,
            rejected=block.rejected,
            photos=photos,
            people=tuple(self._people(slots.get("people", ()))),
            facts=tuple(self._facts(slots.get("facts", ()))),
            passages=tuple(self._passages(slots.get("passage", ()), block.younger)),
            homes=self._homes(slots.get("home", ()) + slots.get("homes", ())),
            milestones=self._milestones(slots.get("milestones", ())),
            words=tuple(self._words(slots.get("words", ()))),
            weights=tuple(block.weights.get(str(photo.id), 3) for photo in photos),
            wording=tuple(sorted((name, self._text(text)) for name, text in block.words.items())),
            overleaf=block.overleaf,
        )
        if block.page_type == "moves-path" and not shared.homes:
            return replace(shared, homes=tuple(self.homes))
        if block.page_type == "timeline":
            shared = replace(shared, homes=tuple(self.homes))  # the key of its colours
            if slots.get("milestones"):
                return shared if shared.milestones else None
            every = (one.id for one in self.records.of(Milestone) if self._is_about(one))
            return replace(shared, milestones=self._milestones(every))
        if block.page_type in FILLED:
            shared = self._peopled(shared, slots)
        if block.page_type == "notes-for-grown-ups":
            shared = replace(shared, sources=tuple(dict.fromkeys(self._sources())))
        if block.page_type == "heritage":
            shared = replace(shared, places=self._countries(slots.get("places", ())))
        emptied = any(slots.values()) and not any(
            (photos, shared.people, shared.facts, shared.passages, shared.homes,
             shared.milestones, shared.words, shared.places)
        )  # fmt: skip
        return None if emptied else shared

    def _peopled(self, shared: SharedBlock, slots: Mapping[str, tuple[UUID, ...]]) -> SharedBlock:
        """The block with its people placed in the child's life: those chosen, else those its page
        type is about. Whom the worker puts on a branch or a root stands there."""
        chosen = dict.fromkeys(slots.get("branches", ()), Family.NOW)
        chosen |= dict.fromkeys(slots.get("roots", ()), Family.BIRTH)
        kept = (*slots.get("people", ()), *chosen)
        people = tuple(
            replace(one, family=chosen[one.id]) if one.id in chosen else one
            for one in map(
                self._relative, self._found(Person, kept or self.relatives.of(shared.page_type))
            )
        )
        homes = tuple(one for one in self.homes if one.here_now)
        ties = self.relatives.between(people) if shared.page_type == "genogram" else ()
        return replace(shared, people=people, homes=homes, ties=ties)

    def _relative(self, person: Person) -> SharedPerson:
        """A person with their face and what they are to the child; another child is named only
        with permission."""
        placed = self.relatives.placed(self._person(person))
        placed = replace(placed, face=self.pictures.face(person.portrait, person.id))
        needed = self.relatives.needs_permission(person, self.on)
        if needed and not self.permissions.may_show(person.id):
            self._hold(person, "Nobody has given permission to name them.")
            return replace(placed, name="", portrait=None, face=None)
        return placed

    def _countries(self, keys: Iterable[UUID]) -> tuple[str, ...]:
        """Countries by the names this reader may have; nothing finer is heritage."""
        places = list(self._found(Place, keys)) or [
            one for one in self.records.of(Place) if self._is_about(one)
        ]
        lands = [one for one in places if one.sort is PlaceKind.COUNTRY and not one.protected]
        return tuple(dict.fromkeys(filter(None, (self._place(one.id) for one in lands))))

    def _text(self, text: str) -> str:
        return resolve_mentions(text, self.records, self.recipient)

    def _is_about(self, record: Record) -> bool:
        """True when a record is about this book's child, or about the whole sibling set."""
        return not record.about or self.child is None or self.child.id in record.about

    def _may_tell(self, record: Milestone | Fact | Passage | ChildWords) -> bool:
        if not self._is_about(record):
            self._hold(record, "It is about another child.")
            return False
        if record.tell_from_age > self.band.least_age:
            self._hold(record, f"It is told from the age of {record.tell_from_age}.")
            return False
        return True

    def _hold(self, record: Record, reason: str) -> None:
        self.held_back[record.id] = HeldBack(record.kind, record.id, reason)

    def _found(self, kind: type[R], keys: Iterable[UUID]) -> Iterable[R]:
        for key in keys:
            record = self.records.find(kind, key)
            if record is not None:
                yield record

    def _photo(self, key: UUID | None, of: UUID | None = None) -> SharedPhoto | None:
        shown = self.pictures.show(key, of)
        if isinstance(shown, str) and key is not None:
            self.held_back[key] = HeldBack("photo", key, shown)
        return shown if isinstance(shown, SharedPhoto) else None

    def _photos(self, keys: Iterable[UUID]) -> tuple[SharedPhoto, ...]:
        return tuple(photo for key in keys if (photo := self._photo(key)))

    def _person(self, person: Person) -> SharedPerson:
        name = person_name(person, self.recipient)
        if name and person.name_known:
            self.names[name] = None
        return SharedPerson(
            person.id,
            name,
            self._photo(person.portrait, person.id),
            person.pet,
            person.name_known,
        )

    def _people(self, keys: Iterable[UUID]) -> Iterable[SharedPerson]:
        return (self._person(person) for person in self._found(Person, keys))

    def _source(self, source: Source | None) -> str:
        """What a reader is told of a document: in a child's book only the words meant for it."""
        if source is None:
            return ""
        if self.recipient is Recipient.COUNCIL_FILE:
            return self._text(source.title)
        return self._text(source.printed_as)

    def _sources(self) -> Iterable[str]:
        """By the words a reader of this book may have for them."""
        there = (one for one in self.records.of(Source) if self._is_about(one))
        return filter(None, map(self._source, there))

    def _called(self, key: UUID | None) -> str:
        person = self.records.find(Person, key)
        return person_name(person, self.recipient) if person else ""

    def _place(self, key: UUID | None) -> str:
        place = self.records.find(Place, key)
        return place_name(place, self.recipient) if place else ""

    def _facts(self, keys: Iterable[UUID]) -> Iterable[SharedFact]:
        for fact in self._found(Fact, keys):
            text = self._text(text_for(fact.texts, self.band, self.format))
            if text and self._may_tell(fact):
                tried = self._text(fact.evidence.tried)
                yield SharedFact(fact.id, fact.topic, text, fact.evidence.certainty, tried)

    def _passages(self, keys: Iterable[UUID], younger: bool) -> Iterable[SharedPassage]:
        simpler = Format.EASY_READ if younger else self.format  # it takes the next younger words
        for passage in self._found(Passage, keys):
            text = text_for(passage.texts, self.band, simpler)
            if not text or not self._may_tell(passage):
                continue
            source = self.records.find(Source, passage.evidence.source)
            yield SharedPassage(
                id=passage.id,
                title=self._text(text_for(passage.titles, self.band, simpler)),
                text=resolve_in_markup(text, self.records, self.recipient),
                notes=tuple(
                    SharedNote(self._text(note.heading), self._text(note.text))
                    for note in passage.notes
                ),
                quote=self._text(passage.quote) if passage.quote in text else "",
                sources=tuple(filter(None, (self._source(source),))),
                translations=tuple(self._translations(passage, simpler)),
            )

    def _translations(self, passage: Passage, simpler: Format) -> Iterable[SharedTranslation]:
        """In other languages what this reader has in the first, and no other version of it."""
        version = version_for(passage.texts, self.band, simpler)
        for one in passage.translations:
            text = one.texts.get(version, "") if version else ""
            if text.strip():
                yield SharedTranslation(
                    one.language,
                    self._text(text_for(one.titles, self.band, simpler)),
                    resolve_in_markup(text, self.records, self.recipient),
                    self._text(one.by),
                )

    def _home(self, home: Home, order: int) -> SharedHome:
        people = tuple(self._people(home.people))
        name = self._text(home.name)
        name = name or listed([person.name for person in people if person.name and not person.pet])
        return SharedHome(
            id=home.id,
            name=name,
            people=people,
            house=home.house,
            order=order,
            start=self._age(home.start),
            end=self._age(home.end) if home.end else None,
            here_now=home.end is None,
            place=self._place(home.place),
            of_people=is_of_people(name, self.records.of(Person)),
        )

    def _homes(self, keys: Iterable[UUID]) -> tuple[SharedHome, ...]:
        by_id = {home.id: home for home in self.homes}
        return tuple(by_id[key] for key in keys if key in by_id)

    def _age(self, when: HonestDate) -> int | None:
        age = age_at(self.born, when) if self.born else None
        return age.months if age else None

    def _milestones(self, keys: Iterable[UUID]) -> tuple[SharedMilestone, ...]:
        """In the order of their dates, whatever order they were arranged in."""
        told = [one for one in self._found(Milestone, keys) if self._may_tell(one)]
        told.sort(key=lambda one: one.when.sort_key(self.born))
        return tuple(
            SharedMilestone(
                id=one.id,
                text=text,
                when=one.when,
                age=self._age(one.when),
                home=self._home_at(one),
                photo=self._photo(one.photo),
                certainty=one.evidence.certainty,
            )
            for one in told
            if (text := self._text(text_for(one.texts, self.band, self.format)))
        )

    def _home_at(self, milestone: Milestone) -> int | None:
        """The home the child lived in then: the last one begun by the middle of the time it may
        have been, which is where it stands in a life; of a day or a month, by its end, since the
        month one came to a home is told of that home."""
        span = milestone.when.span(self.born)
        if span is None:
            return None
        day = span.last if span.last - span.first < _A_MONTH else span.middle
        found = None
        for order, home in enumerate(self.lived):
            start = home.start.span(self.born)
            if start is not None and start.first <= day:
                found = order
        return found

    def _words(self, keys: Iterable[UUID]) -> Iterable[SharedWords]:
        for one in self._found(ChildWords, keys):
            if self._may_tell(one):
                yield SharedWords(
                    id=one.id,
                    text=one.text,
                    said_by=self._called(one.said_by) or self._called(self._child_person()),
                    said_on=one.said_on,
                    age=self._age(one.said_on),
                    picture=self._photo(one.picture),
                )

    def _child_person(self) -> UUID | None:
        return self.child.person if self.child else None

    def _child(self) -> SharedChild:
        child = self.child
        person = self.records.find(Person, child.person) if child else None
        born = child.born if child else None
        today = HonestDate.on(self.on)
        name = person_name(person, self.recipient) if person else ""
        if name:
            self.names[name] = None
        return SharedChild(
            name=person.called if person else "",
            age=self._age(today),
            born=born or HonestDate.unknown(),
            born_at=child.born_at if child else "",
            town=self._place(child.birth_place) if child else "",
            hospital=self._place(child.birth_hospital) if child else "",
            weight_grams=child.weight_grams if child else None,
            length_cm=child.length_cm if child else None,
            named_by=self._called(child.named_by) if child else "",
            portrait=self._photo(person.portrait) if person else None,
            birth_photo=self._photo(child.birth_photo) if child else None,
            face=self.pictures.face(person.portrait, person.id) if person else None,
            person=person.id if person else None,
            pronouns=person.pronouns if person else "they",
        )
