"""Heritage: the countries a family comes from in outline, and what is told of them.

Nothing finer than a country, and no place on it. Source: PRACTICE §3 `heritage`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache

from lifestory import assets
from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.faces import deep_of, fitted, pill
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.told_after import (
    afterwards,
    meadow,
    over_the_people,
    said,
    told,
)
from lifestory.book.layouts.told_rows import cards, deep_of_cards, rows, tellings
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Outline
from lifestory.sharing.names import listed
from lifestory.sharing.shared import SharedBlock

_SQUARE = 1000.0


@cache
def outlines() -> Mapping[str, tuple[tuple[int, ...], ...]]:
    """The rings of every country by its names in small letters, in a square of 1,000 units."""
    table = json.loads(assets.read_bytes("maps", "countries.json"))
    found = {}
    for name, row in table.items():
        rings = tuple(tuple(ring) for ring in row["rings"])
        for called in (name, *row["also"]):
            found[called.casefold()] = rings
    return found


def outline_of(country: str) -> tuple[tuple[int, ...], ...]:
    """The rings of a country; none where its name is not known."""
    plain = country.strip().casefold().replace("'", "’")
    known = outlines()
    return known.get(plain) or known.get(plain.removeprefix("the ")) or ()


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The outlines on the sea, cards for what is told; words and photos overleaf."""
    title = title_of(desk, block)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    words, facts = told(block), tellings(desk, block.facts, "heritage")
    first = said(_first(desk, block)) if block.places or not (words or facts) else ()
    drawn = [one for one in block.places if outline_of(one)]
    if not (drawn or facts):
        # Words alone: their photos stand over them, as in any story.
        flow(desk, sheet, top, first + words, block.photos, block.weights, block.id)
        return
    top, left = over_the_people(desk, sheet, first, top, 62.0)
    if drawn:
        room = BOTTOM - 9 - top - deep_of_cards(desk, facts)
        shared = bool(block.photos) and not (left or words or facts)
        tall = 96.0 if shared else max(70.0, min(150.0, room))
        top = _lands(desk, sheet, drawn, top, tall) + 7
        if shared:
            flow(desk, sheet, top, (), block.photos, block.weights, block.id)
            return
    sheet, top = cards(desk, sheet, facts, top, block.id)
    meadow(desk, sheet, top, block.id)
    afterwards(desk, block, left + words)


def _first(desk: Desk, block: SharedBlock) -> str:
    if not block.places:
        return desk.wording.say("heritage.none")
    return desk.wording.say("heritage.country", countries=listed(list(block.places)))


def _lands(desk: Desk, sheet: Sheet, names: Sequence[str], top: float, high: float) -> float:
    """The countries side by side on a panel of sea, each with its name; returns the foot."""
    theme = desk.theme
    panel = shapes.rectangle(sheet.left, top, sheet.measure, high, 2.5 * theme.radius)
    sea = mix(theme.shapes[7], theme.ground, 0.75) if not desk.quiet else theme.tint
    drawn = [filled(panel, sea)]
    share = sheet.measure / len(names)
    faces, (points, leading) = theme.faces, desk.style.reader.caption
    type_ = Type(faces["small_head"], faces["strong"], points, leading, theme.home_text)
    texts = [fitted(name, type_, share - 14) for name in names]
    under = max(deep_of(text) for text in texts) + 3
    colours = (theme.shapes[2], theme.shapes[5], theme.shapes[3])
    places = []
    for number, name in enumerate(names):
        rings = outline_of(name)
        wide, tall = _reach(rings)
        size = min((share - 16) / wide, (high - under - 13) / tall)
        x = sheet.left + share * (number + 0.5) - wide * size / 2
        y = top + 7 + (high - under - 13 - tall * size) / 2
        colour = theme.title if desk.quiet else colours[number % 3]
        for ring in rings:
            path = _path(ring, x, y, size)
            if not desk.quiet:
                drawn.append(stroked(path, mix(sea, "#FFFFFF", 0.35), 2.4))
        land = mix(colour, theme.ground, 0.55 if desk.quiet else 0.85)
        for ring in rings:
            drawn.append(filled(_path(ring, x, y, size), land))
        places.append(x + wide * size / 2)
    sheet.art("countries", drawn, " ".join(f"An outline of {name}." for name in names))
    for x, text in zip(places, texts, strict=True):
        pill(sheet, text, x, top + high - under, "#FFFFFF")
    return top + high


def _reach(rings: Sequence[Sequence[int]]) -> tuple[float, float]:
    xs = [x for ring in rings for x in ring[0::2]]
    ys = [y for ring in rings for y in ring[1::2]]
    return (max(xs) or 1) / _SQUARE, (max(ys) or 1) / _SQUARE


def _path(ring: Sequence[int], x: float, y: float, size: float) -> Outline:
    points = [
        (x + ring[n] * size / _SQUARE, y + ring[n + 1] * size / _SQUARE)
        for n in range(0, len(ring), 2)
    ]
    return shapes.polygon(points)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The outlines, rows for what is told, then the words and photos."""
    title = title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    drawn = [one for one in block.places if outline_of(one)]
    facts, words = tellings(desk, block.facts, "heritage"), told(block)
    if drawn:
        alone = not (facts or words)
        tall = 104.0 if not alone else 88.0 if block.photos else 150.0
        top = _lands(desk, sheet, drawn, top, tall) + 10
    if not (drawn or facts or words):
        words = said(_first(desk, block))
    sheet, top = rows(desk, sheet, facts, top)
    pictured.going_on(desk, sheet, block, words, top + (12 if drawn or facts else 8))
