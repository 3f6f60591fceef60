"""The colours of our PDFs: an sRGB profile, as IEC 61966-2-1 defines them and ICC.1:2010 writes
them down. Made here from the numbers, so that it is small, the same everywhere, and nobody's.
"""

from __future__ import annotations

from functools import cache
from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
"""The white of the profile's own space (ICC.1, 7.2.16)."""

_RED = (0.4360747, 0.2225045, 0.0139322)
_GREEN = (0.3850649, 0.7168786, 0.0971045)
_BLUE = (0.1430804, 0.0606169, 0.7141733)
"""The primaries of sRGB seen under that white."""

_ADAPTED = (
    1.0478112, 0.0228866, -0.0501270,
    0.0295424, 0.9904844, -0.0170491,
    -0.0092345, 0.0150436, 0.7521316,
)  # fmt: skip
"""From the white of sRGB (D65) to D50, after Bradford (ICC.1, annex E)."""

_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""(a x + b) to the power g from d on, c x below it: g, a, b, c, d (ICC.1, 10.16, type 3)."""

_HEAD = 128
_VERSION = 0x04200000
_MADE = (2020, 1, 1, 0, 0, 0)
"""A profile must say when it was made; ours never changes."""


@cache
def srgb() -> bytes:
    """The ICC profile, version 4.2: well under a kilobyte."""
    curve = pack(">4s4xHxx", b"para", 3) + _fixed(_CURVE)
    tags = {
        b"desc": _said("sRGB"),
        b"cprt": _said("Public domain"),
        b"wtpt": _xyz(_D50),
        b"chad": pack(">4s4x", b"sf32") + _fixed(_ADAPTED),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = _HEAD + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for content in tags.values():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
    listed = (pack(">4sII", name, places[one], len(one)) for name, one in tags.items())
    table = pack(">I", len(tags)) + b"".join(listed)
    return _head(start + len(body)) + table + body


def _head(size: int) -> bytes:
    """Of a profile for displays, whose colours are RGB and whose space is XYZ (ICC.1, 7.2)."""
    first = pack(">I4xI4s4s4s", size, _VERSION, b"mntr", b"RGB ", b"XYZ ")
    head = first + pack(">6H", *_MADE) + b"acsp" + bytes(28) + _fixed(_D50)
    return head.ljust(_HEAD, b"\0")


def _fixed(values: tuple[float, ...]) -> bytes:
    """Numbers in 65,536ths."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return pack(">4s4x", b"XYZ ") + _fixed(values)


def _said(words: str) -> bytes:
    coded = words.encode("utf-16-be")
    return pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"GB", len(coded), 28) + coded
