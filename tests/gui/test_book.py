"""The book, alone with real plans: leafing, choosing, arranging, and what each of it says."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QPoint,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QMouseEvent,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory import checks
from lifestory.app.apart import Apart, Sort
from lifestory.app.arranging_book import page_type, page_types
from lifestory.app.books import Suggestion, Suggestions
from lifestory.app.editions import Order
from lifestory.app.filling import Candidate
from lifestory.app.measures import measures
from lifestory.app.no_consent import CHECK as NO_CONSENT
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.edits import Crop
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.media import Photo, Rendition
from lifestory.domain.plans import Box, Line, PagePlan, Picture, Role, Words
from lifestory.domain.readers import Band, Format, Recipient
from lifestory.gui.models import candidates as candidate_model
from lifestory.gui.models import wishes
from lifestory.gui.models.candidates import USED
from lifestory.gui.models.carried import Carried, packed, unpacked
from lifestory.gui.models.composed import Composed
from lifestory.gui.models.frames import frames_of
from lifestory.gui.models.spreads import (
    BLOCK_MIME,
    NOTES,
    SpreadModel,
    spreads_of,
    with_empty_pages,
)
from lifestory.gui.places.book import Book
from lifestory.gui.places.book_slots import filled_words
from lifestory.gui.widgets.letter_keys import RUN
from lifestory.gui.widgets.overlay import Guide
from lifestory.gui.widgets.page_chooser import NAME
from lifestory.gui.widgets.page_sketch import sketch_of
from lifestory.gui.widgets.slot_chooser import SlotChooser
from lifestory.gui.widgets.spread import SpreadView
from lifestory.gui.widgets.wireframes import Wireframes

SAID = Qt.ItemDataRole.AccessibleTextRole
BEACH = Photo(original=uuid4(), captions={Band.FIRST_READER: "The sea"}, alt="A beach")
CAKE = Photo(original=uuid4(), captions={Band.FIRST_READER: "Five"}, alt="A cake")
SPARE = Photo(original=uuid4(), alt="A dog")
PHOTOS = Block(page_type="photos", slots={"photos": (BEACH.id, CAKE.id)})
STORY = Block(page_type="story")
HOPES = Block(page_type="hopes")
FIRST = Edition(
    name="first-book",
    sections=(
        Section(part=Part.PAST, blocks=(STORY, PHOTOS)),
        Section(part=Part.FUTURE, blocks=(HOPES,)),
    ),
)
SECOND = Edition(name="book-at-12")


def picture(photo: Photo, x: float, pixels: int = 1000) -> Picture:
    assert photo.original is not None
    rendition = Rendition(photo.original, photo.recipe, pixels, pixels)
    return Picture(rendition, Box(x, 300, 200, 200))


def plan(
    number: int,
    title: str = "",
    block: UUID | None = None,
    *pictures: Picture,
    part: str = "Before",
) -> PagePlan:
    return PagePlan(
        width=595,
        height=842,
        number=number,
        side="right" if number % 2 else "left",
        part=part,
        page_type="story",
        block=str(block or STORY.id),
        title=title,
        elements=pictures,
    )


SOFT = Finding(
    "resolution", 3, "A photo prints at 144 dots an inch.", "Give it less room.",
    block=PHOTOS.id, record=CAKE.id, fix=Fix.LESS_ROOM,
)  # fmt: skip
EMPTY = Finding("slots", 4, "This page needs a fact.", "Fill it.", block=HOPES.id, slot="facts")
WHOLE = Finding("sheets", None, "Pages are added.", "They are worth having.")
PLANS = (
    plan(1, "Page 1"),
    plan(2, "Page 2"),
    plan(3, "Photos", PHOTOS.id, picture(BEACH, 40), picture(CAKE, 300, 400)),
    plan(4, "Hopes", HOPES.id, part="Next"),
)
COMPOSED = Composed(
    edition=FIRST,
    plans=PLANS,
    by_recipe={
        (one.original, one.recipe.bare): one for one in (BEACH, CAKE, SPARE) if one.original
    },
    unused=(SPARE,),
    pages={BEACH.id: (3,), CAKE.id: (3,)},
    names={BEACH.id: "The sea", CAKE.id: "Five"},
    limit=50,
    findings=(WHOLE, EMPTY, SOFT),
)


def pdf(*colours: str) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for number, colour in enumerate(colours):
        if number:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height(), QColor(colour))
    painter.end()
    return bytes(held.data())


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    made = Book()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.show_editions((FIRST, SECOND), FIRST)
    made.show_composed(COMPOSED)
    return made


def entry(button: QPushButton, words: str) -> QAction:
    """What a button's menu offers by these words."""
    return next(one for one in button.menu().actions() if one.text() == words)


@pytest.fixture
def at_photos(book: Book) -> Book:
    """The book open at pages 2 and 3, the two photos on page 3."""
    book.turn(1)
    assert book.spread is not None
    book.show_spread(book.spread, pdf("#ffffff", "#eeeeee"))
    book.view.choose_page(1)
    return book


def test_pages_lie_open_as_they_will_in_the_hand() -> None:
    spreads = spreads_of([plan(number) for number in range(1, 7)])
    assert [spread.numbers for spread in spreads] == ["1", "2–3", "4–5", "6"]


