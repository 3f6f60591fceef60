"""A document: a certificate, a scan or another paper, whole, on a page of its own."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import OPTICAL, told_apart
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import fall, rise, widest
from lifestory.book.layouts.spoken import says, title
from lifestory.book.layouts.told_after import afterwards
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_TOP = 20.0
_MARGIN = 12.0
"""A paper that lies across a page comes so near its edges, in units."""
_LEAST = 90.0
"""Under a title a paper has at least so much room, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A page for each paper."""
    papers(desk, block, title(desk, block), "document.none")


quiet = storybook


def papers(desk: Desk, block: SharedBlock, called: str, none: str) -> None:
    """Each paper as large as its page lets it be, the title over the first; an empty frame where
    there is none, with the line of wording that says so. Long captions follow as text."""
    photos, captions = told_apart(desk, block.photos)
    if not photos:
        sheet = desk.page(called)
        top = head(sheet, called, desk.style.title) if called else _TOP
        _empty(desk, sheet, top, says(desk, none)[0])
    for number, photo in enumerate(photos):
        first = called if not number else ""
        sheet = desk.page(first, ground=desk.theme.tint, folio=desk.theme.tint)
        top = head(sheet, first, desk.style.title) if first else _TOP
        paper(desk, sheet, photo, min(top, BOTTOM - _LEAST))
    if captions:
        bare = SharedBlock(block.id, block.page_type, "")
        afterwards(desk, bare, captions)


def paper(desk: Desk, sheet: Sheet, photo: SharedPhoto, top: float) -> None:
    """A scan whole, its own edges kept, its caption under it; nothing covers or crops it. One that
    lies across the page reaches into its margins, for it is small enough."""
    theme = desk.theme
    margin = min(_MARGIN, sheet.left, sheet.width - sheet.right)
    most = sheet.width - 2 * margin if photo.ratio > 1 else sheet.measure
    caption = set_text(photo.caption, desk.style.caption, sheet.measure) if photo.caption else None
    below = 4 + rise(caption) + caption.height + fall(caption) if caption else 0.0
    room = BOTTOM - top - below
    wide = min(most, room * photo.ratio)
    tall = wide / photo.ratio
    middle = sheet.fold if wide > sheet.measure else sheet.middle
    x, y = middle - wide / 2, top + (room - tall) * OPTICAL
    shade = shapes.rectangle(x + 1.2, y + 2, wide, tall)
    sheet.art("shadow", [filled(shade, theme.title, 0.14)])
    foot = sheet.photo(photo, x, y, wide, radius=0, caption=photo.caption)
    if caption:
        at = x if x + widest(caption) <= sheet.right else sheet.left
        sheet.write(Role.CAPTION, caption, at, foot + 4 + rise(caption), measure=sheet.measure)


def _empty(desk: Desk, sheet: Sheet, top: float, words: str) -> None:
    """A place to put a paper in by hand."""
    frame = shapes.rectangle(sheet.left, top, sheet.measure, BOTTOM - top, desk.theme.radius)
    sheet.art("frame", [stroked(frame, desk.theme.shapes[1], 0.6, dash=(2.4, 2.2))])
    text = set_text(words, desk.style.body, sheet.measure - 24)
    y = (top + BOTTOM - text.height) / 2
    sheet.write(Role.BODY, text, sheet.left + 12, y, measure=sheet.measure - 24, align="centre")
