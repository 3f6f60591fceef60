"""Each known trouble, made to happen for real: a sentence, a remedy, and nothing changed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.database import Database
from lifestory.store.journal import OpenCase
from lifestory.store.keyslots import unlock
from lifestory.store.system import on_network_share
from lifestory.store.troubles import (
    DamagedStore,
    DiskFull,
    DiskTrouble,
    FolderNotEmpty,
    NewerStore,
    NotAStore,
    ReadOnlyFolder,
    StoreInUse,
    WrongPassphrase,
)
from lifestory.store.vault import Vault

Files = Callable[[Path], dict[str, bytes]]
Disk = Callable[[str], Path]


def refused(trouble: type[LifestoryError], folder: Path, passphrase: str, files: Files) -> None:
    """Opening says this trouble, in words without a path, and leaves every byte as it was."""
    before = files(folder)
    with pytest.raises(trouble) as said:
        Vault.open(folder, passphrase)
    assert said.value.message.endswith(".")
    assert said.value.remedy.endswith(".")
    assert str(folder) not in str(said.value)
    assert files(folder) == before


def test_a_wrong_passphrase(folder: Path, files: Files) -> None:
    refused(WrongPassphrase, folder, "not it", files)


def test_a_folder_that_is_no_store(tmp_path: Path, folder: Path, files: Files) -> None:
    refused(NotAStore, tmp_path / "nowhere", "x", files)
    refused(NotAStore, tmp_path, "x", files)
    for words in ("", "{}", "[]", '{"format": "holiday", "layout": 1, "store": "x"}'):
        (folder / "lifestory.json").write_text(words)
        refused(NotAStore, folder, "x", files)


def test_a_store_of_a_newer_layout(folder: Path, passphrase: str, files: Files) -> None:
    marker = folder / "lifestory.json"
    marker.write_text(json.dumps({**json.loads(marker.read_text()), "layout": 2}))
    refused(NewerStore, folder, passphrase, files)


def test_a_database_of_a_newer_version(folder: Path, passphrase: str, files: Files) -> None:
    key, _ = unlock(folder / "keys", passphrase)
    database = Database(folder / "store.db", key)
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    database.close()
    refused(NewerStore, folder, passphrase, files)


@pytest.mark.parametrize("place", [0, 20, 4096 + 7, -3, -4096])
def test_a_damaged_page(folder: Path, passphrase: str, files: Files, place: int) -> None:
    path = folder / "store.db"
    broken = bytearray(path.read_bytes())
    broken[place] ^= 4
    path.write_bytes(broken)
    refused(DamagedStore, folder, passphrase, files)


@pytest.mark.parametrize("harm", [b"", b"SQLite format 3\0", os.urandom(8192), None])
def test_a_database_that_is_gone_or_something_else(
    folder: Path, passphrase: str, files: Files, harm: bytes | None
) -> None:
    path = folder / "store.db"
    if harm is None:
        path.unlink()
    else:
        path.write_bytes(harm)
    refused(DamagedStore, folder, passphrase, files)


def test_a_store_without_its_keys(folder: Path, passphrase: str, files: Files) -> None:
    shutil.rmtree(folder / "keys")
    refused(DamagedStore, folder, passphrase, files)


def test_a_database_cut_short(folder: Path, passphrase: str, files: Files) -> None:
    path = folder / "store.db"
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    refused(DamagedStore, folder, passphrase, files)


def test_damage_is_refused_with_the_backup_as_remedy_and_never_replaced() -> None:
    assert "backup" in DamagedStore.remedy


def test_a_page_damaged_while_the_store_is_open(vault: Vault, case: OpenCase) -> None:
    for number in range(300):
        with case.change("Add") as change:
            change.add(Person(note=str(number) * 200))
    vault.database.settle()
    path = vault.folder / "store.db"
    broken = bytearray(path.read_bytes())
    for page in range(1, len(broken) // 4096):
        broken[page * 4096 + 9] ^= 1
    path.write_bytes(broken)
    assert not next(check(vault)).ok
    with pytest.raises(DamagedStore):
        list(case.journal())


def test_a_new_store_needs_an_empty_folder(folder: Path, files: Files) -> None:
    before = files(folder)
    with pytest.raises(FolderNotEmpty):
        Vault.create(folder, "pass", work_factor=10)
    assert files(folder) == before


OPENED_ELSEWHERE = """
import sys
from pathlib import Path
from lifestory.store.vault import Vault
with Vault.open(Path(sys.argv[1]), sys.argv[2]):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_process(folder: Path, passphrase: str, files: Files) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OPENED_ELSEWHERE, folder, passphrase],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        refused(StoreInUse, folder, passphrase, files)
        other.communicate()
    Vault.open(folder, passphrase).close()


