"""The rule of backups, read from resources/rules/backups.toml and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from lifestory import assets
from lifestory.domain.errors import LifestoryError

_NUMBERS = {
    "keep": ("last", "days", "weeks", "months"),
    "again": ("waited_for", "by_itself"),
    "late": ("days", "very", "try_again_minutes"),
}


class BrokenRule(LifestoryError):
    """resources/rules/backups.toml is not as it must be."""

    message = "The rule of backups, rules/backups.toml, has a mistake."
    remedy = "Install Lifestory again. Nothing has been changed."


@dataclass(frozen=True, slots=True)
class Rule:
    """The numbers and names of the file. Older states of the database are kept: the last
    `keep_last`, and the last of each of so many days, weeks and months. Seconds, days, minutes."""

    keep_last: int
    keep_days: int
    keep_weeks: int
    keep_months: int
    again_waited_for: float
    again_by_itself: float
    late_days: int
    late_very: int
    late_try_again_minutes: int
    clouds: tuple[str, ...]

    def kept(self, times: Sequence[datetime], newest: datetime) -> set[datetime]:
        """Which of the older states stay beside the `newest`.

        One that seems to be later than the newest stays in any case: a clock was wrong, and it is
        not told which.
        """
        future = {one for one in times if one > newest}
        past = sorted(set(times) - future, reverse=True)
        kept = future | set(past[: self.keep_last])
        for many, span in (
            (self.keep_days, lambda at: at.date().isoformat()),
            (self.keep_weeks, lambda at: tuple(at.isocalendar()[:2])),
            (self.keep_months, lambda at: (at.year, at.month)),
        ):
            last_of: dict[Any, datetime] = {}
            for at in past:
                last_of.setdefault(span(at), at)
            kept |= set(list(last_of.values())[:many])
        return kept

    def cloud_of(self, folder: Path) -> str:
        """The name of the folder above, or itself, that a service carries away; empty if none."""
        for part in reversed(folder.absolute().parts):
            if any(part.casefold().startswith(name.casefold()) for name in self.clouds):
                return part
        return ""


@cache
def rule() -> Rule:
    """The rule as the file has it. Raises BrokenRule."""
    try:
        rows = assets.read_toml("rules", "backups.toml")
        found = {
            f"{table}_{name}": rows[table][name] for table, names in _NUMBERS.items()
            for name in names
        }  # fmt: skip
        clouds = rows["clouds"]["names"]
    except (ValueError, KeyError, TypeError):
        raise BrokenRule from None
    whole = all(isinstance(one, int | float) and one >= 0 for one in found.values())
    if not whole or not all(isinstance(one, str) and one for one in clouds):
        raise BrokenRule
    return Rule(clouds=tuple(clouds), **found)
