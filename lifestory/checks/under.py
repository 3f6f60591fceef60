"""What is seen at a point of a page: the colour of whatever lies there, the uppermost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lifestory.domain.plans import Art, Box, Element, Outline, Picture, Shape

PHOTO = "photo"
"""In place of a colour: a photo has many."""
PAPER = "#FFFFFF"
_STEPS = 6
"""Straight pieces for each curve: near enough to say what is inside."""

_Points = tuple[tuple[float, float], ...]


def colour_under(elements: Sequence[Element], x: float, y: float) -> str:
    """What one sees at (x, y), in points: "#RRGGBB", or PHOTO; what is half seen through is mixed
    with what lies under it."""
    over: list[tuple[str, float]] = []
    ground = PAPER
    for element in reversed(elements):
        if not isinstance(element, Art | Picture) or not _holds(element.box, x, y):
            continue
        if isinstance(element, Picture):
            ground = PHOTO
            break
        solid = ""
        for shape in reversed(element.shapes):
            if shape.fill is None or not _inside(shape, x, y):
                continue
            if shape.opacity >= 1:
                solid = shape.fill
                break
            over.append((shape.fill, shape.opacity))
        if solid:
            ground = solid
            break
    if ground == PHOTO:
        return PHOTO
    for colour, opacity in reversed(over):
        ground = _mixed(colour, ground, opacity)
    return ground


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.top


def _inside(shape: Shape, x: float, y: float) -> bool:
    """True where a point lies in what a shape fills (even-odd, which is the same for outlines that
    do not cross themselves)."""
    points = shape.outline.points
    xs, ys = points[0::2], points[1::2]
    if not xs or not (min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)):
        return False
    crossed = False
    for way in _flat(shape.outline):
        ax, ay = way[-1]
        for bx, by in way:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossed = not crossed
            ax, ay = bx, by
    return crossed


@lru_cache(maxsize=4096)
def _flat(outline: Outline) -> tuple[_Points, ...]:
    return tuple(way for way in _ways(outline) if way)


def _ways(outline: Outline) -> Iterator[_Points]:
    numbers = iter(outline.points)
    way: list[tuple[float, float]] = []
    for op in outline.ops:
        if op == "M":
            yield tuple(way)
            way = [(next(numbers), next(numbers))]
        elif op == "L":
            way.append((next(numbers), next(numbers)))
        elif op == "C":
            ends = [(next(numbers), next(numbers)) for _ in range(3)]
            way.extend(_curve(way[-1], *ends))
    yield tuple(way)


def _curve(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        k = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield (
            k[0] * a[0] + k[1] * b[0] + k[2] * c[0] + k[3] * d[0],
            k[0] * a[1] + k[1] * b[1] + k[2] * c[1] + k[3] * d[1],
        )


def _mixed(colour: str, ground: str, opacity: float) -> str:
    parts = (
        round(int(colour[at : at + 2], 16) * opacity + int(ground[at : at + 2], 16) * (1 - opacity))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{one:02X}" for one in parts)
