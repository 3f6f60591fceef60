"""The first page inside: whose book this is."""

from __future__ import annotations

import math
from dataclasses import replace

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import fit_heading, title_of
from lifestory.book.layouts.labels import rise
from lifestory.book.ornaments import seeded
from lifestory.book.setting import fit_line, set_text
from lifestory.book.shapes import filled
from lifestory.book.styles import mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The title over a hill with a sprig of leaves."""
    theme = desk.theme
    sheet = desk.page(title_of(desk, block), folio=None)
    face = replace(desk.style.title, colour=theme.cover)
    sheet.art("hill", motifs.ground(theme, sheet.width, 302, 232, 6, 0.9, 0.3, theme.tint))
    middle, wide = sheet.fold, sheet.width - 60
    title = fit_heading(title_of(desk, block), replace(face, size=48, leading=20), wide)
    name = fit_line(desk.child.name, replace(face, colour=theme.title), wide, 64)
    sheet.write(Role.HEADING, title, 30, 118, measure=wide, align="centre")
    below = 118 + title.height + 12 + max(18.0, rise(name))
    sheet.write(Role.SUBHEADING, name, 30, below, measure=wide, align="centre")
    chance = seeded(block.id, "title")
    drawn: list[Shape] = []
    for off, tall in ((-41, 20), (-33, 34), (-21, 25), (23, 22), (34, 36), (43, 27)):
        x = middle + off
        foot = ornaments.crest(x, 232, 6, 0.9, 0.3, sheet.width) + 1
        drawn += motifs.growing(theme, chance, x, foot, tall)
    sheet.art("cow parsley", drawn)
    sprig: list[Shape] = []
    for side in (-1, 1):
        for step in range(3):
            x = middle + side * (9 + step * 11)
            tilt = -24 if step % 2 else 24
            degrees = tilt * side if side > 0 else 180 - tilt
            turn = math.radians(degrees)
            at = (x + 5.5 * math.cos(turn), 84 + 5.5 * math.sin(turn))
            sprig += motifs.mark(
                theme,
                *at,
                11,
                degrees,
                mix(theme.shapes[1], theme.ground, 0.8),
                theme.shapes[2],
            )
    sprig.append(filled(shapes.circle(middle, 84, 2.4), theme.shapes[4]))
    sheet.art("sprig", sprig)


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
