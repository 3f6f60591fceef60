"""Nothing in the folder, in temporary folders, in logs or on a screen tells of a child; and what
was erased is not even there for someone who has the key."""

import dataclasses
import json
import logging
import re
import tempfile
import types
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from lifestory.domain.codec import KINDS, to_json
from lifestory.domain.media import Original
from lifestory.domain.records import Record
from lifestory.store.backup import back_up
from lifestory.store.checking import check
from lifestory.store.keyslots import unlock
from lifestory.store.vault import Vault

PAGE, SALT, RESERVED = 4096, 16, 80
WAL_HEADER, FRAME_HEADER = 32, 24


class Markers:
    """Hands out words that occur nowhere else, and remembers them."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def word(self) -> str:
        self.given.append(one := f"Zmarker{len(self.given):04d}নানিq")
        return f"{one} {one}"  # twice, for the end of a page may cut one in two

    def value(self, hint: Any) -> Any:
        """A value of that type with a marker in every text."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.value(args[0])
        if origin in (Union, types.UnionType):
            return self.value(next(one for one in args if one is not types.NoneType))
        if origin in (tuple, frozenset):
            return origin([self.value(args[0])])
        if origin in (dict, Mapping):
            return {self.value(args[0]): self.word() if args[1] is object else self.value(args[1])}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        if dataclasses.is_dataclass(hint):
            return self.filled(hint)
        made: dict[Any, Callable[[], Any]] = {
            str: self.word, object: self.word, UUID: uuid4, bool: bool, int: int, float: float,
            datetime: lambda: datetime.now(UTC),
        }  # fmt: skip
        return made[hint]() if hint in made else None

    def filled(self, kind: Any) -> Any:
        """A record or a part of one. Dates and numbers stay as they are."""
        hints = get_type_hints(kind, include_extras=True)
        found = {}
        for one in dataclasses.fields(kind):
            value = None if one.name == "id" else self.value(hints[one.name])
            if value is not None:
                found[one.name] = value
        try:
            return kind(**found)
        except Exception:  # a value with rules of its own, such as a date: nothing is typed there
            return kind(*[0] * sum(one.default is dataclasses.MISSING
                                   for one in dataclasses.fields(kind)))  # fmt: skip


def written(*places: Path) -> Iterator[tuple[str, bytes]]:
    for place in places:
        for path in place.rglob("*"):
            yield str(path.relative_to(place)), path.read_bytes() if path.is_file() else b""


def found_in(data: bytes, markers: list[str]) -> set[str]:
    """The markers that occur, in any of the ways a text could be written down."""
    ways = ("utf-8", "utf-16-le", "utf-16-be", "unicode_escape")
    return {one for one in markers if any(one.encode(way) in data for way in ways)}


def leaks(markers: list[str], *places: Path) -> set[str]:
    return {
        marker
        for name, data in written(*places)
        for marker in found_in(name.encode() + b"\n" + data, markers)
    }


def decrypted(folder: Path, key: bytes) -> bytes:
    """Every page of the database and of its log, free pages too. Source: SQLCipher 4's design."""
    data = (folder / "store.db").read_bytes()
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    log = folder / "store.db-wal"
    frames = log.read_bytes()[WAL_HEADER:] if log.exists() else b""
    size = FRAME_HEADER + PAGE
    pages += [frames[at + FRAME_HEADER : at + size] for at in range(0, len(frames), size)]
    return b"".join(plain for page in pages for plain in _plain(page, key))


