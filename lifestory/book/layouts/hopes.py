"""Hopes: each flies off like a dandelion seed; for the older, a quiet list."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import frame, overleaf, place
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import rise
from lifestory.book.layouts.reading import LAST, Column, running_text
from lifestory.book.ornaments import crest, seeded
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.book.words import parse
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedPhoto

_CLIMB = 34.0
"""How far the highest hope has drifted to the right of the lowest, in mm."""

_PHOTO, _MOUNT, _PHOTO_FOOT = (104.0, 84.0), 4.0, 258.0
"""How wide and tall a photo by the dandelion is at most, the edge of its mount, and its foot."""

_LOOSE, _TIGHT = 20.0, 15.0
"""Between the hopes of a quiet list, in mm: as it is, and to make room for a photo."""

_PHOTO_ROOM, _LEAST_PHOTO = 110.0, 76.0
"""How tall a photo under that list stands where it can, and at the least."""

_LEAST_GAP = 0.35
"""Between two hopes, in leadings."""

_HILL = 236.0
"""About where the hill's crest stands, in mm."""

_LOW = 203.0
"""The lowest baseline of a hope over the meadow."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A dandelion on the hill, its seeds drifting up, a hope beside each; as many pages as the
    hopes take. A photo stands on the hill by the dandelion, on the last of them."""
    title = title_of(desk, block)
    chance = seeded(block.id, "hopes")
    photo = block.photos[0] if block.photos else None
    texts: list[SetText] | None = None
    while texts is None or texts or photo:
        sheet = desk.page(title, folio=desk.theme.tint)
        top = head(sheet, title, desk.style.title)
        land = motifs.ground(desk.theme, sheet.width, 302, _HILL, 5, 0.8, 0.3, desk.theme.tint)
        sheet.art("hill", land)
        low = _beside_photo(desk, sheet, photo) if photo else _LOW
        if texts is None:
            texts = _texts(desk, block, sheet, low - top)
        here, rest = _that_fit(texts, low - top)
        if photo and rest:
            # The photo will stand under the last of them.
            low = _LOW
            here, rest = _that_fit(texts, low - top)
        elif photo:
            _on_the_hill(desk, sheet, photo)
            photo = None
        shown = not block.photos or bool(rest)
        drawn = _dandelion(desk, chance, sheet, flowers=shown)
        texts = rest
        if here:
            _drift(desk, sheet, chance, here, top, drawn, low)
        sheet.art("dandelion", drawn)
        title = ""


def _beside_photo(desk: Desk, sheet: Sheet, photo: SharedPhoto) -> float:
    """The lowest baseline of a hope over the photo on the hill."""
    return _PHOTO_FOOT - _size(sheet, photo)[1] - desk.style.body.leading * 0.6


def _size(sheet: Sheet, photo: SharedPhoto) -> tuple[float, float]:
    """How wide and tall the mounted photo stands."""
    wide = min(_PHOTO[0] * sheet.measure / 170, _PHOTO[1] * photo.ratio)
    return wide, (wide - 2 * _MOUNT) / photo.ratio + 2 * _MOUNT


def _on_the_hill(desk: Desk, sheet: Sheet, photo: SharedPhoto) -> None:
    """The photo on its mount at the right of the hill, its caption under it."""
    wide, tall = _size(sheet, photo)
    x = sheet.right - wide
    foot = sheet.mounted(photo, x, _PHOTO_FOOT - tall, wide, border=_MOUNT)
    if photo.caption:
        caption = fit_text(photo.caption, desk.style.caption, wide, BOTTOM - foot - 6)
        sheet.write(Role.CAPTION, caption, x, foot + 4 + rise(caption), measure=wide)


