"""The family in signs: a square for a man or boy, a circle for a woman or girl, a diamond where it
is neither or not known; generations in rows, lines for who belongs to whom.

The signs are those of social work everywhere (McGoldrick, "Genograms"); adoption and guardianship
have a dashed line down, and the line about several people says who lives together today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import circles_of_people
from lifestory.book.layouts.faces import (
    Spot,
    called,
    fitted,
    in_the_round,
    relation,
    smallest,
    write_label,
)  # fmt: skip
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import Label, widest
from lifestory.book.layouts.people_list import in_a_list
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.sharing.kin import kinds_of_kin
from lifestory.sharing.shared import Family, SharedBlock, SharedPerson, SharedTie

_TOP, _KEY = 62.0, 268.0
"""Where signs begin at the highest, and the last line of what they mean."""
_LINE = 0.6
_BONDS = ((False, False), (True, False), (False, True))
"""Adopted, fostering: born to, by adoption or law, by fostering."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (2.0, 1.6), (0.1, 1.5))
_WIDEST, _LARGEST, _SMALLEST = 60.0, 22.0, 6.4
"""From sign to sign at the most, and the radii a sign can have."""
_NARROWEST = 2.5
"""From sign to sign at the least, in millimetres to the point of the smallest print."""
_BETWEEN = 11.0
"""Between generations: room for the lines."""


@dataclass(frozen=True)
class _Seat:
    """A person (None for the child) at their place; `roof` is where their generation begins."""

    person: SharedPerson | None
    spot: Spot
    label: Label
    roof: float

    @property
    def square(self) -> float:
        """Half of what the sign takes."""
        return self.spot.r


_People = list[SharedPerson | None]


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The same for every reader."""
    quiet(desk, block)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The signs, the lines, and what they mean; circles of people where a row is too full."""
    if in_a_list(desk, block):
        return
    title = title_of(desk, block)
    trial = Sheet(desk.style, "left", desk.look.paper)
    sides = max(text.height for text in _sides(desk, trial.measure).values())
    top = max(_TOP, head(trial, title, desk.style.title) + 12 + sides)
    key = _key(desk, trial, block, draw=False)
    if not block.people or not _seats(desk, trial, block.people, top, key - 8):
        circles_of_people.quiet(desk, block)
        return
    sheet = desk.page(title)
    head(sheet, title, desk.style.title)
    seats = _seats(desk, sheet, block.people, top, key - 8)
    _families(desk, sheet, seats, top - 6 - sides)
    sheet.art("lines", _lines(desk, block, seats))
    for seat in seats.values():
        _sign(desk, sheet, seat)
    for seat in seats.values():
        _name(desk, sheet, seat)
    _key(desk, sheet, block)


def _rows(people: Sequence[SharedPerson]) -> list[_People]:
    """Everyone by generation, the eldest first; birth family on the left, family now on the right,
    the child between them."""
    rows: list[_People] = []
    for older in sorted({0, *(one.older for one in people)}, reverse=True):
        here = [one for one in people if one.older == older]
        birth = [one for one in here if one.family is not Family.NOW]
        now = [one for one in here if one.family is Family.NOW]
        # Parents stand nearest the middle, so that their lines down are short.
        birth.sort(key=_is_parent)
        now.sort(key=lambda one: not _is_parent(one))
        rows.append([*birth, *([None] if older == 0 else []), *now])
    return rows


def _is_parent(person: SharedPerson) -> bool:
    return person.kin in {"birth-mother", "birth-father", "mother", "father", "parent",
                          "special-guardian"}  # fmt: skip


_Seats = dict[UUID | None, _Seat]


