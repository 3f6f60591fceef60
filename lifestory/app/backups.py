"""Backups of a store, bringing one back, and checking that a store is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from lifestory.app.keyslots import check_council_keys
from lifestory.app.open_store import Store, open_store
from lifestory.app.progress import Cancelled, Progress, never, silent, stoppable
from lifestory.app.writing import refuse_inside_store
from lifestory.store import backup
from lifestory.store.checking import CheckLine, check
from lifestory.store.folder import StoreFolder
from lifestory.store.keyslots import unlock
from lifestory.store.troubles import DamagedBackup, DamagedStore

__all__ = [
    "USUAL_NAME", "BackedUp", "CheckLine", "LastBackup", "back_up", "check_store", "last_backup",
    "restore",
]  # fmt: skip

USUAL_NAME = "Lifestory backup"
"""What the folder of a backup is called on the drive that was chosen for it: neutral."""

_AT, _WHERE = "backed up at", "backed up to"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Originals that were copied, that were there already, and that were opened and found true;
    `unsound` counts those that are missing or damaged in the store itself."""

    copied: int
    already_there: int
    verified: int
    unsound: int


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When the newest backup was finished, in UTC, and the folder it lies in."""

    at: datetime
    folder: Path


def back_up(
    store: Store,
    destination: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> BackedUp:
    """Bring the backup in `destination` up to the store as it is now, or make it; verified, and
    remembered in the store. An earlier backup there stays what it is until this one is whole.

    Raises LifestoryError: another store's backup, a folder inside a store, a full disk, a damaged
    store, Stopped.
    """
    refuse_inside_store(destination)
    told = stoppable(progress, cancelled)
    done = backup.back_up(store.vault, destination, lambda n, of: told(n, of, "Backing up"))
    store.vault.note(_AT, datetime.now(UTC).isoformat(timespec="seconds"))
    store.vault.note(_WHERE, str(destination.absolute()))
    return BackedUp(done.copied, done.already_there, done.verified, len(done.unsound))


def last_backup(store: Store) -> LastBackup | None:
    """The newest backup this store knows of; None when there was none. Where backups go is kept
    inside the store, for the name of a folder may say something."""
    at, where = store.vault.noted(_AT), store.vault.noted(_WHERE)
    return LastBackup(datetime.fromisoformat(at), Path(where)) if at and where else None


def restore(
    source: Path,
    folder: Path,
    passphrase: str,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> BackedUp:
    """Make a store in the new or empty `folder` out of a backup, open it and check every original.

    Raises LifestoryError: not a backup, a damaged one, wrong passphrase, a folder in use or inside
    a store, a full disk, Stopped; then the folder is empty again.
    """
    refuse_inside_store(folder)
    told = stoppable(progress, cancelled)
    keys = StoreFolder(source).keys
    if keys.is_dir():
        unlock(keys, passphrase)  # first of all, so that a wrong one leaves nothing behind
    told(0, 0, "Copying")
    backup.restore(source, folder, lambda n, of: told(n, of, "Copying"))
    try:
        with open_store(folder, passphrase) as store:
            originals = store.vault.originals.rows()
            found = []
            for done, line in enumerate(check(store.vault), 1):
                told(min(done, len(originals)), len(originals), "Checking")
                if not line.ok:
                    found.append(line)
    except BaseException as trouble:
        StoreFolder(folder).clear()
        if isinstance(trouble, DamagedStore):
            raise DamagedBackup from trouble
        raise
    unsound = sum(line.what.startswith("original ") for line in found)
    return BackedUp(len(originals), 0, len(originals) - unsound, unsound)


def check_store(store: Store, progress: Progress = silent) -> Iterator[CheckLine]:
    """Look at everything in a store and change nothing: a line for each thing looked at."""
    for done, line in enumerate(chain(check_council_keys(store), check(store.vault)), 1):
        progress(done, 0, "Checking")
        yield line
