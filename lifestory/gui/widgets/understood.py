"""A field in which one types as one speaks: it says underneath what it understood, and, in red,
what cannot be. What it cannot read stays as typed and is not said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.domain.errors import LifestoryError
from lifestory.gui.widgets import parts

HALF_TYPED = "…"


def _nothing(_: Any) -> str:
    return ""


class Understood(QWidget):
    """`read` makes a value of words or raises LifestoryError; `write` makes words of a value.

    `tells` says underneath what a value means; `refuses` gives a sentence for a value that is
    right in itself but cannot be here. Both are asked while one types. A `roomy` field keeps the
    room for what it tells, so that nothing below it jumps.
    """

    edited = Signal(object)

    def __init__(
        self,
        name: str,
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        example: str = "",
        *,
        roomy: bool = False,
    ) -> None:
        super().__init__()
        self._read, self._write = read, write
        self.tells: Callable[[Any], str] = _nothing
        self.refuses: Callable[[Any], str] = _nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.field = parts.Field(name)
        self.field.setPlaceholderText(example)
        self.setFocusProxy(self.field)
        self._roomy = roomy
        self.under = parts.Roomy("minor", "quiet")
        column.addWidget(self.field)
        column.addWidget(self.under)
        self._value: Any = read("")
        self._hint = ""
        self.field.left.connect(self.say)
        self.field.textEdited.connect(self._while_typing)
        self._explain("")

    @property
    def understood(self) -> bool:
        """False while what stands in the field cannot be."""
        return self._understand()[1] == ""

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show a value, with a sentence under it; words that are being typed are left alone."""
        self._value, self._hint = value, hint
        if not self.field.isModified():
            self.field.setText(self._write(value))
            self._explain("")

    def drop(self) -> None:
        """Forget what was typed and not understood."""
        self.field.setModified(False)

    def forget(self) -> None:
        """Hold nothing, also nothing to undo."""
        self._value, self._hint = self._read(""), ""
        self.field.clear()
        self.under.let_go()
        self._tell("", trouble=False)

    def say(self) -> None:
        """Read the field; say the value when it has changed."""
        if not self.field.isModified():
            return
        value, trouble = self._understand()
        self.under.let_go()
        self._explain(trouble, value)
        if trouble:
            return
        self.field.setModified(False)
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _understand(self) -> tuple[Any, str]:
        try:
            value = self._read(self.field.text())
        except LifestoryError as trouble:
            return None, f"{trouble.message} {trouble.remedy}"
        return value, self.refuses(value)

    def _while_typing(self) -> None:
        """What is half typed is no trouble yet, and no longer what stood there before."""
        self.under.hold()
        value, trouble = self._understand()
        if trouble:
            self._explain("")
            self.under.setText(HALF_TYPED)
        else:
            self._explain("", value)

    def _explain(self, trouble: str, value: Any = None) -> None:
        told = self.tells(self._value if value is None else value) or self._hint
        self._tell(trouble or told, trouble=bool(trouble))

    def _tell(self, words: str, *, trouble: bool) -> None:
        self.under.setText(words)
        self.under.setVisible(self._roomy or bool(words))
        self.field.setAccessibleDescription(words)
        parts.set_tone(self.under, "stop" if trouble else "quiet")
        parts.mark_trouble(self.field, trouble=trouble)
