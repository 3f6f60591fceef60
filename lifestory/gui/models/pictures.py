"""The small pictures of a case by their photo: for faces on the line and for choosing one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.domain.dates import date_in_words
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band, text_for
from lifestory.gui.models.mentions import plain

PHOTO = Qt.ItemDataRole.UserRole + 1
IMAGE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class PicturesModel(QAbstractListModel):
    """The photos in the order given. `wanted` asks for the small picture of one, once; a picture
    is kept only while its photo would be printed the same."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.photos: tuple[Photo, ...] = ()
        self._rows: dict[UUID, int] = {}
        self._images: dict[UUID, tuple[Photo, QImage]] = {}
        self._asked: set[UUID] = set()

    def show(self, photos: Sequence[Photo]) -> None:
        """Show these; nothing happens when they are the same."""
        if tuple(photos) == self.photos:
            return
        kept = {photo.id: photo for photo in photos}
        self.beginResetModel()
        self.photos = tuple(photos)
        self._rows = {photo.id: row for row, photo in enumerate(photos)}
        self._images = {
            key: one
            for key, one in self._images.items()
            if key in kept and _same(one[0], kept[key])
        }
        self._asked &= self._images.keys()
        self.endResetModel()

    def put(self, photo: Photo, image: QImage) -> None:
        """The small picture of a photo has arrived."""
        if photo.id in self._rows:
            self._images[photo.id] = (photo, image)
            index = self.index(self._rows[photo.id])
            self.dataChanged.emit(index, index, [IMAGE])

    def at(self, key: UUID | None) -> QModelIndex:
        """The index of a photo; an invalid one when it is not there."""
        row = self._rows.get(key, -1) if key else -1
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.photos):
            return None
        photo = self.photos[index.row()]
        match role:
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                words = plain(text_for(photo.captions, Band.ADULT)) or photo.alt
                said = (QCoreApplication.translate("Pictures", "Photo"),
                        date_in_words(photo.taken), words)  # fmt: skip
                return ", ".join(one for one in said if one)
            case _ if role == PHOTO:
                return photo
            case _ if role == IMAGE:
                return self._image(photo)
            case _:
                return None

    def _image(self, photo: Photo) -> QImage | None:
        if photo.id in self._images:
            return self._images[photo.id][1]
        if photo.id not in self._asked:
            self._asked.add(photo.id)
            self.wanted.emit(photo)
        return None


class Nearness(QSortFilterProxyModel):
    """The same photos, those taken nearest to a day first, those without a date last; in the order
    given where there is no day."""

    def __init__(self, pictures: PicturesModel) -> None:
        super().__init__()
        self._pictures = pictures
        self._day: date | None = None
        self.setSourceModel(pictures)

    def sort_near(self, day: date | None) -> None:
        """Let the photos of this day stand first."""
        if day != self._day:
            self._day = day
            self.invalidate()
            self.sort(0 if day else -1)

    def lessThan(self, left: Index, right: Index) -> bool:
        here, there = self._far(left.row()), self._far(right.row())
        return (here, left.row()) < (there, right.row())

    def _far(self, row: int) -> int:
        span = self._pictures.photos[row].taken.span(self._day)
        return abs((span.first - self._day).days) if span and self._day else _NEVER


_NEVER = 10**6
"""Days: farther from any birthday than any photo."""


def _same(one: Photo, other: Photo) -> bool:
    return (one.original, one.recipe) == (other.original, other.recipe)
