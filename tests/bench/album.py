"""A book to measure: ten chapters of a page to read and nine of photos, 200 on 100 pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lifestory.app.books import compose_edition, find_edition
from lifestory.app.open_case import FoundChild
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Original, Photo, Rendition
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.domain.stories import Passage
from tests.bench.place import Place, opened, with_photos

EDITION = "the-book"
BAND = Band.FIRST_READER
_ON_A_PAGE = (2, 2, 2, 2, 4, 2, 2, 2, 2)
"""The photos on the pages of a chapter; one page more has the passage."""
_CAPTION = "Here we are on day {day} of the summer of {year}"
"""Each says something else, as captions do: what an engine remembers of one must not spare it the
next."""
_TOLD = (
    "You liked to be first at the water. Pat carried the towels and Errol carried you. "
    "We made a **castle with {count} towers**, and the sea came and took it back.\n\n"
    "On the way home you were asleep before the first bend in the road."
)


def with_book(place: Place) -> None:
    """Arrange the book in the store of the photos, unless it is there."""
    with_photos(place)
    store, found = opened(place.store)
    with store:
        if not found.case.records.of(Edition):
            _arrange(found)


def the_book(found: FoundChild) -> Edition:
    """Its edition."""
    return find_edition(found, EDITION)


def half_pages(edition: Edition) -> Edition:
    """The same for a reader who is read to: nobody captions those photos, so that each of two has
    half the page."""
    return replace(edition, name="half-pages", band=Band.READ_TO_ME)


def renditions(place: Place) -> list[tuple[str, Rendition]]:
    """(file name, what is printed of it) for every photo, in the order of the pages."""
    store, found = opened(place.store)
    with store:
        names = {one.id: one.file_name for one in found.case.records.of(Original)}
        plans = compose_edition(found.case, the_book(found))
        shown = [picture.rendition for plan in plans for picture in plan.pictures()]
        return [(names[one.original], one) for one in shown]


def _arrange(found: FoundChild) -> None:
    photos = found.case.records.of(Photo)
    about = frozenset({found.id})
    coming = iter(photos)
    blocks: list[Block] = []
    passages: list[Record] = []
    number = 0
    while rest := list(islice(coming, sum(_ON_A_PAGE))):
        number += 1
        told = Passage(
            about=about,
            titles={BAND: f"Summer number {number}"},
            texts={BAND: _TOLD.format(count=number + 2)},
        )
        passages.append(told)
        blocks.append(Block(page_type="story", slots={"passage": (told.id,)}))
        blocks += _pages(rest)
    with found.case.change("Arrange a book") as change:
        for index, photo in enumerate(photos):
            caption = _CAPTION.format(day=index + 1, year=2018 + index // 40)
            change.replace(photo, replace(photo, captions={BAND: caption}))
        for record in passages:
            change.add(record)
        section = Section(part=Part.PRESENT, title="Summers", blocks=tuple(blocks))
        change.add(
            Edition(about=about, name=EDITION, child=found.id, band=BAND, sections=(section,))
        )


def _pages(photos: list[Photo]) -> Iterator[Block]:
    coming = iter(photos)
    for count in _ON_A_PAGE:
        if shown := tuple(photo.id for photo in islice(coming, count)):
            yield Block(page_type="photos", slots={"photos": shown})
