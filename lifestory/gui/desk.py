"""The worker's desk: which store is open, which child lies on it, and the way to write.

It is what the clerks of the places share; the places themselves never see it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from lifestory import assets
from lifestory.app.backups import restore
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.keyslots import replace_forgotten
from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.app.open_store import Store, StoreVanished, create_store, open_store
from lifestory.app.products import PLAIN
from lifestory.app.working_days import know_bank_holidays
from lifestory.domain.changes import Changes
from lifestory.domain.errors import LifestoryError
from lifestory.gui.jobs import Job, Jobs, Task
from lifestory.gui.messages import Messages

Whose = tuple[Path, UUID]
"""The folder of a store, and the id of a child in it."""


class Desk(QObject):
    """`opened` and `closed` tell of the store; `hiding` that everything must be hidden now;
    `chosen` that another child, or none, lies on the desk; `changed` carries what a commit
    changed, `saved` says that something is in the store for good; `product_chosen` that `product`,
    as which the book is to be printed, is another."""

    opened = Signal()
    hiding = Signal()
    closed = Signal()
    chosen = Signal()
    changed = Signal(object)
    saved = Signal()
    product_chosen = Signal()

    _heard = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self.jobs = jobs
        self.found: FoundChild | None = None
        self.product = PLAIN
        self._store: Store | None = None
        self._closing = False
        self._sample: TemporaryDirectory[str] | None = None
        self._unsubscribe: Callable[[], object] = lambda: None
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        jobs.idle.connect(self._close_when_idle)
        jobs.explain = self._explain

    @property
    def store(self) -> Store:
        """The open store. Nobody may ask while it is locked."""
        assert self._store is not None
        return self._store

    @property
    def is_open(self) -> bool:
        """True while a store is open and not about to be closed."""
        return self._store is not None and not self._closing

    @property
    def whose(self) -> Whose | None:
        """Which child of which store lies on the desk; the same again after it was locked."""
        return (self.store.folder, self.found.id) if self.found and self.is_open else None

    @property
    def is_closing(self) -> bool:
        """True until the keys of a locked store are gone."""
        return self._closing

    @property
    def case(self) -> OpenCase | None:
        """The case of the child on the desk."""
        return self.found.case if self.found and self.is_open else None

    def open(self, folder: Path, passphrase: str) -> Job:
        """Open a store; its key takes a second or two on purpose."""
        title = self.tr("Opening the store")
        job = self.jobs.write(title, lambda _: open_store(folder, passphrase))
        job.done.connect(self._take)
        # Loaded beside it, for the board asks for them next.
        self.jobs.read("", lambda _: know_bank_holidays(), quiet=True)
        return job

    def recover(self, folder: Path, phrase: str, passphrase: str) -> Job:
        """Open a store with its recovery phrase and give it a new passphrase."""

        def work(_task: Task) -> Store:
            store = open_store(folder, phrase)
            try:
                replace_forgotten(store, passphrase)
            except BaseException:
                store.close()
                raise
            return store

        job = self.jobs.write(self.tr("Opening the store"), work)
        job.done.connect(self._take)
        return job

    def restore(self, backup: Path, folder: Path, passphrase: str, at: datetime) -> Job:
        """Make a store in a new folder out of a backup as it was `at` that time, check it, and open
        it. `done` carries the store, `progress` how far it is."""

        def work(task: Task) -> Store:
            restore(backup, folder, passphrase, task.progress, task.cancelled, at=at)
            return open_store(folder, passphrase)

        job = self.jobs.write(self.tr("Restoring the backup"), work)
        job.done.connect(self._take)
        return job

    def make(self, folder: Path, passphrase: str) -> Job:
        """Make a store; `done` carries its recovery phrase, and `enter` goes on from there."""

        def work(_task: Task) -> str:
            self._store, phrase = create_store(folder, passphrase)
            return phrase

        return self.jobs.write(self.tr("Making the store"), work)

    def open_sample(self) -> Job:
        """A store of its own with the sample child, encrypted as any, gone when it is closed."""
        self._sample = TemporaryDirectory(prefix="lifestory-", ignore_cleanup_errors=True)
        folder = Path(self._sample.name) / "store"

        def work(task: Task) -> Store:
            # A random key of 192 bits needs no slow derivation to withstand guessing.
            store, _ = create_store(folder, secrets.token_urlsafe(24), work_factor=10)
            try:
                self.fill_with_sample(store, task)
            except BaseException:
                store.close()
                raise
            return store

        job = self.jobs.write(self.tr("Making the sample ready"), work)
        job.done.connect(self._take)
        return job

    @staticmethod
    def fill_with_sample(store: Store, task: Task) -> None:
        """Take the sample child into a store."""
        for folder in sorted(assets.path("sample").iterdir()):
            if (folder / "child.json").is_file():
                add_from_open_folder(store, folder, task.progress, task.cancelled)

    def enter(self) -> None:
        """Go into the store that was just made."""
        self.opened.emit()

    def choose(self, found: FoundChild | None) -> None:
        """Lay a child on the desk, or none."""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self.found = found
        if found is not None:
            self._unsubscribe = found.case.subscribe(self._heard.emit)
        self.chosen.emit()

    def write(self, messages: Messages, work: Callable[[], Any]) -> Job:
        """Write something small, such as a field one has left. Trouble is told where it was."""
        job = self.jobs.write("", lambda _: work(), quiet=True)
        job.failed.connect(messages.trouble)
        job.done.connect(lambda _: self.saved.emit())
        return job

    def undo(self, messages: Messages) -> None:
        """Take back the newest step of this case."""
        if (case := self.case) is not None:
            # Asked only when its turn comes: what was just typed is written first.
            self.write(messages, lambda: case.undo() if case.undo_title else None)

    def undo_only(self, messages: Messages, step: UUID | None) -> None:
        """Take back that step; when it is not the newest any more, say so and change nothing."""
        if (case := self.case) is None:
            return

        self.write(messages, lambda: case.undo_only(step))

    def redo(self, messages: Messages) -> None:
        """Make it again."""
        if (case := self.case) is not None:
            self.write(messages, lambda: case.redo() if case.redo_title else None)

    def lock(self, *, finish_jobs: bool = False) -> None:
        """Hide everything now; what runs ends its item, what was typed is written, then the keys
        go. With `finish_jobs` what runs is finished first: nobody asked for it to stop."""
        if not self.is_open:
            return
        self.hiding.emit()
        self._closing = True
        self.choose(None)
        if not finish_jobs:
            self.jobs.cancel_all(but_writes=True)
        if not self.jobs.running:
            self._close_when_idle()

    def _explain(self, trouble: LifestoryError) -> LifestoryError:
        """Whatever went wrong, the reason is that the store is no longer there."""
        store = self._store
        return StoreVanished() if store is not None and not store.is_there else trouble

    def _take(self, store: Store) -> None:
        self._store = store
        self.opened.emit()

    def _hear(self, changes: Changes) -> None:
        if self.is_open:
            self.changed.emit(changes)
            self.saved.emit()

    def _close_when_idle(self) -> None:
        if self._closing and self._store is not None:
            store, self._store = self._store, None
            self.jobs.write("", lambda _: store.close(), quiet=True).finished.connect(self._closed)

    def _closed(self) -> None:
        self._closing = False
        if self._sample is not None:
            with suppress(OSError):
                self._sample.cleanup()
            self._sample = None
        self.closed.emit()

    def close_now(self) -> None:
        """The program ends: finish what is being written and let go of the store. A timer that
        still runs somewhere finds no child here and starts nothing."""
        self._unsubscribe()
        self.found = None
        self.jobs.close()
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._sample is not None:
            self._sample.cleanup()
