"""Handing over: the book on paper or as a PDF, an archive of the story, a backup of the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QScrollArea, QWidget

from lifestory.app.printing import OnPaper, on_paper
from lifestory.app.products import WrongSize
from lifestory.domain.arrangement import Edition
from lifestory.gui.places.open_archive import OpenArchive
from lifestory.gui.printing import new_printer
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.drawer import Drawer
from lifestory.gui.widgets.edition_tabs import edition_words
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.place import Place
from lifestory.gui.widgets.print_products import PrintProducts
from lifestory.gui.widgets.sealing import LockCopy, SealArchive
from lifestory.gui.widgets.steps import Steps

NEUTRAL_BOOK = "Life story book.pdf"
NEUTRAL_COPY = "Life story book to read.pdf"
NEUTRAL_TRIAL = "Test print.pdf"
NEUTRAL_ARCHIVE = "Life story.tar"


class HandOver(Place):
    """Says what is to be made, and where. `printing` carries an Edition and a QPrinter, `export`
    an Edition and a path (as which product, `products` says), `trial` where a test print of it
    goes, `copying` an Edition, a path and
    a password, `archive` a path and a passphrase, `opened` an archive's path and its
    passphrase, `backup` a folder."""

    printing = Signal(object, object)
    export = Signal(object, object)
    trial = Signal(object)
    copying = Signal(object, object, str)
    archive = Signal(object, str)
    opened = Signal(object, str)
    backup = Signal(object)
    book_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Hand over"))
        self.setAccessibleName(self.tr("Hand over"))
        self.edition = parts.ChoiceBox(self.tr("Edition"))
        self.left_bar.addWidget(self.edition)
        self.steps = Steps()
        self._add_book()
        self._add_copy()
        self._add_archive()
        self._add_backup()
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.steps)
        self.work.addWidget(scroll, 1)
        self._advise()
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.print_it.click)
        self.show_editions(())

    def _add_book(self) -> None:
        step = self.steps.add(
            self.tr("The book"), self.tr("Read it once more, page by page, before it leaves.")
        )
        self.go_to_book = parts.button(self.tr("Go to Book"), "book-open", "primary")
        self.go_to_book.clicked.connect(self.book_asked)
        says = parts.label(self.tr("No book yet. Make one in Book, then hand it over here."))
        self.no_book = in_a_row(says, end=self.go_to_book)
        step.put(self.no_book)
        self.products = PrintProducts()
        self.products.trial_asked.connect(
            lambda: self._ask_file(
                NEUTRAL_TRIAL, "PDF (*.pdf)", lambda to: self.trial.emit(Path(to))
            )
        )
        step.put(self.products)
        self.look_through = parts.button(self.tr("Look through it"), "book-open")
        self.look_through.clicked.connect(self.book_asked)
        self.print_it = parts.button(self.tr("Print it"), "printer", "primary")
        self.print_it.setToolTip(self.tr("Ctrl+P"))
        self.print_it.clicked.connect(self._ask_printer)
        self.make_pdf = parts.button(self.tr("Export"), "file-text")
        self.make_pdf.clicked.connect(
            lambda: self._ask_file(NEUTRAL_BOOK, "PDF (*.pdf)", self._export_to)
        )
        self.print_says = step.row(
            "printer", self.tr("Print it"), "", self.look_through, self.print_it
        )
        step.row(
            "file-text",
            self.tr("Export the PDF"),
            self.tr("Every page, read back after it is made. Whoever has the file can open it."),
            self.make_pdf,
        )
        self.products.chosen_now.connect(self._explain_print)
        self.edition.currentIndexChanged.connect(self._explain_print)

    def _add_copy(self) -> None:
        step = self.steps.add(
            self.tr("A copy for the screen"),
            self.tr("For a family who wants a file. It opens only with a password of its own."),
        )
        self.make_copy = parts.button(self.tr("Make a locked copy"), "lock")
        self.lock = LockCopy()
        self.make_copy.clicked.connect(self._ask_password)
        self.lock.sealed.connect(self._ask_where_copy)
        step.row(
            "lock",
            self.tr("A digital copy with a password"),
            self.tr("Every page, photos sharp on a screen, small enough to send. Any PDF reader."),
            self.make_copy,
        )
        step.put(self.lock)

    def _add_archive(self) -> None:
        step = self.steps.add(
            self.tr("An archive"),
            self.tr("The whole story with every original, sealed with a passphrase of its own."),
        )
        self.make_archive = parts.button(self.tr("Make an archive"), "archive")
        self.seal = SealArchive()
        self.make_archive.clicked.connect(self._ask_passphrase)
        self.seal.sealed.connect(self._ask_where_archive)
        step.row(
            "archive",
            self.tr("Make an archive"),
            self.tr("For the records team, or for a colleague who takes over."),
            self.make_archive,
        )
        step.put(self.seal)
        self.open_one = parts.button(self.tr("Open an archive"), "package-open")
        self.open_form = OpenArchive()
        self.open_one.clicked.connect(self._ask_archive)
        self.open_form.given.connect(self.opened)
        self.open_form.grown.connect(lambda: self._bring_into_view(self.open_form))
        step.row(
            "package-open",
            self.tr("Open an archive"),
            self.tr("You see what is new in it before anything is taken in."),
            self.open_one,
        )
        step.put(self.open_form)

    def _add_backup(self) -> None:
        step = self.steps.add(
            self.tr("A backup"), self.tr("Of every child in this store, encrypted as the store is.")
        )
        self.make_backup = parts.button(self.tr("Back up"), "hard-drive")
        self.make_backup.clicked.connect(self._ask_folder)
        step.row(
            "hard-drive",
            self.tr("Back up the store"),
            self.tr("To a stick or a council drive. It is opened and checked before it counts."),
            self.make_backup,
        )

    def _advise(self) -> None:
        column = self.inspector(304)
        column.addWidget(parts.label(self.tr("What leaves this laptop"), "title", wrap=True))
        for words in (
            self.tr("A PDF can be opened by anyone who finds it. Hand it over, don't send it."),
            self.tr("Fetch the pages from the printer yourself, and count them."),
            self.tr("An archive is sealed, a locked copy too. Tell the words that open it by "
                    "another road: by telephone, never in the same message."),
            self.tr("File names say nothing about the child. Leave them so."),
        ):  # fmt: skip
            column.addWidget(parts.label(words, tone="quiet", wrap=True))
        column.addStretch(1)
        self.drawer = Drawer(self.panes, self.pane(1), 304, 560, self.tr("What leaves"))
        self.bar.addWidget(self.drawer.handle)

    def show_editions(self, editions: Sequence[Edition]) -> None:
        """Offer these editions; the one chosen stays chosen."""
        chosen = self.edition.currentData()
        self.edition.clear()
        for edition in editions:
            self.edition.addItem(edition_words(edition), edition)
            if chosen and chosen.id == edition.id:
                self.edition.setCurrentIndex(self.edition.count() - 1)
        self.edition.setVisible(bool(editions))
        if not editions:
            self.lock.put_away()
        for button in (self.make_pdf, self.make_copy):
            button.setEnabled(bool(editions))
        self._explain_print()
        self.look_through.setVisible(bool(editions))
        self.products.setVisible(bool(editions))
        self.no_book.setVisible(not editions)
        self.primary = self.starts_at = self.print_it if editions else self.go_to_book

    def clear(self) -> None:
        """Nothing typed left standing."""
        self.seal.put_away()
        self.lock.put_away()
        self.open_form.put_away()

    def _ask_passphrase(self) -> None:
        self.seal.ask()
        self._bring_into_view(self.seal)

    def _ask_password(self) -> None:
        self.lock.ask()
        self._bring_into_view(self.lock)

    def _ask_where_copy(self, password: str) -> None:
        edition = self.edition.currentData()
        self._ask_file(
            NEUTRAL_COPY,
            "PDF (*.pdf)",
            lambda chosen: self.copying.emit(edition, Path(chosen), password),
        )

    def _ask_archive(self) -> None:
        self.open_form.show()
        self.open_form.file.setFocus()
        self._bring_into_view(self.open_form)

    def _bring_into_view(self, form: QWidget) -> None:
        """Scroll to a form, once it has its place among the steps."""
        QTimer.singleShot(0, form, lambda: self._scroll.ensureWidgetVisible(form))

    def _ask_printer(self) -> None:
        edition, paper = self.edition.currentData(), self._paper()
        if paper is None or paper.elsewhere:
            return
        printer = new_printer(paper)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print the book"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.printing.emit(edition, printer))
        QDialog.open(dialog)  # a print dialog's own open() wants a slot by its C++ name

    def _paper(self) -> OnPaper | None:
        """What the chosen edition is printed on; None where it can't be printed so."""
        edition: Edition | None = self.edition.currentData()
        try:
            return on_paper(self.products.chosen, edition.size) if edition else None
        except WrongSize:
            return None

    def _explain_print(self) -> None:
        """How the dialog is to be set for what is chosen."""
        paper = self._paper()
        self.print_it.setEnabled(paper is not None and not paper.elsewhere)
        self.print_says.setText(self._print_words(paper))

    def _print_words(self, paper: OnPaper | None) -> str:
        if paper is None:
            none = self.tr("This book has a size that is not printed so. Choose another product.")
            return none if self.edition.count() else ""
        if paper.elsewhere:
            return self.tr("A print shop wants two files, pages and cover: use Export.")
        turned = {
            "": self.tr("one side"),
            "long": self.tr("both sides, turned on the long edge"),
            "short": self.tr("both sides, turned on the short edge"),
        }[paper.edge]
        way = self.tr("landscape") if paper.width > paper.height else self.tr("portrait")
        says = self.tr("In your system's dialog: {paper}, {way}, {turned}, at its actual size.")
        words = [says.format(paper=paper.called, way=way, turned=turned)]
        if paper.by_sheet:
            words.append(self.tr("Single pages bring the others on their sheets."))
        return " ".join(words)

    def _ask_where_archive(self, passphrase: str) -> None:
        self._ask_file(
            NEUTRAL_ARCHIVE,
            "Archive (*.tar)",
            lambda chosen: self.archive.emit(Path(chosen), passphrase),
        )

    def _ask_file(self, name: str, kind: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, self.tr("Where to"), documents(), kind)
        dialog.selectFile(name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Where backups go"), documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.backup.emit(Path(chosen)))
        dialog.open()

    def _export_to(self, chosen: str) -> None:
        self.export.emit(self.edition.currentData(), Path(chosen))


def documents() -> str:
    """The user's own folder for documents, where one looks for what one has made."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
