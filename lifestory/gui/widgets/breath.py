"""When what one types is kept: after a pause, and at the latest while one types on."""

from __future__ import annotations

from uuid import UUID, uuid4

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

PAUSE, AT_MOST, LONGEST = 500, 700, 5000
"""Milliseconds. A program that is stopped loses at most the last second of typing; a step of undo
is what was typed until one paused, and at most 5 s of it (DESIGN §2)."""


class Breath(QObject):
    """`due` says that what was typed is to be said now. What is said under one `group` is undone
    together."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.group: UUID = uuid4()
        self._began = QElapsedTimer()
        self._goes_on = False
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._most = QTimer(self, interval=AT_MOST, singleShot=True)
        self._pause.timeout.connect(self.due)
        self._most.timeout.connect(self._say_and_go_on)

    def typed(self) -> None:
        """Something was typed."""
        if not self._began.isValid():
            self._began.start()
        self._pause.start()
        if not self._most.isActive():
            self._most.start()

    def said(self) -> None:
        """What was typed has been said. What follows is a step of its own, unless one still
        types."""
        self._pause.stop()
        self._most.stop()
        if not self._goes_on or (self._began.isValid() and self._began.hasExpired(LONGEST)):
            self.group = uuid4()
            self._began.invalidate()

    def _say_and_go_on(self) -> None:
        self._goes_on = True
        self.due.emit()
        self._goes_on = False
