"""New pixels from old: what is printed and shown is drawn here, and carries nothing else along."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import ceil, cos, floor, radians, sin

from PIL import Image

from lifestory.domain.edits import (
    Crop,
    Edit,
    Grey,
    Hidden,
    Piece,
    Recipe,
    Region,
    Restore,
    Straighten,
    Turn,
    kept_when_straight,
)  # fmt: skip
from lifestory.domain.media import Rendition
from lifestory.photos.colours import in_srgb, plain
from lifestory.photos.reading import Opened, opened, refusing
from lifestory.photos.redacting import Pixels, cover
from lifestory.photos.refusals import Swollen
from lifestory.photos.restoring import restored
from lifestory.photos.upright import Box, Pose

THUMBNAIL_PIXELS = 320
_MUCH_IN_PASSES = 60_000_000
"""Pixels; with three channels of them a gigabyte is short."""
_PRINT_QUALITY, _THUMBNAIL_QUALITY = 88, 80
_WHITE: dict[str, tuple[int, ...]] = {
    "L": (255,), "RGB": (255, 255, 255), "CMYK": (0, 0, 0, 0),
}  # fmt: skip


def render(data: bytes, rendition: Rendition) -> bytes:
    """A rendition as a JPEG: sRGB, or grey alone where its recipe makes it so; no metadata, inside
    its box and never upscaled.

    The same bytes and rendition give the same bytes. Raises Refused.
    """
    recipe = rendition.recipe
    with refusing(data):
        box = (rendition.width, rendition.height)
        image = _fitted(opened(data, recipe.page), recipe, box, rendition.ground)
        if Grey() in recipe.edits:
            image = image.convert("L")  # a colour printer mixes grey of three inks otherwise
        return _jpeg(image, _PRINT_QUALITY, fine=rendition.fine)


def thumbnail(data: bytes) -> bytes:
    """A JPEG of at most 320 pixels on the longer side, sRGB, no metadata. Raises Refused."""
    with refusing(data):
        return as_thumbnail(small_of(opened(data)))


def small_of(picture: Opened) -> Image.Image:
    """A file whose head is read, as small as a thumbnail. Raises whatever its decoder raises."""
    return _fitted(picture, Recipe(), (THUMBNAIL_PIXELS, THUMBNAIL_PIXELS), "")


def as_thumbnail(small: Image.Image) -> bytes:
    """The JPEG of a thumbnail."""
    return _jpeg(small, _THUMBNAIL_QUALITY)


def _fitted(picture: Opened, recipe: Recipe, limit: tuple[int, int], ground: str) -> Image.Image:
    """A box of the page is scaled and turned in one go, which costs least; a piece or an edit that
    leans needs every pixel moved, and comes after, when there are fewer of them."""
    box, quarters, rest = _at_once(recipe, picture)
    across, down = recipe.extent(picture.width, picture.height)
    scale = min(limit[0] / max(across, 1), limit[1] / max(down, 1), 1.0)
    image = _scaled(picture, box, quarters, recipe.covered, scale, ground)
    if recipe.piece is not None and recipe.piece.lean:
        size = recipe.piece.width * scale, recipe.piece.height * scale
        image = _middle(image.rotate(recipe.piece.lean, Image.Resampling.BICUBIC), *size)
    for edit in rest:
        image = _edited(image, edit)
    image.thumbnail(limit)  # for the pixel that rounding may have left over
    return image


def _at_once(recipe: Recipe, picture: Opened) -> tuple[Box, int, tuple[Edit, ...]]:
    """The box of the upright page and the quarters clockwise that the recipe begins with, and the
    edits that are still to be made."""
    piece = recipe.piece
    if piece is None:
        box: Box = (0.0, 0.0, float(picture.width), float(picture.height))
    else:
        box = _around(piece)
        if piece.lean:
            return box, 0, recipe.edits
    quarters = 0
    for done, edit in enumerate(recipe.edits):
        match edit:
            case Turn():
                quarters = (quarters + edit.quarters) % 4
            case Crop():
                asked = (edit.left, edit.top, edit.left + edit.width, edit.top + edit.height)
                box = _part_of(box, Pose(quarters=quarters).back(asked, 1, 1))
            case _:
                return box, quarters, recipe.edits[done:]
    return box, quarters, ()


def _around(piece: Piece) -> Box:
    """The upright box that holds a piece with all its corners."""
    angle = radians(abs(piece.lean))
    wide = piece.width * cos(angle) + piece.height * sin(angle)
    high = piece.width * sin(angle) + piece.height * cos(angle)
    x, y = piece.left + piece.width / 2, piece.top + piece.height / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _part_of(box: Box, part: Box) -> Box:
    """Part of a box, given in fractions of it."""
    left, right = _part(box[0], box[2] - box[0], part[0], part[2])
    top, bottom = _part(box[1], box[3] - box[1], part[1], part[3])
    return left, top, right, bottom


def _part(start: float, length: float, first: float, last: float) -> tuple[float, float]:
    """Part of an edge, from two fractions of it: inside it, and a pixel long at least."""
    first, last = min(max(first, 0.0), 1.0), min(max(last, 0.0), 1.0)
    least = min(1.0, 1 / length)
    first = min(first, 1 - least)
    return start + length * first, start + length * max(last, first + least)


def _scaled(
    picture: Opened, asked: Box, quarters: int, covered: Sequence[Hidden], scale: float, ground: str
) -> Image.Image:
    pose = picture.pose.turned(quarters)
    box = picture.pose.back(asked, picture.width, picture.height)
    size = max(1, round((box[2] - box[0]) * scale)), max(1, round((box[3] - box[1]) * scale))
    image = picture.image
    stored = image.size
    if not covered and picture.media_type == "image/jpeg":
        # Decoding fewer pixels is most of the speed. Never where something is covered: each of
        # those fewer pixels would be mixed from covered ones and others.
        _decode_fewer(image, size, box)
    _decode(image, stored[0] * stored[1])
    image, profile = plain(image, image.info.get("icc_profile"), ground)
    if covered:
        cover(image, [(_pixels(region, picture), region.how) for region in covered])
    across, down = image.width / stored[0], image.height / stored[1]
    box = (box[0] * across, box[1] * down, box[2] * across, box[3] * down)
    image, box = _with_room(image, box)
    small = image.resize(size, Image.Resampling.BICUBIC, box=box, reducing_gap=1.5)
    return pose.of(in_srgb(small, profile))


def _with_room(image: Image.Image, box: Box) -> tuple[Image.Image, Box]:
    """The picture with white round it where the box reaches over its edge, as it does round a
    print that lies askew at the edge of the glass."""
    left, top = floor(min(box[0], 0)), floor(min(box[1], 0))
    right, bottom = ceil(max(box[2], image.width)), ceil(max(box[3], image.height))
    if (left, top, right, bottom) == (0, 0, *image.size):
        return image, box
    wider = Image.new(image.mode, (right - left, bottom - top), _WHITE[image.mode])
    wider.paste(image, (-left, -top))
    return wider, (box[0] - left, box[1] - top, box[2] - left, box[3] - top)


def _edited(image: Image.Image, edit: Edit) -> Image.Image:
    match edit:
        case Turn():
            return Pose(quarters=edit.quarters % 4).of(image)
        case Crop():
            asked = (edit.left, edit.top, edit.left + edit.width, edit.top + edit.height)
            left, top, right, bottom = _part_of(
                (0.0, 0.0, float(image.width), float(image.height)), asked
            )
            # To whole pixels, so that what is cut beside it begins where this ends.
            x, y = min(round(left), image.width - 1), min(round(top), image.height - 1)
            return image.crop((x, y, max(x + 1, round(right)), max(y + 1, round(bottom))))
        case Straighten():
            kept = kept_when_straight(edit.degrees, *image.size)
            turned = image.rotate(-edit.degrees, Image.Resampling.BICUBIC)
            return _middle(turned, image.width * kept, image.height * kept)
        case Restore():
            return restored(image, edit.strength)
        case Grey():
            return image.convert("L").convert("RGB")


def _middle(image: Image.Image, width: float, height: float) -> Image.Image:
    """The middle of a picture: never more than there is, never less than a pixel."""
    wide, high = max(1, floor(width)), max(1, floor(height))
    left, top = (image.width - wide) // 2, (image.height - high) // 2
    return image.crop((left, top, left + wide, top + high))


def _decode(image: Image.Image, pixels: int) -> None:
    """Have the pixels. libjpeg has the same words for being short of memory and for what is broken;
    the passes of a progressive picture all wait in memory, so a big one deserves another try."""
    try:
        image.load()
    except OSError as broken:
        passes = "progressive" in image.info and "broken data" in str(broken)
        if passes and pixels > _MUCH_IN_PASSES:
            raise Swollen from broken
        raise


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


def _jpeg(image: Image.Image, quality: int, *, fine: bool = False) -> bytes:
    mode = "L" if image.mode == "L" else "RGB"
    bare = Image.new(mode, image.size)  # Pillow would write the comments of one it has read
    bare.paste(image)
    out = BytesIO()
    bare.save(out, "JPEG", quality=quality, subsampling="4:4:4" if fine else "4:2:0")
    return out.getvalue()
