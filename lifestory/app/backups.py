"""Backups of a store, bringing one back, and checking that a store is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lifestory.app.open_store import Store, open_store
from lifestory.app.progress import Progress, silent
from lifestory.store import backup
from lifestory.store.checking import CheckLine, check
from lifestory.store.folder import StoreFolder
from lifestory.store.keyslots import unlock

__all__ = ["BackedUp", "CheckLine", "back_up", "check_store", "restore"]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Originals that were copied, that were there already, and that were opened and found true;
    `unsound` counts those that are missing or damaged in the store itself."""

    copied: int
    already_there: int
    verified: int
    unsound: int


def back_up(store: Store, destination: Path, progress: Progress = silent) -> BackedUp:
    """Bring the backup in `destination` up to the store as it is now, or make it; verified.

    Raises LifestoryError: another store's backup, a full disk, a damaged store.
    """

    def told(done: int, total: int) -> None:
        progress(done, total, "Backing up")

    done = backup.back_up(store.vault, destination, told)
    return BackedUp(done.copied, done.already_there, done.verified, len(done.unsound))


def restore(source: Path, folder: Path, passphrase: str, progress: Progress = silent) -> BackedUp:
    """Make a store in the new or empty `folder` out of a backup, open it and check every original.

    Raises LifestoryError: not a backup, wrong passphrase, a folder in use, a full disk.
    """
    keys = StoreFolder(source).keys
    if keys.is_dir():
        unlock(keys, passphrase)  # first of all, so that a wrong one leaves nothing behind
    progress(0, 0, "Copying")
    backup.restore(source, folder)
    with open_store(folder, passphrase) as store:
        originals = store.vault.originals.rows()
        found = [line for line in check(store.vault) if not line.ok]
    unsound = sum(line.what.startswith("original ") for line in found)
    return BackedUp(len(originals), 0, len(originals) - unsound, unsound)


def check_store(store: Store, progress: Progress = silent) -> Iterator[CheckLine]:
    """Look at everything in a store and change nothing: a line for each thing looked at."""
    for done, line in enumerate(check(store.vault), 1):
        progress(done, 0, "Checking")
        yield line
