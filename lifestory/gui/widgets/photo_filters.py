"""Which photos are shown and in which order: all, unused, to look at, the bin; of whom; by what."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lifestory.app.album import Album
from lifestory.gui.models.groups import By
from lifestory.gui.models.shown import ASIDE, Show, choice_in_words
from lifestory.gui.models.sorting import Sorted, Wish, sort_out
from lifestory.gui.widgets import parts


class PhotoFilters(QObject):
    """Three controls for a place's bar, and their keys; `changed` when one of them was moved."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.show_only = parts.Choice(self.tr("Which photos"), tuple(map(choice_in_words, Show)))
        self.who = parts.ChoiceBox(self.tr("Who is in it"))
        self.by = parts.ChoiceBox(self.tr("In which order"))
        for box in (self.who, self.by):
            box.setMinimumContentsLength(4)  # so that all of the bar stands in one line
        for words in (self.tr("By date"), self.tr("By home"), self.tr("By person")):
            self.by.addItem(words)
        self._counts: Mapping[Show, int] = {}
        self.show_only.chosen.connect(lambda _: self._choose())
        for box in (self.who, self.by):
            box.activated.connect(lambda _: self.changed.emit())
        for keys, act in (
            ("Ctrl+U", lambda: self.choose(Show.UNUSED)),
            ("Ctrl+F", self.show_only.setFocus),
        ):
            short = QShortcut(QKeySequence(keys), parent)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(act)
        self._people: tuple[tuple[str, UUID], ...] = ()
        self.show_sorted(sort_out(Album(), Wish()))

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
        self._choose()

    def reset(self) -> None:
        """As at the beginning, without saying so."""
        self.show_only.choose(Show.ALL)
        self.who.setCurrentIndex(0)
        self.by.setCurrentIndex(By.DATE)

    @property
    def wish(self) -> Wish:
        """What the grid shall show."""
        return Wish(self.show, self.who.currentData(), By(self.by.currentIndex()))

    def show_sorted(self, found: Sorted) -> None:
        """Say how many there are of each kind, and offer who is in any."""
        self._counts = found.counts
        self._offer()
        if found.people != self._people or not self.who.count():
            chosen, self._people = self.who.currentData(), found.people
            self.who.clear()
            self.who.addItem(self.tr("Anyone"), None)
            for called, key in found.people:
                self.who.addItem(called, key)
            self.who.choose(chosen)

    def _choose(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Each choice with its count. Some are there only while they are something to do, or were
        asked for: there is not much room."""
        aside = self.show if self.show in ASIDE else None
        undated = bool(self._counts.get(Show.UNDATED)) or self.show is Show.UNDATED
        self.show_only.offer(Show.UNDATED, offered=undated and aside is None)
        for show in ASIDE:
            self.show_only.offer(show, offered=show is aside)
        for show in Show:
            word, count = choice_in_words(show), self._counts.get(show, 0)
            self.show_only.rename(show, f"{word} {count}" if count and show else word)
