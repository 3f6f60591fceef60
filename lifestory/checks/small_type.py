"""Is all print large enough, as it leaves the printer?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from lifestory.checks.copy import Copy
from lifestory.checks.limits import limits
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.plans import PagePlan, Role, Run
from lifestory.letters.faces import relative_size

CHECK = "small-type"
_HAIR = 0.1
"""Points: what a rounding may take."""
_MADE_FOR = "a5"
_SHORTEN = "Shorten the words, so that they need not be set so small, or give them more pages."
_SMALLER = "Set the edition for A5, which is the size it is printed at; or print it as A4."


def find(copy: Copy) -> Iterator[Finding]:
    """Pages with print under the least; one for the book where the product makes it small."""
    least = max(limits().least_type, copy.style.manner.least) - _HAIR
    faces = tuple(sorted(set(copy.style.theme.faces.values())))
    own, scale = {plan.number: _smallest(plan, faces) for plan in copy.plans}, copy.scale
    shrunk = [number for number, size in own.items() if size * scale < least <= size]
    if shrunk:
        smallest = min(own[number] for number in shrunk) * scale
        yield Finding(
            CHECK,
            None,
            f"Printed so, pages are made smaller, to {scale:.0%}, and print comes down to"
            f" {smallest:.1f} points on {_listed(shrunk)}.",
            _SMALLER,
            fix=Fix.SET_FOR_A5 if _may_be_a5(copy) else None,
        )
    for plan in copy.plans:
        if own[plan.number] < least:
            found = f"Print on this page is as small as {own[plan.number] * scale:.1f} points."
            yield Finding(CHECK, plan.number, found, _SHORTEN, block=UUID(plan.block))


def _smallest(plan: PagePlan, faces: Sequence[str]) -> float:
    sizes = (
        _asked_for(run, faces)
        for words in plan.words()
        if words.role is not Role.SCALE
        for line in words.lines
        for run in line.runs
        if run.text.strip()
    )
    return min(sizes, default=1000.0)


def _asked_for(run: Run, faces: Sequence[str]) -> float:
    """The size of the words that a run stands among: what helps a face out is set larger or
    smaller than it, so that both look of one height."""
    if run.font in faces:
        return run.size
    return max(run.size / relative_size(run.font, own) for own in faces)


def _may_be_a5(copy: Copy) -> bool:
    return copy.edition.size != _MADE_FOR and _MADE_FOR in copy.printer.sizes


def _listed(pages: Sequence[int]) -> str:
    few = ", ".join(map(str, pages[:6]))
    if len(pages) == 1:
        return f"page {few}"
    return f"pages {few}" + (f" and {len(pages) - 6} more" if len(pages) > 6 else "")
