"""What is seen in a picture's file when it is looked at; needs no Pillow."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.domain.dates import HonestDate
from lifestory.domain.media import DateSource, Sheet


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is, by its content: `width` and `height` are pixels once upright."""

    media_type: str
    width: int
    height: int
    taken: HonestDate
    taken_from: DateSource
    had_gps: bool
    more: tuple[Sheet, ...] = ()
    """The pages after the first."""
    longer: bool = False
    """True when it has yet more pages, which are not taken in."""
    see_through: bool = False
    likeness: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file is, and its thumbnail: a JPEG of at most 320 pixels on its longer side."""

    looked: Looked
    thumbnail: bytes
