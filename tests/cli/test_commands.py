"""The commands one after another, as a script would run them: statuses and JSON lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from lifestory.app.editions import add_edition
from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.app.people import add_person
from lifestory.app.photos import mark_face
from lifestory.cli.run import run
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.edits import Region
from lifestory.domain.people import Person


def test_a_store_is_made_filled_checked_and_brought_back(desk: Any) -> None:
    desk.here("child", "add", desk.store, "--name", "Robin", "--born", "14 March 2017")
    (robin,) = desk.here("child", "list", desk.store, "--json").lines
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
    ended = desk.here("photos", "add", desk.store, robin["reference"], album, "--json")
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

    (backup,) = desk.here("store", "backup", desk.store, "backup", "--json").lines
    assert backup == {"copied": 1, "already_there": 0, "verified": 1}
    (back,) = desk.here("store", "restore", "backup", "back", "--json").lines
    assert back["verified"] == 1
    check = desk.here("store", "check", "back", "--json")
    assert check.status == 0
    assert all(line.keys() == {"what", "ok", "detail"} and line["ok"] for line in check.lines)

    (sealed,) = (desk.store / "originals").glob("*/*")
    sealed.unlink()
    check = desk.here("store", "check", desk.store, "--json")
    assert check.status == 1
    assert "Found: original" in check.err


def test_who_made_a_store_without_a_name_is_called_neutrally(desk: Any) -> None:
    assert desk.here("store", "new", "mine").status == 0
    desk.here("child", "add", "mine", "--name", "Robin")
    slots = desk.here("store", "slots", "mine", "--json").lines
    assert [slot["label"] for slot in slots if slot["kind"] == "passphrase"] == ["worker 1"]
    with open_store(desk.folder / "mine", "a lamp in the window") as store:
        (case,) = store.vault.case_ids()
        assert {line.who for line in store.vault.case(case).journal()} == {"worker 1"}


def test_a_child_without_a_book_gets_a_first_one_when_it_is_asked_for(desk: Any) -> None:
    (robin,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    book = ("book", desk.store, robin["child"], "--edition")
    other = desk.here(*book, "at-12", "-o", "a.pdf")
    assert other.status == 2
    assert "--edition first-book" in other.err

    nowhere = desk.here(*book, "first-book", "-o", "no/a.pdf")
    assert nowhere.status == 2
    assert "It has none yet" in desk.here(*book, "at-12", "-o", "a.pdf").err, "none was kept"

    first = desk.here(*book, "first-book", "-o", "a.pdf", "--json")
    assert first.status == 0
    assert first.err == "There was no book yet: first-book was made from what is known.\n"
    assert first.lines[0]["pages"] >= 3
    again = desk.here(*book, "First-Book", "-o", "b.pdf")
    assert (again.status, again.err) == (0, "")
    assert (desk.folder / "a.pdf").read_bytes() == (desk.folder / "b.pdf").read_bytes()
    assert "There is: first-book." in desk.here(*book, "at-12", "-o", "a.pdf").err


def test_a_book_is_printed_as_a_product_and_then_only_what_changed(desk: Any) -> None:
    (robin,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    book = ("book", desk.store, robin["child"], "--edition", "first-book", "--json")
    fields = {"pages", "bytes", "findings", "seconds"}
    proof = desk.here(*book, "--printer", "booklet", "--proof", "-o", "proof.pdf")
    assert proof.status == 0
    whole = desk.here(*book, "--printer", "booklet", "--pages", "changed", "-o", "a.pdf")
    assert whole.status == 0, "a proof is no copy"
    (line,) = whole.lines
    assert (line.keys(), line["pages"] % 4) == (fields, 0)
    none = desk.here(*book, "--printer", "booklet", "--pages", "changed", "-o", "b.pdf")
    assert (none.status, none.out) == (2, "")
    assert "No page has changed" in none.err
    assert not (desk.folder / "b.pdf").exists()

    shop = desk.here(*book, "--printer", "print-shop", "-o", "shop.pdf")
    assert shop.status == 0
    block, cover = shop.lines
    assert (block.keys(), cover.keys(), cover["pages"]) == (fields, fields, 1)
    assert cover["bytes"] == (desk.folder / "shop-cover.pdf").stat().st_size

    wrong = desk.here(*book, "--printer", "fax", "-o", "c.pdf")
    assert wrong.status == 2
    assert "booklet" in wrong.err


def test_a_test_print_shows_how_to_set_the_printer_and_asks_for_no_passphrase(desk: Any) -> None:
    book = ("book", "any-store", "any-child", "--edition", "any", "--printer", "booklet")
    made = desk.here(*book, "--test-print", "-o", "test.pdf", "--json")
    assert made.status == 0
    (line,) = made.lines
    assert line["pages"] == 8, "on two sheets"
    assert line["bytes"] == (desk.folder / "test.pdf").stat().st_size
    both = desk.here(*book, "--test-print", "--proof", "-o", "b.pdf")
    assert both.status == 2
    assert "Leave --proof" in both.err
    assert not (desk.folder / "b.pdf").exists()


def test_someone_who_has_not_allowed_it_is_found_on_the_page_and_not_named(desk: Any) -> None:
    (robin,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    (desk.folder / "a.jpg").write_bytes(desk.picture(1))
    (photo,) = desk.here("photos", "add", desk.store, robin["child"], "a.jpg", "--json").lines
    with open_store(desk.store, "a lamp in the window") as store:
        found = find_child(store, robin["child"])
        kit = add_person(found, Person(given="Kit"))
        mark_face(found.case, UUID(photo["photo"]), kit.id, Region(10, 10, 30, 30))
        page = Block(page_type="photos", slots={"photos": (UUID(photo["photo"]),)})
        one = Section(part=Part.PRESENT, blocks=(page,))
        add_edition(found, Edition(name="book", sections=(one,)))
    made = desk.here(
        "book", desk.store, robin["child"], "--edition", "book", "-o", "b.pdf", "--json"
    )
    assert (made.status, made.lines[0]["findings"]) == (1, 1)
    assert made.err.startswith("Found: page 1: A face in a photo on this page is hidden")
    assert "Kit" not in made.err
    assert (desk.folder / "b.pdf").is_file()


def test_key_slots_are_listed_added_and_taken_away(desk: Any) -> None:
    (desk.folder / "sam.txt").write_text("seven green bottles\n")
    (added,) = desk.here(
        "store", "slot-add", desk.store, "--label", "Sam",
        "--new-passphrase-file", "sam.txt", "--json",
    ).lines  # fmt: skip
    slots = desk.here("store", "slots", desk.store, "--json").lines
    assert [slot["label"] for slot in slots if slot["kind"] == "passphrase"].count("Sam") == 1
    assert added in slots
    desk.here("store", "slot-remove", desk.store, "--slot", added["slot"])
    assert added not in desk.here("store", "slots", desk.store, "--json").lines


def test_a_new_passphrase_opens_and_the_old_one_does_not(desk: Any) -> None:
    (desk.folder / "new.txt").write_text("another lamp altogether\n")
    assert (
        desk.here("store", "passphrase", desk.store, "--new-passphrase-file", "new.txt").status == 0
    )
    assert desk.here("child", "list", desk.store).status == 2
    open_store(desk.store, "another lamp altogether").close()


def test_what_is_not_made_yet_is_said_to_be_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["check"], ["approve"], ["child", "gaps"], ["book", "--pro"]):
        with pytest.raises(SystemExit) as ended:
            run(words)
        assert ended.value.code == 2
        assert "usage: lifestory" in capsys.readouterr().err


def test_the_sample_is_printed_archived_and_opened_elsewhere(desk: Any, sample: Path) -> None:
    (added,) = desk.here("child", "add", desk.store, "--from", sample, "--json").lines
    assert added.keys() == {"child", "records", "originals"}

    book = desk.here(
        "book", desk.store, added["child"], "--edition", "first-book",
        "--pages", "1-2", "-o", "a.pdf", "--json",
    )  # fmt: skip
    assert (book.status, book.err) == (0, "")
    (line,) = book.lines
    assert line.keys() == {"pages", "bytes", "findings", "seconds"}
    assert (line["pages"], line["findings"]) == (2, 0)
    assert line["bytes"] == (desk.folder / "a.pdf").stat().st_size

    (desk.folder / "kites.txt").write_text("three blue kites\n")
    key = ("--archive-passphrase-file", "kites.txt")
    (written,) = desk.here(
        "archive", "write", desk.store, added["child"], "-o", "robin.tar", *key, "--json"
    ).lines
    assert written.keys() == {"archive", "files", "bytes", "sha256"}
    assert written["bytes"] == (desk.folder / "robin.tar").stat().st_size
    verified = desk.here("archive", "verify", "robin.tar", *key, "--json")
    assert len(verified.lines) == written["files"]
    assert all(entry.keys() == {"file", "ok", "detail"} for entry in verified.lines)

    assert desk.here("archive", "open", "robin.tar", "--folder", "opened", *key).status == 0
    assert (desk.folder / "opened" / "child.json").is_file()

    wrong = desk.here(
        "archive", "open", "robin.tar", "--into", desk.store, *key[:1], "passphrase.txt"
    )
    assert (wrong.status, wrong.out) == (2, "")
    assert "passphrase" in wrong.err

    for sealed in (desk.store / "originals").glob("*/*"):
        sealed.unlink()
    cache = [path for path in desk.store.iterdir() if path.name.startswith("cache.db")]
    for path in cache:
        path.unlink()
    missing = desk.here(
        "book", desk.store, added["child"], "--edition", "first-book", "-o", "b.pdf", "--json"
    )
    assert (missing.status, missing.out) == (2, "")
    assert "missing" in missing.err
    assert not (desk.folder / "b.pdf").exists()


def test_the_demo_runs_twice_and_leaves_other_files_alone(desk: Any) -> None:
    first = desk.run("demo", "demo", "--json")
    assert first.status == 0
    slots = list((desk.folder / "demo" / "store" / "keys").glob("*.age"))
    assert slots
    assert all(b" 18\n" in one.read_bytes()[:100] for one in slots), "guessing is slow for users"
    books = [line for line in first.lines if line["kind"] == "book"]
    assert len(books) >= 3
    assert all(Path(desk.folder, line["path"]).is_file() for line in books)
    bytes_before = [Path(desk.folder, line["path"]).read_bytes() for line in books]
    (desk.folder / "demo" / "books" / "mine.txt").write_text("a note of my own")

    second = desk.here("demo", "demo")
    assert second.status == 0
    assert "there already" in second.out
    assert "robin demo passphrase" in second.out
    assert (desk.folder / "demo" / "books" / "mine.txt").is_file()
    assert [Path(desk.folder, line["path"]).read_bytes() for line in books] == bytes_before
