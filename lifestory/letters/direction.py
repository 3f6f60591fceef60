"""Which way letters run: the levels of UAX #9, and the order they are set in on a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal
from unicodedata import bidirectional, category

from bidi import algorithm
from bidi.mirror import MIRRORED

Direction = Literal["ltr", "rtl"]

LEFTWARDS = frozenset(
    ("ar", "ckb", "dv", "fa", "he", "ks", "pnb", "ps", "sd", "skr", "ug", "ur", "yi")
)
"""Languages commonly written from right to left; a script in the tag ("pa-Arab") says it too."""
LEFTWARD_SCRIPTS = frozenset(("arab", "aran", "hebr", "syrc", "thaa"))

TURNING = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
ISOLATES = frozenset(("LRI", "RLI", "FSI", "PDI"))
DEEPEST = 63
"""Brackets open at one time; UAX #9 BD16."""


def direction_of(language: str) -> Direction:
    """Which way a language (BCP 47) is written: "ur" leftwards, "ur-Latn" rightwards."""
    primary, *more = language.lower().split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), "")
    leftwards = script in LEFTWARD_SCRIPTS if script else primary in LEFTWARDS
    return "rtl" if leftwards else "ltr"


def levels(text: str, direction: Direction | None = None) -> list[int]:
    """The level of each letter: even runs to the right, odd to the left.

    Without a `direction` the first letter that has one decides for the line. Isolate marks, which
    come in with pasted text, are passed over.
    """
    if direction != "rtl" and text.isascii():
        return [0] * len(text)
    base = algorithm.get_base_level(text) if direction is None else int(direction == "rtl")
    if not base and TURNING.isdisjoint(map(bidirectional, text)):
        return [0] * len(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    everyone = list(storage["chars"])
    for one in everyone:
        if one["type"] in ISOLATES:
            one["type"] = "BN"
        elif not one["type"]:
            one["type"] = "L"  # not assigned when this Python's tables were made
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return _at_rest(everyone, {id(one) for one in storage["chars"]}, base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indexes of pieces with these levels, from left to right (UAX #9 L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _at_rest(everyone: list[dict[str, Any]], resolved: set[int], base: int) -> list[int]:
    """L1: space at the end of a line goes with the line; what was passed over, with what it
    follows."""
    found: list[int] = []
    for one in everyone:
        found.append(one["level"] if id(one) in resolved else found[-1] if found else base)
    for index in range(len(everyone) - 1, -1, -1):
        if everyone[index]["orig"] not in ISOLATES | {"WS", "BN", "B", "S"}:
            break
        found[index] = base
    return found


def _resolve_brackets(storage: dict[str, Any]) -> None:
    """N0: a pair of brackets runs one way. The library leaves this rule of Unicode 6.3 out."""
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in _pairs(chars):
            own = "LR"[chars[opening]["level"] % 2]
            inside = {_strong(one["type"]) for one in chars[opening + 1 : closing]} - {None}
            if not inside:
                continue
            ways = [run["sor"], *(_strong(one["type"]) for one in chars[:opening])]
            before = next(way for way in reversed(ways) if way)
            way = own if own in inside else before
            for bracket in (opening, closing):
                _turn(chars, bracket, way)


def _turn(chars: list[dict[str, Any]], index: int, way: str) -> None:
    """A bracket takes its way, and so do the marks on it."""
    chars[index]["type"] = way
    for one in chars[index + 1 :]:
        if one["orig"] != "NSM":
            break
        one["type"] = way


def _strong(kind: str) -> str | None:
    """The way a letter runs in the eyes of a bracket: numbers count as running left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """The brackets that belong together, by where they open (UAX #9 BD16)."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for index, one in enumerate(chars):
        letter = one["ch"]
        if one["type"] != "ON" or letter not in MIRRORED:
            continue
        if category(letter) == "Ps":
            if len(waiting) == DEEPEST:
                return []
            waiting.append((MIRRORED[letter], index))
        elif category(letter) == "Pe":
            closes = [depth for depth, (closing, _) in enumerate(waiting) if closing == letter]
            if closes:
                found.append((waiting[closes[-1]][1], index))
                del waiting[closes[-1] :]
    return sorted(found)
