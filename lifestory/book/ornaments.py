"""Meadow ornaments, drawn from numbers: hills, leaves, cow parsley, grass, poppies, trees.

All in mm with y down. Whatever is strewn is seeded by the page's block, so that a reprint is the
same to the last blade. Source: mockups/book/SPEC "Ornaments".
"""

from __future__ import annotations

import math
from random import Random

from lifestory.book import shapes
from lifestory.book.shapes import Point, filled, stroked
from lifestory.domain.plans import Outline, Shape

WHITE = "#FFFDF7"


def seeded(*parts: object) -> Random:
    """A source of chance that is the same on every machine for the same parts."""
    return Random("/".join(str(part) for part in parts))  # noqa: S311 - ornaments, no secrets


def crest(x: float, y0: float, a: float, wave: float, phase: float, width: float) -> float:
    """The height of a hill's crest at x."""
    return (
        y0
        + a * math.sin(2 * math.pi * (x / width * wave + phase))
        + 0.35 * a * math.sin(2 * math.pi * (1.9 * wave * x / width + 3 * phase))
    )


def hill(width: float, low: float, y0: float, a: float, wave: float, phase: float) -> Outline:
    """The ground below a crest, from edge to edge and down to `low`."""
    xs = [-5 + (width + 10) * step / 47 for step in range(48)]
    top: list[Point] = [(x, crest(x, y0, a, wave, phase, width)) for x in xs]
    curve = shapes.smooth(top)
    return Outline(curve.ops + "LLZ", (*curve.points, width + 5, low, -5.0, low))


def leaf(x: float, y: float, length: float, degrees: float, *, wide: float = 0.38) -> Outline:
    """A leaf from tip to tip about its middle."""
    half, bow = length / 2, length * wide
    shape = shapes.outline(
        ("M", (x - half, y)),
        ("C", (x - half * 0.55, y - bow, x + half * 0.45, y - bow * 1.08, x + half, y)),
        ("C", (x + half * 0.55, y + bow, x - half * 0.45, y + bow * 1.08, x - half, y)),
        ("Z", ()),
    )
    return shapes.turned(shape, degrees, x, y)


def grown_leaf(
    x: float, y: float, length: float, degrees: float, colour: str, vein: str
) -> list[Shape]:
    """A leaf growing from (x, y), with its vein."""
    end = (
        x + length * math.cos(math.radians(degrees)),
        y + length * math.sin(math.radians(degrees)),
    )
    middle = ((x + end[0]) / 2, (y + end[1]) / 2)
    tip = (x + (end[0] - x) * 0.8, y + (end[1] - y) * 0.8)
    return [
        filled(leaf(*middle, length, degrees), colour),
        stroked(shapes.polyline([(x, y), tip]), vein, 0.35),
    ]


def cow_parsley(
    chance: Random, x: float, foot: float, height: float, stem: str, flower: str
) -> list[Shape]:
    """A stem of cow parsley standing at (x, foot): rays over 140° with six dots at each end."""
    lean = chance.uniform(-0.06, 0.06) * height
    top = (x + lean, foot - height)
    bend = (x + lean * 0.2, foot - height * 0.55)
    stalk = shapes.outline(("M", (x, foot)), ("C", (*bend, *bend, *top)))
    drawn = [stroked(stalk, stem, max(0.35, height * 0.008))]
    rays = chance.choice((7, 8))
    for ray in range(rays):
        angle = math.radians(-160 + 140 * ray / (rays - 1))
        reach = height * chance.uniform(0.2, 0.25) * (0.88 + 0.12 * abs(math.sin(angle)))
        end = (top[0] + reach * math.cos(angle), top[1] + reach * math.sin(angle) * 0.86)
        drawn.append(stroked(shapes.polyline([top, end]), stem, max(0.25, height * 0.005)))
        for dot in range(6):
            around = math.radians(60 * dot + chance.uniform(-20, 20))
            off = reach * 0.085
            drawn.append(
                filled(
                    shapes.circle(
                        end[0] + off * math.cos(around),
                        end[1] + off * math.sin(around),
                        reach * chance.uniform(0.06, 0.085),
                    ),
                    flower,
                )
            )
    return drawn


