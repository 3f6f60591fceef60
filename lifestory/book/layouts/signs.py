"""Houses as flat signs, for older readers: one colour, the openings left free."""

from __future__ import annotations

from collections.abc import Sequence

from lifestory.book.layouts.houses import Site
from lifestory.book.shapes import Point
from lifestory.domain.life import House
from lifestory.domain.plans import Shape

SIGNS: dict[House, tuple[float, Sequence[Point], Sequence[tuple[float, float, float, float]]]] = {
    House.TERRACE: (
        9.0,
        ((-9, 0), (-9, 22), (0, 31), (4.5, 26.5), (4.5, 31), (7.5, 31), (7.5, 23.5), (9, 22),
         (9, 0)),
        ((-5.6, 0, 4.4, 9), (1.4, 12, 4.2, 4.8), (-5.6, 12, 4.2, 4.8)),
    ),
    House.COTTAGE: (
        15.5,
        ((-13, 0), (-13, 12), (-15.5, 12), (-8, 22), (5, 22), (5, 25), (8.4, 25), (8.4, 21.6),
         (15.5, 12), (13, 12), (13, 0)),
        ((-2.2, 0, 4.4, 8.4), (-10, 4, 4.6, 4.6), (5.4, 4, 4.6, 4.6)),
    ),
    House.SEMI: (
        16.0,
        ((-14, 0), (-14, 18), (-16, 18), (-7, 28), (-3.4, 24), (9, 24), (16, 18), (14, 18),
         (14, 0)),
        ((3.2, 0, 4.6, 9), (3.2, 12.6, 4.6, 4.6), (-9.3, 12.6, 4.6, 4.6), (-9.8, 3.6, 5.6, 5)),
    ),
    House.FLAT: (
        12.0,
        ((-12, 0), (-12, 30), (12, 30), (12, 0)),
        ((-2.1, 0, 4.2, 7), *((x, y, 4, 4.2) for x in (-8.4, -2, 4.4) for y in (11, 20)),
         (-8.4, 2.6, 4, 4.2), (4.4, 2.6, 4, 4.2)),
    ),
    House.HOME: (
        18.0,
        ((-15, 0), (-15, 16), (-18, 16), (-10, 27), (6.5, 27), (6.5, 31), (10, 31), (10, 27),
         (18, 16), (15, 16), (15, 0)),
        ((-2.4, 0, 4.8, 9), (-11, 4.6, 5.2, 5.2), (5.8, 4.6, 5.2, 5.2)),
    ),
}  # fmt: skip
"""Half the width; the outline; door and windows (lower left corner, width, height), in units."""


def sign(kind: House, site: Site, colour: str, ground: str) -> list[Shape]:
    """A house standing at the site's doorstep."""
    _, form, openings = SIGNS[kind]
    return [site.form(form, colour), *(site.box(x, y, w, h, ground) for x, y, w, h in openings)]
