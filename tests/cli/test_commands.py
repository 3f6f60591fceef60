"""The commands one after another, as a script would run them: statuses and JSON lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from lifestory.app.open_store import open_store


def test_a_store_is_made_filled_checked_and_brought_back(desk: Any) -> None:
    desk.run("child", "add", desk.store, "--name", "Robin", "--born", "14 March 2017")
    (robin,) = desk.run("child", "list", desk.store, "--json").lines
    assert robin == {
        "child": robin["child"],
        "reference": robin["reference"],
        "stage": "photos",
        "due": None,
        "working_days_left": None,
        "open_findings": None,
    }
    UUID(robin["child"])

    album = desk.folder / "album"
    album.mkdir()
    (album / "IMG-20240312-WA0007.jpg").write_bytes(desk.picture(1))
    (album / "again.jpg").write_bytes(desk.picture(1))
    (album / "cut.jpg").write_bytes(desk.picture(2)[:300])
    (album / "empty.jpg").write_bytes(b"")
    (album / "enormous.tif").touch()
    with (album / "enormous.tif").open("r+b") as enormous:
        enormous.truncate(700_000_000)
    (album / "notes.txt").write_text("bring the red wellies")
    ended = desk.run("photos", "add", desk.store, robin["reference"], album, "--json")
    assert ended.status == 1
    assert [(Path(line["file"]).name, line["status"]) for line in ended.lines] == [
        ("IMG-20240312-WA0007.jpg", "added"),
        ("again.jpg", "duplicate"),
        ("cut.jpg", "refused"),
        ("empty.jpg", "refused"),
        ("enormous.tif", "refused"),
        ("notes.txt", "refused"),
    ]
    first, second, *refused = ended.lines
    assert first == {
        "file": str(album / "IMG-20240312-WA0007.jpg"),
        "status": "added",
        "reason": "",
        "photo": second["photo"],
        "width": 96,
        "height": 64,
        "taken": "2024-03-12",
        "precision": "day",
        "had_gps": False,
    }
    assert all(
        Path(one["file"]).name in ended.err and one["reason"] in ended.err for one in refused
    )

    (backup,) = desk.run("store", "backup", desk.store, "backup", "--json").lines
    assert backup == {"copied": 1, "already_there": 0, "verified": 1}
    (back,) = desk.run("store", "restore", "backup", "back", "--json").lines
    assert back["verified"] == 1
    check = desk.run("store", "check", "back", "--json")
    assert check.status == 0
    assert all(line.keys() == {"what", "ok", "detail"} and line["ok"] for line in check.lines)

    (sealed,) = (desk.store / "originals").glob("*/*")
    sealed.unlink()
    check = desk.run("store", "check", desk.store, "--json")
    assert check.status == 1
    assert "Found: original" in check.err


def test_key_slots_are_listed_added_and_taken_away(desk: Any) -> None:
    (desk.folder / "sam.txt").write_text("seven green bottles\n")
    (added,) = desk.run(
        "store", "slot-add", desk.store, "--label", "Sam",
        "--new-passphrase-file", "sam.txt", "--json",
    ).lines  # fmt: skip
    slots = desk.run("store", "slots", desk.store, "--json").lines
    assert [slot["label"] for slot in slots if slot["kind"] == "passphrase"].count("Sam") == 1
    assert added in slots
    desk.run("store", "slot-remove", desk.store, "--slot", added["slot"])
    assert added not in desk.run("store", "slots", desk.store, "--json").lines


def test_a_new_passphrase_opens_and_the_old_one_does_not(desk: Any) -> None:
    (desk.folder / "new.txt").write_text("another lamp altogether\n")
    assert (
        desk.run("store", "passphrase", desk.store, "--new-passphrase-file", "new.txt").status == 0
    )
    assert desk.run("child", "list", desk.store).status == 2
    open_store(desk.store, "another lamp altogether").close()


def test_what_is_not_made_yet_is_said_to_be_unknown(desk: Any) -> None:
    for words in (["check"], ["approve"], ["child", "gaps"], ["book", "--pro"]):
        ended = desk.run(*words)
        assert ended.status == 2
        assert "usage: lifestory" in ended.err
