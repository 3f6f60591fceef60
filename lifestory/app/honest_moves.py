"""Moving what happened, or the days of a home, by the own precision of its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lifestory.domain.dates import HonestDate, ImpossibleDate, Precision, Season, add_months
from lifestory.domain.life import Home, Milestone

_SEASONS = tuple(Season)


def moved(when: HonestDate, steps: int, born: date | None, today: date) -> HonestDate:
    """The date so many of its own steps later (earlier when negative): days, months, seasons,
    years, or months of an age. It stays as it is when it is not known, or when it would leave the
    life: wholly before birth or wholly after today."""
    try:
        shifted = _shifted(when, steps)
    except (ImpossibleDate, ValueError, OverflowError):  # the end of the calendar
        return when
    span = shifted.span(born)
    if span is None or span.first > today or (born is not None and span.last < born):
        return when
    return shifted


def date_of(record: Milestone | Home, *, end: bool = False) -> HonestDate | None:
    """The date that moves: when something happened, when the child came to a home, or, with `end`,
    when they left it; None while they live there still."""
    if isinstance(record, Home):
        return record.end if end else record.start
    return record.when


def put_at(
    record: Milestone | Home, when: HonestDate, born: date | None, *, end: bool = False
) -> Milestone | Home:
    """The record with its date there; as it was where a home would end before it begins."""
    if isinstance(record, Milestone):
        return replace(record, when=when)
    changed = replace(record, end=when) if end else replace(record, start=when)
    left = changed.end.span(born) if changed.end else None
    came = changed.start.span(born)
    return record if left and came and left.last < came.first else changed


def steps_in(days: float, when: HonestDate) -> int:
    """How many of its own steps a date moves when it is drawn along by so many days."""
    return round(days / _DAYS[when.precision]) if when.precision in _DAYS else 0


_DAYS = {
    Precision.DAY: 1.0,
    Precision.MONTH: 30.44,
    Precision.SEASON: 91.31,
    Precision.YEAR: 365.24,
    Precision.AGE: 30.44,
}
"""How many days a step is, on average."""


def _shifted(when: HonestDate, steps: int) -> HonestDate:
    match when.precision:
        case Precision.DAY:
            day = date.fromisoformat(when.iso) + timedelta(days=steps)
            return replace(when, iso=day.isoformat())
        case Precision.MONTH:
            month = add_months(date.fromisoformat(f"{when.iso}-01"), steps)
            return replace(when, iso=f"{month:%Y-%m}")
        case Precision.SEASON if when.season is not None:
            years, at = divmod(_SEASONS.index(when.season) + steps, len(_SEASONS))
            return replace(when, iso=f"{int(when.iso) + years:04}", season=_SEASONS[at])
        case Precision.YEAR:
            return replace(when, iso=f"{int(when.iso) + steps:04}")
        case Precision.AGE if when.age_months is not None:
            whole = when.age_months % 12 == 0 and when.age_months
            return replace(when, age_months=max(0, when.age_months + steps * (12 if whole else 1)))
        case _:
            return when
