"""Words explained: a stem with a leaf for each word of care that stands in the book.

Source: mockups/book/SPEC "Words explained", mock-up 10.
"""

from __future__ import annotations

import math
from dataclasses import replace

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import fitted
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import below, fall, rise
from lifestory.book.layouts.told_after import over_the_people, said
from lifestory.book.layouts.told_rows import Told, rows
from lifestory.book.ornaments import grown_leaf, seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock
from lifestory.sharing.terms import terms

_FOOT = 262.0
_AFTER_STEM = 43.0
_LEAST_PITCH, _MOST_PITCH = 36.0, 50.0
_A_PAGE = 6
_A_PIECE = 140.0
"""How deep one entry may stand, in units."""


def explained(desk: Desk, block: SharedBlock) -> list[Told]:
    """The words and what they mean, from A to Z; the worker's own stand before those of the same
    word in the glossary."""
    say = desk.wording.say
    own = {fact.topic.replace("-", " "): fact.text for fact in block.facts}
    mine = {"my": say("glossary.my"), "me": say("glossary.me"), "i": say("glossary.i")}
    found = {
        terms()[name].called: terms()[name].meaning(desk.look.band).format(**mine)
        for name in block.terms
    }
    return [Told(word, text) for word, text in sorted((found | own).items())]


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Four to six words a page, a large leaf for each."""
    title, entries = title_of(desk, block), explained(desk, block)
    if not entries:
        sheet = desk.page(title, folio=desk.theme.tint)
        top = head(sheet, title, desk.style.title)
        over_the_people(desk, sheet, said(desk.wording.say("glossary.none")), top, 90.0)
        _stem(desk, sheet, block, top + 50, [])
        return
    entries = [piece for one in entries for piece in _pieces(desk, one)]
    while entries:
        sheet = desk.page(title, folio=desk.theme.tint)
        top = head(sheet, title, desk.style.title) + 1
        here = _that_fit(desk, sheet, entries, top)
        # As even pages as can be: no word stands on a last one by itself.
        pages = -(-len(entries) // max(1, here))
        here = min(here, -(-len(entries) // pages))
        _page(desk, sheet, block, entries[:here], top)
        entries, title = entries[here:], ""


_Entry = tuple[SetText, SetText, float]


def _entry(desk: Desk, sheet: Sheet, one: Told) -> _Entry:
    """A word, its meaning, and how deep both are."""
    names, body = desk.theme.faces, desk.style.body
    measure = sheet.measure - _AFTER_STEM
    size = body.size * 1.08
    word = Type(names["title"], names["title"], size, body.leading * 1.05, desk.theme.title)
    heading = fitted(one.heading, word, measure)
    smaller = body.scaled(0.92)
    text = set_text(one.text, smaller, measure, sentences=desk.reader.sentence)
    if not one.heading:
        return replace(heading, lines=()), text, rise(text) + text.height + fall(text)
    deep = rise(heading) + heading.height + below(text) + text.height + fall(text)
    return heading, text, deep


def _pieces(desk: Desk, one: Told) -> list[Told]:
    """An entry longer than a page in pieces, the word over the first."""
    body = desk.style.body
    text = set_text(one.text, body, desk.measure - _AFTER_STEM)
    at_once = max(2, int(_A_PIECE / body.leading))
    said = [line.text.strip() for line in text.lines]
    parts = [" ".join(said[n : n + at_once]) for n in range(0, len(said), at_once)]
    return [Told("" if n else one.heading, part) for n, part in enumerate(parts)]


def _that_fit(desk: Desk, sheet: Sheet, entries: list[Told], top: float) -> int:
    used, count = 0.0, 0
    for one in entries[:_A_PAGE]:
        used += max(_LEAST_PITCH, _entry(desk, sheet, one)[2] + 7)
        if count and used > _FOOT - 6 - top:
            break
        count += 1
    return count


def _page(desk: Desk, sheet: Sheet, block: SharedBlock, entries: list[Told], top: float) -> None:
    made = [_entry(desk, sheet, one) for one in entries]
    needed = [max(_LEAST_PITCH, deep + 7) for _, _, deep in made]
    free = max(0.0, _FOOT - 8 - top - sum(needed)) / len(made)
    pitches = [min(max(_MOST_PITCH, need), need + free) for need in needed]
    y, marks = top + 9.0, []
    for (heading, text, _), pitch in zip(made, pitches, strict=True):
        x = sheet.left + _AFTER_STEM
        wide = sheet.right - x
        first = y + (rise(heading) or rise(text))
        if heading.lines:
            marks.append(max(first + 3.0, top + 19.0))
            first = sheet.write(Role.SUBHEADING, heading, x, first, measure=wide) + below(text)
        sheet.write(Role.BODY, text, x, first, measure=wide)
        y += pitch
    _stem(desk, sheet, block, top, marks)


def _stem(desk: Desk, sheet: Sheet, block: SharedBlock, top: float, marks: list[float]) -> None:
    """The stem from the hill up, a leaf at every word and a small one between; put behind the
    words."""
    theme, chance = desk.theme, seeded(block.id, sheet.side, "stem")
    x0, top = sheet.left + 9.0, top + 12.0  # its last leaf stands clear of the title

    def at(y: float) -> float:
        return x0 + 4.5 * math.sin(y / 34)

    before, low = len(sheet.elements), sheet.height + 5
    ground = motifs.ground(theme, sheet.width, low, _FOOT + 4, 2.5, 0.85, 0.1, theme.tint)
    sheet.art("hill", ground)
    green = theme.shapes[2]
    steps = 60
    line = [(at(y), y) for y in (top + (_FOOT + 4 - top) * n / steps for n in range(steps + 1))]
    drawn: list[Shape] = [stroked(shapes.smooth(line), green, 1.1)]
    drawn += grown_leaf(at(top + 2), top + 2, 14, -97, theme.shapes[1], theme.shapes[0])
    pale = mix(theme.shapes[1], theme.shapes[0], 0.4)
    for number, y in enumerate(marks):
        drawn += grown_leaf(at(y), y, 24, -33, green, theme.shapes[0])
        after = marks[number + 1] if number + 1 < len(marks) else y + 44
        between = y + min(22.0, (after - y) * 0.45)
        if between < _FOOT - 8:
            drawn += grown_leaf(at(between), between, 14.5, -150, pale, theme.ground)
    for off in (-6, -1, 4, 13, 19):
        blade = chance.uniform(5, 9)
        drawn += motifs.tuft(theme, chance, at(_FOOT) + off, _FOOT + 6, blade, theme.shapes[1])
    sheet.art("stem", drawn)
    late = sheet.elements[before:]
    del sheet.elements[before:]
    sheet.elements[1:1] = late


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Word and meaning in rows."""
    title, entries = title_of(desk, block), explained(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title) + 4
    if not entries:
        over_the_people(desk, sheet, said(desk.wording.say("glossary.none")), top, 60.0)
        return
    rows(desk, sheet, entries, top)
