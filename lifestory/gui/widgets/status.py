"""The status line: when it was last saved, the backup, the lock, and what is running."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from lifestory.gui import icons
from lifestory.gui.idle import OFFERED
from lifestory.gui.jobs import Job, Jobs
from lifestory.gui.models.backup_words import Stands, in_short, tone
from lifestory.gui.widgets import parts


class _Pair(QWidget):
    """An icon and its words; hidden when it has nothing to say."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._icon = icon
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
        if icon and icon != self._icon:
            self._icon = icon
            icons.dress(self.picture, icon)


class StatusLine(QFrame):
    """28 px at the foot of the window. `backup_asked` when one wants to choose where backups go,
    `minutes_chosen` after how many idle minutes it shall lock, `help_asked` for help before a
    store is open."""

    backup_asked = Signal()
    help_asked = Signal()
    minutes_chosen = Signal(int)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("part", "status")
        self._jobs = jobs
        row = QHBoxLayout(self)
        row.addStrut(28)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(24)
        self.saved = self._pair(row, "check", "good")
        self.backup = self._pair(row, "hard-drive")
        self.no_backup = self._link(row, self.tr("Choose where backups go"), "look")
        icons.dress(self.no_backup, "hard-drive", "look")
        self.no_backup.clicked.connect(self.backup_asked)
        self.lock = self._pair(row, "lock-open")
        self.idle = self._link(row, "", "text")
        self.idle.clicked.connect(self._offer_minutes)
        row.addStretch(1)
        self.running = self._pair(row, "circle-check")
        self.cancel = self._link(row, self.tr("Cancel"))
        self.cancel.clicked.connect(self._stop)
        self.help = self._link(row, self.tr("Help  F1"), "text")
        self.help.setAccessibleName(self.tr("Help"))
        icons.dress(self.help, "circle-question-mark", "text")
        self.help.clicked.connect(self.help_asked)
        jobs.started.connect(self._watch)
        jobs.ended.connect(self._hear_end)
        self.show_locked()
        self.count()

    def _pair(self, row: QHBoxLayout, icon: str, tone: str = "") -> _Pair:
        pair = _Pair(icon, tone)
        row.addWidget(pair)
        return pair

    def _link(self, row: QHBoxLayout, words: str, tone: str = "accent") -> QPushButton:
        link = parts.button(words, kind="status", size="small")
        link.setProperty("tone", tone)
        link.hide()
        row.addWidget(link)
        return link

    def show_saved(self, at: datetime) -> None:
        """A change has been committed; `at` is local time."""
        self.saved.say(self.tr("Saved {time}").format(time=f"{at:%H:%M}"))

    def show_backup(self, how: Stands) -> None:
        """When the last backup was made; or what is to be done about it, as a link that does it."""
        short = in_short(how)
        well = how.at is not None and not short
        when = day_in_words(how.at, datetime.now()) if how.at else ""
        self.backup.say(self.tr("Backed up {when}").format(when=when) if well else "")
        self.no_backup.setVisible(bool(short))
        if short and short != self.no_backup.text():
            self.no_backup.setText(short)
            act = self.tr("{words}. Back up now") if how.at else "{words}"
            self.no_backup.setAccessibleName(act.format(words=short))
            parts.set_tone(self.no_backup, tone(how))
            icons.dress(self.no_backup, "hard-drive", tone(how))

    def show_open(self, minutes: int) -> None:
        """The store is open and locks after so many idle minutes."""
        words = self.tr("Locks after {count} idle minutes").format(count=minutes)
        self.idle.setText(words)
        icons.dress(self.idle, "lock-open", "text")
        self.idle.setAccessibleName(self.tr("{words}. Change it").format(words=words))
        self.idle.show()
        self.help.hide()
        self.lock.say("")
        self.count()

    def show_locked(self) -> None:
        """Locked: nothing of the store is said here."""
        self.saved.say("")
        self.backup.say("")
        self.no_backup.hide()
        self.idle.hide()
        self.lock.say(self.tr("Works on this laptop only. Nothing is sent anywhere."), "wifi-off")
        self.help.show()
        self.count()

    def _offer_minutes(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for minutes in OFFERED:
            words = self.tr("Lock after {count} idle minutes").format(count=minutes)
            menu.addAction(words, partial(self.minutes_chosen.emit, minutes))
        menu.popup(self.idle.mapToGlobal(self.idle.rect().topLeft()))

    @property
    def loud(self) -> tuple[Job, ...]:
        """The jobs one hears of, oldest first."""
        return tuple(job for job in self._jobs.running if not job.quiet)

    def count(self) -> None:
        """Say what runs."""
        loud = self.loud
        if not loud:
            quiet = self.tr("Nothing running") if self.help.isHidden() else ""
            self.running.say(quiet)
        elif len(loud) == 1:
            self.running.say(self._line(loud[0]))
        else:
            self.running.say(self.tr("{count} jobs running").format(count=len(loud)))
        icons.dress(self.running.picture, "import" if loud else "circle-check")
        self.cancel.setVisible(bool(loud))

    def _line(self, job: Job) -> str:
        so_far = self.tr("{done} of {total}").format(done=job.count, total=job.total)
        return f"{job.title} {so_far if job.total else ''}".strip()

    def _watch(self, job: Job) -> None:
        if not job.quiet:
            job.progress.connect(lambda *_: self.count())
            self.count()

    def _hear_end(self, job: Job) -> None:
        if not job.quiet:  # small pictures come by the hundred
            self.count()

    def _stop(self) -> None:
        """Cancel the one that runs; of several, the one that is chosen."""
        loud = self.loud
        if len(loud) == 1:
            loud[0].cancel()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for job in loud:
            menu.addAction(self.tr("Cancel: {job}").format(job=self._line(job)), job.cancel)
        menu.popup(self.cancel.mapToGlobal(self.cancel.rect().topLeft()))


def day_in_words(at: datetime, now: datetime) -> str:
    """A moment as one says it: today 09:15, yesterday 16:50, Mon 3 Nov, 3 Nov 2025."""
    say = QCoreApplication.translate
    days = (now.date() - at.date()).days
    if days <= 1:
        day = say("StatusLine", "today") if days < 1 else say("StatusLine", "yesterday")
        return f"{day} {at:%H:%M}"
    year = f" {at.year}" if at.year != now.year else ""
    return f"{at:%a} {at.day} {at:%b}{year}"
