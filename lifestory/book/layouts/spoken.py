"""What pages that stand on words have in common: their titles, what is told on them, and what they
say by themselves where nobody has written anything."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.told_after import told
from lifestory.book.pagetypes import page_type
from lifestory.book.sayings import sayings
from lifestory.book.shapes import stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.life import Certainty
from lifestory.domain.readers import Voice
from lifestory.sharing.shared import SharedBlock, SharedFact


def title(desk: Desk, block: SharedBlock, *, of_passage: bool = True) -> str:
    """The worker's own title, else the passage's where the page is made of one, else the page
    type's. A child whose name may not be told is spoken to instead."""
    own = dict(block.wording).get("title", "")
    alone = of_passage and len(block.passages) == 1
    passage = block.passages[0].title if alone else ""
    voice = desk.look.voice
    if voice is Voice.NAME and not desk.child.name:
        voice = Voice.YOU
    template = page_type(block.page_type).titles[voice]
    return own or passage or template.format(child=desk.wording.child)


def says(desk: Desk, line: str, **values: str) -> tuple[str, ...]:
    """What a line "page.name" of resources/wording/pages.toml says to this reader."""
    return sayings(line, desk.look.band, desk.look.voice, desk.wording.child, **values)


def spoken(desk: Desk, line: str, *, strong: bool = False, **values: str) -> tuple[Paragraph, ...]:
    """The same as paragraphs."""
    return tuple(Paragraph((Piece(one, strong=strong),)) for one in says(desk, line, **values))


def strong(words: str) -> Paragraph:
    """A small head within running text."""
    return Paragraph((Piece(words, strong=True),))


def as_told(desk: Desk, fact: SharedFact) -> Paragraph:
    """A fact as a paragraph; what is only thought is told so."""
    thought = fact.certainty is Certainty.THOUGHT
    more = f" {desk.wording.say('parent.thought')}" if thought else ""
    return Paragraph((Piece(f"{fact.text}{more}"),))


def passages(block: SharedBlock) -> tuple[Paragraph, ...]:
    """The words of the block's passages, each under its own title where there are several."""
    if len(block.passages) < 2:
        return told(block)
    words: list[Paragraph] = []
    for one in block.passages:
        alone = SharedBlock(block.id, block.page_type, "", passages=(one,))
        words += [strong(one.title)] if one.title else []
        words += told(alone)
    return tuple(words)


def ruled(desk: Desk, sheet: Sheet, top: float, apart: float = 11.0) -> None:
    """Fine lines to write on, from `top` down to the foot of the page."""
    lines = []
    while top <= BOTTOM:
        line = shapes.polyline([(sheet.left, top), (sheet.right, top)])
        lines.append(stroked(line, desk.theme.rule, 0.25))
        top += apart
    sheet.art("lines", lines)
