"""Where things stand on the line of life: days to pixels, and words that never lie on others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from lifestory.domain.dates import Span, add_months

APART = 8.0
"""The least space between two labels on one line, in pixels."""


SHORT = 730
"""Days: a younger child's line begins with the month of birth."""


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
    """From the year of birth (or of the first thing, if earlier) to today or what comes later; a
    life of a few months from its first month, or it would stand at the edge."""
    days = [day for span in spans for day in (span.first, span.last)]
    first = min([*days, born or today, today])
    last = max([*days, today])
    month = first.month if born and (last - first).days < SHORT else 1
    return Span(date(first.year, month, 1), last)


def stagger(
    marks: Sequence[tuple[float, float]],
    reach: float,
    right: float,
    longest: float = inf,
    most: float = inf,
) -> list[Label]:
    """A place for each mark (x, width of its words): the words at its right, at its left where
    they would pass `right`; on the first line where they lie on nothing. `reach` is how far a
    mark reaches to either side of its x. The order is kept as given.

    Where that would take more than `most` lines, words longer than `longest` are given that much,
    and then all the room there is until the next on their line.
    """
    fulls: list[float] = []
    """How far each line is taken, and, in `ends`, how far if the words of its last are cut."""
    ends: list[float] = []
    lines: list[list[int]] = []
    placed: dict[int, Label] = {}
    # From left to right, so that of each line only the last can be in the way.
    for at in sorted(range(len(marks)), key=lambda at: marks[at][0]):
        x, wanted = marks[at]
        width = wanted
        left = _left(x, width, reach, right)
        start = min(left, x - reach)
        line = next((n for n, end in enumerate(fulls) if end + APART <= start), len(lines))
        if line == len(lines) >= most:
            width = min(wanted, longest)
            left = _left(x, width, reach, right)
            start = min(left, x - reach)
            free = [n for n, end in enumerate(ends) if end + APART <= start]
            line = min(free, key=lambda n: fulls[n], default=len(lines))
        if line == len(lines):
            ends.append(0.0)
            fulls.append(0.0)
            lines.append([])
        goes_right = left > x
        ends[line] = max(x + reach, left + min(wanted, longest) if goes_right else 0)
        fulls[line] = max(x + reach, left + wanted if goes_right else 0)
        lines[line].append(at)
        given = min(wanted, longest) if goes_right else width
        placed[at] = Label(x, left, left + given, line)
    for standing in lines:
        _widen(standing, placed, [wanted for _, wanted in marks], reach, right)
    return [placed[at] for at in range(len(marks))]


def _left(x: float, width: float, reach: float, right: float) -> float:
    """Where words of that width begin beside a mark."""
    left = x + reach + APART
    if left + width > right and x - reach - APART - width >= 0:
        return x - reach - APART - width
    return left


def _widen(
    standing: Sequence[int],
    placed: dict[int, Label],
    wanted: Sequence[float],
    reach: float,
    right: float,
) -> None:
    """Give the words on one line, in the order of their marks, what room is left beside them."""
    for n, at in enumerate(standing):
        label = placed[at]
        lacking = wanted[at] - (label.right - label.left)
        if lacking <= 0:
            continue
        if label.left > label.x:
            following = placed[standing[n + 1]] if n + 1 < len(standing) else None
            end = min(following.left, following.x - reach) - APART if following else right
            placed[at] = replace(label, right=max(label.right, min(label.right + lacking, end)))
        else:
            before = placed[standing[n - 1]] if n else None
            start = max(before.right, before.x + reach) + APART if before else 0.0
            placed[at] = replace(label, left=min(label.left, max(label.left - lacking, start)))


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
    """The first day of each year, and that on which the line begins."""
    yield life.first
    for year in range(life.first.year + 1, life.last.year + 1):
        yield date(year, 1, 1)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month between two days that begins no year."""
    day = add_months(first.replace(day=1), 1)
    while day <= last:
        if day.month > 1:
            yield day
        day = add_months(day, 1)


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
