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
from lifestory.book.layouts.labels import below
from lifestory.book.layouts.signs import SIGNS, sign
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.book.wording import in_letters
from lifestory.domain.dates import Age, age_in_words
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedHome

_PAGES = ((16.0, 186.0), (234.0, 404.0))
"""Where columns may stand on the left and on the right page, in mm over the spread."""
_A_ROW = 8
_ONE, _TWO = (162.0,), (112.0, 210.0)
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
        half = len(here) if len(here) <= _A_ROW + 1 else -(-len(here) // 2)
        rows = [here[:half], here[half:]] if here[half:] else [here]
        for row, y in zip(rows, _ONE if len(rows) == 1 else _TWO, strict=True):
            _line(desk, sheet, _stops(row, colours), y)
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


def _line(desk: Desk, sheet: Sheet, stops: Sequence[_Stop], y: float) -> None:
    """Houses on the line, and under it since when, with whom, and how long."""
    large = len(stops) <= 5
    for index, stop in enumerate(stops):
        end = stops[index + 1].x - 1.1 if index + 1 < len(stops) else sheet.width + 5
        sheet.art("line", _bar(stop, y, end))
        half = SIGNS[stop.home.house][0]
        scale = (_TODAY if stop.home.here_now else 1.0) * (1.0 if large else 0.7)
        scale = min(scale, (stop.width - 3) / (2 * half))
        site = Site(stop.x + half * scale, y - _BAR / 2 - 2.4, scale)
        sheet.art("house", sign(stop.home.house, site, stop.colour, desk.theme.ground))
        _words(desk, sheet, stop, y, 30.0 if large else 22.0)


def _bar(stop: _Stop, y: float, end: float) -> list[Shape]:
    """A stay; dotted when its time is not known."""
    known = stop.home.start is not None and (stop.home.here_now or stop.home.end is not None)
    if known:
        bar = shapes.rectangle(stop.x, y - _BAR / 2, end - stop.x, _BAR, _BAR / 2)
        return [filled(bar, stop.colour), filled(shapes.circle(stop.x + 2.2, y, 1.05), "#FFFFFF")]
    count = int((end - stop.x) // 5)
    return [
        filled(shapes.circle(stop.x + 1.6 + 5 * i, y, _BAR / 2), stop.colour) for i in range(count)
    ]


def _words(desk: Desk, sheet: Sheet, stop: _Stop, y: float, size: float) -> None:
    theme, body, measure = desk.theme, desk.style.body, stop.width - 5
    low = y + 6.0
    if stop.home.start is not None:
        numeral = Type(theme.faces["numeral"], theme.faces["strong"], size, size * 0.4, theme.title)
        since = fit_text(age_in_words(Age(stop.home.start)), numeral, measure, 0)
        low = sheet.write(Role.SUBHEADING, since, stop.x, y + 6 + size * 0.4, measure=measure)
    face = theme.faces["strong"] if stop.home.here_now else body.face
    name = desk.wording.say("homes.today") if stop.home.here_now else stop.home.name
    called = _fitted(name, replace(body, face=face), measure)
    low = sheet.write(Role.BODY, called, stop.x, low + below(called) + 2.2)
    soft = replace(desk.style.caption, colour=theme.soft)
    for said in (desk.wording.stay(stop.home), stop.home.place):
        if said:
            text = set_text(said, soft, measure)
            low = sheet.write(Role.LABEL, text, stop.x, low + soft.leading + 0.9)


def _fitted(words: str, type_: Type, measure: float) -> SetText:
    """The words in no more than three lines where a smaller size can do that."""
    return fit_text(words, type_, measure, type_.leading * 2)
