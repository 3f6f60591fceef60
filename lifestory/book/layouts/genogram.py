"""The family in signs: a square for a man or boy, a circle for a woman or girl, a diamond where it
is neither or not known; generations in rows, lines for who belongs to whom.

The signs are those of social work everywhere (McGoldrick, "Genograms"); adoption and guardianship
have a dashed line down, and the line about several people says who lives together today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from uuid import UUID

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import circles_of_people
from lifestory.book.layouts.faces import Spot, called, fitted, in_the_round, relation, write_label
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import Label, widest
from lifestory.book.layouts.people_list import in_a_list
from lifestory.book.layouts.told_after import over_the_people, said
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.sharing.kin import kinds_of_kin
from lifestory.sharing.shared import Family, SharedBlock, SharedPerson, SharedTie

_TOP, _LOW = 66.0, 238.0
_MOST_A_ROW = 12
_LINE = 0.6
_BONDS = ((False, False), (True, False), (False, True))
"""Adopted, fostering: born to, by adoption or law, by fostering."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (2.0, 1.6), (0.1, 1.5))


@dataclass(frozen=True)
class _Seat:
    """A person (None for the child) at their place."""

    person: SharedPerson | None
    spot: Spot

    @property
    def square(self) -> float:
        """Half of what the sign takes."""
        return self.spot.r


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The same for every reader."""
    quiet(desk, block)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The signs, the lines, and what they mean; circles of people where a row is too full."""
    if in_a_list(desk, block):
        return
    rows = _rows(block.people)
    if any(len(row) > _MOST_A_ROW for row in rows.values()):
        circles_of_people.quiet(desk, block)
        return
    title = title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    if not block.people:
        over_the_people(desk, sheet, said(desk.wording.say("people.nobody")), top, 60.0)
        return
    seats = _seats(sheet, rows, max(_TOP, top + 14))
    _families(desk, sheet, seats, max(_TOP, top + 14) - 10)
    sheet.art("lines", _lines(desk, block, seats))
    for seat in seats.values():
        _sign(desk, sheet, seat)
    _names(desk, sheet, seats)
    _key(desk, sheet, block)


def _rows(people: Sequence[SharedPerson]) -> dict[int, list[SharedPerson | None]]:
    """Everyone by generation, the eldest first; birth family on the left, family now on the right,
    the child between them."""
    rows: dict[int, list[SharedPerson | None]] = {}
    for older in sorted({0, *(one.older for one in people)}, reverse=True):
        here = [one for one in people if one.older == older]
        birth = [one for one in here if one.family is not Family.NOW]
        now = [one for one in here if one.family is Family.NOW]
        # Parents stand nearest the middle, so that their lines down are short.
        birth.sort(key=_is_parent)
        now.sort(key=lambda one: not _is_parent(one))
        rows[older] = [*birth, *([None] if older == 0 else []), *now]
    return rows


def _is_parent(person: SharedPerson) -> bool:
    return person.kin in {"birth-mother", "birth-father", "mother", "father", "parent",
                          "special-guardian"}  # fmt: skip


_Seats = dict[UUID | None, _Seat]


def _seats(sheet: Sheet, rows: dict[int, list[SharedPerson | None]], top: float) -> _Seats:
    fullest = max(len(row) for row in rows.values())
    pitch = min(46.0, sheet.measure / fullest)
    deep = (_LOW - top) / max(1, len(rows))
    r = min(11.0, pitch * 0.3, deep * 0.2)
    seats: _Seats = {}
    for number, row in enumerate(rows.values()):
        y = top + deep * number + r + 2
        birth = sum(one is not None and one.family is not Family.NOW for one in row)
        off = pitch * _shift(len(row), birth, fullest)
        for at, person in enumerate(row):
            x = sheet.middle + off + (at - (len(row) - 1) / 2) * pitch
            seats[person.id if person else None] = _Seat(person, Spot(x, y, r))
    return seats


def _shift(count: int, birth: int, fullest: int) -> float:
    """So many pitches a row moves, so that birth family stays left of the middle and family now
    right of it as far as there is room."""
    wanted = (count - 1) / 2 - (birth - 0.5)
    room = (fullest - count) / 2
    return max(-room, min(room, wanted))


