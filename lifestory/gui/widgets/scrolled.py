"""A panel higher than its room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """A panel that scrolls up and down, and is never narrower than what stands in it, or than
    `least` pixels."""

    def __init__(self, panel: QWidget, least: int) -> None:
        super().__init__()
        self._panel, self._least = panel, least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(panel)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(max(self._panel.minimumSizeHint().width() + bar, self._least), 0)
