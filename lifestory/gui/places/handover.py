"""Handing over: the PDF of an edition, an archive of the child's story, a backup of the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lifestory.domain.arrangement import Edition
from lifestory.gui.places.book import edition_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import PassphraseField, strength_in_words
from lifestory.gui.widgets.place import Place

NEUTRAL_BOOK = "Life story book.pdf"
NEUTRAL_ARCHIVE = "Life story.tar"
LEAST = 8


class HandOver(Place):
    """Says what is to be made, and where. `export` carries an Edition and a path, `archive` a path
    and a passphrase, `backup` a folder."""

    export = Signal(object, object)
    archive = Signal(object, str)
    backup = Signal(object)
    book_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Hand over"))
        self.setAccessibleName(self.tr("Hand over"))
        self.edition = parts.ChoiceBox(self.tr("Edition"))
        self.left_bar.addWidget(self.edition)
        steps = QWidget()
        self._column = QVBoxLayout(steps)
        self._column.setContentsMargins(0, 16, 0, 16)
        self._column.setSpacing(24)
        self._add_book()
        self._add_archive()
        self._add_backup()
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(steps)
        self.work.addWidget(scroll, 1)
        self._advise()
        self.starts_at = self.make_pdf
        self.show_editions(())

    def _step(self, number: int, title: str, words: str) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        circle = QLabel(str(number))
        circle.setProperty("part", "step")
        circle.setFixedSize(32, 32)
        circle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(circle, alignment=Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addWidget(parts.label(title, "title"))
        inner.addWidget(parts.label(words, tone="quiet", wrap=True))
        inner.addWidget(parts.rule())
        row.addLayout(inner, 1)
        self._column.addLayout(row)
        return inner

    def _row(self, into: QVBoxLayout, icon: str, title: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(parts.picture(icon, "quiet", 22))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(parts.label(title))
        text.addWidget(parts.label(words, "minor", "quiet", wrap=True))
        row.addLayout(text, 1)
        into.addLayout(row)
        return row

    def _add_book(self) -> None:
        inner = self._step(
            1,
            self.tr("The book"),
            self.tr("Read it once more, page by page, before it leaves."),
        )
        row = self._row(
            inner,
            "file-text",
            self.tr("Export the PDF"),
            self.tr("Every page, read back after it is made. A PDF is not encrypted."),
        )
        look = parts.button(self.tr("Look through it"), "book-open")
        look.clicked.connect(self.book_asked)
        row.addWidget(look)
        self.make_pdf = parts.button(self.tr("Export"), "file-text", "primary")
        self.make_pdf.clicked.connect(
            lambda: self._ask_file(NEUTRAL_BOOK, "PDF (*.pdf)", self._export_to)
        )
        self.primary = self.make_pdf
        row.addWidget(self.make_pdf)
        self.no_book = parts.label(self.tr("There is no book yet."), tone="look")
        inner.addWidget(self.no_book)

    def _add_archive(self) -> None:
        inner = self._step(
            2,
            self.tr("An archive"),
            self.tr("The whole story with every original, sealed with a passphrase of its own."),
        )
        row = self._row(
            inner,
            "archive",
            self.tr("Make an archive"),
            self.tr("For the records team, or for a colleague who takes over."),
        )
        self.make_archive = parts.button(self.tr("Make an archive"), "archive")
        self.make_archive.clicked.connect(
            lambda: self._ask_file(NEUTRAL_ARCHIVE, "Archive (*.tar)", self._archive_to)
        )
        row.addWidget(self.make_archive)
        self._first = PassphraseField(self.tr("Passphrase of the archive"))
        self._again = PassphraseField(self.tr("The same again"))
        fields = QHBoxLayout()
        fields.setContentsMargins(34, 0, 0, 0)
        fields.setSpacing(12)
        fields.addLayout(parts.under(self.tr("Passphrase of the archive"), self._first.field), 1)
        fields.addLayout(parts.under(self.tr("The same again"), self._again.field), 1)
        inner.addLayout(fields)
        self.hint = parts.label(strength_in_words(""), "minor", "quiet", wrap=True)
        self.hint.setContentsMargins(34, 0, 0, 0)
        inner.addWidget(self.hint)
        for one in (self._first, self._again):
            inner.addWidget(one.note)
            one.field.textChanged.connect(self._weigh)
        self.first, self.again = self._first.field, self._again.field
        self._weigh()

    def _add_backup(self) -> None:
        inner = self._step(
            3,
            self.tr("A backup"),
            self.tr("Of every child in this store, encrypted as the store is."),
        )
        row = self._row(
            inner,
            "hard-drive",
            self.tr("Back up the store"),
            self.tr("To a stick or a council drive. It is opened and checked before it counts."),
        )
        self.make_backup = parts.button(self.tr("Back up"), "hard-drive")
        self.make_backup.clicked.connect(self._ask_folder)
        row.addWidget(self.make_backup)

    def _advise(self) -> None:
        column = self.inspector(304)
        column.addWidget(parts.label(self.tr("What leaves this laptop"), "title"))
        for words in (
            self.tr("A PDF can be opened by anyone who finds it. Hand it over, don't post it."),
            self.tr("An archive is sealed. Tell its passphrase by another route: by telephone, "
                    "never in the same message."),
            self.tr("File names say nothing about the child. Leave them so."),
        ):  # fmt: skip
            column.addWidget(parts.label(words, tone="quiet", wrap=True))
        column.addStretch(1)

    def show_editions(self, editions: Sequence[Edition]) -> None:
        """Offer these editions; the one chosen stays chosen."""
        chosen = self.edition.currentData()
        self.edition.clear()
        for edition in editions:
            self.edition.addItem(edition_words(edition), edition)
            if chosen and chosen.id == edition.id:
                self.edition.setCurrentIndex(self.edition.count() - 1)
        self.edition.setVisible(bool(editions))
        self.make_pdf.setEnabled(bool(editions))
        self.no_book.setVisible(not editions)

    def clear(self) -> None:
        """Nothing typed left standing."""
        self._first.clear()
        self._again.clear()

    def _weigh(self) -> None:
        words, same = self._first.field.text(), self._first.field.text() == self._again.field.text()
        differs = self.tr("The two are not the same yet.")
        typed = bool(self._again.field.text())
        self.hint.setText(differs if typed and not same else strength_in_words(words))
        self.make_archive.setEnabled(len(words) >= LEAST and same)

    def _ask_file(self, name: str, kind: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, self.tr("Where to"), name, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Where backups go"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.backup.emit(Path(chosen)))
        dialog.open()

    def _export_to(self, chosen: str) -> None:
        self.export.emit(self.edition.currentData(), Path(chosen))

    def _archive_to(self, chosen: str) -> None:
        self.archive.emit(Path(chosen), self._first.field.text())
        self.clear()
