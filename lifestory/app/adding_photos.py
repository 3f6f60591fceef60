"""Taking photos in: every good one is kept, each refused one is named, none stops the others.

A file is read once; from those bytes come its digest, what is seen in it, its thumbnail and the
sealed original. Two workers look ahead while this process seals.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from uuid import UUID, uuid4

from lifestory.app.finding_files import files_in, why_not
from lifestory.app.keeping_photos import photos_on, seal
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.app.steady_bytes import as_it_was, steady_bytes
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Original, Photo
from lifestory.photos.framing import MOST_BYTES
from lifestory.photos.refusals import EmptyFile, Refused, TooBig
from lifestory.photos.seen import Seen
from lifestory.store.journal import OpenCase
from lifestory.store.originals import KeptFile

ADDING = "Add photos"
"""The title of that step in the journal."""
_AT_ONCE = 25
"""Files in one commit: a sync of the disk costs as much as a thumbnail. The first is committed by
itself, and then twice as many each time, so that something is seen at once."""
_FILES_AHEAD = 4
"""Files in memory: two being looked at by the workers, two waiting."""
_BYTES_AHEAD = 64_000_000
_STEP = 0.2
"""Seconds between two looks at whether it is to stop, while one picture takes long."""
_CHANGING = "It was being changed while it was read. Add it again when nothing else works on it."


class Status(StrEnum):
    """What became of a file."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PhotoOutcome:
    """What became of one file, or of one page of it. `photo` is None when refused; a duplicate
    names the photo that is already there. Width and height are pixels once upright."""

    file: Path
    status: Status
    reason: str = ""
    photo: UUID | None = None
    width: int = 0
    height: int = 0
    taken: HonestDate = HonestDate()
    had_gps: bool = False
    page: int = 0
    """Counted from 1, where the file has several; 0 for the whole file."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, and what a worker will have seen in it: no look where it was refused
    at once, or where the same bytes came before. A fresh one may still be being written."""

    file: Path
    data: bytes = b""
    digest: str = ""
    refused: str = ""
    fresh: bool = False
    look: Future[Seen] | None = None


def add_photos(
    store: Store,
    case: OpenCase,
    paths: Iterable[Path],
    progress: Progress = silent,
    cancelled: Cancelled = never,
    about: frozenset[UUID] = frozenset(),
) -> Iterator[PhotoOutcome]:
    """Take in files and whole folders; yields an outcome per file, in order, once it is kept, and
    of a file with several pages one for each.

    `about` says whom of the case they show; none means everyone. Never stops at a bad file. What
    was yielded as added stays, also after a cancel, which leaves no file half taken in; all of it
    is one undo.
    Raises LifestoryError when the store itself can keep no more, e.g. on a full disk.
    """
    files = _found(paths, cancelled)
    taking = _TakingIn(store, case, about, cancelled)
    together = 1
    try:
        for done, read in enumerate(_read_ahead(store, files, taking.photos, cancelled), 1):
            with suppress(Stopped):
                taking.take(read)
            progress(done, len(files), "Adding photos")
            if len(taking.outcomes) >= together:
                yield from taking.commit()
                together = min(2 * together, _AT_ONCE)
        yield from taking.commit()
    finally:
        if taking.kept:  # sealed, but the store had no room to commit them
            store.vault.originals.discard(taking.kept)


def _found(paths: Iterable[Path], cancelled: Cancelled) -> list[tuple[Path, str]]:
    """All files of these, so that it can be said how many there are; a whole disk takes a while,
    and may be left."""
    found = []
    for one in files_in(paths):
        if cancelled():
            return []
        found.append(one)
    return found


def _read_ahead(
    store: Store, files: Iterable[tuple[Path, str]], known: Container[str], cancelled: Cancelled
) -> Iterator[_Read]:
    """The files in order, each read once and given to a worker some files before its turn."""
    ahead: deque[_Read] = deque()
    coming: set[str] = set()
    for file, refused in files:
        if cancelled():
            break
        read = _Read(file, refused=refused) if refused else _read(file)
        if not read.refused and read.digest not in known and read.digest not in coming:
            coming.add(read.digest)
            read = replace(read, look=store.workers.submit_look(read.data, file.name))
        ahead.append(read)
        while len(ahead) > _FILES_AHEAD or sum(len(one.data) for one in ahead) > _BYTES_AHEAD:
            yield ahead.popleft()
    yield from ahead  # also when it is to stop: most of it is done


def _read(file: Path) -> _Read:
    try:
        if file.stat().st_size > MOST_BYTES:
            return _Read(file, refused=str(TooBig()))
        steady = steady_bytes(file)
    except OSError as trouble:
        return _Read(file, refused=why_not(trouble))
    if steady is None:
        return _Read(file, refused=_CHANGING)
    data, fresh = steady
    if not data:
        return _Read(file, refused=str(EmptyFile()))
    return _Read(file, data, hashlib.sha256(data).hexdigest(), fresh=fresh)


