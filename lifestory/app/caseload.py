"""The children of a store, the most urgent first, and how one comes into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, never, silent
from lifestory.domain.dates import Age, HonestDate
from lifestory.domain.people import Stage


@dataclass(frozen=True, slots=True)
class ChildCard:
    """What the caseload says of one child. `name` is what the child is called."""

    child: UUID
    case: UUID
    reference: str
    name: str
    stage: Stage
    due: date | None
    due_for: str
    working_days_left: int | None
    """Negative when late; None when nothing is due."""
    open_findings: int | None
    """None while nothing has been checked."""
    age: Age | None
    home: str
    """What the home of today is called; empty when not known."""
    portrait: UUID | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an open folder or archive brought: its children and how much of everything."""

    case: UUID
    children: tuple[UUID, ...]
    records: int
    originals: int


def children(store: Store, today: date | None = None) -> tuple[ChildCard, ...]:
    """Every child of every case that is not put away, the most urgent first."""
    raise NotImplementedError


def add_child(store: Store, name: str, born: HonestDate | None = None) -> FoundChild:
    """A new case of one child, with nothing in it but the name and the day of birth."""
    raise NotImplementedError


def add_from_open_folder(
    store: Store, folder: Path, progress: Progress = silent, cancelled: Cancelled = never
) -> TakenIn:
    """A new case from an open folder, whole or not at all."""
    raise NotImplementedError
