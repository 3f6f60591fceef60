"""What age files are made of: keys derived from keys, a signed header, a payload in chunks.

Format: https://age-encryption.org/v1, "Header" and "Payload"; the primitives are `cryptography`'s.
"""

from __future__ import annotations

from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from lifestory.sealing.troubles import Damaged

CHUNK = 64 * 1024
"""Bytes sealed at a time; the last chunk may be shorter."""
NONCE, TAG = 16, 16


def derived(key: bytes, salt: bytes | None, purpose: bytes) -> bytes:
    """A key of 32 bytes from another."""
    return HKDF(hashes.SHA256(), length=32, salt=salt, info=purpose).derive(key)


def header_mac(file_key: bytes, signed: bytes) -> hmac.HMAC:
    """What signs the header up to and with its three dashes."""
    mac = hmac.HMAC(derived(file_key, None, b"header"), hashes.SHA256())
    mac.update(signed)
    return mac


def chunk_nonce(index: int, *, last: bool) -> bytes:
    """The nonce of a chunk: what is cut off at the end is missed, for the last one says it is."""
    return index.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def checked_key(file_key: bytes, header: bytes) -> bytes:
    """The file key that the whole header is signed with. Raises Damaged for another header."""
    signed, _, mac = header.rpartition(b" ")
    try:
        header_mac(file_key, signed).verify(decoded(mac.removesuffix(b"\n")))
    except InvalidSignature:
        raise Damaged from None
    return file_key


def sealed(
    key: ChaCha20Poly1305, body: memoryview, first: int, *, ends: bool = False
) -> list[bytes]:
    """The chunks of `body`, the first of them being number `first`; all are full, but for the last
    one where the payload `ends` with it."""
    starts = range(0, len(body) or 1, CHUNK)
    return [
        key.encrypt(chunk_nonce(index, last=ends and at == starts[-1]), body[at : at + CHUNK], None)
        for index, at in enumerate(starts, first)
    ]


def opened(key: ChaCha20Poly1305, body: memoryview, first: int, *, ends: bool) -> list[bytes]:
    """What is in the chunks of `body`, the first of them being number `first`. Raises Damaged where
    one was changed, is in another's place, or is not the last though the payload `ends` here."""
    size = CHUNK + TAG
    starts = range(0, len(body), size)
    if not starts or len(body) % size in range(1, TAG + (first + len(starts) > 1)):
        raise Damaged
    try:
        return [
            key.decrypt(
                chunk_nonce(index, last=ends and at == starts[-1]), body[at : at + size], None
            )
            for index, at in enumerate(starts, first)
        ]
    except InvalidTag:
        raise Damaged from None


def opened_payload(file_key: bytes, header: bytes, sealed: bytes) -> bytes:
    """What the whole file `sealed`, which begins with `header`, holds. Raises Damaged where
    anything in it was changed, or is missing, or one chunk too many."""
    start = len(header) + NONCE
    salt = sealed[len(header) : start]
    key = ChaCha20Poly1305(derived(checked_key(file_key, header), salt, b"payload"))
    return b"".join(opened(key, memoryview(sealed)[start:], 0, ends=True))


def encoded(data: bytes) -> bytes:
    """Base64 without padding."""
    return b64encode(data).rstrip(b"=")


def decoded(text: bytes) -> bytes:
    """The bytes. Raises Damaged where the text is not exactly as `encoded` writes it."""
    try:
        data = b64decode(text + b"=" * (-len(text) % 4))
    except ValueError:
        raise Damaged from None
    if encoded(data) != text:
        raise Damaged
    return data
