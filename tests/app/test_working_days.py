"""Deadlines are counted in England's working days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from lifestory.app.working_days import working_days_left

DAYS = some.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_friday_to_monday_is_one_working_day() -> None:
    assert working_days_left(date(2026, 6, 15), date(2026, 6, 12)) == 1


def test_the_day_itself_leaves_none() -> None:
    assert working_days_left(date(2026, 6, 12), date(2026, 6, 12)) == 0


def test_a_bank_holiday_of_england_does_not_count() -> None:
    christmas_eve, after = date(2026, 12, 24), date(2026, 12, 29)
    assert working_days_left(after, christmas_eve) == 1  # Boxing Day is made up on the Monday


def test_scotlands_second_of_january_is_worked_in_england() -> None:
    assert working_days_left(date(2026, 1, 2), date(2026, 1, 1)) == 1


def test_a_day_that_is_past_counts_below_nought() -> None:
    assert working_days_left(date(2026, 6, 10), date(2026, 6, 12)) == -2


@given(due=DAYS, on=DAYS)
def test_late_is_counted_as_early_is_and_is_never_nought(due: date, on: date) -> None:
    early, late = min(due, on), max(due, on)
    if early < late:
        assert working_days_left(early, late) == -max(1, working_days_left(late, early))


def test_what_fell_due_on_friday_is_late_on_saturday() -> None:
    assert working_days_left(date(2026, 11, 20), date(2026, 11, 21)) == -1


@given(due=DAYS, on=DAYS, wait=some.integers(0, 30))
def test_waiting_never_gives_more_days(due: date, on: date, wait: int) -> None:
    later = on + timedelta(days=wait)
    assert working_days_left(due, later) <= working_days_left(due, on)
