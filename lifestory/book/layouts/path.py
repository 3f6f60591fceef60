"""The way from home to home: where houses stand on a spread, and the path that winds past them.

Time is nearness: small and far left to large and near right. Millimetres over the double page.
Source: mockups/book 05, 15 and SPEC "Moves path".
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from lifestory.book import shapes
from lifestory.book.shapes import Point
from lifestory.domain.plans import Outline

MOST = 8
"""Earlier homes on one spread."""

DOORSTEP = (336.0, 240.0)
END = (336.0, 262.0)
"""Today's doorstep, and where the path ends below it."""

WIDE = 420.0
"""The spread all these places are measured on; a wider one draws them apart from left to right."""


_STEPS = 14
"""Points of the path from one waypoint to the next."""


@dataclass(frozen=True, slots=True)
class Station:
    """A doorstep of an earlier home; `scale` in mm to the unit."""

    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class Step:
    """A point of the path's middle, its width there in mm, and its direction (a unit vector)."""

    x: float
    y: float
    width: float
    dx: float
    dy: float

    def side(self, way: int) -> Point:
        """The path's edge: left of its direction (1) or right (-1), as seen on the page."""
        half = way * self.width / 2
        return self.x + self.dy * half, self.y - self.dx * half


@dataclass(frozen=True)
class Route:
    """Stations in order of living there, the path's steps, at which step it passes each station,
    and today's doorstep."""

    stations: tuple[Station, ...]
    steps: tuple[Step, ...]
    passes: tuple[int, ...]
    door: Point


_Way = list[tuple[float, float, int | None]]
"""Waypoints; a number names the station they pass."""


@cache
def route(earlier: int, *, home: bool = True, stretch: float = 1.0) -> Route:
    """The route past 0 to 8 earlier homes; it leaves on the right when today's home is not on
    this spread. `stretch` is the width of the spread in that of an A4 one."""
    stations, way = _laid(earlier)
    if not home:
        way += [(300.0, 262.0, None), (370.0, 258.0, None), (432.0, 252.0, None)]
    points = [(x * stretch, y) for x, y, _ in way]
    stations = [replace(one, x=one.x * stretch) for one in stations]
    door = (DOORSTEP[0] * stretch, DOORSTEP[1])
    if home:
        points += [(door[0] + x - DOORSTEP[0], y) for x, y, _ in _TO_HOME]
        way += _TO_HOME
    slow = 1.9 if earlier > 5 else 1.1
    steps = _steps(points, slow)
    passes = [0] * earlier
    for index, (_, _, station) in enumerate(way):
        if station is not None:
            passes[station] = index * _STEPS
    return Route(tuple(stations), steps, tuple(passes), door)


_TO_HOME: _Way = [(298.8, 266.0, None), (*END, None)]


def _laid(earlier: int) -> tuple[list[Station], _Way]:
    if earlier == 0:
        return [], [(207.0, 271.0, None), (250.0, 268.6, None)]
    if earlier == 1:
        lane: _Way = [
            (98.6, 208.6, 0), (80, 212.5, None), (63, 220, None), (61, 230, None),
            (78, 238, None), (110, 240, None), (150, 240, None), (195, 245, None),
            (240, 256, None),
        ]  # fmt: skip
        return [Station(98, 206, 1.25)], lane
    if earlier <= 3:
        return _two_bends(earlier)
    if earlier == 4:
        rows = [
            [(68.0, 128.0, 0.8), (152.0, 128.0, 0.8)],
            [(68.0, 216.0, 1.08), (152.0, 216.0, 1.08)],
        ]
        return _rows(rows)
    return _rows(_three_rows(earlier))


def _two_bends(earlier: int) -> tuple[list[Station], _Way]:
    stations = [Station(70, 119, 0.74), Station(166, 130, 0.86), Station(98, 216, 1.34)]
    way: _Way = [
        (70.3, 121.2, 0), (88, 126, None), (110, 129.6, None), (136, 131.6, None),
        (157, 134.6, 1), (174, 140.4, None), (181.6, 147.4, None), (173, 154.6, None),
        (155, 161.4, None), (128, 165.8, None), (100, 171, None), (72, 181, None),
        (50, 192.5, None), (43.4, 204.5, None), (55, 216, None), (82, 224.6, None),
        (104, 225.4, 2), (136, 225.6, None), (180, 234, None), (238, 250, None),
    ]  # fmt: skip
    if earlier == 3:
        return stations, way
    return [stations[0], stations[2]], [
        (x, y, None if station == 1 else 1 if station == 2 else station) for x, y, station in way
    ]


def _three_rows(earlier: int) -> list[list[tuple[float, float, float]]]:
    counts = {5: (2, 2, 1), 6: (2, 2, 2), 7: (3, 2, 2), 8: (3, 3, 2)}[earlier]
    ys, scales = (122.0, 170.0, 226.0), (0.66, 0.78, 0.85)
    across = {1: (110.0,), 2: (68.0, 152.0), 3: (48.0, 110.0, 172.0)}
    return [
        [(x, y, scale) for x in across[count]]
        for count, y, scale in zip(counts, ys, scales, strict=True)
    ]


