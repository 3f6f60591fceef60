"""Making a store: where it lives and its passphrase, then the recovery phrase, shown once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import PassphraseField, strength_in_words

LEAST = 8


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
        self._first, self._again = (
            PassphraseField(self.tr("Passphrase")),
            PassphraseField(self.tr("The same again")),
        )
        self.first, self.again = self._first.field, self._again.field
        self.hint = parts.label(strength_in_words(""), "minor", "quiet", wrap=True)
        column.addWidget(parts.label(self.tr("Passphrase"), "strong"))
        column.addWidget(self.first)
        column.addWidget(self._first.note)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("The same again"), "strong"))
        column.addWidget(self.again)
        column.addWidget(self._again.note)
        self.differs = parts.label(self.tr("The two are not the same yet."), "minor", "look")
        column.addWidget(self.differs)
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
        for field in (self.folder, self.first, self.again):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self._say)
        self.make.clicked.connect(self._say)
        self.clear()

    def clear(self) -> None:
        """Nothing typed left standing."""
        self.folder.setText(str(usual_folder()))
        self._first.clear()
        self._again.clear()
        self._weigh()

    def _weigh(self) -> None:
        words = self.first.text()
        same = words == self.again.text()
        self.hint.setText(strength_in_words(words))
        self.differs.setVisible(bool(self.again.text()) and not same)
        ready = len(words) >= LEAST and same and bool(self.folder.text().strip())
        self.make.setEnabled(ready)

    def _say(self) -> None:
        if self.make.isEnabled():
            self.made.emit(Path(self.folder.text().strip()), self.first.text())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the store will live"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()


class Phrase(QWidget):
    """Shows the recovery phrase this once; `noted` when it has been written down."""

    noted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(parts.label(self.tr("Write this down now"), "hero"))
        says = self.tr(
            "Step 2 of 2. This recovery phrase opens the store when the passphrase is forgotten. "
            "It is shown only now. Keep it on paper, locked away, not on this laptop."
        )
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        card = parts.panel("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 16, 16, 16)
        self.words = parts.label(kind="phrase", wrap=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        inner.addWidget(self.words)
        column.addWidget(card)
        self.kept = QCheckBox(self.tr("I have written it down"))
        self.enter = parts.button(self.tr("Go to my children"), kind="primary")
        self.enter.setEnabled(False)
        self.kept.toggled.connect(self.enter.setEnabled)
        self.enter.clicked.connect(self.noted)
        row = QHBoxLayout()
        row.addWidget(self.kept)
        row.addStretch(1)
        row.addWidget(self.enter)
        column.addLayout(row)
        column.addStretch(1)

    def show_phrase(self, phrase: str) -> None:
        """Show it."""
        self.words.setText(phrase)
        self.words.setAccessibleName(self.tr("Recovery phrase: {words}").format(words=phrase))

    def clear(self) -> None:
        """Forget it."""
        self.words.setText("")
        self.words.setAccessibleName("")
        self.kept.setChecked(False)
