"""The board: a card for each child by what falls due, and the first step where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from lifestory.app.caseload import ChildCard
from lifestory.gui.models.board import CARD, BoardModel, Column, ColumnModel
from lifestory.gui.places.new_child import NewChild
from lifestory.gui.places.open_archive import OpenArchive
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.card import RING, CardDelegate
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.place import MARGIN, Place

_TONES = {Column.OVERDUE: "stop", Column.SOON: "look"}


class Children(Place):
    """Says which child is opened, and who is to be added. `added` carries a name and an
    HonestDate, `archive_given` a file and its passphrase."""

    opened = Signal(object)
    added = Signal(str, object)
    sample_asked = Signal()
    archive_given = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Children"))
        self.setAccessibleName(self.tr("Children"))
        self.bar_frame.setProperty("part", "plain")
        self.model = BoardModel(self)
        archive = parts.button(self.tr("Open an archive"), "package-open")
        archive.clicked.connect(self.ask_which_archive)
        self.bar.addWidget(archive)
        self.new_child = parts.button(self.tr("New child"), "plus", "primary")
        self.new_child.clicked.connect(self.ask_who)
        self.set_primary(self.new_child)
        self.newcomer = NewChild()
        self.newcomer.added.connect(self.added)
        self.newcomer.hide()
        self.work.addWidget(self.newcomer)
        self.parcel = OpenArchive()
        self.parcel.given.connect(self.archive_given)
        self.work.addWidget(self.parcel)
        self.columns = {one: _Column(self, self._heading(one), one) for one in Column}
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for column in self.columns.values():
            row.addWidget(column, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(board)
        self._pages.addWidget(self._empty())
        self.work.setContentsMargins(MARGIN - RING, 8, MARGIN - RING, 0)
        self.work.addWidget(self._pages, 1)
        self.show_cards(())

    def _heading(self, column: Column) -> str:
        return {
            Column.OVERDUE: self.tr("Overdue"),
            Column.SOON: self.tr("Next 10 working days"),
            Column.LATER: self.tr("Later"),
            Column.NO_DATE: self.tr("No date yet"),
        }[column]

    def _empty(self) -> Empty:
        self.first = parts.button(self.tr("Add the first child"), "plus", "primary", "large")
        self.first.clicked.connect(self.ask_who)
        sample = parts.button(self.tr("Try the sample child"), "book-open", size="large")
        sample.clicked.connect(self.sample_asked)
        return Empty(
            self.tr("The children you make books for will be here"),
            self.tr(
                "One card for each child, the nearest date first. To begin you need only a first "
                "name and a date of birth. Everything else can come later, in any order."
            ),
            self.first,
            sample,
        )

    def show_cards(self, cards: Sequence[ChildCard]) -> None:
        """Show the caseload, the most urgent first."""
        self.model.show(cards)
        for column in self.columns.values():
            column.count()
        self.new_child.setVisible(bool(cards))
        self._pages.setCurrentIndex(0 if cards else 1)
        self.newcomer.hide()
        self.newcomer.clear()

    def show_portrait(self, child: UUID, image: QImage) -> None:
        """A child's portrait has arrived."""
        self.model.show_portrait(child, image)

    def ask_which_archive(self) -> None:
        """Ask for an archive and its passphrase."""
        self.newcomer.hide()
        self.parcel.show()
        self.parcel.file.setFocus()

    def ask_who(self) -> None:
        """Ask for a new child's name and day of birth."""
        self.parcel.put_away()
        self.newcomer.show()
        self.newcomer.name.setFocus()

    def step_across(self, column: Column, step: int) -> None:
        """Move from a card to the one beside it, over columns with nothing in them."""
        row = self.columns[column].view.currentIndex().row()
        at = column + step
        while 0 <= at < len(Column):
            beside = self.columns[Column(at)].view
            if beside.model().rowCount():
                index = beside.model().index(min(row, beside.model().rowCount() - 1), 0)
                beside.setCurrentIndex(index)
                beside.setFocus()
                return
            at += step


class _Column(QWidget):
    """One column: its heading with a count, and its cards."""

    def __init__(self, board: Children, heading: str, column: Column) -> None:
        super().__init__()
        self._board, self._column = board, column
        self._nothing = board.tr("Nothing is late.") if column is Column.OVERDUE else ""
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(parts.label(heading, "strong", _TONES.get(column, "")))
        self._count = parts.label(tone="quiet")
        row.addWidget(self._count)
        row.addStretch(1)
        inner.addLayout(row)
        self._note = parts.label(self._nothing, tone="quiet")
        self._note.setContentsMargins(RING, 0, 0, 0)
        inner.addWidget(self._note)
        self.view = _Cards(board, column)
        self.view.setAccessibleName(heading)
        self.view.setModel(ColumnModel(board.model, column))
        inner.addWidget(self.view, 1)

    def count(self) -> None:
        """Say how many there are."""
        many = self.view.model().rowCount()
        self._count.setText(str(many) if many else "")
        self._note.setVisible(not many and bool(self._nothing))


class _Cards(QListView):
    def __init__(self, board: Children, column: Column) -> None:
        super().__init__()
        self._board, self._column = board, column
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(220, 0))
        self.clicked.connect(lambda index: board.opened.emit(index.data(CARD).child))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentIndex().isValid():
                self._board.opened.emit(self.currentIndex().data(CARD).child)
            case Qt.Key.Key_Left:
                self._board.step_across(self._column, -1)
            case Qt.Key.Key_Right:
                self._board.step_across(self._column, +1)
            case _:
                super().keyPressEvent(event)
