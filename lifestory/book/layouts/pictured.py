"""A page that opens with a drawing and is told under it; for older readers, a magazine page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lifestory.book.desk import Desk
from lifestory.book.layouts import story
from lifestory.book.layouts.faces import fitted, pill
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import Area, widest
from lifestory.book.layouts.spoken import strong, title
from lifestory.book.layouts.told_after import under_a_list
from lifestory.book.setting import set_text
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph, Piece
from lifestory.sharing.shared import SharedBlock, SharedPassage

Drawing = Callable[[Desk, Sheet, SharedBlock, Area], None]
"""Draws into an area of the sheet, standing on its lower edge."""

_TALLEST, _USUAL, _LEAST = 128.0, 92.0, 62.0
"""How tall a drawing stands, in units: over few words, over many, and at the least."""
_LOWEST = 250.0
"""The lowest baseline of words that share the page with the drawing and the hill."""


def storybook(
    desk: Desk,
    block: SharedBlock,
    draw: Drawing,
    words: tuple[Paragraph, ...],
    *,
    day: str = "",
) -> None:
    """Title, the day in a pill where there is one, the drawing, the words; photos overleaf."""
    called = title(desk, block)
    sheet = desk.page(called, folio=desk.theme.tint)
    top = day_in_a_pill(desk, sheet, day, head(sheet, called, desk.style.title))
    tall = _height(desk, words, sheet.measure, top)
    draw(desk, sheet, block, Area(sheet.left, top, sheet.right, top + tall))
    flow(desk, sheet, top + tall + desk.style.body.leading * 0.8, words, (), (), block.id)
    if block.photos:
        after = desk.page(folio=desk.theme.tint)
        flow(desk, after, 20.0, (), block.photos, block.weights, block.id)


def day_in_a_pill(desk: Desk, sheet: Sheet, day: str, top: float) -> float:
    """The day under the title; returns where the next thing may begin."""
    if not day:
        return top
    text = fitted(day, desk.style.small_head, sheet.measure - 14, 1)
    x = sheet.left + (widest(text) + 7) / 2
    return pill(sheet, text, x, top - 3, desk.theme.cards[0][0]) + 5


def _height(desk: Desk, words: tuple[Paragraph, ...], measure: float, top: float) -> float:
    """How tall the drawing stands: as the words leave it room, where they all stand under it."""
    text = set_text(words, desk.style.body, measure, sentences=desk.reader.sentence)
    room = _LOWEST - top - text.height - desk.style.body.leading * 1.4
    return min(_TALLEST, room) if room >= _LEAST else _USUAL


def quiet(
    desk: Desk, block: SharedBlock, words: tuple[Paragraph, ...], *, under: tuple[str, ...] = ()
) -> None:
    """As a story is told to older readers, photos and margin notes with it; `under` are lines
    before the words, such as the day."""
    first = block.passages[0] if block.passages else _nothing(block)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    notes = tuple(one for passage in block.passages for one in passage.notes)
    passage = replace(first, sources=sources, notes=notes)
    story.told(desk, block, passage, title(desk, block), (*_as_heads(under), *words))


def _as_heads(lines: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(strong(one) for one in lines if one)


def _nothing(block: SharedBlock) -> SharedPassage:
    return SharedPassage(block.id, "", "", (), "", ())


def going_on(
    desk: Desk, sheet: Sheet, block: SharedBlock, words: tuple[Paragraph, ...], top: float
) -> None:
    """Words under a drawing for older readers, first baseline at `top`; notes after them, photos
    on pages of their own."""
    notes = tuple(
        Paragraph((Piece(f"{one.heading}. ", strong=True), Piece(one.text)))
        for passage in block.passages
        for one in passage.notes
    )
    under_a_list(desk, sheet, block, words + notes, top)
