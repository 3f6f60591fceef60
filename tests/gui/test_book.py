"""The book and handing over, alone with real plans."""

# mypy: allow-untyped-calls
from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan
from lifestory.gui.models.spreads import spreads_of
from lifestory.gui.places.book import Book
from lifestory.gui.places.handover import HandOver
from lifestory.gui.widgets.spread import SpreadView

FIRST, SECOND = Edition(name="first-book"), Edition(name="book-at-12")


def plan(number: int, title: str = "", block: str = "") -> PagePlan:
    return PagePlan(
        width=595,
        height=842,
        number=number,
        side="right" if number % 2 else "left",
        part="past",
        page_type="story",
        block=block,
        title=title,
        elements=(),
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
    made.show_plans([plan(n, f"Page {n}", f"block-{n}") for n in range(1, 7)])
    return made


def test_pages_lie_open_as_they_will_in_the_hand() -> None:
    spreads = spreads_of([plan(number) for number in range(1, 7)])
    assert [spread.numbers for spread in spreads] == ["1", "2–3", "4–5", "6"]


def test_arrow_keys_turn_the_page(book: Book, qtbot: QtBot) -> None:
    with qtbot.waitSignal(book.wanted) as said:
        qtbot.keyClick(book.view, Qt.Key.Key_Right)
    assert said.args[0].numbers == "2–3"
    assert book.where.text() == "Pages 2–3 of 6"
    with qtbot.waitSignal(book.wanted) as said:
        qtbot.keyClick(book.view, Qt.Key.Key_Left)
    assert said.args[0].numbers == "1"


def test_the_ends_of_the_book_turn_no_further(book: Book, qtbot: QtBot) -> None:
    assert not book.back.isEnabled()
    for _ in range(9):
        qtbot.keyClick(book.view, Qt.Key.Key_Right)
    assert book.where.text() == "Page 6 of 6"
    assert not book.next.isEnabled()


def test_a_late_pdf_of_a_page_turned_past_is_not_shown(book: Book) -> None:
    first = book.model.spreads[0]
    book.turn(1)
    book.show_spread(first, pdf("#ff0000"))
    assert not book.view._items


def test_a_passage_leads_to_its_page(book: Book) -> None:
    wanted = uuid4()
    plans = [plan(1), plan(2), plan(3, "My moves", str(wanted)), plan(4)]
    book.show_plans(plans)
    book.go_to(frozenset({wanted}))
    assert book.where.text() == "Pages 2–3 of 4"


def test_another_edition_is_asked_for(book: Book, qtbot: QtBot) -> None:
    assert [book.edition.itemText(n) for n in range(2)] == ["First book", "Book at 12"]
    with qtbot.waitSignal(book.edition_chosen) as said:
        qtbot.keyClick(book.edition, Qt.Key.Key_Down)
        book.edition.activated.emit(book.edition.currentIndex())
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


def test_no_book_yet_is_said(qtbot: QtBot) -> None:
    made = Book()
    qtbot.addWidget(made)
    made.show()
    assert made.empty.isVisible()
    assert not made.desk.isVisible()


def test_the_model_keeps_qts_rules(book: Book, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(book.model)


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
