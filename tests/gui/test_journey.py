"""The whole job in the real window: from no store at all to a book, an archive, and every step
undone, made again, and still there after a restart."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lifestory.app.archives import Passphrase, open_into_store
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import create_store
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import FileCopy, PrintedCopy
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.media import Photo
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import Passage
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.places.book import Book
from lifestory.gui.places.children import Children
from lifestory.gui.places.handover import HandOver
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.story import Story
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.settings import Settings
from lifestory.gui.widgets.place import Place
from lifestory.gui.window import Window
from lifestory.pdf.readback import read_back

pytestmark = pytest.mark.styled

PASSPHRASE = "apple river stone window"
SEALED = "kettle marble lantern otter"
STEPS = "I took my first steps on the sand."
TOLD = "I laugh when the sea tickles my feet."
MOMENTS = (
    ("June 2019", STEPS),
    ("about August 2022", "I started school."),
    ("summer 2023", "I learned to swim."),
)
SHADES = range(0, 90, 15)

Settled = Callable[[Window], None]
Enter = Callable[[Window, tuple[Path, str]], None]


def test_the_whole_job(
    window: Window, settings: Settings, settled: Settled, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    make_a_store(window, tmp_path / "mine", settled, qtbot)
    add_a_child(window, settled, qtbot)
    case = case_of(window)
    told_of_nobody = dict(case.records)
    drop_photos(window, tmp_path / "from the phone", settled)
    tell_milestones(window, settled, qtbot)
    write_a_passage(window, settled, qtbot)
    make_a_book(window, settled, qtbot)
    export_the_book(window, tmp_path / "book.pdf", settled)
    write_an_archive(window, tmp_path / "story.tar", settled, qtbot)
    everything = dict(case.records)

    steps = undo_until(window, told_of_nobody, settled)
    assert steps >= 5, "photos, three milestones, a passage and a book are steps of their own"
    for _ in range(steps):
        press(window, "redo")
        settled(window)
    assert dict(case.records) == everything

    again = restart(window, settings, enter, (tmp_path / "mine", PASSPHRASE), qtbot)
    open_the_child(again, settled, qtbot)
    assert dict(case_of(again).records) == everything
    assert case_of(again).undo_title, "what was done before the restart can still be undone"
    all_still_shown(again, settled, qtbot)
    assert undo_until(again, told_of_nobody, settled) == steps
    again.close()

    with create_store(tmp_path / "other", PASSPHRASE, work_factor=10)[0] as other:
        taken = open_into_store(other, tmp_path / "story.tar", Passphrase(SEALED))
        theirs = other.vault.case(taken.case).records
        for kind in (Photo, Milestone, Passage, Edition):
            assert len(theirs.of(kind)) == sum(isinstance(one, kind) for one in everything.values())


def make_a_store(window: Window, folder: Path, settled: Settled, qtbot: QtBot) -> None:
    window.unlock.begin_store()
    making = window.unlock.new_store
    making.folder.setText(str(folder))
    qtbot.keyClicks(making.passphrase.first, PASSPHRASE)
    qtbot.keyClicks(making.passphrase.again, PASSPHRASE)
    making.make.click()
    phrase = window.unlock.phrase
    qtbot.waitUntil(lambda: bool(phrase.words), timeout=60_000)
    words = phrase.words
    phrase.written.click()
    for place, field in phrase.asked:
        qtbot.keyClicks(field, words[place])
    phrase.enter.click()
    settled(window)


def add_a_child(window: Window, settled: Settled, qtbot: QtBot) -> None:
    board = there(window, Children)
    board.first.click()
    qtbot.keyClicks(board.newcomer.name, "Wren")
    qtbot.keyClicks(board.newcomer.born.field, "12 May 2018")
    board.newcomer.add.click()
    qtbot.waitUntil(lambda: window.desk.found is not None, timeout=30_000)
    settled(window)


def drop_photos(window: Window, folder: Path, settled: Settled) -> None:
    folder.mkdir()
    for number, shade in enumerate(SHADES):
        picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
        picture.fill(QColor(136, 170 - shade, 100 + shade))
        assert picture.save(str(folder / f"IMG-202403{number + 10}-WA0007.jpg"))
    photos = there(window, Photos)
    drop(photos, folder)
    settled(window)
    assert photos.count.text() == str(len(SHADES))


def tell_milestones(window: Window, settled: Settled, qtbot: QtBot) -> None:
    press(window, "go:timeline")
    timeline = there(window, Timeline)
    for when, words in MOMENTS:
        press(window, "add")
        settled(window)
        qtbot.keyClicks(timeline.editor.when.field, when)
        qtbot.keyClick(timeline.editor.when.field, Qt.Key.Key_Return)
        qtbot.keyClicks(timeline.editor.written.text, words)
        timeline.flush()
        settled(window)
    told = case_of(window).records.of(Milestone)
    assert {one.when for one in told} == {HonestDate.parse(when) for when, _ in MOMENTS}


def write_a_passage(window: Window, settled: Settled, qtbot: QtBot) -> None:
    press(window, "go:story")
    story = there(window, Story)
    first = story.empty.findChild(QPushButton)
    assert first is not None
    first.click()
    qtbot.waitUntil(lambda: bool(case_of(window).records.of(Passage)))
    settled(window)
    assert window.focusWidget() is story.editor.text
    qtbot.keyClicks(story.editor.text, TOLD)
    press(window, "go:book")
    settled(window)
    (passage,) = case_of(window).records.of(Passage)
    assert list(passage.texts.values()) == [TOLD]


def make_a_book(window: Window, settled: Settled, qtbot: QtBot) -> None:
    book = there(window, Book)
    qtbot.keyClick(book.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: book.model.rowCount() > 3, timeout=30_000)
    qtbot.waitUntil(lambda: book.view.complete, timeout=30_000)
    settled(window)
    assert book.starts_at is window.focusWidget()
    printed = " ".join(
        one.text for spread in book.model.spreads for plan in spread.plans for one in plan.words()
    )
    assert STEPS in printed
    assert TOLD in printed
    assert any(plan.pictures() for spread in book.model.spreads for plan in spread.plans)


def export_the_book(window: Window, target: Path, settled: Settled) -> None:
    press(window, "go:handover")
    handover = there(window, HandOver)
    handover.make_pdf.click()
    answer(handover, target)
    settled(window)
    assert any("The book is made" in one for one in handover.messages.standing)
    finished = read_back(target.read_bytes())
    words = " ".join(" ".join(page.text.split()) for page in finished.pages)
    assert STEPS in words
    assert TOLD in words


def write_an_archive(window: Window, target: Path, settled: Settled, qtbot: QtBot) -> None:
    handover = there(window, HandOver)
    handover.make_archive.click()
    qtbot.keyClicks(handover.seal.passphrase.first, SEALED)
    qtbot.keyClicks(handover.seal.passphrase.again, SEALED)
    handover.seal.go_on.click()
    answer(handover, target)
    settled(window)
    assert any("made and verified" in one for one in handover.messages.standing)


def undoable(records: Records) -> dict[UUID, Record]:
    """All but the notes of what was printed, which stand."""
    return {key: one for key, one in records.items() if not isinstance(one, PrintedCopy | FileCopy)}


def undo_until(window: Window, wanted: dict[UUID, Record], settled: Settled) -> int:
    """Undo step by step, from the place one is in, until all is as it was; how many it took."""
    steps = 0
    while undoable(case_of(window).records) != wanted:
        assert case_of(window).undo_title, "there is nothing more to undo"
        press(window, "undo")
        settled(window)
        steps += 1
    return steps


def restart(
    window: Window, settings: Settings, enter: Enter, kept: tuple[Path, str], qtbot: QtBot
) -> Window:
    window.close()
    again = Window(settings)
    qtbot.addWidget(again)
    again.show()
    enter(again, kept)
    return again


def open_the_child(window: Window, settled: Settled, qtbot: QtBot) -> None:
    (card,) = window.clerk(ChildrenClerk).cards
    assert (card.name, card.photos) == ("Wren", len(SHADES))
    columns = there(window, Children).columns.values()
    column = next(one for one in columns if one.cards.model().rowCount())
    column.cards.take_keyboard()
    qtbot.keyClick(column.cards, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.found is not None, timeout=30_000)
    settled(window)


def all_still_shown(window: Window, settled: Settled, qtbot: QtBot) -> None:
    press(window, "go:photos")
    settled(window)
    assert there(window, Photos).count.text() == str(len(SHADES))
    press(window, "go:timeline")
    assert STEPS in {row.words for row in there(window, Timeline).model.rows}
    press(window, "go:story")
    assert there(window, Story).editor.text.toPlainText() == TOLD
    press(window, "go:book")
    book = there(window, Book)
    qtbot.waitUntil(lambda: book.view.complete, timeout=30_000)
    settled(window)


def case_of(window: Window) -> OpenCase:
    assert window.desk.found is not None
    return window.desk.found.case


def press(window: Window, name: str) -> None:
    """Do what a key does everywhere; the offscreen screen has no shortcuts of its own."""
    window.actions_by_name[name].trigger()


P = TypeVar("P", bound=Place)


def there(window: Window, kind: type[P]) -> P:
    place = window.place
    assert isinstance(place, kind)
    return place


def answer(place: QWidget, target: Path) -> None:
    """Answer the system's question where a file goes."""
    dialog = place.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.close()


def drop(photos: Photos, folder: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(photos, QDragEnterEvent(QPoint(9, 9), copy, carried, left, none))
    QApplication.sendEvent(photos, QDropEvent(QPointF(9, 9), copy, carried, left, none))
