"""The clerk of the head: whose story this is, and what undo and redo would do."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QImage

from lifestory.app.caseload import ChildCard
from lifestory.app.photos import thumbnail
from lifestory.domain.media import Photo
from lifestory.domain.people import Stage
from lifestory.gui.desk import Desk
from lifestory.gui.models.board import days_in_words, due_in_words
from lifestory.gui.widgets.head import Head


class HeadClerk(QObject):
    """Keeps the head true."""

    def __init__(self, desk: Desk, head: Head, steps: tuple[QAction, QAction]) -> None:
        super().__init__(head)
        self.desk, self.head = desk, head
        self._undo, self._redo = steps
        self._cards: tuple[ChildCard, ...] = ()
        self._board = True
        desk.chosen.connect(self.show_whose)
        desk.changed.connect(lambda _: self.show_steps())
        desk.hiding.connect(self.forget)
        self.show_whose()

    def show_cards(self, cards: tuple[ChildCard, ...]) -> None:
        """The caseload has been read."""
        self._cards = tuple(card for card in cards if not card.archived)
        self.show_whose()

    def forget(self) -> None:
        """Everything is hidden."""
        self._cards = ()

    def show_whose(self, *, board: bool | None = None) -> None:
        """Say whose story lies on the desk; on the board, that it is everyone's."""
        self._board = self._board if board is None else board
        found = None if self._board else self.desk.found
        card = next((one for one in self._cards if found and one.child == found.id), None)
        if found is None:
            self.head.show_whose(self.tr("All my children"), self._count())
        else:
            person = found.person
            name = person.called if person else ""
            title = self.tr("{name}'s story").format(name=name) if name else self.tr("A story")
            self.head.show_whose(title, _line(card) if card else "", name)
            self._bring_portrait(name, person.portrait if person else None)
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

    def _bring_portrait(self, name: str, key: UUID | None) -> None:
        found, store = self.desk.found, self.desk.store
        photo = found.case.records.find(Photo, key) if found else None
        if photo is None:
            return
        job = self.desk.jobs.look(
            "", lambda _: QImage.fromData(thumbnail(store, photo)), quiet=True
        )

        def show(image: QImage) -> None:
            if self.desk.found is found:
                self.head.portrait.show_child(name, image)

        job.done.connect(show)

    def _count(self) -> str:
        today = date.today()
        opened = [one for one in self._cards if one.stage is not Stage.HANDED_OVER]
        late = sum((one.working_days_left or 0) < 0 for one in opened)
        stories = self.tr("{count} open stories").format(count=len(opened))
        if len(opened) == 1:
            stories = self.tr("one open story")
        parts = [f"{today:%a} {today.day} {today:%b %Y}"]
        parts.append(stories if opened else self.tr("no stories yet"))
        said = " · ".join(parts)
        return said + self.tr(", {count} overdue").format(count=late) if late else said


def _line(card: ChildCard) -> str:
    left = card.working_days_left
    if left is None:
        return due_in_words(card)
    return f"{due_in_words(card)}, {abs(left)} {days_in_words(left)}"
