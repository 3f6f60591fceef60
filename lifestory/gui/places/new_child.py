"""Asking for the two things a new child needs, in one line above the board."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import BirthField


class NewChild(QWidget):
    """`added` carries a name and an HonestDate; what was typed stays until it is put away, for
    the case that it cannot be kept."""

    added = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        card = parts.panel("card")
        outer.addWidget(card)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        self.name = parts.Field(self.tr("First name"))
        self.born = BirthField(self.tr("Date of birth"))
        self.born.field.setPlaceholderText(self.tr("12 May 2018, or leave it for later"))
        row.addLayout(parts.under(self.tr("First name"), self.name), 1)
        row.addLayout(parts.under(self.tr("Date of birth"), self.born), 1)
        self.add = parts.button(self.tr("Add this child"), kind="primary")
        self.add.setEnabled(False)
        cancel = parts.button(self.tr("Not now"))
        for button in (self.add, cancel):
            row.addLayout(parts.under(" ", button))
        self.name.textChanged.connect(lambda words: self.add.setEnabled(bool(words.strip())))
        self.name.returnPressed.connect(self._say)
        self.born.field.returnPressed.connect(self._say)
        self.add.clicked.connect(self._say)
        cancel.clicked.connect(self.put_away)

    def put_away(self) -> None:
        """Close it, with nothing typed left standing."""
        self.name.clear()
        self.born.forget()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.born.say()
        name = " ".join(self.name.text().split())
        if name and self.born.understood and self.isVisible():
            self.hide()
            self.added.emit(name, self.born.when)
