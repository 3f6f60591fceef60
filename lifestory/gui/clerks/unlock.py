"""The clerk of the first screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from lifestory.app.backups import USUAL_NAME
from lifestory.app.damage import find_backup, find_damage
from lifestory.app.open_store import DamagedSlot, DamagedStore
from lifestory.domain.errors import LifestoryError
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job
from lifestory.gui.places.unlock import Unlock
from lifestory.gui.settings import Settings


class UnlockClerk(QObject):
    """Opens, makes and brings back stores, and remembers where they lie."""

    def __init__(self, desk: Desk, place: Unlock, settings: Settings) -> None:
        super().__init__(place)
        self.desk, self.place, self.settings = desk, place, settings
        place.open_asked.connect(self._open)
        place.make_asked.connect(self._make)
        place.recover_asked.connect(self._recover)
        place.sample_asked.connect(self._open_sample)
        place.entered.connect(desk.enter)
        place.restoring.pointed.connect(self._look_for_backup)
        place.restoring.given.connect(self._restore)
        desk.opened.connect(place.start)
        desk.closed.connect(lambda: place.show_busy(busy=False))
        place.show_stores(settings.stores())

    def offer(self, folder: Path) -> None:
        """Offer this store first: it was named when the program was started."""
        others = (one for one in self.settings.stores() if one != folder)
        self.place.show_stores([folder, *others])

    def wait(self) -> None:
        """The store is being closed; nothing can be opened until its keys are gone."""
        self.place.start()
        self.place.show_busy(busy=self.desk.is_closing)

    def _open(self, folder: Path, passphrase: str) -> None:
        job = self.desk.open(folder, passphrase)
        job.done.connect(lambda _: self._remember(folder))
        job.failed.connect(lambda trouble: self._offer_backup(trouble, folder, passphrase))
        self._follow(job)

    def _recover(self, folder: Path, phrase: str, passphrase: str) -> None:
        job = self.desk.recover(folder, phrase, passphrase)
        job.done.connect(lambda _: self._remember(folder))
        self._follow(job)

    def _make(self, folder: Path, passphrase: str) -> None:
        job = self.desk.make(folder, passphrase)
        job.done.connect(lambda _: self._remember(folder))
        job.done.connect(self.place.show_phrase)
        self._follow(job)

    def _open_sample(self) -> None:
        job = self.desk.open_sample()
        self.place.messages.clear()
        self.place.messages.follow(job, job.title)
        self._follow(job)

    def _offer_backup(self, trouble: LifestoryError, folder: Path, passphrase: str) -> None:
        """A damaged store: say what was found in it, and ask where its backups are."""
        if not isinstance(trouble, DamagedStore | DamagedSlot):
            return
        self.place.begin_restoring(folder)
        job = self.desk.jobs.look("", lambda _: find_damage(folder, passphrase), quiet=True)
        job.done.connect(self.place.restoring.show_damage)

    def _look_for_backup(self, folder: Path) -> None:
        store = self.place.chosen or folder
        job = self.desk.jobs.look("", lambda _: find_backup(folder, store, USUAL_NAME), quiet=True)
        job.done.connect(self.place.restoring.show_backup)
        job.failed.connect(self.place.restoring.show_none)

    def _restore(self, backup: Path, folder: Path, passphrase: str, at: datetime) -> None:
        job = self.desk.restore(backup, folder, passphrase, at)
        self.place.messages.clear()
        self.place.messages.follow(job, job.title)
        job.done.connect(lambda _: self._remember(folder))
        self._follow(job)

    def _follow(self, job: Job) -> None:
        self.place.show_busy(busy=True)
        job.failed.connect(self._fail)
        job.stopped.connect(self._stop)

    def _stop(self) -> None:
        self.place.show_busy(busy=False)
        self.place.messages.clear()
        self.place.messages.tell(
            self.tr("Stopped, as you asked."), self.tr("Nothing has been changed.")
        )

    def _fail(self, trouble: LifestoryError) -> None:
        self.place.show_busy(busy=False)
        self.place.messages.clear()
        self.place.messages.trouble(trouble)
        if self.place.passphrase.field.isVisible():
            self.place.passphrase.field.selectAll()
            self.place.passphrase.field.setFocus()

    def _remember(self, folder: Path) -> None:
        self.settings.remember_store(folder)
        self.place.show_stores(self.settings.stores())
