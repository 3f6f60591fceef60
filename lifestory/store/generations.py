"""The older states of the database that a backup keeps beside the newest.

Each is a whole database under the store's key, named by the time at which it was the newest. What
was erased from the store leaves them at the next backup: a state that still holds it goes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, select

from lifestory.store.backup_rule import Rule
from lifestory.store.database import Database, cipher_problems, connect
from lifestory.store.folder import StoreFolder
from lifestory.store.system import rename, sync_folder
from lifestory.store.tables import entry, original
from lifestory.store.troubles import DamagedStore, explained

Erased = tuple[UUID, int, UUID]
"""A value that was erased: its case, the number of the line that wrote it, its record."""
_NAMED = "%Y%m%dT%H%M%SZ"
_AT_ONCE = 500
"""How many ids are asked for in one statement: SQLite takes some thousands."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A state of the store in a backup: its time in UTC, to the second, and its file."""

    at: datetime
    path: Path


def generations(place: StoreFolder) -> tuple[Generation, ...]:
    """Every state in a backup, the newest first; none when there is no backup. Raises OSError."""
    newest = []
    if place.database.exists():
        # Its own time: it gets a name only when it is the newest no longer.
        made = datetime.fromtimestamp(place.database.stat().st_mtime, UTC).replace(microsecond=0)
        newest = [Generation(made, place.database)]
    return (*newest, *sorted(_older(place), key=lambda one: one.at, reverse=True))


def _older(place: StoreFolder) -> list[Generation]:
    found = []
    for path in place.generations.glob("*.db"):
        with suppress(ValueError):
            found.append(Generation(datetime.strptime(path.stem, _NAMED).replace(tzinfo=UTC), path))
    return found


def retire(place: StoreFolder) -> Generation:
    """Lays the newest among the older ones, so that another can take its place. Raises OSError."""
    place.generations.mkdir(exist_ok=True)
    at = generations(place)[0].at
    while (path := place.generations / f"{at:{_NAMED}}.db").exists():
        at += timedelta(seconds=1)
    rename(place.database, path)
    return Generation(at, path)


def thin(place: StoreFolder, rule: Rule) -> int:
    """Drops the older ones that the rule does not keep, and says how many. Raises OSError."""
    newest, *older = generations(place)
    kept = rule.kept([one.at for one in older], newest.at)
    going = [one for one in older if one.at not in kept]
    drop(going)
    return len(going)


def drop(going: Collection[Generation]) -> None:
    """Removes older states for good. Raises OSError."""
    for one in going:
        one.path.unlink(missing_ok=True)
    for folder in {one.path.parent for one in going}:
        sync_folder(folder)


def names_in(path: Path, key: bytes) -> frozenset[str]:
    """The names of the sealed files that a database in a backup, whose raw key this is, asks for.
    Raises DamagedStore when a page of it was changed; the file is not touched."""
    if cipher_problems(path, key):
        raise DamagedStore
    with explained(), closing(connect(path, key, "mode=ro&immutable=1")) as connection:
        rows = connection.execute("SELECT name FROM original WHERE NOT doomed").fetchall()
    return frozenset(row[0] for row in rows)


def erased_values(connection: Connection) -> frozenset[Erased]:
    """Every value that was erased from a store, ever."""
    found = select(entry.c.case_id, entry.c.number, entry.c.record_id).where(entry.c.salt.is_(None))
    return frozenset(tuple(row) for row in connection.execute(found))


def digest_of_erased(erased: Collection[Erased]) -> str:
    """Stands for them in the list of a backup."""
    words = sorted(f"{case.hex} {number} {record.hex}" for case, number, record in erased)
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def holds(database: Database, erased: Collection[Erased]) -> bool:
    """True when a state still has one of these values. Raises DamagedStore."""
    wanted, records = set(erased), list({record for _, _, record in erased})
    with database.reading() as connection:
        for first in range(0, len(records), _AT_ONCE):
            some = records[first : first + _AT_ONCE]
            found = select(entry.c.case_id, entry.c.number, entry.c.record_id).where(
                entry.c.salt.is_not(None), entry.c.record_id.in_(some)
            )
            if any(tuple(row) in wanted for row in connection.execute(found)):
                return True
    return False


def names_of(connection: Connection) -> list[tuple[UUID, str, str]]:
    """(id, name, SHA-256 of what is inside) of every original that is to be there."""
    wanted = select(original.c.id, original.c.name, original.c.sha256).where(~original.c.doomed)
    rows = connection.execute(wanted.order_by(original.c.name))
    return [(row.id, row.name, row.sha256) for row in rows]
