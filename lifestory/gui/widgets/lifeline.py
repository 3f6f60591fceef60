"""The line of life: lanes under a scale of years and ages, homes as bands, milestones as points.

It is a list view over the same rows as the list, laid out along time, so that what is chosen, how
the keys go and what a screen reader says need no second telling. (Items of a QGraphicsScene are
silent to a screen reader; rows of a list are not.)
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from lifestory.domain.life import Home, Milestone
from lifestory.gui import look
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.models.rows import Lane, LifeModel
from lifestory.gui.widgets.lifeline_layout import Layout, lay_out
from lifestory.gui.widgets.lifeline_paint import LanePainter

Index = QModelIndex | QPersistentModelIndex
_STEP, _MOST = 1.5, 60.0
"""How much one step of zoom is, and how much larger than the whole life it may be shown."""
_GRIP = 8
"""How near the edge of a home one takes hold of it, in pixels."""
_Move = QAbstractItemView.CursorAction


class Lifeline(QListView):
    """← → go along a lane, ↑ ↓ to the next, + and − zoom, 0 shows all. `zoomed` says whether it can
    go on (in, out); `dragged` by how many days what is chosen is being drawn along, and whether it
    is the end of a home; `dropped` that it is let go."""

    zoomed = Signal(bool, bool)
    dragged = Signal(float, bool)
    dropped = Signal()

    def __init__(self, model: LifeModel, pictures: PicturesModel) -> None:
        super().__init__()
        self._rows, self._pictures = model, pictures
        self._life = Life()
        self._zoom = 1.0
        self._from: float | None = None
        self._by_end = False
        self._layout: Layout | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Homes and milestones on a line"))
        self.setModel(model)
        pictures.dataChanged.connect(lambda *_: self.viewport().update())
        model.modelReset.connect(self._renew)
        model.dataChanged.connect(lambda *_: self._renew())

    def show_life(self, life: Life) -> None:
        """The life whose rows the model holds."""
        self._life = life
        self._renew()

    @property
    def zoom(self) -> float:
        """1 while the whole life is seen."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by so many steps; what is chosen, else today, stays where it is."""
        held = self._held()
        self._zoom = min(_MOST, max(1.0, self._zoom * _STEP**steps))
        self._renew()
        self._hold(*held)
        self.zoomed.emit(self._zoom < _MOST, self._zoom > 1.0)

    def zoom_to_all(self) -> None:
        """See the whole life."""
        self._zoom = 1.0
        self._renew()
        self.zoomed.emit(True, False)

    @property
    def least_high(self) -> int:
        """How high it must be to show the years, the ages and the homes."""
        return round(self._laid.tops["milestones"])

    def _anchor(self) -> date:
        row = self.currentIndex().row()
        span = self._rows.rows[row].span if 0 <= row < len(self._rows.rows) else None
        return span.middle if span else self._life.today

    def _held(self) -> tuple[date, float]:
        """What must not move under the eyes, and where it is seen."""
        anchor = self._anchor()
        return anchor, self._laid.scale.x(anchor) - self.horizontalOffset()

    def _hold(self, anchor: date, seen: float) -> None:
        self.horizontalScrollBar().setValue(round(self._laid.scale.x(anchor) - seen))

    @property
    def _laid(self) -> Layout:
        if self._layout is None:
            view = self.viewport().size()
            self._layout = lay_out(self._life, self._rows.rows, view, self._zoom)
        return self._layout

    def _renew(self) -> None:
        self._layout = None
        self.updateGeometries()
        self.viewport().update()

    # What Qt asks of an item view.

    def visualRect(self, index: Index) -> QRect:
        box, name = self._box(index), self._name(index)
        if box is None:
            return QRect()
        return (box.united(name) if name is not None else box).toAlignedRect()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002
    ) -> None:
        box = self._box(index)
        if box is None:
            return
        head = self._laid.head + 8
        view = self.viewport().rect().adjusted(round(head), 0, -8, -8)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left() < view.left() or box.width() > view.width():
            across.setValue(across.value() + round(box.left() - view.left()))
        elif box.right() > view.right():
            across.setValue(across.value() + round(box.right() - view.right()))
        if box.top() < view.top():
            down.setValue(down.value() + round(box.top() - view.top()))
        elif box.bottom() > view.bottom():
            down.setValue(down.value() + round(box.bottom() - view.bottom()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        if point.x() < self._laid.head:
            return QModelIndex()
        for row in reversed(self._laid.order):
            index = self._rows.index(row)
            box, name = self._box(index), self._name(index)
            if (box and box.contains(point)) or (name and name.contains(point)):
                return index
        return QModelIndex()

    def moveCursor(
        self,
        cursorAction: _Move,  # noqa: N803 - Qt names it
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002
    ) -> QModelIndex:
        order = self._laid.order
        if not order:
            return QModelIndex()
        now = self.currentIndex().row()
        if now not in self._laid.boxes:
            return self._rows.index(order[0])
        lane = self._rows.rows[now].lane
        along = [row for row in order if self._rows.rows[row].lane is lane]
        at = along.index(now)
        match cursorAction:
            case _Move.MoveLeft | _Move.MovePrevious:
                at = max(0, at - 1)
            case _Move.MoveRight | _Move.MoveNext:
                at = min(len(along) - 1, at + 1)
            case _Move.MoveHome:
                at = 0
            case _Move.MoveEnd:
                at = len(along) - 1
            case _Move.MoveUp | _Move.MovePageUp:
                return self._rows.index(self._in_lane(now, lane, -1))
            case _Move.MoveDown | _Move.MovePageDown:
                return self._rows.index(self._in_lane(now, lane, 1))
        return self._rows.index(along[at])

    def _in_lane(self, now: int, lane: Lane, step: int) -> int:
        """The nearest thing in the next lane up or down that has any."""
        laid = self._laid
        here = laid.boxes[now].mark
        number = lane.value + step
        while 0 <= number <= Lane.MILESTONES.value:
            there = [row for row in laid.order if self._rows.rows[row].lane.value == number]
            if there:
                return min(there, key=lambda row: laid.boxes[row].distance(here))
            number += step
        return now

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return index.row() not in self._laid.boxes

    def setSelection(self, rect: QRect, command: object) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(index, command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: object) -> QRegion:
        region = QRegion()
        for index in selection.indexes():  # type: ignore[attr-defined]
            region = region.united(self.visualRect(index).adjusted(-8, -8, 8, 8))
        return region

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        laid, view = self._laid, self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(laid.width) - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(40)
        down.setRange(0, max(0, round(laid.height) - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(20)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        # The heads of the lanes stay where they are, so nothing may be moved over the screen.
        self.viewport().update()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        self._layout = None
        super().setModel(model)

    def _box(self, index: Index) -> QRectF | None:
        found = self._laid.boxes.get(index.row())
        if found is None:
            return None
        return found.rect.translated(-self.horizontalOffset(), -self.verticalOffset())

    def _name(self, index: Index) -> QRectF | None:
        """Where the name of a home stands that has no room in its band."""
        found = self._laid.boxes.get(index.row())
        if found is None or found.words is None:
            return None
        return found.words.translated(-self.horizontalOffset(), -self.verticalOffset())

    # Events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A scroll bar that goes makes room, which a zoom makes into a long way.
        held = self._held()
        self._layout = None
        super().resizeEvent(event)
        self.updateGeometries()
        self._hold(*held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.text():
            case "+" | "=":
                self.zoom_by(1)
            case "-" | "−":
                self.zoom_by(-1)
            case "0":
                self.zoom_to_all()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._from, self._by_end = None, False
        point = event.position()
        if (edge := self._edge_at(point.toPoint())) is not None:
            self._from, self._by_end = point.x(), edge

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            on_edge = self._edge_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.SizeHorCursor if on_edge else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            super().mouseMoveEvent(event)
            return
        along = event.position().x() - self._from
        if abs(along) >= QApplication.startDragDistance():
            self.dragged.emit(along / self._laid.scale.step, self._by_end)

    def _edge_at(self, point: QPoint) -> bool | None:
        """Whether it is the end of a home one would draw along there; None where nothing moves: a
        home is drawn by its edges, what happened by its mark or its words."""
        index = self.indexAt(point)
        row = self._rows.rows[index.row()] if index.isValid() else None
        if row is None or isinstance(row.record, Milestone):
            return None if row is None else False
        box = self._box(index)
        if not isinstance(row.record, Home) or box is None or not box.contains(point):
            return None
        if box.right() - point.x() <= _GRIP:
            return True
        return False if point.x() - box.left() <= _GRIP else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._from is not None:
            self._from = None
            self.dropped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lanes = LanePainter(painter, self._life, self._laid, self._pictures, self._rows.rows)
        lanes.paint(
            self.viewport().size(),
            QPoint(self.horizontalOffset(), self.verticalOffset()),
            self.currentIndex().row(),
            focused=self.hasFocus(),
        )

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if getattr(event, "type", None) and event.type() in look.SCHEME_EVENTS:  # type: ignore[attr-defined]
            self._renew()
