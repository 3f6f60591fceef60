"""Who I am today: a portrait, three lines, a passage, and cards for what I love."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from random import Random
from typing import NamedTuple

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.heading import fit_heading, head, title_of
from lifestory.book.layouts.reading import Column, running_text
from lifestory.book.layouts.rows import rows_beside
from lifestory.book.mistakes import Where
from lifestory.book.ornaments import card, crest, seeded
from lifestory.book.setting import SetText, fit_line, fit_text, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.book.themes import is_colour
from lifestory.book.words import Paragraph, Piece, parse
from lifestory.domain.dates import Age, age_in_words
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.names import listed
from lifestory.sharing.shared import SharedBlock, SharedFact

_PAD = 7.0
_GAP = 6.0


def lines_about(desk: Desk, block: SharedBlock) -> list[str]:
    """Name, age, and who lives here, each when it is known. They stand in for words about the
    child: where there are such words, these would say the same twice."""
    lines = [desk.wording.say("about-me.name")] if desk.child.name else []
    if desk.child.age is not None:
        lines.append(desk.wording.say("about-me.age", age=age_in_words(Age(desk.child.age))))
    people = listed([person.name for person in block.people if person.name])
    if people:
        lines.append(desk.wording.say("about-me.people", people=people))
    return lines


def heading_for(desk: Desk, fact: SharedFact) -> str:
    """The small head of a fact's card, by its topic."""
    line = f"about-me.{fact.topic}"
    return desk.wording.say(line) if desk.wording.knows(line) else fact.topic.replace("-", " ")


_LEAST_PORTRAIT = 62.0
"""A portrait over the cards stands at least so tall, in mm; cards it leaves no room go overleaf."""

_PAGE_OF_CARDS = 236.0
"""What cards may take of a page of their own, in mm."""

_FLOWERS = 36.0
"""The room over the hill in which flowers touch no words, in mm."""

_LETTER = 0.78
"""How much of its tint a wide first letter takes across."""

_A_STORY = 240
"""Letters from which a fact is a story and no card."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Portrait and lines above, what is told under them, cards on the hill; what finds no room
    there goes overleaf."""
    theme = desk.theme
    title = title_of(desk, block)
    sheet = desk.page(title, folio=theme.tint)
    top = head(sheet, title, desk.style.title)
    told, room = _told_here(desk, sheet, block, 254.0 - top - _LEAST_PORTRAIT)
    cards = tuple(fact for fact in block.facts if _is_a_card(desk, fact))
    now, later = _that_fit(_rows(desk, cards), room)
    cards_top = 267.0 - _deep(now) if now else 262.0
    low = cards_top - 13 - _under(told)
    hill_top = cards_top - 9.0
    sheet.art("hill", motifs.ground(theme, sheet.width, 302, hill_top, 4.5, 0.75, 0.52, theme.tint))
    lines = [] if told.lines else lines_about(desk, block)
    measure = sheet.column(0, 7)[1] if lines else sheet.measure
    if block.photos:
        photo = block.photos[0]
        width = min(measure, (low - top) * photo.ratio)
        foot = sheet.photo(photo, sheet.left, top, width)
        beside = sheet.left + width + 8
        left, ended = _lines(desk, sheet, lines, beside, top + 11, low - top - 14)
    else:
        foot, beside = _initial(desk, sheet, top, low, alone=not lines), sheet.left
        left, ended = _lines(desk, sheet, lines, sheet.left + 78, top + 16, low - top - 20)
    if told.lines:
        first = max(foot, ended) + told.type.leading * 1.3
        ended = foot = sheet.write(Role.BODY, told, sheet.left, first, measure=sheet.measure)
    if hill_top - ended > _FLOWERS and (hill_top - foot < 30 or not block.photos):
        _growing(desk, sheet, block, hill_top, beside, ended)
    chance = seeded(block.id, "cards")
    number = _cards(desk, sheet, chance, now, cards_top, 0)
    while later:
        sheet = desk.page(ground=theme.tint, folio=theme.tint)
        now, later = _that_fit(later, _PAGE_OF_CARDS)
        number = _cards(desk, sheet, chance, now, 28.0, number)
    overleaf = tuple(Paragraph((Piece(line),)) for line in left)
    overleaf += () if told.lines else _passage(block)
    overleaf += _as_text(desk, block.facts, cards)
    if overleaf:
        flow(desk, desk.page(folio=theme.tint), 24.0, overleaf, (), (), block.id)


