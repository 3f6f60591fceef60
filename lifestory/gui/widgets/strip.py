"""The strip under the line: what has no date yet, and what the marks mean."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QFrame, QListView

from lifestory.gui import look
from lifestory.gui.models.rows import LifeModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.chip import HIGH, ChipDelegate
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.legend import Legend

WIDEST = 460


class Undated(QSortFilterProxyModel):
    """The rows that have no date yet."""

    def __init__(self, rows: LifeModel) -> None:
        super().__init__()
        self._rows = rows
        self.setSourceModel(rows)

    def filterAcceptsRow(self, source_row: int, source_parent: object) -> bool:  # noqa: ARG002
        return self._rows.rows[source_row].span is None


class Strip(QFrame):
    """`chips` is the list, over the rows of `undated`."""

    def __init__(self, rows: LifeModel) -> None:
        super().__init__()
        self.setProperty("part", "strip")
        self.undated = Undated(rows)
        bar = Flow(self)
        bar.setContentsMargins(24, 6, 24, 6)
        bar.setSpacing(12)
        self._title = parts.label(kind="strong")
        self.chips = QListView()
        self.chips.setFlow(QListView.Flow.LeftToRight)
        self.chips.setAccessibleName(self.tr("No date yet"))
        self.chips.setModel(self.undated)
        self.chips.setItemDelegate(ChipDelegate(self.chips))
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.chips.setVerticalScrollBarPolicy(off)
        self.chips.setHorizontalScrollBarPolicy(off)
        self.chips.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        bar.leading.addWidget(self._title)
        bar.leading.addWidget(self.chips)
        bar.addWidget(Legend())

    def settle(self) -> None:
        """The rows have changed: as wide as its chips, and gone when there are none."""
        some = self.undated.rowCount()
        self._title.setText(f"{self.tr('No date yet')}  {some}")
        for widget in (self._title, self.chips):
            widget.setVisible(some > 0)
        chips = (self.undated.index(at, 0) for at in range(some))
        wide = sum(self.chips.sizeHintForIndex(chip).width() for chip in chips)
        self.chips.setFixedSize(min(wide + 4, look.larger(WIDEST)), look.larger(HIGH) + 8)
