"""Two clicks where one was meant make one thing, on every button that makes something."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from lifestory.app.caseload import add_child
from lifestory.app.open_store import create_store
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone
from lifestory.domain.stories import Passage
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.settings import Settings
from lifestory.gui.widgets import parts
from lifestory.gui.window import Window

PASSPHRASE = "four words of mine"


@pytest.fixture(scope="module")
def wren(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """The window with a child of whom nothing is known yet; one for all, for each makes its own."""
    folder = tmp_path_factory.mktemp("twice")
    with create_store(folder / "mine", PASSPHRASE, work_factor=10)[0] as store:
        add_child(store, "Wren", HonestDate.parse("12 May 2018"))
    kept = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    made = Window(Settings(kept), folder / "mine")
    made.show()
    made.unlock.passphrase.field.setText(PASSPHRASE)
    twice(made.unlock.open)
    until(lambda: bool(made.clerk(ChildrenClerk).cards))
    made.act(f"child:{made.clerk(ChildrenClerk).cards[0].child}")
    until(lambda: made.desk.found is not None and not made.jobs.running)
    yield made
    made.close()
    made.deleteLater()


def until(true: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(30_000)
    while not true():
        assert not deadline.hasExpired()
        QTest.qWait(1)


def twice(button: QWidget) -> None:
    """A double click, as it comes from a mouse: to a button that is gone by then it comes not."""
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(button, left)
    if button.isVisible() and button.isEnabled():
        QTest.mouseDClick(button, left)
        QTest.mouseRelease(button, left)


def button(place: QWidget, words: str) -> QPushButton:
    found = [one for one in place.findChildren(QPushButton) if one.text() == words]
    return next(one for one in found if one.isVisible() and one.isEnabled())


@pytest.mark.parametrize(
    ("place", "words", "kind"),
    [
        ("timeline", "Add a milestone", Milestone),
        ("timeline", "Add a home", Home),
        ("story", "Start with About me", Passage),
        ("book", "Make a first book", Edition),
    ],
)
def test_a_double_click_makes_one(wren: Window, place: str, words: str, kind: type) -> None:
    found = wren.desk.found
    assert found is not None
    wren.go(place)
    until(lambda: not wren.jobs.running)
    before = len(found.case.records.of(kind))
    twice(button(wren.place, words))
    until(lambda: not wren.jobs.running)
    assert len(found.case.records.of(kind)) == before + 1


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("photos", "Add photos"),
        ("photos", "Add a folder"),
        ("handover", "Back up"),
        ("settings", "Back up now"),
    ],
)
def test_a_double_click_asks_once(wren: Window, place: str, words: str) -> None:
    wren.go(place)
    until(lambda: not wren.jobs.running)
    twice(button(wren.place, words))
    asked = [one for one in wren.findChildren(QDialog) if one.isVisible()]
    for one in asked:
        one.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(asked) == 1


def test_a_double_click_adds_one_child(wren: Window) -> None:
    wren.go("children")
    until(lambda: not wren.jobs.running)
    twice(button(wren.place, "New child"))
    newcomer = wren.place.newcomer  # type: ignore[attr-defined]
    newcomer.name.setText("Robin")
    twice(newcomer.add)
    until(lambda: wren.place.starts_at is not None or not wren.jobs.running)
    wren.go("children")
    until(lambda: not wren.jobs.running)
    assert [one.name for one in wren.clerk(ChildrenClerk).cards].count("Robin") == 1


def test_a_key_that_is_held_presses_once(qapp: QApplication) -> None:
    made, pressed = parts.button("Make a first book", kind="primary"), []
    made.clicked.connect(lambda: pressed.append(True))
    made.show()
    for held in (False, True, True):
        key = Qt.Key.Key_Return
        none = Qt.KeyboardModifier.NoModifier
        qapp.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, key, none, "\r", held))
    made.close()
    assert len(pressed) == 1
