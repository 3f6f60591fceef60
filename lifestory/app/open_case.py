"""A case on the worker's table: finding it, and the small steps every change of it is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import get_ident
from typing import TypeVar
from uuid import UUID

from lifestory.app.open_store import Store
from lifestory.domain.changes import Changes
from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Child, Person
from lifestory.domain.records import R, Record
from lifestory.store.journal import OpenCase

T = TypeVar("T")

__all__ = [
    "FoundChild", "Gone", "NoSuchChild", "OpenCase", "about", "find_child", "keep_changed",
    "open_case", "standing", "take_out", "with_its_step",
]  # fmt: skip


class NoSuchChild(LifestoryError):
    """No child of this store has that reference or id."""

    message = "There is no child with this reference here."
    remedy = "Nothing has been changed. `lifestory child list` shows the references."


class Gone(LifestoryError):
    """What is to be changed was erased or taken out while a screen still showed it."""

    message = "That is no longer in this story: it was taken out meanwhile."
    remedy = "Nothing has been changed. If an undo took it out, redo brings it back."


@dataclass(frozen=True, slots=True)
class FoundChild:
    """A child and the open case it belongs to."""

    case: OpenCase
    id: UUID

    @property
    def child(self) -> Child:
        """The child's record as it stands now."""
        found = self.case.records.find(Child, self.id)
        if found is None:
            raise NoSuchChild
        return found

    @property
    def person(self) -> Person | None:
        """The person record that holds the child's name."""
        return self.case.records.find(Person, self.child.person)


def open_case(store: Store, case: UUID) -> OpenCase:
    """The open case with that id. Its `.undo()`, `.redo()`, `.subscribe()`, `.records` serve."""
    return store.vault.case(case)


def find_child(store: Store, wanted: str | UUID) -> FoundChild:
    """The child with that reference (in any letter case) or id. Raises NoSuchChild."""
    named = str(wanted).strip().lower()
    for case_id, records in store.vault.look_over({Child.kind}).items():
        for child in records.of(Child):
            if named and named in {str(child.id), child.reference.lower()}:
                return FoundChild(store.vault.case(case_id), child.id)
    raise NoSuchChild


def about(found: FoundChild, kind: type[R]) -> tuple[R, ...]:
    """The records of one kind that are about this child, or about every child of the case."""
    return tuple(
        record
        for record in found.case.records.of(kind)
        if not record.about or found.id in record.about
    )


def standing(case: OpenCase, kind: type[R], key: UUID | None) -> R:
    """The record of that kind as it stands now, whatever the screen still shows. Raises Gone."""
    found = case.records.find(kind, key)
    if found is None:
        raise Gone
    return found


def keep_changed(case: OpenCase, title: str, record: Record) -> None:
    """Keep a changed record under a neutral title; writes nothing when it is as it was.
    Raises Gone."""
    before = standing(case, type(record), record.id)
    if before == record:
        return
    with case.change(title) as change:
        change.replace(before, record)


def with_its_step(case: OpenCase, work: Callable[[], T]) -> tuple[T, UUID | None]:
    """What the work returns, and the step of undo it made: the last one, should it be several, and
    None when it wrote nothing. What other threads write meanwhile is none of its own."""
    here, steps = get_ident(), list[UUID]()

    def note(changes: Changes) -> None:
        if get_ident() == here and changes.step is not None:
            steps.append(changes.step)

    end = case.subscribe(note)
    try:
        done = work()
    finally:
        end()
    return done, steps[-1] if steps else None


def take_out(case: OpenCase, title: str, *gone: Record) -> None:
    """Take records out as one step; undo brings them back."""
    with case.change(title) as change:
        for record in gone:
            change.remove(record)