def _is_a_card(desk: Desk, fact: SharedFact) -> bool:
    """False for a story, and for what no page holds as a card."""
    return len(fact.text) < _A_STORY and _deep(_rows(desk, (fact,))) <= _PAGE_OF_CARDS


def _passage(block: SharedBlock) -> tuple[Paragraph, ...]:
    return parse(block.passages[0].text) if block.passages else ()


def _told_here(desk: Desk, sheet: Sheet, block: SharedBlock, room: float) -> tuple[SetText, float]:
    """The passage as it stands under the portrait, none of it where it is too long for that; and
    the room in mm that is left for cards."""
    told = _passage(block)
    text = set_text(told, desk.style.body, sheet.measure, sentences=desk.style.reader.sentence)
    if _under(text) > room:
        return set_text((), desk.style.body, sheet.measure), room
    return text, room - _under(text)


def _under(told: SetText) -> float:
    """How deep a text is with the space over it, in mm."""
    return told.height + told.type.leading * 1.6 if told.lines else 0.0


def _lines(
    desk: Desk, sheet: Sheet, lines: list[str], x: float, y: float, room: float
) -> tuple[list[str], float]:
    """The lines beside the portrait, smaller where they must be; returns those without room, and
    the last baseline."""
    measure = sheet.right - x
    texts: list[SetText] = []
    for share, apart in ((1.0, 0.5), (1.0, 0.33), (0.9, 0.33), (0.8, 0.33), (0.7, 0.33)):
        body = desk.style.body
        body = body.scaled(share)
        texts = [set_text(line, body, measure) for line in lines]
        space = body.leading * apart
        if sum(text.height + body.leading + space for text in texts) - space <= room:
            break
    low, ended = y + room, y
    for index, text in enumerate(texts):
        if y + text.height > low:
            return lines[index:], ended
        ended = sheet.write(Role.BODY, text, x, y, measure=measure)
        y = ended + text.type.leading + space
    return [], ended


def _initial(desk: Desk, sheet: Sheet, top: float, low: float, *, alone: bool) -> float:
    """No portrait: the first letter of the name in its place, across the page where no words stand
    beside it. Returns its foot."""
    wide = sheet.measure if alone else 68
    return _letter(desk, sheet, _Box(sheet.left, top, wide, min(86.0, low - top)), 5)


def _letter(desk: Desk, sheet: Sheet, box: _Box, radius: float) -> float:
    """The first letter of the name, large, on tint. Returns its foot."""
    theme = desk.theme
    sheet.art("initial", [filled(shapes.rectangle(*box, radius), theme.tint)])
    face = Type(theme.faces["title"], theme.faces["title"], 200 * box.tall / 86, 10, theme.title)
    letter = fit_line(desk.child.name[:1], face, box.wide * _LETTER, face.size)
    middle = box.top + box.tall / 2 + letter.type.size * 0.7 / 72 * 25.4 / 2
    sheet.write(Role.LABEL, letter, box.left, middle, measure=box.wide, align="centre")
    return box.top + box.tall


def _growing(
    desk: Desk, sheet: Sheet, block: SharedBlock, hill_top: float, left: float, ended: float
) -> None:
    """Cow parsley on the crest, in the corner that words and photo leave free; the taller, the
    emptier the page is over it."""
    chance = seeded(block.id, "about")
    grown = 1.0 if block.photos else min(2.4, (hill_top - ended - 20) / 28)
    drawn: list[Shape] = []
    for share, tall in ((0.36, 12), (0.52, 19), (0.76, 26), (0.92, 15)):
        x = left + (sheet.right - left) * share
        ground = crest(x, hill_top, 4.5, 0.75, 0.52, sheet.width) + 1
        drawn += motifs.growing(desk.theme, chance, x, ground, tall * grown)
    sheet.art("cow parsley", drawn)


class _Box(NamedTuple):
    """Where something stands on the page, in mm."""

    left: float
    top: float
    wide: float
    tall: float


_Card = tuple[SharedFact, SetText, SetText]
_Row = tuple[list[_Card], float]


def _rows(desk: Desk, facts: tuple[SharedFact, ...]) -> list[_Row]:
    """Cards two and two, with the height each row takes in mm."""
    width = (desk.measure - _GAP) / 2 - 2 * _PAD
    cards = [_card(desk, fact, width) for fact in facts]
    crowded = len(cards) > 4
    rows = []
    for index in range(0, len(cards), 2):
        row = cards[index : index + 2]
        wanted = max(named.height + _tall(text) for _, named, text in row)
        rows.append((row, max(30.0 if crowded else 42.0, wanted + 17.0)))
    return rows


