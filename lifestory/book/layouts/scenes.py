"""Places and things drawn over a page's words: two lit houses on one path, a bench under a tree, an
open door, bunting and a cake. Each stands on the lower edge of its area and is as wide as its page
lets it be; colours are those of the theme."""

from __future__ import annotations

import math

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.houses import Site, house
from lifestory.book.layouts.labels import Area
from lifestory.book.layouts.pen import Pen
from lifestory.book.ornaments import WHITE, seeded
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.book.themes import Theme
from lifestory.domain.life import House
from lifestory.domain.plans import Shape
from lifestory.sharing.shared import SharedBlock

_WIDEST = 250.0
"""How wide a scene is at most, in units."""
_NARROW = 122.0
"""In a scene narrower than this for its height, things stand smaller."""


def _middle(area: Area) -> tuple[float, float, float]:
    """The left edge, the right edge and the height of a scene in its area."""
    wide = min(area.right - area.left, _WIDEST)
    x = (area.left + area.right) / 2
    return x - wide / 2, x + wide / 2, area.bottom - area.top


def _framed(area: Area, sky: str) -> list[Shape]:
    """A picture with soft corners: no more yet than its sky."""
    left, right, tall = _middle(area)
    back = shapes.rectangle(left, area.top, right - left, tall, 9)
    return [filled(back, sky)]


def _land(area: Area, high: float, bow: float, colour: str) -> Shape:
    """A hill within a picture's soft frame: its crest `high` over the foot."""
    left, right, _ = _middle(area)
    low, r = area.bottom, 9.0
    wide, y = right - left, low - high
    return filled(
        shapes.outline(
            ("M", (left, y)),
            ("C", (left + wide * 0.3, y - bow, left + wide * 0.62, y + bow * 0.9, right, y - bow)),
            ("L", (right, low - r)),
            ("C", (right, low - r * 0.45, right - r * 0.45, low, right - r, low)),
            ("L", (left + r, low)),
            ("C", (left + r * 0.45, low, left, low - r * 0.45, left, low - r)),
            ("Z", ()),
        ),
        colour,
    )


def two_houses(desk: Desk, sheet: Sheet, block: SharedBlock, area: Area) -> None:
    """Two houses on one path, a light in the windows of both: nobody is the dark one."""
    theme, chance = desk.theme, seeded(block.id, "houses")
    left, right, tall = _middle(area)
    wide, low = right - left, area.bottom
    k = min(tall / 92.0, wide / _NARROW)
    sky = mix(theme.sky, theme.ground, 0.9)
    far, near = theme.land[2], theme.land[4]
    drawn = _framed(area, sky)
    sun = shapes.circle(left + wide * 0.5, area.top + tall * 0.34, 13 * k)
    glow = shapes.circle(left + wide * 0.5, area.top + tall * 0.34, 20 * k)
    drawn += [filled(glow, mix(theme.shapes[6], sky, 0.5))]
    drawn += [filled(sun, mix(theme.shapes[4], sky, 0.65))]
    drawn.append(_land(area, 42 * k, 7 * k, far))
    for share, high in ((0.06, 21), (0.13, 27), (0.42, 16), (0.48, 20), (0.93, 25)):
        foot = low - 40 * k
        drawn += motifs.tree(
            theme, left + wide * share, foot, high * k, theme.shapes[2], theme.shapes[1]
        )
    drawn.append(_land(area, 28 * k, -5 * k, near))
    one, other = (left + wide * 0.24, low - 26 * k), (left + wide * 0.75, low - 21 * k)
    drawn += _path(one, other, low, k, theme)
    drawn += house(House.TERRACE, Site(*one, 0.92 * k), theme.homes[0])
    drawn += house(House.HOME, Site(*other, 1.12 * k), theme.home_today)
    for _ in range(7):
        at = chance.uniform(left + 12, right - 12)
        blade = chance.uniform(4, 7) * k
        drawn += motifs.tuft(theme, chance, at, low - chance.uniform(2, 7) * k, blade,
                             theme.shapes[1])  # fmt: skip
    sheet.art("two houses", drawn, "Two houses on one path, a light in the windows of both.")


