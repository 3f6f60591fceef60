"""The layouts that fit a block of photos: each as it would look, for the worker to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from lifestory.book.compose import compose_block, laid_out, layout_of, layouts_left, planned
from lifestory.book.desk import Look
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import PagePlan
from lifestory.sharing.shared import SharedBlock, SharedEdition

_PAGES, _FEWEST = 240, 4
"""So many pages are laid out in all for the layouts offered, and so many layouts at the least: of a
block of a thousand photos, nobody looks through twenty-four."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A layout by its name, and the block's pages in it (without their numbers)."""

    name: str
    pages: tuple[PagePlan, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What fits a block, best first, and the name of the layout it has. `lost` is true when the
    layout chosen for it no longer fits, so that another stands in its place."""

    taken: str = ""
    offered: tuple[Suggestion, ...] = ()
    lost: bool = False


def suggest(shared: SharedEdition, plans: Sequence[PagePlan], block: UUID) -> Suggestions:
    """The layouts that fit a block of the composed book; none where its page type has no choice."""
    look = Look(shared.band, shared.voice, shared.theme, shared.size, shared.child, shared.format)
    found = _found(shared, block)
    pages = [one for one in plans if one.block == str(block) and one.page_type != "opening"]
    if found is None or not pages:
        return Suggestions()
    part, arranged = found
    title, right = pages[0].part, pages[0].side == "right"
    desk = laid_out(look, part, title, arranged, right, arranged.layout)
    lost = bool(arranged.layout) and layout_of(desk) != arranged.layout
    left = layouts_left(desk, arranged)
    taken = layout_of(desk)
    if taken in arranged.rejected:
        taken = next(iter(left), "")
    names = left if taken in left or not left else (taken, *left)
    names = names[: max(_FEWEST, _PAGES // len(pages))]
    paper = look.paper

    def shown(name: str) -> Iterator[PagePlan]:
        chosen = replace(arranged, layout=name, rejected=())
        for draft in compose_block(look, part, title, chosen, right):
            yield planned(draft, paper, title, arranged.page_type, block, 0)

    offered = (
        Suggestion(name, tuple(shown(name)))
        for name in names
        if layout_of(laid_out(look, part, title, arranged, right, name)) == name
    )
    return Suggestions(taken, tuple(offered), lost)


def _found(shared: SharedEdition, block: UUID) -> tuple[Part, SharedBlock] | None:
    for section in shared.sections:
        for one in section.blocks:
            if one.id == block:
                return section.part, one
    return None
