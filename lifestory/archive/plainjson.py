"""Plain JSON from a stranger: read only within what a case needs, so that it costs next to nothing.

Thirty megabytes can hold eleven million empty lists, which would fill the memory once read and
again when written; a number may be endless, and a list lie in a thousand others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

MOST_VALUES = 2_000_000
"""Commas and opening brackets: those of some hundred thousand records."""
MOST_DEEP = 100
"""Lists and objects within each other; ours are some ten."""
_MOST_DIGITS = 100
"""Of a whole number; more would be too large to reckon with."""


class NotPlain(ValueError):
    """Not plain JSON, or more of it than anybody would write; says why, in half a sentence."""


def plain_json(content: bytes) -> object:
    """The value in `content`, UTF-8: no name twice in an object, no number that is none, no half
    letters, no more than a case has. Raises NotPlain."""
    if sum(map(content.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise NotPlain(": there is more in it than in any case")
    try:
        body: object = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_never,
            parse_int=_whole,
        )
        # A number such as 1e999 is read as infinity, half a letter as a letter: neither is written.
        json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as deep:
        raise NotPlain(" is nested too deeply") from deep
    except ValueError as broken:
        line = getattr(broken, "lineno", None)
        place = f", line {line}" if line else ""
        raise NotPlain(f"{place}: this is not plain JSON in UTF-8") from broken
    layer = [body]
    for _ in range(MOST_DEEP):
        layer = [inner for one in layer for inner in _inside(one)]
    if layer:
        raise NotPlain(" is nested too deeply")
    return body


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        yield from value.values()


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    body = dict(pairs)
    if len(body) != len(pairs):
        raise ValueError
    return body


def _never(_: str) -> object:
    raise ValueError


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError
    return int(digits)
