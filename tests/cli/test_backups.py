"""A second copy of a store, from the command line."""

from __future__ import annotations

import os
from typing import Any

import pytest


@pytest.fixture
def states(desk: Any) -> list[str]:
    """The times of two states of a backup, the newest first, as the command says them: the older
    one of a store without a child."""
    assert desk.here("store", "backup", desk.store, "backup").status == 0
    newest = desk.folder / "backup" / "store.db"
    os.utime(newest, (1_700_000_000, 1_700_000_000))
    assert desk.here("child", "add", desk.store, "--name", "Robin").status == 0
    assert desk.here("store", "backup", desk.store, "backup").status == 0
    lines = desk.here("store", "states", "backup", "--json").lines
    assert [line.keys() for line in lines] == [{"at"}, {"at"}]
    return [line["at"] for line in lines]


@pytest.mark.parametrize("day", [False, True])
def test_a_state_is_brought_back_by_its_time_or_its_day(
    desk: Any, states: list[str], day: bool
) -> None:
    assert states[1] == "2023-11-14T22:13:20Z"
    at = states[1][:10] if day else states[1]
    assert desk.here("store", "restore", "backup", "back", "--at", at).status == 0
    assert desk.here("child", "list", "back", "--json").lines == []
    assert desk.here("store", "restore", "backup", "newest").status == 0
    assert len(desk.here("child", "list", "newest", "--json").lines) == 1


def test_a_time_that_is_none_and_one_that_is_not_there_are_refused(
    desk: Any, states: list[str]
) -> None:
    for at in ("2020-02-02", "2020-02-02T10:00:00"):
        ended = desk.here("store", "restore", "backup", "back", "--at", at)
        assert ended.status == 2
        assert "no state of that time" in ended.err
    with pytest.raises(SystemExit, match="2"):
        desk.here("store", "restore", "backup", "back", "--at", "yesterday")
    assert not (desk.folder / "back").exists()


def test_all_of_a_backup_is_read_where_that_is_asked_for(desk: Any, states: list[str]) -> None:
    (older,) = (desk.folder / "backup" / "generations").glob("*.db")
    older.write_bytes(older.read_bytes()[:-1000])
    assert "damaged" not in desk.here("store", "backup", desk.store, "backup").err
    ended = desk.here("store", "backup", desk.store, "backup", "--verify-all", "--json")
    assert ended.lines == [{"copied": 0, "already_there": 0, "verified": 0}]
    assert "damaged older states, gone: 1" in ended.err
    assert len(desk.here("store", "states", "backup").out.splitlines()) == 1
