"""A page of photos: arranged so that nothing is cropped, captions under them."""

from __future__ import annotations

from lifestory.book.arranging import MOST_AT_ONCE, deal
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import frame, place
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.sheet import BOTTOM
from lifestory.sharing.shared import SharedBlock


def _pages(desk: Desk, block: SharedBlock) -> None:
    title = title_of(desk, block)
    start = 0
    for count in deal(len(block.photos), min(MOST_AT_ONCE, desk.reader.photos_a_page)):
        sheet = desk.page(title)
        top = head(sheet, title, desk.style.title)
        if not count:
            return
        photos = block.photos[start : start + count]
        weights = block.weights[start : start + count]
        room = BOTTOM - top
        framed = frame(desk, photos, weights, sheet.measure, room)
        place(sheet, framed, sheet.left, top + max(0.0, room - framed.height) * 0.2)
        start, title = start + count, ""


storybook = quiet = _pages
"""The same grid for every reader; type, gaps and corners come with the style."""
