"""A page that opens with a drawing and is told under it; for older readers, a magazine page."""

from __future__ import annotations

from collections.abc import Callable

from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import fitted, pill
from lifestory.book.layouts.flowing import flow, longest_line
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import Area, widest
from lifestory.book.layouts.lead import ends_on, few, height_of_end
from lifestory.book.layouts.reading import (
    LAST,
    TO_SOURCES,
    Column,
    notes_beside,
    running_text,
    wide_enough,
)
from lifestory.book.layouts.spoken import ruled, title
from lifestory.book.layouts.told_after import meadow
from lifestory.book.setting import SetText, set_text
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

Drawing = Callable[[Desk, Sheet, SharedBlock, Area], None]
"""Draws into an area of the sheet, standing on its lower edge."""

_TALLEST, _USUAL, _LEAST = 128.0, 92.0, 62.0
"""How tall a drawing stands, in units: over few words, over many, and at the least."""
_BETWEEN, _APART = 14.0, 6.0
"""Between the drawing and the words beside it, and the photo beside it."""
_LEAST_PHOTOS = 84.0
"""Under words photos have so much room at the least; else a page of their own."""
_FEW = 64.0
"""Words that stand no taller on a page are few."""
_LARGER = (1.3, 1.15)
"""So much larger are words for older readers that have the page to themselves."""
_LOWEST = 250.0
"""The lowest baseline of words that share the page with the drawing and the hill."""


def storybook(
    desk: Desk,
    block: SharedBlock,
    draw: Drawing,
    words: tuple[Paragraph, ...],
    *,
    day: str = "",
    tallest: float = _TALLEST,
) -> None:
    """Title, the day in a pill where there is one, the drawing, the words. A photo stands beside
    the drawing, where both are large enough so; else photos have its place."""
    called = title(desk, block)
    sheet = desk.page(called, folio=desk.theme.tint)
    top = day_in_a_pill(desk, sheet, day, head(sheet, called, desk.style.title))
    if block.photos:
        if sheet.broad or not _with_photo(desk, sheet, block, draw, words, top):
            flow(desk, sheet, top, words, block.photos, block.weights, block.id)
    elif not (sheet.broad and _beside(desk, sheet, block, draw, words, top)):
        _over(desk, sheet, block, draw, words, top, tallest)


def _with_photo(
    desk: Desk,
    sheet: Sheet,
    block: SharedBlock,
    draw: Drawing,
    words: tuple[Paragraph, ...],
    top: float,
) -> bool:
    """The drawing and the one photo side by side over the words; False where they would be small,
    or the words go on overleaf."""
    photos, captions = told_apart(desk, block.photos)
    words, leading = captions + words, desk.style.body.leading
    measure = min(sheet.measure, longest_line(desk))
    text = set_text(words, desk.style.body, measure, sentences=desk.reader.sentence)
    room = min(_USUAL, _LOWEST - top - text.height - leading * 1.4)
    half = (sheet.measure - _APART) / 2
    if len(photos) > 1 or room < _LEAST or half / photos[0].ratio < _LEAST:
        return False
    framed = frame(desk, photos, block.weights[:1], half, room)
    x, tall = sheet.right - framed.width, framed.arrangement.places[0].height
    draw(desk, sheet, block, Area(sheet.left, top, x - _APART, top + tall))
    foot = place(sheet, framed, x, top)
    flow(desk, sheet, foot + leading * 0.8, words, (), (), block.id)
    return True


def _beside(
    desk: Desk,
    sheet: Sheet,
    block: SharedBlock,
    draw: Drawing,
    words: tuple[Paragraph, ...],
    top: float,
) -> bool:
    """On a broad page the words beside the drawing; False where they are too many for that."""
    half = (sheet.measure - _BETWEEN) / 2
    text = set_text(words, desk.style.body, half, sentences=desk.reader.sentence)
    first = top + text.ascent * 0.74
    if text.fitting(_LOWEST - first) < len(text.lines):
        return False
    foot = top + half * 0.72
    draw(desk, sheet, block, Area(sheet.left, top, sheet.left + half, foot))
    x = sheet.left + half + _BETWEEN
    low = sheet.write(Role.BODY, text, x, first, measure=half)
    meadow(desk, sheet, max(low, foot), block.id)
    return True


