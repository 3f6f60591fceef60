"""A case on the worker's table: finding it, going back and forward, hearing of changes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from lifestory.app.open_store import Store
from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Child, Person
from lifestory.store.vault import OpenCase

__all__ = ["FoundChild", "NoSuchChild", "OpenCase", "find_child", "open_case"]


class NoSuchChild(LifestoryError):
    """No child of this store has that reference or id."""

    message = "There is no child with this reference here."
    remedy = "Nothing has been changed. `lifestory child list` shows the references."


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
    raise NotImplementedError
