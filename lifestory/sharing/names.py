"""What people and places are called for a recipient, and mentions put into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from uuid import UUID

from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Records

_ID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
MENTION = re.compile(rf"\[([^\[\]\n]*)\]\((person|place):({_ID})\)")
SOMEONE = "someone"
"""Stands for a person whose record is gone: the word that stood in the brackets may be a name that
was erased."""
_MARKUP = re.compile(r"([\\*_\[\]`])")
_PRINTED_PLACES = {PlaceKind.COUNTRY, PlaceKind.TOWN, PlaceKind.HOSPITAL}


def person_name(person: Person, recipient: Recipient) -> str:
    """The name a recipient may read: the full one for the council's file, else what the person is
    called in the book. Source: PRACTICE §3 "Recipient" and §4 `surname`."""
    if recipient is Recipient.COUNCIL_FILE:
        full = f"{person.given} {person.surname}".strip()
        return full or person.called
    return person.called


def place_name(place: Place, recipient: Recipient) -> str:
    """The name a recipient may read: nothing finer than a town or a hospital in a child's book,
    and nothing protected. Source: PRACTICE §3 `moves-path` and §4 `address`, `school`."""
    if recipient is Recipient.COUNCIL_FILE:
        return place.name
    if place.protected or place.sort not in _PRINTED_PLACES:
        return place.printed_as
    return place.printed_as or place.name


def resolve_mentions(text: str, records: Records, recipient: Recipient) -> str:
    """The text with each mention as the name this recipient may read, whatever stood between the
    brackets when it was written: a person renamed is renamed everywhere."""
    return _resolved(text, records, recipient, lambda name: name)


def resolve_in_markup(text: str, records: Records, recipient: Recipient) -> str:
    """As `resolve_mentions`, for a text that is read as CommonMark afterwards: the letters of a
    name stay letters, whatever they are."""
    return _resolved(text, records, recipient, _plain)


def _resolved(
    text: str, records: Records, recipient: Recipient, spelt: Callable[[str], str]
) -> str:
    def name(found: re.Match[str]) -> str:
        key = UUID(found[3])
        if found[2] == "place":
            place = records.find(Place, key)
            return spelt(place_name(place, recipient)) if place else ""
        person = records.find(Person, key)
        return spelt(person_name(person, recipient)) if person else SOMEONE

    return MENTION.sub(name, text)


def _plain(name: str) -> str:
    """The name with its markup characters kept as letters."""
    return _MARKUP.sub(r"\\\1", name)


def listed(names: list[str], join: Callable[[str, str], str] = "{} and {}".format) -> str:
    """Names as one says them: "Mum, Dad and Biscuit"."""
    if len(names) < 2:
        return "".join(names)
    return join(", ".join(names[:-1]), names[-1])


_BETWEEN = re.compile(r"[\s,&]+")
KIN = frozenset(
    {
        "and", "mum", "mummy", "mam", "mama", "mother", "dad", "daddy", "papa", "father",
        "nan", "nana", "nanna", "nanny", "gran", "granny", "grandma", "grandmother",
        "grandad", "grandpa", "grandfather", "auntie", "aunty", "aunt", "uncle",
        "mr", "mrs", "ms", "miss",
    }
)  # fmt: skip
"""What is said before a name, and between two."""


def is_of_people(name: str, people: Iterable[Person]) -> bool:
    """True when a home's name says who lives there and nothing else: "Mum Kelly", not "Mum Kelly's
    flat" or "A short stay"."""
    known = {
        word
        for one in people
        for called in (one.called, one.given, one.surname)
        for word in _BETWEEN.split(called.casefold())
    }
    words = [word for word in _BETWEEN.split(name.casefold()) if word]
    return any(word in known for word in words) and all(word in known | KIN for word in words)
