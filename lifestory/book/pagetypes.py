"""Page types: what a page may hold, read from resources/pages and checked on load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lifestory import assets
from lifestory.book.mistakes import BrokenStyle, Where
from lifestory.domain.readers import Voice

_KINDS = ("fact", "home", "milestone", "passage", "person", "photo", "place", "words")
_ORDER = ("front", "present", "past", "any", "future", "back")
_BRACES = {"home-along-the-way": ("child", "home"), "birth-parent": ("child", "person")}
"""What fills the braces of a title, where that is more than the child's name."""


@dataclass(frozen=True)
class Slot:
    """A place to fill: with records of one kind, from `least` to `most` of them. `fills_from` says
    where it fills itself from when the worker leaves it empty."""

    kind: str
    least: int
    most: int
    fills_from: str = ""


@dataclass(frozen=True)
class PageType:
    """One page type. `called` and `says` are what the worker reads: a few words, and a sentence.
    `spread` is true for one that takes a left and a right page at once."""

    name: str
    called: str
    says: str
    part: str
    spread: bool
    titles: Mapping[Voice, str]
    slots: Mapping[str, Slot]
    headings: tuple[str, ...] = ()
    """Words in small letters, any of which the heading of a passage may hold to have this page in a
    first book."""


@cache
def page_type(name: str) -> PageType:
    """A page type by name. Raises BrokenStyle naming the file, the line and what was expected."""
    where = Where(("pages", f"{name}.toml"))
    try:
        table = where.read()
    except FileNotFoundError as missing:
        raise BrokenStyle(f"There is no page type “{name}”.") from missing
    where.only(table, {"called", "says", "part", "spread", "headings", "titles", "slots"})
    for key in ("called", "says"):
        where.text(table, key)
    where.one_of(table, "part", _ORDER)
    where.flag(table, "spread")
    headings = {"headings": [], **table}
    where.texts(headings, "headings")
    for key in ("titles", "slots"):
        where.check({"slots": {}, **table}, key, lambda one: isinstance(one, dict), "a table")
    return PageType(
        name=name,
        called=table["called"],
        says=table["says"],
        part=table["part"],
        spread=table["spread"],
        titles=_titles(Where(where.file, "titles"), table["titles"], _BRACES.get(name, ("child",))),
        slots={
            slot: _slot(Where(where.file, f"slots.{slot}"), rows)
            for slot, rows in table.get("slots", {}).items()
        },
        headings=tuple(headings["headings"]),
    )


def _titles(where: Where, rows: Mapping[str, Any], filled: tuple[str, ...]) -> Mapping[Voice, str]:
    where.only(rows, [voice.value for voice in Voice])
    for voice in Voice:
        where.check(rows, voice.value, lambda one: isinstance(one, str), "a text in quotes")
        where.braces(rows, voice.value, filled)
    return {voice: rows[voice.value] for voice in Voice}


def page_types() -> tuple[PageType, ...]:
    """Every page type, in the order in which a book has them. Raises BrokenStyle."""
    parts = list(_ORDER)
    files = sorted(assets.path("pages").glob("*.toml"))
    found = (page_type(file.stem) for file in files)
    return tuple(sorted(found, key=lambda one: parts.index(one.part)))


def _slot(where: Where, rows: Mapping[str, Any]) -> Slot:
    rows = where.rows_of(rows)
    where.only(rows, {"kind", "least", "most", "fills_from"})
    where.one_of(rows, "kind", _KINDS)
    where.check(rows, "least", lambda one: _is_count(one, 0), "a whole number from 0 on")
    least = rows["least"]
    where.check(rows, "most", lambda one: _is_count(one, least), f"a whole number from {least} on")
    if "fills_from" in rows:
        where.text(rows, "fills_from")
    return Slot(rows["kind"], least, rows["most"], rows.get("fills_from", ""))


def _is_count(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
