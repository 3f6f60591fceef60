"""Circles of people: the child in the middle, then those nearest, then further out.

As many people as there are, their faces as large as the page has room for; each family has a colour
of its own, about the faces and in its circle. Source: LOOK §1 "Set pieces", mockups/book/SPEC
"Tree" ("More people").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import (
    Spot,
    called,
    deep_of,
    face,
    fitted,
    pill,
    smallest,
    the_child,
    two_lines,
    write_label,
)  # fmt: skip
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import Area, Label, widest
from lifestory.book.layouts.people_list import as_a_list, in_a_list
from lifestory.book.layouts.rings import Seating, Unit, seated
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import Family, SharedBlock, SharedPerson

_GROUPS: tuple[tuple[str, frozenset[Family | None]], ...] = (
    ("people.now", frozenset({Family.NOW})),
    ("people.born-to", frozenset({Family.BIRTH})),
    ("people.care", frozenset({Family.CARE})),
    ("people.friends", frozenset({Family.FRIEND, None})),
    ("people.helpers", frozenset({Family.HELPER})),
)
_RINGS = 3
"""So many circles at most; the last holds everyone further out."""
_TOP, _LOW = 46.0, 262.0
_RADII = (30.0, 26.0, 23.0, 20.5, 18.0, 16.0, 14.2, 12.8, 11.6, 10.5, 9.6, 8.8)
"""The radii of faces that are tried, on A4, the largest first."""
_HALO = 1.5
"""How wide the ring of colour about a face's frame is."""
_ROUND, _FEW = 1.25, 3
"""So much larger faces must be for the last circle to be the whole frame; for so few, twice."""
_TO_NAME = 1.4


@dataclass(frozen=True)
class _Group:
    """Whose circle it is (a line of wording), and who is in it."""

    line: str
    people: tuple[SharedPerson, ...]


@dataclass(frozen=True)
class _Plan:
    """Circles as they fit a page: the people of each with their colours' lines, faces of radius
    `r`, their labels, the child's radius and name, and where they all are."""

    rings: tuple[tuple[tuple[str, SharedPerson], ...], ...]
    labels: tuple[tuple[Label, ...], ...]
    r: float
    child: float
    named: SetText | None
    seating: Seating


