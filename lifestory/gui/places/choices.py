"""Settings: how large text is, when it locks, where backups go, a new passphrase, and who can open
the store."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.gui import look
from lifestory.gui.idle import OFFERED
from lifestory.gui.models.backup_words import Stands, in_short, tone
from lifestory.gui.places.keys import Keys
from lifestory.gui.settings import BACKUP_HOURS
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import NewPassphrase, PassphraseField
from lifestory.gui.widgets.place import Place
from lifestory.gui.widgets.scrolled import Scrolled
from lifestory.gui.widgets.status import day_in_words
from lifestory.gui.widgets.tick_box import TickBox

WIDE = 640


class Choices(Place):
    """`percent_chosen` says how large text shall be, `minutes_chosen` when it locks,
    `backup_asked` and `elsewhere_asked` that a backup is to be made now or in another place,
    `check_asked` that all of it is to be read, `hours_chosen` after how many hours one is made by
    itself, 0 for never, and `closing_chosen` whether one is made when the window is closed;
    `passphrase_given` carries the passphrase as it is and as it shall be."""

    percent_chosen = Signal(int)
    minutes_chosen = Signal(int)
    backup_asked = Signal()
    elsewhere_asked = Signal()
    check_asked = Signal()
    hours_chosen = Signal(int)
    closing_chosen = Signal(bool)
    passphrase_given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Settings"))
        self._busy = False
        back = parts.button(self.tr("Back"), "arrow-left")
        back.clicked.connect(self.left)
        self.bar.addWidget(back)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 8, 16, 24)
        self._column.setSpacing(8)
        self._add_look()
        self._add_lock()
        self._add_backups()
        self._add_passphrase()
        self._add_keys()
        self._column.addStretch(1)
        inside.setMaximumWidth(2 * WIDE)
        self.work.addWidget(Scrolled(inside, 320), 1)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit, context=context)

    def _section(self, title: str, says: str) -> None:
        if self._column.count():
            self._column.addSpacing(8)
            self._column.addWidget(parts.rule())
            self._column.addSpacing(8)
        self._column.addWidget(parts.label(title, "title"))
        if says:
            self._column.addWidget(parts.label(says, tone="quiet", wrap=True))

    def _add_look(self) -> None:
        follows = self.tr("Light, dark and high contrast follow your system.")
        self._section(self.tr("Size of text"), follows)
        words = tuple(self.tr("{number} %").format(number=one) for one in look.TEXT_SIZES)
        self.percent = parts.Choice(self.tr("Size of text"), words)
        self.percent.chosen.connect(lambda at: self.percent_chosen.emit(look.TEXT_SIZES[at]))
        self._column.addWidget(self.percent)

    def _add_lock(self) -> None:
        says = self.tr("After so many minutes without a key or a movement everything is hidden.")
        self._section(self.tr("Lock by itself"), says)
        words = tuple(self.tr("{count} minutes").format(count=one) for one in OFFERED)
        self.minutes = parts.Choice(self.tr("Lock by itself"), words)
        self.minutes.chosen.connect(lambda at: self.minutes_chosen.emit(OFFERED[at]))
        self._column.addWidget(self.minutes)

    def _add_backups(self) -> None:
        self._section(self.tr("Backups"), "")
        self.backup = parts.label(wrap=True)
        self._column.addWidget(self.backup)
        self.back_up = parts.button(self.tr("Back up now"), "hard-drive")
        self.back_up.clicked.connect(self.backup_asked)
        self.elsewhere = parts.button(self.tr("Choose another place"), "folder-open")
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        row = QHBoxLayout()
        row.addWidget(self.back_up)
        row.addWidget(self.elsewhere)
        row.addStretch(1)
        self.whole = parts.button(self.tr("Check the whole backup"), "list-checks")
        self.whole.clicked.connect(self.check_asked)
        row.insertWidget(2, self.whole)
        self._column.addLayout(row)
        self._column.addSpacing(8)
        by_itself = self.tr("By itself, while Lifestory is open and the drive is there")
        self._column.addWidget(parts.label(by_itself, "strong", wrap=True))
        words = (
            self.tr("Never"), self.tr("Every hour"), self.tr("Every day"), self.tr("Every week"),
        )  # fmt: skip
        self.hours = parts.Choice(by_itself, words)
        self.hours.chosen.connect(lambda at: self.hours_chosen.emit(BACKUP_HOURS[at]))
        self._column.addWidget(self.hours)
        self.closing = TickBox(self.tr("And when the window is closed"))
        self.closing.clicked.connect(self.closing_chosen)
        self._column.addWidget(self.closing)
        self.show_backup(Stands())

    def _add_passphrase(self) -> None:
        says = self.tr(
            "The recovery phrase on your paper stays as it is. A backup made before still opens "
            "with the passphrase of its day."
        )
        self._section(self.tr("Your passphrase"), says)
        now = self.tr("Passphrase now")
        self._now, self._new = PassphraseField(now), NewPassphrase(self.tr("New passphrase"))
        self.now, self.new = self._now.field, self._new.first
        self.again = self._new.again
        self.change = parts.button(self.tr("Change the passphrase"), "lock")
        for one in (parts.label(now, "strong"), self.now, self._now.note, self._new):
            one.setMaximumWidth(WIDE)
            self._column.addWidget(one)
        self._column.addSpacing(8)
        self._column.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignLeft)
        self.now.textChanged.connect(self._weigh)
        self._new.changed.connect(self._weigh)
        self._new.entered.connect(self._say)
        self.change.clicked.connect(self._say)
        self._weigh()

    def _add_keys(self) -> None:
        says = self.tr("Each has a way of their own, and each sees everything in the store.")
        self._section(self.tr("Who can open the store"), says)
        self.keys = Keys()
        self._column.addWidget(self.keys)

    def show_percent(self, percent: int) -> None:
        """How large text is."""
        self.percent.choose(look.TEXT_SIZES.index(percent))

    def show_minutes(self, minutes: int) -> None:
        """After how many minutes it locks."""
        self.minutes.choose(OFFERED.index(minutes))

    def show_backup_times(self, hours: int, *, closing: bool) -> None:
        """After how many hours one is made by itself, and whether one is on closing."""
        self.hours.choose(BACKUP_HOURS.index(hours))
        self.closing.setChecked(closing)

    def show_backup(self, how: Stands) -> None:
        """When the newest backup was made and where it lies; why one failed after it."""
        said = [self.tr("There is no backup yet. A drive of its own, kept apart, is best.")]
        if how.at is not None:
            when = day_in_words(how.at, datetime.now())
            said = [self.tr("The last one was made {when}.").format(when=when)]
            if how.folder is not None:
                said.append(self.tr("It lies at {folder}.").format(folder=how.folder))
        if how.failed:
            said.append(self.tr("One after that could not be made.") if how.at else "")
            said.append(how.why)
        elif how.late:
            said.append(
                self.tr("That is {days} days ago: connect the drive.").format(days=how.late)
            )
        self.backup.setText(" ".join(one for one in said if one))
        parts.set_tone(self.backup, tone(how) if in_short(how) else "")
        for button in (self.elsewhere, self.whole):
            button.setVisible(how.at is not None)

    def show_busy(self, *, busy: bool) -> None:
        """The passphrase is being changed; no second click is taken."""
        self._busy = busy
        self._weigh()

    def clear(self) -> None:
        """Nothing typed left standing."""
        self._now.clear()
        self._new.clear()
        self.keys.clear()

    def _weigh(self) -> None:
        ready = bool(self.now.text()) and self._new.ready
        self.change.setEnabled(ready and not self._busy)

    def _say(self) -> None:
        if self.change.isEnabled():
            self.passphrase_given.emit(self.now.text(), self.new.text())
