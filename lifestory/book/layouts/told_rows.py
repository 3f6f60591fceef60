"""What is told, small heads over it: cards for young readers, rows under rules for older ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from lifestory.book import ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import fitted
from lifestory.book.layouts.labels import below, fall, rise
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.domain.life import Certainty
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedFact

_PAD, _GAP = 9.0, 5.0
_SMALLER = 0.85
"""The share of the reader's size in which a card is set."""


@dataclass(frozen=True, slots=True)
class Told:
    """A small head and the words under it."""

    heading: str
    text: str


def tellings(desk: Desk, facts: Sequence[SharedFact], page: str) -> list[Told]:
    """Facts as they are told: what is sure before what is thought, and what nobody knows yet last;
    `page` names the table of wording that has their small heads."""
    order = (Certainty.KNOWN, Certainty.THOUGHT, Certainty.NOT_KNOWN)
    found = []
    for fact in sorted(facts, key=lambda one: order.index(one.certainty)):
        line = f"{page}.{fact.topic}"
        heading = desk.wording.say(line) if desk.wording.knows(line) else ""
        thought = fact.certainty is Certainty.THOUGHT
        said = f"{fact.text} {desk.wording.say('parent.thought')}" if thought else fact.text
        found.append(Told(heading, said))
    return found


def deep_of_cards(desk: Desk, told: Sequence[Told]) -> float:
    """What cards take one under the other, in units."""
    return sum(_card(desk, one, desk.measure)[2] + _GAP for one in told)


def cards(
    desk: Desk, sheet: Sheet, told: Sequence[Told], top: float, seed: object
) -> tuple[Sheet, float]:
    """A card for each from `top` down, going on overleaf where they must; returns the last page
    and the foot of the last card."""
    chance, foot = seeded(seed, "told"), top
    for number, one in enumerate(told):
        heading, text, deep = _card(desk, one, sheet.measure)
        if top + deep > BOTTOM - 2:
            sheet, top = desk.page(folio=desk.theme.tint), 24.0
            while top + deep > BOTTOM - 2 and text.lines:
                # A card taller than a page goes on in the next.
                here, text = text.split(max(1, text.fitting(BOTTOM - 40 - top)))
                _drawn(desk, sheet, (heading, here), number, top, _deep(heading, here), chance)
                if text.lines:
                    sheet, top, heading = desk.page(folio=desk.theme.tint), 24.0, _nothing(heading)
                    deep = _deep(heading, text)
                else:
                    foot = top + _deep(heading, here)
            if not text.lines:
                top = foot + _GAP
                continue
        _drawn(desk, sheet, (heading, text), number, top, deep, chance)
        foot = top + deep
        top = foot + _GAP
    return sheet, foot


def _nothing(text: SetText) -> SetText:
    return replace(text, lines=())


def _card(desk: Desk, one: Told, measure: float) -> tuple[SetText, SetText, float]:
    body = desk.style.body
    body = body.scaled(_SMALLER)
    heading = set_text(one.heading, desk.style.small_head, measure - 2 * _PAD)
    heading = heading if one.heading else _nothing(heading)
    text = set_text(one.text, body, measure - 2 * _PAD)
    return heading, text, _deep(heading, text)


def _deep(heading: SetText, text: SetText) -> float:
    if not heading.lines:
        return 10 + rise(text) + text.height + fall(text)
    return 9 + rise(heading) + heading.height + below(text) + text.height + fall(text)


def _drawn(
    desk: Desk,
    sheet: Sheet,
    parts: tuple[SetText, SetText],
    number: int,
    top: float,
    deep: float,
    chance: Random,
) -> None:
    heading, text = parts
    tint, ink = desk.theme.cards[number % len(desk.theme.cards)]
    shape = ornaments.card(chance, sheet.left, top, sheet.measure, deep)
    sheet.art("card", [filled(shape, tint)])
    x, wide = sheet.left + _PAD, sheet.measure - 2 * _PAD
    y = top + 5 + rise(text)
    if heading.lines:
        lines = tuple(
            replace(line, spans=tuple(replace(span, colour=ink) for span in line.spans))
            for line in heading.lines
        )
        y = top + 4.5 + rise(heading)
        y = sheet.write(Role.LABEL, replace(heading, lines=lines), x, y, measure=wide)
        y += below(text)
    sheet.write(Role.BODY, text, x, y, measure=wide)


def rows(desk: Desk, sheet: Sheet, told: Sequence[Told], top: float) -> tuple[Sheet, float]:
    """A row for each: the head in the outer columns, the words in the wide ones, a rule between;
    returns the last page and where the last row ends."""
    theme = desk.theme
    label = desk.style.of("strong", 12, 5.5, theme.title)
    x, measure = sheet.column(4, 8)
    off, narrow = x - sheet.left, sheet.column(0, 4)[1] - 3
    for one in told:
        heading = fitted(one.heading, label, narrow, 3)
        text = set_text(one.text, desk.style.body, measure, balanced=False)
        while text.lines:
            room = BOTTOM - 6 - top - 9
            count = text.fitting(room)
            if count == 0 and top > 24.0:
                sheet, top = desk.page(), 24.0
                continue
            here, text = text.split(max(1, count))
            rule = shapes.polyline([(sheet.left, top), (sheet.right, top)])
            sheet.art("rule", [stroked(rule, theme.rule, 0.25)])
            first = top + 4.5 + rise(here)
            low = sheet.write(Role.BODY, here, sheet.left + off, first, measure=measure)
            deep = low
            if one.heading and heading.lines:
                deep = sheet.write(Role.LABEL, heading, sheet.left, first)
                heading = _nothing(heading)
            top = max(low + fall(here), deep + 1.5) + 4.5
            if text.lines:
                sheet, top = desk.page(), 24.0
    if told:
        rule = shapes.polyline([(sheet.left, top), (sheet.right, top)])
        sheet.art("rule", [stroked(rule, theme.rule, 0.25)])
    return sheet, top
