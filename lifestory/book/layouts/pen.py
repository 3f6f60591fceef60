"""A pen for small drawings: everything about a middle, in units of its own, y down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.shapes import Point, filled, stroked
from lifestory.domain.plans import Outline, Shape


@dataclass(frozen=True)
class Pen:
    """Draws about (x, y) on the sheet, `k` millimetres to the unit."""

    x: float
    y: float
    k: float = 1.0

    def at(self, x: float, y: float) -> Point:
        """A point on the sheet."""
        return self.x + x * self.k, self.y + y * self.k

    def disc(self, x: float, y: float, r: float, colour: str) -> Shape:
        """A disc about a point."""
        return filled(shapes.circle(*self.at(x, y), r * self.k), colour)

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: str, turn: float = 0.0
    ) -> Shape:
        """An ellipse about its middle, turned by so many degrees."""
        middle = self.at(x, y)
        return filled(
            shapes.turned(shapes.ellipse(*middle, rx * self.k, ry * self.k), turn, *middle), colour
        )

    def box(self, x: float, y: float, w: float, h: float, colour: str, r: float = 0.0) -> Shape:
        """A rectangle by its upper left corner."""
        k = self.k
        return filled(shapes.rectangle(*self.at(x, y), w * k, h * k, r * k), colour)

    def form(self, points: Iterable[Point], colour: str) -> Shape:
        """A shape with straight sides."""
        return filled(shapes.polygon(self.at(*point) for point in points), colour)

    def curved(self, steps: Sequence[tuple[str, Sequence[float]]], colour: str) -> Shape:
        """A shape from the steps of an outline."""
        return filled(self._steps(steps), colour)

    def line(self, points: Iterable[Point], colour: str, width: float) -> Shape:
        """A line with straight parts and round ends."""
        drawn = shapes.polyline(self.at(*point) for point in points)
        return stroked(drawn, colour, width * self.k)

    def arc(self, steps: Sequence[tuple[str, Sequence[float]]], colour: str, width: float) -> Shape:
        """A curved line from the steps of an outline."""
        return stroked(self._steps(steps), colour, width * self.k)

    def _steps(self, steps: Sequence[tuple[str, Sequence[float]]]) -> Outline:
        moved = []
        for op, values in steps:
            pairs = zip(values[0::2], values[1::2], strict=True)
            moved.append((op, [value for pair in pairs for value in self.at(*pair)]))
        return shapes.outline(*moved)
