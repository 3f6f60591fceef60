"""Turning and cutting, and where what is marked lies afterwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifestory.app.standing import WHOLE, Standing
from lifestory.domain.media import Crop, Grey, Region, Turn

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
    assert Standing.of((Crop(0.5, 0, 0.5, 1), Crop(0.5, 0, 0.5, 1))).edits() == (
        Crop(0.75, 0, 0.25, 1),
    )


@given(EDITS)
def test_edits_that_are_read_and_written_come_to_the_same(edits: list[Turn | Crop | Grey]) -> None:
    standing = Standing.of(edits)
    again = Standing.of(standing.edits())
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
