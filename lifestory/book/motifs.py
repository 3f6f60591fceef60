"""What grows, lies and is strewn in each theme: the theme names the ornament, this draws it.

Units with y down; all is paths and flat tints, strewn from a seed. Source: mockups/book/SPEC
"Ornaments", mock-up 14.
"""

from __future__ import annotations

import math
from random import Random

from lifestory.book import ornaments, shapes
from lifestory.book.ornaments import WHITE, crest
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.themes import Theme, mix
from lifestory.domain.plans import Outline, Shape


def ground(
    theme: Theme,
    width: float,
    low: float,
    y0: float,
    a: float,
    wave: float,
    phase: float,
    colour: str,
) -> list[Shape]:
    """The ground below a crest about y0, from edge to edge: a hill, a row of waves, or cloth with
    its seam."""
    if theme.drawn["ground"] == "wave":
        return [filled(_waves(width, low, y0, a, phase), colour)]
    drawn = [filled(ornaments.hill(width, low, y0, a, wave, phase), colour)]
    if theme.drawn["ground"] == "cloth":
        seam = [(x, crest(x, y0, a, wave, phase, width) + 3.2) for x in _steps(width)]
        ink = mix(theme.title, colour, 0.45)
        drawn.append(stroked(shapes.smooth(seam), ink, 0.5, dash=(2.4, 2.2)))
    return drawn


def _steps(width: float) -> list[float]:
    return [-5 + (width + 10) * step / 47 for step in range(48)]


def _waves(width: float, low: float, y0: float, a: float, phase: float) -> Outline:
    """Arcs that hang between crests, every one of another length."""
    chance = Random(f"{phase:.3f}")  # noqa: S311 - a drawing
    sag = 3.2 + 0.35 * a
    x, y = -5.0 - 30 * chance.random(), y0
    ops, points = "M", [x, y]
    while x < width + 5:
        long = min(chance.uniform(28, 46), width + 5 - x)
        end_y = y0 + chance.uniform(-0.8, 0.8)
        points += [x + long * 0.3, y + sag, x + long * 0.7, end_y + sag, x + long, end_y]
        ops, x, y = ops + "C", x + long, end_y
    return Outline(ops + "LLZ", (*points, x, low, points[0], low))


def growing(
    theme: Theme,
    chance: Random,
    x: float,
    foot: float,
    height: float,
    stem: str = "",
    flower: str = "",
) -> list[Shape]:
    """What stands on the ground at (x, foot), `height` tall; in the theme's own greens, or in what
    stands for them, unless told otherwise."""
    stem, flower = stem or theme.shapes[2], flower or theme.shapes[1]
    match theme.drawn["growing"]:
        case "marram":
            return _marram(theme, chance, x, foot, height, stem)
        case "fir":
            return _fir(x, foot, height * chance.uniform(0.8, 1.0), stem, flower)
        case "button":
            return _button(theme, chance, x, foot, height)
    return ornaments.cow_parsley(chance, x, foot, height, stem, flower)


def tuft(
    theme: Theme, chance: Random, x: float, foot: float, height: float, colour: str
) -> list[Shape]:
    """Low growth about the foot of what is tall; cloth has a cross-stitch there."""
    match theme.drawn["growing"]:
        case "button":
            r = min(2.0, height * 0.2)
            sides = [(x - r, foot - 2 * r, x + r, foot), (x + r, foot - 2 * r, x - r, foot)]
            return [
                stroked(shapes.polyline([(ax, ay), (bx, by)]), colour, 0.6)
                for ax, ay, bx, by in sides
            ]
        case "fir":
            return _fir(x, foot, height * 0.8, colour, colour)
        case "marram":
            return ornaments.grass(chance, x, foot, height, _reed(theme))
    return ornaments.grass(chance, x, foot, height, colour)


def tree(theme: Theme, x: float, foot: float, height: float, crown: str, light: str) -> list[Shape]:
    """A tree far off: a fir under a night sky, else a round one."""
    if theme.drawn["growing"] == "fir":
        return _fir(x, foot, height, crown, light)
    if theme.drawn["growing"] == "marram":
        # Where the greens are the blues of the sea, a tree has its green of sand and sea.
        crown, light = mix(_reed(theme), crown, 0.8), mix(_reed(theme), WHITE, 0.7)
    return ornaments.tree(x, foot, height, crown, light)


