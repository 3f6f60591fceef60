"""The large photo and its clerk on a real store: what is done to it is kept, and one undo each."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.open_case import find_child
from lifestory.app.open_store import create_store
from lifestory.app.photos import add_photos, photos
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Hid, Straighten
from lifestory.domain.media import Original, Photo
from lifestory.gui.clerks.photos import PhotosClerk
from lifestory.gui.desk import Desk
from lifestory.gui.places.photos import Photos

PASSPHRASE = "a kite over the field"
LID = QColor(251, 250, 248)
SHIFT = Qt.KeyboardModifier.ShiftModifier
Wait = Callable[[], None]


def speckled(width: int, height: int, seed: int) -> QImage:
    """A picture of its own."""
    small = QImage(6, 4, QImage.Format.Format_RGB32)
    for x in range(6):
        for y in range(4):
            small.setPixelColor(x, y, QColor.fromHsv((x * 67 + y * 31 + seed * 97) % 360, 180, 150))
    return small.scaled(width, height, mode=Qt.TransformationMode.SmoothTransformation)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with a scan of two prints, one of them askew."""
    folder = tmp_path_factory.mktemp("scan")
    sheet = QImage(1000, 1000, QImage.Format.Format_RGB32)
    sheet.fill(LID)
    painter = QPainter(sheet)
    painter.drawImage(QRect(60, 80, 480, 320), speckled(480, 320, 1))
    painter.setTransform(QTransform().translate(700, 720).rotate(5))
    painter.drawImage(QRect(-200, -150, 400, 300), speckled(400, 300, 2))
    painter.end()
    sheet.save(str(folder / "sheet.png"))
    store, _ = create_store(folder / "store", PASSPHRASE, "Dana", work_factor=10)
    with store:
        wren = add_child(store, "Wren", HonestDate.parse("12 May 2019"))
        list(add_photos(store, wren.case, [folder / "sheet.png"], about=frozenset({wren.id})))
    return folder / "store", PASSPHRASE


@pytest.fixture
def place(qtbot: QtBot, desk: Desk, wait: Wait) -> Photos:
    """The scan, large."""
    place = Photos()
    qtbot.addWidget(place)
    place.resize(1278, 650)
    place.show()
    PhotosClerk(desk, place)
    case = desk.store.vault.case(desk.store.vault.case_ids()[0])
    desk.choose(find_child(desk.store, next(iter(case.records.of(Photo)[0].about))))
    wait()
    place.choose(case.records.of(Photo)[0].id)
    place.open_viewer()
    wait()
    return place


def press(place: Photos, qtbot: QtBot, *keys: Qt.Key, shift: bool = False) -> None:
    for key in keys:
        qtbot.keyClick(place.viewer.stage, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def answer(place: Photos, words: str) -> None:
    found = place.messages.findChildren(QPushButton)
    next(one for one in found if one.text() == words and one.isVisible()).click()


def only(desk: Desk) -> Photo:
    assert desk.case is not None
    (found,) = photos(desk.case)
    return found


def test_a_scan_is_split_into_the_prints_that_are_found_on_it_and_undo_makes_it_whole(
    place: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    whole = only(desk)
    press(place, qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(place.viewer.stage.frames) == 2, timeout=10_000)
    assert [one.lean for one in place.viewer.stage.frames] == [0, pytest.approx(5, abs=1)]
    press(place, qtbot, Qt.Key.Key_Return)
    wait()
    assert desk.case is not None
    made = photos(desk.case)
    assert [one.piece is not None for one in made] == [True, True]
    assert place.messages.standing[0].startswith("2 photos were made of the scan.")
    qtbot.waitUntil(lambda: place.viewer.look is not None
                    and place.viewer.look.photo.id == made[0].id)  # fmt: skip
    assert place.viewing
    answer(place, "Undo")
    wait()
    assert only(desk) == whole


def test_straightening_and_cutting_in_one_sitting_is_one_undo(
    place: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    before = only(desk)
    press(place, qtbot, Qt.Key.Key_C, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight)
    press(place, qtbot, *[Qt.Key.Key_Left] * 5, shift=True)
    press(place, qtbot, Qt.Key.Key_Return)
    wait()
    after = only(desk)
    assert after.edits[0] == Straighten(1.0)
    assert place.viewer.look is not None
    assert place.viewer.look.photo.edits == after.edits  # what is shown is what was kept
    desk.undo(place.messages)
    wait()
    assert only(desk) == before


def test_restoring_hiding_and_pointing_are_kept_as_they_are_shown(
    place: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    viewer = place.viewer
    press(place, qtbot, Qt.Key.Key_V)
    qtbot.keyClick(viewer.looking.restore.line, Qt.Key.Key_PageUp)
    press(place, qtbot, Qt.Key.Key_B, Qt.Key.Key_B)
    qtbot.keyClick(viewer.hiding.what, Qt.Key.Key_Down)
    qtbot.keyClick(viewer.hiding.what.view(), Qt.Key.Key_B)
    qtbot.keyClick(viewer.hiding.what.view(), Qt.Key.Key_Return)
    press(place, qtbot, Qt.Key.Key_Escape, Qt.Key.Key_M)
    press(place, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Return)
    wait()
    kept = only(desk)
    assert kept.covered[0].what is Hid.BADGE
    assert kept.focus is not None
    assert kept.focus.down == pytest.approx(0.49)
    assert viewer.look is not None
    assert (viewer.look.photo.edits, viewer.look.photo.covered, viewer.look.photo.focus) == (
        kept.edits, kept.covered, kept.focus
    )  # fmt: skip
    assert [one.kind for one in kept.edits] == ["restore"]


def test_a_better_scan_takes_its_place_and_undo_brings_the_old_one_back(
    place: Photos, desk: Desk, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    before = only(desk)
    better = tmp_path / "better.png"
    speckled(2000, 2000, 3).save(str(better))
    place.viewer.looking.replaced.emit(before.id, better)
    wait()
    assert place.messages.standing[0].startswith("The better scan is in its place.")
    qtbot.waitUntil(lambda: place.viewer.stage.whole.width() == 2000)
    answer(place, "Undo")
    wait()
    assert only(desk) == before


def test_a_scan_of_another_shape_is_refused_in_words_where_something_is_hidden(
    place: Photos, desk: Desk, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    press(place, qtbot, Qt.Key.Key_B, Qt.Key.Key_B)
    wait()
    before, other = only(desk), tmp_path / "other.png"
    speckled(900, 400, 3).save(str(other))
    place.viewer.looking.replaced.emit(before.id, other)
    wait()
    assert place.messages.standing[0].startswith("The new picture has another shape")
    assert only(desk) == before
    assert desk.case is not None
    assert len(desk.case.records.of(Original)) == 1
