"""The bytes of a file as they were at one moment: what is evidence may not be half of two."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

_TRIES = 3
_RESTED = 2_000_000_000
"""Nanoseconds. The times of a file are too coarse to tell whether one that was written later than
that is still being written; and Windows sets them only when the file is closed."""


def steady_bytes(file: Path) -> tuple[bytes, bool] | None:
    """One version of a file, and True when it was written so lately that it must be asked again
    whether it is `as_it_was`; None when it changes each time it is read. Raises OSError."""
    for _ in range(_TRIES):
        with file.open("rb") as source:
            before = os.fstat(source.fileno())
            data = source.read()
            after = os.fstat(source.fileno())
        if (before.st_size, before.st_mtime_ns) == (len(data), after.st_mtime_ns):
            return data, time.time_ns() - after.st_mtime_ns < _RESTED
    return None


def as_it_was(file: Path, sha256: str) -> bool:
    """True when the file is still what it was when it was read, or is no longer there to ask."""
    try:
        with file.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest() == sha256
    except OSError:
        return True