def strewn(theme: Theme, x: float, y: float, r: float) -> list[Shape]:
    """Something small lying on the ground."""
    match theme.drawn["mark"]:
        case "shell":
            return _shell(x, y, r * 2.2, -20, WHITE, mix(theme.shapes[5], WHITE, 0.4))
        case "star":
            return [filled(star(x, y, r), WHITE)]
        case "patch":
            return _round_button(x, y, r * 0.9, theme.shapes[5], WHITE)
    return ornaments.daisy(x, y, r, theme.shapes[4])


def mark(
    theme: Theme, x: float, y: float, length: float, degrees: float, colour: str, vein: str
) -> list[Shape]:
    """The theme's own sign about (x, y): under the page number, and on the endpapers."""
    match theme.drawn["mark"]:
        case "shell":
            return _shell(x, y, length, degrees, colour, vein)
        case "star":
            return [filled(star(x, y, length * 0.55), colour)]
        case "patch":
            return _patch(x, y, length * 0.8, degrees, colour, vein)
    angle = math.radians(degrees)
    start = (x - length / 2 * math.cos(angle), y - length / 2 * math.sin(angle))
    return ornaments.grown_leaf(*start, length, degrees, colour, vein)


def star(x: float, y: float, r: float) -> Outline:
    """A star of four points; its inner radius is 0.32 of the outer."""
    points: list[Point] = []
    for step in range(8):
        angle, reach = math.radians(45 * step - 90), r if step % 2 == 0 else r * 0.32
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return shapes.polygon(points)


def crescent(x: float, y: float, r: float) -> Outline:
    """A waxing moon: two arcs."""
    k, out = r * 0.5522847498, r * 0.44
    turned = shapes.outline(
        ("M", (x, y - r)),
        ("C", (x - k, y - r, x - r, y - k, x - r, y)),
        ("C", (x - r, y + k, x - k, y + r, x, y + r)),
        ("C", (x - out * 0.62, y + r * 0.72, x - out, y + r * 0.4, x - out, y)),
        ("C", (x - out, y - r * 0.4, x - out * 0.62, y - r * 0.72, x, y - r)),
        ("Z", ()),
    )
    return shapes.turned(turned, -28, x, y)


def boat(x: float, y: float, size: float, theme: Theme) -> list[Shape]:
    """A small sailing boat whose hull swims at y; `size` is its length."""
    k = size / 30

    def at(*points: Point) -> Outline:
        return shapes.polygon((x + px * k, y + py * k) for px, py in points)

    hull = shapes.outline(
        ("M", (x - 15 * k, y - 2 * k)),
        ("L", (x + 15 * k, y - 4 * k)),
        ("C", (x + 13 * k, y + 3 * k, x + 9 * k, y + 4.5 * k, x, y + 4.5 * k)),
        ("C", (x - 9 * k, y + 4.5 * k, x - 13 * k, y + 3 * k, x - 15 * k, y - 2 * k)),
        ("Z", ()),
    )
    return [
        filled(at((-1.6, -37), (0.1, -37), (1, -3), (-0.6, -3)), theme.cover),
        filled(at((1.4, -35), (12.5, -9.5), (2, -6.5)), theme.shapes[5]),
        filled(at((-2.8, -31), (-2, -6.5), (-9.5, -8)), WHITE),
        filled(hull, theme.cover),
    ]


def _reed(theme: Theme) -> str:
    return mix(theme.shapes[4], theme.shapes[3], 0.52)


def _marram(
    theme: Theme, chance: Random, x: float, foot: float, height: float, stem: str
) -> list[Shape]:
    """Beach grass: long blades that bow with the wind, two of them in ear."""
    drawn: list[Shape] = []
    colour = _reed(theme)
    for blade in range(7):
        lean = (blade - 2.4) * 0.11 * height + chance.uniform(-0.04, 0.06) * height
        tall = height * chance.uniform(0.62, 1.0)
        base, half = x + (blade - 3) * 0.02 * height, max(0.35, height * 0.014)
        tip = (base + lean, foot - tall)
        shape = shapes.outline(
            ("M", (base - half, foot)),
            ("C", (base - half, foot - tall * 0.55, base + lean * 0.3, foot - tall * 0.9, *tip)),
            ("C", (base + lean * 0.4 + half, foot - tall * 0.82, base + half, foot - tall * 0.5,
                   base + half, foot)),
            ("Z", ()),
        )  # fmt: skip
        drawn.append(filled(shape, colour if blade % 2 else mix(colour, stem, 0.6)))
        if blade in (2, 4):
            ear = shapes.ellipse(tip[0], tip[1] + height * 0.06, height * 0.022, height * 0.085)
            drawn.append(filled(shapes.turned(ear, 10 if lean > 0 else -8, *tip), theme.shapes[4]))
    return drawn


