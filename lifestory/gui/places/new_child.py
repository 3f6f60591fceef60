"""The two things a child begins with, in one line above the board: asked for, or corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.caseload import ChildCard
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import BirthField


class NewChild(QWidget):
    """`added` carries a name and an HonestDate, `corrected` also the card they are for, before
    them; what was typed stays until it is put away, for the case that it cannot be kept."""

    added = Signal(str, object)
    corrected = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._card: ChildCard | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        card = parts.panel("card")
        outer.addWidget(card)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        self.heading = parts.Elided("strong")
        self.heading.hide()
        inner.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(16)
        inner.addLayout(row)
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

    def ask(self) -> None:
        """Ask for a new child."""
        if self._card is not None:
            self.put_away()
        self._begin(self.tr("Add this child"))

    def correct(self, card: ChildCard) -> None:
        """Ask what this child is called, and when they were born, as it is right."""
        self.put_away()
        self._card = card
        self.heading.setText(self.tr("{name}: name and birthday").format(name=card.name))
        self.heading.show()
        self.name.setText(card.name)
        self.born.show_date(card.born)
        self._begin(self.tr("Keep"))
        self.name.selectAll()

    def again(self) -> None:
        """Open it once more with what was typed: it could not be kept."""
        self.show()
        self.name.setFocus()

    def _begin(self, words: str) -> None:
        self.add.setText(words)
        self.add.setAccessibleName(words)
        self.show()
        self.name.setFocus()

    def put_away(self) -> None:
        """Close it, with nothing typed left standing."""
        self._card = None
        self.heading.setText("")
        self.heading.hide()
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
            if self._card is None:
                self.added.emit(name, self.born.when)
            else:
                self.corrected.emit(self._card, name, self.born.when)
