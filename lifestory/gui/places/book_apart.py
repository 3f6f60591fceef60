"""What other editions have at the pages that lie open: a quiet line each, and a way to have it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lifestory.app.apart import Apart, Sort
from lifestory.gui.models import wishes
from lifestory.gui.models.apart_words import apart_in_words, button_words
from lifestory.gui.widgets import parts

MOST = 6
"""Lines at once; when one is brought in, the next moves up."""


class BookApart(QWidget):
    """`asked` carries a wish; `words_wanted` the id of a passage whose words one wants to see."""

    asked = Signal(object)
    words_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Apart, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_apart(self, there: Sequence[Apart]) -> None:
        """Show what others have here."""
        if tuple(there) == self._shown:
            return
        self._shown = tuple(there)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(there))
        self.buttons = []
        if not there:
            return
        self._column.addWidget(parts.rule())
        self._column.addWidget(parts.label(self.tr("In other editions"), "field", "quiet"))
        for one in there[:MOST]:
            self._column.addWidget(self._line(one))
        if len(there) > MOST:
            more = self.tr("and {count} more").format(count=len(there) - MOST)
            self._column.addWidget(parts.label(more, "minor", "quiet"))

    def _line(self, one: Apart) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        words = apart_in_words(one)
        row.addWidget(parts.label(words, "minor", "quiet", wrap=True), 1)
        act = parts.button(button_words(one), size="small")
        act.setAccessibleName(f"{button_words(one)}: {words}")
        act.setToolTip(words)
        act.clicked.connect(lambda: self._act(one))
        self.buttons.append(act)
        row.addWidget(act, alignment=top)
        return line

    def _act(self, one: Apart) -> None:
        if one.sort is Sort.WORDS:
            self.words_wanted.emit(one.what)
        elif one.sort is Sort.PAGE:
            self.asked.emit(wishes.BringPage(one.other, one.what, one.beside))
        elif one.beside is not None:
            self.asked.emit(wishes.PutPhoto(one.beside, one.what))
