"""Marked content (PDF 32000-1, 14.6): what is drawn in stretches that can be told of by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width

from lifestory.domain.plans import Element, Line, Role, Words
from lifestory.letters import subsets

DECORATION = "/Artifact BMC"
FOLIO = "/Artifact <</Type /Pagination>> BDC"
END = "EMC"
BULLET, ITEM, SAID = "Lbl", "LBody", "Span"
"""A list item's bullet, its words, and a line that is said otherwise than its glyphs spell it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of what is drawn: what it is, its number on the page, the lines of the words it
    begins and ends with, and what they say where the glyphs do not spell it.

    `paragraph` is the first stretch of one: it is a paragraph with those that follow.
    """

    tag: str
    number: int
    first: int = 0
    last: int = 0
    said: str = ""
    paragraph: bool = True

    @property
    def begin(self) -> str:
        """The operator that begins it; `END` ends it."""
        said = f" /ActualText {text(self.said)}" if self.said else ""
        return f"/{self.tag} <</MCID {self.number}{said}>> BDC"


def marks_of(element: Element, used: int) -> Iterator[Mark]:
    """The marks of what is read aloud of an element, numbered from `used` on.

    None lies in another, though a PDF may: readers lose the rest of a paragraph by it.
    """
    if not isinstance(element, Words):
        yield Mark("Figure", used)
        return
    count = len(element.lines)
    tag = {Role.HEADING: "H", Role.CAPTION: "Caption"}.get(element.role, "P")
    starts = (0,) if element.role is Role.HEADING else element.starts or (0,)
    for start, end in zip(starts, (*starts[1:], count), strict=True):
        parts = [(start, end, tag)]
        if start in element.bullets:
            parts = [(start, start + 1, BULLET), (start + 1, end, ITEM)]
        for first, last, what in parts:
            for mark in _stretches(element.lines, first, last, what, used):
                yield mark
                used += 1


def _stretches(lines: Sequence[Line], first: int, last: int, tag: str, used: int) -> Iterator[Mark]:
    """A paragraph in as few stretches as there can be: each line that is said otherwise is one."""
    begun = first
    paragraph = True
    for at in range(first, last):
        if spelled(lines[at]):
            continue
        if begun < at:
            yield Mark(tag, used, begun, at, paragraph=paragraph)
            used, paragraph = used + 1, False
        gap = " " if at + 1 < last and parted(lines[at].text, lines[at + 1].text) else ""
        yield Mark(SAID, used, at, at + 1, lines[at].text + gap, paragraph)
        used, paragraph, begun = used + 1, False, at + 1
    if begun < last:
        yield Mark(tag, used, begun, last, paragraph=paragraph)


def spelled(line: Line) -> bool:
    """True where the glyphs of a line spell its text from left to right."""
    written = "".join(
        subsets.shown(run.font).get(glyph[0], "") for run in line.runs for glyph in run.glyphs
    )
    return written == line.text


def parted(line: str, following: str) -> bool:
    """True where a space was left out between two lines: not after a hyphen, nor in scripts that
    write none."""
    last, first = line[-1:], following[:1]
    if not last or not first or last in " -\u2010/":
        return False
    return not (_wide(last) or _wide(first))


def _wide(letter: str) -> bool:
    return east_asian_width(letter) in {"W", "F"}


@cache
def space(face: str) -> int | None:
    """The glyph of the space in a face, where it has one."""
    return next((glyph for glyph, letter in subsets.shown(face).items() if letter == " "), None)


def text(said: str) -> str:
    """A text as a PDF holds it (PDF 32000-1, 7.9.2.2)."""
    if said.isascii() and said.isprintable():
        escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    coded = ("\ufeff" + said).encode("utf-16-be").hex()
    return f"<{coded}>"
