"""Has the book a typeface for every letter?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from uuid import UUID

from lifestory.checks.copy import Copy
from lifestory.checks.page import KEPT, Page
from lifestory.domain.findings import Finding, Weight
from lifestory.domain.plans import PagePlan

CHECK = "letters"
_NOT_DRAWN = 0
"""The glyph that stands for a letter a face does not have."""
_FOUND = "A sign on this page is in none of the book's typefaces: it prints as a box."
_REMEDY = "Take it out of the words: a little picture, for instance."


def find(copy: Copy) -> Iterator[Finding]:
    """Pages with a letter that prints as an empty box."""
    passages = {block.id: block.slots.get("passage", ()) for block in copy.blocks}
    for plan in copy.plans:
        if lost := _lost(Page(plan)):
            block = UUID(plan.block)
            yield Finding(
                CHECK, plan.number, _FOUND, _REMEDY, Weight.MUST, about=" ".join(lost),
                block=block, record=next(iter(passages.get(block, ())), None),
            )  # fmt: skip


@lru_cache(maxsize=KEPT)
def _lost(page: Page) -> tuple[str, ...]:
    return undrawn(page.plan)


def undrawn(plan: PagePlan) -> tuple[str, ...]:
    """The words with a letter that no face has, each once."""
    runs = (run for words in plan.words() for line in words.lines for run in line.runs)
    lost = (run.text.strip() for run in runs if any(one[0] == _NOT_DRAWN for one in run.glyphs))
    return tuple(dict.fromkeys(lost))
