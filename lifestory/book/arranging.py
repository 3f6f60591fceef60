"""Arranging photos: every way to slice the frame is scored, so that nothing need be cropped.

A slicing tree is a photo, a row or a column. Its height is a·width + b, where b carries captions
and gaps, so a tree is exactly as tall as its photos want to be. Source: mockups/book/SPEC
"Photos"; LOOK §1 (order kept, gaps equal, weights 1 to 5).

A tree has a name that says what it is, so that a worker's choice of it can be kept: photos count
from 1, "|" stands between what is side by side, "/" between what is one above the other, and what
is inside another stands in brackets: "1/(2|3)".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median_low


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a photo stands in its frame: mm from the frame's upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Node:
    a: float
    b: float
    row: bool = False
    parts: tuple[_Node, ...] = ()
    leaf: int = -1


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Photos in their places, the height they take in all (mm), and the name of their tree."""

    places: tuple[Placed, ...]
    height: float
    name: str


_LONGEST_NAME = 64
"""No tree over six photos has a longer name; a name from outside may not nest without end."""

MOST_AT_ONCE = 6
"""More photos than this are dealt over several frames: the ways to slice grow too many."""


@lru_cache(maxsize=512)
def arrange(
    ratios: tuple[float, ...],
    captions: tuple[float, ...],
    weights: tuple[int, ...],
    width: float,
    height: float,
    gap: float,
) -> tuple[Arrangement, ...]:
    """Arrangements of up to six photos (width ÷ height each, with the height in mm its caption
    takes), the best first; several, so that a worker may turn one down.

    None is wider than `width` or taller than `height`; photos keep their order and shape.
    """
    scored = []
    for tree in _trees(0, len(ratios), ratios, captions, gap):
        fitted = _fitted(tree, width, height)
        if fitted is not None:
            places = tuple(_place(tree, 0.0, 0.0, fitted, ratios, gap))
            if not _to_be_seen(place for _, place in places):
                continue
            scored.append((_badness(places, width, height, fitted), tree, fitted, places))
    scored.sort(key=lambda one: one[0])
    if len(set(weights)) > 1 and scored:
        even = _areas(scored[0][3])
        scored.sort(key=lambda one: one[0] + _HEED * _unheeded(_areas(one[3]), even, weights))
    return tuple(
        Arrangement(_in_order(places), tree.a * fitted + tree.b, _named(tree))
        for _, tree, fitted, places in scored[:12]
    )


@lru_cache(maxsize=512)
def arrange_as(
    name: str,
    ratios: tuple[float, ...],
    captions: tuple[float, ...],
    width: float,
    height: float,
    gap: float,
) -> Arrangement | None:
    """The arrangement with that name, or None when these photos cannot be arranged so: there are
    more or fewer of them, or the frame has no room for it."""
    tree = _tree_named(name, ratios, captions, gap)
    fitted = _fitted(tree, width, height) if tree else None
    if tree is None or fitted is None:
        return None
    places = _in_order(tuple(_place(tree, 0.0, 0.0, fitted, ratios, gap)))
    if not _to_be_seen(places):
        return None
    return Arrangement(places, tree.a * fitted + tree.b, name)


def _to_be_seen(places: Iterable[Placed]) -> bool:
    """False where gaps and captions leave a photo no room: the sums then give it less than none."""
    return all(place.width >= 1 and place.height >= 1 for place in places)


def _fitted(tree: _Node, width: float, height: float) -> float | None:
    """How wide the tree stands in the frame, in mm; None where its captions alone fill it."""
    wide = width if tree.a * width + tree.b <= height else (height - tree.b) / tree.a
    return wide if wide > 0 else None


def _named(tree: _Node) -> str:
    if tree.leaf >= 0:
        return str(tree.leaf + 1)
    parts = (_named(part) if part.leaf >= 0 else f"({_named(part)})" for part in tree.parts)
    return ("|" if tree.row else "/").join(parts)


def _tree_named(
    name: str, ratios: Sequence[float], captions: Sequence[float], gap: float
) -> _Node | None:
    """The tree of that name over these very photos, in their order."""
    if len(name) > _LONGEST_NAME:
        return None
    tokens = re.findall(r"\d+|\S", name)
    leaves: list[int] = []

    def tree() -> _Node | None:
        parts, joints = [part()], set()
        while tokens and tokens[0] in {"|", "/"}:
            joints.add(tokens.pop(0))
            parts.append(part())
        known = tuple(one for one in parts if one is not None)
        if len(known) < len(parts) or len(joints) > 1:
            return None
        return _joined(known, "|" in joints, gap) if joints else known[0]

    def part() -> _Node | None:
        token = tokens.pop(0) if tokens else ""
        if token == "(":  # noqa: S105 - a bracket
            inner = tree()
            return inner if tokens and tokens.pop(0) == ")" else None
        if not token.isdecimal() or not 1 <= int(token) <= len(ratios):
            return None
        leaves.append(int(token) - 1)
        return _Node(1 / ratios[leaves[-1]], captions[leaves[-1]], leaf=leaves[-1])

    found = tree()
    return found if not tokens and leaves == list(range(len(ratios))) else None


