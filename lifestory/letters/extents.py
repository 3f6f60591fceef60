"""How far ink reaches above and below the baseline: of these letters, not of the whole face."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lifestory.domain.plans import Line, Run
from lifestory.letters.faces import load, metrics


def ink(line: Line) -> tuple[float, float]:
    """The lowest and the highest ink of a line in points from its baseline; below is negative."""
    return _hull(_ink(run) for run in line.runs)


def stand(line: Line) -> tuple[float, float]:
    """How low and how high a line stands, in points from its baseline: as its face does, so that
    lines in one type stand alike; letters of a face made for other languages as their ink does,
    since few words of Nastaliq need the two and a half ems that its face allows for."""
    return _hull(
        _ink(run)
        if load(run.font).languages
        else (metrics(run.font).descent * run.size, metrics(run.font).ascent * run.size)
        for run in line.runs
    )


def _ink(run: Run) -> tuple[float, float]:
    scale = run.size / load(run.font).upem
    reaches = ((*_reach(run.font, glyph), up) for glyph, _, _, up in run.glyphs)
    return _hull((low * scale + up, high * scale + up) for low, high, up in reaches)


def _hull(reaches: Iterable[tuple[float, float]]) -> tuple[float, float]:
    every = [(0.0, 0.0), *reaches]
    return min(low for low, _ in every), max(high for _, high in every)


@lru_cache(maxsize=20_000)
def _reach(face: str, glyph: int) -> tuple[int, int]:
    extents = load(face).font.get_glyph_extents(glyph)
    if extents is None:
        return 0, 0
    # HarfBuzz measures a glyph's height downwards from its top.
    return extents.y_bearing + extents.height, extents.y_bearing
