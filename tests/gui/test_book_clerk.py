"""The book on a real store: what is meant at the desk is written, composed and seen."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.allowing import forget_permission
from lifestory.app.apart import Sort
from lifestory.app.arranging_book import add_page, blocks_of
from lifestory.app.caseload import add_child, children
from lifestory.app.editions import editions
from lifestory.app.left_out import LeftOut
from lifestory.app.no_consent import CHECK as NO_CONSENT
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.orders import Order, order_of
from lifestory.app.people import add_person
from lifestory.domain.life import Home
from lifestory.domain.media import Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, Recipient, Voice
from lifestory.gui.clerks.book import BookClerk
from lifestory.gui.clerks.handover import HandOverClerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.models import wishes
from lifestory.gui.models.left_words import left_in_words
from lifestory.gui.models.page_aim import PageAim
from lifestory.gui.places.book import Book
from lifestory.gui.places.handover import HandOver
from lifestory.gui.widgets.letter_keys import RUN
from lifestory.gui.widgets.overlay import Guide


class Table:
    """A desk, the book on it, and the wait until nothing moves."""

    def __init__(self, desk: Desk, book: Book, qtbot: QtBot) -> None:
        self.desk, self.book, self._qtbot = desk, book, qtbot
        self.clerk = BookClerk(desk, book)

    def lay(self, found: FoundChild) -> None:
        self.desk.choose(found)
        self.settle()

    def settle(self) -> None:
        """Until what was asked for is written, composed and drawn."""
        for _ in range(3):
            self._qtbot.waitUntil(lambda: not self.desk.jobs.running, timeout=30_000)
            self._qtbot.wait(1)

    def at(self, page_type: str) -> Book:
        """The book open at the last page of a type."""
        edition = self.clerk.edition
        assert edition is not None
        block = [one for one in blocks_of(edition) if one.page_type == page_type][-1]
        self.book.go_to(frozenset({block.id}))
        self.settle()
        return self.book


def press(qtbot: QtBot, book: Book, key: Qt.Key) -> None:
    """A letter on the page, and the pause that makes it a command."""
    with qtbot.waitSignal(book.view.asked):
        qtbot.keyClick(book.view, key)


@pytest.fixture
def table(qtbot: QtBot, sample_store: tuple[Path, str], tmp_path: Path) -> Iterator[Table]:
    shutil.copytree(sample_store[0], tmp_path / "store")
    book = Book()
    qtbot.addWidget(book)
    book.resize(1278, 650)
    made = Table(Desk(Jobs()), book, qtbot)
    book.show()
    with qtbot.waitSignal(made.desk.opened, timeout=30_000):
        made.desk.open(tmp_path / "store", sample_store[1])
    yield made
    made.desk.close_now()


@pytest.fixture
def robin(table: Table) -> Table:
    card = next(one for one in children(table.desk.store) if one.name == "Robin")
    table.lay(find_child(table.desk.store, card.child))
    return table


def test_a_child_without_a_book_gets_a_first_one(table: Table) -> None:
    table.lay(add_child(table.desk.store, "Wren"))
    assert table.book.empty.isVisible()
    table.book.first.click()
    table.settle()
    assert table.book.desk.isVisible()
    assert table.book.model.page_count >= 3
    assert table.book.editions.tabs.count() == 1
    said, asked = table.book.messages.standing
    assert said == "The book is made, for a reader of 5–7."
    assert asked.startswith("For whom is this book?")
    table.desk.undo(table.book.messages)
    table.settle()
    assert table.book.empty.isVisible()
    assert table.book.messages.standing == ()


def test_for_whom_a_first_book_is_is_asked_where_the_story_does_not_say(
    table: Table, qtbot: QtBot
) -> None:
    table.lay(add_child(table.desk.store, "Wren"))
    table.book.first.click()
    table.settle()
    buttons = table.book.messages.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Choose for whom").click()
    form = table.book.editions.form
    assert not form.give.isEnabled()
    form.recipient.choose(Recipient.FOSTER_HOME)
    qtbot.mouseClick(form.give, Qt.MouseButton.LeftButton)
    table.settle()
    assert table.clerk.edition is not None
    assert table.clerk.edition.recipient is Recipient.FOSTER_HOME
    assert not any("For whom" in one for one in table.book.messages.standing)


@pytest.mark.parametrize(
    ("is_a", "whom"),
    [
        ("foster carer", Recipient.FOSTER_HOME),
        ("adoptive mother", Recipient.CHILD_AND_ADOPTERS),
        ("grandmother", None),
    ],
)
def test_a_new_edition_is_for_those_the_child_lives_with(
    table: Table, is_a: str, whom: Recipient | None
) -> None:
    wren = add_child(table.desk.store, "Wren")
    carer = add_person(wren, Person(given="Pat"), is_a)
    with wren.case.change("Add a home") as change:
        change.add(Home(people=(carer.id,)))
    table.lay(wren)
    table.book.editions.ask_new()
    form = table.book.editions.form
    assert form.recipient.currentData() is whom
    assert form.give.isEnabled() is (whom is not None)


def test_what_a_first_book_leaves_out_is_said() -> None:
    left = LeftOut(waiting=30, undated=2, refused=1, binned=3, older=1, placed_undated=5)
    assert left_in_words(left) == (
        "5 photos in it have no date. 31 photos wait in Not used yet. 2 of them have no date. "
        "One of them may not be shown to this reader yet. 3 photos are in the bin. "
        "One passage is written for an older reader."
    )
    assert left_in_words(LeftOut()) == ""


def test_a_photo_put_on_by_enter_stands_on_the_page_and_leaves_the_bin(
    robin: Table, qtbot: QtBot
) -> None:
    book = robin.at("photos")
    unused, many = book.bin.photo, book.bin.model.rowCount()
    assert book.block is not None
    before = len(book.block.slots["photos"])
    qtbot.keyClick(book.bin.list, Qt.Key.Key_Return)
    robin.settle()
    assert book.bin.model.rowCount() == many - 1
    assert unused in book.block.slots["photos"]
    assert len(book.block.slots["photos"]) == before + 1
    assert book.composed is not None
    assert unused in book.composed.pages, "it stands on a page"
    robin.desk.undo(book.messages)
    robin.settle()
    assert book.bin.model.rowCount() == many


def test_a_page_that_takes_no_photo_says_so_and_changes_nothing(robin: Table, qtbot: QtBot) -> None:
    book = robin.at("moves-path")
    before = robin.clerk.edition
    qtbot.keyClick(book.bin.list, Qt.Key.Key_Return)
    robin.settle()
    assert "no place for a photo" in book.messages.standing[0]
    assert robin.clerk.edition == before


def test_shuffle_lock_and_reject_are_seen_on_the_page(robin: Table, qtbot: QtBot) -> None:
    book = robin.at("photos")
    inspector = book.inspector_pane
    first = inspector.layouts.suggestions.taken
    boxes = [frame.box for frame in book.view._frames]
    press(qtbot, book, Qt.Key.Key_S)
    robin.settle()
    second = inspector.layouts.suggestions.taken
    assert second == inspector.layouts.suggestions.offered[1].name != first
    assert [frame.box for frame in book.view._frames] != boxes
    press(qtbot, book, Qt.Key.Key_K)
    robin.settle()
    assert inspector.layouts.lock.text() == "Unlock"
    press(qtbot, book, Qt.Key.Key_X)
    robin.settle()
    assert second not in [one.name for one in inspector.layouts.suggestions.offered]
    assert inspector.layouts.lock.text() == "Lock"


def test_a_caption_is_written_for_this_reader_alone(robin: Table, qtbot: QtBot) -> None:
    book = robin.at("photos")
    frame = book.view._frames[0]
    assert frame.photo is not None
    book.view.choose_photo(frame.photo.id)
    caption = book.inspector_pane.photo.caption
    caption.selectAll()
    qtbot.keyClicks(caption, "So cold")
    qtbot.keyClick(caption, Qt.Key.Key_Return)
    robin.settle()
    assert robin.desk.case is not None
    kept = robin.desk.case.records.find(Photo, frame.photo.id)
    assert kept is not None
    assert kept.captions[Band.FIRST_READER] == "So cold"
    assert {**kept.captions, Band.FIRST_READER: ""} == {
        **frame.photo.captions, Band.FIRST_READER: "",
    }  # fmt: skip


def test_what_a_letter_did_is_said_with_undo(robin: Table, qtbot: QtBot) -> None:
    book = robin.at("photos")
    before = robin.clerk.edition
    qtbot.keyClick(book.view, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: book.messages.standing == ("Another layout.",))
    robin.settle()
    assert robin.clerk.edition != before
    undo = next(one for one in book.messages.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    robin.settle()
    assert robin.clerk.edition == before


def test_words_typed_where_no_field_is_change_nothing(robin: Table, qtbot: QtBot) -> None:
    book = robin.at("photos")
    before, spread = robin.clerk.edition, book.spread
    for words in ("This is me.", "so is she", "12 kg"):
        qtbot.keyClicks(book.view, words)
        qtbot.wait(RUN + 50)
    robin.settle()
    assert robin.clerk.edition == before
    assert book.spread == spread
    assert not book.messages.standing


def test_a_page_that_was_filled_is_the_one_that_is_shown(robin: Table) -> None:
    book = robin.at("home-along-the-way")
    book.inspector_pane.page_chooser.chosen.emit("photos")
    robin.settle()
    chooser = book.inspector_pane.slots_chooser
    chooser.list.tick(chooser.model.index(0))
    robin.settle()
    chooser.close_button.click()
    assert robin.clerk.edition is not None
    new = next(
        one.id
        for one in blocks_of(robin.clerk.edition)
        if one.page_type == "photos" and len(one.slots["photos"]) == 1
    )
    assert book.block is not None
    assert book.block.id == new
    assert str(new) in [plan.block for plan in book.spread.plans] if book.spread else False


def test_a_new_page_is_turned_to_and_asks_for_what_it_needs(robin: Table) -> None:
    book = robin.at("home-along-the-way")
    pages = book.model.page_count
    book.add_page.click()
    book.inspector_pane.page_chooser.chosen.emit("home-along-the-way")
    robin.settle()
    assert book.desk.nothing.isVisible()
    chooser = book.inspector_pane.slots_chooser
    assert book.inspector_pane.currentWidget() is chooser
    chooser.list.tick(chooser.model.index(0))
    robin.settle()
    assert book.model.page_count > pages
    assert not book.desk.nothing.isVisible()


def test_the_name_reader_and_theme_of_an_edition_change_its_pages(
    robin: Table, qtbot: QtBot
) -> None:
    book, form = robin.book, robin.book.editions.form
    assert book.composed is not None
    before = [one.digest for one in book.composed.plans]
    book.editions.ask_change()
    form.name.selectAll()
    qtbot.keyClicks(form.name, "For my shelf")
    size, order = form.look.size, form.look.order
    for box, letter in ((form.band, "8"), (form.voice, "B"), (size, "A"), (order, "A")):
        qtbot.keyClick(box, letter)
        qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.mouseClick(form.theme.buttons["paper"], Qt.MouseButton.LeftButton)
    form.give.click()
    robin.settle()
    assert not form.isVisible()
    assert robin.clerk.edition is not None
    kept = robin.clerk.edition
    assert (kept.name, kept.band, kept.theme) == ("For-my-shelf", Band.READER, "paper")
    assert isinstance(kept.band, Band)
    assert kept.voice is Voice.NAME
    assert isinstance(kept.recipient, Recipient)
    assert book.editions.tabs.tabText(book.editions.tabs.currentIndex()) == "For my shelf"
    assert kept.size == "a5"
    assert order_of(kept) is Order.CHRONOLOGICAL
    assert book.editions.reader.toolTip() == "for a reader of 8–11, theme paper, A5"
    qtbot.waitUntil(lambda: book.composed is not None and book.composed.edition == kept)
    assert book.composed is not None
    assert [one.digest for one in book.composed.plans] != before
    assert {round(one.width) for one in book.composed.plans} == {420}
    assert not book.messages.standing
    robin.desk.undo(book.messages)
    robin.settle()
    assert [one.digest for one in book.composed.plans] == before, "one step takes all of it back"


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        ("Notes for grown-ups", "notes-for-grown-ups", "For the grown-ups"),
        ("Later-life letter", "later-life-letter", "Dear Wren"),
    ],
)
def test_notes_and_letter_are_editions_of_their_own_beside_the_childs_book(
    table: Table, words: str, name: str, told: str
) -> None:
    table.lay(add_child(table.desk.store, "Wren"))
    table.book.first.click()
    table.settle()
    menu = table.book.editions.add.menu()
    next(one for one in menu.actions() if one.text() == words).trigger()
    table.settle()
    made = table.clerk.edition
    assert made is not None
    assert (made.name, made.band, table.book.editions.tabs.count()) == (name, Band.ADULT, 2)
    assert table.book.spread is not None
    (page,) = table.book.spread.plans
    assert told in " ".join(one.text for one in page.words())
    answers = table.book.messages.findChildren(QPushButton)
    [one for one in answers if one.text() == "Undo"][-1].click()
    table.settle()
    assert table.book.editions.tabs.count() == 1


def test_a_deleted_edition_comes_back_with_undo(robin: Table) -> None:
    tabs = robin.book.editions.tabs
    many, edition = tabs.count(), robin.clerk.edition
    assert edition is not None
    robin.book.asked.emit(wishes.DeleteEdition(edition.id))
    robin.settle()
    assert tabs.count() == many - 1
    assert "deleted" in robin.book.messages.standing[0]
    robin.desk.undo(robin.book.messages)
    robin.settle()
    assert tabs.count() == many


def test_locking_leaves_nothing_of_the_book_on_the_screen(robin: Table, qtbot: QtBot) -> None:
    robin.at("photos")
    robin.desk.lock()
    qtbot.waitUntil(lambda: not robin.desk.is_closing, timeout=30_000)
    assert not robin.book.model.spreads
    assert not robin.book.bin.model.rowCount()
    assert not robin.book.view.pages


def test_one_is_led_to_the_very_page_of_another_edition(robin: Table) -> None:
    assert robin.book.composed is not None
    assert robin.desk.found is not None
    first = robin.book.composed.edition
    other = next(one for one in editions(robin.desk.found) if one.id != first.id)
    for edition, number in ((other, 10), (other, 7), (first, 5)):
        robin.clerk.aim_at(PageAim(edition.id, number))
        robin.settle()
        assert robin.book.composed.edition.id == edition.id
        spread = robin.book.spread
        assert spread is not None
        assert spread.plans[robin.book.view.page].number == number


def test_a_permission_taken_back_is_seen_beside_the_page_and_leads_to_the_photo(
    robin: Table, qtbot: QtBot
) -> None:
    found = robin.desk.found
    assert found is not None
    records = found.case.records
    marked = {one.person for photo in records.of(Photo) for one in photo.people if one.region}
    given = next(one for one in records.of(Permission) if one.person in marked and one.given)
    forget_permission(found.case, given.id)
    robin.settle()
    assert robin.book.composed is not None
    seen = next(one for one in robin.book.composed.findings if one.check == NO_CONSENT)
    assert seen.block is not None
    robin.book.go_to(frozenset({seen.block}))
    notes = robin.book.inspector_pane.notes
    (first, *_) = (one for one in notes.findChildren(QPushButton) if one.text() == "Who is in it")
    with qtbot.waitSignal(robin.clerk.go) as gone:
        first.click()
    assert gone.args == ["photos", seen.record]


def test_the_guides_follow_the_product_chosen_in_hand_over(robin: Table) -> None:
    hand_over = HandOver()
    HandOverClerk(robin.desk, hand_over)
    box = robin.book.guides.boxes[Guide.BINDING]
    assert "Ring binder" not in box.toolTip()
    hand_over.products.product.choose("ring-binder")
    assert "Ring binder" in box.toolTip()


def test_a_page_brought_in_from_another_edition_is_turned_to_and_taken_back(robin: Table) -> None:
    book = robin.book
    assert book.composed is not None
    missing = next(one for one in book.composed.apart if one.sort is Sort.PAGE)
    pages = book.model.page_count
    book.asked.emit(wishes.BringPage(missing.other, missing.what, missing.beside))
    robin.settle()
    assert book.composed is not None
    assert missing.what not in {one.what for one in book.composed.apart}
    assert book.model.page_count >= pages
    robin.desk.undo(book.messages)
    robin.settle()
    assert missing in book.composed.apart


def test_what_is_found_is_gone_to_and_mended_with_undo(robin: Table) -> None:
    edition, case = robin.clerk.edition, robin.desk.case
    assert edition is not None
    assert case is not None
    add_page(case, edition.id, "photos")
    robin.settle()
    robin.book.pages_pane.found.click()
    pane = robin.book.inspector_pane.findings
    (empty,) = [one for one in pane.model.findings if one.check == "slots"]
    count = robin.book.model.page_count
    pane.list.setCurrentIndex(pane.model.index(pane.model.row_of(empty)))
    robin.book.go_to_finding(empty)
    robin.settle()
    assert robin.book.inspector_pane.heading.text() == f"Page {empty.page}"
    robin.book.inspector_pane.show_findings()
    pane.fix.click()
    robin.settle()
    assert robin.book.model.page_count < count
    assert not [one for one in pane.model.findings if one.check == "slots"]
    robin.desk.undo(robin.book.messages)
    robin.settle()
    assert robin.book.model.page_count == count
    assert [one for one in pane.model.findings if one.check == "slots"]
