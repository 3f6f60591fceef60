"""Choosing from a list beside the page: what fills a slot, or which page to add."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from lifestory.app.arranging_book import PageType, Slot
from lifestory.app.filling import Candidate
from lifestory.gui.widgets import parts

_ID = Qt.ItemDataRole.UserRole + 1


class _List(QListView):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("part", "choices")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)


class SlotChooser(QWidget):
    """What may fill a slot, with a tick at what does. `filled` carries ids in their order; it is
    said at every tick. `done` closes the list."""

    filled = Signal(tuple)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = parts.label(kind="title", wrap=True)
        self.how = parts.label(tone="quiet", wrap=True)
        self.search = parts.Field(self.tr("Find in this list"))
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.textChanged.connect(self._filter)
        self.list = _List(self.tr("What fills this page"))
        self.model = QStandardItemModel(self)
        self.list.setModel(self.model)
        self.model.itemChanged.connect(self._ticked)
        close = parts.button(self.tr("Done"), kind="primary")
        close.clicked.connect(self.done)
        for widget in (self.heading, self.how, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self._chosen: list[UUID] = []
        self._most = 0
        self._showing = False

    def show_slot(
        self, title: str, slot: Slot, there: Sequence[Candidate], chosen: Sequence[UUID]
    ) -> None:
        """Offer these for a slot; those in it are ticked and stand first."""
        self._showing = True
        self._chosen, self._most = list(chosen), slot.most
        self.heading.setText(title)
        self.search.clear()
        self.search.setVisible(len(there) > 8)
        self.model.clear()
        known = {one.id: one for one in there}
        first = [known[key] for key in chosen if key in known]
        for one in (*first, *(one for one in there if one not in first)):
            item = QStandardItem(one.says or self.tr("Nothing written yet"))
            item.setToolTip(one.says)
            item.setCheckable(True)
            item.setCheckState(_state(one.id in self._chosen))
            item.setData(one.id, _ID)
            self.model.appendRow(item)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._showing = False
        self._say_how_many()

    def _ticked(self, item: QStandardItem) -> None:
        if self._showing:
            return
        key = item.data(_ID)
        self._chosen = [one for one in self._chosen if one != key]
        if item.checkState() is Qt.CheckState.Checked:
            if self._most == 1:
                self._chosen = []
            if len(self._chosen) < self._most:
                self._chosen.append(key)
        self._show_ticks()
        self.filled.emit(tuple(self._chosen))

    def _show_ticks(self) -> None:
        self._showing = True
        full = len(self._chosen) >= self._most > 1
        for row in range(self.model.rowCount()):
            item = self.model.item(row)
            here = item.data(_ID) in self._chosen
            item.setCheckState(_state(here))
            item.setEnabled(here or not full)
        self._showing = False
        self._say_how_many()

    def _say_how_many(self) -> None:
        if not self.model.rowCount():
            self.how.setText(self.tr("There is none yet."))
            return
        says = self.tr("{count} of at most {most}. A tick puts it on the page.")
        self.how.setText(says.format(count=len(self._chosen), most=self._most))

    def _filter(self, words: str) -> None:
        for row in range(self.model.rowCount()):
            hidden = words.casefold() not in self.model.item(row).text().casefold()
            self.list.setRowHidden(row, hidden)


class PageChooser(QWidget):
    """The page types, a sentence to each. `chosen` carries a name; `done` closes the list."""

    chosen = Signal(str)
    done = Signal()

    def __init__(self, kinds: Sequence[PageType]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Add a page"), "title"))
        how = self.tr("It comes after the page you are at, or in the part it belongs to.")
        column.addWidget(parts.label(how, tone="quiet", wrap=True))
        self.list = _List(self.tr("Page types"))
        self.model = QStandardItemModel(self)
        for kind in kinds:
            item = QStandardItem(f"{kind.called}\n{kind.says}")
            item.setData(f"{kind.called}. {kind.says}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(kind.says)
            item.setData(kind.name, _ID)
            self.model.appendRow(item)
        self.list.setModel(self.model)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.activated.connect(lambda _: self._say())
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.close_button = parts.button(self.tr("Not now"))
        self.close_button.clicked.connect(self.done)
        self.add = parts.button(self.tr("Add it"), "plus", "primary")
        self.add.clicked.connect(self._say)
        row.addWidget(self.close_button)
        row.addWidget(self.add)
        column.addLayout(row)

    def _say(self) -> None:
        name = self.list.currentIndex().data(_ID)
        if name:
            self.chosen.emit(name)


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
