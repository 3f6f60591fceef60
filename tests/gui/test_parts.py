"""The small parts: who hears an undo key, what wraps, what is shortened."""

# mypy: allow-untyped-calls
from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lifestory.gui import look
from lifestory.gui.widgets import parts


def takes_undo(field: QWidget) -> bool:
    """Whether a field keeps Ctrl+Z for itself rather than leave it to the window."""
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [parts.Field, parts.TextField])
def test_a_fields_own_undo_comes_first_and_only_then_the_windows(
    qtbot: QtBot, kind: type[parts.Field] | type[parts.TextField]
) -> None:
    field = kind("Words")
    qtbot.addWidget(field)
    field.show()
    assert not takes_undo(field)
    qtbot.keyClicks(field, "typed")
    assert takes_undo(field)


def test_enter_presses_the_button_one_is_on_as_space_does(qtbot: QtBot) -> None:
    button = parts.button("Make a first book")
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_long_sentence_is_never_cut_off(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column, row = QVBoxLayout(outer), QHBoxLayout()
    sentence = parts.label("Look around in the story of a child. " * 4, wrap=True)
    row.addWidget(sentence)
    column.addLayout(row)
    column.addStretch(1)
    outer.setFixedWidth(200)
    outer.show()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


def test_a_sentence_takes_no_more_room_than_it_needs_once_the_text_is_small_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    sentence = parts.label("Look around in the story of a child. " * 4, wrap=True)
    column.addWidget(sentence)
    column.addStretch(1)
    outer.setFixedWidth(300)
    outer.show()
    before = sentence.height()
    for percent in (200, 100):
        look.set_text_percent(qapp, percent)
        QApplication.processEvents()
    assert sentence.height() == before


def test_a_name_of_three_hundred_letters_leaves_room_for_the_rest(qtbot: QtBot) -> None:
    name = parts.Elided("title")
    qtbot.addWidget(name)
    name.setText("Wren" * 75)
    outer = QWidget()
    qtbot.addWidget(outer)
    row = QHBoxLayout(outer)
    row.addWidget(name, 1)
    row.addWidget(parts.button("Lock"))
    outer.resize(400, 60)
    outer.show()
    assert outer.width() == 400


def test_a_choice_says_which_was_chosen(qtbot: QtBot) -> None:
    choice = parts.Choice("Age band", ("0–4", "5–7", "8–11"))
    qtbot.addWidget(choice)
    choice.show()
    with qtbot.waitSignal(choice.chosen) as said:
        choice._group.button(2).click()
    assert said.args == [2]
    assert choice.index == 2
