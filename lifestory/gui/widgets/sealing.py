"""The passphrase of an archive, or the password of a locked copy, typed twice, with the reminder
that it travels another road. It is told once and never kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.digital_copy import ENOUGH as FOR_A_COPY
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import NewPassphrase


class Sealing(QWidget):
    """`sealed` carries the words once they would hold and stand there twice."""

    sealed = Signal(str)

    def __init__(self, passphrase: NewPassphrase, road: str, icon: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.passphrase = passphrase
        column.addWidget(self.passphrase)
        column.addWidget(parts.label(road, "minor", "quiet", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = parts.button(self.tr("Not now"))
        self.go_on = parts.button(self.tr("Choose where and make it"), icon, "primary")
        row.addWidget(self.cancel)
        row.addWidget(self.go_on)
        column.addLayout(row)
        self.passphrase.changed.connect(self._weigh)
        self.passphrase.entered.connect(self._say)
        self.go_on.clicked.connect(self._say)
        self.cancel.clicked.connect(self.put_away)
        self._weigh()
        self.setMaximumWidth(640)
        self.hide()

    def ask(self) -> None:
        """Ask for the words."""
        self.show()
        self.passphrase.first.setFocus()

    def put_away(self) -> None:
        """Close it, with nothing typed left standing."""
        self.passphrase.clear()
        self.hide()

    def _weigh(self) -> None:
        self.go_on.setEnabled(self.passphrase.ready)

    def _say(self) -> None:
        if self.passphrase.ready and self.isVisible():
            words = self.passphrase.first.text()
            self.put_away()
            self.sealed.emit(words)


class SealArchive(Sealing):
    """For the passphrase of an archive."""

    def __init__(self) -> None:
        road = self.tr(
            "Tell it by another road than the archive goes: by telephone or by hand, never in the "
            "same message. Without it nobody can open the archive, not even you."
        )
        super().__init__(NewPassphrase(self.tr("Passphrase of the archive")), road, "archive")


class LockCopy(Sealing):
    """For the password of a copy that a family reads on a screen."""

    def __init__(self) -> None:
        road = self.tr(
            "Tell it by another road than the file goes: by telephone or by hand, never in the "
            "same message. It is kept nowhere: without it nobody can open the copy, and you make "
            "another."
        )
        made = NewPassphrase(self.tr("Password of the copy"), FOR_A_COPY)
        super().__init__(made, road, "lock")
