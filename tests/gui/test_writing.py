"""Writing in the real window on a real store: nothing typed is lost, and every step goes back."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.app.people import change_person
from lifestory.app.stories import add_passage
from lifestory.domain.dates import HonestDate
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui.places.story import Story
from lifestory.gui.window import Window

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]
YOUNG = Band.FIRST_READER


@pytest.fixture
def store(sample_store: Kept, tmp_path: Path) -> Kept:
    """A copy of the sample store, for this test to change."""
    folder = tmp_path / "store"
    shutil.copytree(sample_store[0], folder)
    return folder, sample_store[1]


@pytest.fixture
def story(window: Window, store: Kept, enter: Enter, settled: Settled) -> Story:
    """The story of the sample child, in the window, at a passage with words for the young."""
    enter(window, store)
    window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
    window.go("story")
    settled(window)
    place = window.place
    assert isinstance(place, Story)
    place.choose(next(one.id for one in place.outline.model.written if told(one)))
    return place


def told(one: Passage | ChildWords) -> bool:
    return isinstance(one, Passage) and YOUNG in one.texts


def standing(window: Window, story: Story) -> str:
    """The words of the passage as they are in the case."""
    assert window.desk.found is not None
    assert story.chosen is not None
    kept = window.desk.found.case.records.find(Passage, story.chosen.id)
    assert kept is not None
    return kept.texts[YOUNG]


def test_undo_takes_back_a_breath_of_typing_and_redo_types_it_again(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    before = standing(window, story)
    for words in ("First. ", "Second. "):
        qtbot.keyClicks(story.editor.text, words)
        story.flush()
        settled(window)
    assert standing(window, story) == f"First. Second. {before}"
    for text in (f"First. {before}", before):
        window.act("undo")
        settled(window)
        assert standing(window, story) == text
        qtbot.waitUntil(lambda text=text: same(story, text))  # type: ignore[misc]
    window.act("redo")
    settled(window)
    qtbot.waitUntil(lambda: same(story, f"First. {before}"))
    qtbot.keyClicks(story.editor.text, "On. ")
    window.act("undo")
    settled(window)
    assert standing(window, story) == f"First. {before}"


def same(story: Story, text: str) -> bool:
    return story.editor.text.spoken().startswith(text[:6])


def test_words_typed_as_another_child_is_chosen_go_where_they_belong(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    robin = window.desk.found
    assert robin is not None
    wren = add_child(window.desk.store, "Wren", HonestDate.parse("2019"))
    add_passage(wren, "Home", "Here.", YOUNG)
    before = standing(window, story)
    key = story.chosen.id if story.chosen else None
    qtbot.keyClicks(story.editor.text, "Mine. ")
    window.desk.choose(wren)
    settled(window)
    kept = robin.case.records.find(Passage, key)
    assert kept is not None
    assert kept.texts[YOUNG] == f"Mine. {before}"
    assert [one.texts for one in wren.case.records.of(Passage)] == [{YOUNG: "Here."}]
    qtbot.waitUntil(lambda: story.editor.text.spoken() == "Here.")


def test_a_passage_taken_back_while_one_types_in_it_is_there_again(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    story.add_asked.emit(YOUNG)
    settled(window)
    assert story.chosen is not None
    key = story.chosen.id
    assert window.desk.found is not None
    case = window.desk.found.case
    case.undo()
    qtbot.keyClicks(story.editor.text, "Quick.")
    qtbot.waitUntil(lambda: case.records.find(Passage, key) is not None, timeout=5000)
    settled(window)
    kept = case.records.find(Passage, key)
    assert kept is not None
    assert kept.texts[YOUNG] == "Quick."


def test_an_earlier_version_comes_back_as_a_change_of_its_own(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    before = standing(window, story)
    qtbot.keyClicks(story.editor.text, "Oh. ")
    story._ask_versions()
    qtbot.waitUntil(lambda: len(story.side.versions.model.versions) == 2, timeout=5000)
    assert story.side.versions.model.versions[0].who == "Dana"
    story.side.versions.list.setCurrentIndex(story.side.versions.model.index(1))
    story.side.versions.back.click()
    settled(window)
    assert standing(window, story) == before
    window.act("undo")
    settled(window)
    assert standing(window, story) == f"Oh. {before}"


def test_someone_renamed_is_called_so_in_every_chip(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    assert window.desk.found is not None
    case = window.desk.found.case
    kelly = next(one for one in case.records.of(Person) if one.called == "Kelly")
    passage = next(
        one for one in case.records.of(Passage) if f"({'person:' + str(kelly.id)})" in
        one.texts.get(YOUNG, "")
    )  # fmt: skip
    story.choose(passage.id)
    assert "Kelly" in story.editor.text.spoken()
    change_person(case, replace(kelly, known_as="Mummy Kel"))
    qtbot.waitUntil(lambda: "Mummy Kel" in story.editor.text.spoken(), timeout=5000)
    settled(window)


def test_see_the_page_goes_to_the_book_or_says_that_there_is_none(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    story.add_asked.emit(YOUNG)
    settled(window)
    assert story.primary is not None
    story.primary.click()
    assert window.place is story
    assert any("No book uses these words yet." in one for one in story.messages.standing)
    story.choose(next(one.id for one in story.outline.model.written if told(one)))
    story.primary.click()
    assert window.place is window.seated["book"].place
    settled(window)


def titles(story: Story) -> list[str]:
    return [row.title for row in story.outline.model.rows]


def test_a_passage_goes_through_the_book_and_out_of_it_with_its_page(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    rows = story.outline.list
    before = titles(story)
    told = (one for one in story.outline.model.written if isinstance(one, Passage))
    chosen = next(one for one in told if "My first day" in one.titles.values())
    story.choose(chosen.id)  # on one page with the next, in every book that has it
    at = rows.currentIndex().row()
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settled(window)
    qtbot.waitUntil(lambda: titles(story)[at + 1] == before[at])
    assert story.chosen is not None
    assert story.chosen.id == chosen.id
    last = story.outline._parts[-1]
    story.outline.sent.emit(last.section)
    settled(window)
    qtbot.waitUntil(lambda: titles(story)[-1] == before[at])
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    settled(window)
    qtbot.waitUntil(lambda: before[at] not in titles(story))
    said = "The passage is taken out. 2 pages that used it stay, without these words."
    assert said in story.messages.standing
    assert "Take out a passage" in window.actions_by_name["undo"].text()
    for _ in range(3):
        window.act("undo")
        settled(window)
    qtbot.waitUntil(lambda: titles(story) == before)


def test_somebody_new_is_named_and_known_in_one_step(
    window: Window, story: Story, settled: Settled, qtbot: QtBot
) -> None:
    before = standing(window, story)
    qtbot.keyClicks(story.editor.text, "@Bo")
    qtbot.keyClick(story.editor.text, Qt.Key.Key_Down)
    qtbot.keyClick(story.editor.text, Qt.Key.Key_Return)
    qtbot.keyClicks(story.editor.text, " came. ")
    story.flush()
    settled(window)
    assert window.desk.found is not None
    case = window.desk.found.case
    bo = next(one for one in case.records.of(Person) if one.called == "Bo")
    assert bo.about == frozenset({window.desk.found.id})
    assert standing(window, story) == f"[Bo](person:{bo.id}) came. {before}"
    case.erase([bo.id])
    settled(window)
    qtbot.waitUntil(lambda: story.editor.text.spoken().startswith("someone came."))


TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from lifestory.gui import look
from lifestory.gui.settings import Settings
from lifestory.gui.window import Window
from PySide6.QtCore import QSettings
from lifestory.app.open_case import find_child
application = QApplication([])
look.load_fonts()
look.wear(application, look.Scheme.LIGHT)
window = Window(Settings(QSettings(sys.argv[3], QSettings.Format.IniFormat)))
window.show()
window.desk.open(Path(sys.argv[1]), sys.argv[2])
while not window.desk.is_open:
    application.processEvents()
window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
window.go("story")
story = window.place
story.choose(next(one.id for one in story.outline.model.written if one.kind == "passage"))
story.editor.text.selectAll()
print(story.chosen.id, flush=True)
typed = 0
while True:
    QTest.keyClicks(story.editor.text, "a")
    typed += 1
    print(typed, time.monotonic(), flush=True)
    QTest.qWait(20)
"""


def test_a_killed_program_loses_at_most_the_last_second(store: Kept, tmp_path: Path) -> None:
    command = [sys.executable, "-c", TYPIST, str(store[0]), store[1], str(tmp_path / "s.ini")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        key = typist.stdout.readline().strip()
        times = []
        for line in typist.stdout:
            times.append(float(line.split()[1]))
            if times[-1] - times[0] > 1.9:
                typist.kill()
                break
    killed = time.monotonic()
    with open_store(*store) as opened:
        found = find_child(opened, "SAMPLE-ROBIN")
        kept = next(one for one in found.case.records.of(Passage) if str(one.id) == key)
        found.case.undo()
        undone = found.case.records.find(Passage, kept.id)
        steps = [one.title for one in found.case.history(kept.id)]
    letters = len(kept.texts[YOUNG])
    assert set(kept.texts[YOUNG]) == {"a"}
    assert min(killed, times[-1]) - times[letters - 1] < 1.0
    # It was kept as one typed on, more than once, and is one step to undo.
    assert steps.count("Write in a passage") > 2
    assert undone is not None
    assert len(undone.texts[YOUNG]) > 1
    assert "aa" not in undone.texts[YOUNG]
