"""The clerk of the photos."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from lifestory.app.photos import add_photos, bin_photo, photos
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Task
from lifestory.gui.places.photos import Photos


class PhotosClerk(Clerk):
    """Brings photos in, and their small pictures as they are looked at."""

    kinds: ClassVar[frozenset[str]] = frozenset({"photo", "original", "person"})

    def __init__(self, desk: Desk, place: Photos) -> None:
        super().__init__(desk, place)
        self.place = place
        place.brought.connect(self._bring_in)
        place.binned.connect(self._bin)
        place.undo_asked.connect(lambda: desk.undo(place.messages))
        place.model.wanted.connect(self._bring_thumbnail)

    def forget(self) -> None:
        self.place.model.forget()
        self.place.show_photos((), {}, {})

    def refresh(self) -> None:
        if self.desk.case is None:
            return
        records = self.desk.case.records
        originals = {one.id: one for one in records.of(Original)}
        people = {one.id: one for one in records.of(Person)}
        self.place.show_photos(photos(self.desk.case), originals, people)

    def _bring_in(self, paths: list[Path]) -> None:
        case, store, about = self.desk.case, self.desk.store, self.about
        if case is None:
            return

        def work(task: Task) -> list[object]:
            return list(add_photos(store, case, paths, task.progress, task.cancelled, about))

        title = self.tr("Bringing in photos")
        job = self.desk.jobs.write(title, work)
        self.place.messages.follow(job, title)
        job.done.connect(self.place.tell_outcomes)
        job.failed.connect(self.place.messages.trouble)

    def _bin(self, photo: Photo) -> None:
        case = self.desk.case
        if case is not None:
            self.desk.write(self.place.messages, lambda: bin_photo(case, photo.id))

    def _bring_thumbnail(self, photo: Photo) -> None:
        if self.desk.is_open:
            job = self.read_thumbnail(photo)
            job.done.connect(lambda image: self.place.model.put(photo, image))
            job.failed.connect(self.place.messages.trouble)
