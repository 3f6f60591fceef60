"""Photos dropped on the real window, as they come from phones, drives and tired hands."""

# mypy: allow-untyped-calls
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.app.open_store import create_store
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Original, Photo
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.places.photos import Photos
from lifestory.gui.settings import Settings
from lifestory.gui.window import Window

Kept = tuple[Path, str]
Settled = Callable[[Window], None]
PASSPHRASE = "a kite over the field"


@pytest.fixture(scope="module")
def opened(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Window, Kept]]:
    """One window for all of these, with a store open in it; each test has a child of its own."""
    folder = tmp_path_factory.mktemp("bringing")
    create_store(folder / "store", PASSPHRASE, "Dana", work_factor=10)[0].close()
    ini = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = Window(Settings(ini))
    window.show()
    yield window, (folder / "store", PASSPHRASE)
    window.close()


@pytest.fixture
def window(
    opened: tuple[Window, Kept], enter: Callable[[Window, Kept], None], settled: Settled
) -> Window:
    """The window with a child without photos on the desk, in Photos."""
    window, kept = opened
    if not window.desk.is_open:
        enter(window, kept)
    wren = add_child(window.desk.store, "Wren", HonestDate.parse("12 May 2019"))
    open_child(window, wren.id, settled)
    return window


def open_child(window: Window, child: UUID, settled: Settled) -> None:
    window.clerk(ChildrenClerk).open_child(child)
    settled(window)
    window.go("photos")
    settled(window)


def on_desk(window: Window) -> UUID:
    assert window.desk.found is not None
    return window.desk.found.id


def place(window: Window) -> Photos:
    assert isinstance(window.place, Photos)
    return window.place


def photos_of(window: Window) -> tuple[Photo, ...]:
    assert window.desk.found is not None
    return window.desk.found.case.records.of(Photo)


def names_of(window: Window) -> set[str]:
    assert window.desk.found is not None
    return {one.file_name for one in window.desk.found.case.records.of(Original)}


