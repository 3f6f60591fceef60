"""Help: read in the window, before a store is open too, and it tells of every key there is."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lifestory import assets
from lifestory.gui import look
from lifestory.gui.actions import KEYS
from lifestory.gui.places.help import Help
from lifestory.gui.seats import FEET, SEATS
from lifestory.gui.widgets.help_pages import HelpPages, pages
from lifestory.gui.window import Window

pytestmark = pytest.mark.styled

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]


@pytest.fixture
def shown(qtbot: QtBot) -> HelpPages:
    made = HelpPages()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.read()
    made.show()
    return made


def test_the_topics_are_read_with_the_arrows(shown: HelpPages, qtbot: QtBot) -> None:
    titles = [title for title, _ in pages()]
    assert titles[0] == "First steps"
    assert len(titles) == len(set(titles)) == len(list(assets.path("help").glob("[0-9]-*.md")))
    for title in titles:
        assert shown.text.toPlainText().startswith(title)
        qtbot.keyClick(shown.topics, Qt.Key.Key_Down)


def test_the_keys_in_help_are_those_of_the_window(shown: HelpPages, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.topics, Qt.Key.Key_Down)
    said = shown.text.toPlainText()
    for key in KEYS:
        assert all(one in said for one in key.keys), key.name
    assert "{everywhere}" not in said


def test_help_tells_of_the_places_one_can_go_to_and_of_no_other(
    window: Window, qtbot: QtBot
) -> None:
    window.unlock.begin_help()
    shown = window.unlock.help
    qtbot.keyClick(shown.topics, Qt.Key.Key_Down)
    said = shown.text.toPlainText().splitlines()
    for seat in (*SEATS, *FEET):
        assert (seat.key in said) == (seat.name in window.seated), seat.name


def test_no_page_of_help_needs_a_network_or_speaks_of_code(shown: HelpPages) -> None:
    for _, text in pages():
        assert "http" not in text
        assert "`" not in text


def test_a_tick_says_what_is_tested_and_leads_nowhere(shown: HelpPages, qtbot: QtBot) -> None:
    texts = dict(pages())
    assert texts["Who can see what"].count("✓") > 20
    assert not any("](" in text for text in texts.values())


def test_headings_grow_with_the_text(shown: HelpPages, qapp: QApplication) -> None:
    def size() -> int:
        return shown.text.document().begin().begin().fragment().charFormat().font().pixelSize()

    before = size()
    assert before == round(look.base_pixels() * look.HERO)
    look.set_text_percent(qapp, 200)
    QApplication.processEvents()
    assert size() == round(look.base_pixels() * look.HERO) > before
    look.set_text_percent(qapp, 100)


def test_f1_shows_help_and_escape_leads_back_to_the_work(
    window: Window, sample_store: Kept, enter: Enter, qtbot: QtBot
) -> None:
    enter(window, sample_store)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.act("go:settings")
    window.actions_by_name["go:help"].trigger()
    place = window.place
    assert isinstance(place, Help)
    assert place.pages.topics.hasFocus()
    assert window.rail.entries["help"].isChecked()
    place.left.emit()
    assert window.at == "children"


def test_before_a_store_is_open_help_is_read_and_what_was_typed_stays(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.unlock_clerk.offer(tmp_path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(window.unlock.passphrase.field, "four words")
    window.status.help.click()
    assert window.unlock.help.isVisible()
    assert not window.unlock.passphrase.field.isVisible()
    assert "First steps" in window.unlock.help.text.toPlainText()
    window.unlock.end_help()
    assert window.unlock.passphrase.field.text() == "four words"
    assert window.unlock.passphrase.field.hasFocus()
