"""Shaped words as the operators that show them (PDF 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from lifestory.domain.plans import Line, Run, Words
from lifestory.letters import subsets
from lifestory.pdf.fonts import Fonts
from lifestory.pdf.marks import END, SAID, Mark, parted, space, spelled, text
from lifestory.pdf.numbers import fills, number

SLACK = 0.05
"""Thousandths of the em by which a glyph may be off before it is moved: below any printer."""


def show(words: Words, fonts: Fonts, marks: Sequence[Mark] = ()) -> str:
    """One text object with every line of the words; what is marked is told by its marks, the rest
    by itself."""
    shown = ["BT"]
    for mark, after in zip_longest(marks, marks[1:]):
        shown.append(mark.begin)
        goes_on = after is not None and not after.paragraph
        for at in range(mark.first, mark.last):
            inside = at + 1 < mark.last or goes_on
            apart = inside and parted(words.lines[at].text, words.lines[at + 1].text)
            shown += _line(words.lines[at], fonts, apart)
        shown.append(END)
    if not marks:
        for line in words.lines:
            shown += _by_itself(line, fonts)
    return "\n".join([*shown, "ET"])


def _by_itself(line: Line, fonts: Fonts) -> Iterator[str]:
    """Where the glyphs of a line do not spell its text from left to right, the text is written
    beside them, so that it can be searched. The whole line at once, since readers put pieces of a
    line that runs both ways together wrongly."""
    if spelled(line):
        yield from _line(line, fonts)
        return
    yield f"/{SAID} <</ActualText {text(line.text)}>> BDC"
    yield from _line(line, fonts)
    yield END


def _line(line: Line, fonts: Fonts, parted: bool = False) -> Iterator[str]:
    """A line; with the space that was left out at its end where it is `parted` from the next, else
    it would be read as one word with it."""
    runs = [run for run in line.runs if run.glyphs]
    for run in runs:
        gap = space(run.font) if parted and run is runs[-1] else None
        name = fonts.use(run.font, {glyph[0] for glyph in run.glyphs} | ({gap} if gap else set()))
        yield f"/{name} {number(run.size)} Tf {fills(run.colour)}"
        yield f"1 0 0 1 {number(run.x)} {number(line.y)} Tm"
        yield from _glyphs(run, gap)


def _glyphs(run: Run, gap: int | None = None) -> Iterator[str]:
    """The glyphs, moved from where their own widths would put them to where they belong, and the
    space after them."""
    scale = 1000 / run.size
    shown: list[str] = []
    rise = 0.0
    pen = place = 0.0
    for glyph, advance, across, up in run.glyphs:
        if up != rise:
            if shown:
                yield f"[{''.join(shown)}] TJ"
                shown = []
            yield f"{number(up)} Ts"
            rise = up
        off = round((pen - place - across) * scale, 2)
        if abs(off) > SLACK:
            shown.append(number(off))
            pen -= off / scale
        shown.append(f"<{glyph:04X}>")
        pen += subsets.advance(run.font, glyph) / scale
        place += advance
    if gap is not None:
        shown.append(f"<{gap:04X}>")
    yield f"[{''.join(shown)}] TJ"
    if rise:
        yield "0 Ts"
