"""How far ink reaches above and below the baseline: of these letters, not of the whole face."""

from __future__ import annotations

from functools import lru_cache

from lifestory.domain.plans import Line
from lifestory.letters.faces import load


def ink(line: Line) -> tuple[float, float]:
    """The lowest and the highest ink of a line in points from its baseline; below is negative."""
    reaches = [
        (low * scale + glyph[3], high * scale + glyph[3])
        for run in line.runs
        for glyph in run.glyphs
        for scale in (run.size / load(run.font).upem,)
        for low, high in (_reach(run.font, glyph[0]),)
    ]
    return (
        min((low for low, _ in reaches), default=0.0),
        max((high for _, high in reaches), default=0.0),
    )


@lru_cache(maxsize=20_000)
def _reach(face: str, glyph: int) -> tuple[int, int]:
    extents = load(face).font.get_glyph_extents(glyph)
    if extents is None:
        return 0, 0
    # HarfBuzz measures a glyph's height downwards from its top.
    return extents.y_bearing + extents.height, extents.y_bearing
