"""An archive's file as a stream to read from, whose troubles are told apart from all others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lifestory.archive.landing import Paced, Progress
from lifestory.archive.plainfiles import open_plain
from lifestory.archive.tarball import PIECE, Readable
from lifestory.domain.errors import LifestoryError

Heard = Callable[[bytes], object]
"""Called with every piece of a file, in order."""


class CannotRead(LifestoryError):
    """There is no such file, or the disk does not give it out; the message says which."""

    message = "The archive cannot be read."
    remedy = "Nothing has been changed. Check where it is, or use another copy of it."


@contextmanager
def opened(file: Path, progress: Progress, heard: Heard | None = None) -> Iterator[Readable]:
    """A file to read from, once and forward; `heard` gets every byte that was read.

    Raises CannotRead, and whatever `progress` raises; reading does, too.
    """
    try:
        source = open_plain(file, links=True, buffering=PIECE)
    except OSError as trouble:
        raise _cannot_read(trouble) from trouble
    with source:
        yield _Source(source, progress, heard)


class _Source:
    def __init__(self, file: BinaryIO, progress: Progress, heard: Heard | None) -> None:
        self._file, self._progress, self._heard = file, Paced(progress), heard
        self._done, self._total = 0, os.fstat(file.fileno()).st_size

    def read(self, size: int = -1, /) -> bytes:
        try:
            piece = self._file.read(size)
        except OSError as trouble:
            raise _cannot_read(trouble) from trouble
        self._done += len(piece)
        if self._heard:
            self._heard(piece)
        self._progress(self._done, self._total, "Reading")
        return piece


def _cannot_read(trouble: OSError) -> CannotRead:
    return CannotRead(f"The archive cannot be read: {trouble.strerror}.")
