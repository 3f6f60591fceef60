"""The passphrase is forgotten: the recovery phrase opens the store and sets a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.passphrase import NewPassphrase


class Forgotten(QWidget):
    """`given` carries the recovery phrase and the new passphrase."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Open with the recovery phrase"), "hero", wrap=True))
        says = self.tr(
            "The twelve words you wrote down when the store was made. They set a new passphrase; "
            "nothing in the store changes. Without them nobody can open it, not even we."
        )
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        column.addSpacing(8)
        self.phrase = parts.TextField(self.tr("Recovery phrase"))
        self.phrase.setPlaceholderText(self.tr("Twelve words, in their order"))
        self.phrase.setFixedHeight(72)
        column.addWidget(parts.label(self.tr("Recovery phrase"), "strong"))
        column.addWidget(self.phrase)
        column.addSpacing(8)
        self.passphrase = NewPassphrase(self.tr("New passphrase"))
        column.addWidget(self.passphrase)
        column.addSpacing(16)
        back = parts.button(self.tr("Back"), "arrow-left", "quiet")
        back.clicked.connect(self.left)
        self.open = parts.button(self.tr("Open and set it"), "lock-open", "primary")
        self.open.clicked.connect(self._say)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addStretch(1)
        self.phrase.textChanged.connect(self._weigh)
        self.passphrase.changed.connect(self._weigh)
        self.passphrase.entered.connect(self._say)
        self._weigh()

    def clear(self) -> None:
        """Nothing typed left standing."""
        self.phrase.clear()
        self.passphrase.clear()

    def _weigh(self) -> None:
        typed = bool(self.phrase.toPlainText().strip())
        self.open.setEnabled(typed and self.passphrase.ready)

    def _say(self) -> None:
        if self.open.isEnabled():
            self.given.emit(self.phrase.toPlainText(), self.passphrase.first.text())
