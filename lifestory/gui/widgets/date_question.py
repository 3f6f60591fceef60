"""A photo's date asked about, with what is offered: one press, and it is dated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.offered_dates import Hint, OfferedDate
from lifestory.gui.models.photo_words import day_in_words
from lifestory.gui.widgets import parts


class DateQuestion(QWidget):
    """`chosen` carries an HonestDate, `confirmed` that the date is right as it is, `aged` that one
    wishes to say how old the child was."""

    chosen = Signal(object)
    confirmed = Signal()
    aged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.asks = parts.label(kind="minor", tone="look", wrap=True)
        column.addWidget(self.asks)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        column.addLayout(self._answers)
        self.hide()

    def ask(self, words: str, offered: Sequence[OfferedDate], *, doubted: bool) -> None:
        """Ask, with these dates to choose; `doubted` that there is one which may be right after
        all. Nothing to ask, and it is not there."""
        if (shown := (words, tuple(offered), doubted)) == self._shown:
            return
        self._shown = shown
        while (item := self._answers.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        self.asks.setText(words)
        self.setVisible(bool(words))
        if not words:
            return
        for one in offered:
            whence = {
                Hint.FILE_NAME: self.tr("{date}, as its name says"),
                Hint.NEIGHBOURS: self.tr("{date}, like those beside it"),
            }[one.hint]
            said = whence.format(date=day_in_words(one.when))
            self._offer(said, partial(self.chosen.emit, one.when))
        self._offer(self.tr("By an age…"), self.aged.emit)
        if doubted:
            self._offer(self.tr("It is right"), self.confirmed.emit)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        button = parts.button(words, size="small")
        button.clicked.connect(lambda _=False: act())
        self._answers.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
