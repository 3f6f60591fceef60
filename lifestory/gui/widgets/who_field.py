"""Who is in a photo: a face, a name, and in words whether they may be shown; and one to add."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from lifestory.app.album import Album
from lifestory.domain.media import InPhoto
from lifestory.domain.people import Person
from lifestory.gui.models.photo_words import may_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.new_person import SOMEONE_NEW, NewPerson, offer_new
from lifestory.gui.widgets.portrait import Portrait

_FACE = 32


class WhoField(QWidget):
    """Every signal carries the id of a person, but `brought` a new Person who is to be in it.
    `face_wanted` asks for a small portrait, which is given back by `show_face`."""

    added = Signal(object)
    brought = Signal(object)
    taken_out = Signal(object)
    portrait_chosen = Signal(object)
    face_asked = Signal(object)
    face_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._faces: dict[UUID, QImage] = {}
        self._portraits: dict[UUID, Portrait] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.add = parts.ChoiceBox(self.tr("Add someone who is in it"))
        self.add.activated.connect(self._add)
        column.addWidget(self.add)
        self.new = NewPerson()
        self.new.hide()
        column.addWidget(self.new)
        self.new.made.connect(self._bring)
        self.new.given_up.connect(self._leave_new)

    def show_who(self, people: Sequence[InPhoto], album: Album) -> None:
        """Show those who are in it; everyone else can be added."""
        if (shown := (people, album.people, album.may)) == self._shown:
            return
        self._shown = shown
        self._clear()
        for one in people:
            if one.person in album.people:
                self._rows.addWidget(self._row(one, album))
        there = {one.person for one in people}
        others = [one for one in album.people.values() if one.called and one.id not in there]
        self.add.clear()
        self.add.addItem(self.tr("Add someone"), None)
        for person in sorted(others, key=lambda one: one.called.casefold()):
            self.add.addItem(person.called, person.id)
        offer_new(self.add, self.tr("Someone new…"))

    def show_face(self, person: UUID, image: QImage) -> None:
        """A portrait has come."""
        self._faces[person] = image
        if person in self._portraits:
            self._portraits[person].show_child("?", image)

    def forget(self) -> None:
        """Let go of everything."""
        self._faces.clear()
        self.new.forget()
        self.show_who((), Album())

    def _clear(self) -> None:
        self._portraits = {}
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()

    def _row(self, one: InPhoto, album: Album) -> QWidget:
        person = album.people[one.person]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        face = Portrait(_FACE)
        face.show_child(person.called, self._faces.get(person.id))
        self._portraits[person.id] = face
        line.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(parts.label(person.called, "strong", wrap=True))
        said, settled = may_in_words(album, one)
        words.addWidget(parts.label(said, "minor", "quiet" if settled else "stop", wrap=True))
        line.addLayout(words, 1)
        line.addWidget(self._more(person.id, person.called))
        if person.id not in self._faces and person.portrait is not None:
            self.face_wanted.emit(person.id)
        return row

    def _more(self, person: UUID, called: str) -> QPushButton:
        more = parts.button("", "ellipsis", "quiet", "small")
        more.setAccessibleName(self.tr("What to do with {name}").format(name=called))
        menu = QMenu(more)
        said = {
            self.tr("Mark their face"): self.face_asked.emit,
            self.tr("Use as their portrait"): self.portrait_chosen.emit,
            self.tr("Not in this photo"): self.taken_out.emit,
        }
        for words, say in said.items():
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, say=say: say(person))
            menu.addAction(action)
        more.clicked.connect(lambda: menu.popup(more.mapToGlobal(QPoint(0, more.height()))))
        return more

    def _add(self) -> None:
        key = self.add.currentData()
        if key is SOMEONE_NEW:
            self.new.begin()
        elif key is not None:
            self.added.emit(key)

    def _bring(self, person: Person) -> None:
        self._leave_new()
        self.brought.emit(person)

    def _leave_new(self) -> None:
        # The keyboard goes on first: hidden, the form would hand it to nobody.
        self.add.setFocus()
        self.new.hide()
        self.add.setCurrentIndex(0)
