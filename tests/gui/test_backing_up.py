"""Backups in the window: by themselves, on closing, and what is said when there is none."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.backups import back_up, generations, standing
from lifestory.app.caseload import add_child, children
from lifestory.app.open_store import create_store, open_store
from lifestory.gui.models.backup_words import Stands, in_short, tone
from lifestory.gui.places.choices import Choices
from lifestory.gui.window import Window

PASSPHRASE = "four words of mine"
Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one child, and a backup of it beside it."""
    folder = tmp_path_factory.mktemp("made")
    store, _ = create_store(folder / "store", PASSPHRASE, work_factor=10)
    with store:
        add_child(store, "Robin")
        back_up(store, folder / "drive" / "Lifestory backup")
    return folder


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """Where the backup of this test lies."""
    return tmp_path / "drive" / "Lifestory backup"


@pytest.fixture
def entered(made: Path, window: Window, enter: Enter, drive: Path, tmp_path: Path) -> Window:
    """The window, with a copy of that store open, whose backup is a copy of that backup."""
    for name in ("store", "drive"):
        shutil.copytree(made / name, tmp_path / name)
    with open_store(tmp_path / "store", PASSPHRASE) as store:
        back_up(store, drive)
    enter(window, (tmp_path / "store", PASSPHRASE))
    return window


def add_wren(window: Window) -> None:
    add_child(window.desk.store, "Wren")


def test_when_a_day_has_passed_a_backup_is_made_by_itself(
    entered: Window, settled: Settled, drive: Path
) -> None:
    add_wren(entered)
    entered.backups.look(datetime.now() + timedelta(hours=23))
    settled(entered)
    assert len(generations(drive)) == 1
    entered.backups.look(datetime.now() + timedelta(hours=25))
    settled(entered)
    assert len(generations(drive)) == 2
    assert not entered.place.messages.standing, "it is quiet about it"
    assert entered.status.backup.text().startswith("Backed up today")


def test_a_clock_that_was_wrong_does_not_put_it_off(
    entered: Window, settled: Settled, drive: Path
) -> None:
    add_wren(entered)
    entered.backups.look(datetime.now() - 400 * DAY)
    settled(entered)
    assert len(generations(drive)) == 2


def test_whoever_wants_none_by_itself_gets_none(
    entered: Window, settled: Settled, drive: Path
) -> None:
    add_wren(entered)
    entered.act("go:settings")
    place = entered.place
    assert isinstance(place, Choices)
    assert place.hours.index == 2
    place.hours._group.button(0).click()
    entered.backups.look(datetime.now() + 30 * DAY)
    settled(entered)
    assert len(generations(drive)) == 1
    assert entered.settings.backup_hours() == 0


def test_a_drive_that_is_not_there_raises_no_voice_and_nothing_is_made_in_its_place(
    entered: Window, settled: Settled, drive: Path
) -> None:
    drive.parent.rename(drive.parent.with_name("pulled out"))
    entered.backups.look(datetime.now() + 8 * DAY)
    settled(entered)
    assert not drive.parent.exists()
    assert not entered.place.messages.standing
    entered.backups.look(datetime.now() + 8 * DAY)
    assert entered.status.no_backup.text().startswith("No backup since")


def test_a_backup_by_itself_that_fails_is_said_and_work_goes_on(
    entered: Window, settled: Settled, drive: Path
) -> None:
    marker = drive / "lifestory.json"
    other = marker.read_text().split('"store": "')[1][:8]
    marker.write_text(marker.read_text().replace(other, "00000000"))
    entered.backups.look(datetime.now() + 2 * DAY)
    settled(entered)
    (said,) = entered.place.messages.standing
    assert said.startswith("The backup that was due could not be made.")
    assert "something else than a backup of this store" in said
    assert entered.status.no_backup.text() == "The last backup failed"
    assert standing(entered.desk.store).failed is not None
    entered.backups.look(datetime.now() + 2 * DAY)
    assert not entered.jobs.running, "it is tried again only after a while"
    add_wren(entered)
    assert len(children(entered.desk.store)) == 2


