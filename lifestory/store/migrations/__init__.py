"""Brings an older store up to this version, one named step at a time, with a snapshot before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from lifestory.store.database import Database
from lifestory.store.migrations import step_001_first_tables, step_002_records_by_kind
from lifestory.store.troubles import NewerStore


@dataclass(frozen=True, slots=True)
class Step:
    """From the version before to `version`."""

    version: int
    name: str
    apply: Callable[[Connection], None]


STEPS = (
    Step(1, "first tables", step_001_first_tables.apply),
    Step(2, "records by kind", step_002_records_by_kind.apply),
)


def migrate(database: Database, snapshots: Path, steps: Sequence[Step] = STEPS) -> None:
    """Takes the steps that are missing, each in one transaction with the version it leads to.

    Raises NewerStore, with the store untouched, when it is beyond the last step.
    """
    with database.reading() as connection:
        version = version_of(connection)
    if version > steps[-1].version:
        raise NewerStore
    missing = [step for step in steps if step.version > version]
    if missing and version:
        snapshots.mkdir(exist_ok=True)
        database.copy_to(snapshots / f"version-{version}.db")
    for step in missing:
        with database.writing() as connection:
            step.apply(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={step.version:d}")


def version_of(connection: Connection) -> int:
    """The version the database is at; 0 when it is new."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
