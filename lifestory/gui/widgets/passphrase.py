"""A field for a passphrase: hidden, shown on request, and it notices Caps Lock; and the two fields
of a new one, which say honestly how long it would hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lifestory.app.strength import ENOUGH, Holds, holds
from lifestory.gui import icons
from lifestory.gui.widgets import parts

_EDGE = 6


class _Hidden(parts.Field):
    """Shows what is typed only while one asks for it, with the button at its right end."""

    def __init__(self, name: str, note: QWidget) -> None:
        super().__init__(name)
        self._note = note
        self.eye = parts.button("", kind="link", size="small")
        self.eye.setParent(self)
        self.eye.clicked.connect(lambda: self.show_typed(shown=not self.shown))
        self.show_typed(shown=False)

    @property
    def shown(self) -> bool:
        """True while one sees what is typed."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def show_typed(self, *, shown: bool) -> None:
        """Show what is typed, or hide it."""
        say = QCoreApplication.translate
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setText(say("Passphrase", "Hide") if shown else say("Passphrase", "Show"))
        whole = "Hide what I type" if shown else "Show what I type"
        self.eye.setAccessibleName(say("Passphrase", whole))
        self.eye.setToolTip(say("Passphrase", whole))
        icons.dress(self.eye, "eye-off" if shown else "eye", "accent")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        wide = self.eye.sizeHint().width()
        inside = self.rect().adjusted(0, 3, -_EDGE, -3)
        self.setTextMargins(0, 0, wide + _EDGE, 0)
        self.eye.setGeometry(inside.right() - wide, inside.top(), wide, inside.height())

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
        self.eye = self.field.eye

    def clear(self) -> None:
        """Nothing typed, nothing shown."""
        self.field.clear()
        self.field.show_typed(shown=False)
        self.note.hide()


class NewPassphrase(QWidget):
    """A new passphrase, typed twice. `changed` at every letter, `entered` on Enter. `least` is for
    how long it must hold."""

    changed = Signal()
    entered = Signal()

    def __init__(self, title: str, least: Holds = ENOUGH) -> None:
        super().__init__()
        self._least = least
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
        return words == self.again.text() and holds(words) >= self._least

    def clear(self) -> None:
        """Nothing typed left standing."""
        self._first.clear()
        self._again.clear()

    def _weigh(self) -> None:
        words = self.first.text()
        self.hint.setText(strength_in_words(words, self._least))
        parts.set_tone(self.hint, "look" if words and holds(words) < self._least else "quiet")
        self.differs.setVisible(bool(self.again.text()) and words != self.again.text())
        self.changed.emit()


def strength_in_words(passphrase: str, least: Holds = ENOUGH) -> str:
    """What a passphrase would withstand, and what to do about it where it must hold so long."""
    say = QCoreApplication.translate
    if holds(passphrase) is Holds.YEARS < least:
        return say(
            "Passphrase",
            "Not enough for a file that may lie in a mailbox for a lifetime: to guess it would "
            "take years. Add a word.",
        )
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
