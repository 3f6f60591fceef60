"""A faded print brought back, gently: its own white is white again, and its dark is dark."""

from __future__ import annotations

from PIL import Image

_SEEN = 256
"""Pixels on the longer side of the copy that is measured; more say nothing new."""
_OUTLIERS = 0.005
"""The part of all pixels at either end that is dust, glare or the edge of the paper."""
_MOST_GAIN = 2.2
"""No channel is stretched further: beyond that it is noise that is brought out, not the print."""


def restored(image: Image.Image, strength: float) -> Image.Image:
    """The RGB picture with each channel stretched towards the whole range; `strength` from 0, as
    it is, to 1. What is balanced already hardly changes."""
    amount = min(max(strength, 0.0), 1.0)
    small = image.copy()
    small.thumbnail((_SEEN, _SEEN))
    table: list[int] = []
    for channel in small.split():
        low, high = _ends(channel.histogram())
        table += [_moved(value, low, high, amount) for value in range(256)]
    return image.point(table)


def _ends(counts: list[int]) -> tuple[int, int]:
    """The darkest and the lightest value of a channel, without the outliers."""
    few = sum(counts) * _OUTLIERS
    return _first_above(counts, few), 255 - _first_above(counts[::-1], few)


def _first_above(counts: list[int], few: float) -> int:
    seen = 0
    for value, count in enumerate(counts):
        seen += count
        if seen > few:
            return value
    return 255


def _moved(value: int, low: int, high: int, amount: float) -> int:
    gain = min(255 / max(high - low, 1), _MOST_GAIN)
    spare = 255 - (high - low) * gain  # not all of the range is reached: both ends share the rest
    stretched = (value - low) * gain + spare * low / max(low + 255 - high, 1)
    return round(min(max(value + (stretched - value) * amount, 0), 255))
