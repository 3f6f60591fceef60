"""The people around a child: who they are and what they are called."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.domain.people import Person, Relationship


def people(case: OpenCase) -> tuple[Person, ...]:
    """Everyone in the case, by the name the book calls them."""
    raise NotImplementedError


def add_person(found: FoundChild, person: Person, is_a: str = "") -> Person:
    """A new person, and what they are to the child when it is said."""
    raise NotImplementedError


def change_person(case: OpenCase, person: Person) -> None:
    """Keep a changed person; nothing is written when nothing changed."""
    raise NotImplementedError


def relationships(found: FoundChild) -> tuple[Relationship, ...]:
    """What everyone is to this child."""
    raise NotImplementedError


def remove_person(case: OpenCase, person: UUID) -> None:
    """Take a person out, and what they were to others; undo brings both back."""
    raise NotImplementedError
