"""The timeline: a ribbon through the spread for the young, a list of years for the older.

Source: mockups/book 09, 13 and SPEC "Ribbon".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import ribbon_labels
from lifestory.book.layouts.heading import title_of
from lifestory.book.layouts.labels import Area, fall, widest
from lifestory.book.layouts.moments import Moment, Place, places_and_moments
from lifestory.book.layouts.ribbon import Ribbon
from lifestory.book.layouts.ribbon_labels import Note
from lifestory.book.layouts.timeline_list import listed
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
"""The baseline of the key's last row."""
_KEY_LEFT, _KEY_RIGHT = 36.0, 12.0
"""How far from the outer edge and from the fold the key keeps, clear of the folios."""
_KEY_STEP = 9.0


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A ribbon through the spread, or two; a list of years when there are more milestones."""
    places, moments = places_and_moments(desk, block)
    if not 1 <= len(moments) <= _TWO_ROWS:
        listed(desk, block)
        return
    rows = _one(desk, places, moments) if len(moments) <= _ONE_ROW else None
    rows = rows or _two(desk, places, moments)
    if rows is None:
        listed(desk, block)
        return
    sheet = desk.spread(title_of(desk, block), folio=desk.theme.tint)
    key = _key(desk, places)
    head = _head(desk, block, key=bool(key))
    _foot(desk, sheet, key)
    taken = [
        Area(_LEFT, 20, _LEFT + widest(text), y + text.height + fall(text) + 3) for text, y in head
    ]
    bounds = Area(16, 20, sheet.width - 16, 249 - _KEY_STEP * (_key_rows(key) - 1))
    words = [spot for row in rows for spot in ribbon_labels.placed(*row)]
    coloured = ribbon_labels.stretches(
        [row[1] for row in rows],
        [row[2] for row in rows],
        [(row[0].begins, row[0].ends) for row in rows],
        places,
    )
    for (ribbon, _, _), stretches in zip(rows, coloured, strict=True):
        sheet.art("ribbon", ribbon.drawn(stretches))
    for (text, y), role in zip(head, (Role.HEADING, Role.SUBHEADING), strict=False):
        sheet.write(role, text, _LEFT, y)
    for spot in ribbon_labels.with_photos(words, bounds, taken):
        ribbon_labels.show(sheet, spot)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The list of years."""
    listed(desk, block)


_TRIES = ((1.0, 2), (1.0, 3), (1.0, 4), (0.9, 3), (0.9, 4), (0.8, 4), (0.8, 5), (0.7, 5))
"""Shares of the caption's size, and lines a label may have, the best first."""

_Row = tuple[Ribbon, list[Note], list[float]]


def _one(desk: Desk, places: Sequence[Place], moments: Sequence[Moment]) -> list[_Row] | None:
    ribbon = Ribbon(150, 24, 20, 20, desk.spread_width)
    for share, lines in _TRIES:
        notes = [ribbon_labels.note(desk, one, places, lines, share) for one in moments]
        at = ribbon_labels.spaced(notes, places, ribbon)
        if at and _fits(ribbon, notes, at, 64, 246):
            return [(ribbon, notes, at)]
    return None


