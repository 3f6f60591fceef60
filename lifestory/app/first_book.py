"""A child's first book, made from what is known: a beginning to change, never an end.

Present, past, present, future: the story opens and closes in the safety of the family the child
lives with; words explained stand after it. Source: PRACTICE §3, "The story" (Joy Rees).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from lifestory.app.books import compose_edition
from lifestory.app.doubted_dates import believed
from lifestory.app.editions import add_edition, editions, recipient_of
from lifestory.app.first_facts import OF_BEFORE, OF_NEXT, by_page, page_of, with_facts
from lifestory.app.first_people import (
    family_pages,
    helper_pages,
    home_pages,
    parent_pages,
    sibling_pages,
    with_glossary,
)
from lifestory.app.first_words import TOGETHER, page_for, pages_of
from lifestory.app.left_out import refused
from lifestory.app.open_case import FoundChild, about
from lifestory.app.orders import Order, in_order
from lifestory.app.reading import band_of_today
from lifestory.book.pagetypes import page_type
from lifestory.book.wording import Wording
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate, Span
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
_STAY, _NOW, _SIBLINGS = "home-along-the-way", "my-family-now", "brothers-and-sisters"
_NOT_BEFORE = {Part.PRESENT, Part.FUTURE}
_SPREADS = {"moves-path", "timeline"}
"""Page types that begin on the left, in one look or in both."""
_A_LINE = 3
"""So few milestones at least make a timeline; so few homes but one, a path."""
_OF_MOVING = ("why i", "why you", "could not stay", "couldn't stay", "moved", "moving")
"""What the heading of a passage says that is of moving. Source: resources/wording/starters.toml."""
_MOST_PHOTOS = 12
"""So many photos of one time at most: a first book is to be seen through, not to hold them all."""


def make_first_book(
    found: FoundChild, edition: Edition | None = None, order: Order = Order.FAMILY
) -> Edition:
    """An edition with pages for what there is, in the family-friendly order unless another is
    asked for; one step, which undo takes back. Without a wish it is for the child of today. Photos
    that found no page are left for the worker to place: `left_out` counts them."""
    drafted = _drafted(found, edition or _for_today(found))
    return add_edition(found, replace(drafted, sections=in_order(drafted.sections, order)))


def first_book_if_none(found: FoundChild, name: str) -> Edition | None:
    """The draft of a first book when it is asked for by its name and the child has no edition yet;
    else None. Not kept: `add_edition` does that, once it has proved to print."""
    if editions(found) or name.strip().casefold() != NAME:
        return None
    return _drafted(found, _for_today(found))


def _for_today(found: FoundChild) -> Edition:
    """For the child as old as they are now."""
    band = band_of_today(found)
    whom = recipient_of(found) or Edition().recipient
    if band in _GROWN:
        return Edition(name=NAME, band=band, recipient=whom, theme="paper")
    return Edition(name=NAME, band=band, recipient=whom)


def _drafted(found: FoundChild, edition: Edition) -> Edition:
    """Under an id of its own: what was wished for may be wished for again, for another child."""
    mine = replace(edition, id=uuid4(), about=frozenset({found.id}), child=found.id)
    drafted = with_glossary(found, replace(mine, sections=_Outline(found, mine).sections()))
    return min(_orders(drafted), key=lambda one: _wordless(found, one))


def _orders(drafted: Edition) -> Iterable[Edition]:
    """The draft, then the same with the pages that take a spread elsewhere among those of before:
    past the stories, or first after birth. Never between two homes, nor within what is told
    together."""
    yield drafted
    for at, section in enumerate(drafted.sections):
        spreads = [one for one in section.blocks if one.page_type in _SPREADS]
        if section.part is not Part.PAST or not spreads:
            continue
        rest = [one for one in section.blocks if one not in spreads]
        kinds = [one.page_type for one in rest]
        homes = [n for n, kind in enumerate(kinds) if kind == _STAY]
        after = homes[-1] + 2 if homes else 1
        places = [
            n for n in range(after, len(rest) + 1) if not TOGETHER & {tuple(kinds[n - 1 : n + 1])}
        ]
        for place in (*places, kinds.count("day-i-was-born")):
            blocks = (*rest[:place], *spreads, *rest[place:])
            moved = replace(section, blocks=blocks)
            sections = (*drafted.sections[:at], moved, *drafted.sections[at + 1 :])
            yield replace(drafted, sections=sections)


def _wordless(found: FoundChild, edition: Edition) -> tuple[int, int]:
    """How many pages without a word stand there for a spread to lie open, and how many in all: the
    left half of a part's opening is one picture with the right."""
    pages = compose_edition(found.case, edition)
    bare = [page.page_type == "opening" and not any(page.words()) for page in pages]
    opened = [page.page_type == "opening" for page in pages[1:]] + [False]
    return sum(one and not more for one, more in zip(bare, opened, strict=True)), sum(bare)


