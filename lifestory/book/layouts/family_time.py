"""Family time: what it was and what it will be, or that nobody knows yet."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.scenes import bench
from lifestory.book.layouts.spoken import as_told, passages, says, spoken, strong
from lifestory.book.words import Paragraph
from lifestory.sharing.shared import SharedBlock

_HEADS = ("was", "will-be")
"""Topics of facts that stand under a head of their own."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A bench under a tree, and the words."""
    pictured.storybook(desk, block, bench, _words(desk, block))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The words, and photos."""
    bare = not (block.passages or block.facts or block.milestones or block.photos)
    pictured.quiet(desk, block, _words(desk, block), room=bare)


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    words = passages(block)
    words += tuple(as_told(desk, one) for one in block.facts if one.topic not in _HEADS)
    for topic in _HEADS:
        told = tuple(as_told(desk, one) for one in block.facts if one.topic == topic)
        if told:
            words += (strong(says(desk, f"family-time.{topic}")[0]), *told)
    return words or spoken(desk, "family-time.not-known")
