"""Erasing to the end: what was erased from the records goes from everywhere else it may lie.

Records and journal are cleared in one transaction; sealed files, derived pictures and snapshots
are not part of it. So that transaction also notes that a scrub is due, and the note goes only when
all of them are clear: after a crash or a refusal in between, the next opening finishes it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Connection, delete, exists, or_, select
from sqlalchemy.dialects.sqlite import insert

from lifestory.domain.errors import LifestoryError
from lifestory.store.cache import Cache
from lifestory.store.database import Database
from lifestory.store.originals import Originals
from lifestory.store.tables import meta, original
from lifestory.store.troubles import ErasureUnfinished, explained

_DUE = "scrub due"


class Scrub:
    """Clears whatever else may hold what was erased. From any thread."""

    def __init__(
        self, database: Database, originals: Originals, cache: Cache, snapshots: Path
    ) -> None:
        self._database = database
        self._originals = originals
        self._cache = cache
        self._snapshots = snapshots

    def is_due(self) -> bool:
        """True when something was erased that may still lie somewhere."""
        noted = exists().where(meta.c.name == _DUE)
        with self._database.reading() as connection:
            found = select(or_(noted, exists().where(original.c.doomed)))
            return bool(connection.execute(found).scalar())

    def note_due(self, connection: Connection) -> None:
        """Notes that one is due, within the transaction that erases."""
        row = insert(meta).values(name=_DUE, value="")
        connection.execute(row.on_conflict_do_nothing())

    def finish(self) -> None:
        """Clears everything, then the note. Raises ErasureUnfinished; then the note stays."""
        with self._database.turn:  # else the note of an erasure in between would go too
            try:
                self._clear()
            except (LifestoryError, OSError) as trouble:
                raise ErasureUnfinished from trouble
            with self._database.writing() as connection:
                connection.execute(delete(meta).where(meta.c.name == _DUE))

    def _clear(self) -> None:
        self._originals.purge()
        self._originals.sweep()
        self._cache.clear()
        if self._snapshots.exists():
            with explained():
                shutil.rmtree(self._snapshots)
        self._database.settle()
