"""Where things stand on the line of life: whatever a life holds, no words lie on others."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.dates import Span
from lifestory.gui.models.lanes import (
    APART,
    Scale,
    birthdays,
    months,
    quarters,
    stagger,
    tracks,
    whole_life,
)

REACH = 7.0
marks = st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 240)), max_size=60)


@given(marks)
def test_no_label_lies_on_another_nor_on_a_mark_of_its_line(
    marks: list[tuple[float, float]],
) -> None:
    labels = stagger(marks, REACH, 1000)
    assert [label.x for label in labels] == [x for x, _ in marks]
    boxes = [
        (one.line, min(one.left, one.x - REACH), max(one.right, one.x + REACH)) for one in labels
    ]
    for (line, left, right), (other, start, end) in combinations(boxes, 2):
        assert line != other or right + APART <= start or end + APART <= left


@given(marks)
def test_near_today_the_words_go_left(marks: list[tuple[float, float]]) -> None:
    for label, (x, wide) in zip(stagger(marks, REACH, 1000), marks, strict=True):
        fits_left = x - REACH - APART - wide >= 0
        assert label.right <= 1000 or not fits_left


def test_what_has_room_stands_on_the_first_line() -> None:
    labels = stagger([(0, 50), (20, 50), (300, 50)], REACH, 1000)
    assert [label.line for label in labels] == [0, 1, 0]


@given(marks, st.floats(20, 200), st.integers(1, 12))
def test_words_cut_to_save_lines_lie_on_nothing_and_are_never_cut_below_the_least(
    marks: list[tuple[float, float]], longest: float, most: int
) -> None:
    labels = stagger(marks, REACH, 1000, longest, most)
    boxes = [
        (one.line, min(one.left, one.x - REACH), max(one.right, one.x + REACH)) for one in labels
    ]
    for (line, left, right), (other, start, end) in combinations(boxes, 2):
        assert line != other or right + APART <= start + 1e-6 or end + APART <= left + 1e-6
    for label, (_, wanted) in zip(labels, marks, strict=True):
        wide = label.right - label.left
        assert min(wanted, longest) - 1e-6 <= wide <= wanted + 1e-6


def test_words_that_were_cut_take_the_room_that_is_left_beside_them() -> None:
    labels = stagger([(0, 200), (150, 50)], REACH, 1000, longest=40, most=1)
    assert [label.line for label in labels] == [0, 0]
    assert labels[0].right == 150 - REACH - APART


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=20))
def test_homes_at_the_same_time_stand_under_each_other(pairs: list[tuple[float, float]]) -> None:
    bands = sorted((min(pair), max(pair)) for pair in pairs)
    lying = list(zip(bands, tracks(bands), strict=True))
    for ((_, end), track), ((start, _), other) in combinations(lying, 2):
        assert track != other or end <= start + 1


def test_a_life_begins_with_the_year_of_birth_and_ends_today() -> None:
    born, today = date(2017, 3, 14), date(2024, 6, 1)
    assert whole_life([], born, today) == Span(date(2017, 1, 1), today)
    before = Span(date(2015, 5, 1), date(2015, 5, 1))
    assert whole_life([before], born, today).first == date(2015, 1, 1)
    assert whole_life([], None, today) == Span(date(2024, 1, 1), today)
    assert whole_life([], date(2024, 4, 20), today) == Span(date(2024, 4, 1), today)


def test_months_stand_between_the_years() -> None:
    found = list(months(date(2019, 11, 5), date(2020, 3, 2)))
    assert found == [date(2019, 12, 1), date(2020, 2, 1), date(2020, 3, 1)]


def test_days_quarters_and_birthdays_stand_where_they_belong() -> None:
    assert Scale(date(2020, 1, 1), 2.0, 100).x(date(2020, 1, 11)) == 120
    born_on_leap_day = list(birthdays(date(2020, 2, 29), date(2021, 12, 1)))
    assert born_on_leap_day == [(0, date(2020, 2, 29)), (1, date(2021, 2, 28))]
    year = Span(date(2020, 1, 1), date(2020, 12, 31))
    counts = [count for _, _, count in quarters([date(2020, 3, 31), date(2020, 4, 1)], year)]
    assert counts == [1, 1, 0, 0]
