"""Adds up files while they flow past, each kind of digest in a thread beside the one who reads.

hashlib lets go of Python while it works on a large piece, so that reading, unsealing and adding up
go on at once; the two digests of a photo take longer than all the rest.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from lifestory.archive.manifest import Sums

if TYPE_CHECKING:
    from hashlib import _Hash

_AHEAD = 8
"""Pieces that may wait for a thread; whoever adds another waits, so that memory stays flat."""
_WORTH_A_THREAD = 2**15
"""Bytes: handing over a smaller file takes longer than adding it up."""


class Beside:
    """A thread that adds pieces to digests, in the order in which it is given them."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="adding up")
        self._waiting: deque[Future[None]] = deque()

    def add(self, digest: _Hash, piece: bytes) -> None:
        """Add a piece to a digest, soon."""
        if len(self._waiting) == _AHEAD:
            self._waiting.popleft().result()
        self._waiting.append(self._thread.submit(digest.update, piece))

    def settle(self) -> None:
        """Wait until all that was given is added."""
        while self._waiting:
            self._waiting.popleft().result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Adding:
    size: int
    sha256: _Hash | str
    sha512: _Hash

    def sums(self) -> Sums:
        sha256 = self.sha256 if isinstance(self.sha256, str) else self.sha256.hexdigest()
        return Sums(self.size, sha256, self.sha512.hexdigest())


class Summing:
    """Adds up one file after another."""

    def __init__(self) -> None:
        self._threads = (Beside(), Beside())
        self._files: dict[str, _Adding] = {}

    def begin(self, name: str, size: int, sha256: str | None = None) -> None:
        """The pieces that follow are those of a file of `size` bytes. With `sha256`, in
        hexadecimal, that is taken for true: whoever gives it has it compared afterwards."""
        self._now = _Adding(size, hashlib.sha256() if sha256 is None else sha256, hashlib.sha512())
        self._files[name] = self._now

    def add(self, piece: bytes) -> None:
        """Count the next bytes of the file; they stay as they are until `sums` was asked."""
        small = self._now.size < _WORTH_A_THREAD
        for thread, digest in zip(self._threads, (self._now.sha256, self._now.sha512), strict=True):
            if isinstance(digest, str):
                continue
            if small:
                digest.update(piece)
            else:
                thread.add(digest, piece)

    def sums(self) -> dict[str, Sums]:
        """What each file so far comes to, by its name."""
        for thread in self._threads:
            thread.settle()
        return {name: one.sums() for name, one in self._files.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for thread in self._threads:
            thread.__exit__()
