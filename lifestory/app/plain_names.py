"""Where somebody is named in plain words: not by a mention, which is known, but as letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lifestory.domain.people import Person
from lifestory.domain.records import Json
from lifestory.sharing.names import KIN

_WORD = re.compile(r"[^\s,&.;:()\[\]/\"“”]+")
_LEAST = 2
"""Letters of a name that is looked for: an initial alone would be found everywhere."""


class Named:
    """The words that name some people and nobody else of their case. What a family is called by
    all, and what anyone may be called, such as Gran, tells of nobody."""

    def __init__(self, people: Iterable[Person], others: Iterable[Person]) -> None:
        borne = {word for one in others for word in _words(one)}
        words = {word for one in people for word in _words(one)} - borne - KIN
        self._found = None
        if words:
            longest = sorted(words, key=len, reverse=True)
            either = "|".join(map(re.escape, longest))
            self._found = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """True when one of the words stands in the text."""
        return self._found is not None and self._found.search(text) is not None

    def are_anywhere_in(self, body: object) -> bool:
        """True when one of them stands in any text of a record's JSON."""
        match body:
            case str():
                return self.are_in(body)
            case dict():
                return any(map(self.are_anywhere_in, body.values()))
            case list():
                return any(map(self.are_anywhere_in, body))
        return False


def _words(person: Person) -> set[str]:
    called = f"{person.given} {person.surname} {person.known_as}".casefold()
    return {word for word in _WORD.findall(called) if len(word) >= _LEAST}


def ids_in(body: Json | None) -> frozenset[str]:
    """Every id that is written in a record's JSON, also inside a text."""
    return frozenset(_ID.findall(repr(body))) if body else frozenset()


_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
