"""All photos of a child as one looks through them, and what is to be known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from lifestory.app.books import compose_edition, editions
from lifestory.app.open_case import FoundChild, about
from lifestory.app.working_days import today as today_in_london
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate, Precision, Span
from lifestory.domain.life import Home
from lifestory.domain.media import Original, Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Records
from lifestory.sharing.permissions import Permissions

__all__ = ["Album", "May", "PhotoLook", "album", "pages_with", "sharp_to"]

LOW_PIXELS = 1000
"""A long side under this prints below 200 dpi at the width of an A4 column (about 130 mm)."""
_SHARP_DPI = 200
"""The least that looks sharp in print, in dots to the inch."""


class May(StrEnum):
    """Whether someone may be shown in this child's books, and why."""

    OWN_STORY = "own-story"
    ANIMAL = "animal"
    GIVEN = "given"
    NOT_ASKED = "not-asked"
    REFUSED = "refused"
    ENDED = "ended"

    @property
    def shown(self) -> bool:
        """True when nothing has to be covered."""
        return self not in {May.NOT_ASKED, May.REFUSED, May.ENDED}


@dataclass(frozen=True, slots=True)
class PhotoLook:
    """One photo, its file, its size in pixels after its edits, how many pages of the books name
    it, the home the child had then, and whether someone in it may not be shown."""

    photo: Photo
    original: Original | None = None
    size: tuple[int, int] = (0, 0)
    used: int = 0
    home: UUID | None = None
    no_permission: bool = False

    @property
    def low(self) -> bool:
        """True when it is too small to print large."""
        return 0 < max(self.size) < LOW_PIXELS

    @property
    def undated(self) -> bool:
        """True when nobody knows when it was taken."""
        return self.photo.taken.precision is Precision.UNKNOWN

    @property
    def needs_a_look(self) -> bool:
        """True when there is something to do about it. Where it was taken is never printed, so
        that is nothing to do."""
        return self.no_permission or self.low or self.undated


@dataclass(frozen=True, slots=True)
class Album:
    """The photos, the newest first and undated ones last, with whom and what they speak of.

    `homes` are names by id, the newest first; `may` says of everyone whether they may be shown.
    """

    looks: tuple[PhotoLook, ...] = ()
    people: Mapping[UUID, Person] = field(default_factory=dict)
    may: Mapping[UUID, May] = field(default_factory=dict)
    homes: Mapping[UUID, str] = field(default_factory=dict)
    name: str = ""
    born: date | None = None


def album(found: FoundChild, today: date | None = None) -> Album:
    """The photos of this child, also those in the bin; some tens of ms for thousands."""
    records, born = found.case.records, found.child.born.day()
    recipients = {one.recipient for one in editions(found)} or {Recipient.CHILD_AND_ADOPTERS}
    own, on = found.child.person, today or today_in_london()
    allowed = [Permissions(records, recipient, own, on) for recipient in recipients]
    may = {one.id: _may(records, one, own, allowed) for one in records.of(Person)}
    used = _uses(editions(found))
    homes = sorted(about(found, Home), key=lambda home: home.start.sort_key(born), reverse=True)
    spans = _Spans(born, homes)
    originals = {one.id: one for one in records.of(Original)}
    looks = [
        _look(photo, originals.get(photo.original) if photo.original else None, used, spans, may)
        for photo in about(found, Photo)
    ]
    person = found.person
    return Album(
        looks=tuple(sorted(looks, key=lambda look: spans.newest_first(look.photo.taken))),
        people={one.id: one for one in records.of(Person)},
        may=may,
        homes={home.id: _home_name(records, home) for home in homes},
        name=person.called if person else "",
        born=born,
    )


def _look(
    photo: Photo,
    original: Original | None,
    used: Mapping[UUID, int],
    spans: _Spans,
    may: Mapping[UUID, May],
) -> PhotoLook:
    size = (0, 0)
    if original is not None:
        size = photo.recipe.size(*original.size(photo.page))
    return PhotoLook(
        photo=photo,
        original=original,
        size=size,
        used=used.get(photo.id, 0),
        home=spans.home(photo.taken),
        no_permission=any(not may.get(one.person, May.NOT_ASKED).shown for one in photo.people),
    )


class _Spans:
    """What dates mean for one child; the same date is worked out once."""

    def __init__(self, born: date | None, homes: Sequence[Home]) -> None:
        self._born = born
        self._homes = [(home, home.start.span(born)) for home in homes]
        self._known: dict[HonestDate, tuple[tuple[int, int], UUID | None]] = {}

    def newest_first(self, when: HonestDate) -> tuple[int, int]:
        """Sorts the newest first and what is not known last."""
        return self._of(when)[0]

    def home(self, when: HonestDate) -> UUID | None:
        """Where the child lived in the middle of what a date may mean."""
        return self._of(when)[1]

    def _of(self, when: HonestDate) -> tuple[tuple[int, int], UUID | None]:
        if when not in self._known:
            span = when.span(self._born)
            order = (-span.middle.toordinal(), -span.last.toordinal()) if span else (1, 0)
            self._known[when] = order, self._home(span)
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


def _may(records: Records, person: Person, own: UUID, allowed: Sequence[Permissions]) -> May:
    """Whether every reader of this child's books may see someone; brothers and sisters need a
    permission too, each being someone's own story."""
    if person.id == own:
        return May.OWN_STORY
    if person.pet:
        return May.ANIMAL
    if all(one.may_show(person.id) for one in allowed):
        return May.GIVEN
    heard = [one for one in records.of(Permission) if one.person == person.id]
    if any(not one.given for one in heard):
        return May.REFUSED
    return May.ENDED if any(one.until for one in heard) else May.NOT_ASKED


def _home_name(records: Records, home: Home) -> str:
    people = (records.find(Person, key) for key in home.people)
    return home.name or " and ".join(one.called for one in people if one and not one.pet)


def sharp_to(size: tuple[int, int]) -> tuple[int, int]:
    """How large a picture of so many pixels prints sharply, in millimetres."""
    return round(size[0] / _SHARP_DPI * 25.4), round(size[1] / _SHARP_DPI * 25.4)


def pages_with(found: FoundChild, photo: Photo) -> tuple[tuple[Edition, tuple[int, ...]], ...]:
    """The page numbers on which a photo stands, book by book; composes, so it takes a while."""
    there = []
    for edition in editions(found):
        numbers = tuple(
            plan.number
            for plan in compose_edition(found.case, edition)
            if any(one.rendition.original == photo.original for one in plan.pictures())
        )
        if numbers:
            there.append((edition, numbers))
    return tuple(there)
