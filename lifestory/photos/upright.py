"""Which way up a picture is: the camera's turn, applied once, and boxes carried back through it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_TURNS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}
"""Pillow turns anticlockwise; we count quarters clockwise, as a worker does."""


@dataclass(frozen=True, slots=True)
class Pose:
    """How stored pixels become the picture: mirrored left to right, then turned clockwise."""

    mirrored: bool = False
    quarters: int = 0

    @classmethod
    def from_exif(cls, orientation: object) -> Pose:
        """The pose of an EXIF orientation, 1 to 8; anything else is upright already.

        Source: EXIF 2.32, tag 274.
        """
        poses = {
            2: cls(True, 0), 3: cls(False, 2), 4: cls(True, 2), 5: cls(True, 3),
            6: cls(False, 1), 7: cls(True, 1), 8: cls(False, 3),
        }  # fmt: skip
        return poses.get(orientation, cls()) if isinstance(orientation, int) else cls()

    @property
    def lies(self) -> bool:
        """True when width and height change places."""
        return self.quarters % 2 == 1

    def turned(self, quarters: int) -> Pose:
        """This pose and then so many quarters clockwise."""
        return Pose(self.mirrored, (self.quarters + quarters) % 4)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """The size of the picture from that of the stored pixels, or the other way round."""
        return (height, width) if self.lies else (width, height)

    def of(self, image: Image.Image) -> Image.Image:
        """The picture from the stored pixels."""
        if self.mirrored:
            image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        return image.transpose(_TURNS[self.quarters]) if self.quarters else image

    def back(self, box: Box, width: float, height: float) -> Box:
        """Where a box of the picture, which is `width` by `height`, lies in the stored pixels."""
        left, top, right, bottom = box
        for _ in range(self.quarters):
            left, top, right, bottom = top, width - right, bottom, width - left
            width, height = height, width
        if self.mirrored:
            left, right = width - right, width - left
        return left, top, right, bottom
