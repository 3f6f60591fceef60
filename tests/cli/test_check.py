"""`lifestory check`: every finding named, the finished PDF read back."""

from __future__ import annotations

from typing import Any

from lifestory.app.arranging_book import add_page
from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.domain.arrangement import Edition

KEYS = {"check", "page", "found", "remedy", "state"}


def prepared(desk: Any, *kinds: str) -> str:
    """A child with an edition of these pages; the reference."""
    desk.here("child", "add", desk.store, "--name", "Robin", "--born", "14 March 2017")
    (line,) = desk.here("child", "list", desk.store, "--json").lines
    reference = str(line["reference"])
    with open_store(desk.store, desk.passphrase_file.read_text().splitlines()[0]) as store:
        robin = find_child(store, reference)
        edition = Edition(name="tried", child=robin.id, about=frozenset({robin.id}))
        with robin.case.change("Add an edition") as change:
            change.add(edition)
        for kind in kinds:
            add_page(robin.case, edition.id, kind)
    return reference


def test_a_book_in_order_leaves_nothing_open(desk: Any) -> None:
    reference = prepared(desk, "cover", "title")
    ended = desk.here("check", desk.store, reference, "--edition", "tried")
    assert (ended.status, ended.out) == (0, "Nothing is open. 2 pages read back.\n")
    assert desk.here("check", desk.store, reference, "--edition", "tried", "--json").out == ""


def test_what_is_found_is_a_line_of_the_contract_and_a_status(desk: Any) -> None:
    reference = prepared(desk, "cover", "photos")
    ended = desk.here(
        "check", desk.store, reference, "--edition", "tried", "--printer", "booklet", "--json"
    )
    assert ended.status == 1
    assert {one["check"] for one in ended.lines} >= {"slots", "sheets"}
    assert all(one.keys() == KEYS and one["state"] == "open" for one in ended.lines)
    (slot,) = [one for one in ended.lines if one["check"] == "slots"]
    assert slot["found"] == "This page needs a photo, and has none."
    said = desk.here("check", desk.store, reference, "--edition", "tried")
    assert "slots: This page needs a photo, and has none. Choose what fills it" in said.out


def test_printing_says_how_much_is_worth_a_look_and_is_done_all_the_same(desk: Any) -> None:
    reference = prepared(desk, "cover", "photos")
    target = desk.folder / "book.pdf"
    ended = desk.here("book", desk.store, reference, "--edition", "tried", "-o", target)
    assert ended.status == 0
    assert "Worth a look: 1; `lifestory check` names them." in ended.out


def test_an_edition_that_is_not_there_is_a_trouble(desk: Any) -> None:
    reference = prepared(desk, "cover")
    ended = desk.here("check", desk.store, reference, "--edition", "another")
    assert ended.status == 2
    assert "There is: tried" in ended.err