def _two(desk: Desk, places: Sequence[Place], moments: Sequence[Moment]) -> list[_Row] | None:
    first = -(-len(moments) // 2)
    rows: list[_Row] = []
    for ribbon, part, top, low in (
        (Ribbon(108, 8, 14, 20, desk.spread_width), moments[:first], 58.0, 160.0),
        (Ribbon(205, 8, 14, -8, desk.spread_width), moments[first:], 155.0, 252.0),
    ):
        for share, lines in ((share * 0.9, lines) for share, lines in _TRIES):
            notes = [ribbon_labels.note(desk, one, places, lines, share) for one in part]
            at = ribbon_labels.spaced(notes, places, ribbon) if notes else []
            if at is not None and _fits(ribbon, notes, at, top, low):
                rows.append((ribbon, notes, at))
                break
        else:
            return None
    return rows


def _fits(
    ribbon: Ribbon, notes: Sequence[Note], at: Sequence[float], top: float, low: float
) -> bool:
    spots = ribbon_labels.placed(ribbon, notes, at)
    return all(spot.words.top >= top and spot.words.bottom <= low for spot in spots)


def _head(desk: Desk, block: SharedBlock, *, key: bool) -> list[tuple[SetText, float]]:
    style = desk.style
    face = replace(style.spread_title, colour=desk.theme.title)
    title = fit_text(title_of(desk, block), face, 176, 0)
    if not key:
        return [(title, _BASELINE)]
    line = fit_text(desk.wording.say("timeline.subtitle"), style.body, 176, 0)
    return [(title, _BASELINE), (line, _BASELINE + title.height + style.body.leading + 1.6)]


@dataclass(frozen=True)
class _Entry:
    """One home in the key: its words and colour, and the swatch before them."""

    text: SetText
    colour: str
    swatch: float

    @property
    def wide(self) -> float:
        """Swatch and words, with the space to the next."""
        return self.swatch * 1.28 + widest(self.text) + self.swatch * 0.9


_Key = list[list[tuple[float, _Entry]]]
"""Rows of entries with the x each begins at."""


def _key(desk: Desk, places: Sequence[Place]) -> _Key:
    """The homes and their colours, on both pages, over as few rows as will do."""
    if len(places) < 2:
        return []
    rows: _Key = []
    for share in (1.0, 0.9, 0.8, 0.7):
        type_, swatch = desk.style.caption.scaled(share), 14 * share
        entries = []
        for place in places:
            said = desk.wording.say("timeline.at-home") if place.here_now else place.beside
            text = set_text(said, type_, _key_wide(desk) - swatch * 1.3)
            entries.append(_Entry(text, place.colour, swatch))
        rows = _rows_of(entries, desk.spread_width / 2)
        if len(rows) < 3:
            break
    return rows


def _key_wide(desk: Desk) -> float:
    return desk.spread_width / 2 - _KEY_LEFT - _KEY_RIGHT


def _rows_of(entries: Sequence[_Entry], fold: float) -> _Key:
    """One row with half of them in the middle of either page; else rows filled as they come."""
    wide, starts = fold - _KEY_LEFT - _KEY_RIGHT, (_KEY_LEFT, fold + _KEY_RIGHT)
    half = -(-len(entries) // 2)
    left, right = entries[:half], entries[half:]
    if all(sum(one.wide for one in part) <= wide + 12 for part in (left, right)):
        row = []
        for part, x in ((left, starts[0]), (right, starts[1])):
            total = sum(one.wide for one in part) - part[-1].swatch * 0.9
            row += _set_out(part, x + (wide - total) / 2)
        return [row]
    halves: list[list[_Entry]] = [[]]
    for one in entries:
        if sum(other.wide for other in (*halves[-1], one)) > wide + 12 and halves[-1]:
            halves.append([])
        halves[-1].append(one)
    placed = [_set_out(part, starts[n % 2]) for n, part in enumerate(halves)]
    return [[*chain(*placed[n : n + 2])] for n in range(0, len(placed), 2)]


def _set_out(entries: Sequence[_Entry], x: float) -> list[tuple[float, _Entry]]:
    found = []
    for one in entries:
        found.append((x, one))
        x += one.wide
    return found


def _key_rows(key: _Key) -> int:
    return max(1, sum(max(len(one.text.lines) for _, one in row) for row in key))


def _foot(desk: Desk, sheet: Sheet, key: _Key) -> None:
    """The tint hill that carries the key."""
    lift = _KEY_STEP * (_key_rows(key) - 1)
    theme, low = desk.theme, sheet.height + 5
    foot = motifs.ground(theme, sheet.width, low, 257.6 - lift, 3.4, 1.05, 0.14, theme.tint)
    sheet.art("hill", foot)
    y = _KEY - lift
    for row in key:
        for x, one in row:
            swatch = shapes.rectangle(
                x, y - one.swatch * 0.37, one.swatch, one.swatch * 0.43, one.swatch * 0.09
            )
            sheet.art("key", [filled(swatch, one.colour)])
            sheet.write(Role.LABEL, one.text, x + one.swatch * 1.28, y)
        y += _KEY_STEP * max(len(one.text.lines) for _, one in row)
