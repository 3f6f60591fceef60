"""Renewing a backup when nothing has changed: what a worker waits for at the end of every day."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from lifestory.app.backups import back_up
from tests.bench.archiving import kept, make_originals
from tests.bench.figures import Figure
from tests.bench.place import Place, opened
from tests.bench.watching import apart

_TRIES = 3


def measure(place: Place) -> Iterator[Figure]:
    """The least of a few tries, each in a fresh process, with the store open already; photos of 3
    to 4 MB, some 7 GB on the disk with the backup."""
    folder = place.folder / "backing-up"
    apart(_filled, folder, place.many)
    best = min(apart(_renewed, folder) for _ in range(_TRIES))
    yield Figure(f"renewing the backup of {place.many:,} photos, unchanged", best, 1, "s")
    shutil.rmtree(folder)


def _filled(folder: Path, count: int) -> None:
    kept(folder / "store", make_originals(folder / "photos", count))
    shutil.rmtree(folder / "photos")
    _renewed(folder)


def _renewed(folder: Path) -> float:
    store, _ = opened(folder / "store")
    with store:
        began = time.perf_counter()
        back_up(store, folder / "backup")
        return time.perf_counter() - began
