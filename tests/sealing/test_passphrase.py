"""A wrapped secret opens with its passphrase, here and in Debian's age, and hostile files stop."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.sealing.passphrase import Damaged, TooCostly, WrongPassphrase, unwrap, wrap

SECRET = b"AGE-SECRET-KEY-1EXAMPLE"
SPOKEN = "Zoë's kettle, নানি"
WRAPPED = wrap(SECRET, SPOKEN, work_factor=10)


@settings(max_examples=25)
@given(st.binary(max_size=65_536), st.text(min_size=1).filter(lambda t: t.isprintable()))
def test_any_small_secret_comes_back(secret: bytes, passphrase: str) -> None:
    assert unwrap(wrap(secret, passphrase, work_factor=2), passphrase) == secret


def test_the_same_letters_from_another_keyboard_are_the_same_passphrase() -> None:
    for form in ("NFC", "NFD"):
        assert unwrap(WRAPPED, unicodedata.normalize(form, SPOKEN)) == SECRET


def test_a_wrong_passphrase_is_told_from_damage() -> None:
    with pytest.raises(WrongPassphrase):
        unwrap(WRAPPED, "zoë's kettle, নানি")
    for broken in (WRAPPED[:-1], b"", b"age-encryption.org/v1\n", WRAPPED + b"x"):
        with pytest.raises(Damaged):
            unwrap(broken, SPOKEN)


@given(st.integers(min_value=0, max_value=len(WRAPPED) * 8 - 1))
@settings(max_examples=60, deadline=None)
def test_no_flipped_bit_is_ever_taken(bit: int) -> None:
    changed = bytearray(WRAPPED)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises((Damaged, WrongPassphrase, TooCostly)):
        unwrap(bytes(changed), SPOKEN)


@pytest.mark.parametrize("factor", [b"21", b"23", b"64", b"99"])
def test_a_file_that_asks_for_gigabytes_is_refused_before_any_work(factor: bytes) -> None:
    hostile = WRAPPED.replace(b" 10\n", b" " + factor + b"\n", 1)
    began = time.process_time()
    with pytest.raises(TooCostly):
        unwrap(hostile, SPOKEN)
    assert time.process_time() - began < 0.1


def test_two_stanzas_or_a_long_header_are_refused() -> None:
    first, rest = WRAPPED.split(b"---", 1)
    stanza = first.split(b"\n", 1)[1]
    for hostile in (first + stanza + b"---" + rest, first + stanza * 100_000, first * 2):
        with pytest.raises(Damaged):
            unwrap(hostile, SPOKEN)


def test_debians_age_opens_what_we_wrap(
    tmp_path: Path, age: Callable[[list[str], str], None]
) -> None:
    sealed, opened = tmp_path / "key.age", tmp_path / "key.txt"
    sealed.write_bytes(WRAPPED)
    age(["-d", "-o", str(opened), str(sealed)], SPOKEN)
    assert opened.read_bytes() == SECRET


def test_we_open_what_debians_age_wraps(
    tmp_path: Path, age: Callable[[list[str], str], None]
) -> None:
    plain, sealed = tmp_path / "key.txt", tmp_path / "key.age"
    plain.write_bytes(SECRET)
    age(["-p", "-o", str(sealed), str(plain)], SPOKEN)
    assert unwrap(sealed.read_bytes(), SPOKEN) == SECRET
    with pytest.raises(WrongPassphrase):
        unwrap(sealed.read_bytes(), "something else")
