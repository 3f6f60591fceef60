"""Where lines of words break: nothing clipped, nothing lost, no word left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lifestory.letters.graphemes import clusters
from lifestory.letters.shaping import Span, width

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
SPACE = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
"""White space that a line may break at; the non-breaking ones are part of their word."""
WORD = re.compile(f"([{SPACE}]*)([^{SPACE}]+)")
DASH = r"(?<=[^\W\d][–—])(?=[^\W\d])"
"""A line may break after a dash between letters; figures keep theirs."""
HYPHEN = re.compile(r"(?<=[^\W\d][-‐])(?=[^\W\d])")
"""Where a word breaks that no line can hold: else "grown-ups" and Ava-Grace stay whole, for who
learns to read takes "grown-" for a word."""
HAN = "\u2e80-\u2fff\u3003-\u3007\u3021-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese letters (and kana), written without spaces: a line may break at each."""
CLOSES = "、。，．：；？！）〕］｝」』】〉》〗"
"""Full-width signs that a line may break after."""
CLINGS = CLOSES + "’”…—·％～ー々,.:;?!)%\\]}\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What may not start a line after such a letter."""
BEGINS = "（〔［｛「『【〈《〖"
"""Full-width signs that a line may break before."""
OPENS = BEGINS + "‘“(\\[{￥0-9"
"""What may not end a line before such a letter; a year keeps its 年."""
AT_HAN = f"(?<=[{HAN}{CLOSES}])(?=[^{CLINGS}])|(?<=[^{OPENS}])(?=[{HAN}{BEGINS}])(?=[^{CLINGS}])"
"""Where a line with Chinese letters may break: UAX #14 for its classes ID, CL and OP."""
INSIDE = re.compile(f"{DASH}|{AT_HAN}")
SENTENCE_END = re.compile("[.!?…।۔؟。！？][\"'’”)»」』）]*$")
ABBREVIATION = re.compile(r"^(Mr|Mrs|Ms|Dr|St|No)\.$")
PAUSE = 0.4
"""How much shorter than the measure a young reader's line may be to end where one takes breath."""
HAIR = 1e-6
"""Points by which a line may be too long, so that rounding breaks none."""

Cost = tuple[int, int, int, float]
"""What a good set of lines has little of, the worst first: lines; words alone on a line; sentences
that do not start a line (where that is asked); ragged edge."""


@dataclass(frozen=True, slots=True)
class _Word:
    """Letters that stay together, the space before them, and their widths in points."""

    start: int
    end: int
    width: float
    space: float
    new_sentence: bool
    pauses: bool
    """True for a word one takes breath after, so that a line ends well there."""