def test_a_second_window_of_the_same_process(vault: Vault, passphrase: str) -> None:
    with pytest.raises(StoreInUse):
        Vault.open(vault.folder, passphrase)


def test_a_crash_leaves_no_lock(folder: Path, passphrase: str) -> None:
    crash = OPENED_ELSEWHERE + "    import os; os._exit(9)\n"
    subprocess.run(
        [sys.executable, "-c", crash, folder, passphrase], input=b"", check=False, timeout=60
    )
    Vault.open(folder, passphrase).close()


def test_a_full_disk(passphrase: str, small_disk: Disk) -> None:
    disk = small_disk("size=6m")
    vault, _ = Vault.create(disk / "store", passphrase, work_factor=10)
    case = vault.new_case("R-1")
    with pytest.raises(DiskFull):
        vault.originals.write(os.urandom(7_000_000))
    (disk / "ballast").write_bytes(bytes(3_000_000))
    confirmed: list[Person] = []

    def write_until_it_breaks() -> None:
        while True:
            one = Person(note=os.urandom(20_000).hex())
            with case.change("Add") as change:
                change.add(one)
            confirmed.append(one)

    with pytest.raises((DiskFull, DiskTrouble)):
        write_until_it_breaks()
    assert case.records.of(Person) == tuple(confirmed)
    (disk / "ballast").unlink()
    with case.change("There is room again") as change:
        change.add(Person())
    vault.close()
    with Vault.open(disk / "store", passphrase) as again:
        assert again.case(case.id).records.of(Person)[:-1] == tuple(confirmed)
        assert all(line.ok for line in check(again))


def test_a_new_store_on_a_full_disk_leaves_nothing(small_disk: Disk) -> None:
    disk = small_disk("size=60k")
    with pytest.raises((DiskFull, DiskTrouble)):
        Vault.create(disk / "store", "pass", work_factor=10)
    assert not list((disk / "store").iterdir())


NO_ROOM = """
import os, resource, sys
from pathlib import Path
from lifestory.domain.errors import LifestoryError
from lifestory.store.vault import Vault
with Vault.open(Path(sys.argv[1]), sys.argv[2]) as vault:
    case = vault.case(vault.case_ids()[0])
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        vault.originals.write(os.urandom(400_000))
    except LifestoryError as trouble:
        print(type(trouble).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set on a file's size")
def test_a_file_that_finds_no_room_leaves_nothing(
    vault: Vault, case: OpenCase, passphrase: str, files: Files
) -> None:
    vault.close()
    before = files(vault.folder / "originals")
    said = subprocess.run(
        [sys.executable, "-c", NO_ROOM, vault.folder, passphrase], capture_output=True, check=True
    )
    assert said.stdout == b"DiskFull\n"
    assert files(vault.folder / "originals") == before


def test_a_read_only_folder(folder: Path, passphrase: str, small_disk: Disk, files: Files) -> None:
    disk = small_disk("size=4m")
    shutil.copytree(folder, disk / "store")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    refused(ReadOnlyFolder, disk / "store", passphrase, files)
    with pytest.raises(ReadOnlyFolder):
        Vault.create(disk / "new", "pass", work_factor=10)


def test_a_read_only_folder_of_a_store_that_was_not_closed(
    vault: Vault, case: OpenCase, passphrase: str, small_disk: Disk, files: Files
) -> None:
    with case.change("Add") as change:
        change.add(Person())
    disk = small_disk("size=8m")
    shutil.copytree(vault.folder, disk / "store")
    assert (disk / "store" / "store.db-wal").stat().st_size
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    refused(ReadOnlyFolder, disk / "store", passphrase, files)


@pytest.mark.parametrize("left", [None, b"", b"process 4711 on another machine"])
def test_a_lock_that_nobody_holds_keeps_nobody_out(
    folder: Path, passphrase: str, left: bytes | None
) -> None:
    lock = folder / "lock"
    lock.unlink()
    if left is not None:
        lock.write_bytes(left)
    Vault.open(folder, passphrase).close()


def test_a_lock_that_is_none_is_said(folder: Path, passphrase: str, files: Files) -> None:
    (folder / "lock").unlink()
    (folder / "lock").mkdir()
    refused(ReadOnlyFolder, folder, passphrase, files)


def test_a_network_share_is_looked_for_on_windows_alone(tmp_path: Path) -> None:
    assert on_network_share(tmp_path) is False
