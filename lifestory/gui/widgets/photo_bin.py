"""The strip under the pages: photos not used yet, to drag onto a page or put there by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from lifestory.domain.media import Photo
from lifestory.gui import look
from lifestory.gui.models.grid import IMAGE, PHOTO
from lifestory.gui.models.unused import UnusedModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.photo_cell import paint_photo

_CELL = QSize(88, 66)
_HIGH = 104


class _BinDelegate(QStyledItemDelegate):
    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return _CELL

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        photo = index.data(PHOTO)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(option.rect).adjusted(4, 4, -4, -4)
        whole = isinstance(photo, Photo) and photo.scan
        paint_photo(painter, frame, index.data(IMAGE), whole=whole)
        if option.state & QStyle.StateFlag.State_Selected:
            ring = QPainterPath()
            ring.addRoundedRect(frame.adjusted(-2, -2, 2, 2), 7, 7)
            painter.strokePath(ring, QPen(look.colour("accent"), 3))
        painter.restore()


class _Strip(QListView):
    taken = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        photo = self.currentIndex().data(PHOTO)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(photo, Photo):
            self.taken.emit(photo.id)
        else:
            super().keyPressEvent(event)


class PhotoBin(QFrame):
    """`taken` carries the id of a photo that is to go onto the page one is at."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "list")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(parts.label(self.tr("Not used yet"), "strong"))
        self.count = parts.label(tone="quiet")
        self.how = parts.Elided("minor", "quiet")
        row.addWidget(self.count)
        row.addWidget(self.how, 1)
        column.addLayout(row)
        self.model = UnusedModel()
        self.list = _Strip()
        self.list.setAccessibleName(self.tr("Photos not used yet"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_BinDelegate(self.list))
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragEnabled(True)
        self.list.setFixedHeight(_CELL.height() + 12)
        self.list.taken.connect(self.taken)
        self.list.doubleClicked.connect(lambda at: self.taken.emit(at.data(PHOTO).id))
        column.addWidget(self.list)
        self.setMinimumHeight(_HIGH)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; the one chosen stays chosen, else the one that now stands in its place."""
        at = max(0, self.list.currentIndex().row())
        self.model.show_photos(photos)
        self.count.setText(str(len(photos)))
        if photos and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(min(at, len(photos) - 1)))

    def say_where(self, page: str) -> None:
        """Say on which page Enter puts the chosen photo, if there is one; empty where it cannot."""
        says = self.tr("drag one on, or press Enter to put it on page {page}")
        if not self.model.rowCount():
            self.how.setText(self.tr("every photo is on a page"))
        else:
            self.how.setText(says.format(page=page) if page else "")

    @property
    def photo(self) -> UUID | None:
        """The chosen photo."""
        photo = self.list.currentIndex().data(PHOTO)
        return photo.id if isinstance(photo, Photo) else None
