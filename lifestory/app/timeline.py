"""Milestones: in the order of a life, added, changed, taken out."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.readers import Band


def milestones(found: FoundChild) -> tuple[Milestone, ...]:
    """The milestones about this child in the order they happened, undated ones last."""
    raise NotImplementedError


def add_milestone(found: FoundChild, text: str, when: HonestDate, band: Band) -> Milestone:
    """A new milestone of this child with its text in one band."""
    raise NotImplementedError


def change_milestone(case: OpenCase, milestone: Milestone) -> None:
    """Keep a changed milestone; nothing is written when nothing changed."""
    raise NotImplementedError


def remove_milestone(case: OpenCase, milestone: UUID) -> None:
    """Take a milestone out; undo brings it back."""
    raise NotImplementedError
