"""One photo, chosen from small pictures that open in place."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lifestory.gui import look
from lifestory.gui.models.pictures import IMAGE, PHOTO, Nearness, PicturesModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.photo_cell import paint_photo

CELL = QSize(88, 72)


class PhotoField(QWidget):
    """`edited` carries the id of the photo chosen, or None; `opened` that there is more to see.
    The small pictures come from the model it is given, which it shares with others."""

    edited = Signal(object)
    opened = Signal()

    def __init__(self, name: str, pictures: PicturesModel) -> None:
        super().__init__()
        self._key: UUID | None = None
        self._pictures = pictures
        self.near = Nearness(pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.shown = _Shown()
        column.addWidget(self.shown)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choose = parts.button(self.tr("Choose a photo"), "images", size="small")
        self.choose.setAccessibleName(self.tr("{field}: choose one").format(field=name))
        self.choose.setCheckable(True)
        self.none = parts.button(self.tr("No photo"), "", "quiet", "small")
        self.none.setAccessibleName(self.tr("{field}: none").format(field=name))
        row.addWidget(self.choose)
        row.addWidget(self.none)
        row.addStretch(1)
        column.addLayout(row)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Photos to choose from"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(CELL)
        self.list.setItemDelegate(_Cell(self.list))
        self.list.setFixedHeight(CELL.height() * 3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        column.addWidget(self.list)
        self.choose.toggled.connect(self._open)
        self.none.clicked.connect(lambda: self._take(None))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        pictures.dataChanged.connect(lambda *_: self._show())
        pictures.modelReset.connect(self._show)

    def show_photo(self, key: UUID | None) -> None:
        """Show the one that holds, without saying so."""
        if key != self._key:
            self.choose.setChecked(False)
        self._key = key
        self._show()

    def forget(self) -> None:
        """Show none."""
        self.choose.setChecked(False)
        self.show_photo(None)

    def _show(self) -> None:
        index = self._pictures.at(self._key)
        photo, image = index.data(PHOTO), index.data(IMAGE)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        self.shown.show_image(image, str(said or ""), whole=bool(photo and photo.scan))
        self.shown.setVisible(index.isValid())
        self.none.setVisible(self._key is not None)
        self.choose.setEnabled(self._pictures.rowCount() > 0)

    def _open(self, opened: bool) -> None:
        if opened and self.list.model() is None:
            self.list.setModel(self.near)
        self.list.setVisible(opened)
        if opened:
            at = self._pictures.at(self._key)
            first = self.near.index(0, 0)
            self.list.setCurrentIndex(self.near.mapFromSource(at) if at.isValid() else first)
            self.list.setFocus()
            self.opened.emit()

    def _choose(self, index: QModelIndex) -> None:
        photo = index.data(PHOTO)
        if photo is not None:
            self._take(photo.id)

    def _take(self, key: UUID | None) -> None:
        self.choose.setFocus()
        self.choose.setChecked(False)
        if key != self._key:
            self._key = key
            self._show()
            self.edited.emit(key)


class _Shown(QWidget):
    """The photo that was chosen, as it is in the grid."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(172, 126)
        self._image: QImage | None = None
        self._whole = False

    def show_image(self, image: QImage | None, said: str, *, whole: bool) -> None:
        """Show a picture; `said` is its line for who cannot see it."""
        self._image, self._whole = image, whole
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_photo(painter, QRectF(self.rect()), self._image, whole=self._whole)


class _Cell(QStyledItemDelegate):
    """One small picture to choose."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return CELL

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        photo = index.data(PHOTO)
        if photo is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(option.rect).adjusted(5, 5, -5, -5)
        paint_photo(painter, frame, index.data(IMAGE), whole=photo.scan)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(look.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 7, 7)
        painter.restore()
