"""What every baby needs, and whose job it is: the bridge to why a child could not stay."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts import needs, pictured
from lifestory.book.layouts.flowing import flow, longest_line
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.spoken import passages, says, spoken, title
from lifestory.book.layouts.tiles import Tile, tiles
from lifestory.book.layouts.told_rows import Told, rows
from lifestory.book.setting import set_text
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

_MOST, _LEAST, _LOWEST = 156.0, 84.0, 250.0
"""How tall the drawings stand together at most and at least, and the lowest baseline under them."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The needs in small drawings, then the words; photos overleaf."""
    called = title(desk, block)
    sheet = desk.page(called, folio=desk.theme.tint)
    top = head(sheet, called, desk.style.title)
    found = []
    for name, drawing in needs.DRAWN.items():
        word = says(desk, f"what-children-need.{name}")
        found += [Tile(drawing, word[0])] if word else []
    words = _words(desk, block)
    measure = min(sheet.measure, longest_line(desk))
    text = set_text(words, desk.style.body, measure, sentences=desk.reader.sentence)
    room = _LOWEST - top - text.height - desk.style.body.leading * 1.5
    room = min(_MOST, room) if room >= _LEAST else _LEAST + 26
    foot = tiles(desk, sheet, found, top, room, "what a baby needs")
    flow(desk, sheet, foot + desk.style.body.leading * 0.8, words, (), (), block.id)
    if block.photos:
        after = desk.page(folio=desk.theme.tint)
        flow(desk, after, 20.0, (), block.photos, block.weights, block.id)


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    job = spoken(desk, "what-children-need.job", strong=True)
    return passages(block) or job


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The needs in rows, a small drawing's worth of words each; then the words."""
    called = title(desk, block)
    sheet = desk.page(called)
    top = head(sheet, called, desk.style.title)
    lead = set_text(
        says(desk, "what-children-need.lead")[0], desk.style.body, sheet.column(0, 9)[1]
    )
    low = sheet.write(Role.BODY, lead, sheet.left, top + 4, measure=sheet.measure)
    told = [_row(desk, name) for name in needs.DRAWN]
    sheet, foot = rows(desk, sheet, told, low + 10)
    own = passages(block)
    job = " ".join(says(desk, "what-children-need.job"))
    pictured.going_on(desk, sheet, block, own, foot + 16, closing="" if own else job)


def _row(desk: Desk, name: str) -> Told:
    """What stands before the colon as a head, and the rest beside it."""
    said = " ".join(says(desk, f"what-children-need.{name}"))
    heading, found, text = said.partition(": ")
    return Told(heading, text[:1].upper() + text[1:]) if found else Told("", said)
