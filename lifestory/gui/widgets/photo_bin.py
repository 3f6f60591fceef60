"""The strip under the pages: photos not used yet, to drag onto a page or put there by Enter; a
photo of a page that is dragged here comes off it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
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
from lifestory.gui import icons, look
from lifestory.gui.models.carried import unpacked
from lifestory.gui.models.grid import IMAGE, PHOTO
from lifestory.gui.models.unused import REFUSED, UnusedModel
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
        if index.data(REFUSED):
            mark = QRectF(frame.right() - 22, frame.top() + 2, 20, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("paper"))
            painter.drawEllipse(mark)
            ratio = painter.device().devicePixelRatioF()
            icon = icons.pixmap("triangle-alert", look.colour("look"), 14, ratio)
            painter.drawPixmap(mark.adjusted(3, 3, -3, -3).topLeft(), icon)
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
    """`taken` carries the id of a photo that is to go onto the page one is at, `given_back` the
    Carried one that comes off its page."""

    taken = Signal(object)
    given_back = Signal(object)

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
        self.setAcceptDrops(True)
        self._says = ""
        self._awaits = self._over = False

    def show_photos(self, photos: Sequence[Photo], refused: frozenset[UUID] = frozenset()) -> None:
        """Show these, of which some may not be shown to the reader. The one chosen stays chosen,
        else the one that now stands in its place."""
        at = max(0, self.list.currentIndex().row())
        self.model.refused = refused
        self.model.show_photos(photos)
        self.count.setText(str(len(photos)))
        if photos and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(min(at, len(photos) - 1)))

    def say_where(self, page: str) -> None:
        """Say on which page Enter puts the chosen photo, if there is one; empty where it cannot."""
        says = self.tr("drag one on, or press Enter to put it on page {page}")
        if not self.model.rowCount():
            self._says = self.tr("every photo is on a page")
        else:
            self._says = says.format(page=page) if page else ""
        self.how.setText(self._says)

    def await_photo(self, lifted: bool) -> None:
        """A photo of a page is in the hand, or no longer: say that it can come here."""
        self._awaits, self._over = lifted, False
        self.how.setText(
            self.tr("let it go here to take it off the page") if lifted else self._says
        )
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = unpacked(event.mimeData())
        if carried is not None and carried.block is not None:
            self.await_photo(True)
            self._over = True
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        carried = unpacked(event.mimeData())
        self.await_photo(False)
        if carried is not None and carried.block is not None:
            event.acceptProposedAction()
            self.given_back.emit(carried)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._awaits:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._over:
                painter.fillRect(self.rect(), look.colour("chosen"))
            painter.setPen(QPen(look.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 8, 8)

    @property
    def photo(self) -> UUID | None:
        """The chosen photo."""
        photo = self.list.currentIndex().data(PHOTO)
        return photo.id if isinstance(photo, Photo) else None
