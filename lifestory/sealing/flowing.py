"""Seals and opens an age file as it flows, a megabyte at a time, without another thread.

pyrage streams through 8 KiB at a time and takes three times as long over the payload; it still
makes every header. A test holds the two, and the ordinary `age`, against each other.
Format: https://age-encryption.org/v1, "Payload".
"""

from __future__ import annotations

import os
from collections import deque
from typing import BinaryIO, Self

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from lifestory.sealing.format import CHUNK, NONCE, TAG, checked_key, derived, opened, sealed
from lifestory.sealing.keyholder import file_key
from lifestory.sealing.troubles import Damaged

_AT_ONCE = 16
"""Chunks between two looks at a file. Fewer cost more than they save of memory."""


class Sealing:
    """Seals what is written to it. Only what `finish` has ended can be opened again."""

    def __init__(self, target: BinaryIO, header: bytes, secret: str) -> None:
        """`header` is a fresh one that nothing else was sealed under, `secret` a key that opens it.

        Raises whatever OSError `target` raises, here and below.
        """
        nonce = os.urandom(NONCE)
        target.write(header + nonce)
        self._target = target
        self._key = ChaCha20Poly1305(derived(file_key(header, secret), nonce, b"payload"))
        self._index = 0
        self._rest = b""
        """Up to a chunk, for the last one is sealed as the last."""

    def write(self, data: bytes) -> None:
        """Seal the next bytes; some of them only with those that follow."""
        body = memoryview(data)
        if self._rest:
            wanted = CHUNK - len(self._rest)
            self._rest += body[:wanted]
            body = body[wanted:]
        if body:
            self._seal(memoryview(self._rest))
            whole = (len(body) - 1) // CHUNK * CHUNK
            self._seal(body[:whole])
            self._rest = bytes(body[whole:])

    def finish(self) -> None:
        """Seal the end."""
        self._seal(memoryview(self._rest), ends=True)

    def _seal(self, body: memoryview, *, ends: bool = False) -> None:
        if body or ends:
            for chunk in sealed(self._key, body, self._index, ends=ends):
                self._target.write(chunk)
                self._index += 1


class Unsealing:
    """What is sealed in a file, to be read forward once; closing this closes the file.

    Every chunk is found true before a byte of it is handed on, and the end before the end is said.
    """

    def __init__(self, source: BinaryIO, header: bytes, beyond: bytes, secret: str) -> None:
        """`beyond` was read from `source` after `header`. Raises WrongKey, Damaged; reading raises
        Damaged, too, and whatever OSError `source` raises."""
        self._source = source
        key = checked_key(file_key(header, secret), header)
        start = self._more(NONCE + _AT_ONCE * (CHUNK + TAG), beyond)
        self._key = ChaCha20Poly1305(derived(key, start[:NONCE], b"payload"))
        self._index = 0
        self._ahead = start[NONCE:]
        if not self._ahead:
            raise Damaged
        self._plain: deque[memoryview] = deque()
        self._held = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, all without; fewer only at the end."""
        while self._ahead and (size < 0 or self._held < size):
            self._open()
        return self._taken(self._held if size < 0 else min(size, self._held))

    def close(self) -> None:
        """Close the file."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        body = self._ahead
        # One piece ahead, to know which one is the last.
        self._ahead = self._more(_AT_ONCE * (CHUNK + TAG))
        plain = opened(self._key, memoryview(body), self._index, ends=not self._ahead)
        self._index += len(plain)
        self._plain.extend(map(memoryview, plain))
        self._held += sum(map(len, plain))

    def _taken(self, size: int) -> bytes:
        self._held -= size
        parts = []
        while size:
            part = self._plain.popleft()
            if len(part) > size:
                self._plain.appendleft(part[size:])
                part = part[:size]
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _more(self, wanted: int, first: bytes = b"") -> bytes:
        while len(first) < wanted and (piece := self._source.read(wanted - len(first))):
            first = first + piece if first else piece
        return first
