"""How feelings look: as faces, and as weather."""

from __future__ import annotations

from collections.abc import Sequence

from lifestory.book import motifs
from lifestory.book.layouts.pen import Pen
from lifestory.book.ornaments import WHITE
from lifestory.book.shapes import filled
from lifestory.book.styles import mix
from lifestory.book.themes import Theme
from lifestory.domain.plans import Shape

_INK = "#3A322B"
_Steps = Sequence[tuple[str, Sequence[float]]]


def _face(pen: Pen, colour: str, mouth: _Steps, brows: Sequence[Sequence[tuple[float, float]]] = (),
          *, eyes: float = -1.4) -> list[Shape]:  # fmt: skip
    cheek = mix(colour, "#E0745C", 0.72)
    return [
        pen.disc(0, 0, 10, colour),
        pen.oval(-5.6, 2.4, 1.9, 1.3, cheek), pen.oval(5.6, 2.4, 1.9, 1.3, cheek),
        pen.oval(-3.3, eyes, 0.95, 1.3, _INK), pen.oval(3.3, eyes, 0.95, 1.3, _INK),
        *(pen.line(one, _INK, 0.6) for one in brows), pen.arc(mouth, _INK, 0.75),
    ]  # fmt: skip


def happy(theme: Theme, pen: Pen) -> list[Shape]:
    """A wide smile."""
    return _face(pen, mix(theme.shapes[4], WHITE, 0.75),
                 (("M", (-4.2, 3.2)), ("C", (-2.4, 6.6, 2.4, 6.6, 4.2, 3.2))))  # fmt: skip


def sad(theme: Theme, pen: Pen) -> list[Shape]:
    """A mouth turned down, brows up in the middle, and a tear."""
    blue = mix(theme.homes[2], WHITE, 0.5)
    drawn = _face(pen, blue, (("M", (-3.2, 5.4)), ("C", (-1.6, 3.4, 1.6, 3.4, 3.2, 5.4))),
                  (((-5.2, -3.6), (-2.4, -4.8)), ((5.2, -3.6), (2.4, -4.8))))  # fmt: skip
    tear = (("M", (4.6, 0.8)), ("C", (6.4, 3.4, 5.8, 4.6, 4.6, 4.6)),
            ("C", (3.4, 4.6, 2.8, 3.4, 4.6, 0.8)), ("Z", ()))  # fmt: skip
    return [*drawn, pen.curved(tear, mix(theme.homes[2], WHITE, 0.95))]


def cross(theme: Theme, pen: Pen) -> list[Shape]:
    """Brows drawn together, a tight mouth."""
    return _face(pen, mix(theme.shapes[5], WHITE, 0.5),
                 (("M", (-3.2, 4.9)), ("C", (-1.6, 3.9, 1.6, 3.9, 3.2, 4.9))),
                 (((-5.6, -4.9), (-2.0, -3.1)), ((5.6, -4.9), (2.0, -3.1))), eyes=-0.9)  # fmt: skip


def calm(theme: Theme, pen: Pen) -> list[Shape]:
    """Closed eyes, a small smile."""
    colour = mix(theme.shapes[1], WHITE, 0.6)
    cheek = mix(colour, "#E0745C", 0.72)
    shut = [pen.arc((("M", (x - 2.2, -1.8)), ("C", (x - 1, -0.2, x + 1, -0.2, x + 2.2, -1.8))),
                    _INK, 0.7) for x in (-3.6, 3.6)]  # fmt: skip
    smile = (("M", (-2.8, 3.4)), ("C", (-1.4, 5.0, 1.4, 5.0, 2.8, 3.4)))
    return [pen.disc(0, 0, 10, colour), pen.oval(-5.6, 2.4, 1.9, 1.3, cheek),
            pen.oval(5.6, 2.4, 1.9, 1.3, cheek), *shut, pen.arc(smile, _INK, 0.75)]  # fmt: skip


def worried(theme: Theme, pen: Pen) -> list[Shape]:
    """Brows up, a wavering mouth."""
    return _face(pen, mix(theme.homes[3], WHITE, 0.48),
                 (("M", (-3.6, 4.6)), ("C", (-2.4, 3.2, -1.2, 3.2, 0, 4.4)),
                  ("C", (1.2, 5.6, 2.4, 5.6, 3.6, 4.2))),
                 (((-5.4, -3.8), (-2.6, -5.4)), ((5.4, -3.8), (2.6, -5.4))))  # fmt: skip


