"""Open folders laid out to lead elsewhere, to keep us waiting, or to change under our hands."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifestory.app.caseload import add_from_open_folder
from lifestory.archive import openfolder
from lifestory.archive.openfolder import MOST_JSON, MOST_ORIGINAL, MOST_RECORDS
from lifestory.archive.plainfiles import open_plain
from lifestory.archive.trail import MOST_BYTES as MOST_TRAIL
from lifestory.domain.errors import LifestoryError

Refused = Callable[[Path], str]

needs_links = pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")


@pytest.fixture
def handed(good_files: dict[str, bytes], tmp_path: Path) -> Path:
    """A good folder, as it comes out of an archive."""
    folder = tmp_path / "handed over"
    for name, text in good_files.items():
        if name.startswith("story/data/") and "/books/" not in name:
            path = folder / name.removeprefix("story/data/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
    return folder


@pytest.fixture
def refused(doors: Any) -> Refused:
    """Why a folder is refused, quickly and with nothing left of it in the store."""

    def refused(folder: Path) -> str:
        before = {path: path.read_bytes() for path in doors.place.rglob("*") if path.is_file()}
        began = time.process_time()
        with pytest.raises(LifestoryError) as trouble:
            add_from_open_folder(doors.store, folder)
        assert time.process_time() - began < 1
        after = {path: path.read_bytes() for path in doors.place.rglob("*") if path.is_file()}
        assert after == before
        return trouble.value.message

    return refused


def change(folder: Path, **fields: object) -> None:
    """Other words about the one original."""
    path = folder / "child.json"
    body = json.loads(path.read_bytes())
    body["records"]["original"][0].update(fields)
    path.write_bytes(json.dumps(body).encode())


def huge(path: Path, size: int) -> None:
    """A file that claims so many bytes and takes none."""
    with path.open("wb") as file:
        file.truncate(size)


@needs_links
@pytest.mark.parametrize(
    "linked", ["child.json", "trail.jsonl", "originals", "originals/Oma.jpg", "data"]
)
def test_a_link_is_refused_wherever_it_leads(handed: Path, refused: Refused, linked: str) -> None:
    if linked == "data":
        bag = handed.parent / "bag"
        bag.mkdir()
        (bag / "bagit.txt").write_text("BagIt-Version: 1.0\n")
        (bag / "data").symlink_to(handed)
        assert "plain" in refused(bag)
        return
    path = handed / linked
    if path.exists():
        path.rename(handed.parent / "elsewhere")
    path.symlink_to(handed.parent / "elsewhere")
    assert "plain" in refused(handed)


@needs_pipes
@pytest.mark.parametrize("name", ["child.json", "trail.jsonl", "originals/Oma.jpg"])
def test_a_pipe_is_refused_and_not_waited_for(handed: Path, refused: Refused, name: str) -> None:
    (handed / name).unlink(missing_ok=True)
    os.mkfifo(handed / name)
    assert "plain file" in refused(handed)


@pytest.mark.parametrize("name", ["child.json", "originals/Oma.jpg", "originals"])
def test_a_folder_or_a_file_in_the_place_of_the_other_is_refused(
    handed: Path, refused: Refused, name: str
) -> None:
    path = handed / name
    if path.is_dir():
        path.rename(handed.parent / "elsewhere")
        path.write_bytes(b"")
    else:
        path.unlink()
        path.mkdir()
    assert "plain" in refused(handed)


def test_files_of_any_size_are_refused_unread(handed: Path, refused: Refused) -> None:
    change(handed, bytes=0, sha256="")
    huge(handed / "originals" / "Oma.jpg", MOST_ORIGINAL + 1)
    assert "larger than any photo" in refused(handed)
    change(handed, bytes=2**40)
    assert "another size" in refused(handed)
    huge(handed / "trail.jsonl", MOST_TRAIL + 1)
    assert "trail.jsonl is too large" in refused(handed)
    huge(handed / "child.json", 2**30)
    assert "child.json is too large" in refused(handed)
    huge(handed / "child.json", MOST_JSON)
    assert "plain JSON" in refused(handed)


def test_a_size_that_is_not_the_stated_one_is_refused_before_anything_is_read(
    handed: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge(handed / "originals" / "Oma.jpg", MOST_ORIGINAL)
    monkeypatch.setattr(openfolder, "_measured", pytest.fail)
    assert "another size" in refused(handed)


def test_more_files_than_records_could_name_are_not_even_counted(
    handed: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openfolder, "MOST_RECORDS", 5)
    for number in range(50):
        (handed / "originals" / f"{number:03}.jpg").write_bytes(b"")
    assert "no record names" in refused(handed)
    assert MOST_RECORDS > 10_000


@pytest.mark.skipif(sys.platform == "win32" or not os.geteuid(), reason="all may be read here")
@pytest.mark.parametrize("name", ["child.json", "originals/Oma.jpg", "originals"])
def test_what_may_not_be_read_is_said(handed: Path, refused: Refused, name: str) -> None:
    mode = (handed / name).stat().st_mode
    (handed / name).chmod(0)
    try:
        assert "cannot be read" in refused(handed)
    finally:
        (handed / name).chmod(mode)


def put_a_pipe(path: Path) -> None:
    """A pipe where a file was."""
    path.unlink()
    os.mkfifo(path)


def swapped(handed: Path, how: Callable[[Path], object]) -> Callable[..., Any]:
    """Does something to the original after it was measured, before it is taken."""

    def measured(path: Path) -> Any:
        found = true(path)
        how(handed / "originals" / "Oma.jpg")
        return found

    true = openfolder._measured
    return measured


@pytest.mark.parametrize(
    "how",
    [
        Path.unlink,
        lambda path: path.write_bytes(b"another"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes() + b"x"),
        lambda path: (path.unlink(), path.mkdir()),
        pytest.param(
            lambda path: (path.unlink(), path.symlink_to("/etc/hosts")), marks=needs_links
        ),
        pytest.param(put_a_pipe, marks=needs_pipes),
    ],
)
def test_a_file_that_changes_between_two_looks_is_refused(
    handed: Path, doors: Any, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path], object]
) -> None:
    monkeypatch.setattr(openfolder, "_measured", swapped(handed, how))
    sealed = doors.store.folder / "originals"
    before = set(sealed.rglob("*.age")), doors.store.vault.case_ids()
    with pytest.raises(LifestoryError):
        add_from_open_folder(doors.store, handed)
    assert (set(sealed.rglob("*.age")), doors.store.vault.case_ids()) == before
    assert not list(doors.store.folder.rglob("*.part"))


@needs_pipes
def test_a_name_that_comes_to_mean_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    seen = (tmp_path / "file").stat()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(Path, "lstat", lambda path: seen)
    with pytest.raises(OSError, match="plain file"):
        open_plain(tmp_path / "pipe")
