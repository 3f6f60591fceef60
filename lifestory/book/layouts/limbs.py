"""What grows: limbs that taper along a curve, a crown of leaves, a trunk on its roots."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lifestory.book import ornaments, shapes
from lifestory.book.shapes import Point, filled
from lifestory.book.styles import Theme, mix
from lifestory.domain.plans import Outline, Shape

_STEPS = 18


def limb(ends: Sequence[Point], wide: float, narrow: float) -> Outline:
    """A limb along a cubic of four points, `wide` where it begins and `narrow` where it ends."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ends
    left: list[Point] = []
    right: list[Point] = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        x = u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3
        y = u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3
        dx = 3 * u * u * (x1 - x0) + 6 * u * t * (x2 - x1) + 3 * t * t * (x3 - x2)
        dy = 3 * u * u * (y1 - y0) + 6 * u * t * (y2 - y1) + 3 * t * t * (y3 - y2)
        length = math.hypot(dx, dy) or 1.0
        half = (wide + (narrow - wide) * t**0.8) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    there, back = shapes.smooth(left), shapes.smooth(right[::-1])
    return Outline(there.ops + "L" + back.ops[1:] + "Z", there.points + back.points)


def trunk(x: float, top: float, ground: float, half: float) -> Outline:
    """From under the child down to the ground, where it spreads."""
    foot = ground + 7
    return shapes.outline(
        ("M", (x - half, top)),
        ("C", (x - half, ground - 10, x - half * 1.3, ground, x - half * 2.6, foot)),
        ("L", (x + half * 2.6, foot)),
        ("C", (x + half * 1.3, ground, x + half, ground - 10, x + half, top)),
        ("Z", ()),
    )


def bark(theme: Theme) -> str:
    """The colour of wood in a theme."""
    return mix(theme.cards[0][1], theme.ground, 0.7)


def soil(theme: Theme, deep: bool = False) -> str:
    """The colour of the ground the roots are in."""
    return mix(theme.cards[0][1], theme.ground, 0.24 if deep else 0.16)


def fan(theme: Theme, x: float, y: float, r: float, outward: float) -> list[Shape]:
    """Five leaves about a round frame, fanning out from its outer side."""
    greens = (theme.shapes[1], theme.shapes[2], theme.shapes[3], theme.shapes[2], theme.shapes[1])
    drawn = []
    for green, turn in zip(greens, (-76, -38, 0, 38, 76), strict=True):
        angle = math.radians(outward + turn)
        off = r * 1.07 + 4.4
        at = (x + off * math.cos(angle), y + off * math.sin(angle))
        drawn.append(filled(ornaments.leaf(*at, 7.6, outward + turn, wide=0.44), green))
    return drawn
