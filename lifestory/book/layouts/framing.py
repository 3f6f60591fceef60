"""Photos in a frame with their captions: arranged, measured, and put on the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book.arranging import Arrangement, arrange
from lifestory.book.setting import SetText, set_text
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Style
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedPhoto

TO_CAPTION = 7.6
"""From a photo's foot to its caption's baseline, in mm, for an 8 mm leading."""


@dataclass(frozen=True)
class Frame:
    """Arranged photos; `height` in mm counts the captions in."""

    photos: tuple[SharedPhoto, ...]
    captions: tuple[SetText | None, ...]
    arrangement: Arrangement
    gap: float

    @property
    def height(self) -> float:
        """What the frame takes, in mm."""
        return self.arrangement.height


def frame(
    style: Style,
    photos: tuple[SharedPhoto, ...],
    weights: tuple[int, ...],
    width: float,
    height: float,
) -> Frame:
    """Photos arranged in a frame of `width` by at most `height` mm, captions under them.

    A caption's lines depend on how wide its photo stands, and that on the room captions take: so
    it is done again until both agree.
    """
    gap = 4.0 if style.reader.look == "quiet" else 6.0
    ratios = tuple(photo.ratio for photo in photos)
    lines = [1 if photo.caption else 0 for photo in photos]
    for _ in range(4):
        room = tuple(_caption_room(style, count) for count in lines)
        best = arrange(ratios, room, weights, width, height, gap)
        if not best:
            break
        captions = tuple(
            set_text(photo.caption, style.caption, place.width) if photo.caption else None
            for photo, place in zip(photos, best[0].places, strict=True)
        )
        found = [len(caption.lines) if caption else 0 for caption in captions]
        if all(now <= then for now, then in zip(found, lines, strict=True)):
            return Frame(photos, captions, best[0], gap)
        lines = [max(now, then) for now, then in zip(found, lines, strict=True)]
    bare = arrange(ratios, (0.0,) * len(photos), weights, width, height, gap)
    return Frame(photos, (None,) * len(photos), bare[0], gap)


def _caption_room(style: Style, lines: int) -> float:
    if not lines:
        return 0.0
    leading = style.reader.caption[1]
    return leading * 0.95 + leading * (lines - 1) + leading * 0.43


def place(sheet: Sheet, framed: Frame, x: float, y: float) -> float:
    """Puts the frame on the sheet with its upper left corner at (x, y); returns its foot."""
    leading = sheet.style.reader.caption[1]
    for photo, caption, spot in zip(
        framed.photos, framed.captions, framed.arrangement.places, strict=True
    ):
        foot = sheet.photo(photo, x + spot.x, y + spot.y, spot.width, caption=photo.caption)
        if caption:
            sheet.write(
                Role.CAPTION, caption, x + spot.x, foot + leading * 0.95, measure=spot.width
            )
    return y + framed.height
