"""A child's archive: written, verified, listed, opened into a folder or a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from lifestory.app.books import editions, make_book
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, never, silent, stoppable
from lifestory.app.taking_in import TakenIn, take_in
from lifestory.archive.openfolder import Opener, Parcel
from lifestory.archive.reading_v1 import (
    Entry,
    IdentityKey,
    Key,
    Passphrase,
    list_archive,
    open_archive,
    read_originals,
    verify_archive,
)
from lifestory.archive.writing import Written, write_archive
from lifestory.domain.arrangement import Edition
from lifestory.domain.life import Source
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child
from lifestory.domain.records import Record, Records

__all__ = [
    "Entry", "IdentityKey", "Key", "Passphrase", "Written", "list_archive", "open_archive",
    "open_into_store", "verify_archive", "write_child_archive",
]  # fmt: skip


def write_child_archive(
    store: Store,
    found: FoundChild,
    target: Path,
    *,
    passphrase: str | None = None,
    recipients: Sequence[str] = (),
    progress: Progress = silent,
    cancelled: Cancelled = never,
    work_factor: int | None = None,
) -> Written:
    """Write everything about this child, and every edition of their book, to an archive that the
    passphrase or any recipient's key (age1...) opens; `target` appears once it is verified.

    Raises LifestoryError: nobody could open it, a missing original, a full disk, Stopped; then
    nothing is left behind.
    """
    told = stoppable(progress, cancelled)
    records = tuple(about_this_child(found.case.records, found.id))
    return write_archive(
        Parcel(records, _openers(store, records)),
        _books(store, found, told, cancelled),
        target,
        passphrase=passphrase,
        recipients=recipients,
        work_factor=work_factor,
        progress=told,
    )


def _books(
    store: Store, found: FoundChild, progress: Progress, cancelled: Cancelled
) -> Iterator[tuple[str, bytes]]:
    for edition in editions(found):
        book = make_book(store, found.case, edition, progress, cancelled)
        yield f"{edition.name or 'book'}.pdf", book.pdf


def _openers(store: Store, records: Sequence[Record]) -> dict[UUID, Opener]:
    def opened(key: UUID) -> BinaryIO:
        return BytesIO(store.vault.originals.read(key))

    return {one.id: partial(opened, one.id) for one in records if isinstance(one, Original)}


def about_this_child(records: Records, child: UUID) -> Iterator[Record]:
    """What belongs in this child's archive: all of the case but what is a brother's or sister's
    alone, for the one who opens it has no right to that."""
    used: set[UUID | None] = set()
    others_use: set[UUID | None] = set()
    for record in records.values():
        if isinstance(record, Photo | Source):
            (used if _is_theirs(record, child) else others_use).add(record.original)
    for record in records.values():
        if isinstance(record, Original) and record.id in others_use - used:
            continue
        if _is_theirs(record, child):
            yield record


def _is_theirs(record: Record, child: UUID) -> bool:
    if isinstance(record, Child):
        return record.id == child
    if isinstance(record, Edition) and record.child is not None:
        return record.child == child
    return not record.about or child in record.about


def open_into_store(
    store: Store,
    file: Path,
    key: Key,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> TakenIn:
    """A new case from an archive, verified first, whole or not at all; nothing touches the disk
    in plain. Raises LifestoryError: wrong passphrase or key, a changed file, already here, Stopped.
    """
    told = stoppable(progress, cancelled)
    verified = verify_archive(file, key, told)

    def originals(take: Callable[[Original, BinaryIO], None]) -> None:
        read_originals(file, verified, take, told)

    return take_in(store, verified.records, originals, cancelled=cancelled)
