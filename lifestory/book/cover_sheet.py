"""The cover in one piece, for a print shop: back, spine and front, with its bleed.

Nothing stands on the spine: the spine of a child's book is thin, and a shelf is not the place for
a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from lifestory.book import motifs, shapes
from lifestory.book.compose import compose_block, planned
from lifestory.book.desk import Desk, Look
from lifestory.book.for_paper import bled
from lifestory.book.ornaments import seeded
from lifestory.book.printers import CoverPaper, Printer
from lifestory.book.setting import MM
from lifestory.book.sheet import shifted
from lifestory.book.styles import mix
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import Art, Box, Element, Outline, PagePlan, Shape
from lifestory.sharing.shared import SharedBlock, SharedEdition

PAGE_TYPE = "cover-sheet"

_SEED = UUID("0b9d6f0a-5f8c-4a53-8f5d-4c0a1f7d9e31")
_CLOTH = 7.0
"""How far the colour of the spine reaches on to front and back, in mm, like the cloth of a bound
book: a fold that is a hair off then shows on neither."""

_DOTS = ((-26.0, 7.0, 2.4), (-13.5, 1.5, 2.8), (0.0, -1.0, 3.2), (13.5, 0.5, 3.6), (28.0, 4.0, 5.6))
"""The ornament on the back: a way of five dots, the last the largest, as (x, y, radius) in mm."""


def spine(paper: CoverPaper, pages: int) -> float:
    """The width of the spine in mm: two pages to a leaf, and the cover itself front and back."""
    return -(-pages // 2) * paper.paper + 2 * paper.board


def cover_sheet(
    shared: SharedEdition, plans: Sequence[PagePlan], inside: int, printer: Printer
) -> PagePlan:
    """The cover of a book composed as `plans`, for a block of `inside` pages.

    The front is the book's own cover page, or, where it has none, one made of what is known.
    """
    look = Look(shared.band, shared.voice, shared.theme, shared.size, shared.child, shared.format)
    assert printer.cover is not None, "the product has its cover in the block"
    front = next((plan for plan in plans if plan.page_type == "cover"), None) or _front(look)
    wide = round(spine(printer.cover, inside) * MM, 3)
    bleed = printer.bleed * MM
    turned = tuple(
        shifted(one, round(front.width + wide, 3)) for one in bled(front, bleed).elements
    )
    return replace(
        front,
        width=round(2 * front.width + wide, 3),
        number=1,
        page_type=PAGE_TYPE,
        elements=(*turned, *_back(look, front, bleed), *_spine(look, front, wide, bleed)),
        bleed=bleed,
        order=(),
    )


def _front(look: Look) -> PagePlan:
    photos = (look.child.portrait,) if look.child.portrait else ()
    block = SharedBlock(
        uuid5(_SEED, "front"), "cover", "", photos=photos, weights=(3,) * len(photos)
    )
    (draft,) = compose_block(look, Part.FRONT, "", block, True)
    return planned(draft, look.paper, "", "cover", block.id, 1)


def _spine(look: Look, front: PagePlan, wide: float, bleed: float) -> tuple[Element, ...]:
    """The spine, over what of front and back runs out to its side, and the sign on the back."""
    theme = look.style.theme
    low, top, over = -bleed, front.height + bleed, _CLOTH * MM
    left, right = front.width - over, front.width + wide + over
    cloth = Art(
        "spine",
        Box(left, low, right - left, top - low),
        (Shape(_rectangle(left, low, right, top), fill=theme.cover),),
    )
    middle, height = front.width / 2, front.height * 0.5
    if look.style.reader.look == "quiet":
        bar = _rectangle(middle - 11 * MM, height, middle + 11 * MM, height + 1.4 * MM)
        drawn: tuple[Shape, ...] = (Shape(bar, fill=theme.accent),)
    else:
        colours = (*(theme.home_colour(order, False) for order in range(4)), theme.home_today)
        dots = (shapes.circle(middle + x * MM, height - y * MM, r * MM) for x, y, r in _DOTS)
        drawn = tuple(
            Shape(dot, fill=mix(colour, theme.cover_text, 0.75))
            for dot, colour in zip(dots, colours, strict=True)
        )
    left, low, right, top = shapes.bounds(drawn)
    way = Art("way", Box(left, low, right - left, top - low), drawn)
    return cloth, way


def _back(look: Look, front: PagePlan, bleed: float) -> tuple[Element, ...]:
    """The back, over what of the front runs out to its side: its ground, and for young readers land
    or sea at its foot."""
    desk, theme = Desk(look, Part.FRONT, "", right=False), look.style.theme
    whole = Box(-bleed, -bleed, front.width + bleed, front.height + 2 * bleed)
    plain = _rectangle(whole.x, whole.y, whole.right, whole.top)
    back = Art("back", whole, (Shape(plain, fill=theme.cover_ground),))
    if desk.quiet:
        return (back,)
    sheet, chance = desk.page(folio=None), seeded(_SEED, "back")
    width, low = sheet.width, sheet.height + 5
    far, near = (mix(theme.shapes[2], theme.cover_ground, share) for share in (0.35, 0.6))
    drawn = motifs.ground(theme, width, low, 246, 5, 0.9 * width / 210, 0.35, far)
    at_sea = theme.drawn["ground"] == "wave"
    if at_sea:
        drawn += motifs.boat(0.28 * width, 258, 17, theme)
    for x in () if at_sea else (0.12, 0.2, 0.31, 0.78, 0.88):
        drawn += motifs.tree(theme, x * width, 250, chance.uniform(12, 20), near, far)
    drawn += motifs.ground(theme, width, low, 266, 4, 0.8 * width / 210, 0.75, near)
    sheet.art("land", drawn)
    return back, sheet.pages()[0][-1]


def _rectangle(left: float, low: float, right: float, top: float) -> Outline:
    return shapes.rectangle(left, low, right - left, top - low)
