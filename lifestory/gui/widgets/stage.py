"""One picture, large: zoomed and moved about, with frames on it that hand and keys can hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGestureEvent,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
)

from lifestory.gui import look
from lifestory.gui.widgets.frame import Frame
from lifestory.gui.widgets.frame_paint import paint_grid

_MARGIN = 12
_MOST_ZOOM = 8.0
_SHADE = QColor(0, 0, 0, 150)
"""Over what a cut takes away: dark on any photo, whatever the scheme."""
_DRAWN = 12.0
"""Pixels of the screen that a hand must draw before it is a frame and not a slip."""
_GRID = 64.0
"""Pixels of the screen between two lines of the grid by which one straightens, about."""


class Stage(QGraphicsView):
    """The scene is as large as the picture, in pixels of its original. `zoomed` tells when it is
    larger or smaller; `drawn` carries a QRectF that was drawn with the mouse while `drawing`,
    `pointed` the point of a click on the bare picture."""

    zoomed = Signal()
    drawn = Signal(QRectF)
    pointed = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The photo, large"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setProperty("part", "desk")
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        scene = QGraphicsScene(0, 0, 1, 1, self)
        # A frame's handles take room in pixels of the screen, so that zooming alone alters its
        # bounds. An index of them would keep frames that are long gone, paint them, and crash.
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        # What leans reaches over the edge of what is kept, and is seen only inside it.
        self._inside = QGraphicsRectItem()
        self._inside.setPen(Qt.PenStyle.NoPen)
        self._inside.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape)
        self.scene().addItem(self._inside)
        self._picture = QGraphicsPixmapItem(self._inside)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._lean, self._full = 0.0, QSizeF(1, 1)
        self._grid = False
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._shade = QGraphicsPathItem()
        self._shade.setBrush(_SHADE)
        self._shade.setPen(Qt.PenStyle.NoPen)
        self._shade.setZValue(1)
        self.scene().addItem(self._shade)
        self.frames: list[Frame] = []
        self.drawing = False
        self.zoom = 1.0
        self._start: QPointF | None = None
        self._line = self.scene().addRect(QRectF(), QPen(look.colour("accent"), 0))
        self._line.setZValue(4)

    @property
    def whole(self) -> QRectF:
        """All of the picture, in pixels of its original."""
        return self.sceneRect()

    def lay_picture(
        self, size: tuple[int, int], full: tuple[int, int] | None = None, lean: float = 0.0
    ) -> None:
        """Show `size` pixels of a picture: all of it, or the middle of one of `full` pixels that
        leans by so many degrees clockwise."""
        across, down = full or size
        self._lean, self._full = lean, QSizeF(max(1, across), max(1, down))
        fresh = QRectF(0, 0, max(1, size[0]), max(1, size[1]))
        if fresh != self.sceneRect():
            self._inside.setRect(fresh)
            self.setSceneRect(fresh)
            self.fit()
        self._stretch_picture()

    def show_image(self, image: QImage | None) -> None:
        """Its pixels, however many there are; None for a blank."""
        if image is None or image.isNull():
            blank = QPixmap(8, 8)
            blank.fill(look.colour("neutral-tint"))
            self._picture.setPixmap(blank)
        else:
            self._picture.setPixmap(QPixmap.fromImage(image))
        self._stretch_picture()

    def _stretch_picture(self) -> None:
        drawn, middle = self._picture.pixmap().size(), self.whole.center()
        if drawn.isEmpty():
            return
        way = QTransform.fromTranslate(middle.x(), middle.y()).rotate(self._lean)
        way.translate(-self._full.width() / 2, -self._full.height() / 2)
        way.scale(self._full.width() / drawn.width(), self._full.height() / drawn.height())
        self._picture.setTransform(way)

    def show_grid(self, *, grid: bool) -> None:
        """Lay a grid over the picture, by which one sees what is straight."""
        if grid != self._grid:
            self._grid = grid
            self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        if self._grid:
            paint_grid(painter, self.whole, 1 / self.transform().m11(), _GRID)

    def lay_frames(self, frames: Sequence[Frame]) -> None:
        """These frames, and no others, lie on the picture."""
        for old in self.frames:
            old.blockSignals(True)
            self.scene().removeItem(old)
            old.deleteLater()
        self.frames = list(frames)
        for frame in frames:
            self.scene().addItem(frame)
            frame.reached.connect(lambda frame=frame: self.announce(frame.words))
        self.shade_but(None)

    def shade_but(self, kept: QRectF | None) -> None:
        """Darken what lies outside; None for nothing."""
        path = QPainterPath()
        if kept is not None:
            path.addRect(self.whole)
            path.addRect(kept)
        self._shade.setPath(path)

    def announce(self, words: str) -> None:
        """Say something aloud to who cannot see the frames."""
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def fit(self) -> None:
        """All of it, as large as there is room."""
        self.set_zoom(1.0)
        self.centerOn(self.whole.center())

    def set_zoom(self, zoom: float) -> None:
        """So many times as large as all of it would be."""
        self.zoom = min(max(zoom, 1.0), _MOST_ZOOM)
        room = QRectF(self.viewport().rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        whole = self.whole
        scale = min(room.width() / whole.width(), room.height() / whole.height())
        scale = max(scale, 1e-4) * self.zoom
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        bars = shown if self.zoom > 1 else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bars)
        self.setVerticalScrollBarPolicy(bars)
        self.resetTransform()
        self.scale(scale, scale)
        self.zoomed.emit()

    def zoom_about(self, zoom: float, at: QPoint) -> None:
        """The same, and what lies under a point of the view stays there."""
        before = self.mapToScene(at)
        anchor = self.transformationAnchor()
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.set_zoom(zoom)
        off = self.mapFromScene(before) - at
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + off.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + off.y())
        self.setTransformationAnchor(anchor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        self.zoom_about(self.zoom * 1.0015**turned, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers make it larger: on a screen a pinch, on a pad what the system makes of it."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
                self.zoom_about(self.zoom * pinch.scaleFactor(), middle)
                event.accept()
                return True
        elif (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_about(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_zoom(self.zoom)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the frames, then goes on."""
        if not self.frames:
            return super().focusNextPrevChild(forward)
        at = next((n for n, frame in enumerate(self.frames) if frame.hasFocus()), None)
        step = 1 if forward else -1
        start = -1 if forward else len(self.frames)
        to = (start if at is None else at) + step
        if 0 <= to < len(self.frames):
            self.frames[to].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureVisible(self.frames[to])
            return True
        self.scene().clearFocus()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A frame with the keyboard gets the key; else it goes on to the viewer."""
        held = self.scene().focusItem()
        event.ignore()
        if held is not None:
            # Not through Qt's own view: what a frame does not want, that would take to scroll by.
            event.accept()
            self.scene().sendEvent(held, event)
        elif self.zoom > 1 and event.key() in _PANS and not event.modifiers() & _ANY:
            bar, step = _PANS[Qt.Key(event.key())]
            scroll = self.horizontalScrollBar() if bar == "x" else self.verticalScrollBar()
            scroll.setValue(scroll.value() + step * scroll.pageStep() // 10)
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        held = self.scene().mouseGrabberItem() is not None
        if self.drawing and not held and event.button() == Qt.MouseButton.LeftButton:
            self._start = self.mapToScene(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            super().mouseMoveEvent(event)
            return
        now = self.mapToScene(event.position().toPoint())
        self._line.setRect(QRectF(self._start, now).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._start is None:
            return
        now = self.mapToScene(event.position().toPoint())
        box = QRectF(self._start, now).normalized()
        self._start = None
        self._line.setRect(QRectF())
        least = _DRAWN / self.transform().m11()
        if min(box.width(), box.height()) >= least:
            self.drawn.emit(box)
        elif self.whole.contains(now):
            self.pointed.emit(now)

    def hold_by_hand(self, *, drawing: bool, hand: bool) -> None:
        """What a drag on the bare picture does: draws a frame, moves the picture, or nothing."""
        self.drawing = drawing
        drag = QGraphicsView.DragMode.ScrollHandDrag if hand else QGraphicsView.DragMode.NoDrag
        self.setDragMode(drag)


_ANY = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_PANS = {
    Qt.Key.Key_Left: ("x", -1),
    Qt.Key.Key_Right: ("x", 1),
    Qt.Key.Key_Up: ("y", -1),
    Qt.Key.Key_Down: ("y", 1),
}
