"""Backups of a store, bringing one back, and checking that a store is whole."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from lifestory.app.keyslots import check_council_keys
from lifestory.app.open_store import Store, open_store
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent, stoppable
from lifestory.app.writing import refuse_inside_store
from lifestory.domain.errors import LifestoryError
from lifestory.store import backup, rereading, restoring
from lifestory.store import generations as states
from lifestory.store.backup import OWN_NOTES
from lifestory.store.backup_place import expect_there
from lifestory.store.backup_rule import rule
from lifestory.store.checking import CheckLine, check
from lifestory.store.folder import StoreFolder
from lifestory.store.generations import Generation
from lifestory.store.keyslots import unlock
from lifestory.store.troubles import (
    BackupGone,
    BackupInUse,
    DamagedBackup,
    DamagedGeneration,
    DamagedStore,
    NoSuchGeneration,
    explained,
)

__all__ = [
    "USUAL_NAME", "BackedUp", "BackupGone", "CheckLine", "Generation", "LastBackup",
    "NoSuchGeneration", "Standing", "back_up", "check_store", "generations", "last_backup",
    "places", "restore", "rule", "standing",
]  # fmt: skip

USUAL_NAME = "Lifestory backup"
"""What the folder of a backup is called on the drive that was chosen for it: neutral."""

_AT, _WHERE = f"{OWN_NOTES}at", f"{OWN_NOTES}to"
_PLACES, _FAILED = f"{OWN_NOTES}places", f"{OWN_NOTES}not"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Originals that were copied, that were there already, and that are verified: opened and found
    true, now or at an earlier backup, and there as they were then; `unsound` counts those that are
    missing or damaged in the store itself."""

    copied: int
    already_there: int
    verified: int
    unsound: int
    changed: bool = True
    """False when nothing had changed since the newest state in the backup."""
    erased: int = 0
    """Older states that were dropped, for they held what was since erased."""
    read_again: int = 0
    """Originals of an earlier backup that were read to their end once more."""
    mended: int = 0
    """Of these, how many were not as they were written, and were copied anew."""
    damaged: tuple[datetime, ...] = ()
    """Times of older states that were found damaged, and are gone."""
    cloud: str = ""
    """The name of the folder above it that a service carries away, if there is one."""


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When the newest backup was finished, in UTC, and the folder it lies in."""

    at: datetime
    folder: Path


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands: the newest good backup; when one failed after that, in UTC, and the sentence
    that says why."""

    last: LastBackup | None
    failed: datetime | None = None
    why: str = ""


def back_up(
    store: Store,
    destination: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    whole: bool = False,
    only_renew: bool = False,
    at_ease: bool = False,
) -> BackedUp:
    """Bring the backup in `destination` up to the store as it is now, or make it; verified, and
    remembered in the store. An earlier backup there stays what it is until this one is whole.

    Then some of what lies there from earlier is read again; with `whole`, all of it; `at_ease`,
    with nobody waiting, more than else. With `only_renew` none is made where none lies.
    Raises LifestoryError: another store's backup, one in use, a drive that is not there, a folder
    inside a store, a full disk, a damaged store, Stopped. Why the last one failed is remembered.
    """
    began = time.time()
    try:
        done = _made(store, destination, progress, cancelled, only_renew=only_renew)
        _remember(store, destination)
        again = _read_again(store, destination, progress, cancelled, began, whole, at_ease)
    except Stopped:
        raise
    except LifestoryError as trouble:
        _remember_failure(store, destination, trouble)
        raise
    return replace(
        done,
        unsound=max(done.unsound, len(again.unsound)),
        read_again=again.read,
        mended=again.mended,
        damaged=again.damaged,
    )


def _made(
    store: Store, folder: Path, progress: Progress, cancelled: Cancelled, *, only_renew: bool
) -> BackedUp:
    refuse_inside_store(folder)
    if only_renew:
        expect_there(StoreFolder(folder))
    told = stoppable(progress, cancelled)
    done = backup.back_up(store.vault, folder, lambda n, of: told(n, of, "Backing up"))
    return BackedUp(
        done.copied,
        done.already_there,
        done.verified,
        len(done.unsound),
        done.changed,
        done.erased,
        cloud=rule().cloud_of(folder),
    )


def _read_again(
    store: Store,
    folder: Path,
    progress: Progress,
    cancelled: Cancelled,
    began: float,
    whole: bool,
    at_ease: bool,
) -> rereading.Reread:
    told = stoppable(progress, cancelled)
    if whole:
        return rereading.read_whole(store.vault, folder, lambda n, of: told(n, of, "Checking"))
    seconds = rule().again_by_itself if at_ease else rule().again_waited_for
    try:
        return rereading.read_again(
            store.vault, folder, seconds, began, lambda n, of: told(n, of, "Checking")
        )
    except Stopped:  # the backup is made; what was not read is first in turn the next time
        return rereading.Reread(0, 0)


