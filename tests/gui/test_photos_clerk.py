"""The photos and their clerk on a real store: brought in, looked at, changed, undone."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.open_case import find_child
from lifestory.app.open_store import create_store
from lifestory.app.photos import add_photos, bin_photo
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Turn
from lifestory.domain.media import DateSource, Photo
from lifestory.domain.people import Person
from lifestory.gui.clerks.photos import PhotosClerk
from lifestory.gui.desk import Desk
from lifestory.gui.models.groups import Cell
from lifestory.gui.models.shown import Show
from lifestory.gui.places.photos import Photos

PASSPHRASE = "a kite over the field"
PHOTOS = 60
Wait = Callable[[], None]


def picture(path: Path, tint: QColor, size: int = 800) -> None:
    image = QImage(size, size * 3 // 4, QImage.Format.Format_RGB32)
    image.fill(tint)
    assert image.save(str(path))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with one child and sixty photos of hers, closed again."""
    folder = tmp_path_factory.mktemp("photos")
    (folder / "album").mkdir()
    for number in range(PHOTOS):
        name = f"IMG_2024{number % 12 + 1:02}{number // 12 + 1:02}_100000.png"
        picture(folder / "album" / name, QColor.fromHsv(number * 5, 120, 200), 360)
    store, _ = create_store(folder / "store", PASSPHRASE, "Dana", work_factor=10)
    with store:
        wren = add_child(store, "Wren", HonestDate.parse("12 May 2019"))
        list(add_photos(store, wren.case, [folder / "album"], about=frozenset({wren.id})))
    return folder / "store", PASSPHRASE


@pytest.fixture
def photos(qtbot: QtBot, desk: Desk, wait: Wait) -> Photos:
    """The photos of the child on the desk, as the clerk shows them."""
    place = Photos()
    qtbot.addWidget(place)
    place.resize(1278, 650)
    place.show()
    clerk = PhotosClerk(desk, place)
    assert clerk.place is place
    case = desk.store.vault.case(desk.store.vault.case_ids()[0])
    desk.choose(find_child(desk.store, next(iter(case.records.of(Photo)[0].about))))
    wait()
    assert place.count.text() == str(PHOTOS)
    return place


def kept(desk: Desk, photo: Photo) -> Photo:
    assert desk.case is not None
    found = desk.case.records.find(Photo, photo.id)
    assert found is not None
    return found


def chosen(photos: Photos) -> Photo:
    assert photos.chosen is not None
    return photos.chosen.photo


def press(photos: Photos, words: str) -> None:
    found = photos.messages.findChildren(QPushButton)
    next(one for one in found if one.text() == words and one.isVisible()).click()


def test_small_pictures_are_read_only_for_what_is_seen(photos: Photos, wait: Wait) -> None:
    photos.grid.grab()
    wait()
    cells = [row.look.photo for row in photos.model.rows if isinstance(row, Cell)]
    here = [photos.model.image(photo) is not None for photo in cells]
    assert 6 <= sum(here) < 40


