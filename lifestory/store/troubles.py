"""Every known trouble of a store, and the one place where a system's error becomes a sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from lifestory.domain.errors import LifestoryError, NewerFormat
from lifestory.sealing import troubles as sealing


class WrongPassphrase(sealing.WrongPassphrase):
    """No key slot opens with this passphrase."""

    message = "That passphrase does not open this store."


class NoPassphrase(LifestoryError):
    """An empty passphrase would protect nothing."""

    message = "A passphrase is needed, and this one is empty."
    remedy = "Choose three or more words that only you would put together."


class NotAStore(LifestoryError):
    """The folder holds no store."""

    message = "There is no Lifestory store in that folder."
    remedy = "Choose the folder that holds lifestory.json, or make a new store."


class ThisIsABackup(LifestoryError):
    """A backup is never worked in: the next one would overwrite the work."""

    message = "That folder is a backup of a store, not a store to work in."
    remedy = "Restore it to a new folder and open that. The backup has not been touched."


class NotABackup(LifestoryError):
    """The folder holds no backup that was finished and verified."""

    message = "There is no finished backup in that folder."
    remedy = "Choose the folder that a backup was made to."


class NotThisBackup(LifestoryError):
    """The destination holds something other than an earlier backup of this store."""

    message = "That folder holds something else than a backup of this store."
    remedy = "Choose an empty folder outside the store, or the folder of its earlier backup."


class FolderNotEmpty(LifestoryError):
    """A new store needs a folder of its own."""

    message = "There are files in that folder already."
    remedy = "Choose a new or empty folder. Nothing has been changed."


class NewerStore(NewerFormat):
    """The store was last used by a later version."""

    message = "This store was made by a newer version of Lifestory."


class DamagedStore(LifestoryError):
    """The database or every key slot is broken. It is refused and not touched."""

    message = "This store is damaged."
    remedy = (
        "Nothing has been changed. Restore the newest backup to a new folder,"
        " and keep this folder until that is open."
    )


class DamagedBackup(LifestoryError):
    """What was restored from a backup cannot be opened."""

    message = "That backup is damaged."
    remedy = "Nothing has been made of it, and it has not been touched. Choose another backup."


class DamagedGeneration(DamagedBackup):
    """The state of a backup that was asked for is damaged, and an earlier one in it is whole."""

    remedy = (
        "Nothing has been made of it, and it has not been touched. An earlier state in the same"
        " backup is whole: restore that one."
    )


class NoSuchGeneration(LifestoryError):
    """The backup holds no state of the time that was asked for."""

    message = "That backup holds no state of that time."
    remedy = "List the times it holds, and choose one of them."


class BackupInUse(LifestoryError):
    """Another program is writing to the same backup."""

    message = "Another window or command is writing to that backup just now."
    remedy = "Wait until it is done and try again. Nothing has been changed."


class BackupGone(LifestoryError):
    """The drive was pulled out while a backup was written, or the folder was moved."""

    message = "The folder of the backup is no longer there."
    remedy = "Connect the drive and back up again. The earlier backup on it is as it was."


class DamagedSlot(LifestoryError):
    """A key slot is broken, and what was typed opens none of the others."""

    message = "That does not open this store, but one of its key slots is damaged."
    remedy = (
        "If the passphrase was right, use the recovery phrase, or restore the newest backup"
        " to a new folder. Nothing has been changed."
    )


class MissingOriginal(LifestoryError):
    """The sealed file of an original is gone."""

    message = "The file of an original is missing from the store."
    remedy = "Run the check of the store, and restore the newest backup to a new folder."


class DamagedOriginal(LifestoryError):
    """The sealed file of an original was changed."""

    message = "The file of an original is damaged."
    remedy = "Run the check of the store, and restore the newest backup to a new folder."


class DiskFull(LifestoryError):
    """There is no room left."""

    message = "The disk is full."
    remedy = "Make room on it and try again. What was saved before is safe."


class DiskTrouble(LifestoryError):
    """The disk refused to read or write."""

    message = "The disk could not be read or written."
    remedy = "Check that it is connected and has room, then try again. What was saved is safe."


class ReadOnlyFolder(LifestoryError):
    """The folder may not be written to."""

    message = "That folder cannot be written to."
    remedy = "Move it to where you may write, or ask whoever looks after the computer."


class StoreInUse(LifestoryError):
    """Another process has the store open."""

    message = "This store is already open in another window or command."
    remedy = "Close the other one and try again. Nothing has been changed."


class NetworkShare(LifestoryError):
    """A share breaks the locks that keep a store whole."""

    message = "That folder is on a network share, where a store is not safe."
    remedy = "Choose a folder on this computer, and put backups on the share."


class StoreClosed(LifestoryError):
    """The store was used after it was closed."""

    message = "The store has been closed."
    remedy = "Open it again with your passphrase. What was saved is safe."


class LastSlot(LifestoryError):
    """Without this slot no passphrase would open the store any more."""

    message = "That is the last passphrase that opens this store."
    remedy = "Add another passphrase first, then remove this one."


class NoSuchSlot(LifestoryError):
    """There is no such key slot, or none that could be meant."""

    message = "There is no such key slot."
    remedy = "List the key slots of the store and choose one of them."


class ChangedSince(LifestoryError):
    """The record is no longer as the one who changes it saw it."""

    message = "That has been changed since it was shown."
    remedy = "Look at it again and repeat the change. Nothing has been overwritten."


class AlreadyThere(LifestoryError):
    """A case, record or original with this id is in the store already."""

    message = "That is in this store already."
    remedy = "Nothing has been changed. Open the one that is there."


class ErasureUnfinished(LifestoryError):
    """Records and journal are clear of it; a file that could not be removed may hold it still."""

    message = "It is erased, but not every old copy in the store's folder could be removed yet."
    remedy = "Close the store and open it again: that removes the rest. `store check` says when."


class NothingToUndo(LifestoryError):
    """There is no change left to take back, or to make again."""

    message = "There is nothing to undo or redo."
    remedy = "Go on working; nothing has been changed."


class SomethingSince(LifestoryError):
    """What was to be taken back is not the newest step any more."""

    message = "Something else was done since."
    remedy = "Undo takes back one step after another, the newest first."


_BY_ERRNO: dict[int, type[LifestoryError]] = {
    errno.ENOSPC: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyFolder,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EEXIST: ReadOnlyFolder,  # a file lies where the folder would be
    errno.EISDIR: ReadOnlyFolder,  # a folder lies where the file would be
    errno.ENOTDIR: ReadOnlyFolder,
    errno.EIO: DiskTrouble,
}
if hasattr(errno, "EDQUOT"):  # not on Windows
    _BY_ERRNO[errno.EDQUOT] = DiskFull

# The name of SQLite's primary error code and the start of what it says.
_BY_SQLITE: tuple[tuple[str, type[LifestoryError]], ...] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR", DiskTrouble),
    ("SQLITE_READONLY", ReadOnlyFolder),
    ("SQLITE_CANTOPEN", ReadOnlyFolder),
    ("SQLITE_PERM", ReadOnlyFolder),
    ("SQLITE_CORRUPT", DamagedStore),
    ("SQLITE_NOTADB", DamagedStore),
    ("SQLITE_BUSY", StoreInUse),
    ("SQLITE_CONSTRAINT UNIQUE", AlreadyThere),
)
_NAMELESS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
}
"""What SQLite's backup says: its errors come without a code."""


@contextmanager
def explained() -> Iterator[None]:
    """Turns errors of the system and the database into our troubles.

    The cause is left out, for its text can hold paths. What has no sentence passes as it is.
    """
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(cause, "sqlite_errorname", None) or _NAMELESS.get(str(cause), "")
        said = f"{name} {cause}"
        for start, trouble in _BY_SQLITE:
            if said.startswith(start):
                raise trouble from None
        raise
    except OSError as error:
        if error.errno in _BY_ERRNO:
            raise _BY_ERRNO[error.errno] from None
        raise
