"""The keys of a list: how one begins as one types, goes on, ends, and changes its kind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from lifestory.app.words import BULLET
from lifestory.gui.widgets import document

_KINDS = {
    Qt.Key.Key_8: BULLET, Qt.Key.Key_Asterisk: BULLET, Qt.Key.Key_7: "1.",
    Qt.Key.Key_Ampersand: "1.",
}  # fmt: skip
"""With Ctrl and Shift. Which of a pair arrives depends on the system."""
_BEGINS = {"-": BULLET, "*": BULLET, "1.": "1.", "1)": "1."}
"""What one types at the start of a paragraph, before a space, where one means a list."""


def list_asked(event: QKeyEvent) -> str:
    """The bullet of the list that a key asks for, "" for any other key."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    asked = event.modifiers() & both == both and event.key() in _KINDS
    return _KINDS[Qt.Key(event.key())] if asked else ""


def take_list_key(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Use a key that begins a list at the cursor or ends it; False when it is the text's."""
    if cursor.hasSelection():
        return False
    listed = cursor.currentList() is not None
    match event.key():
        case Qt.Key.Key_Space if not listed and document.before(cursor) in _BEGINS:
            _begin(cursor, _BEGINS[document.before(cursor)])
        case Qt.Key.Key_Return if listed and cursor.block().length() == 1:
            document.set_list(cursor, "")
        case Qt.Key.Key_Backspace if listed and cursor.atBlockStart():
            document.set_list(cursor, "")
        case _:
            return False
    return True


def _begin(cursor: QTextCursor, bullet: str) -> None:
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    document.set_list(cursor, bullet)
    cursor.endEditBlock()
