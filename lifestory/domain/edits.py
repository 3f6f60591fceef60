"""How a picture for print is made from the file it came as; the file itself is never changed.

In this order: a page of the file, upright; what is hidden, painted over; one print cut out of a
scan of several; then the edits, one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import cos, radians, sin
from typing import Annotated, ClassVar

MOST_LEAN = 15.0
"""Degrees either way. A picture that leans more was turned, or should be cut out as a piece."""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in pixels of the upright original."""

    left: Annotated[int, "Pixels from the left edge."]
    top: Annotated[int, "Pixels from the top edge."]
    width: Annotated[int, "Pixels across."]
    height: Annotated[int, "Pixels down."]


class Hiding(StrEnum):
    """How a region is hidden. Either way not one of its pixels is used."""

    BLUR = "blur"
    """A soft blend of the colours around it."""
    COVER = "cover"
    """One even colour."""


class Hid(StrEnum):
    """What is hidden."""

    FACE = "face"
    DOOR_NUMBER = "door-number"
    NUMBER_PLATE = "number-plate"
    BADGE = "badge"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hidden(Region):
    """A region that is never shown."""

    how: Annotated[Hiding, "How it is hidden."] = Hiding.BLUR
    what: Annotated[Hid, "What is hidden there."] = Hid.OTHER

    @classmethod
    def over(cls, region: Region, what: Hid = Hid.OTHER) -> Hidden:
        """That region, hidden."""
        return cls(region.left, region.top, region.width, region.height, what=what)

    def at(self, region: Region) -> Hidden:
        """The same, over another region."""
        return Hidden(region.left, region.top, region.width, region.height, self.how, self.what)


@dataclass(frozen=True, slots=True)
class Piece:
    """One print on a scan of several: a rectangle of the upright page, which may lie askew."""

    left: Annotated[int, "Pixels from the left edge, as if it did not lean."]
    top: Annotated[int, "Pixels from the top edge, as if it did not lean."]
    width: Annotated[int, "Pixels along its upper edge."]
    height: Annotated[int, "Pixels along its side."]
    lean: Annotated[float, "Degrees by which it leans clockwise about its middle, -45 to 45."] = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """Turned clockwise by quarters."""

    kind: ClassVar[str] = "turn"
    quarters: Annotated[int, "1, 2 or 3 quarter turns clockwise."]


@dataclass(frozen=True, slots=True)
class Straighten:
    """Turned clockwise about its middle by a few degrees, and cut to the largest picture of the
    same shape that has no empty corner."""

    kind: ClassVar[str] = "straighten"
    degrees: Annotated[float, "Clockwise, -15 to 15."]


@dataclass(frozen=True, slots=True)
class Crop:
    """Cut to a rectangle, in fractions of the picture as it then stands."""

    kind: ClassVar[str] = "crop"
    left: Annotated[float, "0 to 1."]
    top: Annotated[float, "0 to 1."]
    width: Annotated[float, "0 to 1."]
    height: Annotated[float, "0 to 1."]


@dataclass(frozen=True, slots=True)
class Restore:
    """A faded print brought back, gently: white is white again, and dark is dark."""

    kind: ClassVar[str] = "restore"
    strength: Annotated[float, "0 to 1."]


@dataclass(frozen=True, slots=True)
class Grey:
    """Black and white."""

    kind: ClassVar[str] = "grey"


Edit = Turn | Straighten | Crop | Restore | Grey


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that makes a picture from its file, but for its size."""

    page: int = 0
    piece: Piece | None = None
    edits: tuple[Edit, ...] = ()
    covered: tuple[Hidden, ...] = ()

    @property
    def bare(self) -> Recipe:
        """The same with nothing hidden, by which a photo is known again on a page."""
        return replace(self, covered=())

    def shows(self, whole: Recipe) -> bool:
        """True when this is that picture or a row cut out of it, whatever is hidden in either."""
        begins = self.edits[: len(whole.edits)] == whole.edits
        return begins and (self.page, self.piece) == (whole.page, whole.piece)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Pixels across and down, at full size, from those of the upright page."""
        across, down = self.extent(width, height)
        return max(1, round(across)), max(1, round(down))

    def extent(self, width: float, height: float) -> tuple[float, float]:
        """The same, before it is rounded to whole pixels."""
        if self.piece is not None:
            width, height = self.piece.width, self.piece.height
        for edit in self.edits:
            match edit:
                case Turn(quarters) if quarters % 2:
                    width, height = height, width
                case Straighten(degrees):
                    kept = kept_when_straight(degrees, width, height)
                    width, height = width * kept, height * kept
                case Crop():
                    width, height = width * edit.width, height * edit.height
                case _:
                    pass
        return width, height


def kept_when_straight(degrees: float, width: float, height: float) -> float:
    """How much of each side is left when a picture is straightened by so many degrees: the scale
    of the largest rectangle of its shape inside it, turned by the opposite angle."""
    angle = radians(abs(degrees))
    across, down = cos(angle), sin(angle)
    return min(width / (width * across + height * down), height / (width * down + height * across))