def _path(one: Point, other: Point, low: float, k: float, theme: Theme) -> list[Shape]:
    (ax, ay), (bx, by) = one, other
    way = shapes.outline(
        ("M", (ax - 1.2 * k, ay)),
        ("C", (ax, ay + 14 * k, ax + 20 * k, low - 4 * k, (ax + bx) / 2, low - 6 * k)),
        ("C", (bx - 24 * k, low - 7 * k, bx - 4 * k, low - 6 * k, bx - 0.4 * k, by)),
    )
    return [stroked(way, theme.edge, 6.4 * k), stroked(way, theme.path, 5.0 * k)]


def bench(desk: Desk, sheet: Sheet, block: SharedBlock, area: Area) -> None:
    """A bench under a tree, a ball and a kite: somewhere to meet."""
    theme, chance = desk.theme, seeded(block.id, "bench")
    left, right, tall = _middle(area)
    wide, low = right - left, area.bottom
    k = min(tall / 92.0, wide / _NARROW)
    drawn = _framed(area, mix(theme.sky, theme.ground, 0.9))
    for x, y, w in ((0.46, 0.26, 34), (0.16, 0.17, 24)):
        drawn += ornaments.cloud(left + wide * x, area.top + tall * y, w * k)
    drawn.append(_land(area, 36 * k, 5 * k, theme.land[2]))
    drawn += motifs.tree(theme, left + wide * 0.9, low - 33 * k, 24 * k,
                         theme.shapes[2], theme.shapes[1])  # fmt: skip
    drawn.append(_land(area, 25 * k, -4 * k, theme.land[4]))
    foot = low - 15 * k
    drawn += motifs.tree(theme, left + wide * 0.2, foot, 70 * k, theme.shapes[2], theme.shapes[1])
    drawn += _bench(Pen(left + wide * 0.46, foot + 3 * k, k), mix("#8A5F3C", theme.ground, 0.85))
    ball = Pen(left + wide * 0.69, foot + 3 * k, k)
    drawn += [ball.disc(0, 0, 5.4, theme.shapes[5]), ball.oval(0, 0, 1.7, 5.4, WHITE, 24),
              ball.disc(0, 0, 1.0, theme.shapes[4])]  # fmt: skip
    drawn += _kite(Pen(left + wide * 0.82, area.top + 23 * k, k), theme)
    for _ in range(8):
        at = chance.uniform(left + 12, right - 12)
        drawn += motifs.tuft(theme, chance, at, low - chance.uniform(2, 8) * k, 6 * k,
                             theme.shapes[1])  # fmt: skip
    sheet.art("bench", drawn, "A bench under a tree, a ball and a kite.")


def _bench(pen: Pen, wood: str) -> list[Shape]:
    dark = mix(wood, "#2A1D14", 0.7)
    drawn: list[Shape] = []
    for x in (-20, 18):
        drawn += [pen.box(x, -26, 2.4, 26, dark, 0.8), pen.box(x + 3.4, -12, 2.2, 12, dark, 0.8)]
    for y in (-26, -20.4):
        drawn.append(pen.box(-24, y, 48, 4.2, wood, 1.2))
    drawn += [pen.box(-25, -13, 50, 4.0, mix(wood, "#FFFFFF", 0.85), 1.2),
              pen.box(-25, -9.6, 50, 1.6, dark, 0.6)]  # fmt: skip
    return drawn


