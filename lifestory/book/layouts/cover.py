"""The cover: the child's name, and the one photo, standing in a morning meadow or another scene."""

from __future__ import annotations

from dataclasses import replace

from lifestory.book import ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import covers
from lifestory.book.layouts.heading import title_of
from lifestory.book.ornaments import hill, seeded
from lifestory.book.setting import fit_line, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock

_PHOTO = (154.0, 138.7)
"""The most a cover photo takes, in mm."""

_TALLEST = 172.0
"""The most a photo from edge to edge takes of the quiet cover, in mm."""
_MARGIN = 22.0
"""What stands free beside name and photo on the quiet cover, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Name and photo in the theme's own scene."""
    drawn = desk.theme.drawn["cover"]
    if drawn != "meadow":
        covers.SCENES[drawn](desk, block)
        return
    theme = desk.theme
    sheet = desk.page(desk.child.name, ground=theme.cover_ground, folio=None)
    _morning(sheet, theme.shapes, theme.ground)
    photo = block.photos[0] if block.photos else None
    if photo is None:
        covers.name(desk, sheet, title_of(desk, block), 24.0, 128.0, sheet.width - 48)
        _flowers(desk, sheet, block)
        return
    width = min(_PHOTO[0], _PHOTO[1] * photo.ratio)
    height = width / photo.ratio
    top = 107 + (_PHOTO[1] - height) * 0.4
    left = (sheet.width - width) / 2
    covers.name(desk, sheet, title_of(desk, block), left, top, max(width, 120))
    sheet.mounted(photo, left - 5, top, width + 10)
    _flowers(desk, sheet, block)


def _morning(sheet: Sheet, colours: tuple[str, ...], ground: str) -> None:
    sun = [
        filled(shapes.circle(sheet.fold, 135, 103), mix(colours[6], ground, 0.5)),
        filled(shapes.circle(sheet.fold, 135, 73), mix(colours[6], ground, 0.18)),
    ]
    sheet.art("sun", sun)
    width, low = sheet.width, sheet.height + 5
    hills = [
        filled(hill(width, low, 174, 5, 0.9, 0.62), mix(colours[0], colours[1], 0.62)),
        filled(hill(width, low, 190, 6, 1.0, 0.2), mix(colours[1], colours[0], 0.82)),
        filled(hill(width, low, 231, 3, 0.8, 0.45), colours[2]),
        filled(hill(width, low, 267, 4, 1.1, 0.7), colours[3]),
    ]
    sheet.art("hills", hills)


def _flowers(desk: Desk, sheet: Sheet, block: SharedBlock) -> None:
    """Grass, cow parsley and poppies at the foot; the tall ones stand beside the photo."""
    theme, chance = desk.theme, seeded(block.id, "flowers")
    colours, dark = theme.shapes, theme.cover
    green = mix(colours[3], dark, 0.6)
    drawn: list[Shape] = []
    for _ in range(round(46 * sheet.width / 210)):
        drawn += ornaments.grass(
            chance,
            chance.uniform(0, sheet.width),
            292,
            chance.uniform(8, 21),
            mix(green, colours[3], 0.7),
        )
    right = sheet.width - 210
    tall = ((5, 78), (19, 33), (36, 21), (right + 173, 18), (right + 191, 31), (right + 203, 72))
    for x, height in tall:
        drawn += ornaments.cow_parsley(chance, x, 293, height, theme.tint, ornaments.WHITE)
    for x, height in (
        (47, 23),
        (55, 15),
        (sheet.fold - 2, 12),
        (right + 151, 14),
        (right + 165, 21),
    ):
        drawn += ornaments.poppy(chance, x, 293, height, theme.shapes[0], colours[5])
    drawn.append(filled(hill(sheet.width, 302, 290.5, 1.6, 1.2, 0.1), dark))
    sheet.art("flowers", drawn)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Type and one photo to the edges."""
    sheet = desk.page(desk.child.name, folio=None)
    photo = block.photos[0] if block.photos else None
    top = 150.0
    if photo and sheet.broad:
        # Beside the name, down the whole height of the page where it is tall enough.
        wide = min(sheet.width * 0.56, sheet.height * photo.ratio)
        sheet.photo(photo, sheet.width - wide, (sheet.height - wide / photo.ratio) / 2, wide,
                    keyline=False)  # fmt: skip
        # The photo holds the page where it is: the name stands clear of a binding by itself.
        room = sheet.width - wide - _MARGIN - sheet.left
        _quiet_name(desk, sheet, block, sheet.left, 190.0, room)
        return
    if photo and sheet.width / photo.ratio <= _TALLEST:
        top = sheet.height - sheet.width / photo.ratio
        sheet.photo(photo, 0, top, sheet.width, keyline=False)
    elif photo:
        # Too tall to reach from edge to edge uncut: it stands whole, within the margins.
        top = 118.0
        width = min(sheet.width - 2 * _MARGIN, (sheet.height - top - 22) * photo.ratio)
        sheet.photo(photo, _MARGIN, top, width, keyline=False)
    _quiet_name(desk, sheet, block, _MARGIN, top, sheet.width - 2 * _MARGIN)


def _quiet_name(
    desk: Desk, sheet: Sheet, block: SharedBlock, x: float, top: float, measure: float
) -> None:
    theme = desk.theme
    face = replace(desk.style.title, colour=theme.cover)
    name = fit_line(desk.child.name, face, measure, 108)
    under = desk.style.of("body", 20, 8, theme.soft)
    sheet.write(Role.HEADING, name, x, top - 40 - max(0.0, name.depth - 4))
    bar = shapes.rectangle(x, top - 29, 22, 1.4)
    sheet.art("bar", [filled(bar, theme.accent)])
    sheet.write(Role.SUBHEADING, set_text(title_of(desk, block), under, measure), x, top - 14)
