"""Where marked faces lie in a picture as it is printed, and how a frame is laid about one of them:
a face is never cut. Source: LOOK §1 "Photos", mockups/book/SPEC "Tree".
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, pi, sin

from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.standing import Box, Standing

_WIDER = 1.6
"""How much wider a round frame is than the face in it: there is some hair, and the shoulders."""
_LOWER = 0.06
"""How far below the middle of the face that of its frame lies, of the face's height."""
_LEAST = 320.0
"""Pixels across, at the least: fewer print coarse."""
_GROWING = 1.15
_TURNS = 48
"""Points of an oval that are looked at."""


def faces_in(photo: Photo, people: Iterable[InPhoto], width: int, height: int) -> tuple[Box, ...]:
    """The marked faces of people that are seen in a photo of a page of `width` × `height` pixels,
    in fractions of the picture as it stands; what was cut off them is left out."""
    stands = Standing.of(photo.recipe)
    return tuple(
        _rounded(_within(stands.shows(one.region, width, height)))
        for one in people
        if one.region is not None and stands.sees(one.region, width, height)
    )


def about_face(face: Box, width: int, height: int) -> Box:
    """What a round frame shows of a picture of `width` × `height` pixels with a face in it, which
    stays whole. Both are in fractions of the picture.

    A square, whose round is the frame's; but where no square has the face within its round, as the
    face lies in a corner or fills the picture, it is longer one way and lies in the middle of the
    frame, as wide or as high as that.
    """
    left, top, wide, high = _within(face)
    wide, high = wide * width, high * height
    x, y = left * width + wide / 2, top * height + high / 2
    most = float(min(width, height))
    wanted = max(max(wide, high) * _WIDER, _LEAST)
    side = min(wanted, most)
    while True:
        from_left = _kept(x - side / 2, width - side)
        from_top = _kept(y + high * _LOWER - side / 2, height - side)
        middle = complex(from_left + side / 2, from_top + side / 2)
        if _holds(middle, side / 2, complex(x, y), wide / 2, high / 2):
            return from_left / width, from_top / height, side / width, side / height
        if side >= most:
            break
        side = min(side * _GROWING, most)
    across, down = min(wanted / 2, x, width - x), min(wanted / 2, y, height - y)
    return (x - across) / width, (y - down) / height, 2 * across / width, 2 * down / height


def _within(box: Box) -> Box:
    """The part of a box that lies in its picture."""
    left, top = max(box[0], 0.0), max(box[1], 0.0)
    wide, high = min(box[0] + box[2], 1.0) - left, min(box[1] + box[3], 1.0) - top
    return left, top, wide, high


def _rounded(box: Box) -> Box:
    left, top, wide, high = (round(side, 6) for side in box)
    return left, top, wide, high


def _kept(start: float, most: float) -> float:
    return min(max(start, 0.0), most)


def _holds(middle: complex, radius: float, face: complex, across: float, down: float) -> bool:
    """True when a round holds the oval of a face, given by its middle and its half axes; what is
    marked is a rectangle, and no face has corners."""
    return all(
        hypot(
            face.real + across * cos(2 * pi * turn / _TURNS) - middle.real,
            face.imag + down * sin(2 * pi * turn / _TURNS) - middle.imag,
        )
        <= radius * 1.0001
        for turn in range(_TURNS)
    )
