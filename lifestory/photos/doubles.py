"""Which of many pictures are copies of one another, by how they look. Needs no Pillow."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

_BITS = 72
"""Hexadecimal digits before the mean colour. Source: `likeness`."""
_FEW = 24
"""Bits of 288 in which a copy may differ. Of 27 pictures saved again at a third of their size and
quality 40, an eighth brighter, or with a tenth more contrast, the worst copy differed in 24; the
nearest two that were no copies in 42, two pages of a letter in 25."""
_NEAR = 45
"""Levels by which a channel of the mean colour may differ."""

T = TypeVar("T", bound=Hashable)


def alike(looks: Mapping[T, str]) -> list[list[T]]:
    """Groups of two and more that look alike, in the order given, from how each looks (hexadecimal
    of `likeness`); what has no likeness is like nothing.

    A copy may have more bits set than another by as many bits as it may differ in and no
    more, so in order of that count each is compared with a few of the next alone.
    """
    known = [(key, int(look[:_BITS], 16), _colour(look)) for key, look in looks.items() if look]
    known.sort(key=lambda one: one[1].bit_count())
    counts = [bits.bit_count() for _, bits, _ in known]
    leader: dict[T, T] = {key: key for key, _, _ in known}
    for at, (key, bits, colour) in enumerate(known):
        for other in range(at + 1, len(known)):
            if counts[other] - counts[at] > _FEW:
                break
            key2, bits2, colour2 = known[other]
            if (bits ^ bits2).bit_count() <= _FEW and _near(colour, colour2):
                leader[_first(leader, key2)] = _first(leader, key)
    groups: dict[T, list[T]] = {}
    for key in looks:
        if key in leader:
            groups.setdefault(_first(leader, key), []).append(key)
    return [group for group in groups.values() if len(group) > 1]


def _first(leader: dict[T, T], key: T) -> T:
    while leader[key] != key:
        leader[key] = key = leader[leader[key]]
    return key


def _colour(look: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(look[_BITS:]))


def _near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
