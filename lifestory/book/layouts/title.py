"""The first page inside: whose book this is."""

from __future__ import annotations

import math
from dataclasses import replace

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import opening
from lifestory.book.layouts.heading import fit_heading, title_of
from lifestory.book.layouts.labels import rise
from lifestory.book.ornaments import seeded
from lifestory.book.setting import fit_line, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock

_PLATE = 66.0
"""Where a bookplate begins."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The title over a hill with a sprig of leaves; on the inside of the cover a bookplate."""
    if desk.on_left:
        _bookplate(desk, block)
        return
    theme = desk.theme
    sheet = desk.page(title_of(desk, block), folio=None)
    sheet.art("hill", motifs.ground(theme, sheet.width, 302, 232, 6, 0.9, 0.3, theme.tint))
    _named(desk, sheet, block, 30, sheet.width - 60)
    chance = seeded(block.id, "title")
    drawn: list[Shape] = []
    for off, tall in ((-41, 20), (-33, 34), (-21, 25), (23, 22), (34, 36), (43, 27)):
        x = sheet.fold + off
        foot = ornaments.crest(x, 232, 6, 0.9, 0.3, sheet.width) + 1
        drawn += motifs.growing(theme, chance, x, foot, tall)
    sheet.art("cow parsley", drawn)


def _bookplate(desk: Desk, block: SharedBlock) -> None:
    """The title on a card over the pattern of the endpapers."""
    sheet = desk.page(title_of(desk, block), ground=desk.theme.tint, folio=None)
    opening.pattern(desk, sheet, block.id)
    wide = min(sheet.measure - 12, 190.0)
    x, before = sheet.fold - wide / 2, len(sheet.elements)
    low = _named(desk, sheet, block, x + 10, wide - 20)
    plate = ornaments.card(seeded(block.id, "plate"), x, _PLATE, wide, low + 22 - _PLATE)
    shade = filled(shapes.moved(plate, 1.2, 2.0), desk.theme.title, 0.14)
    sheet.art("bookplate", [shade, filled(plate, desk.theme.ground)])
    sheet.elements.insert(before, sheet.elements.pop())


def _named(desk: Desk, sheet: Sheet, block: SharedBlock, x: float, wide: float) -> float:
    """A sprig, the title and the child's name amid `wide`; returns the last baseline."""
    theme, middle = desk.theme, x + wide / 2
    face = replace(desk.style.title, colour=theme.cover)
    title = fit_heading(title_of(desk, block), replace(face, size=48, leading=20), wide)
    name = fit_line(desk.child.name, replace(face, colour=theme.title), wide, 64)
    sheet.write(Role.HEADING, title, x, 118, measure=wide, align="centre")
    below = 118 + title.height + 12 + max(18.0, rise(name))
    low = sheet.write(Role.SUBHEADING, name, x, below, measure=wide, align="centre")
    sprig: list[Shape] = []
    for side in (-1, 1):
        for step in range(3):
            across = middle + side * (9 + step * 11)
            tilt = -24 if step % 2 else 24
            degrees = tilt * side if side > 0 else 180 - tilt
            turn = math.radians(degrees)
            at = (across + 5.5 * math.cos(turn), 84 + 5.5 * math.sin(turn))
            colour = mix(theme.shapes[1], theme.ground, 0.8)
            sprig += motifs.mark(theme, *at, 11, degrees, colour, theme.shapes[2])
    sprig.append(filled(shapes.circle(middle, 84, 2.4), theme.shapes[4]))
    sheet.art("sprig", sprig)
    return low


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The title, set low on the left, and the name."""
    theme = desk.theme
    sheet = desk.page(title_of(desk, block), folio=None)
    sheet.art("bar", [filled(shapes.rectangle(sheet.left, 168, 22, 1.4), theme.accent)])
    title = fit_heading(title_of(desk, block), desk.style.title, sheet.measure)
    low = sheet.write(Role.HEADING, title, sheet.left, 190)
    name = desk.style.of("body", 18, 8, theme.soft)
    sheet.write(
        Role.SUBHEADING, set_text(desk.child.name, name, sheet.measure), sheet.left, low + 12
    )
