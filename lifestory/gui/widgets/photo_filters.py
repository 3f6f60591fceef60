"""Which photos are shown and in which order: all, unused, to look at, the bin; of whom; by what."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lifestory.app.album import Album
from lifestory.gui.models.groups import By, Row, Show, counted, rows_of
from lifestory.gui.widgets import parts


class PhotoFilters(QObject):
    """Three controls for a place's bar; `changed` when one of them was moved."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = (
            self.tr("All"), self.tr("Unused"), self.tr("Needs a look"), self.tr("Bin"),
        )  # fmt: skip
        self.show_only = parts.Choice(self.tr("Which photos"), self._words)
        self.who = parts.ChoiceBox(self.tr("Who is in it"))
        self.by = parts.ChoiceBox(self.tr("In which order"))
        for box in (self.who, self.by):
            box.setMinimumContentsLength(8)
        for words in (self.tr("By date"), self.tr("By home"), self.tr("By person")):
            self.by.addItem(words)
        self.show_only.chosen.connect(lambda _: self.changed.emit())
        for box in (self.who, self.by):
            box.activated.connect(lambda _: self.changed.emit())
        self._people: list[tuple[str, UUID]] = []
        self.show_album(Album())

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What is to be placed, from the left."""
        return self.show_only, self.who, self.by

    @property
    def show(self) -> Show:
        """Which photos are shown."""
        return Show(self.show_only.index)

    def choose(self, show: Show) -> None:
        """Show these, of everyone."""
        self.show_only.choose(show)
        self.who.setCurrentIndex(0)
        self.changed.emit()

    def reset(self) -> None:
        """As at the beginning, without saying so."""
        self.show_only.choose(Show.ALL)
        self.who.setCurrentIndex(0)
        self.by.setCurrentIndex(By.DATE)

    def show_album(self, album: Album) -> int:
        """Say how many there are of each kind, and offer who is in any; returns how many are not
        in the bin."""
        counts = counted(album)
        for show in (Show.UNUSED, Show.NEEDS_A_LOOK, Show.BIN):
            word = self._words[show]
            self.show_only.rename(show, f"{word} {counts[show]}" if counts[show] else word)
        there = {one.person for look in album.looks for one in look.photo.people}
        people = sorted(
            (one.called, key) for key, one in album.people.items() if key in there and one.called
        )
        if people != self._people or not self.who.count():
            chosen, self._people = self.who.currentData(), people
            self.who.clear()
            self.who.addItem(self.tr("Anyone"), None)
            for called, key in people:
                self.who.addItem(called, key)
            self.who.choose(chosen)
        return counts[Show.ALL]

    def rows(self, album: Album) -> tuple[Row, ...]:
        """The rows of the grid."""
        return rows_of(album, self.show, self.who.currentData(), By(self.by.currentIndex()))
