"""How a format sets a book on top of its band: larger, further apart, an idea at a time.

Read from resources/rules/formats.toml and checked. Source: LOOK §1 "Reader presets".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lifestory.book.mistakes import Where
from lifestory.book.themes import is_colour
from lifestory.domain.readers import Format
from lifestory.letters.faces import known

_LIMITS = ("words_a_page", "words_a_sentence", "characters_a_line", "photos_a_page")
_FACES = ("body", "strong", "title", "small_head", "numeral")


@dataclass(frozen=True)
class Manner:
    """`body` is the least size of running text, `least` that of all words, in points; `lines` is
    what stands from line to line, in sizes; `spacing` what is added after each letter, in ems;
    `most_words` how many words a page takes of a text, 0 where the page decides. `limits` are the
    preset's where they are lower, `faces` those that are not the theme's, nor is `ground`."""

    body: float = 0.0
    least: float = 0.0
    lines: float = 0.0
    spacing: float = 0.0
    most_words: int = 0
    sentence: bool = False
    ground: str = ""
    limits: tuple[tuple[str, int], ...] = ()
    faces: tuple[tuple[str, str], ...] = ()


@cache
def manner(format_: Format) -> Manner:
    """What a format asks for. Raises BrokenStyle."""
    if format_ is Format.STANDARD:
        return Manner()
    where = Where(("rules", "formats.toml"), format_.value)
    Where(where.file).only(where.read(), [str(one) for one in Format])
    rows = where.rows()
    where.only(rows, {*Manner.__dataclass_fields__, *_LIMITS} - {"limits"})
    for key, most in (("body", 200.0), ("least", 200.0), ("lines", 5.0)):
        where.number(rows, key, 0.0, most)
    for key in (*_LIMITS, "most_words"):
        if key in rows:
            where.check(rows, key, lambda one: type(one) is int and one > 0, "a whole number")
    if "spacing" in rows:
        where.number(rows, "spacing", 0.0, 1.0)
    if "sentence" in rows:
        where.flag(rows, "sentence")
    if "ground" in rows:
        where.check(rows, "ground", is_colour, "a colour such as #FCF9F0")
    if "faces" in rows:
        where.check(rows, "faces", _are_faces, f"faces we have for {', '.join(_FACES)}")
    given = {key: one for key, one in rows.items() if key not in {*_LIMITS, "faces"}}
    return Manner(
        **given,
        limits=tuple((key, rows[key]) for key in _LIMITS if key in rows),
        faces=tuple(rows.get("faces", {}).items()),
    )


def _are_faces(value: object) -> bool:
    if not isinstance(value, dict) or not set(value) <= set(_FACES):
        return False
    return all(isinstance(face, str) and face in known() for face in value.values())