def picture(path: Path, number: int = 0) -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(number // 65536 % 256, number // 256 % 256, number % 256))
    assert image.save(str(path))
    return path


def pictures(folder: Path, count: int, start: int = 0) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return [picture(folder / f"{start + n:05}.png", start + n) for n in range(count)]


def drop(window: Window, *files: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(300, 300), copy, carried, left, none)
    QApplication.sendEvent(window.place, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(window.place, QDropEvent(QPointF(300, 300), copy, carried, left, none))


def press(window: Window, words: str) -> None:
    found = window.place.messages.findChildren(QPushButton)
    next(one for one in found if one.text() == words and one.isVisible()).click()


def refusals(window: Window) -> dict[str, str]:
    """Each file that was named, with its reason."""
    said = window.place.messages.findChildren(QPlainTextEdit)
    lines = said[0].toPlainText().splitlines() if said else []
    return {name: reason for name, _, reason in (line.partition(": ") for line in lines)}


def test_a_tree_as_people_have_it_gives_every_photo_and_names_the_rest(
    window: Window, settled: Settled, tmp_path: Path
) -> None:
    tree = tmp_path / "Sue's phone"
    deep = tree.joinpath(*(f"folder {n}" for n in range(40)))
    deep.mkdir(parents=True)
    picture(deep / "at the bottom.png", 1)
    strange = ["🎂 Geburtstag.png", "عيد ميلاد.png", "誕生日 3才.png", "n" * 240 + ".png",
               " a name with  spaces .png", "100%25 & #1.png"]  # fmt: skip
    for number, name in enumerate(strange, 2):
        picture(tree / name, number)
    (tree / "an empty folder").mkdir()
    (tree / "papers").mkdir()
    (tree / "papers" / "letter.docx").write_bytes(b"not a picture")
    if os.name != "nt":
        (tree / "round").symlink_to(tree, target_is_directory=True)
    drop(window, tree, tree / "gone before it was let go.png")
    settled(window)
    assert names_of(window) == {"at the bottom.png", *strange}
    assert refusals(window).keys() == {"letter.docx", "gone before it was let go.png"}
    assert place(window).count.text() == "7"


def test_a_folder_with_nothing_in_it_is_named(
    window: Window, settled: Settled, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    drop(window, tmp_path / "nothing")
    settled(window)
    assert refusals(window) == {"nothing": "There is nothing in this folder."}


def test_files_that_vanish_while_they_are_dropped_are_named_and_the_others_come(
    window: Window, settled: Settled, tmp_path: Path
) -> None:
    files = pictures(tmp_path / "card", 40)
    drop(window, *files)
    for file in files[-5:]:
        file.unlink()
    settled(window)
    gone = refusals(window)
    assert len(photos_of(window)) + len(gone) == 40
    assert set(gone.values()) == {"There is no such file."}


def test_two_drops_at_once_both_come_in_and_nothing_twice(
    window: Window, settled: Settled, tmp_path: Path
) -> None:
    first, second = pictures(tmp_path / "a", 30), pictures(tmp_path / "b", 30, 30)
    drop(window, *first, *second[:5])
    drop(window, tmp_path / "b", first[0])
    settled(window)
    assert len(photos_of(window)) == 60
    assert "6 were here already." in window.place.messages.standing[0]


def test_three_hundred_at_once_come_in_while_one_goes_on_working(
    window: Window, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, picture(tmp_path / "first.png", 999))
    settled(window)
    (first,) = photos_of(window)
    pictures(tmp_path / "many", 300)
    drop(window, tmp_path / "many")
    (coming,) = [job for job in window.jobs.running if not job.quiet]
    qtbot.waitUntil(lambda: coming.count > 30, timeout=30_000)
    place(window).dated.emit([first.id], HonestDate.parse("spring 2021"))
    qtbot.waitUntil(
        lambda: (
            next(one for one in photos_of(window) if one.id == first.id).taken
            == HonestDate.parse("spring 2021")
        )
    )
    assert coming in window.jobs.running
    settled(window)
    assert place(window).count.text() == "301"


def test_an_import_that_is_cancelled_keeps_what_came_and_is_taken_up_again(
    window: Window, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    pictures(tmp_path / "many", 120)
    drop(window, tmp_path / "many")
    (coming,) = [job for job in window.jobs.running if not job.quiet]
    qtbot.waitUntil(lambda: coming.count > 10, timeout=30_000)
    press(window, "Cancel")
    settled(window)
    came = len(photos_of(window))
    assert 10 < came < 120
    (said,) = window.place.messages.standing
    assert said.startswith(f"{came} photos are in. Stopped.")
    drop(window, tmp_path / "many")
    settled(window)
    assert len(photos_of(window)) == 120
    assert (
        f"{120 - came} photos are in. {came} were here already." in window.place.messages.standing
    )


def test_locking_during_an_import_keeps_what_came_whole(
    opened: tuple[Window, Kept],
    window: Window,
    enter: Callable[[Window, Kept], None],
    settled: Settled,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    wren = on_desk(window)
    pictures(tmp_path / "many", 120)
    drop(window, tmp_path / "many")
    (coming,) = [job for job in window.jobs.running if not job.quiet]
    qtbot.waitUntil(lambda: coming.count > 10, timeout=30_000)
    window.act("lock")
    assert window.pages.currentIndex() == 0
    settled(window)
    enter(*opened)
    open_child(window, wren, settled)
    assert 10 < len(photos_of(window)) < 120
    originals = window.desk.store.vault.originals
    assert all(originals.read(key) for key, _ in originals.rows())
    (told,) = window.place.messages.standing
    assert told.startswith(f"{len(photos_of(window))} photos are in. Stopped.")


def test_an_import_tells_nothing_and_offers_no_undo_beside_another_child(
    window: Window, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    """Undo there would take back what was done for that other child."""
    wren = on_desk(window)
    amir = add_child(window.desk.store, "Amir", HonestDate.parse("12 May 2019"))
    pictures(tmp_path / "many", 60)
    drop(window, tmp_path / "many")
    open_child(window, amir.id, settled)
    assert not photos_of(window)
    assert place(window).count.text() == ""
    assert not [one for one in window.place.messages.findChildren(QPushButton)
                if one.text() == "Undo" and one.isVisible()]  # fmt: skip
    open_child(window, wren, settled)
    assert len(photos_of(window)) == 60
