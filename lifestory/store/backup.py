"""Backups: a copy of the store that was opened and verified before it is called one.

A backup lies in a folder like the store's own and grows with it: the database is copied whole by
SQLite's backup API when anything in it has changed, and what it was before stays beside it as an
older generation; originals are copied only where they are not there yet, and shared by all
generations. Nothing is ever decrypted on to a disk, and the same passphrases open it.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, select

from lifestory.store.backup_place import alone_in, expect_room_for, expect_there
from lifestory.store.backup_rule import rule
from lifestory.store.checked import Checked, Seen, read_checked
from lifestory.store.copying import copy_file, read_back
from lifestory.store.database import Database
from lifestory.store.folder import BACKUP, Marker, StoreFolder
from lifestory.store.generations import (
    Erased,
    digest_of_erased,
    drop,
    erased_values,
    generations,
    holds,
    names_of,
    retire,
    thin,
)
from lifestory.store.migrations import version_of
from lifestory.store.originals import path_of
from lifestory.store.system import rename, write_file
from lifestory.store.tables import head, meta, slot
from lifestory.store.troubles import BackupGone, DamagedStore, MissingOriginal, explained
from lifestory.store.vault import Vault

Progress = Callable[[int, int], None]
"""Called with how many files are done, of how many. May raise, to stop it."""

OWN_NOTES = "backed up "
"""How the names of notes begin that tell of backups: to note one is no change to back up."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup did."""

    copied: int
    """Originals that were not there yet, or no longer sound."""
    already_there: int
    verified: int
    """Originals in the backup that were opened, now or at an earlier backup, had their digest, and
    are there with the same size and time."""
    unsound: tuple[UUID, ...]
    """Originals that are missing or damaged in the store and in the backup alike."""
    changed: bool = True
    """False when nothing had changed since the newest state in the backup, which stayed."""
    erased: int = 0
    """Older states that were dropped because they held what was since erased."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a backup has to hold: a digest of everything in the database, the originals as
    `names_of` gives them, and what was erased."""

    state: str
    originals: list[tuple[UUID, str, str]]
    erased: frozenset[Erased]


def back_up(vault: Vault, destination: Path, progress: Progress | None = None) -> BackupReport:
    """Brings the backup in `destination` up to the store as it is now, or makes it.

    Work in the store may go on. Until all is verified the earlier backup stays what it is. Raises
    NotThisBackup, BackupInUse, BackupGone, DiskFull, DiskTrouble, ReadOnlyFolder, DamagedStore.
    """
    place = StoreFolder(destination)
    with explained():
        expect_room_for(vault, place)
    with alone_in(place):
        checked = read_checked(place.checked, vault.originals.identity)
        before = checked.copy()
        try:
            report = _bring_up(vault, place, checked, progress)
        except BaseException:
            if checked != before:  # what is verified need not be verified again
                with suppress(OSError, BackupGone):
                    expect_there(place)
                    checked.write(place.checked, vault.originals.identity)
            raise
        if checked != before:
            checked.write(place.checked, vault.originals.identity)
        return report


def _bring_up(
    vault: Vault, place: StoreFolder, checked: Checked, progress: Progress | None
) -> BackupReport:
    new = place.root / "store.db.new"
    with ExitStack() as stack:
        stack.callback(new.unlink, missing_ok=True)
        sound = checked.has(place.database)
        with vault.database.reading() as connection:
            wanted = _wanted(connection)
        changed = not sound or checked.state != wanted.state
        if changed:
            wanted = _copy_database(vault, new)
        report = _bring_originals(vault, place, wanted, checked, progress)
        expect_there(place)
        _copy_slots(StoreFolder(vault.folder).keys, place.keys)
        if changed:
            if sound or _is_sound(vault.database, place.database):
                retire(place)
            rename(new, place.database)
            checked.database = Seen.of(place.database, _digest(place.database), time.time())
            checked.state = wanted.state
    if place.read_marker().form != BACKUP:
        place.write_marker(Marker(BACKUP, vault.store_id))
    dropped = _drop_erased(vault, place, wanted, checked)
    thin(place, rule())
    _drop_others(vault, place, {name for _, name, _ in wanted.originals})
    return BackupReport(*report, changed=changed, erased=dropped)


