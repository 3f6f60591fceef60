"""What sets the editions of a child's book apart: a page, a photo or words that another has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID, uuid4

from lifestory.app.books import editions
from lifestory.app.filling import says
from lifestory.app.left_out import refused
from lifestory.app.open_case import FoundChild, OpenCase, keep_changed
from lifestory.book.pagetypes import page_type
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import Passage

__all__ = ["Apart", "Sort", "apart", "bring_page"]


class Sort(StrEnum):
    """What another edition has."""

    PAGE = "page"
    PHOTO = "photo"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Apart:
    """Something that the edition `other`, called `name` and for readers of `band`, has and this
    one has not: `what` is its block there, a photo, or a passage told here in other words. `says`
    which it is; `beside` is the block here that it belongs to, or after; None for the beginning."""

    sort: Sort
    other: UUID
    name: str
    band: Band
    what: UUID
    says: str
    beside: UUID | None


def apart(found: FoundChild, edition: Edition) -> tuple[Apart, ...]:
    """All that others have and this one has not, in the order of the book, a page or photo that
    several have once. What its reader may not be shown is not among it."""
    others = [one for one in editions(found) if one.id != edition.id]
    hidden = refused(found, edition) if others else frozenset()
    told: dict[object, Apart] = {}
    for other in others:
        for one, key in _against(found, edition, other, hidden):
            told.setdefault(key, one)
    order = {block.id: at for at, block in enumerate(_blocks(edition))}
    places = sorted(told.values(), key=lambda one: order[one.beside] if one.beside else -1)
    return tuple(places)


def _against(
    found: FoundChild, mine: Edition, other: Edition, hidden: frozenset[UUID]
) -> Iterator[tuple[Apart, object]]:
    twins, used = _twins(_blocks(mine), _blocks(other)), _records(_blocks(mine))
    beside: UUID | None = None

    def told(sort: Sort, what: UUID, words: str) -> Apart:
        return Apart(sort, other.id, other.name, other.band, what, words, beside)

    for block in _blocks(other):
        twin = twins.get(block.id)
        if twin is None:
            held = _records([block])
            if not held or held - hidden:
                named = _says(found, block, mine.band)
                yield told(Sort.PAGE, block.id, named), (block.page_type, held or block.id)
            continue
        beside = twin.id
        for photo in _photos(block):
            if photo not in used | hidden and _takes_photos(twin):
                record = found.case.records.get(photo)
                words = says(found, record, mine.band) if record else ""
                yield told(Sort.PHOTO, photo, words), photo
        for passage in block.slots.get("passage", ()):
            kept = found.case.records.find(Passage, passage)
            if kept is not None and passage in _records([twin]) and _differ(kept, mine, other):
                words = says(found, kept, mine.band)
                yield told(Sort.WORDS, passage, words), (passage, other.id)


def _differ(passage: Passage, mine: Edition, other: Edition) -> bool:
    here, there = (text_for(passage.texts, one.band, one.format) for one in (mine, other))
    return bool(here and there) and here != there


def _twins(mine: Sequence[Block], theirs: Sequence[Block]) -> Mapping[UUID, Block]:
    """For each block of another edition, the one here that is the same page: filled alike, else
    with something in common, else the only one of its type in either."""
    found: dict[UUID, Block] = {}
    left = list(mine)
    for alike in (_same, _kin, lambda a, b: _only(a, mine) and _only(b, theirs)):
        for other in theirs:
            if other.id in found:
                continue
            same_type = (one for one in left if one.page_type == other.page_type)
            twin = next((one for one in same_type if alike(one, other)), None)
            if twin is not None:
                found[other.id] = twin
                left.remove(twin)
    return found


def _same(one: Block, other: Block) -> bool:
    return _records([one]) == _records([other])


def _kin(one: Block, other: Block) -> bool:
    return bool(_records([one]) & _records([other]))


def _only(one: Block, among: Sequence[Block]) -> bool:
    return sum(other.page_type == one.page_type for other in among) == 1


def _blocks(edition: Edition) -> list[Block]:
    return [block for section in edition.sections for block in section.blocks]


def _records(blocks: Sequence[Block]) -> frozenset[UUID]:
    return frozenset(key for block in blocks for keys in block.slots.values() for key in keys)


def _photos(block: Block) -> Iterator[UUID]:
    for name, slot in page_type(block.page_type).slots.items():
        if slot.kind == "photo":
            yield from block.slots.get(name, ())


def _takes_photos(block: Block) -> bool:
    return any(slot.kind == "photo" for slot in page_type(block.page_type).slots.values())


def _says(found: FoundChild, block: Block, band: Band) -> str:
    """What a page is called, and the first thing on it that has a name."""
    filled = (found.case.records.get(key) for keys in block.slots.values() for key in keys)
    names = (says(found, one, band) for one in filled if one is not None)
    first = next((name for name in names if name), "")
    return " · ".join(one for one in (page_type(block.page_type).called, first) if one)


def bring_page(
    case: OpenCase, edition: UUID, other: UUID, block: UUID, beside: UUID | None
) -> Block | None:
    """Put a page of another edition into this one, after the page it stands beside, in the part it
    has there. None where either has gone meanwhile."""
    mine, theirs = (case.records.find(Edition, key) for key in (edition, other))
    if mine is None or theirs is None:
        return None
    whole = next(
        ((s.part, one) for s in theirs.sections for one in s.blocks if one.id == block), None
    )
    if whole is None:
        return None
    part, copied = whole[0], replace(whole[1], id=uuid4())
    sections = list(mine.sections)
    at, row = _seat(sections, part, beside)
    if at == len(sections):
        sections.append(Section(part=part))
    blocks = sections[at].blocks
    sections[at] = replace(sections[at], blocks=(*blocks[:row], copied, *blocks[row:]))
    keep_changed(case, "Bring in a page", replace(mine, sections=tuple(sections)))
    return copied


def _seat(sections: Sequence[Section], part: Part, beside: UUID | None) -> tuple[int, int]:
    """Section and place in it: after the page beside in a part of its own kind, else at the
    beginning of the next such part, else the end of the last; one past them all for none."""
    own = [at for at, section in enumerate(sections) if section.part is part]
    for at in own:
        ids = [block.id for block in sections[at].blocks]
        if beside in ids:
            return at, ids.index(beside) + 1
    if not own:
        return len(sections), 0
    after = [at for at, s in enumerate(sections) if any(b.id == beside for b in s.blocks)]
    later = [at for at in own if after and at > after[0]]
    return (later[0], 0) if later else (own[-1], len(sections[own[-1]].blocks))
