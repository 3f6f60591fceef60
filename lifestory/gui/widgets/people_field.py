"""Who was part of something: each with a button that takes them out, and a choice to add one,
also somebody nobody has heard of yet."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.domain.people import Person
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.new_person import Adding, NewPerson, offer_new


class PeopleField(QWidget):
    """`edited` carries the ids of those who are in it now, in order; `brought` a new Person, about
    nobody yet, who is to be in it."""

    edited = Signal(object)
    brought = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._chosen: tuple[UUID, ...] = ()
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        self.add = parts.ChoiceBox(self.tr("{field}: add someone").format(field=name))
        column.addWidget(self.add)
        self.setFocusProxy(self.add)
        self.new = NewPerson()
        column.addWidget(self.new)
        self._adding = Adding(self.add, self.new)
        self._adding.picked.connect(lambda key: self.edited.emit((*self._chosen, key)))
        self._adding.brought.connect(self.brought)

    def show_people(self, everyone: Iterable[Person], chosen: tuple[UUID, ...]) -> None:
        """Everyone one could add, and who is in it."""
        named = {one.id: one.called for one in everyone if one.called}
        self._chosen = chosen
        shown = (chosen, tuple(named.items()))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for key in chosen:
            if key in named:
                self._rows.addWidget(self._row(named[key], key))
        self.add.clear()
        self.add.addItem(self.tr("Add someone"), None)
        for key, called in sorted(named.items(), key=lambda one: one[1].casefold()):
            if key not in chosen:
                self.add.addItem(called, key)
        offer_new(self.add, self.tr("Someone new…"))

    def _row(self, called: str, key: UUID) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = parts.Elided()
        name.setText(called)
        line.addWidget(name, 1)
        out = parts.button(self.tr("Take out"), "", "quiet", "small")
        out.setAccessibleName(self.tr("Take out {name}").format(name=called))
        out.clicked.connect(lambda: self._take_out(key))
        line.addWidget(out)
        return row

    def drop(self) -> None:
        """Forget a person who is half named."""
        self._adding.drop()

    def forget(self) -> None:
        """Name nobody."""
        self.drop()
        self.show_people((), ())

    def _take_out(self, key: UUID) -> None:
        self.add.setFocus()
        self.edited.emit(tuple(one for one in self._chosen if one != key))
