"""What the head says under whose story it is: how old the child is, what falls due, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from lifestory.app.caseload import ChildCard
from lifestory.domain.dates import Age
from lifestory.domain.people import Stage
from lifestory.domain.readers import Band, band_for
from lifestory.gui.models.board import Column, column_of, days_in_words, due_day

translate = QCoreApplication.translate

_TONES = {Column.OVERDUE: "stop", Column.SOON: "look"}


class Line(NamedTuple):
    """A quiet line, and its end, which stands out; `tone` is stop, look or quiet."""

    words: str
    end: str = ""
    tone: str = "quiet"


def of_child(card: ChildCard) -> Line:
    """ "Book at 9, reader · due Fri 27 Nov, " and "6 working days left"; without a date "9 years
    old · no due date yet"."""
    age, what = _old(card.age), card.due_for.strip()
    if card.due is None or card.working_days_left is None:
        none = translate("Head", "no due date yet")
        return Line(f"{age} · " + (f"{what[:1].upper()}{what[1:]}, {none}" if what else none))
    day = due_day(card).removeprefix(", ")
    if what:
        said = f"{age} · {what[:1].upper()}{what[1:]}, {day}, "
    elif card.age:
        book = translate("Head", "Book at {age}, {reader}")
        said = f"{book.format(age=card.age.years, reader=_reader(card.age))} · {day}, "
    else:
        said = f"{translate('Head', 'Book')} · {day}, "
    left = card.working_days_left
    end = f"{abs(left)} {days_in_words(left)}" if left else translate("Head", "that is today")
    return Line(said, end, _TONES.get(column_of(card), "quiet"))


def of_board(cards: Sequence[ChildCard], today: date) -> Line:
    """ "Thu 19 Nov 2026 · 10 open stories, " and "2 overdue"."""
    opened = [one for one in cards if one.stage is not Stage.HANDED_OVER]
    late = sum((one.working_days_left or 0) < 0 for one in opened)
    day = f"{today:%a} {today.day} {today:%b %Y}"
    match len(opened):
        case 0:
            stories = translate("Head", "no stories yet")
        case 1:
            stories = translate("Head", "one open story")
        case many:
            stories = translate("Head", "{count} open stories").format(count=many)
    if not late:
        return Line(f"{day} · {stories}")
    return Line(
        f"{day} · {stories}, ", translate("Head", "{count} overdue").format(count=late), "stop"
    )


def _old(age: Age | None) -> str:
    if age is None:
        return translate("Head", "Birthday not known yet")
    if age.months < 12:
        return translate("Head", "{count} months old").format(count=age.months)
    if age.years == 1:
        return translate("Head", "One year old")
    return translate("Head", "{count} years old").format(count=age.years)


def _reader(age: Age) -> str:
    return {
        Band.READ_TO_ME: translate("Head", "read to"),
        Band.FIRST_READER: translate("Head", "first reader"),
        Band.READER: translate("Head", "reader"),
        Band.OLDER: translate("Head", "older reader"),
        Band.ADULT: translate("Head", "adult"),
    }[band_for(age.years)]
