"""Handing over: what is asked for, and what then lies there, from a real store."""

# mypy: allow-untyped-calls
from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QObject, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.app.caseload import children
from lifestory.app.no_consent import CHECK as NO_CONSENT
from lifestory.app.open_case import find_child
from lifestory.app.printing import PagePixels, on_paper
from lifestory.app.products import last_copy
from lifestory.app.progress import Stopped
from lifestory.app.writing import InsideStore
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.findings import Finding
from lifestory.gui.clerks.handover import HandOverClerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.places.handover import HandOver
from lifestory.gui.printing import TURNED, NoPaper, new_printer, paint, range_of
from lifestory.pdf.locking import opens
from lifestory.pdf.readback import read_back

FIRST, SECOND = Edition(name="first-book"), Edition(name="book-at-12")
PASSPHRASE = "kettle marble lantern otter"


@pytest.fixture
def handover(qtbot: QtBot) -> HandOver:
    made = HandOver()
    qtbot.addWidget(made)
    made.show()
    made.show_editions((FIRST, SECOND))
    return made


def test_a_book_is_offered_among_ones_own_documents_under_a_name_that_says_nothing(
    handover: HandOver,
) -> None:
    handover.make_pdf.click()
    dialog = handover.findChild(QFileDialog)
    assert dialog is not None
    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert dialog.directory() == QDir(own if Path(own).is_dir() else QDir.homePath())
    assert [Path(one).name for one in dialog.selectedFiles()] == ["Life story book.pdf"]
    dialog.reject()


def test_an_archive_is_made_only_with_a_passphrase_typed_twice(
    handover: HandOver, qtbot: QtBot
) -> None:
    handover.make_archive.click()
    seal = handover.seal
    qtbot.keyClicks(seal.passphrase.first, PASSPHRASE)
    assert not seal.go_on.isEnabled()
    qtbot.keyClicks(seal.passphrase.again, PASSPHRASE[:-1])
    assert not seal.go_on.isEnabled()
    qtbot.keyClicks(seal.passphrase.again, PASSPHRASE[-1])
    with qtbot.waitSignal(seal.sealed) as said:
        seal.go_on.click()
    assert said.args == [PASSPHRASE]
    assert seal.passphrase.first.text() == "", "a passphrase does not stay on the screen"


def test_a_locked_copy_asks_for_a_password_that_holds_a_lifetime(
    handover: HandOver, qtbot: QtBot, tmp_path: Path
) -> None:
    handover.edition.choose(SECOND)
    handover.make_copy.click()
    lock = handover.lock
    assert lock.passphrase.first.hasFocus()
    qtbot.keyClicks(lock.passphrase.first, "otter lantern 7")
    qtbot.keyClicks(lock.passphrase.again, "otter lantern 7")
    assert "lie in a mailbox" in lock.passphrase.hint.text(), "for an archive it would do"
    assert not lock.go_on.isEnabled()
    for field in (lock.passphrase.first, lock.passphrase.again):
        field.clear()
        qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(lock.passphrase.again, Qt.Key.Key_Return)
    assert not lock.isVisible()
    assert lock.passphrase.first.text() == lock.passphrase.again.text() == ""
    dialog = handover.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(one).name for one in dialog.selectedFiles()] == ["Life story book to read.pdf"]
    with qtbot.waitSignal(handover.copying) as said:
        dialog.fileSelected.emit(str(tmp_path / "copy.pdf"))
    assert said.args == [SECOND, tmp_path / "copy.pdf", PASSPHRASE]
    dialog.reject()


def test_nothing_typed_for_a_copy_stays_when_everything_is_hidden(
    handover: HandOver, qtbot: QtBot
) -> None:
    handover.make_copy.click()
    qtbot.keyClicks(handover.lock.passphrase.first, PASSPHRASE)
    handover.clear()
    assert handover.lock.passphrase.first.text() == ""
    assert not handover.lock.isVisible()
    handover.show_editions(())
    assert not handover.make_copy.isEnabled()


def test_the_chosen_edition_is_exported(handover: HandOver, qtbot: QtBot, tmp_path: Path) -> None:
    handover.edition.setCurrentIndex(1)
    with qtbot.waitSignal(handover.export) as said:
        handover._export_to(str(tmp_path / "book.pdf"))
    assert said.args == [SECOND, tmp_path / "book.pdf"]


