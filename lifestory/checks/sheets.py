"""Do the pages fill the sheets they are printed on?"""

from __future__ import annotations

from collections.abc import Iterator

from lifestory.book.for_paper import block_of
from lifestory.checks.copy import Copy
from lifestory.domain.findings import Finding

CHECK = "sheets"
_REMEDY = "They are worth having. To have none of them, add as many pages, or take some out."


def find(copy: Copy) -> Iterator[Finding]:
    """Books that are filled up with pages to draw on, as the product asks for whole sheets."""
    printer = copy.printer
    inside = block_of(copy.plans, printer)
    first_on_left = bool(inside) and inside[0].side == "left"
    there = len(inside) + first_on_left + printer.back
    more = -there % printer.multiple
    if more:
        pages = "a page" if more == 1 else f"{more} pages"
        found = (
            f"{len(inside)} pages do not fill whole sheets: {pages} to draw and write on"
            f" will be added at the end."
        )
        yield Finding(CHECK, None, found, _REMEDY)
