"""What is told and shown besides a page's people: words on the page where they fit, the rest on
pages of its own."""

from __future__ import annotations

from lifestory.book import motifs
from lifestory.book.desk import Desk
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.framing import overleaf, told_apart
from lifestory.book.layouts.reading import Column, running_text
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph, Piece, parse
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock


def told(block: SharedBlock) -> tuple[Paragraph, ...]:
    """The words of a block's passages."""
    return tuple(part for passage in block.passages for part in parse(passage.text))


def said(words: str) -> tuple[Paragraph, ...]:
    """A template line as a paragraph."""
    return (Paragraph((Piece(words),)),)


def over_the_people(
    desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...], top: float, room: float
) -> tuple[float, tuple[Paragraph, ...]]:
    """A few words under the title where they take no more than `room`; returns where the next
    thing may begin, and the words that found no place."""
    for share in (1.0, 0.9):
        body = desk.style.body
        body = body.scaled(share)
        text = set_text(words, body, sheet.measure, sentences=desk.reader.sentence)
        if words and text.height + body.leading <= room:
            first = top + body.leading * 0.4
            low = sheet.write(Role.BODY, text, sheet.left, first, measure=sheet.measure)
            return low + body.leading * 0.75, ()
    return top, words


def afterwards(desk: Desk, block: SharedBlock, words: tuple[Paragraph, ...]) -> None:
    """Words and photos on pages that follow, for young readers."""
    if words or block.photos:
        sheet = desk.page(folio=desk.theme.tint)
        flow(desk, sheet, 24.0, words, block.photos, block.weights, block.id)


def meadow(desk: Desk, sheet: Sheet, low: float, seed: object) -> None:
    """A hill at the foot of a page, under what ends at `low`, with flowers where there is room."""
    y0 = max(low + 12.0, 236.0 if low < 200 else 258.0)
    if y0 > 276:
        return
    theme, chance = desk.theme, seeded(seed, sheet.side, "meadow")
    before = len(sheet.elements)
    phase = chance.uniform(0.05, 0.2)
    low_edge = sheet.height + 5
    sheet.art("hill", motifs.ground(theme, sheet.width, low_edge, y0, 3, 0.85, phase, theme.tint))
    sheet.elements.insert(1, sheet.elements.pop(before))
    tallest = min(74.0, y0 + 18 - low - 14)
    if tallest < 24:
        return
    drawn: list[Shape] = []
    for off, share in ((8, 0.5), (20, 0.85), (33, 1.0), (47, 0.6)):
        x = sheet.right - off if sheet.side == "left" else sheet.left + off
        drawn += motifs.growing(theme, chance, x, y0 + 20, share * tallest)
        drawn += motifs.tuft(theme, chance, x - 4, y0 + 22, tallest * 0.2 + 4, theme.shapes[1])
    sheet.art("flowers", drawn)


def under_a_list(
    desk: Desk, sheet: Sheet, block: SharedBlock, words: tuple[Paragraph, ...], top: float
) -> None:
    """Words below a list, then photos, for older readers; `top` is their first baseline."""
    photos, captions = told_apart(desk, block.photos)
    words = captions + words
    text: SetText = set_text(words, desk.style.body, sheet.column(0, 8)[1], balanced=False)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    if text.lines:
        if top > 225 and text.height > 268 - top:
            sheet, top = desk.page(), 40.0
        running_text(desk, sheet, text, Column(0.0, sheet.column(0, 8)[1], top), sources)
    overleaf(desk, photos, block.weights)