def _in_order(places: tuple[tuple[int, Placed], ...]) -> tuple[Placed, ...]:
    return tuple(place for _, place in sorted(places, key=lambda one: one[0]))


def _trees(
    first: int, last: int, ratios: Sequence[float], captions: Sequence[float], gap: float
) -> list[_Node]:
    """Every slicing tree over the photos from `first` up to `last`, in reading order."""
    memo: dict[tuple[int, int, bool], list[_Node]] = {}

    def leaf(index: int) -> _Node:
        return _Node(1 / ratios[index], captions[index], leaf=index)

    def within(start: int, end: int, row: bool) -> list[_Node]:
        """Trees over a stretch whose top is not a row (when `row`) or not a column."""
        if end - start == 1:
            return [leaf(start)]
        key = (start, end, row)
        if key not in memo:
            memo[key] = [_joined(parts, not row, gap) for parts in sequences(start, end, not row)]
        return memo[key]

    def sequences(start: int, end: int, row: bool) -> list[tuple[_Node, ...]]:
        """Two or more parts that stand in a row (or a column)."""
        found: list[tuple[_Node, ...]] = []
        for cut in range(start + 1, end):
            for head in within(start, cut, row):
                found += [(head, tail) for tail in within(cut, end, row)]
                if end - cut > 1:
                    found += [(head, *tail) for tail in sequences(cut, end, row)]
        return found

    if last - first == 1:
        return [leaf(first)]
    return within(first, last, True) + within(first, last, False)


def _joined(parts: tuple[_Node, ...], row: bool, gap: float) -> _Node:
    if not row:
        return _Node(
            sum(part.a for part in parts),
            sum(part.b for part in parts) + gap * (len(parts) - 1),
            parts=parts,
        )
    total = sum(1 / part.a for part in parts)
    rest = gap * (len(parts) - 1) - sum(part.b / part.a for part in parts)
    return _Node(1 / total, -rest / total, row=True, parts=parts)


def _place(
    node: _Node, x: float, y: float, width: float, ratios: Sequence[float], gap: float
) -> list[tuple[int, Placed]]:
    if node.leaf >= 0:
        return [(node.leaf, Placed(x, y, width, width / ratios[node.leaf]))]
    placed = []
    height = node.a * width + node.b
    for part in node.parts:
        if node.row:
            across = (height - part.b) / part.a
            placed += _place(part, x, y, across, ratios, gap)
            x += across + gap
        else:
            placed += _place(part, x, y, width, ratios, gap)
            y += part.a * width + part.b + gap
    return placed


def _badness(
    placed: tuple[tuple[int, Placed], ...],
    width: float,
    height: float,
    fit: float,
) -> float:
    """How far from full, from fair, and from a picture one can see; small is good."""
    areas = _areas(placed)
    total = sum(areas.values())
    unfair = sum(abs(math.log(area / total * len(areas))) for area in areas.values())
    empty = 1 - total / (width * height)
    narrow = 1 - fit / width
    smallest = min(min(place.width, place.height) for _, place in placed)
    tiny = max(0.0, 34 - smallest) / 34
    return empty * 3 + narrow * 2 + unfair / len(areas) + tiny * 4


def _areas(placed: tuple[tuple[int, Placed], ...]) -> dict[int, float]:
    return {index: place.width * place.height for index, place in placed}


_HEED = 5.0
"""So much weights count beside the looks of a page: with less, a favourite stays as it was though
there is a tree that gives it more (tried over two to six photos of many shapes)."""


def _unheeded(
    areas: Mapping[int, float], even: Mapping[int, float], weights: Sequence[int]
) -> float:
    """How far photos with a weight of their own are from the room they were promised: so many
    times what they have where all weigh the same. The others make room, unasked."""
    usual = median_low(weights)
    short = 0.0
    for index, area in areas.items():
        off = math.log(area / even[index] / (weights[index] / usual))
        if weights[index] != usual:
            short += max(0.0, -off if weights[index] > usual else off)
    return short


def deal(count: int, most: int) -> list[int]:
    """How many photos each frame gets when they do not fit in one: as evenly as can be."""
    frames = max(1, -(-count // most))
    return [count // frames + (index < count % frames) for index in range(frames)]
