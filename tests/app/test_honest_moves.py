"""Moving a date by its own precision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.app.honest_moves import moved
from lifestory.domain.dates import HonestDate, Precision, Season

BORN, TODAY = date(2017, 3, 14), date(2024, 6, 1)


@pytest.mark.parametrize(
    ("when", "steps", "then"),
    [
        ("31 January 2020", 1, "1 February 2020"),
        ("January 2020", -1, "December 2019"),
        ("winter 2019", 1, "spring 2020"),
        ("spring 2020", -1, "winter 2019"),
        ("about 2020", 1, "about 2021"),
        ("aged 3", 1, "aged 4"),
        ("9 months", -1, "8 months"),
        ("not known", 1, "not known"),
    ],
)
def test_a_date_moves_by_its_own_precision(when: str, steps: int, then: str) -> None:
    assert moved(HonestDate.parse(when), steps, BORN, TODAY) == HonestDate.parse(then)


@pytest.mark.parametrize(
    ("when", "steps"), [("14 March 2017", -1), ("1 June 2024", 1), ("2017", -1), ("2024", 1)]
)
def test_no_date_leaves_the_life(when: str, steps: int) -> None:
    assert moved(HonestDate.parse(when), steps, BORN, TODAY) == HonestDate.parse(when)


dates = st.one_of(
    st.dates().map(HonestDate.on),
    st.dates().map(lambda day: HonestDate(Precision.MONTH, day.isoformat()[:7])),
    st.builds(
        lambda day, season: HonestDate(Precision.SEASON, day.isoformat()[:4], season),
        st.dates(max_value=date(9998, 1, 1)),
        st.sampled_from(Season),
    ),
    st.integers(0, 1800).map(lambda months: HonestDate(Precision.AGE, age_months=months)),
    st.just(HonestDate.unknown()),
)


@given(dates, st.sampled_from([-1, 1]))
def test_moving_keeps_the_precision_and_never_fails(when: HonestDate, steps: int) -> None:
    assert moved(when, steps, None, date.max).precision is when.precision
    assert moved(when, steps, BORN, TODAY).precision is when.precision
