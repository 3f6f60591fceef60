"""The book's template lines, in the voice of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lifestory.book.mistakes import Where
from lifestory.domain.dates import Age, age_in_words
from lifestory.domain.readers import Voice
from lifestory.sharing.shared import SharedHome

_SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


_FILE = ("wording", "book.toml")
_LONGEST = 60
"""Letters of the longest name that a sentence takes as it is."""


def in_a_sentence(name: str) -> str:
    """A name as it stands in sentences and titles: of one that no line holds, its first word. The
    cover and the child's own label have it whole."""
    if len(name) <= _LONGEST:
        return name
    first = name.split(maxsplit=1)[0]
    return first if len(first) <= _LONGEST else first[: _LONGEST - 1] + "…"


def in_letters(number: int) -> str:
    """A count as a young reader says it: "four"; figures from ten on."""
    return _SMALL_NUMBERS[number] if number < len(_SMALL_NUMBERS) else str(number)


def _table(where: Where) -> Mapping[str, Any]:
    table: Any = where.read()
    for part in where.table.split("."):
        table = table.get(part, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else {}


@dataclass(frozen=True)
class Wording:
    """Says things in one voice about one child."""

    voice: Voice
    child: str

    def say(self, line: str, **values: str) -> str:
        """The template line "page.name" with its braces filled. Raises BrokenStyle."""
        where, voice = Where(_FILE, line), self.voice.value
        table = _table(where)
        if voice not in table:
            raise where.mistake(voice, "is missing; it should be a text")
        where.text(table, voice)
        try:
            return str(table[voice].format(child=self.child, **values))
        except (KeyError, IndexError, ValueError, AttributeError, TypeError) as broken:
            known = ", ".join(f"{{{one}}}" for one in ("child", *values))
            raise where.mistake(voice, f"should have no braces but {known}") from broken

    def knows(self, line: str) -> bool:
        """True when there is such a template line."""
        return self.voice.value in _table(Where(_FILE, line))

    def stay(self, home: SharedHome) -> str:
        """When a home was home, in ages: "until I was 9 months", "10 months to nearly 3"."""
        if home.here_now:
            if home.start == 0:
                return self.say("homes.since-birth")
            if home.start is None:
                return self.say("homes.not-known")
            return self.say("homes.since", age=_age(home.start))
        if home.end is None:
            return self._from(home.start)
        if not home.start:
            return self.say("homes.until", age=_age(home.end))
        if home.end - home.start <= 1 or _age(home.start) == _age(home.end):
            return self.say("homes.at", age=_age(home.start))
        return self.say("homes.between", start=_age(home.start), end=_age(home.end))

    def _from(self, start: int | None) -> str:
        """Of a stay whose end nobody knows yet: when it began, as far as that is known."""
        if start is None:
            return self.say("homes.not-known")
        return self.say("homes.from", age=_age(start)) if start else self.say("homes.from-birth")

    def home(self, home: SharedHome) -> str:
        """A home under its own name, or by who lived there; one without either has words too."""
        unnamed = "home.unnamed-today" if home.here_now else "home.unnamed"
        return home.name or self.say(unnamed)

    def with_home(self, home: SharedHome) -> str:
        """A home in a row of homes: "with Ann and Łukasz", "Mum Kelly's flat"."""
        called = self.home(home)
        return self.say("timeline.with", home=called) if home.of_people else called


def _age(months: int) -> str:
    return age_in_words(Age(months))
