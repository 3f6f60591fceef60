"""The steps of handing over, one under the other: a number, a title, and rows of things to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lifestory.gui import look
from lifestory.gui.widgets import parts


class Steps(QWidget):
    """A column of steps. A later step takes its seat between two others by its place in the
    order in which they are added."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 16, 16)
        self._column.setSpacing(24)
        self._column.addStretch(1)
        self._count = 0

    def add(self, title: str, words: str) -> Step:
        """The next step."""
        self._count += 1
        step = Step(self._count, title, words)
        self._column.insertWidget(self._count - 1, step)
        return step


class Step(QWidget):
    """One step: rows and fields come under its title."""

    def __init__(self, number: int, title: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        circle = QLabel(str(number))
        circle.setProperty("part", "step")
        circle.setFixedSize(32, 32)
        circle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(circle, alignment=Qt.AlignmentFlag.AlignTop)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(parts.label(title, "title"))
        head.addStretch(1)
        self.note = parts.label(tone="quiet")
        head.addWidget(self.note)
        self._inner.addLayout(head)
        self._inner.addWidget(parts.label(words, tone="quiet", wrap=True))
        row.addLayout(self._inner, 1)

    def row(self, icon: str, title: str, words: str, *buttons: QWidget) -> None:
        """Something one can do here, what it is, and the buttons for it."""
        self._inner.addWidget(parts.rule())
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(parts.picture(icon, "quiet", look.larger(20)))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(parts.label(title))
        text.addWidget(parts.label(words, "minor", "quiet", wrap=True))
        line.addLayout(text, 1)
        for button in buttons:
            line.addWidget(button)
        self._inner.addWidget(made)

    def put(self, widget: QWidget) -> None:
        """Something of its own under the rows."""
        self._inner.addWidget(widget)
