"""Photos in a frame with their captions: arranged, measured, and put on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lifestory.book.arranging import MOST_AT_ONCE, Arrangement, arrange, arrange_as, deal
from lifestory.book.desk import Desk
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.sheet import BOTTOM, TOP, Sheet
from lifestory.book.styles import Style
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedPhoto

OPTICAL = 0.36
"""The share of what is left over that stands above what is alone on a page."""


@dataclass(frozen=True)
class Frame:
    """Arranged photos; `height` in mm counts the captions in, for which `rooms` are kept."""

    photos: tuple[SharedPhoto, ...]
    captions: tuple[SetText | None, ...]
    arrangement: Arrangement
    gap: float
    rooms: tuple[float, ...]
    below: SetText | None = None
    """The captions together, where the photos stand too small for each to have its own."""

    @property
    def width(self) -> float:
        """How wide the photos stand, in units."""
        return max(place.x + place.width for place in self.arrangement.places)

    @property
    def height(self) -> float:
        """What the frame takes, in mm."""
        return self.arrangement.height + _under(self.below)


LONG = 3
"""Lines of the whole measure from which a caption is told as text instead."""


def told_apart(
    desk: Desk, photos: tuple[SharedPhoto, ...]
) -> tuple[tuple[SharedPhoto, ...], tuple[Paragraph, ...]]:
    """The photos, those with a long caption without it, and the long captions as paragraphs."""
    told: list[Paragraph] = []
    kept = []
    for photo in photos:
        long = len(set_text(photo.caption, desk.style.caption, desk.measure).lines) > LONG
        if photo.caption and long:
            told.append(Paragraph((Piece(photo.caption),)))
        kept.append(replace(photo, caption="") if long else photo)
    return tuple(kept), tuple(told)


def frame(
    desk: Desk,
    photos: tuple[SharedPhoto, ...],
    weights: tuple[int, ...],
    width: float,
    height: float,
) -> Frame:
    """Photos arranged in a frame of `width` by at most `height` mm, captions under them.

    The arrangement is the one chosen for this frame where it still fits, else the best.
    """
    wanted = desk.wanted
    best = _framed(desk.style, photos, weights, width, height)
    chosen = _framed(desk.style, photos, weights, width, height, wanted) if wanted else None
    framed = chosen or best or _gathered(desk.style, photos, weights, width, height)
    rooms = (best or framed).rooms
    offered = arrange(_ratios(photos), rooms, weights, width, height, framed.gap)
    desk.offered.append(tuple(one.name for one in offered))
    desk.taken.append(framed.arrangement.name)
    return framed


def _framed(
    style: Style,
    photos: tuple[SharedPhoto, ...],
    weights: tuple[int, ...],
    width: float,
    height: float,
    name: str = "",
) -> Frame | None:
    """Photos with their captions in the arrangement named, or the best; None where none fits.

    A caption's lines depend on how wide its photo stands, and that on the room captions take: so
    it is done again until both agree.
    """
    gap = _gap(style)
    lines = [1 if photo.caption else 0 for photo in photos]
    for _ in range(4):
        rooms = tuple(_caption_room(style, count) for count in lines)
        if name:
            found = arrange_as(name, _ratios(photos), rooms, width, height, gap)
        else:
            found = next(iter(arrange(_ratios(photos), rooms, weights, width, height, gap)), None)
        if found is None:
            return None
        pairs = zip(photos, found.places, strict=True)
        if any(longest_word(photo.caption, style.caption) > spot.width for photo, spot in pairs):
            return None
        captions = tuple(
            set_text(photo.caption, style.caption, place.width) if photo.caption else None
            for photo, place in zip(photos, found.places, strict=True)
        )
        needed = [len(caption.lines) if caption else 0 for caption in captions]
        if all(now <= then for now, then in zip(needed, lines, strict=True)):
            return Frame(photos, captions, found, gap, rooms)
        lines = [max(now, then) for now, then in zip(needed, lines, strict=True)]
    return None


def _gathered(
    style: Style,
    photos: tuple[SharedPhoto, ...],
    weights: tuple[int, ...],
    width: float,
    height: float,
) -> Frame:
    """Photos with all their captions together under them, where they find no room one by one."""
    said = tuple(Paragraph((Piece(photo.caption),)) for photo in photos if photo.caption)
    below = set_text(said, style.caption, width) if said else None
    none, gap = (0.0,) * len(photos), _gap(style)
    tall = max(height - _under(below), _LEAST)
    found = arrange(_ratios(photos), none, weights, width, tall, gap)[0]
    return Frame(photos, (None,) * len(photos), found, gap, none, below)


_LEAST = 24.0
"""The least height of photos in a frame, in mm."""


def _under(below: SetText | None) -> float:
    return below.type.leading * 1.4 + below.height if below else 0.0


def _ratios(photos: tuple[SharedPhoto, ...]) -> tuple[float, ...]:
    return tuple(photo.ratio for photo in photos)


def _gap(style: Style) -> float:
    return 4.0 if style.reader.look == "quiet" else 6.0


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
    if framed.below:
        first = y + framed.arrangement.height + leading * 0.95
        sheet.write(Role.CAPTION, framed.below, x, first, measure=sheet.measure)
    return y + framed.height


def overleaf(desk: Desk, photos: tuple[SharedPhoto, ...], weights: tuple[int, ...]) -> None:
    """Pages of the photos for which there was no place beside the text."""
    start = 0
    for count in deal(len(photos), min(MOST_AT_ONCE, desk.reader.photos_a_page)):
        if not count:
            return
        sheet = desk.page()
        here = slice(start, start + count)
        framed = frame(desk, photos[here], weights[here], sheet.measure, BOTTOM - TOP)
        place(sheet, framed, *amid(sheet, framed, TOP))
        start += count


def amid(sheet: Sheet, framed: Frame, top: float) -> tuple[float, float]:
    """Where photos stand that have the page from `top` down to themselves: in its middle across,
    a little above its middle down."""
    across = 0.0 if framed.below else max(0.0, sheet.measure - framed.width) / 2
    return sheet.left + across, top + max(0.0, BOTTOM - top - framed.height) * OPTICAL
