"""Nothing is ever written into a store but by the store itself, whatever a command is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifestory.app.caseload import add_child
from lifestory.app.first_book import make_first_book
from lifestory.app.open_store import open_store

PASSPHRASE = "a lamp in the window"
INSIDE: dict[str, Callable[[Path], Path]] = {
    "over the database": lambda store: store / "store.db",
    "beside the database": lambda store: store / "mine.pdf",
    "among the originals": lambda store: store / "originals" / "mine.pdf",
    "by a step back": lambda store: store.parent / "elsewhere" / ".." / "store" / "mine.pdf",
    "through a link to the folder": lambda store: store.parent / "link" / "mine.pdf",
    "through a link to the file": lambda store: store.parent / "link.pdf",
    "into a backup": lambda store: store.parent / "backup" / "store.db",
}


@pytest.fixture
def child(desk: Any) -> str:
    """A child with a book in the store, and a backup and links to the store beside it."""
    with open_store(desk.store, PASSPHRASE) as store:
        robin = add_child(store, "Robin")
        make_first_book(robin)
    assert desk.here("store", "backup", desk.store, "backup").status == 0
    (desk.folder / "elsewhere").mkdir()
    try:
        (desk.folder / "link").symlink_to(desk.store, target_is_directory=True)
        (desk.folder / "link.pdf").symlink_to(desk.store / "store.db")
    except OSError:
        pytest.skip("this system does not let us make a link")
    return str(robin.id)


def everything(folder: Path) -> dict[str, bytes | str]:
    """Every file below a folder, and where each link leads, but the lock and the cache."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file() and not path.name.startswith(("cache.db", "lock")):
            found[name] = path.read_bytes()
    return found


def assert_refused(desk: Any, *words: str | Path) -> None:
    """The command says two sentences and ends with 2, and the desk is as it was and sound."""
    before = everything(desk.folder)
    ended = desk.here(*words)
    assert (ended.status, ended.out) == (2, ""), ended
    assert len(ended.err.strip().splitlines()) == 2
    assert "inside the folder of a store" in ended.err
    assert everything(desk.folder) == before
    assert desk.here("store", "check", desk.store).status == 0


@pytest.mark.parametrize("where", INSIDE)
def test_a_book_is_never_put_into_a_store(desk: Any, child: str, where: str) -> None:
    target = INSIDE[where](desk.store)
    assert_refused(desk, "book", desk.store, child, "--edition", "first-book", "-o", target)


@pytest.mark.parametrize("where", ["over the database", "through a link to the folder"])
def test_an_archive_is_never_put_into_a_store(desk: Any, child: str, where: str) -> None:
    target, key = INSIDE[where](desk.store), desk.passphrase_file
    words = ("archive", "write", desk.store, child, "-o", target)
    assert_refused(desk, *words, "--archive-passphrase-file", key)


def test_an_archive_is_never_opened_into_the_folder_of_a_store(desk: Any, child: str) -> None:
    key = ("--archive-passphrase-file", desk.passphrase_file)
    desk.here("archive", "write", desk.store, child, "-o", "robin.tar", *key)
    assert_refused(desk, "archive", "open", "robin.tar", "--folder", desk.store / "opened", *key)


@pytest.mark.parametrize("inside", [".", "demo", "originals/deep/er"])
def test_a_demo_is_never_made_in_a_store(desk: Any, child: str, inside: str) -> None:
    assert_refused(desk, "demo", desk.store / inside)


def test_neither_store_nor_backup_is_made_in_a_store(desk: Any, child: str) -> None:
    assert_refused(desk, "store", "new", desk.store / "another")
    assert_refused(desk, "store", "backup", desk.store, desk.store / "backup")
    assert_refused(desk, "store", "backup", desk.store, desk.folder / "backup" / "another")
    assert_refused(desk, "store", "restore", "backup", desk.store / "back")


def test_a_store_in_a_folder_beside_is_no_reason_to_refuse(desk: Any, child: str) -> None:
    assert desk.here("store", "backup", desk.store, "backup").status == 0
    key = ("--archive-passphrase-file", desk.passphrase_file)
    written = desk.here("archive", "write", desk.store, child, "-o", "robin.tar", *key)
    assert written.status == 0