def mixed(theme: Theme, pen: Pen) -> list[Shape]:
    """Half glad, half sad: one face."""
    glad, low = mix(theme.shapes[4], WHITE, 0.75), mix(theme.homes[2], WHITE, 0.5)
    half = (("M", (0, -10)), ("C", (5.52, -10, 10, -5.52, 10, 0)),
            ("C", (10, 5.52, 5.52, 10, 0, 10)), ("C", (1.8, 5, -1.8, -5, 0, -10)),
            ("Z", ()))  # fmt: skip
    return [
        pen.disc(0, 0, 10, glad), pen.curved(half, low),
        pen.oval(-5.6, 2.4, 1.9, 1.3, mix(glad, "#E0745C", 0.72)),
        pen.oval(5.6, 2.4, 1.9, 1.3, mix(low, "#E0745C", 0.72)),
        pen.oval(-3.3, -1.4, 0.95, 1.3, _INK), pen.oval(3.3, -1.4, 0.95, 1.3, _INK),
        pen.line([(5.2, -3.6), (2.4, -4.8)], _INK, 0.6),
        pen.arc((("M", (-4.2, 3.4)), ("C", (-2.6, 6.4, -0.8, 5.6, 0.4, 4.8)),
                 ("C", (1.4, 4.0, 2.8, 3.8, 3.8, 5.2))), _INK, 0.75),
    ]  # fmt: skip


FACES = (("happy", happy), ("sad", sad), ("cross", cross), ("calm", calm), ("worried", worried),
         ("mixed", mixed))  # fmt: skip
"""Feelings as faces, by their words in resources/wording/pages.toml."""


def _cloud(pen: Pen, colour: str) -> list[Shape]:
    return [pen.disc(-3.2, -0.4, 3.0, colour), pen.disc(0.8, -2.2, 3.8, colour),
            pen.disc(4.2, 0, 2.6, colour), pen.box(-6.2, -0.6, 13, 3.2, colour, 1.6)]  # fmt: skip


def _sun(pen: Pen, colour: str) -> list[Shape]:
    rays = ((1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1),
            (0.71, -0.71))  # fmt: skip
    return [
        pen.disc(0, 0, 3.6, colour),
        *(pen.line([(5 * x, 5 * y), (7 * x, 7 * y)], colour, 0.9) for x, y in rays),
    ]  # fmt: skip


def clear(theme: Theme, pen: Pen) -> list[Shape]:
    """Sun."""
    return _sun(pen, theme.shapes[4])


def rain(theme: Theme, pen: Pen) -> list[Shape]:
    """A cloud and rain."""
    drops = [pen.line([(x, 4.2), (x - 1.2, 7.4)], theme.shapes[2], 0.8) for x in (-3.6, 0.4, 4.4)]
    return [*_cloud(pen, theme.shapes[1]), *drops]


def storm(theme: Theme, pen: Pen) -> list[Shape]:
    """A dark cloud and lightning."""
    bolt = [(1.4, 1.4), (-2.2, 5.6), (0.2, 5.6), (-1.4, 9.4), (3.4, 4.2), (0.9, 4.2), (2.8, 1.4)]
    return [*_cloud(pen, theme.shapes[3]), pen.form(bolt, theme.shapes[4])]


def still(theme: Theme, pen: Pen) -> list[Shape]:
    """A moon over still water."""
    moon = filled(motifs.crescent(*pen.at(0, -2.6), 4.2 * pen.k), theme.shapes[4])
    lines = [pen.line([(-w, y), (w, y)], theme.shapes[2], 0.7)
             for w, y in ((6.4, 4.0), (4.4, 6.0), (2.4, 8.0))]  # fmt: skip
    return [moon, *lines]


def wind(theme: Theme, pen: Pen) -> list[Shape]:
    """Gusts."""
    return [
        pen.arc((("M", (-7, -2.4)), ("L", (2.6, -2.4)),
                 ("C", (6.2, -2.4, 6.2, -7.2, 2.8, -6.6))), theme.shapes[2], 0.85),
        pen.arc((("M", (-5, 0.8)), ("L", (5, 0.8)),
                 ("C", (8.6, 0.8, 8.4, 5.6, 5, 5)), ), theme.shapes[3], 0.85),
        pen.arc((("M", (-7, 4)), ("L", (0, 4)), ("C", (2.6, 4, 2.6, 7.8, 0.2, 7.4))),
                theme.shapes[2], 0.85),
    ]  # fmt: skip


def sun_and_rain(theme: Theme, pen: Pen) -> list[Shape]:
    """Sun behind a cloud, and rain: two weathers at once."""
    sun = _sun(Pen(*pen.at(-2.8, -3.4), pen.k * 0.85), theme.shapes[4])
    low = Pen(*pen.at(1.4, 1.8), pen.k * 0.85)
    return [*sun, *rain(theme, low)]


WEATHER = (("happy", clear), ("sad", rain), ("cross", storm), ("calm", still), ("worried", wind),
           ("mixed", sun_and_rain))  # fmt: skip
"""The same feelings as weather."""
