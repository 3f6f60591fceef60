"""Brothers and sisters: kites in one sky, wherever each lives; the child holds the strings."""

from __future__ import annotations

import math
from random import Random

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import (
    Spot,
    called,
    deep_of,
    face,
    pill,
    shallow,
    smallest,
    the_child,
    too_small,
)
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.people_list import as_a_list, in_a_list, lines
from lifestory.book.layouts.told_after import afterwards, over_the_people, said, told
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Theme, Type, mix
from lifestory.domain.plans import Shape
from lifestory.sharing.shared import SharedBlock

_CHILD = 238.0
_USUAL_TOP, _SKY_LOW = 50.0, 196.0
_FACE, _OF_A_KITE = 19.0, 0.66
"""The child's radius, and what a face takes of a kite."""
_FEW, _LARGER, _WORDS = 2, 25.0, 122.0
"""So few are larger, the child too, and words take so much of their page."""
_NAMED = 270.0
"""Where the child's name ends at the lowest; a long one lifts the child."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The kites over the hill, their strings in the child's hand; words under the title where
    they are few, else overleaf."""
    if in_a_list(desk, block):
        return
    trial = Sheet(desk.style, "left", desk.look.paper)
    kites = _spots(trial, len(block.people), _USUAL_TOP, seeded(block.id, "kites"))
    if kites and too_small(desk, kites[0].r * _OF_A_KITE):
        as_a_list(desk, block)
        return
    theme, title = desk.theme, title_of(desk, block)
    sheet = desk.page(title, folio=theme.tint)
    top = head(sheet, title, desk.style.title)
    words = told(block)
    if not block.people and not words:
        words = said(desk.wording.say("people.no-siblings"))
    few = len(block.people) <= _FEW
    top, left = over_the_people(desk, sheet, words, top, _WORDS if few else 40.0)
    chance = seeded(block.id, "kites")
    edge = sheet.height + 5
    ground = motifs.ground(theme, sheet.width, edge, _CHILD + 4, 4, 0.8, 0.12, theme.tint)
    sheet.art("hill", ground)
    named = _child_name(desk)
    r = _FACE if left or not few or top > 100 else _LARGER
    y = min(_CHILD + 13 - r, _NAMED - deep_of(named) - r - 1.5)
    child = Spot(sheet.middle - min(40.0, sheet.measure * 0.22), y, r)
    if few and block.people:
        child = Spot(sheet.left + r + 8, y, r)
        spots = _beside(sheet, len(block.people), top, child)
    else:
        spots = _spots(sheet, len(block.people), top, chance)
    _strings(desk, sheet, child, spots)
    for number, (person, spot) in enumerate(zip(block.people, spots, strict=True)):
        _kite(theme, sheet, spot, number)
        face(desk, sheet, person, Spot(spot.x, spot.y, spot.r * _OF_A_KITE), number)
    if not spots:
        clouds = [*ornaments.cloud(sheet.left + 20, top + 50, 44),
                  *ornaments.cloud(sheet.right - 60, top + 86, 52)]  # fmt: skip
        sheet.art("clouds", [filled(one.outline, theme.shapes[7]) for one in clouds])
    _names(desk, sheet, block, spots)
    the_child(desk, sheet, child)
    if desk.child.name:
        pill(sheet, named, child.x, child.y + child.r + 1.5, theme.shapes[4])
    _grass(desk, sheet, chance)
    afterwards(desk, block, left)


def _beside(sheet: Sheet, count: int, top: float, child: Spot) -> list[Spot]:
    """One or two kites as large as the sky beside and over the child lets them be."""
    left, low = child.x + child.r + 5, _SKY_LOW + 36
    if count == 1:
        r = min(46.0, (sheet.right - left) / 2, (low - top) / 2.5)
        x = max(left + r, min(sheet.right - r - 8, sheet.middle + 26))
        return [Spot(x, top + r * 1.1 + max(0.0, (low - top - 2.5 * r) * 0.3), r)]
    over = _SKY_LOW + 8 - top >= 2.5 * 30  # room for the first over the child
    start = sheet.left if over else left
    wide = sheet.right - start
    r = min(36.0, wide / 4.3, (low - top) / 2.5)
    y, drop = top + r * 1.1, max(0.0, min(14.0, low - top - 2.5 * r))
    return [Spot(start + wide * 0.25, y, r), Spot(start + wide * 0.75, y + drop, r)]


