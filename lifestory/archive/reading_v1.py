"""Reads archives of version 1: verifies them whole, and only then hands anything out.

Every way in reads the archive twice: first nothing is kept but the records, then, when the seal,
the bag and the records have all been found true, the files are delivered and compared again.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from lifestory.archive import manifest, tarball
from lifestory.archive.contents import CHILD, MOST_FILES, TRAIL_FILE, is_kept, most_bytes
from lifestory.archive.landing import Progress, new_folder, silent
from lifestory.archive.names import same_file
from lifestory.archive.openfolder import Found, names_in, records_in, with_digests
from lifestory.archive.summing import Summing
from lifestory.archive.tarball import BrokenArchive, Member, Readable
from lifestory.archive.unsealing import Heard, opened
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.records import Record
from lifestory.sealing.passphrase import unwrap
from lifestory.sealing.streams import Identity, read_identity, unsealing

README, KEY, STORY = "README.txt", "key.age", "story.age"
TOP = "story/"
_MOST_OUTSIDE = {README: 64 * 2**10, KEY: 4096}


class NoKeyInside(LifestoryError):
    """A passphrase for an archive that was sealed to public keys only."""

    message = "This archive has no passphrase; it was sealed to somebody's key."
    remedy = "Nothing has been opened. Use the key file of one whom it was sealed to."


@dataclass(frozen=True)
class Passphrase:
    """What opens key.age."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class IdentityKey:
    """A recipient's key: the text of an age key file, or its one line AGE-SECRET-KEY-1..."""

    secret: str = field(repr=False)


Key = Passphrase | IdentityKey | Identity


@dataclass(frozen=True)
class Entry:
    """A file of the case inside an archive: name, size in bytes, SHA-256 in hexadecimal."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Verified:
    """An archive found whole and true, and what is in it."""

    records: tuple[Record, ...] = field(repr=False)
    files: tuple[Entry, ...] = field(repr=False)
    """The open folder's files and books/, in the order in which they come."""
    originals: Mapping[str, Original] = field(repr=False)
    """The original records by the name of their file in `files`."""
    identity: Identity = field(repr=False)
    """What unsealed it, so that no passphrase is stretched twice."""
    trail: bytes = field(default=b"", repr=False)
    """Its trail.jsonl; empty where there is none."""


def verify_archive(
    file: Path, key: Key, progress: Progress = silent, heard: Heard | None = None
) -> Verified:
    """Read the whole archive and check seal, bag, records and originals; writes nothing.

    `heard` gets every byte of the file as it stands on the disk, in order.
    Raises WrongPassphrase, WrongKey, NoKeyInside, Damaged, TooCostly, BrokenArchive,
    BrokenFolder, BrokenRecord, NewerFormat, CannotRead.
    """
    with Summing() as summing, _story(file, key, progress, heard) as story:
        kept: dict[str, bytes] = {}
        for name, member in story.members():
            _take_in(name, member, summing, kept)
        sums = summing.sums()
        manifest.check_bag(sums, kept, story.envelope)
        payload = {
            name.removeprefix(manifest.PAYLOAD): one
            for name, one in sums.items()
            if name.startswith(manifest.PAYLOAD)
        }
        verified = _verified(kept.get(CHILD), payload, story.identity)
        return replace(verified, trail=kept.get(TRAIL_FILE, b""))


def list_archive(file: Path, key: Key, progress: Progress = silent) -> tuple[Entry, ...]:
    """The files of the case in an archive, verified first; raises as `verify_archive`."""
    return verify_archive(file, key, progress).files


def open_archive(file: Path, key: Key, folder: Path, progress: Progress = silent) -> None:
    """Open an archive into a new folder: the open folder, with books/ beside.

    `folder` appears only when all of it is there and true. Raises as `verify_archive`, and
    FolderInUse, CannotWrite; nothing is left behind.
    """
    verified = verify_archive(file, key, progress)
    with new_folder(folder) as made:

        def keep(name: str, stream: BinaryIO) -> None:
            place = made.joinpath(*PurePosixPath(name).parts)
            place.parent.mkdir(exist_ok=True)
            with place.open("xb") as target:
                shutil.copyfileobj(stream, target, tarball.PIECE)

        _again(file, verified, keep, progress)


def read_originals(
    file: Path,
    verified: Verified,
    take: Callable[[Original, BinaryIO], None],
    progress: Progress = silent,
) -> None:
    """Hand each original of a verified archive to `take` as a stream, to be sealed at once.

    A stream is good for the one call. Raises as `verify_archive`, also after some were taken, if
    the archive has changed meanwhile: take them within something that can be given up.
    """

    def hand_over(name: str, stream: BinaryIO) -> None:
        original = verified.originals.get(name)
        if original is not None:
            take(original, stream)

    _again(file, verified, hand_over, progress)


