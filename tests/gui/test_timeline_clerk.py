"""The timeline in the real window on a real store: what is done there is kept, and undone."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import create_store
from lifestory.domain.dates import HonestDate
from lifestory.domain.errors import NewerFormat
from lifestory.domain.life import Certainty, Fact, Home, Milestone, Source
from lifestory.domain.readers import Band
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.places.timeline import Timeline, View
from lifestory.gui.window import Window

Settled = Callable[[Window], None]


@pytest.fixture
def wren(
    window: Window,
    settled: Settled,
    qtbot: QtBot,
    tmp_path_factory: pytest.TempPathFactory,
    enter: Callable[..., None],
) -> Window:
    """The window at the timeline of a child of whom only the birth is known."""
    folder = tmp_path_factory.mktemp("wren") / "store"
    store, _ = create_store(folder, "four words of mine", "Dana", work_factor=10)
    with store:
        child = add_child(store, "Wren", HonestDate.parse("12 May 2019")).id
    enter(window, (folder, "four words of mine"))
    window.clerk(ChildrenClerk).open_child(child)
    qtbot.waitUntil(lambda: window.desk.found is not None)
    settled(window)
    window.go("timeline")
    settled(window)
    return window


def timeline_of(window: Window) -> Timeline:
    place = window.place
    assert isinstance(place, Timeline)
    return place


def found_in(window: Window) -> FoundChild:
    assert window.desk.found is not None
    return window.desk.found


def press(window: Window, qtbot: QtBot, keys: str) -> None:
    action = next(
        one for one in window.actions() if keys in [key.toString() for key in one.shortcuts()]
    )
    action.trigger()


def test_a_life_is_written_down_and_undone_to_the_beginning(
    wren: Window, settled: Settled, qtbot: QtBot
) -> None:
    place, found = timeline_of(wren), found_in(wren)
    before = dict(found.case.records)
    assert place.line.currentIndex().data() == "Wren was born"

    press(wren, qtbot, "Ctrl+N")
    settled(wren)
    assert isinstance(place.chosen, Milestone)
    assert place.focusWidget() is place.editor.when.field
    qtbot.keyClicks(place.editor.written.text, "I took my first steps.")
    when = place.editor.when.field
    when.setFocus()
    qtbot.keyClicks(when, "aged 1")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    place.flush()
    settled(wren)
    assert wren.focusWidget() is when
    assert place.count.text() == "1 fact"
    (steps,) = found.case.records.of(Milestone)
    assert steps.texts == {Band.FIRST_READER: "I took my first steps."}
    assert steps.when == HonestDate.parse("aged 1")

    source = place.editor.evidence.source
    source.named.emit("red book")
    settled(wren)
    (book,) = found.case.records.of(Source)
    kept = found.case.records.find(Milestone, steps.id)
    assert kept is not None
    assert kept.evidence.source == book.id
    assert source.box.currentText() == "red book"

    place.add_home.click()
    settled(wren)
    home = place.chosen
    assert isinstance(home, Home)
    editor = place.inspector_of.home
    assert wren.focusWidget() is editor.name
    qtbot.keyClicks(editor.start.field, "1 June 2020")
    qtbot.keyClick(editor.start.field, Qt.Key.Key_Return)
    settled(wren)
    if not editor.end.isVisible():
        editor.here.click()
        settled(wren)
    editor.end.field.selectAll()
    qtbot.keyClicks(editor.end.field, "2 July 2021")
    qtbot.keyClick(editor.end.field, Qt.Key.Key_Return)
    settled(wren)
    gaps = [row.record for row in place.model.rows if row.words.startswith("Between homes")]
    assert len(gaps) == 2

    place.choose(gaps[0].id)
    qtbot.keyClicks(place.inspector_of.gap.words, "Nobody has told us yet.")
    place.flush()
    settled(wren)
    named = next(one for one in found.case.records.of(Milestone) if one.id != steps.id)
    assert named.evidence.certainty is Certainty.NOT_KNOWN

    place.look_at(View.ABOUT)
    press(wren, qtbot, "Ctrl+N")
    settled(wren)
    qtbot.keyClicks(place.inspector_of.fact.written.text, "pancakes")
    place.flush()
    settled(wren)
    (fact,) = found.case.records.of(Fact)
    assert (fact.topic, fact.texts) == ("loves", {Band.FIRST_READER: "pancakes"})

    while found.case.undo_title:
        press(wren, qtbot, "Ctrl+Z")
        settled(wren)
        if dict(found.case.records) == before:
            break
    assert dict(found.case.records) == before


def test_what_is_taken_out_comes_back_by_undo(wren: Window, settled: Settled, qtbot: QtBot) -> None:
    place, found = timeline_of(wren), found_in(wren)
    press(wren, qtbot, "Ctrl+N")
    settled(wren)
    (milestone,) = found.case.records.of(Milestone)
    place.taken_out.emit(milestone)
    place.taken_out.emit(milestone)
    settled(wren)
    assert found.case.records.of(Milestone) == ()
    (told,) = place.messages.standing
    assert told == "It is taken out."
    undo = next(one for one in place.messages.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    settled(wren)
    assert found.case.records.of(Milestone) == (milestone,)


def test_going_to_another_child_leaves_nothing_of_the_first(
    wren: Window, settled: Settled, qtbot: QtBot
) -> None:
    place = timeline_of(wren)
    press(wren, qtbot, "Ctrl+N")
    settled(wren)
    wren.desk.choose(None)
    assert place.model.rows == ()
    assert place.about_model.rows == ()
    assert place.editor.record is None
    assert place.pictures.photos == ()


def test_a_date_that_moves_a_home_leaves_the_keyboard_where_it_was(
    wren: Window, settled: Settled, qtbot: QtBot
) -> None:
    place = timeline_of(wren)
    place.add_home.click()
    settled(wren)
    field = place.inspector_of.home.start.field
    field.setFocus()
    qtbot.keyClicks(field, "12 May 2019")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(wren)
    assert wren.focusWidget() is field


def test_escape_leaves_nothing_of_a_milestone_that_was_never_begun(
    wren: Window, settled: Settled, qtbot: QtBot
) -> None:
    place, found = timeline_of(wren), found_in(wren)
    press(wren, qtbot, "Ctrl+N")
    settled(wren)
    qtbot.keyClick(place.editor.when.field, Qt.Key.Key_Escape)
    settled(wren)
    assert found.case.records.of(Milestone) == ()
    focused = wren.focusWidget()
    assert focused is not None
    assert place.isAncestorOf(focused)


def test_a_name_corrected_beside_the_birth_shows_everywhere_and_is_undone(
    wren: Window, settled: Settled, qtbot: QtBot
) -> None:
    place = timeline_of(wren)
    called = place.inspector_of.birth.called.field
    assert called.text() == "Wren"
    called.selectAll()
    qtbot.keyClicks(called, "Robin")
    qtbot.keyClick(called, Qt.Key.Key_Return)
    settled(wren)
    assert place.line.currentIndex().data() == "Robin was born"
    assert wren.head.whose.text() == "Robin's story"
    assert [one.name for one in wren.clerk(ChildrenClerk).cards] == ["Robin"]
    called.selectAll()
    qtbot.keyClick(called, Qt.Key.Key_Delete)
    qtbot.keyClick(called, Qt.Key.Key_Return)
    assert "needs a name" in place.inspector_of.birth.called.under.text()
    press(wren, qtbot, "Ctrl+Z")
    settled(wren)
    assert wren.head.whose.text() == "Wren's story"


def test_a_message_goes_when_its_step_is_undone_elsewhere_and_when_one_has_left(
    wren: Window, settled: Settled, qtbot: QtBot
) -> None:
    place = timeline_of(wren)
    press(wren, qtbot, "Ctrl+N")
    settled(wren)

    place.editor.taken_out.emit(place.chosen)
    settled(wren)
    assert list(place.messages.standing) == ["It is taken out."]
    press(wren, qtbot, "Ctrl+Z")
    settled(wren)
    assert not place.messages.standing

    press(wren, qtbot, "Ctrl+Shift+Z")
    settled(wren)
    place.messages.tell("It is taken out.", tone="good")
    place.messages.trouble(NewerFormat())
    wren.go("photos")
    place.messages.tell("Said while one was away.")
    wren.go("timeline")
    assert list(place.messages.standing) == [
        "Said while one was away.",
        f"{NewerFormat.message} {NewerFormat.remedy}",
    ]
