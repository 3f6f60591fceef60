"""A bit that flips in any file of a store: it is refused as it lies, or all that was saved is there
and the check names what is not."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lifestory.app.damage import find_damage
from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.keyslots import slot_files
from lifestory.store.troubles import DamagedStore
from lifestory.store.vault import Vault

Files = Callable[[Path], dict[str, bytes]]
FRAME = 4096 + 24
"""Bytes of a page in the log, with its head."""

CRASHING = """
import os, sys
from pathlib import Path
from lifestory.domain.media import Original
from lifestory.domain.people import Person
from lifestory.store.vault import Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
case = vault.new_case("R-1")
kept = vault.originals.write(bytes(range(256)) * 40)
with case.change("Add a photo") as change:
    change.keep(kept)
    change.add(Original(id=kept.id, sha256=kept.sha256, bytes=kept.bytes))
vault.cache.put("small", b"few pixels")
for number in range(12):
    with case.change("Add") as change:
        change.add(Person(given=str(number), note="x" * 3000))
os._exit(0)
"""


@pytest.fixture(scope="module")
def crashed(new_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with twelve people and a photo, of which the log holds the most: its process died."""
    folder = shutil.copytree(new_store, tmp_path_factory.mktemp("crashed") / "store")
    passphrase = "red kettle, blue door"
    subprocess.run([sys.executable, "-c", CRASHING, folder, passphrase], check=True)
    assert (folder / "store.db-wal").stat().st_size > 12 * FRAME
    return folder


@pytest.fixture
def harm(crashed: Path, in_memory: Path) -> Callable[[str, int], Path]:
    """harm(file, place): a copy of the store with one bit of that file flipped."""
    folder = in_memory / "harmed"

    def flip(file: str, place: int) -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(crashed, folder)
        (path,) = folder.glob(file)
        data = bytearray(path.read_bytes())
        data[place] ^= 1 << place % 8
        path.write_bytes(data)
        return folder

    return flip


def people_in(vault: Vault) -> list[str]:
    """Whom the one case knows, as they were added; nobody in between is left out."""
    found = [one.given for one in vault.case(vault.case_ids()[0]).records.of(Person)]
    assert found == [str(number) for number in range(len(found))]
    return found


def refused(folder: Path, passphrase: str, files: Files) -> bool:
    """True when it is refused in words, as it lies."""
    before = files(folder)
    try:
        Vault.open(folder, passphrase).close()
    except LifestoryError:
        after = files(folder)
    else:
        return False
    assert {name: after.get(name) for name in before} == before
    return True


def places(size: int, many: int) -> list[int]:
    """So many places of a file, the first and the last with them; the same in every run."""
    chance = random.Random(size)
    return [0, size - 1, *(chance.randrange(size) for _ in range(many - 2))]


few_or_many = pytest.mark.parametrize("many", [3, pytest.param(150, marks=pytest.mark.torture)])


@pytest.mark.parametrize("place", [9, 20, 32 + 3, 32 + 24 + 100, 32 + 9, 32 + 18, 32 + 5 * FRAME])
def test_a_log_that_broke_before_its_end_is_refused(
    harm: Callable[[str, int], Path], passphrase: str, files: Files, place: int
) -> None:
    folder = harm("store.db-wal", place)
    before = files(folder)
    with pytest.raises(DamagedStore):
        Vault.open(folder, passphrase)
    assert find_damage(folder, passphrase).places == 1
    assert files(folder) == before


def test_a_log_whose_newest_change_was_being_written_is_not(
    crashed: Path, passphrase: str, in_memory: Path
) -> None:
    log = (crashed / "store.db-wal").read_bytes()
    frames = range(32, len(log), FRAME)
    ends = [start for start in frames if log[start + 4 : start + 8] != bytes(4)]
    begin = ends[-2] + FRAME
    assert len(log) - begin >= 2 * FRAME
    lost = [log[:place] for place in (begin + 5, begin + FRAME, len(log) - 5)]
    for there in (os.urandom(FRAME), log[32 : 32 + FRAME]):
        # The power went when all of it but one page was on the disk.
        lost += [log[:at] + there + log[at + FRAME :] for at in range(begin, len(log), 3 * FRAME)]
    for number, left in enumerate(lost):
        folder = shutil.copytree(crashed, in_memory / str(number))
        (folder / "store.db-wal").write_bytes(left)
        with Vault.open(folder, passphrase) as vault:
            assert len(people_in(vault)) == 11
            assert all(line.ok for line in check(vault))


