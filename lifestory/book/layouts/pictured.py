"""A page that opens with a drawing and is told under it; for older readers, a magazine page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import fitted, pill
from lifestory.book.layouts.flowing import flow, longest_line
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import Area, widest
from lifestory.book.layouts.reading import LAST, Column, notes_beside, running_text
from lifestory.book.layouts.spoken import ruled, title
from lifestory.book.layouts.told_after import meadow
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

Drawing = Callable[[Desk, Sheet, SharedBlock, Area], None]
"""Draws into an area of the sheet, standing on its lower edge."""

_TALLEST, _USUAL, _LEAST = 128.0, 92.0, 62.0
"""How tall a drawing stands, in units: over few words, over many, and at the least."""
_BETWEEN = 14.0
_LEAST_PHOTOS = 84.0
"""Under words photos have so much room at the least; else a page of their own."""
_FEW, _GROWN = 64.0, 1.25
"""Words that stand no taller alone on a page are few; they are set so much larger."""
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
    """Title, the day in a pill where there is one, the drawing, the words; photos overleaf."""
    called = title(desk, block)
    sheet = desk.page(called, folio=desk.theme.tint)
    top = day_in_a_pill(desk, sheet, day, head(sheet, called, desk.style.title))
    if not (sheet.broad and _beside(desk, sheet, block, draw, words, top)):
        _over(desk, sheet, block, draw, words, top, tallest)
    if block.photos:
        after = desk.page(folio=desk.theme.tint)
        flow(desk, after, 20.0, (), block.photos, block.weights, block.id)


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
    notes = tuple(one for passage in block.passages for one in passage.notes)
    left = notes_beside(desk, sheet, notes, top)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    measure = sheet.column(0, 8)[1]
    text = set_text((*words, *captions, *left), desk.style.body, measure, balanced=False)
    if text.height < _FEW and not (notes or photos or sources):
        text = set_text((*words, *captions), _larger(desk.style.body), measure, balanced=False)
    sheet, low = running_text(desk, sheet, text, Column(0.0, measure, top), sources)
    quote = "" if closing else next((one.quote for one in block.passages if one.quote), "")
    sheet, low = _closing(desk, sheet, closing or quote, low, Role.QUOTE if quote else Role.BODY)
    room = LAST - low - 14
    here = photos[:MOST_AT_ONCE] if room >= _LEAST_PHOTOS else ()
    if here:
        framed = frame(desk, here, block.weights[: len(here)], sheet.measure, room)
        place(sheet, framed, sheet.left, low + 14)
    overleaf(desk, photos[len(here) :], block.weights[len(here) :])
    return sheet, low


def _larger(body: Type) -> Type:
    return replace(body, size=body.size * _GROWN, leading=body.leading * _GROWN)


def _closing(desk: Desk, sheet: Sheet, words: str, low: float, role: Role) -> tuple[Sheet, float]:
    """The words the page ends on, under a bar, as large as a pull quote where there is room."""
    if not words:
        return sheet, low
    large = desk.style.of("title", 26, 11, desk.theme.title)
    text = set_text(words, large, sheet.column(0, 10)[1])
    if low + 42 + text.height > LAST:
        sheet, low = desk.page(), 20.0
    bar = shapes.rectangle(sheet.left, low + 20, 22, 1.4)
    sheet.art("bar", [filled(bar, desk.theme.accent)])
    return sheet, sheet.write(role, text, sheet.left, low + 38, measure=sheet.measure)
