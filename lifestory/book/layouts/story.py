"""A passage: a picture and few lines for the young, a magazine spread for the older."""

from __future__ import annotations

from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.flowing import flow, idea_of
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.heading import fit_heading, head, title_of
from lifestory.book.layouts.reading import (
    LAST,
    TO_SOURCES,
    Column,
    as_text,
    notes_beside,
    running_text,
    wide_enough,
)
from lifestory.book.setting import SetText, fit_text, longest_word, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph, parse
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPassage, SharedPhoto

_NO_PHOTO, _LOWER = 46.0, 84.0
"""Where the title stands on a page without a photo, and where over but few words."""
_SHORT, _LARGER = 64.0, 1.3
"""Words that stand no taller are few; they are set so much larger."""
_IDEA, _IDEAS = 72.0, (1.6, 1.4, 1.2, 1.0)
"""Where an idea without a picture begins on its page, and how much larger it is set."""
_APART = 52.0
"""From the last line to a pull quote under it, at the least."""
_NEXT_TOP = 24.0
"""Where the picture stands on a page that goes on from the one before."""
_LEAST_PHOTO = 56.0
"""The least height of a photo over a text, in mm; under it the text goes on overleaf instead."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Title, picture, words; the last word on the hill when it is a strong one."""
    passage = block.passages[0] if block.passages else None
    title = title_of(desk, block) or (passage.title if passage else "")
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    words = parse(passage.text) if passage else ()
    flow(desk, sheet, top, words, block.photos, block.weights, block.id)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """A spread when it may begin on the left and there is enough to show; else page by page."""
    passage = block.passages[0] if block.passages else None
    if passage is None:
        overleaf(desk, block.photos, block.weights)
        return
    told(desk, block, passage, title_of(desk, block) or passage.title, parse(passage.text))


def told(
    desk: Desk,
    block: SharedBlock,
    passage: SharedPassage,
    title: str,
    words: tuple[Paragraph, ...],
) -> None:
    """The words, with the quote, notes and sources of the passage and the photos of the block."""
    if desk.style.body.most_words:
        _simple(desk, block, passage, title, words)
        return
    photos, captions = told_apart(desk, block.photos)
    more, weights = photos[MOST_AT_ONCE:], block.weights[MOST_AT_ONCE:]
    block = replace(block, photos=photos[:MOST_AT_ONCE], weights=block.weights[:MOST_AT_ONCE])
    _quiet(desk, block, passage, title, captions + words)
    overleaf(desk, more, weights)


def _simple(
    desk: Desk,
    block: SharedBlock,
    passage: SharedPassage,
    title: str,
    words: tuple[Paragraph, ...],
) -> None:
    """Page by page an idea under a picture of its own, as large as the words leave room for; what
    stands in the margin for others is told after them."""
    photos, captions = told_apart(desk, block.photos)
    weights, body, sentence = block.weights, desk.style.body, desk.reader.sentence
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    notes = tuple(part for note in passage.notes for part in as_text(note))
    words = captions + words + notes
    text = set_text(words, body, sheet.measure, balanced=False, sentences=sentence)
    below = TO_SOURCES if passage.sources else 0.0
    pictured = bool(photos)
    while True:
        idea, first = idea_of(text), top + body.leading
        if photos and text.lines:
            room = LAST - top - idea.height - body.leading - 6 - below
            framed = frame(desk, photos[:1], weights[:1], sheet.measure, max(_LEAST_PHOTO, room))
            first = place(sheet, framed, sheet.left, top) + body.leading + 4
            photos, weights = photos[1:], weights[1:]
        if idea is text or not photos:
            break
        here, text = text.split(text.fitting(LAST - first))
        sheet.write(Role.BODY, here, sheet.left, first, measure=sheet.measure)
        sheet, top = desk.page(), _NEXT_TOP
    if not pictured:
        text, first = _ideas(desk, sheet, words), max(first, _IDEA)
    running_text(desk, sheet, text, Column(0.0, sheet.measure, first), passage.sources)
    overleaf(desk, photos, weights)


def _ideas(desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...]) -> SetText:
    """Words without a picture, an idea to a page, in type that fills it."""
    body = desk.style.body
    for share in _IDEAS:
        larger = body.scaled(share)
        text = set_text(words, larger, sheet.measure, sentences=desk.reader.sentence)
        longest = longest_word(" ".join(one.text for one in words), larger)
        if longest <= sheet.measure and idea_of(text).height <= LAST - _IDEA - TO_SOURCES:
            break
    return text


def _quiet(
    desk: Desk,
    block: SharedBlock,
    passage: SharedPassage,
    title: str,
    words: tuple[Paragraph, ...],
) -> None:
    several = len(block.photos) > 1
    if desk.on_left and not desk.broad and block.photos and (several or passage.quote):
        left = desk.page(title)
        last = _facing_photos(desk, left, block) if several else _facing(desk, left, block, passage)
        _told(desk, desk.page(), passage, title, words, last=last)
        return
    sheet = desk.page(title)
    if sheet.broad and block.photos:
        framed = frame(desk, block.photos, block.weights, sheet.column(0, 4)[1], LAST - 20)
        place(sheet, framed, sheet.left, 20.0)
        _told(desk, sheet, passage, title, words, first=46.0, beside=True)
        return
    foot = _NO_PHOTO - 30
    if block.photos:
        room = _room(desk, sheet, words, title, sourced=bool(passage.sources))
        if several:
            framed = frame(desk, block.photos, block.weights, sheet.measure, room)
            foot = place(sheet, framed, sheet.left, 20.0)
        else:
            foot = _across_the_top(sheet, block.photos[0], 0.0, 20 + room)
    _told(desk, sheet, passage, title, words, first=foot + 30)


