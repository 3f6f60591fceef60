"""Who can open a store, its backups, and whether it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifestory.app.backups import back_up, check_store, restore
from lifestory.app.keyslots import (
    add_passphrase_slot,
    change_passphrase,
    key_slots,
    remove_slot,
)
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store, open_store
from lifestory.app.photos import add_photos, photos
from lifestory.sealing.troubles import WrongPassphrase
from lifestory.store.troubles import LastSlot, NoSuchSlot

PASSPHRASE = "a lamp in the window"


def test_a_backup_grows_with_the_store_and_brings_back_the_child(
    store: Store, robin: FoundChild, album: Any, tmp_path: Path
) -> None:
    list(add_photos(store, robin.case, [album.photo("a.jpg")]))
    first = back_up(store, tmp_path / "backup")
    list(add_photos(store, robin.case, [album.photo("b.jpg")]))
    second = back_up(store, tmp_path / "backup")
    assert (first.copied, first.already_there, first.verified) == (1, 0, 1)
    assert (second.copied, second.already_there, second.verified) == (1, 1, 2)

    back = restore(tmp_path / "backup", tmp_path / "back", PASSPHRASE)
    assert (back.copied, back.verified, back.unsound) == (2, 2, 0)
    with open_store(tmp_path / "back", PASSPHRASE) as again:
        assert len(photos(find_child(again, robin.id).case)) == 2


def test_a_wrong_passphrase_restores_nothing(
    store: Store, robin: FoundChild, tmp_path: Path
) -> None:
    back_up(store, tmp_path / "backup")
    with pytest.raises(WrongPassphrase):
        restore(tmp_path / "backup", tmp_path / "back", "another one")
    assert not (tmp_path / "back").exists()


def test_a_whole_store_checks_well_and_a_missing_original_is_found(
    store: Store, robin: FoundChild, album: Any
) -> None:
    list(add_photos(store, robin.case, [album.photo("a.jpg")]))
    assert all(line.ok for line in check_store(store))
    (sealed,) = (store.folder / "originals").glob("*/*")
    sealed.unlink()
    assert [line.what.split()[0] for line in check_store(store) if not line.ok] == ["original"]


def test_a_second_person_opens_the_store_and_the_last_slot_stays(
    store: Store, tmp_path: Path
) -> None:
    slot = add_passphrase_slot(store, "Sam", "seven green bottles")
    change_passphrase(store, "another lamp altogether")
    store.close()
    for passphrase in ("seven green bottles", "another lamp altogether"):
        open_store(tmp_path / "store", passphrase).close()
    with pytest.raises(WrongPassphrase):
        open_store(tmp_path / "store", PASSPHRASE)
    with open_store(tmp_path / "store", "another lamp altogether") as again:
        remove_slot(again, str(slot.id))
        with pytest.raises(NoSuchSlot):
            remove_slot(again, "not an id")
        first, last = key_slots(again)
        remove_slot(again, str(first.id))
        with pytest.raises(LastSlot):
            remove_slot(again, str(last.id))
