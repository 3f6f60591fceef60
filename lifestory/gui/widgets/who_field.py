"""Who is in a photo: a face, a name, and in words whether they may be shown; and one to add."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from lifestory.app.album import Album, May
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.people import Person
from lifestory.gui import look
from lifestory.gui.models.photo_words import may_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.new_person import Adding, NewPerson, offer_new
from lifestory.gui.widgets.permission_form import PermissionForm
from lifestory.gui.widgets.portrait import Portrait
from lifestory.gui.widgets.tab_order import lead_through, stops_in

_FACE, _MORE = 32, 30


class WhoField(QWidget):
    """Every signal carries the id of a person, but `brought` a new Person who is to be in it,
    `allowed` a Permission that was heard, and `permission_forgotten` the id of one to be taken
    out. `face_wanted` asks for a small portrait, which is given back by `show_face`."""

    added = Signal(object)
    brought = Signal(object)
    taken_out = Signal(object)
    portrait_chosen = Signal(object)
    face_asked = Signal(object)
    face_wanted = Signal(object)
    allowed = Signal(object)
    permission_forgotten = Signal(object)
    erase_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._album = Album()
        self._faces: dict[UUID, tuple[Photo | None, QImage]] = {}
        """Each with the portrait it was cut from: where that is cropped anew, or the face in it
        is marked, it is asked for again."""
        self._portraits: dict[UUID, Portrait] = {}
        self._asks: dict[UUID, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.form = PermissionForm()
        self.form.setParent(self)  # before what follows it, for Tab
        self.add = parts.ChoiceBox(self.tr("Add someone who is in it"))
        column.addWidget(self.add)
        self.new = NewPerson()
        column.addWidget(self.new)
        self.form.hide()
        self.form.kept.connect(self.allowed)
        self.form.forgotten.connect(self.permission_forgotten)
        self.form.closed.connect(self._close_form)
        adding = Adding(self.add, self.new)
        adding.picked.connect(self.added)
        adding.brought.connect(self.brought)

    def show_who(self, people: Sequence[InPhoto], album: Album) -> None:
        """Show those who are in it; everyone else can be added."""
        if (
            shown := (people, album.people, album.may, album.heard, album.portraits)
        ) == self._shown:
            return
        self._shown, self._album = shown, album
        held = next((key for key, ask in self._asks.items() if ask.hasFocus()), None)
        self._clear()
        for one in people:
            if one.person in album.people:
                self._rows.addWidget(self._row(one, album))
                if self.form.person == one.person:
                    self._rows.addWidget(self.form)
                    self.form.show_heard(album.heard.get(one.person, ()))
        if self.form.person is not None and self.form.person not in self._portraits:
            self._close_form()
        if held in self._asks:
            self._asks[held].setFocus()
        there = {one.person for one in people}
        others = [one for one in album.people.values() if one.called and one.id not in there]
        self.add.clear()
        self.add.addItem(self.tr("Add someone"), None)
        for person in sorted(others, key=lambda one: one.called.casefold()):
            self.add.addItem(person.called, person.id)
        offer_new(self.add, self.tr("Someone new…"))
        self._order()

    def show_face(self, person: UUID, image: QImage) -> None:
        """A portrait has come."""
        self._faces[person] = self._album.portraits.get(person), image
        if person in self._portraits:
            self._portraits[person].show_child("?", image)

    def forget(self) -> None:
        """Let go of everything."""
        self._faces.clear()
        self.new.forget()
        self._close_form()
        self.show_who((), Album())

    def _clear(self) -> None:
        self._portraits, self._asks = {}, {}
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None and row is not self.form:
                row.hide()
                row.deleteLater()

    def _row(self, one: InPhoto, album: Album) -> QWidget:
        person = album.people[one.person]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        face = Portrait(_FACE)
        portrait, image = self._faces.get(person.id, (None, None))
        fresh = portrait == album.portraits.get(person.id)
        face.show_child(person.called, image if fresh else None)
        self._portraits[person.id] = face
        line.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(parts.label(person.called, "strong", wrap=True))
        said, settled = may_in_words(album, one)
        tone = "quiet" if settled else "stop"
        under = QHBoxLayout()
        under.setSpacing(4)
        icon = parts.picture("check" if settled else "user-x", tone, 12)
        under.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        under.addWidget(parts.label(said, "minor", tone, wrap=True), 1)
        words.addLayout(under)
        line.addLayout(words, 1)
        if album.may.get(one.person, May.NOT_ASKED) not in {May.OWN_STORY, May.ANIMAL}:
            line.addWidget(self._ask(person, asked=bool(album.heard.get(person.id))))
        line.addWidget(self._more(person.id, person.called))
        if not fresh or (image is None and person.portrait is not None):
            self.face_wanted.emit(person.id)
        return row

    def _ask(self, person: Person, *, asked: bool) -> QPushButton:
        ask = parts.button(self.tr("Change") if asked else self.tr("Ask"), size="small")
        spoken = self.tr("Permission of {name}: {act}")
        ask.setAccessibleName(spoken.format(name=person.called, act=ask.text().lower()))
        ask.clicked.connect(lambda: self._open_form(person))
        self._asks[person.id] = ask
        return ask

    def _open_form(self, person: Person) -> None:
        """Under the row of that person, or away again."""
        if self.form.person == person.id:
            self._close_form()
            return
        row = self._asks[person.id].parentWidget()
        self._rows.removeWidget(self.form)
        assert row is not None
        self._rows.insertWidget(self._rows.indexOf(row) + 1, self.form)
        self.form.begin(person.id, person.called, self._album.heard.get(person.id, ()))

    def _order(self) -> None:
        """Tab goes down the rows, then through the form, and on to whom to add."""
        rows = (face.parentWidget() for face in self._portraits.values())
        lead_through([stop for row in rows if row is not None for stop in stops_in(row)], self.form)

    def _close_form(self) -> None:
        # The keyboard goes on first: hidden, the form would hand it to nobody.
        if self.form.person in self._asks:
            self._asks[self.form.person].setFocus()
        self.form.person = None
        self.form.hide()

    def _more(self, person: UUID, called: str) -> QPushButton:
        more = parts.button("", "ellipsis", "quiet", "small")
        more.setFixedWidth(look.larger(_MORE))
        more.setAccessibleName(self.tr("What to do with {name}").format(name=called))
        menu = QMenu(more)
        said = {
            self.tr("Mark the face"): self.face_asked.emit,
            self.tr("Use as the portrait of {name}").format(name=called): self.portrait_chosen.emit,
            self.tr("Not in this photo"): self.taken_out.emit,
        }
        if self._album.may.get(person) is not May.OWN_STORY:
            said[self.tr("Erase {name} for good…").format(name=called)] = self.erase_asked.emit
        for words, say in said.items():
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, say=say: say(person))
            menu.addAction(action)
        more.clicked.connect(lambda: menu.popup(more.mapToGlobal(QPoint(0, more.height()))))
        return more
