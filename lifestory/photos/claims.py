"""How many pixels a file says it has, by its own head, where its decoder cannot be asked.

The decoders of WebP and AVIF have the same words for a picture that is too big for them as for one
that is damaged.
"""

from __future__ import annotations

_HEAD = 1 << 16
"""Bytes; what an AVIF says of its size stands before its pixels."""


def claimed_pixels(data: bytes) -> int:
    """Pixels of a WebP or an AVIF; 0 where it does not say, and for every other kind."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if data[4:8] == b"ftyp":
        return _iso(data[:_HEAD])
    return 0


def _webp(data: bytes) -> int:
    """Source: RFC 9649."""
    match data[12:16]:
        case b"VP8X":
            return (_little(data[24:27]) + 1) * (_little(data[27:30]) + 1)
        case b"VP8L":
            bits = _little(data[21:25])
            return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            return (_little(data[26:28]) & 0x3FFF) * (_little(data[28:30]) & 0x3FFF)
    return 0


def _iso(head: bytes) -> int:
    """The biggest of its images, a grid of them among these. Source: ISO/IEC 23008-12, `ispe`."""
    most, at = 0, head.find(b"ispe")
    while at >= 0:
        width, height = head[at + 8 : at + 12], head[at + 12 : at + 16]
        most = max(most, int.from_bytes(width, "big") * int.from_bytes(height, "big"))
        at = head.find(b"ispe", at + 4)
    return most


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
