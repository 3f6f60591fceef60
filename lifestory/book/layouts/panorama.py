"""A picture far wider than a page: cut into rows that run on under each other and over pages.

Rows end on whole pixels of the picture and the next begins there: nothing is lost, nothing twice.
They are as wide as each other, but where a face would be cut; all are printed as large.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil, floor

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import OPTICAL
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import widest
from lifestory.book.layouts.told_after import meadow
from lifestory.book.setting import set_text
from lifestory.book.sheet import BOTTOM, TOP, Sheet
from lifestory.domain.edits import Crop
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_ROWS = {"two-rows": 2, "three-rows": 3, "one-row": 1, "four-rows": 4}
"""Layouts by name, the best first: how many rows stand on a page."""
_GAP = 9.0
_ARROW = 2.2
_GIVES = 0.4
"""How much of its width a row may give, or take, so that no face is cut."""
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
    most = max(row.width for row in rows)
    if len(rows) < on_a_page:
        tall = room / len(rows) - _GAP
    scale = min(sheet.measure / most, tall / photo.height)
    left = sheet.left + (sheet.measure - most * scale) / 2
    y = _begins(rows[:on_a_page], scale, top, below)
    for number, row in enumerate(rows):
        if number and number % on_a_page == 0:
            sheet = desk.page()
            here = rows[number : number + on_a_page]
            y = _begins(here, scale, TOP, below if rows[-1] is here[-1] else 0.0)
        wide = scale * (row.width if row.width < most - 1 else most)
        foot = sheet.photo(row, left, y, wide, radius=0, keyline=False)
        if number < len(rows) - 1:
            _runs_on(sheet, left + wide, (y + foot) / 2)
        y = foot + _GAP
    if caption:
        at = left if left + widest(caption) <= sheet.right else sheet.left
        first = y - _GAP + _TO_CAPTION
        sheet.write(Role.CAPTION, caption, at, first, measure=sheet.measure)
    if not desk.quiet:
        meadow(desk, sheet, y - _GAP + below, block.id)


def _begins(rows: Sequence[SharedPhoto], scale: float, top: float, below: float) -> float:
    """Where rows begin that stand a little above the middle of what is left of their page under
    `top` and over what is `below` them; `scale` is mm to the pixel."""
    tall = sum(row.height * scale for row in rows) + (len(rows) - 1) * _GAP
    return top + max(0.0, BOTTOM - top - tall - below) * OPTICAL


def slices(photo: SharedPhoto, count: int) -> tuple[SharedPhoto, ...]:
    """The picture in `count` parts of about the same width, from left to right, pixel beside pixel;
    the caption is not on them."""
    ends = [_beside_faces(photo, round(part * photo.width / count), photo.width / count)
            for part in range(count + 1)]  # fmt: skip
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
            faces=(),
            alt=photo.alt if not left else "",
        )
        for left, right in pairwise(ends)
        if right > left
    )


def _beside_faces(photo: SharedPhoto, end: int, part: float) -> int:
    """Where a part ends that was to end there, so that no face is cut; where it lies unless that
    is farther than a part may give."""
    faces = [(floor(left * photo.width), ceil((left + wide) * photo.width))
             for left, _, wide, _ in photo.faces]  # fmt: skip
    edges = sorted((edge for face in faces for edge in face), key=lambda edge: abs(edge - end))
    for at in (end, *edges):
        whole = not any(left < at < right for left, right in faces)
        if whole and abs(at - end) <= part * _GIVES and 0 <= at <= photo.width:
            return at
    return end


def _runs_on(sheet: Sheet, right: float, y: float) -> None:
    """A small arrow at the end of a row that goes on."""
    x = right + 2.0
    arrow = shapes.polygon([(x, y - _ARROW), (x + _ARROW * 1.3, y), (x, y + _ARROW)])
    sheet.art("goes on", [shapes.filled(arrow, sheet.style.theme.soft)])


storybook = quiet = _pages
"""The same rows for every reader."""
