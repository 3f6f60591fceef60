"""The land the path lies in: sky, sun, hills, trees, a fence and a dog.

Source: mockups/book 05.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.layouts.houses import CREAM, Site
from lifestory.book.layouts.labels import Area
from lifestory.book.layouts.path import DOORSTEP, WIDE
from lifestory.book.ornaments import seeded
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Theme, mix
from lifestory.domain.plans import Outline, Shape

_LAND: Sequence[Sequence[Point]] = (
    ((-6, 103), (60, 101), (120, 97), (180, 90.5), (225, 88.8), (270, 92), (310, 99.5), (345, 103),
     (385, 101), (426, 96.5)),
    ((-6, 102), (40, 102), (90, 103.5), (150, 106.5), (220, 110), (280, 111.6), (330, 109.5),
     (380, 103), (426, 97)),
    ((-6, 127.5), (60, 130), (120, 129.5), (190, 125), (270, 121), (350, 121), (426, 117)),
    ((-6, 177), (40, 170), (100, 163), (150, 163.5), (210, 170), (280, 178), (350, 180),
     (426, 176)),
    ((-6, 235.6), (50, 235.8), (120, 234), (200, 229), (270, 222.5), (330, 219.5), (380, 222),
     (426, 229)),
)  # fmt: skip
"""The crests of the hills from far to near."""

_CLOUDS = ((227, 44.5, 42), (379, 37.6, 33.5), (160.6, 61, 31))
_FAR_TREES = (
    (15.7, 110, 16), (27, 114, 12), (233.9, 112, 14.5), (245.8, 113.4, 11),
    (299.8, 112, 12), (403.9, 118, 21.5),
)  # fmt: skip
_TREES = ((27.9, 196, 39.5), (24, 262, 44))
_BY_THE_HOUSE = ((272, 214, 43.5), (286, 222, 29.5), (398, 224, 51.5))


def sky_and_hills(theme: Theme, sheet: Sheet, taken: Sequence[Area], *, sun: float | None) -> None:
    """From the sky, with the sun at that x, to the near meadow; clouds and far trees only where
    nothing stands."""
    stretch = sheet.width / WIDE
    drawn: list[Shape] = []
    if sun is not None:
        drawn += [
            filled(shapes.circle(sun, 110, r), mix(theme.shapes[6], theme.sky, share))
            for r, share in ((72, 0.32), (54, 0.62), (36, 0.94))
        ]
    for x, y, wide in ((x * stretch, y, wide) for x, y, wide in _CLOUDS):
        if _free(Area(x, y - wide * 0.42, x + wide, y), taken):
            drawn += ornaments.cloud(x, y, wide)
    for index, (colour, crest) in enumerate(zip(theme.land, _LAND, strict=True)):
        drawn.append(filled(_land(sheet, [(x * stretch, y) for x, y in crest]), colour))
        if index == 1:
            for x, foot, height in ((x * stretch, y, tall) for x, y, tall in _FAR_TREES):
                if _free(Area(x - height * 0.32, foot - height, x + height * 0.32, foot), taken):
                    crown = mix(theme.shapes[2], colour, 0.45)
                    drawn += motifs.tree(theme, x, foot, height, crown, mix(crown, colour, 0.7))
    sheet.art("land", drawn)


def _land(sheet: Sheet, crest: Sequence[Point]) -> Outline:
    """The ground below a crest, down over the foot of the spread."""
    curve, low = shapes.smooth(crest), sheet.height + 6
    return Outline(curve.ops + "LLZ", (*curve.points, sheet.width + 6, low, -6.0, low))


def trees(theme: Theme, taken: Sequence[Area], stretch: float, home: float | None) -> list[Shape]:
    """A near tree where there is room, and those that stand by today's home, its doorstep at that
    x."""
    crown, light = theme.shapes[2], mix(theme.shapes[1], theme.shapes[2], 0.75)
    drawn: list[Shape] = []
    for x, foot, height in ((x * stretch, foot, height) for x, foot, height in _TREES):
        room = Area(x - height * 0.3, foot - height * 1.02, x + height * 0.3, foot - height * 0.3)
        trunk = Area(x - 2, foot - height * 0.3, x + 2, foot + 1)
        if _free(room, taken) and _free(trunk, taken):
            drawn += motifs.tree(theme, x, foot, height, mix(crown, theme.land[-1], 0.75), light)
            break
    for off, foot, height in _BY_THE_HOUSE if home is not None else ():
        x = (home or 0.0) + off - DOORSTEP[0]
        drawn += motifs.tree(theme, x, foot, height, light if height < 35 else crown, light)
    return drawn


def fence(site: Site) -> list[Shape]:
    """A picket fence on both sides of today's home."""
    drawn: list[Shape] = []
    for start, count in ((-55.8, 6), (36.2, 9)):
        left, right = site.x + start, site.x + start + (count - 1) * 4
        for y in (site.y - 5.3, site.y - 1.2):
            drawn.append(
                filled(shapes.rectangle(left - 0.9, y, right - left + 1.8, 1.4, 0.5), CREAM)
            )
        for step in range(count):
            picket = shapes.rectangle(left + step * 4 - 0.9, site.y - 8.8, 1.8, 11, 0.8)
            drawn.append(filled(picket, CREAM))
    return drawn


