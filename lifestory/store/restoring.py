"""Making a store out of a backup: out of its newest state, or of the one that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import ExitStack
from pathlib import Path

from lifestory.store.copying import copy_file
from lifestory.store.folder import BACKUP, STORE, Marker, StoreFolder
from lifestory.store.generations import generations
from lifestory.store.originals import path_of
from lifestory.store.system import on_network_share
from lifestory.store.troubles import (
    FolderNotEmpty,
    MissingOriginal,
    NetworkShare,
    NotABackup,
    NotAStore,
    explained,
)

Progress = Callable[[int, int], None]
"""Called with how many files are done, of how many. May raise, to stop it."""


def expect_finished(backup: Path) -> Marker:
    """The marker of a finished backup. Raises NotABackup, NewerStore."""
    with explained():
        try:
            marker = StoreFolder(backup).read_marker()
        except NotAStore:
            raise NotABackup from None
    if marker.form != BACKUP:
        raise NotABackup
    return marker


def restore(
    backup: Path,
    folder: Path,
    progress: Progress | None = None,
    *,
    state: Path | None = None,
    names: Collection[str] | None = None,
) -> None:
    """Makes a store out of a backup, in a new or empty folder. The backup is only read.

    `state` is the file of a generation, else it is the newest; `names` are the originals it asks
    for, else all are copied. One that is not there, or cannot be read, is left out: the check
    tells. Raises NotABackup, FolderNotEmpty, NetworkShare, DiskFull, ReadOnlyFolder; then the
    folder is empty again. Open it and run the check afterwards: that needs a passphrase.
    """
    source, target = StoreFolder(backup), StoreFolder(folder)
    marker = expect_finished(backup)
    if on_network_share(folder):
        raise NetworkShare
    with explained():
        if not target.is_empty():
            raise FolderNotEmpty
        if state is None:
            state = next((one.path for one in generations(source)), source.database)
        there = {path.name for path in source.originals.glob("*/*")}
        wanted = sorted(there if names is None else there & set(names))
        with ExitStack() as undoing:
            undoing.callback(target.clear)
            for made in (target.originals, target.keys):
                made.mkdir(parents=True)
            files = [(state, target.database)]
            files += [(path, target.keys / path.name) for path in source.keys.glob("*")]
            files += [(path_of(source.originals, n), path_of(target.originals, n)) for n in wanted]
            for done, (path, copy) in enumerate(files, 1):
                try:
                    copy_file(path, copy)
                except MissingOriginal:
                    if copy.parent == target.root:
                        raise NotABackup from None
                if progress is not None:
                    progress(done, len(files))
            target.write_marker(Marker(STORE, marker.store))
            undoing.pop_all()
