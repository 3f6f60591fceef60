"""How a photo stands after its edits: turned, straightened, cut, restored, grey; and where the
regions marked on its file then lie.

Whatever edits a photo has, they come to one of each, always in that order. Regions are pixels of
the upright page, so they hold whatever is turned or cut afterwards.
"""

from __future__ import annotations

from cmath import rect
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, floor, radians

from lifestory.domain.edits import (
    MOST_LEAN,
    Crop,
    Edit,
    Grey,
    Piece,
    Recipe,
    Region,
    Restore,
    Straighten,
    Turn,
    kept_when_straight,
)  # fmt: skip
from lifestory.domain.media import Focus, Photo

Box = tuple[float, float, float, float]
"""Left, top, width and height, in fractions of a picture."""

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
_LEAST = 0.02
"""The narrowest cut: less of a picture is a slip of the hand."""
_A_HAIR = 0.001
"""The part of a side by which copies may differ: their pixels are whole, and so are rounded."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which print of a scan (none for the whole page), quarters clockwise, degrees it is
    straightened by, the cut in fractions of the whole picture as it is turned and straightened,
    how far it is restored (0 to 1), and grey or not."""

    piece: Piece | None = None
    quarters: int = 0
    lean: float = 0.0
    cut: Box = WHOLE
    strength: float = 0.0
    grey: bool = False

    @classmethod
    def of(cls, recipe: Recipe) -> Standing:
        """What a recipe's edits come to, in their order."""
        now = cls(recipe.piece)
        for edit in recipe.edits:
            match edit:
                case Turn(quarters):
                    for _ in range(quarters % 4):
                        now = now.turned()
                case Straighten(degrees):
                    now = replace(now, lean=now.lean + degrees)
                case Crop(left, top, width, height):
                    x, y, across, down = now.cut
                    inner = (x + left * across, y + top * down, width * across, height * down)
                    now = replace(now, cut=inner)
                case Restore(strength):
                    now = replace(now, strength=strength)
                case Grey():
                    now = replace(now, grey=True)
        return now

    def edits(self) -> tuple[Edit, ...]:
        """The shortest edits that come to this, always in the same order."""
        made: list[Edit] = []
        if self.quarters:
            made.append(Turn(self.quarters))
        if self.lean:
            made.append(Straighten(self.lean))
        if self.cut != WHOLE:
            made.append(Crop(*self.cut))
        if self.strength:
            made.append(Restore(self.strength))
        if self.grey:
            made.append(Grey())
        return tuple(made)

    def turned(self) -> Standing:
        """A quarter further clockwise, the cut going with it."""
        return replace(self, quarters=(self.quarters + 1) % 4, cut=_turned(self.cut))

    def straightened(self, degrees: float) -> Standing:
        """Straightened by so many degrees clockwise, and by no more than a picture may be."""
        kept = round(min(max(degrees, -MOST_LEAN), MOST_LEAN), 2)
        return replace(self, lean=kept or 0.0)

    def cut_to(self, box: Box) -> Standing:
        """Cut anew to a box of the whole picture as it is turned, kept inside it."""
        left, top = (min(max(round(side, 6), 0.0), 1 - _LEAST) for side in box[:2])
        width = min(max(round(box[2], 6), _LEAST), 1 - left)
        height = min(max(round(box[3], 6), _LEAST), 1 - top)
        return replace(self, cut=(left, top, width, height))

    @property
    def uncut(self) -> Standing:
        """All of the picture."""
        return replace(self, cut=WHOLE)

    def worn_by(self, photo: Photo, width: int, height: int) -> Photo:
        """A photo of a page of `width` × `height` pixels that stands so from now on; what matters
        in it is marked where it was."""
        focus = photo.focus
        if focus is not None:
            before = Standing.of(photo.recipe)
            was, now = before._way(width, height), self._way(width, height)
            left, top, across, down = before.cut
            at = complex((left + focus.across * across) * was.width,
                         (top + focus.down * down) * was.height)  # fmt: skip
            there = now.turn * ((at - was.move) / was.turn) + now.move
            left, top, across, down = self.cut
            focus = Focus(_part((there.real / now.width - left) / across),
                          _part((there.imag / now.height - top) / down))  # fmt: skip
        return replace(photo, edits=self.edits(), focus=focus)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Width and height in pixels, from those of the upright page."""
        return Recipe(piece=self.piece, edits=self.edits()).size(width, height)

    def shows(self, region: Region, width: int, height: int) -> Box:
        """Where a region of the upright page (`width` × `height` pixels) lies in the picture as
        it stands, in an upright box; partly or wholly outside 0 to 1 where it was cut away."""
        way = self._way(width, height)
        corners = _corners(region.left, region.top, region.width, region.height)
        return self._holding(way, corners)

    def sees(self, region: Region, width: int, height: int) -> bool:
        """False only where a region of the upright page was cut away with its last pixel."""
        left, top, across, down = self.shows(region, width, height)
        return left < 1 and top < 1 and left + across > 0 and top + down > 0

    def region(self, box: Box, width: int, height: int) -> Region:
        """The region of the upright page that holds a box of the picture as it stands: no pixel
        less, and nothing outside the page."""
        x, y, right, bottom = _around(self._on_page(box, width, height))
        first, last = _edges(x, right, width)
        upper, lower = _edges(y, bottom, height)
        return Region(first, upper, last - first, lower - upper)

    def lies_within(
        self, other: Standing, size: tuple[int, int], of_other: tuple[int, int]
    ) -> bool:
        """True when another, of a copy of this page, shows all that this does; `size` and
        `of_other` are pixels of the two pages."""
        across, down = of_other[0] / size[0], of_other[1] / size[1]
        corners = (
            complex(corner.real * across, corner.imag * down)
            for corner in self._on_page(WHOLE, *size)
        )
        x, y, width, height = other._holding(other._way(*of_other), corners)
        return min(x, y) >= -_A_HAIR and max(x + width, y + height) <= 1 + _A_HAIR

    def _holding(self, way: _Way, corners: Iterable[complex]) -> Box:
        """The upright box of the picture as it stands that holds these points of the page."""
        x, y, right, bottom = _around(way.turn * corner + way.move for corner in corners)
        left, top, across, down = self.cut
        return (
            (x / way.width - left) / across, (y / way.height - top) / down,
            (right - x) / way.width / across, (bottom - y) / way.height / down,
        )  # fmt: skip

    def _on_page(self, box: Box, width: int, height: int) -> tuple[complex, ...]:
        """The corners of a box of the picture as it stands, as points of the page."""
        way = self._way(width, height)
        left, top, across, down = self.cut
        corners = _corners(
            (left + box[0] * across) * way.width, (top + box[1] * down) * way.height,
            box[2] * across * way.width, box[3] * down * way.height,
        )  # fmt: skip
        return tuple((corner - way.move) / way.turn for corner in corners)

    def _way(self, width: float, height: float) -> _Way:
        """From the pixels of the page to those of the picture, before it is cut."""
        way = _Way(1, 0, width, height)
        if self.piece is not None:
            middle = complex(
                self.piece.left + self.piece.width / 2, self.piece.top + self.piece.height / 2
            )
            way = way.about(middle, -self.piece.lean, self.piece.width, self.piece.height)
        for _ in range(self.quarters):
            way = _Way(1j * way.turn, 1j * way.move + way.height, way.height, way.width)
        if self.lean:
            kept = kept_when_straight(self.lean, way.width, way.height)
            middle = complex(way.width, way.height) / 2
            way = way.about(middle, self.lean, way.width * kept, way.height * kept)
        return way


@dataclass(frozen=True, slots=True)
class _Way:
    """A point of the page, x + iy, is `turn` × it + `move` in a picture of that size in pixels.
    With y downwards, a complex number of length 1 turns clockwise."""

    turn: complex
    move: complex
    width: float
    height: float

    def about(self, middle: complex, degrees: float, width: float, height: float) -> _Way:
        """Turned clockwise about a point, which is then the middle of a picture of that size."""
        turn = rect(1, radians(degrees)) if degrees else 1
        move = turn * (self.move - middle) + complex(width, height) / 2
        return _Way(turn * self.turn, move, width, height)


def _corners(left: float, top: float, width: float, height: float) -> tuple[complex, ...]:
    start = complex(left, top)
    return start, start + width, start + 1j * height, start + complex(width, height)


def _around(points: Iterable[complex]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the upright box that holds all of them."""
    all_of_them = tuple(points)
    across, down = [p.real for p in all_of_them], [p.imag for p in all_of_them]
    return min(across), min(down), max(across), max(down)


def _edges(first: float, last: float, most: int) -> tuple[int, int]:
    # A thousandth of a pixel is a rounding, not a pixel more.
    start = min(max(floor(first + 0.001), 0), most - 1)
    return start, min(max(ceil(last - 0.001), start + 1), most)


def _part(of_it: float) -> float:
    return round(min(max(of_it, 0.0), 1.0), 4)


def _turned(box: Box) -> Box:
    """A box of a picture after the picture is turned a quarter clockwise."""
    left, top, width, height = box
    return 1 - top - height, left, height, width
