"""The clerk of backups: makes one of the whole store when asked, and by itself when it is time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lifestory.app.backups import (
    USUAL_NAME,
    BackedUp,
    BackupGone,
    Standing,
    back_up,
    rule,
    standing,
)
from lifestory.domain.errors import LifestoryError
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job, Task
from lifestory.gui.messages import Messages
from lifestory.gui.models import backup_words
from lifestory.gui.models.backup_words import Stands
from lifestory.gui.places.choices import Choices
from lifestory.gui.settings import Settings

_LOOK = 60_000
"""Milliseconds between two looks at the clock."""


class BackupClerk(QObject):
    """`known` carries how it stands, as a `Stands`, whenever that is read or the hour is another;
    `told` what is to be said where the work is: what, what to do, and the tone."""

    known = Signal(object)
    told = Signal(str, str, str)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__(desk)
        self.desk, self.settings = desk, settings
        self._found = Standing(None)
        self._tried: datetime | None = None
        self._running: Job | None = None
        self._said = False
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self.look)
        desk.opened.connect(self._begin)
        desk.hiding.connect(self._forget)

    @property
    def folder(self) -> Path | None:
        """Where the newest backup lies; None when there is none."""
        return self._found.last.folder if self._found.last else None

    def serve(self, choices: Choices) -> None:
        """Do what Settings ask for, and show there how it stands."""
        choices.backup_asked.connect(lambda: self.ask(choices, choices.messages))
        choices.elsewhere_asked.connect(lambda: self.ask_where(choices, choices.messages))
        choices.check_asked.connect(lambda: self.check(choices.messages))
        choices.hours_chosen.connect(self.settings.remember_backup_hours)
        choices.closing_chosen.connect(
            lambda wanted: self.settings.remember_backup_on_closing(wanted=wanted)
        )
        choices.show_backup_times(
            self.settings.backup_hours(), closing=self.settings.backs_up_on_closing()
        )
        self.known.connect(choices.show_backup)

    def _begin(self) -> None:
        self._watch.start()
        self.read()

    def read(self) -> None:
        """Ask the store how it stands."""
        store = self.desk.store
        job = self.desk.jobs.look("", lambda _: standing(store), quiet=True)
        job.done.connect(self._show)

    def look(self, now: datetime | None = None) -> None:
        """Look at the clock, `now` in local time: make a backup where one is due and the drive is
        there."""
        now = now or datetime.now()
        if not self.desk.is_open:
            return
        how = self._tell_how(now)
        hours = self.settings.backup_hours()
        if how.at is None or how.folder is None or not hours or self._running is not None:
            return
        again = timedelta(minutes=rule().late_try_again_minutes)
        if self._tried is not None and timedelta() <= now - self._tried < again:
            return
        # One that seems to lie ahead was made while a clock was wrong, and says nothing.
        if not timedelta() <= now - how.at < timedelta(hours=hours):
            self._tried = now
            job = self._start(how.folder, only_renew=True, at_ease=True)
            job.done.connect(self._tell_what_is_wrong)
            job.failed.connect(self._fail_by_itself)

    def ask(self, parent: QWidget, messages: Messages) -> None:
        """Back up to where backups go; ask where that shall be when there is no such place yet, or
        it is not there."""
        folder = self.folder
        if folder is None:
            self.ask_where(parent, messages)
            return
        job = self._followed(folder, messages, only_renew=True)
        job.failed.connect(partial(self._ask_after, parent, messages))

    def ask_where(self, parent: QWidget, messages: Messages) -> None:
        """Ask for the folder or drive, and back up to it."""
        dialog = QFileDialog(parent, self.tr("Where backups go: a drive of their own is best"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.back_up(Path(name) / USUAL_NAME, messages))
        dialog.open()

    def back_up(self, target: Path, messages: Messages) -> Job:
        """Make or renew the backup in `target`, and say so where it was asked for."""
        job = self._followed(target, messages)
        job.failed.connect(messages.trouble)
        return job

    def check(self, messages: Messages) -> None:
        """Read the whole backup, and renew it."""
        if self.folder is not None:
            job = self._followed(self.folder, messages, whole=True, only_renew=True)
            job.failed.connect(messages.trouble)

    def before_closing(self) -> Job | None:
        """The last one of the day, after all that was typed is written; None where none is made:
        the store is locked, has no backup yet, or the worker does not want it."""
        if not self.desk.is_open or not self.settings.backs_up_on_closing():
            return None
        if self.folder is None or self._running is not None:
            return self._running
        return self._start(self.folder, only_renew=True, way=self.desk.jobs.write)

    def _start(
        self,
        target: Path,
        *,
        whole: bool = False,
        only_renew: bool = False,
        at_ease: bool = False,
        way: Callable[[str, Callable[[Task], BackedUp]], Job] | None = None,
    ) -> Job:
        store = self.desk.store

        def work(task: Task) -> BackedUp:
            return back_up(
                store, target, task.progress, task.cancelled,
                whole=whole, only_renew=only_renew, at_ease=at_ease,
            )  # fmt: skip

        # Beside what is being saved: the first backup of thousands of photos takes many minutes.
        job = (way or self.desk.jobs.bring)(self.tr("Backing up"), work)
        self._running = job
        job.finished.connect(partial(self._end, job))
        return job

    def _end(self, job: Job) -> None:
        if self._running is job:
            self._running = None
        if self.desk.is_open:
            self.read()

    def _followed(
        self, target: Path, messages: Messages, *, whole: bool = False, only_renew: bool = False
    ) -> Job:
        job = self._start(target, whole=whole, only_renew=only_renew)
        messages.follow(job, job.title)
        job.stopped.connect(
            lambda: messages.tell(
                self.tr("Stopped, as you asked."), self.tr("An earlier backup there is as it was.")
            )
        )
        job.done.connect(lambda done: self._tell(done, target, messages, whole=whole))
        return job

    def _tell(self, done: BackedUp, target: Path, messages: Messages, *, whole: bool) -> None:
        words = backup_words.checked_words if whole else backup_words.done_words
        made, more = words(done)
        where = self.tr("It lies at {target}.").format(target=target)
        worth_a_look = done.mended or done.damaged
        messages.tell(made, f"{where} {more}".strip(), "look" if worth_a_look else "good")
        if done.cloud:
            messages.tell(*backup_words.cloud_words(done.cloud), "look")
        if done.unsound:
            messages.tell(*self._unsound(done), "stop")

    def _unsound(self, done: BackedUp) -> tuple[str, str]:
        missing = self.tr("{count} originals are missing or damaged in the store itself.")
        return (
            missing.format(count=done.unsound),
            self.tr("Bring the photos in again from where they came."),
        )

    def _tell_what_is_wrong(self, done: BackedUp) -> None:
        """After a backup by itself only what is worth interrupting for is said."""
        if done.unsound:
            self.told.emit(*self._unsound(done), "stop")
        if done.mended or done.damaged:
            made, more = backup_words.done_words(done)
            self.told.emit(made, more, "look")

    def _fail_by_itself(self, trouble: LifestoryError) -> None:
        """Of a drive that is not there the status line tells, more plainly from day to day."""
        if not isinstance(trouble, BackupGone):
            failed = self.tr("The backup that was due could not be made.")
            self.told.emit(failed, f"{trouble.message} {trouble.remedy}", "stop")

    def _ask_after(self, parent: QWidget, messages: Messages, trouble: LifestoryError) -> None:
        messages.trouble(trouble)
        if isinstance(trouble, BackupGone):
            self.ask_where(parent, messages)

    def _show(self, found: Standing) -> None:
        if not self.desk.is_open:
            return
        self._found = found
        how = self._tell_how(datetime.now())
        if how.very and not self._said:
            self._said = True  # once for each time the store is opened
            self.told.emit(
                self.tr("There has been no backup for {days} days.").format(days=how.late),
                self.tr(
                    "If this laptop were lost today, all that was done since would be lost too."
                ),
                "look",
            )

    def _tell_how(self, now: datetime) -> Stands:
        how = backup_words.stands(self._found, now)
        self.known.emit(how)
        return how

    def _forget(self) -> None:
        self._watch.stop()
        self._found = Standing(None)
        self._tried, self._said = None, False
