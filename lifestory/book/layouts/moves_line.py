"""The moves path for older readers: one long line over the spread, a quiet house for each home.

In the hand of mockups/book 11 to 13: the bar and the large figures of the list of years, laid
flat. Where a home was is not said: no geography, by PRACTICE §3.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import smallest
from lifestory.book.layouts.heading import BASELINE, fit_heading, title_of
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

_EDGE, _CLEAR_OF_FOLD = 16.0, 20.0
"""How far from the edges and from the fold columns stand, in units."""
_A_ROW = 8
_ONE, _TWO = (162.0,), (112.0, 210.0)
"""The height of the line, when there is one row and when there are two."""
_BAR = 3.2
_TODAY = 1.5
"""Today's column is so much wider than another, and its house so much larger."""


_Pages = tuple[tuple[float, float], tuple[float, float]]
"""Where columns may stand on the left and on the right page, in units over the spread."""


def _pages(sheet: Sheet) -> _Pages:
    left = (_EDGE, sheet.fold - _CLEAR_OF_FOLD)
    return left, (sheet.fold + _CLEAR_OF_FOLD, sheet.width - _EDGE)


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
        rows = [row for row in (here[:half], here[half:]) if row]
        for row, y in zip(rows, _ONE if len(rows) < 2 else _TWO, strict=False):
            _line(desk, sheet, _stops(desk, row, _pages(sheet), colours), y)
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
    left, right = _pages(sheet)[0]
    title = fit_heading(title_of(desk, block), desk.style.title, right - left)
    y = sheet.write(Role.HEADING, title, left, BASELINE)
    count = len({_same(home) for home in block.homes})
    if count:
        line = "homes.count" if count > 1 else "homes.only"
        said = desk.wording.say(line, count=in_letters(count))
        soft = replace(desk.style.body, colour=desk.theme.soft)
        sheet.write(Role.SUBHEADING, set_text(said, soft, right - left), left, y + 12.6)


def _stops(
    desk: Desk, row: Sequence[SharedHome], pages: _Pages, colours: dict[object, str]
) -> list[_Stop]:
    """The homes of a row: about as far apart as the time they took, else evenly; a column never
    reaches into the fold."""
    tries = [_by_time(desk, row, pages, least) for least in (52.0, 48.0, 44.0, 40.0)]
    fitting = [found for found in tries if found]
    xs = min(fitting, key=lambda found: found[0])[1] if fitting else _evenly(row, pages)
    stops = []
    for home, x, after in zip(row, xs, [*xs[1:], pages[1][1] + 5], strict=True):
        right = pages[x >= pages[1][0]][1]
        stops.append(_Stop(home, colours[_same(home)], x, min(after, right + 5) - x))
    return stops


def _by_time(
    desk: Desk, row: Sequence[SharedHome], pages: _Pages, least: float
) -> tuple[float, list[float]] | None:
    """How far in all the homes stand from where √time would have them, and where each begins, no
    column narrower than `least` mm; None when one would come to the fold."""
    (first, fold), (resumes, last) = pages
    weights = [math.sqrt(max(1, _months(desk, home))) for home in row]
    spare = last - first - least * len(row)
    xs, x = [], first
    for weight in weights:
        xs.append(x)
        x += least + spare * weight / sum(weights)
    wished = tuple(xs)
    for index in range(1, len(xs)):
        if fold - least < xs[index] < resumes:
            pulled = fold - least
            xs[index] = pulled if pulled - xs[index - 1] >= least else resumes
        xs[index] = max(xs[index], xs[index - 1] + least)
    fits = xs[-1] <= last - least * _TODAY + 0.01
    if not fits or any(fold - least < x < resumes for x in xs):
        return None
    return sum(abs(x - wish) for x, wish in zip(xs, wished, strict=True)), xs


def _months(desk: Desk, home: SharedHome) -> int:
    end = desk.child.age if home.here_now else home.end
    return end - home.start if end is not None and home.start is not None else 6


def _evenly(row: Sequence[SharedHome], pages: _Pages) -> list[float]:
    """Half of them on either page, in columns."""
    half = len(row) // 2
    xs: list[float] = []
    for part, (left, right) in ((row[:half], pages[0]), (row[half:], pages[1])):
        shares = [_TODAY if home.here_now and len(part) > 1 else 1.0 for home in part]
        for index in range(len(part)):
            xs.append(left + (right - left) * sum(shares[:index]) / sum(shares))
    return xs


def _line(desk: Desk, sheet: Sheet, stops: Sequence[_Stop], y: float) -> None:
    """Houses on the line, and under it since when, with whom, and how long."""
    numeral = _numeral(desk, stops)
    for index, stop in enumerate(stops):
        end = stops[index + 1].x - 1.1 if index + 1 < len(stops) else sheet.width + 5
        sheet.art("line", _bar(stop, y, end))
        half = SIGNS[stop.home.house][0]
        scale = (_TODAY if stop.home.here_now else 1.0) * (1.0 if len(stops) <= 5 else 0.7)
        scale = min(scale, (stop.width - 3) / (2 * half))
        site = Site(stop.x + half * scale, y - _BAR / 2 - 2.4, scale)
        sheet.art("house", sign(stop.home.house, site, stop.colour, desk.theme.ground))
        _words(desk, sheet, stop, y, numeral)


def _numeral(desk: Desk, stops: Sequence[_Stop]) -> Type:
    """The type of the ages: the largest in which each stands on one line."""
    names, least = desk.theme.faces, smallest(desk)
    for wanted in (30.0, 27.0, 24.0, 21.0, 18.0, 16.0):
        size = max(wanted, least)
        type_ = Type(names["numeral"], names["strong"], size, size * 0.4, desk.theme.title)
        if all(len(set_text(_since(one.home), type_, one.width - 5).lines) < 2 for one in stops):
            break
    return type_


def _since(home: SharedHome) -> str:
    """The age at which the child came."""
    return age_in_words(Age(home.start)) if home.start is not None else ""


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


def _words(desk: Desk, sheet: Sheet, stop: _Stop, y: float, numeral: Type) -> None:
    body, measure = desk.style.body, stop.width - 5
    low = y + 6.0
    if stop.home.start is not None:
        since = set_text(_since(stop.home), numeral, measure)
        low = sheet.write(Role.SUBHEADING, since, stop.x, low + numeral.size * 0.4)
    face = desk.theme.faces["strong"] if stop.home.here_now else body.face
    name = desk.wording.say("homes.today") if stop.home.here_now else desk.wording.home(stop.home)
    called = _fitted(name, replace(body, face=face), measure)
    low = sheet.write(Role.BODY, called, stop.x, low + below(called) + 2.2)
    soft = replace(desk.style.caption, colour=desk.theme.soft)
    stay = set_text(desk.wording.stay(stop.home), soft, measure)
    sheet.write(Role.LABEL, stay, stop.x, low + soft.leading + 0.9)


def _fitted(words: str, type_: Type, measure: float) -> SetText:
    """The words in no more than three lines where a smaller size can do that."""
    return fit_text(words, type_, measure, type_.leading * 2)
