"""A few people on a page for older readers: large faces on a band of tint, their names under them;
what is told, and the photos, below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lifestory.book import shapes
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import Spot, called, face, fitted, smallest
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.labels import fall, rise, under, widest
from lifestory.book.layouts.reading import LAST, Column, running_text
from lifestory.book.setting import SetText, longest_word, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedPerson

MOST = 8
"""So many people stand on a band; more in rows."""
_PAD, _APART, _TO_NAME = 13.0, 6.0, 6.5
_LARGEST, _LEAST = 46.0, 11.0
_ALONE = 0.64
"""The share of the page that a band takes with no words under it."""
_SMALL = 0.86
"""The share of the reader's size in which somebody is told of."""
_LEAST_PHOTOS = 84.0
"""Under words photos have so much room at the least; else a page of their own."""


@dataclass(frozen=True)
class _One:
    """A person with what stands under their face."""

    person: SharedPerson
    parts: tuple[SetText, ...]
    deep: float


@dataclass(frozen=True)
class Band:
    """Everyone in rows of `columns`, faces of radius `r`; `deep` is the whole band."""

    people: tuple[_One, ...]
    columns: int
    r: float
    deep: float


def band_of(
    desk: Desk, people: Sequence[SharedPerson], told: Sequence[str], room: float
) -> Band | None:
    """The people on a band no deeper than `room`, `told` being a line about each; None where they
    are too many for it, or a word too long."""
    if not 0 < len(people) <= MOST:
        return None
    count = len(people)
    # What somebody does takes lines, which want to be long; names alone do not.
    choices = (2, 3, 4) if any(told) and count > 2 else (4, 3, 2)
    for columns in dict.fromkeys(min(count, most) for most in choices):
        found = _banded(desk, people, told, columns, room)
        if found:
            return found
    return None


