"""Originals: evidence, kept bit for bit, each sealed in a file of its own under a random name."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self, cast
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from lifestory.sealing.streams import (
    Damaged,
    Identity,
    WrongKey,
    seal_stream,
    unseal,
    unseal_stream,
    unsealing,
)
from lifestory.store.database import Database
from lifestory.store.system import PART, rename, sync, sync_folder
from lifestory.store.tables import meta, original, record
from lifestory.store.troubles import DamagedOriginal, MissingOriginal, explained

if TYPE_CHECKING:
    from typing_extensions import Buffer


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A sealed file, whole and on the disk. Its id becomes that of the Original record."""

    id: UUID
    name: str
    """Random; its path below originals/ follows from it."""
    sha256: str
    """Of the bytes as they came, in hexadecimal."""
    bytes: int


_ROW = select(original).where(original.c.id == bindparam("key"), ~original.c.doomed)
"""Put together once: a book asks it for every photo."""
_IN_FLIGHT = "in flight"
"""The note of the names under which files are being written that no case knows yet."""
_AT_LEAST = 64
"""Names that are noted at once, for each note waits for the disk."""


class Originals:
    """The sealed files of a store and the rows that know them. From any thread."""

    def __init__(self, database: Database, folder: Path, identity: Identity) -> None:
        self._database = database
        self._folder = folder
        self.identity = identity
        self._noted: list[str] = []
        """Names in the note that are not used yet."""
        self._fresh: set[str] = set()
        """Written, and about to be kept: not left over yet."""

    def write(
        self, data: bytes | BinaryIO, *, key: UUID | None = None, sha256: str = ""
    ) -> KeptFile:
        """Seals, syncs and renames a file; it belongs to no case until a change keeps it.

        `key` is the id it had before, when it comes out of an archive; `sha256` spares hashing
        bytes whose digest is known. A stream is read once, in constant memory. Raises DiskFull,
        ReadOnlyFolder; then nothing is left behind.
        """
        name = self._new_name()
        path = path_of(self._folder, name)
        part = path.with_name(name + PART)
        with explained():
            try:
                # Never the store's own folder: on a drive that was pulled out it would be another.
                for folder in (self._folder, path.parent):
                    folder.mkdir(exist_ok=True)
                with part.open("xb") as target:
                    digest, count = self._seal(data, target, sha256)
                    sync(target)
                rename(part, path)
            except BaseException:
                part.unlink(missing_ok=True)
                path.unlink(missing_ok=True)  # it may have its name, and not be there to stay
                self._fresh.discard(name)
                raise
        return KeptFile(key or uuid4(), name, digest, count)

    def _new_name(self) -> str:
        """A random name that is in the note on the disk: a kill or a power cut before a case knows
        the file, and the next opening removes it."""
        with self._database.turn:
            if not self._noted:
                # As many again as are on their way, so that a case of thousands is noted seldom.
                many = max(_AT_LEAST, len(self._fresh))
                names = [f"{uuid4().hex}.age" for _ in range(many)]
                with self._database.writing() as connection:
                    _note(connection, self._fresh.union(names))
                self._noted = names
            name = self._noted.pop()
            self._fresh.add(name)
            return name

    def _seal(self, data: bytes | BinaryIO, target: BinaryIO, sha256: str) -> tuple[str, int]:
        """The digest and the number of bytes that were sealed."""
        to = [self.identity.recipient]
        if isinstance(data, bytes):
            # In pieces all the same: sealed in one go it keeps Python to itself, and the window,
            # which waits for it, stood still for 70 ms while photos came in.
            seal_stream(io.BytesIO(data), target, to)
            return sha256 or hashlib.sha256(data).hexdigest(), len(data)
        source = _Counted(data)
        seal_stream(source, target, to)  # type: ignore[arg-type]
        return source.digest.hexdigest(), source.bytes

    def read(self, key: UUID) -> bytes:
        """The bytes as they came. Raises MissingOriginal, DamagedOriginal."""
        row = self._row(key)
        with _of_an_original():
            data = unseal(path_of(self._folder, row.name).read_bytes(), self.identity)
        if hashlib.sha256(data).hexdigest() != row.sha256:
            raise DamagedOriginal
        return data

    def read_to(self, key: UUID, target: BinaryIO) -> None:
        """Writes the bytes as they came to `target`, in constant memory.

        Raises MissingOriginal, DamagedOriginal; the latter perhaps after much was written.
        """
        row = self._row(key)
        counted = _Counted(target)
        with _of_an_original(), path_of(self._folder, row.name).open("rb") as source:
            unseal_stream(source, counted, self.identity)  # type: ignore[arg-type]
        if counted.digest.hexdigest() != row.sha256:
            raise DamagedOriginal

    def opened(self, key: UUID) -> BinaryIO:
        """The bytes as some file of ours holds them, to be read forward, in constant memory: each
        is found true to its seal before it is handed on, and whoever reads them compares their
        digest with the record's, for it may be the file of another original.

        Raises MissingOriginal, DamagedOriginal; reading raises DamagedOriginal, too.
        """
        row = self._row(key)
        with _of_an_original(), ExitStack() as stack:
            source = stack.enter_context(path_of(self._folder, row.name).open("rb"))
            plain = unsealing(source, self.identity)
            stack.pop_all()
        return cast(BinaryIO, _Opened(plain))

    def verify(self, key: UUID) -> None:
        """Reads one to its end. Raises MissingOriginal, DamagedOriginal."""
        self.read_to(key, _Nowhere())

    def has_digest(self, case: UUID, sha256: str) -> UUID | None:
        """The id of the original of that case with the very same bytes, if there is one.

        One whose record was undone does not count, so that it can be added again.
        """
        wanted = select(original.c.id).where(
            original.c.case_id == case,
            original.c.sha256 == sha256,
            exists().where(record.c.id == original.c.id),
        )
        with self._database.reading() as connection:
            return connection.execute(wanted.limit(1)).scalar()

    def digest_of(self, case: UUID, key: UUID) -> str | None:
        """The SHA-256 of an original of that case, also of one whose record was undone; None when
        there is no such file."""
        wanted = select(original.c.sha256).where(
            original.c.case_id == case, original.c.id == key, ~original.c.doomed
        )
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

    def keep(self, connection: Connection, case: UUID, kept: Sequence[KeptFile]) -> None:
        """Writes the rows, within the transaction that adds the records."""
        rows = [
            {
                "id": one.id, "case_id": case, "name": one.name, "sha256": one.sha256,
                "bytes": one.bytes, "doomed": False,
            }
            for one in kept
        ]  # fmt: skip
        if rows:
            connection.execute(insert(original), rows)
            self._noted = []  # so that the note is gone as soon as nothing is on its way
            _note(connection, self._fresh.difference(one.name for one in kept))

    def kept(self, kept: Sequence[KeptFile]) -> None:
        """Hears that the transaction is through."""
        self._fresh.difference_update(one.name for one in kept)

    def remove_unkept(self) -> None:
        """Removes what was on its way when the store was last open and did not come to be kept.

        Raises DiskFull, ReadOnlyFolder ...; then the note stays for the next opening.
        """
        with self._database.reading() as connection:
            note = connection.execute(
                select(meta.c.value).where(meta.c.name == _IN_FLIGHT)
            ).scalar()
            if note is None:
                return
            known = _known(connection)
        with explained():
            for name in set(note.split()) - known:
                self._remove(name)
        with self._database.writing() as connection:
            _note(connection, ())

    def _remove(self, name: str) -> None:
        """For good: a file that a power cut brought back would be in no note any more."""
        path = path_of(self._folder, name)
        found = [one for one in (path, path.with_name(name + PART)) if one.exists()]
        for one in found:
            one.unlink()
        if found:
            sync_folder(path.parent)

    def discard(self, kept: Sequence[KeptFile]) -> None:
        """Removes files again when what they were written for was given up; what a change has
        kept after all stays."""
        names = {one.name for one in kept}
        with self._database.reading() as connection:
            known = _known(connection)
        with explained():
            for name in names - known:
                self._remove(name)
        self._fresh -= names

    def doom(self, connection: Connection, case: UUID, keys: Sequence[UUID]) -> None:
        """Marks files for purging, within the transaction that erases their records."""
        for key in keys:
            connection.execute(
                update(original)
                .where(original.c.case_id == case, original.c.id == key)
                .values(doomed=True)
            )

    def purge(self) -> None:
        """Removes the files of the doomed and then their rows; also after a crash in between."""
        with self._database.reading() as connection:
            doomed = connection.execute(select(original.c.name).where(original.c.doomed)).scalars()
            names = doomed.all()
        if not names:
            return
        with explained():
            for name in names:
                path_of(self._folder, name).unlink(missing_ok=True)
        with self._database.writing() as connection:
            connection.execute(delete(original).where(original.c.doomed))

    def left_over(self) -> tuple[Path, ...]:
        """Files that lie here and that no case knows, nor will."""
        # In this order a file that is being written, or kept, meanwhile is not among them.
        found = list(self._folder.glob("*/*")) if self._folder.exists() else []
        fresh = set(self._fresh)
        with self._database.reading() as connection:
            known = _known(connection) | fresh
        return tuple(path for path in found if path.name.removesuffix(PART) not in known)

    def sweep(self) -> None:
        """Removes what is left over. Only an erasure asks for it: what nobody can find could
        not be erased by name."""
        with explained():
            for path in self.left_over():
                path.unlink(missing_ok=True)

    def rows(self) -> list[tuple[UUID, str]]:
        """(id, name) of every original that is to be there."""
        wanted = select(original.c.id, original.c.name).where(~original.c.doomed)
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(original.c.name))
            return [(row.id, row.name) for row in found]

    def _row(self, key: UUID) -> KeptFile:
        with self._database.reading() as connection:
            row = connection.execute(_ROW, {"key": key}).one_or_none()
        if row is None:
            raise MissingOriginal
        return KeptFile(row.id, row.name, row.sha256, row.bytes)


