"""The list of a book's pages under the names of its parts, and what one means by moving in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from lifestory.app.orders import may_step
from lifestory.domain.arrangement import Edition
from lifestory.gui.models import wishes
from lifestory.gui.models.spreads import PART, Spread, SpreadModel
from lifestory.gui.widgets.page_list import PageList
from lifestory.gui.widgets.thumb import THUMB


class BookPages(QFrame):
    """`asked` carries a wish; `acted` what a key means for the page one is at; `turned` that one
    is at another."""

    asked = Signal(object)
    acted = Signal(str)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "list")
        self.setMinimumWidth(THUMB.width() + 48)
        self._edition = Edition()
        self.model = SpreadModel()
        for moved, wish in (
            (self.model.moved, wishes.MovePage),
            (self.model.moved_to, wishes.MovePageToEnd),
            (self.model.part_moved, wishes.MovePart),
        ):
            moved.connect(lambda one, where, wish=wish: self.asked.emit(wish(one, where)))
        self.list = PageList(self.model)
        self.list.stepped.connect(lambda step: self.acted.emit(f"step:{step:+d}"))
        self.list.part_stepped.connect(self._step_part)
        self.list.removed.connect(lambda: self.acted.emit("remove"))
        self.list.selectionModel().currentChanged.connect(lambda *_: self.turned.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.list)

    def show_pages(
        self, edition: Edition, spreads: Sequence[Spread], notes: Mapping[str, int]
    ) -> None:
        """Show the spreads of an edition."""
        self._edition = edition
        self.model.tell_parts(edition)
        self.model.show(spreads, notes)

    def _step_part(self, step: int) -> None:
        section = self.list.currentIndex().data(PART)
        if may_step(self._edition, section, step):
            self.asked.emit(wishes.StepPart(section, step))