_Groups = tuple[_Group, ...]
_Parts = tuple[tuple[_Groups, _Plan], ...]


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Circles in soft tints; one page where everyone fits on it, else as many as they take."""
    if in_a_list(desk, block):
        return
    title = title_of(desk, block)
    groups = _groups(block.people)
    if not groups:
        _nobody(desk, title)
        return
    first = max(_TOP, _foot_of(desk, title))
    parts = _parts(desk, groups, first)
    if not parts:
        as_a_list(desk, block)
        return
    for number, (part, plan) in enumerate(parts):
        sheet = desk.page("" if number else title)
        head(sheet, title, desk.style.title)
        _drawn(desk, sheet, part, plan, _frame(desk, part, first))


quiet = storybook


def _foot_of(desk: Desk, title: str) -> float:
    """Where the circles may begin under the title."""
    return head(Sheet(desk.style, "left", desk.look.paper), title, desk.style.title) + 1


def _groups(people: tuple[SharedPerson, ...]) -> _Groups:
    """Those there are, the nearest first."""
    found = [
        _Group(line, tuple(one for one in people if one.family in families))
        for line, families in _GROUPS
    ]
    return tuple(one for one in found if one.people)


def _parts(desk: Desk, groups: _Groups, top: float) -> _Parts:
    """The fewest pages of groups that fit, as even as can be; none where not even one person does
    on a page."""

    @cache
    def parts(groups: _Groups) -> _Parts:
        plan = _planned(desk, groups, _frame(desk, groups, top))
        if plan:
            return ((groups, plan),)
        found: list[_Parts] = []
        for half in _halved(groups):
            first, second = map(parts, half)
            if first and second:
                found.append(first + second)
            if len(first) == len(second) == 1:
                break
        return min(found, key=len, default=())

    return parts(groups)


def _halved(groups: _Groups) -> list[tuple[_Groups, _Groups]]:
    """In two between groups, the evenest way first; else a group in two; no way for one person."""
    sizes = [len(one.people) for one in groups]
    cuts = sorted(range(1, len(groups)), key=lambda at: abs(sum(sizes[:at]) - sum(sizes[at:])))
    if cuts:
        return [(groups[:at], groups[at:]) for at in cuts]
    (one,) = groups
    half = -(-len(one.people) // 2)
    if half == len(one.people):
        return []
    return [((_Group(one.line, one.people[:half]),), (_Group(one.line, one.people[half:]),))]


def _frame(desk: Desk, groups: _Groups, top: float) -> Area:
    sheet = Sheet(desk.style, "left", desk.look.paper)
    deep = _key(desk, sheet, groups, draw=False)
    return Area(-sheet.measure / 2 - 4, top, sheet.measure / 2 + 4, _LOW + 5 - deep)


def _planned(desk: Desk, groups: _Groups, frame: Area) -> _Plan | None:
    """The largest faces with which everyone has a place; in round circles where faces are nearly
    as large in them."""
    found = _fitted(desk, groups, frame, closed=False)
    if found is None or None not in found.seating.rings:
        return found
    few = sum(len(one.people) for one in groups) <= _FEW
    round_ = _fitted(desk, groups, frame, closed=True, least=found.r / (2.0 if few else _ROUND))
    return round_ or found


def _fitted(
    desk: Desk, groups: _Groups, frame: Area, *, closed: bool, least: float = 0.0
) -> _Plan | None:
    rings = _in_rings(groups)
    count = sum(map(len, rings))
    room = (frame.right - frame.left) * (frame.bottom - frame.top)
    for share in _RADII:
        r = share * desk.look.paper.grown
        if r < least:
            return None
        if count * (2.6 * r) * (2.6 * r + 5) > room:
            continue
        labels = [[_label(desk, person, r) for _, person in ring] for ring in rings]
        units = [[_unit(label, r) for label in ring] for ring in labels]
        child = min(34.0, r * 1.35)
        named = _childs_name(desk, child)
        below = deep_of(named) + 1 if named else 0.0
        wide = max(2 * child * 1.1, widest(named) + 7 if named else 0.0)
        seating = seated(units, Unit(wide, 2 * child * 1.1 + below, 2 * child), frame,
                         closed=closed)  # fmt: skip
        if seating:
            shown = tuple(map(tuple, labels))
            return _Plan(tuple(map(tuple, rings)), shown, r, child, named, seating)
    return None


def _in_rings(groups: _Groups) -> list[list[tuple[str, SharedPerson]]]:
    rings: list[list[tuple[str, SharedPerson]]] = []
    for number, group in enumerate(groups):
        here = [(group.line, one) for one in group.people]
        if number < _RINGS:
            rings.append(here)
        else:
            rings[-1] += here
    return rings


def _label(desk: Desk, person: SharedPerson, r: float) -> Label:
    """A name for a face of radius `r`: not much wider than the face, and no word broken."""
    most = max(desk.style.reader.caption[0] * 0.95, desk.style.body.size * 0.8)
    size = min(most, max(smallest(desk), r * 1.35))
    name = called(desk, person)[0]
    type_ = two_lines(desk, "", "", 20.0, size=smallest(desk)).name.type
    room = max(2.7 * r, 24.0, longest_word(name, type_) + 0.1)
    return two_lines(desk, name, "", room, size=size)


def _unit(label: Label, r: float) -> Unit:
    across = 2 * _rim(r)
    deep = label.bottom - label.top + _TO_NAME if label.name.lines else 0.0
    return Unit(max(across, label.width), across + deep, across)


def _rim(r: float) -> float:
    """The radius of a face with its frame and its ring of colour."""
    return r * 1.07 + _HALO


def _childs_name(desk: Desk, r: float) -> SetText | None:
    if not desk.child.name:
        return None
    size = min(desk.style.reader.caption[0], max(smallest(desk), r))
    type_ = two_lines(desk, "", "", 20, size=size).name.type
    return fitted(desk.child.name, type_, 2.6 * r, 2, smallest=smallest(desk))


def _colours(desk: Desk) -> dict[str, str]:
    theme = desk.theme
    base = (theme.home_today, theme.homes[1], theme.homes[2], theme.homes[3], theme.homes[0])
    return {line: colour for (line, _), colour in zip(_GROUPS, base, strict=True)}


def _drawn(desk: Desk, sheet: Sheet, groups: _Groups, plan: _Plan, frame: Area) -> None:
    _key(desk, sheet, groups)
    cx, cy = sheet.middle, (frame.top + frame.bottom) / 2
    sheet.art("circles", _circles(desk, plan, frame, cx))
    colours, r = _colours(desk), plan.r
    for ring, labels, places in zip(plan.rings, plan.labels, plan.seating.places, strict=True):
        for index, ((line, person), label, at) in enumerate(zip(ring, labels, places, strict=True)):
            unit = _unit(label, r)
            x, top = cx + at[0], at[1] - unit.high / 2
            spot = Spot(x, top + _rim(r), r)
            halo = shapes.circle(spot.x, spot.y, _rim(r))
            sheet.art("halo", [filled(halo, mix(colours[line], desk.theme.ground, 0.75))])
            face(desk, sheet, person, spot, index)
            write_label(sheet, label, x, top + unit.face + _TO_NAME)
    named, child = plan.named, plan.child
    deep = 2 * child * 1.1 + (deep_of(named) + 1 if named else 0.0)
    y = cy - deep / 2 + child * 1.1
    the_child(desk, sheet, Spot(cx, y, child))
    if named:
        pill(sheet, named, cx, y + child * 1.1 + 0.6, desk.theme.shapes[4])


def _circles(desk: Desk, plan: _Plan, frame: Area, cx: float) -> list[Shape]:
    """The outermost first; it is the whole frame where it has no size of its own."""
    ground, colours = desk.theme.ground, _colours(desk)
    cy, drawn = (frame.top + frame.bottom) / 2, list[Shape]()
    pairs = list(zip(plan.rings, plan.seating.rings, strict=True))
    for people, size in reversed(pairs):
        lines = {line for line, _ in people}
        several = len(lines) > 1
        colour = colours[lines.pop()]
        if size:
            shape = shapes.ellipse(cx, cy, *size)
        else:
            wide, high = frame.right - frame.left, frame.bottom - frame.top
            shape = shapes.rectangle(cx - wide / 2, frame.top, wide, high, 14)
        drawn.append(filled(shape, desk.theme.tint if several else mix(colour, ground, 0.17)))
    return drawn


def _nobody(desk: Desk, title: str) -> None:
    """The child in the middle of circles that have room, and the words that say so."""
    sheet = desk.page(title)
    top = max(_TOP, head(sheet, title, desk.style.title) + 1)
    words = desk.wording.say("people.nobody")
    text = set_text(words, desk.style.body, sheet.measure - 20)
    low = _LOW - text.height - text.type.leading
    cx, cy, most = sheet.middle, (top + low) / 2, min((low - top) / 2, sheet.measure / 2 + 4)
    colours, drawn = list(_colours(desk).values()), list[Shape]()
    for share, colour in zip((1.0, 0.76, 0.52), colours[2::-1], strict=True):
        shape = shapes.circle(cx, cy, most * share)
        drawn.append(filled(shape, mix(colour, desk.theme.ground, 0.17)))
    sheet.art("circles", drawn)
    child = most * 0.27
    the_child(desk, sheet, Spot(cx, cy - 3, child))
    named = _childs_name(desk, child)
    if named:
        pill(sheet, named, cx, cy - 3 + child * 1.1, desk.theme.shapes[4])
    y = _LOW - text.height
    sheet.write(Role.BODY, text, sheet.left + 10, y, measure=sheet.measure - 20, align="centre")


def _key(desk: Desk, sheet: Sheet, groups: _Groups, *, draw: bool = True) -> float:
    """What the colours mean, in lines at the foot; returns how deep they are."""
    size, leading = desk.style.reader.caption
    share = max(0.84, min(1.0, smallest(desk) / size))
    size, leading = size * share, leading * share
    names, colours = desk.theme.faces, _colours(desk)
    type_ = Type(names["body"], names["strong"], size, leading, desk.theme.ink)
    rows: list[list[tuple[str, SetText, float]]] = [[]]
    used = 0.0
    for group in groups:
        text = set_text(desk.wording.say(group.line), type_, sheet.measure - 10)
        wide = max(widest(text), 1.0) + 14
        if rows[-1] and used + wide > sheet.measure:
            rows.append([])
            used = 0.0
        rows[-1].append((group.line, text, wide))
        used += wide
    y = 270.0 - leading * (len(rows) - 1)
    for row in rows if draw else ():
        x = sheet.left
        for line, text, wide in row:
            dot = shapes.circle(x + 2.2, y - size * 0.12, 2.2)
            sheet.art("key", [filled(dot, mix(colours[line], desk.theme.ground, 0.75))])
            sheet.write(Role.LABEL, text, x + 6.5, y)
            x += wide
        y += leading
    return leading * len(rows) + 2