def _tall(text: SetText) -> float:
    """What a card's words take below its heading, in mm."""
    return text.height + text.type.leading + text.rise


def _deep(rows: list[_Row]) -> float:
    return sum(tall for _, tall in rows) + _GAP * max(0, len(rows) - 1)


def _that_fit(rows: list[_Row], room: float) -> tuple[list[_Row], list[_Row]]:
    """The rows that stand within `room` mm, and the rest."""
    count = len(rows)
    while count and _deep(rows[:count]) > room:
        count -= 1
    return rows[:count], rows[count:]


def _card(desk: Desk, fact: SharedFact, width: float) -> _Card:
    body = desk.style.body
    room = body.leading * (1.05 if desk.reader.body[0] > 20 else 2.2)
    return (
        fact,
        set_text(heading_for(desk, fact), desk.style.small_head, width),
        fit_text(fact.text, body, width, room),
    )


def _cards(
    desk: Desk, sheet: Sheet, chance: Random, rows: list[_Row], top: float, number: int
) -> int:
    """Draws the rows from `top` down; cards take their tints in turn from `number` on."""
    width = (sheet.measure - _GAP) / 2
    for row, tall in rows:
        for column, (fact, heading, text) in enumerate(row):
            tint, ink = desk.theme.cards[number % len(desk.theme.cards)]
            own = _shown_colour(fact)
            across = sheet.measure if len(row) == 1 else width
            x = sheet.left + column * (width + _GAP)
            sheet.art("card", [filled(card(chance, x, top, across, tall), own or tint)])
            label = replace(heading.type, colour=desk.theme.ink if own else ink)
            named = set_text(heading_for(desk, fact), label, width - 2 * _PAD)
            content = named.height + _tall(text)
            first = top + (tall - content) / 2 + 2.2
            low = sheet.write(Role.LABEL, named, x + _PAD, first)
            under = low + text.type.leading * 0.85 + text.rise
            sheet.write(Role.BODY, text, x + _PAD, under, measure=across - 2 * _PAD)
            number += 1
        top += tall + _GAP
    return number


def _shown_colour(fact: SharedFact) -> str | None:
    """A best colour is shown as itself, when its name is one we can show."""
    if fact.topic != "best-colour":
        return None
    return colours().get(fact.text.strip(" .!").casefold())


@cache
def colours() -> Mapping[str, str]:
    """Colours by their names. Raises BrokenStyle naming file, line and what was expected."""
    where = Where(("rules", "colours.toml"))
    rows = where.read()
    for name in rows:
        where.check(rows, name, is_colour, "a colour such as #22382C")
    return rows


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Portrait and lines beside a column of short facts under rules."""
    title = title_of(desk, block)
    sheet = desk.page(title)
    x, measure = sheet.column(4, 8)
    photo = block.photos[0] if block.photos else None
    foot = 34.0
    if sheet.broad:
        x, measure = sheet.column(3, 5)
        at, wide = sheet.column(8, 4)
        if photo:
            sheet.photo(photo, at, 20, min(wide, 240 * photo.ratio), keyline=False)
        elif desk.child.name:
            _letter(desk, sheet, _Box(at, 20, wide, 86), 0)
    elif photo:
        width = min(measure, 128 * photo.ratio)
        foot = sheet.photo(photo, x, 20, width, keyline=False) + 24
    elif desk.child.name:
        foot = _letter(desk, sheet, _Box(x, 20, measure, 86), 0) + 24
    heading = fit_heading(title, desk.style.title, measure)
    low = sheet.write(Role.HEADING, heading, x, max(foot, 34.0))
    cards = tuple(fact for fact in block.facts if len(fact.text) < _A_STORY)
    lines = () if block.passages else lines_about(desk, block)
    words = tuple(Paragraph((Piece(line),)) for line in lines)
    words += _passage(block) + _as_text(desk, block.facts, cards)
    rows = [(heading_for(desk, fact), fact.text, "") for fact in cards]
    words += rows_beside(desk, sheet, rows, 24.0 if photo else low)
    text = set_text(words, desk.style.body, measure, balanced=False)
    running_text(desk, sheet, text, Column(x - sheet.left, measure, low + 16))


def _as_text(
    desk: Desk, facts: tuple[SharedFact, ...], cards: tuple[SharedFact, ...]
) -> tuple[Paragraph, ...]:
    """The facts that are no cards, each under its heading."""
    told: list[Paragraph] = []
    for fact in facts:
        if fact not in cards:
            told.append(Paragraph((Piece(heading_for(desk, fact), strong=True),)))
            told.append(Paragraph((Piece(fact.text),)))
    return tuple(told)
