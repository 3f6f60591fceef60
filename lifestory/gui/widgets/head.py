"""The head: whose story this is, the search, undo, redo and lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from lifestory.gui.models.head_words import Line
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.portrait import Portrait
from lifestory.gui.widgets.search import Search


class Head(QFrame):
    """56 px at the top of the window."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "head")
        self.setAccessibleName(self.tr("Head"))
        row = QHBoxLayout(self)
        row.addStrut(45)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(24)
        self.portrait = Portrait(40)
        row.addWidget(self.portrait)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.whose = parts.Elided("title")
        self.line = parts.Elided("minor", "quiet")
        # As wide as its words and no wider, so that its end follows; it gives way first.
        self.line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.line.setMinimumWidth(1)
        self.end = parts.label(kind="field")
        words.addWidget(self.whose)
        row_of_line = QHBoxLayout()
        row_of_line.setSpacing(0)
        row_of_line.addWidget(self.line)
        row_of_line.addWidget(self.end)
        row_of_line.addStretch(1)
        words.addLayout(row_of_line)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.search = Search()
        row.addWidget(self.search, 1, alignment=Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addStretch(1)
        self.undo = self._button(buttons, self.tr("Undo"), "undo-2", "undo")
        self.redo = self._button(buttons, self.tr("Redo"), "redo-2", "redo")
        self.lock = self._button(buttons, self.tr("Lock"), "lock", "lock")
        self.lock.setToolTip(self.tr("Hide everything at once  Ctrl+L"))
        row.addLayout(buttons, 1)

    def _button(self, row: QHBoxLayout, word: str, icon: str, name: str) -> QPushButton:
        made = parts.button(word, icon, "quiet")
        made.clicked.connect(lambda: self.asked.emit(name))
        row.addWidget(made)
        return made

    def show_whose(
        self, title: str, line: Line, name: str = "", image: QImage | None = None
    ) -> None:
        """Say whose story this is; without a name it is the whole board's."""
        self.whose.setText(title)
        self.line.setText(line.words)
        self.line.setToolTip(line.words + line.end)
        self.end.setText(line.end)
        self.end.setVisible(bool(line.end))
        parts.set_tone(self.end, line.tone)
        self.portrait.show_child(name, image)

    def show_steps(self, undo: QAction, redo: QAction) -> None:
        """Enable the two buttons as their actions are, with what they would do in the tooltip."""
        for button, action in ((self.undo, undo), (self.redo, redo)):
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.text())
