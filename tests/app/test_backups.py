"""Backups: what the store remembers of them, what they hold, and coming back from them."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lifestory.app.backups import (
    BackupGone,
    back_up,
    generations,
    last_backup,
    places,
    restore,
    standing,
)
from lifestory.app.caseload import add_child
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store, open_store
from lifestory.app.photos import add_photos
from lifestory.app.progress import Stopped
from lifestory.domain.errors import LifestoryError
from lifestory.store.backup_rule import rule
from lifestory.store.troubles import (
    DamagedBackup,
    DamagedGeneration,
    NoSuchGeneration,
    NotABackup,
    NotThisBackup,
)

PASSPHRASE = "a lamp in the window"


@pytest.fixture
def drive(store: Store, robin: FoundChild, album: Any, tmp_path: Path) -> Path:
    """A backup with two states: of Robin with one photo, and of Robin with two and Wren."""
    folder = tmp_path / "backup"
    list(add_photos(store, robin.case, [album.photo("a.jpg")]))
    back_up(store, folder)
    earlier = (folder / "store.db").stat().st_mtime - 86_400
    os.utime(folder / "store.db", (earlier, earlier))
    list(add_photos(store, robin.case, [album.photo("b.jpg")]))
    add_child(store, "Wren")
    back_up(store, folder)
    return folder


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)


def everything(store: Store) -> dict[Any, Any]:
    """Every record and every line of every case, and every original's bytes."""
    whole: dict[Any, Any] = {}
    for key in store.vault.case_ids():
        case = store.vault.case(key)
        whole |= dict(case.records)
        whole[key] = list(case.journal())
    for key, name in store.vault.originals.rows():
        whole[name] = store.vault.originals.read(key)
    return whole


def test_coming_back_is_rehearsed_and_nothing_is_missing(
    store: Store, drive: Path, tmp_path: Path
) -> None:
    done = restore(drive, tmp_path / "new", PASSPHRASE)
    assert (done.copied, done.verified, done.unsound) == (2, 2, 0)
    with open_store(tmp_path / "new", PASSPHRASE) as again:
        assert everything(again) == everything(store)
        assert not again.vault.originals.left_over()


def test_an_earlier_state_comes_back_as_it_was(drive: Path, tmp_path: Path) -> None:
    newest, older = generations(drive)
    assert newest.at - older.at > timedelta(hours=23)
    assert restore(drive, tmp_path / "then", PASSPHRASE, at=older.at).verified == 1
    with open_store(tmp_path / "then", PASSPHRASE) as then:
        assert len(then.vault.case_ids()) == 1
        assert not then.vault.originals.left_over()
    with pytest.raises(NoSuchGeneration):
        restore(drive, tmp_path / "never", PASSPHRASE, at=datetime(2020, 1, 1, tzinfo=UTC))


def test_when_the_newest_is_damaged_the_one_before_is_offered(drive: Path, tmp_path: Path) -> None:
    newest, older = generations(drive)
    spoil(newest.path)
    with pytest.raises(DamagedGeneration) as said:
        restore(drive, tmp_path / "new", PASSPHRASE)
    assert f"{older.at.astimezone():%d %b %Y}" in said.value.remedy
    assert not (tmp_path / "new").exists()
    assert restore(drive, tmp_path / "new", PASSPHRASE, at=older.at).verified == 1
    spoil(older.path)
    with pytest.raises(DamagedBackup) as none:
        restore(drive, tmp_path / "other", PASSPHRASE)
    assert not isinstance(none.value, DamagedGeneration)


def test_generations_are_listed_of_a_backup_alone(store: Store, tmp_path: Path) -> None:
    for wrong in (store.folder, tmp_path / "nowhere"):
        with pytest.raises(NotABackup):
            generations(wrong)


def test_every_folder_with_a_backup_is_remembered(
    store: Store, drive: Path, tmp_path: Path
) -> None:
    back_up(store, tmp_path / "second")
    assert {one.folder for one in places(store)} == {drive, tmp_path / "second"}
    last = last_backup(store)
    assert last is not None
    assert last.folder == tmp_path / "second"


def test_a_backup_by_itself_is_never_made_where_none_lies(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupGone):
        back_up(store, tmp_path / "gone", only_renew=True)
    assert not (tmp_path / "gone").exists()
    assert standing(store).failed is None, "a drive that is not there is no failure"


def test_why_a_backup_failed_is_remembered_until_one_is_made(store: Store, drive: Path) -> None:
    marker = (drive / "lifestory.json").read_bytes()
    (drive / "lifestory.json").write_bytes(b"{}")
    with pytest.raises(NotThisBackup) as said:
        back_up(store, drive)
    (drive / "lifestory.json").write_bytes(marker)
    store.close()
    with open_store(store.folder, PASSPHRASE) as again:
        stands = standing(again)
        assert stands.failed is not None
        assert stands.why == str(said.value)
        assert stands.last is not None
        assert stands.last.folder == drive
        back_up(again, drive)
        assert standing(again).failed is None


def test_a_folder_that_was_refused_is_no_failure_of_the_backup_that_is_kept(
    store: Store, drive: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("do not touch")
    with pytest.raises(NotThisBackup):
        back_up(store, tmp_path / "mine")
    assert standing(store).failed is None


def test_stopped_is_not_failed(store: Store, tmp_path: Path, drive: Path) -> None:
    add_child(store, "Finch")
    with pytest.raises(Stopped):
        back_up(store, drive, cancelled=lambda: True)
    assert standing(store).failed is None


def test_only_a_share_is_read_again_unless_all_is_asked_for(store: Store, drive: Path) -> None:
    assert back_up(store, drive).read_again == 2, "both are small"
    for path in (drive / "originals").glob("*/*"):
        found = path.stat()
        path.write_bytes(bytes(found.st_size))
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    done = back_up(store, drive, whole=True)
    assert (done.changed, done.read_again, done.mended, done.unsound) == (False, 2, 2, 0)


def test_a_stop_while_it_reads_again_leaves_the_backup_made(store: Store, drive: Path) -> None:
    add_child(store, "Finch")
    seen: list[str] = []
    done = back_up(
        store, drive, lambda _n, _of, what: seen.append(what), lambda: "Checking" in seen
    )
    assert done.changed
    assert len(generations(drive)) == 3


def test_a_folder_that_is_carried_away_is_said(store: Store, tmp_path: Path) -> None:
    assert back_up(store, tmp_path / "Dropbox" / "backup").cloud == "Dropbox"
    assert back_up(store, tmp_path / "stick").cloud == ""


def test_the_rule_is_data_and_a_mistake_in_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    rule.cache_clear()
    monkeypatch.setattr("lifestory.assets.read_toml", lambda *_: {"keep": {"last": "many"}})
    with pytest.raises(LifestoryError, match=r"rules/backups\.toml"):
        rule()
    monkeypatch.undo()
    assert rule().late_days < rule().late_very
