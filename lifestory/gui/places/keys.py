"""Settings, who can open the store: the list of its slots, and one form at a time to add a person
or a public key, take one away, try one, or have a new recovery phrase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.keyslots import KeySlot, SlotKind
from lifestory.gui.places.phrase import Phrase
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.passphrase import NewPassphrase, PassphraseField

WIDE = 640
_ICONS = {
    SlotKind.PASSPHRASE: "users",
    SlotKind.RECOVERY: "file-text",
    SlotKind.RECIPIENT: "shield-check",
}


class Keys(QWidget):
    """What changes something carries the passphrase of whoever sits there first: an open window
    may be somebody else's. `person_given` (passphrase, name, theirs), `recipient_given`
    (passphrase, name, age1...), `removal_given` (passphrase, slot), `phrase_asked` (passphrase),
    `phrase_noted` (the new phrase); `tried` carries what was typed and `file_chosen` a file with a
    secret key."""

    person_given = Signal(str, str, str)
    recipient_given = Signal(str, str, str)
    removal_given = Signal(str, object)
    phrase_asked = Signal(str)
    phrase_noted = Signal(str)
    tried = Signal(str)
    file_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._busy = False
        self._leaving: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        listed = QWidget()
        listed.setMaximumWidth(WIDE)
        listed.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        column.addWidget(listed)
        self.person = parts.button(self.tr("Let someone else open it"), "user-plus")
        self.key = parts.button(self.tr("Add a public key"), "plus")
        self.new_phrase = parts.button(self.tr("New recovery phrase"), "file-text")
        self.test = parts.button(self.tr("Try a passphrase or key"), "list-checks")
        bar = QWidget()
        row = Flow(bar)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self.person, self.key, self.new_phrase, self.test):
            row.lead_with(one)
        column.addWidget(bar)
        self.now = PassphraseField(self.tr("Your passphrase"))
        self.name = parts.Field(self.tr("Whose it is"))
        self.theirs = NewPassphrase(self.tr("Their passphrase"))
        self.recipient = parts.Field(self.tr("Public key"))
        self.recipient.setPlaceholderText("age1…")
        self.typed = PassphraseField(self.tr("Passphrase or recovery phrase"))
        self.phrase = Phrase(
            self.tr(
                "This recovery phrase opens the store when every passphrase is forgotten. It is "
                "shown only now. Once it is read back from your paper, the old one opens it no "
                "more."
            ),
            self.tr("It is on my paper"),
        )
        self._say = parts.label(wrap=True)
        self._blocks = self._made_blocks()
        for block in self._blocks.values():
            block.setMaximumWidth(WIDE)
            column.addWidget(block)
        self._listen()
        self.clear()

    def _made_blocks(self) -> dict[str, QWidget]:
        """The parts of the forms, top down; each form shows some."""
        self.save = parts.button(self.tr("Add"), kind="primary")
        self.file = parts.button(self.tr("Try a key file"), "folder-open")
        self.cancel = parts.button(self.tr("Cancel"), kind="quiet")
        ends = QWidget()
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self.save, self.file, self.cancel):
            row.addWidget(one)
        row.addStretch(1)
        return {
            "say": self._say,
            "typed": _titled(self.typed.field.accessibleName(), self.typed.field, self.typed.note),
            "name": _titled(self.name.accessibleName(), self.name),
            "theirs": self.theirs,
            "recipient": _titled(self.recipient.accessibleName(), self.recipient),
            "now": _titled(self.now.field.accessibleName(), self.now.field, self.now.note),
            "phrase": self.phrase,
            "ends": ends,
        }

    def _listen(self) -> None:
        self.person.clicked.connect(self._begin_person)
        self.key.clicked.connect(self._begin_recipient)
        self.new_phrase.clicked.connect(self._begin_phrase)
        self.test.clicked.connect(self._begin_test)
        self.cancel.clicked.connect(self.settle)
        self.save.clicked.connect(self._give)
        self.file.clicked.connect(self._choose)
        self.phrase.noted.connect(self._give_phrase)
        self.theirs.changed.connect(self._weigh)
        self.theirs.entered.connect(self._give)
        for field in (self.now.field, self.name, self.recipient, self.typed.field):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self._give)

    def show_slots(self, slots: Sequence[KeySlot], mine: UUID | None, theirs: set[UUID]) -> None:
        """Every way to open the store; `mine` opened it, and the council keeps `theirs`."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, slot in enumerate(sorted(slots, key=lambda one: one.id != mine)):
            whose = self.tr("Recovery phrase") if slot.kind is SlotKind.RECOVERY else slot.label
            whose = whose or self.tr("No name")
            self._grid.addWidget(parts.picture(_ICONS[slot.kind], "accent"), row, 0)
            self._grid.addWidget(_words(whose, self._about(slot, mine, theirs)), row, 1)
            remove = parts.button(self.tr("Remove"), kind="quiet", size="small")
            remove.setAccessibleName(self.tr("Remove: {whose}").format(whose=whose))
            remove.clicked.connect(lambda _=False, slot=slot, whose=whose: self._ask(slot, whose))
            remove.setEnabled(slot.id not in theirs)
            self._grid.addWidget(remove, row, 2)

    def _about(self, slot: KeySlot, mine: UUID | None, theirs: set[UUID]) -> str:
        if slot.kind is SlotKind.RECIPIENT:
            kept = self.tr("set by your council for every store")
            about = kept if slot.id in theirs else self.tr("public key")
            return f"{about} · {slot.recipient[:12]}…" if slot.recipient else about
        if slot.kind is SlotKind.RECOVERY:
            return self.tr("twelve words on paper")
        return self.tr("passphrase, opened it now") if slot.id == mine else self.tr("passphrase")

    def show_busy(self, *, busy: bool) -> None:
        """Something is being tried or changed, which takes a second or two on purpose."""
        self._busy = busy
        self._weigh()

    def show_phrase(self, phrase: str) -> None:
        """The new recovery phrase is made: show it, this once."""
        self._open((), "")
        self._blocks["phrase"].show()
        self.phrase.show_phrase(phrase)

    def ask_again(self) -> None:
        """What was typed did not do: the keyboard goes back to it."""
        for field in (self.typed.field, self.now.field):
            if field.isVisible():
                field.selectAll()
                field.setFocus()

    def clear(self) -> None:
        """No form open, and nothing typed left standing."""
        for one in (self.now, self.typed, self.theirs, self.name, self.recipient, self.phrase):
            one.clear()
        for block in self._blocks.values():
            block.hide()

    def settle(self) -> None:
        """It is done, or one has thought better of it: the keyboard stays here."""
        self.clear()
        if self.isVisible():
            self.test.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # one goes to another place, or it is locked
            self.clear()

    def _begin_person(self) -> None:
        says = self.tr("They type a passphrase of their own here, twice.")
        self._open(("say", "name", "theirs", "now", "ends"), self.tr("Let them open it"), says)
        self.name.setFocus()

    def _begin_recipient(self) -> None:
        says = self.tr("Whoever has the secret half can open the store without a passphrase.")
        self._open(("say", "name", "recipient", "now", "ends"), self.tr("Add the key"), says)
        self.name.setFocus()

    def _begin_phrase(self) -> None:
        says = self.tr("For when the paper is lost, or somebody has read it.")
        self._open(("say", "now", "ends"), self.tr("Make a new phrase"), says)
        self.now.field.setFocus()

    def _begin_test(self) -> None:
        says = self.tr("It is said whose it is. Nothing is changed.")
        self._open(("say", "typed", "ends"), self.tr("Try it"), says)
        self.file.show()
        self.typed.field.setFocus()

    def _ask(self, slot: KeySlot, whose: str) -> None:
        says = self.tr(
            "“{whose}” will open this store no more. The store's key stays the same: a copy or a "
            "backup made before still opens with it."
        ).format(whose=whose)
        self._open(("say", "now", "ends"), self.tr("Remove it"), says)
        self._leaving = slot.id
        self.now.field.setFocus()

    def _open(self, blocks: Sequence[str], do: str, says: str = "") -> None:
        self.clear()
        self._leaving = None
        self._say.setText(says)
        self.save.setText(do)
        self.file.hide()
        for name in blocks:
            self._blocks[name].show()
        self._weigh()

    def _weigh(self) -> None:
        shown = {name for name, block in self._blocks.items() if not block.isHidden()}
        fields: dict[str, QLineEdit] = {
            "typed": self.typed.field, "name": self.name, "recipient": self.recipient,
            "now": self.now.field,
        }  # fmt: skip
        ready = all(field.text().strip() for name, field in fields.items() if name in shown)
        self.save.setEnabled(
            ready and ("theirs" not in shown or self.theirs.ready) and not self._busy
        )
        self.file.setEnabled(not self._busy)

    def _give(self) -> None:
        if not self.save.isEnabled() or self._blocks["ends"].isHidden():
            return
        now, name = self.now.field.text(), self.name.text().strip()
        if not self._blocks["typed"].isHidden():
            self.tried.emit(self.typed.field.text())
        elif not self._blocks["theirs"].isHidden():
            self.person_given.emit(now, name, self.theirs.first.text())
        elif not self._blocks["recipient"].isHidden():
            self.recipient_given.emit(now, name, self.recipient.text().strip())
        elif self._leaving is not None:
            self.removal_given.emit(now, self._leaving)
        else:
            self.phrase_asked.emit(now)

    def _give_phrase(self) -> None:
        self.phrase_noted.emit(" ".join(self.phrase.words))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The file of a secret key"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        dialog.open()


def _titled(title: str, *fields: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    words = parts.label(title, "strong")
    words.setBuddy(fields[0])
    for one in (words, *fields):
        column.addWidget(one)
    return made


def _words(whose: str, about: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(parts.label(whose, "strong", wrap=True))
    column.addWidget(parts.label(about, "minor", "quiet", wrap=True))
    return made


def slot_in_words(slot: KeySlot) -> str:
    """Which slot something opened, for a message."""
    say = QCoreApplication.translate
    if slot.kind is SlotKind.RECOVERY:
        return say("Keys", "This recovery phrase opens the store.")
    kind = slot.kind is SlotKind.PASSPHRASE
    words = "This is the passphrase of {whose}." if kind else "This is the key of {whose}."
    return say("Keys", words).format(whose=slot.label or say("Keys", "somebody without a name"))
