"""Text that flows over as many pages as it needs, with its photos: the storybook's plain page."""

from __future__ import annotations

from dataclasses import replace

from lifestory.book import ornaments
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import frame, place
from lifestory.book.ornaments import crest, hill, seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedPhoto

_LEAST_PHOTO = 82.0
"""A photo beside text is at least so tall with its caption; else it gets a page of its own."""

_LAST = 262.0
"""The lowest baseline of running text over a hill."""


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
    style = desk.style
    leading = style.body.leading
    key = paragraphs[-1].pieces if paragraphs else ()
    moral = bool(key) and len(paragraphs) > 1 and all(piece.strong for piece in key)
    text = set_text(paragraphs, style.body, sheet.measure, sentences=style.reader.sentence)
    while True:
        room = BOTTOM - top
        wanted = text.height + leading + 12 if text.lines else 0.0
        if photos:
            least = _LEAST_PHOTO if text.lines else 0.0
            now = photos if room - wanted >= least + 25 * max(0, len(photos) - 2) else photos[:1]
            height = max(least, room - wanted)
            framed = frame(style, now, weights[: len(now)], sheet.measure, height)
            top = place(sheet, framed, sheet.left, top) + (leading + 0.5 if text.lines else 0)
            photos, weights = photos[len(now) :], weights[len(now) :]
        else:
            top += leading * 0.55
        text = _write(desk, sheet, text, top, moral and not photos, seed)
        if not text.lines and not photos:
            return
        sheet, top = desk.page(), 24.0


def _write(
    desk: Desk, sheet: Sheet, text: SetText, top: float, moral: bool, seed: object
) -> SetText:
    """Sets what fits with its first baseline at `top`, a hill at the foot; returns the rest."""
    if not text.lines:
        _foot(desk, sheet, 268.0, seed, flowers=False)
        return text
    count = text.fitting(_LAST - top)
    here, rest = text.split(count)
    if not moral or rest.lines:
        low = sheet.write(Role.BODY, here, sheet.left, top, measure=sheet.measure)
        _foot(desk, sheet, low, seed, flowers=not rest.lines)
        return rest
    last = here.lines[-1].paragraph
    told = [line for line in here.lines if line.paragraph != last]
    kept = [line for line in here.lines if line.paragraph == last]
    low = sheet.write(
        Role.BODY, replace(here, lines=tuple(told)), sheet.left, top, measure=sheet.measure
    )
    spans = [
        replace(line, spans=tuple(replace(s, colour=desk.theme.title) for s in line.spans))
        for line in kept
    ]
    extra = 9.0 if low + kept[0].space + 9.0 + text.type.leading * (len(kept) - 1) < _LAST else 0.0
    _hill(sheet, low + text.descent + 3.6 + extra / 2, desk.theme.tint, seed)
    sheet.write(
        Role.BODY,
        replace(here, lines=tuple(spans)),
        sheet.left,
        low + kept[0].space + extra,
        measure=sheet.measure,
    )
    return rest


def _foot(desk: Desk, sheet: Sheet, low: float, seed: object, *, flowers: bool) -> None:
    """The tint hill at the foot, clear of the words above it."""
    highest = low + 11.0
    y0 = max(highest + 3, 236.0) if flowers else max(highest + 3, 262.0)
    if y0 > 276:
        return
    _hill(sheet, y0, desk.theme.tint, seed)
    if flowers and y0 < 262:
        chance = seeded(seed, sheet.side, "flowers")
        edge = sheet.right if sheet.side == "right" else sheet.left
        inward = -1 if sheet.side == "right" else 1
        drawn: list[Shape] = []
        for off, tall in ((4, 13), (13, 20), (26, 15)):
            x = edge + inward * off
            foot = crest(x, y0, 3, 0.85, 0.12, sheet.width) + 22
            drawn += ornaments.cow_parsley(
                chance, x, foot, tall + 8, desk.theme.shapes[2], desk.theme.shapes[1]
            )
        sheet.art("cow parsley", drawn)


def _hill(sheet: Sheet, y0: float, colour: str, seed: object) -> None:
    """Laid right over the ground, so that photos and words lie over it."""
    before = len(sheet.elements)
    phase = seeded(seed, "hill").uniform(0.05, 0.2)
    sheet.art("hill", [filled(hill(sheet.width, sheet.height + 5, y0, 3, 0.85, phase), colour)])
    sheet.elements.insert(1, sheet.elements.pop(before))
