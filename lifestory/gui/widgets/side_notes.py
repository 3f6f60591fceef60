"""The margin notes of an older reader's page: a small heading and some words each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.words import read, write
from lifestory.domain.stories import SideNote
from lifestory.gui import look
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.words_edit import WordsEdit


class SideNotes(QWidget):
    """`edited` carries the notes, a tuple of SideNote, when a field is left; `met` a Named,
    somebody new."""

    edited = Signal(object)
    met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._of: UUID | None = None
        self._notes: tuple[SideNote, ...] = ()
        self._names: Names = {}
        self.rows: list[_Note] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Side notes"), "field", "quiet"))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column.addLayout(self._column)
        self.add = parts.button(self.tr("Add a side note"), "plus", "link")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add)

    def show_notes(self, of: UUID, notes: Sequence[SideNote], names: Names) -> None:
        """Show the notes of a passage; one that is being typed stays as typed."""
        same = of == self._of
        self._of, self._names = of, names
        if same and (tuple(notes) == self._notes or any(row.typed for row in self.rows)):
            for row in self.rows:
                row.text.rename(names)
            return
        self._notes = tuple(notes)
        self._show()

    def forget(self) -> None:
        """Show no notes."""
        self._of, self._notes, self._names = None, (), {}
        self._show()

    def say(self) -> None:
        """Say what was typed."""
        if any(row.typed for row in self.rows):
            notes = tuple(row.note() for row in self.rows)
            for row in self.rows:
                row.typed = False
            self._keep(notes)

    def _keep(self, notes: tuple[SideNote, ...]) -> None:
        """A note without a word is none."""
        filled = tuple(one for one in notes if one.heading or one.text)
        if filled != self._notes:
            self._notes = filled
            self.edited.emit(filled)

    def _show(self) -> None:
        # Hidden while it has the keyboard, a row says that it was left: it is none of ours by then.
        gone, self.rows = self.rows, []
        for row in gone:
            row.hide()
            row.text.forget()
            row.heading.clear()
            row.deleteLater()
        for note in self._notes:
            self._put(note)

    def _put(self, note: SideNote) -> _Note:
        row = _Note(note, self._names, len(self.rows) + 1)
        row.left.connect(self.say)
        row.text.met.connect(self.met)
        row.taken_out.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _add(self) -> None:
        self.say()
        self._put(SideNote()).heading.setFocus()

    def _take_out(self, row: _Note) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus()
        self._keep(tuple(one.note() for one in self.rows))


class _Note(QWidget):
    """One note."""

    left = Signal()
    taken_out = Signal()

    def __init__(self, note: SideNote, names: Names, number: int) -> None:
        super().__init__()
        self._note = note
        self.typed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.heading = parts.Field(self.tr("Heading of side note {number}").format(number=number))
        self.heading.setPlaceholderText(self.tr("Small heading"))
        self.heading.setText(note.heading)
        self.text = WordsEdit(self.tr("Words of side note {number}").format(number=number))
        self.text.setProperty("part", "field")
        self.text.setFont(look.font())
        self.text.setFixedHeight(look.larger(104))
        self.text.setPlaceholderText(self.tr("What it says"))
        self.text.show_words(read(note.text), names)
        out = parts.button(self.tr("Take it out"), "", "quiet", "small")
        out.setAccessibleName(self.tr("Take out side note {number}").format(number=number))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(out)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addLayout(row)
        self.heading.textEdited.connect(self._mark)
        self.text.edited.connect(self._mark)
        self.heading.left.connect(self.left)
        self.text.left.connect(self.left)
        out.clicked.connect(self.taken_out)

    def note(self) -> SideNote:
        """The note as it now is."""
        words = self.text.words()
        text = self._note.text if read(self._note.text) == words else write(words)
        return replace(self._note, heading=self.heading.text().strip(), text=text)

    def _mark(self) -> None:
        self.typed = True
