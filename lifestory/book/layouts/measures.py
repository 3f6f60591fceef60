"""What a newborn weighed and how long they were, shown on a dial and a tape."""

from __future__ import annotations

import math
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import cap_height
from lifestory.book.setting import MM, SetText, set_text
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.letters.shaping import width

WIDE = 81.0
"""Both instruments, in mm."""

BASE = 3.1
"""The height of the dial's base; the tape's foot stands on the same line."""

_R = 29.0
_HALF = 78.5
"""How far the scale of the dial reaches on either side of its top, in degrees: the end numerals
stand clear of the base."""


def pounds(grams: int) -> str:
    """A weight as grandparents say it: "7 lb 1 oz"."""
    ounces = round(grams / 28.349523)
    return f"{ounces // 16} lb {ounces % 16} oz"


def kilograms(grams: int) -> str:
    """A weight in kilograms, no more exact than it was written: "3.2"."""
    return f"{grams / 1000:.2f}".rstrip("0").rstrip(".")


def centimetres(length: float) -> str:
    """A length in centimetres: "51", "49.5"."""
    return f"{length:.1f}".rstrip("0").rstrip(".")


def dial(desk: Desk, sheet: Sheet, x: float, base: float, grams: int) -> None:
    """A half-round weighing dial on its base, `base` being the base's upper edge in mm."""
    theme = desk.theme
    cx, most = x + WIDE / 2, 8 if grams > 5500 else 6
    drawn: list[Shape] = [
        filled(_half_disc(cx, base, _R), theme.tint),
        filled(_half_disc(cx, base, _R * 0.515), theme.shapes[0]),
        filled(shapes.rectangle(x, base, WIDE, BASE, BASE / 2), theme.title),
    ]
    for half in range(most * 2 + 1):
        inner, thick = (0.875, 0.25) if half % 2 else (0.79, 0.45)
        turn = _turn(half / 2, most)
        mark = [_on(cx, base, _R * inner, turn), _on(cx, base, _R * 0.95, turn)]
        drawn.append(stroked(shapes.polyline(mark), theme.title, thick))
    sheet.art("dial", drawn, f"A weighing dial shows {kilograms(grams)} kilograms.")
    figures = _figures(desk, 12)
    for kilo in range(most + 1):
        at = _on(cx, base, _R * 0.645, _turn(kilo, most))
        _centred(sheet, set_text(str(kilo), figures, 60), at)
    if said := on_the_dial(desk, grams):
        _centred(sheet, said, (cx, base - 5.4), Role.LABEL)
    turn = _turn(grams / 1000, most)
    sheet.art(
        "pin", _pin(_on(cx, base, _R * 1.165, turn), _on(cx, base, _R * 0.74, turn), theme.alert)
    )


def on_the_dial(desk: Desk, grams: int) -> SetText | None:
    """The weight in pounds as it stands in the middle of the dial; None where the least print of
    this reader has no room there."""
    text = set_text(pounds(grams), desk.style.of("small_head", 13, 6.0, desk.theme.ink), 60)
    return text if width(text.lines[0].spans) / MM <= _R else None


def tape(desk: Desk, sheet: Sheet, x: float, base: float, length: float) -> None:
    """A tape measure that ends where the dial's base does, filled up to the length."""
    theme = desk.theme
    most = 60 if length <= 59 else 80
    scale, low = WIDE / most, base + BASE
    top = low - 17.8
    yellow = theme.shapes[4]
    end = x + length * scale
    drawn: list[Shape] = [
        filled(shapes.rectangle(x, top, WIDE, 17.8, 2), theme.shapes[6]),
        filled(shapes.rectangle(x, top, WIDE, 17.8, 2), yellow, 0.35),
        filled(_left_rounded(x, top, end - x, 17.8), yellow),
    ]
    for centimetre in range(1, most):
        tall = 6.1 if centimetre % 10 == 0 else 4.3 if centimetre % 5 == 0 else 2.6
        at = x + centimetre * scale
        mark = shapes.polyline([(at, top + 0.1), (at, top + tall)])
        drawn.append(stroked(mark, _BROWN, 0.4 if tall > 4 else 0.22))
    sheet.art("tape", drawn, f"A tape measure shows {centimetres(length)} centimetres.")
    figures = replace(_figures(desk, 12.5), colour=_BROWN)
    for ten in range(10, most, 10):
        if abs(ten - length) > 3:
            _centred(sheet, set_text(str(ten), figures, 60), (x + ten * scale, top + 10))
    sheet.art("pin", _pin((end, top - 4.9), (end, low), theme.alert))


_BROWN = "#6B4A12"


def _figures(desk: Desk, size: float) -> Type:
    face = desk.theme.faces["small_head"]
    return Type(face, face, size, 6.0, desk.theme.ink)


def _centred(sheet: Sheet, text: SetText, at: Point, role: Role = Role.SCALE) -> None:
    x, y = at[0] - 30, at[1] + cap_height(text.type) / 2
    sheet.write(role, text, x, y, measure=60, align="centre")


def _pin(head: Point, point: Point, colour: str) -> list[Shape]:
    return [
        stroked(shapes.polyline([head, point]), colour, 0.9),
        filled(shapes.circle(*head, 2.0), colour),
    ]


def _turn(kilos: float, most: float) -> float:
    return -_HALF + 2 * _HALF * kilos / most


def _on(cx: float, cy: float, r: float, degrees: float) -> Point:
    turn = math.radians(degrees)
    return cx + r * math.sin(turn), cy - r * math.cos(turn)


def _half_disc(cx: float, base: float, r: float) -> Outline:
    k = r * 0.5522847498
    return shapes.outline(
        ("M", (cx - r, base)),
        ("C", (cx - r, base - k, cx - k, base - r, cx, base - r)),
        ("C", (cx + k, base - r, cx + r, base - k, cx + r, base)),
        ("Z", ()),
    )


def _left_rounded(x: float, y: float, width: float, height: float) -> Outline:
    r, k = 2.0, 2.0 * 0.4477
    low = y + height
    return shapes.outline(
        ("M", (x + r, y)),
        ("L", (x + width, y)),
        ("L", (x + width, low)),
        ("L", (x + r, low)),
        ("C", (x + k, low, x, low - k, x, low - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )
