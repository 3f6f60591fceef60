"""The clerk of erasing: says what goes and who still holds it, asks once, and does it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from lifestory.app.erasing import Done, Erased, Erasure, erase, look
from lifestory.app.open_case import FoundChild
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Task
from lifestory.gui.widgets.erasing import ErasingDialog
from lifestory.gui.widgets.place import Place


class ErasingClerk(QObject):
    """`erased` carries what it was, once it is gone."""

    erased = Signal(object)

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(place)
        self.desk, self.place = desk, place
        self.dialog: ErasingDialog | None = None
        desk.hiding.connect(self._close)

    def ask(self, found: Callable[[], FoundChild], what: Erased, key: UUID, called: str) -> None:
        """Look what it would do, and ask. `found` is called off the window's thread."""
        store = self.desk.store

        def work(_task: Task) -> tuple[FoundChild, Erasure]:
            child = found()
            return child, look(store, child, what, key)

        job = self.desk.jobs.read(self.tr("Looking who still holds it"), work, quiet=True)
        job.done.connect(lambda looked: self._show(looked[0], looked[1], key, called))
        job.failed.connect(self.place.messages.trouble)

    def _show(self, found: FoundChild, erasure: Erasure, key: UUID, called: str) -> None:
        if not self.desk.is_open:
            return
        self._close()
        of_child = erasure.what is Erased.CHILD
        reference = found.child.reference if of_child else ""
        self.dialog = ErasingDialog(self.place, erasure, called, reference)
        self.dialog.accepted.connect(lambda: self._erase(found, erasure.what, key))
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _erase(self, found: FoundChild, what: Erased, key: UUID) -> None:
        store, title = self.desk.store, self.tr("Erasing")
        on_desk = self.desk.found
        if what is Erased.CHILD and on_desk is not None and on_desk.id == key:
            self.desk.choose(None)  # before every screen hears that there is no such child
        job = self.desk.jobs.write(
            title,
            lambda task: erase(store, found, what, key, task.progress),
        )
        self.place.messages.follow(job, title)
        job.failed.connect(self.place.messages.trouble)
        job.done.connect(lambda done: self._tell(what, done))

    def _tell(self, what: Erased, done: Done) -> None:
        if not self.desk.is_open:
            return
        left = self.tr("Nothing is left to do by hand.")
        if done.left:
            left = self.tr("What is left to do by hand stands on Children.")
        self.place.messages.tell(self.tr("It is erased for good."), left, "good")
        if done.trouble:
            again = self.tr("The backup could not be made anew, and still holds it.")
            self.place.messages.tell(again, done.trouble, "stop")
        self.erased.emit(what)

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def _forget(self) -> None:
        self.dialog = None
