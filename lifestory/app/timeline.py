"""Milestones: in the order of a life, added, changed, taken out."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase, about, keep_changed, take_out
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.readers import Band


def milestones(found: FoundChild) -> tuple[Milestone, ...]:
    """The milestones about this child in the order they happened, undated ones last."""
    born = found.child.born.day()
    return tuple(sorted(about(found, Milestone), key=lambda one: one.when.sort_key(born)))


def add_milestone(found: FoundChild, text: str, when: HonestDate, band: Band) -> Milestone:
    """A new milestone of this child with its text in one band."""
    milestone = Milestone(about=frozenset({found.id}), texts={band: text}, when=when)
    with found.case.change("Add a milestone") as change:
        change.add(milestone)
    return milestone


def change_milestone(case: OpenCase, milestone: Milestone) -> None:
    """Keep a changed milestone; nothing is written when nothing changed."""
    keep_changed(case, "Change a milestone", milestone)


def remove_milestone(case: OpenCase, milestone: UUID) -> None:
    """Take a milestone out; undo brings it back."""
    take_out(case, "Take out a milestone", case.records[milestone])
