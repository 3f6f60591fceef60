"""Honest dates: as exact as what is known, and no more.

A fact of a life is a civil date with a precision: a day, a month, a season, a year, an age
("about three") or not known. From it come the age a child was and the order facts stand in.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from lifestory.domain.errors import LifestoryError


class ImpossibleDate(LifestoryError):
    """A date that is in no calendar, or whose words and precision disagree."""

    message = "That date cannot be."
    remedy = "Give a day, a month, a season, a year or an age, or say that it is not known."


class NoSuchDay(ImpossibleDate):
    """A day or a month that is in no calendar, such as 31 November."""

    message = "That date doesn't exist."
    remedy = "Look at the day and the month again."


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    AGE = "age"
    UNKNOWN = "unknown"


class Season(StrEnum):
    """A season in England; winter belongs to the year in which it begins."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
_SHAPES = {
    Precision.DAY: re.compile(r"\d{4}-\d{2}-\d{2}"),
    Precision.MONTH: re.compile(r"\d{4}-\d{2}"),
    Precision.SEASON: re.compile(r"\d{4}"),
    Precision.YEAR: re.compile(r"\d{4}"),
    Precision.AGE: re.compile(r""),
    Precision.UNKNOWN: re.compile(r""),
}


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last civil day a date may mean."""

    first: date
    last: date

    @property
    def middle(self) -> date:
        """The day in the middle."""
        return self.first + (self.last - self.first) / 2


@dataclass(frozen=True, slots=True)
class HonestDate:
    """When something was, as far as it is known."""

    precision: Annotated[Precision, "How much of the date is known."] = Precision.UNKNOWN
    iso: Annotated[str, "ISO 8601, cut at the precision: 2016-04-09, 2016-04 or 2016."] = ""
    season: Annotated[Season | None, "The season, when the precision is season."] = None
    age_months: Annotated[int | None, "Age in months, when the precision is age."] = None
    about: Annotated[bool, "True when the date is a good guess."] = False

    def __post_init__(self) -> None:
        if not _SHAPES[self.precision].fullmatch(self.iso):
            raise ImpossibleDate
        if (self.precision is Precision.SEASON) != (self.season is not None):
            raise ImpossibleDate
        if (self.precision is Precision.AGE) != (self.age_months is not None):
            raise ImpossibleDate
        if self.age_months is not None and not 0 <= self.age_months <= 1800:
            raise ImpossibleDate
        if self.iso:
            try:
                self._calendar_span()
            except (ValueError, OverflowError) as broken:
                raise NoSuchDay from broken

    @classmethod
    def on(cls, day: date) -> HonestDate:
        """The date of one day."""
        return cls(Precision.DAY, day.isoformat())

    @classmethod
    def unknown(cls) -> HonestDate:
        """A date nobody knows yet."""
        return cls()

    @classmethod
    def parse(cls, words: str, born: date | None = None) -> HonestDate:
        """Read what a worker types: "2017-03-14", "14/3/2017", "14.3.17", "14 March 2017",
        "spring 2016", "about 2016", "aged 3", "9 months", "not known"; "at birth" where it is
        known when somebody was `born`.

        Raises ImpossibleDate.
        """
        if born is not None and " ".join(words.lower().split()) in _AT_BIRTH:
            return cls.on(born)
        return _parse(words)

    def span(self, born: date | None = None) -> Span | None:
        """The days this may mean, none before `born`; None when nothing can be said.

        An age counts from `born`: "aged 3" is the year between two birthdays.
        """
        if self.precision is Precision.UNKNOWN:
            return None
        if self.age_months is not None:
            return _age_span(self.age_months, born) if born else None
        span = self._calendar_span()
        return _not_before(span, born) if born else span

    def day(self) -> date | None:
        """The very day, when it is known."""
        return date.fromisoformat(self.iso) if self.precision is Precision.DAY else None

    def sort_key(self, born: date | None = None) -> tuple[date, date]:
        """Orders dates by the middle of what they may mean, as ages are told: "spring 2017" comes
        after 18 March. The more exact first where that is the same; the unknown last."""
        span = self.span(born)
        return (span.middle, span.last) if span else (date.max, date.max)

    def _calendar_span(self) -> Span:
        parts = [int(part) for part in self.iso.split("-")]
        match self.precision:
            case Precision.DAY:
                return Span(date(*parts), date(*parts))
            case Precision.MONTH:
                return _months(parts[0], parts[1], 1)
            case Precision.SEASON if self.season is not None:
                return _months(parts[0], _FIRST_MONTH[self.season], 3)
            case _:
                return _months(parts[0], 1, 12)


def _months(year: int, month: int, count: int) -> Span:
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    last_day = calendar.monthrange(last_year, last_month)[1]
    return Span(date(year, month, 1), date(last_year, last_month, last_day))


def _not_before(span: Span, born: date) -> Span:
    if span.last < born:
        return span
    return Span(max(span.first, born), span.last)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _age_span(months: int, born: date) -> Span:
    length = 12 if months % 12 == 0 and months else 1
    end = add_months(born, months + length) - timedelta(days=1)
    return Span(add_months(born, months), end)


@dataclass(frozen=True, slots=True)
class Age:
    """An age in whole months."""

    months: int

    @property
    def years(self) -> int:
        """Whole years."""
        return self.months // 12


def age_on(born: date, day: date) -> Age:
    """The age on a day; nought before birth."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return Age(max(0, months - (day < add_months(born, months))))


