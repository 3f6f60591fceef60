"""What every baby needs, each thing in a small drawing."""

from __future__ import annotations

from lifestory.book import motifs
from lifestory.book.layouts.pen import Pen
from lifestory.book.ornaments import WHITE
from lifestory.book.shapes import filled
from lifestory.book.styles import mix
from lifestory.book.themes import Theme
from lifestory.domain.plans import Shape

_EYE = "#33302C"


def bottle(theme: Theme, pen: Pen) -> list[Shape]:
    """A baby's bottle, nearly full."""
    glass, ring = mix(WHITE, theme.shapes[7], 0.6), theme.shapes[5]
    return [
        pen.curved((("M", (-1.6, -6)), ("C", (-1.6, -8.6, 1.6, -8.6, 1.6, -6)), ("Z", ())),
                   theme.homes[4]),
        pen.box(-2.6, -6.2, 5.2, 1.4, theme.homes[4], 0.5),
        pen.box(-3.4, -5, 6.8, 2.4, ring, 0.7),
        pen.box(-3.6, -2.6, 7.2, 10, glass, 2.0),
        pen.box(-3.6, 0.2, 7.2, 7.2, WHITE, 2.0), pen.box(-3.6, 0.2, 7.2, 3, WHITE),
        *(pen.line([(1.4, y), (3.0, y)], theme.soft, 0.35) for y in (1.6, 3.2, 4.8)),
    ]  # fmt: skip


def moon(theme: Theme, pen: Pen) -> list[Shape]:
    """A moon and stars over a blanket."""
    night = mix(theme.homes[7], theme.cover, 0.65)
    drawn = [pen.disc(0, 0, 10, night)]
    drawn.append(filled(motifs.crescent(*pen.at(0.6, -0.6), 5.4 * pen.k), theme.shapes[4]))
    for x, y, r in ((4.6, -4.4, 1.1), (-5.4, 4.2, 0.9), (5.6, 3.4, 0.8), (-4.4, -6.0, 0.7)):
        drawn.append(filled(motifs.star(*pen.at(x, y), r * pen.k), theme.shapes[6]))
    return drawn


def teddy(theme: Theme, pen: Pen) -> list[Shape]:
    """A teddy bear, its arms open."""
    fur = mix(theme.homes[4], theme.shapes[4], 0.75)
    light = mix(fur, WHITE, 0.45)
    return [
        pen.oval(-5.0, 1.6, 1.9, 3.0, fur, 52), pen.oval(5.0, 1.6, 1.9, 3.0, fur, -52),
        pen.oval(-2.6, 6.6, 2.1, 2.1, fur), pen.oval(2.6, 6.6, 2.1, 2.1, fur),
        pen.oval(0, 3.2, 3.9, 4.4, fur), pen.oval(0, 3.6, 2.4, 2.9, light),
        pen.disc(-3.1, -6.3, 1.6, fur), pen.disc(3.1, -6.3, 1.6, fur),
        pen.disc(-3.1, -6.3, 0.8, light), pen.disc(3.1, -6.3, 0.8, light),
        pen.disc(0, -3.4, 4.2, fur), pen.oval(0, -2.0, 2.0, 1.6, light),
        pen.disc(-1.7, -4.2, 0.5, _EYE), pen.disc(1.7, -4.2, 0.5, _EYE),
        pen.oval(0, -2.7, 0.8, 0.55, _EYE),
        pen.arc((("M", (-0.9, -1.5)), ("C", (-0.5, -0.9, 0.5, -0.9, 0.9, -1.5))), _EYE, 0.3),
    ]  # fmt: skip


