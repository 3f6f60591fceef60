"""While an archive flows: its digest, what is said of how far it is, and a disk that fails late."""

import hashlib
import io
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lifestory.archive import writing
from lifestory.archive.landing import CannotWrite, Paced
from lifestory.archive.openfolder import Parcel
from lifestory.archive.reading_v1 import Passphrase, verify_archive
from lifestory.archive.summing import Summing
from lifestory.archive.writing import write_archive
from lifestory.domain.media import Original

SEEN = b"a picture of the sea " * 200_000


@pytest.fixture
def large() -> Parcel:
    """Four originals of 4 MB: more than one piece each, and more than one sync."""
    digest = hashlib.sha256(SEEN).hexdigest()
    originals = [
        Original(file_name=f"{number}.jpg", bytes=len(SEEN), sha256=digest) for number in range(4)
    ]
    return Parcel(tuple(originals), {one.id: partial(io.BytesIO, SEEN) for one in originals})


def test_the_digest_of_an_archive_is_that_of_the_file_on_the_disk(
    large: Parcel, tmp_path: Path
) -> None:
    file = tmp_path / "a.tar"
    written = write_archive(large, [], file, passphrase="x", recipients=[], work_factor=10)
    assert written.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    heard: list[bytes] = []
    verify_archive(file, Passphrase("x"), heard=heard.append)
    assert b"".join(heard) == file.read_bytes()


def test_progress_is_told_seldom_and_at_the_end(large: Parcel, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    write_archive(
        large, [], tmp_path / "a.tar", passphrase="x", recipients=[], work_factor=10,
        progress=lambda *said: told.append(said),
    )  # fmt: skip
    for what, size in (
        ("Writing", 4 * len(SEEN)),
        ("Reading", (tmp_path / "a.tar").stat().st_size),
    ):
        assert (size, size, what) in told
    assert [done for done, _, what in told if what == "Reading"] == sorted(
        done for done, _, what in told if what == "Reading"
    )
    often: list[int] = []
    paced = Paced(lambda done, total, what: often.append(done))
    for done in range(1000):
        paced(done, 1000, "Reading")
    paced(1000, 1000, "Reading")
    assert often[0] == 0
    assert often[-1] == 1000
    assert len(often) < 20


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_disk_that_fails_while_it_is_synced_is_a_known_trouble_and_nothing_is_left(
    large: Parcel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    real, calls = os.fsync, []

    def fsync(handle: int) -> None:
        calls.append(handle)
        if len(calls) == fails_at:
            raise OSError(5, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(writing, "_BETWEEN_SYNCS", 2**20)
    with pytest.raises(CannotWrite):
        write_archive(large, [], tmp_path / "a.tar", passphrase="x", recipients=[], work_factor=10)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [0, 1, 2**15 - 1, 2**15, 3 * 2**20 + 5])
def test_what_threads_add_up_is_what_comes_out_in_one_go(size: int) -> None:
    content = (SEEN * 2)[:size]
    with Summing() as summing:
        for name in ("first", "second"):
            summing.begin(name, size)
            for start in range(0, size, 100_000):
                summing.add(content[start : start + 100_000])
        sums = summing.sums()
    for one in sums.values():
        assert one.bytes == size
        assert one.sha256 == hashlib.sha256(content).hexdigest()
        assert one.sha512 == hashlib.sha512(content).hexdigest()


def test_threads_end_with_what_they_were_for(write: Callable[..., Path], passphrase: str) -> None:
    before = threading.active_count()
    verify_archive(write(), Passphrase(passphrase))
    assert threading.active_count() == before
