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
from lifestory.app.left_out import refused
from lifestory.app.open_case import FoundChild, about
from lifestory.app.reading import band_of_today
from lifestory.book.pagetypes import page_type
from lifestory.book.wording import Wording
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import Span
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.media import Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import ChildWords, Passage

NAME = "first-book"
"""What a first book is called, and asked for by, when nobody has named it."""
_GROWN = (Band.OLDER, Band.ADULT)
"""Readers whose first book is quiet: no hills, no leaves. Source: LOOK §1, "paper"."""
_BIRTH, _HOPES = "birth-day", "hopes"
"""Topics of facts that have a page of their own."""
_A_LINE = 3
"""So few milestones at least make a timeline; so few homes but one, a path."""
_MOST_PHOTOS = 12
"""So many photos of one time at most: a first book is to be seen through, not to hold them all."""


def make_first_book(found: FoundChild, edition: Edition | None = None) -> Edition:
    """An edition with pages for what there is, in the family-friendly order; one step, which undo
    takes back. Without a wish it is for the child of today. Photos that found no page are left
    for the worker to place: `left_out` counts them."""
    return add_edition(found, _drafted(found, edition or _for_today(found)))


def first_book_if_none(found: FoundChild, name: str) -> Edition | None:
    """The draft of a first book when it is asked for by its name and the child has no edition yet;
    else None. Not kept: `add_edition` does that, once it has proved to print."""
    if editions(found) or name.strip().casefold() != NAME:
        return None
    return _drafted(found, _for_today(found))


def _for_today(found: FoundChild) -> Edition:
    """For the child as old as they are now."""
    band = band_of_today(found)
    if band in _GROWN:
        return Edition(name=NAME, band=band, theme="paper")
    return Edition(name=NAME, band=band)


def _drafted(found: FoundChild, edition: Edition) -> Edition:
    """Under an id of its own: what was wished for may be wished for again, for another child."""
    mine = replace(edition, id=uuid4(), about=frozenset({found.id}), child=found.id)
    return replace(mine, sections=_Outline(found, mine).sections())


