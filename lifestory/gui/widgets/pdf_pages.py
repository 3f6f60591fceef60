"""A PDF in memory turned into pictures of its pages, on Qt's own thread for it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer


class PdfPages(QObject):
    """Holds one PDF at a time. `drawn` carries a page number from 0 and a QImage."""

    drawn = Signal(int, QImage)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self._document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._rendered)
        self._buffer = QBuffer(self)
        self._wanted: dict[int, int] = {}

    @property
    def sizes(self) -> tuple[QSizeF, ...]:
        """The size of every page in points."""
        pages = range(self._document.pageCount())
        return tuple(self._document.pagePointSize(page) for page in pages)

    def load(self, pdf: bytes) -> None:
        """Hold this PDF; an empty one lets go of what was held."""
        self._wanted.clear()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        if pdf:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)

    def draw(self, page: int, size: QSize) -> None:
        """Ask for a page `size` pixels large; what was asked of it before no longer arrives."""
        self._wanted[page] = self._renderer.requestPage(page, size)

    def _rendered(
        self,
        page: int,
        _size: QSize,
        image: QImage,
        _options: QPdfDocumentRenderOptions,
        request: int,
    ) -> None:
        if self._wanted.get(page) == request:
            del self._wanted[page]
            self.drawn.emit(page, image)
