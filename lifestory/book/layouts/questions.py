"""Questions: what the child wonders about in clouds; what nobody knows yet, and how we tried."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import fall, rise
from lifestory.book.layouts.spoken import ruled, says, title
from lifestory.book.layouts.told_after import afterwards, meadow, told
from lifestory.book.layouts.told_rows import Told, cards, rows
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.domain.life import Certainty
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedFact

_PAD, _GAP = 13.0, 9.0
_PUFF = 15.0
"""About how wide a cloud's puffs are, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Wonders in clouds, then a card for each thing nobody knows yet, with how we tried."""
    named = title(desk, block, of_passage=not block.facts)
    sheet = desk.page(named, folio=desk.theme.tint)
    top = head(sheet, named, desk.style.title) + 4
    wonders = [one.text for one in block.facts if not _is_gap(one)]
    gaps = [one for one in block.facts if _is_gap(one)]
    if not wonders and not gaps and not block.passages:
        wonders = list(says(desk, "questions.none"))
    for number, wonder in enumerate(wonders):
        sheet, top = _cloud(desk, sheet, wonder, number, top)
    if not block.facts and not block.passages:
        top = _empty(desk, sheet, top)
    foot = top
    if gaps:
        sheet, foot = cards(desk, sheet, _known(desk, gaps), top, block.id)
    meadow(desk, sheet, foot, block.id)
    afterwards(desk, block, told(block))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The same in rows."""
    named = title(desk, block, of_passage=not block.facts)
    sheet = desk.page(named)
    top = head(sheet, named, desk.style.title) + 2
    wonders = [one.text for one in block.facts if not _is_gap(one)]
    gaps = [one for one in block.facts if _is_gap(one)]
    if not block.facts and not block.passages:
        wonders = list(says(desk, "questions.none"))
    heading = says(desk, "questions.wonder")[0] if block.facts else ""
    found = [Told("" if number else heading, one) for number, one in enumerate(wonders)]
    sheet, foot = rows(desk, sheet, [*found, *_known(desk, gaps)], top)
    if not block.facts and not block.passages:
        ruled(desk, sheet, foot + 14)
    pictured.going_on(desk, sheet, block, told(block), foot + 16)


def _is_gap(fact: SharedFact) -> bool:
    return fact.certainty is Certainty.NOT_KNOWN


def _known(desk: Desk, gaps: list[SharedFact]) -> list[Told]:
    """What is not known, and under it how we tried to find out."""
    found: list[Told] = []
    for one in gaps:
        found.append(Told(says(desk, "questions.not-known")[0], one.text))
        if one.tried:
            found.append(Told(says(desk, "questions.tried")[0], one.tried))
    return found


def _cloud(desk: Desk, sheet: Sheet, words: str, number: int, top: float) -> tuple[Sheet, float]:
    """A wonder in a cloud, to the left and to the right in turn; over as many pages as it takes.
    Returns the last page and where the next thing may begin."""
    wide = min(sheet.measure * 0.86, 230.0)
    text = set_text(words, desk.style.body, wide - 2 * _PAD, sentences=desk.reader.sentence)
    while text.lines:
        room = BOTTOM - 10 - top - 2 * _PAD - rise(text) - fall(text)
        count = text.fitting(room)
        if count < len(text.lines) and top > 40:
            sheet, top = desk.page(folio=desk.theme.tint), 26.0
            continue
        here, text = text.split(max(1, count))
        top = _drawn(desk, sheet, here, number, top, wide) + _GAP
    return sheet, top


def _empty(desk: Desk, sheet: Sheet, top: float) -> float:
    """Two clouds to write in; returns where the next thing may begin."""
    wide, deep = min(sheet.measure * 0.86, 230.0), 40.0
    for number in (1, 2):
        if top + deep < BOTTOM - 40:
            _puffs(desk, sheet, number, top, (wide, deep))
            top += deep + 4 + _GAP
    return top


def _drawn(desk: Desk, sheet: Sheet, text: SetText, number: int, top: float, wide: float) -> float:
    deep = rise(text) + text.height + fall(text) + 2 * _PAD - 4
    x = _puffs(desk, sheet, number, top, (wide, deep))
    first = top + _PAD - 2 + rise(text)
    sheet.write(Role.BODY, text, x + _PAD, first, measure=wide - 2 * _PAD)
    return top + deep + 4


def _puffs(desk: Desk, sheet: Sheet, number: int, top: float, size: tuple[float, float]) -> float:
    """A cloud, to the left or to the right; returns its left edge."""
    wide, deep = size
    x = sheet.left + 3 if number % 2 == 0 else sheet.right - wide - 3
    sky = mix(desk.theme.cards[(number + 2) % len(desk.theme.cards)][0], desk.theme.ground, 0.75)
    puffs = [filled(shapes.rectangle(x + 4, top + 4, wide - 8, deep - 8, 9), sky)]
    puffs += _rim(x + 6, top + 6, wide - 12, deep - 12, sky)
    # Two puffs lead away from it: a thought, not a speech.
    away = x + 14 if number % 2 == 0 else x + wide - 14
    lean = -1 if number % 2 == 0 else 1
    puffs += [filled(shapes.circle(away, top + deep + 3.6, 3.0), sky),
              filled(shapes.circle(away + 6 * lean, top + deep + 7.2, 1.7), sky)]  # fmt: skip
    sheet.art("cloud", puffs)
    return x


def _rim(x: float, top: float, wide: float, deep: float, colour: str) -> list[Shape]:
    """Puffs of nearly one size all round."""
    drawn: list[Shape] = []
    across, down = max(2, round(wide / _PUFF)), max(1, round(deep / _PUFF))
    for step in range(across + 1):
        r = (7.4, 8.8, 6.8)[step % 3]
        at = x + wide * step / across
        drawn += [filled(shapes.circle(at, top, r), colour),
                  filled(shapes.circle(at, top + deep, r), colour)]  # fmt: skip
    for step in range(1, down):
        r = (8.2, 7.0)[step % 2]
        at = top + deep * step / down
        drawn += [filled(shapes.circle(x, at, r), colour),
                  filled(shapes.circle(x + wide, at, r), colour)]  # fmt: skip
    return drawn
