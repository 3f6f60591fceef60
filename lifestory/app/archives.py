"""A child's archive: written, verified, listed, opened into a folder or a store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from lifestory.app.books import NothingToPrint, editions, make_book
from lifestory.app.comparing import Comparison
from lifestory.app.copies import Form, remember_file
from lifestory.app.council_keys import label_of
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, never, silent, stoppable
from lifestory.app.taking_in import TakenIn, compared_with_here, take_in
from lifestory.app.trails import read_trail, trail_of
from lifestory.archive.openfolder import Opener, Parcel
from lifestory.archive.reading_v1 import (
    Entry,
    IdentityKey,
    Key,
    Passphrase,
    Verified,
    list_archive,
    open_archive,
    read_originals,
    verify_archive,
)
from lifestory.archive.trail import Trail
from lifestory.archive.writing import Written, write_archive
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import Errand, FileCopy
from lifestory.domain.life import Source
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.records import Record, Records

__all__ = [
    "Entry", "IdentityKey", "Key", "Looked", "Passphrase", "TakenIn", "Verified", "Written",
    "list_archive", "look_into_archive", "open_archive", "open_into_store", "take_from_archive",
    "trail_in", "verify_archive", "write_child_archive",
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
    """Write everything about this child, every edition of their book, and the trail, to an archive
    that the passphrase or any recipient's key (age1...) opens; `target` appears once it is
    verified, and is noted in the case.

    Raises LifestoryError: nobody could open it, a missing original, a full disk, Stopped; then
    nothing is left behind.
    """
    told = stoppable(progress, cancelled)
    records = tuple(about_this_child(found.case.records, found.id))
    ours = {one.id for one in records}
    trail = trail_of(found, ours, lambda record: _is_theirs(record, found.id))
    written = write_archive(
        Parcel(records, _openers(store, records), trail),
        _books(store, found, told, cancelled),
        target,
        passphrase=passphrase,
        recipients=recipients,
        work_factor=work_factor,
        progress=told,
    )
    to = [label_of(one) for one in recipients]
    remember_file(found.case, Form.ARCHIVE, target, found.id, to=to, sha256=written.sha256)
    return written


def _books(
    store: Store, found: FoundChild, progress: Progress, cancelled: Cancelled
) -> Iterator[tuple[str, bytes]]:
    """Each edition composed anew: a store keeps no PDF, and the same records give the same bytes.
    One in which there is no page yet is no book."""
    for edition in editions(found):
        try:
            book = make_book(store, found.case, edition, progress, cancelled)
        except NothingToPrint:
            continue
        yield f"{edition.name or 'book'}.pdf", book.pdf


def _openers(store: Store, records: Sequence[Record]) -> dict[UUID, Opener]:
    opened = store.vault.originals.opened
    return {one.id: partial(opened, one.id) for one in records if isinstance(one, Original)}


def about_this_child(records: Records, child: UUID) -> Iterator[Record]:
    """What belongs in this child's archive: all of the case but what is a brother's or sister's
    alone, for the one who opens it has no right to that, and what is known only of this store."""
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
    if isinstance(record, FileCopy | Errand):
        return False
    if isinstance(record, Child):
        return record.id == child
    if isinstance(record, Edition) and record.child is not None:
        return record.child == child
    return not record.about or child in record.about


@dataclass(frozen=True, slots=True)
class Looked:
    """An archive that was verified and compared with a store, and not yet taken in. `names` is
    what its children are called, `trail` what its trail says; None where it has none."""

    file: Path
    names: tuple[str, ...] = field(repr=False)
    compared: Comparison = field(repr=False)
    trail: Trail | None
    verified: Verified = field(repr=False)


def look_into_archive(
    store: Store,
    file: Path,
    key: Key,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Looked:
    """What an archive would bring into a store, verified first; nothing is written anywhere.
    Raises LifestoryError: wrong passphrase or key, a changed file, Stopped."""
    verified = verify_archive(file, key, stoppable(progress, cancelled))
    people = {one.id: one for one in verified.records if isinstance(one, Person)}
    children = (one for one in verified.records if isinstance(one, Child))
    found = (people.get(child.person) for child in children)
    return Looked(
        file=file,
        names=tuple(one.called for one in found if one),
        compared=compared_with_here(store, verified.records, verified.trail),
        trail=trail_in(verified),
        verified=verified,
    )


def take_from_archive(
    store: Store,
    looked: Looked,
    theirs: Collection[UUID] = (),
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> TakenIn:
    """Take in what is new of an archive that was looked into, whole or not at all, and of what is
    told differently those whose ids are in `theirs`; the rest stays as it is here. Nothing touches
    the disk in plain. Raises LifestoryError: a file that changed meanwhile, Stopped."""
    told = stoppable(progress, cancelled)

    def originals(take: Callable[[Original, BinaryIO], None]) -> None:
        read_originals(looked.file, looked.verified, take, told)

    return take_in(
        store,
        looked.verified.records,
        originals,
        cancelled=cancelled,
        theirs=theirs,
        trail=looked.verified.trail,
    )


def open_into_store(
    store: Store,
    file: Path,
    key: Key,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    take_theirs: bool = False,
) -> TakenIn:
    """Look into an archive and take in what is new; what is told differently stays as it is here,
    or with `take_theirs` becomes as the archive tells it. Raises as both."""
    looked = look_into_archive(store, file, key, progress, cancelled)
    theirs = {one.theirs.id for one in looked.compared.differing} if take_theirs else ()
    return take_from_archive(store, looked, theirs, progress, cancelled)


def trail_in(verified: Verified) -> Trail | None:
    """What the trail of an archive says, held against itself; None where there is none."""
    return read_trail(verified.trail) if verified.trail else None
