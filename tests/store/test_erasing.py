"""An erasure is finished whatever comes in between: a kill, or a system that refuses."""

import subprocess
import sys
from pathlib import Path

import pytest

from lifestory.domain.media import Original
from lifestory.domain.people import Person
from lifestory.store.backup import back_up
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.originals import KeptFile
from lifestory.store.restoring import restore
from lifestory.store.vault import Vault

GRAN = Person(given="Halina")
ERASING = """
import os, sys
from pathlib import Path
from lifestory.domain.people import Person
from lifestory.store.vault import Vault

def stop(event, args):
    if event == sys.argv[3]:
        os._exit(9)

def refuse(event, args):
    if event == sys.argv[3]:
        raise PermissionError(13, "not allowed")

vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
case = vault.case(vault.case_ids()[0])
heard = []
case.subscribe(heard.append)
sys.addaudithook(stop if sys.argv[4] == "kill" else refuse)
try:
    case.erase([one.id for one in case.records.values() if one.id != case.id])
finally:
    print(len(heard), len(case.records))
"""
"""Erases everything, in a process to which something happens when it first removes a file (or a
folder)."""


@pytest.fixture
def kept(vault: Vault, case: OpenCase) -> KeptFile:
    """A photo in the closed store, with a picture of it in the cache, a person, and a snapshot
    that holds both."""
    file = vault.originals.write(b"pixels")
    with case.change("Add") as change:
        change.keep(file)
        change.add(Original(id=file.id, sha256=file.sha256))
        change.add(GRAN)
    vault.cache.put("small", b"few pixels")
    (vault.folder / "snapshots").mkdir()
    vault.database.copy_to(vault.folder / "snapshots" / "version-0.db")
    vault.originals.write(b"left over by an import")
    vault.close()
    return file


def erase(folder: Path, passphrase: str, when: str, what: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ERASING, folder, passphrase, when, what],
        capture_output=True,
        check=False,
        text=True,
    )


def everywhere(vault: Vault, kept: KeptFile) -> set[str]:
    """Where what was erased still lies."""
    places = {
        "records": len(vault.case(vault.case_ids()[0]).records) > 1,
        "originals": bool(list(vault.folder.rglob(kept.name))),
        "left over": bool(vault.originals.left_over()),
        "cache": vault.cache.get("small") is not None,
        "snapshots": (vault.folder / "snapshots").exists(),
        "note": vault.scrub.is_due(),
    }
    return {place for place, holds in places.items() if holds}


@pytest.mark.parametrize("when", ["os.remove", "shutil.rmtree"])
def test_an_erasure_that_was_killed_is_finished_at_the_next_opening(
    folder: Path, passphrase: str, kept: KeptFile, when: str
) -> None:
    assert erase(folder, passphrase, when, "kill").returncode == 9
    assert (folder / "snapshots").exists()
    with Vault.open(folder, passphrase) as again:
        assert everywhere(again, kept) == set()
        assert all(line.ok for line in check(again))


@pytest.mark.parametrize("when", ["os.remove", "shutil.rmtree"])
def test_an_erasure_that_the_system_refused_is_told_and_finished_later(
    folder: Path, passphrase: str, kept: KeptFile, when: str
) -> None:
    ended = erase(folder, passphrase, when, "refuse")
    assert "ErasureUnfinished" in ended.stderr
    assert ended.stdout.split() == ["1", "1"], "screens heard of it, and nothing is on them"
    with Vault.open(folder, passphrase) as again:
        assert everywhere(again, kept) == set()


def test_an_erasure_that_cannot_be_finished_shuts_nobody_out_and_is_found_by_the_check(
    folder: Path, passphrase: str, kept: KeptFile
) -> None:
    erase(folder, passphrase, "shutil.rmtree", "kill")
    (folder / "snapshots" / "version-0.db").unlink()
    (folder / "snapshots").rmdir()
    (folder / "snapshots").write_bytes(b"what no removing of folders removes")
    with Vault.open(folder, passphrase) as again:
        wrong = [(line.what, line.detail) for line in check(again) if not line.ok]
        assert wrong == [("what was erased", "old copies are still to be removed")]
    (folder / "snapshots").unlink()
    with Vault.open(folder, passphrase) as again:
        assert everywhere(again, kept) == set()


def test_a_backup_made_before_an_erasure_was_finished_is_sound(
    folder: Path, passphrase: str, kept: KeptFile, tmp_path: Path
) -> None:
    erase(folder, passphrase, "os.remove", "kill")
    with Vault.open(folder, passphrase) as again:
        with again.database.writing() as connection:
            again.scrub.note_due(connection)
        back_up(again, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "back")
    with Vault.open(tmp_path / "back", passphrase) as back:
        assert everywhere(back, kept) == set()
        assert all(line.ok for line in check(back))
