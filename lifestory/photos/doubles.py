"""Which of many pictures are copies of one another, by how they look. Needs no Pillow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Mapping
from typing import Generic, TypeVar

_BITS = 72
"""Hexadecimal digits before the mean colour. Source: `likeness`."""
_WHOLE = re.compile(r"[0-9a-f]{78}")
_FEW = 24
"""Bits of 288 in which a copy may differ. Of 27 pictures saved again at a third of their size and
quality 40, an eighth brighter, or with a tenth more contrast, the worst copy differed in 24; the
nearest two that were no copies in 42, two pages of a letter in 25."""
_NEAR = 45
"""Levels by which a channel of the mean colour may differ."""
_TELL_EVERY = 100

T = TypeVar("T", bound=Hashable)


def _unwatched(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def alike(
    looks: Mapping[T, str],
    others: Container[frozenset[T]] = frozenset(),
    progress: Callable[[int, int], None] = _unwatched,
) -> list[list[T]]:
    """Groups of two and more that look alike, in the order given, from how each looks (hexadecimal
    of `likeness`); what has no likeness is like nothing. Of two in `others` it is known that they
    are no copies; a third that is like both may still hold them together.
    """
    alone = _Alone(looks)
    order = {key: number for number, key in enumerate(looks)}
    groups = []
    for done, key in enumerate(looks):
        if done % _TELL_EVERY == 0:
            progress(done, len(looks))
        group = [key] if alone.take(key) else []
        for one in group:  # which grows meanwhile
            group += alone.take_like(one, others)
        if len(group) > 1:
            groups.append(sorted(group, key=order.__getitem__))
    return groups


class _Alone(Generic[T]):
    """The pictures that are in no group yet. What is taken into one is compared with nothing again,
    so that a thousand copies of one picture cost less than a thousand pictures.

    They lie in cells by how many of their bits are set and how green they are: a copy differs in
    neither by more than a cell, so only a cell and those round it are looked through.
    """

    def __init__(self, looks: Mapping[T, str]) -> None:
        self._known = {
            key: (int(look[:_BITS], 16), bytes.fromhex(look[_BITS:]))
            for key, look in looks.items()
            if _WHOLE.fullmatch(look)
        }
        self._cells: defaultdict[tuple[int, int], dict[T, int]] = defaultdict(dict)
        for key, (bits, _) in self._known.items():
            self._cells[self._cell(key)][key] = bits

    def take(self, key: T) -> bool:
        """Take one out; False when it was taken already, or has no likeness."""
        return key in self._known and self._cells[self._cell(key)].pop(key, None) is not None

    def take_like(self, key: T, others: Container[frozenset[T]]) -> list[T]:
        """Take out and give all that look like this one."""
        mine, colour = self._known[key]
        row, column = self._cell(key)
        found = [
            other
            for down in (row - 1, row, row + 1)
            for across in (column - 1, column, column + 1)
            for other, bits in self._cells.get((down, across), {}).items()
            if (mine ^ bits).bit_count() <= _FEW
            and _near(colour, self._known[other][1])
            and frozenset((key, other)) not in others
        ]
        return [other for other in found if self.take(other)]

    def _cell(self, key: T) -> tuple[int, int]:
        bits, colour = self._known[key]
        return bits.bit_count() // (_FEW + 1), colour[1] // (_NEAR + 1)


def _near(one: bytes, other: bytes) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
