"""What is done to the large photo: straightened, cut to a shape, restored, hidden, split, pointed
at and replaced, each by hand and by keyboard."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.edits import (
    Crop,
    Edit,
    Hid,
    Hidden,
    Hiding,
    Piece,
    Recipe,
    Restore,
    Straighten,
    Turn,
)
from lifestory.domain.media import Focus, Original, Photo, Rendition
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.viewer import Viewer
from lifestory.gui.places.viewer_easel import SCREEN
from lifestory.gui.widgets.frame import Frame
from lifestory.gui.widgets.kinds import Kind, Mode

FILE = Original(width=2000, height=1000)
HOUSE = Photo(original=FILE.id)
GATE = Photo(original=FILE.id)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

Show = Callable[..., Viewer]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """The viewer with a photo in it, and another after it."""
    place = Photos()
    qtbot.addWidget(place)
    place.resize(1278, 650)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)

    def shown(photo: Photo = HOUSE) -> Viewer:
        looks = tuple(PhotoLook(one, FILE, (2000, 1000)) for one in (photo, GATE))
        place.show_album(Album(looks), {})
        place.open_viewer()
        return place.viewer

    return shown


def press(viewer: Viewer, qtbot: QtBot, *keys: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        qtbot.keyClick(viewer.stage, key, with_)


def held(viewer: Viewer) -> Frame:
    return next(one for one in viewer.stage.frames if one.hasFocus())


def drag(viewer: Viewer, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    port = viewer.stage.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def at(viewer: Viewer, x: float, y: float) -> QPoint:
    return viewer.stage.mapFromScene(x, y)


def remove(viewer: Viewer, qtbot: QtBot, name: str) -> None:
    """Press the button beside a change, once it is there."""

    def found() -> list[QPushButton]:
        buttons = viewer.panel.findChildren(QPushButton)
        return [one for one in buttons if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def segment(viewer: Viewer, word: str) -> QToolButton:
    return next(one for one in viewer.panel.findChildren(QToolButton) if one.text() == word)


def said_of(viewer: Viewer) -> list[str]:
    return [one.text() for one in viewer.panel.findChildren(QLabel) if one.isVisible()]


def wait_for(qtbot: QtBot, viewer: Viewer, words: str) -> None:
    """The panel says so, as soon as its rows are laid out."""
    qtbot.waitUntil(lambda: words in said_of(viewer))


# Straightening


def test_brackets_straighten_and_enter_keeps_it_as_one_step(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_C)
    press(viewer, qtbot, *[Qt.Key.Key_BracketRight] * 5)
    press(viewer, qtbot, Qt.Key.Key_Left, with_=ALT)
    with (
        qtbot.assertNotEmitted(viewer.crop.cropped),
        qtbot.waitSignal(viewer.crop.straightened) as said,
    ):
        press(viewer, qtbot, Qt.Key.Key_Return)
    assert said.args == [HOUSE.id, 2.4]
    assert viewer.look is not None
    assert viewer.look.photo.edits == (Straighten(2.4),)
    wait_for(qtbot, viewer, "2.4° to the right")
    with qtbot.waitSignal(viewer.crop.straightened) as said:
        remove(viewer, qtbot, "Remove: Straightened")
    assert said.args == [HOUSE.id, 0.0]


def test_the_picture_follows_the_knob_at_once_without_new_pixels(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_C)
    wanted: list[Rendition] = []
    viewer.easel.wanted.connect(wanted.append)
    half_red = QImage(200, 100, QImage.Format.Format_RGB32)
    half_red.fill(QColor("white"))
    for y in range(50, 100):
        for x in range(200):
            half_red.setPixelColor(x, y, QColor("red"))
    viewer.stage.show_image(half_red)
    line = viewer.crop.lean.line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_End)  # 15 degrees clockwise: the right side comes down
    assert not wanted
    assert viewer.stage.whole.width() < 2000
    whole, middle = viewer.stage.whole, viewer.stage.whole.center()
    seen = viewer.stage.viewport().grab().toImage()
    left = at(viewer, whole.width() * 0.1, middle.y() + 20)
    right = at(viewer, whole.width() * 0.9, middle.y() + 20)
    assert seen.pixelColor(left).green() < 100  # red has come up on the left
    assert seen.pixelColor(right).green() > 100
    assert line.accessibleName() == "Straighten, 15.0° to the right"


def test_escape_leaves_it_neither_straightened_nor_cut(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_C, Qt.Key.Key_BracketLeft)
    press(viewer, qtbot, Qt.Key.Key_Left, with_=SHIFT)
    with (
        qtbot.assertNotEmitted(viewer.crop.cropped),
        qtbot.assertNotEmitted(viewer.crop.straightened),
    ):
        press(viewer, qtbot, Qt.Key.Key_Escape)
    assert viewer.stage.whole.width() == 2000
    assert viewer.mode is Mode.LOOK


def test_cut_and_lean_of_one_sitting_are_one_step(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_C, Qt.Key.Key_BracketRight)
    press(viewer, qtbot, *[Qt.Key.Key_Left] * 10, with_=SHIFT)
    with (
        qtbot.assertNotEmitted(viewer.crop.straightened),
        qtbot.waitSignal(viewer.crop.cropped) as said,
    ):
        press(viewer, qtbot, Qt.Key.Key_Return)
    assert said.args[0] == HOUSE.id
    assert said.args[1] == pytest.approx((0, 0, 0.9, 1), abs=0.001)
    assert said.args[2] == 0.5


def test_a_grid_lies_on_it_while_one_straightens(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_C)
    before = viewer.stage.viewport().grab().toImage()
    press(viewer, qtbot, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft)
    assert viewer.stage.viewport().grab().toImage() != before
    press(viewer, qtbot, Qt.Key.Key_Left)
    press(viewer, qtbot, Qt.Key.Key_Escape, Qt.Key.Key_C)
    assert viewer.stage.viewport().grab().toImage() == before


def test_what_the_worker_undoes_meanwhile_is_not_brought_back(show: Show, qtbot: QtBot) -> None:
    viewer = show(replace(HOUSE, edits=(Straighten(4.0),)))
    press(viewer, qtbot, Qt.Key.Key_C)
    assert viewer.crop.lean.value == 40
    show(HOUSE)  # undone while one is at it
    with qtbot.assertNotEmitted(viewer.crop.straightened):
        press(viewer, qtbot, Qt.Key.Key_Return)


# Shapes


@pytest.mark.parametrize(
    ("name", "shape"),
    [("3 : 2", 1.5), ("Square", 1.0), ("A4, upright", 210 / 297), ("As it is", 2.0)],
)
def test_a_cut_keeps_the_shape_that_was_chosen(
    show: Show, qtbot: QtBot, name: str, shape: float
) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_C)
    box = viewer.crop.shape
    box.setCurrentText(name)
    box.activated.emit(box.currentIndex())
    frame = viewer.stage.frames[0]
    assert frame.box.width() / frame.box.height() == pytest.approx(shape)
    frame.setFocus()
    press(viewer, qtbot, *[Qt.Key.Key_Left] * 3, with_=SHIFT)
    corner = frame.box.bottomRight()
    drag(viewer, qtbot, at(viewer, corner.x(), corner.y()),
         at(viewer, corner.x() - 200, corner.y()))  # fmt: skip
    drag(viewer, qtbot, at(viewer, frame.box.left(), frame.box.center().y()),
         at(viewer, -400, frame.box.center().y()))  # fmt: skip
    assert frame.box.width() / frame.box.height() == pytest.approx(shape)
    assert viewer.stage.whole.adjusted(-1, -1, 1, 1).contains(frame.box)
    with qtbot.waitSignal(viewer.crop.cropped) as said:
        press(viewer, qtbot, Qt.Key.Key_Return)
    _, _, across, down = said.args[1]
    assert 2 * across / down == pytest.approx(shape, abs=0.001)


# What matters


def test_what_matters_is_marked_with_the_mouse_moved_by_keys_and_forgotten(
    show: Show, qtbot: QtBot
) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_M)
    with qtbot.waitSignal(viewer.point.focused) as said:
        qtbot.mouseClick(
            viewer.stage.viewport(), Qt.MouseButton.LeftButton, pos=at(viewer, 500, 250)
        )
    assert said.args[0] == HOUSE.id
    assert (said.args[1].across, said.args[1].down) == pytest.approx((0.25, 0.25), abs=0.005)
    wait_for(qtbot, viewer, "What matters is marked")
    first = said.args[1]
    press(viewer, qtbot, *[Qt.Key.Key_Right] * 5)
    with qtbot.waitSignal(viewer.point.focused) as said:
        press(viewer, qtbot, Qt.Key.Key_Return)
    assert said.args[1].across == pytest.approx(first.across + 0.05, abs=0.001)
    assert said.args[1].down == pytest.approx(first.down, abs=0.001)
    press(viewer, qtbot, Qt.Key.Key_M)
    with qtbot.waitSignal(viewer.point.focused) as said:
        press(viewer, qtbot, Qt.Key.Key_Delete)
    assert said.args == [HOUSE.id, None]


def test_the_cross_stays_on_what_matters_when_the_photo_is_turned(show: Show, qtbot: QtBot) -> None:
    viewer = show(replace(HOUSE, focus=Focus(0.25, 0.1)))
    press(viewer, qtbot, Qt.Key.Key_R)
    assert viewer.look is not None
    assert viewer.look.photo.focus == Focus(0.9, 0.25)


def test_looking_at_where_the_cross_is_keeps_nothing(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    with qtbot.assertNotEmitted(viewer.point.focused):
        press(viewer, qtbot, Qt.Key.Key_M, Qt.Key.Key_Return)


# Restoring


def test_a_faded_print_is_restored_by_keys_and_the_list_takes_it_back(
    show: Show, qtbot: QtBot
) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_V)
    line = viewer.looking.restore.line
    assert line.hasFocus()
    wanted: list[Rendition] = []
    viewer.easel.wanted.connect(wanted.append)
    for _ in range(8):
        qtbot.keyClick(line, Qt.Key.Key_Right)
    with qtbot.waitSignal(viewer.looking.restored) as said:  # once the keys rest, as one step
        pass
    assert said.args == [HOUSE.id, 0.4]
    assert wanted[-1] == Rendition(FILE.id, Recipe(edits=(Restore(0.4),)), SCREEN, SCREEN)
    wait_for(qtbot, viewer, "40 %")
    qtbot.keyPress(viewer.stage, Qt.Key.Key_O)
    assert wanted[-1].recipe.edits == ()
    qtbot.keyRelease(viewer.stage, Qt.Key.Key_O)
    with qtbot.waitSignal(viewer.looking.restored) as said:
        remove(viewer, qtbot, "Remove: Restored")
    assert said.args == [HOUSE.id, 0.0]
    assert viewer.looking.restore.value == 0


def test_a_restoring_under_way_is_kept_for_its_own_photo_when_one_goes_on(
    show: Show, qtbot: QtBot
) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_V)
    qtbot.keyClick(viewer.looking.restore.line, Qt.Key.Key_Right)
    with qtbot.waitSignal(viewer.looking.restored) as said:
        press(viewer, qtbot, Qt.Key.Key_PageDown)
    assert said.args == [HOUSE.id, 0.05]
    assert viewer.look is not None
    assert viewer.look.photo == GATE
    assert viewer.looking.restore.value == 0


# Hiding


def test_what_is_hidden_has_a_name_and_a_way(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_B, Qt.Key.Key_B)
    what = viewer.hiding.what
    what.setFocus()
    with qtbot.waitSignal(viewer.hiding.covered) as said:
        qtbot.keyClick(what, Qt.Key.Key_Down)
        qtbot.keyClick(what.view(), Qt.Key.Key_N)
        qtbot.keyClick(what.view(), Qt.Key.Key_Return)
    assert said.args == [
        HOUSE.id, (Hidden(900, 400, 200, 200, Hiding.BLUR, Hid.NUMBER_PLATE),)
    ]  # fmt: skip
    wait_for(qtbot, viewer, "Number plate blurred")
    with qtbot.waitSignal(viewer.hiding.covered) as said:
        qtbot.mouseClick(segment(viewer, "Cover"), Qt.MouseButton.LeftButton)
    assert said.args[1][0].how is Hiding.COVER
    wait_for(qtbot, viewer, "Number plate covered")
    remove(viewer, qtbot, "Remove: Number plate covered")
    assert viewer.look is not None
    assert viewer.look.photo.covered == ()


# Splitting


def test_the_prints_that_were_found_are_put_right_and_made_into_photos(
    show: Show, qtbot: QtBot
) -> None:
    viewer = show()
    with qtbot.waitSignal(viewer.split.wanted) as asked:
        press(viewer, qtbot, Qt.Key.Key_S)
    assert asked.args == [HOUSE]
    viewer.split.show_prints(HOUSE.id, (Piece(100, 100, 600, 400), Piece(1000, 200, 500, 400, 5.0)))
    assert [one.words for one in viewer.stage.frames] == ["Print 1", "Print 2"]
    assert viewer.split.make.text() == "Make 2 photos"
    press(viewer, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert held(viewer).words == "Print 2"
    press(viewer, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, with_=ALT)
    press(viewer, qtbot, Qt.Key.Key_Down)
    press(viewer, qtbot, Qt.Key.Key_S)  # another, in the middle
    assert held(viewer).words == "Print 3"
    press(viewer, qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: viewer.split.make.text() == "Make 2 photos")
    with qtbot.waitSignal(viewer.split.split) as said:
        press(viewer, qtbot, Qt.Key.Key_Return)
    assert said.args == [
        HOUSE.id, (Piece(100, 100, 600, 400), Piece(1000, 220, 500, 400, 6.0))
    ]  # fmt: skip
    assert viewer.mode is Mode.LOOK


def test_a_print_is_drawn_leant_and_sized_by_hand(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_S)
    viewer.split.show_prints(HOUSE.id, ())
    wait_for(qtbot, viewer, "No separate prints were found. Draw a frame round each.")
    drag(viewer, qtbot, at(viewer, 400, 300), at(viewer, 1200, 800))
    frame = held(viewer)
    assert frame.kind is Kind.PRINT
    knob = frame.mapToScene(frame._lean_handle)
    middle = frame.box.center()
    drag(viewer, qtbot, at(viewer, knob.x(), knob.y()), at(viewer, middle.x() + 100, knob.y()))
    assert frame.lean == pytest.approx(20, abs=12)
    still = frame.mapToScene(frame.box.topLeft())
    corner = frame.mapToScene(frame.box.bottomRight())
    drag(viewer, qtbot, at(viewer, corner.x(), corner.y()),
         at(viewer, corner.x() - 150, corner.y() - 100))  # fmt: skip
    after = frame.mapToScene(frame.box.topLeft())
    assert (after.x(), after.y()) == pytest.approx((still.x(), still.y()), abs=1)
    with qtbot.waitSignal(viewer.split.split) as said:
        qtbot.mouseClick(viewer.split.make, Qt.MouseButton.LeftButton)
    (piece,) = said.args[1]
    assert piece.lean == frame.lean
    assert piece.width == round(frame.box.width())


def test_escape_splits_nothing_and_a_print_is_not_split_again(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_S)
    viewer.split.show_prints(HOUSE.id, (Piece(0, 0, 500, 500),))
    with qtbot.assertNotEmitted(viewer.split.split):
        press(viewer, qtbot, Qt.Key.Key_Escape)
    show(replace(HOUSE, piece=Piece(0, 0, 500, 500)))
    assert not viewer.looking.split.isVisible()
    press(viewer, qtbot, Qt.Key.Key_S)
    assert viewer.mode is Mode.LOOK


def test_prints_found_for_a_photo_one_has_left_lie_on_no_other(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_S, Qt.Key.Key_PageDown, Qt.Key.Key_S)
    viewer.split.show_prints(HOUSE.id, (Piece(0, 0, 500, 500),))
    assert viewer.stage.frames == []


def test_prints_that_were_looked_for_twice_lie_there_once(show: Show, qtbot: QtBot) -> None:
    viewer = show()
    press(viewer, qtbot, Qt.Key.Key_S, Qt.Key.Key_Escape, Qt.Key.Key_S)
    for _ in range(2):
        viewer.split.show_prints(HOUSE.id, (Piece(0, 0, 500, 500),))
    assert len(viewer.stage.frames) == 1


# A better scan


def test_a_better_scan_is_chosen_for_the_photo_one_looks_at(
    show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    better = tmp_path / "better.png"
    QImage(4, 2, QImage.Format.Format_RGB32).save(str(better))
    viewer = show()
    viewer.looking.better.click()
    dialog = viewer.panel.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(viewer.looking.replaced) as said:
        dialog.selectFile(str(better))
        dialog.accept()
    assert said.args == [HOUSE.id, better]


# Looking closer


@pytest.mark.styled
def test_the_wheel_enlarges_what_lies_under_the_hand(show: Show, qtbot: QtBot) -> None:
    stage = show().stage
    there = stage.mapFromScene(500, 500)
    before = stage.mapToScene(there)
    port = stage.viewport()
    place = QPointF(there)
    for _ in range(4):
        turned = QWheelEvent(
            place, QPointF(port.mapToGlobal(there)), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(port, turned)
    assert stage.zoom > 1.8
    after = stage.mapToScene(there)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=4)


def test_the_arrows_move_about_in_a_picture_that_is_larger_than_its_room(
    show: Show, qtbot: QtBot
) -> None:
    viewer = show()
    press(viewer, qtbot, *[Qt.Key.Key_Plus] * 4)
    across, down = viewer.stage.horizontalScrollBar(), viewer.stage.verticalScrollBar()
    was = across.value(), down.value()
    press(viewer, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert across.value() > was[0]
    assert down.value() > was[1]
    assert viewer.look is not None
    assert viewer.look.photo == HOUSE
    press(viewer, qtbot, Qt.Key.Key_0, Qt.Key.Key_Right)
    assert viewer.look.photo == GATE


def test_two_fingers_on_a_screen_or_a_pad_enlarge_it(show: Show, qtbot: QtBot) -> None:
    stage = show().stage
    port = stage.viewport()
    screen = QTest.createTouchDevice()
    middle = port.rect().center()
    apart = [QPoint(40 + 30 * step, 0) for step in range(6)]
    QTest.touchEvent(port, screen).press(0, middle - apart[0], port).press(
        1, middle + apart[0], port
    ).commit()
    for off in apart[1:]:
        QTest.touchEvent(port, screen).move(0, middle - off, port).move(
            1, middle + off, port
        ).commit()
    QTest.touchEvent(port, screen).release(0, middle - apart[-1], port).release(
        1, middle + apart[-1], port
    ).commit()
    assert stage.zoom > 1.5
    stage.set_zoom(1)
    pad = QPointingDevice("pad", 7, QInputDevice.DeviceType.TouchPad,
                          QPointingDevice.PointerType.Finger, QInputDevice.Capability.Position,
                          2, 0)  # fmt: skip
    place = QPointF(middle)
    pinched = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, pad, 2, place, place, place, 0.5, QPointF()
    )
    assert pinched.type() == QEvent.Type.NativeGesture
    QApplication.sendEvent(port, pinched)
    assert stage.zoom == pytest.approx(1.5)


def test_what_is_seen_of_a_turned_and_cut_photo_is_asked_for_as_it_prints(
    show: Show, qtbot: QtBot
) -> None:
    edits: tuple[Edit, ...] = (Turn(1), Straighten(3.0), Crop(0, 0, 0.5, 1))
    viewer = show()
    wanted: list[Rendition] = []
    viewer.easel.wanted.connect(wanted.append)
    show(replace(HOUSE, edits=edits))
    assert wanted[-1].recipe.edits == edits
    press(viewer, qtbot, Qt.Key.Key_C)
    assert wanted[-1].recipe.edits == (Turn(1),)
    assert viewer.crop.lean.value == 30
