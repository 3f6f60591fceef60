"""The clerk of the head: whose story this is, and what undo and redo would do."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QImage

from lifestory.app.caseload import ChildCard
from lifestory.app.photos import thumbnail
from lifestory.app.portraits import about_portrait
from lifestory.app.working_days import today
from lifestory.domain.changes import Changes
from lifestory.domain.media import Photo
from lifestory.domain.people import Person
from lifestory.gui.desk import Desk
from lifestory.gui.models import head_words
from lifestory.gui.widgets.head import Head
from lifestory.gui.widgets.portrait import about


class HeadClerk(QObject):
    """Keeps the head true."""

    def __init__(self, desk: Desk, head: Head, steps: tuple[QAction, QAction]) -> None:
        super().__init__(head)
        self.desk, self.head = desk, head
        self._undo, self._redo = steps
        self._cards: tuple[ChildCard, ...] = ()
        self._board = True
        desk.chosen.connect(self.show_whose)
        desk.changed.connect(self._hear)
        desk.hiding.connect(self.forget)
        self.show_whose()

    def show_cards(self, cards: tuple[ChildCard, ...]) -> None:
        """The caseload has been read."""
        self._cards = tuple(card for card in cards if not card.archived)
        self.show_whose()

    def _hear(self, changes: Changes) -> None:
        """A commit changed something, perhaps what the child is called."""
        if changes.touches("person"):
            self.show_whose()
        else:
            self.show_steps()

    def forget(self) -> None:
        """Everything is hidden."""
        self._cards = ()

    def show_whose(self, *, board: bool | None = None) -> None:
        """Say whose story lies on the desk; on the board, that it is everyone's."""
        self._board = self._board if board is None else board
        found = None if self._board else self.desk.found
        card = next((one for one in self._cards if found and one.child == found.id), None)
        if found is None:
            line = head_words.of_board(self._cards, today())
            self.head.show_whose(self.tr("All my children"), line)
        else:
            person = found.person
            name = person.called if person else ""
            title = self.tr("{name}'s story").format(name=name) if name else self.tr("A story")
            line = head_words.of_child(card) if card else head_words.Line("")
            self.head.show_whose(title, line, name)
            if person is not None:
                self._bring_portrait(person)
        self.show_steps()

    def show_steps(self) -> None:
        """Say what undo and redo would do."""
        case = self.desk.case
        for action, word, title in (
            (self._undo, self.tr("Undo"), case.undo_title if case else None),
            (self._redo, self.tr("Redo"), case.redo_title if case else None),
        ):
            action.setEnabled(title is not None)
            action.setText(f"{word}: {title}" if title else word)
        self.head.show_steps(self._undo, self._redo)

    def _bring_portrait(self, person: Person) -> None:
        found, store = self.desk.found, self.desk.store
        photo = found.case.records.find(Photo, person.portrait) if found else None
        if photo is None or found is None:
            return
        face = about_portrait(found.case.records, person)
        job = self.desk.jobs.look(
            "", lambda _: QImage.fromData(thumbnail(store, photo)), quiet=True
        )

        def show(image: QImage) -> None:
            if self.desk.found is found:
                self.head.portrait.show_child(person.called, about(image, face))

        job.done.connect(show)