def _fir(x: float, foot: float, height: float, dark: str, light: str) -> list[Shape]:
    """A fir tree: three skirts, the snow's light on one side of the topmost."""
    trunk = shapes.rectangle(x - height * 0.035, foot - height * 0.12, height * 0.07, height * 0.13)
    drawn = [filled(trunk, "#6B5648")]
    for wide, low, high in ((0.3, 0.1, 0.55), (0.24, 0.34, 0.78), (0.17, 0.58, 1.0)):
        skirt = [
            (x - height * wide, foot - height * low),
            (x, foot - height * high),
            (x + height * wide, foot - height * low),
        ]
        drawn.append(filled(shapes.polygon(skirt), dark))
        lit = [(x, foot - height * high), (x + height * wide, foot - height * low),
               (x + height * wide * 0.3, foot - height * low)]  # fmt: skip
        drawn.append(filled(shapes.polygon(lit), light, 0.35))
    return drawn


def _button(theme: Theme, chance: Random, x: float, foot: float, height: float) -> list[Shape]:
    """A flower of cloth: a stitched stem, two leaves, petals about a button."""
    top = (x + chance.uniform(-0.05, 0.05) * height, foot - height)
    bend = ((x + top[0]) / 2 + 0.05 * height, foot - height * 0.5)
    stem = shapes.outline(("M", (x, foot)), ("C", (*bend, *bend, *top)))
    r = min(5.5, 1.8 + height * 0.075)
    petals = theme.shapes[chance.choice((1, 3, 5))]
    drawn = [stroked(stem, theme.shapes[2], 0.8, dash=(2.0, 1.6))]
    for side, share in ((1, 0.38), (-1, 0.56)):
        at, length = (x + side * r * 0.9, foot - height * share), r * 1.9
        drawn.append(filled(ornaments.leaf(*at, length, -35 * side, wide=0.3), theme.shapes[2]))
    for step in range(6):
        angle = math.radians(60 * step + 12)
        at = (top[0] + r * 0.78 * math.cos(angle), top[1] + r * 0.78 * math.sin(angle))
        drawn.append(filled(shapes.circle(*at, r * 0.52), petals))
    return [*drawn, *_round_button(*top, r * 0.55, theme.shapes[4], theme.title)]


def _round_button(x: float, y: float, r: float, colour: str, holes: str) -> list[Shape]:
    spots = [(x + dx * r * 0.3, y + dy * r * 0.3) for dx in (-1, 1) for dy in (-1, 1)]
    return [
        filled(shapes.circle(x, y, r), colour),
        *(filled(shapes.circle(*spot, r * 0.13), holes) for spot in spots),
    ]


def _shell(
    x: float, y: float, length: float, degrees: float, colour: str, vein: str
) -> list[Shape]:
    """A scallop: a fan with five ribs."""
    r, foot = length * 0.46, y + length * 0.3
    rim: list[Point] = []
    for step in range(25):
        angle = math.radians(-172 + 164 * step / 24)
        reach = r * (1.0 + 0.05 * math.cos(math.radians(step * 75)))
        rim.append((x + reach * math.cos(angle), foot + reach * 1.12 * math.sin(angle)))
    base = r * 0.3
    fan = [(x - base, foot + r * 0.12), *rim, (x + base, foot + r * 0.12)]
    drawn = [filled(shapes.turned(shapes.polygon(fan), degrees, x, y), colour)]
    for step in range(1, 6):
        angle = math.radians(-172 + 164 * step / 6)
        end = (x + r * 0.84 * math.cos(angle), foot + r * 0.94 * math.sin(angle))
        rib = shapes.polyline([(x + (end[0] - x) * 0.2, foot + (end[1] - foot) * 0.2), end])
        drawn.append(stroked(shapes.turned(rib, degrees, x, y), vein, 0.3))
    return drawn


def _patch(
    x: float, y: float, size: float, degrees: float, colour: str, thread: str
) -> list[Shape]:
    """A square of cloth, stitched on."""
    half, inner = size / 2, size * 0.36
    cloth = shapes.rectangle(x - half, y - half, size, size, size * 0.08)
    seam = shapes.rectangle(x - inner, y - inner, 2 * inner, 2 * inner, size * 0.05)
    return [
        filled(shapes.turned(cloth, degrees, x, y), colour),
        stroked(shapes.turned(seam, degrees, x, y), thread, 0.4, dash=(1.4, 1.2)),
    ]