def _room(
    desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...], title: str, *, sourced: bool
) -> float:
    """How tall a photo may stand (mm) so that the text under it still ends on its page; at most a
    third of the page, and never so small that one cannot see it."""
    heading = fit_heading(title, desk.style.title, sheet.column(0, 9)[1])
    text = set_text(words, desk.style.body, sheet.column(0, 8)[1], balanced=False)
    below = TO_SOURCES if sourced else 0.0
    left = LAST - 20 - 6 - 30 - heading.height - 18 - text.height - below
    return min(104.0, left) if left >= _LEAST_PHOTO else 104.0


def _facing(desk: Desk, left: Sheet, block: SharedBlock, passage: SharedPassage) -> float:
    """The photo over the head of the left page, the quote below; returns the photo's foot."""
    photo = block.photos[0]
    foot = _across_the_top(left, photo, 0.0, 140.0)
    theme = desk.theme
    left.art("bar", [filled(shapes.rectangle(left.left, foot + 36, 22, 1.4), theme.accent)])
    first = foot + 58
    quote = fit_text(passage.quote, desk.style.own_words, left.measure, 262 - first)
    left.write(Role.QUOTE, quote, left.left, first, measure=left.measure)
    return foot - (6 if photo.caption else 0)


def _facing_photos(desk: Desk, left: Sheet, block: SharedBlock) -> float:
    """All the photos on the left page; returns where the title beside them stands."""
    framed = frame(desk, block.photos, block.weights, left.measure, LAST - 20)
    place(left, framed, left.left, 20.0)
    return 74.0


def _across_the_top(sheet: Sheet, photo: SharedPhoto, top: float, most: float) -> float:
    """A photo from edge to edge at the head of the page, or whole within the margins when it is
    too tall for that; its caption below. Returns the foot of both."""
    width = sheet.width
    if width / photo.ratio <= most + 0.5:
        foot = sheet.photo(photo, 0, top, width, keyline=False)
    else:
        width = min(sheet.measure, (most - 20) * photo.ratio)
        foot = sheet.photo(photo, sheet.left, 20.0, width, keyline=False)
    if photo.caption:
        caption = set_text(photo.caption, sheet.style.caption, sheet.measure)
        foot = sheet.write(Role.CAPTION, caption, sheet.left, foot + 6)
    return foot


def _told(
    desk: Desk,
    sheet: Sheet,
    passage: SharedPassage,
    title: str,
    words: tuple[Paragraph, ...],
    *,
    first: float | None = None,
    last: float = 0.0,
    beside: bool = False,
) -> None:
    """Label, title, text in eight columns and notes in three. The title's first baseline is
    asked for, or its last. `beside` photos the text has the columns that these leave."""
    style, theme = desk.style, desk.theme
    start, wide = (4, 5) if beside else (0, 6 if sheet.broad else 8)
    x, measure = sheet.column(start, wide)
    heading = fit_heading(title, style.title, sheet.column(start, 9 - start)[1])
    x, measure = (x + 8, measure - 12) if beside else (x, measure)
    text = set_text(words, style.body, measure, balanced=False)
    if first == _NO_PHOTO and not passage.notes and text.height < _SHORT:
        # Few words alone on a page: larger, and not hung from its upper edge.
        first, body = _LOWER, style.body
        lead = body.scaled(_LARGER)
        text = set_text(words, lead, sheet.column(0, 7 if sheet.broad else 9)[1], balanced=False)
    if first is None:
        # Higher than asked where the text would else end with a few lines overleaf.
        deep = 18 + text.height + (TO_SOURCES if passage.sources else 0)
        first = max(min(last, LAST - deep) - heading.height, 46.0)
    label = style.of("strong", 12, 5.5, theme.title)
    if desk.part_title:
        part = set_text(desk.part_title, label, 100)
        sheet.write(Role.LABEL, part, x, first - 15 - heading.rise)
    low = sheet.write(Role.HEADING, heading, x, first)
    top = low + 18
    if not (passage.notes or beside or desk.broad or first == _LOWER):
        below = TO_SOURCES if passage.sources else 0.0
        measure = wide_enough(desk, sheet, words, LAST - top - below)
        text = set_text(words, style.body, measure, balanced=False)
    left = notes_beside(desk, sheet, passage.notes, top)
    if left:
        text = set_text(words + left, style.body, measure, balanced=False)
    column = Column(x - sheet.left, measure, top)
    ended, low = running_text(desk, sheet, text, column, passage.sources)
    if passage.quote and not last and ended is sheet and not beside:
        _quoted(desk, sheet, passage.quote, low)


def _quoted(desk: Desk, sheet: Sheet, words: str, above: float) -> None:
    """The pull quote at the foot of a page that the text leaves half empty."""
    words_type = desk.style.own_words
    smaller = words_type.scaled(0.72)
    quote = set_text(words, smaller, sheet.column(0, 9)[1])
    first = LAST - quote.height
    if first - above < _APART:
        return
    sheet.art("bar", [filled(shapes.rectangle(sheet.left, first - 20, 22, 1.4), desk.theme.accent)])
    sheet.write(Role.QUOTE, quote, sheet.left, first, measure=sheet.measure)
