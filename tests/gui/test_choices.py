"""Settings: what is chosen there holds at once and after a restart."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lifestory.app.open_store import open_store
from lifestory.gui import look
from lifestory.gui.places.choices import Choices
from lifestory.gui.window import Window

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]


@pytest.fixture(autouse=True)
def _usual_text(qapp: QApplication) -> Iterator[None]:
    yield
    look.set_text_percent(qapp, 100)


@pytest.fixture
def choices(window: Window, sample_store: Kept, enter: Enter, tmp_path: Path) -> Choices:
    folder = tmp_path / "mine"
    shutil.copytree(sample_store[0], folder)
    enter(window, (folder, sample_store[1]))
    window.act("go:settings")
    place = window.place
    assert isinstance(place, Choices)
    return place


def test_the_size_of_text_and_the_minutes_are_chosen_and_remembered(
    window: Window, choices: Choices
) -> None:
    choices.percent._group.button(2).click()
    assert look.text_percent() == window.settings.text_percent() == 130
    window.act("usual-size")
    assert choices.percent.index == 0
    choices.minutes._group.button(0).click()
    assert window.idle.minutes == window.settings.idle_minutes() == 2
    assert window.status.idle.text() == "Locks after 2 idle minutes"


def test_a_backup_is_made_where_one_says_and_its_place_is_shown(
    window: Window, choices: Choices, qtbot: QtBot, tmp_path: Path
) -> None:
    assert choices.backup.text().startswith("There is no backup yet.")
    choices.back_up.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.backups.known, timeout=30_000):
        dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert choices.backup.text().startswith("The last one was made today")
    assert str(tmp_path) in choices.backup.text()
    assert not choices.elsewhere.isHidden()


def change(choices: Choices, now: str, new: str, qtbot: QtBot) -> None:
    for field, words in ((choices.now, now), (choices.new, new), (choices.again, new)):
        field.clear()
        qtbot.keyClicks(field, words)
    choices.change.click()
    choices.change.click()


def test_a_new_passphrase_needs_the_one_that_holds(
    window: Window, choices: Choices, sample_store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    assert not choices.change.isEnabled()
    new = "kettle marble lantern otter"
    change(choices, "not this one", new, qtbot)
    settled(window)
    assert "does not open this store" in choices.messages.standing[0]
    assert choices.new.text() == new, "what was typed stays"
    change(choices, sample_store[1], new, qtbot)
    settled(window)
    assert choices.messages.standing == (
        "Your passphrase has been changed. From now on only the new one opens this store.",
    )
    assert choices.new.text() == choices.now.text() == ""
    folder = window.desk.store.folder
    window.close()
    with open_store(folder, new) as opened:
        assert opened.is_there


def test_locking_leaves_no_passphrase_in_the_fields(
    window: Window, choices: Choices, qtbot: QtBot
) -> None:
    qtbot.keyClicks(choices.now, "half typed")
    window.act("lock")
    assert choices.now.text() == ""
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
