"""Are all words dark, or light, enough on what lies under them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from uuid import UUID

from lifestory.checks.copy import Copy
from lifestory.checks.limits import limits
from lifestory.checks.page import KEPT, Page
from lifestory.checks.under import PHOTO, colour_under
from lifestory.domain.findings import Finding
from lifestory.domain.plans import Line, PagePlan, Role, Run, Words

CHECK = "contrast"
_REMEDY = "Choose another theme for the edition, or another layout for this page."
_OVER_PHOTO = "Words on this page lie over a photo."
_ROUNDED = 0.05
_WAIST = 0.25
"""How high above its baseline, in sizes, the middle of small letters is."""


def find(copy: Copy) -> Iterator[Finding]:
    """Pages with words that are hard to tell from their ground."""
    least = limits().contrast
    for plan in copy.plans:
        worst = lowest_contrast(Page(plan))
        if worst >= least - _ROUNDED:
            continue
        found = f"Words on this page are too pale: {worst:.1f} to 1, where {least:g} are enough."
        yield Finding(
            CHECK, plan.number, _OVER_PHOTO if worst == 0 else found, _REMEDY,
            about=plan.title, block=UUID(plan.block),
        )  # fmt: skip


@lru_cache(maxsize=KEPT)
def lowest_contrast(page: Page) -> float:
    """The lowest contrast of any words on a page with what lies under them, 1 to 21; 0 where that
    is a photo."""
    plan = page.plan
    seen = {
        (run.colour, under)
        for at, one in enumerate(plan.elements)
        if isinstance(one, Words) and one.role is not Role.SCALE
        for line in one.lines
        for run in line.runs
        for under in _under(plan, at, line, run)
    }
    return min((0.0 if under == PHOTO else ratio(colour, under) for colour, under in seen),
               default=21.0)  # fmt: skip


def _under(plan: PagePlan, at: int, line: Line, run: Run) -> Sequence[str]:
    """What lies under the beginning, the middle and the end of a run."""
    if not run.text.strip():
        return ()
    wide = sum(glyph[1] for glyph in run.glyphs)
    y = line.y + run.size * _WAIST
    edge = min(run.size / 4, wide / 4)
    below = plan.elements[:at]
    across = (run.x + edge, run.x + wide / 2, run.x + wide - edge)
    return [colour_under(below, x, y) for x in across]


@lru_cache(maxsize=1024)
def ratio(one: str, other: str) -> float:
    """The contrast of two colours ("#RRGGBB"), 1 to 21, as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