def test_the_parts_stand_as_headings_over_their_pages(book: Book) -> None:
    rows = [book.model.index(row).data() for row in range(book.model.rowCount())]
    assert rows == ["Before", "1", "2–3", "Next", "4"]
    assert not book.model.flags(book.model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_arrow_keys_turn_the_page(book: Book, qtbot: QtBot) -> None:
    with qtbot.waitSignal(book.wanted) as said:
        qtbot.keyClick(book.view, Qt.Key.Key_Right)
    assert said.args[0].numbers == "2–3"
    assert book.desk.where.text().startswith("Pages 2–3 of 4")
    with qtbot.waitSignal(book.wanted) as said:
        qtbot.keyClick(book.view, Qt.Key.Key_Left)
    assert said.args[0].numbers == "1"


def test_the_ends_of_the_book_turn_no_further(book: Book, qtbot: QtBot) -> None:
    assert not book.desk.back.isEnabled()
    for _ in range(9):
        qtbot.keyClick(book.view, Qt.Key.Key_Right)
    assert book.desk.where.text().startswith("Page 4 of 4")
    assert not book.desk.next.isEnabled()


def test_one_page_is_turned_at_a_time_where_one_is_shown(at_photos: Book, qtbot: QtBot) -> None:
    at_photos.kind._group.button(1).click()
    qtbot.keyClick(at_photos.view, Qt.Key.Key_Left)
    assert at_photos.inspector_pane.heading.text() == "Page 2"
    assert at_photos.spread is not None
    assert at_photos.spread.numbers == "2–3"
    qtbot.keyClick(at_photos.view, Qt.Key.Key_Left)
    assert at_photos.spread is not None
    assert at_photos.spread.numbers == "1"


def test_a_late_pdf_of_a_page_turned_past_is_not_shown(book: Book) -> None:
    first = book.model.spreads[0]
    book.turn(1)
    book.show_spread(first, pdf("#ff0000"))
    assert not book.view._items


def test_a_passage_leads_to_its_page(book: Book) -> None:
    book.go_to(frozenset({HOPES.id}))
    assert book.desk.where.text().startswith("Page 4 of 4")
    assert book.block == HOPES


def test_another_edition_is_asked_for(book: Book, qtbot: QtBot) -> None:
    tabs = book.editions.tabs
    assert [tabs.tabText(n) for n in range(2)] == ["First book", "Book at 12"]
    with qtbot.waitSignal(book.edition_chosen) as said:
        tabs.setFocus()
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert said.args == [SECOND]


def test_the_pages_shown_are_the_pages_of_the_pdf(qtbot: QtBot) -> None:
    view = SpreadView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    with qtbot.waitSignal(view.drawn, timeout=10_000):
        view.show_pdf(pdf("#cc2222", "#2222cc"))
    qtbot.waitUntil(lambda: view.complete)
    shown = view.grab().toImage()
    left, right = shown.pixelColor(300, 300), shown.pixelColor(600, 300)
    assert (left.name(), right.name()) == ("#cc2222", "#2222cc")
    with qtbot.waitSignal(view.drawn, timeout=10_000):
        view.view_as(alone=False, grey=True)
    qtbot.waitUntil(lambda: view.complete)
    grey = view.grab().toImage().pixelColor(300, 300)
    assert grey.red() == grey.green() == grey.blue()


def test_no_book_yet_offers_a_first_one(qtbot: QtBot) -> None:
    made = Book()
    qtbot.addWidget(made)
    made.show()
    assert made.empty.isVisible()
    assert not made.desk.isVisible()
    with qtbot.waitSignal(made.asked) as said:
        made.first.click()
    assert isinstance(said.args[0], wishes.MakeBook)


def test_the_model_keeps_qts_rules(book: Book, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(book.model)
    qtmodeltester.check(book.bin.model)
    chooser = book.inspector_pane.slots_chooser.model
    chooser.show(candidates(BEACH, CAKE), (BEACH.id,), 12, {})
    qtmodeltester.check(chooser)
    for view in (book.inspector_pane.findings.list, *book.findChildren(Wireframes)):
        qtmodeltester.check(view.model())
    assert book.inspector_pane.findings.model.rowCount()


def test_tab_goes_from_photo_to_photo_and_then_on(at_photos: Book, qtbot: QtBot) -> None:
    view = at_photos.view
    at_photos.activateWindow()
    qtbot.waitUntil(at_photos.isActiveWindow)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.frame is not None
    assert view.frame.photo == BEACH
    assert "1 of 2" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.frame.photo == CAKE
    assert at_photos.inspector_pane.photo.name.text() == "A cake"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_a_photo_too_small_for_its_place_is_said_to_look_soft(at_photos: Book) -> None:
    sharp, soft = frames_of(PLANS[2:3], COMPOSED.by_recipe)
    assert (sharp.dpi, sharp.sharp, soft.dpi, soft.sharp) == (300, True, 144, False)
    at_photos.view.choose_photo(CAKE.id)
    assert "144 dpi" in at_photos.inspector_pane.photo.sharpness.text()
    assert at_photos.inspector_pane.photo.sharpness.property("tone") == "look"


def test_the_printers_words_stand_beside_plain_ones(at_photos: Book, qtbot: QtBot) -> None:
    at_photos.resize(1278, 650)
    words = [box.text() for box in at_photos.guides.boxes.values()]
    assert words == ["Cut (trim)", "Safe", "Fold (binding)"]
    entry(at_photos.editions.add, "A book for another reader").trigger()
    form = at_photos.editions.form
    form.recipient.choose(Recipient.SIBLING)
    assert form.says.isVisible()
    assert form.says.text().startswith("An edition is one book of this story")


def test_a_row_of_a_wide_photo_is_chosen_and_known_as_that_photo(
    at_photos: Book, qtbot: QtBot
) -> None:
    whole = picture(BEACH, 40)
    recipe = whole.rendition.recipe
    rows = [
        replace(
            whole,
            rendition=replace(
                whole.rendition,
                recipe=replace(recipe, edits=(*recipe.edits, Crop(left, 0.0, 0.5, 1.0))),
            ),
            box=Box(40, 500 - left * 400, 200, 100),
        )
        for left in (0.0, 0.5)
    ]
    plans = (*PLANS[:2], replace(PLANS[2], elements=tuple(rows)), *PLANS[3:])
    composed = replace(COMPOSED, plans=plans)
    assert [one.photo for one in frames_of(plans[2:3], COMPOSED.by_recipe)] == [BEACH, BEACH]
    assert composed.room_of(BEACH.id, PHOTOS.id) == 2 * 200 * 100
    at_photos.show_composed(composed)
    at_photos.view.choose_photo(BEACH.id)
    assert at_photos.inspector_pane.photo.name.text() == "A beach"


def test_keys_for_room_do_nothing_on_a_page_that_gives_none(at_photos: Book, qtbot: QtBot) -> None:
    one_photo = replace(PHOTOS, page_type="cover", slots={"photo": (BEACH.id,)})
    sections = (Section(part=Part.PAST, blocks=(STORY, one_photo)), FIRST.sections[1])
    at_photos.show_composed(replace(COMPOSED, edition=replace(FIRST, sections=sections)))
    at_photos.view.choose_photo(BEACH.id)
    pane = at_photos.inspector_pane.photo
    assert pane.isVisible()
    assert not pane.room.isVisible()
    with qtbot.assertNotEmitted(at_photos.asked, wait=2 * RUN):
        qtbot.keyClick(at_photos.view, Qt.Key.Key_4)
    assert pane.take_off.isVisible()
    with qtbot.waitSignal(at_photos.asked):
        qtbot.keyClick(at_photos.view, Qt.Key.Key_Delete)


@pytest.mark.parametrize(
    ("key", "modifier", "wish"),
    [
        (Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier,
         wishes.WeighPhoto(PHOTOS.id, BEACH.id, 4)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier,
         wishes.SwapPhotos(PHOTOS.id, BEACH.id, 1)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier,
         wishes.TakePhotoOff(PHOTOS.id, BEACH.id)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, wishes.StepPage(PHOTOS.id, 1)),
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, wishes.ChooseLayout(PHOTOS.id, "1/2")),
        (Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier,
         wishes.LockLayout(PHOTOS.id, "1|2", locked=True)),
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, wishes.RejectLayout(PHOTOS.id, "1|2")),
    ],
)  # fmt: skip
def test_keys_on_the_page_say_what_is_meant(
    at_photos: Book, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, wish: object
) -> None:
    at_photos.view.choose_photo(BEACH.id)
    offered = tuple(Suggestion(name, PLANS[2:3]) for name in ("1|2", "1/2"))
    at_photos.inspector_pane.show_suggestions(Suggestions("1|2", offered))
    with qtbot.waitSignal(at_photos.asked) as said:
        qtbot.keyClick(at_photos.view, key, modifier)
    assert said.args == [wish]


