"""Seals bytes to public keys and opens them again, in memory or as a stream of any length.

Everything but a key itself is sealed here, to X25519 recipients, by pyrage.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

import pyrage
from pyrage import x25519

from lifestory.sealing.header import read_header
from lifestory.sealing.keyholder import opened
from lifestory.sealing.troubles import Damaged, NotAnIdentity, NotARecipient, WrongKey

__all__ = [
    "Damaged", "Identity", "NotARecipient", "NotAnIdentity", "WrongKey", "check_recipient",
    "new_identity", "read_identity", "seal", "seal_stream", "unseal", "unseal_stream",
]  # fmt: skip

HEADER_LIMIT = 32 * 1024
"""Bytes: room for some two hundred recipients."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A key pair of age. The secret stays out of its repr, and so out of every log."""

    secret: str = field(repr=False)
    """AGE-SECRET-KEY-1..., opens what is sealed to the recipient."""
    recipient: str
    """age1..., may be given to anyone."""


def new_identity() -> Identity:
    """A fresh X25519 key pair from the system's randomness."""
    made = x25519.Identity.generate()
    return Identity(secret=str(made), recipient=str(made.to_public()))


def read_identity(text: str) -> Identity:
    """The identity in `text`: a secret key, or a file as age-keygen writes it, with comments.

    Raises NotAnIdentity.
    """
    for line in text.splitlines():
        if line.strip().upper().startswith("AGE-SECRET-KEY-1"):
            parsed = _parsed_identity(line.strip())
            return Identity(secret=str(parsed), recipient=str(parsed.to_public()))
    raise NotAnIdentity


def check_recipient(recipient: str) -> str:
    """The recipient without the white space around it. Raises NotARecipient."""
    return str(_parsed_recipient(recipient))


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """`data` as an age file that every one of `recipients` (age1...) opens.

    Raises NotARecipient, also when there is none.
    """
    sealed: bytes = pyrage.encrypt(data, _parsed_recipients(recipients))
    return sealed


def unseal(data: bytes, identity: Identity) -> bytes:
    """What was sealed. Raises WrongKey, Damaged; then nothing was opened at all."""
    header, _ = read_header(io.BytesIO(data), HEADER_LIMIT)
    return opened(header, data, identity.secret)


def seal_stream(source: BinaryIO, target: BinaryIO, recipients: Sequence[str]) -> None:
    """Reads `source` to its end and writes the age file to `target`, in constant memory.

    Raises NotARecipient, and whatever OSError the two files raise.
    """
    parsed = _parsed_recipients(recipients)
    reader, writer = _Reader(source), _Writer(target)
    try:
        pyrage.encrypt_io(reader, writer, parsed)
    except (pyrage.EncryptError, OSError) as trouble:
        raise reader.failure or writer.failure or trouble from None


def unseal_stream(source: BinaryIO, target: BinaryIO, identity: Identity) -> None:
    """Writes to `target` what was sealed, in constant memory.

    Raises WrongKey, Damaged, and whatever OSError the two files raise. A damaged file may raise
    only after much was written: write to a name that you rename when this returns, and wipe
    otherwise.
    """
    head, rest = read_header(source, HEADER_LIMIT)
    reader, writer = _Reader(source, head + rest), _Writer(target)
    try:
        pyrage.decrypt_io(reader, writer, [_parsed_identity(identity.secret)])
    except (pyrage.DecryptError, OSError) as trouble:
        raise reader.failure or writer.failure or _told_apart(trouble) from None


def _told_apart(trouble: Exception) -> Damaged | WrongKey:
    # pyrage has one type for both, so its words are all there is; a test holds them in place.
    return WrongKey() if "No matching keys" in str(trouble) else Damaged()


def _parsed_recipients(recipients: Sequence[str]) -> list[x25519.Recipient]:
    if not recipients:
        raise NotARecipient("There is no one to seal this to.")
    return [_parsed_recipient(one) for one in recipients]


def _parsed_recipient(recipient: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(recipient.strip())
    except pyrage.RecipientError:
        raise NotARecipient from None


def _parsed_identity(secret: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(secret)
    except pyrage.IdentityError:
        raise NotAnIdentity from None


class _Watched:
    """pyrage turns an error of our files into one of its own: this remembers the real one."""

    def __init__(self) -> None:
        self.failure: OSError | None = None

    def _watch(self, act: Callable[[], bytes | int | None]) -> bytes | int | None:
        try:
            return act()
        except OSError as failure:
            self.failure = failure
            raise


class _Reader(_Watched):
    def __init__(self, source: BinaryIO, first: bytes = b"") -> None:
        super().__init__()
        self._source, self._first = source, first

    def read(self, size: int = -1) -> bytes | int | None:
        if self._first:
            piece = self._first[:size] if size >= 0 else self._first
            self._first = self._first[len(piece) :]
            return piece
        return self._watch(lambda: self._source.read(size))


class _Writer(_Watched):
    def __init__(self, target: BinaryIO) -> None:
        super().__init__()
        self._target = target

    def write(self, data: bytes) -> bytes | int | None:
        return self._watch(lambda: self._target.write(data))

    def flush(self) -> None:
        self._target.flush()
