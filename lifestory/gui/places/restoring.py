"""A store that cannot be opened: what was found, and a backup made into a new store beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.damage import Damage, FoundBackup
from lifestory.domain.errors import LifestoryError
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import PassphraseField


class Restoring(QWidget):
    """`pointed` carries the folder in which a backup may lie; `given` the backup's folder, the new
    store's, and the passphrase."""

    pointed = Signal(object)
    given = Signal(object, object, str)
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
        as_then = self.tr("The one that opened the store on the day of the backup.")
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
        """Say what backup was found."""
        self.backup = found
        at = found.at.astimezone()
        made = self.tr("Made {day} at {time}, with {originals} photos and scans.").format(
            day=f"{at:%a} {at.day} {at:%b %Y}", time=f"{at:%H:%M}", originals=found.originals
        )
        other = "" if found.of_this_store else self.tr("It is the backup of another store.")
        self.what.setText(f"{made} {other}".strip())
        parts.set_tone(self.what, "good" if found.of_this_store else "look")
        self._weigh()

    def show_none(self, trouble: LifestoryError) -> None:
        """Say that there is none in that folder."""
        self.backup = None
        self.what.setText(f"{trouble.message} {trouble.remedy}")
        parts.set_tone(self.what, "stop")
        self._weigh()

    def _weigh(self) -> None:
        there = bool(self.folder.text().strip() and self.passphrase.text())
        self.restore.setEnabled(self.backup is not None and there)

    def _say(self) -> None:
        if self.backup is not None and self.restore.isEnabled():
            folder = Path(self.folder.text().strip())
            self.given.emit(self.backup.folder, folder, self.passphrase.text())

    def _choose_backup(self) -> None:
        dialog = QFileDialog(self, self.tr("Where your backups are"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.pointed.emit(Path(name)))
        dialog.open()


def _free(beside: Path) -> Path:
    """A folder beside that one which is not there yet."""
    number = 2
    while (free := beside.with_name(f"{beside.name}-{number}")).exists():
        number += 1
    return free