def _wanted(connection: Connection) -> _Wanted:
    """Everything in the database is in its state: the newest link of the chain stands for all
    journals and so for all records; originals, labels of slots and notes have no journal."""
    last = select(head.c.position, head.c.hash).order_by(head.c.position.desc()).limit(1)
    link = connection.execute(last).one_or_none()
    originals = names_of(connection)
    notes = select(meta.c.name, meta.c.value).order_by(meta.c.name)
    own = meta.c.name.startswith(f"note: {OWN_NOTES}", autoescape=True)
    labels = select(slot.c.id, slot.c.label).order_by(slot.c.id)
    whole = [
        version_of(connection),
        [link.position, link.hash.hex()] if link else [],
        [[name, sha256] for _, name, sha256 in originals],
        [[one.name, one.value] for one in connection.execute(notes.where(~own))],
        [[one.id.hex, one.label] for one in connection.execute(labels)],
    ]
    state = hashlib.sha256(json.dumps(whole).encode()).hexdigest()
    return _Wanted(state, originals, erased_values(connection))


def _copy_database(vault: Vault, new: Path) -> _Wanted:
    """Copies the database, opens the copy and checks it whole. Raises DamagedStore."""
    vault.database.copy_to(new)
    with closing(vault.database.copied_at(new)) as copy:
        if copy.problems():
            raise DamagedStore
        with copy.reading() as connection:
            return _wanted(connection)


def _is_sound(database: Database, path: Path) -> bool:
    """Of the newest state, where the list does not know it: it was made by an earlier version, or
    the list was lost."""
    if not path.exists():
        return False
    with closing(database.copied_at(path)) as copy:
        return not copy.problems()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _bring_originals(
    vault: Vault, place: StoreFolder, wanted: _Wanted, checked: Checked, progress: Progress | None
) -> tuple[int, int, int, tuple[UUID, ...]]:
    """Originals copied, there already, sound in all, and those that are not."""
    place.originals.mkdir(exist_ok=True)
    found = {path.name: path.stat() for path in place.originals.glob("*/*")}
    copied = there = 0
    unsound: list[UUID] = []
    many = len(wanted.originals)
    for done, (key, name, sha256) in enumerate(wanted.originals, 1):
        seen = checked.files.get(name)
        known = name in found and seen is not None and seen.looks_like(found[name])
        if known or (name in found and verify(vault, place, name, sha256, checked)):
            there += 1
        elif fetch(vault, place, name, sha256, checked):
            copied += 1
        else:
            unsound.append(key)
        if progress:
            progress(done, many)
    if unsound:  # one that was erased meanwhile is not missed
        left = {key for key, _ in vault.originals.rows()}
        unsound = [key for key in unsound if key in left]
    return copied, there, copied + there, tuple(unsound)


def verify(vault: Vault, place: StoreFolder, name: str, sha256: str, checked: Checked) -> bool:
    """Reads one in the backup to its end, and notes it when what is inside has its digest."""
    path = path_of(place.originals, name)
    sealed = read_back(path, vault.originals.identity, sha256)
    checked.files.pop(name, None)
    if sealed:
        checked.files[name] = Seen.of(path, sealed, time.time())
    return bool(sealed)


def fetch(vault: Vault, place: StoreFolder, name: str, sha256: str, checked: Checked) -> bool:
    """Copies one out of the store and reads it back; False when it is not whole there either."""
    expect_there(place)
    target = path_of(place.originals, name)
    try:
        copy_file(path_of(StoreFolder(vault.folder).originals, name), target)
    except MissingOriginal:
        return False
    return verify(vault, place, name, sha256, checked)


def _copy_slots(source: Path, target: Path) -> None:
    """The same slots as the store: one that was removed opens no later backup either."""
    target.mkdir(exist_ok=True)
    for one in source.glob("*.age"):
        there = target / one.name
        if not there.exists() or there.read_bytes() != one.read_bytes():
            write_file(there, one.read_bytes())
    for one in target.iterdir():
        if not (source / one.name).exists():
            one.unlink()


def _drop_erased(vault: Vault, place: StoreFolder, wanted: _Wanted, checked: Checked) -> int:
    """Drops the older states that still hold what was erased. One that is damaged goes too: it
    restores nothing, and nobody can say what it holds."""
    digest = digest_of_erased(wanted.erased)
    if not wanted.erased or digest == checked.erased:
        return 0
    _, *older = generations(place)
    going = []
    for one in older:
        with closing(vault.database.copied_at(one.path)) as state:
            try:
                stays = not holds(state, wanted.erased)
            except DamagedStore:
                stays = False
        if not stays:
            going.append(one)
    drop(going)
    checked.erased = digest
    return len(going)


def _drop_others(vault: Vault, place: StoreFolder, names: set[str]) -> None:
    """Originals that no state asks for any more, and what an interrupted backup left."""
    others = [path for path in place.originals.glob("*/*") if path.name not in names]
    if not others:
        return
    _, *older = generations(place)
    for one in older:
        with closing(vault.database.copied_at(one.path)) as state:
            try:
                with state.reading() as connection:
                    names = names | {name for _, name, _ in names_of(connection)}
            except DamagedStore:
                return  # perhaps it asks for them
    for path in others:
        if path.name not in names:
            path.unlink()
