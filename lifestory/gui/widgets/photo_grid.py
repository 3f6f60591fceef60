"""The grid of photos: walks by keys over headings, and keeps its place while photos come in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from lifestory.app.album import PhotoLook
from lifestory.gui.models.grid import ROW, GridModel
from lifestory.gui.models.groups import Cell
from lifestory.gui.widgets.holding import Holding
from lifestory.gui.widgets.photo_cell import PhotoDelegate

_AT_ONCE = 400
"""Photos laid out before the first paint, some screens of them; the rest follow in between."""
_Move = QAbstractItemView.CursorAction
_KEYS = Qt.Key


class PhotoGrid(QListView):
    """`opened` asks to look closer, `binned` to lay what is chosen in the bin."""

    opened = Signal()
    binned = Signal()

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._model = model
        self.delegate = PhotoDelegate()
        self.delegate.setParent(self)
        self.setItemDelegate(self.delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setSpacing(0)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width, and with it every row.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: bar.setEnabled(most > 0))
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.setModel(model)
        self._place = Holding(self, model)

    def model(self) -> QAbstractItemModel:
        return self._model

    def keyboardSearch(self, search: str) -> None:
        """Photos have no names one would type."""

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        rows, at = self._model.rowCount(), self.currentIndex().row()
        if not rows:
            return QModelIndex()
        match action:
            case _Move.MoveLeft | _Move.MovePrevious:
                to = self._photo(at - 1, -1)
            case _Move.MoveRight | _Move.MoveNext:
                to = self._photo(at + 1, +1)
            case _Move.MoveHome:
                to = self._photo(0, +1)
            case _Move.MoveEnd:
                to = self._photo(rows - 1, -1)
            case _Move.MoveUp | _Move.MoveDown:
                to = self._beside(at, +1 if action is _Move.MoveDown else -1)
            case _:
                to = at
                for _ in range(max(1, self.viewport().height() // self.delegate.cell.height())):
                    to = self._beside(to, +1 if action is _Move.MovePageDown else -1)
        return self._model.index(to if to >= 0 else self._photo(max(at, 0), +1))

    @property
    def chosen(self) -> PhotoLook | None:
        """The photo one looks at."""
        row = self.currentIndex().data(ROW)
        return row.look if isinstance(row, Cell) else None

    @property
    def all_chosen(self) -> list[PhotoLook]:
        """All that are chosen, each once; none but the one looked at when none is."""
        runs = self.selectionModel().selection().mid(0)
        rows = (row for run in runs for row in self._model.rows[run.top() : run.bottom() + 1])
        looks = {row.look.photo.id: row.look for row in rows if isinstance(row, Cell)}
        if not looks and self.chosen is not None:
            return [self.chosen]
        return list(looks.values())

    def keep_chosen(self, before: UUID | None, chosen: Sequence[UUID], at: int) -> None:
        """Look at the same photo as before, else at the one that stands at that row now; the same
        photos are chosen."""
        row = self._model.row_of(before) if before else -1
        if row < 0:
            row = self.photo_near(at)
        if row < 0:
            return
        now, choice = self.chosen, self.selectionModel()
        if now is None or self._model.row_of(now.photo.id) != row:
            self.setCurrentIndex(self._model.index(row))
        if not choice.hasSelection():
            choice.select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Select)
        if len(chosen) > 1 and {one.photo.id for one in self.all_chosen} != set(chosen):
            there = [self._model.row_of(key) for key in chosen]
            again = QItemSelection()
            for index in (self._model.index(row) for row in there if row >= 0):
                again.select(index, index)
            choice.select(again, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to(self, photo: UUID) -> None:
        """Make a photo the current one and bring it into sight."""
        if (row := self._model.row_of(photo)) >= 0:
            self.setCurrentIndex(self._model.index(row))
            self._place.seek(photo)

    def photo_near(self, row: int) -> int:
        """The photo at a row or, where a heading stands there, beside it; -1 when there is none."""
        last = self._model.rowCount() - 1
        here = min(max(row, 0), last)
        after = self._photo(here, +1)
        return after if after >= 0 else self._photo(here, -1)

    def _photo(self, row: int, step: int) -> int:
        """The nearest photo from a row on, that way; -1 when there is none."""
        while 0 <= row < self._model.rowCount():
            if not self._model.is_heading(row):
                return row
            row += step
        return -1

    def _beside(self, at: int, step: int) -> int:
        """The photo above or below: of the next line that has any, the one nearest across."""
        here = self.visualRect(self._model.index(at))
        row = self._photo(at + step, step)
        while row >= 0 and self.visualRect(self._model.index(row)).top() == here.top():
            row = self._photo(row + step, step)
        if row < 0:
            return at
        best, line = row, self.visualRect(self._model.index(row)).top()
        while 0 <= row < self._model.rowCount() and not self._model.is_heading(row):
            there = self.visualRect(self._model.index(row))
            if there.top() != line:
                break
            best = min(best, row, key=lambda one: abs(self._left(one) - here.left()))
            row += step
        return best

    def _left(self, row: int) -> int:
        return self.visualRect(self._model.index(row)).left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.currentIndex().isValid()
        match event.key():
            case _KEYS.Key_Space | _KEYS.Key_Return | _KEYS.Key_Enter if (
                chosen and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            ):
                self.opened.emit()
            case _KEYS.Key_Delete if chosen:
                self.binned.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.delegate.fit(self.viewport().width()):
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
