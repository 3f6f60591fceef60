"""The seals: age headers made to keep us busy, scrypt that would exhaust, chunks in disorder."""

import io
import time
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.archive.reading_v1 import Passphrase, verify_archive
from lifestory.domain.errors import LifestoryError
from lifestory.sealing import passphrase, streams
from lifestory.sealing.format import CHUNK, chunk_nonce, derived, encoded, header_mac
from lifestory.sealing.header import VERSION, read_header
from lifestory.sealing.keyholder import file_key
from lifestory.sealing.passphrase import wrap
from lifestory.sealing.streams import Identity, seal
from lifestory.sealing.troubles import Damaged, NotAnIdentity, TooCostly, WrongKey

Refuse = Callable[[Path], LifestoryError]
Taken = tuple[bytes, bytes, list[bytes]]

SPOKEN = "a small boat"
GRAIN = b64encode(bytes(16)).rstrip(b"=")
STRANGE = b"-> X25519 " + b64encode(bytes(range(32))).rstrip(b"=") + b"\n"
BODY = b64encode(bytes(32)).rstrip(b"=") + b"\n"
MAC = b"--- " + BODY
SCRYPT = b"-> scrypt " + GRAIN + b" 10\n" + BODY


@pytest.fixture(scope="module")
def keyed(forger: Any) -> Callable[[bytes], Path]:
    """An archive with these bytes for its key.age."""
    return lambda key: forger.around(seal(b"x", [forger.own.recipient]), key)


@pytest.mark.parametrize("factor", [b"21", b"22", b"23", b"30", b"63", b"64", b"99"])
def test_a_passphrase_that_would_cost_gigabytes_is_refused_before_any_work(
    doors: Any, keyed: Callable[[bytes], Path], factor: bytes
) -> None:
    costly = wrap(b"x", SPOKEN).replace(b" 10\n", b" " + factor + b"\n", 1)
    began = time.process_time()
    told = doors.refuse(keyed(costly), Passphrase(SPOKEN))
    assert isinstance(told, TooCostly)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "told",
    [b"0", b"00", b"010", b"018", b"-1", b"+9", b"1e1", b"100", b"1000000000", b" 10", b"10 ", b"",
     b"\xd9\xa1", b"10.0", b"0x0a"],
)  # fmt: skip
def test_a_work_factor_in_other_words_is_damage(
    doors: Any, keyed: Callable[[bytes], Path], told: bytes
) -> None:
    odd = wrap(b"x", SPOKEN).replace(b" 10\n", b" " + told + b"\n", 1)
    assert isinstance(doors.refuse(keyed(odd), Passphrase(SPOKEN)), Damaged)


def stanzas(*lines: bytes) -> bytes:
    """A header of these lines in place of its stanzas."""
    return VERSION + b"".join(lines) + MAC


@pytest.mark.parametrize(
    "header",
    [
        stanzas(SCRYPT, SCRYPT),
        stanzas(SCRYPT, STRANGE, BODY),
        stanzas(STRANGE, BODY, SCRYPT),
        stanzas(SCRYPT.replace(GRAIN, GRAIN[:-1])),
        stanzas(SCRYPT.replace(GRAIN, GRAIN + b"AA")),
        stanzas(SCRYPT.replace(GRAIN, b"")),
        stanzas(SCRYPT.replace(GRAIN, b"*" * 22)),
        stanzas(SCRYPT.replace(GRAIN, GRAIN[:-1] + b"B")),  # bits that belong to no byte
        stanzas(SCRYPT.replace(BODY, b"\n")),
        stanzas(SCRYPT.replace(BODY, b"A" * 64 + b"\n" + BODY)),
        stanzas(SCRYPT.replace(b"scrypt", b"SCRYPT")),
        stanzas(STRANGE, BODY),
        stanzas(),
        stanzas(SCRYPT).replace(MAC, b"---\n"),
        stanzas(SCRYPT).replace(MAC, b""),
        stanzas(SCRYPT).replace(b"\n", b"\r\n"),
        stanzas(SCRYPT).replace(b"v1", b"v2"),
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        b"",
    ],
)
def test_a_passphrase_header_of_any_other_shape_is_damage(
    doors: Any, keyed: Callable[[bytes], Path], header: bytes
) -> None:
    odd = header + bytes(16) + bytes(40)
    assert isinstance(doors.refuse(keyed(odd), Passphrase(SPOKEN)), Damaged)