def test_a_messy_tree_gives_what_is_good_and_names_the_rest(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    """Forty folders deep, a file that is gone by now, one cut short, one that is no picture."""
    deep = tmp_path.joinpath("tree", *["d"] * 40)
    deep.mkdir(parents=True)
    picture(deep / "IMG-20240312-WA0007.png", QColor("#cc8844"))
    whole = (deep / "IMG-20240312-WA0007.png").read_bytes()
    (deep / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "tree" / "letter.txt").write_text("Dear Robin")
    gone = tmp_path / "gone.jpg"
    before = int(photos.count.text())

    photos.brought.emit([tmp_path / "tree", gone])
    wait()

    qtbot.waitUntil(lambda: photos.count.text() == str(before + 1))
    refused, added = photos.messages.standing
    assert added == "One photo is in."
    assert refused.startswith("3 files could not be taken in.")
    named = photos.messages.findChildren(QPlainTextEdit)[0].toPlainText().splitlines()
    assert {line.split(":")[0] for line in named} == {"cut.png", "letter.txt", "gone.jpg"}

    press(photos, "Undo")
    wait()
    qtbot.waitUntil(lambda: photos.count.text() == str(before))


def test_undo_of_an_import_takes_back_nothing_else(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    picture(tmp_path / "a.png", QColor("#cc8844"))
    photos.brought.emit([tmp_path / "a.png"])
    wait()
    qtbot.waitUntil(lambda: bool(photos.messages.standing))
    photo = chosen(photos)
    photos.dated.emit([photo.id], HonestDate.parse("aged 3"))
    wait()
    press(photos, "Undo")
    wait()
    assert kept(desk, photo).taken == HonestDate.parse("aged 3")
    assert photos.messages.standing[0].startswith("Something else was done since.")


def test_undo_of_the_bin_takes_back_what_was_binned_then_and_no_later_photo(
    photos: Photos, desk: Desk, wait: Wait
) -> None:
    case = desk.case
    assert case is not None
    first, later = (
        chosen(photos),
        next(one for one in case.records.of(Photo) if one.id != chosen(photos).id),
    )
    photos.binned.emit([first.id])
    wait()
    desk.write(photos.messages, lambda: bin_photo(case, later.id))
    wait()
    press(photos, "Undo")
    wait()
    assert kept(desk, first).binned
    assert kept(desk, later).binned
    assert photos.messages.standing[0].startswith("Something else was done since.")
    desk.undo(photos.messages)
    wait()
    assert not kept(desk, later).binned


def test_a_date_and_a_person_are_kept_and_undone(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    photo = chosen(photos)
    when = photos.closer.when.field
    when.selectAll()
    qtbot.keyClicks(when, "spring 2022")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    wait()
    now = kept(desk, photo)
    assert (now.taken, now.taken_from) == (HonestDate.parse("spring 2022"), DateSource.WORKER)
    assert chosen(photos).id == photo.id  # it stands elsewhere now, and is still looked at
    assert photos.closer.when.under.text().startswith("Spring 2022, dated by you.")
    desk.undo(photos.messages)
    wait()
    assert kept(desk, photo) == photo


def test_what_is_done_to_many_photos_at_once_is_one_undo_with_its_title(
    photos: Photos, desk: Desk, wait: Wait
) -> None:
    case = desk.case
    assert case is not None
    before = dict(case.records)
    photos.grid.selectAll()
    ids, many = photos.chosen_ids, photos.many
    assert len(ids) == PHOTOS
    gran = Person(given="Margaret", known_as="Gran")
    for said, title in (
        (lambda: many.dated.emit(HonestDate.parse("summer 2021")), "Date photos"),
        (lambda: many.brought.emit(gran), "Add a person"),
        (lambda: many.taken_out.emit(gran.id), "Say who is not in a photo"),
        (lambda: many.added.emit(gran.id), "Say who is in a photo"),
        (lambda: many.turned.emit(1), "Turn photos"),
        (lambda: many.told_from.emit(7), "Say from which age a photo may be shown"),
        (photos.side.binned.emit, "Lay photos in the bin"),
    ):
        said()
        wait()
        assert case.undo_title == title
    assert all(photo.binned and photo.edits == (Turn(1),) and photo.tell_from_age == 7
               and [one.person for one in photo.people] == [gran.id]
               for photo in case.records.of(Photo))  # fmt: skip

    photos.filters.choose(Show.BIN)
    photos.grid.selectAll()
    assert set(photos.chosen_ids) == set(ids)
    photos.side.put_back.emit()
    wait()
    assert case.undo_title == "Put photos back"
    for _ in range(8):
        desk.undo(photos.messages)
        wait()
    assert dict(case.records) == before


def test_a_permission_heard_in_the_viewer_changes_the_badge(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    photo = chosen(photos)
    photos.closer.who.brought.emit(Person(given="Kit"))
    wait()
    qtbot.waitUntil(lambda: photos.chosen is not None and photos.chosen.no_permission)
    photos.open_viewer()
    wait()
    who = photos.viewer.panel.who
    ask = next(one for one in who.findChildren(QPushButton) if one.text() == "Ask")
    qtbot.keyClick(ask, Qt.Key.Key_Space)
    qtbot.keyClicks(who.form.given_by, "his mum")
    qtbot.keyClick(who.form.keep, Qt.Key.Key_Space)
    wait()
    qtbot.waitUntil(lambda: photos.chosen is not None and not photos.chosen.no_permission)
    assert chosen(photos).id == photo.id
    assert desk.case is not None
    assert desk.case.undo_title == "Keep a permission"
    desk.undo(photos.messages)
    wait()
    qtbot.waitUntil(lambda: photos.chosen is not None and photos.chosen.no_permission)


def test_workers_are_warm_once_one_stays(photos: Photos, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(desk.store.workers.pids()) == 2, timeout=10_000)


def test_turning_is_shown_from_newly_made_pixels(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    photo = chosen(photos)
    photos.open_viewer()
    wait()
    drawn = photos.viewer.stage._picture
    assert drawn.pixmap().width() > 320
    for _ in range(2):
        qtbot.keyClick(photos.viewer.stage, Qt.Key.Key_R)
    wait()
    assert kept(desk, photo).edits == (Turn(2),)
    desk.undo(photos.messages)
    wait()
    assert kept(desk, photo).edits == (Turn(1),)
    qtbot.waitUntil(lambda: photos.viewer.look is not None
                    and photos.viewer.look.photo.edits == (Turn(1),))  # fmt: skip


def test_what_is_covered_is_gone_from_the_picture_shown(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    half = QImage(800, 600, QImage.Format.Format_RGB32)
    half.fill(QColor("#00ff00"))
    for x in range(360, 440):
        for y in range(260, 340):
            half.setPixelColor(x, y, QColor("#ff0000"))
    half.save(str(tmp_path / "plate.png"))
    photos.brought.emit([tmp_path / "plate.png"])
    wait()
    assert desk.case is not None
    newest = desk.case.records.of(Photo)[-1]
    qtbot.waitUntil(lambda: photos.model.row_of(newest.id) >= 0)
    photos.choose(newest.id)
    photos.open_viewer()
    wait()
    middle = photos.viewer.stage._picture.pixmap
    assert middle().toImage().pixelColor(400, 300).red() > 200
    qtbot.keyClick(photos.viewer.stage, Qt.Key.Key_B)
    qtbot.keyClick(photos.viewer.stage, Qt.Key.Key_B)
    wait()
    assert len(kept(desk, newest).covered) == 1
    qtbot.waitUntil(lambda: middle().toImage().pixelColor(400, 300).red() < 60, timeout=10_000)
    qtbot.keyPress(photos.viewer.stage, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: middle().toImage().pixelColor(400, 300).red() > 200, timeout=10_000)
    qtbot.keyRelease(photos.viewer.stage, Qt.Key.Key_O)


def test_the_bin_offers_undo_and_gives_back(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    before, photo = int(photos.count.text()), chosen(photos)
    qtbot.keyClick(photos.grid, Qt.Key.Key_Delete)
    wait()
    assert kept(desk, photo).binned
    assert photos.messages.standing[0].startswith("One photo is in the bin.")
    qtbot.waitUntil(lambda: photos.count.text() == str(before - 1))
    assert chosen(photos).id != photo.id
    photos.filters.choose(Show.BIN)
    assert chosen(photos).id == photo.id
    qtbot.mouseClick(photos.side.from_bin, Qt.MouseButton.LeftButton)
    wait()
    assert not kept(desk, photo).binned


def test_locking_hides_the_large_photo_and_keeps_what_was_moved(
    photos: Photos, desk: Desk, qtbot: QtBot, wait: Wait
) -> None:
    photo = chosen(photos)
    case = desk.case
    assert case is not None
    photos.open_viewer()
    qtbot.keyClick(photos.viewer.stage, Qt.Key.Key_C)
    qtbot.keyClick(photos.viewer.stage, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    desk.lock()
    assert not photos.viewing
    assert photos.viewer.look is None
    wait()
    found = case.records.find(Photo, photo.id)
    assert found is not None
    assert found.edits


def test_one_can_be_led_to_a_photo(photos: Photos, desk: Desk) -> None:
    last = photos.model.order()[-1]
    photos.findChildren(PhotosClerk)[0].aim_at(last)
    assert chosen(photos).id == last
