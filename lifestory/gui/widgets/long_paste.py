"""A long paste: put in some paragraphs at each turn of the loop, so that the window never waits."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from lifestory.app.words import Words
from lifestory.gui.widgets import document


class LongPaste(QTimer):
    """Puts words in where the cursor stood, as one step of undo. `ended` says that all are in."""

    ended = Signal()

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit, interval=0)
        self._edit = edit
        self._slices: Iterator[Words] = iter(())
        self._cursor = QTextCursor()
        self._begun = False
        self.timeout.connect(self._put_some)

    def begin(self, cursor: QTextCursor, slices: Iterator[Words]) -> None:
        """Begin with the first ones; what is still on its way goes in before."""
        self.finish()
        self._cursor, self._slices, self._begun = cursor, slices, False
        self.start()
        self._put_some()

    def finish(self) -> None:
        """Put in at once what is still on its way: somebody types on, or asks for all words."""
        while self.isActive():
            self._put_some()

    def _put_some(self) -> None:
        words = next(self._slices, None)
        if words is None:
            self.stop()
            self._edit.setTextCursor(self._cursor)
            self._edit.ensureCursorVisible()
            self.ended.emit()
        elif words:
            document.insert(self._cursor, words, goes_on=self._begun)
            self._begun = True
