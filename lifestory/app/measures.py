"""What a page must leave free for the product it is printed as, for the guides on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book.papers import paper
from lifestory.book.printers import PLAIN, WrongSize, printer

SAFE, BINDING = 8.0, 20.0
"""Millimetres from the cut that nothing to read comes near, and that a binding takes where nobody
says more. Source: LOOK §1 "Page"."""


@dataclass(frozen=True, slots=True)
class Measures:
    """In mm of the page as it is composed. `called` is the product; `bleed` is what is cut off all
    round; `holes` are punched `holes_in` from the bound edge, each so far up or down from its
    middle."""

    called: str = ""
    safe: float = SAFE
    binding: float = BINDING
    bleed: float = 0.0
    holes_in: float = 0.0
    holes: tuple[float, ...] = ()


def measures(size: str, product: str = PLAIN) -> Measures:
    """Of an edition of this size as this product; as plain pages where the product is not made for
    the size. Raises NoSuchPrinter, BrokenStyle."""
    made = printer(product)
    try:
        made.takes(size)
    except WrongSize:
        made = printer(PLAIN)
    page, share = paper(size), 1.0
    if made.sheet is not None:
        wide, tall = made.sheet[0] / made.pages_a_side, made.sheet[1]
        share = min(1.0, wide / page.width, tall / page.height)
    if made.sheet is not None and not made.folded and page.width > page.height:
        share = 1.0  # the sheet is turned with the page
    # Folded sheets are stapled: nothing is punched, and the fold lies flat.
    binding = SAFE if made.folded else made.binding or BINDING
    return Measures(
        called=made.called,
        safe=SAFE / share,
        binding=binding / share,
        bleed=made.bleed,
        holes_in=made.holes_in,
        holes=made.holes,
    )
