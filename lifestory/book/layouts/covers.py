"""Covers of the other themes: a sea with a boat, a night sky over a lit house, a quilt.

Units from the upper left corner, y down. Source: mockups/book/14-covers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import title_of
from lifestory.book.layouts.labels import rise
from lifestory.book.ornaments import WHITE, hill, seeded
from lifestory.book.setting import fit_line, fit_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.book.themes import Theme, mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock

_LARGEST = 160.0
"""Points of a name on the cover; source: mockups/book/SPEC "Type"."""

_ABOVE = 14.0
"""Over a name, in units."""

_LIGHT = 66.0
"""From the right edge, what the sun or the moon takes."""

_SEA = 142.0
"""The uppermost wave."""


def name(desk: Desk, sheet: Sheet, subtitle: str, left: float, top: float, measure: float) -> None:
    """The name and the line under it, standing on whatever begins at `top`."""
    theme = desk.theme
    face = replace(desk.style.title, colour=theme.cover_text)
    large = fit_line(desk.child.name, face, measure, _LARGEST)
    room = top - 25 - _ABOVE - max(0.0, large.depth - 4)
    if rise(large) > room:
        # Some letters stand twice as tall as others.
        shorter = max(0.2, room / rise(large))
        large = fit_line(desk.child.name, face, measure, large.type.size * shorter)
    under = Type(theme.faces["small_head"], face.strong, 32, 12, theme.cover_text)
    # A tail as in "Jay" stands clear of the line below.
    low = sheet.write(Role.HEADING, large, left, top - 25 - max(0.0, large.depth - 4))
    said = fit_text(subtitle, under, measure, top - 9 - low)
    sheet.write(Role.SUBHEADING, said, left, top - 9.3)


def _mounted(
    desk: Desk,
    sheet: Sheet,
    block: SharedBlock,
    left: float,
    lowest: float,
    room: float,
    tallest: float,
) -> None:
    """Name and mounted photo, the mount's foot at `lowest`; the name alone without a photo. The
    name keeps clear of sun or moon."""
    title = title_of(desk, block)
    if not block.photos:
        name(desk, sheet, title, left, 128.0, room)
        return
    photo = block.photos[0]
    wide = min(room - 10, tallest * photo.ratio)
    top = lowest - wide / photo.ratio - 10
    clear = sheet.width - _LIGHT - left
    name(desk, sheet, title, left + 1, top, min(clear, max(wide + 8, 118.0)))
    sheet.mounted(photo, left, top, wide + 10)


def sea(desk: Desk, block: SharedBlock) -> None:
    """A morning by the sea: rows of waves, each darker, the sun, gulls and a sailing boat."""
    theme = desk.theme
    sheet = desk.page(desk.child.name, ground=theme.cover_ground, folio=None)
    k = sheet.width / 210
    x = sheet.width - 36
    sun = [
        filled(shapes.circle(x, 44, 25), mix(theme.shapes[4], WHITE, 0.6)),
        filled(shapes.circle(x, 44, 17), theme.shapes[4]),
    ]
    sheet.art("sun", sun)
    gulls = [(sheet.width - 60, 69, 7.5), (sheet.width - 49, 75, 5.5)]
    sheet.art("gulls", [_gull(theme, *gull) for gull in gulls])
    low = sheet.height + 5
    deep = (theme.shapes[0], theme.shapes[1], theme.shapes[2])
    dark = (theme.shapes[3], mix(theme.shapes[3], theme.cover, 0.5), theme.cover)
    rows: list[Shape] = []
    for number, (y, colour) in enumerate(zip((_SEA, 167, 191), deep, strict=True)):
        rows += motifs.ground(theme, sheet.width, low, y, 6, k, 0.13 * number + 0.1, colour)
    boat = motifs.boat(sheet.width - 52, 237, 30, theme)
    front: list[Shape] = []
    for number, (y, colour) in enumerate(zip((239, 255, 274), dark, strict=True)):
        front += motifs.ground(theme, sheet.width, low, y, 4, k, 0.17 * number + 0.4, colour)
    sheet.art("sea", [*rows, *boat, *front])
    left = 22.0 if sheet.width < 300 else sheet.width * 0.2
    _mounted(desk, sheet, block, left, 206.0, min(sheet.width - 2 * 22, 168.0 * min(k, 1.3)), 106.0)


def _gull(theme: Theme, x: float, y: float, wide: float) -> Shape:
    wings = shapes.outline(
        ("M", (x - wide, y)),
        (
            "C",
            (x - wide * 0.7, y - wide * 0.35, x - wide * 0.3, y - wide * 0.3, x, y + wide * 0.16),
        ),
        ("C", (x + wide * 0.3, y - wide * 0.3, x + wide * 0.7, y - wide * 0.35, x + wide, y)),
    )
    return stroked(wings, theme.shapes[3], 0.8)


def night(desk: Desk, block: SharedBlock) -> None:
    """A night sky with a moon, firs, and one house with its windows lit."""
    theme = desk.theme
    sky = mix(theme.cover, theme.cover_ground, 0.75)
    sheet = desk.page(desk.child.name, ground=sky, folio=None)
    chance = seeded(block.id, "stars")
    x = sheet.width - 31
    rings = [
        filled(shapes.circle(x, 50, r), mix(theme.cover_ground, sky, share))
        for r, share in ((115, 0.28), (85, 0.6))
    ]
    sheet.art("sky", [*rings, *_stars(theme, chance, sheet)])
    moon = filled(motifs.crescent(x - 2, 49, 20), theme.shapes[6])
    sheet.art("moon", [moon])
    _land_at_night(desk, sheet)
    left = 26.0 if sheet.width < 300 else sheet.width * 0.16
    _mounted(desk, sheet, block, left, 243.0, min(sheet.width - left - 50, 170.0), 118.0)


def _stars(theme: Theme, chance: Random, sheet: Sheet) -> list[Shape]:
    drawn: list[Shape] = []
    for _ in range(round(46 * sheet.width / 210)):
        at = chance.uniform(4, sheet.width - 4), chance.uniform(6, 205)
        drawn.append(filled(shapes.circle(*at, chance.uniform(0.35, 0.7)), theme.shapes[6]))
    places = ((36, 34, 4.4), (118, 24, 3.2), (88, 44, 2.4), (14, 128, 3.0))
    edge = ((24, 112, 3.6), (60, 92, 2.4))
    spots = [*places, *((sheet.width - off, y, r) for off, y, r in edge)]
    drawn += [filled(motifs.star(*spot), theme.shapes[4]) for spot in spots]
    return drawn


def _land_at_night(desk: Desk, sheet: Sheet) -> None:
    theme, low, width = desk.theme, sheet.height + 5, sheet.width
    blue, deep = theme.shapes[3], mix(theme.cover, "#000000", 0.62)
    drawn = [filled(hill(width, low, 222, 4, 0.9, 0.55), blue)]
    drawn.append(filled(hill(width, low, 236, 4, 1.0, 0.15), mix(blue, theme.cover, 0.35)))
    for off, foot, tall in ((34, 234, 36), (22, 236, 50), (9, 235, 32)):
        drawn += motifs.growing(theme, seeded(off), width - off, foot, tall, deep, theme.cover)
    drawn += _lit_house(theme, width - 37, 268, deep)
    drawn.append(filled(hill(width, low, 266, 4, 0.9, 0.6), deep))
    sheet.art("land", drawn)


def _lit_house(theme: Theme, x: float, foot: float, dark: str) -> list[Shape]:
    wall, light = theme.shapes[3], theme.shapes[4]
    drawn = [
        filled(shapes.rectangle(x + 7, foot - 26, 3.4, 8), dark),
        filled(shapes.rectangle(x - 13, foot - 15, 26, 16), wall),
        filled(
            shapes.polygon(
                [(x - 15.5, foot - 14), (x - 10, foot - 24), (x + 10, foot - 24),
                 (x + 15.5, foot - 14)]
            ),
            dark,
        ),
        filled(shapes.rectangle(x - 2.2, foot - 8.5, 4.4, 9), light),
    ]  # fmt: skip
    for left in (x - 10.4, x + 5.4):
        for row in (0, 1):
            for column in (0, 1):
                pane = shapes.rectangle(left + column * 2.6, foot - 10 + row * 2.6, 2.2, 2.2)
                drawn.append(filled(pane, light))
    return drawn


_HEM = 11.0
"""From the edge of the cloth to what lies on it, in units."""


def quilt(desk: Desk, block: SharedBlock) -> None:
    """A quilt of squares, no two neighbours the same, and a plain cloth on it with a seam."""
    theme = desk.theme
    sheet = desk.page(desk.child.name, ground=theme.tint, folio=None)
    side = 30.0
    columns, rows = round(sheet.width / side), 10
    wide, tall = sheet.width / columns, sheet.height / rows
    chance = seeded(block.id, "quilt")
    cloth: dict[tuple[int, int], str] = {}
    drawn: list[Shape] = []
    for row in range(rows):
        for column in range(columns):
            beside = {cloth.get((row - 1, column)), cloth.get((row, column - 1))}
            colour = chance.choice([one for one in _cloths(theme) if one not in beside])
            cloth[row, column] = colour
            drawn += _square(theme, chance, column * wide, row * tall, wide, tall, colour)
    sheet.art("quilt", drawn)
    # A cloth as wide as what lies on it, and whole patches on either side.
    photo = min(116 * block.photos[0].ratio, 400.0) if block.photos else 0.0
    under = min(columns - 2, max(5, math.ceil((max(photo, 120.0) + 2 * _HEM) / wide)))
    under += (columns - under) % 2 if under < columns - 2 else 0
    left, top = (columns - under) / 2 * wide, tall
    across, down = under * wide, sheet.height - 3 * tall
    plain = shapes.rectangle(left, top, across, down)
    seam = shapes.rectangle(left + 3, top + 3, across - 6, down - 6)
    stitched = stroked(seam, theme.title, 0.6, dash=(2.4, 2.2))
    sheet.art("cloth", [filled(plain, theme.cover_ground), stitched])
    _on_cloth(desk, sheet, block, left + _HEM, top + down - 15, across - 2 * _HEM)


def _on_cloth(
    desk: Desk, sheet: Sheet, block: SharedBlock, left: float, lowest: float, room: float
) -> None:
    title = title_of(desk, block)
    if not block.photos:
        name(desk, sheet, title, left, 150.0, room)
        return
    photo = block.photos[0]
    wide = min(room, 116 * photo.ratio)
    top = lowest - wide / photo.ratio
    x = left + (room - wide) / 2
    name(desk, sheet, title, x, top - 4, max(wide, min(room, 120.0)))
    sheet.photo(photo, x, top, wide)


def _cloths(theme: Theme) -> tuple[str, ...]:
    light = mix(theme.shapes[5], theme.ground, 0.32)
    blue = mix(theme.homes[7], theme.ground, 0.8)
    olive = mix(theme.shapes[4], theme.shapes[2], 0.55)
    return (*theme.shapes[0:6], light, blue, olive)


def _square(
    theme: Theme, chance: Random, x: float, y: float, wide: float, tall: float, colour: str
) -> list[Shape]:
    """One patch with its stitches; about a third of them patterned."""
    drawn = [filled(shapes.rectangle(x, y, wide + 0.1, tall + 0.1), colour)]
    pale = mix(theme.ground, colour, 0.42)
    if chance.random() < 0.34:
        match chance.choice(("dots", "stripes", "diamond", "half")):
            case "dots":
                spots = [(i, j) for i in (0.26, 0.5, 0.74) for j in (0.26, 0.5, 0.74)]
                drawn += [
                    filled(shapes.circle(x + wide * i, y + tall * j, 1.5), pale) for i, j in spots
                ]
            case "stripes":
                bars = (0.12, 0.36, 0.6, 0.84)
                drawn += [
                    filled(shapes.rectangle(x + wide * i, y, wide * 0.11, tall), pale) for i in bars
                ]
            case "diamond":
                cx, cy, r = x + wide / 2, y + tall / 2, min(wide, tall) * 0.36
                corners = [(cx, cy - r), (cx + r, cy), (cx, cy + r), (cx - r, cy)]
                drawn.append(filled(shapes.polygon(corners), pale))
            case "half":
                corners = [(x + wide, y), (x + wide, y + tall), (x, y + tall)]
                drawn.append(filled(shapes.polygon(corners), mix(theme.title, colour, 0.22)))
    seam = shapes.rectangle(x + 1.6, y + 1.6, wide - 3.2, tall - 3.2)
    drawn.append(stroked(seam, mix(theme.ground, colour, 0.75), 0.4, dash=(2.4, 2.2)))
    return drawn


SCENES: Mapping[str, Callable[[Desk, SharedBlock], None]] = {
    "sea": sea,
    "night": night,
    "quilt": quilt,
}
"""The scene of each theme, by the name it has there."""