def break_lines(
    spans: Sequence[Span],
    measure: float,
    *,
    balanced: bool = False,
    keep_sentences: bool = False,
    language: str = "en-GB",
) -> list[list[Span]]:
    """The spans as lines no longer than `measure` points, each a list of spans.

    Always as few lines as will do, and no line of one word where that can be helped. `balanced`
    makes them of one length; `keep_sentences`, for young readers, starts a line with a sentence
    where that takes no more lines. A line end in the text breaks; a word longer than the measure
    is broken between letters. White space at a break is dropped, every other letter is kept.
    """
    text = "".join(span.text for span in spans)
    lines: list[list[Span]] = []
    start = 0
    for end in [*LINE_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        words = [
            piece
            for word in _words(tuple(spans), start, stop, language)
            for piece in _fitting(word, spans, measure, language)
        ]
        lines += [
            _cut(spans, words[first].start, words[last - 1].end)
            for first, last in _breaks(words, measure, balanced, keep_sentences)
        ] or [[]]
        start = end.end() if end else stop
    return lines


def unbroken(text: str) -> list[str]:
    """The pieces of a text that no line needs to break."""
    return [part for word in WORD.finditer(text) for part in INSIDE.split(word[2])]


@lru_cache(maxsize=1024)
def _words(spans: tuple[Span, ...], start: int, stop: int, language: str) -> tuple[_Word, ...]:
    """The words between two line ends. Remembered, for one text is broken to many measures before
    its photo has found its place."""
    text = "".join(span.text for span in spans)
    words = []
    new_sentence = False
    for found in WORD.finditer(text, start, stop):
        begin = found.start(2)
        space = width(_cut(spans, found.start(), begin), language)
        for part in INSIDE.split(found[2]):
            end = begin + len(part)
            long = width(_cut(spans, begin, end), language)
            pauses = part[-1:] in ",;:，；：、،؛"
            words.append(_Word(begin, end, long, space, new_sentence, pauses))
            begin, space = end, 0.0
            new_sentence = bool(SENTENCE_END.search(part)) and not ABBREVIATION.match(part)
    return tuple(words)


def _fitting(word: _Word, spans: Sequence[Span], measure: float, language: str) -> Iterator[_Word]:
    """The word; or, where no line can hold it, pieces that fit, cut after hyphens where it has any,
    else between letters."""
    if word.width <= measure + HAIR:
        yield word
        return
    parts = HYPHEN.split("".join(span.text for span in _cut(spans, word.start, word.end)))
    if len(parts) > 1:
        at = word.start
        for part in parts:
            end = at + len(part)
            long = width(_cut(spans, at, end), language)
            first, last = at == word.start, end == word.end
            piece = replace(
                word, start=at, end=end, width=long, space=word.space if first else 0.0,
                new_sentence=word.new_sentence and first, pauses=word.pauses and last,
            )  # fmt: skip
            yield from _fitting(piece, spans, measure, language)
            at = end
        return
    start = end = word.start
    long = 0.0
    for letter in clusters("".join(span.text for span in _cut(spans, word.start, word.end))):
        longer = width(_cut(spans, start, end + len(letter)), language)
        if longer > measure + HAIR and end > start:
            yield replace(word, start=start, end=end, width=long, pauses=False)
            word = replace(word, space=0.0, new_sentence=False)
            start, longer = end, width(_cut(spans, end, end + len(letter)), language)
        end, long = end + len(letter), longer
    yield replace(word, start=start, end=end, width=long)


def _breaks(
    words: Sequence[_Word], measure: float, balanced: bool, keep_sentences: bool
) -> list[tuple[int, int]]:
    """The first word of each line and the one after its last, at the least cost.

    Worked out from the end of the text, so that among equals the first lines are the fullest.
    """
    whole = sum(word.space + word.width for word in words) - sum(word.space for word in words[:1])
    if whole <= measure + HAIR:
        return [(0, len(words))] if words else []
    best: list[tuple[Cost, int]] = [((0, 0, 0, 0.0), len(words))]
    for first in range(len(words) - 1, -1, -1):
        choice: tuple[Cost, int] | None = None
        long = -words[first].space
        inside = 0
        for last in range(first + 1, len(words) + 1):
            word = words[last - 1]
            long += word.space + word.width
            inside += keep_sentences and word.new_sentence and last > first + 1
            if long > measure + HAIR and last > first + 1:
                break
            rest = best[len(words) - last][0]
            ragged = (measure - long) ** 2 if balanced else 0.0
            if keep_sentences and word.pauses and last < len(words):
                ragged -= (PAUSE * measure) ** 2
            cost = (
                rest[0] + 1,
                rest[1] + (last == first + 1),
                rest[2] + inside,
                rest[3] + ragged,
            )
            if choice is None or cost <= choice[0]:
                choice = (cost, last)
        assert choice is not None
        best.append(choice)
    lines, first = [], 0
    while first < len(words):
        last = best[len(words) - first][1]
        lines.append((first, last))
        first = last
    return lines


def _cut(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The letters from `start` to `end` of the whole text, in their own styles."""
    found, at = [], 0
    for span in spans:
        piece = span.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            found.append(Span(piece, span.face, span.size, span.colour, span.spacing))
        at += len(span.text)
        if at >= end:
            break
    return found
