"""The list of a book's spreads, put in order by dragging or by Alt and the arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from lifestory.gui.models.spreads import SpreadModel
from lifestory.gui.widgets.thumb import ThumbDelegate


class PageList(QListView):
    """The pages; `stepped` carries how far Alt+Up or Alt+Down moves the page one is at, `removed`
    is Delete."""

    stepped = Signal(int)
    removed = Signal()

    def __init__(self, model: SpreadModel) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pages"))
        self.setModel(model)
        self.setItemDelegate(ThumbDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}
        if alt and event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
