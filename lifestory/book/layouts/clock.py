"""Clocks, and the time of day as one says it."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import cap_height
from lifestory.book.ornaments import WHITE
from lifestory.book.setting import MM, set_text
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.domain.plans import Role, Shape


def read_time(words: str) -> tuple[int, int] | None:
    """Hour and minute of a time on a 24-hour clock ("06:25"); None when it is none."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", words.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    return (hour, minute) if hour < 24 and minute < 60 else None


def part_of_day(hour: int) -> str:
    """When in the day an hour is: "in the morning"."""
    if hour in (0, 21, 22, 23):
        return "at night"
    if hour < 12:
        return "in the morning"
    return "in the afternoon" if hour < 18 else "in the evening"


def spoken_time(hour: int, minute: int) -> str:
    """A time as a child says it: "25 past 6 in the morning", "quarter to 3 in the afternoon"."""
    if (hour, minute) in ((0, 0), (12, 0)):
        return "midday" if hour else "midnight"
    part = part_of_day(hour)
    this, following = hour % 12 or 12, hour % 12 + 1
    if minute == 0:
        return f"{this} o’clock {part}"
    to, count = minute > 30, 60 - minute if minute > 30 else minute
    said = {15: "quarter", 30: "half"}.get(count, str(count))
    if count % 5:
        said += " minute" if count == 1 else " minutes"
    return f"{said} to {following} {part}" if to else f"{said} past {this} {part}"


def clock(desk: Desk, sheet: Sheet, cx: float, cy: float, r: float, at: tuple[int, int]) -> None:
    """A nursery clock about (cx, cy). Source: mockups/book/SPEC "Birth card"."""
    theme = desk.theme
    drawn: list[Shape] = [
        filled(shapes.circle(cx, cy, r), theme.title),
        filled(shapes.circle(cx, cy, r * 0.93), WHITE),
    ]
    for minute in range(60):
        x, y = _around(cx, cy, r * 0.875, minute * 6)
        size = 0.0148 if minute % 5 == 0 else 0.0075
        drawn.append(filled(shapes.circle(x, y, r * size), theme.ink))
    sheet.art("clock", drawn, f"A clock: {spoken_time(*at)}.")
    numerals = replace(desk.style.folio, size=0.17 * r * MM)
    for hour in range(1, 13):
        x, y = _around(cx, cy, r * 0.74, hour * 30)
        figure = set_text(str(hour), numerals, r)
        sheet.write(
            Role.SCALE, figure, x - r / 2, y + cap_height(numerals) / 2, measure=r, align="centre"
        )
    red = theme.shapes[5]
    hour_turn, minute_turn = _turns(at)
    sheet.art(
        "hands",
        [
            _hand(cx, cy, hour_turn, -0.105 * r, 0.42 * r, 0.075 * r, theme.ink),
            _hand(cx, cy, minute_turn, -0.105 * r, 0.62 * r, 0.05 * r, red),
            filled(shapes.circle(cx, cy, 0.06 * r), red),
            filled(shapes.circle(cx, cy, 0.022 * r), WHITE),
        ],
    )


def thin_clock(
    desk: Desk, sheet: Sheet, cx: float, cy: float, r: float, at: tuple[int, int]
) -> None:
    """A clock of fine lines, without numerals."""
    theme = desk.theme
    drawn = [stroked(shapes.circle(cx, cy, r), theme.title, 0.4)]
    for hour in range(12):
        inner = 0.76 if hour % 3 == 0 else 0.83
        ends = [_around(cx, cy, r * inner, hour * 30), _around(cx, cy, r * 0.92, hour * 30)]
        drawn.append(stroked(shapes.polyline(ends), theme.title, 0.4))
    hour_turn, minute_turn = _turns(at)
    drawn += [
        _hand(cx, cy, hour_turn, 0, 0.48 * r, 0.9, theme.ink),
        _hand(cx, cy, minute_turn, 0, 0.74 * r, 0.5, theme.ink),
        filled(shapes.circle(cx, cy, 1.0), theme.accent),
    ]
    sheet.art("clock", drawn, f"A clock: {spoken_time(*at)}.")


def _turns(at: tuple[int, int]) -> tuple[float, float]:
    hour, minute = at
    return (hour % 12 + minute / 60) * 30, minute * 6.0


def _hand(
    cx: float, cy: float, degrees: float, start: float, end: float, width: float, colour: str
) -> Shape:
    line = shapes.polyline([_around(cx, cy, start, degrees), _around(cx, cy, end, degrees)])
    return stroked(line, colour, width)


def _around(cx: float, cy: float, r: float, degrees: float) -> Point:
    """A point on a dial, clockwise from the top."""
    turn = math.radians(degrees)
    return cx + r * math.sin(turn), cy - r * math.cos(turn)
