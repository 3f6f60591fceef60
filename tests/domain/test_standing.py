"""Turning and cutting, and where what is marked lies afterwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.edits import Crop, Grey, Piece, Recipe, Region, Straighten, Turn
from lifestory.domain.standing import WHOLE, Standing

QUARTERS = st.integers(0, 3)
SIDES = st.floats(0, 0.9).map(lambda value: round(value, 3))
EDITS = st.lists(
    st.one_of(
        st.integers(1, 3).map(Turn),
        st.builds(Crop, SIDES, SIDES, st.just(0.1), st.just(0.1)),
        st.just(Grey()),
    ),
    max_size=4,
)


def test_four_turns_come_to_none() -> None:
    standing = Standing().cut_to((0.1, 0.2, 0.5, 0.3))
    turned = standing.turned().turned().turned().turned()
    assert turned.quarters == 0
    assert all(abs(a - b) < 1e-9 for a, b in zip(turned.cut, standing.cut, strict=True))


def test_a_cut_goes_with_the_turn() -> None:
    left_half = Standing().cut_to((0, 0, 0.5, 1))
    assert left_half.turned().cut == (0, 0, 1, 0.5)  # clockwise, the left side comes on top
    assert left_half.turned().size(300, 200) == (200, 150)


def test_a_cut_of_a_cut_is_one_cut() -> None:
    assert Standing.of(Recipe(edits=(Crop(0.5, 0, 0.5, 1), Crop(0.5, 0, 0.5, 1)))).edits() == (
        Crop(0.75, 0, 0.25, 1),
    )


@given(EDITS)
def test_edits_that_are_read_and_written_come_to_the_same(edits: list[Turn | Crop | Grey]) -> None:
    standing = Standing.of(Recipe(edits=tuple(edits)))
    again = Standing.of(Recipe(edits=standing.edits()))
    assert (again.quarters, again.grey) == (standing.quarters, standing.grey)
    assert all(abs(a - b) < 1e-9 for a, b in zip(again.cut, standing.cut, strict=True))


@given(QUARTERS, st.integers(0, 299), st.integers(0, 199), st.integers(1, 60), st.integers(1, 60))
def test_a_region_comes_back_from_the_screen_as_it_went(
    quarters: int, left: int, top: int, width: int, height: int
) -> None:
    region = Region(left, top, min(width, 300 - left), min(height, 200 - top))
    standing = Standing()
    for _ in range(quarters):
        standing = standing.turned()
    standing = standing.cut_to((0.25, 0.1, 0.5, 0.75))
    assert standing.region(standing.shows(region, 300, 200), 300, 200) == region


def test_a_region_stays_inside_the_original() -> None:
    region = Standing().region((-0.5, 0.9, 3, 3), 300, 200)
    assert region == Region(0, 180, 300, 20)


def test_a_slip_of_the_hand_cuts_nothing_to_nothing() -> None:
    assert Standing().cut_to((0.999, 0, 0, 1)).cut[2] > 0
    assert Standing().cut_to((-1, -1, 9, 9)).cut == WHOLE


@given(
    QUARTERS,
    st.floats(-15, 15),
    st.floats(-40, 40),
    st.integers(0, 300),
    st.integers(0, 300),
    st.integers(1, 90),
    st.integers(1, 90),
)
def test_what_is_marked_on_a_leaning_print_is_all_hidden(
    quarters: int, lean: float, askew: float, left: int, top: int, width: int, height: int
) -> None:
    region = Region(300 + left, 200 + top, width, height)
    standing = Standing(Piece(200, 150, 500, 420, askew), quarters).straightened(lean)
    back = standing.region(standing.shows(region, 1000, 800), 1000, 800)
    assert back.left <= region.left
    assert back.top <= region.top
    assert back.left + back.width >= region.left + region.width
    assert back.top + back.height >= region.top + region.height


def test_the_middle_stays_the_middle_when_a_picture_is_straightened() -> None:
    box = Standing().straightened(9).shows(Region(145, 95, 10, 10), 300, 200)
    assert abs(box[0] + box[2] / 2 - 0.5) < 1e-9
    assert abs(box[1] + box[3] / 2 - 0.5) < 1e-9


def test_a_picture_is_not_straightened_by_more_than_it_may_lean() -> None:
    assert Standing().straightened(80).edits() == (Straighten(15.0),)
