"""A measure one slides: its name, how much it is in words, and the line with the knob."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from lifestory.gui.widgets import parts

_REST = 500
"""Milliseconds without a key after which what the keys did is said, as one change."""


class Slide(QWidget):
    """From `least` to `most` in steps of one; `in_words` says a value, and stands in its name for
    who cannot see it.

    `moved` carries every value while the knob is under way, `settled` the one it comes to rest at:
    where it is let go, or when the keys rest."""

    moved = Signal(int)
    settled = Signal(int)

    def __init__(self, name: str, least: int, most: int, in_words: Callable[[int], str]) -> None:
        super().__init__()
        self._name, self._in_words = name, in_words
        self._settled = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(parts.label(name, "field", "quiet"), 1)
        self._said = parts.label("", "minor")
        row.addWidget(self._said)
        column.addLayout(row)
        self.line = _Line(Qt.Orientation.Horizontal)
        self.line.setRange(least, most)
        self.line.setPageStep(max(1, (most - least) // 10))
        column.addWidget(self.line)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.say)
        self.line.valueChanged.connect(self._move)
        self.line.sliderReleased.connect(self.say)
        self.setFocusProxy(self.line)
        self.show_value(0)

    @property
    def value(self) -> int:
        """Where the knob is."""
        return self.line.value()

    def show_value(self, value: int) -> None:
        """Put the knob there, without saying so; what is under way is let go."""
        self._rest.stop()
        with QSignalBlocker(self.line):
            self.line.setValue(value)
        self._settled = self.line.value()
        self._tell()

    def step(self, by: int) -> None:
        """Move the knob, as a key does."""
        self.line.setValue(self.line.value() + by)

    def say(self) -> None:
        """Say at once where it came to rest."""
        self._rest.stop()
        if self.line.value() != self._settled:
            self._settled = self.line.value()
            self.settled.emit(self._settled)

    def _move(self, value: int) -> None:
        self._tell()
        self.moved.emit(value)
        if not self.line.isSliderDown():
            self._rest.start()

    def _tell(self) -> None:
        words = self._in_words(self.line.value())
        self._said.setText(words)
        self.line.setAccessibleName(f"{self._name}, {words}")


class _Line(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel scrolls; only a knob that has the keyboard turns with the wheel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
