"""Composing a book: sections and blocks to numbered pages.

Each block is composed by itself and remembered, so that after an edit only the pages that changed
are made again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.folio import folio
from lifestory.book.layouts import layout_for, needs_spread, opening
from lifestory.book.setting import MM
from lifestory.book.sheet import PAPERS
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import Element, PagePlan
from lifestory.sharing.shared import SharedBlock, SharedEdition

_OPENED = {Part.PRESENT, Part.PAST, Part.FUTURE}
"""Parts that begin with a page of their own, on the right, when there is more than a page to
them. Source: LOOK §1 "Page"."""


def compose(shared: SharedEdition) -> tuple[PagePlan, ...]:
    """Every page of the book, in order, numbered from 1. The same facts give the same pages."""
    look = Look(shared.band, shared.voice, shared.theme, shared.size, shared.child)
    paper = PAPERS[shared.size]
    plans: list[PagePlan] = []
    for part, page_type, block, draft in _drafts(shared, look):
        number = len(plans) + 1
        assert draft.side == ("left", "right")[number % 2]
        numbered: tuple[Element, ...] = ()
        if draft.folio is not None:
            numbered = folio(look, draft.side, draft.folio, part, number)
        plans.append(
            PagePlan(
                width=round(paper.width * MM, 3),
                height=round(paper.height * MM, 3),
                number=number,
                side=draft.side,
                part=part,
                page_type=page_type,
                block=str(block),
                title=draft.title,
                elements=draft.elements + numbered,
            )
        )
    return tuple(plans)


_Row = tuple[str, str, object, Draft]
"""Part title, page type, block id, page."""


def _drafts(shared: SharedEdition, look: Look) -> Iterator[_Row]:
    right = True
    for section in shared.sections:
        title = section.title or _part_title(look, section.part)
        if section.part in _OPENED and len(section.blocks) > 1:
            for draft in opening.opened(look, section.part, title, section.blocks[0].id, right):
                yield title, "opening", section.blocks[0].id, draft
            right = False
        for block in section.blocks:
            if right and needs_spread(block.page_type, look.style.reader.look):
                yield title, "opening", block.id, opening.pause(look, block.id)
                right = False
            if not right and block.page_type == "title":
                yield title, "opening", block.id, opening.endpaper(look, block.id)
                right = True
            for draft in compose_block(look, section.part, title, block, right):
                yield title, block.page_type, block.id, draft
                right = not right


def _part_title(look: Look, part: Part) -> str:
    line = f"parts.{part.value}"
    return look.wording.say(line) if look.wording.knows(line) else ""


@lru_cache(maxsize=1024)
def compose_block(
    look: Look, part: Part, part_title: str, block: SharedBlock, right: bool
) -> tuple[Draft, ...]:
    """The pages of one block; `right` says whether the first is a right-hand page."""
    desk = Desk(look, part, part_title, right=right)
    layout_for(block.page_type, look.style.reader.look)(desk, block)
    return desk.drafts()
