"""A pasted chronology: read line by line, looked over, kept as one change."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.app.chronology import (
    MOST,
    Dates,
    Doubt,
    Kind,
    Line,
    TooLong,
    dates_in_words,
    doubts,
    read_chronology,
    read_dates,
)
from lifestory.app.keeping_chronology import keep_chronology, what_is_known
from lifestory.app.open_case import FoundChild
from lifestory.domain.dates import HonestDate, ImpossibleDate, Precision, Season
from lifestory.domain.life import Home, Milestone, Source
from lifestory.domain.readers import Band

BORN, TODAY = date(2017, 3, 14), date(2026, 11, 21)


def only(pasted: str) -> Line:
    (line,) = read_chronology(pasted)
    return line


@pytest.mark.parametrize(
    ("pasted", "when", "text"),
    [
        ("12/05/2019 Started to talk", "12 May 2019", "Started to talk"),
        ("12.05.19: Started to talk", "12 May 2019", "Started to talk"),
        ("May 2019 – first word", "May 2019", "first word"),
        ("summer 2017: the seaside", "summer 2017", "the seaside"),
        ("aged 3: learned to swim", "aged 3", "learned to swim"),
        ("3 months old - first smile", "3 months", "first smile"),
        ("Mon 12th May 2014, he fell", "12 May 2014", "he fell"),
        ("On 4 July 2020, we went out", "4 July 2020", "we went out"),
        ("c. 2016 - a red hat", "about 2016", "a red hat"),
        ("1st June 2020\tStarted nursery\tp. 14", "1 June 2020", "Started nursery"),
        ("1st June 2020\tStarted nursery\tcried", "1 June 2020", "Started nursery · cried"),
        ("Sept 2019     Started school", "September 2019", "Started school"),
        ("•\u00a012/05/2019\u00a0Rode a bike", "12 May 2019", "Rode a bike"),
        ("3. 12.05.2019 Rode a bike", "12 May 2019", "Rode a bike"),
        ("2019 was a hard year", "2019", "2019 was a hard year"),
        ("not known: met Kit", "not known", "met Kit"),
        ("Rode a bike", "not known", "Rode a bike"),
        ("14 March 2017 وُلدت عائشہ", "14 March 2017", "وُلدت عائشہ"),
    ],
)
def test_a_line_is_a_date_and_what_happened(pasted: str, when: str, text: str) -> None:
    line = only(pasted)
    assert (line.dates, line.text) == (Dates(HonestDate.parse(when)), text)
    assert line.kind is Kind.MILESTONE


@pytest.mark.parametrize(
    ("pasted", "dates", "name"),
    [
        ("12/05/2019 - 03/06/2020 Lived with Gran", "12 May 2019 to 3 June 2020", "Gran"),
        ("2019–2021 Gran", "2019 to 2021", "Gran"),
        ("May 2019 to June 2020: Sue and Dave", "May 2019 to June 2020", "Sue and Dave"),
        ("12/05/2019\t03/06/2020\tLived with Gran", "12 May 2019 to 3 June 2020", "Gran"),
        ("3/6/2020 – present: Foster placement with Priya", "3 June 2020 to today", "Priya"),
        ("12/05/2019 Moved to Sue and Dave", "12 May 2019", "Sue and Dave"),
    ],
)
def test_a_stay_is_taken_for_a_home(pasted: str, dates: str, name: str) -> None:
    line = only(pasted)
    assert (dates_in_words(line.dates), line.text, line.kind) == (dates, name, Kind.HOME)


def test_a_home_made_a_milestone_says_all_of_its_line_again() -> None:
    line = only("12/05/2019 - 03/06/2020 Lived with Gran")
    milestone = line.becoming(Kind.MILESTONE)
    assert milestone.text == "Lived with Gran (until 3 June 2020)"
    assert milestone.becoming(Kind.HOME) == line
    changed = replace(line, text="Gran’s")
    assert changed.becoming(Kind.MILESTONE).text == "Gran’s"


def test_school_is_no_home_and_the_heading_of_a_table_no_fact() -> None:
    heading, school = read_chronology("Date\tEvent\n2019-2021 Attended Little Acorns Nursery")
    assert heading.kind is Kind.LEAVE_OUT
    assert school.kind is Kind.MILESTONE


def test_a_date_alone_belongs_to_the_line_below_and_a_cell_may_have_lines() -> None:
    fell, cell = read_chronology('13/05/2019\nFell off the swing\n"7 May 2020"\t"A day\nout"')
    assert (dates_in_words(fell.dates), fell.text) == ("13 May 2019", "Fell off the swing")
    assert (dates_in_words(cell.dates), cell.text) == ("7 May 2020", "A day out")


@pytest.mark.parametrize(
    ("pasted", "doubt"),
    [
        ("31/02/2019 Police called", Doubt.NO_CALENDAR),
        ("05/13/2019 Across the sea", Doubt.NO_CALENDAR),
        ("2031: a party", Doubt.NOT_YET),
        ("2014: a wedding", Doubt.BEFORE_BIRTH),
        ("2020 to 2019: Gran", Doubt.BACKWARDS),
        ("A red hat", Doubt.NO_DATE),
    ],
)
def test_what_a_date_cannot_be_is_said_at_its_line(pasted: str, doubt: Doubt) -> None:
    assert doubts(only(pasted), BORN, TODAY) == (doubt,)


def test_what_cannot_be_read_stays_as_typed_and_a_good_date_mends_it() -> None:
    line = only("31/02/2019 Police called").dated(" sometime  in may ")
    assert (line.typed, line.dates) == ("sometime in may", Dates())
    mended = line.dated("28 Feb 2019")
    assert (mended.typed, doubts(mended, BORN, TODAY)) == ("", ())


def test_more_than_anybody_looks_over_is_refused() -> None:
    assert len(read_chronology("a fact\n" * MOST)) == MOST
    with pytest.raises(TooLong):
        read_chronology("a fact\n" * (MOST + 1))


def test_a_hostile_paste_of_many_kilobytes_is_read_in_no_time() -> None:
    before = time.process_time()
    for nasty in ('\t"' * 60_000, " " * 200_000, "1/1/" * 50_000, "-" * 200_000, '""' * 90_000):
        read_chronology(nasty)
    assert time.process_time() - before < 2


whens = st.one_of(
    st.dates(date(1990, 1, 1), TODAY).map(HonestDate.on),
    st.dates(date(1990, 1, 1)).map(lambda day: HonestDate(Precision.MONTH, f"{day:%Y-%m}")),
    st.integers(1990, 2026).map(lambda year: HonestDate(Precision.YEAR, str(year))),
    st.builds(
        lambda year, season: HonestDate(Precision.SEASON, str(year), season, about=True),
        st.integers(1990, 2026), st.sampled_from(Season),
    ),
    st.integers(0, 20).map(lambda months: HonestDate(Precision.AGE, age_months=months)),
)  # fmt: skip


@given(whens, st.none() | whens, st.booleans())
def test_dates_in_words_are_read_back(
    start: HonestDate, end: HonestDate | None, still: bool
) -> None:
    if end is not None and (end.age_months is None) != (start.age_months is None):
        end = None
    dates = Dates(start, None if still else end, still)
    assert read_dates(dates_in_words(dates)) == dates


DATES = ("12/05/2019", "31/02/2019", "May 2019", "aged 3", "2019", "summer 2017", "c. 2016", "3")
JOINS = ("to", "-", " – ", ":", "\t", "  ", "|", "\n", '"', ". ", "present", "in", "the", "On")
WORDS = ("Gran", "Wombat", "moved to", "Zebra", "placed", "عائشہ", "?", "•")
pieces = st.lists(st.sampled_from((*DATES, *JOINS, *WORDS)), max_size=14)


@given(pieces.map(" ".join) | pieces.map("".join) | st.text())
def test_whatever_is_pasted_no_word_of_it_is_lost(pasted: str) -> None:
    lines = read_chronology(pasted)
    told = " ".join(line.said for line in lines)
    for word in ("Gran", "Wombat", "Zebra", "placed", "عائشہ"):
        assert told.count(word) == pasted.count(word)
    assert all(line.text or line.kind is Kind.LEAVE_OUT for line in lines)


@given(st.text(max_size=40))
def test_typed_dates_are_read_or_refused_and_nothing_else(words: str) -> None:
    with suppress(ImpossibleDate):
        assert isinstance(read_dates(words), Dates)


# Keeping.

PASTED = """Date\tEvent
14/03/2017\tBorn in Derby\tp. 4
14/03/2017 - 12/05/2019 Lived with Gran
12/05/2019 – present: Placed with Sue and Dave
31/02/2020 Police called
2031: a party
A red hat"""


def test_what_was_looked_over_is_kept_as_one_change_with_its_source(robin: FoundChild) -> None:
    before = dict(robin.case.records)
    lines = read_chronology(PASTED, what_is_known(robin))
    kept = keep_chronology(robin, lines, " Court  chronology, 2021 ", Band.ADULT, TODAY)
    assert len(kept) == 6
    (source,) = robin.case.records.of(Source)
    assert source.title == "Court chronology, 2021"
    assert all(one.evidence.source == source.id for one in kept)
    assert all(one.about == {robin.id} for one in kept)
    gran, sue = robin.case.records.of(Home)
    assert (gran.name, gran.end) == ("Gran", HonestDate.parse("12 May 2019"))
    assert (sue.name, sue.end) == ("Sue and Dave", None)
    said = {one.texts[Band.ADULT]: one.when for one in robin.case.records.of(Milestone)}
    unknown = HonestDate.unknown()
    assert said == {
        "Born in Derby": HonestDate.parse("14 March 2017"),
        "31/02/2020: Police called": unknown,
        "a party": unknown,
        "A red hat": unknown,
    }
    assert kept[0].evidence.page == "4"
    robin.case.undo()
    assert dict(robin.case.records) == before


def test_the_same_chronology_again_is_left_out_and_its_source_used_again(
    robin: FoundChild,
) -> None:
    first = read_chronology("14/03/2017 Born in Derby\nA red hat")
    keep_chronology(robin, first, "Court", Band.ADULT, TODAY)
    again = read_chronology("14/03/2017 Born in Derby.\nA blue hat", what_is_known(robin))
    assert [line.kind for line in again] == [Kind.LEAVE_OUT, Kind.MILESTONE]
    assert doubts(again[0], BORN, TODAY) == (Doubt.KNOWN,)
    (blue,) = keep_chronology(robin, again, "Court", Band.ADULT, TODAY)
    (source,) = robin.case.records.of(Source)
    assert blue.evidence.source == source.id
    assert keep_chronology(robin, again[:1], "Another", Band.ADULT, TODAY) == ()
    assert len(robin.case.records.of(Source)) == 1


def test_an_impossible_day_is_no_year_with_the_rest_of_it_as_words() -> None:
    line = read_chronology("2024-11-31 Contact with Mum at the centre")[0]
    assert (line.typed, line.text) == ("2024-11-31", "Contact with Mum at the centre")
    assert doubts(line, None, date(2026, 11, 21)) == (Doubt.NO_CALENDAR,)


@pytest.mark.parametrize("row", ["3 June 2019 Born in Derby", "June 2019: Ava was born"])
def test_a_birth_is_known_already_where_the_birthday_is(row: str) -> None:
    line, today = read_chronology(row)[0], date(2026, 11, 21)
    assert Doubt.BIRTH_KNOWN in doubts(line, date(2019, 6, 3), today)
    assert Doubt.BIRTH_KNOWN not in doubts(line, None, today)
