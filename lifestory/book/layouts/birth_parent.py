"""A parent of birth: a photo if there is one, kind facts first; as warm without a photo."""

from __future__ import annotations

from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.about_a_parent import (
    caption_of,
    lines_about,
    portrait_of,
    title_of_parent,
)
from lifestory.book.layouts.faces import (
    Spot,
    fitted,
    head_and_shoulders,
    initial,
    relation,
    smallest,
)
from lifestory.book.layouts.framing import overleaf, told_apart
from lifestory.book.layouts.heading import fit_heading, head
from lifestory.book.layouts.labels import below
from lifestory.book.layouts.parent_card import on_card, unknown, wreath
from lifestory.book.layouts.reading import LAST, Column, running_text
from lifestory.book.layouts.told_after import afterwards, meadow, over_the_people, said, told
from lifestory.book.layouts.told_rows import Told, cards, deep_of_cards, tellings
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import Type, mix
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPerson, SharedPhoto

_LEAST, _MOST = 58.0, 128.0
"""How tall the portrait stands over cards, in units."""
_BESIDE = 76.0
"""The same with all words under it."""
_CARD, _CARD_MOST, _LAST = 104.0, 176.0, 256.0
"""The same of the card it lies on, and the lowest baseline under that."""
_TOP, _PANEL_LEAST, _PANEL, _PANEL_MOST = 24.0, 64.0, 92.0, 150.0
"""For older readers: where the portrait begins, and how tall it stands."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The portrait and who this is, a card for each kind fact; stories and photos overleaf."""
    person = block.people[0] if block.people else None
    title = title_of_parent(desk, block, person)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    facts, words = tellings(desk, block.facts, "parent"), told(block)
    if person is None:
        words = words or said(desk.wording.say("parent.nobody"))
        left = _large(desk, sheet, None, None, [], words, top, block.id)
        if facts:
            sheet, low = cards(desk, desk.page(folio=desk.theme.tint), facts, 24.0, block.id)
            meadow(desk, sheet, low, block.id)
        afterwards(desk, block, left)
        return
    photo, photos = portrait_of(block, person)
    caption = caption_of(person, photo)
    lines = lines_about(desk, block, person, known=bool(facts or words or caption))
    lines = [caption, *lines] if caption else lines
    rest = replace(block, photos=photos, weights=block.weights[len(block.photos) - len(photos) :])
    beside = _room_beside(desk, words, top) if words and not facts else 0.0
    if beside >= _BESIDE:
        tall = min(_MOST, beside)
        top = _pictured(desk, sheet, person, photo, lines, top, tall) + 8
        top, words = over_the_people(desk, sheet, words, top + 4, BOTTOM - 8 - top)
        meadow(desk, sheet, top, block.id)
        afterwards(desk, rest, words)
        return
    if not facts:
        left = _large(desk, sheet, person, photo, lines, words, top, block.id)
        afterwards(desk, rest, left)
        return
    room = BOTTOM - 10 - top - deep_of_cards(desk, facts)
    tall = max(_LEAST, min(_MOST, room))
    top = _pictured(desk, sheet, person, photo, lines, top, tall) + 8
    sheet, top = cards(desk, sheet, facts, top, block.id)
    top, words = over_the_people(desk, sheet, words, top + 4, BOTTOM - 8 - top)
    meadow(desk, sheet, top, block.id)
    afterwards(desk, rest, words)


def _room_beside(desk: Desk, words: tuple[Paragraph, ...], top: float) -> float:
    """How tall a portrait may be, who this is beside it, for the words to stand under it."""
    text = set_text(words, desk.style.body, desk.measure, sentences=desk.reader.sentence)
    return BOTTOM - 14 - top - text.height - 2 * text.type.leading


