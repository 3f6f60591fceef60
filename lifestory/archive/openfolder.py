"""The open folder: a case as plain files that anyone can read without us. Source: CONTRACT.

`child.json` holds the records, `originals/` the files they name. The name of a file there is the
original's `file_name`, unless another has taken it or some system could not keep it: then the
record says in `stored_as` how it is called there. `trail.jsonl` tells who changed what and when.
"""

from __future__ import annotations

import hashlib
import io
import json
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from lifestory import assets
from lifestory.archive.names import is_safe, same_file, told_apart
from lifestory.archive.plainfiles import open_plain
from lifestory.archive.plainjson import NotPlain, plain_json
from lifestory.archive.trail import MOST_BYTES as MOST_TRAIL
from lifestory.archive.trail import NAME as TRAIL
from lifestory.domain import codec
from lifestory.domain.errors import BrokenRecord, LifestoryError, NewerFormat
from lifestory.domain.media import Original
from lifestory.domain.records import Json, Record

FORMAT = "lifestory-case"
VERSION = 1
MOST_JSON = 32 * 2**20
"""Bytes of child.json that are read: ten thousand records, and no more than memory bears."""
MOST_RECORDS = 100_000
MOST_ORIGINAL = 2**30
"""Bytes of one original; no photo above 400 MiB comes in by itself."""

Opener = Callable[[], BinaryIO]
"""Opens a file from its beginning; whoever calls it closes it."""


class BrokenFolder(LifestoryError):
    """An open folder that breaks its own rules; the message names the place and the reason."""

    message = "This folder is not a whole case."
    remedy = "Nothing has been taken from it. Ask whoever made it for a new copy."


@dataclass(frozen=True)
class Parcel:
    """A case on its way: its records, and for each Original record how to open its file."""

    records: tuple[Record, ...]
    originals: Mapping[UUID, Opener]
    trail: bytes = b""
    """The file trail.jsonl: who changed what and when, where that is known."""


@dataclass(frozen=True)
class Leaf:
    """A file of a folder: its name with / between folders, its size in bytes, how to open it."""

    name: str
    bytes: int
    open: Opener
    sha256: str | None = None
    """What its bytes must come to, in hexadecimal; None where nothing says so."""


@dataclass(frozen=True)
class Found:
    """What a file in originals/ turned out to be: size in bytes, SHA-256 in hexadecimal."""

    bytes: int
    sha256: str


def read_open_folder(folder: Path) -> Parcel:
    """The case in an open folder, also one still inside its unpacked bag.

    Every original is read once and compared with its record; a record without size and digest
    gets them. Raises BrokenFolder, BrokenRecord or NewerFormat with the place and the reason.
    """
    try:
        if (folder / "bagit.txt").is_file():
            folder = _plain_folder(folder, "data")
        records = records_in(_text_in(folder, "child.json", MOST_JSON))
        trail = _text_in(folder, TRAIL, MOST_TRAIL) if _is_there(folder / TRAIL) else b""
        files = _files_in(folder)
        names = names_in(records)
        check_sizes(records, names, {key: path.lstat().st_size for key, path in files.items()})
        found = {key: _measured(path) for key, path in files.items()}
    except OSError as trouble:
        raise BrokenFolder(f"The folder cannot be read: {trouble.strerror}.") from trouble
    whole = tuple(with_digests(records, names, found))
    openers = {key: _opener(files[same_file(name)]) for key, name in names.items()}
    return Parcel(whole, openers, trail)


def write_open_folder(parcel: Parcel) -> Iterator[Leaf]:
    """The files of an open folder, ready to be read one after another, originals sorted by name.

    Sizes of originals are those their records state; whoever reads them checks it.
    """
    originals = [record for record in parcel.records if isinstance(record, Original)]
    names = dict(
        zip((one.id for one in originals), told_apart(o.file_name for o in originals), strict=True)
    )
    texts = {
        "README.txt": assets.read_bytes("wording", "open-folder-readme.txt"),
        "child.json": _child_json(parcel.records, names),
        "child.schema.json": _pretty(schema()),
    }
    if parcel.trail:
        texts[TRAIL] = parcel.trail
    for name, content in texts.items():
        yield Leaf(name, len(content), partial(io.BytesIO, content))
    for original in sorted(originals, key=lambda one: names[one.id]):
        opener = parcel.originals.get(original.id)
        if opener is None:
            raise BrokenFolder("The file of an original is missing.")
        name = f"originals/{names[original.id]}"
        yield Leaf(name, original.bytes, opener, original.sha256)


def schema() -> Json:
    """The JSON Schema of child.json: the codec's, with what only the open folder has."""
    whole: dict[str, Any] = codec.schema()
    whole["additionalProperties"] = False
    whole["$defs"][Original.__name__]["properties"]["stored_as"] = {
        "description": "Its name in originals/, where that is not file_name.",
        "type": "string",
    }
    return whole


def records_in(content: bytes) -> tuple[Record, ...]:
    """The records of a child.json. Raises BrokenFolder, BrokenRecord or NewerFormat."""
    try:
        body = plain_json(content)
    except NotPlain as reason:
        raise BrokenFolder(f"child.json{reason}.") from reason
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise BrokenFolder("child.json: this is not a Lifestory case.")
    version = body.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BrokenFolder("child.json: version is not a whole number from 1.")
    if version > VERSION:
        raise NewerFormat
    if set(body) != {"format", "version", "records"} or not isinstance(body["records"], dict):
        raise BrokenFolder("child.json: format, version and records were expected, no more.")
    if sum(len(one) for one in body["records"].values() if isinstance(one, list)) > MOST_RECORDS:
        raise BrokenFolder("child.json: there are more records in it than in any case.")
    return tuple(_records(body["records"]))


