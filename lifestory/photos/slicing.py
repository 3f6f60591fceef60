"""Several prints on one scan: where each of them lies, and by how much it leans.

The lid of a scanner is nearly even; what differs from it is a print. It is found on a small copy,
and is a suggestion: a worker sees each and moves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import atan2, cos, degrees, radians, sin

from PIL import Image, ImageChops, ImageFilter

from lifestory.domain.edits import Piece

_SIDE = 360
"""Pixels on the longer side of the copy that is looked at."""
_UNLIKE = 22
"""Levels by which a pixel differs from the lid; its own shade and grain differ by less."""
_SHADE, _EVEN = 10, 0.8
"""Levels by which the shade of a lid changes from edge to edge, and how much of it no further."""
_LEAST = 0.015
"""Of the page; less is dust, a thumb or a label."""
_FILLED = 0.72
"""Of its rectangle; what fills less is no print, or two that touch."""
_UPRIGHT = 0.4
"""Degrees of lean that are only the steps of small pixels."""
_MOST = 24
_GROWN = 4
"""Small pixels by which filters and steps make a print longer: better a hair too little of it
than the lid all round."""

_Point = tuple[float, float]
_Pixel = tuple[int, ...]


def prints_on(image: Image.Image, width: int, height: int) -> tuple[Piece, ...]:
    """The prints on an upright page, in reading order, in pixels of a page of that size; none
    where the page is one picture."""
    small = image.convert("RGB")
    small.thumbnail((_SIDE, _SIDE))
    scale = width / small.width
    found = []
    for blob in _blobs(_unlike_the_lid(small)) if _lies_on_a_lid(small) else ():
        middle, size, lean = _rectangle(_hull(blob))
        area = size[0] * size[1]
        if area < _LEAST * small.width * small.height or len(blob) < _FILLED * area:
            continue
        wide, high = (max(1.0, side - _GROWN) * scale for side in size)
        left, top = middle[0] * scale - wide / 2, middle[1] * scale - high / 2
        found.append(
            Piece(
                round(left), round(top), round(wide), round(high),
                round(lean, 1) if abs(lean) > _UPRIGHT else 0.0,
            )
        )  # fmt: skip
    found = _without_islands(found)
    if len(found) == 1 and _is_all(found[0], width, height, _GROWN * scale):
        return ()
    return tuple(sorted(found[:_MOST], key=lambda one: (round(one.top / height * 4), one.left)))


def _is_all(one: Piece, width: int, height: int, near: float) -> bool:
    """True for what is no print on a page but the page: nearly as large, or at three of its edges,
    as the ground under an even sky is."""
    gaps = (one.left, one.top, width - one.left - one.width, height - one.top - one.height)
    return one.width * one.height > 0.9 * width * height or sum(gap <= near for gap in gaps) >= 3


def _without_islands(found: list[Piece]) -> list[Piece]:
    """No print lies within another: that is something in it, with the lid's colour all round."""
    return [
        one
        for one in found
        if not any(
            other.width * other.height > one.width * one.height
            and abs(2 * (one.left - other.left) + one.width - other.width) < other.width
            and abs(2 * (one.top - other.top) + one.height - other.height) < other.height
            for other in found
        )
    ]


def _lies_on_a_lid(image: Image.Image) -> bool:
    """True where what is seen of the lid at the edges has one shade. The walls, lawns and skies at
    the edges of a photo go through many."""
    edge = _edge(image)
    lid = _middle(edge)
    seen = [pixel for pixel in edge if _apart(pixel, lid) <= _UNLIKE]
    shade = _middle(seen or edge)
    return sum(_apart(pixel, shade) <= _SHADE for pixel in seen) > _EVEN * len(seen)


def _apart(one: _Pixel, other: _Pixel) -> int:
    return max(abs(level - its) for level, its in zip(one, other, strict=True))