def umbrella(theme: Theme, pen: Pen) -> list[Shape]:
    """A large umbrella held over a small one."""
    one, other, handle = theme.shapes[5], theme.shapes[4], theme.title
    drawn = []
    for x, y, k, colour in ((-1.2, -2.0, 1.0, one), (3.6, 3.0, 0.52, other)):
        at = Pen(*pen.at(x, y), pen.k * k)
        drawn += [
            at.arc((("M", (0, -4)), ("L", (0, 6.4)), ("C", (0, 8.6, -2.6, 8.6, -2.6, 6.8))),
                   handle, 0.8),
            at.curved((("M", (-6.6, 0)), ("C", (-6, -7.6, 6, -7.6, 6.6, 0)),
                       ("C", (5, -1.3, 3.4, -1.3, 2.2, 0)), ("C", (0.9, -1.3, -0.9, -1.3, -2.2, 0)),
                       ("C", (-3.4, -1.3, -5, -1.3, -6.6, 0)), ("Z", ())), colour),
            at.curved((("M", (-2.2, 0)), ("C", (-2, -4, -0.8, -5.4, 0, -5.7)),
                       ("C", (0.8, -5.4, 2, -4, 2.2, 0)), ("C", (0.9, -1.3, -0.9, -1.3, -2.2, 0)),
                       ("Z", ())), mix(colour, WHITE, 0.75)),
        ]  # fmt: skip
    for x, y in ((-7.6, -5.6), (-5.4, -8.0), (4.6, -7.0), (7.2, -4.0), (8.0, -0.6)):
        drawn.append(pen.line([(x, y), (x - 0.5, y + 1.6)], theme.homes[2], 0.5))
    return drawn


def duck(theme: Theme, pen: Pen) -> list[Shape]:
    """A rubber duck in the bath."""
    body, water = theme.shapes[4], mix(theme.homes[2], WHITE, 0.6)
    return [
        pen.curved((("M", (-6, 0.6)), ("C", (-5, 5.6, 4.6, 6.4, 5.6, 0.4)),
                    ("C", (3.4, 1.6, 1.4, 0.8, 0.2, -0.6)), ("L", (-4.4, -0.2)),
                    ("C", (-5.4, -0.6, -6, -1.6, -6.8, -1.6)), ("C", (-7, -0.4, -6.6, 0, -6, 0.6)),
                    ("Z", ())), body),
        pen.disc(2.0, -3.2, 3.2, body),
        pen.form([(4.4, -3.6), (7.4, -2.9), (4.5, -1.6)], theme.shapes[5]),
        pen.disc(2.9, -4.0, 0.55, _EYE),
        pen.oval(-1.8, 1.2, 2.6, 1.5, mix(theme.shapes[5], body, 0.25), -14),
        pen.curved((("M", (-9.2, 3.6)), ("C", (-7, 2.4, -5.4, 4.8, -3.2, 3.6)),
                    ("C", (-1, 2.4, 0.8, 4.8, 3, 3.6)), ("C", (5.2, 2.4, 7, 4.6, 9.2, 3.6)),
                    ("C", (7.8, 8, 3.6, 9.9, 0, 9.9)), ("C", (-3.6, 9.9, -7.8, 8, -9.2, 3.6)),
                    ("Z", ())), water),
        pen.disc(6.4, -6.4, 0.9, WHITE), pen.disc(8.0, -4.4, 0.6, WHITE),
        pen.disc(-6.2, -5.4, 1.1, WHITE),
    ]  # fmt: skip


def blocks(theme: Theme, pen: Pen) -> list[Shape]:
    """Building blocks and a ball."""
    ball = theme.shapes[5]
    return [
        pen.box(-7.0, 0.8, 5.6, 5.6, theme.homes[2], 0.6), pen.box(-1.0, 0.8, 5.6, 5.6,
                                                                  theme.shapes[4], 0.6),
        pen.box(-4.2, -5.2, 5.6, 5.6, theme.shapes[3], 0.6),
        pen.form([(-4.6, -5.6), (-1.4, -9.0), (1.8, -5.6)], ball),
        pen.disc(-4.2, 3.6, 1.4, mix(theme.homes[2], WHITE, 0.45)),
        pen.box(0.5, 2.3, 2.6, 2.6, mix(theme.shapes[4], WHITE, 0.45), 0.3),
        pen.disc(6.4, 4.2, 2.2, ball), pen.oval(6.4, 4.2, 0.7, 2.2, WHITE, 20),
    ]  # fmt: skip


DRAWN = {
    "food": bottle, "sleep": moon, "cuddles": teddy, "safe": umbrella, "well": duck, "play": blocks,
}  # fmt: skip
"""The drawing of each need."""