def test_a_key_that_is_no_key_or_no_key_of_this_archive_is_said(
    doors: Any, keyed: Callable[[bytes], Path], stranger: Identity
) -> None:
    spoken = Passphrase(SPOKEN)
    for secret in (b"", b"\xff" * 80, b"AGE-SECRET-KEY-1", b"AGE-SECRET-KEY-1\xd9\xa1", b"x" * 900):
        assert isinstance(doors.refuse(keyed(wrap(secret, SPOKEN)), spoken), NotAnIdentity)
    other = wrap(stranger.secret.encode(), SPOKEN)
    assert isinstance(doors.refuse(keyed(other), spoken), WrongKey)


@pytest.mark.parametrize(
    "header",
    [
        VERSION + (STRANGE + BODY) * 200_000,
        VERSION + b"-> x\n\n" * 1_000_000,
        VERSION + b"-> " + b"a" * 10_000_000,
        VERSION + b"-> a" + b" a" * 5_000_000 + b"\n" + BODY + MAC,
        VERSION + b"-> a\n" + (b"A" * 64 + b"\n") * 200_000,
        VERSION + b"\n" * 10_000_000,
        VERSION + b"-> " * 300_000,
        VERSION[:-1] + b"0" * 10_000_000,
        bytes(10_000_000),
    ],
)
def test_a_header_without_an_end_is_given_up_at_once(
    refuse: Refuse, forger: Any, header: bytes
) -> None:
    began = time.process_time()
    assert isinstance(refuse(forger.around(header)), Damaged)
    assert time.process_time() - began < 1


def signed(good: bytes, own: Identity, before: bytes = b"", after: bytes = b"") -> bytes:
    """A good age file with more stanzas, signed anew, as whoever sealed it can."""
    header, _ = read_header(io.BytesIO(good), streams.HEADER_LIMIT)
    stanza = header.removeprefix(VERSION).split(b"--- ")[0]
    to_sign = VERSION + before + stanza + after + b"---"
    mac = header_mac(file_key(header, own.secret), to_sign).finalize()
    return to_sign + b" " + encoded(mac) + b"\n" + good[len(header) :]


@pytest.mark.parametrize(
    "inner",
    [
        b"-> scrypt " + GRAIN + b" 30\n" + BODY,
        b"-> scrypt " + GRAIN + b" 10\n" + BODY,
        b"-> scrypt\n\n",
        b"-> X25519\n" + BODY,
        b"-> X25519 a b\n" + BODY,
        b"-> X25519 ====\n" + BODY,
        STRANGE + b"!!!\n",
        STRANGE + b"\n",
        STRANGE + b"A" * 64 + b"\n" + BODY,
        b"X25519\n" + BODY,
        b"->\n" + BODY,
        b"-> \n" + BODY,
    ],
)
def test_a_stanza_that_no_program_writes_is_refused_though_it_is_signed(
    refuse: Refuse, forger: Any, inner: bytes
) -> None:
    good = seal(forger.packed(forger.good), [forger.own.recipient])
    assert isinstance(refuse(forger.around(signed(good, forger.own, before=inner))), Damaged)
    assert isinstance(refuse(forger.around(signed(good, forger.own, after=inner))), Damaged)


def test_a_share_of_low_order_is_refused(refuse: Refuse, forger: Any) -> None:
    good = seal(forger.packed(forger.good), [forger.own.recipient])
    low = b"-> X25519 " + b64encode(bytes(32)).rstrip(b"=") + b"\n" + BODY
    assert isinstance(refuse(forger.around(signed(good, forger.own, before=low))), Damaged)


def test_a_stanza_of_a_kind_that_is_yet_to_come_is_passed_over(forger: Any) -> None:
    good = seal(forger.packed(forger.good), [forger.own.recipient])
    for inner in (STRANGE + BODY, b"-> later than us\n" + b"A" * 64 + b"\n\n"):
        verify_archive(forger.around(signed(good, forger.own, before=inner)), forger.own)


@pytest.fixture(scope="module")
def taken(forger: Any) -> Taken:
    """A good seal in parts: header, nonce and twenty chunks, more than are opened at once."""
    book = bytes(19 * 2**16 - 2**14)
    bag = forger.listed(forger.bag(**{"data/books/book.pdf": book}))
    whole = seal(forger.packed(bag), [forger.own.recipient])
    header, _ = read_header(io.BytesIO(whole), streams.HEADER_LIMIT)
    body, size = whole[len(header) + 16 :], 2**16 + 16
    return (
        header,
        whole[len(header) :][:16],
        [body[at : at + size] for at in range(0, len(body), size)],
    )