def _spots(sheet: Sheet, count: int, top: float, chance: Random) -> list[Spot]:
    """Kites in rows, the sky evenly filled."""
    if not count:
        return []
    wide, high = sheet.measure, _SKY_LOW - top
    columns = max(range(1, 7), key=lambda n: min(wide / n, high / -(-count // n) * 0.8))
    columns = min(columns, count)
    rows = -(-count // columns)
    r = min(36.0, wide / columns / 2.6, high / rows / 2.75)
    spots = []
    for index in range(count):
        row, at = divmod(index, columns)
        here = min(columns, count - row * columns)
        x = sheet.left + wide * (at + 0.5) / here
        lift = (-1) ** (at + row) * min(8.0, (high / rows - 2.5 * r) / 3) if count > 1 else 0
        y = top + high * (row + 0.5) / rows - r * 0.25 + max(-8.0, lift)
        spots.append(Spot(x + chance.uniform(-2, 2), y, r))
    return spots


def _strings(desk: Desk, sheet: Sheet, child: Spot, spots: list[Spot]) -> None:
    hand = (child.x + child.r * 1.05, child.y - child.r * 0.35)
    colour = mix(desk.theme.soft, desk.theme.ground, 0.6)
    drawn = []
    for spot in spots:
        low = (spot.x, spot.y + spot.r * 1.3)
        sag = (hand[0] + (low[0] - hand[0]) * 0.35, hand[1] - (hand[1] - low[1]) * 0.3 + 5)
        bend = (hand[0] + (low[0] - hand[0]) * 0.8, low[1] + (hand[1] - low[1]) * 0.35)
        drawn.append(stroked(shapes.outline(("M", hand), ("C", (*sag, *bend, *low))), colour, 0.4))
    if spots:
        drawn.append(filled(shapes.circle(*hand, 2.0), desk.theme.shapes[5]))
    sheet.art("strings", drawn)


def _kite(theme: Theme, sheet: Sheet, spot: Spot, number: int) -> None:
    colours = (theme.shapes[5], theme.shapes[4], theme.homes[2], theme.homes[3], theme.shapes[2])
    one, other = colours[number % 5], mix(colours[number % 5], theme.ground, 0.72)
    x, y, r = spot.x, spot.y, spot.r
    top, low = (x, y - r * 1.08), (x, y + r * 1.36)
    left, right = (x - r * 0.98, y - r * 0.04), (x + r * 0.98, y - r * 0.04)
    drawn: list[Shape] = [
        filled(shapes.polygon([top, right, low, left]), other),
        filled(shapes.polygon([top, right, (x, y)]), one),
        filled(shapes.polygon([low, left, (x, y)]), one),
    ]
    sheet.art("kite", drawn)


def _child_name(desk: Desk) -> SetText:
    names, (points, leading) = desk.theme.faces, desk.style.reader.caption
    type_ = Type(names["small_head"], names["strong"], points, leading, desk.theme.home_text)
    return shallow(desk.child.name, type_, 60.0, 20.0, smallest(desk))


def _names(desk: Desk, sheet: Sheet, block: SharedBlock, spots: list[Spot]) -> None:
    names, (points, leading) = desk.theme.faces, desk.style.reader.caption
    share = min(1.1, max(0.62, (spots[0].r if spots else 20) / 17))
    type_ = Type(names["small_head"], names["strong"], points * share, leading * share,
                 desk.theme.home_text)  # fmt: skip
    for person, spot in zip(block.people, spots, strict=True):
        room = min(54.0, spot.r * 2.5)
        text = shallow(
            called(desk, person)[0], type_, room, max(6.0, spot.r * 0.95), smallest(desk)
        )
        if text.lines:
            pill(sheet, text, spot.x, spot.y + spot.r * _OF_A_KITE * 1.07 + 0.8, "#FFFFFF")


def _grass(desk: Desk, sheet: Sheet, chance: Random) -> None:
    drawn: list[Shape] = []
    for step in range(7):
        x = sheet.middle + 10 + step * (sheet.right - sheet.middle - 12) / 7
        tall = 16 + 14 * math.sin(step * 1.1 + 0.6)
        drawn += motifs.growing(desk.theme, chance, x, 266, tall)
        drawn += motifs.tuft(desk.theme, chance, x - 5, 267, 9, desk.theme.shapes[1])
    sheet.art("flowers", drawn)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Rows under rules, then the words."""
    lines(desk, block, "people.no-siblings")
