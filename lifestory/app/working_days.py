"""Working days in England, in the civil days of Europe/London."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def today() -> date:
    """The civil day it is in London, by which deadlines are counted."""
    return datetime.now(LONDON).date()


def working_days_left(due: date, on: date) -> int:
    """Working days after `on` up to and with `due`: 0 on the day itself, negative once late, on the
    weekend after it too.

    Weekends and England's bank holidays don't count. Source: PRACTICE §2, "10 working days".
    """
    first, last = min(on, due), max(on, due)
    days = (first + timedelta(days=count) for count in range(1, (last - first).days + 1))
    worked = sum(_is_worked(day) for day in days)
    return worked if on <= due else -max(1, worked)


def _is_worked(day: date) -> bool:
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
