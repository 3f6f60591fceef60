"""The clerk of leaving: the window closes once the last backup is made, or without it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lifestory.app.backups import BackupGone
from lifestory.domain.errors import LifestoryError
from lifestory.gui.clerks.backing_up import BackupClerk
from lifestory.gui.places.closing import Closing


class LeavingClerk(QObject):
    """`ready` when nothing keeps the window open any more; `stayed` when one goes back to work."""

    ready = Signal()
    stayed = Signal()

    def __init__(self, backups: BackupClerk, place: Closing) -> None:
        super().__init__(place)
        self.backups, self.place = backups, place
        self._leaving = False
        place.left.connect(self.ready)
        place.stayed.connect(self._stay)

    def waits(self) -> bool:
        """True when a backup is made first, which the place shows: the window stays until then.
        Whoever asks a second time does not want to wait."""
        job = None if self._leaving else self.backups.before_closing()
        if job is None:
            return False
        self._leaving = True
        self.place.follow(job)
        job.failed.connect(self._fail)
        for ended in (job.done, job.stopped):
            ended.connect(lambda *_: self._go())
        return True

    def hurry(self) -> None:
        """Nothing is waited for any more."""
        self._leaving = True

    def _go(self) -> None:
        if self._leaving:
            self.ready.emit()

    def _fail(self, trouble: LifestoryError) -> None:
        """A drive that is not there keeps nobody; the status line says so the next time."""
        if isinstance(trouble, BackupGone):
            self._go()
        elif self._leaving:
            self.place.show_trouble(trouble)

    def _stay(self) -> None:
        """The backup goes on behind the work."""
        self._leaving = False
        self.stayed.emit()
