"""The first screen, alone."""

# mypy: allow-untyped-calls
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lifestory.app.damage import Damage, FoundBackup
from lifestory.gui import look
from lifestory.gui.places.phrase import ASKED
from lifestory.gui.places.unlock import Unlock
from lifestory.gui.settings import MOST, Settings
from lifestory.gui.widgets.parts import Field

pytestmark = pytest.mark.styled


@pytest.fixture(autouse=True)
def _usual_text(qapp: QApplication) -> Iterator[None]:
    yield
    look.set_text_percent(qapp, 100)


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
    unlock.passphrase.eye.click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    unlock.start()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_what_is_typed_is_shown_with_keys_alone(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.show_stores([tmp_path])
    unlock.activateWindow()
    qtbot.waitUntil(unlock.isActiveWindow)
    field, eye = unlock.passphrase.field, unlock.passphrase.eye
    field.setFocus()
    qtbot.keyClicks(field, "four words")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert unlock.focusWidget() is eye
    assert eye.accessibleName() == "Show what I type"
    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert (eye.text(), eye.accessibleName()) == ("Hide", "Hide what I type")
    qtbot.keyClick(eye, Qt.Key.Key_Return)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert field.text() == "four words"
    assert field.textMargins().right() >= eye.width(), "no letter runs under the button"


def test_with_nothing_typed_there_is_nothing_to_open(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.show_stores([tmp_path])
    assert not unlock.open.isEnabled()
    qtbot.keyClicks(unlock.passphrase.field, "four words")
    assert unlock.open.isEnabled()
    unlock.start()
    unlock.show_stores([tmp_path])
    assert not unlock.open.isEnabled()
    unlock.show_stores([])
    qtbot.keyClicks(unlock.passphrase.field, "four words")
    assert not unlock.open.isEnabled()


def test_a_store_is_made_with_a_passphrase_typed_twice(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.begin_store()
    making = unlock.new_store
    making.folder.setText(str(tmp_path / "mine"))
    qtbot.keyClicks(making.passphrase.first, "apple river stone window")
    qtbot.keyClicks(making.passphrase.again, "apple river stone")
    assert making.passphrase.differs.isVisible()
    assert not making.make.isEnabled()
    qtbot.keyClicks(making.passphrase.again, " window")
    with qtbot.waitSignal(unlock.make_asked) as said:
        making.make.click()
    assert said.args == [tmp_path / "mine", "apple river stone window"]


def test_a_weak_passphrase_is_called_weak_and_makes_no_store(unlock: Unlock, qtbot: QtBot) -> None:
    unlock.begin_store()
    making = unlock.new_store
    for field in (making.passphrase.first, making.passphrase.again):
        qtbot.keyClicks(field, "P4$$w0rd!")
    assert "within a day" in making.passphrase.hint.text()
    assert not making.make.isEnabled()


WORDS = "apple river stone window kettle garden pencil ladder orange bridge candle forest"


def asked_back(unlock: Unlock) -> list[tuple[str, Field]]:
    return [(WORDS.split()[place], field) for place, field in unlock.phrase.asked]


def test_three_words_of_the_recovery_phrase_are_asked_back(unlock: Unlock, qtbot: QtBot) -> None:
    unlock.show_phrase(WORDS)
    assert WORDS in unlock.phrase.card.accessibleName()
    unlock.phrase.written.click()
    assert not unlock.phrase.card.isVisible()
    assert len(unlock.phrase.asked) == ASKED
    for word, field in asked_back(unlock):
        qtbot.keyClicks(field, f" {word.upper()} ")
    with qtbot.waitSignal(unlock.entered):
        unlock.phrase.enter.click()
    unlock.start()
    assert unlock.phrase.words == ()
    assert not unlock.phrase.asked


@pytest.mark.parametrize("asked", [False, True], ids=["shown", "asked back"])
def test_numbers_stand_under_numbers_and_words_under_words(unlock: Unlock, asked: bool) -> None:
    unlock.show_phrase(WORDS)
    page = unlock.phrase
    if asked:
        page.ask()
        page.asked[0][1].setText("")
    QApplication.processEvents()
    names = [one for one in page.findChildren(QLabel) if one.isVisible() and ends_in_number(one)]
    ends = Counter(right_end(one) for one in names)
    if asked:
        assert len(ends) == 1
        assert len({field.mapTo(page, field.rect().topLeft()).x() for _, field in page.asked}) == 1
        return
    assert sorted(ends.values()) == [4, 4, 4]
    words = [one for one in page.card.findChildren(QLabel) if one.text() in WORDS.split()]
    assert sorted(Counter(one.x() for one in words).values()) == [4, 4, 4]


def ends_in_number(label: QLabel) -> bool:
    return bool(re.fullmatch(r"(Word )?\d+", label.text()))


def right_end(label: QLabel) -> int:
    """Where the last digit ends."""
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    return label.mapToGlobal(label.rect().topRight()).x()


def test_a_word_that_differs_keeps_one_there_and_the_phrase_can_be_seen_again(
    unlock: Unlock, qtbot: QtBot
) -> None:
    unlock.show_phrase(WORDS)
    unlock.phrase.ask()
    for _, field in asked_back(unlock):
        qtbot.keyClicks(field, "pebble")
    with qtbot.assertNotEmitted(unlock.entered):
        unlock.phrase.enter.click()
    assert unlock.phrase.wrong.isVisible()


def test_the_recovery_phrase_and_a_new_passphrase_are_given_together(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.show_stores([tmp_path])
    unlock.forgot.click()
    page = unlock.forgotten
    qtbot.keyClicks(page.phrase, WORDS)
    assert not page.open.isEnabled()
    for field in (page.passphrase.first, page.passphrase.again):
        qtbot.keyClicks(field, "a new lamp in the hall")
    with qtbot.waitSignal(unlock.recover_asked) as said:
        page.open.click()
    assert said.args == [tmp_path, WORDS, "a new lamp in the hall"]
    unlock.start()
    assert page.phrase.toPlainText() == ""


def test_a_backup_is_described_before_it_is_restored(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.begin_restoring(tmp_path / "store")
    page = unlock.restoring
    page.show_damage(Damage(places=2, originals=31))
    assert "2 places" in page.damage.text()
    assert "31 photos and scans" in page.damage.text()
    at = datetime(2026, 11, 18, 16, 50).astimezone()
    page.show_backup(FoundBackup(tmp_path / "b", at, originals=30, of_this_store=True))
    assert "Wed 18 Nov 2026 at 16:50" in page.what.text()
    assert not page.restore.isEnabled()
    qtbot.keyClicks(page.passphrase, "four words of mine")
    with qtbot.waitSignal(page.given) as said:
        page.restore.click()
    assert said.args == [tmp_path / "b", tmp_path / "store-2", "four words of mine", at]


def test_of_several_states_an_earlier_one_can_be_brought_back(
    unlock: Unlock, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock.begin_restoring(tmp_path / "store")
    page = unlock.restoring
    newest, older = (datetime(2026, 11, day, 16, 50).astimezone() for day in (18, 11))
    page.show_backup(FoundBackup(tmp_path, newest, 30, of_this_store=True, states=(newest, older)))
    assert page.states.isVisible()
    page.states.setCurrentIndex(1)
    page.states.activated.emit(1)
    assert page.what.text().startswith("Made Wed 11 Nov 2026 at 16:50.")
    qtbot.keyClicks(page.passphrase, "four words of mine")
    with qtbot.waitSignal(page.given) as said:
        page.restore.click()
    assert said.args[-1] == older
    page.clear()
    assert not page.states.isVisible()


def test_a_backup_of_another_store_says_so(unlock: Unlock, tmp_path: Path) -> None:
    unlock.begin_restoring(tmp_path)
    at = datetime(2026, 11, 18, 16, 50).astimezone()
    unlock.restoring.show_backup(FoundBackup(tmp_path, at, originals=0, of_this_store=False))
    assert "another store" in unlock.restoring.what.text()


def test_large_text_takes_the_room_of_the_drawing(unlock: Unlock, qapp: QApplication) -> None:
    assert unlock.landscape.isVisible()
    look.set_text_percent(qapp, 200)
    unlock.resize(1366, 740)
    QApplication.processEvents()
    assert not unlock.landscape.isVisible()
    assert unlock.minimumSizeHint().width() <= 1366


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


def test_the_worker_says_when_it_locks_and_how_large_text_is(settings: Settings) -> None:
    assert (settings.idle_minutes(), settings.text_percent()) == (10, 100)
    settings.remember_idle_minutes(5)
    settings.remember_text_percent(150)
    assert (settings.idle_minutes(), settings.text_percent()) == (5, 150)


@pytest.mark.parametrize("spoilt", ["", "soon", "0", "-3", "99999"])
def test_a_spoilt_setting_is_as_if_there_were_none(settings: Settings, spoilt: str) -> None:
    settings._kept.setValue("idle-minutes", spoilt)
    settings._kept.setValue("text-percent", spoilt)
    assert (settings.idle_minutes(), settings.text_percent()) == (10, 100)
