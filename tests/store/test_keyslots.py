"""A store opens for those who hold a slot, and for no one else."""

from pathlib import Path

import pytest

from lifestory.sealing.streams import NotARecipient, WrongKey, new_identity
from lifestory.store.keyslots import KeySlot, SlotKind
from lifestory.store.troubles import (
    DamagedSlot,
    LastSlot,
    NoPassphrase,
    NoSuchSlot,
    WrongPassphrase,
)
from lifestory.store.vault import Vault


def opener(folder: Path, passphrase: str) -> str:
    """Whom the passphrase makes the worker."""
    with Vault.open(folder, passphrase) as vault:
        return vault.worker


def slot_of(vault: Vault, kind: SlotKind) -> KeySlot:
    (found,) = [slot for slot in vault.slots.list() if slot.kind is kind]
    return found


def test_the_recovery_phrase_opens_however_it_is_typed(tmp_path: Path) -> None:
    vault, phrase = Vault.create(tmp_path / "store", "first", "Ann", work_factor=10)
    vault.close()
    assert opener(vault.folder, phrase.upper().replace(" ", ", ")) == "Recovery phrase"
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.folder, phrase.rsplit(" ", 1)[0])


def test_each_person_has_a_passphrase_of_their_own(vault: Vault, passphrase: str) -> None:
    added = vault.slots.add_passphrase("Ben", "second")
    assert (added.kind, added.label) == ("passphrase", "Ben")
    assert {slot.label for slot in vault.slots.list()} == {"Ann", "Ben", "Recovery phrase"}
    vault.close()
    assert opener(vault.folder, "second") == "Ben"
    assert opener(vault.folder, passphrase) == "Ann"


def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does(
    vault: Vault, passphrase: str
) -> None:
    vault.slots.change_passphrase("new one")
    vault.close()
    assert opener(vault.folder, "new one") == "Ann"
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.folder, passphrase)


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_phrase(tmp_path: Path) -> None:
    vault, phrase = Vault.create(tmp_path / "store", "forgotten", "Ann", work_factor=10)
    vault.close()
    with Vault.open(vault.folder, phrase) as again:
        again.slots.change_passphrase("remembered")
        again.slots.add_passphrase("Ben", "second")
        with pytest.raises(NoSuchSlot):
            again.slots.change_passphrase("whose?")
    assert opener(vault.folder, "remembered") == "Ann"


def test_a_removed_slot_opens_nothing_and_the_last_one_stays(vault: Vault, passphrase: str) -> None:
    vault.slots.add_recipient("Council", new_identity().recipient)
    vault.slots.remove(slot_of(vault, SlotKind.RECOVERY).id)
    own = slot_of(vault, SlotKind.PASSPHRASE)
    with pytest.raises(LastSlot):
        vault.slots.remove(own.id)
    with pytest.raises(NoSuchSlot):
        vault.slots.remove(vault.store_id)
    ben = vault.slots.add_passphrase("Ben", "second")
    vault.slots.remove(own.id)
    with pytest.raises(NoSuchSlot):
        vault.slots.change_passphrase("gone with its slot")
    vault.close()
    assert opener(vault.folder, "second") == ben.label
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.folder, passphrase)


def test_the_councils_key_opens_the_store(vault: Vault) -> None:
    council, stranger = new_identity(), new_identity()
    vault.slots.add_recipient("Council", council.recipient)
    with pytest.raises(NotARecipient):
        vault.slots.add_recipient("Nobody", "age1nonsense")
    vault.close()
    with Vault.open(vault.folder, council) as again:
        assert again.worker == "Council"
    with pytest.raises(WrongKey):
        Vault.open(vault.folder, stranger)


def test_an_empty_passphrase_is_refused_everywhere(vault: Vault, tmp_path: Path) -> None:
    slots = vault.slots.list()
    for attempt in (
        lambda: vault.slots.add_passphrase("Ben", " "),
        lambda: vault.slots.change_passphrase(""),
        lambda: Vault.create(tmp_path / "other", "  "),
    ):
        with pytest.raises(NoPassphrase):
            attempt()
    assert vault.slots.list() == slots
    assert not (tmp_path / "other").exists()


def test_a_damaged_slot_is_told_from_a_wrong_passphrase(vault: Vault, passphrase: str) -> None:
    vault.slots.add_passphrase("Ben", "second")
    own = next(slot for slot in vault.slots.list() if slot.label == "Ann")
    vault.close()
    (path,) = vault.folder.rglob(f"passphrase-{own.id.hex}.age")
    path.write_bytes(path.read_bytes()[:-1])
    assert opener(vault.folder, "second") == "Ben"
    with pytest.raises(DamagedSlot) as trouble:
        Vault.open(vault.folder, passphrase)
    assert "recovery phrase" in trouble.value.remedy


def test_no_label_lies_in_the_folder(vault: Vault) -> None:
    vault.slots.add_passphrase("Benedikta", "second")
    assert not [path for path in vault.folder.rglob("*") if "enedikta" in path.name]
