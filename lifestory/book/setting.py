"""Setting paragraphs: lines measured before they are placed, so that nothing is clipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import bidirectional

from lifestory.book.styles import Type
from lifestory.book.words import Paragraph, Piece
from lifestory.letters.breaking import break_lines, unbroken
from lifestory.letters.direction import Direction, direction_of
from lifestory.letters.extents import ink
from lifestory.letters.faces import covers, metrics
from lifestory.letters.shaping import Span, set_line, width

MM = 72 / 25.4
"""Points in a millimetre."""

_INDENT = 0.55
"""How far a list's words stand in from its bullets, in leadings."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One broken line, not yet placed: `space` is what stands above it in mm, baseline to
    baseline; `indent` in mm; `paragraph` counts from 0; `first` is true on a paragraph's first."""

    spans: tuple[Span, ...]
    space: float
    indent: float
    bullet: str
    paragraph: int
    direction: Direction
    text: str


@dataclass(frozen=True, slots=True)
class SetText:
    """Paragraphs as lines. `height` in mm from the first baseline to the last; `language` is
    BCP 47."""

    lines: tuple[SetLine, ...]
    type: Type
    language: str = "en-GB"

    @property
    def height(self) -> float:
        """From the first baseline to the last, in mm."""
        return sum(line.space for line in self.lines[1:])

    @property
    def ascent(self) -> float:
        """From the highest ink of the first line down to its baseline, in mm."""
        return metrics(self.type.face).ascent * self.type.size / MM + self.rise

    @property
    def rise(self) -> float:
        """How much higher the first line's letters stand than those of its face, in mm: nought
        for "Robin", the height of Nastaliq over Latin for "عائشہ"."""
        if not self.lines:
            return 0.0
        high = _reach(self.lines[0].spans, self.type, self.language)[1]
        return max(0.0, high - metrics(self.type.face).ascent * self.type.size / MM)

    @property
    def descent(self) -> float:
        """From the last baseline down to the lowest ink, in mm."""
        own = -metrics(self.type.face).descent * self.type.size / MM
        return max(
            [own, *(_reach(one.spans, self.type, self.language)[0] for one in self.lines[-1:])]
        )

    @property
    def depth(self) -> float:
        """How far the last line's ink reaches below its baseline, in mm: nought for "Robin"."""
        if not self.lines:
            return 0.0
        return -ink(set_line(self.lines[-1].spans, 0, 0, language=self.language))[0] / MM

    def fitting(self, room: float) -> int:
        """How many lines fit into `room` mm below the first baseline, breaking no paragraph so
        that one line of it stands alone on either side (no widows, no orphans); no more than are
        an idea, for readers who want one at a time."""
        used, count = 0.0, 0
        for index, line in enumerate(self.lines):
            used += line.space if index else 0.0
            if used > room + 1e-6:
                break
            count = index + 1
        if self.type.most_words:
            count = self._an_idea(count)
        while 0 < count < len(self.lines) and not self._may_part(count):
            count -= 1
        return count

    def _an_idea(self, most: int) -> int:
        """As many whole paragraphs of the first lines as have no more words than are an idea; of
        one that has more by itself, as many lines."""
        words = [len(line.text.split()) for line in self.lines[:most]]
        within = [n for n in range(1, most + 1) if sum(words[:n]) <= self.type.most_words]
        ends = [
            n
            for n in within
            if n == len(self.lines) or self.lines[n - 1].paragraph != self.lines[n].paragraph
        ]
        return max(ends or within or [min(1, most)])

    def split(self, count: int) -> tuple[SetText, SetText]:
        """The first `count` lines and the rest."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    def _may_part(self, count: int) -> bool:
        before, after = self.lines[count - 1], self.lines[count]
        if before.paragraph != after.paragraph:
            return True
        of_it = [i for i, line in enumerate(self.lines) if line.paragraph == before.paragraph]
        return count - of_it[0] >= 2 and of_it[-1] + 1 - count >= 2


@lru_cache(maxsize=1024)
def set_text(
    paragraphs: tuple[Paragraph, ...] | str,
    type_: Type,
    measure: float,
    *,
    balanced: bool = True,
    sentences: bool = False,
    language: str = "en-GB",
) -> SetText:
    """The paragraphs broken to `measure` mm. A third of a line stands between paragraphs.

    Remembered: the arrangement that is taken in the end was tried before, and a page is composed
    again for a change of another frame on it.
    """
    if isinstance(paragraphs, str):
        paragraphs = (Paragraph((Piece(paragraphs),)),)
    lines: list[SetLine] = []
    above = 0.0
    for number, paragraph in enumerate(paragraphs):
        indent = type_.leading * _INDENT if paragraph.bullet else 0.0
        direction = _direction(paragraph.text, language)
        broken = break_lines(
            [_span(piece, type_) for piece in paragraph.pieces],
            (measure - indent) * MM,
            balanced=balanced,
            keep_sentences=sentences,
            language=language,
        )
        for index, spans in enumerate(broken):
            between = type_.leading / 3 if number and not index else 0.0
            depth, height = _reach(spans, type_, language)
            tall = max(type_.leading + between, above + height)
            above = depth
            lines.append(
                SetLine(
                    spans=tuple(spans),
                    space=tall,
                    indent=indent,
                    bullet=paragraph.bullet if not index else "",
                    paragraph=number,
                    direction=direction,
                    text="".join(span.text for span in spans),
                )
            )
    return SetText(tuple(lines), type_, language)


def fit_text(
    paragraphs: tuple[Paragraph, ...] | str,
    type_: Type,
    measure: float,
    room: float,
    *,
    balanced: bool = True,
    sentences: bool = False,
    language: str = "en-GB",
) -> SetText:
    """The paragraphs in the largest type, down to 70 %, whose lines stand within `room` mm from
    first baseline to last and break no word. At 70 % it is what it is: nothing is ever cut."""
    said = paragraphs if isinstance(paragraphs, str) else " ".join(one.text for one in paragraphs)
    for share in (1.0, 0.9, 0.8, 0.7):
        smaller = type_.scaled(share)
        text = set_text(
            paragraphs,
            smaller,
            measure,
            balanced=balanced,
            sentences=sentences,
            language=language,
        )
        if text.height <= room and longest_word(said, smaller) <= measure:
            break
    return text


@lru_cache(maxsize=1024)
def longest_word(words: str, type_: Type) -> float:
    """How wide the longest word that no line may break stands, in mm."""
    spans = (_span(Piece(word), type_) for word in unbroken(words))
    return max((width([span]) / MM for span in spans), default=0.0)


def fit_line(words: str, type_: Type, measure: float, most: float) -> SetText:
    """A name on one line: as large as `measure` mm allows, `most` points at most."""
    one = width([_span(Piece(words), replace(type_, size=1.0))])
    size = min(most, measure * MM / one) if one else most
    larger = replace(type_, size=size, leading=size / MM * 1.15)
    # A hair more room: the measure was met to the last digit.
    return set_text(words, larger, measure * 1.001 + 0.01)


def _reach(spans: Sequence[Span], type_: Type, language: str) -> tuple[float, float]:
    """How far a line of foreign letters reaches below and above its baseline, in mm with air
    between; nought for a line that its own face can set, for which the leading is made. Nastaliq
    stands nearly twice as tall as Latin."""
    if all(covers(span.face, span.text) for span in spans):
        return 0.0, 0.0
    low, high = ink(set_line(spans, 0, 0, language=language))
    air = 0.08 * type_.leading
    return -low / MM + air, high / MM + air


def _direction(text: str, language: str) -> Direction:
    """Which way a paragraph runs: as most of its letters do, so that an English sentence that
    begins with an Urdu name still runs rightwards; as its language does where it has none."""
    if text.isascii() and any(map(str.isalpha, text)):
        return "ltr"
    ways = [bidirectional(letter) for letter in text]
    leftwards, rightwards = sum(way in {"R", "AL"} for way in ways), ways.count("L")
    if leftwards == rightwards:
        return direction_of(language)
    return "rtl" if leftwards > rightwards else "ltr"


def _span(piece: Piece, type_: Type) -> Span:
    face = type_.strong if piece.strong else type_.face
    return Span(piece.text, face, type_.size, type_.colour, type_.spacing)
