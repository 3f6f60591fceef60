"""Doubles: shown in groups with the best on top, settled one by one, and brought back by undo."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from pytestqt.qtbot import QtBot

from lifestory.app.album import Album, PhotoLook
from lifestory.app.caseload import add_child
from lifestory.app.open_case import find_child
from lifestory.app.open_store import create_store
from lifestory.app.photos import add_photos
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Original, Photo
from lifestory.gui.clerks.photos import PhotosClerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.places.doubles import Doubles
from lifestory.gui.places.photos import Photos


def a_look(width: int, **more: object) -> PhotoLook:
    file = Original(width=width, height=width // 2, bytes=width * 1000, file_name="IMG_1.jpg")
    photo = Photo(original=file.id, taken=HonestDate.parse("12 May 2024"))
    return PhotoLook(photo, file, (width, width // 2), **more)  # type: ignore[arg-type]


BEST, SENT, SMALL = a_look(4000), a_look(1600, used=2), a_look(800)
OTHER, ITS_COPY = a_look(3000), a_look(1500)
GROUPS = [[one.photo.id for one in group] for group in ((BEST, SENT, SMALL), (OTHER, ITS_COPY))]


@pytest.fixture
def doubles(qtbot: QtBot) -> Doubles:
    made = Doubles()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_groups(GROUPS, Album((BEST, SENT, SMALL, OTHER, ITS_COPY)))
    return made


def test_each_group_has_the_best_on_top_and_says_what_differs(doubles: Doubles) -> None:
    first, second = doubles.groups
    assert [one.isChecked() for one in first.photos] == [True, False, False]
    assert first.photos[0].accessibleName() == (
        "The best of them, stays: Photo, 12 May 2024, 4000 × 2000 px · 4.0 MB"
    )
    assert first.photos[1].accessibleName().startswith("A copy, goes to the bin: Photo")
    assert "used 2 times" in first.photos[1].accessibleName()
    assert first.keep.text() == "Keep the best, bin the others"
    assert second.keep.text() == "Keep the best, bin the other"
    assert first.why.text() == "Those that go are on 2 pages of the books."
    assert not second.places.isVisible()


def test_keys_choose_which_stay(doubles: Doubles, qtbot: QtBot) -> None:
    group = doubles.groups[0]
    qtbot.keyClick(group.photos[1], Qt.Key.Key_Space)
    assert group.keep.text() == "Keep 2, bin 1"
    with qtbot.waitSignal(doubles.kept) as said:
        qtbot.keyClick(group.keep, Qt.Key.Key_Space)
    assert said.args == [BEST.photo.id, [SMALL.photo.id], True]
    for photo in group.photos[:2]:
        qtbot.mouseClick(photo, Qt.MouseButton.LeftButton)
    assert not group.keep.isEnabled()
    assert group.why.text() == "Choose one that stays."


def test_that_they_are_different_is_said_of_the_whole_group(doubles: Doubles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(doubles.different) as said:
        qtbot.keyClick(doubles.groups[1].apart, Qt.Key.Key_Space)
    assert said.args == [GROUPS[1]]


def test_what_is_settled_goes_the_keyboard_goes_on_and_undo_brings_it_back(
    doubles: Doubles, qtbot: QtBot
) -> None:
    doubles.groups[0].keep.setFocus()
    ticked = doubles.groups[1].photos[1]
    qtbot.keyClick(ticked, Qt.Key.Key_Space)
    doubles.groups[0].keep.setFocus()
    binned = [replace(one, photo=replace(one.photo, binned=True)) for one in (SENT, SMALL)]
    doubles.show_album(Album((BEST, *binned, OTHER, ITS_COPY)))
    assert [group.ids for group in doubles.groups] == GROUPS[1:]
    assert doubles.groups[0].keep.hasFocus() or doubles.groups[0].isAncestorOf(
        doubles.window().focusWidget() or doubles
    )
    assert doubles.groups[0].photos[1] is ticked  # what was ticked stays ticked
    doubles.show_album(Album((BEST, SENT, SMALL, OTHER, ITS_COPY)))
    assert [group.ids for group in doubles.groups] == GROUPS


def test_hundreds_of_groups_come_twenty_at_a_time(doubles: Doubles, qtbot: QtBot) -> None:
    looks = [a_look(width) for width in range(1000, 1050)]
    pairs = [[a.photo.id, b.photo.id] for a, b in zip(looks[::2], looks[1::2], strict=True)]
    doubles.show_groups(pairs, Album(tuple(looks)))
    assert len(doubles.groups) == 20
    assert doubles.count.text() == "25 groups"
    assert doubles.more.text() == "Show 5 more"
    qtbot.keyClick(doubles.more, Qt.Key.Key_Space)
    assert len(doubles.groups) == 25
    assert doubles.groups[20].photos[0].hasFocus()
    assert not doubles.more.isVisible()


def picture(path: Path, size: int, tint: str) -> None:
    image = QImage(size, size * 3 // 4, QImage.Format.Format_RGB32)
    painter, shade = QPainter(image), QLinearGradient(0, 0, size, size / 2)
    for at, colour in ((0.0, "#202020"), (0.3, tint), (0.5, "#f0f0f0"), (1.0, tint)):
        shade.setColorAt(at, QColor(colour))
    painter.fillRect(image.rect(), shade)
    painter.end()
    assert image.save(str(path), quality=85)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a child of whom there are a photo and its copy, as an older Lifestory kept them:
    without how they look."""
    for name, size, tint in (("best", 1200, "#cc4444"), ("sent", 600, "#cc4444")):
        picture(tmp_path / f"{name}.jpg", size, tint)
    store, _ = create_store(tmp_path / "store", "a kite over the field", "Dana", work_factor=10)
    with store:
        wren = add_child(store, "Wren", HonestDate.parse("12 May 2019"))
        files = [tmp_path / "sent.jpg", tmp_path / "best.jpg"]
        list(add_photos(store, wren.case, files, about=frozenset({wren.id})))
        with wren.case.change("As from an older store") as change:
            for photo in wren.case.records.of(Photo):
                change.replace(photo, replace(photo, likeness=""))
        key = wren.id
    desk = Desk(Jobs())
    with qtbot.waitSignal(desk.opened):
        desk.open(tmp_path / "store", "a kite over the field")
    desk.choose(find_child(desk.store, key))
    yield desk
    desk.close_now()


