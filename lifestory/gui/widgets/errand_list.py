"""What a person must still do after an erasure, until it is ticked off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.erasing import Due
from lifestory.gui.widgets import parts

_MOST = 3


class ErrandList(QWidget):
    """`ticked` carries the Due that is done. The oldest come first, three at a time."""

    ticked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        card = parts.panel("card")
        outer.addWidget(card)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(6)
        inner.addWidget(parts.label(self.tr("Still to do after an erasure"), "strong"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        inner.addLayout(self._rows)
        self._more = parts.label(kind="minor", tone="quiet")
        inner.addWidget(self._more)
        self.shown: tuple[Due, ...] = ()
        self.hide()

    def show_errands(self, due: Sequence[Due]) -> None:
        """Show these; nothing where there are none."""
        self.shown = tuple(due)
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for one in due[:_MOST]:
            self._rows.addWidget(self._row(one))
        more = len(due) - _MOST
        self._more.setText(self.tr("{count} more").format(count=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(due))

    def _row(self, due: Due) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = parts.Wrapped()
        words.setText(due.words)
        line.addWidget(words, 1)
        done = parts.button(self.tr("Done"), "check", size="small")
        done.setAccessibleName(self.tr("Done: {errand}").format(errand=due.words))
        done.clicked.connect(lambda: self.ticked.emit(due))
        line.addWidget(done, alignment=Qt.AlignmentFlag.AlignTop)
        return row
