"""What is inside a JPEG besides its pixels."""

from __future__ import annotations

from collections.abc import Iterator

HARMLESS = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""The application segments that say only how pixels are coded and coloured."""
START = b"\xff\xd8"
APPLICATIONS = range(0xE0, 0xF0)
COMMENT = 0xFE
START_OF_SCAN = 0xDA


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
