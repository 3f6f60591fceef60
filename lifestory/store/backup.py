"""Backups: a copy of the store that was opened and verified before it is called one.

A backup lies in a folder like the store's own and grows with it: the database is copied whole by
SQLite's backup API, originals only where they are not there yet. Nothing is ever decrypted on to
a disk, and the same passphrases open it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from lifestory.store.database import Database
from lifestory.store.folder import BACKUP, STORE, UNFINISHED, Marker, StoreFolder
from lifestory.store.originals import Originals, path_of
from lifestory.store.system import PART, on_network_share, rename, sync, write_file
from lifestory.store.troubles import (
    DamagedOriginal,
    DamagedStore,
    FolderNotEmpty,
    MissingOriginal,
    NetworkShare,
    NotABackup,
    NotAStore,
    NotThisBackup,
    explained,
)
from lifestory.store.vault import Vault

Progress = Callable[[int, int], None]
"""Called with how many files are done, of how many."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup did."""

    copied: int
    """Originals that were not there yet."""
    already_there: int
    verified: int
    """Originals in the backup that were opened and have their digest."""
    unsound: tuple[UUID, ...]
    """Originals that are missing or damaged in the store and in the backup alike."""


def back_up(vault: Vault, destination: Path, progress: Progress | None = None) -> BackupReport:
    """Brings the backup in `destination` up to the store as it is now, or makes it.

    Work in the store may go on. Until all is verified the earlier backup stays what it is.
    Raises NotThisBackup, DiskFull, ReadOnlyFolder, DamagedStore.
    """
    place = StoreFolder(destination)
    with explained():
        _expect_room_for(vault, place)
        new = destination / "store.db.new"
        with ExitStack() as stack:
            stack.callback(new.unlink, missing_ok=True)
            vault.database.copy_to(new)
            copy = stack.enter_context(closing(vault.database.copied_at(new)))
            if copy.problems():
                raise DamagedStore
            report, names = _copy_originals(vault, copy, place, progress)
            copy.close()
            _copy_slots(StoreFolder(vault.folder).keys, place.keys)
            rename(new, place.database)
        place.write_marker(Marker(BACKUP, vault.store_id))
        _drop_others(place.originals, names)
    return report


def _expect_room_for(vault: Vault, place: StoreFolder) -> None:
    if place.root.resolve().is_relative_to(vault.folder.resolve()):
        raise NotThisBackup
    if not place.is_empty():
        try:
            marker = place.read_marker()
        except NotAStore:
            raise NotThisBackup from None
        if marker.form == STORE or marker.store != vault.store_id:
            raise NotThisBackup
        return
    place.root.mkdir(parents=True, exist_ok=True)
    place.write_marker(Marker(UNFINISHED, vault.store_id))


def _copy_originals(
    vault: Vault, copy: Database, place: StoreFolder, progress: Progress | None
) -> tuple[BackupReport, set[str]]:
    kept = Originals(copy, place.originals, vault.originals.identity)
    rows = kept.rows()
    copied, there = 0, 0
    unsound: list[UUID] = []
    for done, (key, name) in enumerate(rows, 1):
        if _verifies(kept, key):
            there += 1
        else:
            source = path_of(StoreFolder(vault.folder).originals, name)
            if source.exists():
                copy_file(source, path_of(place.originals, name))
                copied += 1
            if not _verifies(kept, key):
                unsound.append(key)
        if progress:
            progress(done, len(rows))
    verified = len(rows) - len(unsound)
    return BackupReport(copied, there, verified, tuple(unsound)), {name for _, name in rows}


def _verifies(kept: Originals, key: UUID) -> bool:
    try:
        kept.verify(key)
    except (MissingOriginal, DamagedOriginal):
        return False
    return True


def _copy_slots(source: Path, target: Path) -> None:
    """The same slots as the store: one that was removed opens no later backup either."""
    target.mkdir(exist_ok=True)
    for slot in source.glob("*.age"):
        write_file(target / slot.name, slot.read_bytes())
    for slot in target.iterdir():
        if not (source / slot.name).exists():
            slot.unlink()


def _drop_others(folder: Path, names: set[str]) -> None:
    """What the store erased, and what an interrupted backup left."""
    for path in folder.glob("*/*"):
        if path.name not in names:
            path.unlink()


def copy_file(source: Path, target: Path) -> None:
    """Copies bytes as they are: new file, sync, rename."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + PART)
    try:
        with source.open("rb") as file, part.open("wb") as copy:
            _pour(file, copy)
            sync(copy)
        rename(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _pour(source: BinaryIO, target: BinaryIO) -> None:
    shutil.copyfileobj(source, target, 1024 * 1024)


def restore(backup: Path, folder: Path, progress: Progress | None = None) -> None:
    """Makes a store out of a backup, in a new or empty folder. The backup is only read.

    `progress` may raise, to stop it. Raises NotABackup, FolderNotEmpty, NetworkShare, DiskFull,
    ReadOnlyFolder; then the folder is empty again. Open it and run the check afterwards: that
    needs a passphrase.
    """
    source, target = StoreFolder(backup), StoreFolder(folder)
    with explained():
        try:
            marker = source.read_marker()
        except NotAStore:
            raise NotABackup from None
        if marker.form != BACKUP:
            raise NotABackup
        if on_network_share(folder):
            raise NetworkShare
        if not target.is_empty():
            raise FolderNotEmpty
        with ExitStack() as undoing:
            undoing.callback(target.clear)
            target.originals.mkdir(parents=True)
            files = (source.database, *source.keys.glob("*"), *source.originals.glob("*/*"))
            for done, path in enumerate(files, 1):
                copy_file(path, folder / path.relative_to(backup))
                if progress is not None:
                    progress(done, len(files))
            target.write_marker(Marker(STORE, marker.store))
            undoing.pop_all()
