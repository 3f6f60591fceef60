"""Making a store: where it lives and its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.council_keys import MistakenKeys, council_keys
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import NewPassphrase


def usual_folder() -> Path:
    """Where a store lives unless one chooses: this user's data on this machine, which no cloud
    drive carries away."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(where) / "store"


class NewStore(QWidget):
    """Asks for folder and passphrase. `made` carries both."""

    made = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Make a store"), "hero"))
        says = self.tr("Step 1 of 2. Everything in it is encrypted with your passphrase.")
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        column.addSpacing(16)
        self.folder = parts.Field(self.tr("Folder"))
        browse = parts.button(self.tr("Choose"))
        browse.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        column.addWidget(parts.label(self.tr("Where it lives"), "strong"))
        column.addLayout(row)
        column.addSpacing(8)
        self.passphrase = NewPassphrase(self.tr("Passphrase"))
        column.addWidget(self.passphrase)
        self.council = parts.label(wrap=True)
        column.addWidget(self.council)
        column.addSpacing(16)
        back = parts.button(self.tr("Back"), "arrow-left", "quiet")
        back.clicked.connect(self.left)
        self.make = parts.button(self.tr("Make the store"), kind="primary")
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.make)
        column.addLayout(row)
        column.addStretch(1)
        self.folder.textChanged.connect(self._weigh)
        self.folder.returnPressed.connect(self._say)
        self.passphrase.changed.connect(self._weigh)
        self.passphrase.entered.connect(self._say)
        self.make.clicked.connect(self._say)
        self.clear()

    def clear(self) -> None:
        """Nothing typed left standing."""
        self.folder.setText(str(usual_folder()))
        self.passphrase.clear()
        self._weigh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_council()

    def _show_council(self) -> None:
        """Who else will be able to open it, by a rule of the council; nothing where there is
        none."""
        try:
            names = ", ".join(one.label for one in council_keys())
        except MistakenKeys as mistake:
            said, tone = f"{mistake.message} {mistake.remedy}", "stop"
        else:
            words = self.tr(
                "By a rule of your council it opens with this key too, should every passphrase "
                "and the recovery phrase be lost: {names}."
            )
            said, tone = words.format(names=names) if names else "", "quiet"
        self.council.setText(said)
        parts.set_tone(self.council, tone)
        self.council.setVisible(bool(said))

    def _weigh(self) -> None:
        self.make.setEnabled(self.passphrase.ready and bool(self.folder.text().strip()))

    def _say(self) -> None:
        if self.make.isEnabled():
            self.made.emit(Path(self.folder.text().strip()), self.passphrase.first.text())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the store will live"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()
