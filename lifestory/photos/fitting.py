"""New pixels from old: what is printed and shown is drawn here, and carries nothing else along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil, floor

from PIL import Image

from lifestory.domain.media import Crop, Edit, Grey, Region, Rendition, Turn
from lifestory.photos.colours import in_srgb, plain
from lifestory.photos.reading import Opened, opened, refusing
from lifestory.photos.redacting import Pixels, cover
from lifestory.photos.upright import Box, Pose

THUMBNAIL_PIXELS = 320
_PRINT_QUALITY, _THUMBNAIL_QUALITY = 88, 80


def render(data: bytes, rendition: Rendition) -> bytes:
    """A rendition as a JPEG: sRGB, no metadata, inside its box and never upscaled.

    The same bytes and rendition give the same bytes. Raises Refused.
    """
    with refusing(data):
        box = (rendition.width, rendition.height)
        image = _fitted(opened(data), rendition.edits, rendition.covered, box)
        return _jpeg(image, _PRINT_QUALITY)


def thumbnail(data: bytes) -> bytes:
    """A JPEG of at most 320 pixels on the longer side, sRGB, no metadata. Raises Refused."""
    with refusing(data):
        return thumbnail_of(opened(data))


def thumbnail_of(picture: Opened) -> bytes:
    """The same of a file whose head is read. Raises whatever its decoder raises."""
    image = _fitted(picture, (), (), (THUMBNAIL_PIXELS, THUMBNAIL_PIXELS))
    return _jpeg(image, _THUMBNAIL_QUALITY)


@dataclass(frozen=True, slots=True)
class _View:
    """What the edits come to: a box of the upright picture, quarters clockwise, and grey or not."""

    box: Box
    quarters: int
    grey: bool


def _view(edits: Sequence[Edit], width: int, height: int) -> _View:
    left, top, right, bottom = 0.0, 0.0, float(width), float(height)
    quarters, grey = 0, False
    for edit in edits:
        match edit:
            case Turn():
                quarters = (quarters + edit.quarters) % 4
            case Crop():
                asked = (edit.left, edit.top, edit.left + edit.width, edit.top + edit.height)
                part = Pose(quarters=quarters).back(asked, 1, 1)
                across, down = right - left, bottom - top
                left, right = _part(left, across, part[0], part[2])
                top, bottom = _part(top, down, part[1], part[3])
            case Grey():
                grey = True
    return _View((left, top, right, bottom), quarters, grey)


def _part(start: float, length: float, first: float, last: float) -> tuple[float, float]:
    """Part of an edge, from two fractions of it: inside it, and a pixel long at least."""
    first, last = min(max(first, 0.0), 1.0), min(max(last, 0.0), 1.0)
    least = min(1.0, 1 / length)
    first = min(first, 1 - least)
    return start + length * first, start + length * max(last, first + least)


def _fitted(
    picture: Opened, edits: Sequence[Edit], covered: Sequence[Region], limit: tuple[int, int]
) -> Image.Image:
    view = _view(edits, picture.width, picture.height)
    pose = picture.pose.turned(view.quarters)
    box = picture.pose.back(view.box, picture.width, picture.height)
    size = _size(box, pose, limit)
    image = picture.image
    stored = image.size
    if not covered and picture.media_type == "image/jpeg":
        # Decoding fewer pixels is most of the speed. Never where something is covered: each of
        # those fewer pixels would be mixed from covered ones and others.
        _decode_fewer(image, size, box)
    image.load()
    profile = image.info.get("icc_profile")
    image = plain(image)
    if covered:
        cover(image, [_pixels(region, picture) for region in covered])
    across, down = image.width / stored[0], image.height / stored[1]
    box = (box[0] * across, box[1] * down, box[2] * across, box[3] * down)
    small = image.resize(size, Image.Resampling.BICUBIC, box=box, reducing_gap=1.5)
    small = pose.of(in_srgb(small, profile))
    return small.convert("L").convert("RGB") if view.grey else small


def _size(box: Box, pose: Pose, limit: tuple[int, int]) -> tuple[int, int]:
    """The size in stored pixels at which `box`, once posed, fits the limit; never a larger one."""
    across, down = box[2] - box[0], box[3] - box[1]
    wide, high = pose.size(*limit)
    scale = min(wide / across, high / down, 1.0)
    return max(1, round(across * scale)), max(1, round(down * scale))


def _decode_fewer(image: Image.Image, size: tuple[int, int], box: Box) -> None:
    width = ceil(size[0] * image.width / (box[2] - box[0]))
    height = ceil(size[1] * image.height / (box[3] - box[1]))
    image.draft(None, (min(width, image.width), min(height, image.height)))


def _pixels(region: Region, picture: Opened) -> Pixels:
    upright = (
        region.left, region.top, region.left + region.width, region.top + region.height,
    )  # fmt: skip
    left, top, right, bottom = picture.pose.back(upright, picture.width, picture.height)
    return floor(left), floor(top), ceil(right), ceil(bottom)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    bare = Image.new("RGB", image.size)  # Pillow would write the comments of one it has read
    bare.paste(image)
    out = BytesIO()
    bare.save(out, "JPEG", quality=quality, subsampling="4:2:0")
    return out.getvalue()