def _seats(
    desk: Desk, sheet: Sheet, people: Sequence[SharedPerson], top: float, low: float
) -> _Seats:
    """Everyone at their place, as large as the frame allows; a generation too full for a row
    stands in two, each sign of the lower between two of the upper. Nobody where they are too many
    for that, or a word of a name too long."""
    rows = _rows(people)
    wide, least = sheet.measure, smallest(desk)
    holds = max(2, int(wide / (_NARROWEST * least)))
    doubled = [len(row) > holds for row in rows]
    fullest = max(len(row) for row in rows)
    if fullest > 2 * holds - 1:
        return {}
    pitches = [
        wide / (len(row) // 2 + 0.75) if two else wide / len(row)
        for row, two in zip(rows, doubled, strict=True)
    ]
    pitch = min(_WIDEST, *pitches)
    type_ = _name_type(desk, pitch)
    smaller = replace(type_, size=least)
    if any(longest_word(_named(desk, one)[0], smaller) > pitch - 3 for row in rows for one in row):
        return {}
    labels = [[_label(desk, one, type_, pitch - 3) for one in row] for row in rows]
    named = [max(one.bottom - one.top for one in row) + 4.5 for row in labels]
    lines = [2 if two else 1 for two in doubled]
    between = _BETWEEN * (len(rows) - 1)
    spare = low - top - between - sum(n * deep for n, deep in zip(lines, named, strict=True))
    r = min(_LARGEST, pitch * 0.38, spare / (2.1 * sum(lines)))
    if r < _SMALLEST:
        return {}
    more = (spare - 2.1 * r * sum(lines)) / max(1, len(rows) - 1)
    seats: _Seats = {}
    y = top if len(rows) > 1 else top + more / 3
    for row, texts, two, deep in zip(rows, labels, doubled, named, strict=True):
        step = pitch / 2 if two else pitch
        birth = sum(one is not None and one.family is not Family.NOW for one in row)
        off = step * _shift(len(row), birth, wide / step)
        for at, (person, text) in enumerate(zip(row, texts, strict=True)):
            x = sheet.middle + off + (at - (len(row) - 1) / 2) * step
            under = (2.1 * r + deep) if two and at % 2 else 0.0
            spot = Spot(x, y + r + under, r)
            seats[person.id if person else None] = _Seat(person, spot, text, y)
        y += (2.1 * r + deep) * (2 if two else 1) + _BETWEEN + min(more, 46.0)
    return seats


def _named(desk: Desk, person: SharedPerson | None) -> tuple[str, str]:
    """The name under a sign, and what stands under that."""
    if person is None:
        return desk.child.name, ""
    name, under = called(desk, person)
    return name, under if person.name_known else relation(desk, person) or under


def _name_type(desk: Desk, pitch: float) -> Type:
    """The larger, the further the signs are apart."""
    size = max(smallest(desk), min(desk.style.body.size, pitch * 0.42))
    return replace(desk.style.of("strong", 11, 5, desk.theme.ink), size=size, leading=size * 0.44)


def _label(desk: Desk, person: SharedPerson | None, type_: Type, room: float) -> Label:
    name, under = _named(desk, person)
    least = smallest(desk)
    size = max(least, type_.size * 0.88)
    face_ = desk.theme.faces["body"]
    small = replace(type_, face=face_, size=size, leading=size * 0.44, colour=desk.theme.soft)
    below = fitted(under, small, room, 3, smallest=least) if under else set_text((), small, 10)
    return Label(fitted(name, type_, room, 2, smallest=least), below)


def _shift(count: int, birth: int, fullest: float) -> float:
    """So many pitches a row moves, so that birth family stays left of the middle and family now
    right of it as far as there is room."""
    wanted = (count - 1) / 2 - (birth - 0.5)
    room = (fullest - count) / 2
    return max(-room, min(room, wanted))


def _sides(desk: Desk, measure: float) -> dict[str, SetText]:
    """What stands over each side, set to half of the page."""
    type_ = desk.style.of("body", 10.5, 5, desk.theme.soft)
    return {
        line: fitted(desk.wording.say(line), type_, measure / 2 - 6, smallest=smallest(desk))
        for line in ("tree.birth", "tree.now")
    }


def _families(desk: Desk, sheet: Sheet, seats: _Seats, y: float) -> None:
    """Over each side, which family it is."""
    there = {(one.person.family is Family.NOW) for one in seats.values() if one.person}
    wide = sheet.measure / 2 - 4
    for line, text in _sides(desk, sheet.measure).items():
        now = line == "tree.now"
        if now in there:
            x = sheet.right - wide if now else sheet.left
            align: Literal["left", "right"] = "right" if now else "left"
            sheet.write(Role.LABEL, text, x, y, measure=wide, align=align)


def _lines(desk: Desk, block: SharedBlock, seats: _Seats) -> list[Shape]:
    """Down from parents to children; parents of one child who stand in a row are joined."""
    theme, drawn = desk.theme, list[Shape]()
    ink = mix(theme.ink, theme.ground, 0.7)
    parents: dict[UUID | None, list[SharedTie]] = {}
    for tie in block.ties:
        child = None if tie.to == desk.child.person else tie.to
        if not tie.couple and child in seats and tie.person in seats:
            parents.setdefault(child, []).append(tie)
        elif tie.couple and tie.person in seats and tie.to in seats:
            drawn += _joined(seats[tie.person], seats[tie.to], ink)
    levels: dict[float, int] = {}
    for child, ties in parents.items():
        for number, bond in enumerate(_BONDS):
            group = [seats[one.person] for one in ties if (one.adopted, one.fostering) == bond]
            if group:
                level = levels.setdefault(group[0].spot.y, 0)
                levels[group[0].spot.y] += 1
                drawn += _down(group, seats[child], ink, number, level % 3)
    return drawn


def _joined(one: _Seat, other: _Seat, ink: str) -> list[Shape]:
    y = one.spot.y
    left, right = sorted((one, other), key=lambda seat: seat.spot.x)
    line = [(left.spot.x + left.square, y), (right.spot.x - right.square, other.spot.y)]
    return [stroked(shapes.polyline(line), ink, _LINE)]


def _down(group: Sequence[_Seat], child: _Seat, ink: str, bond: int, level: int) -> list[Shape]:
    """From parents (joined by a line under them) down to a child; each bond has its own line."""
    r, dash = group[0].spot.r, _DASHES[bond]
    xs = sorted(seat.spot.x for seat in group)
    bar = child.roof - 4 - 2.2 * level
    foot = child.spot.x + (bond - 0.5) * 2.6
    lines = [[(one.spot.x, one.spot.y + r), (one.spot.x, bar)] for one in group]
    lines.append([(min(*xs, foot), bar), (max(*xs, foot), bar)])
    lines.append([(foot, bar), (foot, child.spot.y - r)])
    return [stroked(shapes.polyline(line), ink, _LINE, dash=dash) for line in lines]


def _form(person: SharedPerson | None, spot: Spot, pronouns: str = "") -> Outline:
    """Square, circle or diamond about a spot."""
    shape = kinds_of_kin()[person.kin].shape if person and person.kin in kinds_of_kin() else ""
    said = person.pronouns if person else pronouns
    if said == "he" or (said not in {"she"} and shape == "man"):
        side = spot.r * 0.93
        return shapes.rectangle(spot.x - side, spot.y - side, 2 * side, 2 * side)
    if said == "she" or shape == "woman":
        return shapes.circle(spot.x, spot.y, spot.r)
    x, y, r = spot.x, spot.y, spot.r * 1.12
    return shapes.polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)])