class _Outline:
    def __init__(self, found: FoundChild, edition: Edition) -> None:
        self.found = found
        self.edition = edition
        self.born = found.child.born.day()
        self.homes = sorted(about(found, Home), key=lambda one: one.start.sort_key(self.born))
        self.today = next((one for one in reversed(self.homes) if one.end is None), None)
        self.earlier = [one for one in self.homes if one is not self.today]
        self.facts = about(found, Fact)
        told = (one for one in about(found, Passage) if text_for(one.texts, edition.band))
        self.passages = list(told)
        not_for = refused(found, edition)
        self.portrait = self._portrait(not_for)
        kept = {self.portrait, found.child.birth_photo, *not_for}
        photos = (p for p in about(found, Photo) if not p.binned and p.id not in kept)
        self.photos = sorted(photos, key=lambda one: one.taken.sort_key(self.born))
        self.of_me = self._told_about_me()

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
        return _block("cover", photo=_some(self.portrait)), _block("title")

    def _about_me(self) -> Block:
        people = self.today.people if self.today else ()
        me = [one.id for one in self.facts if one.topic not in {_BIRTH, _HOPES, *self._called()}]
        return _block(
            "about-me", photo=_some(self.portrait), people=people, facts=me, passage=self.of_me
        )

    def _told_about_me(self) -> list[UUID]:
        """The passage that is called as that page is: it stands there, and nowhere else."""
        known = page_type("about-me")
        called = {title.casefold() for title in (known.called, *known.titles.values())}
        mine = (p for p in self.passages if called & {t.casefold() for t in p.titles.values()})
        first = next(mine, None)
        self._put_away([first] if first else [])
        return [first.id] if first else []

    def _called(self) -> set[str]:
        """Facts may be kept under whom they are about; those are not about the child."""
        return {one.called.casefold() for one in self.found.case.records.of(Person) if one.called}

    def _before(self) -> Iterable[Block]:
        yield from self._born()
        of_today = self._naming(self.today) if self.today else []
        for home in self.earlier:
            told = [one for one in self._naming(home) if one not in of_today]
            self._put_away(told)
            slots = page_type("home-along-the-way").slots
            yield _block(
                "home-along-the-way",
                home=(home.id,),
                passage=[one.id for one in told],
                photos=self._take(self._of_stay(home), slots["photos"].most),
            )
            yield from (_block("story", passage=(one.id,)) for one in told[slots["passage"].most :])
        if len(self.earlier) + bool(self.today) > 1:
            yield _block("moves-path")
        if len(about(self.found, Milestone)) >= _A_LINE:
            yield _block("timeline")
        others = [one for one in self.passages if one not in of_today]
        self._put_away(others)
        yield from (_block("story", passage=(one.id,)) for one in others)
        if self.today and self.earlier:
            yield from self._days(self._of_no_stay())

    def _born(self) -> Iterable[Block]:
        """The day of birth; not for a child of whose birth nothing at all is known."""
        child = self.found.child
        birth = [one.id for one in self.facts if one.topic == _BIRTH]
        known = (child.born.span(), child.born_at, child.weight_grams, child.length_cm,
                 child.birth_place, child.birth_hospital, child.named_by)  # fmt: skip
        if birth or child.birth_photo or any(known):
            yield _block("day-i-was-born", photo=_some(child.birth_photo), facts=birth)

    def _home(self) -> Iterable[Block]:
        yield from (_block("story", passage=(one.id,)) for one in self.passages)
        words = sorted(about(self.found, ChildWords), key=lambda w: w.said_on.sort_key(self.born))
        yield from (_block("my-words", words=(one.id,)) for one in words)
        yield from self._days(
            self._of_stay(self.today) if self.today and self.earlier else self._shown()
        )

    def _days(self, there: Sequence[Photo]) -> Iterable[Block]:
        if chosen := self._take(there, _MOST_PHOTOS):
            yield _block("photos", photos=chosen)

    def _hopes(self) -> Block:
        return _block("hopes", facts=[one.id for one in self.facts if one.topic == _HOPES])

    def _portrait(self, not_for: frozenset[UUID]) -> UUID | None:
        """The child's; where none is chosen, the newest photo that shows the child and nobody else.
        Source: mock-up SPEC, "No portrait: another photo"."""
        person = self.found.person
        if person is None or person.portrait:
            return person.portrait if person else None
        alone = (
            photo
            for photo in about(self.found, Photo)
            if [one.person for one in photo.people] == [person.id]
            and not (photo.binned or photo.scan or photo.id in not_for)
        )
        newest = max(alone, key=self._taken_last, default=None)
        return newest.id if newest else None

    def _taken_last(self, photo: Photo) -> date:
        span = photo.taken.span(self.born)
        return span.last if span else date.min

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

    def _of_stay(self, home: Home) -> list[Photo]:
        """Photos surely of that stay: taken while the child lived there, or of a day nobody knows
        with someone in them, or a place, that belongs to no other home."""
        start = home.start.span(self.born)
        end = home.end.span(self.born) if home.end else Span(date.max, date.max)

        def belongs(photo: Photo) -> bool:
            taken = photo.taken.span(self.born)
            if taken is None:
                return self._tells_of(photo) == [home]
            if start is None or end is None:
                return False
            return start.first <= taken.first and taken.last <= end.last

        return [photo for photo in self._shown() if belongs(photo)]

    def _tells_of(self, photo: Photo) -> list[Home]:
        """The homes whose people or place a photo shows."""
        seen = {one.person for one in photo.people} - {self.found.child.person}
        return [
            home
            for home in self.homes
            if seen & set(home.people) or (home.place and home.place == photo.place)
        ]

    def _of_no_stay(self) -> list[Photo]:
        """Photos that nothing says the home of: they must not wait for someone to find out."""
        placed = {photo.id for home in self.homes for photo in self._of_stay(home)}
        return [photo for photo in self._shown() if photo.id not in placed]

    def _shown(self) -> list[Photo]:
        """Scans of letters and papers are not put beside snapshots."""
        return [photo for photo in self.photos if not photo.scan]

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
