"""Choosing what fills a slot of a page, from a list beside the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.arranging_book import Slot
from lifestory.app.filling import Candidate
from lifestory.gui.models.candidates import CandidateModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.tick_list import TickList

_FEW = 6
"""So many are seen at once; more can be searched."""


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
        self.none = parts.label(self.tr("Nothing here has these words."), tone="quiet", wrap=True)
        self.model = CandidateModel()
        self.model.filled.connect(self._ticked)
        self.list = TickList(self.tr("What fills this page"))
        self.list.setModel(self.model)
        self.search.returnPressed.connect(self.list.setFocus)
        self.close_button = parts.button(self.tr("Done"), kind="primary")
        self.close_button.clicked.connect(self.done)
        for widget in (self.heading, self.how, self.search, self.none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def show_slot(
        self,
        title: str,
        slot: Slot,
        there: Sequence[Candidate],
        chosen: Sequence[UUID],
        used: Mapping[UUID, Sequence[int]],
    ) -> None:
        """Offer these for a slot; those in it are ticked and stand first."""
        self.heading.setText(title)
        self.search.clear()
        self.search.setVisible(len(there) > _FEW)
        self.model.show(there, chosen, slot.most, used)
        self._filter("")
        self._say_how_many()

    def follow(self, chosen: Sequence[UUID]) -> None:
        """The slot holds these now."""
        self.model.follow(chosen)
        self._say_how_many()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _ticked(self, chosen: tuple[UUID, ...]) -> None:
        self._say_how_many()
        self.filled.emit(chosen)

    def _say_how_many(self) -> None:
        most, count = self.model.most, len(self.model.chosen)
        if not self.model.rowCount():
            says = self.tr("There is none yet.")
        elif most == 1:
            says = self.tr("One fits here. A tick puts it on the page.")
        elif self.model.full:
            says = self.tr("{count} are on the page, and no more fit. Take one off first.")
        else:
            says = self.tr("{count} on the page, up to {most} fit. A tick puts one there.")
        self.how.setText(says.format(count=count, most=most))

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        seen = []
        for row in range(self.model.rowCount()):
            said = str(self.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)).casefold()
            fits = all(one in said for one in wanted)
            self.list.setRowHidden(row, not fits)
            if fits:
                seen.append(row)
        self.none.setVisible(bool(self.model.rowCount()) and not seen)
        if seen and self.list.currentIndex().row() not in seen:
            self.list.setCurrentIndex(self.model.index(seen[0]))