def _sign(desk: Desk, sheet: Sheet, seat: _Seat) -> None:
    """A sign with the face or the first letter in it; the child's has a double line."""
    theme, spot, person = desk.theme, seat.spot, seat.person
    here = person is None or person.here_now
    ink = theme.title
    form = _form(person, spot, _own(desk))
    ground = mix(theme.home_today, theme.ground, 0.16) if here else theme.ground
    known = person is None or person.name_known
    drawn = [filled(form, ground), stroked(form, ink, _LINE, dash=() if known else (2.0, 1.6))]
    if person is None:
        drawn.append(stroked(_form(None, replace(spot, r=spot.r * 0.82), _own(desk)), ink, _LINE))
    sheet.art("sign", drawn)
    face_ = desk.child.face if person is None else person.face
    if face_ is not None:
        inner = spot.r * (0.68 if person is None else 0.8)
        in_the_round(sheet, face_, replace(spot, r=inner))


def _own(desk: Desk) -> str:
    return desk.child.pronouns


def _name(desk: Desk, sheet: Sheet, seat: _Seat) -> None:
    """Under a sign the name and what they are to the child, over the lines."""
    label, spot = seat.label, seat.spot
    back = shapes.rectangle(
        spot.x - label.width / 2 - 0.8, spot.y + spot.r + 1.6,
        label.width + 1.6, label.bottom - label.top + 1.2,
    )  # fmt: skip
    sheet.art("ground", [filled(back, desk.theme.ground)])
    write_label(sheet, label, spot.x, spot.y + spot.r + 2.1)


def _key(desk: Desk, sheet: Sheet, block: SharedBlock, *, draw: bool = True) -> float:
    """What the signs and lines mean, those that are used; returns where it begins."""
    theme = desk.theme
    type_ = desk.style.of("body", 10, 4.6, theme.soft)
    r, step = max(3.0, type_.size * 0.28), max(8.0, type_.leading * 1.6)
    unused = {
        "key-adopted": not any(tie.adopted for tie in block.ties),
        "key-fostering": not any(tie.fostering for tie in block.ties),
    }
    names = ("key-woman", "key-man", "key-other", "key-born", *unused, "key-here")
    rows: list[list[tuple[str, SetText, float]]] = [[]]
    x = sheet.left + r + 0.4
    for name in names:
        if unused.get(name):
            continue
        text = set_text(desk.wording.say(f"genogram.{name}"), type_, sheet.measure - 20)
        wide = widest(text) + 2 * r + 9
        if x + wide > sheet.right + 6:
            rows.append([])
            x = sheet.left + r + 0.4
        rows[-1].append((name, text, x))
        x += wide
    top = _KEY - step * (len(rows) - 1)
    for number, row in enumerate(rows if draw else ()):
        for name, text, x in row:
            y = top + number * step
            sheet.art("key", [_meaning(desk, name, Spot(x, y, r))])
            sheet.write(Role.LABEL, text, x + r + 2, y + type_.size * 0.12)
    return top - r


def _meaning(desk: Desk, name: str, spot: Spot) -> Shape:
    """A sign or line of the key."""
    theme, x, y, r = desk.theme, spot.x, spot.y, spot.r
    match name:
        case "key-woman":
            return stroked(shapes.circle(x, y, r), theme.title, _LINE)
        case "key-man":
            return stroked(shapes.rectangle(x - r, y - r, 2 * r, 2 * r), theme.title, _LINE)
        case "key-other":
            return stroked(_form(None, spot, "they"), theme.title, _LINE)
        case "key-here":
            tint = mix(theme.home_today, theme.ground, 0.3)
            return filled(shapes.rectangle(x - r, y - r, 2 * r, 2 * r, 1), tint)
        case _:
            dash = _DASHES[{"key-adopted": 1, "key-fostering": 2}.get(name, 0)]
            line = shapes.polyline([(x, y - r - 0.4), (x, y + r + 0.4)])
            return stroked(line, mix(theme.ink, theme.ground, 0.7), _LINE, dash=dash)
