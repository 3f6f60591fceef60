"""Photos carried by hand over the pages: lifted from a frame, and let go on another, on a page, or
elsewhere. What they will do where they are now is shown and said meanwhile."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from lifestory.gui.models.carried import Carried, packed, unpacked
from lifestory.gui.models.frames import Frame

_CARRIED = 96
"""Pixels of the picture one holds, at its longer side."""


class Pages(Protocol):
    """The pages as they lie on the screen."""

    def viewport(self) -> QWidget: ...

    def at(self, point: QPointF) -> tuple[int | None, Frame | None]:
        """The page and the frame under a point of the viewport."""

    def seen(self, frame: Frame) -> QRectF:
        """Where a frame stands, in pixels of the viewport."""

    def block_at(self, page: int) -> object:
        """The block that made a page."""

    def show_drop(self, page: int | None, frame: Frame | None, words: str) -> None:
        """Show where something would land, and say what it would do; None for nowhere."""


class PhotoDrops(QObject):
    """`lifted` tells that a photo of the pages is in the hand (True) or no longer; `dropped`
    carries a Carried, a page's index, and the frame it fell on, or None."""

    lifted = Signal(bool)
    dropped = Signal(object, int, object)

    def __init__(self, parent: QObject, pages: Pages) -> None:
        super().__init__(parent)
        self._pages = pages
        self._held: Frame | None = None
        self._from = QPoint()
        pages.viewport().setAcceptDrops(True)
        pages.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent():
                return self._lift(event)
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self._drop(event)
                return True
            case QDropEvent():
                self._hover(event)
                return True
            case _ if event.type() == QEvent.Type.DragLeave:
                self._pages.show_drop(None, None, "")
                return True
        return super().eventFilter(watched, event)

    def _lift(self, event: QMouseEvent) -> bool:
        left = Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == left:
            _, self._held = self._pages.at(event.position())
            self._from = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._held = None
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & left and self._held:
            far = (event.position().toPoint() - self._from).manhattanLength()
            if far >= QApplication.startDragDistance():
                held, self._held = self._held, None
                self._carry(held)
            return True
        return False

    def _carry(self, frame: Frame) -> None:
        if frame.photo is None:
            return
        drag = QDrag(self._pages.viewport())
        drag.setMimeData(packed(Carried(frame.photo.id, frame.block if frame.placed else None)))
        picture = self._picture(frame)
        drag.setPixmap(picture)
        size = picture.deviceIndependentSize()
        drag.setHotSpot(QPoint(round(size.width() / 2), round(size.height() / 2)))
        self.lifted.emit(frame.placed)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)
        self._pages.show_drop(None, None, "")
        self.lifted.emit(False)

    def _picture(self, frame: Frame) -> QPixmap:
        shown = self._pages.viewport().grab(self._pages.seen(frame).toRect())
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        side = round(_CARRIED * shown.devicePixelRatio())
        return shown.scaled(side, side, keep, smooth)

    def _hover(self, event: QDropEvent) -> None:
        page, frame, words = self._landing(event)
        self._pages.show_drop(page, frame, words)
        if words:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        page, frame, words = self._landing(event)
        self._pages.show_drop(None, None, "")
        carried = unpacked(event.mimeData())
        if words and carried is not None and page is not None:
            event.acceptProposedAction()
            self.dropped.emit(carried, page, frame)

    def _landing(self, event: QDropEvent) -> tuple[int | None, Frame | None, str]:
        """Where what is carried would land and what it would do; no words where it can't."""
        carried = unpacked(event.mimeData())
        page, frame = self._pages.at(event.position())
        if carried is None or page is None:
            return None, None, ""
        if frame is not None and frame.photo is not None and frame.placed:
            if frame.photo.id == carried.photo:
                return None, None, ""
            words = self.tr("Change places") if carried.block else self.tr("In place of this one")
            return page, frame, words
        if carried.block is None:
            return page, None, self.tr("Put it on this page")
        if carried.block == self._pages.block_at(page):
            return None, None, ""
        return page, None, self.tr("Move it to this page")
