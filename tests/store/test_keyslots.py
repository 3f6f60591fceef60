"""A store opens for those who hold a slot, and for no one else."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lifestory.sealing.recovery import new_phrase
from lifestory.sealing.streams import NotARecipient, WrongKey, new_identity
from lifestory.store.keyslots import Holder, KeySlot, SlotKind, missing_holders, unlock
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


def test_a_public_key_set_as_a_rule_opens_a_new_store_and_is_known_by_its_key(
    tmp_path: Path,
) -> None:
    council, later = new_identity(), new_identity()
    holders = [Holder("Records team", council.recipient), Holder("Legal", later.recipient)]
    vault, _ = Vault.create(tmp_path / "store", "first", "Ann", holders=holders[:1])
    with vault:
        theirs = slot_of(vault, SlotKind.RECIPIENT)
        assert (theirs.label, theirs.recipient) == ("Records team", council.recipient)
        assert missing_holders(vault.slots.list(), holders) == (holders[1],)
        vault.slots.remove(theirs.id)
        assert missing_holders(vault.slots.list(), holders) == tuple(holders)
        added = vault.slots.add_recipient("Records team", f" {council.recipient} ")
        assert added == slot_of(vault, SlotKind.RECIPIENT)
        assert missing_holders(vault.slots.list(), holders) == (holders[1],)
    with Vault.open(tmp_path / "store", council) as again:
        assert again.worker == "Records team"


def test_a_store_is_not_made_for_a_public_key_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotARecipient):
        Vault.create(tmp_path / "store", "first", holders=[Holder("Council", "age1nonsense")])
    assert not (tmp_path / "store").exists() or not list((tmp_path / "store").rglob("*"))


def test_which_slot_something_opens_is_said_and_nothing_is_changed(
    vault: Vault, passphrase: str, files: Callable[[Path], dict[str, bytes]]
) -> None:
    council = new_identity()
    ben = vault.slots.add_passphrase("Ben", "second")
    theirs = vault.slots.add_recipient("Council", council.recipient)
    phrase = new_phrase()
    recovery = vault.slots.add_recovery(phrase)
    before = files(vault.folder / "keys")
    assert vault.slots.which("second") == ben
    assert vault.slots.which(passphrase).label == "Ann"
    assert vault.slots.which(council) == theirs
    assert vault.slots.which(phrase.upper()) == recovery
    with pytest.raises(WrongPassphrase):
        vault.slots.which("third")
    assert files(vault.folder / "keys") == before
    with pytest.raises(WrongPassphrase):
        unlock(vault.folder / "keys", "second", only=theirs.id)
    with pytest.raises(WrongPassphrase):
        unlock(vault.folder / "keys", passphrase, only=ben.id)


def test_a_slot_of_another_store_is_called_damaged_not_good(vault: Vault, tmp_path: Path) -> None:
    other, _ = Vault.create(tmp_path / "other", "from elsewhere", work_factor=10)
    other.close()
    (strange,) = (tmp_path / "other" / "keys").glob("passphrase-*")
    shutil.copy(strange, vault.folder / "keys")
    with pytest.raises(DamagedSlot):
        vault.slots.which("from elsewhere")


def test_a_new_recovery_phrase_opens_beside_the_old_one_until_that_is_removed(
    tmp_path: Path,
) -> None:
    vault, old = Vault.create(tmp_path / "store", "first", "Ann")
    with vault:
        first = slot_of(vault, SlotKind.RECOVERY)
        new = new_phrase()
        added = vault.slots.add_recovery(new)
        assert vault.slots.which(old) == first
        assert vault.slots.which(new) == added
        vault.slots.remove(first.id)
        with pytest.raises(WrongPassphrase):
            vault.slots.which(old)
        assert new not in "".join(path.name for path in vault.folder.rglob("*"))


CHANGES = {
    "a passphrase is changed": "vault.slots.change_passphrase('new')",
    "a person is added": "vault.slots.add_passphrase('Ben', 'new')",
    "a slot is removed": "vault.slots.remove(other.id)",
}


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked for each cut")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_cut_off_after_any_step_leaves_the_old_or_the_new(
    change: str, folder: Path, tmp_path: Path, passphrase: str
) -> None:
    """The process ends without a word before its first, second, third... touch of the disk."""
    with Vault.open(folder, passphrase) as vault:
        vault.slots.add_passphrase("Other", "other")
    for step in range(40):
        cut = shutil.copytree(folder, tmp_path / f"cut{step}")
        ended = _killed_at(step, cut, passphrase, change)
        assert sum(_opens(cut, one) for one in (passphrase, "new")) >= 1
        with Vault.open(cut, passphrase if _opens(cut, passphrase) else "new") as vault:
            vault.slots.change_passphrase("after it")
            assert not list((cut / "keys").glob("*.part"))
        assert _opens(cut, "after it")
        if not ended:
            assert step >= 2
            return
    pytest.fail("it has more steps than were cut off")


def _killed_at(step: int, folder: Path, passphrase: str, change: str) -> bool:
    """True when the change did not live to its end."""
    child = os.fork()
    if child == 0:
        seen = -1

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in {"open", "os.rename", "os.remove", "sqlite3.connect"}:
                seen += str(folder / "keys") in str(arguments)
                if seen >= step:
                    os._exit(9)

        try:
            vault = Vault.open(folder, passphrase)
            other = next(one for one in vault.slots.list() if one.label == "Other")
            sys.addaudithook(count)
            exec(change, {"vault": vault, "other": other})
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, 9}
    return os.waitstatus_to_exitcode(status) == 9


def _opens(folder: Path, typed: str) -> bool:
    try:
        unlock(folder / "keys", typed)
    except WrongPassphrase:
        return False
    return True


def test_the_key_is_written_over_when_the_store_is_closed(vault: Vault) -> None:
    held = (vault.slots._key, vault.database._key)
    assert all(any(one) for one in held)
    vault.close()
    assert not any(any(one) for one in held)
