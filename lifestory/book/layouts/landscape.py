"""The land the path lies in: sky, sun, hills, trees, a fence and a dog.

Source: mockups/book 05.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lifestory.book import ornaments, shapes
from lifestory.book.layouts.houses import CREAM, Site
from lifestory.book.layouts.labels import Area
from lifestory.book.layouts.path import DOORSTEP
from lifestory.book.ornaments import seeded
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Theme, mix
from lifestory.domain.plans import Shape

SKY = "#DCEBEA"
EDGE = "#9DBF7B"
PATH = "#FBF1D9"

_LAND: Sequence[tuple[str, Sequence[Point]]] = (
    ("#C4DBC1", ((-6, 103), (60, 101), (120, 97), (180, 90.5), (225, 88.8), (270, 92), (310, 99.5),
                 (345, 103), (385, 101), (426, 96.5))),
    ("#D3E4B8", ((-6, 102), (40, 102), (90, 103.5), (150, 106.5), (220, 110), (280, 111.6),
                 (330, 109.5), (380, 103), (426, 97))),
    ("#C9DFAC", ((-6, 127.5), (60, 130), (120, 129.5), (190, 125), (270, 121), (350, 121), (426, 117))),
    ("#BCD79C", ((-6, 177), (40, 170), (100, 163), (150, 163.5), (210, 170), (280, 178), (350, 180),
                 (426, 176))),
    ("#AFCF8B", ((-6, 235.6), (50, 235.8), (120, 234), (200, 229), (270, 222.5), (330, 219.5),
                 (380, 222), (426, 229))),
)  # fmt: skip
"""Hills from far to near: colour and crest."""

_CLOUDS = ((227, 44.5, 42), (379, 37.6, 33.5), (160.6, 61, 31))
_FAR_TREES = (
    (15.7, 110, 16), (27, 114, 12), (233.9, 112, 14.5), (245.8, 113.4, 11),
    (299.8, 112, 12), (403.9, 118, 21.5),
)  # fmt: skip
_TREES = ((27.9, 196, 39.5), (24, 262, 44))
_BY_THE_HOUSE = ((272, 214, 43.5), (286, 222, 29.5), (398, 224, 51.5))


def sky_and_hills(theme: Theme, sheet: Sheet, taken: Sequence[Area], *, sun: bool) -> None:
    """From the sky to the near meadow; clouds and far trees only where nothing stands."""
    yellow = theme.shapes[6]
    drawn: list[Shape] = []
    if sun:
        drawn += [
            filled(shapes.circle(DOORSTEP[0], 110, r), mix("#FDE5A8", SKY, share))
            for r, share in ((72, 0.32), (54, 0.62), (36, 0.94))
        ]
    for x, y, wide in _CLOUDS:
        if _free(Area(x, y - wide * 0.42, x + wide, y), taken):
            drawn += ornaments.cloud(x, y, wide)
    for index, (colour, crest) in enumerate(_LAND):
        drawn.append(filled(_land(sheet, crest), colour))
        if index == 1:
            for x, foot, height in _FAR_TREES:
                if _free(Area(x - height * 0.32, foot - height, x + height * 0.32, foot), taken):
                    crown = mix(theme.shapes[2], colour, 0.45)
                    drawn += ornaments.tree(x, foot, height, crown, mix(crown, colour, 0.7))
    sheet.art("land", [one for one in drawn if one is not yellow])


def _land(sheet: Sheet, crest: Sequence[Point]) -> shapes.Outline:
    curve = shapes.smooth(crest)
    low = sheet.height + 6
    return shapes.outline(
        *_ops(curve), ("L", (sheet.width + 6, low)), ("L", (-6.0, low)), ("Z", ())
    )


def _ops(curve: shapes.Outline) -> list[tuple[str, Sequence[float]]]:
    found: list[tuple[str, Sequence[float]]] = []
    index = 0
    for op in curve.ops:
        count = {"M": 2, "L": 2, "C": 6, "Z": 0}[op]
        found.append((op, curve.points[index : index + count]))
        index += count
    return found


def trees(theme: Theme, taken: Sequence[Area], *, home: bool) -> list[Shape]:
    """Near trees where there is room, and those that stand by today's home."""
    crown, light = theme.shapes[2], mix(theme.shapes[1], theme.shapes[2], 0.75)
    drawn: list[Shape] = []
    for x, foot, height in _TREES:
        if _free(Area(x - height * 0.3, foot - height, x + height * 0.3, foot), taken):
            drawn += ornaments.tree(x, foot, height, mix(crown, "#AFCF8B", 0.75), light)
    for x, foot, height in _BY_THE_HOUSE if home else ():
        drawn += ornaments.tree(x, foot, height, light if height < 35 else crown, light)
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


