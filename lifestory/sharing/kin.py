"""What people are to the child: the words a worker wrote, read by resources/rules/kin.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lifestory import assets
from lifestory.domain.errors import LifestoryError
from lifestory.domain.readers import Band
from lifestory.sharing.shared import Family

_WHERE = "resources/rules/kin.toml"
_SIDES = {
    "birth": Family.BIRTH, "biological": Family.BIRTH, "half": Family.BIRTH,
    "maternal": Family.BIRTH, "paternal": Family.BIRTH, "adoptive": Family.NOW,
    "adopted": Family.NOW, "step": Family.NOW, "foster": Family.CARE,
}  # fmt: skip
"""Words that say which family is meant. Source: the head of resources/rules/kin.toml."""

PARENTS = frozenset({"birth-mother", "birth-father", "mother", "father", "parent"})
SIBLINGS = frozenset({"sister", "brother", "sibling"})
COUPLES = re.compile(r"\b(wife|husband|partner|married|spouse|boyfriend|girlfriend)\b")

_WORD = re.compile(r"[\w']+")


class BrokenRule(LifestoryError):
    """A file of rules with a mistake; the message names file and key."""

    remedy = "Correct the file, or put the one that came with Lifestory back."


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
    """All of them by name. Raises BrokenRule."""
    return {name: _kin(name, row) for name, row in assets.read_toml("rules", "kin.toml").items()}


def _kin(name: str, row: Any) -> Kin:
    where = f"{_WHERE}, [{name}]"
    if not isinstance(row, dict) or set(row) - set(Kin.__dataclass_fields__):
        raise BrokenRule(f"{where}: a table of said, young, grown, family, older … is expected.")
    said = row.get("said")
    if not isinstance(said, list) or not all(isinstance(one, str) and one for one in said):
        raise BrokenRule(f"{where}: said should be a list of texts.")
    for key in ("young", "grown"):
        if not isinstance(row.get(key), str):
            raise BrokenRule(f"{where}: {key} should be a text.")
    if "family" in row and row["family"] not in set(Family):
        raise BrokenRule(f"{where}: family should be one of {', '.join(Family)}.")
    family = Family(row["family"]) if "family" in row else None
    return Kin(**{**row, "name": name, "said": tuple(said), "family": family})


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
