"""Adding photos, beside hashing, thumbnailing and sealing the same files and nothing else."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from lifestory.app.photos import Status, add_photos
from lifestory.photos.fitting import thumbnail
from lifestory.sealing.streams import new_identity, seal
from tests.bench.figures import Figure
from tests.bench.pictures import make_photos
from tests.bench.place import Place, new_child, new_store
from tests.bench.watching import Cost, apart, watched


def measure(place: Place) -> Iterator[Figure]:
    """Half of the bare work comes before and half after, for the machine may have other work. The
    files are some gigabytes, and gone afterwards."""
    folder = place.folder / "many"
    photos = make_photos(folder / "pictures", place.many)
    first = apart(_bare, photos[0::2], folder)
    cost = apart(_added, folder, place.many)
    second = apart(_bare, photos[1::2], folder)
    shutil.rmtree(folder)
    in_memory, on_disk = first[0] + second[0], first[1] + second[1]
    what = f"adding {place.many:,} photos of 12 MP"
    yield Figure(f"{what}: CPU ÷ hashing, thumbnailing, sealing bare", cost.cpu / on_disk, 1.3)
    yield Figure("the same, bare work without writing what was sealed", cost.cpu / in_memory)
    yield Figure("CPU of the bare work", on_disk, unit="s")
    yield Figure("adding on the clock", cost.seconds, unit="s")
    yield Figure("peak memory, workers and all", cost.peak, 400, "MB")


def _bare(photos: list[Path], folder: Path) -> tuple[float, float]:
    """Seconds of CPU without and with writing the sealed files; nothing waits for the disk."""
    recipient = [new_identity().recipient]
    writing = 0.0
    began = time.process_time()
    for photo in photos:
        data = photo.read_bytes()
        hashlib.sha256(data).hexdigest()
        thumbnail(data)
        sealed = seal(data, recipient)
        before = time.process_time()
        (folder / "sealed.age").unlink(missing_ok=True)
        (folder / "sealed.age").write_bytes(sealed)
        writing += time.process_time() - before
    took = time.process_time() - began
    return took - writing, took


def _added(folder: Path, count: int) -> Cost:
    with new_store(folder / "store") as store:
        found = new_child(store)
        with watched() as cost:
            outcomes = list(add_photos(store, found.case, [folder / "pictures"]))
        assert {one.status for one in outcomes} == {Status.ADDED}
        assert len(outcomes) == count
    return cost
