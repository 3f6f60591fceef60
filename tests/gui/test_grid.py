"""The photos in their groups, and the model that shows them."""

# mypy: allow-untyped-calls
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.album import Album, Doubt, May, PhotoLook
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Piece, Region
from lifestory.domain.media import DateSource, InPhoto, Original, Permission, Photo, Sheet
from lifestory.domain.people import Person
from lifestory.domain.readers import Recipient
from lifestory.gui.models.grid import IMAGE, PHOTO, GridModel
from lifestory.gui.models.groups import By, Cell, Heading, Row, rows_of
from lifestory.gui.models.photo_words import (
    may_in_words,
    name_of,
    origin_in_words,
    question_of,
    source_in_words,
    spoken,
)
from lifestory.gui.models.shown import Show, counted
from lifestory.gui.models.steps import steps
from lifestory.gui.widgets.photo_cell import badges, paint_photo
from lifestory.gui.widgets.photo_grid import PhotoGrid

FILE = Original(width=3000, height=2000)
GRAN, KIT = Person(given="Margaret", known_as="Gran"), Person(given="Kit")
PEOPLE = {one.id: one for one in (GRAN, KIT)}


def look(when: str = "", *people: Person, **more: object) -> PhotoLook:
    return _look(when, DateSource.NONE, *people, **more)


def from_a(source: DateSource, when: str, **more: object) -> PhotoLook:
    return _look(when, source, **more)


def _look(when: str, source: DateSource, *people: Person, **more: object) -> PhotoLook:
    photo = Photo(
        original=FILE.id,
        taken=HonestDate.parse(when),
        taken_from=source,
        people=tuple(InPhoto(person=one.id) for one in people),
    )
    return PhotoLook(photo, FILE, (3000, 2000), **more)  # type: ignore[arg-type]


def album(*looks: PhotoLook, **more: object) -> Album:
    return Album(looks, PEOPLE, name="Robin", born=date(2019, 5, 12), **more)  # type: ignore[arg-type]


def headings(rows: tuple[Row, ...]) -> list[str]:
    return [f"{row.title} ({row.note})" for row in rows if isinstance(row, Heading)]


def test_a_day_with_many_photos_has_a_heading_of_its_own() -> None:
    day = [look("12 May 2024") for _ in range(4)]
    month = [look(f"{n} April 2024") for n in (20, 12, 7, 3)]
    year = [look("about spring 2023"), look("2 January 2023"), look("")]
    rows = rows_of(album(*day, *month, *year))
    assert headings(rows) == [
        "Sun 12 May 2024 (Robin was 5 · 4 photos)",
        "April 2024 (Robin was nearly 5 · 4 photos)",
        "2023 (Robin was 3 to nearly 4 · 2 photos)",
        "No date yet (one photo)",
    ]


def test_a_year_with_a_birthday_in_it_is_said_in_whole_years() -> None:
    rows = rows_of(album(look("20 May 2023"), look("3 April 2023")))
    assert headings(rows) == ["2023 (Robin, aged 3 and 4 · 2 photos)"]


def test_what_is_left_of_a_year_is_called_so() -> None:
    day = [look("28 December 2023") for _ in range(4)]
    month = [look(f"{n} November 2023") for n in (20, 12, 7, 3)]
    rows = rows_of(album(*day, look("9 December 2023"), *month, look("2 May 2023"), look("2022")))
    assert [row.title for row in rows if isinstance(row, Heading)] == [
        "Thu 28 December 2023",
        "Earlier in 2023",
        "November 2023",
        "Earlier in 2023",
        "2022",
    ]


def test_photos_stand_under_the_home_of_their_time() -> None:
    pats = Person().id
    rows = rows_of(
        album(look("2021", home=pats), look("2020", home=pats), look(""), homes={pats: "Pat's"}),
        by=By.HOME,
    )
    assert headings(rows) == [
        "Pat's (2020 to 2021 · 2 photos)",
        "No home known for the date (one photo)",
    ]


