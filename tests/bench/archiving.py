"""An archive of two gigabytes of photos, beside `tar | age` of the same files on the same disk.

The photos are random bytes of 3 to 4 MB, as compressed ones are to every tool here. Writing means
the whole of it: each original unsealed, added up twice, sealed, on the disk for good, read again
and found true, and only then given its name. Verifying is held against what the README in the
archive says to type: `age -d | tar`, then `sha256sum` and `sha512sum`, here side by side.

Both are done in turns and the least counts, for the machine may have other work. Nothing here
needs more than 6 GB of the disk at once. Without `age`, `tar` and the two others, nothing is
measured, and that is said.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lifestory.app.archives import IdentityKey, verify_archive, write_child_archive
from lifestory.domain.media import Original, Photo
from lifestory.sealing.streams import Identity, new_identity
from tests.bench.figures import Figure
from tests.bench.place import Place, new_child, new_store, opened
from tests.bench.watching import apart, watched

_PHOTOS, _IN_ALL = 571, 1000
"""Two gigabytes, where a thousand photos are many."""
_TRIES = 3
_TOOLS = ("age", "tar", "sha256sum", "sha512sum")


def measure(place: Place) -> Iterator[Figure]:
    """Writing at 0.6 times the speed of the tools at least, verifying in 1.3 times their time."""
    if not all(map(shutil.which, _TOOLS)):
        print(f"  not all of {', '.join(_TOOLS)} are there", file=sys.stderr)
        return
    folder = place.folder / "archiving"
    names = ("photos", "store", "ours.tar", "theirs.age")
    photos, store, ours, theirs = (folder / name for name in names)
    key = new_identity()
    count = max(1, place.many * _PHOTOS // _IN_ALL)
    apart(kept, store, make_originals(photos, count))
    rounds = []
    for _ in range(_TRIES):
        ours.unlink(missing_ok=True)
        tools, synced = _tarred(photos, theirs, key)
        theirs.unlink()
        took, peak = apart(_written, store, ours, key)
        rounds.append((took, tools, synced, peak))
    shutil.rmtree(store)
    took, tools, synced = (min(one) for one in list(zip(*rounds, strict=True))[:3])
    size = f"an archive of {sum(one.stat().st_size for one in photos.iterdir()) / 1e9:.1f} GB"
    yield Figure(f"writing {size} / tar and age", took / tools, 1 / 0.6)
    yield Figure("the same / tar and age, synced", took / synced)
    yield Figure("on the clock: Lifestory", took, unit="s")
    yield Figure("on the clock: tar and age", tools, unit="s")
    yield Figure("peak memory", max(peak for *_, peak in rounds), 150, "MB")
    _tarred(photos, theirs, key)
    shutil.rmtree(photos)
    tries = [(apart(_verified, ours, key), _unpacked(theirs, folder, key)) for _ in range(_TRIES)]
    took, tools = (min(one) for one in zip(*tries, strict=True))
    yield Figure(f"verifying {size} / age, tar and sums", took / tools, 1.3)
    yield Figure("on the clock: Lifestory", took, unit="s")
    yield Figure("on the clock: age, tar and sums", tools, unit="s")
    shutil.rmtree(folder)


def make_originals(folder: Path, count: int) -> list[Path]:
    """So many files of 3 to 4 MB that nothing can make smaller; the same ones every time."""
    folder.mkdir(parents=True)
    seed = random.Random(count)
    files = []
    for number in range(count):
        file = folder / f"IMG_{number:04}.jpg"
        file.write_bytes(seed.randbytes(seed.randrange(3_000_000, 4_000_000)))
        files.append(file)
    return files


def kept(folder: Path, files: list[Path]) -> None:
    """A store that keeps them as the photos of its one child, unseen: they are no pictures."""
    with new_store(folder) as store:
        found = new_child(store)
        with found.case.change("Add photos") as change:
            for file in files:
                with file.open("rb") as source:
                    one = store.vault.originals.write(source)
                change.keep(one)
                change.add(
                    Original(id=one.id, file_name=file.name, bytes=one.bytes, sha256=one.sha256)
                )
                change.add(Photo(original=one.id))


def _written(store: Path, target: Path, key: Identity) -> tuple[float, float]:
    """Seconds, and megabytes at most."""
    held, found = opened(store)
    with held, watched() as cost:
        write_child_archive(held, found, target, recipients=[key.recipient])
    return cost.seconds, cost.peak


def _verified(file: Path, key: Identity) -> float:
    began = time.perf_counter()
    assert verify_archive(file, IdentityKey(key.secret)).files
    return time.perf_counter() - began


def _tarred(folder: Path, target: Path, key: Identity) -> tuple[float, float]:
    """Seconds until the tools are done, and until what they wrote is on the disk for good."""
    began = time.perf_counter()
    _piped(["tar", "-cf", "-", "-C", folder, "."], ["age", "-r", key.recipient, "-o", target])
    done = time.perf_counter() - began
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return done, time.perf_counter() - began


def _unpacked(file: Path, folder: Path, key: Identity) -> float:
    plain, own = folder / "plain", folder / "key.txt"
    plain.mkdir()
    own.write_text(f"{key.secret}\n")
    began = time.perf_counter()
    _piped(["age", "-d", "-i", own, file], ["tar", "-xf", "-", "-C", plain])
    files = sorted(one.name for one in plain.iterdir())
    start = partial(subprocess.Popen, cwd=plain, stdout=subprocess.DEVNULL)
    for sums in [start([tool, *files]) for tool in _TOOLS[2:]]:
        assert sums.wait() == 0
    took = time.perf_counter() - began
    shutil.rmtree(plain)
    return took


def _piped(first: list[str | Path], second: list[str | Path]) -> None:
    with subprocess.Popen(first, stdout=subprocess.PIPE) as giving:
        subprocess.run(second, stdin=giving.stdout, check=True)
    assert giving.returncode == 0
