"""Small drawings in round frames, each over its word: what a baby needs, and feelings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import fitted
from lifestory.book.layouts.labels import fall, rise
from lifestory.book.layouts.pen import Pen
from lifestory.book.setting import SetText
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.book.themes import Theme
from lifestory.domain.plans import Role, Shape

Draw = Callable[[Theme, Pen], list[Shape]]
"""A drawing within a disc of radius 10 about the pen."""

_GAP, _BETWEEN = 3.0, 8.0
"""Between a disc and its word, and between two rows, in units."""
_LARGEST = 31.0
"""The radius of a disc at the most."""


@dataclass(frozen=True)
class Tile:
    """A drawing over a word. `alone` draws on the page itself, without a disc of tint."""

    draw: Draw
    word: str
    alone: bool = False


def tiles(
    desk: Desk, sheet: Sheet, found: Sequence[Tile], top: float, room: float, name: str
) -> float:
    """All of them from `top` down within `room`, in rows of equal columns; returns the foot."""
    columns = _columns(len(found), sheet.measure / room)
    rows = -(-len(found) // columns)
    wide = sheet.measure / columns
    texts = [fitted(one.word, desk.style.caption, wide - 4, 2) for one in found]
    said = max(rise(text) + text.height + fall(text) for text in texts)
    tall = (room - _BETWEEN * (rows - 1)) / rows
    r = max(8.0, min(_LARGEST, wide / 2 - 3, (tall - said - _GAP) / 2))
    drawn: list[Shape] = []
    foot = top
    for number, (one, text) in enumerate(zip(found, texts, strict=True)):
        row, column = divmod(number, columns)
        in_row = min(columns, len(found) - row * columns)
        x = sheet.middle + (column - (in_row - 1) / 2) * wide
        y = top + r + row * (2 * r + _GAP + said + _BETWEEN)
        if not one.alone:
            tint = desk.theme.cards[number % len(desk.theme.cards)][0]
            drawn.append(filled(shapes.circle(x, y, r), mix(tint, desk.theme.ground, 0.8)))
        drawn += one.draw(desk.theme, Pen(x, y, r / 10))
        below = _under(sheet, text, x, y + r + _GAP, wide) if text.lines else y + r
        foot = max(foot, below)
    sheet.art(name, drawn)
    return foot


def _columns(count: int, shape: float) -> int:
    """How many stand side by side: as many as make rows of one length, more on a wide room."""
    if count <= 3 or shape > 2.6:
        return count
    return 2 if count == 4 and shape < 1.5 else -(-count // 2)


def _under(sheet: Sheet, text: SetText, x: float, top: float, wide: float) -> float:
    y = sheet.write(
        Role.LABEL, text, x - wide / 2 + 2, top + rise(text), measure=wide - 4, align="centre"
    )
    return y + fall(text)