def names_in(records: Iterable[Record]) -> dict[UUID, str]:
    """How each original is called in originals/, by its id. Raises BrokenFolder."""
    names: dict[UUID, str] = {}
    taken: set[str] = set()
    for index, original in enumerate(one for one in records if isinstance(one, Original)):
        name = original.extra.get("stored_as", original.file_name)
        place = f"records/original/{index}"
        if not isinstance(name, str) or not is_safe(name):
            raise BrokenFolder(f"{place}: this cannot be the name of a file in originals/.")
        if same_file(name) in taken:
            raise BrokenFolder(f"{place}: another original has the same file.")
        taken.add(same_file(name))
        names[original.id] = name
    return names


def check_sizes(
    records: Iterable[Record], names: Mapping[UUID, str], sizes: Mapping[str, int]
) -> None:
    """Compares each original with its file, unread. `sizes` in bytes, by `same_file` of the name.

    Raises BrokenFolder for a file that is missing, too large or of another size, and for one that
    no record names.
    """
    if set(sizes) - {same_file(name) for name in names.values()}:
        raise BrokenFolder("originals/: there is a file that no record names.")
    for index, original in enumerate(one for one in records if isinstance(one, Original)):
        place = f"records/original/{index}"
        size = sizes.get(same_file(names[original.id]))
        if size is None:
            raise BrokenFolder(f"{place}: its file is missing from originals/.")
        if (original.bytes or size) != size:
            raise BrokenFolder(f"{place}: its file has another size.")
        if size > MOST_ORIGINAL:
            raise BrokenFolder(f"{place}: its file is larger than any photo.")


def with_digests(
    records: Iterable[Record], names: Mapping[UUID, str], found: Mapping[str, Found]
) -> Iterator[Record]:
    """The records, each original compared with its file. `found` is by `same_file` of the name.

    Raises BrokenFolder as `check_sizes` does, and for a file of other content.
    """
    records = tuple(records)
    check_sizes(records, names, {key: file.bytes for key, file in found.items()})
    index = -1
    for record in records:
        if not isinstance(record, Original):
            yield record
            continue
        index += 1
        file = found[same_file(names[record.id])]
        if (record.sha256.lower() or file.sha256) != file.sha256:
            place = f"records/original/{index}"
            raise BrokenFolder(f"{place}: its file has other content, by its digest.")
        extra = {key: value for key, value in record.extra.items() if key != "stored_as"}
        yield replace(record, bytes=file.bytes, sha256=file.sha256, extra=extra)


def _records(by_kind: Json) -> Iterator[Record]:
    seen: set[UUID] = set()
    for kind, bodies in by_kind.items():
        if kind not in codec.KINDS or not isinstance(bodies, list):
            raise BrokenRecord("records: a list was expected for each kind of record we know.")
        for index, body in enumerate(bodies):
            record = codec.record_from_json(kind, body, f"records/{kind}/{index}")
            if record.id in seen:
                raise BrokenRecord(f"records/{kind}/{index}: another record has this id.")
            seen.add(record.id)
            yield record


def _child_json(records: Iterable[Record], names: Mapping[UUID, str]) -> bytes:
    by_kind: dict[str, list[Any]] = {}
    for record in records:
        body = codec.to_json(record)
        if isinstance(record, Original) and names[record.id] != record.file_name:
            body["stored_as"] = names[record.id]
        by_kind.setdefault(record.kind, []).append(body)
    ordered = {kind: by_kind[kind] for kind in codec.KINDS if kind in by_kind}
    return _pretty({"format": FORMAT, "version": VERSION, "records": ordered})


def _pretty(body: object) -> bytes:
    text = json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""What Windows and macOS leave behind in a folder that was looked at."""


def _files_in(folder: Path) -> dict[str, Path]:
    if not _is_there(folder / "originals"):
        return {}
    originals = _plain_folder(folder, "originals")
    files: dict[str, Path] = {}
    for path in sorted(islice(originals.iterdir(), MOST_RECORDS + 1)):
        key = same_file(path.name)
        if key in _LEFT_BY_SYSTEMS:
            continue
        if key in files:
            raise BrokenFolder("originals/: two names differ only in capitals or accents.")
        files[key] = _regular(path, "originals/")
    return files


def _text_in(folder: Path, name: str, most: int) -> bytes:
    with open_plain(_regular(folder / name, name)) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise BrokenFolder(f"{name} is too large.")
    return content


def _plain_folder(folder: Path, name: str) -> Path:
    inner = folder / name
    if inner.resolve() != folder.resolve() / name or not inner.is_dir():
        raise BrokenFolder(f"{name}/ is not a plain folder.")
    return inner


def _regular(path: Path, place: str) -> Path:
    if not _is_there(path):
        raise BrokenFolder(f"{place} is missing.")
    if not stat.S_ISREG(path.lstat().st_mode):
        raise BrokenFolder(f"{place}: a link or something else that is not a plain file.")
    return path


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _opener(path: Path) -> Opener:
    def opened() -> BinaryIO:
        try:
            return open_plain(path)
        except OSError as trouble:
            raise BrokenFolder("originals/: a file cannot be read any more.") from trouble

    return opened


def _measured(path: Path) -> Found:
    with open_plain(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Found(file.tell(), digest)
