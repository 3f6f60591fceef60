"""Wraps a small secret, such as an identity or a key, with a passphrase: age's scrypt format.

Ours, over the primitives of `cryptography`, because pyrage's passphrase mode obeys whatever cost
a file asks for. Only what fits one chunk of 64 KiB is wrapped: seal the rest to an identity.
Format: https://age-encryption.org/v1, "The scrypt recipient type" and "Payload".
"""

from __future__ import annotations

import io
import re
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from lifestory.sealing.format import (
    CHUNK,
    NONCE,
    TAG,
    chunk_nonce,
    decoded,
    derived,
    encoded,
    header_mac,
    opened_payload,
)
from lifestory.sealing.header import VERSION, read_header
from lifestory.sealing.troubles import Damaged, TooCostly, WrongPassphrase

__all__ = ["Damaged", "TooCostly", "WrongPassphrase", "unwrap", "wrap"]

WORK_FACTOR = 18
"""Written by us: 2**18 takes 256 MiB and about a second."""
MOST_WORK = 20
"""Obeyed at most: 1 GiB."""
HEADER_LIMIT = 4096
_KEY = rb"([A-Za-z0-9+/]{43})"
_SCRYPT = rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n" + _KEY + rb"\n--- " + _KEY + rb"\n"
_HEADER = re.compile(re.escape(VERSION) + _SCRYPT)


def wrap(secret: bytes, passphrase: str, *, work_factor: int | None = None) -> bytes:
    """`secret` (64 KiB at most) as an age file that the passphrase opens, here and in age; by
    WORK_FACTOR unless told."""
    work_factor = WORK_FACTOR if work_factor is None else work_factor
    assert len(secret) <= CHUNK, "only small things are wrapped with a passphrase"
    file_key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    wrapping = ChaCha20Poly1305(_stretched(passphrase, salt, work_factor))
    wrapped = wrapping.encrypt(bytes(12), file_key, None)
    stanza = b"-> scrypt %s %d\n%s\n" % (encoded(salt), work_factor, encoded(wrapped))
    signed = VERSION + stanza + b"---"
    mac = header_mac(file_key, signed)
    payload = ChaCha20Poly1305(derived(file_key, nonce, b"payload"))
    body = payload.encrypt(chunk_nonce(0, last=True), secret, None)
    return signed + b" " + encoded(mac.finalize()) + b"\n" + nonce + body


def unwrap(sealed: bytes, passphrase: str) -> bytes:
    """The secret. Raises WrongPassphrase, Damaged, TooCostly (before any work is done)."""
    header = _read(sealed)
    wrapping = ChaCha20Poly1305(_stretched(passphrase, header.salt, header.work_factor))
    try:
        file_key = wrapping.decrypt(bytes(12), header.wrapped, None)
    except InvalidTag:
        raise WrongPassphrase from None
    return opened_payload(file_key, header.whole, sealed)


@dataclass(frozen=True, slots=True)
class _Header:
    whole: bytes
    salt: bytes
    work_factor: int
    wrapped: bytes


def _read(sealed: bytes) -> _Header:
    """The one scrypt stanza and what follows. Raises Damaged, TooCostly."""
    head, _ = read_header(io.BytesIO(sealed), HEADER_LIMIT)
    found = _HEADER.fullmatch(head)
    if found is None:
        raise Damaged
    salt, wrapped = decoded(found[1]), decoded(found[3])
    work_factor = int(found[2])
    if work_factor > MOST_WORK:
        raise TooCostly
    if not NONCE + TAG <= len(sealed) - len(head) <= NONCE + CHUNK + TAG:
        raise Damaged
    return _Header(head, salt, work_factor, wrapped)


def _stretched(passphrase: str, salt: bytes, work_factor: int) -> bytes:
    # NFC: the same letters typed on another keyboard are the same passphrase.
    # A terminal may hand over half a letter: that is some other passphrase, not a mistake of ours.
    typed = unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
    label = b"age-encryption.org/v1/scrypt"
    try:
        return Scrypt(salt=label + salt, length=32, n=2**work_factor, r=8, p=1).derive(typed)
    except MemoryError:
        raise TooCostly(
            "There is not enough free memory to try the passphrase.",
            "Close other programs and try again. Nothing has been changed.",
        ) from None
