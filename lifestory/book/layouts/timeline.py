"""The timeline: a ribbon through the spread for the young, a list of years for the older.

Source: mockups/book 09, 13 and SPEC "Ribbon".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import ribbon_labels
from lifestory.book.layouts.heading import title_of
from lifestory.book.layouts.labels import Area, fall, rise, smaller, widest
from lifestory.book.layouts.moments import Moment, Place, places_and_moments
from lifestory.book.layouts.ribbon import Ribbon
from lifestory.book.layouts.ribbon_labels import Note, Spot
from lifestory.book.layouts.timeline_list import listed
from lifestory.book.ornaments import hill
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

_ONE_ROW, _TWO_ROWS = 9, 16
"""The most milestones on one ribbon and on two; more are a list."""
_LEFT = 20.0
_BASELINE = 38.0
_KEY = 282.5


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A ribbon through the spread, or two; a list of years when there are more milestones."""
    places, moments = places_and_moments(desk, block)
    if not 1 <= len(moments) <= _TWO_ROWS:
        listed(desk, block)
        return
    ribbons = _one(desk, places, moments) if len(moments) <= _ONE_ROW else None
    ribbons = ribbons or _two(desk, places, moments)
    if ribbons is None:
        listed(desk, block)
        return
    sheet = desk.spread(title_of(desk, block), folio=desk.theme.tint)
    key = _key(desk, places)
    head = _head(desk, block, key=bool(key))
    _foot(desk, sheet, key)
    taken = [
        Area(_LEFT, 20, _LEFT + widest(text), y + text.height + fall(text) + 3) for text, y in head
    ]
    bounds = Area(16, 20, 404, 249 - 9 * (_key_rows(key) - 1))
    spots: list[tuple[Spot, Ribbon]] = []
    rows = [ribbon for ribbon, _, _ in ribbons]
    for number, (ribbon, notes, at) in enumerate(ribbons):
        boxes = [
            *taken,
            *(spot.words for spot, _ in spots),
            *(spot.photo for spot, _ in spots if spot.photo),
        ]
        others = [one for one in rows if one is not ribbon]
        found = ribbon_labels.placed(
            ribbon, notes, at, bounds, boxes, up_first=False, others=others
        )
        spots += [(spot, ribbon) for spot in found]
        line = ribbon_labels.stretches(notes, at, ribbon.begins)
        sheet.art("ribbon", ribbon.drawn(line))
    for (text, y), role in zip(head, (Role.HEADING, Role.SUBHEADING), strict=False):
        sheet.write(role, text, _LEFT, y)
    for spot, ribbon in spots:
        ribbon_labels.show(sheet, spot, ribbon)
        sheet.art("marker", ribbon.marker(spot.x, spot.note.colour))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The list of years."""
    listed(desk, block)


_Row = tuple[Ribbon, list[Note], list[float]]


def _one(desk: Desk, places: Sequence[Place], moments: Sequence[Moment]) -> list[_Row] | None:
    ribbon = Ribbon(150, 24, 20, 20)
    for share, measure in ((1.0, 48.0), (1.0, 42.0), (0.9, 44.0), (0.8, 46.0)):
        notes = [ribbon_labels.note(desk, one, places, measure, share) for one in moments]
        at = ribbon_labels.spaced(notes, places, ribbon.begins, 412)
        if at and _fits(ribbon, notes, at, 64, 246):
            return [(ribbon, notes, at)]
    return None


def _two(desk: Desk, places: Sequence[Place], moments: Sequence[Moment]) -> list[_Row] | None:
    first = -(-len(moments) // 2)
    rows: list[_Row] = []
    for ribbon, part, top, low in (
        (Ribbon(108, 8, 14, 20), moments[:first], 58.0, 160.0),
        (Ribbon(205, 8, 14, -8), moments[first:], 155.0, 252.0),
    ):
        for share, measure in ((0.9, 48.0), (0.9, 60.0), (0.78, 50.0), (0.7, 56.0)):
            notes = [ribbon_labels.note(desk, one, places, measure, share) for one in part]
            at = ribbon_labels.spaced(notes, places, max(ribbon.begins, 0), 412) if notes else []
            if at is not None and _fits(ribbon, notes, at, top, low):
                rows.append((ribbon, notes, at))
                break
        else:
            return None
    return rows


def _fits(
    ribbon: Ribbon, notes: Sequence[Note], at: Sequence[float], top: float, low: float
) -> bool:
    spots = ribbon_labels.placed(ribbon, notes, at, Area(0, 0, 0, 0), (), up_first=False)
    return all(spot.words.top >= top and spot.words.bottom <= low for spot in spots)


def _head(desk: Desk, block: SharedBlock, *, key: bool) -> list[tuple[SetText, float]]:
    style = desk.style
    title = fit_text(title_of(desk, block), style.spread_title, 176, 0)
    if not key:
        return [(title, _BASELINE)]
    line = fit_text(desk.wording.say("timeline.subtitle"), style.body, 176, 0)
    return [(title, _BASELINE), (line, _BASELINE + title.height + style.body.leading + 1.6)]


_Key = list[list[tuple[float, SetText, str]]]
"""Rows of (x, words, colour)."""


def _key(desk: Desk, places: Sequence[Place]) -> _Key:
    """The homes and their colours, over as few rows as will do, clear of fold and folios."""
    if len(places) < 2:
        return []
    for share in (1.0, 0.88, 0.76, 0.66):
        type_ = smaller(desk.style.caption, share)
        rows: _Key = [[]]
        x = 46.0
        for place in places:
            words = "timeline.at-home" if place.here_now else "timeline.with"
            text = set_text(desk.wording.say(words, home=place.name), type_, 140)
            wide = 18 + widest(text)
            if x < 220 and x + wide > 200:
                x = 222.0
            if x > 222 and x + wide > 376:
                rows.append([])
                x = 46.0 if 46 + wide <= 200 else 222.0
            rows[-1].append((x, text, place.colour))
            x += wide + 14
        if len(rows) < 3:
            break
    return rows


def _key_rows(key: _Key) -> int:
    return max(1, sum(max(len(text.lines) for _, text, _ in row) for row in key))


def _foot(desk: Desk, sheet: Sheet, key: _Key) -> None:
    """The tint hill that carries the key."""
    lift = 9.0 * (_key_rows(key) - 1)
    foot = hill(sheet.width, sheet.height + 5, 257.6 - lift, 3.4, 1.05, 0.14)
    sheet.art("hill", [filled(foot, desk.theme.tint)])
    y = _KEY - lift
    for row in key:
        for x, text, colour in row:
            swatch = shapes.rectangle(x, y - 5, 14, 6, 1.2)
            sheet.art("key", [filled(swatch, colour)])
            sheet.write(Role.LABEL, text, x + 18, y)
        y += 9.0 * max(len(text.lines) for _, text, _ in row)