def _over(
    desk: Desk,
    sheet: Sheet,
    block: SharedBlock,
    draw: Drawing,
    words: tuple[Paragraph, ...],
    top: float,
    tallest: float,
) -> None:
    tall = min(tallest, _height(desk, words, sheet.measure, top))
    draw(desk, sheet, block, Area(sheet.left, top, sheet.right, top + tall))
    flow(desk, sheet, top + tall + desk.style.body.leading * 0.8, words, (), (), block.id)


def day_in_a_pill(desk: Desk, sheet: Sheet, day: str, top: float) -> float:
    """The day under the title; returns where the next thing may begin."""
    if not day:
        return top
    text = fitted(day, desk.style.small_head, sheet.measure - 14, 1)
    x = sheet.left + (widest(text) + 7) / 2
    return pill(sheet, text, x, top - 3, desk.theme.cards[0][0]) + 5


def _height(desk: Desk, words: tuple[Paragraph, ...], measure: float, top: float) -> float:
    """How tall the drawing stands: as the words leave it room, where they all stand under it."""
    measure = min(measure, longest_line(desk))
    text = set_text(words, desk.style.body, measure, sentences=desk.reader.sentence)
    room = _LOWEST - top - text.height - desk.style.body.leading * 1.4
    return min(_TALLEST, room) if room >= _LEAST else _USUAL


def quiet(
    desk: Desk,
    block: SharedBlock,
    words: tuple[Paragraph, ...],
    *,
    under: str = "",
    closing: str = "",
    room: bool = False,
) -> None:
    """Title, a line `under` it such as the day, the words with their notes and sources; then what
    the page ends on, large, and the photos: on the page where there is room, else overleaf. `room`
    leaves lines to write on."""
    called = title(desk, block)
    sheet = desk.page(called)
    top = head(sheet, called, desk.style.title) + 8
    if under:
        line = set_text(under, desk.style.small_head, sheet.measure)
        top = sheet.write(Role.LABEL, line, sheet.left, top - 4) + 12
    sheet, low = going_on(desk, sheet, block, words, top, closing=closing)
    if room:
        ruled(desk, sheet, low + 20)


def going_on(
    desk: Desk,
    sheet: Sheet,
    block: SharedBlock,
    words: tuple[Paragraph, ...],
    top: float,
    *,
    closing: str = "",
) -> tuple[Sheet, float]:
    """Words for older readers, first baseline at `top`; notes beside them, what the page ends on
    large below, then the photos. Returns the last page with words, and their last baseline."""
    photos, captions = told_apart(desk, block.photos)
    words = (*words, *captions)
    notes = tuple(one for passage in block.passages for one in passage.notes)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    quote = "" if closing else next((one.quote for one in block.passages if one.quote), "")
    end = height_of_end(desk, sheet, closing or quote) + (TO_SOURCES if sources else 0.0)
    room = LAST - top - (0.0 if notes else end)
    measure = sheet.column(0, 8)[1] if notes else wide_enough(desk, sheet, words, room)
    text = set_text(words, desk.style.body, measure, balanced=False)
    if text.lines and text.height < _FEW and not notes:
        return few(desk, sheet, block, words, top, sources, closing=closing or quote)
    if not (notes or photos or closing or quote):
        text = _grown(desk, sheet, words, room) or text
    left = notes_beside(desk, sheet, notes, top)
    if left:
        text = set_text((*words, *left), desk.style.body, measure, balanced=False)
    sheet, low = running_text(desk, sheet, text, Column(0.0, measure, top), sources)
    sheet, low = ends_on(
        desk, sheet, closing or quote, low, Role.QUOTE if quote else Role.BODY, alone=not photos
    )
    room = LAST - low - 14
    here = photos[:MOST_AT_ONCE] if room >= _LEAST_PHOTOS else ()
    if here:
        framed = frame(desk, here, block.weights[: len(here)], sheet.measure, room)
        place(sheet, framed, sheet.left, low + 14)
    overleaf(desk, photos[len(here) :], block.weights[len(here) :])
    return sheet, low


def _grown(desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...], room: float) -> SetText | None:
    """Words that have a page to themselves, in larger type where they stand within `room` so."""
    body, measure = desk.style.body, sheet.column(0, 9)[1]
    for share in _LARGER:
        larger = body.scaled(share)
        text = set_text(words, larger, measure, balanced=False)
        if text.lines and text.height <= room:
            return text
    return None
