"""The child's own words: unedited, large, with the drawing that goes with them."""

from __future__ import annotations

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.ornaments import seeded
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.book.words import plain
from lifestory.domain.dates import Age, age_in_words, date_in_words
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedPhoto, SharedWords

_LAST = 268.0
"""The lowest a page goes, in mm."""

_LEAST_PICTURE = 60.0
"""A drawing under words stands at least so tall; else it has the next page."""

_UNDER_A_DRAWING, _ALONE = 118.0, 180.0
"""How tall the words may stand under a drawing, and by themselves, in mm."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The drawing above, the words on the hill below; words that are too many for that have pages
    of their own."""
    for words in block.words:
        measure = desk.measure - 16
        type_ = desk.style.own_words
        text = fit_text(plain(words.text), type_, measure, _UNDER_A_DRAWING)
        picture = words.picture
        if picture and text.height > _UNDER_A_DRAWING:
            _alone(desk, picture)
            picture = None
        if not picture:
            text = fit_text(plain(words.text), type_, measure, _ALONE)
        while True:
            here, text = text.split(text.fitting(_UNDER_A_DRAWING if picture else _ALONE))
            _on_the_hill(desk, block, here, picture, "" if text.lines else _said(desk, words))
            if not text.lines:
                break
            picture = None


def _alone(desk: Desk, picture: SharedPhoto) -> None:
    sheet = desk.page()
    _drawing(sheet, picture, 270.0)


def _on_the_hill(
    desk: Desk, block: SharedBlock, text: SetText, picture: SharedPhoto | None, said: str
) -> None:
    sheet = desk.page(folio=desk.theme.tint)
    theme, leading = desk.theme, desk.style.own_words.leading
    last = 257.0 if picture else min(257.0, 99 + text.height + leading + 5)
    first = last - leading - 3 - text.height
    top = first - 50.0
    _ground(desk, sheet, top, block)
    if picture:
        _drawing(sheet, picture, top - 12)
    marks = [filled(mark, theme.shapes[5]) for mark in _quotes(sheet, first)]
    sheet.art("quotation mark", marks)
    sheet.write(Role.QUOTE, text, sheet.left, first, measure=sheet.measure - 16)
    if said:
        label = desk.style.of("small_head", 17, 8, theme.soft)
        shown = fit_text(said, label, sheet.measure, 0.0)
        sheet.write(Role.LABEL, shown, sheet.left, last, measure=sheet.measure)


def _said(desk: Desk, words: SharedWords) -> str:
    """Who said it, how old, and when: as much of it as is known."""
    date = date_in_words(words.said_on) if words.said_on.span() else ""
    if words.age is None:
        return ", ".join(part for part in (words.said_by, date) if part)
    age = age_in_words(Age(words.age))
    if not date:
        return f"{words.said_by}, aged {age}"
    return desk.wording.say("words.said", who=words.said_by, age=age, date=date)


def _ground(desk: Desk, sheet: Sheet, top: float, block: SharedBlock) -> None:
    theme, chance = desk.theme, seeded(block.id, "words")
    sheet.art("hill", motifs.ground(theme, sheet.width, 302, top, 4, 0.9, 0.05, theme.tint))
    drawn: list[Shape] = []
    # On a right-hand page the number stands in that corner: lower flowers, further in.
    left = sheet.side == "left"
    tall = (17, 40, 62, 32) if left else (15, 27, 34, 22)
    edge = sheet.width if left else sheet.width - 36
    for off, height in zip((42, 27, 16, 6), tall, strict=True):
        at = edge - off
        drawn += motifs.growing(theme, chance, at, 299, height, theme.shapes[1], ornaments.WHITE)
        blade = mix(theme.shapes[1], theme.shapes[0], 0.7)
        drawn += motifs.tuft(theme, chance, at - 5, 299, 12, blade)
    sheet.art("cow parsley", drawn)


def _drawing(sheet: Sheet, picture: SharedPhoto, low: float) -> None:
    """The scan whole, its own paper its edge, as large as the room above allows."""
    top = 26.0
    width = min(sheet.measure, (low - top) * picture.ratio)
    height = width / picture.ratio
    x = sheet.left + (sheet.measure - width) / 2
    theme = sheet.style.theme
    shade = shapes.rectangle(x + 1.2, top + 2, width, height, theme.radius)
    sheet.art("shadow", [filled(shade, theme.title, 0.14)])
    sheet.photo(picture, x, top, width)


def _quotes(sheet: Sheet, first: float) -> list[Outline]:
    """An opening quotation mark: two fat commas upside down, their foot 15 mm over the words."""
    marks = []
    for x in (sheet.left, sheet.left + 11):
        y = first - 19.0
        marks.append(
            shapes.outline(
                ("M", (x + 9.0, y - 11.0)),
                ("C", (x + 2.5, y - 9.5, x, y - 4.0, x, y)),
                ("C", (x, y + 2.6, x + 1.9, y + 4.4, x + 4.4, y + 4.4)),
                ("C", (x + 7.0, y + 4.4, x + 8.8, y + 2.5, x + 8.8, y)),
                ("C", (x + 8.8, y - 2.4, x + 7.0, y - 4.2, x + 4.6, y - 4.2)),
                ("C", (x + 5.2, y - 6.2, x + 6.8, y - 8.0, x + 9.0, y - 8.6)),
                ("Z", ()),
            )
        )
    return marks


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The words as a pull quote, the picture under them or overleaf."""
    for words in block.words:
        theme = desk.theme
        most = 78.0 if words.picture else _LAST - 64 - 20
        text = fit_text(plain(words.text), desk.style.own_words, desk.measure, most)
        while True:
            sheet = desk.page()
            sheet.art("bar", [filled(shapes.rectangle(sheet.left, 42, 22, 1.4), theme.accent)])
            here, text = text.split(text.fitting(_LAST - 64 - 20))
            low = sheet.write(Role.QUOTE, here, sheet.left, 64, measure=sheet.measure)
            if not text.lines:
                break
        said = desk.style.of("body", 12, 5.5, theme.soft)
        shown = set_text(_said(desk, words), said, sheet.measure)
        low = sheet.write(Role.LABEL, shown, sheet.left, low + 14, measure=sheet.measure)
        if words.picture:
            if _LAST - low - 12 < _LEAST_PICTURE:
                sheet, low = desk.page(), 8.0
            top = low + 12
            width = min(sheet.measure, (_LAST - top) * words.picture.ratio)
            sheet.photo(words.picture, sheet.left, top, width)