def test_after_two_weeks_it_is_said_once_where_the_work_is(
    entered: Window, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = (datetime.now().astimezone() - 15 * DAY).isoformat()
    entered.desk.store.vault.note("backed up at", long_ago)
    for _ in range(2):
        entered.backups.read()
        settled(entered)
    (said,) = entered.place.messages.standing
    assert said.startswith("There has been no backup for 15 days.")
    assert entered.status.no_backup.text() == "No backup for 15 days"
    (bar,) = entered.place.messages._strips
    next(one for one in bar.findChildren(QPushButton) if one.text() == "Back up now").click()
    settled(entered)
    assert entered.status.backup.text().startswith("Backed up today")


@pytest.mark.parametrize(
    ("how", "words", "colour"),
    [
        (Stands(), "Choose where backups go", "look"),
        (Stands(datetime(2026, 11, 3)), "", ""),
        (Stands(datetime(2026, 11, 3), late=8), "No backup since Tue 3 Nov", "look"),
        (Stands(datetime(2026, 11, 3), late=15, very=True), "No backup for 15 days", "stop"),
        (Stands(datetime(2026, 11, 3), failed=True), "The last backup failed", "stop"),
    ],
)
def test_the_line_grows_plainer_with_the_days(how: Stands, words: str, colour: str) -> None:
    assert in_short(how) == words
    assert not words or tone(how) == colour


def test_the_whole_backup_is_read_where_that_is_asked_for(
    entered: Window, settled: Settled, drive: Path
) -> None:
    entered.act("go:settings")
    place = entered.place
    assert isinstance(place, Choices)
    place.whole.click()
    settled(entered)
    assert place.messages.standing[0].startswith("The whole backup was read")
    assert place.messages.standing[0].endswith("All of it is as it was written.")


def test_a_folder_that_a_service_carries_away_is_explained(
    entered: Window, settled: Settled, tmp_path: Path
) -> None:
    entered.backups.back_up(tmp_path / "OneDrive - Council" / "backup", entered.place.messages)
    settled(entered)
    assert "carried away by a service" in entered.place.messages.standing[0]


def test_a_drive_that_is_not_there_when_one_asks_lets_one_choose_another(
    entered: Window, settled: Settled, drive: Path
) -> None:
    shutil.rmtree(drive)
    entered.act("back-up")
    settled(entered)
    assert "no longer there" in entered.place.messages.standing[0]
    dialog = entered.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def close_as_one_does(window: Window) -> None:
    """With the button of the window's frame."""
    handle = window.windowHandle()
    assert handle is not None
    handle.close()


def test_closing_the_window_makes_the_last_backup_of_the_day(
    entered: Window, qtbot: QtBot, drive: Path, tmp_path: Path
) -> None:
    add_wren(entered)
    close_as_one_does(entered)
    assert entered.isVisible()
    assert entered.closing.isVisible()
    assert not entered.place.isVisible(), "nothing of the store is seen meanwhile"
    qtbot.waitUntil(lambda: not entered.isVisible(), timeout=30_000)
    assert len(generations(drive)) == 2
    with open_store(tmp_path / "store", PASSPHRASE):
        pass


def test_closing_does_not_wait_for_a_drive_that_is_not_there(
    entered: Window, qtbot: QtBot, drive: Path
) -> None:
    shutil.rmtree(drive)
    close_as_one_does(entered)
    qtbot.waitUntil(lambda: not entered.isVisible(), timeout=30_000)
    assert not drive.exists()


@pytest.mark.parametrize("way", ["the button", "closing once more"])
def test_nobody_has_to_wait_for_it(entered: Window, drive: Path, tmp_path: Path, way: str) -> None:
    add_wren(entered)
    close_as_one_does(entered)
    if way == "the button":
        entered.closing.leave.click()
    else:
        close_as_one_does(entered)
    assert not entered.isVisible()
    with open_store(tmp_path / "store", PASSPHRASE) as store:
        assert len(children(store)) == 2


def test_a_failure_on_closing_is_said_and_one_can_stay(
    entered: Window, qtbot: QtBot, drive: Path
) -> None:
    (drive / "lifestory.json").write_text("{}")
    close_as_one_does(entered)
    title = entered.closing.title
    qtbot.waitUntil(lambda: title.text() == "The backup could not be made", timeout=30_000)
    assert "something else than a backup" in entered.closing.words.text()
    entered.closing.stay.click()
    assert entered.place.isVisible()
    assert entered.isVisible()


def test_a_closed_window_makes_none_where_none_is_wanted(entered: Window, drive: Path) -> None:
    add_wren(entered)
    entered.act("go:settings")
    place = entered.place
    assert isinstance(place, Choices)
    place.closing.click()
    close_as_one_does(entered)
    assert not entered.isVisible()
    assert len(generations(drive)) == 1


def test_a_locked_window_closes_at_once(entered: Window, settled: Settled, drive: Path) -> None:
    add_wren(entered)
    entered.act("lock")
    settled(entered)
    close_as_one_does(entered)
    assert not entered.isVisible()
    assert len(generations(drive)) == 1
