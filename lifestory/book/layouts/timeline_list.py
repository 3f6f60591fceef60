"""The timeline as a list of years beside a bar in the colours of the homes.

Source: mockups/book 13 and SPEC "Ribbon".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import BASELINE, fit_heading, title_of
from lifestory.book.layouts.labels import rise, widest
from lifestory.book.layouts.moments import Moment, Place, places_and_moments
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_YEARS = 32.0
_BAR, _BAR_WIDE = 39.6, 3.2
_TEXT = 50.0
_PHOTO = 35.5
"""Columns from the left margin in mm: the rules over years, the bar's middle, the text; and how
wide photos stand at the right edge."""
_LONGEST = 170.0
"""The longest line; photos stand beside it however wide the page is."""
_PHOTO_GAP = 5.0
_RULE = 8.3
"""From a row's rule down to its first baseline."""
_LAST = 268.0
_AIR = 6.0
"""The most that is added between rows when the page has room."""
_TOP = 30.0
"""The first row's rule where there is no heading."""
_MOST_TOLD = 120.0
"""How tall the words of one milestone may stand, in units, before they go on in the next row."""
_MOST = 14
"""Rows on a page."""


@dataclass(frozen=True)
class _Row:
    moment: Moment
    text: SetText
    under: SetText
    year: str

    @property
    def to_under(self) -> float:
        return self.text.height + self.under.type.leading * 1.18

    @property
    def height(self) -> float:
        """From the first baseline to the lowest ink, in mm."""
        return self.to_under + self.under.height + 1.2

    @property
    def least(self) -> float:
        """From the first baseline to the next row's at the closest, in mm."""
        return max(12.0, self.height + rise(self.text) * 1.45)


def listed(desk: Desk, block: SharedBlock) -> None:
    """As many pages as the rows take, evenly filled."""
    places, moments = places_and_moments(desk, block)
    left = [part for moment in moments for part in _in_parts(desk, moment)]
    shown = {moment.place for moment in moments}
    keyed = [place for number, place in enumerate(places) if number in shown]
    first = True
    while left or first:
        sheet = desk.page(title_of(desk, block) if first else "")
        top = _head(desk, sheet, title_of(desk, block), keyed) if first else _TOP
        count = _count(desk, sheet, left, top)
        here, left = left[:count], left[count:]
        _page(desk, sheet, _rows(desk, sheet, here), places, top)
        first = False


def _in_parts(desk: Desk, moment: Moment) -> list[Moment]:
    """The moment; one with more words than a page takes as some that go on from each other."""
    text = set_text(moment.text, _types(desk)[0], desk.measure - _TEXT - _PHOTO - 6)
    if text.height <= _MOST_TOLD:
        return [moment]
    parts: list[Moment] = []
    while text.lines:
        here, text = text.split(max(1, text.fitting(_MOST_TOLD)))
        told = " ".join(line.text.strip() for line in here.lines)
        parts.append(replace(moment, text=told, photo=None if parts else moment.photo))
    return parts


def _head(desk: Desk, sheet: Sheet, title: str, places: Sequence[Place]) -> float:
    """Title and key; returns the first row's rule."""
    heading = fit_heading(title, desk.style.title, sheet.measure)
    y = sheet.write(Role.HEADING, heading, sheet.left, BASELINE) + 12.6
    caption = replace(desk.style.caption, colour=desk.theme.ink)
    x, low = sheet.left, y
    for place in places if len(places) > 1 else ():
        name = set_text(key_words(desk, place), caption, sheet.measure - 10)
        off = 1.7 + caption.size * 0.31
        wide = widest(name) + off
        if x > sheet.left and x + wide > sheet.right:
            x, low = sheet.left, low + caption.leading * 1.35
        r = caption.size * 0.152
        dot = shapes.circle(x + r, low - caption.size * 0.117, r)
        sheet.art("key", [filled(dot, place.colour)])
        low = sheet.write(Role.LABEL, name, x + off, low)
        x += wide + 9
    return low + 11.0


def key_words(desk: Desk, place: Place) -> str:
    """A home's name in a list of homes."""
    return desk.wording.say("homes.today") if place.here_now else place.name


def _text_measure(sheet: Sheet, moments: Sequence[Moment]) -> float:
    beside = _PHOTO + 6 if any(moment.photo for moment in moments) else 0.0
    return min(sheet.measure - _TEXT - beside, _LONGEST)


def _types(desk: Desk) -> tuple[Type, Type]:
    """Of a milestone's words and of the date under them."""
    soft = replace(desk.style.caption, colour=desk.theme.soft)
    if desk.quiet:
        return desk.style.body, soft
    body = replace(desk.style.body, size=desk.reader.caption[0], leading=desk.reader.caption[1])
    return body, soft.scaled(0.8)


def _rows(desk: Desk, sheet: Sheet, moments: Sequence[Moment]) -> list[_Row]:
    """The moments measured; the year stands where it begins, and at the head of the page."""
    measure = _text_measure(sheet, moments)
    words, date = _types(desk)
    rows, year = [], ""
    for moment in moments:
        shown = moment.year if moment.year != year else ""
        year = moment.year
        rows.append(
            _Row(
                moment,
                set_text(moment.text, words, measure),
                set_text(moment.when, date, measure),
                shown,
            )
        )
    return rows


