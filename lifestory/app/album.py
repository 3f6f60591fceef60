"""All photos of a child as one looks through them, and what is to be known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from lifestory.app.books import compose_edition, editions
from lifestory.app.doubted_dates import Doubt, doubt_of
from lifestory.app.measures import sharp_from
from lifestory.app.open_case import FoundChild, about
from lifestory.app.working_days import today as today_in_london
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate, Precision, Span, age_on
from lifestory.domain.life import Home
from lifestory.domain.media import DateSource, Original, Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Records
from lifestory.sharing.permissions import Permissions

__all__ = ["Album", "Doubt", "May", "PhotoLook", "album", "pages_with", "sharp_to"]

LOW_PIXELS = 1000
"""A long side under this prints below 200 dpi at the width of an A4 column (about 130 mm)."""


class May(StrEnum):
    """Whether someone may be shown in this child's books, and why."""

    OWN_STORY = "own-story"
    ANIMAL = "animal"
    GIVEN = "given"
    PARTLY = "partly"
    """Given, but not for the readers of all the books there are."""
    NOT_ASKED = "not-asked"
    REFUSED = "refused"
    ENDED = "ended"

    @property
    def shown(self) -> bool:
        """True when nothing has to be covered."""
        return self in {May.OWN_STORY, May.ANIMAL, May.GIVEN}


@dataclass(frozen=True, slots=True)
class PhotoLook:
    """One photo, its file, its size in pixels after its edits, how many pages of the books name
    it, the home the child had then, and whether someone in it may not be shown; what is wrong with
    its date, the age until which it is held back (0 for none), and how many prints were cut out of
    the scan it comes from."""

    photo: Photo
    original: Original | None = None
    size: tuple[int, int] = (0, 0)
    used: int = 0
    home: UUID | None = None
    no_permission: bool = False
    doubt: Doubt = Doubt.NONE
    held_until: int = 0
    prints: int = 0

    @property
    def low(self) -> bool:
        """True when it is too small to print large."""
        return 0 < max(self.size) < LOW_PIXELS

    @property
    def undated(self) -> bool:
        """True when nobody knows when it was taken."""
        return self.photo.taken.precision is Precision.UNKNOWN

    @property
    def questioned(self) -> bool:
        """True when nobody knows when it was taken, or what is said of it cannot be."""
        return self.undated or self.doubt is not Doubt.NONE

    @property
    def needs_a_look(self) -> bool:
        """True when there is something to do about it. Where it was taken is never printed, so
        that is nothing to do."""
        return self.no_permission or self.low or self.questioned


@dataclass(frozen=True, slots=True)
class Album:
    """The photos, the newest first and undated ones last, with whom and what they speak of.

    `homes` are names by id, the newest first; `may` says of everyone whether they may be shown,
    and `heard` what was said of it for this child's books, the newest last. `came` has the photos
    in the order in which they were brought in; `portraits` is the photo each person is known by.
    """

    looks: tuple[PhotoLook, ...] = ()
    people: Mapping[UUID, Person] = field(default_factory=dict)
    may: Mapping[UUID, May] = field(default_factory=dict)
    heard: Mapping[UUID, tuple[Permission, ...]] = field(default_factory=dict)
    homes: Mapping[UUID, str] = field(default_factory=dict)
    came: tuple[UUID, ...] = ()
    portraits: Mapping[UUID, Photo] = field(default_factory=dict)
    name: str = ""
    born: date | None = None


