"""What people are to the child: the words a worker wrote, read by resources/rules/kin.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lifestory.domain.readers import Band
from lifestory.sharing.mistakes import Where
from lifestory.sharing.shared import Family

_FILE = ("rules", "kin.toml")
_SIDES = {
    "birth": Family.BIRTH, "biological": Family.BIRTH, "half": Family.BIRTH,
    "maternal": Family.BIRTH, "paternal": Family.BIRTH, "adoptive": Family.NOW,
    "adopted": Family.NOW, "step": Family.NOW, "foster": Family.CARE,
}  # fmt: skip
"""Words that say which family is meant. Source: the head of resources/rules/kin.toml."""

_SHAPES = ("woman", "man")

PARENTS = frozenset({"birth-mother", "birth-father", "mother", "father", "parent"})
SIBLINGS = frozenset({"sister", "brother", "sibling"})
COUPLES = re.compile(r"\b(wife|husband|partner|married|spouse|boyfriend|girlfriend)\b")

_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Kin:
    """One thing that somebody may be to a child."""

    name: str
    said: tuple[str, ...]
    young: str
    grown: str
    family: Family | None = None
    older: int = 0
    shape: str = ""
    child: bool = False
    before: str = "my"


@cache
def kinds_of_kin() -> Mapping[str, Kin]:
    """All of them by name. Raises BrokenStyle naming file, line and what was expected."""
    rows = Where(_FILE).entries("a kind of kin such as [gran]")
    return {name: _kin(name, row) for name, row in rows.items()}


def _kin(name: str, row: object) -> Kin:
    where = Where(_FILE, name)
    rows: dict[str, Any] = where.rows_of(row)
    where.only(rows, set(Kin.__dataclass_fields__) - {"name"})
    where.texts(rows, "said", least=1)
    for key in ("young", "grown"):
        where.text(rows, key)
    if "family" in rows:
        where.one_of(rows, "family", [str(one) for one in Family])
    if "shape" in rows:
        where.one_of(rows, "shape", _SHAPES)
    if "older" in rows:
        where.check(rows, "older", lambda one: type(one) is int, "a whole number of generations")
    if "child" in rows:
        where.flag(rows, "child")
    if "before" in rows:
        where.check(rows, "before", lambda one: isinstance(one, str), "a text, or an empty one")
    family = Family(rows["family"]) if "family" in rows else None
    return Kin(**{**rows, "name": name, "said": tuple(rows["said"]), "family": family})


def understood(is_a: str) -> tuple[Kin | None, Family | None]:
    """What the worker wrote, as a kind of kin and the family it says; None for either where the
    words do not say. "half-sister" is a sister of the family of birth."""
    words = _WORD.findall(is_a.casefold().replace("’", "'"))
    said = f" {' '.join(words)} "
    fitting = (
        (len(phrase), kin)
        for kin in kinds_of_kin().values()
        for phrase in kin.said
        if f" {phrase} " in said
    )
    found = max(fitting, key=lambda one: one[0], default=(0, None))[1]
    side = next((family for word, family in _SIDES.items() if f" {word} " in said), None)
    return found, side or (found.family if found else None)


def kin_word(name: str, band: Band) -> str:
    """What a book for that band calls somebody after "my"; empty for what is not known."""
    kin = kinds_of_kin().get(name)
    if kin is None:
        return ""
    return kin.grown if band in (Band.OLDER, Band.ADULT) else kin.young
