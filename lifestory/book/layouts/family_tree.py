"""The family tree: the family of birth are its roots, the family of now its branches.

Source: mockups/book/SPEC "Tree", mock-ups 07 and 15.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import circles_of_people
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
    two_lines,
    write_label,
)
from lifestory.book.layouts.heading import BASELINE, title_of
from lifestory.book.layouts.labels import Label
from lifestory.book.layouts.limbs import bark, fan, limb, soil, trunk
from lifestory.book.layouts.people_list import in_a_list
from lifestory.book.ornaments import crest, hill, seeded
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.names import listed
from lifestory.sharing.shared import Family, SharedBlock, SharedPerson

GROUND = 186.0
MOST_BRANCHES, MOST_ROOTS = 9, 7
_FEW = 5
"""So many branches at most have large faces and leaves."""
_ANGLES = {1: (-90,), 2: (-130, -50), 3: (-140, -90, -40)}
_INNER = {1: (-90,), 2: (-130, -50), 3: (-140, -90, -40)}
_PITCH = 43.5
_FEW_ROOTS = 4
_UNDER_A_FACE = 8.6
"""What a pill may take under a face with others about it."""
_UNDER_FEW = 24.0
"""The same where there is nothing below."""
_UNDER_A_ROOT = 9.0
"""What a label may take between two rows of roots, in units."""


@dataclass(frozen=True)
class _Place:
    """A place on a branch, for one or a couple; `outward` in degrees."""

    people: tuple[SharedPerson, ...]
    spot: Spot
    outward: float
    room: float


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The tree in the meadow; circles of people where there are too many for it."""
    _tree(desk, block, quiet=False)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The same tree in lines."""
    _tree(desk, block, quiet=True)


def _tree(desk: Desk, block: SharedBlock, *, quiet: bool) -> None:
    if in_a_list(desk, block):
        return
    branches = _in_places([one for one in block.people if one.family is not Family.BIRTH])
    roots = [one for one in block.people if one.family is Family.BIRTH]
    if len(branches) > MOST_BRANCHES or len(roots) > MOST_ROOTS:
        circles_of_people.storybook(desk, block)
        return
    trial = Sheet(desk.style, "left", desk.look.paper)
    if not _labels_fit(desk, trial, branches, roots):
        circles_of_people.storybook(desk, block)
        return
    title = title_of(desk, block)
    sheet = desk.page(title, folio=soil(desk.theme))
    _one_line(desk, sheet, title)
    few = len(branches) <= _FEW
    child = Spot(sheet.middle, 148.0 if few else 152.0, 21.0 if few else 18.0)
    places = _placed(sheet, branches, child)
    under = _root_spots(sheet, roots)
    wood = mix(desk.theme.title, desk.theme.ground, 0.42) if quiet else bark(desk.theme)
    _land(desk, sheet, block, child, places, quiet=quiet)
    thin = 0.45 if quiet else 1.0
    sheet.art("tree", _limbs(child, places, under, wood, thin))
    if few and not quiet:
        leaves = [
            leaf
            for one in places
            for leaf in fan(desk.theme, one.spot.x, one.spot.y, one.spot.r, one.outward)
        ]
        sheet.art("leaves", leaves)
    for number, one in enumerate(places):
        _faces(desk, sheet, one, number)
    the_child(desk, sheet, child)
    for number, (person, spot) in enumerate(zip(roots, under, strict=True)):
        face(desk, sheet, person, spot, number + 1)
    _names(desk, sheet, places, child)
    _root_names(desk, sheet, roots, under)
    if not places:
        _room_for(desk, sheet, "tree.no-branches", 84.0)
    if not roots:
        _room_for(desk, sheet, "tree.no-roots", 226.0)


def _one_line(desk: Desk, sheet: Sheet, title: str) -> None:
    """The title on one line where it can be: the crown stands right under it."""
    text = fitted(title, desk.style.title, sheet.measure, 1)
    sheet.write(Role.HEADING, text, sheet.left, BASELINE)


def _in_places(people: Sequence[SharedPerson]) -> list[tuple[SharedPerson, ...]]:
    """From left to right: carers of before, a couple in one place; then one parent, those between,
    the other parent, and animals last."""
    carers: dict[int | None, list[SharedPerson]] = {}
    alone: list[tuple[SharedPerson, ...]] = []
    for one in people:
        if one.family is Family.CARE and one.home is not None:
            carers.setdefault(one.home, []).append(one)
        elif one.family is Family.CARE:
            alone.append((one,))
    for group in carers.values():
        alone += [tuple(group[at : at + 2]) for at in range(0, len(group), 2)]
    now = [one for one in people if one.family is not Family.CARE]
    parents = [one for one in now if one.older == 1 and not one.pet and one.here_now]
    pets = [one for one in now if one.pet]
    others = [one for one in now if one not in parents and not one.pet]
    row = [*parents[:1], *others, *parents[1:], *pets]
    return alone + [(one,) for one in row]


def _placed(sheet: Sheet, branches: list[tuple[SharedPerson, ...]], child: Spot) -> list[_Place]:
    count, k = len(branches), min(1.7, sheet.measure / 170)
    if count <= _FEW:
        angles = _ANGLES.get(count) or [
            -170 + 160 * index / max(1, count - 1) for index in range(count)
        ]
        return [
            _place(people, child, angle, (68 * k, 82), 15.5, 46 * k)
            for people, angle in zip(branches, angles, strict=True)
        ]
    outer = [-176 + 34.4 * index for index in range(6)]
    inner = list(_INNER[count - 6]) if count > 6 else []
    # The inner three come after the second of the outer ones, in the order of the row.
    placed = [
        _place(people, child, angle, (76 * k, 88), 12.0, 33 * k)
        for people, angle in zip(branches[:2] + branches[2 + len(inner) :], outer, strict=True)
    ]
    placed += [
        _place(people, child, angle, (44 * k, 46), 11.0, 27 * k)
        for people, angle in zip(branches[2 : 2 + len(inner)], inner, strict=True)
    ]
    return placed


def _place(
    people: tuple[SharedPerson, ...],
    child: Spot,
    angle: float,
    axes: tuple[float, float],
    r: float,
    room: float,
) -> _Place:
    turn = math.radians(angle)
    spot = Spot(child.x + axes[0] * math.cos(turn), child.y + axes[1] * math.sin(turn), r)
    return _Place(people, spot, angle, room)


def _root_spots(sheet: Sheet, roots: list[SharedPerson]) -> list[Spot]:
    count, k = len(roots), min(1.5, sheet.measure / 170)
    if count <= 4:
        middle = (count - 1) / 2
        return [
            Spot(
                sheet.middle + (index - middle) * _PITCH * k,
                229.0 if count > 2 and index in {0, count - 1} else 232.0,
                15.5,
            )
            for index in range(count)
        ]
    first = (count + 1) // 2
    spots = []
    for index in range(count):
        row, at, many = (0, index, first) if index < first else (1, index - first, count - first)
        x = sheet.middle + (at - (many - 1) / 2) * _PITCH * k
        if count == 2 * first:  # as many below as above: each between two
            x += _PITCH * k / 4 * (1 if row else -1)
        spots.append(Spot(x, 217.0 if not row else 253.0, 12.0))
    return spots


def _land(
    desk: Desk, sheet: Sheet, block: SharedBlock, child: Spot, places: list[_Place], *, quiet: bool
) -> None:
    """The crown behind everyone, the meadow, the soil."""
    theme = desk.theme
    phase = seeded(block.id, "tree").uniform(0.0, 0.2)
    if quiet:
        rect = shapes.rectangle(-5, GROUND + 4, sheet.width + 10, sheet.height)
        sheet.art("soil", [filled(rect, theme.tint)])
        return
    light, deeper = mix(theme.shapes[0], theme.ground, 0.6), mix(theme.shapes[0], theme.ground, 0.9)
    r = 29 if len(places) <= _FEW else 23
    crown = [filled(shapes.ellipse(child.x, 112, 58, 56), light)]
    crown += [filled(shapes.circle(one.spot.x * 0.93 + child.x * 0.07, one.spot.y + 4, r), light)
              for one in places]  # fmt: skip
    crown += [filled(shapes.circle(one.spot.x * 0.8 + child.x * 0.2, one.spot.y + 9, r * 0.72),
                     deeper) for one in places]  # fmt: skip
    sheet.art("crown", crown)
    width, low = sheet.width, sheet.height + 5
    earth = [
        *motifs.ground(theme, width, low, GROUND, 2.6, 0.9, phase, theme.shapes[1]),
        filled(hill(width, low, GROUND + 7.5, 2.2, 0.8, phase + 0.07), soil(theme)),
        filled(hill(width, low, 246, 4, 0.9, phase + 0.4), soil(theme, deep=True)),
    ]
    sheet.art("soil", earth)
    chance = seeded(block.id, "grass")
    tufts: list[Shape] = []
    for step in range(int(width / 15)):
        x = 8 + 15 * step + chance.uniform(-4, 4)
        if abs(x - child.x) > 26:
            y = crest(x, GROUND, 2.6, 0.9, phase, width) + 1.5
            tufts += motifs.tuft(theme, chance, x, y, chance.uniform(5, 8), theme.shapes[2])
    sheet.art("grass", tufts)


def _limbs(
    child: Spot, places: list[_Place], under: list[Spot], wood: str, thin: float
) -> list[Shape]:
    drawn = [filled(trunk(child.x, child.y + 8, GROUND, 9.5 * (0.7 + 0.3 * thin)), wood)]
    for place in places:
        x, y = place.spot.x, place.spot.y
        if thin < 1 and abs(x - child.x) < 12:
            y += place.spot.r + 9  # its name hangs there
        dx, dy = x - child.x, y - child.y
        start = (child.x + dx * 0.03, child.y + 6)
        ends = (start, (child.x + dx * 0.34, child.y + dy * 0.2),
                (child.x + dx * 0.62, child.y + dy * 0.66), (x, y))  # fmt: skip
        drawn.append(filled(limb(ends, 10 * thin, 3 * thin), wood))
    for number, spot in enumerate(under):
        dx = spot.x - child.x
        top = spot.y - spot.r
        start = (child.x + max(-6.0, min(6.0, dx * 0.12)), GROUND + 2)
        ends = (start, (child.x + dx * 0.3, GROUND + 11), (spot.x - dx * 0.06, GROUND + 12),
                (spot.x, max(top + 2, GROUND + 18)))  # fmt: skip
        drawn.append(filled(limb(ends, 9 * thin, 2.6 * thin), wood))
        if thin == 1.0 and abs(dx) > 12 and spot.y < 240:
            along = -1 if dx < 0 else 1
            foot = (child.x + dx * 0.62, GROUND + 11.4)
            tip = (spot.x + along * (12 + number % 2 * 3), GROUND + 20)
            small = (foot, (foot[0] + along * 6, foot[1] + 3),
                     (tip[0] - along * 8, tip[1] - 3), tip)  # fmt: skip
            drawn.append(filled(limb(small, 2, 0.4), wood))
    return drawn


def _faces(desk: Desk, sheet: Sheet, place: _Place, number: int) -> None:
    spot = place.spot
    if len(place.people) == 1:
        face(desk, sheet, place.people[0], spot, number)
        return
    r = spot.r * 0.8
    for side, person in zip((-1, 1), place.people, strict=True):
        face(desk, sheet, person, Spot(spot.x + side * r * 0.92, spot.y, r), number)


def _label_type(desk: Desk, size: float = 0.0) -> Type:
    points, leading = desk.style.reader.caption
    names = desk.theme.faces
    share = (size or points) / points
    return Type(names["small_head"], names["strong"], points * share, leading * share,
                desk.theme.home_text)  # fmt: skip


def _labels_fit(
    desk: Desk, sheet: Sheet, branches: list[tuple[SharedPerson, ...]], roots: list[SharedPerson]
) -> bool:
    """True where every name can be read, no word of it broken, and stands clear of the faces
    about it."""
    places = _placed(sheet, branches, Spot(0.0, 0.0, 0.0))
    least = replace(_label_type(desk), size=smallest(desk))
    most = _UNDER_A_FACE if len(places) > _FEW else _UNDER_FEW
    for place, text in zip(places, _place_names(desk, places), strict=True):
        words = " ".join(called(desk, one)[0] for one in place.people)
        if deep_of(text) > most or longest_word(words, least) > place.room:
            return False
    room, few = _root_room(sheet, len(roots)), len(roots) <= _FEW_ROOTS
    most = _UNDER_FEW if few else _UNDER_A_ROOT
    for person in roots:
        label = _root_label(desk, person, room, few=few)
        if label.bottom - label.top > most or longest_word(called(desk, person)[0], least) > room:
            return False
    return True


def _place_names(desk: Desk, places: list[_Place]) -> list[SetText]:
    """Who is at each place, set for the pill under it."""
    type_, least, many = _label_type(desk), smallest(desk), len(places) > _FEW
    if many:
        share = max(0.89, min(1.0, least / type_.size))
        type_ = type_.scaled(share)
    found = []
    for place in places:
        said = [called(desk, one)[0] for one in place.people]
        names = listed([one for one in said if one])
        found.append(
            shallow(names, type_, place.room, _UNDER_A_FACE, least) if many
            else fitted(names, type_, place.room, smallest=least)
        )  # fmt: skip
    return found


def _names(desk: Desk, sheet: Sheet, places: list[_Place], child: Spot) -> None:
    type_, least = _label_type(desk), smallest(desk)
    pale = mix(desk.theme.ground, "#FFFFFF", 0.7)
    for place, text in zip(places, _place_names(desk, places), strict=True):
        half = 0.5 * max(1.0, place.room)
        x = min(max(place.spot.x, 12 + half), sheet.width - 12 - half)
        if text.lines:
            pill(sheet, text, x, place.spot.y + place.spot.r + 2.0, pale)
    top = child.y + child.r + 2.0
    deep = GROUND + 4 - top
    named = shallow(desk.child.name, type_, 52, deep, least)
    if deep_of(named) > deep:
        named = shallow(desk.child.name, type_, 90, deep, least)
    if desk.child.name:
        pill(sheet, named, child.x, top, desk.theme.shapes[4])


def _root_room(sheet: Sheet, count: int) -> float:
    return _PITCH * min(1.5, sheet.measure / 170) - 3 if count > 1 else 90.0


def _root_names(desk: Desk, sheet: Sheet, roots: list[SharedPerson], under: list[Spot]) -> None:
    room = _root_room(sheet, len(roots))
    for person, spot in zip(roots, under, strict=True):
        label = _root_label(desk, person, room, few=len(roots) <= _FEW_ROOTS)
        write_label(sheet, label, spot.x, spot.y + spot.r + 2.6)


def _root_label(desk: Desk, person: SharedPerson, room: float, *, few: bool) -> Label:
    """Who is at a root. Where there is a row below, it ends over the faces there: smaller, or the
    name alone."""
    name, said = called(desk, person)
    size = desk.style.reader.caption[0]
    if few:
        return two_lines(desk, name, said, room, size=size)
    for share, line in ((0.78, said), (0.64, said), (0.78, ""), (0.64, ""), (0.5, "")):
        label = two_lines(desk, name, line, room, size=size * share)
        if label.bottom - label.top <= _UNDER_A_ROOT:
            break
    return label


def _room_for(desk: Desk, sheet: Sheet, line: str, y: float) -> None:
    text: SetText = set_text(desk.wording.say(line), desk.style.caption, 96)
    sheet.write(Role.BODY, text, sheet.middle - 48, y, measure=96, align="centre")
