"""Do all words stand clear of the cut and of the binding?"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from lifestory.book.for_paper import ready
from lifestory.book.setting import MM
from lifestory.checks.copy import Copy
from lifestory.checks.limits import limits
from lifestory.domain.findings import Finding, Weight
from lifestory.domain.plans import Box, PagePlan

CHECK = "safe-area"
_HAIR = 0.5
"""Points: what a rounding, or the bearing of a letter, may be over."""
_CUT = "Words on this page stand so near to its edge that the cut may take them."
_BOUND = "Words on this page run into the strip where it is bound."
_REMEDY = "Shorten them, or give the page another layout; then look at it with the guides on (G)."


def find(copy: Copy) -> Iterator[Finding]:
    """Pages with words too near to the edge, as the product prints them."""
    safe, binding = limits().safe * MM, copy.printer.binding * MM
    for plan, printed in zip(copy.plans, ready(copy.plans, copy.printer), strict=True):
        boxes = [words.box for words in printed.words() if words.lines]
        block = UUID(plan.block)
        if any(_is_out(box, printed, safe) for box in boxes):
            yield Finding(CHECK, plan.number, _CUT, _REMEDY, Weight.MUST, block=block)
        elif binding and any(_is_bound_in(box, printed, binding) for box in boxes):
            yield Finding(CHECK, plan.number, _BOUND, _REMEDY, Weight.MUST, block=block)


def _is_out(box: Box, plan: PagePlan, safe: float) -> bool:
    least = safe - _HAIR
    room = (box.x, box.y, plan.width - box.right, plan.height - box.top)
    return min(room) < least


def _is_bound_in(box: Box, plan: PagePlan, binding: float) -> bool:
    room = box.x if plan.side == "right" else plan.width - box.right
    return room < binding - _HAIR