def test_a_photo_of_two_people_stands_under_both() -> None:
    rows = rows_of(album(look("2021", GRAN, KIT), look("2020", KIT), look("")), by=By.PERSON)
    assert headings(rows) == ["Gran (one photo)", "Kit (2 photos)", "Nobody named yet (one photo)"]


def test_only_those_asked_for_are_shown_and_counted() -> None:
    used, odd = look("2021", GRAN, used=2), look("2020", KIT, no_permission=True)
    gone = PhotoLook(Photo(binned=True))
    all_of_them = album(used, odd, gone)
    assert +counted(all_of_them.looks) == {
        Show.ALL: 2, Show.UNUSED: 1, Show.NEEDS_A_LOOK: 1, Show.NO_PERMISSION: 1, Show.BIN: 1,
    }  # fmt: skip

    def shown(show: Show, who: Person | None = None) -> list[PhotoLook]:
        rows = rows_of(all_of_them, show, who.id if who else None)
        return [row.look for row in rows if isinstance(row, Cell)]

    assert shown(Show.ALL) == [used, odd]
    assert shown(Show.UNUSED) == [odd]
    assert shown(Show.NEEDS_A_LOOK) == [odd]
    assert shown(Show.BIN) == [gone]
    assert shown(Show.ALL, KIT) == [odd]


def test_badges_stand_in_their_order_and_no_badge_is_nothing_to_do() -> None:
    small = Original(width=600, height=400, had_gps=True)
    everything = PhotoLook(Photo(), small, (600, 400), 2, no_permission=True, held_until=11)
    assert [words for words, _, _ in badges(everything)] == [
        "×2", "No permission", "Low res", "Location", "Date?", "Held until 11",
    ]  # fmt: skip
    assert badges(look("2021")) == []
    assert "no permission" in spoken(everything)
    assert "used 2 times" in spoken(everything)
    assert "held until 11" in spoken(everything)


def test_permission_is_said_in_words_with_what_follows() -> None:
    story = album(may={GRAN.id: May.GIVEN, KIT.id: May.NOT_ASKED})
    assert may_in_words(story, InPhoto(person=GRAN.id)) == ("May be shown in Robin's books", True)
    said, settled = may_in_words(story, InPhoto(person=KIT.id))
    assert said == "No permission: stays out of the book"
    assert not settled
    marked = InPhoto(person=KIT.id, region=Region(1, 2, 3, 4))
    assert may_in_words(story, marked) == ("No permission: will be blurred", False)


def test_a_permission_is_said_with_whom_it_is_for_and_how_long_it_holds() -> None:
    ours, ended = frozenset({Recipient.CHILD_AND_ADOPTERS}), HonestDate.parse("1 June 2024")
    story = album(
        may={GRAN.id: May.GIVEN, KIT.id: May.ENDED},
        heard={
            GRAN.id: (Permission(person=GRAN.id, recipients=ours),),
            KIT.id: (Permission(person=KIT.id, until=ended),),
        },
    )
    gran, kit = (may_in_words(story, InPhoto(person=one))[0] for one in (GRAN.id, KIT.id))
    assert gran == "May be shown to Robin's family"
    assert kit == "Permission ended 1 June 2024: stays out of the book"


def test_a_date_that_cannot_be_is_asked_about_in_words() -> None:
    story = album()
    clock = from_a(DateSource.CAMERA, "2 January 2012", doubt=Doubt.BEFORE_BIRTH)
    assert question_of(story, clock) == (
        "The camera says 2 January 2012, before Robin was born. When was it?"
    )
    to_come = from_a(DateSource.FILE_NAME, "May 2038", doubt=Doubt.TO_COME)
    assert question_of(story, to_come) == (
        "The file name says May 2038, which is still to come. When was it?"
    )
    assert question_of(story, look("2021")) == ""


def test_pages_and_prints_say_what_they_come_from() -> None:
    paper = Original(file_name="certificate.pdf", width=9, height=9, more=(Sheet(9, 9),))
    page = PhotoLook(Photo(page=1), paper)
    assert (name_of(page), origin_in_words(page)) == ("Page 2", "Page 2 of certificate.pdf")
    assert "Page 2" in spoken(page)
    piece = PhotoLook(Photo(piece=Piece(0, 0, 5, 5)), Original(), prints=4)
    assert (name_of(piece), origin_in_words(piece)) == ("", "From a scan of 4 prints")
    assert origin_in_words(look("2021")) == ""


