"""The story in the order of the book: which words stand in which part, and which in none yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from lifestory.app.books import editions
from lifestory.app.open_case import FoundChild
from lifestory.app.stories import own_words, passages
from lifestory.domain.arrangement import Edition, Part, Section
from lifestory.domain.stories import ChildWords, Passage

Written = Passage | ChildWords


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the book with its words in order; `part` is None for words no book uses yet.
    `section` is the id of the section in the first book that has this part."""

    part: Part | None
    title: str
    words: tuple[Written, ...]
    section: UUID | None = None


def outline(found: FoundChild) -> tuple[Chapter, ...]:
    """Passages and the child's own words by part, in book order, each once.

    The first edition gives the order. What only a later one uses stands where that one has it,
    in the same part.
    """
    everything: tuple[Written, ...] = (*passages(found), *own_words(found))
    there = {one.id: one for one in everything}
    chapters: dict[tuple[Part, int], list[UUID]] = {}
    heads: dict[tuple[Part, int], Section] = {}
    placed: set[UUID] = set()
    for edition in editions(found):
        for key, section, used in _chapters(edition):
            listed = chapters.setdefault(key, [])
            heads.setdefault(key, section)
            at = 0
            for one in used:
                if one in there and one not in placed:
                    listed.insert(at, one)
                    placed.add(one)
                at = listed.index(one) + 1 if one in listed else at
    made = [
        Chapter(key[0], heads[key].title, tuple(there[one] for one in listed), heads[key].id)
        for key, listed in chapters.items()
        if listed
    ]
    left = tuple(one for key, one in there.items() if key not in placed)
    return (*made, Chapter(None, "", left)) if left else tuple(made)


def _chapters(edition: Edition) -> Iterator[tuple[tuple[Part, int], Section, list[UUID]]]:
    """(part and its how-manieth time, the section, ids in its slots) for each section."""
    times: dict[Part, int] = {}
    for section in edition.sections:
        times[section.part] = times.get(section.part, 0) + 1
        used = [
            one for block in section.blocks for filled in block.slots.values() for one in filled
        ]
        yield (section.part, times[section.part]), section, used
