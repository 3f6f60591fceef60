"""A court house: steps, columns, a lit door, and a gable with scales in it or room for a face."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.shapes import filled, stroked
from lifestory.book.styles import Theme, mix
from lifestory.domain.plans import Shape

COURT = "A court house with a lit door."


@dataclass(frozen=True, slots=True)
class Paints:
    """The colours of the house, "#RRGGBB"."""

    stone: str
    shade: str
    column: str
    roof: str
    gable: str
    door: str
    light: str
    pane: str
    scales: str


def in_colour(theme: Theme) -> Paints:
    """As a picture book has it."""
    stone = mix(theme.shapes[6], theme.ground, 0.85)
    roof = mix(theme.title, theme.ground, 0.75)
    return Paints(
        stone=stone, shade=mix(theme.cards[0][1], stone, 0.22), column=mix(stone, "#FFFFFF", 0.35),
        roof=roof, gable=mix(roof, theme.ground, 0.62), door=theme.home_today,
        light=theme.shapes[4], pane=mix(theme.shapes[4], theme.ground, 0.6),
        scales=mix(theme.ground, "#FFFFFF", 0.5),
    )  # fmt: skip


def in_flat(theme: Theme) -> Paints:
    """In the tones of one colour, the light alone in another."""

    def tone(share: float) -> str:
        return mix(theme.title, theme.tint, share)

    return Paints(
        stone=theme.ground, shade=tone(0.3), column=tone(0.09), roof=tone(0.8), gable=tone(0.55),
        door=tone(0.95), light=theme.accent, pane=tone(0.22), scales=theme.ground,
    )  # fmt: skip


def court_house(
    paints: Paints, x: float, top: float, foot: float, wide: float, *, scales: bool
) -> list[Shape]:
    """The house about `x`, `wide` between the ends of its roof, standing on `foot`."""
    left, right = x - wide / 2, x + wide / 2
    stone, shade, roof = paints.stone, paints.shade, paints.roof
    body_top = top + 34
    drawn: list[Shape] = [
        filled(shapes.rectangle(left + 4, body_top, wide - 8, foot - body_top - 8), stone),
        filled(shapes.polygon([(left - 3, body_top), (x, top + 4), (right + 3, body_top)]), roof),
        filled(shapes.polygon([(left + 12, body_top - 3.4), (x, top + 10.5),
                               (right - 12, body_top - 3.4)]), paints.gable),
        filled(shapes.rectangle(left - 1, body_top - 1, wide + 2, 6), shade),
    ]  # fmt: skip
    for step in range(3):
        reach = wide / 2 - 2 + step * 4.5
        y = foot - 8 + step * 2.8
        drawn.append(filled(shapes.rectangle(x - reach, y, 2 * reach, 3.2, 0.6),
                            mix(shade, stone, 0.35 + 0.3 * step)))  # fmt: skip
    drawn += _door(paints, x, foot)
    for share in (-0.4, -0.235, 0.235, 0.4):
        at = x + wide * share
        drawn += [
            filled(shapes.rectangle(at - 4.2, body_top + 5, 8.4, foot - 13 - body_top),
                   paints.column),
            stroked(shapes.polyline([(at + 2.2, body_top + 9), (at + 2.2, foot - 10)]), shade, 0.7),
            filled(shapes.rectangle(at - 6, body_top + 5, 12, 3, 0.8), shade),
            filled(shapes.rectangle(at - 6, foot - 10.6, 12, 2.8, 0.8), shade),
        ]  # fmt: skip
    for share in (-0.318, 0.318):
        pane = shapes.rectangle(x + wide * share - 4.6, body_top + 15, 9.2, 18, 4.4)
        drawn.append(filled(pane, paints.pane))
    return [*drawn, *(_scales(x, body_top - 13.0, paints.scales) if scales else ())]


def _door(paints: Paints, x: float, foot: float) -> list[Shape]:
    glow = shapes.rectangle(x - 7.6, foot - 37.6, 15.2, 30.1, 7)
    return [
        filled(shapes.rectangle(x - 10, foot - 40, 20, 32.5, 9), paints.door),
        filled(glow, paints.light),
        stroked(shapes.polyline([(x, foot - 37), (x, foot - 7.6)]), paints.door, 1.0),
        filled(shapes.circle(x - 2.4, foot - 21, 0.9), paints.door),
        filled(shapes.circle(x + 2.4, foot - 21, 0.9), paints.door),
    ]


def _scales(x: float, y: float, colour: str) -> list[Shape]:
    """A pair of scales, level."""
    arm = 8.0
    drawn = [
        stroked(shapes.polyline([(x, y - 6), (x, y + 7)]), colour, 0.9),
        stroked(shapes.polyline([(x - arm, y - 4), (x + arm, y - 4)]), colour, 0.9),
        stroked(shapes.polyline([(x - 4, y + 7), (x + 4, y + 7)]), colour, 0.9),
    ]
    for side in (-1, 1):
        at = x + side * arm
        bowl = shapes.outline(
            ("M", (at - 3.6, y + 2)),
            ("C", (at - 3, y + 5.4, at + 3, y + 5.4, at + 3.6, y + 2)),
            ("Z", ()),
        )
        strings = shapes.polyline([(at - 3.4, y + 2), (at, y - 4), (at + 3.4, y + 2)])
        drawn += [stroked(strings, colour, 0.4), filled(bowl, colour)]
    return drawn
