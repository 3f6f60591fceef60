"""The times between homes: where a child was then is not known yet, and it should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from lifestory.domain.dates import HonestDate, Precision, Span
from lifestory.domain.life import Certainty, Home, Milestone

_GAPS = UUID("6b1c8f7e-2c58-4c0e-9a39-0f5d2f9c8a11")
"""The namespace of the ids by which gaps are told apart; no record ever has one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The civil days, first and last, in which no home is known; `before` and `after` are the
    homes on either side. `named` is the milestone that says what is known of that time."""

    span: Span
    before: Home | None = None
    after: Home | None = None
    named: Milestone | None = None

    @property
    def id(self) -> UUID:
        """The same as long as the same homes stand on either side."""
        sides = (str(one.id) if one else "" for one in (self.before, self.after))
        return uuid5(_GAPS, "|".join(sides))

    @property
    def when(self) -> HonestDate:
        """An honest date within it: about the month in its middle, else about the day."""
        month = HonestDate(Precision.MONTH, f"{self.span.middle:%Y-%m}", about=True)
        if self.holds(month):
            return month
        return HonestDate(Precision.DAY, self.span.middle.isoformat(), about=True)

    def holds(self, when: HonestDate, born: date | None = None) -> bool:
        """True when the middle of what a date may mean lies within it."""
        span = when.span(born)
        return span is not None and self.span.first <= span.middle <= self.span.last


def gaps(
    homes: Iterable[Home], milestones: Iterable[Milestone], born: date | None, today: date
) -> tuple[Gap, ...]:
    """The gaps between birth and today, in order. Only certain ones: where one home may have ended
    on the day the next began, or nobody knows when it ended, there is none. While no home has a
    date, all of the life is one."""
    dated = [(home, span) for home in homes if (span := home.start.span(born))]
    told = [one for one in milestones if one.evidence.certainty is Certainty.NOT_KNOWN]
    if not dated:
        return (_named(Gap(Span(born, today)), told, born),) if born and born < today else ()
    dated.sort(key=lambda one: one[0].start.sort_key(born))
    found = []
    before, covered = None, born - timedelta(days=1) if born else None
    for home, start in dated:
        if covered is not None and (start.first - covered).days > 1:
            days = Span(covered + timedelta(days=1), start.first - timedelta(days=1))
            found.append(Gap(days, before, home))
        left = _last_day(home, born)
        if covered is None or left >= covered:
            before, covered = home, left
    if covered is not None and covered < today - timedelta(days=1):
        found.append(Gap(Span(covered + timedelta(days=1), today), before))
    return tuple(_named(gap, told, born) for gap in found)


def _last_day(home: Home, born: date | None) -> date:
    """The last day a child may have lived there; the end of time while nobody knows."""
    span = home.end.span(born) if home.end else None
    return span.last if span else date.max


def _named(gap: Gap, told: Iterable[Milestone], born: date | None) -> Gap:
    named = next((one for one in told if gap.holds(one.when, born)), None)
    return Gap(gap.span, gap.before, gap.after, named)
