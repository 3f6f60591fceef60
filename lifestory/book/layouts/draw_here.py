"""Draw here: room to fill by hand, a sheet of drawing paper for the young, or lines to write on."""

from __future__ import annotations

import math

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.setting import fit_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.sharing.shared import SharedBlock

BLANK, LINED = "blank", "lined"
"""The two layouts."""

_PAPER = "#FFFDF7"
_SOFT = 2.6
"""How much of a corner is rounded, in units."""

_LEAST_ROOM = 120.0
"""What a prompt, however long, leaves to draw on, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A sheet of drawing paper with a crayon on it, or wide lines for large letters."""
    sheet, top, lined = _begun(desk, block, BLANK)
    theme = desk.theme
    box = (sheet.left, top, sheet.measure, BOTTOM - 6 - top)
    paper = _by_hand(*box)
    shade = shapes.moved(paper, 1.4, 2.0)
    drawn = [filled(shade, theme.title, 0.12), filled(paper, _PAPER)]
    drawn.append(stroked(paper, theme.shapes[1], 0.7))
    if lined:
        drawn += _lines(box, 15.0, mix(theme.shapes[1], _PAPER, 0.6), 10.0)
    drawn += _crayon(sheet.right - 30, BOTTOM - 10, theme.shapes[5], theme.shapes[4], theme.cover)
    sheet.art("drawing paper", drawn)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Fine lines, or an empty frame."""
    sheet, top, lined = _begun(desk, block, LINED)
    box = (sheet.left, top, sheet.measure, BOTTOM - top)
    if lined:
        sheet.art("lines", _lines(box, 9.5, desk.theme.rule, 0.0))
    else:
        sheet.art("frame", [stroked(shapes.rectangle(*box, 1.0), desk.theme.rule, 0.4)])


def _begun(desk: Desk, block: SharedBlock, best: str) -> tuple[Sheet, float, bool]:
    """Title and prompt; where the room below begins, and whether it is ruled."""
    names = (best, LINED if best == BLANK else BLANK)
    taken = desk.wanted if desk.wanted in names else best
    desk.offered.append(names)
    desk.taken.append(taken)
    title = title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    prompt = dict(block.wording).get("prompt", "") or desk.wording.say("draw-here.prompt")
    room = BOTTOM - _LEAST_ROOM - top
    text = fit_text(prompt, desk.style.body, sheet.measure, room)
    low = sheet.write(Role.BODY, text, sheet.left, top + 0.45 * text.ascent, measure=sheet.measure)
    return sheet, low + max(text.depth, text.type.leading * 0.35) + 5, taken == LINED


def _lines(
    box: tuple[float, float, float, float], apart: float, colour: str, inset: float
) -> list[Shape]:
    left, top, width, height = box
    count = max(1, math.floor((height - inset) / apart))
    return [
        stroked(shapes.polyline([(left + inset, y), (left + width - inset, y)]), colour, 0.35)
        for y in (top + apart * (row + 1) for row in range(count))
        if y < top + height - inset / 2
    ]


def _by_hand(left: float, top: float, width: float, height: float) -> Outline:
    """A rectangle as a hand draws it: each side bows a little, the corners are soft."""
    corners = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
    steps: list[tuple[str, tuple[float, ...]]] = []
    for at, (x, y) in enumerate(corners):
        (nx, ny), bow = corners[(at + 1) % 4], (1.1, -0.8, 0.9, -1.0)[at]
        dx, dy = (nx - x) / abs(nx - x or 1), (ny - y) / abs(ny - y or 1)
        begin, end = (x + dx * _SOFT, y + dy * _SOFT), (nx - dx * _SOFT, ny - dy * _SOFT)
        steps.append(("C", (x, y, x, y, *begin)) if at else ("M", begin))
        third = ((nx - x) / 3, (ny - y) / 3)
        near = (x + third[0] + dy * bow, y + third[1] + dx * bow)
        far = (nx - third[0] - dy * bow, ny - third[1] - dx * bow)
        steps.append(("C", (*near, *far, *end)))
    steps += [("C", (left, top, left, top, left + _SOFT, top)), ("Z", ())]
    return shapes.outline(*steps)


def _crayon(x: float, y: float, colour: str, label: str, dark: str) -> list[Shape]:
    """A wax crayon, its tip to the upper left, lying over the paper's corner."""

    def laid(outline: Outline) -> Outline:
        return shapes.turned(outline, 24, x, y)

    tip = shapes.polygon([(x - 24, y - 1.2), (x - 24, y + 1.2), (x - 17, y + 3), (x - 17, y - 3)])
    body = shapes.rectangle(x - 17, y - 4, 40, 8, 1.4)
    return [
        filled(laid(shapes.moved(body, 0.8, 1.6)), dark, 0.15),
        filled(laid(tip), colour),
        filled(laid(body), colour),
        filled(laid(shapes.rectangle(x - 10, y - 4, 26, 8)), label, 0.9),
        stroked(laid(shapes.polyline([(x - 7, y - 4), (x - 7, y + 4)])), dark, 0.5, opacity=0.5),
        stroked(laid(shapes.polyline([(x + 13, y - 4), (x + 13, y + 4)])), dark, 0.5, opacity=0.5),
    ]
