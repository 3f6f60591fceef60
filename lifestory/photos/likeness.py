"""How a picture looks, in a few bytes: nearly the same for a copy that was resized, saved again or
made a little brighter, and far from it for another picture.

Each cell of a grid of 12 × 12 either is or is not clearly lighter, and clearly darker, than its
right-hand neighbour. Source: the "difference hash" of Neal Krawetz, finer, and with "clearly"
measured against the contrast of the picture, so that pages of a letter do not all look alike.
"""

from __future__ import annotations

from itertools import pairwise

from PIL import Image, ImageStat

_CELLS = 12
_CLEARLY = 0.1
"""Of the standard deviation of the greys; less is the grain of a film or of a JPEG."""
_GRAIN = 2.0
"""Levels of grey that are never more than grain."""


def likeness(image: Image.Image) -> str:
    """Hexadecimal: 288 bits of what is lighter and what is darker than its neighbour, then the
    mean colour."""
    small = image.convert("L").resize((_CELLS + 1, _CELLS), Image.Resampling.BOX)
    clearly = max(_GRAIN, _CLEARLY * ImageStat.Stat(small).stddev[0])
    greys, across = small.tobytes(), _CELLS + 1
    bits = 0
    for start in range(0, len(greys), across):
        line = greys[start : start + across]
        for left, right in pairwise(line):
            bits = bits << 2 | (right - left >= clearly) << 1 | (left - right >= clearly)
    mean = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"{bits:072x}{mean.hex()}"
