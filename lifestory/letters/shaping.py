"""Words become glyphs: each letter in a face that has it, each run turned its way and shaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import category

import uharfbuzz as hb

from lifestory.domain.plans import Line, Run
from lifestory.letters.direction import Direction, levels, visual_order
from lifestory.letters.faces import helper, load, missing
from lifestory.letters.graphemes import clusters

__all__ = ["Span", "missing", "set_line", "width"]

FEATURES = {"liga": False, "clig": False}
"""A child who learns letters meets f and i, not one sign for both. Joining scripts keep theirs:
what they need is in other features."""

Glyph = tuple[int, int, int, int]
"""Glyph id, advance, x offset, y offset; in font units."""

WORDS = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style: the id of a face, the size in points, the colour as "#RRGGBB"."""

    text: str
    face: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of one span in one face that run one way."""

    span: Span
    face: str
    level: int
    text: str


def set_line(
    spans: Sequence[Span],
    x: float,
    y: float,
    *,
    direction: Direction | None = None,
    language: str = "en-GB",
) -> Line:
    """The spans as one line from `x` rightwards on the baseline `y`, in points.

    `direction` is that of the paragraph: without it, the first letter that has one decides, which
    is right for a name alone and wrong for a line from the middle of a text.
    """
    text = "".join(span.text for span in spans)
    pieces = list(_pieces(spans, levels(text, direction), language))
    runs = []
    for index in visual_order([piece.level for piece in pieces]):
        piece = pieces[index]
        face = load(piece.face)
        scale = piece.span.size / face.upem
        glyphs = _shaped(piece.text, piece.face, bool(piece.level % 2), language)
        set_glyphs = tuple((g, a * scale, dx * scale, dy * scale) for g, a, dx, dy in glyphs)
        runs.append(Run(piece.face, piece.span.size, piece.span.colour, x, set_glyphs, piece.text))
        x += sum(glyph[1] for glyph in glyphs) * scale
    return Line(y, tuple(runs), text)


def width(spans: Sequence[Span], language: str = "en-GB") -> float:
    """How long the spans are on one line, in points."""
    if len(spans) == 1:
        return spans[0].size * _ems(spans[0].text, spans[0].face, language)
    return _width(spans, language)


@lru_cache(maxsize=50_000)
def _ems(text: str, face: str, language: str) -> float:
    return _width((Span(text, face, 1.0, ""),), language)


def _width(spans: Sequence[Span], language: str) -> float:
    text = "".join(span.text for span in spans)
    total = 0.0
    for piece in _pieces(spans, levels(text), language):
        glyphs = _shaped(piece.text, piece.face, bool(piece.level % 2), language)
        total += sum(glyph[1] for glyph in glyphs) * piece.span.size / load(piece.face).upem
    return total


def _pieces(spans: Sequence[Span], levels: Sequence[int], language: str) -> Iterator[_Piece]:
    """The line in logical order, cut where span, face or level changes."""
    letters = _letters(spans, language)
    at = 0

    def level_of(letter: tuple[str, int, str]) -> tuple[int, str, int]:
        nonlocal at
        level = levels[at]
        at += len(letter[0])
        return letter[1], letter[2], level

    for (index, face, level), together in groupby(letters, key=level_of):
        yield _Piece(spans[index], face, level, "".join(letter[0] for letter in together))


def _letters(spans: Sequence[Span], language: str) -> list[tuple[str, int, str]]:
    """(letter, index of its span, its face). A mark goes with its base, even into another span;
    a space between two letters of a helping face is set in that face too."""
    if all(load(span.face).plain.issuperset(span.text) for span in spans):
        return [(letter, i, span.face) for i, span in enumerate(spans) for letter in span.text]
    owner = [index for index, span in enumerate(spans) for _ in span.text]
    found: list[tuple[str, int, str]] = []
    at = 0
    for letter in clusters("".join(span.text for span in spans)):
        own = spans[owner[at]].face
        found.append((letter, owner[at], helper(letter, own, language) or own))
        at += len(letter)
    for place in range(1, len(found) - 1):
        letter, index, _ = found[place]
        before, after = found[place - 1][2], found[place + 1][2]
        if letter == " " and before == after and helper(" ", before, language) == before:
            found[place] = letter, index, before
    return found


def _shaped(text: str, face: str, leftwards: bool, language: str) -> list[Glyph]:
    """The glyphs from left to right, shaped word by word so that a word is shaped only once."""
    language = load(face).language or language
    words = WORDS.findall(text)
    if leftwards:
        words.reverse()
    return [glyph for word in words for glyph in _word(word, face, leftwards, language)]


@lru_cache(maxsize=50_000)
def _word(text: str, face: str, leftwards: bool, language: str) -> tuple[Glyph, ...]:
    buffer = hb.Buffer()
    buffer.add_str("".join(" " if category(one) == "Cc" else one for one in text))
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.language = language
    buffer.guess_segment_properties()
    hb.shape(load(face).font, buffer, FEATURES)
    return tuple(
        (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
