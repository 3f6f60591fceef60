"""A new person in one step, wherever people are chosen: a first name, and what the book calls
them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.domain.people import Person
from lifestory.gui.widgets import parts

SOMEONE_NEW = object()
"""What the last item of a choice of people holds."""


def offer_new(choice: parts.ChoiceBox, words: str) -> None:
    """Let a choice of people end with one who is not there yet."""
    if choice.count() > 1:
        choice.insertSeparator(choice.count())
    choice.addItem(words, SOMEONE_NEW)


class NewPerson(QWidget):
    """`made` carries a Person about nobody yet, `given_up` that there is to be none. Enter says
    it, Escape gives it up."""

    made = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        self.given = _Field(self.tr("First name of the new person"), self.tr("First name"))
        self.called = _Field(
            self.tr("What the book calls the new person"), self.tr("Called, such as Gran")
        )
        self.setFocusProxy(self.given)
        self.add = parts.button(self.tr("Add this person"), "user-plus", size="small")
        self.never = parts.button(self.tr("Not now"), "", "quiet", "small")
        for field in (self.given, self.called):
            column.addWidget(field)
            field.returnPressed.connect(self._say)
            field.textChanged.connect(lambda _: self._settle())
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addWidget(self.never)
        row.addStretch(1)
        column.addLayout(row)
        self.add.clicked.connect(self._say)
        self.never.clicked.connect(self.given_up)
        self._settle()

    def begin(self) -> None:
        """Show it, empty, with the keyboard in its first field."""
        self.forget()
        self.show()
        self.given.setFocus()

    def forget(self) -> None:
        """Hold nobody's name and be out of sight."""
        for field in (self.given, self.called):
            field.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    @property
    def _names(self) -> tuple[str, str]:
        given, called = (" ".join(one.text().split()) for one in (self.given, self.called))
        return given, called

    def _settle(self) -> None:
        self.add.setEnabled(any(self._names))

    def _say(self) -> None:
        given, called = self._names
        if given or called:
            self.made.emit(Person(given=given, known_as=called))


class Adding(QObject):
    """Joins a choice of people with the form of one who is not there yet. `picked` carries the id
    of one who was, `brought` a new Person."""

    picked = Signal(object)
    brought = Signal(object)

    def __init__(self, choice: parts.ChoiceBox, form: NewPerson) -> None:
        super().__init__(form)
        self._choice, self._form = choice, form
        form.hide()
        choice.activated.connect(lambda _: self._pick())
        form.made.connect(self._bring)
        form.given_up.connect(self._leave)

    def drop(self) -> None:
        """Forget a person who is half named."""
        self._form.forget()
        self._choice.setCurrentIndex(0)

    def _pick(self) -> None:
        key = self._choice.currentData()
        if key is SOMEONE_NEW:
            self._form.begin()
        elif key is not None:
            self.picked.emit(key)

    def _bring(self, person: Person) -> None:
        self._leave()
        self.brought.emit(person)

    def _leave(self) -> None:
        # The keyboard goes on first: hidden, the form would hand it to nobody.
        self._choice.setFocus()
        self.drop()


class _Field(parts.Field):
    def __init__(self, name: str, example: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(example)