def test_without_a_book_one_is_sent_to_make_one(handover: HandOver, qtbot: QtBot) -> None:
    handover.show_editions(())
    assert not handover.make_pdf.isEnabled()
    assert not handover.print_it.isEnabled()
    assert handover.no_book.isVisible()
    assert not handover.look_through.isVisible()
    with qtbot.waitSignal(handover.book_asked):
        handover.go_to_book.click()


def test_the_system_is_asked_how_to_print(handover: HandOver, qtbot: QtBot) -> None:
    handover.print_it.click()
    dialog = handover.findChild(QPrintDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    with qtbot.waitSignal(handover.printing) as said:
        dialog.accept()
    assert said.args[0] == FIRST
    assert isinstance(said.args[1], QPrinter)


def choose(handover: HandOver, product: str) -> None:
    """Choose what it is printed as."""
    handover.products.product.setCurrentIndex(handover.products.product.findData(product))


@pytest.mark.parametrize(
    ("product", "said"),
    [
        ("office", "A4, portrait, one side,"),
        ("duplex", "A4, portrait, both sides, turned on the long edge,"),
        ("booklet", "A4, landscape, both sides, turned on the short edge,"),
    ],
)
def test_it_is_said_how_to_set_the_dialog(handover: HandOver, product: str, said: str) -> None:
    choose(handover, product)
    assert said in handover.print_says.text()
    assert handover.print_it.isEnabled()


def test_what_cannot_be_printed_here_is_said_and_not_offered(handover: HandOver) -> None:
    choose(handover, "print-shop")
    assert "use Export" in handover.print_says.text()
    assert not handover.print_it.isEnabled()
    handover.show_editions((replace(FIRST, size="a4-landscape"),))
    choose(handover, "booklet")
    assert "Choose another product" in handover.print_says.text()
    assert not handover.print_it.isEnabled()
    choose(handover, "duplex")
    assert "A4, landscape, both sides, turned on the short edge" in handover.print_says.text()
    assert handover.print_it.isEnabled()


def test_the_dialog_begins_with_the_paper_and_the_edge_of_the_product() -> None:
    printer = new_printer(on_paper("booklet", "a4"))
    assert TURNED[on_paper("booklet", "a4").edge] is QPrinter.DuplexMode.DuplexShortSide
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    printer = new_printer(on_paper("plain", "a5"))
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A5


def to_file(target: Path, product: str = "plain") -> QPrinter:
    """A printer whose paper is a PDF, as the system's own dialog offers it."""
    printer = new_printer(on_paper(product, "a4"))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def page(shade: int) -> PagePixels:
    return PagePixels(bytes([shade]) * 4 * 2480 * 3508, 2480, 3508, 4 * 2480)


def test_pages_stand_on_paper_in_their_true_size(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "paper.pdf")
    assert printer.fullPage()
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    assert printer.docName() == "Life story"
    assert paint(printer, iter([page(200), page(90)])) == 2
    pages = read_back((tmp_path / "paper.pdf").read_bytes()).pages
    assert [(round(one.width), round(one.height)) for one in pages] == [(595, 842)] * 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoPaper):
        paint(to_file(tmp_path / "not there" / "paper.pdf"), iter([page(200)]))


def test_a_print_to_a_file_never_lands_in_a_store(tmp_path: Path) -> None:
    (tmp_path / "lifestory.json").write_bytes(b"{}")
    printer = new_printer(on_paper("plain", "a4"))
    printer.setOutputFileName(str(tmp_path / "store.pdf"))
    with pytest.raises(InsideStore):
        paint(printer, [])
    assert not (tmp_path / "store.pdf").exists()


def test_the_range_asked_for_is_the_range_printed(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "paper.pdf")
    assert range_of(printer) == ""
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(3, 6)
    assert range_of(printer) == "3-6"


def test_printing_that_is_stopped_ends(tmp_path: Path) -> None:
    def pages() -> Iterator[PagePixels]:
        yield page(200)
        raise Stopped

    with pytest.raises(Stopped):
        paint(to_file(tmp_path / "paper.pdf"), pages())


