"""A theme in a nutshell, for whoever chooses one: its ground, its title, what grows in it."""

from __future__ import annotations

from lifestory.book import motifs, shapes
from lifestory.book.ornaments import seeded
from lifestory.book.shapes import filled
from lifestory.book.themes import Theme
from lifestory.domain.plans import Shape

WIDE, TALL = 64.0, 40.0
"""Of a swatch, in units, y down."""


def swatch(theme: Theme) -> tuple[Shape, ...]:
    """The theme's cover above, its page below: sky and sun, a title, a hill with what grows."""
    chance = seeded(theme.name, "swatch")
    drawn = [
        filled(shapes.rectangle(0, 0, WIDE, TALL), theme.ground),
        filled(shapes.rectangle(6, 6, 24, 3.6, 1), theme.title),
        filled(shapes.rectangle(6, 13, 18, 1.8), theme.soft),
        filled(shapes.rectangle(6, 17, 21, 1.8), theme.soft),
        filled(shapes.rectangle(36, 0, WIDE - 36, TALL), theme.cover_ground),
        filled(shapes.circle(54, 9, 4.5), theme.shapes[4]),
    ]
    drawn += motifs.ground(theme, WIDE, TALL + 1, 31, 2, 0.9, 0.1, theme.shapes[1])
    for x, share in ((8, 0.8), (14, 1.0), (50, 0.9), (57, 0.7)):
        drawn += motifs.growing(theme, chance, x, 37, 16 * share)
    return tuple(drawn)
