"""The board, alone with real cards."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import ChildCard, add_child
from lifestory.app.open_case import open_case
from lifestory.app.open_store import create_store
from lifestory.domain.dates import Age, HonestDate
from lifestory.domain.people import Child, Person, Stage
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.models import head_words
from lifestory.gui.models.board import STAGES, Column, column_of, so_far
from lifestory.gui.places.children import Children
from lifestory.gui.widgets.card import more_box
from lifestory.gui.widgets.head import Head

TODAY = date(2026, 11, 19)
DUE = "due Fri 27 Nov, "
CHANGE = "Change name or birthday"


def card(name: str, left: int | None, findings: int | None = None) -> ChildCard:
    return ChildCard(
        child=uuid4(),
        case=uuid4(),
        reference=name.lower(),
        name=name,
        stage=Stage.CHECK,
        due=date(2026, 11, 27) if left is not None else None,
        due_for="final book and letter" if left is not None else "",
        working_days_left=left,
        open_findings=findings,
        age=Age(89),
        home="Priya and Tom",
        portrait=None,
    )


AMIR, ROBIN, ZOFIA, NOOR = (
    card("Amir", -3),
    card("Robin", 6, 7),
    card("Zofia", 21),
    card("Noor", None),
)


@pytest.fixture
def board(qtbot: QtBot) -> Children:
    made = Children()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.show_cards((AMIR, ROBIN, ZOFIA, NOOR))
    return made


def test_a_card_stands_where_its_days_put_it(board: Children) -> None:
    shown = {
        column: [
            column_view.cards.model().index(row, 0).data()
            for row in range(column_view.cards.model().rowCount())
        ]
        for column, column_view in board.columns.items()
    }
    assert shown == {
        Column.OVERDUE: ["Amir"],
        Column.SOON: ["Robin"],
        Column.LATER: ["Zofia"],
        Column.NO_DATE: ["Noor"],
    }


@pytest.mark.parametrize(
    ("left", "column"),
    [(-1, Column.OVERDUE), (0, Column.SOON), (10, Column.SOON), (11, Column.LATER)],
)
def test_the_tenth_working_day_is_still_soon(left: int, column: Column) -> None:
    assert column_of(card("Robin", left)) is column


def test_a_card_says_aloud_what_sight_says(board: Children) -> None:
    aloud = board.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == (
        "Robin, 7, Priya and Tom, Final book and letter, due Fri 27 Nov, "
        "6 working days left, stage Check, 7 findings"
    )


def test_enter_opens_the_child(board: Children, qtbot: QtBot) -> None:
    view = board.columns[Column.SOON].cards
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(board.opened) as said:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.args == [ROBIN.child]


def test_a_click_opens_the_child(board: Children, qtbot: QtBot) -> None:
    view = board.columns[Column.OVERDUE].cards
    middle = view.visualRect(view.model().index(0, 0)).center()
    with qtbot.waitSignal(board.opened) as said:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert said.args == [AMIR.child]


def test_arrows_cross_the_columns_over_empty_ones(board: Children, qtbot: QtBot) -> None:
    board.show_cards((AMIR, NOOR))
    view = board.columns[Column.OVERDUE].cards
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert board.columns[Column.NO_DATE].cards.currentIndex().data() == "Noor"


def test_an_empty_board_asks_for_the_first_child(board: Children, qtbot: QtBot) -> None:
    board.show_cards(())
    assert board.first.isVisible()
    qtbot.mouseClick(board.first, Qt.MouseButton.LeftButton)
    assert board.newcomer.isVisible()
    qtbot.keyClicks(board.newcomer.name, "Robin")
    qtbot.keyClicks(board.newcomer.born.field, "12 May 2019")
    with qtbot.waitSignal(board.added) as said:
        qtbot.mouseClick(board.newcomer.add, Qt.MouseButton.LeftButton)
    assert said.args == ["Robin", HonestDate.parse("12 May 2019")]


def test_two_clicks_add_one_child(board: Children, qtbot: QtBot) -> None:
    board.ask_who()
    qtbot.keyClicks(board.newcomer.name, "Robin")
    said = []
    board.added.connect(lambda *_: said.append(True))
    board.newcomer.add.click()
    board.newcomer.add.click()
    assert len(said) == 1


def test_a_day_of_birth_that_cannot_be_adds_nobody(board: Children, qtbot: QtBot) -> None:
    board.ask_who()
    qtbot.keyClicks(board.newcomer.name, "Robin")
    qtbot.keyClicks(board.newcomer.born.field, "31 June 2019")
    with qtbot.assertNotEmitted(board.added):
        board.newcomer.add.click()
    assert board.newcomer.name.text() == "Robin"


def test_an_archive_needs_its_file_and_its_passphrase(board: Children, qtbot: QtBot) -> None:
    board.ask_which_archive()
    qtbot.keyClicks(board.parcel.file, "parcel.tar")
    assert not board.parcel.open.isEnabled()
    qtbot.keyClicks(board.parcel.passphrase, "told by telephone")
    with qtbot.waitSignal(board.archive_given) as said:
        board.parcel.open.click()
    assert [str(one) for one in said.args] == ["parcel.tar", "told by telephone"]
    assert board.parcel.passphrase.text() == ""


def test_the_models_keep_qts_rules(board: Children, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(board.model)
    for column in board.columns.values():
        qtmodeltester.check(column.cards.model())


def names(board: Children) -> set[str]:
    """Who can be seen on the board."""
    lists = (column.cards.model() for column in board.columns.values())
    return {one.index(row, 0).data() for one in lists for row in range(one.rowCount())}


SKYE = replace(card("Skye", 9), stage=Stage.HANDED_OVER)
ELLIS = replace(card("Ellis", None), archived=True)


def test_the_three_piles_are_counted_and_shown_apart(board: Children) -> None:
    board.show_cards((AMIR, ROBIN, SKYE, ELLIS))
    words = [board.which._group.button(at).text() for at in range(3)]
    assert words == ["Open 2", "Handed over 1", "Archived 1"]
    assert names(board) == {"Amir", "Robin"}
    board.which._group.button(1).click()
    assert names(board) == {"Skye"}
    board.which._group.button(2).click()
    assert names(board) == {"Ellis"}


def test_a_child_is_found_by_name_and_by_stage(board: Children, qtbot: QtBot) -> None:
    board.show_cards((replace(AMIR, stage=Stage.STORY), ROBIN, replace(ZOFIA, name="Żofia")))
    qtbot.keyClicks(board.by_name, "zof")
    assert names(board) == {"Żofia"}
    board.by_name.clear()
    board.stage.setCurrentIndex(board.stage.findData(Stage.STORY))
    assert names(board) == {"Amir"}


def test_what_is_due_is_set_from_the_keyboard(board: Children, qtbot: QtBot) -> None:
    view = board.columns[Column.NO_DATE].cards
    view.take_keyboard()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert board.due.isVisible()
    qtbot.keyClicks(board.due.what, "final book")
    qtbot.keyClicks(board.due.day.field, "27 November 2026")
    board.due.stage.setCurrentIndex(board.due.stage.findData(Stage.STORY))
    with qtbot.waitSignal(board.due_given) as said:
        qtbot.keyClick(board.due.day.field, Qt.Key.Key_Return)
    assert said.args == [NOOR, date(2026, 11, 27), "final book", Stage.STORY]
    assert not board.due.isVisible()


@pytest.mark.parametrize("typed", ["November 2026", "about 3 May 2027", "aged 9", "31 June 2027"])
def test_a_deadline_needs_a_day(board: Children, qtbot: QtBot, typed: str) -> None:
    board.ask_what_is_due(NOOR)
    qtbot.keyClicks(board.due.day.field, typed)
    with qtbot.assertNotEmitted(board.due_given):
        board.due.keep.click()
    assert board.due.isVisible()
    assert board.due.day.field.text() == typed


def test_a_date_is_taken_away_by_leaving_it_empty(board: Children, qtbot: QtBot) -> None:
    board.ask_what_is_due(ROBIN)
    board.due.day.field.selectAll()
    qtbot.keyClick(board.due.day.field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(board.due_given) as said:
        board.due.keep.click()
    assert said.args[1] is None


def test_the_menu_of_a_card_archives_and_brings_back(board: Children, qtbot: QtBot) -> None:
    view = board.columns[Column.SOON].cards
    for one, goes in ((ROBIN, True), (replace(ROBIN, archived=True), False)):
        menu = view.menu(one)
        with qtbot.waitSignal(board.put_away) as said:
            next(act for act in menu.actions() if "rchive" in act.text()).trigger()
        assert said.args == [one, goes]


def test_the_three_dots_of_a_card_open_its_menu_and_not_the_child(
    board: Children, qtbot: QtBot
) -> None:
    view = board.columns[Column.OVERDUE].cards
    at = more_box(view.visualRect(view.model().index(0, 0))).center()
    with qtbot.assertNotEmitted(board.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = view.findChild(QMenu)
    assert menu is not None
    menu.close()


def test_a_narrow_board_stands_two_by_two(board: Children) -> None:
    board.resize(700, 650)
    QApplication.processEvents()
    tops = {column.mapTo(board, QPoint(0, 0)).y() for column in board.columns.values()}
    assert len(tops) == 2


def test_a_card_of_three_hundred_letters_is_painted_inside_its_frame(
    board: Children, qtbot: QtBot
) -> None:
    board.show_cards((replace(AMIR, name="Wrenn" * 60, due_for="something " * 40),))
    assert board.grab().width() == board.width()


def test_a_portrait_is_asked_for_once_and_only_when_its_card_is_seen(
    board: Children, qtbot: QtBot
) -> None:
    asked: list[str] = []
    board.model.portrait_wanted.connect(lambda one: asked.append(one.name))
    many = [replace(card(f"C{number}", 3), portrait=uuid4()) for number in range(60)]
    board.show_cards(many)
    board.grab()
    board.grab()
    assert 0 < len(asked) == len(set(asked)) < 20


def carry(board: Children, *files: Path) -> None:
    """Carry files over the board and let them go."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(board, QDragEnterEvent(QPoint(9, 9), copy, carried, left, none))
    QApplication.sendEvent(board, QDropEvent(QPointF(9, 9), copy, carried, left, none))


