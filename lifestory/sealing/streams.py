"""Seals bytes to public keys and opens them again, in memory or as a stream of any length.

Everything but a key itself is sealed here, to X25519 recipients, by pyrage or as pyrage would.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, cast

import pyrage
from pyrage import x25519

from lifestory.sealing.flowing import Sealing, Unsealing
from lifestory.sealing.header import read_header
from lifestory.sealing.keyholder import opened
from lifestory.sealing.troubles import Damaged, NotAnIdentity, NotARecipient, WrongKey

__all__ = [
    "Damaged", "Identity", "NotARecipient", "NotAnIdentity", "WrongKey", "check_recipient",
    "new_identity", "read_identity", "seal", "seal_stream", "sealing", "unseal", "unseal_stream",
    "unsealing",
]  # fmt: skip

HEADER_LIMIT = 32 * 1024
"""Bytes: room for some two hundred recipients."""
PIECE = 2**20
"""Bytes that are read and written at a time."""


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
    plain = unsealing(source, identity)
    while piece := plain.read(PIECE):
        target.write(piece)


def unsealing(source: BinaryIO, identity: Identity) -> BinaryIO:
    """What is sealed in `source`, to be read from, forward only; closing it closes `source`.

    Nothing is handed on before it is found true, but what was read is known to be whole only when
    the end was reached. Raises WrongKey, Damaged, and whatever OSError `source` raises.
    """
    header, beyond = read_header(source, HEADER_LIMIT)
    return cast(BinaryIO, Unsealing(source, header, beyond, identity.secret))


def sealing(target: BinaryIO, own: Identity, recipients: Sequence[str]) -> Sealing:
    """What seals to `own` and to `recipients` all that is written to it, and ends it in `target`
    when told to finish. Raises NotARecipient, and whatever OSError `target` raises."""
    whole = seal(b"", [own.recipient, *recipients])
    header, _ = read_header(io.BytesIO(whole), HEADER_LIMIT)
    return Sealing(target, header, own.secret)


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


class _Reader:
    """pyrage turns an error of our files into one of its own: this remembers the real one."""

    def __init__(self, source: BinaryIO) -> None:
        self.failure: OSError | None = None
        self._source = source

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except OSError as failure:
            self.failure = failure
            raise


class _Writer:
    def __init__(self, target: BinaryIO) -> None:
        self.failure: OSError | None = None
        self._target = target

    def write(self, data: bytes) -> int:
        try:
            return self._target.write(data)
        except OSError as failure:
            self.failure = failure
            raise

    def flush(self) -> None:
        self._target.flush()
