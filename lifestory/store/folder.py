"""The folder of a store: what lies where in it, and the one file that says what it is."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from lifestory.store.system import write_file
from lifestory.store.troubles import NewerStore, NotAStore, ThisIsABackup, explained

LAYOUT = 1
"""Version of the folder's layout and of the key slots; the database has its own."""
STORE, BACKUP = "lifestory-store", "lifestory-backup"
UNFINISHED = "lifestory-backup-unfinished"
"""A first backup that was never verified, or not to its end: no backup yet."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What a folder says it is: a store or a backup of one, and of which."""

    form: str
    store: UUID


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The names inside. None of them says anything about anyone."""

    root: Path

    @property
    def marker(self) -> Path:
        """Neutral JSON, written last, so that half a store is none."""
        return self.root / "lifestory.json"

    @property
    def database(self) -> Path:
        """Everything but the originals."""
        return self.root / "store.db"

    @property
    def cache(self) -> Path:
        """Derived pictures; may be deleted at any time."""
        return self.root / "cache.db"

    @property
    def originals(self) -> Path:
        """Sealed files under random names."""
        return self.root / "originals"

    @property
    def keys(self) -> Path:
        """One age file for each key slot."""
        return self.root / "keys"

    @property
    def snapshots(self) -> Path:
        """The database as it was before each migration."""
        return self.root / "snapshots"

    @property
    def generations(self) -> Path:
        """Of a backup: the database as it was at earlier backups, each named by its time."""
        return self.root / "generations"

    @property
    def checked(self) -> Path:
        """Of a backup: a sealed list of what was verified there, and when."""
        return self.root / "checked.age"

    @property
    def lock(self) -> Path:
        """Empty; whoever has the store open holds a lock on it."""
        return self.root / "lock"

    def is_empty(self) -> bool:
        """True when nothing is there, or an empty folder."""
        return not self.root.exists() or not any(self.root.iterdir())

    def clear(self) -> None:
        """Removes what a failed attempt made in a folder that was empty or not there.

        As far as it can: what failed is the trouble to tell, not that this does, too.
        """
        for inside in self.root.iterdir() if self.root.exists() else ():
            if inside.is_dir():
                shutil.rmtree(inside, ignore_errors=True)
                continue
            with suppress(OSError):
                inside.unlink()

    def write_marker(self, marker: Marker) -> None:
        """Says what this folder is."""
        words = {"format": marker.form, "layout": LAYOUT, "store": str(marker.store)}
        write_file(self.marker, json.dumps(words).encode())

    def read_marker(self) -> Marker:
        """What this folder is. Raises NotAStore, NewerStore."""
        try:
            words = json.loads(self.marker.read_bytes())
            form, layout, store = words["format"], words["layout"], UUID(words["store"])
        except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
            raise NotAStore from None
        if form not in (STORE, BACKUP, UNFINISHED) or not isinstance(layout, int):
            raise NotAStore
        if layout > LAYOUT:
            raise NewerStore
        return Marker(form, store)

    def expect_store(self) -> Marker:
        """The marker of a store to work in. Raises NotAStore, NewerStore, ThisIsABackup."""
        with explained():
            marker = self.read_marker()
        if marker.form != STORE:
            raise ThisIsABackup
        return marker