def test_where_every_date_comes_from_is_said_in_words() -> None:
    for source in DateSource:
        assert bool(source_in_words(source)) == (source is not DateSource.NONE)
    rows = rows_of(Album((from_a(DateSource.FOLDER_NAME, "2021"),), name="Robin"))
    assert isinstance(rows[0], Heading)
    assert rows[0].note == "from the folder's name · one photo"


@pytest.fixture
def model() -> GridModel:
    return GridModel()


def test_the_model_keeps_qts_rules(model: GridModel, qtmodeltester: ModelTester) -> None:
    model.show(rows_of(album(look("2021", GRAN, KIT), look("2020")), by=By.PERSON))
    qtmodeltester.check(model)


def test_photos_that_come_and_go_leave_the_others_where_they_are(
    model: GridModel, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    """What is shown is changed by rows put in and taken out, not all anew: nothing scrolls."""
    old = [look("2021"), look("2019"), look("2018")]
    model.show(rows_of(album(*old)))
    qtmodeltester.check(model)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    new = [look("2022"), *old[:2], look("2017")]
    model.show(rows_of(album(*new)))
    assert [row.look for row in model.rows if isinstance(row, Cell)] == new
    assert [model.row_of(one.photo.id) for one in new] == [1, 3, 5, 7]
    assert not resets
    with qtbot.waitSignal(model.modelReset):
        model.show(rows_of(album(*reversed(new))))


def test_a_heading_cannot_be_chosen(model: GridModel) -> None:
    model.show(rows_of(album(look("2021"))))
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_arrivals_are_told_of_together(model: GridModel, qtbot: QtBot) -> None:
    looks = [look("12 May 2024") for _ in range(9)]
    model.show(rows_of(album(*looks)))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    for one in looks:
        model.put(one.photo, QImage(8, 8, QImage.Format.Format_RGB32))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(1, 9)]


def test_small_pictures_do_not_fill_the_memory(model: GridModel) -> None:
    looks = [look("12 May 2024") for _ in range(600)]
    model.show(rows_of(album(*looks)))
    wanted: list[Photo] = []
    model.wanted.connect(wanted.append)
    for one in looks:
        model.put(one.photo, QImage(8, 8, QImage.Format.Format_RGB32))
    kept = sum(model.image(one.photo) is not None for one in looks)
    assert 0 < kept < 300
    assert model.index(1).data(IMAGE) is None
    assert wanted == [looks[0].photo]  # one looks at it again, so it is asked for again


def test_a_photo_that_was_turned_is_asked_for_anew(model: GridModel) -> None:
    from dataclasses import replace

    from lifestory.domain.edits import Turn

    one = look("2021")
    model.show(rows_of(album(one)))
    model.put(one.photo, QImage(8, 8, QImage.Format.Format_RGB32))
    turned = replace(one, photo=replace(one.photo, edits=(Turn(1),)))
    model.show(rows_of(album(turned)))
    wanted: list[Photo] = []
    model.wanted.connect(wanted.append)
    assert model.index(1).data(IMAGE) is None
    assert wanted == [turned.photo]
    model.put(one.photo, QImage(8, 8, QImage.Format.Format_RGB32))  # late, and not what it is now
    assert model.image(turned.photo) is None


def test_photos_without_headings_serve_to_choose_one(model: GridModel) -> None:
    photos = [Photo(), Photo()]
    model.show_photos(photos)
    assert [model.index(row).data(PHOTO) for row in range(2)] == photos


@pytest.fixture
def grid(qtbot: QtBot) -> PhotoGrid:
    made = PhotoGrid(GridModel())
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def shown_model(grid: PhotoGrid) -> GridModel:
    model = grid.model()
    assert isinstance(model, GridModel)
    return model


