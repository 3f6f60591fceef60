"""What an empty place shows: a small drawing, what goes here, one first step, at most one other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.landscape import Hill


class Empty(QWidget):
    """The middle of a place with nothing in it yet."""

    def __init__(
        self, headline: str, words: str, *buttons: QPushButton, link: QPushButton | None = None
    ) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Hill(), alignment=middle)
        column.addSpacing(16)
        title = parts.label(headline, "hero")
        title.setAlignment(middle)
        column.addWidget(title)
        text = parts.label(words, tone="quiet", wrap=True)
        text.setAlignment(middle)
        text.setFixedWidth(560)
        column.addWidget(text, alignment=middle)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        if link is not None:
            column.addWidget(link, alignment=middle)
        column.addStretch(3)
