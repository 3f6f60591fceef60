"""The true page, large: the pages of a spread side by side, as the PDF draws them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView

from lifestory.gui import look
from lifestory.gui.widgets.pdf_pages import PdfPages

_MARGIN = 24
_SETTLE = 80
"""Milliseconds a size must hold before the pages are drawn anew for it."""


class SpreadView(QGraphicsView):
    """Shows one spread. `turned` carries +1 or -1 when an arrow key turns the page."""

    turned = Signal(int)
    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The pages as they will print"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setProperty("part", "desk")
        self.setScene(QGraphicsScene(self))
        self._pages = PdfPages(self)
        self._pages.drawn.connect(self._place)
        self._items: list[QGraphicsPixmapItem] = []
        self._missing = 0
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self._draw)

    def show_pdf(self, pdf: bytes) -> None:
        """Show every page of this PDF side by side; none for an empty one."""
        self._pages.load(pdf)
        self._lay_out()
        self._draw()

    @property
    def complete(self) -> bool:
        """True once every page shown has been drawn."""
        return bool(self._items) and not self._missing

    def _lay_out(self) -> None:
        scene = self.scene()
        scene.clear()
        self._items = []
        x = 0.0
        for size in self._pages.sizes:
            sheet = QGraphicsRectItem(x, 0, size.width(), size.height())
            sheet.setBrush(Qt.GlobalColor.white)
            edge = QPen(look.colour("button-edge"), 1)
            edge.setCosmetic(True)
            sheet.setPen(edge)
            scene.addItem(sheet)
            item = QGraphicsPixmapItem()
            item.setPos(x, 0)
            item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
            scene.addItem(item)
            self._items.append(item)
            x += size.width()
        scene.setSceneRect(scene.itemsBoundingRect())
        self._fit()

    def _fit(self) -> None:
        shown = self.sceneRect()
        if shown.isEmpty():
            return
        room = QRectF(self.viewport().rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / shown.width(), room.height() / shown.height())
        self.resetTransform()
        self.scale(max(scale, 0.05), max(scale, 0.05))

    def _draw(self) -> None:
        scale = self.transform().m11() * self.devicePixelRatioF()
        self._missing = len(self._items)
        for number, size in enumerate(self._pages.sizes):
            pixels = QSize(round(size.width() * scale), round(size.height() * scale))
            self._pages.draw(number, pixels)

    def _place(self, page: int, image: QImage) -> None:
        if page >= len(self._items):
            return
        item, size = self._items[page], self._pages.sizes[page]
        item.setPixmap(QPixmap.fromImage(image))
        item.setScale(size.width() / max(1, image.width()))
        self._missing -= 1
        if not self._missing:
            self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.turned.emit(+1)
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)
