"""The lens itself: a case and an edition in, what this reader may have out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from lifestory.domain.arrangement import Block, Edition, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home
from lifestory.domain.people import Person, Place, PlaceKind, Relationship
from lifestory.domain.readers import Band, Recipient
from lifestory.domain.records import Records
from lifestory.sharing.names import is_of_people, listed, person_name
from lifestory.sharing.reader import Reader
from lifestory.sharing.relatives import FILLED, Relatives
from lifestory.sharing.shared import (
    Family,
    HeldBack,
    SharedBlock,
    SharedChild,
    SharedEdition,
    SharedHome,
    SharedPerson,
    SharedSection,
)
from lifestory.sharing.telling import Telling
from lifestory.sharing.terms import with_terms

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
    """Takes out of an arrangement what its reader may not have; of each record the reader says."""

    def __init__(self, records: Records, edition: Edition, today: date) -> None:
        self.edition = edition
        self.reader = Reader(records, edition, today)
        child = self.reader.child
        lived = [home for home in records.of(Home) if self.reader.is_about(home)]
        lived.sort(key=lambda home: home.start.sort_key(self.reader.born))
        self.telling = Telling(self.reader, lived)
        self.homes = [self._home(home, order) for order, home in enumerate(lived)]
        own, key = (child.person, child.id) if child else (None, None)
        self.relatives = Relatives(records, own, key, self.reader.born, lived)

    def share(self) -> SharedEdition:
        child = self._child()
        sections = with_terms(tuple(map(self._section, self.edition.sections)), self.reader.band)
        return SharedEdition(
            name=self.edition.name,
            band=self.reader.band,
            voice=self.edition.voice,
            recipient=self.reader.recipient,
            theme=self.edition.theme,
            format=self.reader.format,
            size=self.edition.size,
            child=child,
            sections=sections,
            names=tuple(self.reader.names),
            held_back=tuple(self.reader.held_back.values()),
        )

    def _section(self, section: Section) -> SharedSection:
        blocks = (self._block(block) for block in section.blocks)
        return SharedSection(section.part, section.title, tuple(b for b in blocks if b))

    def _block(self, block: Block) -> SharedBlock | None:
        """The block, or None when it was filled and nothing of that may be shown."""
        slots = block.slots
        if self.reader.band not in READ_BY.get(block.page_type, tuple(Band)):
            self.reader.held_back[block.id] = HeldBack("page", block.id, "It is for older readers.")
            return None
        photos = self.reader.photos(slots.get("photos", ()) + slots.get("photo", ()))
        shared = SharedBlock(
            id=block.id,
            page_type=block.page_type,
            layout=block.layout,
            rejected=block.rejected,
            photos=photos,
            people=tuple(self.reader.people(slots.get("people", ()))),
            facts=tuple(self.telling.facts(slots.get("facts", ()))),
            passages=tuple(self.telling.passages(slots.get("passage", ()), block.younger)),
            homes=self._homes(slots.get("home", ()) + slots.get("homes", ())),
            milestones=self.telling.milestones(slots.get("milestones", ())),
            words=tuple(self.telling.words(slots.get("words", ()))),
            weights=tuple(block.weights.get(str(photo.id), 3) for photo in photos),
            wording=tuple(
                sorted((name, self.reader.text(text)) for name, text in block.words.items())
            ),
            overleaf=block.overleaf,
        )
        if block.page_type == "moves-path" and not shared.homes:
            return replace(shared, homes=tuple(self.homes))
        if block.page_type == "timeline":
            shared = replace(shared, homes=tuple(self.homes))  # the key of its colours
            if slots.get("milestones"):
                return shared if shared.milestones else None
            return replace(shared, milestones=self.telling.every_milestone())
        if block.page_type in FILLED:
            shared = self._peopled(shared, slots)
        if block.page_type == "notes-for-grown-ups":
            shared = replace(shared, sources=self.telling.sources())
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
        there = self.reader.found(Person, kept or self.relatives.of(shared.page_type))
        people = tuple(
            replace(one, family=chosen[one.id]) if one.id in chosen else one
            for one in map(self._relative, there)
        )
        homes = tuple(one for one in self.homes if one.here_now)
        ties = self.relatives.between(people) if shared.page_type == "genogram" else ()
        return replace(shared, people=people, homes=homes, ties=ties)

    def _relative(self, person: Person) -> SharedPerson:
        """A person with their face and what they are to the child; another child is named only
        with permission."""
        placed = self.relatives.placed(self.reader.person(person))
        placed = replace(placed, face=self.reader.pictures.face(person.portrait, person.id))
        needed = self.relatives.needs_permission(person, self.reader.on)
        if needed and not self.reader.permissions.may_show(person.id):
            self.reader.hold(person, "Nobody has given permission to name them.")
            return replace(placed, name="", portrait=None, face=None)
        return placed

    def _countries(self, keys: Iterable[UUID]) -> tuple[str, ...]:
        """Countries by the names this reader may have; nothing finer is heritage."""
        places = list(self.reader.found(Place, keys)) or [
            one for one in self.reader.records.of(Place) if self.reader.is_about(one)
        ]
        lands = [one for one in places if one.sort is PlaceKind.COUNTRY and not one.protected]
        return tuple(dict.fromkeys(filter(None, (self.reader.place(one.id) for one in lands))))

    def _home(self, home: Home, order: int) -> SharedHome:
        people = tuple(self.reader.people(home.people))
        name = self.reader.text(home.name)
        name = name or listed([person.name for person in people if person.name and not person.pet])
        return SharedHome(
            id=home.id,
            name=name,
            people=people,
            house=home.house,
            order=order,
            start=self.reader.age(home.start),
            end=self.reader.age(home.end) if home.end else None,
            here_now=home.end is None,
            place=self.reader.place(home.place),
            of_people=is_of_people(name, self.reader.records.of(Person)),
        )

    def _homes(self, keys: Iterable[UUID]) -> tuple[SharedHome, ...]:
        by_id = {home.id: home for home in self.homes}
        return tuple(by_id[key] for key in keys if key in by_id)

    def _child(self) -> SharedChild:
        child = self.reader.child
        person = self.reader.records.find(Person, child.person) if child else None
        born = child.born if child else None
        today = HonestDate.on(self.reader.on)
        name = person_name(person, self.reader.recipient) if person else ""
        if name:
            self.reader.names[name] = None
        return SharedChild(
            name=person.called if person else "",
            age=self.reader.age(today),
            born=born or HonestDate.unknown(),
            born_at=child.born_at if child else "",
            town=self.reader.place(child.birth_place) if child else "",
            hospital=self.reader.place(child.birth_hospital) if child else "",
            weight_grams=child.weight_grams if child else None,
            length_cm=child.length_cm if child else None,
            named_by=self.reader.called(child.named_by) if child else "",
            portrait=self.reader.photo(person.portrait) if person else None,
            birth_photo=self.reader.photo(child.birth_photo) if child else None,
            face=self.reader.pictures.face(person.portrait, person.id) if person else None,
            person=person.id if person else None,
            pronouns=person.pronouns if person else "they",
            adopted=person is not None and self._is_adopted(person),
        )

    def _is_adopted(self, child: Person) -> bool:
        if self.reader.recipient is Recipient.CHILD_AND_ADOPTERS:
            return True
        ties = self.reader.records.of(Relationship)
        return any(
            tie.to == child.id and "adopt" in tie.is_a.casefold() and tie.until is None
            for tie in ties
        )
