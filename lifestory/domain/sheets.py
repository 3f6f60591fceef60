"""Paper as it leaves the printer: which pages stand where on each side of a sheet.

Points of 1/72 inch from the bottom left corner of the side, y upwards, as in plans.
"""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.domain.plans import Box


@dataclass(frozen=True, slots=True)
class Placed:
    """A page on a side: `page` counts from 0 among the pages that were drawn; (x, y) is where the
    lower left corner of its trim stands; nothing of it shows outside `clip`."""

    page: int
    x: float
    y: float
    scale: float
    clip: Box


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet, as the printer sees it."""

    width: float
    height: float
    pages: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One sheet with its one or two sides. `number` counts from 1, the outermost of a booklet
    first."""

    number: int
    sides: tuple[Side, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages on it, counted from 0, in the order of the book."""
        return tuple(sorted(placed.page for side in self.sides for placed in side.pages))
