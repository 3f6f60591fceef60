"""First sentences to begin a passage with, by what its heading is about and who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from lifestory import assets
from lifestory.book.styles import BrokenStyle
from lifestory.domain.readers import Band

_WHERE = "resources/wording/starters.toml"


def starters(heading: str, band: Band) -> tuple[str, ...]:
    """The sentences to offer for a heading (plain words) and a band. "…" stands in them where
    something is to be written. Raises BrokenStyle."""
    said = heading.casefold().replace("’", "'")
    tables = _tables()
    fitting = (one for words, one in tables if any(word in said for word in words))
    sentences = next(fitting, tables[-1][1])
    bands = list(Band)
    younger = reversed(bands[: bands.index(band) + 1])
    return next((sentences[one] for one in younger if one in sentences), ())


_Table = tuple[tuple[str, ...], Mapping[Band, tuple[str, ...]]]


@cache
def _tables() -> tuple[_Table, ...]:
    tables = assets.read_toml("wording", "starters.toml").get("starters")
    if not isinstance(tables, list) or not tables:
        raise BrokenStyle(f"{_WHERE}: at least one [[starters]] is expected.")
    return tuple(_table(one, f"{_WHERE}, [[starters]] {number}") for number, one in
                 enumerate(tables, 1))  # fmt: skip


def _table(rows: Mapping[str, Any], where: str) -> _Table:
    headings = _texts(rows.get("headings"), f"{where}: headings")
    sentences = {}
    for name, texts in rows.items():
        if name == "headings":
            continue
        if name not in set(Band):
            raise BrokenStyle(f"{where}: {name} should be one of {', '.join(Band)}.")
        sentences[Band(name)] = _texts(texts, f"{where}: {name}")
    return tuple(one.replace("’", "'") for one in headings), sentences


def _texts(texts: object, where: str) -> tuple[str, ...]:
    if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
        raise BrokenStyle(f"{where} should be a list of texts.")
    return tuple(texts)
