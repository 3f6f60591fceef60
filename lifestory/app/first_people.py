"""The pages of a first book that stand on people: proposed where what is known fills them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lifestory.app.open_case import FoundChild
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band
from lifestory.sharing.lens import share
from lifestory.sharing.shared import Family, SharedBlock

_GROWN = (Band.OLDER, Band.ADULT)
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
