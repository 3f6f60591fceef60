"""What a page must leave free for the product it is printed as, for the guides on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifestory.book.printers import PLAIN, WrongSize, printer
from lifestory.checks.limits import limits

__all__ = ["Measures", "measures", "sharp_from"]


@dataclass(frozen=True, slots=True)
class Measures:
    """In mm of the page as it is composed. `called` is the product; `bleed` is what is cut off all
    round; `holes` are punched `holes_in` from the bound edge, each so far up or down from its
    middle."""

    called: str = ""
    safe: float = field(default_factory=lambda: limits().safe)
    binding: float = field(default_factory=lambda: limits().binding)
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
    # Folded sheets are stapled: nothing is punched, and the fold lies flat.
    return Measures(
        called=made.called,
        binding=limits().safe if made.folded else made.binding or limits().binding,
        bleed=made.bleed,
        holes_in=made.holes_in,
        holes=made.holes,
    )


def sharp_from() -> float:
    """The dots an inch from which a photo is sharp in print."""
    return limits().sharp
