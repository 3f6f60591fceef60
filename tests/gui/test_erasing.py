"""Erasing in the window: it says who still holds it, asks once, and shows what is left to do."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child, children
from lifestory.app.copies import Form, remember_file
from lifestory.app.erasing import to_read
from lifestory.app.open_case import find_child
from lifestory.app.open_store import create_store
from lifestory.domain.copies import Erased, Errand
from lifestory.domain.media import InPhoto, Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.clerks.photos import PhotosClerk
from lifestory.gui.desk import Desk
from lifestory.gui.places.children import Children
from lifestory.gui.places.photos import Photos
from lifestory.gui.widgets.erasing import ErasingDialog

PASSPHRASE = "a kite over the field"
Wait = Callable[[], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with Wren in it, a photo of her with her gran, and a PDF that was made of it."""
    folder = tmp_path_factory.mktemp("erasing") / "store"
    store, _ = create_store(folder, PASSPHRASE, "Dana", work_factor=10)
    with store:
        wren = add_child(store, "Wren")
        gran = Person(given="Margaret", known_as="Gran")
        kept = store.vault.originals.write(b"no picture")
        photo = Photo(original=kept.id, people=(InPhoto(person=gran.id),))
        words = Passage(texts={Band.FIRST_READER: "Margaret came to tea"})
        with wren.case.change("Add") as change:
            change.keep(kept)
            for record in (gran, Original(id=kept.id, sha256=kept.sha256), photo, words):
                change.add(record)
        remember_file(wren.case, Form.PDF, Path("book.pdf"), wren.id)
    return folder, PASSPHRASE


@pytest.fixture
def board(qtbot: QtBot, desk: Desk, wait: Wait) -> ChildrenClerk:
    """The board, as its clerk shows it."""
    place = Children()
    qtbot.addWidget(place)
    place.resize(1278, 650)
    place.show()
    clerk = ChildrenClerk(desk, place)
    clerk.touch()
    wait()
    return clerk


@pytest.fixture
def album(qtbot: QtBot, desk: Desk, wait: Wait) -> PhotosClerk:
    """The photos of Wren, as their clerk shows them."""
    place = Photos()
    qtbot.addWidget(place)
    place.resize(1278, 650)
    place.show()
    clerk = PhotosClerk(desk, place)
    desk.choose(find_child(desk.store, children(desk.store)[0].child))
    wait()
    return clerk


def asked(clerk: ChildrenClerk | PhotosClerk, qtbot: QtBot) -> ErasingDialog:
    qtbot.waitUntil(lambda: clerk.erasing.dialog is not None)
    assert clerk.erasing.dialog is not None
    return clerk.erasing.dialog


def said_in(dialog: ErasingDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def test_a_photo_is_erased_once_one_has_said_so_in_the_one_dialog(
    album: PhotosClerk, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    place = album.place
    assert place.chosen is not None
    place.side.erase_asked.emit()
    dialog = asked(album, qtbot)
    assert dialog.isModal()
    assert "book.pdf" in said_in(dialog)
    assert dialog.keep.hasFocus() or not dialog.isActiveWindow()
    dialog.keep.click()
    assert desk.case is not None
    assert desk.case.records.of(Photo)
    place.side.erase_asked.emit()
    asked(album, qtbot).erase.click()
    wait()
    assert not desk.case.records.of(Photo)
    assert not desk.case.records.of(Original)
    assert any("erased for good" in one for one in place.messages.standing)


def test_a_person_is_erased_from_where_one_sees_them(
    album: PhotosClerk, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    assert desk.case is not None
    gran = next(one for one in desk.case.records.of(Person) if one.known_as)
    album.place.closer.who.erase_asked.emit(gran.id)
    dialog = asked(album, qtbot)
    assert "Gran" in dialog.windowTitle()
    dialog.erase.click()
    wait()
    assert gran.id not in desk.case.records
    assert desk.case.records.of(Photo)[0].people == ()


def test_a_whole_story_goes_only_when_its_reference_is_typed_again(
    board: ChildrenClerk, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    (card,) = board.cards
    desk.choose(find_child(desk.store, card.child))
    board.place.erase_asked.emit(card)
    dialog = asked(board, qtbot)
    assert not dialog.erase.isEnabled()
    dialog.typed.setText(card.reference.lower())
    dialog.erase.click()
    wait()
    assert board.cards == ()
    assert desk.found is None
    assert not board.place.errands.isHidden()


def test_what_is_left_to_do_stands_on_the_board_until_it_is_ticked_off(
    album: PhotosClerk, board: ChildrenClerk, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    assert album.place.chosen is not None
    album.place.erase_asked.emit(Erased.PHOTO, album.place.chosen.photo.id)
    asked(album, qtbot).erase.click()
    wait()
    board.touch()
    wait()
    errands = board.place.errands
    assert len(errands.shown) == 2
    for left in (1, 0):
        errands.findChildren(QPushButton)[0].click()
        wait()
        assert len(errands.shown) == left
    assert errands.isHidden()
    assert desk.case is not None
    assert all(one.done_at for one in desk.case.records.of(Errand))


def test_words_that_still_say_the_name_are_gone_to_from_the_board(
    album: PhotosClerk, board: ChildrenClerk, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    assert desk.case is not None
    gran = next(one for one in desk.case.records.of(Person) if one.known_as)
    album.place.erase_asked.emit(Erased.PERSON, gran.id)
    asked(album, qtbot).erase.click()
    wait()
    board.touch()
    wait()
    due = next(one for one in board.place.errands.shown if one.errand.records)
    (place,) = to_read(desk.store, due)
    menu = board.place.errands.offer((place,))
    assert "tea" in menu.actions()[0].text()
    with qtbot.waitSignal(board.go) as went:
        menu.actions()[0].trigger()
    assert went.args == ["story", desk.case.records.of(Passage)[0]]


def test_locking_closes_the_question_and_nothing_is_erased(
    album: PhotosClerk, desk: Desk, qtbot: QtBot
) -> None:
    assert desk.case is not None
    case = desk.case
    album.place.side.erase_asked.emit()
    asked(album, qtbot)
    desk.hiding.emit()
    assert album.erasing.dialog is None
    assert case.records.of(Photo)