def dog(x: float, foot: float, k: float = 1.0) -> list[Shape]:
    """A small brown dog, sitting and looking at the door's far side; 16 mm tall."""
    brown, dark, pale = "#A9713D", "#8A5A30", "#F6E3C5"

    def at(*values: float) -> list[float]:
        return [x + v * k if i % 2 == 0 else foot - v * k for i, v in enumerate(values)]

    tail = shapes.outline(
        ("M", at(-5.2, 2.2)),
        ("C", at(-7.6, 3.4, -8.9, 5.8, -8.7, 8.6)),
        ("C", at(-8.2, 9.4, -7.7, 9.2, -7.5, 8.4)),
        ("C", at(-7.3, 6.2, -6.2, 4.6, -4.2, 4.2)),
        ("Z", ()),
    )
    body = shapes.outline(
        ("M", at(-5.5, 0)),
        ("C", at(-6.2, 4.6, -4.4, 8.6, 0.6, 9.4)),
        ("L", at(4.6, 9.0)),
        ("C", at(5.8, 6.2, 5.9, 2.4, 5.6, 0)),
        ("Z", ()),
    )
    ear = shapes.outline(
        ("M", at(1.7, 14.2)),
        ("C", at(-0.4, 13.8, -1.0, 9.8, 0.2, 8.3)),
        ("C", at(1.9, 7.9, 2.6, 10.8, 2.7, 13.6)),
        ("Z", ()),
    )
    return [
        filled(tail, brown),
        filled(body, brown),
        stroked(shapes.polyline([tuple(at(1.6, 0.5)), tuple(at(1.6, 5.2))]), pale, 1.5 * k),  # type: ignore[list-item]
        stroked(shapes.polyline([tuple(at(4.3, 0.5)), tuple(at(4.3, 5.2))]), pale, 1.5 * k),  # type: ignore[list-item]
        filled(shapes.circle(*at(4.2, 11.6), 3.6 * k), "#BD8749"),
        filled(shapes.ellipse(*at(7.0, 10.9), 1.9 * k, 1.5 * k), pale),
        filled(ear, dark),
        filled(shapes.circle(*at(4.7, 12.6), 0.5 * k), "#2B211B"),
        filled(shapes.circle(*at(8.3, 11.3), 0.72 * k), "#2B211B"),
        filled(shapes.rectangle(*at(1.7, 8.6), 4.6 * k, 1.1 * k, 0.5 * k), "#C2402B"),
    ]


def meadow(theme: Theme, seed: object, taken: Sequence[Area]) -> list[Shape]:
    """Grass and daisies strewn over the near ground."""
    chance = seeded(seed, "meadow")
    drawn: list[Shape] = []
    green = mix(theme.shapes[1], "#AFCF8B", 0.85)
    for _ in range(26):
        x, foot = chance.uniform(6, 414), chance.uniform(262, 297)
        tuft = ornaments.grass(chance, x, foot, chance.uniform(4, 8.5), green)
        if _free(Area(x - 5, foot - 9, x + 5, foot), taken):
            drawn += tuft
    for _ in range(13):
        x, y = chance.uniform(10, 410), chance.uniform(258, 292)
        size = chance.uniform(1.8, 2.6)
        if _free(Area(x - 3, y - 3, x + 3, y + 3), taken):
            drawn += ornaments.daisy(x, y, size)
    return drawn


def _free(area: Area, taken: Iterable[Area]) -> bool:
    return not any(area.meets(other) for other in taken)
