"""`archive open --into`: what is new, the same and in conflict is told, and nothing overwritten."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lifestory.app.caseload import add_child
from lifestory.app.open_case import find_child, keep_changed
from lifestory.app.open_store import open_store
from lifestory.domain.life import Milestone
from lifestory.domain.readers import Band

PASSPHRASE = "a lamp in the window"
KEY = ("--archive-passphrase-file", "passphrase.txt")


def told(store: Path, child: Any, words: str) -> None:
    """Give the child's only milestone other words."""
    with open_store(store, PASSPHRASE) as opened:
        case = find_child(opened, child).case
        (one,) = case.records.of(Milestone)
        keep_changed(case, "Change", replace(one, texts={Band.FIRST_READER: words}))


def tells(store: Path, child: Any) -> str:
    with open_store(store, PASSPHRASE) as opened:
        (one,) = find_child(opened, child).case.records.of(Milestone)
        return one.texts[Band.FIRST_READER]


@pytest.fixture
def child(desk: Any) -> Any:
    """A child whose archive was written before the milestone was told anew."""
    with open_store(desk.store, PASSPHRASE) as store:
        robin = add_child(store, "Robin")
        with robin.case.change("Add a milestone") as change:
            change.add(Milestone(texts={Band.FIRST_READER: "We went to the sea"}))
    desk.here("archive", "write", desk.store, robin.id, "-o", "robin.tar", *KEY)
    told(desk.store, robin.id, "We saw the sea")
    return robin.id


def open_it(desk: Any, *more: str) -> Any:
    return desk.here("archive", "open", "robin.tar", "--into", desk.store, *KEY, "--json", *more)


def test_a_conflict_keeps_the_stores_own_and_is_named_without_a_value(
    desk: Any, child: Any
) -> None:
    ended = open_it(desk)
    assert (ended.status, ended.err) == (1, "")
    assert all(line.keys() == {"file", "ok", "detail"} for line in ended.lines)
    first, *kinds, conflict = ended.lines
    assert first == {
        "file": "robin.tar",
        "ok": False,
        "detail": "opened into a store: 0 new, 3 same, 1 in conflict",
    }
    assert "person: 0 new, 1 same, 0 in conflict" in [line["detail"] for line in kinds]
    assert not conflict["ok"]
    assert conflict["detail"].startswith("conflict: milestone ")
    assert conflict["detail"].endswith(" in texts: the store's own")
    assert "sea" not in ended.out
    assert tells(desk.store, child) == "We saw the sea"


def test_the_archives_is_taken_when_that_is_asked_for(desk: Any, child: Any) -> None:
    before = desk.contents()
    previewed = open_it(desk, "--take-theirs", "--preview")
    assert (previewed.status, desk.contents()) == (0, before)
    assert "would open" in previewed.lines[0]["detail"]
    ended = open_it(desk, "--take-theirs")
    assert (ended.status, ended.lines[-1]["ok"]) == (0, True)
    assert tells(desk.store, child) == "We went to the sea"
    again = open_it(desk)
    assert (again.status, len(again.lines)) == (0, 5)
    assert again.lines[0]["detail"] == "opened into a store: 0 new, 4 same, 0 in conflict"


def test_a_choice_for_a_new_folder_is_refused(desk: Any, child: Any) -> None:
    for choice in ("--take-theirs", "--preview"):
        ended = desk.here("archive", "open", "robin.tar", "--folder", "new", *KEY, choice)
        assert (ended.status, ended.out) == (2, "")
        assert "--into" in ended.err
    assert not (desk.folder / "new").exists()