def _kite(pen: Pen, theme: Theme) -> list[Shape]:
    line = (("M", (0, 17)), ("C", (-6, 30, 4, 36, -12, 48)))
    bows = [pen.form([(x, y), (x + 3.4, y - 2.2), (x + 3.4, y + 2.2)], theme.shapes[4])
            for x, y in ((-2.2, 25), (-1.6, 34))]  # fmt: skip
    bows += [pen.form([(x, y), (x - 3.4, y - 2.2), (x - 3.4, y + 2.2)], theme.shapes[4])
             for x, y in ((-2.2, 25), (-1.6, 34))]  # fmt: skip
    return [
        pen.arc(line, theme.soft, 0.5),
        pen.form([(0, -16), (12, 0), (0, 17), (-12, 0)], theme.shapes[5]),
        pen.form([(0, -16), (12, 0), (0, 0)], theme.shapes[4]),
        pen.form([(0, 17), (-12, 0), (0, 0)], theme.shapes[3]),
        *bows,
    ]


def open_door(desk: Desk, sheet: Sheet, block: SharedBlock, area: Area) -> None:
    """A front door that stands open, light falling out on the step; small boots beside large."""
    theme, chance = desk.theme, seeded(block.id, "door")
    left, right, tall = _middle(area)
    low, x = area.bottom, (left + right) / 2
    k = min(tall / 92.0, (right - left) / 152)
    wall = mix(theme.cards[0][0], theme.ground, 0.75)
    brick = mix(theme.cards[0][1], wall, 0.14)
    drawn = _framed(area, wall)
    for row in range(6):
        for column in range(7):
            bx = left + 10 + (right - left - 26) * (column + 0.5 * (row % 2)) / 7
            by = area.top + 9 * k + row * 12 * k
            if abs(bx + 6 - x) > 42 * k and chance.random() < 0.45 and bx + 12 < right - 6:
                drawn.append(filled(shapes.rectangle(bx, by, 12, 4.6 * k, 1), brick))
    drawn.append(_land(area, 13 * k, 0, theme.land[4]))
    pen = Pen(x, low - 9 * k, k)
    frame, door = mix(WHITE, theme.ground, 0.7), theme.home_today
    light = theme.shapes[6]
    drawn += [
        pen.form([(-17, 0), (17, 0), (30, 9), (-30, 9)], mix(theme.shapes[4], light, 0.35)),
        pen.box(-21, -74, 42, 74, frame, 3), pen.box(-17, -70, 34, 70, light, 1),
        pen.box(-17, -22, 34, 22, mix(theme.shapes[4], light, 0.4)),
        pen.disc(0, -52, 6.5, theme.shapes[4]), pen.line([(0, -70), (0, -58)], theme.soft, 0.6),
        pen.form([(17, -70), (34, -64), (34, 4), (17, 0)], door),
        pen.form([(20.5, -60), (30.5, -56.5), (30.5, -37), (20.5, -39)], mix(door, WHITE, 0.7)),
        pen.form([(20.5, -32), (30.5, -30.5), (30.5, -8), (20.5, -9)], mix(door, WHITE, 0.8)),
        pen.disc(31.8, -30, 1.3, theme.shapes[4]),
        pen.box(-26, 0, 52, 4.4, mix(theme.soft, theme.ground, 0.35), 1),
        pen.oval(0, 7.4, 18, 2.2, theme.shapes[5]),
    ]  # fmt: skip
    large, small = (1.25, theme.homes[2]), (0.85, theme.shapes[5])
    for at, (size, colour) in ((-42, large), (-33, large), (-61, small), (-54.5, small)):
        drawn += _boot(Pen(x + at * k, low - 6 * k, k * size), colour)
    pot = Pen(x + 51 * k, low - 5 * k, k)
    drawn += motifs.tree(theme, pot.x, pot.y - 9 * k, 36 * k, theme.shapes[2], theme.shapes[1])
    drawn.append(pot.form([(-8, -12), (8, -12), (6, 0), (-6, 0)], theme.homes[4]))
    drawn.append(pot.box(-9, -14, 18, 3.4, mix(theme.homes[4], "#000000", 0.85), 1))
    sheet.art("open door", drawn, "A front door that stands open, with boots beside it.")


