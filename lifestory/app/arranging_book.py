"""Arranging a book: its pages in their order, what fills them, and how their photos stand.

Every verb reads the edition as it is when its turn comes, and is one step that undo takes back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from lifestory.app.open_case import OpenCase, keep_changed
from lifestory.book.pagetypes import PageType, Slot, page_type, page_types
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.errors import LifestoryError
from lifestory.domain.life import Home
from lifestory.domain.readers import Band
from lifestory.sharing.lens import READ_BY

__all__ = [
    "HoldsNoMore", "HoldsNoPhotos", "PageType", "Slot", "add_page", "blocks_of", "carry_photo",
    "choose_layout", "exchange_photos", "fill_slot", "find_block", "lock_layout", "move_page",
    "move_page_to_end", "page_type", "page_types", "page_types_for", "put_photo", "reject_layout",
    "remove_page", "step_page", "swap_photos", "take_photo_off", "weigh_photo",
]  # fmt: skip

_Work = Callable[[Block], Block]


class HoldsNoPhotos(LifestoryError):
    """A photo was to be put on a page that has no place for one."""

    message = "This page has no place for a photo."
    remedy = "Nothing has been changed. Add a page of photos, or a piece of the story."


class HoldsNoMore(LifestoryError):
    """A photo was to be put on a page that is full."""

    remedy = "Nothing has been changed. Put it in the place of another, or take one off first."


def page_types_for(band: Band) -> tuple[PageType, ...]:
    """Those that a reader of this age may have."""
    return tuple(kind for kind in page_types() if band in READ_BY.get(kind.name, tuple(Band)))


def blocks_of(edition: Edition) -> tuple[Block, ...]:
    """Every block of an edition, in the order of the book."""
    return tuple(block for section in edition.sections for block in section.blocks)


def find_block(edition: Edition, block: UUID) -> Block | None:
    """The block with that id, or None."""
    return next((one for one in blocks_of(edition) if one.id == block), None)


def add_page(case: OpenCase, edition: UUID, kind: str, after: UUID | None = None) -> Block | None:
    """A new block of that page type: right after another where it fits there, else at the end of
    the part it belongs to. None where the edition has gone meanwhile."""
    standing = case.records.find(Edition, edition)
    if standing is None:
        return None
    made, part = Block(page_type=kind), page_type(kind).part
    sections = list(standing.sections)
    at, row = _seat(sections, part, after)
    if at == len(sections):
        own = Part.PRESENT if part == "any" else Part(part)  # nothing but a front yet
        at = _where_part_goes(sections, own)
        sections.insert(at, Section(part=own))
    blocks = sections[at].blocks
    sections[at] = replace(sections[at], blocks=(*blocks[:row], made, *blocks[row:]))
    keep_changed(case, "Add a page", replace(standing, sections=tuple(sections)))
    return made


def _seat(sections: Sequence[Section], part: str, after: UUID | None) -> tuple[int, int]:
    """Section and place in it for a new block; one past the last section where none is its own."""
    for at, section in enumerate(sections):
        ids = [block.id for block in section.blocks]
        if after in ids and part in {"any", section.part}:
            return at, ids.index(after) + 1
    own = [at for at, section in enumerate(sections) if section.part == part]
    if part == "any":
        own = [at for at, section in enumerate(sections) if section.part is not Part.FRONT]
    return (own[-1], len(sections[own[-1]].blocks)) if own else (len(sections), 0)


def _where_part_goes(sections: Sequence[Section], part: Part) -> int:
    """Before the first section of a later part."""
    order = list(Part)
    later = (n for n, one in enumerate(sections) if order.index(one.part) > order.index(part))
    return next(later, len(sections))


def remove_page(case: OpenCase, edition: UUID, block: UUID) -> None:
    """Take a block out of the book; what filled it stays with the child."""

    def without(sections: list[Section]) -> None:
        for at, section in enumerate(sections):
            left = tuple(one for one in section.blocks if one.id != block)
            sections[at] = replace(section, blocks=left)

    _rearrange(case, edition, "Take out a page", without)


def move_page(case: OpenCase, edition: UUID, block: UUID, before: UUID | None) -> None:
    """Let a block stand before another, in that one's part; at the very end where None."""

    def moved(sections: list[Section]) -> None:
        one = _taken(sections, block)
        if one is None:
            return
        for at, section in enumerate(sections):
            ids = [other.id for other in section.blocks]
            if before in ids:
                _insert(sections, at, ids.index(before), one)
                return
        last = max((at for at, s in enumerate(sections) if s.blocks), default=len(sections) - 1)
        _insert(sections, last, len(sections[last].blocks), one)

    if block != before:
        _rearrange(case, edition, "Move a page", moved)