def _banded(
    desk: Desk, people: Sequence[SharedPerson], told: Sequence[str], columns: int, room: float
) -> Band | None:
    columns = -(-len(people) // -(-len(people) // columns))  # rows as even as can be
    pitch = desk.measure / columns
    texts = [
        _under(desk, one, line, pitch - _APART) for one, line in zip(people, told, strict=True)
    ]
    if any(text is None for text in texts):
        return None
    kept = [text for text in texts if text is not None]
    rows = -(-len(people) // columns)
    deep = [max(_deep(text) for text in kept[row * columns : (row + 1) * columns])
            for row in range(rows)]  # fmt: skip
    spare = room - 2 * _PAD - sum(deep) - rows * _TO_NAME - (rows - 1) * _PAD
    r = min(_LARGEST, (pitch - _APART) / 2.14, spare / rows / 2.14)
    if r < _LEAST:
        return None
    whole = 2 * _PAD + rows * (2.14 * r + _TO_NAME) + sum(deep) + (rows - 1) * _PAD
    ones = zip(people, kept, map(_deep, kept), strict=True)
    return Band(tuple(_One(*one) for one in ones), columns, r, whole)


def _under(desk: Desk, person: SharedPerson, told: str, room: float) -> tuple[SetText, ...] | None:
    """Name, relation and what is told of someone; None where a word is too long."""
    least = smallest(desk)
    head, body = desk.style.small_head, desk.style.body
    share = max(_SMALL, min(1.0, least / body.size))
    small = body.scaled(share)
    names = desk.theme.faces
    large = Type(names["small_head"], names["strong"], head.size * 1.25, head.leading * 1.25,
                 desk.theme.title)  # fmt: skip
    name, relation = called(desk, person)
    if longest_word(name, replace(large, size=max(least, large.size * 0.6))) > room:
        return None
    parts = [fitted(name, large, room, 3, 0.6, least)] if name else []
    return (*parts, *(set_text(one, small, room) for one in (relation, told) if one))


def _deep(parts: Sequence[SetText]) -> float:
    if not parts:
        return 0.0
    deep = rise(parts[0]) + fall(parts[-1]) + sum(part.height for part in parts)
    return deep + sum(under(*pair) for pair in pairwise(parts))


def drawn(desk: Desk, sheet: Sheet, band: Band, top: float, *, alone: bool = False) -> float:
    """The band across the page from `top`, deeper where it stands `alone`; returns its foot."""
    deep = max(band.deep, _ALONE * (LAST - top)) if alone else band.deep
    _ground(desk, sheet, top, deep)
    pitch, y = sheet.measure / band.columns, top + (deep - band.deep) / 2 + _PAD
    for first in range(0, len(band.people), band.columns):
        row = band.people[first : first + band.columns]
        middle = y + 1.07 * band.r
        for at, one in enumerate(row):
            wide = max([2.14 * band.r, *(widest(part) for part in one.parts)])
            x = sheet.left + at * pitch + band.r * 1.07
            if wide > pitch - _APART / 2:
                x = sheet.left + at * pitch + min(wide, pitch) / 2
            face(desk, sheet, one.person, Spot(x, middle, band.r), first + at)
            _words(sheet, one.parts, x - band.r * 1.07, y + 2.14 * band.r + _TO_NAME)
        y += 2.14 * band.r + _TO_NAME + max(one.deep for one in row) + _PAD
    return top + deep


def _ground(desk: Desk, sheet: Sheet, top: float, deep: float) -> None:
    ground = shapes.rectangle(-5, top, sheet.width + 10, deep)
    sheet.art("band", [filled(ground, desk.theme.tint)])


def _words(sheet: Sheet, parts: Sequence[SetText], x: float, top: float) -> None:
    y = top
    for number, part in enumerate(parts):
        y += under(parts[number - 1], part) if number else rise(part)
        y = sheet.write(Role.BODY if number else Role.SUBHEADING, part, x, y)


def nobody(desk: Desk, sheet: Sheet, words: str, top: float) -> None:
    """Where nobody is known yet: room kept for them on the band, and large what is not known."""
    deep, r = 0.42 * (LAST - top), min(24.0, sheet.measure / 7.2)
    _ground(desk, sheet, top, deep)
    rings = [
        stroked(shapes.circle(sheet.left + r * (1.07 + 2.5 * at), top + deep / 2, r),
                mix(desk.theme.soft, desk.theme.tint, share), 0.6, dash=(2.0, 1.6))
        for at, share in enumerate((0.75, 0.5, 0.28))
    ]  # fmt: skip
    sheet.art("rings", rings)
    large = desk.style.of("title", 22, 10, desk.theme.title)
    text = set_text(words, large, sheet.column(0, 10)[1])
    bar = shapes.rectangle(sheet.left, top + deep + 20, 22, 1.4)
    sheet.art("bar", [filled(bar, desk.theme.accent)])
    sheet.write(Role.BODY, text, sheet.left, top + deep + 37, measure=sheet.measure)


def told_below(
    desk: Desk, sheet: Sheet, block: SharedBlock, words: tuple[Paragraph, ...], top: float
) -> None:
    """Words from `top` (their first baseline), then the photos: on the page where there is room,
    else overleaf."""
    photos, captions = told_apart(desk, block.photos)
    words = captions + words
    measure = sheet.column(0, 8)[1]
    text = set_text(words, desk.style.body, measure, balanced=False)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    low = top - 14.0
    if text.lines:
        if text.fitting(LAST - top) < min(2, len(text.lines)):
            sheet, top = desk.page(), 40.0
        sheet, low = running_text(desk, sheet, text, Column(0.0, measure, top), sources)
    room = LAST - low - 14
    here = photos[:MOST_AT_ONCE] if room >= _LEAST_PHOTOS else ()
    if here:
        framed = frame(desk, here, block.weights[: len(here)], sheet.measure, room)
        place(sheet, framed, sheet.left, low + 14)
    overleaf(desk, photos[len(here) :], block.weights[len(here) :])


def room_for(desk: Desk, words: tuple[Paragraph, ...], measure: float, top: float) -> float:
    """How deep a band may be, so that the words stand under it where they are few enough; else as
    deep as leaves them a good beginning."""
    text = set_text(words, desk.style.body, measure, balanced=False)
    if not text.lines:
        return LAST - top
    needed = text.height + 3.2 * text.type.leading + 12
    return max(LAST - top - needed, 0.42 * (LAST - top))
