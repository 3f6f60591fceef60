"""A sideboard under pictures on a wall: a lamp, a few books, a vase."""

from __future__ import annotations

import math

from lifestory.book import shapes
from lifestory.book.ornaments import leaf
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Theme, mix
from lifestory.domain.plans import Shape

_WIDE, _TALL, _LEGS = 104.0, 30.0, 7.0


def sideboard(theme: Theme, sheet: Sheet, floor: float) -> None:
    """Stands on the floor in the middle of the sheet, about 60 units tall with what is on it."""
    wood = mix(theme.cards[0][1], theme.ground, 0.62)
    light, dark = mix(wood, theme.ground, 0.72), mix(wood, theme.home_text, 0.82)
    x, foot = sheet.middle, floor + 8
    left, top = x - _WIDE / 2, foot - _TALL - _LEGS
    drawn: list[Shape] = [
        filled(shapes.polygon([(x + side * 42 - 2, foot - _LEGS), (x + side * 42 + 2, foot - _LEGS),
                               (x + side * 44 + 1, foot), (x + side * 44 - 1, foot)]), dark)
        for side in (-1, 1)
    ]  # fmt: skip
    drawn += [
        filled(shapes.rectangle(left, top, _WIDE, _TALL, 1.5), wood),
        filled(shapes.rectangle(left - 2, top - 2.4, _WIDE + 4, 3.6, 1.2), dark),
    ]
    for number in range(3):
        at = left + 3 + number * (_WIDE - 4) / 3
        drawn.append(filled(shapes.rectangle(at, top + 4, (_WIDE - 10) / 3, _TALL - 8, 1), light))
        drawn.append(filled(shapes.circle(at + (_WIDE - 10) / 6, top + 8.5, 1.1), dark))
    sheet.art("sideboard", [*drawn, *_on_it(theme, x, top - 2.4)])


def _on_it(theme: Theme, x: float, top: float) -> list[Shape]:
    shade, vase = theme.shapes[4], mix(theme.homes[2], theme.ground, 0.8)
    lamp = x - 34
    drawn: list[Shape] = [
        filled(shapes.rectangle(lamp - 5, top - 1.6, 10, 1.6, 0.8), theme.shapes[5]),
        stroked(shapes.polyline([(lamp, top - 1.6), (lamp, top - 14)]), theme.shapes[5], 1.4),
        filled(shapes.polygon([(lamp - 5, top - 26), (lamp + 5, top - 26), (lamp + 10, top - 12),
                               (lamp - 10, top - 12)]), mix(shade, theme.ground, 0.85)),
    ]  # fmt: skip
    colours = (theme.homes[3], theme.homes[2], theme.shapes[5], theme.shapes[2])
    at = x - 8.0
    for number, (wide, tall) in enumerate(((3.4, 13), (4.2, 15.5), (3.0, 12), (4.6, 14))):
        book = shapes.rectangle(at, top - tall, wide, tall, 0.5)
        drawn.append(filled(book, mix(colours[number], theme.ground, 0.85)))
        at += wide + 0.4
    stand = x + 36
    for degrees, length in ((-90, 20), (-116, 17), (-64, 17), (-138, 12), (-42, 12)):
        turn = math.radians(degrees)
        spot = (stand + 0.52 * length * math.cos(turn), top - 9 + 0.52 * length * math.sin(turn))
        drawn.append(filled(leaf(*spot, length, degrees, wide=0.2), theme.shapes[2]))
    neck = [(stand - 3, top - 11), (stand + 3, top - 11), (stand + 5, top), (stand - 5, top)]
    return [*drawn, filled(shapes.polygon(neck), vase)]
