"""The list of a book's pages under the names of its parts, and what one means by moving in it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from lifestory.app.apart import Apart
from lifestory.app.orders import may_step
from lifestory.domain.arrangement import Edition
from lifestory.gui import icons
from lifestory.gui.models import wishes
from lifestory.gui.models.apart_words import apart_in_words
from lifestory.gui.models.composed import Composed
from lifestory.gui.models.page_notes import findings_on
from lifestory.gui.models.spreads import PART, Spread, SpreadModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.page_list import PageList
from lifestory.gui.widgets.thumb import THUMB


class BookPages(QFrame):
    """`asked` carries a wish; `acted` what a key means for the page one is at; `turned` that one
    is at another; `findings_asked` that one wants to see all that is found."""

    asked = Signal(object)
    acted = Signal(str)
    turned = Signal()
    findings_asked = Signal()

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
        self.found = parts.button("", kind="link", size="small")
        icons.dress(self.found, "triangle-alert", "look")
        self.found.clicked.connect(self.findings_asked)
        column.addWidget(self.found, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)
        self._say_found(0)

    def show_pages(self, composed: Composed | None, spreads: Sequence[Spread]) -> None:
        """Show the spreads of an edition, and on how many something is found."""
        self._edition = composed.edition if composed else Edition()
        found = composed.findings if composed else ()
        notes = {one.key: len(findings_on(one.plans, found, one.block)) for one in spreads}
        self._say_found(len(found))
        self.model.tell_parts(self._edition)
        self.model.show(spreads, notes)
        self.model.tell_apart(
            {
                one.key: [apart_in_words(each) for each in there]
                for at, one in enumerate(spreads)
                if composed and (there := composed.apart_on(begun(one, spreads), first=not at))
            }
        )

    def apart_here(self, composed: Composed, spread: Spread) -> tuple[Apart, ...]:
        """What other editions have at a spread."""
        spreads = self.model.spreads
        return composed.apart_on(begun(spread, spreads), first=spread.key == spreads[0].key)

    def _say_found(self, count: int) -> None:
        """Say how much is worth a look in the whole book."""
        one, many = self.tr("One thing to look at"), self.tr("{count} things to look at")
        said = one if count == 1 else many.format(count=count)
        self.found.setText(self.tr("{count} to look at").format(count=count))
        self.found.setAccessibleName(said)
        self.found.setVisible(bool(count))

    def _step_part(self, step: int) -> None:
        section = self.list.currentIndex().data(PART)
        if may_step(self._edition, section, step):
            self.asked.emit(wishes.StepPart(section, step))


def begun(spread: Spread, spreads: Sequence[Spread]) -> tuple[UUID, ...]:
    """The blocks whose first page is on a spread; what opens a part is no page of a block."""
    at = [one.key for one in spreads].index(spread.key)
    before = _told_on(spreads[at - 1]) if at else ()
    return tuple(one for one in _told_on(spread) if one not in before)


def _told_on(spread: Spread) -> tuple[UUID, ...]:
    if not spread.plans:
        return spread.blocks
    told = (plan for plan in spread.plans if plan.block and plan.page_type != "opening")
    return tuple(dict.fromkeys(UUID(plan.block) for plan in told))
