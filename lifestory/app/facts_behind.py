"""What is known behind a passage: the facts on the pages that print it, and those of the people it
names."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.arranging_book import blocks_of
from lifestory.app.books import editions
from lifestory.app.open_case import FoundChild
from lifestory.app.timeline import facts, homes, milestones
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.stories import Passage
from lifestory.sharing.names import MENTION

Known = Home | Milestone | Fact
MOST = 5
"""How many are looked at before one turns to the timeline."""


def facts_behind(found: FoundChild, passage: Passage) -> tuple[Known, ...]:
    """At most `MOST`: first what stands on a page with the passage, then, in the order of the
    life, the homes and milestones of somebody it names (the child aside)."""
    life: tuple[Known, ...] = (*homes(found), *milestones(found))
    there = {one.id: one for one in (*life, *facts(found))}
    beside = [there[key] for key in _on_its_pages(found, passage.id) if key in there]
    named = _named(passage) - {found.child.person}
    theirs = (one for one in life if named.intersection(_people(one)))
    return tuple({one.id: one for one in (*beside, *theirs)}.values())[:MOST]


def _on_its_pages(found: FoundChild, passage: UUID) -> list[UUID]:
    pages = (block for edition in editions(found) for block in blocks_of(edition))
    held = ([key for filled in page.slots.values() for key in filled] for page in pages)
    return [key for keys in held if passage in keys for key in keys]


def _named(passage: Passage) -> set[UUID]:
    found = (one for text in passage.texts.values() for one in MENTION.finditer(text))
    return {UUID(one[3]) for one in found if one[2] == "person"} | passage.names


def _people(known: Known) -> tuple[UUID, ...]:
    return () if isinstance(known, Fact) else known.people
