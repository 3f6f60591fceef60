"""What the marks of the timeline mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lifestory.domain.life import Certainty
from lifestory.gui.models.life import sure_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.lifeline_paint import paint_mark


class Legend(QWidget):
    """A mark and its word for each certainty."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for certainty in Certainty:
            row.addWidget(_Mark(certainty))
            row.addWidget(parts.label(sure_in_words(certainty), "minor", "quiet"))
            row.addSpacing(8)


class _Mark(QWidget):
    def __init__(self, certainty: Certainty) -> None:
        super().__init__()
        self.setFixedSize(QSize(22, 22))
        self._certainty = certainty

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(11, 11), self._certainty)
