"""Where words stand in the book: the pages that print them, their order, and taking them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from lifestory.app.arranging_book import page_type
from lifestory.app.books import editions
from lifestory.app.open_case import FoundChild, OpenCase, keep_changed
from lifestory.app.outline import Chapter, Written
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.stories import ChildWords

_Where = tuple[int, int]
"""Of a page in an edition: its section, and its place in it."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """How many pages stay without the words that were taken out, and how many went with them,
    since they held nothing else."""

    left: int
    gone: int


def parts(found: FoundChild) -> tuple[Chapter, ...]:
    """The parts of the first book in which words can stand, in order; as Chapters without words."""
    books = editions(found)[:1]
    return tuple(
        Chapter(one.part, one.title, (), one.id)
        for book in books
        for one in book.sections
        if one.part is not Part.FRONT
    )


def take_out_words(case: OpenCase, words: UUID) -> TakenOut | None:
    """Take a passage or the child's words out, and off the pages that print them, as one step.

    A page that held nothing else goes too, the others stay. None when they have gone already.
    """
    standing = case.records.get(words)
    if standing is None:
        return None
    left = gone = 0
    own = isinstance(standing, ChildWords)
    with case.change("Take out the child's own words" if own else "Take out a passage") as change:
        for edition in case.records.of(Edition):
            using = [block for _, block in _pages(edition, words)]
            if not using:
                continue
            emptied = {one.id for one in using if _holds_nothing_but(one, words)}
            gone, left = gone + len(emptied), left + len(using) - len(emptied)
            change.replace(edition, _without(edition, words, emptied))
        change.remove(standing)
    return TakenOut(left, gone)


def move_words(found: FoundChild, words: UUID, step: int) -> bool:
    """Let words stand one place later (+1) or earlier (-1) in the first book that has them, with
    the page they are on; at the end of a part they go into the next. False when there is no
    further to go."""
    edition = _book_with(found, words)
    if edition is None:
        return False
    where, block = next(_pages(edition, words))
    swapped = _swapped(block, words, step)
    if swapped is not None:
        moved = _with_page(edition, where, swapped)
    else:
        goal = _goal(edition, where, step)
        if goal is None:
            return False
        moved = _moved(edition, where, goal)
    keep_changed(found.case, "Move a page", moved)
    return True


def put_in_part(found: FoundChild, words: Written, section: UUID) -> bool:
    """Let words stand last in a part of the book: with the page they are on, or, when no book has
    them, on a page of their own. False where the part has gone meanwhile."""
    edition = next(
        (one for one in editions(found) if any(s.id == section for s in one.sections)), None
    )
    if edition is None:
        return False
    at = [one.id for one in edition.sections].index(section)
    last = len(edition.sections[at].blocks)
    there = next(_pages(edition, words.id), None)
    if there is not None:
        where = there[0]
        goal = (at, last - (where[0] == at))
        keep_changed(found.case, "Move a page", _moved(edition, where, goal))
    else:
        own = isinstance(words, ChildWords)
        kind, slot = ("my-words", "words") if own else ("story", "passage")
        page = Block(page_type=kind, slots={slot: (words.id,)})
        keep_changed(found.case, "Add a page", _with_page_at(edition, (at, last), page))
    return True


def _pages(edition: Edition, words: UUID) -> Iterator[tuple[_Where, Block]]:
    for at, section in enumerate(edition.sections):
        for row, block in enumerate(section.blocks):
            if _holds(block, words):
                yield (at, row), block


def _holds(block: Block, words: UUID) -> bool:
    return any(words in filled for filled in block.slots.values())


def _holds_nothing_but(block: Block, words: UUID) -> bool:
    """True when the page would stand empty: nothing else is on it, and it fills itself with
    nothing."""
    held = {key for filled in block.slots.values() for key in filled}
    fills_itself = any(slot.fills_from for slot in page_type(block.page_type).slots.values())
    return held == {words} and not fills_itself


def _without(edition: Edition, words: UUID, emptied: set[UUID]) -> Edition:
    def lighter(block: Block) -> Block:
        slots = {name: tuple(k for k in keys if k != words) for name, keys in block.slots.items()}
        return replace(block, slots=slots) if _holds(block, words) else block

    sections = tuple(
        replace(one, blocks=tuple(lighter(b) for b in one.blocks if b.id not in emptied))
        for one in edition.sections
    )
    return replace(edition, sections=sections)


def _book_with(found: FoundChild, words: UUID) -> Edition | None:
    return next((one for one in editions(found) if any(_pages(one, words))), None)


def _swapped(block: Block, words: UUID, step: int) -> Block | None:
    """The page with the words changing places with what shares their slot; None at its end."""
    for name, filled in block.slots.items():
        if words in filled:
            at, keys = filled.index(words), list(filled)
            if 0 <= at + step < len(keys):
                keys[at], keys[at + step] = keys[at + step], keys[at]
                return replace(block, slots={**block.slots, name: tuple(keys)})
    return None


def _goal(edition: Edition, where: _Where, step: int) -> _Where | None:
    """Where a page stands once it has passed the next page with words, or into which part it
    goes. Counted without the page itself."""
    at, row = where
    blocks = edition.sections[at].blocks
    beyond = range(row + 1, len(blocks)) if step > 0 else range(row - 1, -1, -1)
    for other in beyond:
        if _tells(blocks[other]):
            return at, other
    aside = at + step
    if not 0 <= aside < len(edition.sections) or edition.sections[aside].part is Part.FRONT:
        return None
    return aside, 0 if step > 0 else len(edition.sections[aside].blocks)


def _tells(block: Block) -> bool:
    """True for a page with words of the story on it."""
    kinds = page_type(block.page_type).slots
    return any(
        filled and name in kinds and kinds[name].kind in {"passage", "words"}
        for name, filled in block.slots.items()
    )


def _moved(edition: Edition, where: _Where, goal: _Where) -> Edition:
    at, row = where
    block = edition.sections[at].blocks[row]
    left = edition.sections[at].blocks[:row] + edition.sections[at].blocks[row + 1 :]
    return _with_page_at(_with_blocks(edition, at, left), goal, block)


def _with_page(edition: Edition, where: _Where, block: Block) -> Edition:
    at, row = where
    blocks = edition.sections[at].blocks
    return _with_blocks(edition, at, (*blocks[:row], block, *blocks[row + 1 :]))


def _with_page_at(edition: Edition, goal: _Where, block: Block) -> Edition:
    at, row = goal
    blocks = edition.sections[at].blocks
    return _with_blocks(edition, at, (*blocks[:row], block, *blocks[row:]))


def _with_blocks(edition: Edition, at: int, blocks: Sequence[Block]) -> Edition:
    sections: list[Section] = list(edition.sections)
    sections[at] = replace(sections[at], blocks=tuple(blocks))
    return replace(edition, sections=tuple(sections))
