"""The tar around the seal: cut off, changed or grown anywhere, or no file at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.archive import tarball
from lifestory.archive.reading_v1 import NoKeyInside, Passphrase, verify_archive
from lifestory.archive.tarball import BrokenArchive
from lifestory.archive.unsealing import CannotRead
from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import Identity
from lifestory.sealing.troubles import WrongKey, WrongPassphrase

Refuse = Callable[[Path], LifestoryError]
SPOKEN = Passphrase("seven wet otters")


def test_an_archive_that_was_cut_off_is_refused_wherever_that_was(
    good_archive: Path, forger: Any
) -> None:
    whole = good_archive.read_bytes()
    for end in range(0, len(whole), tarball.BLOCK):
        with pytest.raises(LifestoryError):
            verify_archive(forger.file(whole[:end]), forger.own)


@pytest.mark.parametrize("end", [0, 1, 511, 512, 2048, 3000, -1025, -1024, -513, -512, -1])
def test_a_cut_off_archive_leaves_nothing(
    good_archive: Path, forger: Any, refuse: Refuse, end: int
) -> None:
    refuse(forger.file(good_archive.read_bytes()[:end]))


@settings(max_examples=60, deadline=None)
@given(part=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_noticed_wherever_it_is(
    good_archive: Path, forger: Any, part: float, bit: int
) -> None:
    whole = bytearray(good_archive.read_bytes())
    whole[int(part * len(whole))] ^= 1 << bit
    with pytest.raises(LifestoryError):
        verify_archive(forger.file(bytes(whole)), forger.own)


@pytest.mark.parametrize("at", [0, 130, 150, 600, 3600, 4200, 6000, -2000, -1200, -1025, -1000, -1])
def test_an_archive_with_a_flipped_bit_leaves_nothing(
    good_archive: Path, forger: Any, refuse: Refuse, at: int
) -> None:
    whole = bytearray(good_archive.read_bytes())
    whole[at] ^= 4
    refuse(forger.file(bytes(whole)))


def test_whatever_follows_the_end_is_refused(
    good_archive: Path, forger: Any, refuse: Refuse
) -> None:
    whole = good_archive.read_bytes()
    for more in (b"\0", b"x", bytes(512), bytes(10_000), whole):
        assert isinstance(refuse(forger.file(whole + more)), BrokenArchive)


@pytest.mark.parametrize(
    "order",
    [
        (), ("story.age",), ("README.txt",), ("README.txt", "README.txt", "story.age"),
        ("key.age", "README.txt", "story.age"), ("README.txt", "key.age", "key.age", "story.age"),
        ("README.txt", "story.age", "story.age"), ("README.txt", "story.age", "key.age"),
        ("README.txt", "autorun.inf", "story.age"), ("README.txt", "../story.age"),
    ],
)  # fmt: skip
def test_other_files_or_another_order_are_refused(
    refuse: Refuse, forger: Any, order: tuple[str, ...]
) -> None:
    parts = {"README.txt": b"x", "key.age": b"x", "story.age": b"x"}
    tar = b"".join(
        tarball.short_header(name, 1) + parts.get(name, b"x") + bytes(511) for name in order
    )
    refuse(forger.file(tar + tarball.END))


@pytest.mark.parametrize("size", [2**16 + 1, 2**33 - 1, 2**40, 2**80])
def test_an_outside_that_claims_to_be_huge_is_refused_unread(
    refuse: Refuse, forger: Any, size: int
) -> None:
    for name in ("README.txt", "key.age"):
        before = b"" if name == "README.txt" else tarball.short_header("README.txt", 0)
        told = refuse(forger.file(before + tarball.short_header(name, size) + bytes(2048)))
        assert "too large" in told.message
    story = tarball.short_header("README.txt", 0) + tarball.short_header("story.age", size)
    refuse(forger.file(story + bytes(4096)))


def test_an_archive_of_ten_gigabytes_would_still_have_one_header_outside(forger: Any) -> None:
    block = tarball.short_header("story.age", 10 * 2**30)
    with forger.file(block).open("rb") as file:
        assert tarball.short_member(file, ("story.age",)).size == 10 * 2**30


@pytest.mark.parametrize("typed", ["", " ", "seven wet otter", "x" * 100_000, "\0", "\udcff"])
def test_a_wrong_passphrase_is_said_and_leaves_nothing(
    good_archive: Path, doors: Any, typed: str
) -> None:
    assert isinstance(doors.refuse(good_archive, Passphrase(typed)), WrongPassphrase)


def test_another_key_or_a_passphrase_where_there_is_none_is_said(
    good_archive: Path, doors: Any, forger: Any, stranger: Identity
) -> None:
    assert isinstance(doors.refuse(good_archive, stranger), WrongKey)
    only_to_a_key = forger.sealed(forger.packed(forger.good))
    assert isinstance(doors.refuse(only_to_a_key, SPOKEN), NoKeyInside)


def test_what_is_no_file_is_refused_without_waiting(
    doors: Any, own: Identity, tmp_path: Path
) -> None:
    kinds = [tmp_path, tmp_path / "nothing"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        kinds += [tmp_path / "pipe", Path("/dev/zero")]
    for path in kinds:
        assert isinstance(doors.refuse(path, own), CannotRead)
