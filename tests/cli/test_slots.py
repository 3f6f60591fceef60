"""Who can open a store, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifestory.sealing.streams import new_identity

COUNCIL = new_identity()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """The council's secret key, as age-keygen writes it."""
    file = tmp_path / "council.txt"
    file.write_text(f"# public key: {COUNCIL.recipient}\n{COUNCIL.secret}\n", encoding="utf-8")
    return file


def test_a_store_is_made_with_a_recovery_recipient_and_says_so(desk: Any, key: Path) -> None:
    made = desk.here(
        "store", "new", "other", "--recovery-recipient", COUNCIL.recipient, "--json"
    )  # fmt: skip
    assert made.lines[0]["recovery_recipients"] == ["Recovery key"]
    slots = desk.here("store", "slots", "other", "--json").lines
    (theirs,) = [one["slot"] for one in slots if one["kind"] == "recipient"]
    tried = desk.here(
        "store", "slot-test", "other", "--slot", theirs, "--key-file", key, "--json"
    ).lines
    assert tried == [{"slot": theirs, "kind": "recipient", "opens": True}]
    refused = desk.here("store", "new", "third", "--recovery-recipient", "age1oops")
    assert (refused.status, refused.out) == (2, "")
    assert not (desk.folder / "third" / "lifestory.json").exists()


def test_a_slot_is_tested_without_opening_the_store(desk: Any, key: Path) -> None:
    (mine,) = [
        one["slot"]
        for one in desk.here("store", "slots", desk.store, "--json").lines
        if one["kind"] == "passphrase"
    ]
    before = desk.contents()
    assert f"{mine}  passphrase  opens" in desk.here("store", "slot-test", desk.store).out
    assert desk.here("store", "slot-test", desk.store, "--key-file", key).status == 2
    assert desk.here("store", "slot-test", desk.store, "--slot", "nonsense").status == 2
    desk.passphrase_file.write_text("not this one", encoding="utf-8")
    wrong = desk.here("store", "slot-test", desk.store, "--slot", mine)
    assert (wrong.status, "does not open" in wrong.err) == (2, True)
    assert desk.contents() == before


def test_a_new_recovery_phrase_is_printed_once_and_the_old_one_stays(desk: Any) -> None:
    (made,) = desk.here("store", "recovery", desk.store, "--json").lines
    assert len(made["recovery_phrase"].split()) == 12
    kinds = [one["kind"] for one in desk.here("store", "slots", desk.store, "--json").lines]
    assert kinds.count("recovery") == 2
    desk.passphrase_file.write_text(made["recovery_phrase"].title(), encoding="utf-8")
    (opened,) = desk.here("store", "slot-test", desk.store, "--json").lines
    assert (opened["slot"], opened["kind"]) == (made["slot"], "recovery")


def test_taking_a_slot_away_says_that_old_copies_still_open_with_it(desk: Any) -> None:
    added = desk.here("store", "recovery", desk.store, "--json").lines[0]["slot"]
    said = desk.here("store", "slot-remove", desk.store, "--slot", added).out
    assert "copies and backups made before still open with it" in said
