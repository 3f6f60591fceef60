"""Locking while one writes: nothing of the story stays to be read, and all of it is there again."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.app.people import add_person
from lifestory.app.stories import add_own_words, add_passage, add_source, keep_edit
from lifestory.app.timeline import add_milestone
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Evidence
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage, SideNote
from lifestory.gui.places.story import Story
from lifestory.gui.window import Window
from tests.gui.betraying import betrayed

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]
YOUNG, OLDER = Band.FIRST_READER, Band.OLDER
WORD = "Zanzibarine"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(sample_store: Kept, tmp_path: Path) -> Kept:
    """The sample child with a word planted wherever the story shows one."""
    folder = tmp_path / "store"
    shutil.copytree(sample_store[0], folder)
    with open_store(folder, sample_store[1]) as opened:
        robin = find_child(opened, "SAMPLE-ROBIN")
        person = add_person(robin, Person(known_as=WORD), f"{WORD} friend")
        chip = f"[{WORD}](person:{person.id})"
        passage = add_passage(robin, f"{WORD} heading", f"{chip} {WORD}. More.", YOUNG)
        told = replace(
            passage,
            titles={**passage.titles, OLDER: f"{WORD} older"},
            texts={**passage.texts, OLDER: f"{WORD} **once**. Then."},
            notes=(SideNote(heading=WORD, text=chip),),
            quote=f"{WORD} **once**.",
            evidence=Evidence(
                certainty=Certainty.NOT_KNOWN, said_by=person.id, tried=WORD, page=WORD
            ),
        )
        keep_edit(robin.case, "Change", passage, told)
        add_source(robin.case, told, f"{WORD} papers")
        own = add_own_words(robin)
        keep_edit(robin.case, "Change", own, replace(own, text=WORD))
        seen = add_milestone(robin, f"{WORD} came", HonestDate.parse("2020"), YOUNG)
        keep_edit(robin.case, "Change", seen, replace(seen, people=(person.id,)))
    return folder, sample_store[1]


@pytest.fixture
def story(window: Window, store: Kept, enter: Enter, settled: Settled) -> Story:
    enter(window, store)
    window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
    window.go("story")
    settled(window)
    place = window.place
    assert isinstance(place, Story)
    place.choose(next(one.id for one in place.outline.model.written if planted(one)))
    return place


def planted(one: object) -> bool:
    return isinstance(one, Passage) and WORD in one.titles.get(YOUNG, "")


def look_around(story: Story, qtbot: QtBot) -> None:
    """Go wherever the story shows words, and stop in the middle of naming somebody."""
    story.editor.bands.choose(OLDER)
    story.editor.beside.click()
    qtbot.keyClicks(story.editor.sheet.heading, "x")
    story._ask_versions()
    qtbot.waitUntil(lambda: len(story.side.versions.model.versions) > 1, timeout=5000)
    story.side.versions.list.setCurrentIndex(story.side.versions.model.index(1))
    story.side.versions.closed.emit()
    story.outline.open_menu(story.outline.list.rect().center())
    story.outline.menu.close()
    story._offer_starters()
    story.side.menu.close()
    chosen = story.chosen
    own = next(one for one in story.outline.model.written if not isinstance(one, Passage))
    story.choose(own.id)
    assert chosen is not None
    story.choose(chosen.id)
    story.editor.text.selectAll()
    qtbot.keyClick(story.editor.text, Qt.Key.Key_C, CONTROL)
    story.editor.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(story.editor.text, "@Zan")


def test_after_locking_nothing_of_the_story_can_be_read(
    window: Window, story: Story, qtbot: QtBot, settled: Settled
) -> None:
    look_around(story, qtbot)
    assert {one.split()[0] for one in betrayed(WORD)} >= {
        "WordsEdit", "OutlineModel", "ChoiceBox", "Field", "NamedModel", "Wrapped",
    }  # fmt: skip
    assert WORD in QApplication.clipboard().text()
    window.act("lock")
    settled(window)
    qtbot.wait(10)
    assert betrayed(WORD) == []
    assert QApplication.clipboard().text() == ""


def test_after_unlocking_one_is_at_the_same_passage_with_what_was_typed(
    window: Window, story: Story, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot
) -> None:
    chosen = story.chosen
    assert chosen is not None
    qtbot.keyClicks(story.editor.text, "Just now. ")
    window.act("lock")
    settled(window)
    assert story.chosen is None
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=10_000)
    enter(window, store)
    window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
    window.go("story")
    settled(window)
    assert story.chosen is not None
    assert story.chosen.id == chosen.id
    assert story.editor.text.spoken().startswith("Just now. Zanzibarine")
    story.editor.text.selectAll()
    qtbot.keyClick(story.editor.text, Qt.Key.Key_C, CONTROL)
    window.close()
    assert QApplication.clipboard().text() == ""
