"""A field for a passphrase: hidden, shown on request, and it notices Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from lifestory.gui import icons
from lifestory.gui.widgets import parts

GOOD_LENGTH = 16
"""Characters from which we stop asking for more: about four words."""


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


def strength_in_words(passphrase: str) -> str:
    """An honest hint, by length alone: no rule about digits makes a short one strong."""
    translate = QCoreApplication.translate
    if not passphrase:
        return translate("Passphrase", "Four or more words that do not belong together are best.")
    if len(passphrase) < GOOD_LENGTH:
        return translate(
            "Passphrase", "Short: someone with time could guess it. Add a word or two."
        )
    return translate("Passphrase", "Long enough to keep a stranger out for a very long time.")
