"""Which words of its passage a page tells, and on how many pages; each verb is one step to undo."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from lifestory.app.open_case import OpenCase, keep_changed
from lifestory.domain.arrangement import Block, Edition


def tell_younger(case: OpenCase, edition: UUID, block: UUID, *, younger: bool = True) -> None:
    """Tell a page in the words there are for the next younger reader, or in its own again."""
    title = "Tell a page in younger words" if younger else "Tell a page in its own words"
    _change(case, edition, block, title, younger=younger)


def go_overleaf(case: OpenCase, edition: UUID, block: UUID, *, overleaf: bool = True) -> None:
    """Let the words of a page go on overleaf once it has as many as its reader takes, or let them
    fill the page again."""
    title = "Let words go on overleaf" if overleaf else "Let words fill the page"
    _change(case, edition, block, title, overleaf=overleaf)


def with_block(edition: Edition, block: Block) -> Edition:
    """The edition with a block as it is here, in its place."""
    sections = (
        replace(
            section, blocks=tuple(block if one.id == block.id else one for one in section.blocks)
        )
        for section in edition.sections
    )
    return replace(edition, sections=tuple(sections))


def _change(case: OpenCase, edition: UUID, block: UUID, title: str, **how: bool) -> None:
    standing = case.records.find(Edition, edition)
    if standing is None:
        return
    for section in standing.sections:
        for one in section.blocks:
            if one.id == block:
                changed = replace(one, **how)  # type: ignore[arg-type]
                keep_changed(case, title, with_block(standing, changed))
