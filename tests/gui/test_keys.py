"""Who can open the store, in Settings: listed, tried, added and taken away."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.council_keys import BESIDE
from lifestory.app.keyslots import try_slot
from lifestory.gui.places.choices import Choices
from lifestory.gui.places.keys import Keys
from lifestory.gui.places.new_store import NewStore
from lifestory.gui.window import Window
from lifestory.sealing.streams import new_identity
from lifestory.store.troubles import WrongPassphrase

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]
NEW = "kettle marble lantern otter"


@pytest.fixture
def folder(sample_store: Kept, tmp_path: Path) -> Path:
    return shutil.copytree(sample_store[0], tmp_path / "mine")


@pytest.fixture
def keys(window: Window, folder: Path, sample_store: Kept, enter: Enter, settled: Settled) -> Keys:
    enter(window, (folder, sample_store[1]))
    window.act("go:settings")
    settled(window)
    assert isinstance(window.place, Choices)
    return window.place.keys


def listed(keys: Keys) -> set[str]:
    return {one.text() for one in keys.findChildren(QLabel) if one.isVisible()}


def test_every_way_in_is_listed_and_can_be_told_apart_by_ear(keys: Keys) -> None:
    assert {"Dana", "passphrase, opened it now", "Recovery phrase"} <= listed(keys)
    removes = [one for one in keys.findChildren(QPushButton) if one.text() == "Remove"]
    assert {one.accessibleName() for one in removes} == {"Remove: Dana", "Remove: Recovery phrase"}


def test_a_passphrase_is_tried_and_nothing_is_changed(
    window: Window, keys: Keys, sample_store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    keys.test.click()
    qtbot.keyClicks(keys.typed.field, sample_store[1])
    keys.save.click()
    settled(window)
    assert window.place.messages.standing == (
        "This is the passphrase of Dana. Nothing has been changed.",
    )
    assert keys.typed.field.text() == ""
    keys.test.click()
    qtbot.keyClicks(keys.typed.field, "not this one")
    keys.save.click()
    settled(window)
    assert "does not open this store" in window.place.messages.standing[0]


def test_a_person_is_let_in_only_by_someone_who_knows_a_passphrase(
    window: Window, keys: Keys, folder: Path, sample_store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    keys.person.click()
    qtbot.keyClicks(keys.name, "Ben")
    for field in (keys.theirs.first, keys.theirs.again):
        qtbot.keyClicks(field, NEW)
    assert not keys.save.isEnabled()
    qtbot.keyClicks(keys.now.field, "not this one")
    keys.save.click()
    settled(window)
    assert "does not open this store" in window.place.messages.standing[0]
    with pytest.raises(WrongPassphrase):
        try_slot(folder, NEW)
    assert keys.theirs.first.text() == NEW, "what was typed stays"
    keys.now.field.clear()
    qtbot.keyClicks(keys.now.field, sample_store[1])
    keys.save.click()
    settled(window)
    qtbot.waitUntil(lambda: "Ben" in listed(keys))
    assert try_slot(folder, NEW).kind == "passphrase"
    assert keys.theirs.first.text() == keys.now.field.text() == ""


def test_a_public_key_is_added_tried_with_its_file_and_removed(
    window: Window,
    keys: Keys,
    sample_store: Kept,
    settled: Settled,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    council = new_identity()
    keys.key.click()
    for field, words in (
        (keys.name, "Records"),
        (keys.recipient, council.recipient),
        (keys.now.field, sample_store[1]),
    ):
        qtbot.keyClicks(field, words)
    keys.save.click()
    settled(window)
    qtbot.waitUntil(lambda: f"public key · {council.recipient[:12]}…" in listed(keys))
    (tmp_path / "key.txt").write_text(council.secret, encoding="utf-8")
    keys.test.click()
    keys.file.click()
    dialog = keys.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "key.txt"))
    dialog.close()
    settled(window)
    assert "This is the key of Records." in window.place.messages.standing[0]
    remove = next(
        one
        for one in keys.findChildren(QPushButton)
        if one.accessibleName() == "Remove: Records" and one.isVisible()
    )
    remove.click()
    qtbot.keyClicks(keys.now.field, sample_store[1])
    keys.save.click()
    settled(window)
    assert window.place.messages.standing[0].endswith("made before still open with it.")
    qtbot.waitUntil(lambda: "Dana" in listed(keys))
    assert "Records" not in listed(keys)


def test_a_new_recovery_phrase_holds_once_it_is_read_back(
    window: Window, keys: Keys, folder: Path, sample_store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    keys.new_phrase.click()
    qtbot.keyClicks(keys.now.field, sample_store[1])
    keys.save.click()
    settled(window)
    words = keys.phrase.words
    assert len(words) == 12
    with pytest.raises(WrongPassphrase):
        try_slot(folder, " ".join(words))
    keys.phrase.written.click()
    for place, field in keys.phrase.asked:
        qtbot.keyClicks(field, words[place])
    keys.phrase.enter.click()
    settled(window)
    assert try_slot(folder, " ".join(words)).kind == "recovery"
    assert len(list((folder / "keys").glob("recovery-*"))) == 1
    assert keys.phrase.words == ()


def test_whoever_goes_elsewhere_leaves_nothing_typed_and_no_phrase(
    window: Window, keys: Keys, sample_store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    keys.new_phrase.click()
    qtbot.keyClicks(keys.now.field, sample_store[1])
    keys.save.click()
    settled(window)
    assert keys.phrase.words
    window.act("go:help")
    assert keys.phrase.words == ()
    window.act("go:settings")
    keys.test.click()
    qtbot.keyClicks(keys.typed.field, "half typed")
    window.act("lock")
    assert keys.typed.field.text() == ""
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    assert "Dana" not in {one.text() for one in keys.findChildren(QLabel) if not one.isHidden()}


def test_whoever_makes_a_store_reads_that_the_council_can_open_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    made = NewStore()
    qtbot.addWidget(made)
    made.show()
    assert made.council.isHidden()
    made.hide()
    rule = f'[[holder]]\nlabel = "Records team"\nrecipient = "{new_identity().recipient}"'
    (tmp_path / BESIDE).write_text(rule, encoding="utf-8")
    made.show()
    assert made.council.text().endswith("lost: Records team.")
    made.hide()
    (tmp_path / BESIDE).write_text("[[holder", encoding="utf-8")
    made.show()
    assert BESIDE in made.council.text()
