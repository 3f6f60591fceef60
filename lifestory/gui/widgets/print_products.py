"""What the book is printed as: a product with a sentence about it, and how much of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.products import CHANGED, printers
from lifestory.gui import look
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.tick_box import TickBox


class PrintProducts(QWidget):
    """Says which product is chosen; `chosen_now` that it is another. `trial_asked` is for a test
    print of it."""

    trial_asked = Signal()
    chosen_now = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.larger(20) + 12, 0, 0, 0)
        column.setSpacing(8)
        self.product = parts.ChoiceBox(self.tr("Print as"))
        self.product.setMinimumContentsLength(26)
        self._says: dict[str, str] = {}
        for one in printers():
            self.product.addItem(one.called, one.name)
            self._says[one.name] = one.says
        self.trial = parts.button(self.tr("Test print"), "printer")
        self.trial.setToolTip(self.tr("Two numbered sheets that show which edge to turn on"))
        self.trial.clicked.connect(self.trial_asked)
        self.proof = TickBox(self.tr("Grey proof, DRAFT on every page"))
        self.changed = TickBox(self.tr("Only sheets that changed since the last copy"))
        self.says = parts.label(tone="quiet", wrap=True)
        column.addWidget(in_a_row(self.product, end=self.trial))
        column.addWidget(self.says)
        column.addWidget(self.proof)
        column.addWidget(self.changed)
        self.product.currentIndexChanged.connect(self._explain)
        self._explain()

    @property
    def chosen(self) -> str:
        """The name of the product."""
        return str(self.product.currentData())

    @property
    def pages(self) -> str:
        """Which pages are asked for: all, or those that changed."""
        return CHANGED if self.changed.isChecked() else ""

    def _explain(self) -> None:
        self.says.setText(self._says[self.chosen])
        self.chosen_now.emit(self.chosen)
