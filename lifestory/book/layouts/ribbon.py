"""A ribbon through a spread: its wave, its stitching, a fold where a home begins.

Millimetres over the double page, y down. Source: mockups/book 09 and SPEC "Ribbon".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lifestory.book import shapes
from lifestory.book.ornaments import WHITE
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.styles import mix
from lifestory.domain.plans import Outline, Shape

_SPREAD = 420.0
"""The spread on which the wave was drawn; a wider one has a longer wave."""
_OVER = 8.0
"""How far the ribbon runs off the paper."""
_LONG = 306.0
"""One wave, in mm."""
_CREST = 224.0
"""Where the wave stands highest."""
_STEP = 1.5
_TAIL = 7.5
_FOLD = 4.2


@dataclass(frozen=True)
class Ribbon:
    """A ribbon about the height `y`, waving by `wave`, `wide` units wide, over a spread of that
    `width`. `begins` is where it comes in; one that begins on the page begins in a swallow-tail."""

    y: float
    wave: float
    wide: float
    begins: float
    width: float

    @property
    def ends(self) -> float:
        """Where it goes out: off the paper."""
        return self.width + _OVER

    @property
    def centre(self) -> float:
        """The middle of the spread."""
        return self.width / 2

    def middle(self, x: float) -> float:
        """The height of its middle at x."""
        place = x * _SPREAD / self.width - _CREST
        return self.y - self.wave * math.cos(2 * math.pi * place / _LONG)

    def edges(self, x: float) -> tuple[Point, Point]:
        """The upper and the lower edge, square to the middle at x."""
        slope = (self.middle(x + 0.01) - self.middle(x - 0.01)) / 0.02
        k = self.wide / 2 / math.hypot(1, slope)
        y = self.middle(x)
        return (x + slope * k, y - k), (x - slope * k, y + k)

    def reach(self, left: float, right: float) -> tuple[float, float]:
        """The highest and the lowest the ribbon comes between two places."""
        pad = self.wide * 0.3
        xs = _steps(left - pad, right + pad)
        edges = [self.edges(x) for x in xs]
        return min(top[1] for top, _ in edges), max(low[1] for _, low in edges)

    def stretch(self, start: float, end: float) -> Outline:
        """The outline between two places."""
        edges = [self.edges(x) for x in _steps(start, end)]
        upper = [top for top, _ in edges]
        lower = [low for _, low in reversed(edges)]
        if start == self.begins and start > 0:
            lower.append((start + _TAIL, self.middle(start + _TAIL)))
        return shapes.polygon([*upper, *lower])

    def stitches(self) -> list[Shape]:
        """The dashed lines along both edges."""
        inset = 2.2 / self.wide * 2
        lines: list[list[Point]] = [[], []]
        start = self.begins + 1.5 if self.begins > 0 else self.begins
        for x in _steps(start, self.ends):
            (ax, ay), (bx, by) = self.edges(x)
            y = self.middle(x)
            lines[0].append((ax + (x - ax) * inset, ay + (y - ay) * inset))
            lines[1].append((bx + (x - bx) * inset, by + (y - by) * inset))
        return [
            stroked(shapes.polyline(line), WHITE, 0.5, dash=(2.4, 2.2), opacity=0.62)
            for line in lines
        ]

    def fold(self, x: float) -> Outline:
        """The triangle of a fold where another home begins."""
        top, low = self.edges(x)
        (tx, ty), (bx, by) = self.edges(x + _FOLD)
        tip = (tx + (bx - tx) * 0.45, ty + (by - ty) * 0.45)
        return shapes.polygon([top, tip, low])

    def drawn(self, stretches: Sequence[tuple[float, str]]) -> list[Shape]:
        """The whole ribbon: where each stretch begins, and its colour."""
        parts: list[Shape] = []
        for index, (start, colour) in enumerate(stretches):
            end = stretches[index + 1][0] if index + 1 < len(stretches) else self.ends
            parts.append(filled(self.stretch(start, end), colour))
        for (_, before), (start, colour) in pairwise(stretches):
            if before != colour:
                parts.append(filled(self.fold(start), mix(colour, "#1F3328", 0.68)))
        return [*parts, *self.stitches()]

    def marker(self, x: float, colour: str) -> list[Shape]:
        """A ring on the ribbon at x."""
        r = self.wide * 0.33
        y = self.middle(x)
        return [
            filled(shapes.circle(x, y, r), WHITE),
            filled(shapes.circle(x, y, r * 0.49), colour),
        ]


def _steps(start: float, end: float) -> list[float]:
    count = max(2, round((end - start) / _STEP))
    return [start + (end - start) * step / count for step in range(count + 1)]
