"""What a backup holds beside its newest state, what leaves it, and how rot in it is found."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.media import Original
from lifestory.domain.people import Person
from lifestory.store.backup import BackupReport, back_up
from lifestory.store.backup_rule import Rule, rule
from lifestory.store.checking import check
from lifestory.store.folder import StoreFolder
from lifestory.store.generations import generations, names_in, retire, thin
from lifestory.store.journal import OpenCase
from lifestory.store.keyslots import unlock
from lifestory.store.originals import KeptFile
from lifestory.store.rereading import read_again, read_whole
from lifestory.store.restoring import restore
from lifestory.store.system import take_lock
from lifestory.store.troubles import BackupGone, BackupInUse, NotABackup, ReadOnlyFolder
from lifestory.store.vault import Vault

Files = Callable[[Path], dict[str, bytes]]


def keep(vault: Vault, case: OpenCase, data: bytes) -> KeptFile:
    kept = vault.originals.write(data)
    with case.change("Add a photo") as change:
        change.keep(kept)
        change.add(Original(id=kept.id))
    return kept


def add(case: OpenCase, name: str) -> Person:
    one = Person(given=name)
    with case.change("Add a person") as change:
        change.add(one)
    return one


@pytest.fixture
def place(vault: Vault, case: OpenCase, tmp_path: Path) -> StoreFolder:
    """A backup of a store with a person and three photos."""
    add(case, "Halina")
    for number in range(3):
        keep(vault, case, bytes([number]) * 50_000)
    back_up(vault, tmp_path / "backup")
    return StoreFolder(tmp_path / "backup")


def older_by(place: StoreFolder, days: int) -> None:
    """As if the newest state had been made so many days earlier."""
    at = place.database.stat().st_mtime - days * 86_400
    os.utime(place.database, (at, at))


def test_each_state_that_was_backed_up_can_be_brought_back(
    vault: Vault, case: OpenCase, place: StoreFolder, passphrase: str, tmp_path: Path
) -> None:
    for day, name in enumerate(("Ben", "Cleo", "Dora")):
        older_by(place, 3 - day)
        add(case, name)
        back_up(vault, place.root)
    found = generations(place)
    assert [one.at for one in found] == sorted((one.at for one in found), reverse=True)
    key, _ = unlock(place.keys, passphrase)
    for number, one in enumerate(found):
        again = tmp_path / f"again-{number}"
        restore(place.root, again, state=one.path, names=names_in(one.path, key))
        with Vault.open(again, passphrase) as restored:
            people = restored.case(case.id).records.of(Person)
            assert [person.given for person in people] == ["Halina", "Ben", "Cleo", "Dora"][
                : 4 - number
            ]
            assert all(line.ok for line in check(restored))


def test_when_nothing_has_changed_nothing_is_written(
    vault: Vault, place: StoreFolder, files: Files
) -> None:
    before = files(place.root)
    vault.note("backed up at", "just now")
    assert back_up(vault, place.root) == BackupReport(0, 3, 3, (), changed=False)
    assert files(place.root) == before


@pytest.mark.parametrize("what", ["a note", "a slot", "a case"])
def test_whatever_changes_makes_a_new_state(vault: Vault, place: StoreFolder, what: str) -> None:
    match what:
        case "a note":
            vault.note("copies", "one for Gran")
        case "a slot":
            vault.slots.add_passphrase("Ben", "second")
        case "a case":
            vault.new_case("R-2")
    assert back_up(vault, place.root).changed
    assert len(generations(place)) == 2


def test_what_was_erased_leaves_the_older_states_at_the_next_backup(
    vault: Vault, case: OpenCase, place: StoreFolder
) -> None:
    gran = add(case, "Gran")
    back_up(vault, place.root)
    photo = keep(vault, case, b"of Gran")
    back_up(vault, place.root)
    assert len(generations(place)) == 3
    case.erase([gran.id])
    assert back_up(vault, place.root).erased == 2, "two knew her"
    assert len(generations(place)) == 2
    case.erase([photo.id])
    assert back_up(vault, place.root).erased == 1, "one had the photo, the first never had"
    assert len(generations(place)) == 2
    assert not list(place.originals.rglob(photo.name))
    add(case, "Ben")
    assert back_up(vault, place.root).erased == 0


def test_what_an_older_state_asks_for_stays_until_that_goes(
    vault: Vault, case: OpenCase, place: StoreFolder, passphrase: str, tmp_path: Path
) -> None:
    first = generations(place)[0]
    restore(place.root, tmp_path / "earlier", state=first.path)
    late = keep(vault, case, b"late")
    back_up(vault, place.root)
    vault.close()
    with Vault.open(tmp_path / "earlier", passphrase) as earlier:
        add(earlier.case(case.id), "Ben")
        back_up(earlier, place.root)
        assert list(place.originals.rglob(late.name))
        for one in generations(place)[1:]:
            one.path.unlink()
        back_up(earlier, place.root)
        assert not list(place.originals.rglob(late.name))


def days(*numbers: int) -> list[datetime]:
    return [datetime(2026, 11, 22, 16, tzinfo=UTC) - timedelta(days=one) for one in numbers]


def test_the_rule_keeps_the_last_ones_and_fewer_the_older_they_are() -> None:
    simple = replace(rule(), keep_last=2, keep_days=3, keep_weeks=2, keep_months=2)
    kept = simple.kept(days(*range(1, 100)), days(0)[0])
    # 22 November 2026 is a Sunday: the week before ends on the 15th, October on the 31st.
    assert kept == set(days(1, 2, 3, 7, 22))


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), unique=True))
def test_the_last_are_always_kept_and_never_more_than_the_rule_says(times: list[datetime]) -> None:
    now, it = datetime(2026, 1, 1), rule()
    kept = it.kept(times, now)
    past = sorted((one for one in times if one <= now), reverse=True)
    assert kept >= set(past[: it.keep_last])
    assert kept >= {one for one in times if one > now}, "a clock was wrong: none is dropped for it"
    most = it.keep_last + it.keep_days + it.keep_weeks + it.keep_months
    assert len(kept & set(past)) <= most
    assert it.kept(sorted(kept), now) == kept, "what was kept once stays until something is newer"


def test_older_states_go_by_the_rule(vault: Vault, case: OpenCase, place: StoreFolder) -> None:
    few: Rule = replace(rule(), keep_last=1, keep_days=0, keep_weeks=0, keep_months=0)
    for day, name in enumerate(("Ben", "Cleo")):
        older_by(place, 2 - day)
        add(case, name)
        back_up(vault, place.root)
    older_before = generations(place)[1:]
    assert thin(place, few) == 1
    assert generations(place)[1:] == older_before[:1]


def test_two_states_of_the_same_second_both_have_a_name(vault: Vault, place: StoreFolder) -> None:
    content = place.database.read_bytes()
    at = place.database.stat().st_mtime
    first = retire(place)
    place.database.write_bytes(content)
    os.utime(place.database, (at, at))
    assert retire(place).at == first.at + timedelta(seconds=1)


def spoil(path: Path) -> None:
    """Turns a bit; size and time stay."""
    found = path.stat()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def test_rot_is_found_in_turns_and_mended(vault: Vault, place: StoreFolder) -> None:
    for path in place.originals.glob("*/*"):
        spoil(path)
    read = [read_again(vault, place.root, 0, time.time()) for _ in range(3)]
    assert [(one.read, one.mended) for one in read] == [(1, 1)] * 3, "another one each time"
    assert read_again(vault, place.root, 9, time.time() - 60).read == 0, "all were read just now"
    assert read_whole(vault, place.root).mended == 0


def test_a_whole_look_finds_what_is_rotten_and_what_cannot_be_mended(
    vault: Vault, case: OpenCase, place: StoreFolder
) -> None:
    add(case, "Ben")
    back_up(vault, place.root)
    older = generations(place)[1]
    spoil(older.path)
    lost = next(place.originals.glob("*/*"))
    spoil(lost)
    spoil(StoreFolder(vault.folder).originals / lost.parent.name / lost.name)
    seen: list[tuple[int, int]] = []
    found = read_whole(vault, place.root, lambda done, of: seen.append((done, of)))
    assert (found.read, found.mended, len(found.unsound)) == (3, 0, 1)
    assert found.damaged == (older.at,)
    assert len(generations(place)) == 1
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_newest_state_that_rotted_is_made_anew_and_never_kept_as_an_older_one(
    vault: Vault, place: StoreFolder, tmp_path: Path, passphrase: str
) -> None:
    spoil(place.database)
    assert back_up(vault, place.root).changed
    assert len(generations(place)) == 1
    restore(place.root, tmp_path / "again")
    with Vault.open(tmp_path / "again", passphrase) as again:
        assert all(line.ok for line in check(again))


def test_without_its_list_a_backup_is_verified_anew(vault: Vault, place: StoreFolder) -> None:
    for path in place.originals.glob("*/*"):
        spoil(path)
    place.checked.write_bytes(b"not a list")
    assert back_up(vault, place.root).copied == 3


def test_a_backup_as_the_first_version_made_it_goes_on(
    vault: Vault, case: OpenCase, place: StoreFolder, tmp_path: Path, passphrase: str
) -> None:
    place.checked.unlink()
    place.lock.unlink()
    restore(place.root, tmp_path / "again")
    with Vault.open(tmp_path / "again", passphrase) as again:
        assert all(line.ok for line in check(again))
    add(case, "Ben")
    assert back_up(vault, place.root) == BackupReport(0, 3, 3, ())
    assert len(generations(place)) == 2, "what it held is kept beside"


def test_two_programs_do_not_write_to_one_backup(
    vault: Vault, place: StoreFolder, files: Files
) -> None:
    before = files(place.root)
    with take_lock(place.lock), pytest.raises(BackupInUse):
        back_up(vault, place.root)
    assert files(place.root) == before


def test_a_stick_that_is_pulled_out_is_said_and_nothing_is_written_where_it_was(
    vault: Vault, case: OpenCase, place: StoreFolder, tmp_path: Path
) -> None:
    for number in range(3):
        keep(vault, case, bytes([9, number]) * 20_000)

    def pull(done: int, of: int) -> None:
        if done == 4:
            place.root.rename(tmp_path / "pulled out")
            place.root.mkdir()

    with pytest.raises(BackupGone):
        back_up(vault, place.root, pull)
    assert list(place.root.iterdir()) == []
    with pytest.raises(NotABackup):
        read_whole(vault, place.root)
    place.root.rmdir()
    (tmp_path / "pulled out").rename(place.root)
    assert back_up(vault, place.root).verified == 6


def test_a_stick_that_takes_nothing_is_said(
    vault: Vault, case: OpenCase, small_disk: Callable[[str], Path]
) -> None:
    stick = small_disk("size=4m")
    keep(vault, case, b"one")
    back_up(vault, stick / "backup")
    add(case, "Ben")
    subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
    with pytest.raises(ReadOnlyFolder):
        back_up(vault, stick / "backup")


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("/home/a/OneDrive - Council/backups", "OneDrive - Council"),
        ("/home/a/Dropbox", "Dropbox"),
        ("/media/stick/Lifestory backup", ""),
    ],
)
def test_a_folder_that_a_service_carries_away_is_known(folder: str, cloud: str) -> None:
    assert rule().cloud_of(Path(folder)) == cloud
