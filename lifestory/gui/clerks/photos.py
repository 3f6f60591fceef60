"""The clerk of the photos."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer

from lifestory.app import photos as verbs
from lifestory.app.album import Album, album, pages_with
from lifestory.app.allowing import allow, forget_permission
from lifestory.app.open_case import OpenCase, with_its_step
from lifestory.app.open_store import Store
from lifestory.app.people import add_person_in_photos
from lifestory.app.portraits import about_portrait
from lifestory.domain.copies import Erased
from lifestory.domain.media import Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.records import Record
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.doubles import DoublesClerk
from lifestory.gui.clerks.erasing import ErasingClerk
from lifestory.gui.clerks.large_photo import LargePhoto
from lifestory.gui.clerks.pictures import Pictures
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job, Task
from lifestory.gui.models.mentions import Targets, targets_of
from lifestory.gui.models.photo_words import arrivals_in_words
from lifestory.gui.models.shown import Show
from lifestory.gui.models.sorting import Sorted, sort_out
from lifestory.gui.places.photos import Photos
from lifestory.gui.widgets.portrait import about

_MANY = 1000
_STAY = 500
"""Milliseconds one stays here before the photo workers are started for a drop that may follow."""


class PhotosClerk(Clerk):
    """Brings photos in, has them read, and keeps what the worker says of them."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"photo", "original", "person", "permission", "edition", "home", "child"}
    )

    def __init__(self, desk: Desk, place: Photos) -> None:
        super().__init__(desk, place)
        self.place = place
        self._pictures = Pictures(desk, place.model, place.messages)
        self._reading: Job | None = None
        self._again = False
        self._began = 0.0
        self._warm: Store | None = None
        self._stay = QTimer(self, interval=_STAY, singleShot=True)
        self._stay.timeout.connect(self._warm_workers)
        self._aim: UUID | None = None
        self._listen()
        self._keep_what_is_said()
        LargePhoto(self, place).made.connect(self.aim_at)
        self.doubles = DoublesClerk(self, place)
        self.erasing = ErasingClerk(desk, place)
        place.erase_asked.connect(self._ask_to_erase)

    def _listen(self) -> None:
        place = self.place
        place.brought.connect(self._bring_in)
        place.binned.connect(self._bin)
        place.pages_wanted.connect(self._bring_pages)
        place.closer.page_asked.connect(lambda page: self.go.emit("book", page))
        for who in (place.closer.who, place.viewer.panel.who):
            who.face_wanted.connect(self._bring_face)
            who.allowed.connect(self._allow)
            who.permission_forgotten.connect(lambda key: self._write(forget_permission, key))
        for said, of in (
            (place.closer.who.brought, place.closer),
            (place.viewer.panel.who.brought, place.viewer),
            (place.many.brought, place.many),
        ):
            said.connect(lambda person, of=of: self._write(add_person_in_photos, of.ids, person))

    def _keep_what_is_said(self) -> None:
        """Each signal of the place, and the verb that does what it says."""
        place = self.place
        for said, verb in (
            (place.put_back, verbs.put_back),
            (place.dated, verbs.date_photos),
            (place.dates_confirmed, verbs.confirm_dates),
            (place.named, verbs.name_person),
            (place.taken_out, verbs.take_person_out),
            (place.told_from, verbs.tell_photos_from),
            (place.turned, verbs.turn_photos),
            (place.portrait_chosen, verbs.use_as_portrait),
            (place.closer.captioned, verbs.caption_photo),
            (place.closer.described, verbs.describe_photo),
        ):
            said.connect(lambda *what, verb=verb: self._write(verb, *what))
        place.edges_kept.connect(
            lambda keys, on: self._write(lambda case: verbs.keep_edges(case, keys, scan=on))
        )

    def enter(self) -> None:
        super().enter()
        if self.desk.is_open and self._warm is not self.desk.store:
            self._stay.start()

    def _warm_workers(self) -> None:
        if self.desk.is_open and self._warm is not self.desk.store:
            self._warm = store = self.desk.store
            self.desk.jobs.read("", lambda _: store.workers.warm(), quiet=True)

    def _allow(self, permission: Permission) -> None:
        found = self.desk.found
        if found is not None:
            self.desk.write(self.place.messages, lambda: allow(found, permission))

    def _write(self, verb: Callable[..., object], *what: object) -> Job | None:
        case = self.desk.case
        if case is None:
            return None
        return self.desk.write(self.place.messages, lambda: verb(case, *what))

    def forget(self) -> None:
        self._pictures.forget()
        self._stay.stop()
        self._warm = None
        self._aim = None
        self.place.forget()

    def aim_at(self, record: object) -> None:
        if isinstance(record, Show):  # of everyone
            self.place.show_only(record)
        key = record.id if isinstance(record, Record) else record
        if isinstance(key, UUID):
            self._aim = key
            self._go_to_aim()

    def refresh(self) -> None:
        """Read the album; while it is being read, any number of changes come to one more time."""
        found = self.desk.found
        if found is None:
            return
        if self._reading is not None:
            self._again = True
            return
        case, wish, shown = found.case, self.place.filters.wish, self.place.model.rows

        def work(_task: Task) -> tuple[Album, Targets, Sorted]:
            read = album(found)
            return read, targets_of(case.records), sort_out(read, wish, shown)

        self._began = time.monotonic()
        self._reading = self.desk.jobs.look("", work, quiet=True)
        self._reading.done.connect(lambda read: self._show(case, *read))
        self._reading.failed.connect(self.place.messages.trouble)
        self._reading.finished.connect(self._read)

    def _show(self, case: OpenCase, read: Album, mentions: Targets, found: Sorted) -> None:
        if self.desk.case is case:
            self.place.show_album(read, mentions, found)
            self._go_to_aim()

    def _read(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            # Of thousands it would be read all the time while more come in: half of it is enough.
            took = round((time.monotonic() - self._began) * 1000)
            rest = took if self.place.model.rowCount() > _MANY else 0
            QTimer.singleShot(rest, self, self.touch) if rest else self.touch()

    def _go_to_aim(self) -> None:
        if self._aim is not None and self.place.model.rowCount():
            self.place.choose(self._aim)
            self._aim = None

    def _bring_in(self, paths: list[Path]) -> None:
        case, about = self.desk.case, self.about
        if case is None:
            return
        store = self.desk.store

        def work(task: Task) -> tuple[list[verbs.PhotoOutcome], UUID | None]:
            added = verbs.add_photos(store, case, paths, task.progress, task.cancelled, about)
            return with_its_step(case, lambda: list(added))

        title = self.tr("Bringing in photos")
        job = self.desk.jobs.bring(title, work)
        counted = self.tr("Bringing in {done} of {total} photos.")
        self.place.messages.follow(job, title, counted, self.tr("You can go on working."))
        here = (case, about)
        self.place.expect(len(paths))
        job.progress.connect(lambda _, total, __: self._expect(here, total))
        job.finished.connect(lambda: self._expect(here, 0))
        tell = self.beside(self._tell_outcomes, self._tell_elsewhere)
        job.done.connect(lambda done: tell(*done, job.total))
        job.stopped.connect(lambda: tell((), None, 1))
        messages = self.place.messages
        job.failed.connect(self.beside(messages.trouble, messages.trouble))

    def _expect(self, where: tuple[OpenCase, frozenset[UUID]], photos: int) -> None:
        """Empty cells until the first stands there; none any more once all is read anew."""
        if (self.desk.case, self.about) != where:
            return
        if photos:
            self.place.expect(photos)
        else:
            self.place.coming.expect(0)
            self.touch()

    def _tell_outcomes(
        self, outcomes: Sequence[verbs.PhotoOutcome], step: UUID | None, files: int
    ) -> None:
        self.place.news.tell_outcomes(outcomes, files, self.undo_of(step))

    def _tell_elsewhere(
        self, outcomes: Sequence[verbs.PhotoOutcome], _step: UUID | None, files: int
    ) -> None:
        what, _ = arrivals_in_words(outcomes, files)
        self.place.messages.tell(what, self.tr("They are in the story they were brought to."))

    def _bin(self, keys: list[UUID]) -> None:
        found = self.desk.found
        if found is None:
            return
        many = self.tr("{count} photos are in the bin.").format(count=len(keys))
        what = self.tr("One photo is in the bin.") if len(keys) == 1 else many
        stays = self.tr("They stay there until you put them back.")
        if len(keys) == 1:
            stays = self.tr("It stays there until you put it back.")
        self.write_undoable(
            found,
            lambda: verbs.bin_photos(found.case, keys),
            lambda _, undo: self.place.news.offer_undo(what, stays, undo),
        )

    def _ask_to_erase(self, what: Erased, key: UUID) -> None:
        found = self.desk.found
        if found is not None:
            person = found.case.records.find(Person, key)
            called = person.called if person else ""
            self.place.flush()  # what is being typed is not written after it has gone
            self.erasing.ask(lambda: found, what, key, called)

    def _bring_pages(self, photo: Photo) -> None:
        found = self.desk.found
        if found is not None:
            job = self.desk.jobs.read("", lambda _: pages_with(found, photo), quiet=True)
            job.done.connect(lambda pages: self.place.show_pages(photo.id, pages))

    def _bring_face(self, key: UUID) -> None:
        records = self.desk.case.records if self.desk.case else None
        person = records.find(Person, key) if records else None
        photo = records.find(Photo, person.portrait) if records and person else None
        if photo is not None and records is not None and person is not None:
            face = about_portrait(records, person)
            self.read_thumbnail(photo).done.connect(
                lambda image: self.place.show_face(key, about(image, face))
            )
