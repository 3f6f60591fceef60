"""My family now: everyone at a window of the house, animals by the door."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import (
    Spot,
    called,
    deep_of,
    face,
    fitted,
    pill,
    shallow,
    smallest,
    the_child,
    too_small,
)  # fmt: skip
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.people_list import as_a_list, in_a_list, lines
from lifestory.book.layouts.told_after import afterwards, over_the_people, said, told
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Shape
from lifestory.sharing.shared import SharedBlock, SharedPerson

_USUAL_TOP, _FOOT = 54.0, 263.0
_EAVES = 5.0
_ROOF = 34.0
_DOOR = 42.0
_TRIES = 16
"""So often windows are made smaller for the names under them."""


@dataclass(frozen=True)
class _House:
    """Walls by their edges; the ground floor begins at `floor`."""

    left: float
    right: float
    top: float
    floor: float

    @property
    def wide(self) -> float:
        """Between the walls."""
        return self.right - self.left


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The house fills the page, a window for each of them and one for the child."""
    words = told(block) + _facts(block)
    if in_a_list(desk, block, words):
        return
    people = [one for one in block.people if not one.pet]
    if _crowded(desk, people):
        as_a_list(desk, block, words)
        return
    title = title_of(desk, block)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title) - 4
    pets = [one for one in block.people if one.pet]
    if not people and not words:
        words = said(desk.wording.say("people.no-family-now"))
    top, left = over_the_people(desk, sheet, words, top, 44.0)
    top += 9.0
    house = _built(sheet, top)
    _outside(desk, sheet, block, house, top)
    _windows(desk, sheet, house, people)
    _by_the_door(desk, sheet, house, pets)
    afterwards(desk, block, left)


def _built(sheet: Sheet, top: float) -> _House:
    wide = min(sheet.measure, 168.0 + max(0.0, sheet.measure - 170) * 0.5)
    left = sheet.middle - wide / 2 + 8
    return _House(left, left + wide - 16, top + _ROOF, _FOOT - _DOOR)


def _crowded(desk: Desk, people: list[SharedPerson]) -> bool:
    """True where windows would be too small to see who looks out of them."""
    house = _built(Sheet(desk.style, "left", desk.look.paper), _USUAL_TOP)
    said = [desk.child.name, *(called(desk, one)[0] for one in people)]
    return too_small(desk, _fitting(desk, said, house)[1] * 0.86)


def _facts(block: SharedBlock) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Piece(fact.text),)) for fact in block.facts)


def _outside(desk: Desk, sheet: Sheet, block: SharedBlock, house: _House, top: float) -> None:
    theme, chance = desk.theme, seeded(block.id, "house")
    phase = chance.uniform(0.0, 0.2)
    low, wide = sheet.height + 5, sheet.width
    wall = mix(theme.shapes[6], theme.ground, 0.75)
    roof = mix(theme.shapes[5], theme.home_text, 0.9)
    peak = (house.left + house.right) / 2
    eaves = [
        (house.left - _EAVES, house.top), (peak - house.wide * 0.3, top),
        (peak + house.wide * 0.3, top), (house.right + _EAVES, house.top),
    ]  # fmt: skip
    chimney = shapes.rectangle(peak + house.wide * 0.16, top - 9, 11, 20)
    pot = shapes.rectangle(peak + house.wide * 0.16 - 1.2, top - 10.5, 13.4, 3.2, 0.8)
    drawn = [
        *motifs.ground(theme, wide, low, _FOOT - 3, 2.2, 0.9, phase, theme.tint),
        filled(chimney, mix(roof, theme.home_text, 0.8)),
        filled(pot, mix(roof, theme.home_text, 0.65)),
        filled(
            shapes.rectangle(house.left, house.top - 1, house.wide, _FOOT - house.top + 1), wall
        ),
        filled(shapes.polygon(eaves), roof),
    ]
    band = shapes.rectangle(house.left - _EAVES, house.top - 2.2, house.wide + 2 * _EAVES, 3.2, 1.2)
    drawn.append(filled(band, mix(roof, theme.home_text, 0.8)))
    for row, y in enumerate((top + 11, top + 20)):
        reach = house.wide * (0.33 + 0.075 * row)
        line = shapes.polyline([(peak - reach, y), (peak + reach, y)])
        drawn.append(stroked(line, mix(roof, theme.ground, 0.8), 0.5))
    sheet.art("house", drawn)
    grass: list[Shape] = []
    for _ in range(16):
        x = chance.uniform(6, sheet.width - 6)
        tall = chance.uniform(5, 9)
        if not house.left - 3 < x < house.right + 3:
            grass += motifs.tuft(theme, chance, x, _FOOT + 2, tall, theme.shapes[1])
    for side in (house.left - 7, house.right + 7):
        grass += motifs.growing(theme, chance, side, _FOOT + 2, chance.uniform(20, 30))
    sheet.art("garden", grass)


