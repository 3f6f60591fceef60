"""A choice among named things to which a new one can be added in place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.gui.widgets import parts

_NEW = object()


class NamedChoice(QWidget):
    """`chosen` carries the key of a thing, or None for none; `named` the name of a new one."""

    chosen = Signal(object)
    named = Signal(str)

    def __init__(self, name: str, none: str, add: str) -> None:
        super().__init__()
        self._none, self._add = none, add
        self._key: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.box = parts.ChoiceBox(name)
        self.setFocusProxy(self.box)
        self.new = _NewName(add)
        self.new.hide()
        column.addWidget(self.box)
        column.addWidget(self.new)
        self.box.activated.connect(self._choose)
        self.new.left.connect(self._name)
        self.new.given_up.connect(self._give_up)

    def show_things(self, things: Iterable[tuple[str, object]], chosen: object) -> None:
        """What there is, (name, key) each, and the key of the one that holds."""
        self._key = chosen
        self.box.clear()
        self.box.addItem(self._none, None)
        for words, key in things:
            self.box.addItem(words, key)
        self.box.insertSeparator(self.box.count())
        self.box.addItem(self._add, _NEW)
        self._show_chosen()

    def forget(self) -> None:
        """Offer nothing, and hold no name that is half typed."""
        self._give_up()
        self.show_things((), None)

    def _show_chosen(self) -> None:
        self.box.choose(self._key)

    def _choose(self) -> None:
        key = self.box.currentData()
        if key is _NEW:
            self.new.show()
            self.new.setFocus()
            return
        self.new.hide()
        if key != self._key:
            self._key = key
            self.chosen.emit(key)

    def _name(self) -> None:
        words = " ".join(self.new.text().split())
        self._give_up()
        if words:
            self.named.emit(words)

    def _give_up(self) -> None:
        # Hidden while it has the keyboard, it would hand it to nobody and say again that it left.
        had = self.new.hasFocus()
        self.new.blockSignals(True)
        self.new.clear()
        self.new.hide()
        self.new.blockSignals(False)
        self._show_chosen()
        if had:
            self.box.setFocus()


class _NewName(parts.Field):
    """The name of the new thing: Enter or leaving says it, Escape gives it up."""

    given_up = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
