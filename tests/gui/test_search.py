"""The search: what is found, how it is chosen with keys alone, and where it leads."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import add_child
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.clerks.search import Aim
from lifestory.gui.models.offers import Offer, OfferModel
from lifestory.gui.models.shown import Show
from lifestory.gui.places.book import Book
from lifestory.gui.places.help import Help
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.widgets.search import Search
from lifestory.gui.window import Window

Kept = tuple[Path, str]

GRAN = Offer("People", "users", "Gran", "birth grandmother", "gran")
BEACH = Offer("Photos", "images", "At the beach with Gran", "June 2021", "beach")
STEPS = Offer("Milestones", "chart-gantt", "Gran saw my first steps", "", "steps")


@pytest.fixture
def search(qtbot: QtBot) -> Iterator[Search]:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    box = Search()
    column.addWidget(box)
    column.addStretch(1)
    column.addWidget(QWidget())
    outer.resize(900, 600)
    box.asked.connect(lambda typed: box.show_offers((GRAN, BEACH, STEPS) if typed else ()))
    outer.show()
    outer.activateWindow()
    qtbot.waitUntil(outer.isActiveWindow)
    box.setFocus()
    yield box
    box.forget()


def test_finds_stand_in_groups_and_the_first_is_ready(search: Search, qtbot: QtBot) -> None:
    assert not search.list.isVisible()
    qtbot.keyClicks(search, "gran")
    model = search.list.model_of_offers
    shown = [model.index(row).data() for row in range(model.rowCount())]
    assert shown == [
        "People", "Gran", "Photos", "At the beach with Gran", "Milestones",
        "Gran saw my first steps",
    ]  # fmt: skip
    assert search.list.offer == GRAN
    assert search.list.isVisible()


def test_arrows_step_over_headings_and_enter_goes_there(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "gran")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert search.list.offer == BEACH
    qtbot.keyClick(search, Qt.Key.Key_Up)
    qtbot.keyClick(search, Qt.Key.Key_Up)
    assert search.list.offer == STEPS
    with qtbot.waitSignal(search.chosen) as said:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert said.args == ["steps"]
    assert search.text() == ""
    assert not search.list.isVisible()


def test_a_click_chooses_too(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "gran")
    row = search.list.visualRect(search.list.model_of_offers.index(3)).center()
    with qtbot.waitSignal(search.chosen) as said:
        qtbot.mouseClick(search.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert said.args == ["beach"]


def test_a_click_on_a_heading_chooses_nothing(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "gran")
    row = search.list.visualRect(search.list.model_of_offers.index(2)).center()
    with qtbot.assertNotEmitted(search.chosen):
        qtbot.mouseClick(search.list.viewport(), Qt.MouseButton.LeftButton, pos=row)


def test_escape_closes_it_and_goes_back_to_the_work(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "gran")
    with qtbot.waitSignal(search.left):
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not search.list.isVisible()
    assert search.text() == ""


def test_nothing_found_is_said_and_enter_does_nothing(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "zz")
    search.show_offers(())
    assert search.list.model_of_offers.index(0).data() == "Nothing here has these words."
    with qtbot.assertNotEmitted(search.chosen):
        qtbot.keyClick(search, Qt.Key.Key_Return)


def test_the_list_stays_inside_the_window(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "gran")
    search.show_offers(
        tuple(Offer("People", "users", "Wren" * 75, "hint " * 40, n) for n in range(60))
    )
    assert search.window().rect().contains(search.list.geometry())
    search.list.grab()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = OfferModel()
    qtmodeltester.check(model)
    model.show((GRAN, BEACH, STEPS))
    qtmodeltester.check(model)


def test_what_is_on_the_desk_is_found_and_gone_to(
    window: Window,
    sample_store: Kept,
    enter: Callable[[Window, Kept], None],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> None:
    enter(window, sample_store)
    window.clerk(ChildrenClerk).open_child(window.clerk(ChildrenClerk).cards[0].child)
    qtbot.waitUntil(lambda: window.desk.found is not None)
    settled(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.act("search")
    search = window.head.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "gran")
    qtbot.waitUntil(
        lambda: any(one.group == "People" for one in search.list.model_of_offers.offers)
    )
    groups = {one.group for one in search.list.model_of_offers.offers}
    assert {"People", "Photos", "Story"} <= groups
    search.selectAll()
    qtbot.keyClicks(search, "first steps")
    qtbot.waitUntil(lambda: bool(search.found()))
    offer = next(one for one in search.list.model_of_offers.offers if one.group == "Milestones")
    assert isinstance(offer.what, Aim)
    while search.list.offer != offer:
        qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert isinstance(window.place, Timeline)
    settled(window)
    window.act("lock")
    assert search.found() == ()
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)


def test_on_the_board_only_children_and_what_serves_there_are_found(
    window: Window,
    sample_store: Kept,
    enter: Callable[[Window, Kept], None],
    qtbot: QtBot,
) -> None:
    enter(window, sample_store)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.act("search")
    qtbot.keyClicks(window.head.search, "o")
    groups = {one.group for one in window.head.search.list.model_of_offers.offers}
    assert "People" not in groups
    assert "Children" in groups
    assert "Photos" not in window.head.search.found()


def test_a_child_of_another_case_is_found_by_name_and_opened(
    window: Window,
    sample_store: Kept,
    enter: Callable[[Window, Kept], None],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> None:
    enter(window, sample_store)
    board = window.clerk(ChildrenClerk)
    store = window.desk.store
    window.desk.write(window.place.messages, lambda: add_child(store, "Zofia"))
    settled(window)
    board.touch()
    settled(window)
    robin = next(one for one in board.cards if one.name == "Robin")
    board.open_child(robin.child)
    qtbot.waitUntil(lambda: window.desk.found is not None)
    settled(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.act("search")
    search = window.head.search
    qtbot.keyClicks(search, "zof")
    assert search.found()[:1] == ("Zofia",)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    zofia = next(one.child for one in board.cards if one.name == "Zofia")
    qtbot.waitUntil(lambda: window.desk.found is not None and window.desk.found.id == zofia)
    settled(window)
    assert window.head.whose.text() == "Zofia's story"


def test_which_photos_are_shown_is_found_by_words(
    window: Window,
    sample_store: Kept,
    enter: Callable[[Window, Kept], None],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> None:
    enter(window, sample_store)
    board = window.clerk(ChildrenClerk)
    board.open_child(next(one.child for one in board.cards if one.name == "Robin"))
    qtbot.waitUntil(lambda: window.desk.found is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for typed, words, show in (
        ("unused", "Unused photos", Show.UNUSED),
        ("no perm", "Photos with someone without permission", Show.NO_PERMISSION),
        ("low resolution", "Photos of low resolution", Show.LOW),
    ):
        window.act("search")
        qtbot.keyClicks(window.head.search, typed)
        settled(window)
        assert window.head.search.found() == (words,)
        qtbot.keyClick(window.head.search, Qt.Key.Key_Return)
        place = window.place
        assert isinstance(place, Photos)
        assert place.filters.show is show
    assert isinstance(place, Photos)
    segment = place.filters.show_only.findChildren(QToolButton)[Show.LOW]
    assert segment.isVisible(), "what is shown stands in the bar"
    place.filters.choose(Show.ALL)
    assert not segment.isVisible(), "and is gone with it"


def test_the_later_life_letter_is_found_and_gone_to(
    window: Window,
    sample_store: Kept,
    enter: Callable[[Window, Kept], None],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> None:
    enter(window, sample_store)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    search = window.head.search
    window.act("search")
    qtbot.keyClicks(search, "later-life")
    assert "Later-life letter" not in search.found(), "it is one child's"
    board = window.clerk(ChildrenClerk)
    board.open_child(next(one.child for one in board.cards if one.name == "Robin"))
    qtbot.waitUntil(lambda: window.desk.found is not None)
    settled(window)
    window.act("search")
    search.selectAll()
    qtbot.keyClicks(search, "later-life")
    settled(window)
    offer = next(one for one in search.list.model_of_offers.offers if one.group == "Commands")
    assert offer.words == "Later-life letter"
    while search.list.offer != offer:
        qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settled(window)
    place = window.place
    assert isinstance(place, Book)
    assert place.edition is not None
    assert place.edition.name == "later-life-letter"


def test_what_the_window_can_do_is_found_with_its_key(
    window: Window, sample_store: Kept, enter: Callable[[Window, Kept], None], qtbot: QtBot
) -> None:
    enter(window, sample_store)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.act("search")
    for typed, words, keys in (("lock", "Lock", "Ctrl+L"), ("help", "Help", "F1")):
        window.head.search.selectAll()
        qtbot.keyClicks(window.head.search, typed)
        offers = window.head.search.list.model_of_offers.offers
        assert (words, keys) in [(one.words, one.hint) for one in offers]
    qtbot.keyClick(window.head.search, Qt.Key.Key_Return)
    assert isinstance(window.place, Help)
