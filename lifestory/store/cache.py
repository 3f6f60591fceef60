"""Derived pictures, in a second SQLCipher file that may be deleted at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from lifestory.domain.errors import LifestoryError
from lifestory.store.database import Database
from lifestory.store.troubles import StoreClosed

SIZE_LIMIT = 512 * 1024 * 1024
"""Bytes of pictures."""

_metadata = MetaData()
_picture = Table(
    "picture",
    _metadata,
    Column("key", Text, primary_key=True),
    Column("used", Integer, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
_INSERT = insert(_picture)
_KEEP = _INSERT.on_conflict_do_update(
    set_={name: _INSERT.excluded[name] for name in ("used", "size", "data")}
)
T = TypeVar("T")


class Cache:
    """Keeps what can be made again. From any thread. When it breaks it starts empty, and when it
    can't be written it keeps nothing: a cache is never a trouble."""

    def __init__(self, path: Path, key: bytes, *, size_limit: int = SIZE_LIMIT) -> None:
        self._path = path
        self._key = key
        self._limit = size_limit
        self._lock = threading.RLock()
        self._used: dict[str, int] = {}
        self._clock = self._size = 0
        self._database: Database | None = None
        self._closed = False

    def get(self, key: str) -> bytes | None:
        """What was put under this key, if it is still there."""
        with self._lock:
            data = self._safely(lambda database: _fetch(database, key))
            if data is not None:
                self._clock += 1
                self._used[key] = self._clock
            return data

    def there(self, keys: Collection[str]) -> frozenset[str]:
        """Which of these it has, without reading any."""
        if not keys:
            return frozenset()
        wanted = select(_picture.c.key).where(_picture.c.key.in_(keys))

        def look(database: Database) -> frozenset[str]:
            with database.reading() as connection:
                return frozenset(connection.execute(wanted).scalars())

        with self._lock:
            return self._safely(look) or frozenset()

    def put(self, key: str, data: bytes) -> None:
        """Keeps it, in place of what has not been used for longest."""
        self.put_all({key: data})

    def put_all(self, pictures: Mapping[str, bytes]) -> None:
        """The same for several in one go, at less than half the cost of each by itself."""
        with self._lock:
            self._safely(lambda database: self._store(database, pictures))

    def clear(self) -> None:
        """Forgets everything, file and all."""
        with self._lock:
            self._drop()
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        """Notes what was used lately and closes the file."""
        with self._lock:
            if self._used:
                self._safely(self._note_used)
            self._drop()
            self._closed = True

    def _safely(self, act: Callable[[Database], T]) -> T | None:
        if self._closed:
            raise StoreClosed
        for _ in range(2):
            try:
                return act(self._open())
            except (LifestoryError, DBAPIError, OSError):
                try:
                    self.clear()
                except OSError:
                    return None
        return None

    def _open(self) -> Database:
        if self._database is None:
            # Losing the newest pictures to a power cut costs only making them again.
            self._database = Database(self._path, self._key, synchronous="NORMAL")
            with self._database.writing() as connection:
                _metadata.create_all(connection)
                totals = select(func.sum(_picture.c.size), func.max(_picture.c.used))
                size, clock = connection.execute(totals).one()
            self._size, self._clock = size or 0, clock or 0
        return self._database

    def _drop(self) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None
        self._used.clear()

    def _store(self, database: Database, pictures: Mapping[str, bytes]) -> None:
        self._clock += 1
        there = select(func.sum(_picture.c.size)).where(_picture.c.key.in_(list(pictures)))
        rows = [
            {"key": key, "used": self._clock, "size": len(data), "data": data}
            for key, data in pictures.items()
        ]
        with database.writing() as connection:
            old = connection.execute(there).scalar() or 0
            connection.execute(_KEEP, rows)
        self._size += sum(map(len, pictures.values())) - old
        if self._size > self._limit:
            self._make_room(database)

    def _make_room(self, database: Database) -> None:
        """Down to nine tenths, so that not every picture has to."""
        self._note_used(database)
        with database.writing() as connection:
            oldest = select(_picture.c.key, _picture.c.size).order_by(_picture.c.used)
            for key, size in connection.execute(oldest).all():
                if self._size <= self._limit * 9 // 10:
                    break
                connection.execute(delete(_picture).where(_picture.c.key == key))
                self._size -= size

    def _note_used(self, database: Database) -> None:
        with database.writing() as connection:
            for key, used in self._used.items():
                connection.execute(_picture.update().where(_picture.c.key == key).values(used=used))
        self._used.clear()


def _fetch(database: Database, key: str) -> bytes | None:
    with database.reading() as connection:
        return connection.execute(select(_picture.c.data).where(_picture.c.key == key)).scalar()
