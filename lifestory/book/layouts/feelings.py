"""Feelings: faces for the young, weather for the older; all are allowed, and two at once."""

from __future__ import annotations

from collections.abc import Sequence

from lifestory.book.desk import Desk
from lifestory.book.layouts import moods, never_my_fault, pictured
from lifestory.book.layouts.flowing import flow, longest_line
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.spoken import passages, says, spoken, title
from lifestory.book.layouts.tiles import Draw, Tile, tiles
from lifestory.book.setting import set_text
from lifestory.book.words import Paragraph
from lifestory.sharing.shared import SharedBlock

_MOST, _LEAST, _LOWEST = 140.0, 84.0, 250.0


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Faces, each over its word; then the words, and photos overleaf."""
    called = title(desk, block)
    sheet = desk.page(called, folio=desk.theme.tint)
    top = head(sheet, called, desk.style.title)
    words = _words(desk, block)
    words += never_my_fault.as_words(desk, words)
    measure = min(sheet.measure, longest_line(desk))
    text = set_text(words, desk.style.body, measure, sentences=desk.reader.sentence)
    room = _LOWEST - top - text.height - desk.style.body.leading * 1.5
    room = min(_MOST, room) if room >= _LEAST else _LEAST + 20
    foot = tiles(desk, sheet, _tiles(desk, moods.FACES), top, room, "faces")
    flow(desk, sheet, foot + desk.style.body.leading * 0.8, words, (), (), block.id)
    if block.photos:
        after = desk.page(folio=desk.theme.tint)
        flow(desk, after, 20.0, (), block.photos, block.weights, block.id)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The weather of feelings in a row, then the words as a story is told."""
    called = title(desk, block)
    sheet = desk.page(called)
    top = head(sheet, called, desk.style.title)
    foot = tiles(desk, sheet, _tiles(desk, moods.WEATHER), top + 4, 46.0, "weather")
    words = _words(desk, block)
    closing = never_my_fault.as_closing(desk, words)
    pictured.going_on(desk, sheet, block, words, foot + 18, closing=closing)


def _tiles(desk: Desk, drawn: Sequence[tuple[str, Draw]]) -> list[Tile]:
    found = []
    for name, drawing in drawn:
        word = says(desk, f"feelings.{name}")
        found += [Tile(drawing, word[0], alone=True)] if word else []
    return found


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    """The worker's; else that every feeling is allowed, two at once too, and that one may tell."""
    lines = ("feelings.lead", "feelings.two", "feelings.tell")
    usual = (part for line in lines for part in spoken(desk, line))
    return passages(block) or tuple(usual)