def test_photos_let_go_on_the_board_are_told_where_they_go(board: Children, tmp_path: Path) -> None:
    carry(board, tmp_path)
    board.show_cards(())
    carry(board, tmp_path)
    assert board.messages.standing == (
        "Nothing has been brought in: photos go to the child they belong to. "
        "Add the first child here; then let them go on Photos.",
        "Nothing has been brought in: photos go to the child they belong to. "
        "Open the child's card, then let them go on Photos.",
    )


def test_an_archive_let_go_on_the_board_needs_only_its_passphrase(
    board: Children, tmp_path: Path
) -> None:
    carry(board, tmp_path / "parcel.tar")
    assert Path(board.parcel.file.text()) == tmp_path / "parcel.tar"
    assert board.parcel.isVisible()


def test_the_button_that_is_due_is_the_only_blue_one(board: Children, qtbot: QtBot) -> None:
    board.ask_who()
    qtbot.keyClicks(board.newcomer.name, "Wren")
    assert [board.new_child.property("kind"), board.first.property("kind")] == ["", ""]
    qtbot.keyClick(board.newcomer.name, Qt.Key.Key_Escape)
    assert not board.newcomer.isVisible()
    assert board.newcomer.name.text() == ""
    assert board.new_child.property("kind") == "primary"