def dog(x: float, foot: float) -> list[Shape]:
    """A small brown dog that sits and looks to the right; 16 mm tall."""
    brown, dark, pale, black = "#A9713D", "#8A5A30", "#F6E3C5", "#2B211B"

    def form(*steps: tuple[str, tuple[float, ...]]) -> Outline:
        made = shapes.outline(*steps)
        flipped = [v if i % 2 == 0 else -v for i, v in enumerate(made.points)]
        return shapes.moved(Outline(made.ops, tuple(flipped)), x, foot)

    def leg(off: float) -> Shape:
        line = shapes.polyline([(x + off, foot - 0.5), (x + off, foot - 5.2)])
        return stroked(line, pale, 1.5)

    tail = form(
        ("M", (-5.2, 2.2)),
        ("C", (-7.6, 3.4, -8.9, 5.8, -8.7, 8.6)),
        ("C", (-8.2, 9.4, -7.7, 9.2, -7.5, 8.4)),
        ("C", (-7.3, 6.2, -6.2, 4.6, -4.2, 4.2)),
        ("Z", ()),
    )
    body = form(
        ("M", (-5.5, 0)),
        ("C", (-6.2, 4.6, -4.4, 8.6, 0.6, 9.4)),
        ("L", (4.6, 9.0)),
        ("C", (5.8, 6.2, 5.9, 2.4, 5.6, 0)),
        ("Z", ()),
    )
    ear = form(
        ("M", (1.7, 14.2)),
        ("C", (-0.4, 13.8, -1.0, 9.8, 0.2, 8.3)),
        ("C", (1.9, 7.9, 2.6, 10.8, 2.7, 13.6)),
        ("Z", ()),
    )
    return [
        filled(tail, brown),
        filled(body, brown),
        leg(1.6),
        leg(4.3),
        filled(shapes.rectangle(x + 1.7, foot - 8.6, 4.6, 1.1, 0.5), "#C2402B"),
        filled(shapes.circle(x + 4.2, foot - 11.6, 3.6), "#BD8749"),
        filled(shapes.ellipse(x + 7.0, foot - 10.9, 1.9, 1.5), pale),
        filled(ear, dark),
        filled(shapes.circle(x + 4.7, foot - 12.6, 0.5), black),
        filled(shapes.circle(x + 8.3, foot - 11.3, 0.72), black),
    ]


def meadow(theme: Theme, seed: object, wide: float, taken: Sequence[Area]) -> list[Shape]:
    """Grass and daisies strewn over the near ground."""
    chance = seeded(seed, "meadow")
    drawn: list[Shape] = []
    green = theme.shapes[1]
    for _ in range(26):
        x, foot = chance.uniform(6, wide - 6), chance.uniform(262, 297)
        tuft = motifs.tuft(theme, chance, x, foot, chance.uniform(6, 10.5), green)
        if _free(Area(x - 6, foot - 10, x + 6, foot), taken):
            drawn += tuft
    for _ in range(13):
        x, y = chance.uniform(10, wide - 10), chance.uniform(258, 292)
        size = chance.uniform(1.8, 2.6)
        if _free(Area(x - 3, y - 3, x + 3, y + 3), taken):
            drawn += motifs.strewn(theme, x, y, size)
    return drawn


def _free(area: Area, taken: Iterable[Area]) -> bool:
    return not any(area.meets(other) for other in taken)
