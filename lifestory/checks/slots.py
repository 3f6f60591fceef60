"""Has every page what it cannot do without?"""

from __future__ import annotations

from collections.abc import Iterator

from lifestory.book.pagetypes import page_type
from lifestory.checks.copy import Copy
from lifestory.domain.arrangement import Block
from lifestory.domain.findings import Finding, Fix

CHECK = "slots"
_A = {
    "photo": "a photo", "person": "somebody", "fact": "a fact", "passage": "a piece of the story",
    "home": "a home", "milestone": "a milestone", "words": "words of the child",
    "place": "a country",
}  # fmt: skip
_CHOOSE = "Choose what fills it, or take the page out."
_NOT_SHOWN = "Nothing on this page may be shown to this reader: the book is without it."
_LOOK = "Look at who has given permission and from what age it is told; or take the page out."


def find(copy: Copy) -> Iterator[Finding]:
    """Pages with an empty slot, and those of which nothing is left for this reader."""
    shown = {block.id for block in copy.shared_blocks}
    for block in copy.blocks:
        empty = _empty_slot(copy, block)
        if empty:
            yield empty
        elif block.id not in shown:
            about = page_type(block.page_type).called
            yield Finding(
                CHECK, None, _NOT_SHOWN, _LOOK, about=about, block=block.id, fix=Fix.REMOVE_PAGE
            )


def _empty_slot(copy: Copy, block: Block) -> Finding | None:
    """The first slot with less in it than the page needs."""
    kind = page_type(block.page_type)
    for name, slot in kind.slots.items():
        there = [key for key in block.slots.get(name, ()) if key in copy.records]
        if len(there) >= slot.least or slot.fills_from:
            continue
        bare = not any(block.slots.values())
        return Finding(
            CHECK,
            copy.first_page(block.id),
            f"This page needs {_A[slot.kind]}, and has none.",
            _CHOOSE,
            about=kind.called,
            block=block.id,
            slot=name,
            fix=Fix.REMOVE_PAGE if bare else None,
        )
    return None
