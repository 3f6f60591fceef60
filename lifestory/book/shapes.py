"""Outlines to build illustrations from. Millimetres, y down, as the mock-ups are measured.

A sheet turns them into points with y up when they are put on a page.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from lifestory.domain.plans import Outline, Shape, Stroke

Point = tuple[float, float]

_ROUND = 0.5522847498
"""How far the handles of a cubic stand off for a quarter circle, in radii."""


def outline(*steps: tuple[str, Sequence[float]]) -> Outline:
    """An outline from steps such as ("M", (0, 0)), ("C", (…six numbers…)), ("Z", ())."""
    ops = "".join(op for op, _ in steps)
    return Outline(ops, tuple(float(value) for _, values in steps for value in values))


def polygon(points: Iterable[Point]) -> Outline:
    """A closed outline with straight sides."""
    return Outline(*_line(points, closed=True))


def polyline(points: Iterable[Point]) -> Outline:
    """An open line with straight parts."""
    return Outline(*_line(points, closed=False))


def _line(points: Iterable[Point], *, closed: bool) -> tuple[str, tuple[float, ...]]:
    listed = list(points)
    ops = "M" + "L" * (len(listed) - 1) + ("Z" if closed else "")
    return ops, tuple(value for point in listed for value in point)


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Outline:
    """A rectangle by its upper left corner, its corners rounded by `radius`."""
    if radius <= 0:
        return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    right, low = x + width, y + height
    return outline(
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, low - r)),
        ("C", (right, low - k, right - k, low, right - r, low)),
        ("L", (x + r, low)),
        ("C", (x + k, low, x, low - k, x, low - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Outline:
    """An ellipse about its centre."""
    kx, ky = rx * _ROUND, ry * _ROUND
    left, right, top, low = cx - rx, cx + rx, cy - ry, cy + ry
    return Outline(
        "MCCCCZ",
        (
            *(right, cy),
            *(right, cy + ky, cx + kx, low, cx, low),
            *(cx - kx, low, left, cy + ky, left, cy),
            *(left, cy - ky, cx - kx, top, cx, top),
            *(cx + kx, top, right, cy - ky, right, cy),
        ),
    )


def circle(cx: float, cy: float, r: float) -> Outline:
    """A circle about its centre."""
    return ellipse(cx, cy, r, r)


def smooth(points: Sequence[Point], *, closed: bool = False) -> Outline:
    """A Catmull-Rom curve through every point."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    steps: list[tuple[str, Sequence[float]]] = [("M", points[0])]
    for index in range(count if closed else count - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (at(index + k) for k in (-1, 0, 1, 2))
        steps.append(
            (
                "C",
                (
                    x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6,
                    x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6,
                    x2, y2,
                ),
            )
        )  # fmt: skip
    if closed:
        steps.append(("Z", ()))
    return outline(*steps)


def joined(first: Outline, second: Outline) -> Outline:
    """Two outlines as one, e.g. a ring from two circles filled even-odd."""
    return Outline(first.ops + second.ops, first.points + second.points)


def moved(shape: Outline, dx: float, dy: float, scale: float = 1.0) -> Outline:
    """The outline scaled about the origin, then moved."""
    return _mapped(shape, lambda x, y: (x * scale + dx, y * scale + dy))


def turned(shape: Outline, degrees: float, cx: float, cy: float) -> Outline:
    """The outline turned clockwise (on paper) about a point."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return _mapped(
        shape,
        lambda x, y: (
            cx + (x - cx) * cosine - (y - cy) * sine,
            cy + (x - cx) * sine + (y - cy) * cosine,
        ),
    )


def _mapped(shape: Outline, move: Callable[[float, float], Point]) -> Outline:
    points: list[float] = []
    for index in range(0, len(shape.points), 2):
        points.extend(move(shape.points[index], shape.points[index + 1]))
    return Outline(shape.ops, tuple(points))


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all points of some shapes; handles are counted in."""
    xs = [x for shape in shapes for x in shape.outline.points[0::2]]
    ys = [y for shape in shapes for y in shape.outline.points[1::2]]
    if not xs:
        return 0.0, 0.0, 0.0, 0.0
    return min(xs), min(ys), max(xs), max(ys)


def filled(shape: Outline, colour: str, opacity: float = 1.0) -> Shape:
    """A shape with a fill."""
    return Shape(shape, fill=colour, opacity=opacity)


def stroked(
    shape: Outline,
    colour: str,
    width: float,
    *,
    dash: tuple[float, ...] = (),
    opacity: float = 1.0,
) -> Shape:
    """A shape with a round-ended line; width and dash in mm."""
    return Shape(shape, stroke=Stroke(colour, width, dash, round=True), opacity=opacity)
