"""The pages of a first book that stand on people: proposed where what is known fills them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from lifestory.app.open_case import FoundChild, about
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.life import Fact
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share
from lifestory.sharing.shared import Family, SharedBlock

_GROWN = (Band.OLDER, Band.ADULT)
_PARENTS = {"birth-mother", "birth-father", "parent"}
_GLOSSARY = "words-explained"
_A_FEW = 3
"""So few words at least make a page of them."""


def family_pages(found: FoundChild, edition: Edition) -> Iterable[Block]:
    """A tree, or for older readers the family in signs, where someone of the family of birth is
    known; and heritage, where a country is."""
    tree = Block(page_type="genogram" if edition.band in _GROWN else "family-tree")
    if any(one.family is Family.BIRTH for one in _shared(found, edition, tree).people):
        yield tree
    heritage = Block(page_type="heritage")
    if _shared(found, edition, heritage).places:
        yield heritage


def home_pages(found: FoundChild, edition: Edition, told: Sequence[Passage]) -> Iterable[Block]:
    """Who lives here, where somebody but the child is known, or it is told."""
    page = Block(page_type="my-family-now", slots=_slots(passage=told[:1]))
    if told or any(one.name for one in _shared(found, edition, page).people):
        yield page


def parent_pages(found: FoundChild, edition: Edition, told: Sequence[Passage]) -> Iterable[Block]:
    """A page for each birth parent of whom there is a photo, a fact kept under their name, or a
    story headed by it. `told` are the stories that no page has yet."""
    tree = _shared(found, edition, Block(page_type="family-tree"))
    for one in tree.people:
        person = found.case.records.find(Person, one.id)
        if person is None or one.family is not Family.BIRTH or one.kin not in _PARENTS:
            continue
        stories = [passage for passage in told if _heads(person, passage)]
        facts = [fact for fact in about(found, Fact) if _is_of(person, fact)]
        page = Block(
            page_type="birth-parent",
            slots={"people": (one.id,), **_slots(passage=stories[:2], facts=facts[:6])},
        )
        shared = _shared(found, edition, page)
        if one.portrait or shared.facts or shared.passages:
            yield page


def sibling_pages(found: FoundChild, edition: Edition, told: Sequence[Passage]) -> Iterable[Block]:
    """Brothers and sisters, where one may be named, or they are told of."""
    page = Block(page_type="brothers-and-sisters", slots=_slots(passage=told[:2]))
    if told or any(one.name for one in _shared(found, edition, page).people):
        yield page


def _heads(person: Person, passage: Passage) -> bool:
    """True where the heading names them: My birth dad."""
    said = " ".join(passage.titles.values()).casefold()
    name = person.called.casefold()
    return f"person:{person.id}" in said or bool(
        re.search(rf"\b{re.escape(name)}\b", said) and name
    )


def _is_of(person: Person, fact: Fact) -> bool:
    """Facts may be kept under whom they are about."""
    return bool(person.called) and fact.topic.casefold() == person.called.casefold()


def _slots(**filled: Sequence[Record]) -> dict[str, tuple[UUID, ...]]:
    return {name: tuple(one.id for one in records) for name, records in filled.items() if records}


def helper_pages(found: FoundChild, edition: Edition) -> Iterable[Block]:
    """Those who helped, where anyone is known."""
    page = Block(page_type="people-who-helped")
    if any(one.name for one in _shared(found, edition, page).people):
        yield page


def with_glossary(found: FoundChild, edition: Edition) -> Edition:
    """The edition with its words explained at the back, where some words of care stand in it."""
    page = Block(page_type=_GLOSSARY)
    explained = replace(
        edition, sections=(*edition.sections, Section(part=Part.BACK, blocks=(page,)))
    )
    blocks = share(found.case.records, explained).sections[-1].blocks
    return explained if any(len(block.terms) >= _A_FEW for block in blocks) else edition


def _shared(found: FoundChild, edition: Edition, block: Block) -> SharedBlock:
    """The block as the reader of the edition may have it."""
    alone = replace(edition, child=found.id, sections=(Section(part=Part.PAST, blocks=(block,)),))
    return share(found.case.records, alone).sections[0].blocks[0]
