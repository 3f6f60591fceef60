"""Covering what must not be shown: the pixels are gone, and nothing in their place recalls them."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageStat

from lifestory.domain.edits import Hiding

Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom in whole pixels."""


def cover(image: Image.Image, regions: Sequence[tuple[Pixels, Hiding]]) -> None:
    """Paint over every region of `image`, in place.

    First all go flat, so that no region can be reached from another one; then each takes a soft
    blend of the colours around it, which is kinder to look at than a black bar, or their mean.
    Regions may overlap or reach over the edge.
    """
    whole = (0, 0, *image.size)
    inside = [(box, how) for region, how in regions if (box := _within(region, whole)) is not None]
    for box, _ in inside:
        image.paste((128,) * len(image.getbands()), box)
    for box, how in inside:
        soft = _blend(image, box, whole)
        if soft is not None:
            image.paste(soft if how is Hiding.BLUR else _even(soft), box)


def _even(patch: Image.Image) -> Image.Image:
    colour = tuple(round(band) for band in ImageStat.Stat(patch).mean)
    return Image.new(patch.mode, patch.size, colour)


def _blend(image: Image.Image, box: Pixels, whole: Pixels) -> Image.Image | None:
    """A patch for `box` that runs from each neighbour's mean colour to the others'."""
    left, top, right, bottom = box
    deep = max(1, min(right - left, bottom - top) // 8)
    around = [
        (left, top - deep, right, top),
        (left - deep, top, left, bottom),
        (right, top, right + deep, bottom),
        (left, bottom, right, bottom + deep),
    ]
    means = [
        ImageStat.Stat(image.crop(strip)).mean if strip is not None else None
        for strip in (_within(each, whole) for each in around)
    ]
    known = [mean for mean in means if mean is not None]
    if not known:
        return None
    middle = _mean(known)
    up, west, east, down = (mean or middle for mean in means)
    grid = [
        _mean([up, west]), up, _mean([up, east]),
        west, middle, east,
        _mean([down, west]), down, _mean([down, east]),
    ]  # fmt: skip
    pixels = bytes(round(band) for colour in grid for band in colour)
    small = Image.frombytes(image.mode, (3, 3), pixels)
    return small.resize((right - left, bottom - top), Image.Resampling.BILINEAR)


def _mean(colours: Sequence[Sequence[float]]) -> list[float]:
    return [sum(bands) / len(colours) for bands in zip(*colours, strict=True)]


def _within(box: Pixels, whole: Pixels) -> Pixels | None:
    left, top = max(box[0], whole[0]), max(box[1], whole[1])
    right, bottom = min(box[2], whole[2]), min(box[3], whole[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
