"""People in rows: a face, a name, what they are to the child, and what such a person does."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lifestory.book import ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import Spot, called, face, fitted, smallest
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import fall, rise, under
from lifestory.book.layouts.portraits import band_of, room_for, told_below
from lifestory.book.layouts.portraits import drawn as band_drawn
from lifestory.book.layouts.portraits import nobody as nobody_on_the_band
from lifestory.book.layouts.told_after import (
    afterwards,
    meadow,
    over_the_people,
    said,
    told,
)
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import Type, mix
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPerson
from lifestory.sharing.terms import terms

_GAP = 5.0
_FEW = 3
"""So many people have larger cards."""
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
    as_a_list(desk, block, otherwise)
    return True


def as_a_list(desk: Desk, block: SharedBlock, otherwise: tuple[Paragraph, ...] = ()) -> None:
    """Everyone in a list as this reader has it."""
    if desk.quiet:
        lines(desk, block, "people.nobody", otherwise=otherwise)
    else:
        afterwards(desk, block, cards(desk, block, "people.nobody", otherwise))


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
        top = _room_kept(desk, sheet, top, block.id)
        meadow(desk, sheet, top, block.id)
        return left
    top, left = over_the_people(desk, sheet, words, top, 60.0)
    chance = seeded(block.id, "cards")
    few = len(block.people) <= _FEW
    r = 25.0 if few else 15.0 if len(block.people) <= 5 else 12.0
    rows = list(_rows(desk, block.people, desk.measure - 2 * r - 26, large=few))
    number = 0
    while rows:
        here = _that_fit(rows, r, BOTTOM - top)
        talls = [_tall(row, r) for row in rows[:here]]
        spare = (BOTTOM - top - sum(talls) - _GAP * (here - 1)) / here
        stretch = max(0.0, min(40.0 if few else 14.0, spare))
        for row, least in zip(rows[:here], talls, strict=True):
            tall = least + stretch
            tint, _ = desk.theme.cards[number % len(desk.theme.cards)]
            card = ornaments.card(chance, sheet.left, top, sheet.measure, tall)
            sheet.art("card", [filled(card, tint)])
            spot = Spot(sheet.left + r + 9, top + tall / 2, r)
            face(desk, sheet, row.person, spot, number + 1)
            _words(sheet, row, sheet.left + 2 * r + 19, top + (tall - row.deep) / 2)
            top, number = top + tall + _GAP, number + 1
        rows = rows[here:]
        if rows:
            sheet, top = desk.page(folio=desk.theme.tint), 24.0
    meadow(desk, sheet, top, block.id)
    return left


def _room_kept(desk: Desk, sheet: Sheet, top: float, seed: object) -> float:
    """A card with places that nobody has yet; returns its foot."""
    tall, theme = min(84.0, 220.0 - top), desk.theme
    r = min(tall * 0.3, sheet.measure / 8)
    card = ornaments.card(seeded(seed, "room"), sheet.left, top, sheet.measure, tall)
    rings = [
        stroked(shapes.circle(sheet.middle + 2.5 * r * at, top + tall / 2, r),
                mix(theme.soft, theme.tint, 0.6), 0.6, dash=(2.0, 1.6))
        for at in (-1, 0, 1)
    ]  # fmt: skip
    if tall < 40:
        return top
    sheet.art("room kept", [filled(card, theme.tint), *rings])
    return top + tall


def _that_fit(rows: Sequence[_Row], r: float, room: float) -> int:
    """How many cards a page takes, the pages about equally full; one at the least."""
    needed = sum(_tall(row, r) + _GAP for row in rows)
    pages = max(1, math.ceil(needed / (room + _GAP)))
    count, used = 0, 0.0
    while count < min(len(rows), -(-len(rows) // pages)):
        used += _tall(rows[count], r) + (_GAP if count else 0.0)
        if used > room:
            break
        count += 1
    return max(1, count)


def lines(
    desk: Desk,
    block: SharedBlock,
    nobody: str,
    *,
    otherwise: tuple[Paragraph, ...] = (),
) -> None:
    """A few large on a band, more in rows under rules, for older readers; then the words and photos
    that go with them. `otherwise` is what is told instead of the passages alone."""
    title = title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title) + 4
    words = otherwise or told(block)
    if not block.people:
        if words:
            told_below(desk, sheet, block, words, top + 6)
        else:
            nobody_on_the_band(desk, sheet, desk.wording.say(nobody), top)
            told_below(desk, sheet, block, (), BOTTOM)
        return
    meanings = [meaning(desk, one) for one in block.people]
    room = room_for(desk, words, sheet.column(0, 8)[1], top)
    few = band_of(desk, block.people, meanings, room) or band_of(
        desk, block.people, meanings, BOTTOM - top
    )
    if few:
        alone = not words and not block.photos
        low = band_drawn(desk, sheet, few, top, alone=alone)
        told_below(desk, sheet, block, words, low + 8 + desk.style.body.leading)
        return
    sheet, low = _ruled(desk, sheet, block.people, top)
    told_below(desk, sheet, block, words, low + 16)


def _ruled(
    desk: Desk, sheet: Sheet, people: Sequence[SharedPerson], top: float
) -> tuple[Sheet, float]:
    """Everyone in two columns under rules, the pages about equally full; returns the last page
    and where the last row ends."""
    r, apart = 11.0, 8.0
    columns = 2 if desk.measure > 150 * desk.look.paper.grown else 1
    wide = (sheet.measure - apart * (columns - 1)) / columns
    everyone = list(_rows(desk, people, wide - 2 * r - 7))
    pairs = [everyone[at : at + columns] for at in range(0, len(everyone), columns)]
    talls = [max(2 * r + 7, *(row.deep + 8 for row in pair)) for pair in pairs]
    pages = max(1, math.ceil(sum(talls) / (BOTTOM - top)))
    most, here, number = -(-len(pairs) // pages), 0, 0
    for pair, tall in zip(pairs, talls, strict=True):
        if top + tall > BOTTOM or here == most:
            sheet, top, here = desk.page(), 24.0, 0
        rule = shapes.polyline([(sheet.left, top), (sheet.right, top)])
        sheet.art("rule", [stroked(rule, desk.theme.rule, 0.25)])
        for at, row in enumerate(pair):
            x = sheet.left + at * (wide + apart)
            face(desk, sheet, row.person, Spot(x + r + 0.8, top + tall / 2, r), number)
            _words(sheet, row, x + 2 * r + 7, top + (tall - row.deep) / 2)
            number += 1
        top, here = top + tall, here + 1
    return sheet, top


def _rows(
    desk: Desk, people: Sequence[SharedPerson], measure: float, *, large: bool = False
) -> Iterator[_Row]:
    names, quiet = desk.theme.faces, desk.quiet
    points, leading = desk.style.small_head.size, desk.style.small_head.leading
    larger = 1.25 if quiet else 1.6 if large else 1.3
    top = Type(names["small_head"], names["strong"], points * larger, leading * larger,
               desk.theme.title)  # fmt: skip
    small = replace(desk.style.caption, colour=desk.theme.ink)
    if large and not quiet:
        body = desk.style.body
        small = body.scaled(0.82)
    least = smallest(desk)
    for person in people:
        name, relation = called(desk, person)
        parts = [fitted(name, top, measure, 2, 0.5, least)] if name else []
        parts += [set_text(one, small, measure) for one in (relation, meaning(desk, person)) if one]
        deep = rise(parts[0]) + fall(parts[-1]) if parts else 0.0
        deep += sum(part.height for part in parts)
        deep += sum(under(*pair) * 1.02 for pair in pairwise(parts))
        yield _Row(person, tuple(parts), deep)


def _tall(row: _Row, r: float) -> float:
    return max(2 * r * 1.07 + 7, row.deep + 9)


def _words(sheet: Sheet, row: _Row, x: float, top: float) -> None:
    y = top
    for index, part in enumerate(row.parts):
        y += under(row.parts[index - 1], part) * 1.02 if index else rise(part)
        role = Role.BODY if index else Role.SUBHEADING
        y = sheet.write(role, part, x, y)
