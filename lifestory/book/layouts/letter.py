"""A letter: scanned, on pages of its own; or its words on letter paper."""

from __future__ import annotations

from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.document import papers
from lifestory.book.layouts.framing import overleaf
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import fall, rise
from lifestory.book.layouts.spoken import passages, says, title
from lifestory.book.ornaments import WHITE, card, seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

_PAD = 14.0
_FLAP = 30.0
"""How far the envelope looks out under the letter, in units."""
_HANDS, _FILLS = (1.3, 1.15, 1.0), 0.62
"""How much larger a short letter may be set, as long as it fills no more than this of its paper."""


def _called(desk: Desk, block: SharedBlock) -> str:
    """ "A letter from Nan", unless the worker or the passage calls it otherwise."""
    named = next((one.name for one in block.people if one.name and one.name_known), "")
    own = dict(block.wording).get("title", "") or (block.passages and block.passages[0].title)
    return title(desk, block) if own or not named else says(desk, "letter.from", person=named)[0]


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The words on letter paper, an envelope under it; scans and photos after them."""
    called = _called(desk, block)
    words = passages(block)
    if not words:
        papers(desk, block, called, "letter.none")
        return
    sheet = desk.page(called, folio=desk.theme.tint)
    top = head(sheet, called, desk.style.title)
    text = _in_size(desk, sheet, words, top)
    while text.lines:
        room = BOTTOM - 12 - top - 2 * _PAD - rise(text)
        count = text.fitting(room)
        if not count and top > 24:
            sheet, top = desk.page(folio=desk.theme.tint), 24.0
            continue
        here, text = text.split(max(1, count))
        _paper(desk, sheet, block, here, top)
        if text.lines:
            sheet, top = desk.page(folio=desk.theme.tint), 24.0
    _enclosed(desk, block)


def _in_size(desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...], top: float) -> SetText:
    """A short letter in larger hand, so that it fills its paper; any other in the reader's size."""
    body, measure = desk.style.body, sheet.measure - 2 * _PAD
    for share in _HANDS:
        larger = body.scaled(share)
        text = set_text(words, larger, measure, sentences=desk.reader.sentence)
        if share == 1 or text.height <= (BOTTOM - top - _FLAP - 2 * _PAD) * _FILLS:
            break
    return text


def _paper(desk: Desk, sheet: Sheet, block: SharedBlock, text: SetText, top: float) -> None:
    """Letter paper about the words, and the envelope it came in where there is room."""
    theme, chance = desk.theme, seeded(block.id, "letter", sheet.side)
    deep = rise(text) + text.height + fall(text) + 2 * _PAD
    free = max(0.0, BOTTOM - 6 - top - _FLAP - deep)
    deep += free
    foot = top + deep
    drawn = []
    if foot + _FLAP < BOTTOM:
        wide = min(sheet.measure * 0.62, 120.0)
        x, y = sheet.middle - wide / 2, foot - 26
        body = mix(theme.cards[0][0], theme.ground, 0.9)
        fold = mix(theme.cards[0][1], body, 0.25)
        drawn += [
            filled(shapes.rectangle(x + 1.2, y + 2, wide, 26 + _FLAP, 3), theme.title, 0.14),
            filled(shapes.rectangle(x, y, wide, 26 + _FLAP, 3), body),
            stroked(shapes.polyline([(x + 2, y + 24 + _FLAP), (x + wide * 0.4, y + 30)]),
                    fold, 0.6),
            stroked(shapes.polyline([(x + wide - 2, y + 24 + _FLAP), (x + wide * 0.6, y + 30)]),
                    fold, 0.6),
        ]  # fmt: skip
    paper = card(chance, sheet.left, top, sheet.measure, deep)
    drawn += [filled(shapes.moved(paper, 1.2, 2.0), theme.title, 0.14), filled(paper, WHITE)]
    sheet.art("letter paper", drawn)
    first = top + _PAD + rise(text) + min(24.0, free * 0.2)
    sheet.write(Role.BODY, text, sheet.left + _PAD, first, measure=sheet.measure - 2 * _PAD)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The words in a column, as a letter is set; scans and photos after them."""
    called = _called(desk, block)
    words = passages(block)
    if not words:
        papers(desk, block, called, "letter.none")
        return
    sheet = desk.page(called)
    top = head(sheet, called, desk.style.title)
    bare = replace(block, photos=(), weights=())
    pictured.going_on(desk, sheet, bare, words, top + 8)
    _enclosed(desk, block)


def _enclosed(desk: Desk, block: SharedBlock) -> None:
    """What came with the letter: scans each on a page, photos together."""
    scans = [n for n, one in enumerate(block.photos) if one.scan]
    others = [n for n in range(len(block.photos)) if n not in scans]
    if scans:
        kept = tuple(block.photos[n] for n in scans)
        papers(desk, SharedBlock(block.id, block.page_type, "", photos=kept), "", "letter.none")
    overleaf(desk, tuple(block.photos[n] for n in others),
             tuple(block.weights[n] for n in others if n < len(block.weights)))  # fmt: skip