def _boot(pen: Pen, colour: str) -> list[Shape]:
    dark = mix(colour, "#000000", 0.75)
    return [
        pen.curved((("M", (-3, -14)), ("L", (3, -14)), ("L", (3, -5)),
                    ("C", (8, -4.6, 8, -1.6, 8, 0)), ("L", (-3, 0)), ("Z", ())), colour),
        pen.box(-3.3, -15, 6.6, 2.4, dark, 0.6), pen.box(-3, -1.4, 11, 1.6, dark, 0.5),
    ]  # fmt: skip


def bunting(desk: Desk, sheet: Sheet, y: float) -> None:
    """Flags on a string from edge to edge of the page, its ends at `y`."""
    theme = desk.theme
    colours = (theme.shapes[4], theme.shapes[5], theme.shapes[3], theme.homes[2], theme.shapes[1])
    sag, count = 8.0, max(9, round(sheet.width / 22))

    def on(share: float) -> Point:
        return -4 + (sheet.width + 8) * share, y + sag * math.sin(math.pi * share)

    drawn = []
    for number in range(count):
        middle = (number + 0.5) / count
        a, b = on(middle - 0.36 / count), on(middle + 0.36 / count)
        tip = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 13)
        drawn.append(filled(shapes.polygon([a, b, tip]), colours[number % len(colours)]))
    string = shapes.smooth([on(step / 24) for step in range(25)])
    sheet.art("bunting", [*drawn, stroked(string, theme.soft, 0.6)])


def cake(desk: Desk, sheet: Sheet, area: Area) -> None:
    """A cake on a table, balloons on either side."""
    theme = desk.theme
    left, right, tall = _middle(area)
    low, x = area.bottom, (left + right) / 2
    k = min(tall / 92.0, (right - left) / 176)
    cloth, cream = mix(theme.cards[-1][0], theme.ground, 0.9), theme.shapes[6]
    pen = Pen(x, low, k)
    drawn: list[Shape] = []
    for bx, by, colour in ((-66, -58, theme.shapes[5]), (-52, -68, theme.shapes[4]),
                           (60, -64, theme.homes[2]), (74, -52, theme.shapes[3]),
                           (48, -50, theme.shapes[4])):  # fmt: skip
        hold = (-58 if bx < 0 else 60, -18)
        drawn += [pen.arc((("M", (bx, by + 12)), ("C", (bx, by + 30, hold[0], -36, *hold))),
                          theme.soft, 0.45),
                  pen.oval(bx, by, 10.4, 12.4, colour),
                  pen.form([(bx - 2, by + 14), (bx + 2, by + 14), (bx, by + 11.4)], colour),
                  pen.oval(bx - 3.4, by - 4.4, 2, 3.4, mix(WHITE, colour, 0.55), 24)]  # fmt: skip
    drawn += [
        pen.box(-80, -16, 160, 16, cloth, 3),
        pen.oval(0, -17, 42, 4.4, mix(theme.soft, theme.ground, 0.25)),
        pen.box(-33, -41, 66, 24, theme.homes[4], 3), pen.box(-33, -45, 66, 9, cream, 4),
        pen.box(-22, -61, 44, 17, mix(theme.homes[4], WHITE, 0.8), 3),
        pen.box(-22, -64, 44, 8, cream, 4),
    ]  # fmt: skip
    for n in range(9):
        drawn.append(pen.oval(-28.5 + 7.1 * n, -36.4, 3.2, 3.6 + 1.4 * (n % 2), cream))
    for n in range(5):
        drawn.append(pen.oval(-16.6 + 8.3 * n, -56, 3.4, 3.4 + 1.3 * (n % 2), cream))
    for at in (-14, -4.6, 4.6, 14):
        drawn += [pen.box(at - 1, -75, 2, 12, theme.shapes[5], 0.4),
                  pen.oval(at, -78, 1.6, 2.8, theme.shapes[4])]  # fmt: skip
    sheet.art("cake", drawn, "A cake with candles, and balloons.")