def _windows(desk: Desk, sheet: Sheet, house: _House, people: list[SharedPerson]) -> None:
    """The child first, then everyone, in as many columns as give the largest faces."""
    everyone: list[SharedPerson | None] = [None, *people]
    said = [called(desk, one)[0] if one else desk.child.name for one in everyone]
    columns, r, names = _fitting(desk, said, house)
    rows = -(-len(everyone) // columns)
    high = (house.floor - house.top) / rows
    for row in range(rows):
        here = everyone[row * columns : (row + 1) * columns]
        texts = names[row * columns : (row + 1) * columns]
        deep = max(deep_of(text) for text in texts)
        y = house.top + high * row + (high - (2 * r + deep + 1.5)) / 2 + r
        for at, (person, text) in enumerate(zip(here, texts, strict=True)):
            x = house.left + house.wide * (at + 0.5) / len(here)
            _window(desk, sheet, x, y, r)
            if person:
                face(desk, sheet, person, Spot(x, y, r * 0.86), row * columns + at)
            else:
                the_child(desk, sheet, Spot(x, y, r * 0.86))
            if said[row * columns + at]:
                colour = desk.theme.shapes[4] if person is None else "#FFFFFF"
                pill(sheet, text, x, y + r + 1.2, colour)


def _fitting(desk: Desk, said: list[str], house: _House) -> tuple[int, float, list[SetText]]:
    """How many windows a row has, their radius and the names under them."""
    columns = max(range(1, 6), key=lambda many: _radius(house, len(said), many))
    high = (house.floor - house.top) / -(-len(said) // columns)
    r = _radius(house, len(said), columns)
    for _ in range(_TRIES):
        names = _named(desk, said, r, house.wide / columns - 8, high)
        if max(deep_of(text) for text in names) <= high - 2.12 * r - 2.4:
            break
        r *= 0.93
    return columns, r, names


def _named(desk: Desk, said: list[str], r: float, room: float, high: float) -> list[SetText]:
    """Names for windows of radius `r`, no wider than `room` and no deeper than a row `high` leaves
    them, where no print need be too small for that."""
    names, least = desk.theme.faces, smallest(desk)
    points, leading = desk.style.reader.caption
    size = max(least, min(points, r * 1.25))
    type_ = Type(names["small_head"], names["strong"], size, leading * size / points,
                 desk.theme.home_text)  # fmt: skip
    return [shallow(one, type_, room, high - 2.12 * r - 2.4, least) for one in said]


def _radius(house: _House, count: int, columns: int) -> float:
    rows = -(-count // columns)
    high = (house.floor - house.top) / rows
    return min(29.0, (high - 15) / 2.1, (house.wide / columns - 8) / 2)


def _window(desk: Desk, sheet: Sheet, x: float, y: float, r: float) -> None:
    """A round window with its frame and a sill."""
    theme = desk.theme
    frame = mix(theme.shapes[5], theme.ground, 0.35)
    sill = shapes.rectangle(x - r * 1.15, y + r * 0.96, r * 2.3, 2.2, 1.0)
    drawn = [filled(shapes.circle(x, y, r * 1.04), frame), filled(sill, frame)]
    sheet.art("window", drawn)


def _by_the_door(desk: Desk, sheet: Sheet, house: _House, pets: list[SharedPerson]) -> None:
    """The door in the colour of today's home; animals on either side of it, else flowers."""
    theme = desk.theme
    x, wide, tall = (house.left + house.right) / 2, 19.0, 34.0
    door = [
        filled(shapes.rectangle(x - wide / 2 - 2.4, _FOOT - tall - 2.4, wide + 4.8, tall + 2.4, 2),
               mix(theme.ground, "#FFFFFF", 0.6)),
        filled(shapes.rectangle(x - wide / 2, _FOOT - tall, wide, tall, 1.2), theme.home_today),
        filled(shapes.rectangle(x - 6, _FOOT - tall + 5, 12, 9, 1.0), theme.shapes[6]),
        filled(shapes.circle(x + 6, _FOOT - tall / 2 + 2, 1.1), theme.shapes[4]),
        filled(shapes.rectangle(x - wide / 2 - 5, _FOOT - 1.2, wide + 10, 3.4, 1.2),
               mix(theme.soft, theme.ground, 0.45)),
    ]  # fmt: skip
    for side in (-1, 1):
        at = x + side * 19.5
        door += [
            filled(shapes.circle(at, _FOOT - 9.5, 5.4), theme.shapes[2]),
            filled(shapes.circle(at - 1.6, _FOOT - 11, 2.6), theme.shapes[1]),
            filled(shapes.polygon([(at - 4, _FOOT - 6), (at + 4, _FOOT - 6), (at + 3, _FOOT + 0.6),
                                   (at - 3, _FOOT + 0.6)]), theme.shapes[5]),
        ]  # fmt: skip
    sheet.art("door", door)
    names = theme.faces
    points, leading = desk.style.reader.caption
    size = max(points * 0.8, smallest(desk))
    type_ = Type(names["small_head"], names["strong"], size, leading * size / points,
                 theme.home_text)  # fmt: skip
    room = (house.wide / 2 - 30) / max(1, -(-len(pets) // 2))
    for index, pet in enumerate(pets):
        side, step = (1 if index % 2 == 0 else -1), index // 2
        at = x + side * (30 + room * (step + 0.5))
        r = min(12.0, room / 2 - 1.5)
        text = fitted(called(desk, pet)[0], type_, room - 6, smallest=smallest(desk))
        y = _FOOT - 3 - deep_of(text) - r * 1.07
        face(desk, sheet, pet, Spot(at, y, r), index)
        if text.lines:
            pill(sheet, text, at, y + r * 1.07 + 0.6, "#FFFFFF")


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Rows under rules, then the words."""
    words = told(block) + _facts(block)
    lines(desk, block, "people.no-family-now", otherwise=words)
