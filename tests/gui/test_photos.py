"""The photos, alone with real records and a real drop."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.photos import PhotoOutcome, Status
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import InPhoto, Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.gui.models import grid
from lifestory.gui.places.photos import Photos

KIT = Person(given="Kit")
FILE = Original(width=3000, height=2000, had_gps=True)
POOL = Photo(
    original=FILE.id,
    captions={Band.FIRST_READER: "In the paddling pool"},
    taken=HonestDate.parse("12 May 2024"),
    people=(InPhoto(person=KIT.id),),
)
SCAN = Photo(original=None, scan=True)


@pytest.fixture
def photos(qtbot: QtBot) -> Photos:
    made = Photos()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    return made


def show(photos: Photos, them: Sequence[Photo] = (POOL, SCAN)) -> None:
    photos.show_photos(them, {FILE.id: FILE}, {KIT.id: KIT})


def drop(photos: Photos, *files: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(300, 300), copy, carried, left, none)
    QApplication.sendEvent(photos, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(photos, QDropEvent(QPointF(300, 300), copy, carried, left, none))


def test_dropping_files_and_folders_says_which(
    photos: Photos, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(photos.brought) as said:
        drop(photos, tmp_path / "a.jpg", tmp_path)
    assert said.args == [[tmp_path / "a.jpg", tmp_path]]


def test_a_link_from_the_web_is_not_a_file(photos: Photos) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl("https://example.org/a.jpg")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(300, 300), copy, carried, left, none)
    enters.ignore()
    QApplication.sendEvent(photos, enters)
    assert not enters.isAccepted()


def test_a_small_picture_is_asked_for_once_and_only_when_looked_at(photos: Photos) -> None:
    wanted: list[Photo] = []
    photos.model.wanted.connect(wanted.append)
    show(photos)
    photos.grab()
    photos.grab()
    assert wanted == [POOL, SCAN]


def test_an_arrived_picture_is_shown_in_the_grid_and_beside_it(
    photos: Photos, qtbot: QtBot
) -> None:
    show(photos)
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    with qtbot.waitSignal(photos.model.dataChanged):
        photos.model.put(POOL, image)
    cell = photos.grid.visualRect(photos.model.index(0)).center()
    assert photos.grid.grab().toImage().pixelColor(cell) == QColor("#336699")
    assert photos.closer._picture.image == image


def test_what_is_known_of_a_photo_stands_beside_it(photos: Photos) -> None:
    show(photos)
    beside = photos.closer
    assert beside.caption.text() == "In the paddling pool"
    assert beside.when.text() == "12 May 2024"
    assert beside.who.text() == "Kit"
    assert beside.sharp.text() == "Sharp up to 381 × 254 mm"
    assert "never in print" in beside.place.text()


def test_each_refused_file_is_named_with_its_reason(photos: Photos) -> None:
    photos.tell_outcomes(
        [
            PhotoOutcome(Path("beach.jpg"), Status.ADDED),
            PhotoOutcome(Path("beach (1).jpg"), Status.DUPLICATE),
            PhotoOutcome(Path("notes.txt"), Status.REFUSED, "This is not a picture."),
            PhotoOutcome(Path("half.jpg"), Status.REFUSED, "The file ends too early."),
        ]
    )
    refused, added = photos.messages.standing
    assert added == "One photo is in. 1 were here already."
    assert refused.startswith("2 files could not be taken in.")
    named = photos.messages.findChildren(QPlainTextEdit)[0].toPlainText()
    assert named == "notes.txt: This is not a picture.\nhalf.jpg: The file ends too early."


def test_a_photo_is_laid_in_the_bin(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    with qtbot.waitSignal(photos.binned) as said:
        qtbot.mouseClick(photos.closer.to_bin, Qt.MouseButton.LeftButton)
    assert said.args == [POOL]


def test_the_photo_looked_at_stays_so_when_others_arrive(photos: Photos) -> None:
    show(photos)
    photos.grid.setCurrentIndex(photos.model.index(1))
    show(photos, (Photo(), POOL, SCAN))
    assert photos.chosen == SCAN


def test_ten_thousand_photos_are_asked_about_only_where_one_looks(photos: Photos) -> None:
    asked: list[Photo] = []
    photos.model.wanted.connect(asked.append)
    show(photos, [Photo() for _ in range(10_000)])
    photos.grab()
    assert 0 < len(asked) < 200


def test_a_photo_says_aloud_what_sight_says(photos: Photos) -> None:
    show(photos)
    aloud = photos.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Photo, 12 May 2024, In the paddling pool"
    assert grid.spoken(SCAN) == "Photo, not known"


def test_the_model_keeps_qts_rules(photos: Photos, qtmodeltester: ModelTester) -> None:
    show(photos)
    qtmodeltester.check(photos.model)
