"""A backup is called one only after it was opened and verified, and it makes a whole store."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lifestory.domain.media import Original
from lifestory.domain.people import Person
from lifestory.store.backup import BackupReport, back_up
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.originals import KeptFile
from lifestory.store.restoring import restore
from lifestory.store.troubles import (
    DamagedStore,
    DiskFull,
    FolderNotEmpty,
    NotABackup,
    NotThisBackup,
    ThisIsABackup,
    WrongPassphrase,
)
from lifestory.store.vault import Vault

Files = Callable[[Path], dict[str, bytes]]
GRAN = Person(given="Halina")


def keep(vault: Vault, case: OpenCase, data: bytes) -> KeptFile:
    kept = vault.originals.write(data)
    with case.change("Add a photo") as change:
        change.keep(kept)
        change.add(Original(id=kept.id))
    return kept


@pytest.fixture
def photos(vault: Vault, case: OpenCase) -> list[KeptFile]:
    with case.change("Add a person") as change:
        change.add(GRAN)
    return [keep(vault, case, bytes([number]) * 50_000) for number in range(3)]


def test_a_restored_store_is_the_store(
    vault: Vault, case: OpenCase, photos: list[KeptFile], passphrase: str, tmp_path: Path
) -> None:
    steps: list[tuple[int, int]] = []
    report = back_up(vault, tmp_path / "a" / "backup", lambda done, of: steps.append((done, of)))
    assert report == BackupReport(copied=3, already_there=0, verified=3, unsound=())
    assert steps == [(1, 3), (2, 3), (3, 3)]
    restore(tmp_path / "a" / "backup", tmp_path / "b" / "store")
    with Vault.open(tmp_path / "b" / "store", passphrase) as restored:
        assert dict(restored.case(case.id).records) == dict(case.records)
        assert list(restored.case(case.id).journal()) == list(case.journal())
        assert restored.originals.read(photos[1].id) == vault.originals.read(photos[1].id)
        assert restored.case(case.id).undo_title == "Add a photo"
        assert all(line.ok for line in check(restored))


def test_the_next_backup_copies_only_what_is_new(
    vault: Vault, case: OpenCase, photos: list[KeptFile], passphrase: str, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    back_up(vault, backup)
    new = keep(vault, case, b"new")
    assert back_up(vault, backup) == BackupReport(1, 3, 4, ())
    restore(backup, tmp_path / "again")
    with Vault.open(tmp_path / "again", passphrase) as restored:
        assert restored.originals.read(new.id) == b"new"


def test_what_was_erased_and_who_was_removed_leave_the_backup_too(
    vault: Vault, case: OpenCase, photos: list[KeptFile], tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    ben = vault.slots.add_passphrase("Ben", "second")
    back_up(vault, backup)
    case.erase([photos[0].id])
    vault.slots.remove(ben.id)
    assert back_up(vault, backup).already_there == 2
    assert not list(backup.rglob(photos[0].name))
    restore(backup, tmp_path / "again")
    with pytest.raises(WrongPassphrase):
        Vault.open(tmp_path / "again", "second")


def test_a_rotten_file_in_the_backup_is_replaced(
    vault: Vault, photos: list[KeptFile], tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    back_up(vault, backup)
    (path,) = backup.rglob(photos[0].name)
    path.write_bytes(path.read_bytes()[:-1])
    assert back_up(vault, backup) == BackupReport(1, 2, 3, (), changed=False)


def test_a_lost_original_is_reported_and_a_good_copy_in_the_backup_stays(
    vault: Vault, photos: list[KeptFile], tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    back_up(vault, backup)
    for lost in vault.folder.rglob(photos[0].name):
        lost.unlink()
    assert back_up(vault, backup) == BackupReport(0, 3, 3, (), changed=False)
    assert back_up(vault, tmp_path / "new") == BackupReport(2, 0, 2, (photos[0].id,))


def test_work_goes_on_during_a_backup(
    vault: Vault, case: OpenCase, photos: list[KeptFile], passphrase: str, tmp_path: Path
) -> None:
    def work(done: int, of: int) -> None:
        with case.change("Meanwhile") as change:
            change.add(Person(given=str(done)))

    back_up(vault, tmp_path / "backup", work)
    restore(tmp_path / "backup", tmp_path / "again")
    with Vault.open(tmp_path / "again", passphrase) as restored:
        assert len(restored.case(case.id).records) == len(case.records) - 3


def test_a_backup_goes_only_where_it_harms_nothing(
    vault: Vault, photos: list[KeptFile], tmp_path: Path, files: Files
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "holiday.txt").write_text("do not touch")
    other, _ = Vault.create(tmp_path / "other", "pass", work_factor=10)
    with other:
        back_up(other, tmp_path / "backup of another")
    for wrong in (mine, vault.folder, vault.folder / "inside", tmp_path / "backup of another",
                  tmp_path / "other"):  # fmt: skip
        before = files(wrong)
        with pytest.raises(NotThisBackup):
            back_up(vault, wrong)
        assert files(wrong) == before


def test_a_backup_is_restored_and_never_worked_in(
    vault: Vault, photos: list[KeptFile], passphrase: str, tmp_path: Path, files: Files
) -> None:
    backup = tmp_path / "backup"
    back_up(vault, backup)
    before = files(tmp_path)
    with pytest.raises(ThisIsABackup):
        Vault.open(backup, passphrase)
    for wrong in (vault.folder, tmp_path / "nowhere"):
        with pytest.raises(NotABackup):
            restore(wrong, tmp_path / "new")
    with pytest.raises(FolderNotEmpty):
        restore(backup, vault.folder)
    assert files(tmp_path) == before


def test_a_store_that_is_damaged_makes_no_backup_and_spoils_none(
    vault: Vault, case: OpenCase, photos: list[KeptFile], tmp_path: Path, files: Files
) -> None:
    backup = tmp_path / "backup"
    back_up(vault, backup)
    before = files(backup)
    with case.change("One more") as change:
        change.add(Person(given="Ben"))
    vault.database.settle()
    with (vault.folder / "store.db").open("rb+") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(bytes(100))
    with pytest.raises(DamagedStore):
        back_up(vault, backup)
    assert files(backup) == before


def test_a_full_stick_spoils_neither_store_nor_backup(
    vault: Vault,
    case: OpenCase,
    photos: list[KeptFile],
    passphrase: str,
    small_disk: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    stick = small_disk("size=1500k") / "backup"
    back_up(vault, stick)
    keep(vault, case, os.urandom(1_500_000))
    with pytest.raises(DiskFull):
        back_up(vault, stick)
    restore(stick, tmp_path / "again")
    with Vault.open(tmp_path / "again", passphrase) as restored:
        assert len(restored.case(case.id).records) == len(case.records) - 1
        assert all(line.ok for line in check(restored))


def test_a_first_backup_that_broke_off_is_none_and_can_be_finished(
    vault: Vault, photos: list[KeptFile], tmp_path: Path
) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(vault, tmp_path / "backup", stop)
    with pytest.raises(NotABackup):
        restore(tmp_path / "backup", tmp_path / "new")
    assert back_up(vault, tmp_path / "backup") == BackupReport(2, 1, 3, ())
