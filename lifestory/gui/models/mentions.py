"""Mentions as one reads them while writing: `[Gran](person:ID)` is shown as `[Gran]`.

The way back knows the mentions of the case, so that `[Gran]` typed by hand becomes one too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lifestory.domain.people import Person, Place, Relationship
from lifestory.domain.records import Records

_LONG = re.compile(r"\[([^\[\]\n]+)\]\(((?:person|place):[0-9a-fA-F-]{36})\)")
_SHORT = re.compile(r"\[([^\[\]\n]+)\](?!\()")

Targets = Mapping[str, str]
"""For each label the one target it stands for: "Gran" → "person:ID"."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or some place one can mention: the target of the mention, what the book calls
    them, and what tells them from another of that name, such as "grandmother"."""

    target: str
    called: str
    says: str = ""

    @property
    def is_place(self) -> bool:
        """True for a place."""
        return self.target.startswith("place:")


Names = Mapping[str, Named]
"""Everyone one can mention, by target."""


def targets(text: str, known: Targets) -> dict[str, str]:
    """What each label of this text stands for, and those of the case that it does not use.

    A label that stands for two targets, or also stands in brackets as plain words, is left out:
    it could not be told apart on the way back. A text that would still not come back as it was
    is shown as it is kept.
    """
    plain = set(_SHORT.findall(text))
    found: dict[str, set[str]] = {}
    for label, target in _LONG.findall(text):
        found.setdefault(label, set()).add(target)
    own = {label: next(iter(one)) for label, one in found.items() if len(one) == 1}
    rest = {label: target for label, target in known.items() if label not in found}
    table = {label: target for label, target in (rest | own).items() if label not in plain}
    return table if lengthen(shorten(text, table), table) == text else {}


def shorten(text: str, table: Targets) -> str:
    """The text as it is shown."""

    def short(found: re.Match[str]) -> str:
        label, target = found.groups()
        return f"[{label}]" if table.get(label) == target else found[0]

    return _LONG.sub(short, text)


def lengthen(shown: str, table: Targets) -> str:
    """The text as it is kept."""

    def long(found: re.Match[str]) -> str:
        target = table.get(found[1])
        return f"[{found[1]}]({target})" if target else found[0]

    return _SHORT.sub(long, shown)


def targets_of(records: Records) -> dict[str, str]:
    """Whom and what one can mention in this case by one name alone."""
    named = [(one.called, f"person:{one.id}") for one in records.of(Person)]
    named += [(one.printed_as or one.name, f"place:{one.id}") for one in records.of(Place)]
    times = Counter(label for label, _ in named)
    return {label: target for label, target in named if label and times[label] == 1}


def mentioned(text: str) -> tuple[str, ...]:
    """The labels of the mentions in a text as it is kept, each once."""
    return tuple(dict.fromkeys(label for label, _ in _LONG.findall(text)))


def plain(text: str) -> str:
    """The words alone, for counting."""
    return _LONG.sub(lambda found: found[1], text)


def names_of(records: Records, ties: Iterable[Relationship] = ()) -> dict[str, Named]:
    """Everyone and every place of this case, with what they are to the child by `ties`."""
    is_a = {tie.person: tie.is_a for tie in ties}
    named = [
        Named(f"person:{one.id}", one.called, is_a.get(one.id, "")) for one in records.of(Person)
    ]
    named += [Named(f"place:{one.id}", one.printed_as or one.name) for one in records.of(Place)]
    return {one.target: one for one in named}
