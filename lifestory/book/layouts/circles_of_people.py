"""Circles of people: the child in the middle, then those nearest, then further out.

As many people as there are; each circle has a tint and a name of its own. Source: LOOK §1 "Set
pieces", mockups/book/SPEC "Tree" ("More people").
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import (
    Spot,
    called,
    deep_of,
    face,
    pill,
    shallow,
    the_child,
    two_lines,
    write_label,
)  # fmt: skip
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import widest
from lifestory.book.layouts.people_list import in_a_list
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Role
from lifestory.sharing.shared import Family, SharedBlock, SharedPerson

_RINGS: tuple[tuple[str, frozenset[Family | None]], ...] = (
    ("people.now", frozenset({Family.NOW})),
    ("people.born-to", frozenset({Family.BIRTH})),
    ("people.care", frozenset({Family.CARE})),
    ("people.friends", frozenset({Family.FRIEND, None})),
    ("people.helpers", frozenset({Family.HELPER})),
)
_TOP, _LOW = 46.0, 262.0
_DEEP = 9.0
"""What a name may take under a face, in units."""
_MOST = {True: (7, 9, 12), False: (9, 13, 16)}
"""How many people the circles of a page hold, for readers under 8 and for the others."""


@dataclass(frozen=True)
class _Ring:
    """Whose circle it is (lines of wording), and who is in it."""

    lines: tuple[str, ...]
    people: tuple[SharedPerson, ...]


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Rings in soft tints; as many pages as everyone takes."""
    if in_a_list(desk, block):
        return
    title = title_of(desk, block)
    for number, rings in enumerate(_pages(_rings(block.people), _MOST[desk.reader.sentence])):
        sheet = desk.page("" if number else title)
        top = head(sheet, "" if number else title, desk.style.title)
        _drawn(desk, sheet, rings, max(_TOP, top + 1))
    if not block.people:
        sheet = desk.page(title)
        top = head(sheet, title, desk.style.title)
        text = set_text(desk.wording.say("people.nobody"), desk.style.body, sheet.measure - 20)
        _drawn(desk, sheet, [], max(_TOP, top + 1), text.height + text.type.leading)
        y = _LOW - text.height
        sheet.write(Role.BODY, text, sheet.left + 10, y, measure=sheet.measure - 20, align="centre")


quiet = storybook


def _rings(people: tuple[SharedPerson, ...]) -> list[_Ring]:
    """Those there are, the nearest first; a ring too full for its place goes on in a further one
    of the same name."""
    found: list[_Ring] = []
    for line, families in _RINGS:
        here = tuple(one for one in people if one.family in families)
        if here:
            found.append(_Ring((line,), here))
    return found


