"""One SQLCipher file behind SQLAlchemy: its settings, its one writer, its checks, its copies."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from lifestory.store.system import PART, rename, sync
from lifestory.store.troubles import DamagedStore, StoreClosed, explained
from lifestory.store.writeahead import log_is_broken

KEY_BYTES = 32
SETTINGS = (
    "PRAGMA cipher_log_level=NONE",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_mode=WAL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
)


def connect(path: Path, key: bytes | bytearray, options: str = "") -> Any:
    """A plain keyed connection without settings. A wrong key shows only at the first read."""
    address = f"{path.absolute().as_uri()}?{options}"
    connection = sqlcipher.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level=NONE")
    # SQLCipher writes over its keys when it closes. cipher_memory_security would do so with every
    # page, too, and costs a book of photos a twelfth more work: measured, and left off.
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return connection


class Database:
    """Reads from any thread; writes one at a time. Errors come out as our troubles."""

    def __init__(self, path: Path, key: bytes, *, synchronous: str = "FULL") -> None:
        """`key` is raw, 32 random bytes. FULL keeps what was confirmed through a power cut."""
        assert len(key) == KEY_BYTES
        self.path = path
        self._key = bytearray(key)
        self._synchronous = synchronous
        self._closed = False
        self.turn = threading.RLock()
        """Held by whoever writes; taken earlier by a change, so that what it reads stays so."""
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=self._connect,
            poolclass=QueuePool,
            hide_parameters=True,  # an error's text must not hold a child's life
        )
        # Without a BEGIN of our own, DDL would escape the transaction.
        event.listen(self._engine, "begin", _begin)

    def _connect(self) -> Any:
        if self._closed:
            raise StoreClosed
        connection = connect(self.path, self._key)
        for setting in (*SETTINGS, f"PRAGMA synchronous={self._synchronous}"):
            connection.execute(setting).fetchall()
        return connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        with self._told_apart(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: everything in it is on the disk when this returns, or nothing is."""
        with self.turn, self._told_apart(), self._engine.connect() as connection:
            connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    @contextmanager
    def _told_apart(self) -> Iterator[None]:
        """A disk that was pulled out is no damage, and no reason to go back to a backup."""
        try:
            with explained():
                yield
        except DamagedStore:
            self._engine.dispose()  # the cipher never works again where it once failed to read
            expect_readable(self.path)
            raise

    def problems(self) -> tuple[str, ...]:
        """What the cipher's and SQLite's own checks find wrong; nothing when all is well.

        Both, for each catches what the other calls good. Raises DiskTrouble when the disk does
        not give the file.
        """
        found = (*cipher_problems(self.path, bytes(self._key)), *self._sqlite_problems())
        if found:
            expect_readable(self.path)
        return found

    def _sqlite_problems(self) -> tuple[str, ...]:
        try:
            with explained(), closing(self._connect()) as connection:
                found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
                found += [
                    f"a row of {row[0]} points nowhere"
                    for row in connection.execute("PRAGMA foreign_key_check")
                ]
        except DamagedStore as trouble:
            return (trouble.message,)
        return tuple(line for line in found if line != "ok")

    def settle(self) -> None:
        """Moves the write-ahead log into the file and empties it."""
        with self.turn, self._told_apart(), closing(self._connect()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def copy_to(self, target: Path) -> None:
        """A whole, settled copy under the same key, by SQLite's backup API; others go on working.

        Appears under its name only when it is complete.
        """
        part = target.with_name(target.name + PART)
        part.unlink(missing_ok=True)
        try:
            with self._told_apart():
                with closing(self._connect()) as source, closing(connect(part, self._key)) as copy:
                    source.backup(copy)
                with part.open("rb+") as file:
                    sync(file)
                rename(part, target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise

    def copied_at(self, path: Path) -> Database:
        """The copy that `copy_to` made, opened: it has the same key."""
        return Database(path, bytes(self._key))

    def close(self) -> None:
        """Settles and closes every connection, and writes over the key."""
        self._closed = True
        self._engine.dispose()
        self._key[:] = bytes(KEY_BYTES)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def cipher_problems(path: Path, key: bytes) -> tuple[str, ...]:
    """Pages of the file that were changed since they were written. Touches nothing at all.

    Raises DiskTrouble when the disk does not give the file.
    """
    if not path.exists() or not path.stat().st_size:
        return ("the database is missing",)
    try:
        with explained(), closing(connect(path, key, "mode=ro&immutable=1")) as connection:
            found = tuple(row[0] for row in connection.execute("PRAGMA cipher_integrity_check"))
            # The first real read also notices a file that was cut short between two pages.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except DamagedStore as trouble:
        found = (trouble.message,)
    if found:
        expect_readable(path)
    return found


def log_of(path: Path) -> Path:
    """Where what was written last lies while the store is open, and after a crash."""
    return path.with_name(f"{path.name}-wal")


def refuse_damage(path: Path, key: bytes) -> None:
    """Raises DamagedStore, with the file as it was, when any page of it was changed.

    After a crash the log holds the newest pages, and a page half written in the file is made
    good from it; so the log is settled first, as SQLite would at the first read.
    """
    log = log_of(path)
    if log_is_broken(log):
        raise DamagedStore
    if path.exists() and log.exists() and log.stat().st_size:
        database = Database(path, key)
        try:
            database.settle()
        finally:
            database.close()
    if cipher_problems(path, key):
        raise DamagedStore


def expect_readable(path: Path) -> None:
    """Raises DiskTrouble when the disk does not give the file: the cipher calls that damage."""
    with explained():
        for one in (path, log_of(path)):
            if one.exists():
                with one.open("rb") as file:
                    while file.read(1 << 20):
                        pass