class _Outline:
    def __init__(self, found: FoundChild, edition: Edition) -> None:
        self.found = found
        self.edition = edition
        person = found.person
        self.wording = Wording(edition.voice, person.called if person else "")
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
        self.photos = sorted(photos, key=self._in_time)
        self.of_me = self._told_about_me()
        self.by_page = by_page(self.facts, edition.band)

    def sections(self) -> tuple[Section, ...]:
        """The parts in their order; a part that would be empty is left out."""
        family = home_pages(self.found, self.edition, self._taken_for(_NOW))
        before = with_facts(self._before(), self.by_page, OF_BEFORE)
        home = tuple(self._home())
        drafted = (
            (Part.FRONT, "", tuple(self._front())),
            (Part.PRESENT, "", (self._about_me(), *family)),
            (Part.PAST, "", before),
            (Part.PRESENT, self.wording.say("parts.home"), home),
            (Part.FUTURE, "", with_facts(self._next(), self.by_page, OF_NEXT)),
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
        others = {_BIRTH, _HOPES, *self._called()}
        mine = (one for one in self.facts if one.topic.casefold() not in others)
        me = [one.id for one in mine if not page_of(one)]
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
        for page in parent_pages(self.found, self.edition, self._headed("story")):
            held = page.slots.get("passage", ())
            self._put_away([one for one in self.passages if one.id in held])
            yield page
        yield from family_pages(self.found, self.edition)
        yield from sibling_pages(self.found, self.edition, self._taken_for(_SIBLINGS))
        later = self._later()
        for home in self.earlier:
            told = [
                one for one in self._naming(home) if one not in later and page_for(one) == "story"
            ]
            self._put_away(told)
            slots = page_type(_STAY).slots
            yield _block(
                _STAY,
                home=(home.id,),
                passage=[one.id for one in told],
                photos=self._take(self._of_stay(home), slots["photos"].most),
            )
            yield from (_block("story", passage=(one.id,)) for one in told[slots["passage"].most :])
        if len(self.earlier) + bool(self.today) > 1:
            yield _block("moves-path")
        texts = (one.texts for one in about(self.found, Milestone))
        if sum(bool(text_for(one, self.edition.band)) for one in texts) >= _A_LINE:
            yield _block("timeline")
        others = [one for one in self.passages if one not in later]
        self._put_away(others)
        yield from pages_of(others)
        yield from helper_pages(self.found, self.edition)
        if self.today and self.earlier:
            yield from self._days(self._of_no_stay())

    def _headed(self, kind: str) -> list[Passage]:
        return [one for one in self.passages if page_for(one) == kind]

    def _taken_for(self, kind: str) -> list[Passage]:
        """What is told on the one page of a kind; more of it has pages like any other story."""
        told = self._headed(kind)[: page_type(kind).slots["passage"].most]
        self._put_away(told)
        return told

    def _later(self) -> list[Passage]:
        """What is not told with the time before: what has a page of its own now or next, or tells
        of the home of today alone."""
        parts = {one.id: page_type(page_for(one)).part for one in self.passages}
        today = {one.id for one in self._of_today() if parts[one.id] != Part.PAST}
        later = {key for key, part in parts.items() if part in _NOT_BEFORE} | today
        return [one for one in self.passages if one.id in later]

    def _of_today(self) -> list[Passage]:
        """What is told of the home of today alone. Why a child moved names both homes and belongs
        to the one before, as does what its heading calls so."""
        if self.today is None:
            return []
        earlier = {key for home in self.earlier for key in home.people} - set(self.today.people)
        return [
            one
            for one in self._naming(self.today)
            if not _mentions(one, earlier) and not self._is_of_moving(one)
        ]

    def _is_of_moving(self, passage: Passage) -> bool:
        said = " ".join(passage.titles.values()).casefold().replace("’", "'")
        return bool(self.earlier) and any(words in said for words in _OF_MOVING)

    def _born(self) -> Iterable[Block]:
        """The day of birth; not for a child of whose birth nothing at all is known."""
        child = self.found.child
        birth = [one.id for one in self.facts if one.topic == _BIRTH]
        known = (child.born.span(), child.born_at, child.weight_grams, child.length_cm,
                 child.birth_place, child.birth_hospital, child.named_by)  # fmt: skip
        if birth or child.birth_photo or any(known):
            yield _block("day-i-was-born", photo=_some(child.birth_photo), facts=birth)

    def _home(self) -> Iterable[Block]:
        if not (self.today and self.earlier):
            yield from self._told_now()
            yield from self._days(self._shown())
            return
        shown = self._take(self._of_stay(self.today), page_type(_STAY).slots["photos"].most)
        page = _block(_STAY, home=(self.today.id,), photos=shown)
        told = (
            *self._told_now(),
            *self._days(self._placeless(), "photos.of-no-known-day"),
            *self._days(self._of_stay(self.today)),
        )
        yield from ((page, *told) if shown or not told else told)

    def _told_now(self) -> Iterable[Block]:
        told = [one for one in self.passages if page_type(page_for(one)).part != Part.FUTURE]
        self._put_away(told)
        yield from pages_of(told)
        words = sorted(about(self.found, ChildWords), key=lambda w: w.said_on.sort_key(self.born))
        yield from (_block("my-words", words=(one.id,)) for one in words)

    def _days(self, there: Sequence[Photo], title: str = "") -> Iterable[Block]:
        if chosen := self._take(there, _MOST_PHOTOS):
            page = _block("photos", photos=chosen)
            yield replace(page, words={"title": self.wording.say(title)}) if title else page

    def _next(self) -> Iterable[Block]:
        """What has a page there, and only hopes somebody has: a book does not end with an empty
        page."""
        yield from pages_of(self.passages)
        if hopes := [one.id for one in self.facts if one.topic == _HOPES]:
            yield _block("hopes", facts=hopes)

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

    def _taken(self, photo: Photo) -> Span | None:
        """A day that cannot be is one nobody knows."""
        return believed(photo, self.born)

    def _in_time(self, photo: Photo) -> tuple[date, date]:
        span = self._taken(photo)
        return photo.taken.sort_key(self.born) if span else HonestDate().sort_key()

    def _taken_last(self, photo: Photo) -> date:
        span = self._taken(photo)
        return span.last if span else date.min

    def _naming(self, home: Home) -> list[Passage]:
        """The passages that mention someone of this home; a story told of two homes goes to the
        first that asks."""
        return [one for one in self.passages if _mentions(one, set(home.people))]

    def _put_away(self, told: list[Passage]) -> None:
        self.passages = [one for one in self.passages if one not in told]

    def _of_stay(self, home: Home) -> list[Photo]:
        """Photos surely of that stay: taken while the child lived there, or of a day nobody knows
        with someone in them, or a place, that belongs to no other home."""
        start = home.start.span(self.born)
        end = home.end.span(self.born) if home.end else Span(date.max, date.max)

        def belongs(photo: Photo) -> bool:
            taken = self._taken(photo)
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
        """Photos of days before the home of today that nothing says the home of."""
        came = self.today.start.span(self.born) if self.today else None
        return [
            photo
            for photo in self._placeless()
            if (taken := self._taken(photo)) and came and taken.first < came.first
        ]

    def _placeless(self) -> list[Photo]:
        """Photos that nothing says the home of. Those of no known day must not wait for someone to
        find out, nor may they be told as days before."""
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


def _mentions(passage: Passage, people: set[UUID]) -> bool:
    marks = [f"person:{key}" for key in people]
    told = (mark in text for text in passage.texts.values() for mark in marks)
    return any(told) or bool(passage.names & people)


def _some(key: UUID | None) -> tuple[UUID, ...]:
    return (key,) if key else ()


def _block(kind: str, **slots: Iterable[UUID]) -> Block:
    """A block with as much in each slot as it holds."""
    known = page_type(kind).slots
    filled = {name: tuple(keys)[: known[name].most] for name, keys in slots.items()}
    return Block(page_type=kind, slots={name: keys for name, keys in filled.items() if keys})
