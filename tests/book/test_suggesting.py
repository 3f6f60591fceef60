"""Layouts for pages with photos: offered, chosen, turned down, and lost when they no longer fit."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.book.arranging import arrange, arrange_as
from lifestory.book.compose import compose
from lifestory.book.suggesting import Suggestions, suggest
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.plans import PagePlan
from lifestory.domain.readers import Band
from lifestory.domain.records import Record, Records
from lifestory.sharing.lens import share

SHAPES = ((2400, 1600), (1600, 2200), (2000, 2000), (2400, 1500), (1800, 2200), (2400, 1600))


@pytest.fixture
def photos() -> dict[UUID, list[Record]]:
    found: dict[UUID, list[Record]] = {}
    for number, (width, height) in enumerate(SHAPES):
        original = Original(width=width, height=height)
        photo = Photo(original=original.id, captions={Band.READ_TO_ME: f"Photo {number}"})
        found[photo.id] = [original, photo]
    return found


def book(
    photos: dict[UUID, list[Record]], count: int, layout: str = "", rejected: tuple[str, ...] = ()
) -> tuple[tuple[PagePlan, ...], Suggestions]:
    """The pages of a block of `count` photos, and what is offered for it."""
    chosen = tuple(list(photos)[:count])
    block = Block(
        id=UUID(int=1), page_type="photos", slots={"photos": chosen}, layout=layout,
        rejected=rejected,
    )  # fmt: skip
    person = Person(given="Wren")
    child = Child(id=uuid4(), person=person.id)
    edition = Edition(
        child=child.id, band=Band.OLDER, theme="paper", told_on=date(2025, 1, 1),
        sections=(Section(part=Part.PAST, blocks=(block,)),),
    )  # fmt: skip
    records = Records([person, child, *(one for pair in photos.values() for one in pair)])
    shared = share(records, edition)
    plans = compose(shared)
    return plans, suggest(shared, plans, block.id)


def boxes(pages: tuple[PagePlan, ...]) -> list[object]:
    return [picture.box for page in pages for picture in page.pictures()]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0.4, 2.6), min_size=1, max_size=6))
def test_the_name_of_an_arrangement_gives_that_arrangement(ratios: list[float]) -> None:
    captions = (11.0,) * len(ratios)
    offered = arrange(tuple(ratios), captions, (3,) * len(ratios), 170, 228, 6.0)
    assert len({one.name for one in offered}) == len(offered)
    for one in offered:
        assert arrange_as(one.name, tuple(ratios), captions, 170, 228, 6.0) == one


@pytest.mark.parametrize(
    "name", ["", "1", "1/2/3", "2/1", "1|", "(1|2", "1|2/1", "0/1", "1|1", "x", "(" * 500]
)
def test_a_name_that_does_not_fit_these_photos_gives_none(name: str) -> None:
    assert arrange_as(name, (1.5, 1.0), (0.0, 0.0), 170, 228, 6.0) is None


def test_each_layout_offered_is_the_page_one_gets_by_choosing_it(
    photos: dict[UUID, list[Record]],
) -> None:
    _, suggestions = book(photos, 4)
    assert len(suggestions.offered) > 3
    assert suggestions.taken == suggestions.offered[0].name
    for one in suggestions.offered:
        plans, then = book(photos, 4, layout=one.name)
        assert boxes(plans) == boxes(one.pages)
        assert then.taken == one.name
        assert not then.lost


def test_the_layouts_keep_their_order_whichever_is_chosen(
    photos: dict[UUID, list[Record]],
) -> None:
    _, first = book(photos, 4)
    _, then = book(photos, 4, layout=first.offered[2].name)
    assert [one.name for one in then.offered] == [one.name for one in first.offered]


def test_a_layout_turned_down_is_not_offered_again(photos: dict[UUID, list[Record]]) -> None:
    before, first = book(photos, 4)
    after, then = book(photos, 4, rejected=(first.taken,))
    assert first.taken not in [one.name for one in then.offered]
    assert then.taken == first.offered[1].name
    assert boxes(after) == boxes(first.offered[1].pages) != boxes(before)


def test_a_layout_that_no_longer_fits_gives_way_and_says_so(
    photos: dict[UUID, list[Record]],
) -> None:
    best, _ = book(photos, 3)
    plans, then = book(photos, 3, layout="1/2|(3/4)")
    assert then.lost
    assert boxes(plans) == boxes(best)


def test_one_photo_leaves_nothing_to_choose(photos: dict[UUID, list[Record]]) -> None:
    assert book(photos, 1)[1].offered == ()


def test_a_block_over_several_pages_has_a_layout_for_each(
    photos: dict[UUID, list[Record]],
) -> None:
    more = dict(photos)
    for original, photo in photos.values():
        assert isinstance(photo, Photo)
        again = Photo(original=original.id)
        more[again.id] = [original, again]
    plans, suggestions = book(more, 8)
    pages = [plan for plan in plans if plan.page_type == "photos"]
    assert len(pages) == 2
    assert all(" + " in one.name for one in suggestions.offered)


def test_of_a_block_of_hundreds_of_photos_few_layouts_are_offered() -> None:
    many: dict[UUID, list[Record]] = {}
    for number in range(300):
        width, height = SHAPES[number % len(SHAPES)]
        original = Original(width=width, height=height)
        photo = Photo(original=original.id)
        many[photo.id] = [original, photo]
    plans, found = book(many, len(many))
    shown = [plan for plan in plans if plan.page_type == "photos"]
    assert 1 < len(found.offered) <= max(4, 240 // len(shown))
    assert found.taken in {one.name for one in found.offered}
    assert boxes(found.offered[0].pages) == boxes(tuple(shown))
