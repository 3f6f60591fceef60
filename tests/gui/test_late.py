"""What arrives too late: the window is locked, or the child it was for lies on the desk no more."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import open_store
from lifestory.app.stories import add_passage, passages
from lifestory.domain.changes import Changes
from lifestory.domain.dates import HonestDate
from lifestory.domain.readers import Band
from lifestory.gui.clerks.book import BookClerk
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.places.book import Book
from lifestory.gui.places.children import Children
from lifestory.gui.places.story import Story
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.widgets.place import Place
from lifestory.gui.window import Window

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]


@pytest.fixture
def store(sample_store: Kept, tmp_path: Path) -> Kept:
    """The sample child and another one, Sam, with a passage of Sam's own."""
    folder = tmp_path / "store"
    shutil.copytree(sample_store[0], folder)
    with open_store(folder, sample_store[1]) as opened:
        sam = add_child(opened, "Sam", HonestDate.parse("2015"))
        add_passage(sam, "Sam's day", "It rained.", Band.FIRST_READER)
    return folder, sample_store[1]


@pytest.fixture
def robin(window: Window, store: Kept, enter: Enter, settled: Settled) -> Window:
    """The window with the sample child on the desk."""
    enter(window, store)
    window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
    settled(window)
    return window


def go(window: Window, name: str, settled: Settled) -> Place:
    window.go(name)
    settled(window)
    return window.place


def sam_of(window: Window) -> FoundChild:
    cards = window.clerk(ChildrenClerk).cards
    return find_child(window.desk.store, next(one for one in cards if one.name == "Sam").child)


def press(place: Place, words: str) -> None:
    """Press a button of a message."""
    found = [one for one in place.messages.findChildren(QPushButton) if one.text() == words]
    found[0].click()


def lock(window: Window, settled: Settled, qtbot: QtBot) -> None:
    window.act("lock")
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    settled(window)


