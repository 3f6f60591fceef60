"""What can be done with the chosen photos, at the mouse or by the menu key."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lifestory.app.album import Album, PhotoLook
from lifestory.gui.widgets.photo_grid import PhotoGrid


class PhotoMenu(QObject):
    """`asked` comes before it opens, for `show_for`; `turned` carries quarters clockwise,
    `portrait_chosen` a person's id."""

    asked = Signal()
    closer = Signal()
    binned = Signal()
    put_back = Signal()
    turned = Signal(int)
    portrait_chosen = Signal(object)
    erase_asked = Signal()

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.menu = QMenu(grid)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._open)

    def show_for(self, look: PhotoLook | None, album: Album) -> None:
        """Offer what can be done with this photo, or with all that are chosen."""
        self.menu.clear()
        if look is None:
            return
        self._add(self.tr("Look closer"), self.closer.emit)
        self._add(self.tr("Turn to the right"), lambda: self.turned.emit(1))
        self._add(self.tr("Turn to the left"), lambda: self.turned.emit(3))
        for one in look.photo.people:
            if one.person in album.people:
                called = album.people[one.person].called
                words = self.tr("Use as the portrait of {name}").format(name=called)
                self._add(words, lambda person=one.person: self._portrait(person))
        if look.photo.binned:
            self._add(self.tr("Put back"), self.put_back.emit)
        else:
            self._add(self.tr("Put in the bin"), self.binned.emit)
        self.menu.addSeparator()
        self._add(self.tr("Erase for good…"), self.erase_asked.emit)

    def _add(self, words: str, act: object) -> None:
        action = QAction(words, self.menu)
        action.triggered.connect(lambda _=False: act())  # type: ignore[operator]
        self.menu.addAction(action)

    def _portrait(self, person: UUID) -> None:
        self.portrait_chosen.emit(person)

    def _open(self, at: QPoint) -> None:
        self.asked.emit()
        if self.menu.actions():
            if not self._grid.viewport().rect().contains(at):
                at = self._grid.visualRect(self._grid.currentIndex()).center()
            self.menu.popup(self._grid.viewport().mapToGlobal(at))
