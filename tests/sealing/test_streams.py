"""What is sealed opens with its key alone; everything else is refused and told apart."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import (
    Damaged,
    Identity,
    NotAnIdentity,
    NotARecipient,
    WrongKey,
    check_recipient,
    new_identity,
    read_identity,
    seal,
    seal_stream,
    unseal,
    unseal_stream,
)

KEY, OTHER = new_identity(), new_identity()
WORDS = b"Gran had a red kettle. " * 20_000


def streamed(sealed: bytes, identity: Identity) -> bytes:
    target = io.BytesIO()
    unseal_stream(io.BytesIO(sealed), target, identity)
    return target.getvalue()


@given(st.binary(max_size=200_000))
def test_what_is_sealed_comes_back(data: bytes) -> None:
    sealed = seal(data, [KEY.recipient])
    assert unseal(sealed, KEY) == data == streamed(sealed, KEY)
    target = io.BytesIO()
    seal_stream(io.BytesIO(data), target, [KEY.recipient])
    assert unseal(target.getvalue(), KEY) == data


def test_every_recipient_can_open_it() -> None:
    sealed = seal(WORDS, [KEY.recipient, f" {OTHER.recipient}\n"])
    assert unseal(sealed, KEY) == unseal(sealed, OTHER) == WORDS


@pytest.mark.parametrize("opening", [unseal, streamed])
def test_another_key_is_the_wrong_key(opening: type) -> None:
    with pytest.raises(WrongKey):
        opening(seal(WORDS, [KEY.recipient]), OTHER)


@pytest.mark.parametrize("opening", [unseal, streamed])
@given(where=st.integers(min_value=0), cut=st.booleans())
def test_a_flipped_bit_or_a_cut_is_never_taken(opening: type, where: int, cut: bool) -> None:
    sealed = bytearray(SEALED)
    where %= len(sealed)
    if cut:
        del sealed[where:]
    else:
        sealed[where] ^= 1
    with pytest.raises((Damaged, WrongKey)):
        opening(bytes(sealed), KEY)


SEALED = seal(WORDS, [KEY.recipient])


@pytest.mark.parametrize("opening", [unseal, streamed])
def test_damage_is_told_from_a_wrong_key(opening: type) -> None:
    for broken in (SEALED[:-1], SEALED[:-70_000], b"", b"not age at all", SEALED[:50]):
        with pytest.raises(Damaged):
            opening(broken, KEY)


@pytest.mark.parametrize("opening", [unseal, streamed])
def test_a_header_without_end_is_refused_at_once(opening: type) -> None:
    hostile = b"age-encryption.org/v1\n" + b"-> X25519 aaaa\nbbbb\n" * 100_000
    with pytest.raises(Damaged):
        opening(hostile, KEY)


def test_a_full_disk_is_not_mistaken_for_damage() -> None:
    class Full(io.RawIOBase):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    full: BinaryIO = Full()  # type: ignore[assignment]
    with pytest.raises(OSError, match="No space left"):
        unseal_stream(io.BytesIO(SEALED), full, KEY)
    with pytest.raises(OSError, match="No space left"):
        seal_stream(io.BytesIO(WORDS), full, [KEY.recipient])


def test_a_secret_never_shows_in_a_log() -> None:
    assert KEY.secret not in repr(KEY)
    assert KEY.recipient in repr(KEY)


def test_a_key_file_is_read_with_its_comments() -> None:
    text = f"# created: 2026-01-01\n# public key: {KEY.recipient}\n{KEY.secret}\n"
    assert read_identity(text) == KEY
    for wrong in ("", "AGE-SECRET-KEY-1NOTREALLY", KEY.recipient):
        with pytest.raises(NotAnIdentity):
            read_identity(wrong)


def test_what_is_no_public_key_is_refused_with_a_remedy() -> None:
    assert check_recipient(f"{KEY.recipient}\n") == KEY.recipient
    wrong: list[list[str]] = [["age1nonsense"], [KEY.secret], [""], []]
    for recipients in wrong:
        with pytest.raises(NotARecipient) as trouble:
            seal(WORDS, recipients)
        assert KEY.secret not in str(trouble.value)
    assert issubclass(NotARecipient, LifestoryError)


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
def test_debians_age_and_we_open_each_others_files(tmp_path: Path) -> None:
    key, ours, theirs = (tmp_path / name for name in ("key.txt", "ours.age", "theirs.age"))
    key.write_text(KEY.secret + "\n")
    ours.write_bytes(SEALED)
    opened = subprocess.run(["age", "-d", "-i", key, ours], capture_output=True, check=True)
    assert opened.stdout == WORDS
    subprocess.run(["age", "-r", KEY.recipient, "-o", theirs], input=WORDS, check=True)
    assert unseal(theirs.read_bytes(), KEY) == WORDS


@given(length=st.sampled_from([0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000]))
def test_what_opens_in_memory_is_what_the_library_opens(length: int) -> None:
    data = WORDS[:length]
    sealed = seal(data, [OTHER.recipient, KEY.recipient])
    assert unseal(sealed, KEY) == streamed(sealed, KEY) == data


@pytest.mark.parametrize("opening", [unseal, streamed])
@pytest.mark.parametrize("chunks", [1, 2])
def test_chunks_that_are_gone_or_turn_up_twice_are_damage(opening: type, chunks: int) -> None:
    chunk = 65_536 + 16
    whole = seal(WORDS[: 65_536 * 3], [KEY.recipient])
    for broken in (
        whole[: -chunk * chunks],
        whole + whole[-chunk:],
        whole[: -2 * chunk] + whole[-chunk:] + whole[-2 * chunk : -chunk],
        whole + bytes(chunks),
        whole + bytes(16),
    ):
        with pytest.raises(Damaged):
            opening(broken, KEY)


@pytest.mark.parametrize("opening", [unseal, streamed])
def test_every_letter_of_the_header_counts(opening: type) -> None:
    sealed = seal(b"Gran", [OTHER.recipient, KEY.recipient])
    for where in range(len(sealed)):
        broken = bytearray(sealed)
        broken[where] ^= 1
        with pytest.raises((Damaged, WrongKey)):
            opening(bytes(broken), KEY)