def _texts(desk: Desk, block: SharedBlock, sheet: Sheet, room: float) -> list[SetText]:
    """The hopes in the largest type in which all of them stand within `room` mm, else in the
    reader's own; one that is longer than a page in pieces."""
    lines = [fact.text for fact in block.facts]
    lines += [part.text for passage in block.passages for part in parse(passage.text)]
    if not lines:
        lines = [desk.wording.say("hopes.none")]
    measure = sheet.measure - 20 - _climb(sheet)
    body = desk.style.body
    for share in (1.0, 0.9, 0.8, 0.7):
        smaller = body.scaled(share)
        texts = [set_text(line, smaller, measure) for line in lines]
        if sum(_deep(text) for text in texts) <= room:
            return texts
    pieces: list[SetText] = []
    for line in lines:
        text = set_text(line, body.scaled(0.8), measure)
        while text.lines:
            piece, text = text.split(max(1, text.fitting(room - body.leading)))
            pieces.append(piece)
    return pieces


def _climb(sheet: Sheet) -> float:
    return _CLIMB * sheet.measure / 170


def _deep(text: SetText) -> float:
    return text.height + text.type.leading * (1 + _LEAST_GAP)


def _that_fit(texts: list[SetText], room: float) -> tuple[list[SetText], list[SetText]]:
    """The hopes that stand within `room` mm, one at the least, and the rest."""
    count = len(texts)
    while count > 1 and sum(_deep(text) for text in texts[:count]) > room:
        count -= 1
    return texts[:count], texts[count:]


def _drift(
    desk: Desk,
    sheet: Sheet,
    chance: Random,
    texts: list[SetText],
    top: float,
    drawn: list[Shape],
    low: float,
) -> None:
    """The hopes one above the other, climbing to the right as if on the wind."""
    leading = texts[0].type.leading
    needed = sum(text.height for text in texts) + leading * len(texts)
    free = low - top - needed
    gap = min(leading * 1.1, max(leading * _LEAST_GAP, free / max(1, len(texts))))
    y = top + leading
    for index, text in enumerate(texts):
        x = sheet.left + 20 + _climb(sheet) * (1 - index / max(1, len(texts) - 1))
        drawn += _seed(chance, x - 11, y - 1.5, 13, desk)
        y = sheet.write(Role.BODY, text, x, y, measure=sheet.right - x) + leading + gap


def _dandelion(desk: Desk, chance: Random, sheet: Sheet, *, flowers: bool) -> list[Shape]:
    """The clock the seeds come from, half blown, with grass about its foot."""
    theme = desk.theme
    stem = theme.shapes[2]
    x = sheet.left + 14 if sheet.side == "right" else sheet.left + 22
    foot = crest(x, _HILL, 5, 0.8, 0.3, sheet.width) + 34
    head_at = (x + 6, foot - 45)
    stalk = shapes.outline(("M", (x, foot)), ("C", (x - 2, foot - 18, x + 3, foot - 34, *head_at)))
    drawn = [stroked(stalk, stem, 1.1)]
    for ray in range(15):
        degrees = 110 + ray * 11.5
        drawn += _blown(head_at, math.radians(degrees), 11.5, desk)
    drawn.append(filled(shapes.circle(*head_at, 2.1), theme.shapes[3]))
    for spot in (-12, -7, -3, 2, 5, 9, 14):
        blade = mix(stem, theme.shapes[1], 0.5)
        at, low = x + spot, foot + 1 + chance.uniform(-2, 3)
        drawn += motifs.tuft(theme, chance, at, low, chance.uniform(7, 14), blade)
    for spot, tall in ((120, 24), (134, 38), (146, 29)) if flowers else ():
        at = sheet.left + spot * sheet.measure / 170
        ground = crest(at, _HILL, 5, 0.8, 0.3, sheet.width) + 24
        drawn += motifs.growing(theme, chance, at, ground, tall)
        drawn += motifs.tuft(theme, chance, at, ground + 1, 8, theme.shapes[1])
    return drawn


