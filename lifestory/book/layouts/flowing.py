"""Text that flows over as many pages as it needs, with its photos: the storybook's plain page."""

from __future__ import annotations

from dataclasses import replace

from lifestory.book import ornaments
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import frame, place, told_apart
from lifestory.book.ornaments import hill, seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedPhoto

_LEAST_PHOTO = 70.0
"""A photo beside text is at least so tall with its caption, in mm."""

_LAST = 262.0
"""The lowest baseline of running text over a hill."""

_NEXT_TOP = 24.0
"""Where the frame begins on a page that goes on from the one before."""


def flow(
    desk: Desk,
    sheet: Sheet,
    top: float,
    paragraphs: tuple[Paragraph, ...],
    photos: tuple[SharedPhoto, ...],
    weights: tuple[int, ...],
    seed: object,
) -> None:
    """Fills the sheet from `top` with photos above text, and takes more pages as needed."""
    photos, captions = told_apart(desk, photos)
    paragraphs = captions + paragraphs
    moral = len(paragraphs) > 1 and all(piece.strong for piece in paragraphs[-1].pieces)
    text = _set(desk, sheet, paragraphs, top, bool(photos))
    leading = text.type.leading
    while True:
        if photos:
            least = _LEAST_PHOTO if text.lines else 0.0
            room = BOTTOM - top - (text.height + leading + 12 if text.lines else 0.0)
            # Two stand side by side over a text; more than that only where there is room.
            roomy = room >= least + 25 * max(0, len(photos) - 2)
            now = photos[:MOST_AT_ONCE] if roomy else photos[:2]
            tall = max(least, room)
            framed = frame(desk, now, weights[: len(now)], sheet.measure, tall)
            top = place(sheet, framed, sheet.left, top) + (leading + 0.5 if text.lines else 0)
            photos, weights = photos[len(now) :], weights[len(now) :]
        else:
            top += leading * 0.55
        text = _write(desk, sheet, text, top, moral and not photos, seed)
        if not text.lines and not photos:
            return
        sheet, top = desk.page(folio=desk.theme.tint), _NEXT_TOP


def _set(
    desk: Desk, sheet: Sheet, paragraphs: tuple[Paragraph, ...], top: float, pictured: bool
) -> SetText:
    """The text in the reader's size; a little smaller when that spares a page of two lines."""
    style = desk.style
    for share in (1.0, 0.92):
        body = replace(style.body, size=style.body.size * share, leading=style.body.leading * share)
        text = set_text(paragraphs, body, sheet.measure, sentences=style.reader.sentence)
        first = top + (_LEAST_PHOTO + body.leading if pictured else body.leading * 0.55)
        if text.fitting(_LAST - first) == len(text.lines):
            return text
    return set_text(paragraphs, style.body, sheet.measure, sentences=style.reader.sentence)


def _write(
    desk: Desk, sheet: Sheet, text: SetText, top: float, moral: bool, seed: object
) -> SetText:
    """Sets what fits with its first baseline at `top`, a hill at the foot; returns the rest."""
    if not text.lines:
        _foot(desk, sheet, BOTTOM, seed, flowers=False)
        return text
    here, rest = text.split(text.fitting(_LAST - top))
    if moral and not rest.lines:
        _with_moral(desk, sheet, here, top, seed)
        return rest
    low = top
    if here.lines:
        low = sheet.write(Role.BODY, here, sheet.left, top, measure=sheet.measure)
    _foot(desk, sheet, low, seed, flowers=not rest.lines)
    return rest


def _with_moral(desk: Desk, sheet: Sheet, text: SetText, top: float, seed: object) -> None:
    """A last paragraph that is strong throughout stands apart, on the hill."""
    last = text.lines[-1].paragraph
    told = tuple(line for line in text.lines if line.paragraph != last)
    kept = tuple(
        replace(line, spans=tuple(replace(span, colour=desk.theme.title) for span in line.spans))
        for line in text.lines
        if line.paragraph == last
    )
    low = sheet.write(Role.BODY, replace(text, lines=told), sheet.left, top, measure=sheet.measure)
    first = low + kept[0].space
    deep = sum(line.space for line in kept[1:])
    apart = min(9.0, max(0.0, _LAST - first - deep))
    _hill(desk, sheet, low + text.descent + 3.6 + apart / 2, seed)
    sheet.write(
        Role.BODY, replace(text, lines=kept), sheet.left, first + apart, measure=sheet.measure
    )


def _foot(desk: Desk, sheet: Sheet, low: float, seed: object, *, flowers: bool) -> None:
    """The tint hill at the foot, clear of the words above it; the more room, the taller what
    grows on it, at the fold's side, away from the number."""
    y0 = max(low + 14.0, 262.0 if not flowers else 232.0)
    if y0 > 276:
        return
    _hill(desk, sheet, y0, seed)
    if not flowers or y0 > 258:
        return
    chance = seeded(seed, sheet.side, "flowers")
    tallest = min(74.0, y0 + 20 - low - 16)
    drawn: list[Shape] = []
    for off, share in ((6, 0.45), (17, 0.8), (30, 1.0), (44, 0.6)):
        x = sheet.right - off if sheet.side == "left" else sheet.left + off
        if share * tallest < 12:
            continue
        drawn += ornaments.cow_parsley(
            chance, x, y0 + 22, share * tallest, desk.theme.shapes[2], desk.theme.shapes[1]
        )
        drawn += ornaments.grass(chance, x - 4, y0 + 24, tallest * 0.2 + 4, desk.theme.shapes[1])
    sheet.art("cow parsley", drawn)


def _hill(desk: Desk, sheet: Sheet, y0: float, seed: object) -> None:
    """Laid right over the ground, so that photos and words lie over it."""
    before = len(sheet.elements)
    phase = seeded(seed, "hill").uniform(0.05, 0.2)
    ground = hill(sheet.width, sheet.height + 5, y0, 3, 0.85, phase)
    sheet.art("hill", [filled(ground, desk.theme.tint)])
    sheet.elements.insert(1, sheet.elements.pop(before))
