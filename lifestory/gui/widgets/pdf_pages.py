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
        self._held: _Held | None = None

    @property
    def sizes(self) -> tuple[QSizeF, ...]:
        """The size of every page in points."""
        return self._held.sizes if self._held else ()

    def load(self, pdf: bytes) -> None:
        """Hold this PDF; an empty one lets go of what was held."""
        if self._held is not None:
            self._held.drawn.disconnect(self.drawn)
            self._held.retire()
        self._held = _Held(self, pdf) if pdf else None
        if self._held is not None:
            self._held.drawn.connect(self.drawn)

    def draw(self, page: int, size: QSize) -> None:
        """Ask for a page `size` pixels large; what was asked of it before no longer arrives."""
        if self._held is not None:
            self._held.draw(page, size)


class _Held(QObject):
    """One PDF with a renderer of its own: one that is given another PDF while it draws loses
    pages, and one that is deleted while it draws makes the window wait."""

    drawn = Signal(int, QImage)

    def __init__(self, parent: QObject, pdf: bytes) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self._document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._rendered)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        pages = range(self._document.pageCount())
        self.sizes = tuple(self._document.pagePointSize(page) for page in pages)
        self._wanted: dict[int, int] = {}
        self._drawing: set[int] = set()
        self._retired = False

    def draw(self, page: int, size: QSize) -> None:
        """Ask for a page."""
        request = self._renderer.requestPage(page, size)
        if request:
            self._wanted[page] = request
            self._drawing.add(request)

    def retire(self) -> None:
        """Go as soon as nothing is being drawn."""
        self._retired = True
        self._wanted.clear()
        if not self._drawing:
            self.deleteLater()

    def _rendered(
        self,
        page: int,
        _size: QSize,
        image: QImage,
        _options: QPdfDocumentRenderOptions,
        request: int,
    ) -> None:
        self._drawing.discard(request)
        if self._wanted.get(page) == request:
            del self._wanted[page]
            self.drawn.emit(page, image)
        if self._retired and not self._drawing:
            self.deleteLater()
