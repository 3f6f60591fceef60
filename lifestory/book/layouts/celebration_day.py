"""Celebration day: bunting over the photos of the day, or a cake where there are none yet."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import Area
from lifestory.book.layouts.pictured import day_in_a_pill
from lifestory.book.layouts.scenes import bunting, cake
from lifestory.book.layouts.spoken import passages, spoken, title
from lifestory.book.layouts.told_after import said
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph
from lifestory.domain.dates import date_in_words
from lifestory.sharing.shared import SharedBlock

_HUNG = -5.0
"""Where the bunting's ends hang, in units: its flags clear the title."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Bunting from edge to edge; the day, the photos and the words under it."""
    words, day = _words(desk, block), _day(block)
    if not block.photos:
        pictured.storybook(desk, block, _party, words, day=day, tallest=88.0)
        return
    called = title(desk, block)
    sheet = desk.page(called, folio=desk.theme.tint)
    bunting(desk, sheet, _HUNG)
    top = day_in_a_pill(desk, sheet, day, head(sheet, called, desk.style.title))
    flow(desk, sheet, top, words, block.photos, block.weights, block.id)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The day, the words, and photos."""
    bare = not (block.passages or block.milestones or block.photos)
    pictured.quiet(desk, block, _words(desk, block), under=_day(block), room=bare)


def _party(desk: Desk, sheet: Sheet, _: SharedBlock, area: Area) -> None:
    bunting(desk, sheet, _HUNG)
    cake(desk, sheet, area)


def _day(block: SharedBlock) -> str:
    return next((date_in_words(one.when) for one in block.milestones if one.when.span()), "")


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    words = tuple(part for one in block.milestones for part in said(one.text)) + passages(block)
    if words or block.photos:
        return words
    return spoken(desk, "celebration-day.none")