def _remember(store: Store, folder: Path) -> None:
    now, where = datetime.now(UTC).isoformat(timespec="seconds"), str(folder.absolute())
    store.vault.note(_AT, now)
    store.vault.note(_WHERE, where)
    known = {str(one.folder): one.at.isoformat() for one in places(store)}
    store.vault.note(_PLACES, json.dumps({**known, where: now}))
    store.vault.note(_FAILED, "")


def _remember_failure(store: Store, folder: Path, trouble: LifestoryError) -> None:
    """Only of the backup that is kept up: a folder that was refused has been answered. Of a drive
    that is not there, or at work elsewhere, it is not said that it failed: none was begun."""
    last = last_backup(store)
    ours = last is not None and last.folder == folder.absolute()
    if not ours or isinstance(trouble, BackupGone | BackupInUse):
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with suppress(LifestoryError):
        store.vault.note(_FAILED, json.dumps([now, f"{trouble.message} {trouble.remedy}"]))


def last_backup(store: Store) -> LastBackup | None:
    """The newest backup this store knows of; None when there was none. Where backups go is kept
    inside the store, for the name of a folder may say something."""
    at, where = store.vault.noted(_AT), store.vault.noted(_WHERE)
    return LastBackup(datetime.fromisoformat(at), Path(where)) if at and where else None


def standing(store: Store) -> Standing:
    """How it stands with the backups of this store."""
    failed = store.vault.noted(_FAILED)
    at, why = json.loads(failed) if failed else (None, "")
    return Standing(last_backup(store), datetime.fromisoformat(at) if at else None, why)


def places(store: Store) -> tuple[LastBackup, ...]:
    """Every folder this store was ever backed up to, with the time of the last one there, the
    newest first."""
    known = json.loads(store.vault.noted(_PLACES) or "{}")
    if not known and (last := last_backup(store)):  # noted before all of them were
        return (last,)
    found = [LastBackup(datetime.fromisoformat(at), Path(where)) for where, at in known.items()]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def generations(folder: Path) -> tuple[Generation, ...]:
    """The states of the store that a finished backup holds, the newest first: each with its time
    in UTC. What was erased after the newest was made is in all of them, until the next backup.

    Raises LifestoryError: not a backup, a newer one.
    """
    restoring.expect_finished(folder)
    with explained():
        return states.generations(StoreFolder(folder))


def restore(
    source: Path,
    folder: Path,
    passphrase: str,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    at: datetime | None = None,
) -> BackedUp:
    """Make a store in the new or empty `folder` out of a backup, open it and check every original:
    out of its newest state, or of the one made `at` that time.

    Raises LifestoryError: not a backup, a damaged one (DamagedGeneration where an earlier state in
    it is whole), no state of that time, wrong passphrase, a folder in use or inside a store, a
    full disk, Stopped; then the folder is empty again.
    """
    refuse_inside_store(folder)
    told = stoppable(progress, cancelled)
    found = generations(source)
    try:  # first of all, so that a wrong one leaves nothing behind
        key, _ = unlock(StoreFolder(source).keys, passphrase)
    except DamagedStore as trouble:
        raise DamagedBackup from trouble
    told(0, 0, "Copying")
    state, names = _chosen(found, key, at)
    restoring.restore(
        source, folder, lambda n, of: told(n, of, "Copying"), state=state.path, names=names
    )
    try:
        with open_store(folder, passphrase) as store:
            originals = store.vault.originals.rows()
            wrong = []
            for done, line in enumerate(check(store.vault), 1):
                told(min(done, len(originals)), len(originals), "Checking")
                if not line.ok:
                    wrong.append(line)
    except BaseException as trouble:
        StoreFolder(folder).clear()
        if isinstance(trouble, DamagedStore):
            raise DamagedBackup from trouble
        raise
    unsound = sum(line.what.startswith("original ") for line in wrong)
    return BackedUp(len(originals), 0, len(originals) - unsound, unsound)


def _chosen(
    found: tuple[Generation, ...], key: bytes, at: datetime | None
) -> tuple[Generation, frozenset[str]]:
    """The state to restore, and the names of the originals it asks for."""
    wanted = [one for one in found if at is None or one.at == at.replace(microsecond=0)]
    if not wanted:
        raise NoSuchGeneration if at is not None else DamagedBackup
    try:
        return wanted[0], states.names_in(wanted[0].path, key)
    except DamagedStore:
        for older in found[found.index(wanted[0]) + 1 :]:
            with suppress(DamagedStore):
                states.names_in(older.path, key)
                raise _with_time(older) from None
        raise DamagedBackup from None


def _with_time(whole: Generation) -> DamagedGeneration:
    said = f"{whole.at.astimezone():%d %b %Y at %H:%M}"
    return DamagedGeneration(
        remedy=f"Nothing has been made of it, and it has not been touched. The state of {said} in"
        " the same backup is whole: restore that one."
    )


def check_store(store: Store, progress: Progress = silent) -> Iterator[CheckLine]:
    """Look at everything in a store and change nothing: a line for each thing looked at."""
    for done, line in enumerate(chain(check_council_keys(store), check(store.vault)), 1):
        progress(done, 0, "Checking")
        yield line