def test_the_arrows_walk_over_headings(grid: PhotoGrid, qtbot: QtBot) -> None:
    days = [look("12 May 2024") for _ in range(6)] + [look("11 May 2024") for _ in range(5)]
    model = shown_model(grid)
    model.show(rows_of(album(*days)))
    grid.grab()
    grid.setCurrentIndex(model.index(1))
    columns = grid.delegate.columns
    assert columns == 4

    def row_after(key: Qt.Key) -> int:
        qtbot.keyClick(grid, key)
        return grid.currentIndex().row()

    assert row_after(Qt.Key.Key_Right) == 2
    assert row_after(Qt.Key.Key_Down) == 6  # the second line of the first day
    assert row_after(Qt.Key.Key_Down) == 9  # over the heading, still in the second column
    assert row_after(Qt.Key.Key_Up) == 6
    assert row_after(Qt.Key.Key_Right) == 8  # over the heading
    assert row_after(Qt.Key.Key_End) == 12
    assert row_after(Qt.Key.Key_Home) == 1


def test_a_page_of_photos_is_gone_down_and_up_and_letters_go_nowhere(
    grid: PhotoGrid, qtbot: QtBot
) -> None:
    model = shown_model(grid)
    model.show(rows_of(album(*[look("12 May 2024") for _ in range(60)])))
    grid.grab()
    grid.setCurrentIndex(model.index(2))
    lines = grid.viewport().height() // grid.delegate.cell.height()
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.currentIndex().row() == 2 + lines * grid.delegate.columns
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.currentIndex().row() == 2
    qtbot.keyClicks(grid, "12 May")
    assert grid.currentIndex().row() == 2


def test_a_wide_frame_cuts_no_face_off_a_photo() -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for column in range(40):
        image.setPixelColor(column, 29, Qt.GlobalColor.red)  # the chin
    frame = QImage(430, 164, QImage.Format.Format_RGB32)
    painter = QPainter(frame)
    paint_photo(painter, QRectF(frame.rect()), image)
    painter.end()
    assert frame.pixelColor(215, 162) == QColor(Qt.GlobalColor.red)


def test_shift_chooses_many_and_no_heading(grid: PhotoGrid, qtbot: QtBot) -> None:
    model = shown_model(grid)
    model.show(rows_of(album(*[look("12 May 2024") for _ in range(4)], look("2020"))))
    grid.grab()
    grid.setCurrentIndex(model.index(3))
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert {one.row() for one in grid.selectedIndexes()} == {3, 4}
    grid.selectAll()
    assert {one.row() for one in grid.selectedIndexes()} == {1, 2, 3, 4, 6}


