"""Opening an archive that somebody sent: the file and its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow, in_a_row
from lifestory.gui.widgets.passphrase import PassphraseField

_WIDE = 220
"""Pixels in which most of a path or a passphrase is seen."""


class OpenArchive(QWidget):
    """`given` carries the file and the passphrase."""

    given = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        card = parts.panel("card")
        outer.addWidget(card)
        row = Flow(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        self.file = parts.Field(self.tr("The archive"))
        self.file.setMinimumWidth(_WIDE)
        choose = parts.button(self.tr("Choose"), "folder-open")
        choose.clicked.connect(self._choose)
        self._passphrase = PassphraseField(self.tr("Its passphrase"))
        self.passphrase = self._passphrase.field
        self.passphrase.setMinimumWidth(_WIDE)
        self.open = parts.button(self.tr("Open it"), kind="primary")
        cancel = parts.button(self.tr("Not now"))
        row.lead_with(parts.stacked(self.tr("The archive"), self.file))
        row.lead_with(parts.stacked(" ", choose))
        row.lead_with(parts.stacked(self.tr("Its passphrase"), self.passphrase))
        row.lead_with(parts.stacked(" ", in_a_row(self.open, cancel)))
        outer.addWidget(self._passphrase.note)
        for field in (self.file, self.passphrase):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self._say)
        self.open.clicked.connect(self._say)
        cancel.clicked.connect(self.put_away)
        self.put_away()

    def put_away(self) -> None:
        """Close it, with nothing typed left standing."""
        self.file.clear()
        self._passphrase.clear()
        self._weigh()
        self.hide()

    def _weigh(self) -> None:
        self.open.setEnabled(bool(self.file.text().strip() and self.passphrase.text()))

    def _say(self) -> None:
        if self.open.isEnabled() and self.isVisible():
            file, words = Path(self.file.text().strip()), self.passphrase.text()
            self.put_away()
            self.given.emit(file, words)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The archive"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()
