"""The times between homes: only certain ones, and what is known of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lifestory.app.gaps import gaps
from lifestory.app.open_case import FoundChild
from lifestory.app.timeline import add_home, homes, milestones, name_gap
from lifestory.domain.dates import HonestDate, Span
from lifestory.domain.life import Certainty, Home, Milestone
from lifestory.domain.readers import Band

BORN, TODAY = date(2017, 3, 14), date(2024, 6, 1)


def stay(start: str, end: str | None) -> Home:
    return Home(start=HonestDate.parse(start), end=None if end is None else HonestDate.parse(end))


def spans(*stays: Home) -> list[Span]:
    return [gap.span for gap in gaps(stays, (), BORN, TODAY)]


def test_homes_that_follow_each_other_leave_no_gap() -> None:
    first, second = stay("14 March 2017", "17 January 2018"), stay("17 January 2018", None)
    assert spans(first, second) == []
    assert spans(first, replace(second, start=HonestDate.parse("18 January 2018"))) == []


def test_the_days_between_two_homes_are_a_gap() -> None:
    first, second = stay("14 March 2017", "2 January 2018"), stay("5 January 2018", None)
    assert spans(first, second) == [Span(date(2018, 1, 3), date(2018, 1, 4))]


def test_a_date_that_leaves_it_open_makes_no_gap() -> None:
    vague = stay("14 March 2017", "spring 2018")
    assert spans(vague, stay("May 2018", None)) == []
    assert spans(vague, stay("9 June 2018", None)) == [Span(date(2018, 6, 1), date(2018, 6, 8))]
    assert spans(stay("14 March 2017", "not known"), stay("2020", None)) == []


def test_before_the_first_home_and_after_the_last_are_gaps_too() -> None:
    assert spans(stay("1 April 2017", "1 May 2024")) == [
        Span(BORN, date(2017, 3, 31)),
        Span(date(2024, 5, 2), TODAY),
    ]


def test_a_life_without_a_home_is_one_gap() -> None:
    assert spans() == [Span(BORN, TODAY)]
    assert gaps((), (), None, TODAY) == ()


def test_a_stay_within_another_makes_no_gap() -> None:
    long, hospital = stay("14 March 2017", "1 May 2019"), stay("1 June 2017", "3 June 2017")
    assert spans(long, hospital, stay("1 May 2019", None)) == []


def test_a_gap_is_named_by_a_milestone_that_is_not_known(robin: FoundChild) -> None:
    add_home(robin, HonestDate.parse("14 March 2017"), HonestDate.parse("2 January 2018"))
    add_home(robin, HonestDate.parse("20 March 2018"))
    (gap,) = gaps(homes(robin), milestones(robin), BORN, TODAY)
    assert gap.named is None
    named = name_gap(robin, gap, "We don’t know yet where I was.", Band.FIRST_READER)
    assert named.evidence.certainty is Certainty.NOT_KNOWN
    assert named.when == HonestDate.parse("about February 2018")
    (again,) = gaps(homes(robin), milestones(robin), BORN, TODAY)
    assert again.named == named
    assert again.id == gap.id
    known = replace(named, evidence=replace(named.evidence, certainty=Certainty.KNOWN))
    (unnamed,) = gaps(homes(robin), [known], BORN, TODAY)
    assert unnamed.named is None


def test_a_gap_of_days_is_named_on_a_day_within_it() -> None:
    (gap,) = gaps(
        (stay("14 March 2017", "2 January 2018"), stay("6 January 2018", None)), (), BORN, TODAY
    )
    assert gap.when == HonestDate.parse("about 4 January 2018")
    assert gap.holds(gap.when)
    assert not gap.holds(Milestone().when)
