"""One photo large: every tool by mouse and by keyboard."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.album import Album, May, PhotoLook
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Hidden, Piece, Recipe, Region, Turn
from lifestory.domain.media import InPhoto, Original, Photo, Rendition
from lifestory.domain.people import Person
from lifestory.domain.standing import WHOLE
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.viewer_easel import CLOSE, SCREEN
from lifestory.gui.widgets.frame import Frame
from lifestory.gui.widgets.kinds import Mode

FILE = Original(width=2000, height=1000)
GRAN, KIT, SUE = (Person(given=name) for name in ("Gran", "Kit", "Sue"))
GARDEN = Photo(
    original=FILE.id,
    taken=HonestDate.parse("2024"),
    people=(InPhoto(person=GRAN.id, region=Region(200, 200, 200, 200)), InPhoto(person=KIT.id)),
    covered=(Hidden(1600, 800, 200, 100), Hidden(1000, 100, 100, 100)),
)
GATE = Photo(original=FILE.id, taken=HonestDate.parse("2020"))


def show(photos: Photos, *them: Photo) -> None:
    looks = tuple(PhotoLook(one, FILE, (2000, 1000)) for one in them)
    may = {GRAN.id: May.GIVEN, KIT.id: May.REFUSED}
    photos.show_album(Album(looks, people={one.id: one for one in (GRAN, KIT, SUE)}, may=may), {})


@pytest.fixture
def photos(qtbot: QtBot) -> Photos:
    """The place with the garden large."""
    made = Photos()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    show(made, GARDEN, GATE)
    made.open_viewer()
    return made


def press(photos: Photos, qtbot: QtBot, *keys: Qt.Key, shift: bool = False) -> None:
    shifted, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(photos.viewer.stage, key, shifted if shift else none)


def held(photos: Photos) -> Frame:
    return next(one for one in photos.viewer.stage.frames if one.hasFocus())


def on_screen(photos: Photos, x: float, y: float) -> QPoint:
    return photos.viewer.stage.mapFromScene(x, y)


def drag(photos: Photos, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    port = photos.viewer.stage.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_space_looks_closer_and_escape_goes_back(photos: Photos, qtbot: QtBot) -> None:
    assert photos.viewing
    assert not photos.bar_frame.isVisible()
    assert photos.viewer.bar.place.text() == "1 of 2"
    press(photos, qtbot, Qt.Key.Key_Escape)
    assert not photos.viewing
    assert photos.bar_frame.isVisible()
    qtbot.keyClick(photos.grid, Qt.Key.Key_Space)
    assert photos.viewing


def test_the_arrows_go_from_photo_to_photo(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_Right)
    assert photos.viewer.bar.place.text() == "2 of 2"
    assert photos.chosen is not None
    assert photos.chosen.photo == GATE
    press(photos, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert photos.viewer.bar.place.text() == "1 of 2"


def test_no_frame_of_one_photo_is_left_over_the_next_of_another_size(
    photos: Photos, qtbot: QtBot
) -> None:
    sheet, small = Original(width=2480, height=3508), Original(width=1400, height=1050)
    scan, print_ = Photo(original=sheet.id), Photo(original=small.id)
    looks = PhotoLook(scan, sheet, (2480, 3508)), PhotoLook(print_, small, (1400, 1050))
    photos.show_album(Album(looks), {})
    photos.choose(scan.id)
    press(photos, qtbot, Qt.Key.Key_S)
    pieces = [Piece(120 + 1200 * (n % 2), 150 + 1750 * (n // 2), 1000, 750, n) for n in range(4)]
    photos.viewer.split.show_prints(scan.id, pieces)
    stage = photos.viewer.stage
    assert len(stage.frames) == 4
    stage.grab()
    qtbot.wait(20)
    photos.viewer.leave()
    photos.choose(print_.id)
    photos.open_viewer()
    picture = stage.grab().toImage()
    colours = {
        picture.pixelColor(x, y).rgb()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert stage.frames == []
    assert len(colours) <= 4, "the desk, the blank picture and its edge"


def test_only_newly_made_pixels_are_shown(photos: Photos, qtbot: QtBot) -> None:
    wanted: list[Rendition] = []
    photos.viewer.easel.wanted.connect(wanted.append)
    press(photos, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert wanted[-1] == Rendition(FILE.id, Recipe(covered=GARDEN.covered), SCREEN, SCREEN)
    image = QImage(160, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    photos.viewer.easel.put(wanted[-1], image)
    stage = photos.viewer.stage
    middle = stage.viewport().grab().toImage().pixelColor(stage.viewport().rect().center())
    assert middle == QColor("#336699")
    image.fill(QColor("#ff0000"))
    photos.viewer.easel.put(wanted[0], image)  # of the photo before: it comes too late
    middle = stage.viewport().grab().toImage().pixelColor(stage.viewport().rect().center())
    assert middle == QColor("#336699")


def test_looking_closer_asks_for_more_pixels_and_nought_shows_all_of_it(
    photos: Photos, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(photos.viewer.easel.wanted) as asked:
        press(photos, qtbot, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert asked.args[0].width == CLOSE
    press(photos, qtbot, Qt.Key.Key_0)
    assert photos.viewer.stage.zoom == 1.0


def test_r_turns_it_at_once(photos: Photos, qtbot: QtBot) -> None:
    turned: list[object] = []
    photos.viewer.turned.connect(lambda *what: turned.append(what))
    press(photos, qtbot, Qt.Key.Key_R)
    assert turned == [(GARDEN.id, 1)]
    assert photos.viewer.stage.whole.width() == 1000
    assert photos.viewer.stage.whole.height() == 2000
    remove(photos, qtbot, "Remove: Turned")
    assert turned == [(GARDEN.id, 1), (GARDEN.id, 3)]
    assert photos.viewer.stage.whole.width() == 2000


def remove(photos: Photos, qtbot: QtBot, name: str) -> None:
    """Press the button beside a change, once it is there."""

    def found() -> list[QPushButton]:
        buttons = photos.viewer.panel.findChildren(QPushButton)
        return [one for one in buttons if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    found()[0].click()


def test_a_crop_by_keyboard(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_C)
    assert held(photos).box == photos.viewer.stage.whole
    press(photos, qtbot, *[Qt.Key.Key_Left] * 10, shift=True)
    press(photos, qtbot, *[Qt.Key.Key_Right] * 5)
    with qtbot.waitSignal(photos.viewer.crop.cropped) as said:
        press(photos, qtbot, Qt.Key.Key_Return)
    key, box, lean = said.args
    assert lean == 0.0
    assert key == GARDEN.id
    assert box == pytest.approx((0.05, 0.0, 0.9, 1.0))
    assert photos.viewer.stage.whole.width() == 1800
    assert photos.viewing


def test_a_crop_by_its_handles(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_C)
    drag(photos, qtbot, on_screen(photos, 0, 0), on_screen(photos, 500, 250))
    with qtbot.waitSignal(photos.viewer.crop.cropped) as said:
        press(photos, qtbot, Qt.Key.Key_C)
    assert said.args[1] == pytest.approx((0.25, 0.25, 0.75, 0.75), abs=0.01)
    assert "a face is cut" in [one.text() for one in photos.viewer.panel.findChildren(QLabel)]


def test_escape_leaves_a_crop_undone(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_C)
    press(photos, qtbot, Qt.Key.Key_Left, shift=True)
    with qtbot.assertNotEmitted(photos.viewer.crop.cropped):
        press(photos, qtbot, Qt.Key.Key_Escape)
    assert photos.viewer.mode is Mode.LOOK
    assert photos.viewing


def test_a_crop_is_kept_and_left_by_the_mouse_alone(photos: Photos, qtbot: QtBot) -> None:
    panel = photos.viewer.panel
    assert not panel.finish.isVisible()
    for ends, kept in ((panel.drop, False), (panel.finish, True)):
        said: list[object] = []
        photos.viewer.crop.cropped.connect(lambda *_, said=said: said.append(True))
        press(photos, qtbot, Qt.Key.Key_C)
        drag(photos, qtbot, on_screen(photos, 0, 0), on_screen(photos, 500, 250))
        qtbot.mouseClick(ends, Qt.MouseButton.LeftButton)
        assert bool(said) is kept
        assert photos.viewer.mode is Mode.LOOK
        assert photos.viewer.stage.hasFocus()
    assert not panel.finish.isVisible()
    assert not panel.drop.isVisible()


def test_what_is_kept_at_once_has_nothing_to_cancel(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_F)
    panel = photos.viewer.panel
    assert panel.finish.isVisible()
    assert not panel.drop.isVisible()
    press(photos, qtbot, Qt.Key.Key_S)
    assert (panel.finish.isVisible(), panel.drop.isVisible()) == (False, True)


def test_a_crop_begins_from_all_of_the_picture_as_it_is_turned(
    photos: Photos, qtbot: QtBot
) -> None:
    cut = replace(GARDEN, edits=(Turn(1), Crop(0.5, 0.0, 0.5, 1.0)))
    show(photos, cut, GATE)
    assert photos.viewer.stage.whole.width() == 500
    press(photos, qtbot, Qt.Key.Key_C)
    assert photos.viewer.stage.whole.width() == 1000
    assert held(photos).box.left() == 500
    with qtbot.assertNotEmitted(photos.viewer.crop.cropped):  # nothing was moved
        press(photos, qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(photos.viewer.crop.cropped) as said:
        remove(photos, qtbot, "Remove: Cropped")
    assert said.args == [GARDEN.id, WHOLE, 0.0]


def test_tab_walks_the_frames_and_the_arrows_move_the_one_that_is_held(
    photos: Photos, qtbot: QtBot
) -> None:
    press(photos, qtbot, Qt.Key.Key_B)
    press(photos, qtbot, Qt.Key.Key_Tab)
    assert held(photos).words == "Part blurred 1"
    press(photos, qtbot, Qt.Key.Key_Tab)
    assert held(photos).words == "Part blurred 2"
    press(photos, qtbot, Qt.Key.Key_Right)
    press(photos, qtbot, Qt.Key.Key_Down, shift=True)
    with qtbot.waitSignal(photos.viewer.hiding.covered) as said:  # once the keys rest
        pass
    assert said.args == [GARDEN.id, (GARDEN.covered[0], Hidden(1020, 100, 100, 120))]


def test_a_part_is_covered_with_the_mouse_and_uncovered_with_delete(
    photos: Photos, qtbot: QtBot
) -> None:
    press(photos, qtbot, Qt.Key.Key_B)
    with qtbot.waitSignal(photos.viewer.hiding.covered) as said:
        drag(photos, qtbot, on_screen(photos, 1200, 500), on_screen(photos, 1400, 700))
    new = said.args[1][-1]
    assert (new.left, new.top) == pytest.approx((1200, 500), abs=6)
    assert (new.width, new.height) == pytest.approx((200, 200), abs=8)
    assert held(photos).words == "Part blurred 3"
    with qtbot.waitSignal(photos.viewer.hiding.covered) as said:
        press(photos, qtbot, Qt.Key.Key_Delete)
    assert said.args == [GARDEN.id, GARDEN.covered]


def test_b_again_lays_a_frame_without_a_mouse(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_B)
    with qtbot.waitSignal(photos.viewer.hiding.covered) as said:
        press(photos, qtbot, Qt.Key.Key_B)
    assert said.args[1][-1] == Hidden(900, 400, 200, 200)
    assert held(photos).words == "Part blurred 3"


def test_what_the_keys_moved_is_not_lost_by_leaving_at_once(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_B, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    with qtbot.waitSignal(photos.viewer.hiding.covered) as said:
        photos.flush()
    assert said.args[1][0] == Hidden(1580, 800, 200, 100)


def test_a_face_is_marked_for_whom_it_is(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_F)
    assert [one.words for one in photos.viewer.stage.frames] == ["Gran"]
    assert photos.viewer.faces.whose.currentText() == "Kit"  # in it, and not marked yet
    with qtbot.waitSignal(photos.viewer.faces.face_marked) as said:
        drag(photos, qtbot, on_screen(photos, 1200, 500), on_screen(photos, 1400, 700))
    assert said.args[:2] == [GARDEN.id, KIT.id]
    assert [one.words for one in photos.viewer.stage.frames] == ["Gran", "Kit"]
    words = [one.text() for one in photos.viewer.panel.findChildren(QLabel)]
    assert "Permission was refused: will be blurred" in words
    photos.viewer.stage.frames[0].setFocus()
    with qtbot.waitSignal(photos.viewer.faces.face_marked) as said:
        press(photos, qtbot, Qt.Key.Key_Delete)
    assert said.args == [GARDEN.id, GRAN.id, None]


def test_nobody_is_taken_for_the_first_of_the_alphabet(photos: Photos, qtbot: QtBot) -> None:
    photos.choose(GATE.id)
    press(photos, qtbot, Qt.Key.Key_F)
    faces, stage = photos.viewer.faces, photos.viewer.stage
    assert faces.person is None
    with qtbot.assertNotEmitted(faces.face_marked):
        drag(photos, qtbot, on_screen(photos, 400, 400), on_screen(photos, 700, 700))
    assert [one.words for one in stage.frames] == ["Who is it?"]
    assert faces.whose.view().isVisible(), "the names are offered"
    faces.whose.hidePopup()
    faces.whose.choose(SUE.id)
    with qtbot.waitSignal(faces.face_marked) as said:
        faces.whose.activated.emit(faces.whose.currentIndex())
    assert said.args is not None
    assert said.args[:2] == [GATE.id, SUE.id]
    assert said.args[2].left == pytest.approx(400, abs=3)
    assert [one.words for one in stage.frames] == ["Sue"]


def test_a_face_can_be_marked_from_beside_the_grid(photos: Photos, qtbot: QtBot) -> None:
    press(photos, qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(photos.viewer.faces.face_marked) as said:
        photos.closer.who.face_asked.emit(KIT.id)
    assert said.args == [GARDEN.id, KIT.id, Region(900, 400, 200, 200)]
    assert held(photos).words == "Kit"


def test_o_shows_the_uncovered_original_only_while_it_is_held(photos: Photos, qtbot: QtBot) -> None:
    show(photos, replace(GARDEN, edits=(Turn(1),)), GATE)
    wanted: list[Rendition] = []
    photos.viewer.easel.wanted.connect(wanted.append)
    stage = photos.viewer.stage
    qtbot.keyPress(stage, Qt.Key.Key_O)
    assert wanted[-1] == Rendition(FILE.id, Recipe(), SCREEN, SCREEN)
    qtbot.keyRelease(stage, Qt.Key.Key_O)
    assert wanted[-1] == Rendition(
        FILE.id, Recipe(edits=(Turn(1),), covered=GARDEN.covered), SCREEN, SCREEN
    )


def test_letters_typed_in_a_field_turn_nothing(photos: Photos, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(photos.viewer.turned):
        qtbot.keyClick(photos.viewer.panel.who.add, Qt.Key.Key_R)


def test_black_and_white_can_be_taken_back(photos: Photos, qtbot: QtBot) -> None:
    with qtbot.waitSignal(photos.viewer.greyed) as said:
        photos.viewer.bar.grey.click()
    assert said.args == [GARDEN.id, True]
    with qtbot.waitSignal(photos.viewer.greyed) as said:
        remove(photos, qtbot, "Remove: Black and white")
    assert said.args == [GARDEN.id, False]
    assert not photos.viewer.bar.grey.isChecked()


def test_a_click_in_the_film_goes_there(photos: Photos, qtbot: QtBot) -> None:
    film = photos.viewer.film
    beside = film.rect().center() + QPoint(76, 0)
    qtbot.mouseClick(film, Qt.MouseButton.LeftButton, pos=beside)
    assert photos.viewer.bar.place.text() == "2 of 2"


def test_who_is_sent_back_to_all_photos_finds_no_tool_in_hand_when_looking_again(
    photos: Photos, qtbot: QtBot
) -> None:
    press(photos, qtbot, Qt.Key.Key_B)
    assert photos.viewer.stage.frames
    photos.close_viewer()
    assert photos.viewer.mode is Mode.LOOK
    photos.open_viewer()
    assert not [one for one in photos.viewer.stage.frames if one.isVisible()]
    assert photos.viewer.panel.isVisible()