def test_a_wireframe_that_is_chosen_is_the_layout_asked_for(at_photos: Book, qtbot: QtBot) -> None:
    inspector = at_photos.inspector_pane
    offered = tuple(Suggestion(name, PLANS[2:3]) for name in ("1|2", "1/2"))
    inspector.show_suggestions(Suggestions("1|2", offered))
    assert inspector.layouts.count.text() == "Layout, 1 of 2 that fit"
    with qtbot.waitSignal(at_photos.asked) as said:
        qtbot.keyClick(inspector.layouts.wireframes, Qt.Key.Key_Right)
    assert said.args == [wishes.ChooseLayout(PHOTOS.id, "1/2")]


def test_a_locked_layout_that_no_longer_fits_says_so(at_photos: Book) -> None:
    locked = replace(PHOTOS, locked=True, layout="1/2/3")
    inspector = at_photos.inspector_pane
    inspector.show_block(locked, COMPOSED, "Page 3")
    offered = tuple(Suggestion(name, ()) for name in ("1|2", "1/2"))
    inspector.show_suggestions(Suggestions("1|2", offered, lost=True))
    assert inspector.layouts.lost.isVisible()
    assert "no longer fits" in inspector.layouts.lost.text()
    assert inspector.layouts.lock.text() == "Unlock"


def hover(over: QWidget, at: QPointF, carried: Carried) -> QMimeData:
    mime = packed(carried)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(over, kind(at.toPoint(), copy, mime, left, none))
    return mime


def carry(over: QWidget, at: QPointF, carried: Carried) -> None:
    mime = hover(over, at, carried)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(at, copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(over, drop)


def on_page(view: SpreadView, x: float, y: float) -> QPointF:
    """A point of the right-hand page, in points from its upper left corner, as the view has it."""
    return QPointF(view.mapFromScene(QPointF(595 + x, y)))


def test_a_photo_dragged_onto_a_page_is_put_there(at_photos: Book, qtbot: QtBot) -> None:
    view = at_photos.view
    with qtbot.waitSignal(at_photos.asked) as said:
        carry(view.viewport(), on_page(view, 500, 800), Carried(SPARE.id))
    assert said.args == [wishes.PutPhoto(PHOTOS.id, SPARE.id)]


def test_a_photo_dragged_onto_another_takes_its_place(at_photos: Book, qtbot: QtBot) -> None:
    view = at_photos.view
    with qtbot.waitSignal(at_photos.asked) as said:
        carry(view.viewport(), on_page(view, 400, 442), Carried(SPARE.id))
    assert said.args == [wishes.PutPhoto(PHOTOS.id, SPARE.id, CAKE.id)]


def test_a_photo_of_a_page_dragged_onto_another_changes_places_with_it(
    at_photos: Book, qtbot: QtBot
) -> None:
    view = at_photos.view
    with qtbot.waitSignal(at_photos.asked) as said:
        carry(view.viewport(), on_page(view, 400, 442), Carried(BEACH.id, PHOTOS.id))
    assert said.args == [wishes.ExchangePhotos((PHOTOS.id, BEACH.id), (PHOTOS.id, CAKE.id))]


def test_a_photo_dragged_to_another_page_moves_there(at_photos: Book, qtbot: QtBot) -> None:
    view = at_photos.view
    with qtbot.waitSignal(at_photos.asked) as said:
        carry(view.viewport(), on_page(view, -300, 600), Carried(BEACH.id, PHOTOS.id))
    assert said.args == [wishes.CarryPhoto(BEACH.id, PHOTOS.id, STORY.id)]


def test_a_photo_let_go_where_it_was_stays(at_photos: Book, qtbot: QtBot) -> None:
    view = at_photos.view
    with qtbot.assertNotEmitted(at_photos.asked):
        for x, y in ((140, 442), (500, 800)):
            carry(view.viewport(), on_page(view, x, y), Carried(BEACH.id, PHOTOS.id))


def test_a_drop_shows_where_it_will_land_and_what_it_will_do(at_photos: Book) -> None:
    view = at_photos.view
    overlay = view._overlay
    assert overlay is not None
    hover(view.viewport(), on_page(view, 400, 442), Carried(BEACH.id, PHOTOS.id))
    assert overlay.drop == QRectF(595 + 300, 842 - 500, 200, 200)
    assert overlay.drop_words == "Change places"
    hover(view.viewport(), on_page(view, 500, 800), Carried(SPARE.id))
    assert overlay.drop == QRectF(595, 0, 595, 842)
    assert overlay.drop_words == "Put it on this page"
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert overlay.drop is None


def test_a_photo_is_lifted_from_its_frame_and_the_bin_waits_for_it(
    at_photos: Book, qtbot: QtBot
) -> None:
    view, seen = at_photos.view, []
    view.drops.lifted.connect(lambda up: seen.append((up, at_photos.bin.how.text())))
    start = on_page(view, 140, 442).toPoint()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move(view.viewport(), start + QPoint(40, 30))
    assert [up for up, _ in seen] == [True, False]
    assert "take it off" in seen[0][1]
    assert "page 3" in at_photos.bin.how.text()
    assert view.frame is not None
    assert view.frame.photo == BEACH


def move(over: QWidget, at: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(over.mapToGlobal(at)), Qt.MouseButton.NoButton,
        left, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(over, event)


def test_a_photo_dragged_back_among_the_unused_comes_off(at_photos: Book, qtbot: QtBot) -> None:
    with qtbot.waitSignal(at_photos.asked) as said:
        carry(at_photos.bin, QPointF(200, 40), Carried(CAKE.id, PHOTOS.id))
    assert said.args == [wishes.TakePhotoOff(PHOTOS.id, CAKE.id)]
    with qtbot.assertNotEmitted(at_photos.asked):
        carry(at_photos.bin, QPointF(200, 40), Carried(SPARE.id))


def test_what_is_carried_is_read_as_it_was_packed() -> None:
    for carried in (Carried(BEACH.id), Carried(BEACH.id, PHOTOS.id)):
        assert unpacked(packed(carried)) == carried
    assert unpacked(QMimeData()) is None


def test_enter_puts_the_photo_chosen_below_on_the_page(at_photos: Book, qtbot: QtBot) -> None:
    strip = at_photos.bin.list
    assert "page 3" in at_photos.bin.how.text()
    with qtbot.waitSignal(at_photos.asked) as said:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert said.args == [wishes.PutPhoto(PHOTOS.id, SPARE.id)]


def test_pages_composed_anew_leave_the_caption_one_types_in_alone(
    at_photos: Book, qtbot: QtBot
) -> None:
    asked: list[object] = []
    at_photos.asked.connect(asked.append)
    at_photos.view.choose_photo(BEACH.id)
    caption = at_photos.inspector_pane.photo.caption
    qtbot.keyClicks(caption, " was cold")
    at_photos.show_composed(COMPOSED)
    at_photos._show_chosen()
    qtbot.keyClicks(caption, " that day")
    assert caption.text() == "The sea was cold that day"
    assert asked == []
    qtbot.keyClick(caption, Qt.Key.Key_Return)
    at_photos._show_chosen()
    qtbot.keyClicks(caption, "!")
    at_photos.flush()
    said = [one.text for one in asked if isinstance(one, wishes.WriteCaption)]
    assert said == ["The sea was cold that day", "The sea was cold that day!"]


def test_a_caption_is_said_before_one_goes_to_another_edition(
    at_photos: Book, qtbot: QtBot
) -> None:
    order: list[object] = []
    at_photos.asked.connect(order.append)
    at_photos.edition_chosen.connect(order.append)
    at_photos.view.choose_photo(BEACH.id)
    qtbot.keyClicks(at_photos.inspector_pane.photo.caption, " was cold")
    at_photos.editions.chosen.emit(COMPOSED.edition)
    assert order == [wishes.WriteCaption(BEACH.id, "The sea was cold"), COMPOSED.edition]


def test_a_caption_is_said_when_one_leaves_it(at_photos: Book, qtbot: QtBot) -> None:
    at_photos.view.choose_photo(BEACH.id)
    caption = at_photos.inspector_pane.photo.caption
    assert caption.text() == "The sea"
    qtbot.keyClicks(caption, " was cold")
    with qtbot.waitSignal(at_photos.asked) as said:
        qtbot.keyClick(caption, Qt.Key.Key_Return)
    assert said.args == [wishes.WriteCaption(BEACH.id, "The sea was cold")]


def test_a_page_dragged_in_the_list_goes_before_the_one_it_is_dropped_on(
    book: Book, qtbot: QtBot
) -> None:
    hopes = book.model.index(4)
    carried = book.model.mimeData([hopes])
    assert bytes(carried.data(BLOCK_MIME).data()).decode() == str(HOPES.id)
    with qtbot.waitSignal(book.asked) as said:
        book.model.dropMimeData(carried, Qt.DropAction.MoveAction, 1, 0, book.model.index(-1))
    assert said.args == [wishes.MovePage(HOPES.id, STORY.id)]


def test_a_page_let_go_over_another_part_goes_there(book: Book, qtbot: QtBot) -> None:
    book.list.scrollToTop()
    first = book.list.visualRect(book.model.index(1))
    mime = book.model.mimeData([book.model.index(4)])
    at = QPointF(first.center().x(), first.top() + 6)
    move_it, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at.toPoint(), move_it, mime, left, none)
        QApplication.sendEvent(book.list.viewport(), event)
    with qtbot.waitSignal(book.asked) as said:
        QApplication.sendEvent(book.list.viewport(), QDropEvent(at, move_it, mime, left, none))
    assert said.args == [wishes.MovePage(HOPES.id, STORY.id)]


def drop(book: Book, mime: QMimeData, row: int, share: float) -> None:
    """Let go over a row of the list: 0 at its upper edge, 1 at its lower."""
    place = book.list.visualRect(book.model.index(row))
    at = QPointF(place.center().x(), place.top() + max(1, share * (place.height() - 2)))
    move_it, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at.toPoint(), move_it, mime, left, none)
        QApplication.sendEvent(book.list.viewport(), event)
    QApplication.sendEvent(book.list.viewport(), QDropEvent(at, move_it, mime, left, none))