class _TakingIn:
    """One run of adding: what is in the case already, and the outcomes not yet committed."""

    def __init__(
        self, store: Store, case: OpenCase, about: frozenset[UUID], cancelled: Cancelled
    ) -> None:
        self.store, self.case, self.about, self.cancelled = store, case, about, cancelled
        self.undone_together = uuid4()
        self.photos = _photos_by_digest(case)
        self.refused: dict[str, str] = {}
        self.outcomes: list[PhotoOutcome] = []
        self.records: list[Original | Photo] = []
        self.kept: list[KeptFile] = []
        self.thumbnails: dict[str, bytes] = {}

    def take(self, read: _Read) -> None:
        """Seal a good file; note what becomes of it either way."""
        there = self.photos.get(read.digest)
        refused = read.refused or self.refused.get(read.digest, "")
        if there is not None:
            self.outcomes.append(_duplicate(read.file, self.case.records.find(Photo, there), there))
        elif refused or read.look is None:
            self.outcomes.append(PhotoOutcome(read.file, Status.REFUSED, refused))
        else:
            self._keep(read, read.look)

    def _keep(self, read: _Read, look: Future[Seen]) -> None:
        try:
            seen = self._waited_for(look)
        except Refused as refusal:
            self._refuse(read, str(refusal))
            return
        if read.fresh and not as_it_was(read.file, read.digest):
            self._refuse(read, _CHANGING)
            return
        looked = seen.looked
        pages, refused = self._other_pages(read, len(looked.more))
        kept, original = seal(self.store, read.data, read.digest, read.file, looked, self.about)
        photos, thumbnails = photos_on(original, {0: seen, **pages}, read.file)
        self.thumbnails |= thumbnails
        self.records += [original, *photos]
        self.kept.append(kept)
        self.photos[read.digest] = photos[0].id
        self.outcomes += [_added(read.file, original, photo) for photo in photos] + refused
        if looked.longer:
            self.outcomes.append(_left_out(read.file, len(looked.more) + 1))

    def _other_pages(self, read: _Read, count: int) -> tuple[dict[int, Seen], list[PhotoOutcome]]:
        """The pages after the first, by number counted from 0; one that can't be looked at costs
        itself alone. Raises Stopped."""
        workers, name = self.store.workers, read.file.name
        looks: dict[int, Future[Seen]] = {}
        for number in range(1, count + 1):
            if self.cancelled():
                raise Stopped
            looks[number] = workers.submit_look(read.data, name, number)
        seen, refused = {}, []
        for number, look in looks.items():
            try:
                seen[number] = self._waited_for(look)
            except Refused as refusal:
                why = f"Page {number + 1}: {refusal}"
                refused.append(PhotoOutcome(read.file, Status.REFUSED, why, page=number + 1))
        return seen, refused

    def _waited_for(self, look: Future[Seen]) -> Seen:
        """Raises Stopped, also while a worker is still at it; and Refused."""
        while True:
            try:
                return look.result(_STEP)
            except TimeoutError:
                if self.cancelled():
                    raise Stopped from None

    def _refuse(self, read: _Read, reason: str) -> None:
        """For these bytes, also when they come again."""
        self.refused[read.digest] = reason
        self.outcomes.append(PhotoOutcome(read.file, Status.REFUSED, reason))

    def commit(self) -> Iterator[PhotoOutcome]:
        """Write what was taken in as one step, then say what became of each file."""
        if self.records:
            with self.case.change(ADDING, group=self.undone_together) as change:
                for file in self.kept:
                    change.keep(file)
                for record in self.records:
                    change.add(record)
            self.store.vault.cache.put_all(self.thumbnails)
        said = self.outcomes
        self.outcomes, self.records, self.kept, self.thumbnails = [], [], [], {}
        yield from said


def _photos_by_digest(case: OpenCase) -> dict[str, UUID]:
    """The photo that shows each original of the case, by the digest of its bytes: of several, the
    one of the first page that is not in the bin."""
    digests = {one.id: one.sha256 for one in case.records.of(Original)}
    photos = sorted(case.records.of(Photo), key=lambda one: (one.binned, one.page), reverse=True)
    return {digests[one.original]: one.id for one in photos if one.original in digests}


def _duplicate(file: Path, photo: Photo | None, there: UUID) -> PhotoOutcome:
    lying = photo is not None and photo.binned
    reason = "It is here already, in the bin." if lying else "It is here already."
    return PhotoOutcome(file, Status.DUPLICATE, reason, there)


def _added(file: Path, original: Original, photo: Photo) -> PhotoOutcome:
    width, height = original.size(photo.page)
    return PhotoOutcome(
        file,
        Status.ADDED,
        photo=photo.id,
        width=width,
        height=height,
        taken=photo.taken,
        had_gps=original.had_gps,
        page=photo.page + 1 if original.more else 0,
    )


def _left_out(file: Path, count: int) -> PhotoOutcome:
    why = (
        f"It has more than {count} pages. The first {count} were taken in; save the others as a"
        " document of their own."
    )
    return PhotoOutcome(file, Status.REFUSED, why)
