"""People in rows: a face, a name, what they are to the child, and what such a person does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lifestory.book import ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import Spot, called, face, fitted
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import below, fall, rise
from lifestory.book.layouts.told_after import (
    afterwards,
    meadow,
    over_the_people,
    said,
    told,
    under_a_list,
)
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import Type
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPerson
from lifestory.sharing.terms import terms

_GAP = 5.0
_LONGEST = 44
"""Letters of the longest name that a label takes; the longest double names have fewer."""


@dataclass(frozen=True)
class _Row:
    """A person with their words, measured. `deep` in units from the highest ink to the lowest."""

    person: SharedPerson
    parts: tuple[SetText, ...]
    deep: float


def meaning(desk: Desk, person: SharedPerson) -> str:
    """What somebody in that work does, in the words of the glossary; empty where it has none."""
    term = terms().get(person.kin)
    if term is None:
        return ""
    say = desk.wording.say
    text = term.meaning(desk.look.band)
    return text.format(my=say("glossary.my"), me=say("glossary.me"), i=say("glossary.i"))


def in_a_list(desk: Desk, block: SharedBlock, otherwise: tuple[Paragraph, ...] = ()) -> bool:
    """Everyone in a list instead of a drawing, where a name is longer than any label takes; False
    where none is, and nothing was drawn."""
    if all(len(called(desk, one)[0]) <= _LONGEST for one in block.people):
        return False
    if desk.quiet:
        lines(desk, block, "people.nobody", otherwise=otherwise)
    else:
        afterwards(desk, block, cards(desk, block, "people.nobody", otherwise))
    return True


def cards(
    desk: Desk, block: SharedBlock, nobody: str, otherwise: tuple[Paragraph, ...] = ()
) -> tuple[Paragraph, ...]:
    """A card for everyone, as many pages as they take; returns the words that found no place.
    `nobody` is the line of wording that stands where nobody is known, `otherwise` what is told
    instead of the passages alone."""
    title = title_of(desk, block)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    words = otherwise or told(block)
    if not block.people:
        words = words or said(desk.wording.say(nobody))
        top, left = over_the_people(desk, sheet, words, top, BOTTOM - top - 90)
        meadow(desk, sheet, top, block.id)
        return left
    top, left = over_the_people(desk, sheet, words, top, 60.0)
    chance = seeded(block.id, "cards")
    r = 15.0 if len(block.people) <= 5 else 12.0
    rows = list(_rows(desk, block.people, desk.measure - 2 * r - 26))
    room = BOTTOM - top
    needed = sum(_tall(row, r) + _GAP for row in rows) - _GAP
    stretch = max(0.0, min(14.0, (room - needed) / max(1, len(rows)))) if needed <= room else 0.0
    for number, row in enumerate(rows):
        tall = _tall(row, r) + stretch
        if top + tall > BOTTOM:
            sheet, top = desk.page(folio=desk.theme.tint), 24.0
        tint, _ = desk.theme.cards[number % len(desk.theme.cards)]
        card = ornaments.card(chance, sheet.left, top, sheet.measure, tall)
        sheet.art("card", [filled(card, tint)])
        spot = Spot(sheet.left + r + 9, top + tall / 2, r)
        face(desk, sheet, row.person, spot, number + 1)
        _words(sheet, row, sheet.left + 2 * r + 19, top + (tall - row.deep) / 2)
        top += tall + _GAP
    meadow(desk, sheet, top, block.id)
    return left


def lines(
    desk: Desk,
    block: SharedBlock,
    nobody: str,
    *,
    under: str = "",
    otherwise: tuple[Paragraph, ...] = (),
) -> None:
    """Rows under rules, for older readers; then the words and photos that go with them. `under` is
    a line under the title, `otherwise` what is told instead of the passages alone."""
    theme, title = desk.theme, title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title) + 4
    if under:
        text = set_text(under, desk.style.small_head, sheet.measure)
        top = sheet.write(Role.LABEL, text, sheet.left, top) + 8
    words = otherwise or told(block)
    if not block.people and not words:
        words = said(desk.wording.say(nobody))
    # The fewer they are, the larger: a page for two is as full of them as one for ten.
    r = max(11.0, min(20.0, 74.0 / max(1, len(block.people))))
    for number, row in enumerate(_rows(desk, block.people, sheet.column(0, 9)[1] - 2 * r - 9)):
        tall = max(2 * r + 8 + (r - 11), row.deep + 9)
        if top + tall > BOTTOM:
            sheet, top = desk.page(), 24.0
        rule = shapes.polyline([(sheet.left, top), (sheet.right, top)])
        sheet.art("rule", [stroked(rule, theme.rule, 0.25)])
        spot = Spot(sheet.left + r + 0.8, top + tall / 2, r)
        face(desk, sheet, row.person, spot, number)
        _words(sheet, row, sheet.left + 2 * r + 8, top + (tall - row.deep) / 2)
        top += tall
    under_a_list(desk, sheet, block, words, top + 16 if block.people else top + 6)


def _rows(desk: Desk, people: Sequence[SharedPerson], measure: float) -> Iterator[_Row]:
    names, quiet = desk.theme.faces, desk.quiet
    points, leading = desk.style.small_head.size, desk.style.small_head.leading
    larger = 1.25 if quiet else 1.3
    top = Type(names["small_head"], names["strong"], points * larger, leading * larger,
               desk.theme.title)  # fmt: skip
    under = desk.style.caption
    under = replace(under, colour=desk.theme.ink)
    for person in people:
        name, relation = called(desk, person)
        parts = [fitted(name, top, measure)] if name else []
        parts += [set_text(one, under, measure) for one in (relation, meaning(desk, person)) if one]
        deep = rise(parts[0]) + fall(parts[-1]) if parts else 0.0
        deep += sum(part.height for part in parts)
        deep += sum(below(part) * 1.02 for part in parts[1:])
        yield _Row(person, tuple(parts), deep)


def _tall(row: _Row, r: float) -> float:
    return max(2 * r * 1.07 + 7, row.deep + 9)


def _words(sheet: Sheet, row: _Row, x: float, top: float) -> None:
    y = top
    for index, part in enumerate(row.parts):
        y += below(part) * 1.02 if index else rise(part)
        role = Role.BODY if index else Role.SUBHEADING
        y = sheet.write(role, part, x, y, measure=sheet.right - x)
