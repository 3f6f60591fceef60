"""Pages made ready for a print product: with their bleed, clear of the binding, marked for holes.

What a page says stays as it was composed; it is moved at most, and what ends at the cut goes on
beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.printers import Printer
from lifestory.book.setting import MM
from lifestory.book.sheet import scaled, shifted
from lifestory.domain.plans import (
    Art,
    Box,
    Element,
    Outline,
    PagePlan,
    Picture,
    Shape,
    Stroke,
)

OVER = 3.0 * MM
"""Points drawn beyond a page that is placed on a larger sheet, which its place cuts off."""

_AT_THE_EDGE = 0.5 * MM
"""Points: a photo that ends so near to the cut is meant to reach it."""

_OUTER = 5.0 * MM
"""Points: no printer prints nearer to the edge of a sheet, so nothing is moved there."""

_SMALLEST = 0.985
"""How small a page is made at the least: its ground, drawn 5 mm over, still fills the sheet."""

_HOLE = 1.5 * MM
"""The radius of a mark that the punch takes away (a hole has 3 mm)."""


def ready(plans: Sequence[PagePlan], printer: Printer) -> tuple[PagePlan, ...]:
    """The pages as the product prints them."""
    return tuple(_ready(plan, printer) for plan in plans)


def block_of(plans: Sequence[PagePlan], printer: Printer) -> tuple[PagePlan, ...]:
    """The pages inside a cover that is printed by itself: all but the cover's own, and the pattern
    that stands on its inside before a title page."""
    if printer.cover is None:
        return tuple(plans)
    inside = [plan for plan in plans if plan.page_type != "cover"]
    patterned = len(inside) > 1 and inside[0].side == "left" and inside[1].page_type == "title"
    return tuple(inside[1:] if patterned else inside)


def _ready(plan: PagePlan, printer: Printer) -> PagePlan:
    if printer.bleed:
        plan = bled(plan, printer.bleed * MM)
    if printer.folded:
        plan = replace(plan, bleed=OVER)
    if printer.binding:
        plan = clear_of_binding(plan, printer.binding * MM)
    if printer.holes:
        plan = replace(plan, elements=(*plan.elements, _hole_marks(plan, printer)))
    return plan


def bled(plan: PagePlan, bleed: float) -> PagePlan:
    """The page with so many points more all round. Drawings and grounds run out over the cut as
    they are composed; a photo that ends at it is made larger to do so too, its shape kept."""
    elements = tuple(_bled(one, plan, bleed) for one in plan.elements)
    return replace(plan, elements=elements, bleed=bleed)


def _bled(element: Element, plan: PagePlan, bleed: float) -> Element:
    if not isinstance(element, Picture):
        return element
    box = element.box
    over = Box(
        box.x - bleed * (box.x <= _AT_THE_EDGE),
        box.y - bleed * (box.y <= _AT_THE_EDGE),
        box.width + bleed * ((box.x <= _AT_THE_EDGE) + (plan.width - box.right <= _AT_THE_EDGE)),
        box.height + bleed * ((box.y <= _AT_THE_EDGE) + (plan.height - box.top <= _AT_THE_EDGE)),
    )
    if over == box:
        return element
    return replace(element, beyond=over, clip=_rectangle(over), keyline=None)


def clear_of_binding(plan: PagePlan, binding: float) -> PagePlan:
    """The page moved away from the edge it is bound at, until words and photos leave so many
    points free there, and made a hair smaller where they would then leave the printer's reach on
    the other side. A photo that runs into the binding is meant to."""
    seen = [one.box for one in plan.elements if not isinstance(one, Art)]
    inner = [_from_binding(box, plan) for box in seen]
    free = min((gap for gap in inner if gap > _AT_THE_EDGE), default=binding)
    if free >= binding:
        return plan
    outer = min(plan.width - gap - box.width for gap, box in zip(inner, seen, strict=True))
    room, ink = plan.width - binding - _OUTER, plan.width - free - outer
    scale = round(max(_SMALLEST, min(1.0, room / ink)), 5)
    by = min(binding - free, plan.width - free - ink * scale - _OUTER)
    if plan.side == "right":
        dx = free + by - free * scale
    else:
        dx = plan.width - free - by - (plan.width - free) * scale
    moved = (shifted(scaled(one, scale), round(dx, 3)) for one in plan.elements)
    return replace(plan, elements=tuple(moved))


def _from_binding(box: Box, plan: PagePlan) -> float:
    return box.x if plan.side == "right" else plan.width - box.right


def _hole_marks(plan: PagePlan, printer: Printer) -> Art:
    """A faint ring where each hole goes."""
    x = printer.holes_in * MM
    x = x if plan.side == "right" else plan.width - x
    middles = [plan.height / 2 + hole * MM for hole in printer.holes]
    line = Stroke("#8C8C8C", 0.5)
    rings = tuple(Shape(shapes.circle(x, y, _HOLE), stroke=line) for y in middles)
    low, high = min(middles) - _HOLE, max(middles) + _HOLE
    return Art("holes", Box(x - _HOLE, low, 2 * _HOLE, high - low), rings)


def _rectangle(box: Box) -> Outline:
    return shapes.rectangle(box.x, box.y, box.width, box.height)
