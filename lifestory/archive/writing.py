"""Writes an archive: a plain tar of README.txt, key.age and story.age. Source: DESIGN §2.

story.age is sealed to an identity made for this one archive and to every recipient; key.age is
that identity, locked with the passphrase. Everything flows: only child.json and one piece of a
file at a time are in memory, and nothing in plain touches the disk.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from lifestory import assets
from lifestory.archive import manifest, tarball
from lifestory.archive.landing import Paced, Progress, new_file, silent
from lifestory.archive.names import told_apart
from lifestory.archive.openfolder import Leaf, Parcel, write_open_folder
from lifestory.archive.reading_v1 import KEY, README, STORY, TOP, Key, Passphrase, verify_archive
from lifestory.archive.summing import Beside, Summing
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.sealing.passphrase import wrap
from lifestory.sealing.streams import Identity, check_recipient, new_identity, sealing


class NobodyCouldOpen(LifestoryError):
    """An archive with neither a passphrase nor a recipient."""

    message = "Nobody could open this archive."
    remedy = "Nothing has been written. Give a passphrase, a recipient's public key, or both."


class ChangedOriginal(LifestoryError):
    """The file of an original is not what its record says."""

    message = "An original is damaged: it is not what was kept."
    remedy = "No archive has been written. Bring the original back from a backup and try again."


@dataclass(frozen=True)
class Written:
    """A finished archive: files inside it, its own size in bytes, its SHA-256 in hexadecimal."""

    files: int
    bytes: int
    sha256: str


_BETWEEN_SYNCS = 2**26
"""Bytes."""


def write_archive(
    parcel: Parcel,
    books: Iterable[tuple[str, bytes]],
    target: Path,
    *,
    passphrase: str | None,
    recipients: Sequence[str],
    work_factor: int | None = None,
    progress: Progress = silent,
) -> Written:
    """Write the case and its books (name, PDF) to `target`, which appears only once it is verified.

    `recipients` are public keys (age1...). Verified means: read again from the disk, with the
    passphrase where there is one. What was at `target` before is replaced then, not earlier.
    Raises NobodyCouldOpen, NotARecipient, ChangedOriginal, CannotWrite; nothing is left behind.
    """
    if not (recipients if passphrase is None else passphrase):
        raise NobodyCouldOpen
    to = [check_recipient(one) for one in recipients]
    fresh = new_identity()
    key: Key = fresh
    envelope = {README: assets.read_bytes("wording", "archive-readme.txt")}
    if passphrase is not None:
        key = Passphrase(passphrase)
        envelope[KEY] = wrap(f"{fresh.secret}\n".encode(), passphrase, work_factor=work_factor)
    total = sum(one.bytes for one in parcel.records if isinstance(one, Original))
    with new_file(target) as made:
        with made.open("r+b", buffering=tarball.PIECE) as file, Summing() as summing:
            story = _story(parcel, books, envelope, summing)
            told = _told(story, total, Paced(progress))
            _write_tar(file, envelope, _synced(told, file), fresh, to)
            file.flush()
            os.fsync(file.fileno())
        with Beside() as beside:
            digest = hashlib.sha256()
            try:
                verified = verify_archive(made, key, progress, partial(beside.add, digest))
            except manifest.NotAsListed as other:
                # Only an original's digest was taken from elsewhere: from its record.
                raise ChangedOriginal from other
            beside.settle()
        return Written(len(verified.files), made.stat().st_size, digest.hexdigest())


def _write_tar(
    file: BinaryIO,
    envelope: Mapping[str, bytes],
    story: Iterable[bytes],
    own: Identity,
    recipients: Sequence[str],
) -> None:
    for name, content in envelope.items():
        file.write(tarball.short_header(name, len(content)) + content)
        file.write(tarball.padding(len(content)))
    start = file.tell()
    file.write(tarball.short_header(STORY, 0))
    sealed = sealing(file, own, recipients)
    for piece in story:
        sealed.write(piece)
    sealed.finish()
    size = file.tell() - start - tarball.BLOCK
    file.write(tarball.padding(size) + tarball.END)
    file.seek(start)
    file.write(tarball.short_header(STORY, size))


def _told(pieces: Iterable[bytes], total: int, progress: Progress) -> Iterator[bytes]:
    """The same pieces, telling how many of `total` bytes have gone by."""
    done = 0
    for piece in pieces:
        done += len(piece)
        progress(min(done, total), total, "Writing")
        yield piece


def _synced(pieces: Iterable[bytes], file: BinaryIO) -> Iterator[bytes]:
    """The same pieces, while what was written before them is synced, so that the end need not wait
    for all of it. Raises the OSError of a sync that failed, for it is told only once."""
    left = _BETWEEN_SYNCS
    with ThreadPoolExecutor(1, thread_name_prefix="syncing") as beside:
        syncing = beside.submit(os.fsync, file.fileno())
        for piece in pieces:
            yield piece
            left -= len(piece)
            if left < 0 and syncing.done():
                syncing.result()
                syncing = beside.submit(os.fsync, file.fileno())
                left = _BETWEEN_SYNCS
        syncing.result()


def _story(
    parcel: Parcel,
    books: Iterable[tuple[str, bytes]],
    envelope: Mapping[str, bytes],
    summing: Summing,
) -> Iterator[bytes]:
    """The tar of the bag, piece by piece: tag files, payload, manifests."""
    for leaf in _tags(manifest.first_tags(envelope)):
        yield from _in_tar(leaf, summing)
    for leaf in write_open_folder(parcel):
        yield from _in_tar(replace(leaf, name=manifest.PAYLOAD + leaf.name), summing)
    names: list[str] = []
    for name, pdf in books:
        names = told_apart([*names, name])
        book = Leaf(f"{manifest.PAYLOAD}books/{names[-1]}", len(pdf), partial(io.BytesIO, pdf))
        yield from _in_tar(book, summing)
    for leaf in _tags(manifest.manifests(summing.sums())):
        yield from _in_tar(leaf, summing)
    yield tarball.END


def _tags(texts: Mapping[str, bytes]) -> Iterator[Leaf]:
    for name, text in texts.items():
        yield Leaf(name, len(text), partial(io.BytesIO, text))


def _in_tar(leaf: Leaf, summing: Summing) -> Iterator[bytes]:
    """A file; an original is listed with the digest in its record, for verifying compares what was
    written with that, and one that is damaged is found before the archive has its name."""
    yield tarball.header(TOP + leaf.name, leaf.bytes)
    summing.begin(leaf.name, leaf.bytes, leaf.sha256)
    read = 0
    with leaf.open() as source:
        while piece := source.read(tarball.PIECE):
            summing.add(piece)
            read += len(piece)
            yield piece
    if read != leaf.bytes:
        raise ChangedOriginal
    yield tarball.padding(leaf.bytes)