def age_at(born: date, when: HonestDate) -> Age | None:
    """The age a child had reached in the middle of what the date may mean; None if unknown."""
    span = when.span(born)
    if span is None:
        return None
    return age_on(born, span.middle)


def age_in_words(age: Age) -> str:
    """An age as one says it: "9 months", "nearly 3", "7".

    Two months before a birthday or less is "nearly", from the first birthday on.
    """
    if age.months == 0:
        return "just born"
    if age.months < 12:
        return f"{age.months} months" if age.months > 1 else "1 month"
    if age.months % 12 >= 10:
        return f"nearly {age.years + 1}"
    return str(age.years)


def date_in_words(when: HonestDate) -> str:
    """A date as it is said: "14 March 2017", "about spring 2016", "aged 3", "not known"."""
    about = "about " if when.about else ""
    if when.precision is Precision.UNKNOWN:
        return "not known"
    if when.age_months is not None:
        return f"{about}aged {age_in_words(Age(when.age_months))}"
    parts = when.iso.split("-")
    if when.season is not None:
        return f"{about}{when.season} {parts[0]}"
    if when.precision is Precision.YEAR:
        return f"{about}{parts[0]}"
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{about}{int(parts[2])} {month}" if len(parts) == 3 else f"{about}{month}"


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_AT_BIRTH = {"birth", "at birth", "born", "when born"}
_AHEAD = 10
"""Years to come that two digits may still mean."""
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


def _year(digits: str) -> str:
    """A year of four digits; of two, that of this century unless it lies too far ahead."""
    if len(digits) == 4:
        return digits
    return f"{20 if 2000 + int(digits) <= date.today().year + _AHEAD else 19}{digits}"


def _parse(words: str) -> HonestDate:
    text = " ".join(words.lower().split())
    about = False
    for prefix in ("about ", "around ", "c. ", "circa "):
        if text.startswith(prefix):
            text, about = text.removeprefix(prefix), True
    if text in {"", "not known", "unknown", "?"}:
        return HonestDate.unknown()
    if found := re.fullmatch(r"(?:aged? )?(\d{1,2}) months?(?: old)?", text):
        return HonestDate(Precision.AGE, age_months=int(found[1]), about=about)
    if found := re.fullmatch(r"aged? (\d{1,3})|(\d{1,2}) years? old", text):
        return HonestDate(Precision.AGE, age_months=12 * int(found[1] or found[2]), about=about)
    if found := re.fullmatch(r"(spring|summer|autumn|winter) (\d{4})", text):
        return HonestDate(Precision.SEASON, found[2], Season(found[1]), about=about)
    if re.fullmatch(r"\d{4}", text):
        return HonestDate(Precision.YEAR, text, about=about)
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return HonestDate(Precision.MONTH, text, about=about)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return HonestDate(Precision.DAY, text, about=about)
    if found := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})", text):
        iso = f"{_year(found[3])}-{int(found[2]):02}-{int(found[1]):02}"
        return HonestDate(Precision.DAY, iso, about=about)
    if found := re.fullmatch(r"(?:(\d{1,2}) )?([a-z]{3,9}) (\d{4}|\d{2})", text):
        month = _MONTH_NUMBERS.get(found[2][:3])
        if month and MONTHS[month - 1].lower().startswith(found[2]):
            if found[1]:
                iso = f"{_year(found[3])}-{month:02}-{int(found[1]):02}"
                return HonestDate(Precision.DAY, iso, about=about)
            if len(found[3]) == 4:  # "May 19" may as well be a day
                return HonestDate(Precision.MONTH, f"{found[3]}-{month:02}", about=about)
    raise ImpossibleDate
