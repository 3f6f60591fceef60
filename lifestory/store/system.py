"""What differs by operating system: the lock, the rename, the sync of a folder, network drives.

The Windows halves are written to its documentation and have not been run there yet.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from lifestory.store.troubles import StoreInUse

REPLACE_TRIES = 20
REPLACE_PAUSE = 0.05
"""Seconds. A virus scanner lets go of a new file well within a second."""


def take_lock(path: Path) -> IO[bytes]:
    """An open handle that holds the store's lock until it is closed, also by a crash.

    Raises StoreInUse.
    """
    handle = path.open("ab")
    try:
        _lock(handle)
    except OSError:
        handle.close()
        raise StoreInUse from None
    return handle


def _lock(handle: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sync(handle: IO[bytes]) -> None:
    """Waits until what was written lies on the disk."""
    handle.flush()
    os.fsync(handle.fileno())


def forget_cached(handle: IO[bytes]) -> None:
    """Asks the system to answer the next read of a file from the medium and not from memory.

    Linux mostly does, for a file that is synced; Windows and macOS offer nothing of the kind, and
    a stick may have a memory of its own: there what is read back may be only what was sent.
    """
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with suppress(OSError):  # it is only a wish
            advise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def rename(source: Path, target: Path) -> None:
    """Puts `source` in the place of `target` in one step and makes that last."""
    for left in reversed(range(REPLACE_TRIES)):
        try:
            os.replace(source, target)  # noqa: PTH105 - the one whose promise we rely on
            break
        except PermissionError:
            if sys.platform != "win32" or not left:
                raise
            time.sleep(REPLACE_PAUSE)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes new and gone names in a folder last. Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_file(path: Path, data: bytes) -> None:
    """A whole file or none: new file, sync, rename. Wiped when it fails."""
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as file:  # a kill may have left one
            file.write(data)
            sync(file)
        rename(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


PART = ".part"
"""Ends the name of a file that is not whole yet."""


def on_network_share(folder: Path) -> bool:
    """True when Windows says that the folder is on another computer. Elsewhere never asked."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.resolve().drive
        remote = 4
        return drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote
        )
    return False
