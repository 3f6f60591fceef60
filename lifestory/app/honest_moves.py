"""Moving an honest date by its own precision, and saying what it cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lifestory.domain.dates import HonestDate, ImpossibleDate, Precision, Season, add_months

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