@few_or_many
def test_a_bit_in_the_log(
    harm: Callable[[str, int], Path], crashed: Path, passphrase: str, files: Files, many: int
) -> None:
    size = (crashed / "store.db-wal").stat().st_size
    for place in places(size, many):
        folder = harm("store.db-wal", place)
        if refused(folder, passphrase, files):
            continue
        with Vault.open(folder, passphrase) as vault:
            # The newest change alone can't be told from one the power cut off.
            assert len(people_in(vault)) >= 11, place
            assert all(line.ok for line in check(vault))


@few_or_many
def test_a_bit_in_the_database(
    crashed: Path, passphrase: str, files: Files, in_memory: Path, many: int
) -> None:
    closed = shutil.copytree(crashed, in_memory / "closed")
    Vault.open(closed, passphrase).close()
    path = closed / "store.db"
    whole = path.read_bytes()
    for place in places(len(whole), many):
        data = bytearray(whole)
        data[place] ^= 1 << place % 8
        path.write_bytes(data)
        before = files(closed)
        with pytest.raises(DamagedStore):
            Vault.open(closed, passphrase)
        assert files(closed) == before
    path.write_bytes(whole)
    with Vault.open(closed, passphrase) as vault:
        assert len(people_in(vault)) == 12


@few_or_many
def test_a_bit_in_the_index_of_the_log_means_nothing(
    harm: Callable[[str, int], Path], crashed: Path, passphrase: str, many: int
) -> None:
    for place in places((crashed / "store.db-shm").stat().st_size, many):
        with Vault.open(harm("store.db-shm", place), passphrase) as vault:
            assert len(people_in(vault)) == 12
            assert all(line.ok for line in check(vault))


@few_or_many
def test_a_bit_in_a_key_slot_is_refused_and_the_recovery_phrase_is_not_touched_by_it(
    harm: Callable[[str, int], Path], crashed: Path, passphrase: str, files: Files, many: int
) -> None:
    own, _ = slot_files(crashed / "keys")
    for place in places((crashed / "keys" / own.name).stat().st_size, many):
        folder = harm(f"keys/{own.name}", place)
        if not refused(folder, passphrase, files):
            with Vault.open(folder, passphrase) as vault:
                assert len(people_in(vault)) == 12


@few_or_many
def test_a_bit_in_the_marker(
    harm: Callable[[str, int], Path], crashed: Path, passphrase: str, files: Files, many: int
) -> None:
    for place in places((crashed / "lifestory.json").stat().st_size, many):
        folder = harm("lifestory.json", place)
        if not refused(folder, passphrase, files):
            with Vault.open(folder, passphrase) as vault:
                assert len(people_in(vault)) == 12
                assert all(line.ok for line in check(vault))


@few_or_many
def test_a_bit_in_an_original_is_named_by_the_check(
    harm: Callable[[str, int], Path], crashed: Path, passphrase: str, many: int
) -> None:
    (path,) = crashed.glob("originals/*/*")
    for place in places(path.stat().st_size, many):
        with Vault.open(harm("originals/*/*", place), passphrase) as vault:
            ((key, _),) = vault.originals.rows()
            assert [line.what for line in check(vault) if not line.ok] == [f"original {key}"]
            assert len(people_in(vault)) == 12


@few_or_many
def test_a_bit_in_the_cache_costs_no_more_than_the_cache(
    harm: Callable[[str, int], Path], crashed: Path, passphrase: str, many: int
) -> None:
    for file in ("cache.db", "cache.db-wal"):
        for place in places((crashed / file).stat().st_size, many):
            with Vault.open(harm(file, place), passphrase) as vault:
                assert vault.cache.get("small") in {None, b"few pixels"}
                vault.cache.put("other", b"pixels")
                assert vault.cache.get("other") == b"pixels"
                assert all(line.ok for line in check(vault))
