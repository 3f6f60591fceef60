"""Opening an archive, from the board or from handing over: look, let the worker choose, take in."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from lifestory.app.archives import (
    Looked,
    Passphrase,
    TakenIn,
    look_into_archive,
    take_from_archive,
)
from lifestory.app.open_case import open_case
from lifestory.domain.changes import Changes
from lifestory.domain.people import Case
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job
from lifestory.gui.messages import Answer, TakeBack
from lifestory.gui.places.open_archive import OpenArchive
from lifestory.gui.widgets.place import Place

Here = Callable[[Callable[..., object]], Callable[..., None]]
"""Makes of something that is told something that is told only where it may be."""


class Opening(QObject):
    """Two jobs with the worker's choice between them. `more` are further buttons for the message
    that it is done."""

    taken = Signal(object)

    def __init__(
        self, desk: Desk, place: Place, form: OpenArchive, here: Here, *more: Answer
    ) -> None:
        super().__init__(place)
        self._desk, self._place, self._form = desk, place, form
        self._here, self._more = here, more
        form.agreed.connect(self._take)

    def look(self, file: Path, passphrase: str) -> None:
        """Verify an archive and show what it would bring; nothing is written."""
        store, key = self._desk.store, Passphrase(passphrase)
        title = self.tr("Reading the archive")
        job = self._desk.jobs.read(
            title, lambda task: look_into_archive(store, file, key, task.progress, task.cancelled)
        )
        self._follow(job, title)
        job.done.connect(self._here(self._show))

    def _show(self, looked: Looked) -> None:
        self._form.show_looked(looked)

    def _take(self, looked: Looked, theirs: Collection[UUID]) -> None:
        store, title = self._desk.store, self.tr("Taking in the archive")
        job = self._desk.jobs.write(
            title,
            lambda task: take_from_archive(store, looked, theirs, task.progress, task.cancelled),
        )
        self._follow(job, title)
        job.done.connect(self._tell_screens)
        job.done.connect(self._here(self._tell))

    def _follow(self, job: Job, title: str) -> None:
        self._place.messages.follow(job, title)
        job.failed.connect(self._here(self._place.messages.trouble))
        stopped = self.tr("Stopped, as you asked.")
        nothing = self.tr("Nothing has been changed.")
        job.stopped.connect(self._here(lambda: self._place.messages.tell(stopped, nothing)))

    def _tell_screens(self, taken: TakenIn) -> None:
        """The desk hears only of the case that lies on it; the board shows every child."""
        if self._desk.is_open:
            touched = frozenset({(Case.kind, taken.case)})
            self._desk.changed.emit(Changes(self.tr("Taking in the archive"), touched))
        self.taken.emit(taken)

    def _tell(self, taken: TakenIn) -> None:
        said = self.tr("What was new is taken in; it stands among your children.")
        if taken.kept:
            stays = self.tr("What was told differently stays as it is here: {many}.")
            said = f"{said} {stays.format(many=len(taken.kept))}"
        undo: Answer = (self.tr("Undo"), TakeBack(taken.step, lambda one: self._undo(taken, one)))
        answers = (*self._more, undo) if taken.step else self._more
        self._place.messages.tell(self.tr("The archive is open."), said, "good", answers)

    def _undo(self, taken: TakenIn, step: UUID | None) -> None:
        store = self._desk.store
        job = self._desk.write(
            self._place.messages, lambda: open_case(store, taken.case).undo_only(step)
        )
        job.done.connect(lambda _: self._tell_screens(taken))
