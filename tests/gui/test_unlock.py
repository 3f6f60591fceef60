"""The first screen, alone."""

# mypy: allow-untyped-calls
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lifestory.gui.places.unlock import Unlock
from lifestory.gui.settings import MOST, Settings


@pytest.fixture
def unlock(qtbot: QtBot) -> Unlock:
    made = Unlock()
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    return made


def test_enter_opens_the_chosen_store(unlock: Unlock, qtbot: QtBot, tmp_path: Path) -> None:
    unlock.show_stores([tmp_path])
    qtbot.keyClicks(unlock.passphrase.field, "four words of mine")
    with qtbot.waitSignal(unlock.open_asked) as said:
        qtbot.keyClick(unlock.passphrase.field, Qt.Key.Key_Return)
    assert said.args == [tmp_path, "four words of mine"]


def test_a_second_click_while_it_opens_is_not_heard(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.show_stores([tmp_path])
    qtbot.keyClicks(unlock.passphrase.field, "four words")
    unlock.show_busy(busy=True)
    with qtbot.assertNotEmitted(unlock.open_asked):
        unlock.open.click()


def test_caps_lock_is_noticed(unlock: Unlock, qtbot: QtBot) -> None:
    qtbot.keyClick(unlock.passphrase.field, "A", Qt.KeyboardModifier.NoModifier)
    assert unlock.passphrase.note.isVisible()
    qtbot.keyClick(unlock.passphrase.field, "a", Qt.KeyboardModifier.NoModifier)
    assert not unlock.passphrase.note.isVisible()


def test_a_passphrase_is_hidden_until_asked_for(unlock: Unlock) -> None:
    field = unlock.passphrase.field
    assert field.echoMode() is QLineEdit.EchoMode.Password
    unlock.passphrase._eye.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    unlock.start()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_store_is_made_with_a_passphrase_typed_twice(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.begin_store()
    making = unlock.new_store
    making.folder.setText(str(tmp_path / "mine"))
    qtbot.keyClicks(making.first, "apple river stone window")
    qtbot.keyClicks(making.again, "apple river stone")
    assert making.differs.isVisible()
    assert not making.make.isEnabled()
    qtbot.keyClicks(making.again, " window")
    with qtbot.waitSignal(unlock.make_asked) as said:
        making.make.click()
    assert said.args == [tmp_path / "mine", "apple river stone window"]


def test_the_hint_is_honest_about_a_short_passphrase(unlock: Unlock, qtbot: QtBot) -> None:
    unlock.begin_store()
    qtbot.keyClicks(unlock.new_store.first, "P4$$w0rd!")
    assert "guess" in unlock.new_store.hint.text()


def test_the_recovery_phrase_must_be_written_down_before_one_goes_on(
    unlock: Unlock, qtbot: QtBot
) -> None:
    unlock.show_phrase("apple river stone")
    assert unlock.phrase.words.text() == "apple river stone"
    assert not unlock.phrase.enter.isEnabled()
    unlock.phrase.kept.click()
    with qtbot.waitSignal(unlock.entered):
        unlock.phrase.enter.click()
    unlock.start()
    assert unlock.phrase.words.text() == ""


def test_settings_remember_folders_and_nothing_of_a_child(
    settings: Settings, tmp_path: Path
) -> None:
    for number in range(MOST + 3):
        settings.remember_store(tmp_path / str(number))
    settings.remember_store(tmp_path / "9")
    assert settings.stores()[:2] == [tmp_path / "9", tmp_path / str(MOST + 2)]
    assert len(settings.stores()) == MOST
    assert settings._kept.allKeys() == ["stores"]


def test_one_store_is_remembered_as_one(settings: Settings, tmp_path: Path) -> None:
    settings.remember_store(tmp_path)
    settings._kept.sync()
    kept = QSettings(settings._kept.fileName(), QSettings.Format.IniFormat)
    assert Settings(kept).stores() == [tmp_path]
