"""Pieces of writing one under the other, each a heading over its words: to add and to take out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.words import read, write
from lifestory.gui import look
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.words_edit import WordsEdit


class WordsRow(QWidget):
    """One piece: its heading, its words, and a button that takes it out. `left` tells that a field
    was left; `typed` is true from the first letter until what was typed has been said."""

    left = Signal()
    taken_out = Signal()

    def __init__(self, heading: str, words: str, out: str, *, high: int) -> None:
        """What its fields and its button are called, and how high the words are in pixels."""
        super().__init__()
        self.typed = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.heading = parts.Field(heading)
        self.text = WordsEdit(words)
        self.text.setProperty("part", "field")
        self.text.setFont(look.font())
        self.text.setFixedHeight(look.larger(high))
        self.text.edited.connect(self.mark)
        self.text.left.connect(self.left)
        self._standing = ""
        self.out = parts.button(self.tr("Take it out"), "", "quiet", "small")
        self.out.setAccessibleName(out)
        self.out.clicked.connect(self.taken_out)
        for widget in (self.heading, self.text, in_a_row(end=self.out)):
            self.column.addWidget(widget)
        self.watch(self.heading)

    @property
    def first(self) -> QWidget:
        """Where one begins to fill it."""
        return self.heading

    def watch(self, field: parts.Field) -> None:
        """What is typed in this field counts, and is said when one leaves it."""
        field.textEdited.connect(self.mark)
        field.left.connect(self.left)

    def mark(self) -> None:
        """Something was typed."""
        self.typed = True

    def show_text(self, text: str, names: Names) -> None:
        """Show these words."""
        self._standing = text
        self.text.show_words(read(text), names)

    def written(self) -> str:
        """The words as they now are; as they stood where nobody changed them."""
        words = self.text.words()
        return self._standing if read(self._standing) == words else write(words)

    def forget(self) -> None:
        """Hold nobody's words."""
        self._standing = ""
        self.text.forget()
        for field in self.findChildren(parts.Field):
            field.clear()


Row = TypeVar("Row", bound=WordsRow)


class WordsRows(QWidget, Generic[Row]):
    """The rows under a title. `edited` carries what they now say, `met` a Named, somebody new."""

    edited = Signal(object)
    met = Signal(object)

    def __init__(self, title: str, more: str) -> None:
        """The title, and the words of the link that adds a row."""
        super().__init__()
        self.rows: list[Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(title, "field", "quiet"))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column.addLayout(self._column)
        self.add = parts.button(more, "plus", "link")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add)

    def say(self) -> None:
        """Say what was typed."""
        if self.typed:
            for row in self.rows:
                row.typed = False
            self.keep()

    @property
    def typed(self) -> bool:
        """True while something typed has not been said."""
        return any(row.typed for row in self.rows)

    def new_row(self) -> Row:
        """A row to be filled."""
        raise NotImplementedError

    def keep(self) -> None:
        """Say what the rows hold, if that is something else."""
        raise NotImplementedError

    def rename(self, names: Names) -> None:
        """Someone is called otherwise."""
        for row in self.rows:
            row.text.rename(names)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these and no others."""
        # Hidden while it has the keyboard, a row says that it was left: it is none of ours by then.
        gone, self.rows = self.rows, []
        for row in gone:
            _let_go(row)
        for row in rows:
            self._put(row)

    def _put(self, row: Row) -> None:
        row.left.connect(self.say)
        row.text.met.connect(self.met)
        row.taken_out.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._column.addWidget(row)

    def _add(self) -> None:
        self.say()
        row = self.new_row()
        self._put(row)
        row.first.setFocus()

    def _take_out(self, row: Row) -> None:
        self.rows.remove(row)
        _let_go(row)
        self.add.setFocus()
        self.keep()


def _let_go(row: WordsRow) -> None:
    row.hide()
    row.forget()
    row.deleteLater()
