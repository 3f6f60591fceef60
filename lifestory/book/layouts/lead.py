"""Few words on an older reader's page, set as a magazine sets its lead; and the words that a page
ends on, large under a bar."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.reading import LAST, TO_SOURCES, Column, running_text
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

_SHARES, _TALLEST = (2.0, 1.7, 1.45, 1.25, 1.0), 96.0
"""How much larger than running text a lead is set: so that it stands no taller, in mm."""
_HUNG, _UNDER_TITLE = 96.0, 70.0
"""Where a lead hangs that has the page to itself: one that would else begin over the second."""
_LEAST_PHOTOS = 84.0
"""Beside words photos have so much room at the least; else a page of their own."""
_TO_BAR, _TO_END = 18.0, 34.0
"""From the last line to the bar, and to the first baseline under it."""
_ENDINGS = ((40.0, 17.0), (32.0, 13.5), (26.0, 11.0), (20.0, 8.5))
"""The type of what a page ends on: as large as there is room for."""


def few(
    desk: Desk,
    sheet: Sheet,
    block: SharedBlock,
    words: tuple[Paragraph, ...],
    top: float,
    sources: tuple[str, ...] = (),
    *,
    closing: str = "",
) -> tuple[Sheet, float]:
    """Few words, first baseline at `top`: under photos that have the rest of the page, or hung from
    a lower line where they are all there is. Returns the last page and its last baseline."""
    photos = told_apart(desk, block.photos)[0]
    below = height_of_end(desk, sheet, closing) + (TO_SOURCES if sources else 0.0)
    if not photos and top < _UNDER_TITLE:
        top = _HUNG
    text = lead(desk, sheet, words, LAST - top - below - (_LEAST_PHOTOS + 20 if photos else 0.0))
    here = photos[:MOST_AT_ONCE]
    room = LAST - top - text.height - text.ascent - 4 - below
    if here and room >= _LEAST_PHOTOS:
        framed = frame(desk, here, block.weights[: len(here)], sheet.measure, room)
        top = place(sheet, framed, sheet.left, top - 8) + 8 + text.ascent
    else:
        here = ()
    column = Column(0.0, sheet.column(0, 10)[1], top)
    sheet, low = running_text(desk, sheet, text, column, sources)
    role = Role.QUOTE if closing else Role.BODY
    sheet, low = ends_on(desk, sheet, closing, low, role, alone=not photos)
    overleaf(desk, photos[len(here) :], block.weights[len(here) :])
    return sheet, low


def lead(desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...], room: float) -> SetText:
    """Words as large as a lead may be, within `room` from first baseline to last; the fewer, the
    larger."""
    body, measure = desk.style.body, sheet.column(0, 10)[1]
    said = " ".join(one.text for one in words)
    for share in _SHARES:
        larger = body.scaled(share)
        text = set_text(words, larger, measure)
        if text.height <= min(room, _TALLEST) and longest_word(said, larger) <= measure:
            break
    return text


def ends_on(
    desk: Desk, sheet: Sheet, words: str, low: float, role: Role, *, alone: bool
) -> tuple[Sheet, float]:
    """The words a page ends on, under a bar, as large as there is room for; `alone` where nothing
    stands below them. Returns the last page and its last baseline."""
    if not words:
        return sheet, low
    for size, leading in _ENDINGS if alone else _ENDINGS[-2:]:
        text = _ending(desk, sheet, words, size, leading)
        if low + _TO_END + text.height <= LAST:
            break
    else:
        # By itself on a page it is a page to look at.
        sheet, low = desk.page(), _HUNG - _TO_END
        for size, leading in _ENDINGS:
            text = _ending(desk, sheet, words, size, leading)
            if text.height <= _TALLEST:
                break
        low = min(low, LAST - text.height - _TO_END)
    bar = shapes.rectangle(sheet.left, low + _TO_BAR, 22, 1.4)
    sheet.art("bar", [filled(bar, desk.theme.accent)])
    return sheet, sheet.write(role, text, sheet.left, low + _TO_END, measure=sheet.measure)


def _ending(desk: Desk, sheet: Sheet, words: str, size: float, leading: float) -> SetText:
    type_ = desk.style.of("title", size, leading, desk.theme.title)
    return set_text(words, type_, sheet.column(0, 10)[1])


def height_of_end(desk: Desk, sheet: Sheet, words: str) -> float:
    """What the words a page ends on take at the least."""
    return _TO_END + _ending(desk, sheet, words, *_ENDINGS[-1]).height if words else 0.0