def _large(
    desk: Desk,
    sheet: Sheet,
    person: SharedPerson | None,
    photo: SharedPhoto | None,
    lines: list[str],
    words: tuple[Paragraph, ...],
    top: float,
    seed: object,
) -> tuple[Paragraph, ...]:
    """The portrait on a card across the page, as tall as the words under it leave room; returns
    the words that found no place."""
    body, measure = desk.style.body, sheet.measure
    about = tuple(part for line in lines for part in said(line))
    for under in ((*about, *words), about):
        text = set_text(under, body, measure, sentences=desk.reader.sentence)
        room = _LAST - top - text.height - 2.0 * body.leading
        if room >= _CARD or under == about:
            break
    tall = max(_LEAST, min(_CARD_MOST, room))
    on_card(desk, sheet, person, photo, top, tall, seed)
    first = top + tall + body.leading * 1.12
    low = sheet.write(Role.BODY, text, sheet.left, first, measure=measure)
    meadow(desk, sheet, low, seed)
    return () if len(under) == len(about) + len(words) else words


def _pictured(
    desk: Desk,
    sheet: Sheet,
    person: SharedPerson,
    photo: SharedPhoto | None,
    lines: list[str],
    top: float,
    tall: float,
) -> float:
    """The portrait, or a wreath about the first letter, with the lines beside it; returns the
    foot."""
    if photo:
        wide = min(tall * photo.ratio, sheet.measure * 0.6)
        foot = sheet.mounted(photo, sheet.left, top, wide, border=4.0)
    else:
        wide = min(tall, sheet.measure * 0.52)
        foot = wreath(desk, sheet, person, Spot(sheet.left + wide / 2, top + wide / 2, wide / 2))
    x = sheet.left + wide + 9
    measure = sheet.right - x
    body = desk.style.body
    smaller = body.scaled(0.85)
    texts = [fitted(one, smaller, measure, 5) for one in lines]
    deep = sum(text.height + text.type.leading * 1.4 for text in texts)
    y = top + max(smaller.leading, (foot - top - deep) / 2 + smaller.leading)
    for number, text in enumerate(texts):
        y += below(text) - text.type.leading if number == 0 else 0.0
        y = sheet.write(Role.BODY, text, x, y, measure=measure) + text.type.leading * 1.4
    return max(foot, y - smaller.leading * 1.2)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """A magazine page: the portrait large, kind facts in the column beside it, name and words
    below."""
    person = block.people[0] if block.people else None
    title = title_of_parent(desk, block, person)
    sheet = desk.page(title)
    facts = tellings(desk, block.facts, "parent")
    photo, photos = portrait_of(block, person) if person else (None, block.photos)
    caption = caption_of(person, photo) if person else ""
    photos, captions = told_apart(desk, photos)
    known = bool(facts or told(block))
    lines = lines_about(desk, block, person, known=known) if person else []
    kin = relation(desk, person) if person else ""
    lines = lines[1:] if kin else lines
    words = (*(one for line in lines for one in said(line)), *told(block), *captions)
    if person is None and not words:
        words = said(desk.wording.say("parent.nobody"))
    left = _in_the_column(desk, sheet, kin, facts)
    words = (*words, *left)
    x, measure = sheet.column(3, 5) if sheet.broad else sheet.column(4, 8)
    measure -= 8.0 if sheet.broad else 0.0
    at, wide = sheet.column(8, 4) if sheet.broad else (x, measure)
    heading = fit_heading(title, desk.style.title, wide)
    text = set_text(words, desk.style.body, wide, balanced=False)
    shown = set_text(caption, desk.style.caption, measure) if caption else None
    below_it = shown.height + shown.type.leading * 1.4 if shown else 0.0
    under = below_it + (0.0 if sheet.broad else 24 + heading.height + 12 + text.height)
    room = LAST - _TOP - under
    # A little smaller where that spares a page of a few lines.
    tall = room if room >= _PANEL_LEAST else _PANEL
    tall = min(_PANEL_MOST, tall) if photo is None else tall
    foot = _portrayed(desk, sheet, person, photo, (x, measure), tall, caption)
    if shown:
        first = foot + shown.type.leading * 1.1
        foot = sheet.write(Role.CAPTION, shown, x, first, measure=measure)
    y = _TOP + 10 if sheet.broad else foot + 22
    low = sheet.write(Role.HEADING, heading, at, y, measure=wide)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    first = low + max(13.0, desk.style.body.leading * 1.3)
    if text.lines and text.fitting(LAST - first) == 0:
        sheet, first = desk.page(), 40.0
    running_text(desk, sheet, text, Column(at - sheet.left, wide, first), sources)
    overleaf(desk, photos, block.weights[len(block.photos) - len(photos) :])