def test_what_is_being_typed_stays_when_the_caseload_is_read_again(
    board: Children, qtbot: QtBot
) -> None:
    board.ask_who()
    qtbot.keyClicks(board.newcomer.name, "Wre")
    board.show_cards((AMIR, ROBIN))
    assert board.newcomer.isVisible()
    assert board.newcomer.name.text() == "Wre"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, (f"7 years old · Final book and letter, {DUE}", "6 working days left", "look")),
        ({"due_for": ""}, (f"Book at 7, first reader · {DUE}", "6 working days left", "look")),
        (
            {"due_for": "", "working_days_left": -1, "age": Age(113)},
            ("Book at 9, reader · due Fri 27 Nov, ", "1 working day late", "stop"),
        ),
        (
            {"working_days_left": 40, "age": None, "due_for": ""},
            ("Book · due Fri 27 Nov, ", "40 working days left", "quiet"),
        ),
        (
            {"working_days_left": 0},
            (f"7 years old · Final book and letter, {DUE}", "that is today", "look"),
        ),
        (
            {"due": None, "working_days_left": None, "due_for": ""},
            ("7 years old · no due date yet", "", "quiet"),
        ),
        (
            {"due": None, "working_days_left": None, "due_for": "ceremony", "age": Age(7)},
            ("7 months old · Ceremony, no due date yet", "", "quiet"),
        ),
    ],
)
def test_the_head_says_how_old_the_child_is_and_what_falls_due(
    change: dict[str, Any], line: tuple[str, str, str]
) -> None:
    assert head_words.of_child(replace(ROBIN, **change)) == line


def test_the_head_of_the_board_counts_what_is_late_apart(qtbot: QtBot) -> None:
    line = head_words.of_board((AMIR, ROBIN, replace(AMIR, stage=Stage.HANDED_OVER)), TODAY)
    assert line == ("Thu 19 Nov 2026 · 2 open stories, ", "1 overdue", "stop")
    assert head_words.of_board((ROBIN,), TODAY).words == "Thu 19 Nov 2026 · one open story"
    head = Head()
    qtbot.addWidget(head)
    head.show_whose("All my children", line)
    assert (head.end.text(), head.end.property("tone")) == ("1 overdue", "stop")
    head.show_whose("All my children", head_words.of_board((), TODAY))
    assert head.end.isHidden()