def _count(desk: Desk, sheet: Sheet, moments: Sequence[Moment], top: float) -> int:
    """How many rows this page takes: all that are left if they fit, else an even share. None
    where a heading as long as a page leaves no room for the first."""
    rows = _rows(desk, sheet, moments[:_MOST])
    room = _LAST - top - _RULE
    most = max((n for n in range(1, len(rows) + 1) if _tall(rows[:n]) <= room), default=0)
    if not most and top > _TOP:
        return 0
    most = max(1, most)
    if most >= len(moments):
        return len(moments)
    pages = -(-len(moments) // most)
    return min(most, -(-len(moments) // pages))


def _tall(rows: Sequence[_Row]) -> float:
    """What rows take at their closest, first baseline to lowest ink."""
    return sum(row.least for row in rows) - 5.4


def _page(
    desk: Desk, sheet: Sheet, rows: Sequence[_Row], places: Sequence[Place], top: float
) -> None:
    if not rows:
        return
    spare = _LAST - top - _RULE - _tall(rows)
    air = max(0.0, min(spare / len(rows), _AIR))
    baselines, y = [], top + _RULE
    for row in rows:
        baselines.append(y)
        y += row.least + air
    ends = [*(after - _RULE for after in baselines[1:]), y - _RULE]
    _bar(desk, sheet, rows, places, baselines, ends)
    numeral = desk.style.of("numeral", 22, 9, desk.theme.title)
    if not desk.quiet:
        numeral = replace(numeral, face="lexend-light")
    for row, baseline in zip(rows, baselines, strict=True):
        if row.year:
            line = [(sheet.left, baseline - _RULE), (sheet.left + _YEARS, baseline - _RULE)]
            sheet.art("rule", [stroked(shapes.polyline(line), desk.theme.rule, 0.3)])
            sheet.write(
                Role.SUBHEADING, set_text(row.year, numeral, 40), sheet.left, baseline + 1.4
            )
        sheet.write(Role.BODY, row.text, sheet.left + _TEXT, baseline)
        sheet.write(Role.LABEL, row.under, sheet.left + _TEXT, baseline + row.to_under)
    photos = [
        (row.moment.photo, baseline)
        for row, baseline in zip(rows, baselines, strict=True)
        if row.moment.photo
    ]
    _photos(sheet, photos, baselines[0] - 3.6, ends[-1])


def _bar(
    desk: Desk,
    sheet: Sheet,
    rows: Sequence[_Row],
    places: Sequence[Place],
    baselines: Sequence[float],
    ends: Sequence[float],
) -> None:
    """A bar in the homes' colours with a dot at each milestone."""
    x, start = sheet.left + _BAR, 0
    for index, row in enumerate(rows):
        last = index + 1 == len(rows)
        if not last and rows[index + 1].moment.place == row.moment.place:
            continue
        top, low = (
            baselines[start] - 3.4,
            (ends[index] + 4.2 if not last else baselines[index] + row.height + 0.8),
        )
        bar = shapes.rectangle(x - _BAR_WIDE / 2, top, _BAR_WIDE, low - top, _BAR_WIDE / 2)
        number = row.moment.place
        colour = places[number].colour if number is not None else desk.theme.rule
        dots: list[Shape] = [
            filled(shapes.circle(x, baselines[dot], 1.05), "#FFFFFF")
            for dot in range(start, index + 1)
        ]
        sheet.art("bar", [filled(bar, colour), *dots])
        start = index + 1


def _photos(
    sheet: Sheet, photos: Sequence[tuple[SharedPhoto, float]], top: float, low: float
) -> None:
    """Photos in the outer column, each beside its row. Where there are too many for that the one
    that stands furthest from its row goes, for beside another row it would tell a wrong story."""
    kept = list(photos)
    while kept:
        wide, ys = _column(kept, top, low)
        apart = [
            max(0.0, y - baseline, baseline - y - wide / photo.ratio)
            for (photo, baseline), y in zip(kept, ys, strict=True)
        ]
        worst = max(range(len(kept)), key=apart.__getitem__)
        if apart[worst] <= _STRAYS:
            for (photo, _), y in zip(kept, ys, strict=True):
                sheet.photo(
                    photo,
                    min(sheet.right, sheet.left + _TEXT + _LONGEST + 6 + _PHOTO) - wide,
                    y,
                    wide,
                )
            return
        del kept[worst]


def _column(
    photos: Sequence[tuple[SharedPhoto, float]], top: float, low: float
) -> tuple[float, list[float]]:
    """How wide the photos stand, and the top of each, as near its row as order and gaps allow."""
    gaps = _PHOTO_GAP * (len(photos) - 1)
    tall = sum(_PHOTO / photo.ratio for photo, _ in photos)
    wide = _PHOTO * min(1.0, (low - top - gaps) / tall)
    heights = [wide / photo.ratio for photo, _ in photos]
    wanted = [baseline - 3.6 for _, baseline in photos]
    return wide, list(_spread_out(wanted, heights, top, low))


_STRAYS = 4.0
"""How far over or under its row's baseline a photo may begin or end, in mm."""


def _spread_out(
    wanted: Sequence[float], heights: Sequence[float], top: float, low: float
) -> list[float]:
    """Upper edges as near as can be to what is wanted, in order, none over another: neighbours
    that would meet stand together about their common middle."""
    groups: list[tuple[list[float], float]] = []
    offset, offsets = 0.0, []
    for height in heights:
        offsets.append(offset)
        offset += height + _PHOTO_GAP
    for want, off in zip(wanted, offsets, strict=True):
        group = [want - off]
        while groups and groups[-1][1] > sum(group) / len(group):
            group = groups.pop()[0] + group
        groups.append((group, sum(group) / len(group)))
    lowest = low - (offset - _PHOTO_GAP)
    starts = [min(max(mean, top), max(lowest, top)) for group, mean in groups for _ in group]
    return [start + off for start, off in zip(starts, offsets, strict=True)]
