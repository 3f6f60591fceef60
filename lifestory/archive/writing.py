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
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from lifestory import assets
from lifestory.archive import manifest, tarball
from lifestory.archive.landing import Progress, new_file, silent
from lifestory.archive.names import told_apart
from lifestory.archive.openfolder import Leaf, Parcel, write_open_folder
from lifestory.archive.reading_v1 import KEY, README, STORY, TOP, Key, Passphrase, verify_archive
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.sealing.passphrase import wrap
from lifestory.sealing.streams import check_recipient, new_identity, seal_stream


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
        story = _Flowing(_story(parcel, books, envelope), total, progress)
        with made.open("r+b") as file:
            _write_tar(file, envelope, story, [fresh.recipient, *to])
            file.flush()
            os.fsync(file.fileno())
        verified = verify_archive(made, key, progress)
        with made.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            written = Written(len(verified.files), file.tell(), digest)
    return written


def _write_tar(
    file: BinaryIO, envelope: Mapping[str, bytes], story: _Flowing, recipients: Sequence[str]
) -> None:
    for name, content in envelope.items():
        file.write(tarball.short_header(name, len(content)) + content)
        file.write(tarball.padding(len(content)))
    start = file.tell()
    file.write(tarball.short_header(STORY, 0))
    try:
        seal_stream(cast(BinaryIO, story), file, recipients)
    except Exception:
        if story.failure:
            raise story.failure from None
        raise
    size = file.tell() - start - tarball.BLOCK
    file.write(tarball.padding(size) + tarball.END)
    file.seek(start)
    file.write(tarball.short_header(STORY, size))


def _story(
    parcel: Parcel, books: Iterable[tuple[str, bytes]], envelope: Mapping[str, bytes]
) -> Iterator[bytes]:
    """The tar of the bag, piece by piece: tag files, payload, manifests."""
    sums: dict[str, manifest.Sums] = {}
    for leaf in _tags(manifest.first_tags(envelope)):
        yield from _in_tar(leaf, sums)
    for leaf in write_open_folder(parcel):
        yield from _in_tar(replace(leaf, name=manifest.PAYLOAD + leaf.name), sums)
    names: list[str] = []
    for name, pdf in books:
        names = told_apart([*names, name])
        book = Leaf(f"{manifest.PAYLOAD}books/{names[-1]}", len(pdf), partial(io.BytesIO, pdf))
        yield from _in_tar(book, sums)
    for leaf in _tags(manifest.manifests(sums)):
        yield from _in_tar(leaf, sums)
    yield tarball.END


def _tags(texts: Mapping[str, bytes]) -> Iterator[Leaf]:
    for name, text in texts.items():
        yield Leaf(name, len(text), partial(io.BytesIO, text))


def _in_tar(leaf: Leaf, sums: dict[str, manifest.Sums]) -> Iterator[bytes]:
    yield tarball.header(TOP + leaf.name, leaf.bytes)
    summing = manifest.Summing()
    with leaf.open() as source:
        while piece := source.read(tarball.PIECE):
            summing.add(piece)
            yield piece
    sums[leaf.name] = summing.sums()
    if sums[leaf.name].bytes != leaf.bytes:
        raise ChangedOriginal
    if leaf.sha256 is not None and sums[leaf.name].sha256 != leaf.sha256:
        raise ChangedOriginal
    yield tarball.padding(leaf.bytes)


class _Flowing:
    """Pieces as a file to read from; remembers its own trouble, which the sealing room, reading
    through another library, cannot hand on."""

    def __init__(self, pieces: Iterator[bytes], total: int, progress: Progress) -> None:
        self.failure: Exception | None = None
        self._pieces, self._total, self._progress = pieces, total, progress
        self._piece, self._done = memoryview(b""), 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most `size`; b"" at the end."""
        try:
            while not self._piece:
                self._piece = memoryview(next(self._pieces))
                self._done += len(self._piece)
                self._progress(min(self._done, self._total), self._total, "Writing")
        except StopIteration:
            return b""
        except Exception as failure:
            self.failure = failure
            raise
        size = len(self._piece) if size < 0 else size
        part, self._piece = self._piece[:size], self._piece[size:]
        return bytes(part)
