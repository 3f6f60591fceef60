"""Letters that are commands, told apart from words that are typed where no field is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

RUN = 300
"""Milliseconds: letters that follow sooner are words, not commands."""


class LetterKeys(QObject):
    """`meant` carries what a letter stands for, once no other letter has followed it. The same one
    pressed again and again is a command each time."""

    meant = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._letter = self._waiting = ""
        self._pause = QTimer(self, interval=RUN, singleShot=True)
        self._pause.timeout.connect(self._say)

    @property
    def in_words(self) -> bool:
        """True while someone is typing."""
        return self._pause.isActive()

    def press(self, letter: str, means: str = "") -> None:
        """A letter was pressed, and stands for this, if for anything."""
        if not self.in_words:
            self._letter, self._waiting = letter, means
        elif letter == self._letter and self._waiting:
            self.meant.emit(means)
        else:
            self._letter = self._waiting = ""
        self._pause.start()

    def forget(self) -> None:
        """The keyboard is elsewhere."""
        self._pause.stop()
        self._letter = self._waiting = ""

    def _say(self) -> None:
        means, self._waiting = self._waiting, ""
        if means:
            self.meant.emit(means)