def _families(desk: Desk, sheet: Sheet, seats: _Seats, y: float) -> None:
    """Over each side, which family it is."""
    label = desk.style.of("body", 10.5, 5, desk.theme.soft)
    sides = {
        "tree.birth": [s for s in seats.values() if s.person and s.person.family is not Family.NOW],
        "tree.now": [s for s in seats.values() if s.person and s.person.family is Family.NOW],
    }
    for line, there in sides.items():
        if not there:
            continue
        text = fitted(desk.wording.say(line), label, sheet.measure / 2 - 6)
        wide = sheet.measure / 2 - 4
        x = sheet.left if line == "tree.birth" else sheet.right - wide
        align = "left" if line == "tree.birth" else "right"
        sheet.write(Role.LABEL, text, x, y, measure=wide, align=align)  # type: ignore[arg-type]


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
    y = max(seat.spot.y for seat in group) + r
    bar = child.spot.y - r - 5 - 2.2 * level
    foot = child.spot.x + (bond - 0.5) * 2.6
    lines = [[(x, y), (x, bar)] for x in xs]
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


def _names(desk: Desk, sheet: Sheet, seats: _Seats) -> None:
    """Under each sign the name and what they are to the child."""
    rows: dict[float, list[float]] = {}
    for seat in seats.values():
        rows.setdefault(seat.spot.y, []).append(seat.spot.x)
    pitch = min((b - a for xs in rows.values() for a, b in pairwise(sorted(xs))), default=46.0)
    bold = desk.style.of("strong", 11, 5, desk.theme.ink)
    small = desk.style.of("body", 9.5, 4.3, desk.theme.soft)
    for seat in seats.values():
        person, room = seat.person, min(46.0, pitch - 2.5)
        name, under = (desk.child.name, "") if person is None else called(desk, person)
        if person is not None and not person.name_known:
            under = relation(desk, person) or under
        label = Label(
            fitted(name, bold, room, 2), fitted(under, small, room, 2) if under else
            set_text((), small, 10),
        )  # fmt: skip
        back = shapes.rectangle(
            seat.spot.x - label.width / 2 - 0.8, seat.spot.y + seat.spot.r + 1.4,
            label.width + 1.6, label.bottom - label.top + 1.2,
        )  # fmt: skip
        sheet.art("ground", [filled(back, desk.theme.ground)])
        write_label(sheet, label, seat.spot.x, seat.spot.y + seat.spot.r + 1.9)


def _key(desk: Desk, sheet: Sheet, block: SharedBlock) -> None:
    """What the signs and lines mean, those that are used."""
    theme = desk.theme
    type_ = desk.style.of("body", 10, 4.6, theme.soft)
    x, y, r = sheet.left + 3.4, 262.0, 3.0
    ink = mix(theme.ink, theme.ground, 0.7)
    entries: list[tuple[str, list[Shape]]] = []
    she, he, other = "key-woman", "key-man", "key-other"
    unused = {
        "key-adopted": not any(tie.adopted for tie in block.ties),
        "key-fostering": not any(tie.fostering for tie in block.ties),
    }
    for name in (she, he, other, "key-born", *unused, "key-here"):
        if not unused.get(name):
            entries.append((name, []))
    for name, drawn in entries:
        text = set_text(desk.wording.say(f"genogram.{name}"), type_, 60)
        wide = widest(text) + 15
        if x + wide > sheet.right:
            x, y = sheet.left + 3.4, y + 8
        spot = Spot(x, y, r)
        if name == she:
            drawn.append(stroked(shapes.circle(x, y, r), theme.title, _LINE))
        elif name == he:
            drawn.append(stroked(shapes.rectangle(x - r, y - r, 2 * r, 2 * r), theme.title, _LINE))
        elif name == other:
            drawn.append(stroked(_form(None, spot, "they"), theme.title, _LINE))
        elif name == "key-here":
            tint = mix(theme.home_today, theme.ground, 0.3)
            drawn.append(filled(shapes.rectangle(x - r, y - r, 2 * r, 2 * r, 1), tint))
        else:
            dash = _DASHES[{"key-adopted": 1, "key-fostering": 2}.get(name, 0)]
            line = shapes.polyline([(x, y - r - 0.4), (x, y + r + 0.4)])
            drawn.append(stroked(line, ink, _LINE, dash=dash))
        sheet.art("key", drawn)
        sheet.write(Role.LABEL, text, x + 5, y + type_.size * 0.12)
        x += wide
