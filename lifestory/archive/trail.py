"""The trail: who changed what and when, without a value, in a file that can be checked by hand.

`trail.jsonl` has one JSON object on each line. The first says what it is and how it is checked;
each of the others is a line of the case's journal, with the hash that chains it to the one before.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from lifestory.archive.plainjson import MOST_VALUES
from lifestory.domain.changes import Link
from lifestory.domain.records import Json

NAME = "trail.jsonl"
FORMAT = "lifestory-trail"
VERSION = 1
MOST_BYTES = 64 * 2**20
"""Bytes of a trail that are read: some hundred thousand changes."""
MOST_LINES = 500_000
RULE = (
    "Each hash is the SHA-256 of the hash before it (32 bytes, all zero before the first line)"
    " followed by this JSON array in ASCII, with ', ' between its parts and \\u escapes in small"
    " letters: [case, number, at, who, title, group, undoes, [[kind, id, digest], ...]], the ids"
    " without hyphens, undoes null where there is none. A line that says left_out is about a"
    " brother or sister; it cannot be worked out again, and its hash stands for it. A digest is"
    " salted: nothing can be guessed from it. Times are UTC."
)
"""Stands in the file itself, for whoever finds only that."""

_START = bytes(32)
_HASH = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"[0-9][0-9T:.+Z-]{9,40}")
_VALUES = (b",", b"[", b"{")
_TOLD = frozenset({"number", "at", "who", "title", "group", "undoes", "changed", "hash"})


@dataclass(frozen=True, slots=True)
class Trail:
    """What a trail says of itself: how many lines, the last one's time and hash, and the numbers
    of the lines that are not as they were written."""

    lines: int
    until: str
    """UTC, ISO 8601; empty for a trail without a line that says it."""
    last: str
    """In hexadecimal; empty for a trail without a line."""
    broken: tuple[int, ...]


def write_trail(case: UUID, links: Iterable[Link], ours: Callable[[UUID], bool]) -> bytes:
    """The trail of a case. Of a line that changed records which are not `ours`, only its number,
    how many those are and its hash are told."""
    head = {"format": FORMAT, "version": VERSION, "case": str(case), "rule": RULE}
    lines = [head, *(_told(link, ours) for link in links)]
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines).encode()


def read_trail(content: bytes) -> Trail:
    """What a trail says, each line held against the one before. Nothing in it is believed that
    does not hold: a line that cannot be read is a broken one."""
    if content.count(b"\n") > MOST_LINES or sum(map(content.count, _VALUES)) > MOST_VALUES:
        return Trail(0, "", "", (0,))
    broken: list[int] = []
    before, until, number = _START.hex(), "", 0
    first, *rest = content.split(b"\n")
    head = _object(first)
    case = head.get("case")
    if head.get("format") != FORMAT or not isinstance(case, str):
        return Trail(0, "", "", (0,))
    for number, text in enumerate(rest[:-1] if rest and not rest[-1] else rest, 1):
        body = _object(text)
        held = _hash_of(case.replace("-", ""), number, before, body)
        if held is None or held != body.get("hash"):
            broken.append(number)
        before = _said(body, "hash", _HASH)
        until = _said(body, "at", _TIME) or until
    return Trail(number, until, before if number else "", tuple(broken))


def _told(link: Link, ours: Callable[[UUID], bool]) -> Json:
    others = sum(not ours(key) for _, key, _ in link.entries)
    if others:
        return {"number": link.number, "left_out": others, "hash": link.hash.hex()}
    return {
        "number": link.number,
        "at": link.at,
        "who": link.who,
        "title": link.title,
        "changed": [
            {"kind": kind, "id": str(key), "digest": digest.hex()}
            for kind, key, digest in link.entries
        ],
        "group": link.group.hex,
        "undoes": link.undoes.hex if link.undoes else None,
        "hash": link.hash.hex(),
    }


def _hash_of(case: str, number: int, before: str, body: Json) -> object:
    """What the line's hash has to be; None when it cannot be said."""
    if body.get("number") != number:
        return None
    if "left_out" in body:
        whole = body.keys() == {"number", "left_out", "hash"}
        return _said(body, "hash", _HASH) or None if whole else None
    if body.keys() != _TOLD:
        return None
    try:
        words = [
            case, number, body["at"], body["who"], body["title"], body["group"], body["undoes"],
            list(_entries(body["changed"])),
        ]  # fmt: skip
        return hashlib.sha256(bytes.fromhex(before) + json.dumps(words).encode()).hexdigest()
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _said(body: Json, name: str, shape: re.Pattern[str]) -> str:
    """What a line says under a name; nothing where that has not the shape it should have."""
    value = body.get(name)
    return value if isinstance(value, str) and shape.fullmatch(value) else ""


def _entries(changed: object) -> Iterator[list[object]]:
    if not isinstance(changed, list):
        raise TypeError
    for one in changed:
        yield [one["kind"], one["id"].replace("-", ""), one["digest"]]


def _object(text: bytes) -> Json:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}
