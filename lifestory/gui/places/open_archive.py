"""Opening an archive that somebody sent: the file and its passphrase, then what is in it."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from lifestory.app.archives import Looked
from lifestory.gui.places.archive_report import ArchiveReport
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow, in_a_row
from lifestory.gui.widgets.passphrase import PassphraseField

_WIDE = 220
"""Pixels in which most of a path or a passphrase is seen."""


class OpenArchive(QWidget):
    """`given` carries the file and the passphrase; once what was found is shown, `agreed` carries
    it and the ids of what is taken as the archive tells it. `grown` says that what was found has
    its place and its height."""

    given = Signal(object, str)
    agreed = Signal(object, object)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        card = parts.panel("card")
        outer.addWidget(card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(0)
        self._asking = QWidget()
        inside.addWidget(self._asking)
        self.report = ArchiveReport()
        self.report.agreed.connect(self._agree)
        self.report.left.connect(self.put_away)
        inside.addWidget(self.report)
        row = Flow(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
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
        self.report.forget()
        self.report.hide()
        self._asking.show()
        self._weigh()
        self.hide()

    def show_looked(self, looked: Looked) -> None:
        """Tell what is in the archive, before anything of it is taken in."""
        self.put_away()
        self._asking.hide()
        self.report.show_looked(looked)
        self.report.show()
        self.show()
        self.report.starts_at.setFocus()

    def _weigh(self) -> None:
        self.open.setEnabled(bool(self.file.text().strip() and self.passphrase.text()))

    def _say(self) -> None:
        if self.open.isEnabled() and self.isVisible():
            file, words = Path(self.file.text().strip()), self.passphrase.text()
            self.put_away()
            self.given.emit(file, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.report.isVisible():
            self.grown.emit()

    @property
    def asks_much(self) -> bool:
        """True while it shows a list to choose from, which wants all the room there is."""
        return self.report.differing.isVisibleTo(self) and not self.isHidden()

    def _agree(self, looked: Looked, theirs: frozenset[UUID]) -> None:
        self.put_away()
        self.agreed.emit(looked, theirs)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The archive"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()