def _blown(centre: tuple[float, float], angle: float, reach: float, desk: Desk) -> list[Shape]:
    end = (centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle))
    colour = mix(desk.theme.soft, desk.theme.tint, 0.55)
    drawn = [stroked(shapes.polyline([centre, end]), colour, 0.3)]
    for off in (-0.7, -0.35, 0.0, 0.35, 0.7):
        tip = (end[0] + 3.4 * math.cos(angle + off), end[1] + 3.4 * math.sin(angle + off))
        drawn.append(stroked(shapes.polyline([end, tip]), colour, 0.3))
    return drawn


def _seed(chance: Random, x: float, y: float, size: float, desk: Desk) -> list[Shape]:
    """A seed on its parachute, leaning with the wind."""
    lean = math.radians(chance.uniform(-70, -48))
    top = (x + size * 0.55 * math.cos(lean), y + size * 0.55 * math.sin(lean))
    colour = mix(desk.theme.soft, desk.theme.ground, 0.75)
    drawn = [stroked(shapes.polyline([(x, y), top]), colour, 0.35)]
    for ray in range(9):
        angle = lean + math.radians(-72 + 18 * ray)
        reach = size * (0.5 - 0.1 * abs(ray - 4) / 4)
        tip = (top[0] + reach * math.cos(angle), top[1] + reach * math.sin(angle))
        drawn.append(stroked(shapes.polyline([top, tip]), colour, 0.3))
        drawn.append(filled(shapes.circle(*tip, 0.35), colour))
    kernel = shapes.turned(shapes.ellipse(x, y, 1.5, 0.6), math.degrees(lean), x, y)
    drawn.append(filled(kernel, desk.theme.shapes[3]))
    return drawn


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Hopes one by one, large and light, each under a rule; then the words that go with them."""
    theme = desk.theme
    title = title_of(desk, block)
    sheet = desk.page(title)
    y = head(sheet, title, desk.style.title) + 14
    light = desk.style.of("title", 22, 9.5, theme.title)
    lines = [fact.text for fact in block.facts]
    if not lines and not block.passages:
        lines = [desk.wording.say("hopes.none")]
    texts = [set_text(line, light, sheet.column(0, 10)[1]) for line in lines]
    apart = _apart(desk, block, texts, y)
    for text in texts:
        while text.lines:
            if text.height > 262 - y and (y > 40 or not text.fitting(262 - y)):
                sheet, y = desk.page(), 40.0
            here, text = text.split(text.fitting(262 - y))  # noqa: PLW2901 - what is left of it
            rule = shapes.polyline([(sheet.left, y - 10), (sheet.right, y - 10)])
            sheet.art("rule", [stroked(rule, theme.rule, 0.25)])
            y = sheet.write(Role.BODY, here, sheet.left, y, measure=sheet.measure) + apart
    y -= _LOOSE - apart
    bare = replace(block, facts=())
    if block.passages or block.photos:
        _afterwards(desk, sheet, bare, y)


def _apart(desk: Desk, block: SharedBlock, texts: list[SetText], top: float) -> float:
    """From the last line of a hope to the next one's first: less where that makes room for the
    photo under them."""
    if not block.photos or block.passages or not texts:
        return _LOOSE
    deep = sum(text.height for text in texts)
    photo = min(_PHOTO_ROOM, desk.measure / block.photos[0].ratio)
    return min(_LOOSE, max(_TIGHT, (LAST - photo - top - deep) / len(texts)))


def _afterwards(desk: Desk, sheet: Sheet, block: SharedBlock, y: float) -> None:
    """The words that go with the hopes, and the photo: on the page where it stands large there,
    else on one of its own."""
    for passage in block.passages:
        measure = sheet.column(0, 8)[1]
        text = set_text(parse(passage.text), desk.style.body, measure, balanced=False)
        sheet, y = running_text(desk, sheet, text, Column(0.0, measure, y + 2), passage.sources)
        y += 14
    if block.photos and LAST - y >= _LEAST_PHOTO:
        framed = frame(desk, block.photos, block.weights, sheet.measure, LAST - y)
        place(sheet, framed, sheet.left, y)
    else:
        overleaf(desk, block.photos, block.weights)
