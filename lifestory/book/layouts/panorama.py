"""A picture far wider than a page: cut into rows that run on under each other and over pages.

Rows end on whole pixels of the picture and the next begins there: nothing is lost, nothing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import floor

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.setting import set_text
from lifestory.book.sheet import BOTTOM, TOP, Sheet
from lifestory.domain.edits import Crop
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_ROWS = {"two-rows": 2, "three-rows": 3, "one-row": 1, "four-rows": 4}
"""Layouts by name, the best first: how many rows stand on a page."""
_GAP = 9.0
_ARROW = 2.2
_TO_CAPTION = 7.6
"""From the last row to its caption's baseline, in mm."""


def _pages(desk: Desk, block: SharedBlock) -> None:
    title = title_of(desk, block)
    if not block.photos:
        head(desk.page(title), title, desk.style.title)
        return
    photo = block.photos[0]
    layout = desk.wanted if desk.wanted in _ROWS else next(iter(_ROWS))
    desk.offered.append(tuple(_ROWS))
    desk.taken.append(layout)
    on_a_page = _ROWS[layout]
    caption = set_text(photo.caption, desk.style.caption, desk.measure) if photo.caption else None
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    below = _TO_CAPTION + caption.height if caption else 0.0
    room = BOTTOM - top - below
    tall = (room - (on_a_page - 1) * _GAP) / on_a_page
    rows = slices(photo, max(1, floor(photo.ratio * tall / desk.measure)))
    y = top
    for number, row in enumerate(rows):
        if number and number % on_a_page == 0:
            sheet = desk.page()
            y = _middle(rows[number : number + on_a_page], sheet.measure)
        wide = min(sheet.measure, tall * row.ratio)
        x = sheet.left + (sheet.measure - wide) / 2
        foot = sheet.photo(row, x, y, wide, radius=0, keyline=False)
        if number < len(rows) - 1:
            _runs_on(sheet, (y + foot) / 2)
        y = foot + _GAP
    if caption:
        sheet.write(
            Role.CAPTION, caption, sheet.left, y - _GAP + _TO_CAPTION, measure=sheet.measure
        )


def _middle(rows: Sequence[SharedPhoto], width: float) -> float:
    """Where rows begin that stand in the middle of a page without a title."""
    tall = sum(width / row.ratio for row in rows) + (len(rows) - 1) * _GAP
    return TOP + max(0.0, BOTTOM - TOP - tall) / 2


def slices(photo: SharedPhoto, count: int) -> tuple[SharedPhoto, ...]:
    """The picture in `count` parts of the same width, from left to right, pixel beside pixel; the
    caption is not on them."""
    ends = [round(part * photo.width / count) for part in range(count + 1)]
    return tuple(
        replace(
            photo,
            width=right - left,
            recipe=replace(
                photo.recipe,
                edits=(
                    *photo.recipe.edits,
                    Crop(left / photo.width, 0.0, (right - left) / photo.width, 1.0),
                ),
            ),
            caption="",
            alt=photo.alt if not left else "",
        )
        for left, right in pairwise(ends)
        if right > left
    )


def _runs_on(sheet: Sheet, y: float) -> None:
    """A small arrow at the end of a row that goes on."""
    x = sheet.right + 2.0
    arrow = shapes.polygon([(x, y - _ARROW), (x + _ARROW * 1.3, y), (x, y + _ARROW)])
    sheet.art("goes on", [shapes.filled(arrow, sheet.style.theme.soft)])


storybook = quiet = _pages
"""The same rows for every reader."""
