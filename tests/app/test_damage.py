"""A store that cannot be opened: what is left of it, and the backup that could take its place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lifestory.app.backups import back_up, last_backup, restore
from lifestory.app.damage import find_backup, find_damage
from lifestory.app.keyslots import add_passphrase_slot, replace_forgotten
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.app.photos import add_photos
from lifestory.app.progress import Stopped
from lifestory.sealing.troubles import WrongPassphrase
from lifestory.store.troubles import DamagedStore, NotABackup

PASSPHRASE = "a lamp in the window"


@pytest.fixture
def kept(store: Store, robin: FoundChild, album: Any, tmp_path: Path) -> Path:
    """A backup of a store with one photo."""
    list(add_photos(store, robin.case, [album.photo("a.jpg")]))
    back_up(store, tmp_path / "drive" / "Lifestory backup")
    return tmp_path / "drive"


def spoil(folder: Path) -> None:
    database = folder / "store.db"
    content = bytearray(database.read_bytes())
    content[9000] ^= 1
    database.write_bytes(content)


def test_what_is_left_of_a_damaged_store_is_said(store: Store, kept: Path) -> None:
    store.close()
    spoil(store.folder)
    with pytest.raises(DamagedStore):
        open_store(store.folder, PASSPHRASE)
    found = find_damage(store.folder, PASSPHRASE)
    assert found.places >= 1
    assert found.originals == 1
    with pytest.raises(WrongPassphrase):
        find_damage(store.folder, "another one")


def test_a_backup_says_when_it_was_made_and_of_what(store: Store, kept: Path) -> None:
    for named in (kept, kept / "Lifestory backup"):
        found = find_backup(named, store.folder, "Lifestory backup")
        assert found.folder == kept / "Lifestory backup"
        assert found.of_this_store
        assert found.originals == 1
        assert datetime.now(UTC) - found.at < timedelta(minutes=5)


def test_the_backup_of_another_store_is_told_apart(kept: Path, tmp_path: Path) -> None:
    other, _ = create_store(tmp_path / "other", PASSPHRASE, work_factor=10)
    other.close()
    assert not find_backup(kept, other.folder, "Lifestory backup").of_this_store


def test_a_store_is_no_backup(store: Store, tmp_path: Path) -> None:
    for folder in (store.folder, tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotABackup):
            find_backup(folder, store.folder)


def test_the_store_remembers_its_last_backup_across_a_restart(store: Store, kept: Path) -> None:
    store.close()
    with open_store(store.folder, PASSPHRASE) as again:
        last = last_backup(again)
    assert last is not None
    assert last.folder == kept / "Lifestory backup"
    assert datetime.now(UTC) - last.at < timedelta(minutes=5)


def test_a_store_without_a_backup_says_so(store: Store) -> None:
    assert last_backup(store) is None


def test_a_backup_that_is_stopped_leaves_the_earlier_one_as_it_was(
    store: Store, robin: FoundChild, kept: Path, album: Any, tmp_path: Path
) -> None:
    list(add_photos(store, robin.case, [album.photo("b.jpg")]))
    before = last_backup(store)
    with pytest.raises(Stopped):
        back_up(store, kept / "Lifestory backup", cancelled=lambda: True)
    assert last_backup(store) == before
    assert restore(kept / "Lifestory backup", tmp_path / "back", PASSPHRASE).verified == 1


def test_after_the_recovery_phrase_a_new_passphrase_opens_the_store(tmp_path: Path) -> None:
    made, phrase = create_store(tmp_path / "mine", "the forgotten one", work_factor=10)
    made.close()
    with open_store(tmp_path / "mine", phrase) as store:
        replace_forgotten(store, "a new lamp in the hall")
    with open_store(tmp_path / "mine", "a new lamp in the hall"):
        pass
    with pytest.raises(WrongPassphrase):
        open_store(tmp_path / "mine", "the forgotten one")


def test_where_two_people_have_passphrases_neither_loses_theirs(tmp_path: Path) -> None:
    made, phrase = create_store(tmp_path / "mine", "the first of them", work_factor=10)
    with made:
        add_passphrase_slot(made, "Sam", "the second of them")
    with open_store(tmp_path / "mine", phrase) as store:
        replace_forgotten(store, "a new lamp in the hall")
    for opens in ("the first of them", "the second of them", "a new lamp in the hall"):
        open_store(tmp_path / "mine", opens).close()
