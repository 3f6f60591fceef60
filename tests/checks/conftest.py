"""A made-up child, and the road from records to what is found: share, compose, ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID, uuid5

import pytest

from lifestory.book.compose import compose
from lifestory.book.printers import printer
from lifestory.checks.asking import ask
from lifestory.checks.copy import Copy
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.findings import Finding
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share


def key(name: str) -> UUID:
    """The same id for the same name, in every run."""
    return uuid5(UUID(int=0), name)


def photo(name: str, width: int, height: int) -> tuple[Record, ...]:
    """A photo of so many pixels."""
    original = Original(id=key(f"file {name}"), width=width, height=height)
    return original, Photo(id=key(name), original=original.id, alt=name)


def passage(name: str, texts: Mapping[Band, str], **more: object) -> Passage:
    """A piece of the story under that title."""
    return Passage(id=key(name), titles={Band.READ_TO_ME: name}, texts=texts, **more)  # type: ignore[arg-type]


def block(page_type: str, **slots: str) -> Block:
    """A block with its slots filled by names, as they are written: "sea cake"."""
    filled = {slot: tuple(key(name) for name in names.split()) for slot, names in slots.items()}
    return Block(id=key(page_type), page_type=page_type, slots=filled)


Look = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def look() -> Look:
    """What one check finds about a book of these records and blocks."""

    def made(
        check: str, *what: Record | Block, product: str = "plain", **how: object
    ) -> tuple[Finding, ...]:
        copy = copy_of(*what, product=product, **how)
        return tuple(one for one in ask(copy) if one.check == check)

    return made


def copy_of(*what: Record | Block, product: str = "plain", **how: object) -> Copy:
    """The copy of a book of these records and blocks."""
    child = Child(id=key("child"), person=key("Robin"), born=HonestDate.parse("14 March 2017"))
    records = Records(
        [
            Person(id=key("Robin"), known_as="Robin", given="Robin"),
            child,
            *(one for one in what if isinstance(one, Record)),
        ]
    )
    blocks = tuple(one for one in what if isinstance(one, Block))
    settings = {"band": Band.FIRST_READER, "told_on": date(2025, 10, 5), **how}
    section = Section(id=key("section"), part=Part.PAST, blocks=blocks)
    edition = Edition(id=key("edition"), child=child.id, sections=(section,), **settings)  # type: ignore[arg-type]
    shared = share(records, edition)
    return Copy(records, edition, shared, compose(shared), printer(product))


@pytest.fixture
def book() -> Callable[..., Copy]:
    """The copy itself, to be looked at in another way."""
    return copy_of


@pytest.fixture
def made() -> Mapping[str, Callable[..., object]]:
    """What records and blocks are made by."""
    return {"photo": photo, "passage": passage, "block": block}
