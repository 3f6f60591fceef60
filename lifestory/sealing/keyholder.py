"""Opens what is sealed to a public key: age's X25519 format.

pyrage opens the same files; it takes four times as long over a photo, and a book has hundreds. A
test holds the two against each other.
Format: https://age-encryption.org/v1, "The X25519 recipient type"; the primitives are
`cryptography`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from lifestory.sealing.format import decoded, derived, opened_payload
from lifestory.sealing.header import VERSION
from lifestory.sealing.troubles import Damaged, WrongKey

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_CHECKSUM = 6
_LINE = 64
"""Letters in a full line of a stanza's body; the last line is shorter."""
_PURPOSE = b"age-encryption.org/v1/X25519"


def opened(header: bytes, sealed: bytes, secret: str) -> bytes:
    """What the age file `sealed` holds. `header` is its beginning up to and with its closing line;
    `secret` is a key that was read before, AGE-SECRET-KEY-1.... Raises WrongKey, Damaged."""
    return opened_payload(file_key(header, secret), header, sealed)


def file_key(header: bytes, secret: str) -> bytes:
    """The key that the header holds for `secret`; whether all of the header is true is not known
    yet. Raises WrongKey, Damaged."""
    for share, wrapped in tuple(_stanzas(header)):  # all of it has to be in order
        found = _unwrapped(share, wrapped, secret)
        if found is not None:
            return found
    raise WrongKey


def _stanzas(header: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(ephemeral share, wrapped file key) of each X25519 stanza. Raises Damaged."""
    lines = iter(header.removeprefix(VERSION).split(b"\n"))
    for line in lines:
        if line.startswith(b"--- "):
            return
        kind, *arguments = line.removeprefix(b"-> ").split(b" ")
        body = b""
        for part in lines:
            body += part
            if len(part) < _LINE:
                break
        if not line.startswith(b"-> ") or not kind:
            raise Damaged
        if kind == b"scrypt":  # a passphrase may stand only by itself
            raise Damaged
        if kind == b"X25519":
            if len(arguments) != 1:
                raise Damaged
            share, wrapped = decoded(arguments[0]), decoded(body)
            if len(share) != 32 or len(wrapped) != 32:
                raise Damaged
            yield share, wrapped


def _unwrapped(share: bytes, wrapped: bytes, secret: str) -> bytes | None:
    """The file key, or None when it is wrapped for someone else. Raises Damaged."""
    key, recipient = _pair(secret)
    try:
        shared = key.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError:  # a share of low order
        raise Damaged from None
    try:
        wrapping = ChaCha20Poly1305(derived(shared, share + recipient, _PURPOSE))
        return wrapping.decrypt(bytes(12), wrapped, None)
    except InvalidTag:
        return None


def _pair(secret: str) -> tuple[X25519PrivateKey, bytes]:
    """The key and its public half. Bech32 (BIP 173): five bits a letter, after the last 1."""
    number = 0
    for letter in secret.lower().rpartition("1")[2][:-_CHECKSUM]:
        number = number << 5 | _BECH32.index(letter)
    key = X25519PrivateKey.from_private_bytes((number >> 4).to_bytes(32, "big"))
    return key, key.public_key().public_bytes_raw()
