"""A store that cannot be opened: what was found, and a backup made into a new store beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.damage import Damage, FoundBackup
from lifestory.domain.errors import LifestoryError
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import PassphraseField


class Restoring(QWidget):
    """`pointed` carries the folder in which a backup may lie; `given` the backup's folder, the new
    store's, the passphrase, and the time of the state that is to come back."""

    pointed = Signal(object)
    given = Signal(object, object, str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.backup: FoundBackup | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Bring back a backup"), "hero", wrap=True))
        self.damage = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.damage)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("1  Where your backups are"), "strong"))
        self.choose = parts.button(self.tr("Choose the folder or drive"), "hard-drive")
        self.choose.clicked.connect(self._choose_backup)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)
        self.what = parts.label(wrap=True)
        column.addWidget(self.what)
        self.states = parts.ChoiceBox(self.tr("Which state of the backup"))
        self.states.activated.connect(lambda _: self._describe())
        column.addWidget(self.states)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("2  Where the new store will live"), "strong"))
        self.folder = parts.Field(self.tr("Folder of the new store"))
        column.addWidget(self.folder)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("3  Its passphrase"), "strong"))
        self._passphrase = PassphraseField(self.tr("Passphrase of the backup"))
        self.passphrase = self._passphrase.field
        column.addWidget(self.passphrase)
        column.addWidget(self._passphrase.note)
        as_then = self.tr("The one that opened the store when it was last backed up there.")
        column.addWidget(parts.label(as_then, "minor", "quiet", wrap=True))
        column.addSpacing(16)
        back = parts.button(self.tr("Back"), "arrow-left", "quiet")
        back.clicked.connect(self.left)
        self.restore = parts.button(self.tr("Restore and open it"), kind="primary")
        self.restore.clicked.connect(self._say)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.restore)
        column.addLayout(row)
        column.addStretch(1)
        for field in (self.folder, self.passphrase):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self._say)
        self.clear()

    def clear(self) -> None:
        """Nothing found, nothing typed left standing."""
        self.backup = None
        self.states.hide()
        self.what.setText(self.tr("The drive or folder that was named for backups."))
        parts.set_tone(self.what, "quiet")
        self.damage.setText(
            self.tr("A backup becomes a new store. The old folder and the backup are not touched.")
        )
        self._passphrase.clear()
        self._weigh()

    def begin(self, beside: Path) -> None:
        """Begin for the store in that folder."""
        self.clear()
        self.folder.setText(str(_free(beside)))

    def show_damage(self, damage: Damage) -> None:
        """Say what was found in the store that cannot be opened."""
        found = self.tr("{places} places in its database are not as they were written.")
        if damage.places == 1:
            found = self.tr("One place in its database is not as it was written.")
        there = self.tr("{originals} photos and scans still lie there, sealed.")
        stays = self.tr("Keep that folder until the backup is open; nothing in it is touched.")
        said = (found.format(places=damage.places), there.format(originals=damage.originals), stays)
        self.damage.setText(" ".join(said))

    def show_backup(self, found: FoundBackup) -> None:
        """Say what backup was found, and offer its states where there are several."""
        self.backup = found
        self.states.clear()
        for number, at in enumerate(found.states):
            words = self.tr("The newest: {when}") if not number else "{when}"
            self.states.addItem(words.format(when=_when(at)), at)
        self.states.setVisible(len(found.states) > 1)
        self._describe()

    def _describe(self) -> None:
        found = self.backup
        if found is None:
            return
        made = self.tr("Made {when}.").format(when=_when(self._at(found)))
        holds = self.tr("The backup holds {originals} photos and scans.").format(
            originals=found.originals
        )
        other = "" if found.of_this_store else self.tr("It is the backup of another store.")
        self.what.setText(f"{made} {holds} {other}".strip())
        parts.set_tone(self.what, "good" if found.of_this_store else "look")
        self._weigh()

    def _at(self, found: FoundBackup) -> datetime:
        chosen = self.states.currentData()
        return chosen if isinstance(chosen, datetime) else found.at

    def show_none(self, trouble: LifestoryError) -> None:
        """Say that there is none in that folder."""
        self.backup = None
        self.states.hide()
        self.what.setText(f"{trouble.message} {trouble.remedy}")
        parts.set_tone(self.what, "stop")
        self._weigh()

    def _weigh(self) -> None:
        there = bool(self.folder.text().strip() and self.passphrase.text())
        self.restore.setEnabled(self.backup is not None and there)

    def _say(self) -> None:
        if self.backup is not None and self.restore.isEnabled():
            folder = Path(self.folder.text().strip())
            at = self._at(self.backup)
            self.given.emit(self.backup.folder, folder, self.passphrase.text(), at)

    def _choose_backup(self) -> None:
        dialog = QFileDialog(self, self.tr("Where your backups are"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.pointed.emit(Path(name)))
        dialog.open()


def _when(at: datetime) -> str:
    """A time as one says it here: Wed 18 Nov 2026 at 16:50."""
    here = at.astimezone()
    return QCoreApplication.translate("Restoring", "{day} at {time}").format(
        day=f"{here:%a} {here.day} {here:%b %Y}", time=f"{here:%H:%M}"
    )


def _free(beside: Path) -> Path:
    """A folder beside that one which is not there yet."""
    number = 2
    while (free := beside.with_name(f"{beside.name}-{number}")).exists():
        number += 1
    return free