@pytest.fixture
def desk(
    qtbot: QtBot, sample_store: tuple[Path, str], tmp_path: Path
) -> Iterator[tuple[Desk, HandOver]]:
    """A desk with the sample child on it, and the place where it is handed over."""
    shutil.copytree(sample_store[0], tmp_path / "store")
    made = Desk(Jobs())
    place = HandOver()
    qtbot.addWidget(place)
    HandOverClerk(made, place)
    place.show()
    with qtbot.waitSignal(made.opened, timeout=30_000):
        made.open(tmp_path / "store", sample_store[1])
    (robin,) = children(made.store)
    made.choose(find_child(made.store, robin.child))
    yield made, place
    made.close_now()


def ended(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=60_000)


def test_a_book_goes_to_the_printer_and_says_how_many_pages(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    printer = to_file(tmp_path / "paper.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    desk[1].printing.emit(desk[1].edition.itemData(0), printer)
    ended(desk[0], qtbot)
    assert "2 pages" in desk[1].messages.standing[0]
    assert len(read_back((tmp_path / "paper.pdf").read_bytes()).pages) == 2


def test_a_booklet_goes_to_the_printer_as_its_sheets_and_is_known_to_stand_on_paper(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    place, case = desk[1], desk[0].case
    assert case is not None
    choose(place, "booklet")
    book = place.edition.itemData(0)
    short = replace(book, sections=(Section(part=Part.BACK, blocks=(Block(page_type="hopes"),)),))
    step = case.undo_title
    place.printing.emit(short, to_file(tmp_path / "paper.pdf", "booklet"))
    ended(desk[0], qtbot)
    assert any("4 pages on 1 sheet." in one for one in place.messages.standing)
    sides = read_back((tmp_path / "paper.pdf").read_bytes()).pages
    assert [(round(one.width), round(one.height)) for one in sides] == [(842, 595)] * 2
    assert last_copy(case, short, "booklet") is not None
    assert case.undo_title == step, "undo does not take paper back"
    place.products.changed.setChecked(True)
    place.printing.emit(short, to_file(tmp_path / "again.pdf", "booklet"))
    ended(desk[0], qtbot)
    assert any("No page has changed" in one for one in place.messages.standing)
    assert not (tmp_path / "again.pdf").exists()


def test_who_is_hidden_for_want_of_permission_is_told_apart_from_what_was_read_back(
    qtbot: QtBot,
) -> None:
    place = HandOver()
    qtbot.addWidget(place)
    clerk = HandOverClerk(Desk(Jobs()), place)
    hidden = Finding(NO_CONSENT, 3, "A face is hidden.", "Ask.")
    clerk._tell_findings([hidden])
    (told,) = place.messages.standing
    assert "Someone without permission is not shown" in told
    assert "not as it should be" not in told
    place.messages.clear()
    clerk._tell_findings([hidden, Finding("words", 4, "The words differ.", "Ask."), hidden])
    assert any("One thing in it is not as it should be" in one for one in place.messages.standing)
    assert any("not shown, in 2 places" in one for one in place.messages.standing)


def test_an_archive_that_is_made_opens_and_where_it_came_from_it_brings_nothing(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "Life story.tar"
    desk[1].archive.emit(target, PASSPHRASE)
    ended(desk[0], qtbot)
    assert "made and verified" in desk[1].messages.standing[0]
    desk[1].opened.emit(target, PASSPHRASE)
    ended(desk[0], qtbot)
    report = desk[1].open_form.report
    assert report.isVisible()
    assert "nothing that is new" in report.says.text()
    assert not report.take.isVisible()
    report.cancel.click()
    assert len(children(desk[0].store)) == 1


def test_what_is_stopped_leaves_nothing_behind(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "book.pdf"
    desk[1].export.emit(desk[1].edition.itemData(0), target)
    desk[0].jobs.cancel_all()
    ended(desk[0], qtbot)
    assert "Stopped" in desk[1].messages.standing[0]
    assert not target.exists()


def test_what_is_made_is_never_put_into_the_store(
    desk: tuple[Desk, HandOver], qtbot: QtBot
) -> None:
    database = desk[0].store.folder / "store.db"
    before = database.read_bytes()
    desk[1].export.emit(desk[1].edition.itemData(0), database)
    ended(desk[0], qtbot)
    assert "inside the folder of a store" in desk[1].messages.standing[0]
    desk[1].archive.emit(database, PASSPHRASE)
    ended(desk[0], qtbot)
    assert "inside the folder of a store" in desk[1].messages.standing[0]
    assert database.read_bytes() == before


class Manager(QObject):
    """Stands for the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def test_the_message_says_where_the_book_lies_and_who_can_open_it(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    manager = Manager()
    QDesktopServices.setUrlHandler("file", manager, "show")  # type: ignore[arg-type]  # wrong stub
    target = tmp_path / "book.pdf"
    target.write_bytes(b"an earlier one")
    desk[1].export.emit(desk[1].edition.itemData(0), target)
    ended(desk[0], qtbot)
    said = next(one for one in desk[1].messages.standing if "is made" in one)
    assert str(target) in said
    assert "Whoever has that file can open it" in said
    assert target.read_bytes().startswith(b"%PDF"), "a file of that name is replaced"
    buttons = desk[1].messages.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Show in folder").click()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(one) for one in manager.shown] == [tmp_path]


def test_a_folder_that_takes_nothing_is_said_in_the_place(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    desk[1].export.emit(desk[1].edition.itemData(0), tmp_path / "gone" / "book.pdf")
    ended(desk[0], qtbot)
    assert "could not be written there" in desk[1].messages.standing[0]
    assert "Choose another folder" in desk[1].messages.standing[0]


def test_a_backup_is_asked_for_where_it_shall_lie(
    handover: HandOver, qtbot: QtBot, tmp_path: Path
) -> None:
    clerk = HandOverClerk(Desk(Jobs()), handover)
    with qtbot.waitSignal(clerk.backup_asked) as said:
        handover.backup.emit(tmp_path)
    assert said.args == [tmp_path]


def test_a_product_says_in_a_sentence_what_it_is(handover: HandOver) -> None:
    products = handover.products
    assert products.chosen == "plain"
    assert "Every page by itself" in products.says.text()
    products.product.setCurrentIndex(products.product.findData("booklet"))
    assert "turned on the short edge" in products.says.text()
    handover.show_editions(())
    assert not products.isVisible(), "without a book there is nothing to print"


def test_a_test_print_lies_where_it_was_asked_for(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    products = desk[1].products
    products.product.setCurrentIndex(products.product.findData("booklet"))
    desk[1].trial.emit(tmp_path / "Test print.pdf")
    ended(desk[0], qtbot)
    assert "The test print is made" in desk[1].messages.standing[0]
    assert len(read_back((tmp_path / "Test print.pdf").read_bytes()).pages) == 4


def test_a_booklet_is_made_and_then_nothing_has_changed(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    products = desk[1].products
    products.product.setCurrentIndex(products.product.findData("booklet"))
    products.changed.setChecked(True)
    desk[1].export.emit(desk[1].edition.itemData(0), tmp_path / "book.pdf")
    ended(desk[0], qtbot)
    sheet = read_back((tmp_path / "book.pdf").read_bytes()).pages[0]
    assert sheet.width > sheet.height
    desk[1].export.emit(desk[1].edition.itemData(0), tmp_path / "again.pdf")
    ended(desk[0], qtbot)
    assert "No page has changed" in desk[1].messages.standing[0]
    assert not (tmp_path / "again.pdf").exists()


def test_a_locked_copy_opens_with_its_password_alone(
    desk: tuple[Desk, HandOver], qtbot: QtBot, tmp_path: Path
) -> None:
    place = desk[1]
    book = place.edition.itemData(0)
    short = replace(book, sections=book.sections[:1])
    place.copying.emit(short, tmp_path / "copy.pdf", PASSPHRASE)
    ended(desk[0], qtbot)
    assert "The locked copy is made" in place.messages.standing[0]
    assert PASSPHRASE not in " ".join(place.messages.standing)
    locked = (tmp_path / "copy.pdf").read_bytes()
    assert not opens(locked)
    assert opens(locked, PASSPHRASE)
