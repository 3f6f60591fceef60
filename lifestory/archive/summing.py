"""Adds up files while they flow past, each kind of digest in a thread beside the one who reads.

hashlib lets go of Python while it works on a large piece, so that reading, unsealing and adding up
go on at once; the two digests of a photo take longer than all the rest.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
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


class Summing:
    """Adds up one file after another."""

    def __init__(self) -> None:
        self._threads = (Beside(), Beside())
        self._files: dict[str, tuple[int, _Hash, _Hash]] = {}
        self._now: tuple[int, _Hash, _Hash] = (0, hashlib.sha256(), hashlib.sha512())

    def begin(self, name: str, size: int) -> None:
        """The pieces that follow are those of a file of `size` bytes."""
        self._now = self._files[name] = (size, hashlib.sha256(), hashlib.sha512())

    def add(self, piece: bytes) -> None:
        """Count the next bytes of the file; they stay as they are until `sums` was asked."""
        size, *digests = self._now
        if size < _WORTH_A_THREAD:
            for digest in digests:
                digest.update(piece)
        else:
            for thread, digest in zip(self._threads, digests, strict=True):
                thread.add(digest, piece)

    def sums(self) -> dict[str, Sums]:
        """What each file so far comes to, by its name."""
        for thread in self._threads:
            thread.settle()
        return {
            name: Sums(size, sha256.hexdigest(), sha512.hexdigest())
            for name, (size, sha256, sha512) in self._files.items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for thread in self._threads:
            thread.__exit__()