def test_a_dialog_that_asks_where_to_goes_with_the_window_that_is_locked(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    place = go(robin, "handover", settled)
    place._ask_folder()  # type: ignore[attr-defined]
    assert QApplication.activeModalWidget() is not None
    lock(robin, settled, qtbot)
    assert QApplication.activeModalWidget() is None
    assert not [one for one in robin.findChildren(QFileDialog) if one.isVisible()]


def test_a_menu_that_stands_open_goes_with_the_window_that_is_locked(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    story = go(robin, "story", settled)
    assert isinstance(story, Story)
    story.outline.open_menu(story.outline.list.rect().center())
    assert QApplication.activePopupWidget() is not None
    lock(robin, settled, qtbot)
    assert QApplication.activePopupWidget() is None


def test_a_story_put_away_while_one_locks_leaves_no_name_behind(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    board = go(robin, "children", settled)
    assert isinstance(board, Children)
    card = robin.clerk(ChildrenClerk).cards[0]
    board.put_away.emit(card, True)
    lock(robin, settled, qtbot)
    assert board.messages.standing == ()


def test_a_chronology_is_shown_beside_no_other_child(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    timeline = go(robin, "timeline", settled)
    assert isinstance(timeline, Timeline)
    QApplication.clipboard().setText("12/05/2019 Born at home\n" * 300)
    timeline.paste()
    QApplication.clipboard().clear()
    robin.desk.choose(sam_of(robin))
    timeline.paste()
    settled(robin)
    assert timeline.chronology.model.rowCount() == 0


def test_what_is_taken_out_is_not_told_beside_another_child(
    robin: Window, settled: Settled
) -> None:
    story = go(robin, "story", settled)
    assert isinstance(story, Story)
    story.taken_out.emit(story.chosen)
    robin.desk.choose(sam_of(robin))
    settled(robin)
    assert story.messages.standing == ()


def test_undo_in_a_message_takes_nothing_else_back(robin: Window, settled: Settled) -> None:
    story = go(robin, "story", settled)
    assert isinstance(story, Story)
    found = robin.desk.found
    assert found is not None
    story.taken_out.emit(story.chosen)
    settled(robin)
    robin.desk.write(story.messages, lambda: add_passage(found, "New", "words", Band.OLDER))
    settled(robin)
    many = len(passages(found))
    press(story, "Undo")
    settled(robin)
    assert len(passages(found)) == many
    assert any("Something else was done since." in one for one in story.messages.standing)


def test_pages_drawn_while_one_locks_are_not_kept(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    book = go(robin, "book", settled)
    assert isinstance(book, Book)
    clerk = robin.clerk(BookClerk)
    clerk._pdfs.clear()
    spread = book.model.spreads[2]
    clerk._show(spread)
    robin.act("lock")
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=30_000)
    settled(robin)
    assert clerk._pdfs == {}


def test_the_search_does_not_hold_on_to_what_changed_while_it_was_read(
    robin: Window, settled: Settled
) -> None:
    clerk = robin.search_clerk
    clerk._read()
    robin.desk.changed.emit(Changes("Add", frozenset()))
    settled(robin)
    assert clerk._things is None
    robin.head.search.asked.emit("Robin")
    settled(robin)
    assert clerk._things is not None


def test_a_passphrase_that_opened_the_store_cannot_be_had_back_by_undo(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    lock(robin, settled, qtbot)
    passphrase = robin.unlock.passphrase
    passphrase.eye.click()
    passphrase.field.setFocus()
    qtbot.keyClick(passphrase.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert passphrase.field.text() == ""


def test_what_was_searched_for_cannot_be_had_back_by_undo_after_locking(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    qtbot.keyClicks(robin.head.search, "Gran")
    settled(robin)
    lock(robin, settled, qtbot)
    robin.head.search.undo()
    assert robin.head.search.text() == ""


def test_what_is_copied_in_any_field_is_off_the_clipboard_after_locking(
    robin: Window, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen screen does not know whose the clipboard is; every other does.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    qtbot.keyClicks(robin.head.search, "Gran")
    robin.head.search.selectAll()
    robin.head.search.copy()
    lock(robin, settled, qtbot)
    assert QApplication.clipboard().text() == ""


def test_what_was_asked_of_a_child_stands_nowhere_after_locking(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    board = go(robin, "children", settled)
    assert isinstance(board, Children)
    board.due.ask(robin.clerk(ChildrenClerk).cards[0])
    qtbot.keyClicks(board.due.what, "Letter for Gran")
    lock(robin, settled, qtbot)
    assert (board.due.heading.text(), board.due.what.text()) == ("", "")


def unlock(window: Window, store: Kept, enter: Enter, settled: Settled) -> None:
    """Open the same store again, with the sample child on the desk."""
    enter(window, store)
    window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
    settled(window)


def lock_when_idle(window: Window, settled: Settled, qtbot: QtBot) -> None:
    window.desk.lock(finish_jobs=True)
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=60_000)
    settled(window)


def test_a_book_made_while_one_is_locked_out_is_told_to_that_child_after_unlocking(
    robin: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    place = go(robin, "handover", settled)
    place._export_to(str(tmp_path / "book.pdf"))  # type: ignore[attr-defined]
    lock_when_idle(robin, settled, qtbot)
    assert (tmp_path / "book.pdf").is_file()
    assert not place.messages.standing
    enter(robin, store)
    robin.desk.choose(sam_of(robin))
    settled(robin)
    assert not place.messages.standing
    robin.desk.choose(find_child(robin.desk.store, "SAMPLE-ROBIN"))
    assert any("The book is made" in one for one in place.messages.standing)


def test_files_refused_while_one_is_locked_out_are_named_after_unlocking(
    robin: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    place = go(robin, "photos", settled)
    (tmp_path / "letter.txt").write_text("Dear Robin")
    place.brought.emit([tmp_path / "letter.txt"])  # type: ignore[attr-defined]
    lock_when_idle(robin, settled, qtbot)
    assert not place.messages.standing
    unlock(robin, store, enter, settled)
    assert any("could not be taken in" in one for one in place.messages.standing)
    robin.desk.choose(sam_of(robin))
    robin.desk.choose(find_child(robin.desk.store, "SAMPLE-ROBIN"))
    assert not place.messages.standing, "it is told once"


def test_a_job_stopped_by_locking_is_told_after_unlocking(
    robin: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    place = go(robin, "handover", settled)
    place._export_to(str(tmp_path / "book.pdf"))  # type: ignore[attr-defined]
    lock(robin, settled, qtbot)
    unlock(robin, store, enter, settled)
    told = " ".join(place.messages.standing)
    assert "Stopped" in told or "The book is made" in told


def test_where_a_book_lies_is_told_beside_no_other_child(
    robin: Window, settled: Settled, tmp_path: Path
) -> None:
    place = go(robin, "handover", settled)
    place._export_to(str(tmp_path / "book.pdf"))  # type: ignore[attr-defined]
    robin.desk.choose(sam_of(robin))
    settled(robin)
    (told,) = place.messages.standing
    assert told.startswith("What you had asked for in another story has ended.")
    robin.desk.choose(find_child(robin.desk.store, "SAMPLE-ROBIN"))
    assert any("book.pdf" in one for one in place.messages.standing)


def test_of_two_children_opened_in_haste_the_last_is_on_the_desk(
    robin: Window, settled: Settled
) -> None:
    clerk, sam = robin.clerk(ChildrenClerk), sam_of(robin).id
    laid: list[object] = []
    robin.desk.chosen.connect(lambda: laid.append(robin.desk.found and robin.desk.found.id))
    for child in (find_child(robin.desk.store, "SAMPLE-ROBIN").id, sam):
        clerk.open_child(child)
    settled(robin)
    assert laid == [sam]
