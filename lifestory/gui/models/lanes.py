"""Where things stand on the line of life: days to pixels, and words that never lie on others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lifestory.domain.dates import Span, add_months

APART = 8.0
"""The least space between two labels on one line, in pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels: `first` stands at `left`, each day is `step` wide."""

    first: date
    step: float
    left: float = 0.0

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days * self.step


@dataclass(frozen=True, slots=True)
class Label:
    """A mark at `x` and its words from `left` to `right`, on the line with that number."""

    x: float
    left: float
    right: float
    line: int


def whole_life(spans: Sequence[Span], born: date | None, today: date) -> Span:
    """From the year of birth (or of the first thing, if earlier) to today or what comes later."""
    days = [day for span in spans for day in (span.first, span.last)]
    first = min([*days, born or today, today])
    last = max([*days, today])
    return Span(date(first.year, 1, 1), last)


def stagger(marks: Sequence[tuple[float, float]], reach: float, right: float) -> list[Label]:
    """A place for each mark (x, width of its words): the words at its right, at its left where
    they would pass `right`; on the first line where they lie on nothing. `reach` is how far a
    mark reaches to either side of its x. The order is kept as given."""
    lines: list[list[tuple[float, float]]] = []
    placed: dict[int, Label] = {}
    for at in sorted(range(len(marks)), key=lambda at: marks[at][0]):
        x, width = marks[at]
        left = x + reach + APART
        if left + width > right and x - reach - APART - width >= 0:
            left = x - reach - APART - width
        box = (min(left, x - reach), max(left + width, x + reach))
        line = next((n for n, taken in enumerate(lines) if _free(taken, box)), len(lines))
        if line == len(lines):
            lines.append([])
        lines[line].append(box)
        placed[at] = Label(x, left, left + width, line)
    return [placed[at] for at in range(len(marks))]


def _free(taken: Sequence[tuple[float, float]], box: tuple[float, float]) -> bool:
    return all(box[1] + APART <= one[0] or one[1] + APART <= box[0] for one in taken)


def tracks(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each band (left, right), in order of their left ends, the first track where it lies on
    no other."""
    ends: list[float] = []
    found = []
    for left, right in spans:
        track = next((n for n, end in enumerate(ends) if end <= left + 1), len(ends))
        if track == len(ends):
            ends.append(right)
        ends[track] = right
        found.append(track)
    return found


def years(life: Span) -> Iterator[date]:
    """The first day of each year."""
    for year in range(life.first.year, life.last.year + 1):
        yield date(year, 1, 1)


def birthdays(born: date, last: date) -> Iterator[tuple[int, date]]:
    """Each birthday up to a day, with the age then reached; the day of birth is the first."""
    age = 0
    while (day := add_months(born, 12 * age)) <= last:
        yield age, day
        age += 1


def quarters(days: Sequence[date], life: Span) -> Iterator[tuple[date, date, int]]:
    """Each quarter of a year: its first day, that of the next, how many of the days lie in it."""
    begin = life.first
    while begin <= life.last:
        end = add_months(begin, 3)
        yield begin, end, sum(begin <= day < end for day in days)
        begin = end
