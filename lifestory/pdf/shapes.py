"""Shapes as the operators that paint them (PDF 32000-1, 8.4 and 8.5)."""

from __future__ import annotations

from functools import lru_cache

from lifestory.domain.plans import Box, Outline, Shape, Stroke
from lifestory.pdf.numbers import draws, fills, number

STEPS = {"M": (2, "m"), "L": (2, "l"), "C": (6, "c"), "Z": (0, "h")}
"""How many numbers each letter of an outline takes, and its operator."""

PAINTS = {
    (True, True, False): "B",
    (True, True, True): "B*",
    (True, False, False): "f",
    (True, False, True): "f*",
    (False, True, False): "S",
    (False, True, True): "S",
    (False, False, False): "n",
    (False, False, True): "n",
}
"""The operator for (filled, stroked, even-odd)."""


def paint(shape: Shape) -> str:
    """The colours, the path and how it is painted; opacity is left to the page."""
    filled, stroked = shape.fill is not None, shape.stroke is not None
    parts = [path(shape.outline), PAINTS[filled, stroked, shape.even_odd]]
    if shape.stroke is not None:
        parts.insert(0, pen(shape.stroke))
    if shape.fill is not None:
        parts.insert(0, fills(shape.fill))
    return "\n".join(parts)


def path(outline: Outline) -> str:
    """The steps of an outline, to a thousandth. Written at one go: an illustration has thousands
    of numbers, and is what takes longest to draw."""
    return _steps(outline.ops) % outline.points


@lru_cache(maxsize=1024)
def _steps(ops: str) -> str:
    """What is written of outlines with these steps, with room for the numbers."""
    return " ".join("%.3f " * count + operator for count, operator in map(STEPS.__getitem__, ops))


def pen(stroke: Stroke) -> str:
    """Colour, width, dash, ends and joins; each time all of them, so that none is left over."""
    ends = int(stroke.round)
    dash = " ".join(map(number, stroke.dash))
    return f"{draws(stroke.colour)} {number(stroke.width)} w [{dash}] 0 d {ends} J {ends} j"


def rectangle(box: Box) -> Outline:
    """The outline of a box."""
    corners = (box.x, box.y, box.right, box.y, box.right, box.top, box.x, box.top)
    return Outline("MLLLZ", corners)
