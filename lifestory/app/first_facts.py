"""The pages of a first book that stand on facts: which topics have a page of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from lifestory.book.pagetypes import page_type
from lifestory.domain.arrangement import Block
from lifestory.domain.life import Certainty, Fact
from lifestory.domain.readers import Band, text_for

_PAGES = MappingProxyType({
    "heritage": ("language", "faith", "food", "culture", "celebrations"),
    "family-time": ("was", "will-be"),
    "my-promises": ("promises",),
    "questions": ("questions", "wonder"),
    "growing-up": ("skills", "rights", "ask"),
})  # fmt: skip
"""The topics that each page heads by itself. Source: the comments in resources/pages."""
OF_BEFORE, OF_NEXT = ("heritage", "family-time"), ("questions", "my-promises", "growing-up")
"""Those of them that stand with the time before, and with what comes next."""
_GROWN_ONLY = {"growing-up"}
"""Pages for readers from 12. Source: PRACTICE §3, "teen editions"."""

Facts = Mapping[str, Sequence[UUID]]


def page_of(fact: Fact) -> str:
    """The page type that a fact has by its topic; a question too where nobody knows the answer;
    "" for one of no page of its own."""
    known = next((page for page, topics in _PAGES.items() if fact.topic in topics), "")
    return known or ("questions" if fact.evidence.certainty is Certainty.NOT_KNOWN else "")


def by_page(facts: Iterable[Fact], band: Band) -> Facts:
    """The facts for a reader of this band by the page they have."""
    found: dict[str, list[UUID]] = {}
    for one in facts:
        page = page_of(one)
        told = text_for(one.texts, band) and one.tell_from_age <= band.least_age
        if page and told and not (page in _GROWN_ONLY and band.least_age < Band.OLDER.least_age):
            found.setdefault(page, []).append(one.id)
    return found


def with_facts(blocks: Iterable[Block], facts: Facts, kinds: Sequence[str]) -> tuple[Block, ...]:
    """The blocks, the facts of each of these page types on the first page of that type, or on one
    more at the end."""
    there = list(blocks)
    for kind in (one for one in kinds if one in facts):
        held = tuple(facts[kind])[: page_type(kind).slots["facts"].most]
        at = next((n for n, one in enumerate(there) if one.page_type == kind), len(there))
        page = there[at] if at < len(there) else Block(page_type=kind)
        there[at : at + 1] = [replace(page, slots={**page.slots, "facts": held})]
    return tuple(there)
