"""A chronology is pasted into the timeline, looked over, put right and kept, on a real store."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.chronology import Kind, read_chronology
from lifestory.app.open_case import find_child
from lifestory.app.open_store import create_store
from lifestory.app.timeline import add_milestone
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone, Source
from lifestory.domain.people import Child
from lifestory.domain.readers import Band
from lifestory.domain.records import Records
from lifestory.gui.clerks.timeline import TimelineClerk
from lifestory.gui.desk import Desk
from lifestory.gui.models.chronology import ChronologyModel, Column
from lifestory.gui.places.chronology import Chronology
from lifestory.gui.places.timeline import Timeline, View

PASSPHRASE = "a lamp in the window"
Wait = Callable[[], None]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
PASTED = """Date\tEvent
12/05/2019\tBorn in Derby
12/05/2019 - 03/03/2021\tLived with Gran
31/02/2020\tHealth visitor called
aged 3: chicken pox
A red hat
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with a child of whom only the birth is known, closed again."""
    folder = tmp_path_factory.mktemp("wren") / "store"
    store, _ = create_store(folder, PASSPHRASE, "Dana", work_factor=10)
    with store:
        add_child(store, "Wren", HonestDate.parse("12 May 2019"))
    return folder, PASSPHRASE


@pytest.fixture
def wren(qtbot: QtBot, desk: Desk, wait: Wait) -> Timeline:
    """The timeline of the child, as its clerk serves it."""
    place = Timeline()
    qtbot.addWidget(place)
    clerk = TimelineClerk(desk, place)
    assert clerk.place is place
    place.resize(1278, 650)
    place.show()
    ((_, records),) = desk.store.vault.look_over({Child.kind}).items()
    desk.choose(find_child(desk.store, records.of(Child)[0].id))
    wait()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    return place


def records(desk: Desk) -> Records:
    assert desk.case is not None
    return desk.case.records


def paste(place: Timeline, wait: Wait, qtbot: QtBot, text: str) -> Chronology:
    QGuiApplication.clipboard().setText(text)
    place.take_keyboard()
    both = Modifier.ControlModifier | Modifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or place, Key.Key_V, both)
    wait()
    return place.chronology


def write(chronology: Chronology, qtbot: QtBot, row: int, column: Column, words: str) -> None:
    """Type into a cell as a worker does: go there, Enter, type, Enter."""
    table = chronology.table
    table.setCurrentIndex(chronology.model.index(row, column))
    qtbot.keyClick(table, Key.Key_Return)
    field = table.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)
    editing = QAbstractItemView.State.EditingState
    qtbot.waitUntil(lambda: table.state() != editing and not table.findChildren(QLineEdit))


def said(chronology: Chronology, row: int) -> list[str]:
    return [str(chronology.model.index(row, column).data()) for column in Column]


def test_a_pasted_chronology_is_looked_over_put_right_kept_and_undone(
    wren: Timeline, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    place, before = wren, dict(records(desk))
    chronology = paste(wren, wait, qtbot, PASTED)
    assert chronology.table.isVisible()
    assert not place.pane(1).isVisible()
    assert dict(records(desk)) == before
    assert said(chronology, 1) == [
        "12 May 2019", "Born in Derby", "Milestone", "The day of birth is known already."
    ]  # fmt: skip
    assert said(chronology, 2) == ["12 May 2019 to 3 March 2021", "Gran", "Home", ""]
    assert said(chronology, 3)[0::3] == [
        "31/02/2020", "That date doesn't exist. It is kept with no date."
    ]  # fmt: skip
    assert said(chronology, 5)[0::3] == ["no date", "No date was found. It is kept with no date."]
    assert chronology.keep.text() == "Keep 5 facts"

    write(chronology, qtbot, 3, Column.WHEN, "28 feb 2020")
    assert said(chronology, 3)[0::3] == ["28 February 2020", ""]
    write(chronology, qtbot, 5, Column.WHEN, "2031")
    assert said(chronology, 5)[3] == "That day has not come yet. It is kept with no date."
    write(chronology, qtbot, 4, Column.WHAT, "Chicken pox, badly")
    qtbot.keyClick(chronology.table, Key.Key_Up)
    qtbot.keyClick(chronology.table, Key.Key_Delete)
    assert said(chronology, 3)[2] == "Leave out"
    assert chronology.keep.text() == "Keep 4 facts"
    assert chronology.say.text() == "2 lines are left out."
    assert chronology.whose.isVisible()
    assert "council's own reading" in chronology.whose.text()
    qtbot.keyClicks(chronology.source, "Court chronology, 2021")
    chronology.keep.click()
    chronology.keep.click()
    wait()

    assert place.line.isVisible()
    assert place.primary is not None
    assert place.primary.isVisible()
    assert place.count.text() == "4 facts"
    (source,) = records(desk).of(Source)
    (gran,) = records(desk).of(Home)
    told = {one.texts[Band.ADULT]: one for one in records(desk).of(Milestone)}
    assert set(told) == {"Born in Derby", "Chicken pox, badly", "A red hat"}
    assert told["A red hat"].when == HonestDate.unknown()
    assert gran.evidence.source == source.id
    (bar,) = place.messages.standing
    assert bar == "4 facts are kept."
    undo = next(one for one in place.messages.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    wait()
    assert dict(records(desk)) == before


def test_what_a_line_becomes_is_chosen_with_a_click(
    wren: Timeline, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    chronology = paste(wren, wait, qtbot, PASTED)
    table = chronology.table
    cell = table.visualRect(chronology.model.index(2, Column.KIND)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    choice = table.findChild(QComboBox)
    assert choice is not None
    assert choice.currentText() == "Home"
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert said(chronology, 2)[1:3] == ["Lived with Gran (until 3 March 2021)", "Milestone"]


def test_a_clipboard_with_something_else_on_it_is_not_taken_for_a_chronology(
    wren: Timeline, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    chronology = paste(wren, wait, qtbot, "an address\nof somebody")
    assert chronology.paper.isVisible()
    assert chronology.paper.toPlainText() == ""
    QGuiApplication.clipboard().setText("A red hat\naged 3: chicken pox")
    qtbot.keyClick(chronology.paper, Key.Key_V, Modifier.ControlModifier)
    wait()
    assert [said(chronology, row)[1] for row in range(2)] == ["A red hat", "chicken pox"]


def test_leaving_or_locking_keeps_nothing_of_what_was_pasted(
    wren: Timeline, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    place = wren
    chronology = paste(wren, wait, qtbot, PASTED)
    assert desk.found is not None
    add_milestone(desk.found, "", HonestDate.unknown(), Band.READER)
    wait()
    assert chronology.table.isVisible()
    qtbot.keyClick(chronology.table, Key.Key_Escape)
    assert not chronology.isVisible()
    assert place.line.isVisible()
    assert chronology.model.lines == ()
    paste(wren, wait, qtbot, PASTED)
    desk.choose(None)
    assert chronology.model.lines == ()
    assert chronology.paper.toPlainText() == ""


def test_too_long_a_paste_is_said_and_nothing_is_kept(
    wren: Timeline, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    paste(wren, wait, qtbot, "aged 3: chicken pox\n" * 20_000)
    (bar,) = wren.messages.standing
    assert bar.startswith("That is more than 2,000 lines.")


def test_only_what_has_no_source_is_shown_and_what_gets_one_stays_until_one_goes_on(
    wren: Timeline, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    place = wren
    chronology = paste(wren, wait, qtbot, PASTED)
    chronology.keep.click()
    wait()
    assert place.shows.itemText(3) == "Without a source 5"
    place.shows.setCurrentIndex(3)
    place.shows.activated.emit(3)
    hat = next(one for one in place.model.rows if one.words == "A red hat")
    place.choose(hat.record.id)
    place.editor.evidence.source.named.emit("red book")
    wait()
    assert place.shows.itemText(3) == "Without a source 4"
    assert place.chosen is not None
    assert place.chosen.id == hat.record.id
    place.shows.setCurrentIndex(1)
    place.shows.activated.emit(1)
    assert {type(row.record).__name__ for row in place.model.rows} == {"Child", "Milestone"}
    place.look_at(View.LIST)
    (gran,) = records(desk).of(Home)
    place.choose(gran.id)
    assert place.chosen == gran


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ChronologyModel()
    model.show(read_chronology(PASTED), "Robin", None, date(2026, 11, 21))
    assert model.setData(model.index(0, Column.KIND), Kind.MILESTONE)
    qtmodeltester.check(model)
