"""What a book leaves out, and why: so that nobody takes a photo that waits for one that is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from lifestory.app.arranging_book import blocks_of
from lifestory.app.doubted_dates import believed
from lifestory.app.open_case import FoundChild, about
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Photo
from lifestory.domain.readers import text_for
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many photos of a child stand in no slot of an edition, and how many passages its reader
    is too young for. No photo is counted twice."""

    waiting: int = 0
    """Photos that may be shown."""
    undated: int = 0
    """Of these, those of a day nobody knows, or one that cannot be."""
    refused: int = 0
    """Photos this reader may not be shown: no permission, or from a later age."""
    binned: int = 0
    older: int = 0
    """Passages written only for an older reader."""
    placed_undated: int = 0
    """Photos of a day nobody knows that do stand in it."""


def left_out(found: FoundChild, edition: Edition) -> LeftOut:
    """What an edition leaves out of what there is about its child."""
    photos = about(found, Photo)
    held = {key for block in blocks_of(edition) for keys in block.slots.values() for key in keys}
    not_for = refused(found, edition)
    kept = [one for one in photos if not one.binned]
    waiting = [one for one in kept if one.id not in held and one.id not in not_for]
    born = found.child.born.day()
    undated = {one.id for one in kept if believed(one, born) is None}
    passages = (one.texts for one in about(found, Passage))
    return LeftOut(
        waiting=len(waiting),
        undated=sum(one.id in undated for one in waiting),
        refused=len(not_for),
        binned=len(photos) - len(kept),
        older=sum(any(texts.values()) and not text_for(texts, edition.band) for texts in passages),
        placed_undated=len(undated & held - not_for),
    )


def refused(found: FoundChild, edition: Edition) -> frozenset[UUID]:
    """The photos of this child, not in the bin, that the reader of this edition may not be shown.
    The lens says which: all of them are held up to it at once."""
    every = tuple(one.id for one in about(found, Photo) if not one.binned)
    page = Block(page_type="photos", slots={"photos": every})
    held_up = Section(part=Part.PRESENT, blocks=(page,))
    shared = share(found.case.records, replace(edition, child=found.id, sections=(held_up,)))
    return frozenset(every).intersection(one.id for one in shared.held_back)
