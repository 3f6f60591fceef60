"""Honest dates: read as typed, said as exact as they are, in the right order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.dates import (
    Age,
    HonestDate,
    ImpossibleDate,
    NoSuchDay,
    Precision,
    age_at,
    age_in_words,
    age_on,
    date_in_words,
)

BORN = date(2017, 3, 14)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2017-03-14", "14 March 2017"),
        ("14/3/2017", "14 March 2017"),
        ("4/12/26", "4 December 2026"),
        ("4.12.99", "4 December 1999"),
        ("4 Dec 26", "4 December 2026"),
        ("14 march 2017", "14 March 2017"),
        ("14 Mar 2017", "14 March 2017"),
        ("March 2017", "March 2017"),
        ("2017-03", "March 2017"),
        ("Spring 2016", "spring 2016"),
        ("about 2016", "about 2016"),
        ("c. summer 2016", "about summer 2016"),
        ("aged 3", "aged 3"),
        ("about 9 months old", "about aged 9 months"),
        ("", "not known"),
        ("not known", "not known"),
    ],
)
def test_a_date_is_read_as_typed_and_said_as_known(typed: str, said: str) -> None:
    assert date_in_words(HonestDate.parse(typed)) == said


@pytest.mark.parametrize(
    "typed",
    [
        "May 19",
        "at birth",
        "31 June 2017",
        "2017-13",
        "29/2/2019",
        "14 Marching 2017",
        "soon",
        "0000",
        "2017-3-4",
    ],
)
def test_a_date_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(ImpossibleDate):
        HonestDate.parse(typed)


def test_words_and_precision_must_agree() -> None:
    with pytest.raises(ImpossibleDate):
        HonestDate(Precision.DAY, "2017-03")
    with pytest.raises(ImpossibleDate):
        HonestDate(Precision.SEASON, "2017")
    with pytest.raises(ImpossibleDate):
        HonestDate(Precision.AGE)


def test_winter_goes_on_into_the_next_year() -> None:
    span = HonestDate.parse("winter 2019").span()
    assert span is not None
    assert (span.first, span.last) == (date(2019, 12, 1), date(2020, 2, 29))


def test_nothing_in_a_life_is_before_its_birth() -> None:
    span = HonestDate.parse("2017").span(BORN)
    assert span is not None
    assert span.first == BORN


def test_dates_sort_by_their_middle_and_the_unknown_last() -> None:
    typed = ["not known", "2018", "June 2018", "1 January 2018", "aged 1", "14 March 2017", "2017"]
    ordered = sorted(map(HonestDate.parse, typed), key=lambda one: one.sort_key(BORN))
    assert [date_in_words(one) for one in ordered] == [
        "14 March 2017", "2017", "1 January 2018", "June 2018", "2018", "aged 1", "not known",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("14 March 2017", "just born"),
        ("20 April 2017", "1 month"),
        ("December 2017", "9 months"),
        ("January 2018", "10 months"),
        ("May 2018", "1"),
        ("February 2020", "nearly 3"),
        ("14 March 2020", "3"),
        ("13 March 2021", "nearly 4"),
        ("aged 7", "7"),
    ],
)
def test_an_age_is_said_as_one_says_it(typed: str, age: str) -> None:
    reached = age_at(BORN, HonestDate.parse(typed))
    assert reached is not None
    assert age_in_words(reached) == age


def test_an_age_on_an_unknown_day_is_not_known() -> None:
    assert age_at(BORN, HonestDate.unknown()) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1200))
def test_a_child_born_on_any_day_has_every_birthday(born: date, months: int) -> None:
    from lifestory.domain.dates import add_months

    day = add_months(born, months)
    assert age_on(born, day) == Age(months)


@given(st.dates(date(1000, 1, 1)))
def test_every_day_survives_being_said_and_read_again(day: date) -> None:
    when = HonestDate.on(day)
    assert HonestDate.parse(date_in_words(when)) == when


@pytest.mark.parametrize("typed", ["birth", "At  birth", "when born"])
def test_at_birth_is_the_day_of_birth_where_it_is_known(typed: str) -> None:
    assert HonestDate.parse(typed, BORN) == HonestDate.on(BORN)


@pytest.mark.parametrize("typed", ["31 November 2024", "2024-11-31", "29/2/19", "2017-13"])
def test_a_day_in_no_calendar_is_said_not_to_exist(typed: str) -> None:
    with pytest.raises(NoSuchDay):
        HonestDate.parse(typed)
