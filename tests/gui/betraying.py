"""Whether a word can still be read anywhere: widgets also hidden ones, models, actions, documents,
and what undo would bring back."""

# mypy: allow-untyped-calls
from __future__ import annotations

import gc
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

_ASKED = (
    "text", "toPlainText", "placeholderText", "title", "currentText", "windowTitle",
    "toolTip", "accessibleName", "accessibleDescription", "statusTip", "whatsThis", "spoken",
    "windowFilePath", "objectName",
)  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    *(Qt.ItemDataRole.UserRole + at for at in range(12)),
)


def betrayed(word: str) -> list[str]:
    """Where the word can be read, or had back by undo."""
    return [
        f"{type(one).__name__} in {_home(one)}: {said[:80]}"
        for one in _speakers()
        for said in _says(one)
        if word in said
    ]


def _speakers() -> list[QObject]:
    """Everything that lives and could say something; models and actions may have no parent."""
    kinds = QAction, QAbstractItemModel, QTextDocument
    alive = (one for one in gc.get_objects() if isinstance(one, kinds) and isValid(one))
    found: dict[int, QObject] = {id(one): one for one in alive}
    for outermost in QApplication.topLevelWidgets():
        for kind in kinds:
            found |= {id(one): one for one in outermost.findChildren(kind)}
    return [*QApplication.allWidgets(), *found.values()]


def _says(one: object) -> Iterator[str]:
    for name in _ASKED:
        ask = getattr(one, name, None)
        try:
            said = ask() if callable(ask) else ""
        except TypeError:  # a method of that name which wants more: not a text
            continue
        yield said if isinstance(said, str) else ""
    match one:
        case QAbstractItemModel():
            yield from _items(one, QModelIndex())
        case QTextDocument():
            yield one.toHtml()
            yield from _undone(one, one.toPlainText)
        case QLineEdit():
            yield from _undone(one, one.text)


def _items(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    # Qt keeps to itself how many columns a list has.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ROLES)
            yield from _items(model, index)


def _undone(one: QTextDocument | QLineEdit, read: object) -> Iterator[str]:
    """What stood there before. It is all undone: ask only at the end."""
    assert callable(read)
    one.blockSignals(True)
    steps = 0
    while one.isUndoAvailable() and steps < 200:
        one.undo()
        steps += 1
        yield f"undone: {read()}"
    for _ in range(steps):
        one.redo()
    one.blockSignals(False)


def _home(one: object) -> str:
    """Which parts of the window it lies in."""
    names = []
    parent = one.parent() if hasattr(one, "parent") else None
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parent()
    return " < ".join(name for name in names if not name.startswith("Q"))
