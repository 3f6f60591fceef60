"""Shaped words as the operators that show them (PDF 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterator

from lifestory.domain.plans import Line, Run, Words
from lifestory.letters import subsets
from lifestory.pdf.fonts import Fonts
from lifestory.pdf.numbers import colour, number

SLACK = 0.05
"""Thousandths of the em by which a glyph may be off before it is moved: below any printer."""


def show(words: Words, fonts: Fonts) -> str:
    """One text object with every line of the words."""
    shown = (operators for line in words.lines for operators in _line(line, fonts))
    return "\n".join(["BT", *shown, "ET"])


def _line(line: Line, fonts: Fonts) -> Iterator[str]:
    """Where the glyphs of a line do not spell its text from left to right, the text is written
    beside them, so that it can be searched and read aloud. The whole line at once, since readers
    put pieces of a line that runs both ways together wrongly."""
    spelled = "".join(
        subsets.shown(run.font).get(glyph[0], "") for run in line.runs for glyph in run.glyphs
    )
    if spelled != line.text:
        said = ("\ufeff" + line.text).encode("utf-16-be").hex().upper()
        yield f"/Span <</ActualText <{said}>>> BDC"
    for run in line.runs:
        if run.glyphs:
            name = fonts.use(run.font, {glyph[0] for glyph in run.glyphs})
            yield f"/{name} {number(run.size)} Tf {colour(run.colour)} rg"
            yield f"1 0 0 1 {number(run.x)} {number(line.y)} Tm"
            yield from _glyphs(run)
    if spelled != line.text:
        yield "EMC"


def _glyphs(run: Run) -> Iterator[str]:
    """The glyphs, moved from where their own widths would put them to where they belong."""
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
    yield f"[{''.join(shown)}] TJ"
    if rise:
        yield "0 Ts"