def move_page_to_end(case: OpenCase, edition: UUID, block: UUID, section: UUID) -> None:
    """Let a block stand after all others of a section; it belongs to that part from then on."""

    def moved(sections: list[Section]) -> None:
        at = next((n for n, one in enumerate(sections) if one.id == section), -1)
        one = _taken(sections, block) if at >= 0 else None
        if one is not None:
            _insert(sections, at, len(sections[at].blocks), one)

    _rearrange(case, edition, "Move a page", moved)


def step_page(case: OpenCase, edition: UUID, block: UUID, step: int) -> None:
    """Move a block one step on (+1) or back (-1); at the end of a part it goes into the next."""

    def moved(sections: list[Section]) -> None:
        at = next((n for n, s in enumerate(sections) if any(b.id == block for b in s.blocks)), -1)
        if at < 0:
            return
        row = [one.id for one in sections[at].blocks].index(block) + step
        if 0 <= row < len(sections[at].blocks):
            one = _taken(sections, block)
        elif 0 <= at + step < len(sections):
            one = _taken(sections, block)
            at += step
            row = 0 if step > 0 else len(sections[at].blocks)
        else:
            return
        if one is not None:
            _insert(sections, at, row, one)

    _rearrange(case, edition, "Move a page", moved)


def _taken(sections: list[Section], block: UUID) -> Block | None:
    for at, section in enumerate(sections):
        for one in section.blocks:
            if one.id == block:
                left = tuple(other for other in section.blocks if other is not one)
                sections[at] = replace(section, blocks=left)
                return one
    return None


def _insert(sections: list[Section], at: int, row: int, block: Block) -> None:
    blocks = sections[at].blocks
    sections[at] = replace(sections[at], blocks=(*blocks[:row], block, *blocks[row:]))


def _rearrange(
    case: OpenCase, edition: UUID, title: str, work: Callable[[list[Section]], None]
) -> None:
    standing = case.records.find(Edition, edition)
    if standing is not None:
        sections = list(standing.sections)
        work(sections)
        keep_changed(case, title, replace(standing, sections=tuple(sections)))


def fill_slot(
    case: OpenCase, edition: UUID, block: UUID, slot: str, filled: Sequence[UUID]
) -> None:
    """Fill a slot with these records, in this order; raises HoldsNoMore for too many. A page of the
    home of today goes from the past to the end of what the book tells of now."""

    def fill(one: Block) -> Block:
        _look_whether_it_holds(page_type(one.page_type).slots[slot], filled)
        return _unsettled(replace(one, slots={**one.slots, slot: tuple(filled)}), one)

    def fill_and_seat(sections: list[Section]) -> None:
        _change_blocks(sections, {block: fill})
        if _is_home_of_today(case, slot, filled):
            _seat_now(sections, block)

    _rearrange(case, edition, "Fill a page", fill_and_seat)


def _is_home_of_today(case: OpenCase, slot: str, filled: Sequence[UUID]) -> bool:
    homes = [case.records.find(Home, key) for key in filled] if slot == "home" else []
    return any(home is not None and home.end is None for home in homes)


def _seat_now(sections: list[Section], block: UUID) -> None:
    now = [at for at, section in enumerate(sections) if section.part is Part.PRESENT]
    past = (one.id for section in sections if section.part is Part.PAST for one in section.blocks)
    if now and block in past and (page := _taken(sections, block)):
        _insert(sections, now[-1], len(sections[now[-1]].blocks), page)


def put_photo(
    case: OpenCase, edition: UUID, block: UUID, photo: UUID, instead_of: UUID | None = None
) -> None:
    """Put a photo on a page: in the place of another, or beside those there are; on a page for one
    photo it takes that one's place. Raises HoldsNoPhotos, HoldsNoMore."""

    _change(
        case, edition, block, "Put a photo on a page", lambda one: _with(one, photo, instead_of)
    )


def take_photo_off(case: OpenCase, edition: UUID, block: UUID, photo: UUID) -> None:
    """Take a photo off a page; it stays with the child."""
    _change(case, edition, block, "Take a photo off a page", lambda one: _without(one, photo))


def carry_photo(case: OpenCase, edition: UUID, photo: UUID, source: UUID, target: UUID) -> None:
    """Take a photo off one page and put it on another, in one step. Raises HoldsNoPhotos,
    HoldsNoMore, and then it stays where it is."""
    works = {source: lambda one: _without(one, photo), target: lambda one: _with(one, photo)}
    _change_each(case, edition, "Move a photo to another page", works)


