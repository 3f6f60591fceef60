"""What goes wrong on a desk: a sentence and a remedy on stderr, status 2, nothing changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.cli.run import run
from lifestory.domain.media import Original, Photo

PASSPHRASE = "a lamp in the window"


def sentences(ended: Any) -> list[str]:
    """The two sentences of a known trouble, after checking that it was one."""
    assert (ended.status, ended.out) == (2, ""), ended
    said: list[str] = ended.err.strip().splitlines()
    assert len(said) == 2, said
    assert "Traceback" not in ended.err
    return said


def test_a_wrong_passphrase_is_said_and_changes_nothing(desk: Any) -> None:
    before = desk.contents()
    (desk.folder / "wrong.txt").write_text("not this one\n")
    ended = desk.run(
        "child",
        "add",
        desk.store,
        "--name",
        "Robin",
        "--passphrase-file",
        desk.folder / "wrong.txt",
    )
    assert sentences(ended)[0] == "That passphrase does not open this store."
    assert desk.contents() == before


def test_a_folder_that_is_no_store_is_said_and_stays_empty(desk: Any) -> None:
    sentences(desk.here("child", "list", desk.folder / "nowhere"))
    assert not (desk.folder / "nowhere").exists()


def test_a_store_of_a_newer_version_is_left_alone(desk: Any) -> None:
    marker = desk.store / "lifestory.json"
    words = json.loads(marker.read_text()) | {"layout": 99}
    marker.write_text(json.dumps(words))
    before = desk.contents()
    said = sentences(desk.here("child", "add", desk.store, "--name", "Robin"))
    assert "newer version" in said[0]
    assert desk.contents() == before


def test_a_damaged_page_of_the_database_is_refused_and_left_as_it_is(desk: Any) -> None:
    desk.here("child", "add", desk.store, "--name", "Robin")
    database = desk.store / "store.db"
    broken = bytearray(database.read_bytes())
    broken[len(broken) // 2] ^= 1
    database.write_bytes(broken)
    before = desk.contents()
    said = sentences(desk.here("child", "list", desk.store))
    assert "damaged" in said[0]
    assert "backup" in said[1]
    assert desk.contents() == before


def test_a_missing_original_is_said_and_no_archive_is_left(desk: Any) -> None:
    (robin,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    (desk.folder / "a.jpg").write_bytes(desk.picture(1))
    desk.here("photos", "add", desk.store, robin["child"], "a.jpg")
    (sealed,) = (desk.store / "originals").glob("*/*")
    sealed.unlink()
    before = desk.contents()
    key = ("--archive-passphrase-file", desk.passphrase_file)
    ended = desk.here("archive", "write", desk.store, robin["child"], "-o", "a.tar", *key)
    said = sentences(ended)
    assert said[0] == "The file of an original is missing from the store."
    assert "backup" in said[1]
    assert not (desk.folder / "a.tar").exists()
    assert desk.contents() == before
    assert desk.here("store", "check", desk.store).status == 1


@pytest.mark.parametrize("broken", ["store.db", "keys"])
def test_a_damaged_backup_is_said_and_nothing_is_made_of_it(desk: Any, broken: str) -> None:
    desk.here("child", "add", desk.store, "--name", "Robin")
    desk.here("store", "backup", desk.store, "backup")
    backup = replace(desk, store=desk.folder / "backup")
    if broken == "keys":
        for slot in (backup.store / "keys").iterdir():
            slot.unlink()
        (backup.store / "keys").rmdir()
    else:
        pages = bytearray((backup.store / broken).read_bytes())
        pages[len(pages) // 2] ^= 1
        (backup.store / broken).write_bytes(pages)
    before, mine = backup.contents(), desk.contents()
    said = sentences(desk.here("store", "restore", "backup", "back"))
    assert said[0] == "That backup is damaged."
    assert "Choose another backup" in said[1]
    assert not any((desk.folder / "back").glob("*"))
    assert (backup.contents(), desk.contents()) == (before, mine)
    assert desk.here("store", "backup", desk.store, "backup").status == 0, "it is made good"
    assert desk.here("store", "restore", "backup", "back").status == 0


def test_an_open_folder_that_breaks_the_schema_is_refused_whole(desk: Any) -> None:
    folder = desk.folder / "case"
    folder.mkdir()
    child = {
        "format": "lifestory-case",
        "version": 1,
        "records": {"person": [{"given": "Robin", "born": {"precision": "day", "iso": "soon"}}]},
    }
    (folder / "child.json").write_text(json.dumps(child))
    said = sentences(desk.here("child", "add", desk.store, "--from", folder))
    assert "records/person/0/born" in said[0]
    assert desk.here("child", "list", desk.store, "--json").lines == []


def test_a_second_process_is_told_that_the_store_is_open(desk: Any) -> None:
    with open_store(desk.store, PASSPHRASE):
        said = sentences(desk.run("child", "list", desk.store))
    assert "already open" in said[0]
    assert desk.run("child", "list", desk.store).status == 0


def test_a_child_that_is_not_there_is_said(desk: Any) -> None:
    sentences(desk.here("book", desk.store, "C-0000", "--edition", "first", "-o", "book.pdf"))
    assert not (desk.folder / "book.pdf").exists()


def test_half_a_letter_from_the_terminal_is_no_name(
    desk: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["child", "add", str(desk.store), "--name", "Rob\udcff"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "--name: is not written in UTF-8" in said
    assert "Rob" not in said


def test_without_a_terminal_or_a_file_no_passphrase_is_waited_for(desk: Any) -> None:
    desk.passphrase_file.write_text("\n")
    assert "first line is empty" in sentences(desk.here("child", "list", desk.store))[0]


def on_a_small_disk(small: Path, store: Path, after: Path) -> str:
    """Runs a command with the store copied on to a disk of 1 MB, and copies it back out."""
    small.mkdir()
    return f"""
        mount -t tmpfs -o size=1m none {small}
        cp -r {store} {small}/store
        "$@" || status=$?
        cp -r {small}/store {after}
        exit $status"""


def test_a_full_disk_is_said_and_what_was_there_is_still_there(
    desk: Any, mounted: Callable[..., list[str]], sample: Path
) -> None:
    small, after = desk.folder / "small", desk.folder / "after"
    (robin,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    before = desk.contents()
    under = mounted(on_a_small_disk(small, desk.store, after))
    ended = desk.run("child", "add", small / "store", "--from", sample, before=under)
    assert "full" in sentences(ended)[0]
    # The database has noted which files were on their way, and goes by that when it opens.
    (told,) = desk.here("child", "list", after, "--json").lines
    assert told["child"] == robin["child"]
    assert desk.here("store", "check", after).status == 0
    left = replace(desk, store=after).contents()
    assert {**left, "store.db": b""} == {**before, "store.db": b""}


def test_of_photos_that_find_no_room_those_called_added_are_kept_and_no_half_of_another(
    desk: Any, mounted: Callable[..., list[str]], sample: Path
) -> None:
    small, after = desk.folder / "small", desk.folder / "after"
    (robin,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    under = mounted(on_a_small_disk(small, desk.store, after))
    photos = sample / "originals"
    ended = desk.run(
        "photos", "add", small / "store", robin["child"], photos, "--json", before=under
    )
    added = {line["photo"] for line in ended.lines}
    assert "full" in sentences(replace(ended, out=""))[0]
    with open_store(after, PASSPHRASE) as store:
        case = find_child(store, robin["child"]).case
        assert {str(one.id) for one in case.records.of(Photo)} == added
        assert all(store.vault.originals.read(one.id) for one in case.records.of(Original))
    sealed = [path for path in (after / "originals").rglob("*") if path.is_file()]
    assert len(sealed) == len(added)


def test_a_read_only_folder_is_said(desk: Any, mounted: Callable[..., list[str]]) -> None:
    before = desk.contents()
    guard = f"mount --bind {desk.store} {desk.store}\nmount -o remount,bind,ro {desk.store}"
    sentences(desk.run("child", "add", desk.store, "--name", "Robin", before=mounted(guard)))
    assert desk.contents() == before


def test_without_a_display_the_window_stays_closed_and_says_so(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("there is always a display there")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "display" in sentences(desk.run(desk.store))[0]
