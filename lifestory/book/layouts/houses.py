"""Five kinds of house, drawn in a box of about thirty units from the doorstep up.

Source: mockups/book 05 and SPEC "Moves path".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.shapes import Point, filled
from lifestory.book.styles import mix
from lifestory.domain.life import House
from lifestory.domain.plans import Shape

CREAM = "#FFF8EA"
_LIT = "#FFE9A6"
_LAMP = "#FFE08A"
_SHADE = "#2F5A33"

EXTENT = {
    House.TERRACE: (10.8, 33.7),
    House.COTTAGE: (17.0, 26.9),
    House.SEMI: (17.4, 32.9),
    House.FLAT: (14.4, 31.2),
    House.HOME: (18.2, 33.0),
}
"""Half the width and the whole height of each kind, in units."""


@dataclass(frozen=True)
class Site:
    """Where a house stands: its doorstep in mm, and millimetres to the unit. Drawn on in units,
    x to the right of the doorstep and y up."""

    x: float
    y: float
    scale: float

    def box(self, x: float, y: float, w: float, h: float, colour: str, r: float = 0.0) -> Shape:
        """A rectangle by its lower left corner."""
        left, top = self.at(x, y + h)
        k = self.scale
        return filled(shapes.rectangle(left, top, w * k, h * k, r * k), colour)

    def form(self, points: Iterable[Point], colour: str, opacity: float = 1.0) -> Shape:
        """A shape with straight sides."""
        return filled(shapes.polygon(self.at(*point) for point in points), colour, opacity)

    def disc(self, x: float, y: float, r: float, colour: str, opacity: float = 1.0) -> Shape:
        """A disc about a point."""
        return filled(shapes.circle(*self.at(x, y), r * self.scale), colour, opacity)

    def at(self, x: float, y: float) -> Point:
        """A point in mm on the sheet."""
        return self.x + x * self.scale, self.y - y * self.scale


def house(kind: House, site: Site, colour: str) -> list[Shape]:
    """A house whose door has the home's colour, and whose walls and roof take after it."""
    wall, roof = mix(colour, "#FFFAF0", 0.2), _roof(colour)
    shadow = shapes.ellipse(
        site.x + 1.6 * site.scale, site.y, EXTENT[kind][0] * 1.16 * site.scale, 1.35 * site.scale
    )
    drawn = {
        House.TERRACE: _terrace,
        House.COTTAGE: _cottage,
        House.SEMI: _semi,
        House.FLAT: _flat,
        House.HOME: _family_house,
    }[kind](site, wall, roof, colour)
    return [filled(shadow, _SHADE, 0.2), *drawn]


def _roof(colour: str) -> str:
    """Darker than the door; a yellow door gets a roof of brown."""
    light = sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) > 450
    return mix(colour, "#4B3A3A", 0.42) if light else mix(colour, "#40383A", 0.68)


def window(site: Site, x: float, y: float, w: float, h: float, light: str = _LIT) -> list[Shape]:
    """A window of four panes in a pale frame, by its lower left corner."""
    edge, bar = 0.5, 0.36
    pane_w, pane_h = (w - 2 * edge - bar) / 2, (h - 2 * edge - bar) / 2
    panes = [
        site.box(
            x + edge + i * (pane_w + bar), y + edge + j * (pane_h + bar), pane_w, pane_h, light
        )
        for i in (0, 1)
        for j in (0, 1)
    ]
    return [site.box(x, y, w, h, CREAM, 0.35), *panes]


def _door(site: Site, x: float, w: float, h: float, colour: str) -> list[Shape]:
    return [
        site.box(x - 0.45, 0, w + 0.9, h + 0.45, CREAM, 0.3),
        site.box(x, 0, w, h, colour),
        site.disc(x + w - 0.8, h * 0.45, 0.3, CREAM),
    ]


def _eaves(site: Site, half: float, y: float) -> Shape:
    return site.form(
        [(-half, y), (half, y), (half - 0.6, y - 1), (-half + 0.6, y - 1)], _SHADE, 0.16
    )


def _terrace(site: Site, wall: str, roof: str, door: str) -> list[Shape]:
    return [
        site.box(-9, 0, 18, 24.4, wall),
        _eaves(site, 9.6, 24.4),
        site.box(5.7, 27, 3, 6.7, roof),
        site.form([(-10.8, 24.2), (0, 32.6), (10.8, 24.2)], roof),
        *window(site, -6.6, 13.4, 6, 6.5),
        *window(site, 0.8, 13.4, 6, 6.5),
        *window(site, 0.8, 3, 6, 6.5),
        *_door(site, -5.8, 4.2, 9, door),
    ]


def _cottage(site: Site, wall: str, roof: str, door: str) -> list[Shape]:
    return [
        site.box(-14, 0, 28, 15, wall),
        _eaves(site, 15, 15),
        site.box(7.2, 20, 3.4, 6.8, roof),
        site.form([(-17, 14.8), (-9, 25.8), (9, 25.8), (17, 14.8)], roof),
        *window(site, -11.6, 4.4, 6.2, 6.6),
        *window(site, 5.4, 4.4, 6.2, 6.6),
        *_door(site, -2.2, 4.4, 8.8, door),
    ]


