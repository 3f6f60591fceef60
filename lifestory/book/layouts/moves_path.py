"""The moves path: a way that winds past a house for each home, to the one of today.

Source: mockups/book 05, 15 and SPEC "Moves path"; no geography, by PRACTICE §3.
"""

from __future__ import annotations

import math
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import houses, landscape, path
from lifestory.book.layouts.faces import fitted
from lifestory.book.layouts.heading import title_of
from lifestory.book.layouts.house_labels import house_labels
from lifestory.book.layouts.houses import EXTENT, Site
from lifestory.book.layouts.labels import Area, fall, rise, widest
from lifestory.book.layouts.moves_line import quiet
from lifestory.book.layouts.path import Route, Step, route
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import Point, filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.themes import Theme
from lifestory.book.wording import in_letters
from lifestory.domain.life import House
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedHome

__all__ = ["quiet", "storybook"]

_LEFT = 20.0
_BASELINE = 38.0
_TODAY = 2.2
"""Millimetres to the unit of today's home."""

_HOUSE_AREA, _HOME_WORDS = Area(-68, 150, 84, 256), Area(-46, 104, 46, 144)
"""Today's house with its fence, and what stands over it, from the doorstep's x."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """One spread; more when there were more than eight homes before today's."""
    earlier = [home for home in block.homes if not home.here_now]
    today = next((home for home in block.homes if home.here_now), None)
    spreads = max(1, -(-len(earlier) // path.MOST))
    each, more = divmod(len(earlier), spreads)
    for number in range(spreads):
        count = each + (number < more)
        here, earlier = earlier[:count], earlier[count:]
        last = number == spreads - 1
        _spread(desk, block, here, today if last else None, first=not number)


def _spread(
    desk: Desk, block: SharedBlock, here: list[SharedHome], today: SharedHome | None, *, first: bool
) -> None:
    sheet = desk.spread(
        title_of(desk, block) if first else "", ground=desk.theme.sky, folio=desk.theme.land[-1]
    )
    looks = _looks(desk, block.homes)
    stretch = sheet.width / path.WIDE
    way = route(len(here), home=today is not None, stretch=stretch)
    placed = _placed(way, here, looks)
    head = _head(desk, block) if first else []
    words = [_words_area(text, _LEFT, y) for text, y in head]
    on_path = _along(way.steps)
    labels = house_labels(
        desk,
        sheet,
        here,
        [area for _, area in placed],
        [*on_path, *words, *(area for _, area in placed)],
    )
    taken = [*words, *(spot.area for spot in labels), *(area.grown(1) for _, area in placed)]
    at_home = [area.moved(way.door[0]) for area in (_HOUSE_AREA, _HOME_WORDS)]
    solid = [*taken, *on_path, *(at_home if today else [])]
    landscape.sky_and_hills(desk.theme, sheet, taken, sun=way.door[0] if today else None)
    alt = head[1][0].lines[0].text if len(head) > 1 else ""
    sheet.art("path", _path(desk.theme, way, here, today), alt)
    sheet.art("trees", landscape.trees(desk.theme, solid, stretch, way.door[0] if today else None))
    for home, (site, _) in sorted(zip(here, placed, strict=True), key=lambda one: one[1][0].y):
        kind, colour = looks[_same(home)]
        sheet.art("house", houses.house(kind, site, colour))
    if today:
        _home(desk, sheet, today, way.door)
    corners = [Area(8, 272, 32, 297), Area(sheet.width - 32, 272, sheet.width - 8, 297)]
    near = landscape.meadow(desk.theme, block.id, sheet.width, [*solid, *corners])
    sheet.art("meadow", near)
    for (text, y), role in zip(head, (Role.HEADING, Role.SUBHEADING), strict=False):
        sheet.write(role, text, _LEFT, y)
    for spot in labels:
        spot.write(sheet)


def _same(home: SharedHome) -> object:
    """What a second stay has in common with the first."""
    return home.name or home.id


def _looks(desk: Desk, homes: tuple[SharedHome, ...]) -> dict[object, tuple[House, str]]:
    """House and colour of each home, by where one lived: a second stay repeats both."""
    looks: dict[object, tuple[House, str]] = {}
    for home in homes:
        if not home.here_now and _same(home) not in looks:
            colour = desk.theme.home_colour(len(looks), here_now=False)
            looks[_same(home)] = (home.house, colour)
    return looks


def _head(desk: Desk, block: SharedBlock) -> list[tuple[SetText, float]]:
    """Title and subtitle with their first baselines."""
    style = desk.style
    title = fit_text(title_of(desk, block), style.spread_title, 176, 16)
    if len(title.lines) > 3:
        title = fitted(title_of(desk, block), style.spread_title, 176, 3, least=0.25)
    places = {_same(home) if not home.here_now else "today" for home in block.homes}
    line = (
        desk.wording.say("homes.count", count=in_letters(len(places)))
        if len(places) > 1
        else desk.wording.say("homes.only")
        if places
        else ""
    )
    below = _BASELINE + title.height + style.body.leading + 1.6
    under = fit_text(line, style.body, 176, 0 if title.height else 14) if line else None
    return [(title, _BASELINE), *([(under, below)] if under else [])]


def _words_area(text: SetText, x: float, y: float) -> Area:
    return Area(x, y - rise(text), x + widest(text), y + text.height + fall(text))


def _placed(
    way: Route, here: list[SharedHome], looks: dict[object, tuple[House, str]]
) -> list[tuple[Site, Area]]:
    """Each house's site and the rectangle it fills."""
    placed = []
    for home, station in zip(here, way.stations, strict=True):
        half, tall = (k * station.scale for k in EXTENT[looks[_same(home)][0]])
        area = Area(station.x - half, station.y - tall, station.x + half, station.y + 1.5)
        placed.append((Site(station.x, station.y, station.scale), area))
    return placed


def _along(steps: tuple[Step, ...]) -> list[Area]:
    """The path as a string of squares a label must not meet."""
    return [Area(s.x - h, s.y - h, s.x + h, s.y + h) for s in steps for h in (s.width / 2 + 0.8,)]


def _path(
    theme: Theme, way: Route, here: list[SharedHome], today: SharedHome | None
) -> list[Shape]:
    """The path over its edge; dotted past a home whose time is not known."""
    steps = way.steps
    dotted = [False] * len(steps)
    bounds = [0, *((a + b) // 2 for a, b in zip(way.passes, way.passes[1:], strict=False)), None]
    for number, home in enumerate(here):
        if home.start is None or home.end is None:
            begin, end = bounds[number] or 0, bounds[number + 1]
            end = end if end is not None else min(len(steps), way.passes[number] + 30)
            dotted[begin:end] = [True] * (end - begin)
    outlines: list[Outline] = []
    dots: list[Outline] = []
    index = 0
    while index < len(steps):
        stop = index
        while stop < len(steps) and dotted[stop] == dotted[index]:
            stop += 1
        if dotted[index]:
            dots += _dots(steps[index:stop])
        elif stop - index > 1:
            outlines.append(path.ribbon(steps[index : stop + 1]))
        index = stop
    if today:
        outlines.append(path.lane(steps, way.door))
    edge = [stroked(one, theme.edge, 1.6) for one in outlines]
    under = [filled(one, theme.path) for one in outlines]
    return [
        *edge,
        *[stroked(dot, theme.edge, 0.8) for dot in dots],
        *under,
        *[filled(dot, theme.path) for dot in dots],
    ]


def _dots(steps: tuple[Step, ...]) -> list[Outline]:
    dots: list[Outline] = []
    gone, last = 99.0, steps[0]
    for step in steps:
        gone += _apart(step, last)
        last = step
        if gone >= step.width * 1.5 and _apart(step, steps[-1]) > step.width * 0.8:
            dots.append(shapes.circle(step.x, step.y, step.width * 0.42))
            gone = 0.0
    return dots


def _apart(one: Step, other: Step) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


def _home(desk: Desk, sheet: Sheet, today: SharedHome, door: Point) -> None:
    site = Site(*door, _TODAY)
    sheet.art("home", [*houses.home_today(site, desk.theme.home_today), *landscape.fence(site)])
    if any(person.pet for person in today.people):
        sheet.art("dog", landscape.dog(door[0] + 29.8, door[1] + 7.4))
    style = desk.style
    size = (desk.reader.body[0] + desk.reader.caption[0]) / 2
    name = set_text(desk.wording.say("homes.today"), style.spread_title, 150)
    stay = set_text(
        desk.wording.stay(today), replace(style.body, size=size, leading=size * 0.4), 150
    )
    low = sheet.write(Role.LABEL, name, door[0] - 75, 122, measure=150, align="centre")
    sheet.write(Role.LABEL, stay, door[0] - 75, low + 3.6 + size * 0.4, measure=150, align="centre")