def _unlike_the_lid(image: Image.Image) -> Image.Image:
    """White where it is a print, black where it is the lid, whose colour is that of most of the
    outermost pixels."""
    lid = Image.new("RGB", image.size, _middle(_edge(image)))
    red, green, blue = ImageChops.difference(image, lid).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    mask = most.point(lambda level: 255 if level > _UNLIKE else 0)
    return mask.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.MaxFilter(3))


def _middle(pixels: Iterable[_Pixel]) -> _Pixel:
    channels = zip(*pixels, strict=True)
    return tuple(int(sorted(levels)[len(levels) // 2]) for levels in channels)


def _edge(image: Image.Image) -> list[_Pixel]:
    """The two outermost pixels all round."""
    pixels = (
        image.getpixel((x, y))
        for x in range(image.width)
        for y in range(image.height)
        if min(x, y, image.width - 1 - x, image.height - 1 - y) < 2
    )
    return [pixel for pixel in pixels if isinstance(pixel, tuple)]


def _blobs(mask: Image.Image) -> Iterator[list[_Point]]:
    """The white areas that hang together, each as its pixels with the holes in it filled."""
    wide, high = mask.size
    # Outside, reached from a black border, is black; everything else is a print or a hole in one.
    framed = Image.new("L", (wide + 2, high + 2), 0)
    framed.paste(mask, (1, 1))
    left = bytearray(framed.tobytes())
    across = wide + 2
    _spread(left, 0, across, was=0, now=1)
    for start in range(len(left)):
        if left[start] not in {1, 2}:
            filled = _spread_all(left, start, across)
            yield [(at % across - 1, at // across - 1) for at in filled]


def _spread(cells: bytearray, start: int, across: int, *, was: int, now: int) -> None:
    waiting = [start]
    cells[start] = now
    while waiting:
        at = waiting.pop()
        for near in (at - 1, at + 1, at - across, at + across):
            if 0 <= near < len(cells) and cells[near] == was:
                cells[near] = now
                waiting.append(near)


def _spread_all(cells: bytearray, start: int, across: int) -> list[int]:
    found, waiting = [], [start]
    cells[start] = 2
    while waiting:
        at = waiting.pop()
        found.append(at)
        for near in (at - 1, at + 1, at - across, at + across):
            if cells[near] not in {1, 2}:
                cells[near] = 2
                waiting.append(near)
    return found


def _hull(points: list[_Point]) -> list[_Point]:
    """The corners of the smallest convex shape round the pixels. Source: Andrew's monotone chain.

    A pixel is a square: its four corners count.
    """
    rows: dict[float, tuple[float, float]] = {}
    for x, y in points:
        low, high = rows.get(y, (x, x))
        rows[y] = min(low, x), max(high, x)
    corners = sorted(
        {
            (x, y + step)
            for y, (low, high) in rows.items()
            for x in (low, high + 1)
            for step in (0, 1)
        }
    )
    half: list[_Point] = []
    chains = []
    for ordered in (corners, corners[::-1]):
        half = []
        for point in ordered:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        chains.append(half[:-1])
    return chains[0] + chains[1]


def _turn(one: _Point, two: _Point, three: _Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _rectangle(hull: list[_Point]) -> tuple[_Point, tuple[float, float], float]:
    """Middle, width and height, and degrees clockwise, of the smallest rectangle round a convex
    shape: it has a side along one of the shape's. Leans between -45 and 45."""
    best: tuple[float, _Point, tuple[float, float], float] | None = None
    for (x, y), (x2, y2) in pairwise([*hull, hull[0]]):
        lean = (degrees(atan2(y2 - y, x2 - x)) + 45) % 90 - 45
        angle = radians(lean)
        across, down = cos(angle), sin(angle)
        along = [px * across + py * down for px, py in hull]
        aside = [py * across - px * down for px, py in hull]
        size = max(along) - min(along), max(aside) - min(aside)
        area = size[0] * size[1]
        if best is None or area < best[0] - 1e-6:
            u, v = (max(along) + min(along)) / 2, (max(aside) + min(aside)) / 2
            middle = u * across - v * down, u * down + v * across
            best = area, middle, size, lean
    assert best is not None
    return best[1:]
