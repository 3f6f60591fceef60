"""The window's keys: one table of what can be done everywhere, and one action for each."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from lifestory.gui.seats import FEET, SEATS


@dataclass(frozen=True, slots=True)
class Key:
    """Something the window can do, what it is called, and the keys for it."""

    name: str
    word: str
    keys: tuple[str, ...]


KEYS = (
    Key("undo", str(QT_TRANSLATE_NOOP("Actions", "Undo")), ("Ctrl+Z",)),
    Key("redo", str(QT_TRANSLATE_NOOP("Actions", "Redo")), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Key("lock", str(QT_TRANSLATE_NOOP("Actions", "Lock")), ("Ctrl+L",)),
    Key("search", str(QT_TRANSLATE_NOOP("Actions", "Search")), ("Ctrl+K",)),
    Key("add", str(QT_TRANSLATE_NOOP("Actions", "Add")), ("Ctrl+N",)),
    Key("back-up", str(QT_TRANSLATE_NOOP("Actions", "Back up")), ()),
    Key("find-doubles", str(QT_TRANSLATE_NOOP("Actions", "Find doubles")), ()),
    Key("notes-for-grown-ups", str(QT_TRANSLATE_NOOP("Actions", "Notes for grown-ups")), ()),
    Key("later-life-letter", str(QT_TRANSLATE_NOOP("Actions", "Later-life letter")), ()),
    Key("larger", str(QT_TRANSLATE_NOOP("Actions", "Larger text")), ("Ctrl++", "Ctrl+=")),
    Key("smaller", str(QT_TRANSLATE_NOOP("Actions", "Smaller text")), ("Ctrl+-",)),
    Key("usual-size", str(QT_TRANSLATE_NOOP("Actions", "Usual text size")), ("Ctrl+0",)),
    Key("next-pane", str(QT_TRANSLATE_NOOP("Actions", "Next pane")), ("F6",)),
)

COMMANDS = {
    "add": "plus",
    "undo": "undo-2",
    "redo": "redo-2",
    "back-up": "hard-drive",
    "lock": "lock",
    "find-doubles": "copy",
    "notes-for-grown-ups": "users",
    "later-life-letter": "file-text",
    "larger": "plus",
    "smaller": "minus",
}
"""What the search offers to do, with its icon."""
OF_A_CHILD = ("find-doubles", "notes-for-grown-ups", "later-life-letter")
"""Of these, what needs a child on the desk."""


def everywhere(places: Collection[str]) -> tuple[tuple[str, str], ...]:
    """What every key does that serves in all places, and which leads to these: its words, and its
    keys in the reader's own writing."""
    said = [
        (QCoreApplication.translate("Actions", key.word), key.keys) for key in KEYS if key.keys
    ] + [(seat.title, (seat.key,)) for seat in (*SEATS, *FEET) if seat.name in places]
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(
        (word, " · ".join(QKeySequence(one).toString(native) for one in keys))
        for word, keys in said
    )


def make(window: QWidget, act: Callable[[str], None]) -> dict[str, QAction]:
    """An action for every key and every place, by name ("go:photos"), all calling `act(name)`."""
    made = {}
    for key in KEYS:
        made[key.name] = _action(window, key.name, key.word, key.keys, act)
    for seat in (*SEATS, *FEET):
        name = f"go:{seat.name}"
        made[name] = _action(window, name, seat.word, (seat.key,), act)
    return made


def _action(
    window: QWidget, name: str, word: str, keys: tuple[str, ...], act: Callable[[str], None]
) -> QAction:
    context = "Seats" if name.startswith("go:") else "Actions"
    action = QAction(QCoreApplication.translate(context, word), window)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(one) for one in keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(lambda: act(name))
    window.addAction(action)
    return action
