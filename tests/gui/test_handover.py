"""Handing over, alone."""

# mypy: allow-untyped-calls
from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lifestory.domain.arrangement import Edition
from lifestory.gui.places.handover import HandOver

FIRST, SECOND = Edition(name="first-book"), Edition(name="book-at-12")


@pytest.fixture
def handover(qtbot: QtBot) -> HandOver:
    made = HandOver()
    qtbot.addWidget(made)
    made.show()
    made.show_editions((FIRST, SECOND))
    return made


def test_an_archive_is_made_only_with_a_passphrase_typed_twice(
    handover: HandOver, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(handover.first, "told by telephone")
    assert not handover.make_archive.isEnabled()
    qtbot.keyClicks(handover.again, "told by telephone")
    assert handover.make_archive.isEnabled()
    with qtbot.waitSignal(handover.archive) as said:
        handover._archive_to(str(tmp_path / "a.tar"))
    assert said.args == [tmp_path / "a.tar", "told by telephone"]
    assert handover.first.text() == "", "a passphrase does not stay on the screen"


def test_the_chosen_edition_is_exported(handover: HandOver, qtbot: QtBot, tmp_path: Path) -> None:
    handover.edition.setCurrentIndex(1)
    with qtbot.waitSignal(handover.export) as said:
        handover._export_to(str(tmp_path / "book.pdf"))
    assert said.args == [SECOND, tmp_path / "book.pdf"]


def test_without_a_book_there_is_nothing_to_export(handover: HandOver) -> None:
    handover.show_editions(())
    assert not handover.make_pdf.isEnabled()
    assert handover.no_book.isVisible()
