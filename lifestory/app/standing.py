"""How a photo stands after its edits: turned, cut, grey; and where its marked regions then lie.

Whatever edits a photo has, they come to one turn, one cut and grey or not. Regions are pixels of
the upright original, so they hold whatever is turned or cut afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from lifestory.domain.media import Crop, Edit, Grey, Region, Turn

Box = tuple[float, float, float, float]
"""Left, top, width and height, in fractions of a picture."""

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
_LEAST = 0.02
"""The narrowest cut: less of a picture is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Quarters clockwise, the cut in fractions of the whole turned picture, and grey or not."""

    quarters: int = 0
    cut: Box = WHOLE
    grey: bool = False

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Standing:
        """What these edits come to, in their order."""
        now = cls()
        for edit in edits:
            match edit:
                case Turn(quarters):
                    for _ in range(quarters % 4):
                        now = now.turned()
                case Crop(left, top, width, height):
                    x, y, across, down = now.cut
                    inner = (x + left * across, y + top * down, width * across, height * down)
                    now = replace(now, cut=inner)
                case Grey():
                    now = replace(now, grey=True)
        return now

    def edits(self) -> tuple[Edit, ...]:
        """The shortest edits that come to this, always in the same order."""
        made: list[Edit] = []
        if self.quarters:
            made.append(Turn(self.quarters))
        if self.cut != WHOLE:
            made.append(Crop(*self.cut))
        if self.grey:
            made.append(Grey())
        return tuple(made)

    def turned(self) -> Standing:
        """A quarter further clockwise, the cut going with it."""
        return replace(self, quarters=(self.quarters + 1) % 4, cut=_turned(self.cut))

    def cut_to(self, box: Box) -> Standing:
        """Cut anew to a box of the whole turned picture, kept inside it."""
        left, top = (min(max(round(side, 6), 0.0), 1 - _LEAST) for side in box[:2])
        width = min(max(round(box[2], 6), _LEAST), 1 - left)
        height = min(max(round(box[3], 6), _LEAST), 1 - top)
        return replace(self, cut=(left, top, width, height))

    @property
    def uncut(self) -> Standing:
        """All of the picture."""
        return replace(self, cut=WHOLE)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Width and height in pixels, from those of the upright original."""
        if self.quarters % 2:
            width, height = height, width
        return max(1, round(width * self.cut[2])), max(1, round(height * self.cut[3]))

    def shows(self, region: Region, width: int, height: int) -> Box:
        """Where a region of the upright original (`width` × `height` pixels) lies in the picture
        as it stands; partly or wholly outside 0 to 1 where it was cut away."""
        box: Box = (
            region.left / width, region.top / height, region.width / width, region.height / height,
        )  # fmt: skip
        for _ in range(self.quarters):
            box = _turned(box)
        left, top, across, down = self.cut
        return (box[0] - left) / across, (box[1] - top) / down, box[2] / across, box[3] / down

    def region(self, box: Box, width: int, height: int) -> Region:
        """The region of the upright original that a box of the picture as it stands covers: no
        pixel less, and nothing outside the original."""
        left, top, across, down = self.cut
        back: Box = (left + box[0] * across, top + box[1] * down, box[2] * across, box[3] * down)
        for _ in range(-self.quarters % 4):
            back = _turned(back)
        x, right = _edges(back[0] * width, (back[0] + back[2]) * width, width)
        y, bottom = _edges(back[1] * height, (back[1] + back[3]) * height, height)
        return Region(x, y, right - x, bottom - y)


def _edges(first: float, last: float, most: int) -> tuple[int, int]:
    # A thousandth of a pixel is a rounding, not a pixel more.
    start = min(max(floor(first + 0.001), 0), most - 1)
    return start, min(max(ceil(last - 0.001), start + 1), most)


def _turned(box: Box) -> Box:
    """A box of a picture after the picture is turned a quarter clockwise."""
    left, top, width, height = box
    return 1 - top - height, left, height, width
