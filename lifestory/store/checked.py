"""What of a backup was verified, and when: a list that lies in it, sealed to the store.

A file that was written and verified once is afterwards known by its size and its time; in turns it
is read again to its end. Without the list, or with one that cannot be read, all is verified anew.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import Identity, seal, unseal
from lifestory.store.copying import digest_of
from lifestory.store.system import write_file

_SLACK = 2 * 10**9
"""Nanoseconds. FAT keeps every other second. In Windows its times are an hour off after the clocks
change: then all is read again, twice a year, which does no harm."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was when it was last read to its end: bytes, nanoseconds, and the SHA-256 of
    its bytes as they lie there; `at` is in seconds UTC."""

    size: int
    mtime: int
    sha256: str
    at: float

    @classmethod
    def of(cls, path: Path, sha256: str, at: float) -> Seen:
        """The file as it is now. Raises OSError."""
        found = path.stat()
        return cls(found.st_size, found.st_mtime_ns, sha256, at)

    def looks_like(self, found: os.stat_result) -> bool:
        """True while size and time are what they were."""
        return found.st_size == self.size and abs(found.st_mtime_ns - self.mtime) <= _SLACK


@dataclass(slots=True)
class Checked:
    """`state` stands for what the newest database holds and `database` for the file itself;
    `erased` for what was erased when the older ones were last gone through; `files` are the
    originals by name."""

    state: str = ""
    erased: str = ""
    database: Seen | None = None
    files: dict[str, Seen] = field(default_factory=dict)

    def copy(self) -> Checked:
        """As it is now, to see later whether there is anything to write."""
        return replace(self, files=dict(self.files))

    def has(self, database: Path) -> bool:
        """True when the newest database is, byte for byte, the one that was verified."""
        return self.database is not None and digest_of(database) == self.database.sha256

    def in_turn(self, before: float) -> list[str]:
        """The names of the originals that were last read before that time, in seconds UTC, the one
        that was read longest ago first."""
        due = [name for name, one in self.files.items() if one.at < before]
        return sorted(due, key=lambda name: self.files[name].at)

    def write(self, path: Path, identity: Identity) -> None:
        """Seals it into the backup. Raises OSError."""
        words = {
            "state": self.state,
            "erased": self.erased,
            "database": _row(self.database) if self.database else None,
            "files": {name: _row(one) for name, one in self.files.items()},
        }
        write_file(path, seal(json.dumps(words).encode(), [identity.recipient]))


def read_checked(path: Path, identity: Identity) -> Checked:
    """The list of a backup; an empty one when there is none that can be read."""
    try:
        words = json.loads(unseal(path.read_bytes(), identity))
        return Checked(
            str(words["state"]),
            str(words["erased"]),
            Seen(*words["database"]) if words["database"] else None,
            {str(name): Seen(*row) for name, row in words["files"].items()},
        )
    except (OSError, LifestoryError, ValueError, KeyError, TypeError, AttributeError):
        return Checked()


def _row(one: Seen) -> list[Any]:
    return [one.size, one.mtime, one.sha256, one.at]
