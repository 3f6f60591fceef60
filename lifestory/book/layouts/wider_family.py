"""The wider family: pictures on a wall, hung from a rail."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import Spot, face, name_label, write_label
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import Label
from lifestory.book.layouts.people_list import in_a_list, lines
from lifestory.book.layouts.sideboard import sideboard
from lifestory.book.layouts.told_after import afterwards, over_the_people, said, told
from lifestory.book.ornaments import leaf
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Theme, mix
from lifestory.domain.plans import Shape
from lifestory.sharing.shared import SharedBlock, SharedPerson

_SKIRTING = 262.0
_A_PAGE = 12
_LEAST = 11.5
_LARGEST = (52.0, 46.0, 40.0, 34.0, 24.0)
"""The largest radius of a picture where there is one, where there are two, and so on."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A wall with a picture of everyone, on as many pages as they take; words overleaf, or under
    the title where they are few."""
    if in_a_list(desk, block):
        return
    title, words = title_of(desk, block), told(block)
    if not block.people and not words:
        words = said(desk.wording.say("people.no-wider"))
    pages = _pages(desk, block)
    each = -(-len(block.people) // pages)
    for number in range(pages):
        sheet = desk.page("" if number else title, folio=_floor(desk.theme))
        _room(desk.theme, sheet)
        top = 20.0 if number else head(sheet, title, desk.style.title)
        if not number:
            top, words = over_the_people(desk, sheet, words, top, 44.0)
        hung = SharedBlock(
            block.id, block.page_type, "", people=block.people[number * each : (number + 1) * each]
        )
        low = _pictures(desk, sheet, hung, top - 2, number * each)
        if low < _SKIRTING - 36:
            _plant(desk.theme, sheet)
        if block.people and low < _SKIRTING - 60:
            sideboard(desk.theme, sheet, _SKIRTING)
        if not block.people:
            _landscape(desk.theme, sheet, top + 26)
    afterwards(desk, block, words)


def _floor(theme: Theme) -> str:
    return mix(theme.cards[0][1], theme.ground, 0.3)


def _room(theme: Theme, sheet: Sheet) -> None:
    """The floor and the skirting board."""
    drawn: list[Shape] = [
        filled(shapes.rectangle(-5, _SKIRTING, sheet.width + 10, 45), _floor(theme)),
        filled(shapes.rectangle(-5, _SKIRTING - 6, sheet.width + 10, 7.5), theme.tint),
        filled(shapes.rectangle(-5, _SKIRTING - 6, sheet.width + 10, 0.8),
               mix(theme.shapes[1], theme.tint, 0.5)),
    ]  # fmt: skip
    sheet.art("room", drawn)


def _plant(theme: Theme, sheet: Sheet) -> None:
    """In its pot on the floor, away from the fold."""
    drawn: list[Shape] = []
    x = sheet.left + 7 if sheet.side == "right" else sheet.right - 7
    for degrees, length in ((-90, 26), (-116, 22), (-64, 23), (-142, 16), (-38, 17)):
        away = 0.52 * length
        turn = math.radians(degrees)
        at = (x + away * math.cos(turn), 251 + away * math.sin(turn))
        drawn.append(filled(leaf(*at, length, degrees, wide=0.2), theme.shapes[2]))
    pot = [(x - 8, 250), (x + 8, 250), (x + 6, 268), (x - 6, 268)]
    drawn.append(filled(shapes.polygon(pot), theme.shapes[5]))
    sheet.art("plant", drawn)


def _landscape(theme: Theme, sheet: Sheet, top: float) -> None:
    """A painting of hills, where there is nobody to show yet."""
    wide, high, x = 86.0, 62.0, sheet.middle
    left, wood = x - wide / 2, mix(theme.cards[0][1], theme.ground, 0.65)
    cord = [(left + 8, top), (x, top - 16), (left + wide - 8, top)]
    far = [(left, top + 40), (x - 18, top + 26), (x + 14, top + 36), (left + wide, top + 24)]
    near = [(left, top + 50), (x - 4, top + 40), (left + wide, top + 52)]
    low = [(left + wide, top + high), (left, top + high)]
    drawn = [
        stroked(shapes.polyline(cord), mix(theme.soft, theme.ground, 0.55), 0.5),
        filled(shapes.rectangle(left - 4, top - 4, wide + 8, high + 8, 1.5), wood),
        filled(shapes.rectangle(left, top, wide, high), theme.shapes[7]),
        filled(shapes.circle(x + 22, top + 18, 8), theme.shapes[4]),
        filled(shapes.polygon([*far, *low]), theme.shapes[0]),
        filled(shapes.polygon([*near, *low]), theme.shapes[1]),
        filled(shapes.circle(x, top - 16, 1.3), wood),
    ]
    sheet.art("painting", drawn)


@dataclass(frozen=True)
class _Wall:
    """How everyone hangs: rows of so many, pictures of radius `r`, names measured."""

    columns: int
    r: float
    labels: tuple[Label, ...]


def _hung(desk: Desk, people: Sequence[SharedPerson], wide: float, high: float) -> _Wall:
    """The pictures as large as the wall and the names under them allow."""
    count, caption = len(people), desk.style.reader.caption[0]
    size = caption * (1.12 if count <= 2 else 1.0 if count <= 4 else 0.78)
    walls = []
    for columns in range(1, min(count, 5) + 1):
        rows = -(-count // columns)
        room = min(wide / columns - 5, 60.0)
        labels = tuple(name_label(desk, one, room, size=size) for one in people)
        under = max(one.bottom - one.top for one in labels)
        largest = _LARGEST[min(count, len(_LARGEST)) - 1]
        r = min(largest, wide / columns / 2.5, (high / rows - under - 13) / 2.34)
        walls.append(_Wall(columns, r, labels))
    return max(walls, key=lambda one: (one.r, one.columns))


def _pages(desk: Desk, block: SharedBlock) -> int:
    """How many pages they take, so that no picture is too small to see who it is."""
    count, high = len(block.people), _SKIRTING - 12 - 56
    pages = max(1, -(-count // _A_PAGE))
    while pages < count:
        each = -(-count // pages)
        if _hung(desk, block.people[:each], desk.measure, high).r >= _LEAST:
            break
        pages += 1
    return pages


def _pictures(desk: Desk, sheet: Sheet, block: SharedBlock, top: float, first: int) -> float:
    """Hangs everyone; returns where the lowest words end."""
    count = len(block.people)
    if not count:
        return top
    theme, wide, high = desk.theme, sheet.measure, _SKIRTING - 12 - top
    wall = _hung(desk, block.people, wide, high)
    columns, r, labels = wall.columns, wall.r, wall.labels
    rows, under = -(-count // columns), max(one.bottom - one.top for one in labels)
    if rows == 1:
        # One row hangs at the height of the eye, not under the title.
        top += 0.3 * max(0.0, high - 9 - 2.4 * r - under)
    wood, cord = mix(theme.cards[0][1], theme.ground, 0.65), mix(theme.soft, theme.ground, 0.55)
    low = top
    for row in range(rows):
        here = min(columns, count - row * columns)
        rail = top + high * row / rows
        y = rail + 9 + r * 1.18
        if row == 0:
            bar = shapes.rectangle(sheet.left - 4, rail - 1.2, wide + 8, 2.4, 1.2)
            sheet.art("rail", [filled(bar, wood)])
        for at in range(here):
            number = row * columns + at
            person = block.people[number]
            x = sheet.left + wide * (at + 0.5) / here
            nail = (x, rail + 0.8)
            hung = [
                stroked(shapes.polyline([(x - r * 0.72, y - r * 0.72), nail,
                                         (x + r * 0.72, y - r * 0.72)]), cord, 0.5),
                filled(shapes.circle(*nail, 1.2), wood),
                filled(shapes.circle(x, y, r * 1.16), wood),
            ]  # fmt: skip
            sheet.art("frame", hung)
            face(desk, sheet, person, Spot(x, y, r), first + number)
            low = max(low, write_label(sheet, labels[number], x, y + r * 1.16 + 2.4))
    return low


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Rows under rules, then the words."""
    lines(desk, block, "people.no-wider")
