"""The words of the book: passages and the child's own words."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage


def passages(found: FoundChild) -> tuple[Passage, ...]:
    """The passages about this child, in the order they were first written."""
    raise NotImplementedError


def add_passage(found: FoundChild, title: str, text: str, band: Band) -> Passage:
    """A new passage of this child, with its title and text in one band."""
    raise NotImplementedError


def change_passage(case: OpenCase, passage: Passage) -> None:
    """Keep a changed passage; nothing is written when nothing changed."""
    raise NotImplementedError


def write_text(case: OpenCase, passage: UUID, band: Band, text: str) -> Passage:
    """Keep the text of one band, the others untouched; returns the passage as it now is."""
    raise NotImplementedError


def remove_passage(case: OpenCase, passage: UUID) -> None:
    """Take a passage out; undo brings it back."""
    raise NotImplementedError
