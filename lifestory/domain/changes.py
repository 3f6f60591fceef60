"""What a change is, as the journal keeps it and as the screens hear of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lifestory.domain.records import Json


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record before and after; None where it was not, or is no longer."""

    kind: str
    id: UUID
    before: Json | None
    after: Json | None


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of a case's journal.

    `group` holds the lines that are undone together. `undoes` is the group this line takes back;
    for a redo it is the group of the undo, and its own for what undo passes over.
    """

    number: int
    at: datetime
    who: str
    title: str
    group: UUID
    undoes: UUID | None
    changes: tuple[RecordChange, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A journal line as the hash chain of its case holds it: who, when and what, and no value."""

    number: int
    at: str
    """UTC, ISO 8601, to the letter as it was signed."""
    who: str
    title: str
    group: UUID
    undoes: UUID | None
    entries: tuple[tuple[str, UUID, bytes], ...]
    """Kind, record id and salted digest of each change."""
    hash: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """The notice to every screen: which kinds and ids changed. Screens re-read those."""

    title: str
    touched: frozenset[tuple[str, UUID]]
    step: UUID | None = field(default=None, compare=False)
    """What undo calls the step that was written; None when nothing can be taken back."""
    undoes: UUID | None = field(default=None, compare=False)
    """The step that was taken back by it, or the undo, when it was made again."""

    def touches(self, kind: str) -> bool:
        """True when a record of that kind changed."""
        return any(one == kind for one, _ in self.touched)
