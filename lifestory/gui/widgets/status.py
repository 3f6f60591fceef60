"""The status line: when it was last saved, the backup, the lock, and what is running."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from lifestory.gui import icons
from lifestory.gui.jobs import Job, Jobs
from lifestory.gui.widgets import parts


class _Pair(QWidget):
    """An icon and its words; hidden when it has nothing to say."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(8)
        self.picture = parts.picture(icon, tone or "text")
        self.words = parts.label(kind="minor", tone=tone)
        row.addWidget(self.picture)
        row.addWidget(self.words)

    def text(self) -> str:
        """What it says."""
        return self.words.text()

    def say(self, words: str, icon: str = "") -> None:
        """Say this; an empty sentence hides it."""
        self.words.setText(words)
        self.setVisible(bool(words))
        if icon:
            icons.dress(self.picture, icon)


class StatusLine(QFrame):
    """28 px at the foot of the window."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("part", "status")
        self.setFixedHeight(29)
        self._jobs = jobs
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(8)
        self.saved = self._pair(row, "check", "good")
        self.backup = self._pair(row, "hard-drive")
        self.lock = self._pair(row, "lock-open")
        row.addStretch(1)
        self.running = self._pair(row, "circle-check")
        jobs.started.connect(self._watch)
        jobs.ended.connect(lambda _job: self.count())
        self.show_locked(locked=True)
        self.count()

    def _pair(self, row: QHBoxLayout, icon: str, tone: str = "") -> _Pair:
        pair = _Pair(icon, tone)
        row.addWidget(pair)
        return pair

    def show_saved(self, at: datetime) -> None:
        """A change has been committed; `at` is local time."""
        self.saved.say(self.tr("Saved {time}").format(time=f"{at:%H:%M}"))

    def show_backup(self, words: str) -> None:
        """When the last backup was made, or that there is none."""
        self.backup.say(words)

    def show_locked(self, *, locked: bool) -> None:
        """Whether the store is open; locked, nothing of it is said here."""
        if locked:
            self.saved.say("")
            self.backup.say("")
            self.lock.say(
                self.tr("Works on this laptop only. Nothing is sent anywhere."), "wifi-off"
            )
        else:
            self.lock.say(self.tr("Open. Ctrl+L hides everything."), "lock-open")

    def count(self) -> None:
        """Say what runs."""
        loud = [job for job in self._jobs.running if not job.quiet]
        if not loud:
            self.running.say(self.tr("Nothing running"))
        elif len(loud) == 1:
            job = loud[0]
            so_far = self.tr("{done} of {total}").format(done=job.count, total=job.total)
            self.running.say(f"{job.title} {so_far if job.total else ''}".strip())
        else:
            self.running.say(self.tr("{count} jobs running").format(count=len(loud)))
        icons.dress(self.running.picture, "import" if loud else "circle-check")

    def _watch(self, job: Job) -> None:
        if not job.quiet:
            job.progress.connect(lambda *_: self.count())
            self.count()