def test_ten_thousand_photos_are_asked_about_only_where_one_looks(grid: PhotoGrid) -> None:
    asked: list[Photo] = []
    model = shown_model(grid)
    model.wanted.connect(asked.append)
    days = [HonestDate.on(date(2024, 5, 12) - timedelta(days=n // 7)) for n in range(10_000)]
    looks = [
        PhotoLook(Photo(original=FILE.id, taken=day, taken_from=DateSource.CAMERA)) for day in days
    ]
    model.show(rows_of(album(*looks)))
    grid.grab()
    assert 0 < len(asked) < 60


@pytest.fixture
def full(grid: PhotoGrid, qtbot: QtBot) -> list[PhotoLook]:
    """Two thousand photos in the grid, scrolled to the middle of them, where one is chosen."""
    looks = [look("12 May 2024") for _ in range(2_000)]
    model, bar = shown_model(grid), grid.verticalScrollBar()
    model.show(rows_of(album(*looks)))
    qtbot.waitUntil(lambda: bar.maximum() > 60_000)
    grid.go_to(looks[1_000].photo.id)
    return looks


def top_of(grid: PhotoGrid, shown: PhotoLook) -> int:
    model = shown_model(grid)
    return grid.visualRect(model.index(model.row_of(shown.photo.id))).top()


def test_what_one_looks_at_stays_where_it_is_while_photos_come_in(
    grid: PhotoGrid, full: list[PhotoLook], qtbot: QtBot
) -> None:
    model, chosen = shown_model(grid), full[1_000]
    stood, scrolled = top_of(grid, chosen), grid.verticalScrollBar().value()
    newer = [look("3 June 2024") for _ in range(9)]
    model.show(rows_of(album(*newer, *full, look("2020"))))
    qtbot.waitUntil(lambda: grid.verticalScrollBar().value() > scrolled)
    assert top_of(grid, chosen) == stood
    assert grid.currentIndex().data(PHOTO) == chosen.photo
    assert grid.viewport().updatesEnabled()


def test_a_key_pressed_while_photos_come_in_means_what_was_seen(
    grid: PhotoGrid, full: list[PhotoLook], qtbot: QtBot
) -> None:
    model = shown_model(grid)
    model.show(rows_of(album(*[look("3 June 2024") for _ in range(9)], *full)))
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    below = full[1_000 + grid.delegate.columns]
    qtbot.waitUntil(lambda: grid.currentIndex().data(PHOTO) == below.photo)


def test_when_the_photo_one_looks_at_goes_the_list_stays_as_far_down(
    grid: PhotoGrid, full: list[PhotoLook], qtbot: QtBot
) -> None:
    scrolled = grid.verticalScrollBar().value()
    shown_model(grid).show(rows_of(album(*full[:1_000], *full[1_001:])))
    assert not grid.viewport().updatesEnabled()
    qtbot.waitUntil(lambda: grid.viewport().updatesEnabled())
    assert grid.verticalScrollBar().value() == scrolled


def test_the_grid_never_goes_empty_while_it_is_sorted_anew(
    grid: PhotoGrid, full: list[PhotoLook], qtbot: QtBot
) -> None:
    room = grid.viewport().geometry()
    before = grid.grab(room).toImage()
    shown_model(grid).show(rows_of(album(*full[:500], look("3 May 2024"), *full[500:])))
    assert not grid.viewport().updatesEnabled()
    now = grid.grab(room).toImage()
    photos = [(x, y) for x in range(20, 180, 20) for y in range(10, 560, 10)]
    painted = [at for at in photos if before.pixelColor(*at).alpha() == 255]
    assert len(painted) > 200
    assert [now.pixel(*at) for at in painted] == [before.pixel(*at) for at in painted]
    qtbot.waitUntil(lambda: grid.viewport().updatesEnabled())


def test_a_list_that_stays_as_long_is_shown_again_at_once(
    grid: PhotoGrid, full: list[PhotoLook], qtbot: QtBot
) -> None:
    scrolled = grid.verticalScrollBar().value()
    shown_model(grid).show(rows_of(album(*full[1:], look("12 May 2024"))))
    assert not grid.viewport().updatesEnabled()
    qtbot.waitUntil(lambda: grid.viewport().updatesEnabled(), timeout=700)
    assert abs(grid.verticalScrollBar().value() - scrolled) <= grid.delegate.cell.height()


def test_one_is_led_to_a_photo_that_is_not_laid_out_yet(grid: PhotoGrid, qtbot: QtBot) -> None:
    looks = [look("12 May 2024") for _ in range(2_000)]
    for wanted in (looks[1_900], looks[-1]):
        shown_model(grid).forget()
        shown_model(grid).show(rows_of(album(*looks)))
        grid.go_to(wanted.photo.id)
        qtbot.waitUntil(lambda: grid.viewport().updatesEnabled())
        assert 0 < top_of(grid, wanted) < grid.viewport().height()


_NUMBERS = st.lists(st.integers(0, 30), unique=True)


@given(before=_NUMBERS, after=_NUMBERS)
def test_the_way_from_any_photos_to_any_others_ends_there(
    before: list[int], after: list[int]
) -> None:
    looks = [PhotoLook(Photo(taken=HonestDate.parse(str(1990 + n // 3)))) for n in range(31)]
    first, then = (rows_of(album(*(looks[n] for n in some))) for some in (before, after))
    model = GridModel()
    model.show(first)
    way = steps(model.rows, then)
    model.follow(way)
    assert model.rows == then
    assert model.order() == list(dict.fromkeys(looks[n].photo.id for n in after))
    model.show(first)
    model.follow(way)  # late: something else is shown by now
    assert model.rows == then