@pytest.mark.parametrize(
    ("there", "step", "words"),
    [
        ({}, "Add photos", "none yet"),
        ({"photos": 18}, "Put in what is known", "none yet"),
        ({"photos": 18, "facts": 8}, "Write the story", "nothing written yet"),
        ({"photos": 18, "facts": 8, "passages": 1}, "Check the book", ""),
        ({"photos": 18, "facts": 8, "books": 1}, "Check the book", ""),
        ({"stage": Stage.HAND_OVER, "photos": 18}, "Hand the book over", ""),
    ],
)
def test_the_next_step_follows_what_is_there(there: dict[str, Any], step: str, words: str) -> None:
    nothing = replace(ROBIN, stage=Stage.PHOTOS, photos=0, facts=0, passages=0, books=0)
    card = replace(nothing, **there)
    assert STAGES[card.next_stage][1] == step
    assert so_far(card) == words


def test_on_an_empty_board_enter_adds_the_first_child(board: Children, qtbot: QtBot) -> None:
    board.show_cards(())
    board.take_keyboard()
    qtbot.keyClick(board.first, Qt.Key.Key_Return)
    assert board.newcomer.isVisible()


@pytest.fixture
def desk(board: Children, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A new store laid on a desk, the board's clerk beside it."""
    create_store(tmp_path / "store", "four words of mine", work_factor=10)[0].close()
    made = Desk(Jobs())
    ChildrenClerk(made, board)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.open(tmp_path / "store", "four words of mine")
    yield made
    made.close_now()


def test_the_line_is_ready_for_the_next_child_once_one_is_added(
    board: Children, desk: Desk, qtbot: QtBot
) -> None:
    board.ask_who()
    qtbot.keyClicks(board.newcomer.name, "Wren")
    with qtbot.waitSignal(desk.chosen):
        board.newcomer.add.click()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    board.ask_who()
    assert board.newcomer.name.text() == ""


def test_a_child_that_could_not_be_added_is_asked_for_again_with_what_was_typed(
    board: Children, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    board.ask_who()
    qtbot.keyClicks(board.newcomer.name, "Wren")
    desk.store.vault.close()  # as when the drive has gone with everything on it
    (tmp_path / "store").rename(tmp_path / "elsewhere")
    board.newcomer.add.click()
    qtbot.waitUntil(lambda: bool(board.messages.standing) and board.newcomer.isVisible())
    assert board.newcomer.name.text() == "Wren"


@pytest.fixture
def wren(board: Children, desk: Desk, qtbot: QtBot) -> Children:
    """The board with one child on it, whose name was mistyped."""
    add_child(desk.store, "Wern", HonestDate.parse("14 March 2017"))
    desk.opened.emit()
    qtbot.waitUntil(lambda: [one.name for one in board.model.cards] == ["Wern"])
    board.messages.clear()
    return board


def answer(board: Children, words: str) -> QPushButton:
    """The button of the newest message with these words."""
    buttons = board.messages.findChildren(QPushButton)
    return next(one for one in reversed(buttons) if one.text() == words)


def test_a_childs_name_and_birthday_are_corrected_from_the_card_and_undone(
    wren: Children, desk: Desk, qtbot: QtBot
) -> None:
    (was,) = wren.model.cards
    view = wren.columns[Column.NO_DATE].cards
    next(one for one in view.menu(was).actions() if one.text() == CHANGE).trigger()
    line = wren.newcomer
    assert (line.name.text(), line.born.field.text()) == ("Wern", "14 March 2017")
    line.name.selectAll()
    qtbot.keyClicks(line.name, "Wren")
    line.born.field.selectAll()
    qtbot.keyClicks(line.born.field, "15 March 2017")
    qtbot.keyClick(line.born.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in wren.model.cards] == ["Wren"])
    case = open_case(desk.store, was.case)
    (child,), (person,) = case.records.of(Child), case.records.of(Person)
    assert (child.born, person.born) == (HonestDate.parse("15 March 2017"),) * 2
    assert not line.isVisible()

    answer(wren, "Undo").click()
    qtbot.waitUntil(lambda: [one.name for one in wren.model.cards] == ["Wern"])
    assert case.records.of(Child)[0].born == HonestDate.parse("14 March 2017")
    assert wren.messages.standing == ()


def test_the_line_for_a_new_child_is_empty_after_a_correction_was_left(
    board: Children, qtbot: QtBot
) -> None:
    board.ask_what_is_right(ROBIN)
    board.ask_who()
    assert board.newcomer.name.text() == ""
    qtbot.keyClicks(board.newcomer.name, "Wren")
    with qtbot.waitSignal(board.added), qtbot.assertNotEmitted(board.corrected):
        board.newcomer.add.click()


def test_what_is_due_is_taken_back_where_it_was_set(
    wren: Children, desk: Desk, qtbot: QtBot
) -> None:
    (was,) = wren.model.cards
    wren.ask_what_is_due(was)
    qtbot.keyClicks(wren.due.day.field, "27 November 2030")
    qtbot.keyClick(wren.due.day.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wren.model.cards[0].due == date(2030, 11, 27))
    answer(wren, "Undo").click()
    qtbot.waitUntil(lambda: wren.model.cards[0].due is None)
