"""The folder of a backup: whether one may be made there, alone, and whether it is there still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from lifestory.domain.errors import LifestoryError
from lifestory.store.folder import BACKUP, STORE, UNFINISHED, Marker, StoreFolder
from lifestory.store.system import take_lock
from lifestory.store.troubles import (
    BackupGone,
    BackupInUse,
    NotABackup,
    NotAStore,
    NotThisBackup,
    StoreInUse,
    explained,
)
from lifestory.store.vault import Vault


def expect_room_for(vault: Vault, place: StoreFolder) -> None:
    """A folder that is new or empty, or an earlier backup of this store; made where it is missing.
    Raises NotThisBackup, OSError."""
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


def expect_backup(vault: Vault, place: StoreFolder) -> None:
    """Raises NotABackup unless a finished backup of this store lies there."""
    with explained():
        try:
            marker = place.read_marker()
        except NotAStore:
            raise NotABackup from None
        if marker != Marker(BACKUP, vault.store_id):
            raise NotABackup


@contextmanager
def alone_in(place: StoreFolder) -> Iterator[None]:
    """Nobody else writes to the backup meanwhile. Raises BackupInUse; and BackupGone, whatever went
    wrong inside, when the drive is no longer there."""
    with explained():
        try:
            lock = take_lock(place.lock)
        except StoreInUse:
            raise BackupInUse from None
        with closing(lock):
            try:
                yield
            except (OSError, LifestoryError):
                expect_there(place)
                raise


def expect_there(place: StoreFolder) -> None:
    """Raises BackupGone: on the empty folder that a drive leaves behind, what is written next would
    lie on this computer."""
    try:
        there = place.marker.is_file()
    except OSError:
        there = False
    if not there:
        raise BackupGone
