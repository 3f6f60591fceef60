"""What falls due for a child, when, and how far the story is: one line above the board."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.caseload import ChildCard
from lifestory.app.working_days import today, working_days_left
from lifestory.domain.dates import HonestDate
from lifestory.domain.people import Stage
from lifestory.gui.models.board import STAGES, days_in_words, translate
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import DateField


class Due(QWidget):
    """`given` carries the card it was asked for, the day or None, what falls due, and the stage."""

    given = Signal(object, object, str, object)

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
        inner.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(16)
        inner.addLayout(row)
        self.what = parts.Field(self.tr("What falls due"))
        self.what.setPlaceholderText(self.tr("Final book and letter"))
        self.day = DateField(self.tr("On which day"))
        self.day.field.setPlaceholderText(self.tr("27 November 2026, or nothing yet"))
        self.stage = parts.ChoiceBox(self.tr("How far it is"))
        for stage, (word, _) in STAGES.items():
            self.stage.addItem(translate("Board", word), stage)
        self.keep = parts.button(self.tr("Keep"), kind="primary")
        cancel = parts.button(self.tr("Not now"))
        row.addLayout(parts.under(self.tr("What falls due"), self.what), 1)
        row.addLayout(parts.under(self.tr("On which day"), self.day), 1)
        row.addLayout(parts.under(self.tr("How far it is"), self.stage))
        for button in (self.keep, cancel):
            row.addLayout(parts.under(" ", button))
        self.left = parts.label(kind="minor", wrap=True)
        inner.addWidget(self.left)
        self.what.returnPressed.connect(self._say)
        self.day.field.returnPressed.connect(self._say)
        self.day.field.textChanged.connect(lambda _: self.left.clear())
        self.day.field.editingFinished.connect(self._count)
        self.keep.clicked.connect(self._say)
        cancel.clicked.connect(self.put_away)
        self.hide()

    def ask(self, card: ChildCard) -> None:
        """Ask it of this child."""
        self._card = card
        self.heading.setText(self.tr("What is due for {name}?").format(name=card.name))
        self.what.setText(card.due_for)
        self.day.show_date(HonestDate.on(card.due) if card.due else HonestDate())
        self.stage.setCurrentIndex(self.stage.findData(card.stage))
        self._count()
        self.show()
        self.what.setFocus()
        self.what.selectAll()

    def put_away(self) -> None:
        """Close it, with nothing left standing."""
        self._card = None
        self.heading.setText("")
        self.what.clear()
        self.day.forget()
        self.left.setText("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _count(self) -> bool:
        """Say how many working days are left; False when what is typed is no day."""
        self.day.say()
        when = self.day.when
        if not self.day.understood:
            self.left.setText("")
            return False
        day = when.day()
        if day is None or when.about:
            exact = not self.day.field.text().strip()
            words = (
                "" if exact else self.tr("A deadline needs the day itself, as 27 November 2026.")
            )
            parts.set_tone(self.left, "stop")
            self.left.setText(words)
            return exact
        days = working_days_left(day, today())
        parts.set_tone(self.left, "stop" if days < 0 else "quiet")
        holidays = self.tr("weekends and England's bank holidays left out")
        self.left.setText(f"{abs(days)} {days_in_words(days)}, {holidays}.")
        return True

    def _say(self) -> None:
        card = self._card
        if card is not None and self.isVisible() and self._count():
            day, what = self.day.when.day(), self.what.text().strip()
            stage = Stage(self.stage.currentData())
            self.put_away()
            self.given.emit(card, day, what, stage)
