"""The clerk of backups: makes one of the whole store, from wherever it was asked for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lifestory.app.backups import USUAL_NAME, BackedUp, LastBackup, back_up, last_backup
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job
from lifestory.gui.messages import Messages


class BackupClerk(QObject):
    """`known` carries the local time of the newest backup, or None, whenever that is read."""

    known = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._last: Path | None = None
        desk.opened.connect(self.read)
        desk.hiding.connect(self._forget)

    @property
    def folder(self) -> Path | None:
        """Where the newest backup lies; None when there is none."""
        return self._last

    def read(self) -> None:
        """Ask the store when it was last backed up."""
        store = self.desk.store
        job = self.desk.jobs.look("", lambda _: last_backup(store), quiet=True)
        job.done.connect(self._show)

    def ask(self, parent: QWidget, messages: Messages) -> None:
        """Back up to where backups go, when that is there; else ask where they shall go."""
        if self._last is not None and self._last.is_dir():
            self.back_up(self._last, messages)
        else:
            self.ask_where(parent, messages)

    def ask_where(self, parent: QWidget, messages: Messages) -> None:
        """Ask for the folder or drive, and back up to it."""
        dialog = QFileDialog(parent, self.tr("Where backups go: a drive of their own is best"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.back_up(Path(name) / USUAL_NAME, messages))
        dialog.open()

    def back_up(self, target: Path, messages: Messages) -> Job:
        """Make or renew the backup in `target`, and say so where it was asked for."""
        store, title = self.desk.store, self.tr("Backing up")
        job = self.desk.jobs.write(
            title, lambda task: back_up(store, target, task.progress, task.cancelled)
        )
        messages.follow(job, title)
        job.failed.connect(messages.trouble)
        job.stopped.connect(
            lambda: messages.tell(
                self.tr("Stopped, as you asked."), self.tr("An earlier backup there is as it was.")
            )
        )
        job.done.connect(lambda done: self._tell(done, target, messages))
        return job

    def _tell(self, done: BackedUp, target: Path, messages: Messages) -> None:
        made = self.tr("Backed up and verified: {count} originals.").format(count=done.verified)
        messages.tell(made, self.tr("It lies at {target}.").format(target=target), "good")
        if done.unsound:
            missing = self.tr("{count} originals are missing or damaged in the store itself.")
            messages.tell(
                missing.format(count=done.unsound),
                self.tr("Bring the photos in again from where they came."),
                "stop",
            )
        self._last = target
        self.known.emit(datetime.now())

    def _show(self, last: LastBackup | None) -> None:
        if self.desk.is_open:
            self._last = last.folder if last else None
            self.known.emit(last.at.astimezone().replace(tzinfo=None) if last else None)

    def _forget(self) -> None:
        self._last = None
