"""The list of a book's spreads, put in order by dragging or by Alt and the arrows; a part by its
name, or by Alt, Shift and the arrows."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView

from lifestory.gui.models.spreads import PART, SPREAD, SpreadModel
from lifestory.gui.widgets.thumb import ThumbDelegate


class PageList(QListView):
    """The pages; `stepped` carries how far Alt+Up or Alt+Down moves the page one is at,
    `part_stepped` how far with Shift its part; `removed` is Delete."""

    stepped = Signal(int)
    part_stepped = Signal(int)
    removed = Signal()

    def __init__(self, model: SpreadModel) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pages"))
        self.setModel(model)
        self._pages = model
        self._held: tuple[UUID, QPoint] | None = None
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
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}
        if alt and shift and event.key() in steps:
            self.part_stepped.emit(steps[Qt.Key(event.key())])
        elif alt and event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        section = index.data(PART)
        heading = index.isValid() and index.data(SPREAD) is None
        self._held = (section, at) if heading and isinstance(section, UUID) else None
        if self._held is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        section, began = self._held
        far = (event.position().toPoint() - began).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            self._held = None
            drag = QDrag(self)
            drag.setMimeData(self._pages.part_mime(section))
            drag.exec(Qt.DropAction.MoveAction)
