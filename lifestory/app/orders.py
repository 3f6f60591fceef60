"""The order in which a book tells: three to choose from, and no page lost between them.

Source: PRACTICE §3: the family-friendly order (Joy Rees) goes present, past, present, future; it
begins and ends in the safety of the family the child lives with. A plain chronological order and a
free one are the other two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from lifestory.app.open_case import OpenCase, keep_changed
from lifestory.domain.arrangement import Edition, Part, Section


class Order(StrEnum):
    """Free is however the worker has put the parts."""

    FAMILY = "family"
    CHRONOLOGICAL = "chronological"
    FREE = "free"


_WHO_I_AM = {"about-me", "my-family-now"}
"""Page types of the present that a family-friendly book begins with; what else is of the present
tells how the child came there."""


def in_order(sections: Sequence[Section], order: Order) -> tuple[Section, ...]:
    """The same sections with all their pages, in that order; those of one part keep theirs."""
    if order is Order.FREE:
        return tuple(sections)
    who = _say_who_i_am(sections, order)
    places = {Part.FRONT: 0, Part.PAST: 2, Part.PRESENT: 3, Part.FUTURE: 5, Part.BACK: 6}
    opens = 1 if order is Order.FAMILY else 4

    def place(section: Section) -> int:
        return opens if section.id in who else places[section.part]

    return tuple(sorted(sections, key=place))


def _say_who_i_am(sections: Sequence[Section], order: Order) -> set[UUID]:
    """The sections of the present that say who the child is; where none does, a family-friendly
    book begins with the first there is."""
    present = [one for one in sections if one.part is Part.PRESENT]
    who = {one.id for one in present if _WHO_I_AM & {block.page_type for block in one.blocks}}
    return who or {one.id for one in present[:1] if order is Order.FAMILY}


def order_of(edition: Edition) -> Order:
    """The order an edition's sections stand in."""
    for order in (Order.FAMILY, Order.CHRONOLOGICAL):
        if in_order(edition.sections, order) == edition.sections:
            return order
    return Order.FREE


def put_in_order(case: OpenCase, edition: UUID, order: Order) -> None:
    """Put an edition's sections in an order, every page kept; one step, which undo takes back."""
    standing = case.records.find(Edition, edition)
    if standing is None:
        return
    sections = in_order(standing.sections, order)
    keep_changed(case, "Change the order of a book", replace(standing, sections=sections))


def move_section(case: OpenCase, edition: UUID, section: UUID, step: int) -> None:
    """Move a section and its pages up (-1) or down (1) among the others; the front stays first."""
    standing = case.records.find(Edition, edition)
    if standing is None or not may_step(standing, section, step):
        return
    sections = list(standing.sections)
    at = [one.id for one in sections].index(section)
    sections.insert(at + step, sections.pop(at))
    keep_changed(case, "Move a part of a book", replace(standing, sections=tuple(sections)))


def may_step(edition: Edition, section: UUID | None, step: int) -> bool:
    """True where a section can go so far among the others."""
    ids, parts = [one.id for one in edition.sections], [one.part for one in edition.sections]
    if section not in ids or not 0 <= ids.index(section) + step < len(ids):
        return False
    at = ids.index(section)
    return Part.FRONT not in {parts[at], parts[at + step]}


def place_section(case: OpenCase, edition: UUID, section: UUID, before: UUID | None) -> None:
    """Let a section and its pages stand before another, or at the end; the front stays first."""
    standing = case.records.find(Edition, edition)
    if standing is None or section == before:
        return
    moved = next((one for one in standing.sections if one.id == section), None)
    if moved is None or moved.part is Part.FRONT:
        return
    rest = [one for one in standing.sections if one.id != section]
    at = next((n for n, one in enumerate(rest) if one.id == before), len(rest))
    while at < len(rest) and rest[at].part is Part.FRONT:
        at += 1
    rest.insert(at, moved)
    keep_changed(case, "Move a part of a book", replace(standing, sections=tuple(rest)))
