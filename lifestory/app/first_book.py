"""A child's first book, made from what is known: a beginning to change, never an end.

Present, past, present, future: it opens and closes in the safety of the family the child lives
with. Source: PRACTICE §3, "The story" (Joy Rees).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from lifestory.app.editions import add_edition, editions
from lifestory.app.open_case import FoundChild, about
from lifestory.book.pagetypes import page_type
from lifestory.book.wording import Wording
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.media import Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import ChildWords, Passage

_BIRTH, _HOPES = "birth-day", "hopes"
"""Topics of facts that have a page of their own."""
_A_LINE = 3
"""So few milestones at least make a timeline; so few homes but one, a path."""


def make_first_book(found: FoundChild, edition: Edition) -> Edition:
    """An edition for this reader with pages for what there is, in the family-friendly order; one
    step, which undo takes back. Photos that found no page are left for the worker to place."""
    return add_edition(found, _drafted(found, edition))


def first_book_if_none(found: FoundChild, name: str) -> Edition | None:
    """The draft of a first book when it is asked for by its name and the child has no edition yet;
    else None. Not kept: `add_edition` does that, once it has proved to print."""
    if editions(found) or name.strip().casefold() != DEFAULT.name:
        return None
    return _drafted(found, DEFAULT)


def _drafted(found: FoundChild, edition: Edition) -> Edition:
    """Under an id of its own: what was wished for may be wished for again, for another child."""
    mine = replace(edition, id=uuid4(), about=frozenset({found.id}), child=found.id)
    return replace(mine, sections=_Outline(found, mine).sections())


class _Outline:
    def __init__(self, found: FoundChild, edition: Edition) -> None:
        self.found = found
        self.edition = edition
        self.born = found.child.born.day()
        homes = sorted(about(found, Home), key=lambda one: one.start.sort_key(self.born))
        self.today = next((one for one in reversed(homes) if one.end is None), None)
        self.earlier = [one for one in homes if one is not self.today]
        self.facts = about(found, Fact)
        told = (one for one in about(found, Passage) if text_for(one.texts, edition.band))
        self.passages = list(told)
        kept = {self._portrait(), found.child.birth_photo}
        photos = (p for p in about(found, Photo) if not p.binned and p.id not in kept)
        self.photos = sorted(photos, key=lambda one: one.taken.sort_key(self.born))

    def sections(self) -> tuple[Section, ...]:
        """The parts in their order; a part that would be empty is left out."""
        person = self.found.person
        wording = Wording(self.edition.voice, person.called if person else "")
        before, home = tuple(self._before()), tuple(self._home())
        drafted = (
            (Part.FRONT, "", tuple(self._front())),
            (Part.PRESENT, "", (self._about_me(),)),
            (Part.PAST, "", before),
            (Part.PRESENT, wording.say("parts.home"), home),
            (Part.FUTURE, "", (self._hopes(),)),
        )
        return tuple(
            Section(part=part, title=title, blocks=blocks)
            for part, title, blocks in drafted
            if blocks
        )

    def _front(self) -> Iterable[Block]:
        return _block("cover", photo=_some(self._portrait())), _block("title")

    def _about_me(self) -> Block:
        people = self.today.people if self.today else ()
        me = [one.id for one in self.facts if one.topic not in {_BIRTH, _HOPES, *self._called()}]
        return _block("about-me", photo=_some(self._portrait()), people=people, facts=me)

    def _called(self) -> set[str]:
        """Facts may be kept under whom they are about; those are not about the child."""
        return {one.called.casefold() for one in self.found.case.records.of(Person) if one.called}

    def _before(self) -> Iterable[Block]:
        child = self.found.child
        birth = [one.id for one in self.facts if one.topic == _BIRTH]
        yield _block("day-i-was-born", photo=_some(child.birth_photo), facts=birth)
        of_today = self._naming(self.today) if self.today else []
        for home in self.earlier:
            told = [one for one in self._naming(home) if one not in of_today]
            self._put_away(told)
            most = page_type("home-along-the-way").slots["passage"].most
            yield _block(
                "home-along-the-way",
                home=(home.id,),
                passage=[one.id for one in told],
                photos=self._taken_at(home, page_type("home-along-the-way").slots["photos"].most),
            )
            yield from (_block("story", passage=(one.id,)) for one in told[most:])
        if len(self.earlier) + bool(self.today) > 1:
            yield _block("moves-path")
        if len(about(self.found, Milestone)) >= _A_LINE:
            yield _block("timeline")
        others = [one for one in self.passages if one not in of_today]
        self._put_away(others)
        yield from (_block("story", passage=(one.id,)) for one in others)

    def _home(self) -> Iterable[Block]:
        yield from (_block("story", passage=(one.id,)) for one in self.passages)
        words = sorted(about(self.found, ChildWords), key=lambda w: w.said_on.sort_key(self.born))
        yield from (_block("my-words", words=(one.id,)) for one in words)
        most = page_type("photos").slots["photos"].most
        if now := self._taken_at(self.today, most) if self.today else self._taken_anywhere(most):
            yield _block("photos", photos=now)

    def _hopes(self) -> Block:
        return _block("hopes", facts=[one.id for one in self.facts if one.topic == _HOPES])

    def _portrait(self) -> UUID | None:
        person = self.found.person
        return person.portrait if person else None

    def _naming(self, home: Home) -> list[Passage]:
        """The passages that mention someone of this home; a story told of two homes goes to the
        first that asks."""
        marks = [f"person:{key}" for key in home.people]
        return [
            one
            for one in self.passages
            if any(mark in text for text in one.texts.values() for mark in marks)
            or one.names & set(home.people)
        ]

    def _put_away(self, told: list[Passage]) -> None:
        self.passages = [one for one in self.passages if one not in told]

    def _taken_at(self, home: Home, most: int) -> list[UUID]:
        """Photos surely taken while the child lived there, spread over the stay; each only once.
        Scans of letters and papers are not put beside snapshots."""
        start = home.start.span(self.born)
        end = home.end.span(self.born) if home.end else None
        if start is None or (home.end and end is None):
            return []
        last = end.last if end else date.max
        there = [
            photo
            for photo in self.photos
            if not photo.scan
            and (span := photo.taken.span(self.born))
            and start.first <= span.first
            and span.last <= last
        ]
        return self._take(there, most)

    def _taken_anywhere(self, most: int) -> list[UUID]:
        """Where no home of today is known, photos must not wait for one to be written down."""
        return self._take([photo for photo in self.photos if not photo.scan], most)

    def _take(self, there: Sequence[Photo], most: int) -> list[UUID]:
        """Some of them, spread from the first to the last; none is taken twice."""
        step = max(1.0, len(there) / most)
        chosen = [there[int(n * step)] for n in range(min(most, len(there)))]
        self.photos = [one for one in self.photos if one not in chosen]
        return [one.id for one in chosen]


def _some(key: UUID | None) -> tuple[UUID, ...]:
    return (key,) if key else ()


def _block(kind: str, **slots: Iterable[UUID]) -> Block:
    """A block with as much in each slot as it holds."""
    known = page_type(kind).slots
    filled = {name: tuple(keys)[: known[name].most] for name, keys in slots.items()}
    return Block(page_type=kind, slots={name: keys for name, keys in filled.items() if keys})


DEFAULT = Edition(name="first-book", band=Band.FIRST_READER)
"""Whom a first book is for when nobody has said."""