def _semi(site: Site, wall: str, roof: str, door: str) -> list[Shape]:
    return [
        site.box(-15, 0, 30, 19.5, wall),
        _eaves(site, 16, 19.5),
        site.box(9.1, 24, 3.3, 8.8, roof),
        site.form([(-17.4, 19.4), (-7.7, 29.9), (10.3, 29.9), (17.4, 19.4)], roof),
        site.form([(-14, 19.4), (-7.4, 26.8), (-0.8, 19.4)], wall),
        site.box(-1.65, 0, 0.3, 19.3, mix(wall, _SHADE, 0.85)),
        *window(site, -10.4, 12.2, 6.1, 6.6),
        *window(site, 4.7, 12.2, 6.1, 6.6),
        *window(site, -11.5, 2.8, 8.2, 7.2),
        *_door(site, 3.5, 5, 9.6, door),
    ]


def _flat(site: Site, wall: str, roof: str, door: str) -> list[Shape]:
    columns, rows = (-10.9, -3, 4.9), (2.6, 11.8, 21)
    windows = [
        part
        for x in columns
        for y in rows
        if (x, y) != (-3, 2.6)
        for part in window(site, x, y, 6, 6.2)
    ]
    return [
        site.box(-13.4, 0, 26.8, 29.4, wall),
        site.box(-14.2, 29.2, 28.4, 2, roof, 0.3),
        *windows,
        *_door(site, -2.1, 4.2, 7.6, door),
    ]


def _family_house(site: Site, wall: str, roof: str, door: str) -> list[Shape]:
    return [
        site.box(-15, 0, 30, 19, wall),
        _eaves(site, 16.4, 19),
        site.box(8.6, 24, 3.2, 9, roof),
        site.form([(-18.2, 18.8), (-10.4, 29.6), (10.4, 29.6), (18.2, 18.8)], roof),
        *window(site, -12.6, 11.4, 6.2, 5.8),
        *window(site, -3.1, 11.4, 6.2, 5.8),
        *window(site, 6.4, 11.4, 6.2, 5.8),
        *window(site, -12.6, 2.6, 6.8, 6.4),
        *window(site, 5.8, 2.6, 6.8, 6.4),
        *_door(site, -2.3, 4.6, 8.6, door),
    ]


def home_today(site: Site, door: str) -> list[Shape]:
    """Today's home, the largest and warmest: a gable, flower boxes, a lit lamp over the door."""
    wall, roof = "#F6D7A6", "#B4563F"
    shadow = shapes.ellipse(
        site.x + 1.2 * site.scale, site.y + 0.8 * site.scale, 19.6 * site.scale, 0.95 * site.scale
    )
    drawn = [
        filled(shadow, _SHADE, 0.22),
        site.disc(12.1, 39.1, 1.2, CREAM, 0.75),
        site.disc(13.3, 41.9, 1.6, CREAM, 0.55),
        site.box(-18, 0, 36, 21.6, wall),
        site.form(
            [(-20.4, 21.4), (20.9, 21.4), (20.3, 20.2), (-18, 20.2), (-18, 21.4)], _SHADE, 0.2
        ),
        site.box(10, 29, 3.7, 8, roof),
        site.form([(-21, 21.4), (-12, 34), (12, 34), (21, 21.4)], roof),
        site.form([(-6.8, 21.95), (0, 29.5), (6.8, 21.95)], wall),
        site.disc(0, 24.6, 1.7, CREAM),
        site.disc(0, 24.6, 1.2, _LAMP),
        *window(site, -15.6, 13.4, 7.2, 6.2, _LAMP),
        *window(site, -3.6, 14.3, 7.2, 5.8, _LAMP),
        *window(site, 8.4, 13.4, 7.2, 6.2, _LAMP),
        *window(site, -15.6, 3, 8.2, 7.5, _LAMP),
        *window(site, 7.4, 3, 8.2, 7.5, _LAMP),
        site.box(-3.9, 0.8, 7.8, 10.3, CREAM, 0.5),
        site.box(-3.1, 0.8, 6.2, 9.5, door, 0.3),
        site.box(-1.9, 5.8, 3.8, 3.2, _LAMP, 0.3),
        site.disc(2.2, 4.8, 0.34, CREAM),
    ]
    for left in (-15.6, 7.4):
        drawn += [
            site.disc(left + 1.8 + 2 * i, 3.8, 0.95, colour)
            for i, colour in enumerate(
                ("#F2BE49", "#D9583F", "#FFFFFF") if left < 0 else ("#FFFFFF", "#D9583F", "#F2BE49")
            )
        ]
        drawn.append(site.box(left, 2.1, 8.2, 1.0, roof, 0.2))
    for x in (-6.4, 6.4):
        drawn += [
            site.form([(x - 1.2, 1.8), (x + 1.2, 1.8), (x + 0.9, 0), (x - 0.9, 0)], "#C07B4A"),
            site.disc(x, 3.4, 2, "#4B8A4F"),
        ]
    return [*drawn, site.box(-5, 0, 10, 0.85, CREAM, 0.3)]