def _verified(
    child: bytes | None, payload: Mapping[str, manifest.Sums], identity: Identity
) -> Verified:
    if child is None:
        raise BrokenArchive("There is no child.json in this archive.")
    stated = records_in(child)
    names = names_in(stated)
    folder = "originals/"
    found = {
        same_file(name.removeprefix(folder)): Found(one.bytes, one.sha256)
        for name, one in payload.items()
        if name.startswith(folder)
    }
    records = tuple(with_digests(stated, names, found))
    by_name = {same_file(folder + name): key for key, name in names.items()}
    originals = {one.id: one for one in records if isinstance(one, Original)}
    return Verified(
        records=records,
        files=tuple(Entry(name, one.bytes, one.sha256) for name, one in payload.items()),
        originals={
            name: originals[by_name[same_file(name)]]
            for name in payload
            if same_file(name) in by_name
        },
        identity=identity,
    )


def _take_in(name: str, member: Member, summing: Summing, kept: dict[str, bytes]) -> None:
    """Add up one file; keep the text of tag files, of child.json and of the trail."""
    keeping, pieces = is_kept(name), []
    summing.begin(name, member.size)
    while piece := member.read(tarball.PIECE):
        summing.add(piece)
        if keeping:
            pieces.append(piece)
    if keeping:
        kept[name] = b"".join(pieces)
    if name == manifest.INFO:
        manifest.check_version(kept[name])


def _again(
    file: Path, verified: Verified, visit: Callable[[str, BinaryIO], None], progress: Progress
) -> None:
    """Second reading: each file of the case to `visit`, compared with the first reading."""
    expected = {entry.name: entry for entry in verified.files}
    with _story(file, verified.identity, progress) as story:
        for whole_name, member in story.members():
            if not whole_name.startswith(manifest.PAYLOAD):
                continue
            name = whole_name.removeprefix(manifest.PAYLOAD)
            entry, stream = expected.pop(name, None), _Summed(member)
            if entry is None or entry.bytes != member.size:
                raise BrokenArchive("This archive was changed while it was being read.")
            with io.BufferedReader(stream, tarball.PIECE) as buffered:
                visit(name, buffered)
                while buffered.read(tarball.PIECE):
                    pass
            if stream.digest.hexdigest() != entry.sha256:
                raise BrokenArchive("This archive was changed while it was being read.")
        if expected:
            raise BrokenArchive("This archive was changed while it was being read.")


class _Summed(io.RawIOBase):
    """A member as a stream for others, added up as they read it."""

    def __init__(self, member: Member) -> None:
        self.digest = hashlib.sha256()
        self._member = member

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        piece = self._member.read(len(into))
        into[: len(piece)] = piece
        self.digest.update(piece)
        return len(piece)


@dataclass
class _Story:
    """An archive while its seal is open."""

    plain: Readable
    envelope: Mapping[str, bytes]
    identity: Identity

    def members(self) -> Iterator[tuple[str, Member]]:
        """Each file of the bag with its name there: one that belongs, no two alike, none too large
        (see `contents`)."""
        seen: set[str] = set()
        for member in tarball.members(self.plain, MOST_FILES):
            name = member.name.removeprefix(TOP)
            most = None if name == member.name else most_bytes(name)
            if most is None:
                raise BrokenArchive("A file in this archive has a name that is not allowed.")
            if member.size > most:
                raise BrokenArchive("A file in this archive is too large.")
            if same_file(name) in seen:
                raise BrokenArchive("Two files in this archive have the same name.")
            seen.add(same_file(name))
            yield name, member


@contextmanager
def _story(
    file: Path, key: Key, progress: Progress, heard: Heard | None = None
) -> Iterator[_Story]:
    """Open the outside, unseal the inside; at the end, nothing may be left over."""
    with opened(file, progress, heard) as source:
        envelope: dict[str, bytes] = {}
        while (member := _next_outside(source, envelope)).name != STORY:
            envelope[member.name] = member.read()
            member.pass_over()
        identity = _identity(key, envelope)
        plain = unsealing(cast(BinaryIO, member), identity)
        yield _Story(plain, envelope, identity)
        if plain.read(1):
            raise BrokenArchive("There is something in this archive after its end.")
        member.pass_over()
        if source.read(len(tarball.END) + 1) != tarball.END:
            raise BrokenArchive("This archive does not end as it should.")


def _next_outside(source: Readable, before: Mapping[str, bytes]) -> Member:
    after = {(): (README,), (README,): (KEY, STORY), (README, KEY): (STORY,)}
    member = tarball.short_member(source, after[tuple(before)])
    if member.size > _MOST_OUTSIDE.get(member.name, member.size):
        raise BrokenArchive(f"{member.name} in this archive is too large.")
    return member


def _identity(key: Key, envelope: Mapping[str, bytes]) -> Identity:
    if isinstance(key, Identity):
        return key
    if isinstance(key, IdentityKey):
        return read_identity(key.secret)
    if KEY not in envelope:
        raise NoKeyInside
    return read_identity(unwrap(envelope[KEY], key.text).decode("ascii", "replace"))
