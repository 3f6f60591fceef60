"""An older store is brought up step by step, with a snapshot before, or not at all."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, text

from lifestory.store.database import Database
from lifestory.store.journal import OpenCase
from lifestory.store.migrations import STEPS, Step, migrate, version_of
from lifestory.store.tables import metadata
from lifestory.store.troubles import NewerStore
from lifestory.store.vault import Vault

NEXT = STEPS[-1].version + 1


def add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE record ADD COLUMN colour TEXT")


def break_off(connection: Connection) -> None:
    add_a_column(connection)
    raise KeyboardInterrupt


def version(database: Database) -> int:
    with database.reading() as connection:
        return version_of(connection)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_steps_lead_to_the_tables_this_version_uses(vault: Vault) -> None:
    found = MetaData()
    with vault.database.reading() as connection:
        found.reflect(connection)
    columns = {
        name: {column.name: column.nullable for column in table.columns}
        for name, table in found.tables.items()
        if not name.startswith("sqlite_")
    }
    assert columns == {
        name: {
            column.name: column.nullable or (column.name == "position") for column in table.columns
        }
        for name, table in metadata.tables.items()
    }
    assert version(vault.database) == STEPS[-1].version
    assert [step.version for step in STEPS] == list(range(1, NEXT))


def test_a_step_is_taken_once_and_leaves_a_snapshot(
    vault: Vault, case: OpenCase, tmp_path: Path
) -> None:
    steps = [*STEPS, Step(NEXT, "colours", add_a_column)]
    for _ in range(2):
        migrate(vault.database, tmp_path / "snapshots", steps)
    assert version(vault.database) == NEXT
    (snapshot,) = (tmp_path / "snapshots").iterdir()
    before = vault.database.copied_at(snapshot)
    assert version(before) == NEXT - 1
    with before.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM record")).scalar() == 1
    before.close()


def test_a_step_that_breaks_off_changes_nothing(vault: Vault, tmp_path: Path) -> None:
    steps = [*STEPS, Step(NEXT, "colours", break_off)]
    with pytest.raises(KeyboardInterrupt):
        migrate(vault.database, tmp_path / "snapshots", steps)
    assert version(vault.database) == NEXT - 1
    with vault.database.reading() as connection:
        names = [row[1] for row in connection.execute(text("PRAGMA table_info(record)"))]
    assert "colour" not in names


def test_a_newer_store_is_left_alone(vault: Vault, tmp_path: Path) -> None:
    migrate(vault.database, tmp_path / "snapshots", [*STEPS, Step(NEXT, "colours", add_a_column)])
    with pytest.raises(NewerStore):
        migrate(vault.database, tmp_path / "other")
    assert not (tmp_path / "other").exists()
