"""What a page can be filled with: the photos, people, facts, passages, homes, milestones and words
of a child, each by a line that says which it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from lifestory.app.arranging_book import blocks_of
from lifestory.app.open_case import FoundChild, about
from lifestory.app.photos import photos
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate, date_in_words
from lifestory.domain.edits import Recipe
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.media import Photo
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.plans import PagePlan, Picture
from lifestory.domain.readers import Band, text_for
from lifestory.domain.records import Record
from lifestory.domain.stories import ChildWords, Passage
from lifestory.sharing.names import MENTION

_KINDS: dict[str, type[Record]] = {
    "photo": Photo, "person": Person, "fact": Fact, "passage": Passage, "home": Home,
    "milestone": Milestone, "words": ChildWords, "place": Place,
}  # fmt: skip
_LONGEST = 90

Shown = tuple[UUID, Recipe]
"""What tells a photo on a page: the original it comes from, and how it is made, hiding nothing."""


class Candidate(NamedTuple):
    """Something a slot may hold, by its id, the line that says which it is, and the photo that it
    is, if it is one."""

    id: UUID
    says: str
    photo: Photo | None = None


@dataclass(frozen=True)
class OnPages:
    """The photos of a child beside the pages of an edition: those by their recipe, to know one on
    a page again, those that no page shows and no slot holds, and the pages of all others."""

    by_recipe: Mapping[Shown, Photo]
    unused: tuple[Photo, ...]
    pages: Mapping[UUID, tuple[int, ...]]


def photo_in(picture: Picture, by_recipe: Mapping[Shown, Photo]) -> Photo | None:
    """Which photo a picture on a page is, whole or as a row cut out of it; None for no photo."""
    original, recipe = picture.rendition.original, picture.rendition.recipe
    if (whole := by_recipe.get((original, recipe.bare))) is not None:
        return whole
    cut = [
        (len(known.edits), photo)
        for (file, known), photo in by_recipe.items()
        if file == original and recipe.shows(known)
    ]
    return max(cut, key=lambda one: one[0])[1] if cut else None


def candidates(found: FoundChild, kind: str, band: Band) -> tuple[Candidate, ...]:
    """Everything of one kind of slot ("photo", "passage" ...) that this child has, dated things by
    their dates. Things told from an older age than the reader's are here too; the lens decides."""
    born = found.child.born.day()
    records = list(about(found, _KINDS[kind]))
    if kind == "photo":
        theirs = {one.id for one in records}
        records = [one for one in photos(found.case) if one.id in theirs]
    elif kind == "place":  # nothing finer than a country stands on a page by itself
        records = [one for one in records if isinstance(one, Place) and _is_country(one)]
    elif dated := {one.id: when for one in records if (when := _when(one)) is not None}:
        records.sort(key=lambda one: dated[one.id].sort_key(born))
    return tuple(
        Candidate(one.id, says(found, one, band), one if isinstance(one, Photo) else None)
        for one in records
    )


def named(found: FoundChild, edition: Edition) -> dict[UUID, str]:
    """A line for everything that fills the pages of an edition."""
    filled = (key for block in blocks_of(edition) for keys in block.slots.values() for key in keys)
    there = (found.case.records.get(key) for key in dict.fromkeys(filled))
    return {one.id: says(found, one, edition.band) for one in there if one is not None}


def says(found: FoundChild, record: Record, band: Band) -> str:
    """A line that says which record it is."""
    match record:
        case Photo():
            words = text_for(record.captions, Band.ADULT) or record.alt
            line = " · ".join(one for one in (words, date_in_words(record.taken)) if one)
        case Person():
            line = record.called
        case Home():
            people = _called(found, record.people)
            line = record.name or " and ".join(people) or date_in_words(record.start)
        case Milestone():
            words = text_for(record.texts, band) or _any(record.texts)
            line = " · ".join(one for one in (date_in_words(record.when), words) if one)
        case Fact():
            line = text_for(record.texts, band) or _any(record.texts)
        case Passage():
            line = text_for(record.titles, band) or _any(record.titles) or _any(record.texts)
        case ChildWords():
            line = record.text
        case Place():
            line = record.name
        case _:
            line = ""
    line = " ".join(MENTION.sub(lambda one: one[1], line).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _is_country(place: Place) -> bool:
    return place.sort is PlaceKind.COUNTRY


def _when(record: Record) -> HonestDate | None:
    match record:
        case Home():
            return record.start
        case Milestone():
            return record.when
        case ChildWords():
            return record.said_on
        case _:
            return None


def _any(texts: Mapping[Band, str]) -> str:
    return next((text for text in texts.values() if text.strip()), "")


def _called(found: FoundChild, keys: Iterable[UUID]) -> list[str]:
    people = (found.case.records.find(Person, key) for key in keys)
    return [one.called for one in people if one and not one.pet]


def photos_on(found: FoundChild, edition: Edition, plans: Iterable[PagePlan]) -> OnPages:
    """Which photos stand on the composed pages, and which stand nowhere in this book yet."""
    there = [photo for photo in about(found, Photo) if not photo.binned]
    by_recipe = {(one.original, one.recipe.bare): one for one in there if one.original}
    shown: set[Shown] = set()
    pages: dict[UUID, tuple[int, ...]] = {}
    for plan in plans:
        for picture in plan.pictures():
            photo = photo_in(picture, by_recipe)
            if photo is not None and photo.original is not None:
                shown.add((photo.original, photo.recipe.bare))
                pages[photo.id] = (*pages.get(photo.id, ()), plan.number)
    held = {key for block in blocks_of(edition) for keys in block.slots.values() for key in keys}
    theirs = {one.id for one in there} - held
    unused = (
        one
        for one in photos(found.case)
        if one.id in theirs and (one.original, one.recipe.bare) not in shown
    )
    return OnPages(by_recipe, tuple(unused), pages)