def _plain(page: bytes, key: bytes) -> Iterator[bytes]:
    iv = page[-RESERVED:][:16]
    for start in (0, SALT):  # page 1 begins with the salt, wherever it lies
        sealed = page[start:-RESERVED]
        opening = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        yield opening.update(sealed) + opening.finalize()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything temporary of this test goes."""
    place = tmp_path / "temporary"
    place.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


def one_of_every_kind(markers: Markers) -> list[Record]:
    return [markers.filled(kind) for kind in KINDS.values()]


def texts(records: list[Record]) -> set[str]:
    """The markers that are in these records."""
    words = json.dumps([to_json(record) for record in records], ensure_ascii=False)
    return set(re.findall(r"Zmarker\d{4}নানিq", words))


def test_the_markers_are_in_every_text_field_of_every_kind() -> None:
    markers = Markers()
    records = one_of_every_kind(markers)
    assert {record.kind for record in records} == set(KINDS)
    empty = [
        f"{record.kind}.{one.name}"
        for record in records
        for one in dataclasses.fields(record)
        if getattr(record, one.name) == "" or not record.extra
    ]
    assert not empty
    assert len(texts(records)) > 60


def test_nothing_on_the_disk_tells_of_a_child(
    tmp_path: Path,
    temporary: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    markers = Markers()
    passphrase = markers.word()
    vault, phrase = Vault.create(tmp_path / "store", passphrase, markers.word(), work_factor=10)
    slots = {markers.word(): markers.word() for _ in range(2)}
    for label, other in slots.items():
        vault.slots.add_passphrase(label, other)
    case = vault.new_case(markers.word())
    records = one_of_every_kind(markers)
    photo = markers.word().encode() * 30_000
    kept = vault.originals.write(photo)
    with case.change(markers.word()) as change:
        change.keep(kept)
        for record in [*records, Original(id=kept.id)]:
            change.add(record)
    vault.cache.put(markers.word(), photo)
    with case.change("Remove") as change:
        for record in records:
            change.remove(record)
    case.undo()
    back_up(vault, tmp_path / "backup")
    searched = (tmp_path / "store", tmp_path / "backup", temporary)
    assert (tmp_path / "store" / "store.db-wal").stat().st_size > 100_000

    assert not leaks([*markers.given, phrase], *searched)
    vault.close()
    assert not leaks([*markers.given, phrase], *searched)
    said = "".join(capfd.readouterr()) + caplog.text
    assert not found_in(said.encode(), markers.given)

    # The same search finds each of them once it is planted, and in what the key opens.
    (temporary / "planted").write_bytes("\n".join(markers.given).encode("utf-16-le"))
    assert leaks(markers.given, *searched) == set(markers.given)
    key, _ = unlock(tmp_path / "store" / "keys", passphrase)
    inside = texts(records) | found_in(" ".join(slots).encode(), markers.given)
    assert found_in(decrypted(tmp_path / "store", key), markers.given) >= inside


def test_what_is_erased_is_gone_also_for_someone_with_the_key(
    tmp_path: Path, passphrase: str, vault: Vault
) -> None:
    markers = Markers()
    case = vault.new_case("R-1")
    records, photo = one_of_every_kind(markers), b"pixels" * 20_000
    kept = vault.originals.write(photo)
    with case.change("Add") as change:
        change.keep(kept)
        for record in [*records, Original(id=kept.id)]:
            change.add(record)
    stays = dataclasses.replace(records[0], id=uuid4(), extra={"kept": (word := "Zstays0001")})
    with case.change("Add another") as change:
        change.add(stays)
    later = [dataclasses.replace(record, extra={"unheard": markers.word()}) for record in records]
    for before, after in zip(records, later, strict=True):
        with case.change("Change") as change:
            change.replace(before, after)
    case.undo()
    case.redo()
    (vault.folder / "snapshots").mkdir()
    vault.database.copy_to(vault.folder / "snapshots" / "version-0.db")
    key, _ = unlock(vault.folder / "keys", passphrase)
    erased = sorted(texts([*records, *later]) - texts([stays]))
    assert found_in(decrypted(vault.folder, key), erased) == set(erased)
    lines = [(line.at, line.who, line.title) for line in case.journal()]

    case.erase([*(record.id for record in records), kept.id])

    now = decrypted(vault.folder, key)
    assert not found_in(now, erased)
    assert kept.sha256.encode() not in now
    assert word.encode() in now
    assert not list(vault.folder.rglob(kept.name))
    assert not (vault.folder / "snapshots").exists()
    assert all(line.ok for line in check(vault))
    assert [(line.at, line.who, line.title) for line in case.journal()][:-1] == lines
    assert not [one for line in case.history(records[3].id) for one in line.changes if one.after]
    assert set(case.records) == {case.id, stays.id}
    assert case.undo_title == "Add another"
    case.undo()
    assert set(case.records) == {case.id}
    assert case.undo_title is None
    vault.close()
    assert not found_in(decrypted(vault.folder, key), erased)
    with Vault.open(vault.folder, passphrase) as again:
        assert again.case(case.id).undo_title is None
        assert again.case(case.id).redo_title == "Add another"
        assert all(line.ok for line in check(again))
