"""The recovery phrase: shown once to be written down, and then some of its words asked back."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.gui.widgets import parts

ASKED = 3
"""Words that are asked back: enough to show that it was written down."""
COLUMNS = 3
_ACROSS = 3
"""A column of the phrase is a number, its word, and the room to the next."""
_BETWEEN = 8


class Phrase(QWidget):
    """`noted` when the words that were asked for are right. `says` what it is for; `enters` is
    what the last button says."""

    noted = Signal()

    def __init__(self, says: str = "", enters: str = "") -> None:
        super().__init__()
        self._says, self._enters = says, enters
        self._phrase: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._showing())
        self._steps.addWidget(self._asking())
        column.addWidget(self._steps)
        column.addStretch(1)

    def _showing(self) -> QWidget:
        page, column = _page(
            self.tr("Write this down now"),
            self._says
            or self.tr(
                "Step 2 of 2. This recovery phrase opens the store when the passphrase is "
                "forgotten. It is shown only now. Write it on paper and keep that locked away, "
                "not with this laptop."
            ),
        )
        self.card = parts.panel("card")
        self.card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self.card)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setHorizontalSpacing(8)
        for one in range(COLUMNS):
            self._grid.setColumnStretch(one * _ACROSS + 1, 1)
        self._grid.setVerticalSpacing(12)
        column.addWidget(self.card)
        self.written = parts.button(self.tr("I have written it down"), kind="primary")
        self.written.clicked.connect(self.ask)
        column.addWidget(self.written, alignment=Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        return page

    def _asking(self) -> QWidget:
        page, column = _page(
            self.tr("Read it back from your paper"),
            self.tr("Only to be sure that it can be read, on the day you need it."),
        )
        self.asked: list[tuple[int, parts.Field]] = []
        self._fields = QGridLayout()
        self._fields.setSpacing(8)
        column.addLayout(self._fields)
        self.wrong = parts.label(
            self.tr("A word differs from the phrase. Look at your paper, or see it again."),
            tone="stop",
            wrap=True,
        )
        self.wrong.hide()
        column.addWidget(self.wrong)
        column.addSpacing(8)
        again = parts.button(self.tr("Show it again"), "arrow-left", "quiet")
        again.clicked.connect(lambda: self._steps.setCurrentIndex(0))
        self.enter = parts.button(self._enters or self.tr("Go to my children"), kind="primary")
        self.enter.clicked.connect(self._compare)
        row = QHBoxLayout()
        row.addWidget(again)
        row.addStretch(1)
        row.addWidget(self.enter)
        column.addLayout(row)
        column.addStretch(1)
        return page

    @property
    def words(self) -> tuple[str, ...]:
        """The phrase that is shown; empty when there is none."""
        return self._phrase

    def show_phrase(self, phrase: str) -> None:
        """Show it."""
        self.clear()
        self._phrase = tuple(phrase.split())
        for number, word in enumerate(self._phrase):
            rows = -(-len(self._phrase) // COLUMNS)
            row, column = number % rows, number // rows * _ACROSS
            self._grid.addWidget(_number(str(number + 1), "phrase"), row, column)
            self._grid.addWidget(parts.label(word, "phrase"), row, column + 1)
            if column:
                self._grid.setColumnMinimumWidth(column - 1, _BETWEEN)
        said = self.tr("Recovery phrase: {words}").format(words=" ".join(self._phrase))
        self.card.setAccessibleName(said)
        self.written.setFocus()

    def ask(self) -> None:
        """Hide it, and ask for some of its words."""
        self._forget_fields()
        places = sorted(secrets.SystemRandom().sample(range(len(self._phrase)), ASKED))
        for row, place in enumerate(places):
            name = self.tr("Word {number}").format(number=place + 1)
            field = parts.Field(name)
            field.returnPressed.connect(self._compare)
            self._fields.addWidget(_number(name, "strong"), row, 0)
            self._fields.addWidget(field, row, 1)
            self.asked.append((place, field))
        self._steps.setCurrentIndex(1)
        self.asked[0][1].setFocus()

    def clear(self) -> None:
        """Forget it."""
        self._phrase = ()
        self.card.setAccessibleName("")
        _empty(self._grid)
        self._forget_fields()
        self._steps.setCurrentIndex(0)

    def _forget_fields(self) -> None:
        self.asked.clear()
        _empty(self._fields)
        self.wrong.hide()

    def _compare(self) -> None:
        said = [(self._phrase[place], field) for place, field in self.asked]
        right = [field.text().strip().casefold() == word for word, field in said]
        for (_, field), is_right in zip(said, right, strict=True):
            parts.mark_trouble(field, trouble=not is_right)
        self.wrong.setVisible(not all(right))
        if right and all(right):
            self._forget_fields()  # a second click finds nothing more to compare
            self.noted.emit()


def _number(words: str, kind: str) -> QLabel:
    """Numbers stand right, so that one digit lies under the last of two, all beside their words."""
    made = parts.label(words, kind, "quiet" if kind == "phrase" else "")
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _page(title: str, says: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(parts.label(title, "hero", wrap=True))
    column.addWidget(parts.label(says, tone="quiet", wrap=True))
    return page, column


def _empty(grid: QGridLayout) -> None:
    while item := grid.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
