"""A record as it reads once other records are gone: no reference to them, no mention of them.

It works on any record, from its fields alone: a list loses what named them, a field that may be
empty is emptied, and what needs one of them goes with it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping
from types import NoneType
from typing import Any, Final, get_args
from uuid import UUID

from lifestory.domain.records import R
from lifestory.domain.stories import Translation
from lifestory.domain.values import fields_of
from lifestory.sharing.names import MENTION, SOMEONE

_GONE: Final = object()
_BEGINS = re.compile(r"(?:^|[.!?…]\s+|\n\s*(?:[-+*]\s+)?)$")
"""What stands before a word that begins a sentence."""
_UNSAID = "…"
"""In place of a name in another language than the book's."""


class Without:
    """Takes records out of others."""

    def __init__(self, gone: Collection[UUID]) -> None:
        self._gone = frozenset(gone)
        self._written = frozenset(str(one) for one in gone)

    def reads(self, record: R) -> R | None:
        """The record without anything that is gone; None when it can't be without it. A mention
        becomes the word that the book prints for somebody nobody knows any more."""
        left = self._left(record, SOMEONE)
        return None if left is _GONE else left

    def _left(self, value: Any, word: str) -> Any:
        """The value without them, or `_GONE`."""
        match value:
            case UUID():
                return _GONE if value in self._gone else value
            case str():
                return _GONE if value in self._written else self._unmentioned(value, word)
            case tuple() | frozenset() | list():
                left = (self._left(one, word) for one in value)
                return type(value)(one for one in left if one is not _GONE)
            case Mapping():
                return dict(self._pairs(value, word))
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._of_fields(value, _UNSAID if isinstance(value, Translation) else word)
        return value

    def _pairs(self, values: Mapping[Any, Any], word: str) -> Iterator[tuple[Any, Any]]:
        for key, one in values.items():
            left = self._left(one, word)
            if left is not _GONE and key not in self._written:
                yield key, left

    def _of_fields(self, value: Any, word: str) -> Any:
        owner: type = type(value)
        found: dict[str, Any] = {}
        for name, hint, _, _ in fields_of(owner):
            before = getattr(value, name)
            after = self._left(before, word)
            if after is _GONE:
                if NoneType not in get_args(hint):
                    return _GONE
                after = None
            if after != before:
                found[name] = after
        if extra := getattr(value, "extra", None):
            kept = dict(self._pairs(extra, word))
            if kept != extra:
                found["extra"] = kept
        return dataclasses.replace(value, **found) if found else value

    def _unmentioned(self, text: str, word: str) -> str:
        if "](" not in text:
            return text

        def said(found: re.Match[str]) -> str:
            if UUID(found[3]) not in self._gone:
                return found[0]
            begins = _BEGINS.search(text[: found.start()]) is not None
            return word.capitalize() if begins else word

        return MENTION.sub(said, text)