def exchange_photos(
    case: OpenCase, edition: UUID, one: tuple[UUID, UUID], other: tuple[UUID, UUID]
) -> None:
    """Let two photos change places, each given as (block, photo), on one page or on two."""
    (here, photo), (there, another) = one, other
    if here == there:
        turned = {photo: another, another: photo}
        works: dict[UUID, _Work] = {here: lambda block: _renamed(block, turned)}
    else:
        works = {
            here: lambda block: _unsettled(_renamed(block, {photo: another}), block),
            there: lambda block: _unsettled(_renamed(block, {another: photo}), block),
        }
    _change_each(case, edition, "Swap two photos", works)


def _with(one: Block, photo: UUID, instead_of: UUID | None = None) -> Block:
    name, slot = _photo_slot(one)
    there = [key for key in one.slots.get(name, ()) if key != photo]
    if instead_of in there:
        there[there.index(instead_of)] = photo
    elif slot.most == 1:
        there = [photo]
    else:
        there.append(photo)
    _look_whether_it_holds(slot, there)
    return _unsettled(replace(one, slots={**one.slots, name: tuple(there)}), one)


def _without(one: Block, photo: UUID) -> Block:
    left = {name: tuple(k for k in keys if k != photo) for name, keys in one.slots.items()}
    return _unsettled(replace(one, slots=left), one)


def _renamed(one: Block, turned: Mapping[UUID, UUID]) -> Block:
    """Other photos in the seats of these; none stands on a page twice."""
    slots = {
        name: tuple(dict.fromkeys(turned.get(key, key) for key in keys))
        for name, keys in one.slots.items()
    }
    return replace(one, slots=slots)


def swap_photos(case: OpenCase, edition: UUID, block: UUID, photo: UUID, step: int) -> None:
    """Let a photo change places with the next (+1) or the one before (-1)."""

    def swap(one: Block) -> Block:
        name, _ = _photo_slot(one)
        there = list(one.slots.get(name, ()))
        at = there.index(photo) if photo in there else -1
        if at < 0 or not 0 <= at + step < len(there):
            return one
        there[at], there[at + step] = there[at + step], there[at]
        return replace(one, slots={**one.slots, name: tuple(there)})

    _change(case, edition, block, "Swap two photos", swap)


def weigh_photo(case: OpenCase, edition: UUID, block: UUID, photo: UUID, weight: int) -> None:
    """Give a photo more (5) or less (1) room than the others have (3)."""

    def weigh(one: Block) -> Block:
        return _unsettled(replace(one, weights={**one.weights, str(photo): weight}), one)

    _change(case, edition, block, "Give a photo its room", weigh)


def choose_layout(case: OpenCase, edition: UUID, block: UUID, layout: str) -> None:
    """Arrange the photos of a page in this way, until what is on it changes."""
    _change(case, edition, block, "Choose a layout", lambda one: replace(one, layout=layout))


def lock_layout(case: OpenCase, edition: UUID, block: UUID, layout: str, *, locked: bool) -> None:
    """Keep this layout whatever changes, or let it go again."""
    title = "Lock a layout" if locked else "Unlock a layout"
    kept = {"layout": layout, "locked": locked}
    _change(case, edition, block, title, lambda one: replace(one, **kept))  # type: ignore[arg-type]


def reject_layout(case: OpenCase, edition: UUID, block: UUID, layout: str) -> None:
    """Never offer this layout again for this page; the next best takes its place."""

    def reject(one: Block) -> Block:
        rejected = (*(name for name in one.rejected if name != layout), layout)
        return replace(one, layout="", locked=False, rejected=rejected)

    _change(case, edition, block, "Turn down a layout", reject)


def _photo_slot(block: Block) -> tuple[str, Slot]:
    for name, slot in page_type(block.page_type).slots.items():
        if slot.kind == "photo":
            return name, slot
    raise HoldsNoPhotos


def _look_whether_it_holds(slot: Slot, filled: Sequence[UUID]) -> None:
    if len(filled) > slot.most:
        raise HoldsNoMore(f"This page holds {slot.most} of these at most.")


def _unsettled(changed: Block, before: Block) -> Block:
    """The layout is open again once what is on the page has changed, unless it is locked."""
    if changed == before or changed.locked:
        return changed
    return replace(changed, layout="")


def _change(case: OpenCase, edition: UUID, block: UUID, title: str, work: _Work) -> None:
    _change_each(case, edition, title, {block: work})


def _change_each(case: OpenCase, edition: UUID, title: str, works: Mapping[UUID, _Work]) -> None:
    """Change blocks, each in its own way, as one step."""
    _rearrange(case, edition, title, lambda sections: _change_blocks(sections, works))


def _change_blocks(sections: list[Section], works: Mapping[UUID, _Work]) -> None:
    for at, section in enumerate(sections):
        changed = (works[one.id](one) if one.id in works else one for one in section.blocks)
        sections[at] = replace(section, blocks=tuple(changed))
