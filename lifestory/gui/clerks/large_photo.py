"""The clerk of the large photo: brings its pixels, and keeps what is done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lifestory.app import photos as verbs
from lifestory.app.open_case import with_its_step
from lifestory.app.replacing import replace_photo
from lifestory.app.splitting import prints_on, split_photo
from lifestory.domain.edits import Piece
from lifestory.domain.media import Photo, Rendition
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.jobs import Job
from lifestory.gui.messages import Answer
from lifestory.gui.places.photos import Photos


class LargePhoto(QObject):
    """`made` carries the id of the first photo that was made of a scan."""

    made = Signal(object)

    def __init__(self, clerk: Clerk, place: Photos) -> None:
        super().__init__(place)
        self._clerk, self._desk = clerk, clerk.desk
        self._place, self._viewer = place, place.viewer
        self._job: Job | None = None
        viewer = self._viewer
        viewer.easel.wanted.connect(self._bring)
        for said, verb in (
            (viewer.turned, verbs.turn_photo),
            (viewer.crop.cropped, verbs.crop_photo),
            (viewer.crop.straightened, verbs.straighten_photo),
            (viewer.looking.restored, verbs.restore_photo),
            (viewer.faces.face_marked, verbs.mark_face),
            (viewer.hiding.covered, verbs.cover_photo),
            (viewer.point.focused, verbs.focus_photo),
        ):
            said.connect(lambda *what, verb=verb: self._write(verb, *what))
        viewer.greyed.connect(
            lambda key, on: self._write(lambda case: verbs.grey_photo(case, key, grey=on))
        )
        viewer.split.wanted.connect(self._find_prints)
        viewer.split.split.connect(self._split)
        viewer.looking.replaced.connect(self._replace)

    def _write(self, verb: Callable[..., object], *what: object) -> Job | None:
        case = self._desk.case
        if case is None:
            return None
        return self._desk.write(self._place.messages, lambda: verb(case, *what))

    def _bring(self, rendition: Rendition) -> None:
        if not self._desk.is_open:
            return
        store = self._desk.store
        if self._job is not None:
            self._job.cancel()
        job = self._desk.jobs.look(
            "", lambda _: QImage.fromData(verbs.picture(store, rendition)), quiet=True
        )
        self._job = job
        job.done.connect(lambda image: self._viewer.easel.put(rendition, image))
        job.failed.connect(self._place.messages.trouble)
        job.finished.connect(lambda: self._came(job))

    def _came(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _find_prints(self, photo: Photo) -> None:
        """A scan in which nothing can be found is split by hand: that is no trouble."""
        store = self._desk.store
        job = self._desk.jobs.read("", lambda _: prints_on(store, photo), quiet=True)
        job.done.connect(lambda pieces: self._viewer.split.show_prints(photo.id, pieces))
        job.failed.connect(self._place.messages.trouble)
        job.failed.connect(lambda _: self._viewer.split.show_prints(photo.id, ()))

    def _split(self, key: UUID, pieces: Sequence[Piece]) -> None:
        found = self._desk.found
        if found is None:
            return
        count = len(pieces)
        many = self.tr("{count} photos were made of the scan.").format(count=count)
        what = self.tr("One photo was made of the scan.") if count == 1 else many
        stays = self.tr("The scan itself lies in the bin, just as it came.")

        def tell(made: Sequence[UUID], undo: Answer) -> None:
            self._place.news.offer_undo(what, stays, undo)
            if made:
                self.made.emit(made[0])

        self._clerk.write_undoable(found, lambda: split_photo(found.case, key, pieces), tell)

    def _replace(self, key: UUID, file: Path) -> None:
        case = self._desk.case
        if case is None:
            return
        store = self._desk.store
        title = self.tr("Looking at the better scan")
        job = self._desk.jobs.bring(
            title,
            lambda _: with_its_step(case, lambda: replace_photo(store, case, key, file)),
        )
        what = self.tr("The better scan is in its place.")
        stays = self.tr("In every book where the photo stands. The old one is kept.")
        offer = self._place.news.offer_undo
        tell = self._clerk.beside(
            lambda done: offer(what, stays, self._clerk.undo_of(done[1])),
            lambda _: None,
        )
        job.done.connect(tell)
        messages = self._place.messages
        job.failed.connect(self._clerk.beside(messages.trouble, messages.trouble))
