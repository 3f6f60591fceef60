"""What is left of a store that cannot be opened, and the backup that could take its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lifestory.store.database import cipher_problems, log_of
from lifestory.store.folder import BACKUP, Marker, StoreFolder
from lifestory.store.generations import generations
from lifestory.store.keyslots import unlock
from lifestory.store.troubles import NotABackup, NotAStore, explained
from lifestory.store.writeahead import log_is_broken

__all__ = ["Damage", "FoundBackup", "find_backup", "find_damage"]


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found in a damaged store: places in the database that are not as they were written,
    and sealed files of photos and scans that still lie there."""

    places: int
    originals: int


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A finished backup: where it lies, when it was made (UTC), how many photos and scans it
    holds, whether it is one of the store that was asked about, and the times (UTC) of all the
    states it holds, the newest first."""

    folder: Path
    at: datetime
    originals: int
    of_this_store: bool
    states: tuple[datetime, ...] = ()


def find_damage(folder: Path, passphrase: str) -> Damage:
    """Look at a store that was refused; nothing in it is touched. Raises LifestoryError: wrong
    passphrase, no key slot left."""
    place = StoreFolder(folder)
    key, _ = unlock(place.keys, passphrase)
    places = len(cipher_problems(place.database, key)) + log_is_broken(log_of(place.database))
    return Damage(places, _originals(place))


def find_backup(folder: Path, store: Path, usual_name: str = "") -> FoundBackup:
    """The backup in `folder`, or in the folder called `usual_name` inside it. Raises NotABackup
    when there is none that was finished, NewerStore."""
    for place in (StoreFolder(folder), StoreFolder(folder / usual_name)):
        marker = _marker(place)
        if marker is None or marker.form != BACKUP:
            continue
        with explained():
            states = tuple(one.at for one in generations(place))
            if not states:
                continue
            ours = _marker(StoreFolder(store))
            same = ours is None or ours.store == marker.store
            return FoundBackup(place.root, states[0], _originals(place), same, states)
    raise NotABackup


def _marker(place: StoreFolder) -> Marker | None:
    try:
        with explained():
            return place.read_marker()
    except NotAStore:
        return None


def _originals(place: StoreFolder) -> int:
    return sum(1 for _ in place.originals.glob("*/*"))
