"""The photos, alone with real records and a real drop."""

# mypy: allow-untyped-calls
from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lifestory.app.album import Album, Doubt, May, PhotoLook
from lifestory.app.photos import PhotoOutcome, Status
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import DateSource, InPhoto, Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.gui import look
from lifestory.gui.models.page_aim import PageAim
from lifestory.gui.models.shown import Show
from lifestory.gui.models.sorting import sort_out
from lifestory.gui.places.photos import Photos

KIT = Person(given="Kit")
GRAN = Person(given="Margaret", known_as="Gran")
FILE = Original(width=3000, height=2000, had_gps=True)
POOL = PhotoLook(
    Photo(
        original=FILE.id,
        captions={Band.FIRST_READER: "In the paddling pool"},
        taken=HonestDate.parse("12 May 2024"),
        taken_from=DateSource.CAMERA,
        people=(InPhoto(person=KIT.id),),
    ),
    FILE,
    (3000, 2000),
    used=1,
    no_permission=True,
)
SCAN = PhotoLook(Photo(scan=True, taken=HonestDate.parse("2020")))
BINNED = PhotoLook(Photo(binned=True))


def an_album(looks: Sequence[PhotoLook] = (POOL, SCAN)) -> Album:
    return Album(
        tuple(looks),
        people={KIT.id: KIT, GRAN.id: GRAN},
        may={KIT.id: May.NOT_ASKED, GRAN.id: May.GIVEN},
        name="Robin",
        born=HonestDate.parse("14 March 2017").day(),
    )


@pytest.fixture
def photos(qtbot: QtBot) -> Photos:
    made = Photos()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    return made


def show(photos: Photos, looks: Sequence[PhotoLook] = (POOL, SCAN)) -> None:
    photos.show_album(an_album(looks), {})
    photos.grab()


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


def test_an_arrived_picture_is_shown_in_the_grid_and_beside_it(
    photos: Photos, qtbot: QtBot
) -> None:
    show(photos)
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    with qtbot.waitSignal(photos.model.dataChanged):
        photos.model.put(POOL.photo, image)
    cell = photos.grid.visualRect(photos.model.index(1)).center()
    assert photos.grid.grab().toImage().pixelColor(cell) == QColor("#336699")
    beside = photos.closer.picture
    assert beside.grab().toImage().pixelColor(beside.rect().center()) == QColor("#336699")


def test_what_is_known_of_a_photo_stands_beside_it(photos: Photos) -> None:
    show(photos)
    beside = photos.closer
    assert beside.title.text() == "In the paddling pool"
    assert beside.when.under.text() == "Sun 12 May 2024, from the camera. Robin was 7."
    assert beside.sharp.text() == "Sharp up to 381 × 254 mm"
    assert "never in print" in beside.location.text()
    assert beside.used.text() == "On one page of the books"


