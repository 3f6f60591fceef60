"""Short references for children: neutral, readable over the telephone, each only once."""

from __future__ import annotations

import secrets
from collections.abc import Container

from lifestory.app.open_store import Store
from lifestory.domain.people import Child

_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no reference is a word; nothing that looks like something else."""


def references(store: Store) -> frozenset[str]:
    """Every reference that a child of this store has."""
    cases = store.vault.look_over({Child.kind}).values()
    return frozenset(child.reference for records in cases for child in records.of(Child))


def new_reference(taken: Container[str]) -> str:
    """A reference that is not taken, and that says nothing about anyone."""
    while True:
        reference = "C-" + "".join(secrets.choice(_LETTERS) for _ in range(4))
        if reference not in taken:
            return reference
