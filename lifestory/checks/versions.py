"""Which version of a passage a page tells, and whether there is a younger one."""

from __future__ import annotations

from lifestory.checks.copy import Copy
from lifestory.domain.arrangement import Block
from lifestory.domain.readers import Band, Format, version_for
from lifestory.domain.stories import Passage


def version_on(copy: Copy, block: Block, passage: Passage) -> Band | None:
    """The band whose words of a passage stand on the pages of a block."""
    simpler = Format.EASY_READ if block.younger else copy.edition.format
    return version_for(passage.texts, copy.edition.band, simpler)


def has_younger(copy: Copy, block: Block) -> bool:
    """True where a block could tell its passage in simpler words than it does."""
    found = (copy.records.find(Passage, key) for key in block.slots.get("passage", ()))
    return not block.younger and any(
        version_for(one.texts, copy.edition.band, Format.EASY_READ) != version_on(copy, block, one)
        for one in found
        if one is not None
    )
