"""The pages of a small PDF side by side in one picture, for the page list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QPainter

from lifestory.gui.widgets.pdf_pages import PdfPages


class SmallPages(QObject):
    """Draws the pages of one small PDF side by side, gives the picture away, and is gone."""

    def __init__(
        self, parent: QObject, pdf: bytes, size: QSize, take: Callable[[QImage], None]
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._pages = PdfPages(self)
        self._pages.drawn.connect(self._place)
        self._pages.load(pdf)
        self._sizes = self._pages.sizes
        self._missing = len(self._sizes)
        wide = sum(one.width() for one in self._sizes) or 1
        self._scale = size.width() / (wide if len(self._sizes) > 1 else 2 * wide)
        high = max((one.height() for one in self._sizes), default=1)
        self._scale = min(self._scale, size.height() / high)
        whole = QSize(round(wide * self._scale), round(high * self._scale))
        self._image = QImage(whole, QImage.Format.Format_RGB32)
        self._image.fill(0xFFFFFFFF)
        for number, one in enumerate(self._sizes):
            self._pages.draw(number, (one * self._scale).toSize())
        if not self._missing:
            self.deleteLater()

    def _place(self, page: int, image: QImage) -> None:
        before = sum(one.width() for one in self._sizes[:page])
        painter = QPainter(self._image)
        painter.drawImage(round(before * self._scale), 0, image)
        painter.end()
        self._missing -= 1
        if not self._missing:
            self._take(self._image)
            self.deleteLater()
