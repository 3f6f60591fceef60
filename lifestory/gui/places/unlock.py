"""The first screen: open a store, look at the sample, or make a store in two steps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.gui import look
from lifestory.gui.messages import Messages
from lifestory.gui.places.forgotten import Forgotten
from lifestory.gui.places.new_store import NewStore, usual_folder
from lifestory.gui.places.phrase import Phrase
from lifestory.gui.places.restoring import Restoring
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.help_pages import HelpPages
from lifestory.gui.widgets.landscape import Landscape
from lifestory.gui.widgets.passphrase import PassphraseField

WIDE = 496


class Unlock(QWidget):
    """Says which store is to be opened or made. `open_asked` and `make_asked` carry a folder and
    a passphrase, `recover_asked` a folder, a recovery phrase and a new passphrase, `entered` that
    the recovery phrase has been written down."""

    open_asked = Signal(object, str)
    make_asked = Signal(object, str)
    recover_asked = Signal(object, str, str)
    sample_asked = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Open my store"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.landscape = Landscape()
        row.addWidget(self.landscape)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        scroll.setWidget(inside)
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(24, 24, 24, 24)
        self.messages = Messages()
        self.messages.setContentsMargins(0, 0, 0, 16)
        self.pages = _Pages()
        middle.addStretch(1)
        middle.addWidget(self.messages, alignment=Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self.pages, alignment=Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        row.addWidget(scroll, 1)
        self.new_store = NewStore()
        self.new_store.made.connect(self.make_asked)
        self.new_store.left.connect(self.start)
        self.phrase = Phrase()
        self.phrase.noted.connect(self.entered)
        self.forgotten = Forgotten()
        self.forgotten.left.connect(self.start)
        self.forgotten.given.connect(self._say_recover)
        self.restoring = Restoring()
        self.restoring.left.connect(self.start)
        made = (self.new_store, self.phrase, self.forgotten, self.restoring)
        for page in (self._opening(), *made):
            self.pages.addWidget(page)
        self.help = HelpPages()
        row.addWidget(self._helping(), 1)
        self._fit()

    def _helping(self) -> QWidget:
        """Help, in the whole room; what one was at stays as it is behind it."""
        self._help_page = QWidget()
        column = QVBoxLayout(self._help_page)
        column.setContentsMargins(24, 24, 24, 8)
        column.setSpacing(16)
        back = parts.button(self.tr("Back"), "arrow-left")
        back.clicked.connect(self.end_help)
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.help, 1)
        self._help_page.hide()
        keys = QKeySequence(Qt.Key.Key_Escape)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(keys, self._help_page, self.end_help, context=context)
        return self._help_page

    def _opening(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Open my store"), "hero"))
        every = self.tr("Every child's story on this laptop is kept in one encrypted store.")
        column.addWidget(parts.label(every, tone="quiet", wrap=True))
        column.addSpacing(24)
        self.store = parts.ChoiceBox(self.tr("Store"))
        choose = parts.button(self.tr("Choose a folder"), "folder-open")
        choose.clicked.connect(self._choose_folder)
        line = QHBoxLayout()
        line.addWidget(self.store, 1)
        line.addWidget(choose)
        column.addWidget(parts.label(self.tr("Store"), "strong"))
        column.addLayout(line)
        self.where = parts.Elided("minor", "quiet")
        column.addWidget(self.where)
        column.addSpacing(16)
        self.passphrase = PassphraseField(self.tr("Passphrase"))
        self.open = parts.button(self.tr("Open my store"), "lock-open", "primary")
        line = QHBoxLayout()
        line.addWidget(self.passphrase.field, 1)
        line.addWidget(self.open)
        column.addWidget(parts.label(self.tr("Passphrase"), "strong"))
        column.addLayout(line)
        column.addWidget(self.passphrase.note)
        self.forgot = parts.button(
            self.tr("I have forgotten it: open with the recovery phrase"), kind="link"
        )
        self.forgot.clicked.connect(self.begin_recovery)
        column.addWidget(self.forgot, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(24)
        column.addWidget(parts.rule())
        column.addSpacing(16)
        column.addLayout(self._first_time())
        self.open.clicked.connect(self._say_open)
        self.passphrase.field.returnPressed.connect(self._say_open)
        self.passphrase.field.textChanged.connect(self._weigh)
        self.store.currentIndexChanged.connect(self._weigh)
        return page

    def _weigh(self) -> None:
        """Nothing can be opened with nothing."""
        self.open.setEnabled(self.chosen is not None and bool(self.passphrase.field.text()))
        self.where.setText(str(self.chosen or ""))
        self.where.setVisible(self.chosen is not None)

    def _first_time(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(parts.label(self.tr("First time here?"), "title"))
        sample = parts.button(self.tr("Try the sample"))
        sample.clicked.connect(self.sample_asked)
        make = parts.button(self.tr("Make a store"))
        make.clicked.connect(self.begin_store)
        looks = self.tr("Look around in the story of a child who does not exist. Nothing is kept.")
        two = self.tr(
            "Two short steps: where it lives and your passphrase, then a recovery phrase."
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (icon, button, words) in enumerate(
            (("book-open", sample, looks), ("folder-plus", make, two))
        ):
            text = QVBoxLayout()
            text.setSpacing(2)
            text.addWidget(parts.label(button.text(), "strong"))
            text.addWidget(parts.label(words, tone="quiet", wrap=True))
            grid.addWidget(parts.picture(icon, "accent", 22), row, 0, top)
            grid.addLayout(text, row, 1)
            grid.addWidget(button, row, 2, top)
        column.addLayout(grid)
        return column

    def show_stores(self, folders: Sequence[Path]) -> None:
        """Offer these stores, the last one opened first."""
        self.store.clear()
        for folder in folders:
            usual = folder == usual_folder()
            self.store.addItem(self.tr("My store") if usual else folder.name, folder)
            self.store.setItemData(self.store.count() - 1, str(folder), Qt.ItemDataRole.ToolTipRole)
        self.store.setPlaceholderText(self.tr("No store on this laptop yet"))
        self.store.setCurrentIndex(0 if folders else -1)
        self.store.setEnabled(bool(folders))
        self._weigh()
        self.forgot.setVisible(bool(folders))

    @property
    def chosen(self) -> Path | None:
        """The folder of the store that is chosen."""
        folder = self.store.currentData()
        return folder if isinstance(folder, Path) else None

    def start(self) -> None:
        """Back to the beginning, with nothing typed left standing."""
        self.passphrase.clear()
        self.new_store.clear()
        self.phrase.clear()
        self.forgotten.clear()
        self.restoring.clear()
        self.show_busy(busy=False)
        self.pages.setCurrentIndex(0)
        self._help_page.hide()
        self._scroll.show()
        self._fit()
        self.passphrase.field.setFocus()

    def begin_store(self) -> None:
        """Start to make a store."""
        self.messages.clear()
        self.pages.setCurrentWidget(self.new_store)
        self.new_store.passphrase.first.setFocus()

    def begin_help(self) -> None:
        """Show Help before any store is open."""
        self.help.read()
        self._help_page.show()
        self._scroll.hide()
        self._fit()
        self.help.take_keyboard()

    def end_help(self) -> None:
        """Back to what one was at."""
        self._help_page.hide()
        self._scroll.show()
        self._fit()
        (self.pages.focusWidget() or self.passphrase.field).setFocus()

    def begin_recovery(self) -> None:
        """The passphrase is forgotten."""
        self.messages.clear()
        self.pages.setCurrentWidget(self.forgotten)
        self.forgotten.phrase.setFocus()

    def begin_restoring(self, folder: Path) -> None:
        """The store in that folder cannot be opened: look for a backup."""
        self.messages.clear()
        self.restoring.begin(folder)
        self.pages.setCurrentWidget(self.restoring)
        self.restoring.choose.setFocus()

    def show_phrase(self, phrase: str) -> None:
        """The store is made: show its recovery phrase, this once."""
        self.show_busy(busy=False)
        self.new_store.clear()
        self.phrase.show_phrase(phrase)
        self.pages.setCurrentWidget(self.phrase)

    def show_busy(self, *, busy: bool) -> None:
        """Opening takes a second or two on purpose; say so, and take no second click."""
        waited = not self.pages.isEnabled()
        self.pages.setEnabled(not busy)
        if waited and not busy and self.pages.currentIndex() == 0:
            self.passphrase.field.setFocus()
        self.open.setText(self.tr("Opening …") if busy else self.tr("Open my store"))

    def _say_open(self) -> None:
        folder, words = self.chosen, self.passphrase.field.text()
        if folder and words and self.pages.isEnabled():
            self.messages.clear()
            self.open_asked.emit(folder, words)

    def _say_recover(self, phrase: str, passphrase: str) -> None:
        if self.chosen and self.pages.isEnabled():
            self.messages.clear()
            self.recover_asked.emit(self.chosen, phrase, passphrase)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Large text takes the room of the drawing."""
        wide = look.larger(WIDE)
        helps = not self._help_page.isHidden()
        beside = not helps and self.width() - self.landscape.width() >= wide + 48
        self.landscape.setVisible(beside)
        room = self.width() - (self.landscape.width() if beside else 0) - 72
        for one in (self.messages, self.pages):
            one.setFixedWidth(min(wide, max(320, room)))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a store"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def _take_folder(self, folder: str) -> None:
        kept = [self.store.itemData(row) for row in range(self.store.count())]
        self.show_stores([Path(folder), *(one for one in kept if one != Path(folder))])
        self.passphrase.field.setFocus()


class _Pages(QStackedWidget):
    """As high as the page one looks at: the highest would push the others up."""

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()
