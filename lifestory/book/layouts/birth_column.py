"""The day I was born, for older readers: a column of what is known beside the photo and the story.

Source: mockups/book 11.
"""

from __future__ import annotations

from dataclasses import replace

from lifestory.book.desk import Desk
from lifestory.book.layouts import clock, measures
from lifestory.book.layouts.heading import fit_heading, title_of
from lifestory.book.layouts.labels import widest
from lifestory.book.layouts.reading import LAST, TO_SOURCES, Column, running_text
from lifestory.book.layouts.rows import MEASURE, rows_beside
from lifestory.book.setting import MM, fit_line, fit_text, set_text
from lifestory.book.sheet import TOP, Sheet
from lifestory.book.styles import Type
from lifestory.book.words import parse
from lifestory.domain.dates import MONTHS, WEEKDAYS, date_in_words
from lifestory.domain.plans import Role
from lifestory.letters.shaping import width
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_BETWEEN = 12.0
"""Between the columns, in units."""
_CAPS = 49.4
"""The baseline of the day's numeral."""
_LEAST_ROWS = 146.0
_PHOTO, _BROAD_PHOTO, _LEAST = 112.0, 150.0, 56.0
"""How tall the photo is: at most, on a broad page, and at the least where the story is long."""
_TO_TITLE, _TO_TEXT = 31.4, 13.7
"""From the photo's foot to the title's baseline, and from that to the first line."""


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Date, clock and rows of what is known on the left; photo, title and story on the right."""
    title = title_of(desk, block)
    sheet = desk.page(title)
    at = clock.read_time(desk.child.born_at)
    low = _time(desk, sheet, at, _date(desk, sheet))
    photo = block.photos[0] if block.photos else desk.child.birth_photo
    base, offset, wide = _CAPS, *_place(sheet)
    heading = fit_heading(title, desk.style.title, wide)
    facts = tuple(one for fact in block.facts for one in parse(fact.text))
    story = tuple(one for passage in block.passages for one in parse(passage.text))
    sources = tuple(one for passage in block.passages for one in passage.sources)
    text = set_text((*story, *facts), desk.style.body, wide)
    if photo:
        under = _TO_TITLE + heading.height + _TO_TEXT + text.height
        room = LAST - TOP - under - (TO_SOURCES if sources else 0.0)
        tall = _BROAD_PHOTO if sheet.broad else min(_PHOTO, room) if room >= _LEAST else _PHOTO
        foot = _photo(desk, sheet, photo, wide, tall)
        if sheet.broad:
            offset += wide + _BETWEEN
        else:
            base = max(base, foot + _TO_TITLE)
    after = sheet.write(Role.HEADING, heading, sheet.left + offset, base)
    top = max(low + 14, base if photo and not sheet.broad else _LEAST_ROWS)
    left = rows_beside(desk, sheet, _rows(desk), top, highest=low + 14)
    text = set_text((*story, *facts, *left), desk.style.body, wide)
    first = after + max(_TO_TEXT, desk.style.body.leading * 1.3)
    running_text(desk, sheet, text, Column(offset, wide, first), sources)


def _date(desk: Desk, sheet: Sheet) -> float:
    """The date, as large as it is sure; returns its last baseline."""
    theme, born = desk.theme, desk.child.born
    face, strong = theme.faces["numeral"], theme.faces["strong"]
    day = born.day()
    if day is None or born.about:
        words = date_in_words(born) if born.iso else desk.wording.say("born.no-date")
        said = set_text(words, desk.style.of("numeral", 24, 10, theme.title), MEASURE)
        return sheet.write(Role.SUBHEADING, said, sheet.left, TOP + 6.4)
    numeral = fit_line(str(day.day), Type(face, strong, 120, 40, theme.title), MEASURE, 120)
    # So large, a figure's bearing would show: its stem meets the margin.
    sheet.write(Role.SUBHEADING, numeral, sheet.left - 1.4, _CAPS)
    # On one line, whatever the month.
    month_type = desk.style.of("numeral", 19.5, 8, theme.ink)
    month = fit_text(f"{MONTHS[day.month - 1]} {day.year}", month_type, MEASURE + _BETWEEN - 4, 0.0)
    sheet.write(Role.BODY, month, sheet.left, 61.4)
    weekday = replace(desk.style.body, colour=theme.soft)
    said = set_text(f"a {WEEKDAYS[day.weekday()]}", weekday, MEASURE)
    return sheet.write(Role.BODY, said, sheet.left, 69.6)


def _time(desk: Desk, sheet: Sheet, at: tuple[int, int] | None, above: float) -> float:
    """The time and a clock, or that it is not known; returns where they end."""
    theme, y = desk.theme, above + 22.9
    soft = replace(desk.style.body, colour=theme.soft)
    if at is None:
        if not desk.child.born.iso:
            return above
        said = set_text(desk.wording.say("born.no-time"), soft, MEASURE)
        return sheet.write(Role.BODY, said, sheet.left, y)
    hour, minute = at
    figures = f"{hour % 12 or 12}.{minute:02}"
    strong = Type(theme.faces["strong"], theme.faces["strong"], soft.size, soft.leading, theme.ink)
    time = set_text(figures, strong, MEASURE)
    sheet.write(Role.BODY, time, sheet.left, y)
    across = width(time.lines[0].spans) / MM + 1.3
    part = set_text(clock.part_of_day(hour), soft, 2 * MEASURE)
    if across + widest(part) > MEASURE + _BETWEEN - 4:
        across, y = 0.0, y + soft.leading
    sheet.write(Role.BODY, part, sheet.left + across, y)
    clock.thin_clock(desk, sheet, sheet.left + 17, y + 22.5, 17, at)
    return y + 39.5


def _place(sheet: Sheet) -> tuple[float, float]:
    """Where photo and text stand from the left margin, and how wide: beside each other on a broad
    page."""
    offset = MEASURE + _BETWEEN
    rest = sheet.measure - offset
    return offset, (rest - _BETWEEN) / 2 if sheet.broad else rest


def _photo(desk: Desk, sheet: Sheet, photo: SharedPhoto, most: float, tall: float) -> float:
    """The photo and its caption; returns the photo's foot."""
    wide = min(most, tall * photo.ratio)
    x = sheet.left + MEASURE + _BETWEEN
    foot = sheet.photo(photo, x, TOP, wide, caption=photo.caption)
    if not photo.caption:
        return foot
    caption = set_text(photo.caption, desk.style.caption, most)
    first = foot + max(6.2, caption.type.leading)
    low = sheet.write(Role.CAPTION, caption, x, first, measure=most)
    return low - 6.2


def _rows(desk: Desk) -> list[tuple[str, str, str]]:
    """What is known, as label, value and the same in other words."""
    child, say = desk.child, desk.wording.say
    rows = []
    if child.weight_grams is not None:
        weight = f"{measures.kilograms(child.weight_grams)} kg"
        rows.append((say("born.row-weight"), weight, measures.pounds(child.weight_grams)))
    if child.length_cm is not None:
        length = f"{measures.centimetres(child.length_cm)} cm"
        rows.append((say("born.row-length"), length, f"{round(child.length_cm / 2.54)} in"))
    if child.named_by:
        rows.append((say("born.row-named-by"), child.named_by, ""))
    if place := child.town or child.hospital:
        rows.append((say("born.row-place"), place, ""))
    return rows
