"""Words become glyphs: each letter in a face that has it, each run turned its way and shaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import category, name

import uharfbuzz as hb

from lifestory.domain.plans import Line, Run
from lifestory.letters.direction import Direction, levels, visual_order
from lifestory.letters.faces import (
    at_home,
    helper,
    load,
    missing,
    relative_size,
    spoken,
    whole_helper,
)
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
    """Words in one style: the id of a face, the size in points, the colour as "#RRGGBB"; and what
    is added after each letter, in ems (and much more between words), for readers who want it."""

    text: str
    face: str
    size: float
    colour: str
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of one span in one face that run one way."""

    span: Span
    face: str
    level: int
    text: str

    @property
    def size(self) -> float:
        """The size in points that this face is set in to look like that of the span."""
        return self.span.size * relative_size(self.face, self.span.face)


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
        scale = piece.size / face.upem
        glyphs = _spaced(piece, language)
        set_glyphs = tuple((g, a * scale, dx * scale, dy * scale) for g, a, dx, dy in glyphs)
        runs.append(Run(piece.face, piece.size, piece.span.colour, x, set_glyphs, piece.text))
        x += sum(glyph[1] for glyph in glyphs) * scale
    return Line(y, tuple(runs), text)


def width(spans: Sequence[Span], language: str = "en-GB") -> float:
    """How long the spans are on one line, in points."""
    if len(spans) == 1:
        return spans[0].size * _ems(spans[0].text, spans[0].face, language, spans[0].spacing)
    return _width(spans, language)


@lru_cache(maxsize=50_000)
def _ems(text: str, face: str, language: str, spacing: float) -> float:
    return _width((Span(text, face, 1.0, "", spacing),), language)


def _width(spans: Sequence[Span], language: str) -> float:
    text = "".join(span.text for span in spans)
    total = 0.0
    for piece in _pieces(spans, levels(text), language):
        glyphs = _spaced(piece, language)
        total += sum(glyph[1] for glyph in glyphs) * piece.size / load(piece.face).upem
    return total


def _pieces(spans: Sequence[Span], levels: Sequence[int], language: str) -> Iterator[_Piece]:
    """The line in logical order, cut where span, face or level changes."""
    if _plain(spans) and len(set(levels)) == 1:
        for span in spans:
            if span.text:
                yield _Piece(span, span.face, levels[0], span.text)
        return
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
    """(letter, index of its span, its face). A mark goes with its base, even into another span."""
    if _plain(spans):
        return [(letter, i, span.face) for i, span in enumerate(spans) for letter in span.text]
    owner = [index for index, span in enumerate(spans) for _ in span.text]
    letters = clusters("".join(span.text for span in spans))
    at = 0
    owners = []
    for letter in letters:
        owners.append(owner[at])
        at += len(letter)
    faces = _faces(letters, [spans[index].face for index in owners], language)
    return list(zip(letters, owners, faces, strict=True))


def _plain(spans: Sequence[Span]) -> bool:
    """True where the spans' own faces have all their letters, each of which stands for itself."""
    return all(load(span.face).plain.issuperset(span.text) for span in spans)


def _faces(letters: Sequence[str], own: Sequence[str], language: str) -> list[str]:
    """The face of each letter: words are of one face where one has them whole; a sign that its
    own face lacks is taken from the face of the letter before it where that has it."""
    faces: list[str] = []
    for (face, script), group in groupby(
        zip(letters, own, strict=True), key=lambda one: (one[1], _script(one[0]))
    ):
        word = [letter for letter, _ in group]
        whole = whole_helper("".join(word), face, language) if script else None
        for letter in word:
            before = faces[-1] if faces else face
            beside = before if helper(letter, before, language) == before else None
            found = helper(letter, face, language)
            faces.append(whole or (found if found == face else beside or found) or face)
    for place, letter in enumerate(letters):
        faces[place] = _sided(letter, place, letters, faces, own, language)
    return faces


def _sided(
    letter: str,
    place: int,
    letters: Sequence[str],
    faces: Sequence[str],
    own: Sequence[str],
    language: str,
) -> str:
    """A space between letters of one helping face is that face's; so are the marks of a text in
    the face made for its language, but for those inside a foreign word ("Robin’s")."""
    sides = [at for at in (place - 1, place + 1) if 0 <= at < len(letters)]
    kept = faces[place]
    worded = all(_script(letters[at]) for at in sides)
    if letter == " " and worded and len(sides) == 2 and faces[sides[0]] == faces[sides[1]]:
        beside = faces[sides[0]]
        return beside if helper(" ", beside, language) == beside else kept
    home = at_home(own[place], language)
    if home is None or category(letter[0])[0] != "P" or helper(letter, home, language) != home:
        return kept
    foreign = [faces[at] != home and _script(letters[at]) != "" for at in sides]
    return kept if len(sides) == 2 and all(foreign) else home


@lru_cache(maxsize=20_000)
def _script(letter: str) -> str:
    """The writing a letter belongs to, as the first word of its Unicode name; "" for a sign."""
    return name(letter[0], "").partition(" ")[0] if category(letter[0])[0] in "LM" else ""


_BETWEEN_WORDS = 3.5
"""How much more is added between words than between letters. Source: British Dyslexia Association,
"Dyslexia friendly style guide"."""


def _spaced(piece: _Piece, language: str) -> list[Glyph]:
    """The glyphs of a piece, further apart where its span wants it and its face is the one that
    was chosen for that: letters of other scripts join, or hang on a line."""
    glyphs = _shaped(piece.text, piece.face, bool(piece.level % 2), language)
    if not piece.span.spacing or piece.face != piece.span.face:
        return glyphs
    face = load(piece.face)
    more = round(piece.span.spacing * face.upem)
    space = face.font.get_nominal_glyph(ord(" "))
    return [
        (glyph, across + round(more * (_BETWEEN_WORDS if glyph == space else 1)) if across else 0,
         right, up)
        for glyph, across, right, up in glyphs
    ]  # fmt: skip


def _shaped(text: str, face: str, leftwards: bool, language: str) -> list[Glyph]:
    """The glyphs from left to right, shaped word by word so that a word is shaped only once."""
    language = spoken(face, language)
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