def _portrayed(
    desk: Desk,
    sheet: Sheet,
    person: SharedPerson | None,
    photo: SharedPhoto | None,
    across: tuple[float, float],
    tall: float,
    caption: str,
) -> float:
    """The photo as large as it may be, else a panel in the tint with the first letter, or with
    quiet heads and shoulders; returns its foot."""
    x, measure = across
    if photo:
        wide = min(measure, tall * photo.ratio)
        return sheet.photo(photo, x, _TOP, wide, keyline=False, caption=caption)
    theme = desk.theme
    panel = shapes.rectangle(x, _TOP, measure, tall)
    sheet.art("panel", [filled(panel, theme.tint)])
    middle, y = x + measure / 2, _TOP + tall / 2
    if person is None:
        unknown(desk, sheet, middle, y, min(tall * 0.3, measure * 0.2))
    elif person.name and person.name_known:
        initial(desk, sheet, person.name, Spot(middle, y, tall * 0.42), theme.title, "title")
    else:
        spot = Spot(middle, y, tall * 0.34)
        drawn = head_and_shoulders(spot, mix(theme.soft, theme.tint, 0.3))
        ring = shapes.circle(spot.x, spot.y, spot.r)
        sheet.art("not known", [*drawn, stroked(ring, theme.soft, 0.6, dash=(2.0, 1.6))])
    return _TOP + tall


def _in_the_column(desk: Desk, sheet: Sheet, kin: str, facts: list[Told]) -> tuple[Paragraph, ...]:
    """Who this is to the child, and kind facts under rules; returns those that find no room, to be
    told after the words."""
    theme, least = desk.theme, smallest(desk)
    narrow = sheet.column(0, 3 if sheet.broad else 4)[1] - 7
    who = desk.style.of("strong", 14, 6, theme.title)
    label = desk.style.of("body", 10.5, 5, theme.soft)
    body = desk.style.of("body", 12.5, 5.8, theme.ink)
    text = fitted(kin, who, narrow, 2, smallest=least)
    y = sheet.write(Role.LABEL, text, sheet.left, _TOP + 4.5) + 10 if kin else _TOP
    for number, one in enumerate(facts):
        heading = _set_head(one.heading, label, narrow, least)
        told_ = set_text(one.text, body, narrow, balanced=False)
        deep = 6 + heading.height + below(told_) * 1.15 + told_.height
        if y + deep > LAST:
            return tuple(part for rest in facts[number:] for part in _as_text(rest))
        rule = shapes.polyline([(sheet.left, y), (sheet.left + narrow, y)])
        sheet.art("rule", [stroked(rule, theme.rule, 0.4)])
        low = sheet.write(Role.LABEL, heading, sheet.left, y + 6)
        first = low + below(told_) * 1.15 if heading.lines else y + 7
        y = sheet.write(Role.BODY, told_, sheet.left, first) + 7.5
    return ()


def _set_head(words: str, type_: Type, measure: float, least: float) -> SetText:
    """The small head of a fact; nothing where it has none."""
    return fitted(words, type_, measure, 2, smallest=least) if words else set_text((), type_, 10)


def _as_text(one: Told) -> tuple[Paragraph, ...]:
    """A fact told in the text."""
    heading = (Paragraph((Piece(one.heading, strong=True),)),) if one.heading else ()
    return (*heading, *said(one.text))
