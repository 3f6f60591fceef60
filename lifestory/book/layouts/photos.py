"""A page of photos: arranged so that nothing is cropped, captions under them."""

from __future__ import annotations

from lifestory.book.arranging import MOST_AT_ONCE, deal
from lifestory.book.desk import Desk
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.framing import frame, place, told_apart
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.reading import Column, running_text
from lifestory.book.setting import set_text
from lifestory.book.sheet import BOTTOM
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_SILENT = 4
"""So many pictures without words share a page, for whatever reader."""


def _pages(desk: Desk, block: SharedBlock) -> None:
    title = title_of(desk, block)
    pairs = list(zip(block.photos, block.weights, strict=True))
    told = [(photo, weight) for photo, weight in pairs if told_apart(desk, (photo,))[1]]
    shown = [pair for pair in pairs if pair not in told]
    # A picture and a thought have a page to themselves; pictures that say nothing share one.
    least = 1 if any(photo.caption for photo, _ in shown) else _SILENT
    most = min(MOST_AT_ONCE, max(least, desk.reader.photos_a_page))
    start = 0
    for count in deal(len(shown), most) if shown or not told else []:
        sheet = desk.page(title)
        top = head(sheet, title, desk.style.title)
        if not count:
            return
        photos, weights = zip(*shown[start : start + count], strict=True)
        room = BOTTOM - top
        framed = frame(desk, photos, weights, sheet.measure, room)
        left = sheet.left + (
            max(0.0, sheet.measure - framed.width) / 2 if sheet.broad and not framed.below else 0.0
        )
        place(sheet, framed, left, top + max(0.0, room - framed.height) * 0.2)
        start, title = start + count, ""
    for photo, weight in told:
        _told(desk, photo, weight, title, block)
        title = ""


def _told(desk: Desk, photo: SharedPhoto, weight: int, title: str, block: SharedBlock) -> None:
    """A photo whose caption is a story of its own: its page, and the words under it."""
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    if not desk.quiet:
        flow(desk, sheet, top, (), (photo,), (weight,), block.id)
        return
    (bare,), paragraphs = told_apart(desk, (photo,))
    foot = place(sheet, frame(desk, (bare,), (weight,), sheet.measure, 120.0), sheet.left, top)
    measure = sheet.column(0, 8)[1]
    text = set_text(paragraphs, desk.style.body, measure, balanced=False)
    running_text(desk, sheet, text, Column(0.0, measure, foot + 12))


storybook = quiet = _pages
"""The same grid for every reader; type, gaps and corners come with the style."""
