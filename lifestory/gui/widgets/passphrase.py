"""A field for a passphrase: hidden, shown on request, and it notices Caps Lock; and the two fields
of a new one, which say honestly how long it would hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lifestory.app.strength import ENOUGH, Holds, holds
from lifestory.gui import icons
from lifestory.gui.widgets import parts


class _Hidden(parts.Field):
    def __init__(self, name: str, note: QWidget) -> None:
        super().__init__(name)
        self._note = note
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isalpha() and letter.isupper() != letter.islower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._note.setVisible(letter.isupper() != shifted)
        super().keyPressEvent(event)


class PassphraseField:
    """The field, and the note that stands under it while Caps Lock is on."""

    def __init__(self, name: str) -> None:
        translate = QCoreApplication.translate
        self.note = QWidget()
        row = QHBoxLayout(self.note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(parts.picture("triangle-alert", "look"))
        row.addWidget(parts.label(translate("Passphrase", "Caps Lock is on"), tone="look"), 1)
        self.note.hide()
        self.field = _Hidden(name, self.note)
        self._eye = self.field.addAction(
            icons.icon("eye"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.setText(translate("Passphrase", "Show what I type"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)

    def clear(self) -> None:
        """Nothing typed, nothing shown."""
        self.field.clear()
        self._eye.setChecked(False)
        self.note.hide()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye"))


class NewPassphrase(QWidget):
    """A new passphrase, typed twice. `changed` at every letter, `entered` on Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        same = QCoreApplication.translate("Passphrase", "The same again")
        self._first, self._again = PassphraseField(title), PassphraseField(same)
        self.first, self.again = self._first.field, self._again.field
        self.hint = parts.label(kind="minor", wrap=True)
        differs = QCoreApplication.translate("Passphrase", "The two are not the same yet.")
        self.differs = parts.label(differs, "minor", "look")
        column.addWidget(parts.label(title, "strong"))
        column.addWidget(self.first)
        column.addWidget(self._first.note)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(parts.label(same, "strong"))
        column.addWidget(self.again)
        column.addWidget(self._again.note)
        column.addWidget(self.differs)
        for field in (self.first, self.again):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self.entered)
        self._weigh()

    @property
    def ready(self) -> bool:
        """True when both are the same, and it would hold long enough."""
        words = self.first.text()
        return words == self.again.text() and holds(words) >= ENOUGH

    def clear(self) -> None:
        """Nothing typed left standing."""
        self._first.clear()
        self._again.clear()

    def _weigh(self) -> None:
        words = self.first.text()
        self.hint.setText(strength_in_words(words))
        parts.set_tone(self.hint, "look" if words and holds(words) < ENOUGH else "quiet")
        self.differs.setVisible(bool(self.again.text()) and words != self.again.text())
        self.changed.emit()


def strength_in_words(passphrase: str) -> str:
    """What a passphrase would withstand, and what to do about it."""
    say = QCoreApplication.translate
    return {
        Holds.NOTHING_TYPED: say(
            "Passphrase", "Four or more words that do not belong together are best."
        ),
        Holds.LESS_THAN_A_DAY: say(
            "Passphrase",
            "Too weak: who has the laptop could guess it within a day. "
            "Add words that do not belong together.",
        ),
        Holds.MONTHS: say(
            "Passphrase", "Not enough yet: it would be guessed within a year. Add a word."
        ),
        Holds.YEARS: say(
            "Passphrase", "Good: to guess it would take years. One more word makes it stronger."
        ),
        Holds.FOR_GOOD: say(
            "Passphrase",
            "Strong: to guess it would take longer than a lifetime, unless it is a saying or a "
            "name that people know you by.",
        ),
    }[holds(passphrase)]