def test_the_parts_are_whole(forger: Any, taken: Taken) -> None:
    header, nonce, chunks = taken
    assert len(chunks) == 20
    verify_archive(forger.around(header + nonce + b"".join(chunks)), forger.own)


@pytest.mark.parametrize(
    "disordered",
    [
        lambda chunks: [chunks[1], chunks[0], *chunks[2:]],
        lambda chunks: [*chunks[:15], chunks[16], chunks[15], *chunks[17:]],
        lambda chunks: [*chunks[:16], chunks[15], *chunks[16:]],
        lambda chunks: [chunks[0], *chunks],
        lambda chunks: [*chunks, chunks[-1]],
        lambda chunks: chunks[:-1],
        lambda chunks: chunks[:16],
        lambda chunks: chunks[1:],
        lambda chunks: [*chunks[:16], chunks[-1]],
        lambda chunks: [chunks[-1]],
        lambda chunks: chunks[::-1],
        lambda chunks: [*chunks, *chunks],
        lambda chunks: [],
    ],
)
def test_chunks_in_disorder_are_refused(
    refuse: Refuse, forger: Any, taken: Taken, disordered: Callable[[list[bytes]], list[bytes]]
) -> None:
    header, nonce, chunks = taken
    forged = header + nonce + b"".join(disordered(chunks))
    assert isinstance(refuse(forger.around(forged)), Damaged)


def test_an_end_that_is_none_is_refused(refuse: Refuse, forger: Any, taken: Taken) -> None:
    header, nonce, chunks = taken
    whole = header + nonce + b"".join(chunks)
    for forged in (
        whole[:-1], whole[:-16], whole + b"x", whole + bytes(16), whole + bytes(2**16 + 16),
        header, header + nonce, header + nonce[:8], header + nonce + bytes(15),
        header + bytes(16) + b"".join(chunks),
    ):  # fmt: skip
        assert isinstance(refuse(forger.around(forged)), Damaged)


def test_a_last_chunk_that_is_empty_or_not_marked_as_the_last_is_refused(
    refuse: Refuse, forger: Any
) -> None:
    story = forger.packed(forger.good)
    good = seal(story, [forger.own.recipient])
    header, _ = read_header(io.BytesIO(good), streams.HEADER_LIMIT)
    nonce = good[len(header) :][:16]
    key = ChaCha20Poly1305(derived(file_key(header, forger.own.secret), nonce, b"payload"))

    def chunks(*parts: tuple[bytes, bool]) -> bytes:
        return (
            header
            + nonce
            + b"".join(
                key.encrypt(chunk_nonce(index, last=last), part, None)
                for index, (part, last) in enumerate(parts)
            )
        )

    first, rest = story[:CHUNK], story[CHUNK:]
    assert chunks((first, False), (rest, True)) == good
    for parts in (
        [(first, False), (rest, False)],
        [(first, True), (rest, True)],
        [(first, False)],
        [(first, False), (b"", True)],
        [(first, False), (rest, False), (b"", True)],
        [(first, False), (rest, True), (b"", True)],
        [(b"", False), (first, False), (rest, True)],
        [(first[:1000], False), (first[1000:], False), (rest, True)],
    ):
        assert isinstance(refuse(forger.around(chunks(*parts))), Damaged)
    assert not isinstance(refuse(forger.around(chunks((b"", True)))), Damaged)  # sealed nothing


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 400), put=st.binary(min_size=1, max_size=80), cut=st.integers(0, 90))
def test_no_header_that_was_tampered_with_opens(
    forger: Any, taken: Taken, at: int, put: bytes, cut: int
) -> None:
    header, nonce, chunks = taken
    at %= len(header)
    forged = header[:at] + put + header[at + cut :]
    if forged == header:
        return
    with pytest.raises((Damaged, WrongKey)):
        verify_archive(forger.around(forged + nonce + chunks[0]), forger.own)


def test_the_limits_leave_room_for_what_people_seal_to() -> None:
    many = [streams.new_identity().recipient for _ in range(200)]
    header, _ = read_header(io.BytesIO(seal(b"x", many)), streams.HEADER_LIMIT)
    assert len(header) < streams.HEADER_LIMIT
    assert len(wrap(b"x" * 100, SPOKEN)) < passphrase.HEADER_LIMIT
