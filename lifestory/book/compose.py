"""Composing a book: sections and blocks to numbered pages.

Each block is composed by itself and remembered, so that after an edit only the pages that changed
are made again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from heapq import nsmallest
from itertools import product

from lifestory.book.desk import BESIDE, Desk, Draft, Look
from lifestory.book.folio import folio
from lifestory.book.layouts import layout_for, needs_spread, opening
from lifestory.book.papers import Paper
from lifestory.book.reading_order import reading_order
from lifestory.book.setting import MM
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import Element, PagePlan
from lifestory.sharing.shared import SharedBlock, SharedEdition, SharedSection

_OFFERED, _FRAMES = 24, 3
"""So many layouts are weighed for a block, over the arrangements of its first frames of photos;
further frames keep their best."""

_OPENED = {Part.PRESENT, Part.PAST, Part.FUTURE}
"""Parts that open on the right with a colour of their own when there is more than a page to them:
on a page of its own before a long part, at the head of a short one's first page. Source: LOOK §1
"Page"; how long that is for whom: resources/rules/readers.toml."""


def compose(shared: SharedEdition) -> tuple[PagePlan, ...]:
    """Every page of the book, in order, numbered from 1. The same facts give the same pages."""
    look = Look(shared.band, shared.voice, shared.theme, shared.size, shared.child, shared.format)
    paper = look.paper
    plans: list[PagePlan] = []
    for part, page_type, block, draft in _drafts(shared, look):
        number = len(plans) + 1
        assert draft.side == ("left", "right")[number % 2]
        said = (look, part, page_type, block, number)
        if said not in draft.finished:
            numbered: tuple[Element, ...] = ()
            if draft.folio is not None:
                numbered = folio(look, draft.side, draft.folio, part, number)
            whole = replace(draft, elements=draft.elements + numbered)
            draft.finished[said] = planned(whole, paper, part, page_type, block, number)
        plans.append(draft.finished[said])
    return tuple(plans)


def planned(
    draft: Draft, paper: Paper, part: str, page_type: str, block: object, number: int
) -> PagePlan:
    """The plan of a page."""
    return PagePlan(
        width=round(paper.width * MM, 3),
        height=round(paper.height * MM, 3),
        number=number,
        side=draft.side,
        part=part,
        page_type=page_type,
        block=str(block),
        title=draft.title,
        elements=draft.elements,
        order=reading_order(draft.elements),
    )


_Row = tuple[str, str, object, Draft]
"""Part title, page type, block id, page."""


def _drafts(shared: SharedEdition, look: Look) -> Iterator[_Row]:
    right = True
    for section in shared.sections:
        title = section.title or _part_title(look, section.part)
        named = False
        if section.part in _OPENED and len(section.blocks) > 1:
            named = not _has_opener(look, section, title)
            for draft in _opening(look, section, title, right, named=named):
                yield title, "opening", section.blocks[0].id, draft
            right = named
        for block in section.blocks:
            if right and _on_a_left_page(look, block):
                yield title, "opening", block.id, opening.pause(look, block.id)
                right = False
            if not right and block.page_type == "title" and look.style.reader.flyleaf:
                yield title, "opening", block.id, opening.endpaper(look, block.id)
                right = True
            made = _named if named else compose_block
            for draft in made(look, section.part, title, block, right):
                yield title, block.page_type, block.id, draft
                right = not right
            named = False


def _has_opener(look: Look, section: SharedSection, title: str) -> bool:
    """True for a part long enough for a page that opens it, and for one whose first page has no
    room for its name. Blocks are counted, not what they take: no opening comes and goes as one
    types."""
    first, reader = section.blocks[0], look.style.reader
    count = sum(1 + needs_spread(one.page_type, reader.look) for one in section.blocks)
    if count >= reader.opener or _on_a_left_page(look, first):
        return True
    pages = compose_block(look, section.part, title, first, True)
    return not pages or not opening.has_room(look, title, pages[0])


def _opening(
    look: Look, section: SharedSection, title: str, right: bool, *, named: bool
) -> tuple[Draft, ...]:
    seed = section.blocks[0].id
    if not named:
        return opening.opened(look, section.part, title, seed, right)
    return () if right else (opening.facing(look, section.part, title, seed),)


def _on_a_left_page(look: Look, block: SharedBlock) -> bool:
    return look.paper.spread == 2 and needs_spread(block.page_type, look.style.reader.look)


@lru_cache(maxsize=256)
def _named(
    look: Look, part: Part, part_title: str, block: SharedBlock, right: bool
) -> tuple[Draft, ...]:
    """The pages of a part's first block, the part's name and colour at the head of the first."""
    first, *rest = compose_block(look, part, part_title, block, right)
    return (opening.named(look, part, part_title, first), *rest)


def _part_title(look: Look, part: Part) -> str:
    line = f"parts.{part.value}"
    return look.wording.say(line) if look.wording.knows(line) else ""


@lru_cache(maxsize=1024)
def compose_block(
    look: Look, part: Part, part_title: str, block: SharedBlock, right: bool
) -> tuple[Draft, ...]:
    """The pages of one block; `right` says whether the first is a right-hand page."""
    desk = laid_out(look, part, part_title, block, right, block.layout)
    if layout_of(desk) in block.rejected:
        best = next(iter(layouts_left(desk, block)), "")
        desk = laid_out(look, part, part_title, block, right, best)
    return desk.drafts()


def laid_out(
    look: Look, part: Part, part_title: str, block: SharedBlock, right: bool, layout: str
) -> Desk:
    """The desk with the pages of one block on it, its photos arranged as `layout` names."""
    desk = Desk(look, part, part_title, right=right, layout=layout, overleaf=block.overleaf)
    layout_for(block.page_type, look.style.reader.look)(desk, block)
    return desk


def layout_of(desk: Desk) -> str:
    """The name of the layout that the photos on a desk have."""
    return BESIDE.join(desk.taken[:_FRAMES])


def layouts_left(desk: Desk, block: SharedBlock) -> tuple[str, ...]:
    """The layouts that may be offered for a block on a desk, best first, but for those rejected;
    none where there is nothing to choose."""
    if not any(len(names) > 1 for names in desk.offered):
        return ()
    ranked = product(*(enumerate(names) for names in desk.offered[:_FRAMES]))
    best = nsmallest(_OFFERED, ranked, key=lambda names: sum(rank for rank, _ in names))
    layouts = (BESIDE.join(name for _, name in names) for names in best)
    return tuple(one for one in layouts if one not in block.rejected)
