"""The moves path for older readers: one long line over the spread, a quiet house for each home.

In the hand of mockups/book 11 to 13: the bar and the large figures of the list of years, laid
flat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import BASELINE, title_of
from lifestory.book.layouts.houses import Site
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.book.wording import in_letters
from lifestory.domain.dates import Age, age_in_words
from lifestory.domain.life import House
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedHome

_PAGES = ((16.0, 186.0), (234.0, 404.0))
"""Where columns may stand on the left and on the right page, in mm over the spread."""
_A_ROW = 8
_ONE, _TWO = (150.0,), (112.0, 208.0)
"""The height of the line, when there is one row and when there are two."""
_BAR = 3.2
_TODAY = 1.5
"""Today's column is so much wider than another, and its house so much larger."""


@dataclass(frozen=True)
class _Stop:
    home: SharedHome
    colour: str
    x: float
    width: float


def quiet(desk: Desk, block: SharedBlock) -> None:
    """A spread with one line, or two when there were more than eight homes."""
    homes = list(block.homes)
    colours = _colours(desk, block.homes)
    first = True
    while homes or first:
        here, homes = homes[: 2 * _A_ROW], homes[2 * _A_ROW :]
        sheet = desk.spread(title_of(desk, block) if first else "")
        if first:
            _head(desk, sheet, block)
        rows = (
            [here]
            if len(here) <= _A_ROW + 1
            else [here[: -(-len(here) // 2)], here[-(-len(here) // 2) :]]
        )
        for row, y in zip(rows, _ONE if len(rows) == 1 else _TWO, strict=True):
            more = homes or row is not rows[-1]
            _line(desk, sheet, _stops(row, colours), y, goes_on=bool(more))
        first = False


def _same(home: SharedHome) -> object:
    return "today" if home.here_now else home.name or home.id


def _colours(desk: Desk, homes: Sequence[SharedHome]) -> dict[object, str]:
    """A colour for each home; a second stay repeats it."""
    colours: dict[object, str] = {}
    for home in homes:
        if _same(home) not in colours:
            earlier = len([key for key in colours if key != "today"])
            colours[_same(home)] = desk.theme.home_colour(earlier, home.here_now)
    return colours


def _head(desk: Desk, sheet: Sheet, block: SharedBlock) -> None:
    left, right = _PAGES[0]
    title = set_text(title_of(desk, block), desk.style.title, right - left)
    y = sheet.write(Role.HEADING, title, left, BASELINE)
    count = len({_same(home) for home in block.homes})
    if count:
        line = "homes.count" if count > 1 else "homes.only"
        said = desk.wording.say(line, count=in_letters(count))
        soft = replace(desk.style.body, colour=desk.theme.soft)
        sheet.write(Role.SUBHEADING, set_text(said, soft, right - left), left, y + 12.6)


def _stops(row: Sequence[SharedHome], colours: dict[object, str]) -> list[_Stop]:
    """The homes of a row in columns over both pages, the fold left free."""
    half = len(row) // 2
    stops = []
    for part, (left, right) in ((row[:half], _PAGES[0]), (row[half:], _PAGES[1])):
        shares = [_TODAY if home.here_now and len(part) > 1 else 1.0 for home in part]
        x = left
        for home, share in zip(part, shares, strict=True):
            width = (right - left) * share / sum(shares)
            stops.append(_Stop(home, colours[_same(home)], x, width))
            x += width
    return stops


def _line(desk: Desk, sheet: Sheet, stops: Sequence[_Stop], y: float, *, goes_on: bool) -> None:
    """Houses on the line, and under it since when, with whom, and how long."""
    for index, stop in enumerate(stops):
        end = stops[index + 1].x - 1.1 if index + 1 < len(stops) else sheet.width + 5
        sheet.art("line", _bar(stop, y, end))
        scale = 0.62 * (_TODAY if stop.home.here_now else 1.0)
        site = Site(stop.x + 11 * scale + 1, y - 6.5, scale)
        sheet.art("house", _pictogram(stop.home.house, site, stop.colour, desk.theme.ground))
        _words(desk, sheet, stop, y)


def _bar(stop: _Stop, y: float, end: float) -> list[Shape]:
    known = stop.home.start is not None and (stop.home.here_now or stop.home.end is not None)
    if known:
        bar = shapes.rectangle(stop.x, y - _BAR / 2, end - stop.x, _BAR, _BAR / 2)
        return [filled(bar, stop.colour), filled(shapes.circle(stop.x + 2.2, y, 1.05), "#FFFFFF")]
    count = int((end - stop.x) // 5)
    return [
        filled(shapes.circle(stop.x + 1.6 + 5 * i, y, _BAR / 2), stop.colour) for i in range(count)
    ]


def _words(desk: Desk, sheet: Sheet, stop: _Stop, y: float) -> None:
    theme, measure = desk.theme, stop.width - 4
    numeral = Type(theme.faces["numeral"], theme.faces["strong"], 22, 9, theme.title)
    start = stop.home.start
    since = age_in_words(Age(start)) if start is not None else ""
    age = fit_text(since, numeral, measure, 0) if since else None
    low = sheet.write(Role.SUBHEADING, age, stop.x, y + 15.5) if age else y + 7
    strong = replace(
        desk.style.body, face=theme.faces["strong"] if stop.home.here_now else desk.style.body.face
    )
    name = desk.wording.say("homes.today") if stop.home.here_now else stop.home.name
    low = sheet.write(Role.BODY, _fitted(name, strong, measure), stop.x, low + 9, measure=measure)
    soft = replace(desk.style.caption, colour=theme.soft)
    under = ", ".join(part for part in (desk.wording.stay(stop.home), stop.home.place) if part)
    sheet.write(Role.LABEL, set_text(under, soft, measure), stop.x, low + 6, measure=measure)


def _fitted(words: str, type_: Type, measure: float) -> SetText:
    """The words in no more than three lines where a smaller size can do that."""
    return fit_text(words, type_, measure, type_.leading * 2)


def _pictogram(kind: House, site: Site, colour: str, ground: str) -> list[Shape]:
    """A house as a flat sign: its outline in one colour, its door left open."""
    forms = {
        House.TERRACE: [[(-9, 0), (-9, 22), (0, 31), (4.5, 26.5), (4.5, 31), (7.5, 31), (7.5, 23.5),
                         (9, 22), (9, 0)]],
        House.COTTAGE: [[(-13, 0), (-13, 12), (-15.5, 12), (-8, 22), (5, 22), (5, 25), (8.4, 25),
                         (8.4, 21.4), (15.5, 12), (13, 12), (13, 0)]],
        House.SEMI: [[(-14, 0), (-14, 17), (-7, 25), (-4.5, 22.3), (8, 22.3), (14, 17), (14, 0)]],
        House.FLAT: [[(-11, 0), (-11, 29), (11, 29), (11, 0)]],
        House.HOME: [[(-15, 0), (-15, 16), (-18, 16), (-10, 27), (6.5, 27), (6.5, 30), (10, 30),
                      (10, 27), (18, 16), (15, 16), (15, 0)]],
    }[kind]  # fmt: skip
    panes = {
        House.TERRACE: [(1.4, 12, 4, 4.6)],
        House.COTTAGE: [(4.6, 4.4, 4.4, 4.4)],
        House.SEMI: [(4, 9.6, 4.4, 4.4), (-9.2, 12, 4.4, 4.4)],
        House.FLAT: [(x, y, 3.6, 4.2) for x in (-7.6, -1.8, 4) for y in (11.4, 20.2)],
        House.HOME: [(-10.6, 8.4, 4.6, 4.6), (6, 8.4, 4.6, 4.6)],
    }[kind]
    doors = {House.TERRACE: -5.6, House.COTTAGE: -5, House.SEMI: -2.2}
    return [
        *(site.form(form, colour) for form in forms),
        *(site.box(x, y, w, h, ground) for x, y, w, h in panes),
        site.box(doors.get(kind, -2.0), 0, 4.2, 8.4, ground),
    ]
