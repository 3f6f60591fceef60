"""Where people stand about the child: on rings that take all the room a page has.

The inner rings are ellipses; the last is the whole frame where an ellipse would not hold everyone,
so that its corners are used.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from lifestory.book.layouts.labels import Area
from lifestory.book.shapes import Point

_STEPS = 360
_PHASES = 12
_AIR = 2.2
"""Between a face with its name and the next, in units."""
_ENOUGH = 6.0
"""So far apart two are as well placed as further."""
_WIDER = (1.0, 1.18, 1.4)
"""By how much inner rings are wider than faces need, tried in turn."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a face with its name takes; `face` is how deep and wide the face alone is."""

    wide: float
    high: float
    face: float


@dataclass(frozen=True, slots=True)
class Seating:
    """Where the middle of each unit is, ring by ring; and the half width and height of each ring,
    None for the one that is the whole frame."""

    places: tuple[tuple[Point, ...], ...]
    rings: tuple[tuple[float, float] | None, ...]


def seated(
    rings: Sequence[Sequence[Unit]], core: Unit, frame: Area, *, closed: bool
) -> Seating | None:
    """A place for everyone about the `core` in the middle of the frame, the nearest ring first;
    None where they are too large for that. `closed` asks for ellipses alone."""
    for wider in _WIDER:
        found = _seated(rings, core, frame, wider, closed)
        if found:
            return found
    return None


def _seated(
    rings: Sequence[Sequence[Unit]], core: Unit, frame: Area, wider: float, closed: bool
) -> Seating | None:
    half_w, half_h = (frame.right - frame.left) / 2, (frame.bottom - frame.top) / 2
    middle = (frame.left + half_w, frame.top + half_h)
    broad = max(1.0, min(1.6, half_w / half_h))
    inner = math.hypot(core.wide / 2 / broad, core.high / 2)
    bands = [
        max(
            max(one.high for one in ring) + 1.4 * _AIR,
            (max(one.face for one in ring) + _AIR) / broad,
        ) * (wider if number < len(rings) - 1 else 1.0)
        for number, ring in enumerate(rings)
    ]  # fmt: skip
    most = min(half_w / broad, half_h)
    natural = inner + sum(bands)
    if natural <= most:
        more = (most - inner) / sum(bands)
        bands = [one * more for one in bands]
    elif closed or inner + sum(bands[:-1]) > most:
        return None
    places: list[tuple[Point, ...]] = []
    sizes: list[tuple[float, float] | None] = []
    taken = [_box((0.0, 0.0), core)]
    reach = inner
    for number, (ring, band) in enumerate(zip(rings, bands, strict=True)):
        whole = number == len(rings) - 1 and natural > most
        if whole:
            least = _inset(ring, half_w, half_h)
            curve = _outside(_along(least), ring, (reach * broad, reach)) if least else []
        else:
            at = reach + band / 2
            curve = [(x * at * broad, y * at) for x, y in _CIRCLE]
        seats = _best(curve, ring, taken)
        if seats is None:
            return None
        taken += [_box(*pair) for pair in zip(seats, ring, strict=True)]
        places.append(tuple((middle[0] + x, middle[1] + y) for x, y in seats))
        reach += band
        sizes.append(None if whole else (reach * broad, reach))
    return Seating(tuple(places), tuple(sizes))


_CIRCLE = [
    (math.cos(math.radians(n * 360 / _STEPS - 90)), math.sin(math.radians(n * 360 / _STEPS - 90)))
    for n in range(_STEPS + 1)
]


def _inset(ring: Sequence[Unit], half_w: float, half_h: float) -> tuple[float, float] | None:
    """Half the width and height of the line on which the middles stand along a frame's edge."""
    wide = half_w - max(one.wide for one in ring) / 2 - _AIR
    high = half_h - max(one.high for one in ring) / 2 - _AIR
    return (wide, high) if wide > 0 and high > 0 else None


def _along(half: tuple[float, float]) -> list[Point]:
    """The edge of a rectangle from the middle of its top, clockwise and round to it again."""
    w, h = half
    corners = [(0.0, -h), (w, -h), (w, h), (-w, h), (-w, -h), (0.0, -h)]
    points: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise(corners):
        steps = max(1, int(math.dist((x, y), (to_x, to_y)) / 2))
        points += [(x + (to_x - x) * n / steps, y + (to_y - y) * n / steps) for n in range(steps)]
    return [*points, (0.0, -h)]


def _outside(
    curve: Sequence[Point], ring: Sequence[Unit], inner: tuple[float, float]
) -> list[Point]:
    """The points of a line where a face stands clear of the ring within."""
    face, high = max(one.face for one in ring) / 2, max(one.high for one in ring)
    kept = []
    for x, y in curve:
        middle = y - high / 2 + face
        away = math.hypot(x / (inner[0] + face), middle / (inner[1] + face))
        if away >= 1.0:
            kept.append((x, y))
    return kept


def _best(
    curve: Sequence[Point], ring: Sequence[Unit], taken: Sequence[Area]
) -> tuple[Point, ...] | None:
    """Evenly along the line, begun where the nearest two are furthest apart, at its beginning where
    that is far enough; None where any two would meet."""
    best: tuple[Point, ...] | None = None
    widest = 0.0
    for seats in _evenly(curve, ring):
        boxes = [_box(*pair) for pair in zip(seats, ring, strict=True)]
        apart = _nearest(boxes, taken)
        if apart >= _AIR / 2 and (best is None or apart > widest + 0.5):
            best, widest = seats, apart
        if widest >= _ENOUGH:
            break
    return best


def _nearest(boxes: Sequence[Area], taken: Sequence[Area]) -> float:
    """How far the nearest two are apart, at the most what is enough; sought no further once two
    are too near."""
    apart = _ENOUGH
    for number, one in enumerate(boxes):
        for other in chain(boxes[:number], taken):
            apart = min(apart, _apart(one, other))
            if apart < _AIR / 2:
                return apart
    return apart


def _evenly(curve: Sequence[Point], ring: Sequence[Unit]) -> Iterator[tuple[Point, ...]]:
    """A point of a line for everyone, equally far from each other by its own length, begun at
    several places; none where the line is too short. Gaps of the line count for nothing."""
    count = len(ring)
    if len(curve) < 2:
        return
    lengths = [0.0]
    for one, other in pairwise(curve):
        step = math.dist(one, other)
        lengths.append(lengths[-1] + (step if step < 8 else 0.0))
    if lengths[-1] < sum(min(one.wide, one.high) for one in ring[1:]):
        return
    for phase in range(_PHASES):
        found, at = [], 0
        for index in range(count):
            wanted = lengths[-1] * (index + phase / _PHASES) / count
            while lengths[at] < wanted:
                at += 1
            found.append(curve[at])
        yield tuple(found)


def _box(at: Point, unit: Unit) -> Area:
    x, y = at
    return Area(x - unit.wide / 2, y - unit.high / 2, x + unit.wide / 2, y + unit.high / 2)


def _apart(one: Area, other: Area) -> float:
    """How far two boxes are from each other; below nought where they meet."""
    across = one.left - other.right if one.left > other.left else other.left - one.right
    down = one.top - other.bottom if one.top > other.top else other.top - one.bottom
    return across if across > down else down
