"""New files and folders appear whole or not at all: made under another name, then moved; and
never within a store, which they could destroy or lie in for all to read."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lifestory.domain.errors import LifestoryError

Progress = Callable[[int, int, str], None]
"""Called with (bytes done, bytes in all, what is being done)."""


def silent(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


class Paced:
    """Progress that is told some ten times a second, and whenever there is nothing left to do."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._next = progress, 0.0

    def __call__(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        if now >= self._next or done >= total:
            self._next = now + _BETWEEN
            self._progress(done, total, what)


_BETWEEN = 0.1
"""Seconds between two words about progress."""


class CannotWrite(LifestoryError):
    """The disk is full, the folder is read-only, or the like; the message says which."""

    message = "It could not be written there."
    remedy = "Nothing was left behind. Choose another folder, or make room, and try again."


class FolderInUse(LifestoryError):
    """The folder to open into has something in it."""

    message = "There is already something in that folder."
    remedy = "Nothing has been changed. Choose a new folder."


class InsideStore(LifestoryError):
    """The place to write to lies in the folder of a store, or of a backup of one."""

    message = "That place is inside the folder of a store or a backup."
    remedy = "Nothing has been changed. Choose a folder outside of it."


_MARKER = "lifestory.json"
"""The file that says of a folder that it is a store or a backup."""


def refuse_inside_store(target: Path) -> None:
    """Raises InsideStore when a folder that `target` lies in, by any road to it, is a store or a
    backup. `target` itself may be one, and need not be there."""
    beside = _real(target.absolute().parent)
    around = {beside, *beside.parents, *_real(target).parents}
    if any((folder / _MARKER).is_file() for folder in around):
        raise InsideStore


def _real(path: Path) -> Path:
    """Where it truly lies; unlike Path.resolve this takes links that only lead to each other."""
    return Path(os.path.realpath(path))


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """An empty file beside `target` that only we can read; it becomes `target` at the end.

    On any trouble it is removed, and what was at `target` stays. Raises CannotWrite, InsideStore.
    """
    with _told():
        refuse_inside_store(target)
        handle, name = tempfile.mkstemp(".part", ".archive-", target.parent)
        os.close(handle)
        made = Path(name)
        try:
            yield made
            _move(made, target)
        finally:
            made.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` that only we can read; it becomes `target` at the end.

    On any trouble it is removed with all that is in it. Raises CannotWrite, FolderInUse,
    InsideStore.
    """
    with _told():
        refuse_inside_store(target)
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise FolderInUse
        made = Path(tempfile.mkdtemp(prefix=".opening-", dir=target.parent))
        try:
            yield made
            if target.exists():
                target.rmdir()
            _move(made, target)
        finally:
            if made.exists():
                shutil.rmtree(made)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        reason = trouble.strerror or "the disk refused it"
        raise CannotWrite(f"It could not be written there: {reason}.") from trouble


def _move(made: Path, target: Path) -> None:
    """Rename, and make the rename last. Windows: a virus scanner may hold the file a moment, and
    a folder cannot be synced."""
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ():
        with contextlib.suppress(PermissionError):
            made.replace(target)
            return
        time.sleep(wait)
    made.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
