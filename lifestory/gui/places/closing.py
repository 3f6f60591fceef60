"""The window is being closed: the last backup of the day, and the way past it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lifestory.domain.errors import LifestoryError
from lifestory.gui.jobs import Job
from lifestory.gui.widgets import parts

WIDE = 520


class Closing(QWidget):
    """Nothing of the store is seen here. `left` to close now, `stayed` to go back to work."""

    left = Signal()
    stayed = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setMaximumWidth(WIDE)
        column = QVBoxLayout(inside)
        column.setSpacing(8)
        self.title = parts.label(kind="hero", wrap=True)
        column.addWidget(self.title)
        self.words = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.words)
        column.addSpacing(8)
        self.line = QProgressBar()
        self.line.setTextVisible(False)
        self.line.setAccessibleName(self.tr("How far the backup is"))
        column.addWidget(self.line)
        column.addSpacing(16)
        self.stay = parts.button(self.tr("Back to my work"), "arrow-left", "quiet")
        self.stay.clicked.connect(self.stayed)
        self.leave = parts.button(self.tr("Close without it"), kind="primary")
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.stay)
        row.addStretch(1)
        row.addWidget(self.leave)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside, 100)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(1)

    def follow(self, job: Job) -> None:
        """Show how far the backup is."""
        self.title.setText(self.tr("Backing up before it closes"))
        self.words.setText(
            self.tr("What you did is saved. This is the second copy, in case this laptop is lost.")
        )
        parts.set_tone(self.words, "quiet")
        self.line.setRange(0, 0)
        self.line.show()
        job.progress.connect(self._count)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, done: int, total: int, _what: str) -> None:
        self.line.setRange(0, total)
        self.line.setValue(done)

    def show_trouble(self, trouble: LifestoryError) -> None:
        """It could not be made: say why, and let the worker choose."""
        self.title.setText(self.tr("The backup could not be made"))
        self.words.setText(f"{trouble.message} {trouble.remedy}")
        parts.set_tone(self.words, "stop")
        self.line.hide()