def path_of(folder: Path, name: str) -> Path:
    """Where a sealed file lies: spread over 256 folders, for a folder of thousands is slow."""
    return folder / name[:2] / name


def _known(connection: Connection) -> set[str]:
    """The name of every file that a case knows, the doomed too."""
    return set(connection.execute(select(original.c.name)).scalars())


def _note(connection: Connection, names: Iterable[str]) -> None:
    """Writes down what is on its way; no names, no note."""
    value = " ".join(names)
    if not value:
        connection.execute(delete(meta).where(meta.c.name == _IN_FLIGHT))
        return
    row = put(meta).values(name=_IN_FLIGHT, value=value)
    connection.execute(row.on_conflict_do_update(set_={"value": value}))


@contextmanager
def _of_an_original() -> Iterator[None]:
    """Turns what goes wrong with a sealed file into a trouble with an original."""
    try:
        with explained():
            yield
    except FileNotFoundError:
        raise MissingOriginal from None
    except (Damaged, WrongKey):
        raise DamagedOriginal from None


class _Opened:
    """A file while it is unsealed, whose troubles are those of an original."""

    def __init__(self, plain: BinaryIO) -> None:
        self._plain = plain

    def read(self, size: int = -1, /) -> bytes:
        with _of_an_original():
            return self._plain.read(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._plain.close()


class _Nowhere(io.BytesIO):
    def write(self, data: Buffer) -> int:
        return len(memoryview(data))


class _Counted:
    """A file that is hashed and counted on its way, so that it is read only once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.bytes = 0

    def read(self, size: int = -1) -> bytes:
        return self._count(self._file.read(size))

    def write(self, data: bytes) -> int:
        self._count(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def _count(self, data: bytes) -> bytes:
        self.digest.update(data)
        self.bytes += len(data)
        return data