def _rows(rows: list[list[tuple[float, float, float]]]) -> tuple[list[Station], _Way]:
    """Rows of houses along a path that turns at their ends; every second row runs back, unless
    there are but two: then the path runs back empty between them."""
    stations: list[Station] = []
    way: _Way = []
    levels = [row[0][1] + 3.2 + 3.0 * number for number, row in enumerate(rows)]
    if len(rows) == 2:
        levels[1] = rows[1][0][1] + 7.6
    for number, row in enumerate(rows):
        backward = len(rows) == 3 and number == 1
        level = levels[number]
        if number == 0:
            way.append((row[0][0] - 18, level - 0.5, None))
        for x, y, scale in reversed(row) if backward else row:
            # Not ruled with a ruler: the path sways by a millimetre.
            way.append((x, level + (0.5 if len(stations) % 2 else -0.5), len(stations)))
            stations.append(Station(x, y, scale))
        if number + 1 < len(rows):
            below = levels[number + 1]
            if len(rows) == 2:
                way += _there_and_back(level, below)
            else:
                way += _turn(level, below, right=not backward)
    way += [(186.0, levels[-1] + 4.5, None), (238.0, 251.5, None)]
    return stations, way


def _turn(above: float, below: float, *, right: bool) -> _Way:
    """Half a round from one row to the next, without its ends: the doorsteps there are near."""
    middle, ry = (above + below) / 2, (below - above) / 2
    cx, rx = (179.0, 21.0) if right else (43.0, -25.0)
    return [
        (cx + rx * math.cos(angle), middle + ry * math.sin(angle), None)
        for angle in (math.radians(degrees) for degrees in (-58, -28, 0, 28, 58))
    ]


def _there_and_back(above: float, below: float) -> _Way:
    rise = below - above
    return [
        (176.0, above + 1.8, None), (187.5, above + rise * 0.115, None),
        (177.0, above + rise * 0.2, None), (145.0, above + rise * 0.235, None),
        (100.0, above + rise * 0.25, None), (62.0, above + rise * 0.285, None),
        (35.0, above + rise * 0.39, None), (22.5, above + rise * 0.57, None),
        (21.5, above + rise * 0.75, None), (31.0, above + rise * 0.91, None),
        (50.0, above + rise * 0.995, None),
    ]  # fmt: skip


def _steps(points: list[Point], slow: float) -> tuple[Step, ...]:
    curve = _curve(points)
    lengths = [0.0]
    for (x0, y0), (x1, y1) in pairwise(curve):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, y1 - y0))
    steps = []
    for index, (x, y) in enumerate(curve):
        (ax, ay), (bx, by) = curve[max(0, index - 1)], curve[min(len(curve) - 1, index + 1)]
        long = math.hypot(bx - ax, by - ay)
        width = 2.6 + 12.5 * (lengths[index] / lengths[-1]) ** slow
        steps.append(Step(x, y, width, (bx - ax) / long, (by - ay) / long))
    return tuple(steps)


def _curve(points: list[Point]) -> list[Point]:
    """A Catmull-Rom curve as points (centripetal, so that it makes no loops in tight bends)."""
    first = (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
    last = (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
    padded = [first, *points, last]
    found = [points[0]]
    for index in range(1, len(padded) - 2):
        a, b, c, d = padded[index - 1 : index + 3]
        found += [_between(a, b, c, d, step / _STEPS) for step in range(1, _STEPS + 1)]
    return found


def _between(a: Point, b: Point, c: Point, d: Point, share: float) -> Point:
    knots = [0.0]
    for (x0, y0), (x1, y1) in ((a, b), (b, c), (c, d)):
        knots.append(knots[-1] + math.hypot(x1 - x0, y1 - y0) ** 0.5)
    t = knots[1] + (knots[2] - knots[1]) * share

    def mixed(p: Point, q: Point, start: float, end: float) -> Point:
        k = (t - start) / (end - start)
        return p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k

    ab, bc, cd = (
        mixed(p, q, knots[i], knots[i + 1]) for i, (p, q) in enumerate(((a, b), (b, c), (c, d)))
    )
    return mixed(
        mixed(ab, bc, knots[0], knots[2]), mixed(bc, cd, knots[1], knots[3]), knots[1], knots[2]
    )


def ribbon(steps: tuple[Step, ...]) -> Outline:
    """The outline of a stretch of path."""
    left = [step.side(1) for step in steps]
    right = [step.side(-1) for step in reversed(steps)]
    return shapes.polygon([*left, *right])


def lane(steps: tuple[Step, ...], door: Point) -> Outline:
    """From the path's end up to today's door; its inner corner is filleted, its outer one round."""
    x, y = door
    joint = next(step for step in steps if step.x > x - 19)
    upper, lower = joint.side(1), steps[-1].side(-1)
    return shapes.outline(
        ("M", (x - 5, y)),
        ("L", (x + 5, y)),
        ("L", (x + 7.4, y + 18)),
        ("C", (x + 8.8, y + 26.5, x + 5, lower[1] - 1.2, *lower)),
        ("L", joint.side(-1)),
        ("L", upper),
        ("C", (upper[0] + 8, upper[1] - 1.4, x - 6.2, y + 15, x - 5.8, y + 8)),
        ("Z", ()),
    )
