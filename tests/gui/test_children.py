"""The board, alone with real cards."""

# mypy: allow-untyped-calls
from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import ChildCard
from lifestory.domain.dates import Age, HonestDate
from lifestory.domain.people import Stage
from lifestory.gui.models.board import Column, column_of
from lifestory.gui.places.children import Children


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
            column_view.view.model().index(row, 0).data()
            for row in range(column_view.view.model().rowCount())
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
    view = board.columns[Column.SOON].view
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(board.opened) as said:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.args == [ROBIN.child]


def test_a_click_opens_the_child(board: Children, qtbot: QtBot) -> None:
    view = board.columns[Column.OVERDUE].view
    middle = view.visualRect(view.model().index(0, 0)).center()
    with qtbot.waitSignal(board.opened) as said:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert said.args == [AMIR.child]


def test_arrows_cross_the_columns_over_empty_ones(board: Children, qtbot: QtBot) -> None:
    board.show_cards((AMIR, NOOR))
    view = board.columns[Column.OVERDUE].view
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert board.columns[Column.NO_DATE].view.currentIndex().data() == "Noor"


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
        qtmodeltester.check(column.view.model())
