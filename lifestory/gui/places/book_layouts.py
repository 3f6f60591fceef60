"""The layouts that fit the page one is at: to choose, to go through, to keep, to turn down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.books import Suggestions
from lifestory.domain.arrangement import Block
from lifestory.gui import icons
from lifestory.gui.models import wishes
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.wireframes import Wireframes


class Layouts(QWidget):
    """`asked` carries a wish. It is seen only where there is more than one to choose from."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.block: Block | None = None
        self.suggestions = Suggestions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self.count = parts.label(kind="field", tone="quiet")
        self.wireframes = Wireframes()
        self.wireframes.chosen.connect(self._choose)
        self.lost = parts.label(tone="look", wrap=True)
        column.addWidget(self.count)
        column.addWidget(self.wireframes)
        column.addWidget(self.lost)
        self.shuffle = parts.button(self.tr("Shuffle"), "shuffle", size="small")
        self.lock = parts.button(self.tr("Lock"), "lock", size="small")
        self.reject = parts.button(self.tr("Reject"), "thumbs-down", size="small")
        for button, meant, says in (
            (self.shuffle, "shuffle", self.tr("The next layout. Key S on the page")),
            (self.lock, "lock", self.tr("Keep it, whatever changes. Key K on the page")),
            (self.reject, "reject", self.tr("Never offer it here again. Key X on the page")),
        ):
            button.clicked.connect(lambda _=False, what=meant: self.act(what))
            button.setToolTip(says)
        column.addWidget(in_a_row(self.shuffle, self.lock, self.reject))

    def show_suggestions(self, block: Block | None, suggestions: Suggestions) -> None:
        """Show the layouts that fit a block."""
        self.block, self.suggestions = block, suggestions
        names = [one.name for one in suggestions.offered]
        self.setVisible(len(names) > 1)
        if suggestions.taken in names:
            at = names.index(suggestions.taken) + 1
            says = self.tr("Layout, {at} of {count} that fit")
            self.count.setText(says.format(at=at, count=len(names)))
        locked = block is not None and block.locked
        says = self.tr(
            "The layout you locked no longer fits these photos; this is the best that does."
        )
        self.lost.setText(says if suggestions.lost and locked else "")
        self.lost.setVisible(suggestions.lost and locked)
        self.lock.setText(self.tr("Unlock") if locked else self.tr("Lock"))
        self.lock.setAccessibleName(self.lock.text())
        icons.dress(self.lock, "lock-open" if locked else "lock")
        self.wireframes.show_offered(suggestions.offered, suggestions.taken)

    def act(self, what: str) -> None:
        """Do what a key on the page or a button here means: shuffle, lock or reject."""
        block, taken = self.block, self.suggestions.taken
        if block is None:
            return
        match what:
            case "shuffle":
                self._shuffle()
            case "lock" if taken:
                self.asked.emit(wishes.LockLayout(block.id, taken, locked=not block.locked))
            case "reject" if len(self.suggestions.offered) > 1:
                self.asked.emit(wishes.RejectLayout(block.id, taken))

    def _shuffle(self) -> None:
        names, taken = [one.name for one in self.suggestions.offered], self.suggestions.taken
        if len(names) > 1:
            at = names.index(taken) if taken in names else -1
            self._choose(names[(at + 1) % len(names)])

    def _choose(self, name: str) -> None:
        if self.block is not None:
            self.asked.emit(wishes.ChooseLayout(self.block.id, name))
