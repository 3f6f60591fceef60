"""Working days in England, in the civil days of Europe/London."""

from __future__ import annotations

from datetime import date, datetime
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
    free = (day for year in range(first.year, last.year + 1) for day in _bank_holidays(year))
    worked = _weekdays_to(last) - _weekdays_to(first) - sum(first < day <= last for day in free)
    return worked if on <= due else -max(1, worked)


def know_bank_holidays() -> None:
    """Load those of this year: a tenth of a second that can pass beside something slower."""
    _bank_holidays(today().year)


def _weekdays_to(day: date) -> int:
    """From Monday 1 January of the year 1 up to and with this day; counted day by day, a board of
    500 children took 60 ms."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    """Those that fall on a weekday."""
    import holidays

    named = holidays.country_holidays("GB", subdiv="ENG", years=year)
    return frozenset(day for day in named if day.weekday() < 5)
