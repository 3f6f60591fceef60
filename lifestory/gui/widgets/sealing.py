"""The passphrase of an archive, typed twice, with the reminder that it travels another road."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import NewPassphrase


class SealArchive(QWidget):
    """`sealed` carries the passphrase once it would hold and stands there twice."""

    sealed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.passphrase = NewPassphrase(self.tr("Passphrase of the archive"))
        column.addWidget(self.passphrase)
        road = self.tr(
            "Tell it by another road than the archive goes: by telephone or by hand, never in the "
            "same message. Without it nobody can open the archive, not even you."
        )
        column.addWidget(parts.label(road, "minor", "quiet", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = parts.button(self.tr("Not now"))
        self.go_on = parts.button(self.tr("Choose where and make it"), "archive", "primary")
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
        """Ask for a passphrase."""
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
