"""A payload that flows is age's own: sealed here it opens there, and the other way round."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import x25519

from lifestory.sealing.streams import (
    Damaged,
    NotARecipient,
    WrongKey,
    new_identity,
    seal,
    sealing,
    unseal,
    unsealing,
)

KEY, OTHER = new_identity(), new_identity()
CHUNK = 2**16
WORDS = b"Gran had a red kettle. " * (40 * CHUNK // 23)
LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 16 * CHUNK, 16 * CHUNK + 1, 33 * CHUNK + 7]


def sealed(data: bytes, *pieces: int) -> bytes:
    """The age file of `data`, written in pieces of these lengths, over and over."""
    target, source = io.BytesIO(), io.BytesIO(data)
    flow = sealing(target, KEY, [OTHER.recipient])
    for piece in read_in(source, *pieces):
        flow.write(piece)
    flow.finish()
    return target.getvalue()


def read_in(source: io.BytesIO, *pieces: int) -> Iterator[bytes]:
    """All of it in pieces of these lengths."""
    while True:
        for length in pieces:
            piece = source.read(length)
            if not piece:
                return
            yield piece


class Trickle(io.BytesIO):
    """A file that gives less than one asks for, as a pipe does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 5000))


@pytest.mark.parametrize("length", LENGTHS)
def test_what_flows_in_is_what_the_library_opens_and_its_files_flow_out(length: int) -> None:
    data = WORDS[:length]
    for file in (sealed(data, 2**20), sealed(data, 1, 70_000, 3, 300_000)):
        for own in (KEY, OTHER):
            assert pyrage.decrypt(file, [x25519.Identity.from_str(own.secret)]) == data
            assert unsealing(Trickle(file), own).read() == unseal(file, own) == data
    assert unsealing(io.BytesIO(seal(data, [KEY.recipient])), KEY).read() == data


@given(lengths=st.lists(st.integers(30_000, 400_000), min_size=1, max_size=9))
def test_it_is_read_in_any_pieces_one_likes(lengths: list[int]) -> None:
    flow = unsealing(io.BytesIO(FILE), KEY)
    source = io.BytesIO(DATA)
    while True:
        for length in lengths:
            piece = source.read(length)
            assert flow.read(length) == piece
            if len(piece) < length:
                assert flow.read(1) == b""
                return


DATA = WORDS[: 18 * CHUNK + 11]
FILE = sealed(DATA, 2**20)


def test_nothing_is_handed_on_before_it_is_found_true() -> None:
    broken = bytearray(FILE)
    broken[-CHUNK] ^= 1
    flow = unsealing(io.BytesIO(bytes(broken)), KEY)
    assert flow.read(CHUNK) == DATA[:CHUNK]
    with pytest.raises(Damaged):
        flow.read()


@pytest.mark.parametrize("cut", [1, 16, 17, 3 * CHUNK, 17 * (CHUNK + 16) + 27, 17 * (CHUNK + 16)])
def test_what_is_cut_off_is_missed_before_the_end_is_said(cut: int) -> None:
    with pytest.raises(Damaged):
        unsealing(io.BytesIO(FILE[:-cut]), KEY).read()


def test_a_last_chunk_with_nothing_in_it_is_damage_where_there_are_others() -> None:
    with pytest.raises(Damaged):
        unsealing(io.BytesIO(sealed(WORDS[: 16 * CHUNK], 2**20) + bytes(16)), KEY).read()
    unended = io.BytesIO()
    sealing(unended, KEY, []).write(WORDS[: 16 * CHUNK + 1])
    with pytest.raises(Damaged):
        unsealing(io.BytesIO(unended.getvalue()), KEY).read()


def test_a_wrong_key_is_told_before_anything_is_read() -> None:
    with pytest.raises(WrongKey):
        unsealing(io.BytesIO(FILE), new_identity())
    with pytest.raises(NotARecipient):
        sealing(io.BytesIO(), KEY, ["age1nobody"])


def test_a_file_is_closed_with_what_flows_from_it_and_not_before() -> None:
    source = io.BytesIO(FILE)
    unsealing(source, KEY).read(10)
    assert not source.closed
    with unsealing(io.BytesIO(FILE), KEY) as flow:
        flow.read(10)
    source.seek(0)
    with unsealing(source, KEY):
        pass
    assert source.closed


def test_the_same_words_are_never_sealed_alike() -> None:
    first, second = sealed(WORDS[:CHUNK], CHUNK), sealed(WORDS[:CHUNK], CHUNK)
    assert first[-CHUNK:] != second[-CHUNK:]


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
@pytest.mark.parametrize("length", LENGTHS)
def test_debians_age_opens_what_flowed_and_its_files_flow(tmp_path: Path, length: int) -> None:
    key, ours, theirs = (tmp_path / name for name in ("key.txt", "ours.age", "theirs.age"))
    key.write_text(OTHER.secret + "\n")
    ours.write_bytes(sealed(WORDS[:length], 100_000))
    opened = subprocess.run(["age", "-d", "-i", key, ours], capture_output=True, check=True)
    assert opened.stdout == WORDS[:length]
    to = ["-r", KEY.recipient, "-o", str(theirs)]
    subprocess.run(["age", *to], input=WORDS[:length], check=True)
    with theirs.open("rb") as file:
        assert unsealing(file, KEY).read() == WORDS[:length]
