"""First sentences to begin a passage with, by what its heading is about and who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from lifestory.book.mistakes import Where
from lifestory.domain.readers import Band

_FILE = ("wording", "starters.toml")


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
    where = Where(_FILE)
    tables = where.read()
    where.only(tables, ("starters",))
    where.check(tables, "starters", lambda one: isinstance(one, list) and bool(one), "[[starters]]")
    return tuple(
        _table(Where(_FILE, f"starters.{number}"), one)
        for number, one in enumerate(tables["starters"], 1)
    )


def _table(where: Where, given: object) -> _Table:
    rows: dict[str, Any] = where.rows_of(given)
    where.only(rows, {"headings", *map(str, Band)})
    where.texts(rows, "headings")
    bands = [band for band in Band if band in rows]
    for band in bands:
        where.texts(rows, band, least=1)
    words = tuple(one.replace("’", "'") for one in rows["headings"])
    return words, {band: tuple(rows[band]) for band in bands}
