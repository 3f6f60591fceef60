"""What is inside a JPEG besides its pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

HARMLESS = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""The application segments that say only how pixels are coded and coloured."""
START = b"\xff\xd8"
APPLICATIONS = range(0xE0, 0xF0)
COMMENT = 0xFE
START_OF_SCAN = 0xDA
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments that begin the pixels, by how they are coded (ITU-T T.81, table B.1)."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a picture is, in pixels, and how many colours each is mixed of."""

    width: int
    height: int
    colours: int


def extent(jpeg: bytes) -> Extent | None:
    """What the frame of a JPEG says (ITU-T T.81, B.2.2); None for one of more than 8 bits."""
    for marker, at in _segments(jpeg):
        if marker in FRAMES and at + 6 <= len(jpeg):
            bits, high, wide, colours = unpack_from(">BHHB", jpeg, at)
            return Extent(wide, high, colours) if bits == 8 else None
    return None


def is_only_pixels(jpeg: bytes) -> bool:
    """True for a JPEG without EXIF, XMP, IPTC, a comment or anything else that could say who, when
    or where: each segment must be known to be harmless."""
    if not jpeg.startswith(START):
        return False
    for marker, start in _segments(jpeg):
        if marker == COMMENT:
            return False
        if marker in APPLICATIONS:
            name = HARMLESS.get(marker)
            if name is None or not jpeg.startswith(name, start):
                return False
    return True


def _segments(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """(marker, where its content begins) for each segment before the pixels."""
    at = len(START)
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != START_OF_SCAN:
        yield jpeg[at + 1], at + 4
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
