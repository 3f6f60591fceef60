"""Reading a backup again: what was good when it was written may rot where it lies."""

from __future__ import annotations

import math
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from lifestory.store.backup import Progress, fetch
from lifestory.store.backup_place import alone_in, expect_backup
from lifestory.store.checked import Checked, read_checked
from lifestory.store.copying import digest_of
from lifestory.store.folder import StoreFolder
from lifestory.store.generations import drop, generations, names_of
from lifestory.store.originals import path_of
from lifestory.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading again found: originals that were read, those of them that were no longer sound
    and were copied anew, and those that are not whole in the store either; and the times of older
    states of the database that were damaged, and are gone."""

    read: int
    mended: int
    unsound: tuple[UUID, ...] = ()
    damaged: tuple[datetime, ...] = ()


def read_again(
    vault: Vault,
    folder: Path,
    seconds: float,
    before: float,
    progress: Progress | None = None,
) -> Reread:
    """Reads originals in the backup to their end, the one that was read longest ago first, until
    the seconds have passed; what is not as it was written is copied anew from the store.

    Of those that were last read `before` that time, in seconds UTC, at least one is read. Raises
    NotABackup, BackupInUse, BackupGone, DiskFull ...
    """
    return _read(vault, folder, time.monotonic() + seconds, before, progress, whole=False)


def read_whole(vault: Vault, folder: Path, progress: Progress | None = None) -> Reread:
    """Reads every original and every older state of the database. Raises as `read_again`."""
    return _read(vault, folder, math.inf, math.inf, progress, whole=True)


def _read(
    vault: Vault,
    folder: Path,
    until: float,
    before: float,
    progress: Progress | None,
    *,
    whole: bool,
) -> Reread:
    place = StoreFolder(folder)
    expect_backup(vault, place)
    identity = vault.originals.identity
    with vault.database.reading() as connection:
        rows = {name: (key, sha256) for key, name, sha256 in names_of(connection)}
    with alone_in(place):
        checked = read_checked(place.checked, identity)
        read = mended = 0
        unsound: list[UUID] = []
        turn = [name for name in checked.in_turn(before) if name in rows]
        try:
            for name in turn:
                key, sha256 = rows[name]
                if not _as_written(place, name, checked):
                    if fetch(vault, place, name, sha256, checked):
                        mended += 1
                    else:
                        unsound.append(key)
                read += 1
                if progress:
                    progress(read if whole else len(turn), len(turn))
                if time.monotonic() >= until:
                    break
        finally:
            checked.write(place.checked, identity)
        damaged = _drop_damaged(vault, place) if whole else ()
    return Reread(read, mended, tuple(unsound), damaged)


def _as_written(place: StoreFolder, name: str, checked: Checked) -> bool:
    """True, and noted, when its bytes are those that were verified: they need not be opened."""
    path, seen = path_of(place.originals, name), checked.files[name]
    if digest_of(path) != seen.sha256:
        return False
    checked.files[name] = type(seen).of(path, seen.sha256, time.time())
    return True


def _drop_damaged(vault: Vault, place: StoreFolder) -> tuple[datetime, ...]:
    _, *older = generations(place)
    found = []
    for one in older:
        with closing(vault.database.copied_at(one.path)) as state:
            if state.problems():
                found.append(one)
    drop(found)
    return tuple(one.at for one in found)
