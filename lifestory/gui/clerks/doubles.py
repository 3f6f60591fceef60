"""The clerk of the doubles: finds them, and does with them what the worker says."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from lifestory.app.doubles import doubles, keep_best, look_again, say_different
from lifestory.app.photos import thumbnail
from lifestory.domain.media import Photo
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.jobs import Job, Task
from lifestory.gui.places.photos import Photos


class DoublesClerk(QObject):
    """Serves the doubles of the photos."""

    def __init__(self, clerk: Clerk, place: Photos) -> None:
        super().__init__(place)
        self._clerk, self._desk, self._place = clerk, clerk.desk, place
        self._looking: Job | None = None
        place.doubles_asked.connect(self.find)
        place.doubles.kept.connect(self._keep)
        place.doubles.different.connect(self._say_different)
        place.doubles.wanted.connect(self._bring)

    def find(self) -> None:
        """Look for doubles, and show them once they are found."""
        found = self._desk.found
        if found is None or not self._desk.is_open or self._looking is not None:
            return
        title = self.tr("Looking for doubles")
        store = self._desk.store

        def work(task: Task) -> tuple[tuple[UUID, ...], ...]:
            looks = look_again(store, found, task.progress, task.cancelled)
            return doubles(found, task.progress, task.cancelled, looks)

        job = self._desk.jobs.read(title, work)
        self._looking = job
        counted = self.tr("Comparing {done} of {total} photos.")
        self._place.messages.follow(job, title, counted, self.tr("You can go on working."))

        def tell(groups: tuple[tuple[UUID, ...], ...]) -> None:
            if self._desk.found is found:
                self._place.show_doubles(groups)

        job.done.connect(tell)
        job.failed.connect(self._place.messages.trouble)
        job.finished.connect(self._found)

    def _found(self) -> None:
        self._looking = None

    def _keep(self, best: UUID, others: list[UUID], in_their_places: bool) -> None:
        found, place = self._desk.found, self._place
        if found is None:
            return
        one = self.tr("One photo is in the bin, the best of them stays.")
        many = self.tr("{count} photos are in the bin, the best of them stays.")
        what = one if len(others) == 1 else many.format(count=len(others))
        self._clerk.write_undoable(
            found,
            lambda: keep_best(found.case, best, others, in_their_places=in_their_places),
            lambda _, undo: place.news.offer_undo(what, "", undo),
        )

    def _say_different(self, group: list[UUID]) -> None:
        case = self._desk.case
        if case is not None:
            self._desk.write(self._place.messages, lambda: say_different(case, group))

    def _bring(self, photo: Photo) -> None:
        if self._desk.is_open:
            store = self._desk.store
            job = self._desk.jobs.read(
                "", lambda _: QImage.fromData(thumbnail(store, photo)), quiet=True
            )
            job.done.connect(lambda image: self._place.doubles.put(photo, image))
            job.failed.connect(self._place.messages.trouble)