def test_a_page_let_go_under_the_last_of_a_part_belongs_to_that_part(
    book: Book, qtbot: QtBot
) -> None:
    book.resize(1278, 1400)
    hopes = book.model.mimeData([book.model.index(4)])
    with qtbot.waitSignal(book.asked) as said:
        drop(book, hopes, 2, 1.0)
    assert said.args == [wishes.MovePageToEnd(HOPES.id, FIRST.sections[0].id)]
    story = book.model.mimeData([book.model.index(1)])
    with qtbot.waitSignal(book.asked) as said:
        drop(book, story, 4, 1.0)
    assert said.args == [wishes.MovePageToEnd(STORY.id, FIRST.sections[1].id)]


def test_a_part_is_carried_by_its_name(
    book: Book, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.resize(1278, 1400)
    carried: list[QMimeData] = []

    def let_go(drag: QDrag, _: Qt.DropAction) -> None:
        carried.append(drag.mimeData())
        with qtbot.waitSignal(book.asked) as said:
            drop(book, drag.mimeData(), 0, 0.0)
        assert said.args == [wishes.MovePart(FIRST.sections[1].id, FIRST.sections[0].id)]

    monkeypatch.setattr(QDrag, "exec", let_go)
    name = book.list.visualRect(book.model.index(3)).center()
    qtbot.mousePress(book.list.viewport(), Qt.MouseButton.LeftButton, pos=name)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(name + QPoint(0, 30)),
        book.list.viewport().mapToGlobal(QPointF(name + QPoint(0, 30))),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(book.list.viewport(), moved)
    assert carried
    assert "Alt+Shift" in book.model.index(3).data(Qt.ItemDataRole.ToolTipRole)


def test_a_part_moves_by_keys_where_it_can(book: Book, qtbot: QtBot) -> None:
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    book.go_to(frozenset({HOPES.id}))
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(book.list, Qt.Key.Key_Up, both)
    assert said.args == [wishes.StepPart(FIRST.sections[1].id, -1)]
    with qtbot.assertNotEmitted(book.asked):
        qtbot.keyClick(book.list, Qt.Key.Key_Down, both)


def test_all_of_the_desk_is_reached_with_tab(at_photos: Book, qtbot: QtBot) -> None:
    book, pane = at_photos, at_photos.inspector_pane
    offered = tuple(Suggestion(name, PLANS[2:3]) for name in ("1|2", "1/2"))
    pane.show_suggestions(Suggestions("1|2", offered))
    book.activateWindow()
    qtbot.waitUntil(book.isActiveWindow)
    book.view.setFocus()
    book.view.choose_photo(BEACH.id)
    reached: set[QWidget] = set()
    for _ in range(60):
        held = QApplication.focusWidget()
        assert held is not None
        reached.add(held)
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    room = pane.photo.room.findChildren(QToolButton)[2]
    for wanted in (
        book.view, book.bin.list, book.pages_pane.list, book.pages_pane.found, book.editions.tabs,
        book.editions.add, book.editions.this, book.add_page, book.hand_over,
        pane.layouts.wireframes, pane.layouts.shuffle, pane.layouts.lock, pane.layouts.reject,
        pane.photo.caption, pane.photo.take_off, room, pane.earlier, pane.later, pane.remove,
        *book.guides.boxes.values(),
    ):  # fmt: skip
        assert wanted in reached, wanted.accessibleName()


def test_the_page_list_moves_and_removes_by_keys(book: Book, qtbot: QtBot) -> None:
    book.go_to(frozenset({HOPES.id}))
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(book.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert said.args == [wishes.StepPage(HOPES.id, -1)]
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(book.list, Qt.Key.Key_Delete)
    assert said.args == [wishes.RemovePage(HOPES.id)]


def test_a_block_without_a_page_can_still_be_reached_and_filled(book: Book, qtbot: QtBot) -> None:
    home = Block(page_type="home-along-the-way")
    sections = (replace(FIRST.sections[0], blocks=(STORY, home, PHOTOS)), FIRST.sections[1])
    edition = replace(FIRST, sections=sections)
    spreads = with_empty_pages(spreads_of(PLANS), edition)
    assert [spread.numbers for spread in spreads] == ["1", "2–3", "", "4"]
    book.aim_at_new(home.id)
    with qtbot.waitSignal(book.candidates_wanted) as said:
        book.show_composed(replace(COMPOSED, edition=edition))
    assert said.args == ["home"]
    assert book.block == home
    assert "no page yet" in book.desk.nothing.text()
    bookend = Candidate(uuid4(), "With Gran")
    book.inspector_pane.show_candidates("home", (bookend,))
    with qtbot.waitSignal(book.asked) as filled:
        qtbot.keyClick(book.inspector_pane.slots_chooser.list, Qt.Key.Key_Space)
    assert filled.args == [wishes.FillSlot(home.id, "home", (bookend.id,))]


def candidates(*photos: Photo) -> list[Candidate]:
    return [Candidate(one.id, one.alt, one) for one in photos]


def at_slot(book: Book, there: list[Candidate], name: str = "photos") -> SlotChooser:
    book.inspector_pane.open_slot(name)
    book.inspector_pane.show_candidates("photo", there)
    return book.inspector_pane.slots_chooser


def test_what_fills_a_page_is_said_in_plain_words(at_photos: Book) -> None:
    slot = page_type("photos").slots["photos"]
    assert filled_words(slot, 0, ()) == "No photo chosen yet, and the page needs one"
    assert filled_words(slot, 1, ["Biscuit and me"]) == "1 photo: Biscuit and me"
    assert filled_words(slot, 2, ["The sea", "Five"]) == "2 photos: The sea; Five"
    labels = at_photos.inspector_pane.slots.findChildren(QLabel)
    assert "2 photos: The sea; Five" in [label.text() for label in labels]


def test_photos_to_choose_from_show_their_picture_and_where_they_stand(
    at_photos: Book, qtbot: QtBot
) -> None:
    model = at_photos.inspector_pane.slots_chooser.model
    with qtbot.waitSignal(model.wanted) as said:
        at_slot(at_photos, candidates(SPARE, BEACH, CAKE))
        at_photos.inspector_pane.slots_chooser.list.grab()
    assert said.args[0] in (BEACH, CAKE, SPARE)
    assert [model.index(row).data(USED) for row in range(3)] == ["On page 3", "On page 3", ""]
    small = QImage(84, 63, QImage.Format.Format_RGB32)
    small.fill(QColor("#3366cc"))
    model.put(BEACH, small)
    assert model.index(0).data(candidate_model.IMAGE) == small


def test_a_photo_is_ticked_onto_the_page_by_space_and_by_a_click(
    at_photos: Book, qtbot: QtBot
) -> None:
    chooser = at_slot(at_photos, candidates(BEACH, CAKE, SPARE))
    at_photos.show()
    chooser.list.setCurrentIndex(chooser.model.index(2))
    with qtbot.waitSignal(at_photos.asked) as said:
        qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    both = (BEACH.id, CAKE.id)
    assert said.args == [wishes.FillSlot(PHOTOS.id, "photos", (*both, SPARE.id))]
    box = chooser.list.visualRect(chooser.model.index(0)).center()
    with qtbot.waitSignal(at_photos.asked) as said:
        qtbot.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert said.args == [wishes.FillSlot(PHOTOS.id, "photos", (CAKE.id, SPARE.id))]


def test_what_to_choose_from_is_filtered_by_its_words(at_photos: Book, qtbot: QtBot) -> None:
    many = [Photo(original=uuid4(), alt=f"Picture {n}") for n in range(8)]
    chooser = at_slot(at_photos, candidates(*many, SPARE))
    qtbot.keyClicks(chooser.search, "dog")
    hidden = [chooser.list.isRowHidden(row) for row in range(9)]
    assert hidden == [True] * 8 + [False]
    assert chooser.list.currentIndex().row() == 8
    qtbot.keyClicks(chooser.search, "gie")
    assert chooser.none.isVisible()


def test_a_list_that_is_full_takes_no_more(at_photos: Book, qtbot: QtBot) -> None:
    chooser = at_photos.inspector_pane.slots_chooser
    there = [Candidate(uuid4(), f"Photo {n}") for n in range(3)]
    slot = replace(page_type("photos").slots["photos"], most=2)
    chooser.show_slot("Photos", slot, there, [there[0].id], {})
    chooser.list.setCurrentIndex(chooser.model.index(1))
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    third = chooser.model.index(2)
    assert not chooser.model.flags(third) & Qt.ItemFlag.ItemIsEnabled
    assert "no more fit" in chooser.how.text()
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert chooser.model.flags(third) & Qt.ItemFlag.ItemIsEnabled


def test_escape_leads_from_a_list_back_to_the_pages(at_photos: Book, qtbot: QtBot) -> None:
    at_photos.activateWindow()
    qtbot.waitUntil(at_photos.isActiveWindow)
    chooser = at_slot(at_photos, candidates(BEACH))
    qtbot.keyClick(chooser.list, Qt.Key.Key_Escape)
    assert at_photos.view.hasFocus()


def test_what_is_worth_a_look_on_a_page_leads_to_it(at_photos: Book) -> None:
    notes = at_photos.inspector_pane.notes
    assert notes.findings == (SOFT,)
    (see,) = [one for one in notes.findChildren(QPushButton) if one.text() == "Show"]
    see.click()
    assert at_photos.view.frame is not None
    assert at_photos.view.frame.photo == CAKE


def test_what_is_known_to_help_is_asked_for_beside_it(at_photos: Book, qtbot: QtBot) -> None:
    notes = at_photos.inspector_pane.notes
    (fix,) = [one for one in notes.findChildren(QPushButton) if one.text() == "Make it smaller"]
    with qtbot.waitSignal(at_photos.asked) as said:
        fix.click()
    assert said.args == [wishes.Mend(SOFT)]


def test_the_list_of_pages_says_where_something_is_worth_a_look(book: Book) -> None:
    rows = [book.model.index(row) for row in range(book.model.rowCount())]
    assert [row.data(NOTES) for row in rows] == [None, 0, 1, None, 1]
    assert str(rows[2].data(SAID)).endswith("worth a look: 1")
    assert book.pages_pane.found.accessibleName() == "3 things to look at"
    book.show_composed(replace(COMPOSED, findings=(SOFT,)))
    assert [row.data(NOTES) for row in rows] == [None, 0, 1, None, 0]
    assert book.pages_pane.found.text() == "1 to look at"
    book.show_composed(replace(COMPOSED, findings=()))
    assert not book.pages_pane.found.isVisible()


def test_who_must_not_be_seen_is_noted_on_their_page_and_leads_to_the_photo(
    book: Book, qtbot: QtBot
) -> None:
    hidden = Finding(NO_CONSENT, 3, "A face is hidden.", "Ask.", record=BEACH.id)
    left_out = Finding(NO_CONSENT, 3, "A photo is left out.", "Ask.", record=CAKE.id)
    book.show_composed(replace(COMPOSED, findings=(hidden, left_out)))
    assert str(book.model.index(2).data(SAID)).endswith("worth a look: 2")
    book.go_to(frozenset({PHOTOS.id}))
    notes = book.inspector_pane.notes
    asks = [one for one in notes.findChildren(QPushButton) if one.text() == "Who is in it"]
    assert len({one.accessibleName() for one in asks}) == 2
    with qtbot.waitSignal(book.photo_asked) as said:
        asks[1].click()
    assert said.args == [CAKE.id]
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    pane.list.setCurrentIndex(pane.model.index(pane.model.row_of(hidden)))
    with qtbot.waitSignal(book.photo_asked) as said:
        pane.who.click()
    assert said.args == [BEACH.id]


def test_a_page_that_is_not_made_says_that_nobody_allowed_its_photo(book: Book) -> None:
    left_out = Finding(NO_CONSENT, None, "Left out.", "Ask.", block=PHOTOS.id, record=BEACH.id)
    fewer = replace(COMPOSED, plans=(PLANS[0], PLANS[1], PLANS[3]), by_recipe={})
    book.show_composed(replace(fewer, findings=(left_out,)))
    book.go_to(frozenset({PHOTOS.id}))
    assert book.inspector_pane.notes.findings == (left_out,)


def test_all_findings_stand_under_their_pages_and_a_click_leads_to_the_page_and_its_photo(
    book: Book, qtbot: QtBot
) -> None:
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    assert book.inspector_pane.currentWidget() is pane
    said = [pane.model.index(row).data(SAID) for row in range(pane.model.rowCount())]
    assert said[0::2] == ["Page 3", "Page 4", "The whole book"]
    row = pane.list.visualRect(pane.model.index(1)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert book.spread is not None
    assert book.spread.numbers == "2–3"
    book.show_spread(book.spread, pdf("#ffffff", "#eeeeee"))  # its pages have come only now
    assert book.view.frame is not None
    assert book.view.frame.photo == CAKE
    assert book.inspector_pane.currentWidget() is pane
    with qtbot.waitSignal(book.asked) as asked:
        pane.fix.click()
    assert asked.args == [wishes.Mend(SOFT)]


def test_an_empty_slot_that_is_clicked_is_the_one_to_fill(book: Book, qtbot: QtBot) -> None:
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    pane.list.setCurrentIndex(pane.model.index(pane.model.row_of(EMPTY)))
    with qtbot.waitSignal(book.candidates_wanted) as said:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert said.args == ["fact"]
    assert book.inspector_pane.heading.text() == "Page 4"


def of(check: str, page: int | None, **more: Any) -> Finding:
    """Something found, in a sentence."""
    return Finding(check, page, "Something is found.", "Look at it.", **more)


LED = {
    "resolution": (SOFT, "view"),
    "no-consent": (of(NO_CONSENT, 3, block=PHOTOS.id, record=BEACH.id), "view"),
    "contrast": (of("contrast", 4, block=HOPES.id), "view"),
    "safe-area": (of("safe-area", 3, block=PHOTOS.id), "view"),
    "small-type": (of("small-type", 4, block=HOPES.id), "view"),
    "slots": (EMPTY, "slot"),
    "words": (of("words", 2, block=STORY.id, record=uuid4()), "words"),
    "sentences": (of("sentences", 2, block=STORY.id, record=uuid4()), "words"),
    "letters": (of("letters", 2, block=STORY.id, record=uuid4()), "words"),
    "translation": (of("translation", 2, record=uuid4(), fix=Fix.STILL_FITS), "words"),
    "sheets": (WHOLE, "list"),
}
"""What each check finds, and where one is led to mend it."""


def test_every_check_there_is_leads_somewhere() -> None:
    modules = [
        import_module(f"lifestory.checks.{one.name}") for one in iter_modules(checks.__path__)
    ]
    names = {one.CHECK for one in modules if hasattr(one, "CHECK")}
    assert names | {NO_CONSENT} == set(LED)


@pytest.mark.parametrize("check", LED)
def test_from_a_finding_one_is_led_to_its_page_and_to_what_mends_it(
    book: Book, qtbot: QtBot, check: str
) -> None:
    finding, where = LED[check]
    book.activateWindow()
    qtbot.waitUntil(book.isActiveWindow)
    book.show_composed(replace(COMPOSED, findings=(finding,)))
    book.candidates_wanted.connect(lambda kind: book.inspector_pane.show_candidates(kind, ()))
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    if finding.page is not None:
        assert book.spread is not None
        assert finding.page in [one.number for one in book.spread.plans]
    assert {
        "view": book.view,
        "slot": book.inspector_pane.slots_chooser.list,
        "words": pane.words,
        "list": pane.list,
    }[where].hasFocus()


def test_what_helps_the_whole_book_is_at_hand_for_the_keyboard(book: Book, qtbot: QtBot) -> None:
    small = of("small-type", None, fix=Fix.SET_FOR_A5)
    book.activateWindow()
    qtbot.waitUntil(book.isActiveWindow)
    book.show_composed(replace(COMPOSED, findings=(small,)))
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert pane.fix.hasFocus()
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(pane.fix, Qt.Key.Key_Space)
    assert said.args == [wishes.Mend(small)]


def test_a_finding_is_mended_from_its_row_by_keys(book: Book, qtbot: QtBot) -> None:
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said.args == [wishes.Mend(SOFT)]


def test_a_finding_in_a_passage_leads_to_its_words(book: Book, qtbot: QtBot) -> None:
    long = Finding(
        "words", 2, "59 words; 50 suit.", "Shorten them.", block=STORY.id, record=uuid4()
    )
    book.show_composed(replace(COMPOSED, findings=(SOFT, long)))
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    pane.list.setCurrentIndex(pane.model.index(pane.model.row_of(long)))
    assert not pane.fix.isVisible()
    with qtbot.waitSignal(book.inspector_pane.words_wanted) as said:
        pane.words.click()
    assert said.args == [long]


def test_what_is_mended_leaves_the_next_at_hand(book: Book) -> None:
    book.pages_pane.found.click()
    pane = book.inspector_pane.findings
    assert pane.list.finding == SOFT
    book.show_composed(replace(COMPOSED, findings=(EMPTY, WHOLE)))
    assert pane.list.finding == EMPTY
    book.show_composed(replace(COMPOSED, findings=()))
    assert pane.none.isVisible()


def test_one_returns_to_the_page_last_seen_in_an_edition(book: Book) -> None:
    book.turn(1)
    second = replace(COMPOSED, edition=SECOND)
    book.show_editions((FIRST, SECOND), SECOND)
    book.show_composed(second)
    assert book.desk.where.text().startswith("Page 1 of 4")
    book.show_editions((FIRST, SECOND), FIRST)
    book.show_composed(COMPOSED)
    assert book.desk.where.text().startswith("Pages 2–3 of 4")
    book.show_editions((), None)
    book.show_editions((FIRST, SECOND), FIRST)
    book.show_composed(COMPOSED)
    assert book.desk.where.text().startswith("Pages 2–3 of 4")


def test_a_page_to_add_is_chosen_by_what_it_is_for(book: Book, qtbot: QtBot) -> None:
    book.go_to(frozenset({HOPES.id}))
    book.add_page.click()
    chooser = book.inspector_pane.page_chooser
    assert book.inspector_pane.currentWidget() is chooser
    spoken = [chooser.model.index(row, 0).data(SAID) for row in range(chooser.model.rowCount())]
    assert "Up to twelve photos" in "".join(spoken)
    rows = [chooser.model.index(row, 0) for row in range(chooser.model.rowCount())]
    assert [one.data() for one in rows if not one.flags()][:3] == [
        "Story and photos", "The child", "Family and people",
    ]  # fmt: skip
    offered = [one.data(NAME) for one in rows if one.data(NAME)]
    for_adults = {"notes-for-grown-ups", "later-life-letter"}
    assert sorted(offered) == sorted({kind.name for kind in page_types()} - for_adults)
    here = next(one for one in rows if one.data(NAME) == "genogram")
    chooser.list.setCurrentIndex(here)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    assert chooser.list.currentIndex().data(NAME) == "heritage"
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    assert chooser.list.currentIndex().data(NAME) == "timeline", "past the name of a group"
    with qtbot.waitSignal(book.asked) as said:
        chooser.add.click()
    assert said.args == [wishes.AddPage("timeline", HOPES.id)]


def test_every_page_type_is_drawn_as_no_other_is() -> None:
    drawn = [sketch_of(kind.name) for kind in page_types()]
    assert len(set(drawn)) == len(drawn)


def test_the_words_of_each_page_are_measured(at_photos: Book) -> None:
    meters = at_photos.inspector_pane.notes.meters
    assert [one.accessibleName() for one in meters] == [
        "Words on page 2: 0", "Words on page 3: 0",
    ]  # fmt: skip


def test_a_photo_that_waits_but_may_not_be_shown_says_why(book: Book) -> None:
    book.show_composed(replace(COMPOSED, unused=(SPARE, CAKE), refused=frozenset({CAKE.id})))
    free, refused = (book.bin.model.index(row) for row in range(2))
    assert "has not agreed" not in free.data(SAID)
    assert "has not agreed" in refused.data(SAID)
    assert "has not agreed" in refused.data(Qt.ItemDataRole.ToolTipRole)


def words_at(role: Role, *texts: str) -> tuple[Words, ...]:
    return tuple(Words(role, Box(0, 0, 9, 9), (Line(9, (), text),)) for text in texts)


def test_all_that_is_to_be_read_counts_and_only_pages_of_text_have_a_limit(at_photos: Book) -> None:
    captioned = replace(PLANS[2], elements=words_at(Role.CAPTION, "At the sea", "My cake"))
    told = replace(PLANS[1], elements=words_at(Role.BODY, "We moved in May"))
    at_photos.inspector_pane.show_notes((told, captioned), (), 50)
    meters = at_photos.inspector_pane.notes.meters
    assert [one.accessibleName() for one in meters] == [
        "Words on page 2: 4 of 50", "Words on page 3: 5",
    ]  # fmt: skip


def test_an_edition_is_added_changed_copied_and_deleted(book: Book, qtbot: QtBot) -> None:
    entry(book.editions.add, "A book for another reader").trigger()
    form = book.editions.form
    form.name.setText("Book at 9")
    form.band.setCurrentIndex(form.band.findData(Band.READER))
    assert not form.give.isEnabled(), "nobody has said yet for whom it is"
    form.recipient.choose(Recipient.SIBLING)
    with qtbot.waitSignal(book.asked) as said:
        form.give.click()
    made = said.args[0]
    assert isinstance(made, wishes.MakeBook)
    assert made.edition is not None
    assert (made.edition.name, made.edition.band) == ("Book-at-9", Band.READER)
    book.editions.ask_change()
    form.theme.choose("paper")
    with qtbot.waitSignal(book.asked) as said:
        form.give.click()
    changed = replace(FIRST, theme="paper")
    assert said.args == [wishes.ChangeEdition(changed, Order.FAMILY)], "they stand so already"
    actions = {action.text(): action for action in book.editions.this.menu().actions()}
    with qtbot.waitSignal(book.asked) as said:
        actions["Duplicate it"].trigger()
    assert said.args == [wishes.DuplicateEdition(FIRST.id, "first-book-2")]
    with qtbot.waitSignal(book.asked) as said:
        actions["Delete it"].trigger()
    assert said.args == [wishes.DeleteEdition(FIRST.id)]


def test_notes_and_letter_are_asked_for_once_and_gone_to_from_then_on(
    book: Book, qtbot: QtBot
) -> None:
    add = book.editions.add
    for words, wish, kind in (
        ("Notes for grown-ups", wishes.MakeNotes(), "notes-for-grown-ups"),
        ("Later-life letter", wishes.MakeLetter(), "later-life-letter"),
    ):
        with qtbot.waitSignal(book.asked) as said:
            entry(add, words).trigger()
        assert said.args == [wish]
        section = Section(part=Part.BACK, blocks=(Block(page_type=kind),))
        made = Edition(name="by another name", band=Band.ADULT, sections=(section,))
        book.show_editions((FIRST, SECOND, made), FIRST)
        with qtbot.assertNotEmitted(book.asked), qtbot.waitSignal(book.edition_chosen) as said:
            entry(add, words).trigger()
        assert said.args == [made]


def test_which_translation_is_printed_is_asked_only_where_there_are_several(
    book: Book, qtbot: QtBot
) -> None:
    form, field = book.editions.form, book.editions.form.language
    book.editions.languages = ("pl",)
    book.editions.ask_change()
    assert not field.isVisible()
    book.editions.languages = ("pl", "ur")
    book.editions.ask_change()
    assert field.isVisible()
    assert [field.itemText(at) for at in range(field.count())] == [
        "The first there is", "Polish", "Urdu",
    ]  # fmt: skip
    field.choose("ur")
    with qtbot.waitSignal(book.asked) as said:
        form.give.click()
    wanted = replace(FIRST, language="ur")
    assert said.args[0].edition == wanted
    book.editions.languages = ()
    book.show_editions((wanted,), wanted)
    book.editions.ask_change()
    assert (field.currentData(), field.isVisible()) == ("ur", True), "what was chosen is not lost"


def test_the_look_of_an_edition_is_chosen_by_keys_and_pictures(book: Book, qtbot: QtBot) -> None:
    book.editions.ask_change()
    form, look = book.editions.form, book.editions.form.look
    assert [one.text() for one in form.theme.buttons.values()] == [
        "Meadow", "Night sky", "Paper", "Patchwork", "Seaside",
    ]  # fmt: skip
    meadow, night = form.theme.buttons["meadow"], form.theme.buttons["night-sky"]
    assert night.accessibleName() == "Theme: Night sky"
    icons = [one.icon().pixmap(80, 50).toImage() for one in (meadow, night)]
    assert icons[0] != icons[1]
    meadow.setFocus()
    qtbot.keyClick(meadow, Qt.Key.Key_Right)
    assert form.theme.currentData() == "night-sky"
    choices = ((look.size, "2"), (look.format, "E"), (look.order, "As it"))
    for box, letters in choices:
        qtbot.keyClick(box, letters[0])
        box.view().keyboardSearch(letters)
        qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(form.name, Qt.Key.Key_Return)
    wanted = replace(FIRST, theme="night-sky", size="square", format=Format.EASY_READ)
    assert said.args == [wishes.ChangeEdition(wanted, Order.CHRONOLOGICAL)]
    book.show_editions((wanted,), wanted)
    says = book.editions.reader.toolTip()
    assert says == "for a reader of 5–7, theme night sky, 210 mm square, easy read"


def test_in_a_low_window_the_fields_of_an_edition_scroll(book: Book, qtbot: QtBot) -> None:
    book.resize(700, 440)
    book.editions.ask_change()
    book.editions.form.cancel.click()
    assert book.bin.isVisible()
    book.editions.ask_change()
    form = book.editions.form
    qtbot.waitUntil(lambda: form.height() <= 200)
    assert not book.bin.isVisible(), "the page it changes has that room"
    paper = form.theme.buttons["paper"]
    assert paper.visibleRegion().isEmpty()
    form.look.order.setFocus()
    qtbot.keyClick(form.look.order, Qt.Key.Key_Tab)
    assert not form.theme.buttons["meadow"].visibleRegion().isEmpty()


def test_guides_are_shown_by_their_legend_and_by_g(at_photos: Book, qtbot: QtBot) -> None:
    overlay = at_photos.view._overlay
    assert overlay is not None
    at_photos.guides.boxes[Guide.SAFE].click()
    assert overlay.guides == {Guide.SAFE}
    with qtbot.waitSignal(at_photos.view.asked):
        qtbot.keyClick(at_photos.view, Qt.Key.Key_G)
    assert not overlay.guides
    with qtbot.waitSignal(at_photos.view.asked):
        qtbot.keyClick(at_photos.view, Qt.Key.Key_G)
    assert overlay.guides == set(Guide)
    left, right = overlay.pages
    assert left.binding.right() == left.box.right()
    assert right.binding.left() == right.box.left()


def test_the_guides_are_those_of_the_product(at_photos: Book) -> None:
    overlay = at_photos.view._overlay
    assert overlay is not None
    at_photos.show_measures(measures("a4", "print-shop"))
    left, right = overlay.pages
    assert left.bleed.left() < left.box.left()
    assert left.bleed.right() == left.box.right(), "nothing is cut off where it is bound"
    assert right.bleed.top() < right.box.top()
    assert "3 mm" in at_photos.guides.boxes[Guide.TRIM].toolTip()
    at_photos.show_measures(measures("a4", "ring-binder-holes"))
    left, right = overlay.pages
    assert len(left.holes) == 2
    assert all(left.binding.contains(hole) for hole in left.holes)
    assert right.bleed == right.box
    assert "Ring binder" in at_photos.guides.boxes[Guide.BINDING].toolTip()
    assert measures("a5", "ring-binder") == measures("a5"), "made for A4 alone"
    assert measures("a5", "booklet").binding < measures("a5").binding
    assert "5 mm" in at_photos.guides.boxes[Guide.SAFE].toolTip()


def test_an_empty_model_answers_nothing() -> None:
    assert SpreadModel().rowCount() == 0


def test_a_page_turned_to_shows_at_once_what_is_known_of_it(book: Book) -> None:
    small = QImage(152, 108, QImage.Format.Format_RGB32)
    small.fill(QColor("#3366cc"))
    book.show_thumb(book.model.spreads[1], small)
    book.turn(1)
    assert len(book.view._items) == 2
    assert book.view._items[1].pixmap().toImage().pixelColor(5, 5).name() == "#3366cc"
    assert book.spread is not None
    book.show_spread(book.spread, pdf("#ffffff", "#eeeeee"))
    assert book.view.pages == 2


def test_what_another_edition_has_is_marked_and_brought_in(book: Book, qtbot: QtBot) -> None:
    page = Apart(Sort.PAGE, SECOND.id, SECOND.name, Band.OLDER, uuid4(), "A letter", STORY.id)
    photo = replace(page, sort=Sort.PHOTO, what=SPARE.id, says="A dog", beside=PHOTOS.id)
    words = replace(page, sort=Sort.WORDS, what=uuid4(), says="Why I moved", beside=None)
    book.show_composed(replace(COMPOSED, apart=(words, page, photo)))
    book.go_to(frozenset({STORY.id}))
    first, second = (book.model.index(row) for row in (1, 2))
    sentence = "Book at 12 has a page here that this one has not: A letter"
    assert sentence in first.data(Qt.ItemDataRole.ToolTipRole)
    assert sentence in first.data(SAID)
    assert "Book at 12 has a photo here" in second.data(SAID)
    buttons = book.inspector_pane.apart.buttons
    assert [one.accessibleName() for one in buttons] == [
        "See the words: Book at 12 tells this in other words, for 12+: Why I moved",
        f"Bring it in: {sentence}",
    ]
    with qtbot.waitSignal(book.words_asked) as said:
        buttons[0].click()
    assert said.args == [words.what]
    buttons[1].setFocus()
    with qtbot.waitSignal(book.asked) as said:
        qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert said.args == [wishes.BringPage(SECOND.id, page.what, STORY.id)]
    book.go_to(frozenset({PHOTOS.id}))
    (put,) = book.inspector_pane.apart.buttons
    with qtbot.waitSignal(book.asked) as said:
        put.click()
    assert said.args == [wishes.PutPhoto(PHOTOS.id, SPARE.id)]
    book.show_composed(COMPOSED)
    assert book.inspector_pane.apart.isHidden()
    assert sentence not in book.model.index(1).data(SAID)
