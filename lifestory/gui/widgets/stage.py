"""One picture, large: zoomed and moved about, with frames on it that hand and keys can hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView

from lifestory.gui import look
from lifestory.gui.widgets.frame import Frame

_MARGIN = 12
_MOST_ZOOM = 8.0
_SHADE = QColor(0, 0, 0, 150)
"""Over what a cut takes away: dark on any photo, whatever the scheme."""
_DRAWN = 12.0
"""Pixels of the screen that a hand must draw before it is a frame and not a slip."""


class Stage(QGraphicsView):
    """The scene is as large as the picture, in pixels of its original. `zoomed` tells when it is
    larger or smaller; `drawn` carries a QRectF that was drawn with the mouse while `drawing`."""

    zoomed = Signal()
    drawn = Signal(QRectF)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The photo, large"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setProperty("part", "desk")
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setScene(QGraphicsScene(0, 0, 1, 1, self))
        self._picture = QGraphicsPixmapItem()
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._picture)
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

    def show_picture(self, size: tuple[int, int], image: QImage | None) -> None:
        """Show an image of a picture of so many pixels; None for a blank one."""
        fresh = QRectF(0, 0, max(1, size[0]), max(1, size[1]))
        if fresh != self.sceneRect():
            self.setSceneRect(fresh)
            self.fit()
        if image is None or image.isNull():
            blank = QPixmap(8, 8)
            blank.fill(look.colour("neutral-tint"))
            self._picture.setPixmap(blank)
        else:
            self._picture.setPixmap(QPixmap.fromImage(image))
        drawn = self._picture.pixmap().size()
        self._picture.setTransform(
            self._picture.transform()
            .fromScale(fresh.width() / drawn.width(), fresh.height() / drawn.height())
        )  # fmt: skip

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_zoom(self.zoom * 1.0015 ** event.angleDelta().y())
        event.accept()

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
            super().keyPressEvent(event)
        elif self.zoom > 1 and event.key() in _PANS:
            bar, step = _PANS[Qt.Key(event.key())]
            scroll = self.horizontalScrollBar() if bar == "x" else self.verticalScrollBar()
            scroll.setValue(scroll.value() + step * scroll.singleStep() * 3)
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

    def hold_by_hand(self, *, drawing: bool, hand: bool) -> None:
        """What a drag on the bare picture does: draws a frame, moves the picture, or nothing."""
        self.drawing = drawing
        drag = QGraphicsView.DragMode.ScrollHandDrag if hand else QGraphicsView.DragMode.NoDrag
        self.setDragMode(drag)


_PANS = {
    Qt.Key.Key_Left: ("x", -1),
    Qt.Key.Key_Right: ("x", 1),
    Qt.Key.Key_Up: ("y", -1),
    Qt.Key.Key_Down: ("y", 1),
}