def test_its_pages_are_asked_for_once_one_stays_and_lead_into_the_book(
    photos: Photos, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(photos.pages_wanted) as asked:
        show(photos)
    assert asked.args == [POOL.photo]
    book = Edition(name="first-book")
    photos.show_pages(POOL.photo.id, [(book, (4, 18))])
    pages = [one for one in photos.closer.findChildren(QPushButton) if "page" in one.text()]
    assert [page.text() for page in pages] == ["First book, page 4", "First book, page 18"]
    with qtbot.waitSignal(photos.closer.page_asked) as said:
        qtbot.mouseClick(pages[1], Qt.MouseButton.LeftButton)
    assert said.args == [PageAim(book.id, 18)]


def test_a_date_is_said_in_honest_words(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    when = photos.closer.when.field
    when.selectAll()
    qtbot.keyClicks(when, "aged 3")
    assert photos.closer.when.under.text() == "Aged 3. Robin was 3."
    with qtbot.waitSignal(photos.dated) as said:
        qtbot.keyClick(when, Qt.Key.Key_Return)
    assert said.args == [[POOL.photo.id], HonestDate.parse("aged 3")]


def test_a_date_typed_is_kept_for_the_photo_it_was_typed_for(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    photos.closer.when.field.selectAll()
    qtbot.keyClicks(photos.closer.when.field, "spring 2022")
    with qtbot.waitSignal(photos.dated) as said:
        photos.choose(SCAN.photo.id)
    assert said.args == [[POOL.photo.id], HonestDate.parse("spring 2022")]


def clock(**more: object) -> PhotoLook:
    """A photo whose camera never knew the day, between two that did."""
    file = Original(width=3000, height=2000, file_name="IMG-20220312-WA0007.jpg")
    taken = HonestDate.parse("2 January 2012")
    photo = Photo(original=file.id, taken=taken, taken_from=DateSource.CAMERA)
    return PhotoLook(photo, file, (3000, 2000), doubt=Doubt.BEFORE_BIRTH, **more)  # type: ignore[arg-type]


def answers(photos: Photos) -> dict[str, QPushButton]:
    QApplication.processEvents()  # what is new is laid out
    found = photos.closer.question.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


def test_a_date_that_cannot_be_is_asked_about_with_what_is_offered(
    photos: Photos, qtbot: QtBot
) -> None:
    wrong = clock()
    beside = replace(SCAN, photo=Photo(taken=HonestDate.parse("4 May 2021")))
    came = (wrong.photo.id, beside.photo.id)
    photos.show_album(replace(an_album((wrong, beside)), came=came), {})
    photos.choose(wrong.photo.id)
    assert photos.closer.question.asks.text() == (
        "The camera says 2 January 2012, before Robin was born. When was it?"
    )
    offered = answers(photos)
    assert list(offered) == [
        "Sat 12 March 2022, as its name says",
        "About May 2021, like those beside it",
        "By an age…",
        "It is right",
    ]
    for words, when in (
        ("Sat 12 March 2022, as its name says", "12 March 2022"),
        ("About May 2021, like those beside it", "about May 2021"),
    ):
        with qtbot.waitSignal(photos.dated) as said:
            qtbot.keyClick(offered[words], Qt.Key.Key_Space)
        assert said.args == [[wrong.photo.id], HonestDate.parse(when)]
    with qtbot.waitSignal(photos.dates_confirmed) as right:
        qtbot.keyClick(offered["It is right"], Qt.Key.Key_Space)
    assert right.args == [[wrong.photo.id]]


def test_an_age_is_said_in_the_field_of_the_date(photos: Photos, qtbot: QtBot) -> None:
    photos.show_album(an_album((clock(),)), {})
    qtbot.keyClick(answers(photos)["By an age…"], Qt.Key.Key_Space)
    field = photos.closer.when.field
    assert field.text() == "aged "
    qtbot.keyClicks(field, "3")
    with qtbot.waitSignal(photos.dated) as said:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said.args[1] == HonestDate.parse("aged 3")


def test_nothing_is_asked_of_a_date_that_can_be(photos: Photos) -> None:
    show(photos)
    assert not photos.closer.question.isVisible()


def test_dates_of_many_that_cannot_be_are_said_to_be_right_at_once(
    photos: Photos, qtbot: QtBot
) -> None:
    wrong = (clock(), clock())
    show(photos, (*wrong, SCAN))
    photos.grid.selectAll()
    assert photos.many.doubted.text() == "2 of them have a date that cannot be right."
    with qtbot.waitSignal(photos.dates_confirmed) as said:
        qtbot.keyClick(photos.many.right, Qt.Key.Key_Space)
    assert {one.photo.id for one in wrong} <= set(said.args[0])


def test_undated_is_there_to_choose_while_there_is_any(photos: Photos) -> None:
    show(photos)
    undated = next(one for one in photos.filters.show_only.findChildren(QToolButton)
                   if one.text().startswith("Undated"))  # fmt: skip
    assert not undated.isVisible()
    show(photos, (POOL, clock()))
    assert undated.isVisible()
    assert undated.text() == "Undated 1"
    undated.click()
    assert len(photos.model.order()) == 1


def test_empty_cells_stand_there_at_once_after_a_drop(photos: Photos) -> None:
    photos.expect(3)
    assert photos.coming.isVisible()
    tint = look.colour("neutral-tint")
    shown = photos.coming.grab().toImage()
    cells = [shown.pixelColor(100 + n * (photos.coming.width() // 6), 90) for n in range(6)]
    assert cells == [tint] * 3 + [cells[5]] * 3
    assert cells[5] != tint
    show(photos)
    assert photos.grid.isVisible()


def test_one_date_for_many_photos(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    photos.grid.selectAll()
    assert photos.many.isVisible()
    assert photos.many.title.text() == "2 photos"
    qtbot.keyClicks(photos.many.when.field, "about 2021")
    with qtbot.waitSignal(photos.dated) as said:
        qtbot.keyClick(photos.many.when.field, Qt.Key.Key_Return)
    keys, when = said.args
    assert set(keys) == {POOL.photo.id, SCAN.photo.id}
    assert when == HonestDate.parse("about 2021")


def test_many_photos_are_turned_and_somebody_new_is_in_all_of_them(
    photos: Photos, qtbot: QtBot
) -> None:
    show(photos)
    photos.grid.selectAll()
    many = photos.many
    right = next(one for one in many.findChildren(QPushButton) if one.text() == "Right")
    with qtbot.waitSignal(photos.turned) as said:
        qtbot.mouseClick(right, Qt.MouseButton.LeftButton)
    assert (set(said.args[0]), said.args[1]) == ({POOL.photo.id, SCAN.photo.id}, 1)
    many.add.setCurrentIndex(many.add.count() - 1)
    many.add.activated.emit(many.add.count() - 1)
    qtbot.keyClicks(many.new.given, "Dave")
    with qtbot.waitSignal(many.brought) as new:
        qtbot.keyClick(many.new.given, Qt.Key.Key_Return)
    assert new.args[0].given == "Dave"
    assert not many.new.isVisible()


def test_who_is_in_it_is_said_with_their_permission(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    who = photos.closer.who
    words = [label.text() for label in who.findChildren(QLabel)]
    assert "Kit" in words
    assert "No permission: stays out of the book" in words
    with qtbot.waitSignal(photos.named) as said:
        who.add.setCurrentIndex(1)
        who.add.activated.emit(1)
    assert said.args == [[POOL.photo.id], GRAN.id]
    for signal, at, carried in (
        (photos.portrait_chosen, 1, [POOL.photo.id, KIT.id]),
        (photos.taken_out, 2, [[POOL.photo.id], KIT.id]),
    ):
        with qtbot.waitSignal(signal) as asked:
            who.findChildren(QMenu)[-1].actions()[at].trigger()
        assert asked.args == carried


def test_captions_are_said_for_each_band(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    text = photos.closer.words.text
    text.selectAll()
    qtbot.keyClicks(text, "Kit and I")
    with qtbot.waitSignal(photos.closer.captioned) as said:
        photos.flush()
    assert said.args == [POOL.photo.id, {Band.FIRST_READER: "Kit and I"}]


def test_each_refused_file_is_named_with_its_reason(photos: Photos) -> None:
    photos.news.tell_outcomes(
        [
            PhotoOutcome(Path("beach.jpg"), Status.ADDED),
            PhotoOutcome(Path("beach (1).jpg"), Status.DUPLICATE),
            PhotoOutcome(Path("notes.txt"), Status.REFUSED, "This is not a picture."),
            PhotoOutcome(Path("half.jpg"), Status.REFUSED, "The file ends too early."),
        ]
    )
    refused, added = photos.messages.standing
    assert added == "One photo is in. One was here already."
    assert refused.startswith("2 files could not be taken in.")
    named = photos.messages.findChildren(QPlainTextEdit)[0].toPlainText()
    assert named == "notes.txt: This is not a picture.\nhalf.jpg: The file ends too early."


def test_five_thousand_refusals_are_told_in_one_bar(photos: Photos) -> None:
    photos.news.tell_outcomes(
        [PhotoOutcome(Path(f"{n}.txt"), Status.REFUSED, "This is not a picture.")
         for n in range(5_000)]
    )  # fmt: skip
    assert len(photos.messages.standing) == 1


def test_only_the_newest_step_offers_undo(photos: Photos, qtbot: QtBot) -> None:
    pressed: list[object] = []
    for name in ("a.jpg", "b.jpg"):
        undo_it = ("Undo", partial(pressed.append, name))
        photos.news.tell_outcomes([PhotoOutcome(Path(name), Status.ADDED)], undo=undo_it)
    assert photos.messages.standing == ("One photo is in.",)
    undo = next(one for one in photos.messages.findChildren(QPushButton)
                if one.text() == "Undo" and one.isVisible())  # fmt: skip
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert pressed == ["b.jpg"]


def test_delete_lays_what_is_chosen_in_the_bin(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    photos.grid.selectAll()
    with qtbot.waitSignal(photos.binned) as said:
        qtbot.keyClick(photos.grid, Qt.Key.Key_Delete)
    assert set(said.args[0]) == {POOL.photo.id, SCAN.photo.id}


def test_the_bin_shows_what_lies_in_it_and_gives_it_back(photos: Photos, qtbot: QtBot) -> None:
    show(photos, (POOL, SCAN, BINNED))
    assert photos.count.text() == "2"
    photos.filters.choose(Show.BIN)
    assert photos.chosen == BINNED
    qtbot.waitUntil(lambda: photos.side.from_bin.width() > 50)
    assert not photos.side.to_bin.isVisible()
    with qtbot.assertNotEmitted(photos.binned):
        qtbot.keyClick(photos.grid, Qt.Key.Key_Delete)
    with qtbot.waitSignal(photos.put_back) as said:
        qtbot.mouseClick(photos.side.from_bin, Qt.MouseButton.LeftButton)
    assert said.args == [[BINNED.photo.id]]


def test_after_a_photo_went_to_the_bin_the_next_one_is_looked_at(photos: Photos) -> None:
    many = [replace(SCAN, photo=Photo(taken=HonestDate.parse("2020"))) for _ in range(4)]
    show(photos, many)
    photos.choose(many[2].photo.id)
    show(photos, [*many[:2], many[3]])
    assert photos.chosen in {many[1], many[3]}


def test_the_photos_chosen_stay_so_when_others_arrive(photos: Photos) -> None:
    show(photos)
    photos.choose(SCAN.photo.id)
    select = QItemSelectionModel.SelectionFlag.Select
    photos.grid.selectionModel().select(photos.model.index(1), select)
    newcomer = PhotoLook(Photo(taken=HonestDate.parse("2025")))
    show(photos, (newcomer, POOL, SCAN))
    assert photos.chosen == SCAN
    assert set(photos.chosen_ids) == {POOL.photo.id, SCAN.photo.id}


def test_ten_thousand_photos_sorted_beforehand_are_shown_at_once(photos: Photos) -> None:
    many = [replace(SCAN, photo=Photo(taken=HonestDate.parse(str(1990 + n // 400))))
            for n in range(10_000)]  # fmt: skip
    show(photos, many)
    more = an_album([*many, POOL])
    found = sort_out(more, photos.filters.wish, photos.model.rows)
    began = time.process_time()
    photos.show_album(more, {}, found)
    assert time.process_time() - began < 0.05
    assert photos.count.text() == "10,001"


def test_what_was_sorted_for_another_wish_is_sorted_again(photos: Photos) -> None:
    show(photos)
    late = sort_out(an_album(), photos.filters.wish, photos.model.rows)
    photos.filters.choose(Show.UNUSED)
    photos.show_album(an_album(), {}, late)
    assert photos.model.order() == [SCAN.photo.id]


def test_the_first_step_is_offered_where_there_is_nothing(photos: Photos) -> None:
    assert photos.primary is not None
    assert not photos.grid.isVisible()
    assert not photos.side.isVisible()
    show(photos)
    assert photos.grid.isVisible()
    photos.filters.choose(Show.BIN)
    assert not photos.grid.isVisible()


def test_where_no_photo_is_shown_it_is_said_why(photos: Photos, qtbot: QtBot) -> None:
    dated = replace(SCAN, used=1)
    show(photos, (dated, replace(dated, photo=Photo(taken=HonestDate.parse("2021")))))

    def says() -> list[str]:
        labels = (one.text() for one in photos.findChildren(QLabel) if one.isVisible())
        return [words for words in labels if words.endswith(".")]

    qtbot.keyClick(photos, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert photos.filters.show is Show.UNUSED
    assert says() == ["Every photo is on a page of a book."]
    photos.filters.choose(Show.NEEDS_A_LOOK)
    assert says() == ["No photo needs a look. All is well."]
    photos.filters.choose(Show.BIN)
    assert says() == ["The bin is empty."]
    show(photos, (BINNED,))
    photos.filters.choose(Show.ALL)
    assert says() == ["All photos are in the bin."]


@pytest.mark.styled
def test_the_bar_stands_in_one_line_on_a_small_screen(photos: Photos) -> None:
    undated = [replace(SCAN, photo=Photo(), used=n % 2) for n in range(40)]
    show(photos, (POOL, SCAN, BINNED, *undated))
    QApplication.processEvents()
    bar = (photos.filters.show_only, photos.find_doubles, photos.primary)
    tops = [one.geometry().top() for one in bar if one is not None]
    assert max(tops) - min(tops) < 8, "none stands under another"


def test_another_filter_begins_with_its_first_photo(photos: Photos) -> None:
    small = [replace(SCAN, photo=Photo(), size=(300, 200)) for _ in range(5)]
    show(photos, (POOL, SCAN, *small))
    photos.choose(SCAN.photo.id)
    photos.filters.choose(Show.LOW)
    assert photos.chosen == small[0]


def test_a_photo_that_filters_hide_can_be_gone_to(photos: Photos) -> None:
    show(photos)
    photos.filters.choose(Show.UNUSED)
    assert photos.model.row_of(POOL.photo.id) == -1
    photos.choose(POOL.photo.id)
    assert photos.chosen == POOL
    assert photos.filters.show is Show.ALL


def test_nothing_is_left_when_another_child_lies_on_the_desk(photos: Photos) -> None:
    show(photos)
    photos.open_viewer()
    photos.forget()
    assert not photos.viewing
    assert photos.chosen is None
    assert photos.viewer.look is None
    assert not photos.model.rows


def test_after_the_bin_and_after_putting_back_the_keyboard_is_at_the_next_photo(
    photos: Photos, qtbot: QtBot
) -> None:
    other = replace(SCAN, photo=Photo(scan=True, taken=HonestDate.parse("2021")))
    show(photos, (POOL, SCAN, other))
    photos.activateWindow()
    qtbot.waitUntil(photos.isActiveWindow)
    photos.choose(SCAN.photo.id)
    photos.binned.connect(lambda keys: bin_these(photos, (POOL, SCAN, other), keys))
    photos.side.to_bin.setFocus()
    qtbot.keyClick(photos.side.to_bin, Qt.Key.Key_Space)
    assert photos.grid.hasFocus()
    assert photos.chosen is not None
    assert photos.chosen.photo.id == other.photo.id

    photos.filters.choose(Show.BIN)
    photos.put_back.connect(lambda _: show(photos, (POOL, SCAN, other)))
    photos.side.from_bin.setFocus()
    qtbot.keyClick(photos.side.from_bin, Qt.Key.Key_Space)
    held = QApplication.focusWidget()
    assert held is not None, "the bin is empty now: the keyboard is at what chooses what to show"
    assert photos.filters.show_only.isAncestorOf(held)


def bin_these(photos: Photos, looks: Sequence[PhotoLook], keys: Sequence[object]) -> None:
    show(
        photos,
        [
            replace(one, photo=replace(one.photo, binned=True)) if one.photo.id in keys else one
            for one in looks
        ],
    )


def test_someone_new_who_was_given_up_leaves_no_name_behind(photos: Photos, qtbot: QtBot) -> None:
    show(photos)
    photos.choose(POOL.photo.id)
    for who in (photos.closer.who, photos.many):
        if who is photos.many:
            photos.grid.selectAll()
        who.add.setCurrentIndex(who.add.count() - 1)
        who.add.activated.emit(who.add.currentIndex())
        assert who.new.isVisible()
        qtbot.keyClicks(who.new.given, "Margaret")
        qtbot.keyClick(who.new.given, Qt.Key.Key_Escape)
        assert not who.new.isVisible()
        assert who.new.given.text() == ""


def test_many_that_come_at_once_have_one_look_at_the_chosen_once(
    photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [HonestDate.parse(f"{year}-06-{day:02}") for year in range(2018, 2024) for day in (1, 9)]
    looks = [PhotoLook(Photo(taken=day), FILE, (3000, 2000)) for day in reversed(days)]
    photos.show_album(an_album(looks[::2]), {})
    photos.choose(looks[4].photo.id)
    looked: list[PhotoLook] = []
    show_photo = photos.closer.show_photo

    def count(look: PhotoLook, *more: Any) -> None:
        looked.append(look)
        show_photo(look, *more)

    monkeypatch.setattr(photos.closer, "show_photo", count)
    photos.show_album(an_album([*looks[1:4], *looks[5:]]), {})
    assert len(looked) == 1
    assert photos.chosen == looked[0]
    assert photos.closer.ids == [looked[0].photo.id]
    photos.grid.selectAll()
    assert photos.chosen_ids == [one.photo.id for one in (*looks[1:4], *looks[5:])]
