"""Page types: what a page may hold, read from resources/pages and checked on load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lifestory import assets
from lifestory.book.styles import BrokenStyle
from lifestory.domain.readers import Voice

_KINDS = {"photo", "person", "fact", "passage", "home", "milestone", "words", "place"}
_ORDER = ("front", "present", "past", "any", "future", "back")
_PARTS = set(_ORDER)


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
    """A page type by name. Raises BrokenStyle naming the file and what was expected."""
    where = f"resources/pages/{name}.toml"
    try:
        table = assets.read_toml("pages", f"{name}.toml")
    except FileNotFoundError as missing:
        raise BrokenStyle(f"There is no page type “{name}”.") from missing
    if table.get("part") not in _PARTS:
        raise BrokenStyle(f"{where}: part should be one of {', '.join(sorted(_PARTS))}.")
    if not isinstance(table.get("spread"), bool):
        raise BrokenStyle(f"{where}: spread should be true or false.")
    for key in ("called", "says"):
        if not isinstance(table.get(key), str):
            raise BrokenStyle(f"{where}: {key} should be a text.")
    headings = table.get("headings", [])
    if not (isinstance(headings, list) and all(isinstance(one, str) for one in headings)):
        raise BrokenStyle(f"{where}: headings should be a list of texts.")
    titles = table.get("titles", {})
    for voice in Voice:
        if not isinstance(titles.get(voice.value), str):
            raise BrokenStyle(f"{where}: [titles] needs a text for {voice.value}.")
    return PageType(
        name=name,
        called=table["called"],
        says=table["says"],
        part=table["part"],
        spread=table["spread"],
        titles={voice: titles[voice.value] for voice in Voice},
        slots={slot: _slot(rows, slot, where) for slot, rows in table.get("slots", {}).items()},
        headings=tuple(headings),
    )


def page_types() -> tuple[PageType, ...]:
    """Every page type, in the order in which a book has them. Raises BrokenStyle."""
    parts = list(_ORDER)
    files = sorted(assets.path("pages").glob("*.toml"))
    found = (page_type(file.stem) for file in files)
    return tuple(sorted(found, key=lambda one: parts.index(one.part)))


def _slot(rows: Mapping[str, Any], name: str, where: str) -> Slot:
    if rows.get("kind") not in _KINDS:
        raise BrokenStyle(f"{where}: kind of [slots.{name}] is not one of {sorted(_KINDS)}.")
    least, most = rows.get("least"), rows.get("most")
    if not (isinstance(least, int) and isinstance(most, int) and 0 <= least <= most):
        raise BrokenStyle(f"{where}: least and most of [slots.{name}] are whole numbers in order.")
    return Slot(rows["kind"], least, most, rows.get("fills_from", ""))