def album(found: FoundChild, today: date | None = None) -> Album:
    """The photos of this child, also those in the bin; some tens of ms for thousands."""
    records, born = found.case.records, found.child.born.day()
    recipients = {one.recipient for one in editions(found)} or {Recipient.CHILD_AND_ADOPTERS}
    own, on = found.child.person, today or today_in_london()
    allowed = [Permissions(records, recipient, own, on) for recipient in recipients]
    may = {one.id: _may(one, own, allowed) for one in records.of(Person)}
    homes = sorted(about(found, Home), key=lambda home: home.start.sort_key(born), reverse=True)
    spans = _Spans(born, homes, on)
    photos = about(found, Photo)
    known = _Known(
        originals={one.id: one for one in records.of(Original)},
        used=_uses(editions(found)),
        may=may,
        prints=Counter((one.original, one.page) for one in photos if one.piece),
        age=age_on(born, on).years if born else 0,
    )
    looks = [_look(photo, known, spans) for photo in photos]
    person = found.person
    return Album(
        looks=tuple(sorted(looks, key=lambda look: spans.newest_first(look.photo.taken))),
        people={one.id: one for one in records.of(Person)},
        may=may,
        heard=_heard(found),
        came=tuple(photo.id for photo in photos),
        portraits={
            one.id: portrait
            for one in records.of(Person)
            if (portrait := records.find(Photo, one.portrait)) is not None
        },
        homes={home.id: _home_name(records, home) for home in homes},
        name=person.called if person else "",
        born=born,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What a photo is looked up in: files, uses, permissions, prints of each scan, and the child's
    age in years today."""

    originals: Mapping[UUID, Original]
    used: Mapping[UUID, int]
    may: Mapping[UUID, May]
    prints: Mapping[tuple[UUID | None, int], int]
    age: int


def _look(photo: Photo, known: _Known, spans: _Spans) -> PhotoLook:
    original = known.originals.get(photo.original) if photo.original else None
    size = (0, 0)
    if original is not None:
        size = photo.recipe.size(*original.size(photo.page))
    by_worker = photo.taken_from is DateSource.WORKER
    doubt = Doubt.NONE if by_worker else spans.doubt(photo.taken)
    may, until = known.may, photo.tell_from_age
    return PhotoLook(
        photo=photo,
        original=original,
        size=size,
        used=known.used.get(photo.id, 0),
        home=None if doubt else spans.home(photo.taken),
        no_permission=any(not may.get(one.person, May.NOT_ASKED).shown for one in photo.people),
        doubt=doubt,
        held_until=until if until > known.age else 0,
        prints=known.prints.get((photo.original, photo.page), 0) if photo.piece else 0,
    )


class _Spans:
    """What dates mean for one child; the same date is worked out once."""

    def __init__(self, born: date | None, homes: Sequence[Home], today: date) -> None:
        self._born = born
        self._today = today
        self._homes = [(home, home.start.span(born)) for home in homes]
        self._known: dict[HonestDate, tuple[tuple[int, int], UUID | None, Doubt]] = {}

    def newest_first(self, when: HonestDate) -> tuple[int, int]:
        """Sorts the newest first and what is not known last."""
        return self._of(when)[0]

    def home(self, when: HonestDate) -> UUID | None:
        """Where the child lived in the middle of what a date may mean."""
        return self._of(when)[1]

    def doubt(self, when: HonestDate) -> Doubt:
        """Why a date cannot be when this child was photographed."""
        return self._of(when)[2]

    def _of(self, when: HonestDate) -> tuple[tuple[int, int], UUID | None, Doubt]:
        if when not in self._known:
            span = when.span(self._born)
            order = (-span.middle.toordinal(), -span.last.toordinal()) if span else (1, 0)
            self._known[when] = order, self._home(span), doubt_of(span, self._born, self._today)
        return self._known[when]

    def _home(self, span: Span | None) -> UUID | None:
        if span is None:
            return None
        for home, came in self._homes:
            left = home.end.span(self._born) if home.end else None
            if came and came.first <= span.middle and (left is None or span.middle <= left.last):
                return home.id
        return None


def _uses(books: Sequence[Edition]) -> Mapping[UUID, int]:
    """How many blocks of the books name each record."""
    blocks = (block for book in books for section in book.sections for block in section.blocks)
    return Counter(
        key for block in blocks for key in {key for keys in block.slots.values() for key in keys}
    )


def _may(person: Person, own: UUID, allowed: Sequence[Permissions]) -> May:
    """Whether every reader of this child's books may see someone; brothers and sisters need a
    permission too, each being someone's own story."""
    if person.id == own:
        return May.OWN_STORY
    if person.pet:
        return May.ANIMAL
    hidden = [one for one in allowed if not one.may_show(person.id)]
    if not hidden:
        return May.GIVEN
    words = [said for one in hidden if (said := one.what_counts(person.id)) is not None]
    if any(not said.given for said in words):
        return May.REFUSED
    if words:
        return May.ENDED
    return May.PARTLY if any(one.what_counts(person.id) for one in allowed) else May.NOT_ASKED


def _heard(found: FoundChild) -> dict[UUID, tuple[Permission, ...]]:
    """What was said for this child's books about showing each, the newest last."""
    heard: dict[UUID, tuple[Permission, ...]] = {}
    for one in sorted(about(found, Permission), key=lambda one: one.given_on.sort_key()):
        heard[one.person] = (*heard.get(one.person, ()), one)
    return heard


def _home_name(records: Records, home: Home) -> str:
    people = (records.find(Person, key) for key in home.people)
    return home.name or " and ".join(one.called for one in people if one and not one.pet)


def sharp_to(size: tuple[int, int]) -> tuple[int, int]:
    """How large a picture of so many pixels prints sharply, in millimetres."""
    sharp = sharp_from()
    return round(size[0] / sharp * 25.4), round(size[1] / sharp * 25.4)


def pages_with(found: FoundChild, photo: Photo) -> tuple[tuple[Edition, tuple[int, ...]], ...]:
    """The page numbers on which a photo stands, book by book; composes, so it takes a while."""
    there = []
    for edition in editions(found):
        numbers = tuple(
            plan.number
            for plan in compose_edition(found.case, edition)
            if any(
                one.rendition.original == photo.original
                and one.rendition.recipe.shows(photo.recipe)
                for one in plan.pictures()
            )
        )
        if numbers:
            there.append((edition, numbers))
    return tuple(there)
