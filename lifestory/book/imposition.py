"""Which page stands where on which sheet, so that the printed sheets make a book.

One page to a side in reading order; or two, folded and stapled in the fold, the outermost sheet
first. A sheet is always turned like a page of the book: about its upright middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lifestory.book.printers import Printer
from lifestory.book.setting import MM
from lifestory.domain.plans import Box, PagePlan
from lifestory.domain.sheets import PaperSheet, Placed, Side

_NEARLY = 1.0 * MM
"""Points: a page that ends so near to the edge of its place runs on to that edge."""


def imposed(plans: Sequence[PagePlan], printer: Printer) -> tuple[PaperSheet, ...]:
    """The sheets that these pages are printed on. A folded book has a multiple of 4 pages."""
    if printer.folded:
        return _stitched(plans, printer)
    return tuple(
        PaperSheet(
            first // printer.sides + 1,
            tuple(_alone(plans, at, printer) for at in range(first, _end(plans, first, printer))),
        )
        for first in range(0, len(plans), printer.sides)
    )


def turned_on(printer: Printer, width: float, height: float) -> Literal["long", "short"]:
    """The edge of the sheet about which it is turned, for pages of that size: always an upright
    one, as a page is turned."""
    lies = printer.folded or width > height
    return "short" if lies else "long"


def printed_at(width: float, height: float, printer: Printer) -> float:
    """How large a page of that size in points is printed as the product, 1 for its own size; never
    larger."""
    place = _sheet(width, height, printer)
    if printer.folded and printer.sheet is not None:
        place = printer.sheet[0] * MM / 2, printer.sheet[1] * MM
    return _fit(width, height, place)


def creep(printer: Printer, inside: int) -> float:
    """Points by which the pages of a sheet move towards the fold that lies inside so many others:
    the paper of those pushes it out by as much, to where the fore-edge is cut."""
    return printer.paper * inside * MM


def _end(plans: Sequence[PagePlan], first: int, printer: Printer) -> int:
    return min(first + printer.sides, len(plans))


def _alone(plans: Sequence[PagePlan], at: int, printer: Printer) -> Side:
    """A page in the middle of its side, smaller only where it must be."""
    plan = plans[at]
    width, height = _sheet(plan.width, plan.height, printer)
    scale = _fit(plan.width, plan.height, (width, height))
    x, y = (width - plan.width * scale) / 2, (height - plan.height * scale) / 2
    place = Box(0, 0, width, height)
    return Side(width, height, (Placed(at, x, y, scale, _shown(plan, x, y, scale, place)),))


def _sheet(width: float, height: float, printer: Printer) -> tuple[float, float]:
    """The paper in points, turned the way a page of that size lies."""
    if printer.sheet is None:
        return width, height
    short, long = sorted(round(side * MM, 3) for side in printer.sheet)
    return (long, short) if width > height else (short, long)


def _stitched(plans: Sequence[PagePlan], printer: Printer) -> tuple[PaperSheet, ...]:
    assert printer.sheet is not None, "what is folded has a sheet of its own"
    assert len(plans) % 4 == 0, "a folded sheet holds four pages"
    width, height = (round(side * MM, 3) for side in printer.sheet)
    last = len(plans) - 1
    sheets = []
    for inside in range(len(plans) // 4):
        first = 2 * inside
        towards = creep(printer, inside)
        pairs = ((last - first, first), (first + 1, last - first - 1))
        sides = tuple(_pair(plans, pair, width, height, towards) for pair in pairs)
        sheets.append(PaperSheet(inside + 1, sides))
    return tuple(sheets)


def _pair(
    plans: Sequence[PagePlan], pair: tuple[int, int], width: float, height: float, towards: float
) -> Side:
    """Two pages that meet at the fold."""
    half = width / 2
    placed = []
    for on_right, at in enumerate(pair):
        plan = plans[at]
        scale = _fit(plan.width, plan.height, (half, height))
        x = half - towards if on_right else half - plan.width * scale + towards
        y = (height - plan.height * scale) / 2
        clip = _shown(plan, x, y, scale, Box(half * on_right, 0, half, height), towards)
        placed.append(Placed(at, round(x, 4), round(y, 4), scale, clip))
    return Side(width, height, tuple(placed))


def _fit(width: float, height: float, place: tuple[float, float]) -> float:
    """A page that is larger than its place, by more than a hair, is made smaller."""
    scale = min(place[0] / width, place[1] / height)
    return 1.0 if scale > 0.999 else round(scale, 5)


def _shown(
    plan: PagePlan, x: float, y: float, scale: float, place: Box, towards: float = 0.0
) -> Box:
    """What is seen of a page: its trim, and up to the edge of its place where that is near."""

    def edge(of_page: float, of_place: float) -> float:
        return of_place if abs(of_page - of_place) <= _NEARLY + towards else of_page

    left, low = edge(x, place.x), edge(y, place.y)
    right = edge(x + plan.width * scale, place.right)
    top = edge(y + plan.height * scale, place.top)
    left, right = max(left, place.x), min(right, place.right)
    return Box(round(left, 4), round(low, 4), round(right - left, 4), round(top - low, 4))