def _pages(rings: list[_Ring], holds: tuple[int, ...]) -> list[list[_Ring]]:
    """Three rings a page; a ring with too many for its place goes on in the next."""
    pages: list[list[_Ring]] = []
    page: list[_Ring] = []
    waiting = list(rings)
    while waiting:
        ring = waiting.pop(0)
        most = holds[len(page)]
        if len(ring.people) > most:
            half = min(most, -(-len(ring.people) // 2))
            waiting.insert(0, _Ring(ring.lines, ring.people[half:]))
            ring = _Ring(ring.lines, ring.people[:half])
        page.append(ring)
        if len(page) == len(holds):
            pages.append(page)
            page = []
    return [*pages, page] if page else pages


def _colours(desk: Desk) -> dict[str, str]:
    theme = desk.theme
    base = (theme.home_today, theme.homes[1], theme.homes[2], theme.homes[3], theme.homes[0])
    return {line: colour for (line, _), colour in zip(_RINGS, base, strict=True)}


def _drawn(desk: Desk, sheet: Sheet, rings: list[_Ring], top: float, under: float = 0.0) -> None:
    theme, colours = desk.theme, _colours(desk)
    key_deep = _key(desk, sheet, rings, colours)
    low = _LOW - key_deep - under
    cx, cy = sheet.middle, (top + low) / 2
    half_w, half_h = sheet.measure / 2 + 4, (low - top) / 2
    count = max(1, len(rings))
    inner = 21.0 if count > 1 else 26.0
    discs = []
    steps = [
        (inner + (half_w - inner) * (n + 1) / count, inner + (half_h - inner) * (n + 1) / count)
        for n in range(count)
    ]
    for number in reversed(range(len(rings))):
        tint = mix(colours[rings[number].lines[0]], theme.ground, 0.16)
        discs.append(filled(shapes.ellipse(cx, cy, *steps[number]), tint))
        edge = mix(colours[rings[number].lines[0]], theme.ground, 0.5)
        discs.append(stroked(shapes.ellipse(cx, cy, *steps[number]), edge, 0.35))
    sheet.art("circles", discs)
    spots: list[list[Spot]] = []
    for n, ring in enumerate(rings):
        within = spots[-1] if spots else []
        before = steps[n - 1] if n else (inner, inner)
        turned = (
            _seats(len(ring.people), (cx, cy), before, steps[n], -90 + turn * 15.0)
            for turn in range(24 if within else 1)
        )
        spots.append(max(turned, key=lambda seats: _apart(seats, within)))
    everywhere = [spot for ring in spots for spot in ring]
    for ring, seats in zip(rings, spots, strict=True):
        _around(desk, sheet, ring, seats, everywhere)
    r = inner * (0.62 if count > 1 else 0.7)
    the_child(desk, sheet, Spot(cx, cy - 3.0, r))
    size = desk.style.reader.caption[0] * 0.8
    if desk.child.name:
        type_ = two_lines(desk, desk.child.name, "", inner * 1.6, size=size).name.type
        named = shallow(desk.child.name, type_, inner * 1.6, inner - r + 5)
        if deep_of(named) > inner - r + 5:
            named = shallow(desk.child.name, type_, inner * 3, inner - r + 5)
        pill(sheet, named, cx, cy - 3.0 + r + 0.8, theme.shapes[4])


def _seats(
    count: int,
    at: tuple[float, float],
    inside: tuple[float, float],
    outside: tuple[float, float],
    start: float,
) -> list[Spot]:
    """Places evenly along the middle of a ring, the first at `start` degrees."""
    band = min(outside[0] - inside[0], outside[1] - inside[1])
    rx, ry = (inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2
    places = _evenly(count, rx, ry, start)
    apart = 60.0
    if count > 1:
        apart = min(math.dist(places[n], places[(n + 1) % count]) for n in range(count))
    r = max(4.6, min(13.0, band * 0.32, apart * 0.3))
    return [Spot(at[0] + x, at[1] + y, r) for x, y in places]


def _apart(seats: list[Spot], within: list[Spot]) -> float:
    """How far the nearest two of two rings are from each other, what hangs under a face counted
    twice: names need the room."""
    return min(
        (math.hypot(a.x - b.x, (a.y - b.y) * 0.6) for a in seats for b in within), default=0.0
    )


def _around(
    desk: Desk, sheet: Sheet, ring: _Ring, seats: list[Spot], everywhere: list[Spot]
) -> None:
    """Everyone of a ring, each with their name under them."""
    for index, (person, seat) in enumerate(zip(ring.people, seats, strict=True)):
        size = max(8.0, min(desk.style.reader.caption[0] * 0.92, seat.r * 2.2))
        name = called(desk, person)[0]
        room = _free(seat, [one for one in everywhere if one is not seat])
        for share in (1.0, 0.85, 0.7):
            label = two_lines(desk, name, "", max(room, 13.0), size=size * share)
            if label.bottom - label.top <= _DEEP:
                break
        deep = label.bottom - label.top if label.name.lines else 0.0
        top = seat.y - (2 * seat.r * 1.07 + 1.2 + deep) / 2
        face(desk, sheet, person, Spot(seat.x, top + seat.r * 1.07, seat.r), index)
        write_label(sheet, label, seat.x, top + 2 * seat.r * 1.07 + 1.2)


def _free(seat: Spot, others: list[Spot]) -> float:
    """How wide a name may be under a face, so that it meets no other face or name."""
    room = 40.0
    for other in others:
        across, down = abs(other.x - seat.x), other.y - seat.y
        if abs(down) < 11:
            room = min(room, across - 2 if across > other.r * 2 else room)
            room = min(room, 2 * (across - other.r * 1.1 - 1))
        elif 0 < down < seat.r + other.r + 12:
            room = min(room, 2 * (across - other.r * 1.1 - 1))
    return room


def _evenly(count: int, rx: float, ry: float, start: float) -> list[tuple[float, float]]:
    """Points along an ellipse, equally far apart by its own length."""
    steps = 720
    points = [
        (rx * math.cos(math.radians(start + 360 * n / steps)),
         ry * math.sin(math.radians(start + 360 * n / steps)))
        for n in range(steps + 1)
    ]  # fmt: skip
    lengths = [0.0]
    for one, other in pairwise(points):
        lengths.append(lengths[-1] + math.dist(one, other))
    found, at = [], 0
    for index in range(count):
        wanted = lengths[-1] * index / count
        while lengths[at] < wanted:
            at += 1
        found.append(points[at])
    return found


def _key(desk: Desk, sheet: Sheet, rings: list[_Ring], colours: dict[str, str]) -> float:
    """What the colours mean, in lines at the foot; returns how deep they are."""
    lines = list(dict.fromkeys(line for ring in rings for line in ring.lines))
    size, leading = desk.style.reader.caption
    size, leading = size * 0.84, leading * 0.84
    names = desk.theme.faces
    type_ = Type(names["body"], names["strong"], size, leading, desk.theme.ink)
    rows: list[list[tuple[str, SetText, float]]] = [[]]
    used = 0.0
    for line in lines:
        text = set_text(desk.wording.say(line), type_, sheet.measure - 10)
        wide = max(widest(text), 1.0) + 14
        if rows[-1] and used + wide > sheet.measure:
            rows.append([])
            used = 0.0
        rows[-1].append((line, text, wide))
        used += wide
    y = 270.0 - leading * (len(rows) - 1)
    for row in rows:
        x = sheet.left
        for line, text, wide in row:
            dot = shapes.circle(x + 2.2, y - size * 0.12, 2.2)
            sheet.art("key", [filled(dot, mix(colours[line], desk.theme.ground, 0.75))])
            sheet.write(Role.LABEL, text, x + 6.5, y)
            x += wide
        y += leading
    return leading * len(rows) + 2 if lines else 0.0
