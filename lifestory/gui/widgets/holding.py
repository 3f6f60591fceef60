"""Keeps what one looks at where it is on the screen while photos come in above it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from lifestory.gui.models.grid import PHOTO, GridModel

_AT_MOST = 1000
"""Milliseconds the grid stands still, should its place never come back."""
_SOON = 15
"""Milliseconds between two looks whether the place has come back."""
_STEP = 24
"""Pixels between two looks for the first photo on the screen: less than any photo is high."""
_BY_HAND = {
    QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Wheel, QEvent.Type.ContextMenu,
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    """A photo and where its upper edge stands on the screen; and how far the list was scrolled,
    which serves when the photo goes."""

    photo: UUID | None
    top: int
    scrolled: int


class _LastSeen(QWidget):
    """The picture of the grid as it last was, laid over it while it is not painted."""

    def __init__(self, grid: QListView) -> None:
        super().__init__(grid)
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def begin(self, viewport: QWidget) -> None:
        """Stand over the viewport, in its place."""
        self._picture = viewport.grab()
        self.setGeometry(viewport.geometry())
        self.raise_()
        self.show()

    def hide(self) -> None:
        """Give the grid free, and keep no picture of it."""
        super().hide()
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        painter.drawPixmap(0, 0, self._picture)


class Holding(QObject):
    """Serves one grid. Its photos are laid out in batches: until the one that is held has its
    place again the grid shows what it last showed, so nothing is seen to jump there and back or
    to blink, and what the hand does meanwhile is done afterwards, for it meant what it saw."""

    def __init__(self, grid: QListView, model: GridModel) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, model
        self._held: _Held | None = None
        self._waiting: list[tuple[QObject, QEvent]] = []
        self._patience = QTimer(self, interval=_AT_MOST, singleShot=True)
        self._patience.timeout.connect(self._let_go)
        # A change that leaves the list as long as it was moves no range that one could hear.
        self._again = QTimer(self, interval=_SOON)
        self._again.timeout.connect(self._look_again)
        self._last_seen = _LastSeen(grid)
        for about_to in (
            model.modelAboutToBeReset,
            model.rowsAboutToBeInserted,
            model.rowsAboutToBeRemoved,
        ):
            about_to.connect(self._hold)
        grid.verticalScrollBar().rangeChanged.connect(lambda _, most: self._take(most))
        model.modelReset.connect(self._hold_nothing_of_nothing)
        for part in (grid, grid.viewport(), grid.verticalScrollBar()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._held and isinstance(event, QInputEvent) and event.type() in _BY_HAND:
            self._waiting.append((watched, event.clone()))
            return True
        return super().eventFilter(watched, event)

    def seek(self, photo: UUID) -> None:
        """Bring a photo that is not laid out yet to the middle, as soon as it is."""
        row = self._model.row_of(photo)
        if row >= 0 and self._grid.visualRect(self._model.index(row)).isEmpty():
            self._keep(_Held(photo, self._grid.viewport().height() // 3, 0))

    def _hold(self) -> None:
        """Remember where the chosen photo stands or, when it is out of sight, the first that is in
        sight. At the very top nothing is held: there one sees the newest come."""
        scrolled = self._grid.verticalScrollBar().value()
        if self._held is None and scrolled and self._grid.isVisible():
            self._keep(_Held(*self._in_sight(), scrolled))

    def _keep(self, held: _Held) -> None:
        self._held = held
        self._last_seen.begin(self._grid.viewport())
        self._grid.viewport().setUpdatesEnabled(False)
        self._patience.start()
        self._again.start()

    def _look_again(self) -> None:
        self._grid.visualRect(self._model.index(0))  # has it laid out what is waiting to be
        self._take(self._grid.verticalScrollBar().maximum())

    def _hold_nothing_of_nothing(self) -> None:
        if not self._model.rowCount():
            self._let_go()

    def _in_sight(self) -> tuple[UUID | None, int]:
        grid, room = self._grid, self._grid.viewport().rect()
        current = grid.currentIndex()
        found = [current] if grid.visualRect(current).intersects(room) else []
        left = grid.visualRect(self._model.index(0)).left() + _STEP
        found += [grid.indexAt(QPoint(left, y)) for y in range(0, room.height(), _STEP)]
        for index in found:
            if (photo := index.data(PHOTO)) is not None:
                return photo.id, grid.visualRect(index).top()
        return None, 0

    def _take(self, most: int) -> None:
        """Some more photos have been laid out: perhaps the place is there again."""
        if self._held is None:
            return
        bar, wanted = self._grid.verticalScrollBar(), self._held.scrolled
        row = self._model.row_of(self._held.photo) if self._held.photo else -1
        if row >= 0:
            rect = self._grid.visualRect(self._model.index(row))
            if rect.isEmpty():
                return
            wanted = bar.value() + rect.top() - self._held.top
        last = self._grid.visualRect(self._model.index(self._model.rowCount() - 1))
        if most >= wanted or not last.isEmpty():  # at the end, as near as it comes
            bar.setValue(wanted)
            self._let_go()

    def _let_go(self) -> None:
        self._held = None
        self._patience.stop()
        self._again.stop()
        self._grid.viewport().setUpdatesEnabled(True)
        self._last_seen.hide()
        waiting, self._waiting = self._waiting, []
        for watched, event in waiting:
            QCoreApplication.sendEvent(watched, event)
