"""Three orders of a book, and no page lost between them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.app.arranging_book import blocks_of
from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild
from lifestory.app.orders import (
    Order,
    in_order,
    may_step,
    move_section,
    order_of,
    place_section,
    put_in_order,
)
from lifestory.domain.arrangement import Block, Edition, Part, Section


def section(part: Part, *page_types: str) -> Section:
    """A section with empty blocks of those page types."""
    return Section(part=part, blocks=tuple(Block(page_type=name) for name in page_types))


def a_book() -> Edition:
    """One in the family-friendly order."""
    return Edition(
        name="made",
        sections=(
            section(Part.FRONT, "cover", "title"),
            section(Part.PRESENT, "about-me"),
            section(Part.PAST, "day-i-was-born", "moves-path"),
            section(Part.PRESENT, "story"),
            section(Part.FUTURE, "hopes"),
            section(Part.BACK, "photos"),
        ),
    )


def told(edition: Edition) -> list[str]:
    return [block.page_type for block in blocks_of(edition)]


def standing(robin: FoundChild, edition: Edition) -> Edition:
    found = robin.case.records.find(Edition, edition.id)
    assert found is not None
    return found


def test_a_book_is_told_from_birth_to_today_and_back_in_the_safety_of_now(
    robin: FoundChild,
) -> None:
    made = add_edition(robin, a_book())
    assert order_of(made) is Order.FAMILY
    put_in_order(robin.case, made.id, Order.CHRONOLOGICAL)
    assert told(standing(robin, made)) == [
        "cover", "title", "day-i-was-born", "moves-path", "story", "about-me", "hopes", "photos",
    ]  # fmt: skip
    assert order_of(standing(robin, made)) is Order.CHRONOLOGICAL
    put_in_order(robin.case, made.id, Order.FAMILY)
    assert standing(robin, made).sections == made.sections


def test_a_part_that_is_moved_takes_its_pages_with_it_and_undo_brings_it_back(
    robin: FoundChild,
) -> None:
    made = add_edition(robin, a_book())
    move_section(robin.case, made.id, made.sections[2].id, -1)
    moved = standing(robin, made)
    assert told(moved)[2:5] == ["day-i-was-born", "moves-path", "about-me"]
    assert order_of(moved) is Order.FREE
    put_in_order(robin.case, made.id, Order.FREE)
    assert standing(robin, made) == moved
    robin.case.undo()
    assert standing(robin, made).sections == made.sections


def test_nothing_moves_over_the_cover_or_off_the_end(robin: FoundChild) -> None:
    made = add_edition(robin, a_book())
    for at, step in ((0, 1), (1, -1), (5, 1)):
        move_section(robin.case, made.id, made.sections[at].id, step)
        assert standing(robin, made).sections == made.sections


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(Part), st.sampled_from(["about-me", "story", "photos"])),
        max_size=8,
    ),
    st.sampled_from(Order),
)
def test_no_order_loses_a_page(rows: list[tuple[Part, str]], order: Order) -> None:
    sections = tuple(section(part, kind) for part, kind in rows)
    ordered = in_order(sections, order)
    assert sorted(one.id for one in ordered) == sorted(one.id for one in sections)
    assert in_order(ordered, order) == ordered


def test_a_part_is_put_before_another_with_all_its_pages_and_never_before_the_front(
    robin: FoundChild,
) -> None:
    made = add_edition(robin, a_book())
    front, me, past, home, hopes, back = (one.id for one in made.sections)
    place_section(robin.case, made.id, hopes, me)
    place_section(robin.case, made.id, past, None)
    moved = [front, hopes, me, home, back, past]
    assert [one.id for one in standing(robin, made).sections] == moved
    place_section(robin.case, made.id, back, front)
    place_section(robin.case, made.id, front, past)
    assert standing(robin, made).sections[0].id == front
    assert standing(robin, made).sections[1].id == back
    assert sorted(told(standing(robin, made))) == sorted(told(made))
    assert may_step(made, back, -1)
    assert not may_step(made, back, +1)
    assert not may_step(made, me, -1)
    assert not may_step(made, None, +1)
