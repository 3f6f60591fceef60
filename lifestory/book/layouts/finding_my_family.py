"""Finding my family: the first visit, moving in, and how they found each other."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.scenes import open_door
from lifestory.book.layouts.spoken import passages, spoken
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.dates import date_in_words
from lifestory.sharing.shared import SharedBlock, SharedMilestone


def storybook(desk: Desk, block: SharedBlock) -> None:
    """An open door, and the words."""
    pictured.storybook(desk, block, open_door, _words(desk, block))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The words, and photos."""
    bare = not (block.passages or block.facts or block.milestones or block.photos)
    pictured.quiet(desk, block, _words(desk, block), room=bare)


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    steps = tuple(_step(one) for one in block.milestones)
    return steps + passages(block) or spoken(desk, "finding-my-family.none")


def _step(one: SharedMilestone) -> Paragraph:
    """What happened, its day before it where that is known."""
    day = f"{date_in_words(one.when)}: " if one.when.span() else ""
    return Paragraph((*((Piece(day, strong=True),) if day else ()), Piece(one.text)))