def test_doubles_are_found_settled_and_one_undo_gives_them_back(desk: Desk, qtbot: QtBot) -> None:
    place = Photos()
    qtbot.addWidget(place)
    place.resize(1278, 650)
    place.show()
    PhotosClerk(desk, place).enter()

    def wait() -> None:
        qtbot.waitUntil(lambda: not desk.jobs.running, timeout=30_000)

    wait()
    qtbot.mouseClick(place.find_doubles, Qt.MouseButton.LeftButton)
    wait()
    qtbot.waitUntil(place.doubles.isVisible)
    assert not place.bar_frame.isVisible()
    (group,) = place.doubles.groups
    assert group.looks[0].size == (1200, 900)
    qtbot.keyClick(group.keep, Qt.Key.Key_Space)
    wait()
    qtbot.waitUntil(lambda: not place.doubles.groups)
    assert place.doubles.none.isVisible()
    assert place.messages.standing[0].startswith("One photo is in the bin")
    assert desk.case is not None
    assert sum(one.binned for one in desk.case.records.of(Photo)) == 1

    desk.undo(place.messages)
    wait()
    qtbot.waitUntil(lambda: len(place.doubles.groups) == 1)
    qtbot.keyClick(place.doubles.groups[0].apart, Qt.Key.Key_Space)
    wait()
    qtbot.waitUntil(lambda: not place.doubles.groups)
    qtbot.keyClick(place.doubles, Qt.Key.Key_Escape)
    assert place.grid.isVisible()
    qtbot.mouseClick(place.find_doubles, Qt.MouseButton.LeftButton)
    wait()
    assert place.grid.isVisible()
    assert "No two photos look alike." in place.messages.standing
