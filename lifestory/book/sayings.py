"""What pages say by themselves, where nobody has written anything else: for each band and voice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from lifestory.book.mistakes import Where
from lifestory.domain.readers import Band, Voice

_FILE = ("wording", "pages.toml")


def sayings(line: str, band: Band, voice: Voice, child: str, **values: str) -> tuple[str, ...]:
    """The sentences of a line "page.name", a paragraph each, in the version for the band or the
    nearest younger one; none where there is no version so young. A child whose name may not be
    told is spoken to instead. Raises BrokenStyle."""
    spoken, version = _version(line, band)
    told = voice if child or voice is not Voice.NAME else Voice.YOU
    where = Where(_FILE, line)
    try:
        return tuple(one.format(child=child, **values) for one in version.get(told, ()))
    except (KeyError, IndexError, ValueError, AttributeError, TypeError) as broken:
        known = ", ".join(f"{{{one}}}" for one in ("child", *values))
        raise where.mistake(spoken, f"should have no braces but {known}") from broken


def _version(line: str, band: Band) -> tuple[str, Mapping[Voice, tuple[str, ...]]]:
    versions = _lines(line)
    bands = list(Band)
    younger = reversed(bands[: bands.index(band) + 1])
    return next(((str(one), versions[one]) for one in younger if one in versions), ("", {}))


@cache
def _lines(line: str) -> Mapping[Band, Mapping[Voice, tuple[str, ...]]]:
    where = Where(_FILE, line)
    table: Any = where.read()
    for part in line.split("."):
        table = table.get(part) if isinstance(table, dict) else None
    if not isinstance(table, dict) or not table:
        raise where.mistake("", f"a table [{line}] is missing")
    where.only(table, {str(band) for band in Band})
    return {Band(band): _voices(where, band, told) for band, told in table.items()}


def _voices(where: Where, band: str, told: Any) -> Mapping[Voice, tuple[str, ...]]:
    rows = told if isinstance(told, dict) else dict.fromkeys(map(str, Voice), told)
    if set(rows) != {str(voice) for voice in Voice} or not all(map(_is_told, rows.values())):
        raise where.mistake(band, "should be a text, a list of texts, or i, you and name of them")
    return {
        Voice(voice): (one,) if isinstance(one, str) else tuple(one) for voice, one in rows.items()
    }


def _is_told(value: object) -> bool:
    texts = [value] if isinstance(value, str) else value
    return isinstance(texts, list) and bool(texts) and all(isinstance(one, str) for one in texts)
