"""One column of the board: its heading with a count, and its cards, each with a menu."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from lifestory.app.caseload import ChildCard
from lifestory.gui import icons
from lifestory.gui.models.board import CARD, BoardModel, Column, ColumnModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.card import RING, CardDelegate, more_box

_TONES = {Column.OVERDUE: "stop", Column.SOON: "look"}


class BoardColumn(QWidget):
    """A heading, and the cards under it."""

    def __init__(self, board: BoardModel, column: Column, heading: str, nothing: str) -> None:
        super().__init__()
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
        self._note = parts.label(nothing, tone="quiet")
        self._note.setContentsMargins(RING, 0, 0, 0)
        inner.addWidget(self._note)
        self.cards = Cards(ColumnModel(board, column), heading)
        inner.addWidget(self.cards, 1)

    def count(self) -> None:
        """Say how many there are."""
        many = self.cards.model().rowCount()
        self._count.setText(str(many) if many else "")
        self._note.setVisible(not many and bool(self._note.text()))


class Cards(QListView):
    """`opened`, `due_asked`, `correct_asked` and `erase_asked` carry a card, `put_away` a card and
    whether it goes, `crossed` the step to the column beside."""

    opened = Signal(object)
    due_asked = Signal(object)
    correct_asked = Signal(object)
    put_away = Signal(object, bool)
    erase_asked = Signal(object)
    crossed = Signal(int)

    def __init__(self, model: ColumnModel, name: str) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("part", "cards")
        self.setMinimumWidth(200)

    @property
    def card(self) -> ChildCard | None:
        """The card one is at."""
        card = self.currentIndex().data(CARD)
        return card if isinstance(card, ChildCard) else None

    def renew(self) -> None:
        """The board shows others now."""
        self._model.renew()

    def take_keyboard(self, row: int | None = None) -> None:
        """The keyboard comes to this row; without one to the row one was at, or the first."""
        at = row if row is not None else max(0, self.currentIndex().row())
        self.setCurrentIndex(self._model.index(at, 0))
        self.setFocus()

    def go_to(self, child: UUID) -> bool:
        """The keyboard comes to this child's card; False when it is not here."""
        for row in range(self._model.rowCount()):
            if self._model.index(row, 0).data(CARD).child == child:
                self.take_keyboard(row)
                return True
        return False

    def menu(self, card: ChildCard) -> QMenu:
        """What can be done with a card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction(self.tr("Open"), lambda: self.opened.emit(card))
        go.setShortcut(QKeySequence(Qt.Key.Key_Return))
        due = menu.addAction(icons.icon("calendar"), self.tr("Set what is due"))
        due.triggered.connect(lambda: self.due_asked.emit(card))
        due.setShortcut(QKeySequence(Qt.Key.Key_F2))
        right = menu.addAction(icons.icon("pen-line"), self.tr("Change name or birthday"))
        right.triggered.connect(lambda: self.correct_asked.emit(card))
        words = self.tr("Bring back from the archive") if card.archived else self.tr("Archive")
        away = menu.addAction(icons.icon("archive-restore" if card.archived else "archive"), words)
        away.triggered.connect(lambda: self.put_away.emit(card, not card.archived))
        menu.addSeparator()
        gone = menu.addAction(icons.icon("trash-2"), self.tr("Erase for good…"))
        gone.triggered.connect(lambda: self.erase_asked.emit(card))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        self._show_menu(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if more_box(self.visualRect(index)).contains(at):
            self._show_menu(index)
        else:
            self.opened.emit(index.data(CARD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.card
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if card:
                self.opened.emit(card)
            case Qt.Key.Key_F2 if card:
                self.due_asked.emit(card)
            case Qt.Key.Key_Left:
                self.crossed.emit(-1)
            case Qt.Key.Key_Right:
                self.crossed.emit(+1)
            case _:
                super().keyPressEvent(event)

    def _show_menu(self, index: QModelIndex) -> None:
        card = index.data(CARD)
        if isinstance(card, ChildCard):
            self.setCurrentIndex(index)
            corner = more_box(self.visualRect(index)).bottomLeft()
            self.menu(card).popup(self.viewport().mapToGlobal(corner + QPoint(0, 4)))
