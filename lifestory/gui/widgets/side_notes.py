"""The margin notes of an older reader's page: a small heading and some words each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from lifestory.domain.stories import SideNote
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets.words_rows import WordsRow, WordsRows

translate = QCoreApplication.translate


class _Note(WordsRow):
    """One note."""

    def __init__(self, note: SideNote, names: Names, number: int) -> None:
        super().__init__(
            translate("SideNotes", "Heading of side note {number}").format(number=number),
            translate("SideNotes", "Words of side note {number}").format(number=number),
            translate("SideNotes", "Take out side note {number}").format(number=number),
            high=104,
        )
        self._note = note
        self.heading.setPlaceholderText(self.tr("Small heading"))
        self.heading.setText(note.heading)
        self.text.setPlaceholderText(self.tr("What it says"))
        self.show_text(note.text, names)

    def note(self) -> SideNote:
        """The note as it now is."""
        return replace(self._note, heading=self.heading.text().strip(), text=self.written())


class SideNotes(WordsRows[_Note]):
    """`edited` carries the notes, a tuple of SideNote, when a field is left; `met` a Named,
    somebody new."""

    def __init__(self) -> None:
        super().__init__(
            translate("SideNotes", "Side notes"), translate("SideNotes", "Add a side note")
        )
        self._of: UUID | None = None
        self._notes: tuple[SideNote, ...] = ()
        self._names: Names = {}

    def show_notes(self, of: UUID, notes: Sequence[SideNote], names: Names) -> None:
        """Show the notes of a passage; one that is being typed stays as typed."""
        same, self._of, self._names = of == self._of, of, names
        if same and (tuple(notes) == self._notes or self.typed):
            self.rename(names)
            return
        self._notes = tuple(notes)
        self._show()

    def forget(self) -> None:
        """Show no notes."""
        self._of, self._notes, self._names = None, (), {}
        self._show()

    def new_row(self) -> _Note:
        return _Note(SideNote(), self._names, len(self.rows) + 1)

    def keep(self) -> None:
        """A note without a word is none."""
        there = (row.note() for row in self.rows)
        filled = tuple(one for one in there if one.heading or one.text)
        if filled != self._notes:
            self._notes = filled
            self.edited.emit(filled)

    def _show(self) -> None:
        self.show_rows([_Note(note, self._names, at + 1) for at, note in enumerate(self._notes)])
