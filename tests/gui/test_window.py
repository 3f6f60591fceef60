"""The real window on a real store: the road a worker goes, and the ways it can be left."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import children
from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.domain.copies import FileCopy, PrintedCopy
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.places.book import Book
from lifestory.gui.places.children import Children
from lifestory.gui.places.handover import HandOver
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.story import Story
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.window import TITLE, Window

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]


@pytest.fixture
def store(sample_store: Kept, tmp_path: Path) -> Kept:
    """A copy of the sample store, for this test to change."""
    folder = tmp_path / "store"
    shutil.copytree(sample_store[0], folder)
    return folder, sample_store[1]


@pytest.fixture
def robin(window: Window, store: Kept, enter: Enter, settled: Settled, qtbot: QtBot) -> Window:
    """The window with the sample child on the desk."""
    enter(window, store)
    card = window.clerk(ChildrenClerk).cards[0]
    view = next(one.cards for one in board(window).columns.values() if one.cards.model().rowCount())
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.found is not None)
    settled(window)
    assert window.head.whose.text() == f"{card.name}'s story"
    return window


def board(window: Window) -> Children:
    place = window.seated["children"].place
    assert isinstance(place, Children)
    return place


def press(window: Window, qtbot: QtBot, keys: str) -> None:
    """Do what a key does everywhere; the offscreen screen has no shortcuts of its own."""
    names = {
        "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+L": "lock", "Ctrl+2": "go:photos",
        "Ctrl+4": "go:timeline", "Ctrl+5": "go:story", "Ctrl+6": "go:book", "Ctrl+8": "go:handover",
    }  # fmt: skip
    action = window.actions_by_name[names[keys]]
    assert keys in [one.toString() for one in action.shortcuts()]
    action.trigger()


def test_the_whole_road(robin: Window, settled: Settled, qtbot: QtBot, tmp_path: Path) -> None:
    found = robin.desk.found
    assert found is not None
    before = dict(found.case.records)

    press(robin, qtbot, "Ctrl+2")
    photos = robin.place
    assert isinstance(photos, Photos)
    dropped = tmp_path / "from the phone"
    dropped.mkdir()
    (dropped / "notes.txt").write_text("not a picture")
    photograph(dropped / "IMG-20240312-WA0007.png")
    many = len(found.case.records.of(Photo))
    drop(photos, dropped)
    settled(robin)
    assert len(found.case.records.of(Photo)) == many + 1
    assert photos.count.text() == str(many + 1)
    assert any("One photo is in." in one for one in photos.messages.standing)
    assert robin.status.saved.text().startswith("Saved ")

    press(robin, qtbot, "Ctrl+4")
    timeline = robin.place
    assert isinstance(timeline, Timeline)
    milestone = found.case.records.of(Milestone)[0]
    timeline.choose(milestone.id)
    when = timeline.editor.when.field
    when.selectAll()
    qtbot.keyClicks(when, "spring 2018")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    settled(robin)
    changed = found.case.records.find(Milestone, milestone.id)
    assert changed is not None
    assert changed.when == HonestDate.parse("spring 2018")

    press(robin, qtbot, "Ctrl+5")
    story = robin.place
    assert isinstance(story, Story)
    passage = next(one for one in found.case.records.of(Passage) if Band.FIRST_READER in one.texts)
    story.choose(passage.id)
    story.editor.text.selectAll()
    qtbot.keyClicks(story.editor.text, "We laughed a lot that day.")
    press(robin, qtbot, "Ctrl+6")
    settled(robin)
    kept = found.case.records.find(Passage, passage.id)
    assert kept is not None
    assert kept.texts[Band.FIRST_READER] == "We laughed a lot that day."

    book = robin.place
    assert isinstance(book, Book)
    qtbot.waitUntil(lambda: book.model.rowCount() > 3, timeout=30_000)
    qtbot.waitUntil(lambda: book.view.complete, timeout=30_000)
    qtbot.keyClick(book.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: book.view.complete, timeout=30_000)
    assert book.spread is not None
    words = {one.text for spread in book.model.spreads for p in spread.plans for one in p.words()}
    assert any("We laughed a lot that day." in one for one in words)

    press(robin, qtbot, "Ctrl+8")
    handover = robin.place
    assert isinstance(handover, HandOver)
    handover._export_to(str(tmp_path / "book.pdf"))
    settled(robin)
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")
    assert any("The book is made" in one for one in handover.messages.standing)

    for _ in range(3):  # that something was printed cannot be undone
        press(robin, qtbot, "Ctrl+Z")
        settled(robin)
    left = found.case.records
    assert {
        key: left[key] for key in left if not isinstance(left[key], PrintedCopy | FileCopy)
    } == before
    for _ in range(3):
        press(robin, qtbot, "Ctrl+Shift+Z")
        settled(robin)
    assert found.case.records.find(Passage, passage.id) == kept
    assert robin.windowTitle() == TITLE


def drop(photos: Photos, folder: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(photos, QDragEnterEvent(QPoint(9, 9), copy, carried, left, none))
    QApplication.sendEvent(photos, QDropEvent(QPointF(9, 9), copy, carried, left, none))


def photograph(file: Path, shade: int = 0) -> Path:
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(QColor(136, 170, 100 + shade))
    assert image.save(str(file))
    return file


def test_ctrl_l_hides_everything_at_once_and_loses_nothing(
    robin: Window, store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    found = robin.desk.found
    assert found is not None
    passage = next(one for one in found.case.records.of(Passage) if Band.FIRST_READER in one.texts)
    press(robin, qtbot, "Ctrl+5")
    story = robin.place
    assert isinstance(story, Story)
    story.choose(passage.id)
    story.editor.text.selectAll()
    qtbot.keyClicks(story.editor.text, "Typed a moment ago.")
    press(robin, qtbot, "Ctrl+L")
    assert robin.unlock.isVisible()
    assert story.editor.text.toPlainText() == "" or not story.isVisible()
    assert not story.outline.model.rows
    assert not board(robin).model.cards
    assert robin.head.whose.text() == "All my children"
    assert robin.head.search.found() == ()
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=30_000)
    settled(robin)
    with open_store(*store) as opened:
        again = find_child(opened, found.id)
        kept = again.case.records.find(Passage, passage.id)
        assert kept is not None
        assert kept.texts[Band.FIRST_READER] == "Typed a moment ago."


def test_after_locking_the_same_store_opens_again(
    robin: Window, store: Kept, enter: Enter, qtbot: QtBot
) -> None:
    press(robin, qtbot, "Ctrl+L")
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=30_000)
    qtbot.waitUntil(lambda: robin.focusWidget() is robin.unlock.passphrase.field)
    enter(robin, store)
    assert len(board(robin).model.cards) >= 1
    assert robin.desk.found is None


def test_closing_the_window_keeps_what_was_typed(robin: Window, store: Kept, qtbot: QtBot) -> None:
    found = robin.desk.found
    assert found is not None
    press(robin, qtbot, "Ctrl+4")
    timeline = robin.place
    assert isinstance(timeline, Timeline)
    milestone = found.case.records.of(Milestone)[0]
    timeline.choose(milestone.id)
    timeline.editor.written.text.selectAll()
    qtbot.keyClicks(timeline.editor.written.text, "Typed and gone.")
    robin.close()
    with open_store(*store) as opened:
        kept = find_child(opened, found.id).case.records.find(Milestone, milestone.id)
        assert kept is not None
        assert kept.texts[Band.FIRST_READER] == "Typed and gone."


def test_a_wrong_passphrase_says_so_and_changes_nothing(
    window: Window, store: Kept, settled: Settled, qtbot: QtBot
) -> None:
    window.unlock_clerk.offer(store[0])
    qtbot.keyClicks(window.unlock.passphrase.field, "not this one")
    window.unlock.open.click()
    qtbot.waitUntil(lambda: bool(window.unlock.messages.standing), timeout=30_000)
    assert "does not open this store" in window.unlock.messages.standing[0]
    assert not window.desk.is_open
    assert window.unlock.isVisible()
    settled(window)


def test_a_store_is_made_and_a_first_child_added(
    window: Window, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    window.unlock.begin_store()
    making = window.unlock.new_store
    making.folder.setText(str(tmp_path / "mine"))
    qtbot.keyClicks(making.passphrase.first, "apple river stone window")
    qtbot.keyClicks(making.passphrase.again, "apple river stone window")
    making.make.click()
    making.make.click()
    qtbot.waitUntil(lambda: bool(window.unlock.phrase.words), timeout=60_000)
    words = window.unlock.phrase.words
    phrase = " ".join(words)
    press(window, qtbot, "Ctrl+L")
    assert window.unlock.phrase.words == words, "it is shown this once: locking would lose it"
    window.unlock.phrase.written.click()
    for place, field in window.unlock.phrase.asked:
        qtbot.keyClicks(field, words[place])
    with qtbot.waitSignals([window.desk.opened] * 2, timeout=0, raising=False) as opened:
        window.unlock.phrase.enter.click()
        window.unlock.phrase.enter.click()
    assert not opened.signal_triggered, "it is entered once, however often one clicks"
    settled(window)
    assert not window.rail.entries["photos"].isEnabled()
    board(window).first.click()
    qtbot.keyClicks(board(window).newcomer.name, "Wren")
    board(window).newcomer.add.click()
    qtbot.waitUntil(lambda: window.desk.found is not None, timeout=30_000)
    settled(window)
    assert isinstance(window.place, Photos)
    assert window.rail.entries["photos"].isEnabled()
    window.close()
    with open_store(tmp_path / "mine", phrase) as opened:
        assert [card.name for card in children(opened)] == ["Wren"]


def test_search_leads_to_places_and_children(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(robin.head.search, "Timel")
    assert robin.head.search.found() == ("Timeline",)
    robin.head.search.chosen.emit("go:timeline")
    assert isinstance(robin.place, Timeline)
    robin.head.search.clear()
    qtbot.keyClicks(robin.head.search, "Rob")
    assert robin.head.search.found() == ("Robin",)
    settled(robin)


def test_nothing_is_written_about_a_child_in_the_settings(robin: Window) -> None:
    robin.close()
    kept = Path(robin.settings._kept.fileName()).read_text(encoding="utf-8")
    assert "Robin" not in kept


def test_the_sample_can_be_looked_at_and_nothing_is_kept(window: Window, qtbot: QtBot) -> None:
    window.unlock.sample_asked.emit()
    qtbot.waitUntil(lambda: bool(board(window).model.cards), timeout=60_000)
    folder = window.desk.store.folder
    assert folder.is_dir()
    press(window, qtbot, "Ctrl+L")
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    assert not folder.exists()
    assert window.settings.stores() == []


def test_locking_during_an_import_keeps_every_photo_it_told_of(
    robin: Window, store: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    found = robin.desk.found
    assert found is not None
    press(robin, qtbot, "Ctrl+2")
    photos = robin.place
    assert isinstance(photos, Photos)
    dropped = tmp_path / "many"
    dropped.mkdir()
    for number in range(12):
        photograph(dropped / f"{number}.png", number)
    drop(photos, dropped)
    press(robin, qtbot, "Ctrl+L")
    assert robin.unlock.isVisible()
    assert not photos.model.rows
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=60_000)
    kept = len(found.case.records.of(Photo))
    with open_store(*store) as opened:
        assert len(find_child(opened, found.id).case.records.of(Photo)) == kept


def test_after_a_bar_is_closed_the_keyboard_is_at_the_work(robin: Window, qtbot: QtBot) -> None:
    press(robin, qtbot, "Ctrl+6")
    robin.activateWindow()
    qtbot.waitUntil(robin.isActiveWindow)
    book = robin.place
    book.take_keyboard()
    at_work = robin.focusWidget()
    for by_mouse in (True, False):
        strip = book.messages.tell("This page is full.", tone="stop")
        close = strip.findChild(QPushButton)
        assert close is not None
        if by_mouse:
            qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
        else:
            close.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(close, Qt.Key.Key_Return)
        assert not book.messages.standing
        assert robin.focusWidget() is at_work


def test_undo_in_an_untouched_search_box_is_the_windows(robin: Window, qtbot: QtBot) -> None:
    def takes_undo() -> bool:
        ctrl = Qt.KeyboardModifier.ControlModifier
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl, "\x1a")
        asked.ignore()
        robin.head.search.event(asked)
        return asked.isAccepted()

    assert not takes_undo()
    qtbot.keyClicks(robin.head.search, "gran")
    assert takes_undo()


def test_f6_goes_from_pane_to_pane(robin: Window, qtbot: QtBot) -> None:
    press(robin, qtbot, "Ctrl+5")
    robin.activateWindow()
    qtbot.waitUntil(robin.isActiveWindow)
    story = robin.place
    assert isinstance(story, Story)
    seen = []
    for _ in range(4):
        robin.act("next-pane")
        focused = robin.focusWidget()
        panes = (robin.rail, robin.head, *(story.pane(at) for at in range(3)))
        seen.append(next(n for n, pane in enumerate(panes) if pane.isAncestorOf(focused)))
    assert len(set(seen)) == 4