def grass(chance: Random, x: float, foot: float, height: float, colour: str) -> list[Shape]:
    """A tuft of three to five blades."""
    drawn = []
    for _ in range(chance.randint(3, 5)):
        lean = chance.uniform(-0.55, 0.55) * height
        tall = height * chance.uniform(0.6, 1.0)
        base = x + chance.uniform(-0.2, 0.2) * height
        half = height * 0.06
        blade = shapes.outline(
            ("M", (base - half, foot)),
            ("C", (base - half, foot - tall * 0.5, base + lean * 0.3, foot - tall * 0.8,
                   base + lean, foot - tall)),
            ("C", (base + lean * 0.4, foot - tall * 0.7, base + half, foot - tall * 0.4,
                   base + half, foot)),
            ("Z", ()),
        )  # fmt: skip
        drawn.append(filled(blade, colour))
    return drawn


def poppy(
    chance: Random, x: float, foot: float, height: float, stem: str, petal: str
) -> list[Shape]:
    """A poppy: four circles and a dark centre on a stem."""
    top = (x + chance.uniform(-0.08, 0.08) * height, foot - height)
    r = 2.1
    petals = [
        filled(shapes.circle(top[0] + dx * r * 0.62, top[1] + dy * r * 0.62, r), petal)
        for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1))
    ]
    return [
        stroked(shapes.polyline([(x, foot), top]), stem, 0.55),
        *petals,
        filled(shapes.circle(*top, r * 0.55), "#5A2418"),
    ]


def daisy(x: float, y: float, r: float, heart: str = "#F2BE49") -> list[Shape]:
    """A daisy lying in the grass."""
    petals = [
        filled(
            shapes.turned(shapes.ellipse(x + r * 0.62, y, r * 0.42, r * 0.2), 45 * k, x, y), WHITE
        )
        for k in range(8)
    ]
    return [*petals, filled(shapes.circle(x, y, r * 0.32), heart)]


def tree(x: float, foot: float, height: float, crown: str, light: str) -> list[Shape]:
    """A round tree standing at (x, foot)."""
    wide = height * 0.3
    trunk = shapes.polygon(
        [
            (x - height * 0.03, foot),
            (x - height * 0.02, foot - height * 0.5),
            (x + height * 0.02, foot - height * 0.5),
            (x + height * 0.03, foot),
        ]
    )
    middle = foot - height * 0.66
    return [
        filled(trunk, "#7A5C3E"),
        filled(shapes.ellipse(x, middle, wide, height * 0.36), crown),
        filled(
            shapes.ellipse(x - wide * 0.28, middle - height * 0.08, wide * 0.5, height * 0.19),
            light,
        ),
    ]


def cloud(x: float, y: float, width: float) -> list[Shape]:
    """A cloud whose foot stands at y."""
    h = width * 0.17
    foot = shapes.rectangle(x, y - h, width, h, h / 2)
    large = shapes.circle(x + width * 0.36, y - h * 1.28, width * 0.19)
    small = shapes.circle(x + width * 0.64, y - h * 1.05, width * 0.14)
    return [filled(shapes.joined(shapes.joined(foot, large), small), "#F8FBFA", 0.92)]


def card(chance: Random, x: float, y: float, width: float, height: float) -> Outline:
    """A card cut by hand: corners moved by up to 0.6 mm, sides bowed a little."""
    r = 5.0

    def off(most: float = 0.6) -> float:
        return chance.uniform(-most, most)

    def bow() -> float:
        return chance.uniform(0.25, 0.6)

    left, right = x + off(), x + width + off()
    top, low = y + off(), y + height + off()
    l2, r2, t2, b2 = x + off(), x + width + off(), y + off(), y + height + off()
    k = r * 0.45
    middle_x, middle_y = x + width / 2, y + height / 2
    return shapes.outline(
        ("M", (left + r, top)),
        ("C", (middle_x, top - bow(), middle_x, t2 - bow(), right - r, t2)),
        ("C", (right - k, t2, right, t2 + k, right, t2 + r)),
        ("C", (right + bow(), middle_y, r2 + bow(), middle_y, r2, low - r)),
        ("C", (r2, low - k, r2 - k, low, r2 - r, low)),
        ("C", (middle_x, low + bow(), middle_x, b2 + bow(), l2 + r, b2)),
        ("C", (l2 + k, b2, l2, b2 - k, l2, b2 - r)),
        ("C", (l2 - bow(), middle_y, left - bow(), middle_y, left, top + r)),
        ("C", (left, top + k, left + k, top, left + r, top)),
        ("Z", ()),
    )
