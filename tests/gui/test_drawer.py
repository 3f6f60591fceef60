"""A pane that becomes a drawer where text is large."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lifestory.gui import look
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.drawer import Drawer
from lifestory.gui.widgets.place import Place


class WithDrawer(Place):
    """A place with a field in its inspector."""

    def __init__(self) -> None:
        super().__init__("Somewhere")
        self.field = parts.Field("Caption")
        self.inspector().addWidget(self.field)
        self.drawer = Drawer(self.panes, self.pane(1), 304, 560, "Details")
        self.bar.addWidget(self.drawer.handle)


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication) -> Iterator[WithDrawer]:
    made = WithDrawer()
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    yield made
    look.set_text_percent(qapp, 100)


@pytest.fixture
def large(place: WithDrawer, qapp: QApplication) -> WithDrawer:
    look.set_text_percent(qapp, 200)
    qapp.processEvents()
    return place


def test_with_room_the_pane_stands_beside_the_work(place: WithDrawer) -> None:
    assert place.field.isVisible()
    assert not place.drawer.handle.isVisible()


def test_large_text_puts_it_away_behind_a_button(large: WithDrawer, qtbot: QtBot) -> None:
    assert not large.field.isVisible()
    with qtbot.waitSignal(large.drawer.opened):
        large.drawer.handle.click()
    assert large.field.isVisible()
    assert large.pane(1).width() >= look.larger(304)
    large.drawer.handle.click()
    assert not large.field.isVisible()


def test_escape_puts_it_away_and_the_keyboard_goes_to_its_button(
    large: WithDrawer, qtbot: QtBot
) -> None:
    large.activateWindow()
    qtbot.waitUntil(large.isActiveWindow)
    large.drawer.open()
    large.field.setFocus()
    qtbot.keyClick(large.field, Qt.Key.Key_Escape)
    assert not large.field.isVisible()
    assert large.drawer.handle.hasFocus()


def test_it_stands_beside_the_work_again_where_there_is_room(large: WithDrawer) -> None:
    large.resize(1900, 600)
    assert large.field.isVisible()
    assert not large.drawer.handle.isVisible()


def test_with_nothing_to_say_both_are_away(large: WithDrawer) -> None:
    large.drawer.open()
    large.drawer.want(False)
    assert not large.field.isVisible()
    assert not large.drawer.handle.isVisible()
    large.drawer.want(True)
    assert large.field.isVisible()
