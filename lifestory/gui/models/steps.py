"""From the rows a grid shows to those it shall show: what goes, what comes, what has changed.

For ten thousand photos this takes a while. It touches no widget, so that it can be worked out away
from the window's thread; the model then only follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lifestory.gui.models.groups import Cell, Heading, Row

Run = tuple[int, int]
"""The first and the last row of an unbroken run."""
_Key = str | int | tuple[str, int]
"""Tells a row from every other, also when what it says has changed. A number is hashed ten times
as fast as the UUID it belongs to."""
_MOST_RUNS = 200
"""With more places of change than this, reading the whole list again is quicker."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How `before` becomes `rows`: from the end the runs of `going` are taken out, from the start
    those of `coming` put in; then the rows `changed` say something new. `anew` means that all is
    to be read again. `at` is the first row of each photo, `further` the others of those that
    stand in several places."""

    before: Sequence[Row]
    rows: Sequence[Row]
    at: Mapping[UUID, int]
    further: Mapping[UUID, tuple[int, ...]]
    going: tuple[Run, ...] = ()
    coming: tuple[Run, ...] = ()
    changed: tuple[int, ...] = ()
    anew: bool = False


def steps(before: Sequence[Row], rows: Sequence[Row]) -> Steps:
    """The way from one to the other; some tens of ms for ten thousand."""
    at, further = _places(rows)
    then, now = {_key(row): row for row in before}, [_key(row) for row in rows]
    there = set(now)
    stay = [key for key in then if key in there]
    alone = len(then) == len(before) and len(there) == len(now)
    if not alone or not stay or stay != [key for key in now if key in then]:
        return Steps(before, rows, at, further, anew=bool(before or rows))
    going = tuple(runs([n for n, key in enumerate(then) if key not in there]))
    coming = tuple(runs([n for n, key in enumerate(now) if key not in then]))
    if len(going) + len(coming) > _MOST_RUNS:
        return Steps(before, rows, at, further, anew=True)
    changed = tuple(
        n for n, key in enumerate(now) if key in then and not _alike(then[key], rows[n])
    )
    return Steps(before, rows, at, further, going, coming, changed)


def runs(numbers: Sequence[int]) -> Iterator[Run]:
    """The first and last of each unbroken run of rising numbers."""
    first = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield numbers[first], number
            first = at + 1


def _places(rows: Sequence[Row]) -> tuple[dict[UUID, int], dict[UUID, tuple[int, ...]]]:
    at: dict[UUID, int] = {}
    further: dict[UUID, tuple[int, ...]] = {}
    for number, row in enumerate(rows):
        if isinstance(row, Cell):
            key = row.look.photo.id
            if at.setdefault(key, number) != number:
                further[key] = (*further.get(key, ()), number)
    return at, further


def _key(row: Row) -> _Key:
    if isinstance(row, Heading):
        return row.key
    number = row.look.photo.id.int
    return (row.under, number) if row.under else number


def _alike(one: Row, other: Row) -> bool:
    return one is other or one == other
