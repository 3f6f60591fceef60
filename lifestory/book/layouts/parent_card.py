"""A parent's portrait on a card across the page: the photo on its mount, or a wreath about the
first letter; and the two of whom nothing is known yet."""

from __future__ import annotations

import math

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import FRAME, Spot, head_and_shoulders, initial
from lifestory.book.ornaments import seeded
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Shape
from lifestory.sharing.shared import SharedPerson, SharedPhoto


def on_card(
    desk: Desk,
    sheet: Sheet,
    person: SharedPerson | None,
    photo: SharedPhoto | None,
    top: float,
    tall: float,
    seed: object,
) -> None:
    """A card in the tint, the mounted portrait or the wreath in its middle, what grows in the theme
    beside it; two quiet heads and shoulders where nobody is known."""
    theme, chance = desk.theme, seeded(seed, "portrait")
    card = ornaments.card(chance, sheet.left, top, sheet.measure, tall)
    sheet.art("card", [filled(card, theme.tint)])
    if person is None:
        unknown(desk, sheet, sheet.middle, top + tall / 2, min(tall * 0.34, sheet.measure * 0.2))
        return
    inner = tall - 16
    wide = inner if photo is None else min((inner - 8) * photo.ratio + 8, sheet.measure - 18)
    beside = (sheet.measure - wide) / 2
    if beside > 17:
        _growing(desk, sheet, top + tall - 6, beside, tall, seed)
    if photo is None:
        r = inner / 2
        wreath(desk, sheet, person, Spot(sheet.middle, top + tall / 2, r))
        return
    high = (wide - 8) / photo.ratio + 8
    sheet.mounted(photo, sheet.middle - wide / 2, top + (tall - high) / 2, wide, border=4.0)


def _growing(
    desk: Desk, sheet: Sheet, foot: float, beside: float, tall: float, seed: object
) -> None:
    """What grows in the theme, on either side of a portrait."""
    theme, chance, drawn = desk.theme, seeded(seed, "growing"), list[Shape]()
    for side in (-1, 1):
        for off, share in ((0.62, 0.46), (0.34, 0.68)):
            x = sheet.middle + side * (sheet.measure / 2 - beside * off)
            high = min(tall * share, beside * 2.3 * share)
            drawn += motifs.growing(theme, chance, x, foot, high)
        x = sheet.middle + side * (sheet.measure / 2 - beside * 0.5)
        drawn += motifs.tuft(theme, chance, x, foot, tall * 0.08, theme.shapes[1])
    sheet.art("growing", drawn)


def unknown(desk: Desk, sheet: Sheet, x: float, y: float, r: float) -> None:
    """Two people of whom nothing is known yet, side by side about (x, y)."""
    theme, drawn = desk.theme, list[Shape]()
    pale = mix(theme.soft, theme.tint, 0.14)
    for side in (-1, 1):
        spot = Spot(x + side * r * 1.16, y, r)
        drawn.append(filled(shapes.circle(spot.x, y, r * 1.05), FRAME))
        drawn.append(filled(shapes.circle(spot.x, y, r), pale))
        drawn += head_and_shoulders(spot, mix(theme.soft, pale, 0.28))
        drawn.append(stroked(shapes.circle(spot.x, y, r * 0.97), theme.soft, 0.6, dash=(2.0, 1.6)))
    sheet.art("not known", drawn)


def wreath(desk: Desk, sheet: Sheet, person: SharedPerson, spot: Spot) -> float:
    """A wreath of leaves about the first letter, or about somebody whose name nobody knows."""
    theme = desk.theme
    inner = Spot(spot.x, spot.y, spot.r * 0.66)
    greens = (theme.shapes[1], theme.shapes[2], theme.shapes[3])
    drawn: list[Shape] = [
        stroked(shapes.circle(spot.x, spot.y, spot.r * 0.83), theme.shapes[2], 0.9)
    ]
    count = 18
    for step in range(count):
        degrees = 360 * step / count
        turn = math.radians(degrees)
        reach = spot.r * (0.86 if step % 2 else 0.8)
        at = (spot.x + reach * math.cos(turn), spot.y + reach * math.sin(turn))
        lean = degrees + 90 + (34 if step % 2 else -34)
        green = greens[step % 3]
        drawn += motifs.mark(theme, *at, spot.r * 0.3, lean, green, mix(green, theme.ground, 0.6))
        if step % 6 == 3:
            drawn.append(filled(shapes.circle(*at, spot.r * 0.055), theme.shapes[5]))
    tint, ink = theme.cards[0]
    drawn.append(filled(shapes.circle(inner.x, inner.y, inner.r), tint))
    if person.name and person.name_known:
        sheet.art("wreath", drawn)
        initial(desk, sheet, person.name, inner, ink)
    else:
        drawn += head_and_shoulders(inner, mix(ink, tint, 0.3))
        sheet.art("wreath", drawn)
    return spot.y + spot.r
