"""What is inside a JPEG besides its pixels."""

from __future__ import annotations

from collections.abc import Iterator

HARMLESS = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""The application segments that say only how pixels are coded and coloured."""
COMMENT = 0xFE
START_OF_SCAN = 0xDA


def carries_metadata(jpeg: bytes) -> bool:
    """True when a segment could say who, when or where: EXIF, XMP, IPTC, a comment, or anything
    that is not known to be harmless. ValueError when it is no JPEG."""
    for marker, start in _segments(jpeg):
        if marker == COMMENT:
            return True
        if 0xE0 <= marker <= 0xEF:
            name = HARMLESS.get(marker)
            if name is None or not jpeg.startswith(name, start):
                return True
    return False


def _segments(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """(marker, where its content begins) for each segment before the pixels."""
    if not jpeg.startswith(b"\xff\xd8"):
        raise ValueError("these pixels are not a JPEG")
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != START_OF_SCAN:
        yield jpeg[at + 1], at + 4
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
