"""Photos as a grid wants them: small pictures that arrive when they are first looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.domain.dates import date_in_words
from lifestory.domain.media import Original, Photo
from lifestory.domain.readers import Band, text_for
from lifestory.gui.models.mentions import plain

PHOTO = Qt.ItemDataRole.UserRole + 1
IMAGE = Qt.ItemDataRole.UserRole + 2
ORIGINAL = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
_REST = 40
"""Milliseconds in which arrivals are gathered into one repaint."""

translate = QCoreApplication.translate


def caption(photo: Photo) -> str:
    """The words under it, for the oldest band that has any."""
    return plain(text_for(photo.captions, Band.ADULT))


def spoken(photo: Photo) -> str:
    """One line for who cannot see it: "Photo, 12 May 2024, In the paddling pool"."""
    said = (translate("Grid", "Photo"), date_in_words(photo.taken), caption(photo) or photo.alt)
    return ", ".join(part for part in said if part)


class GridModel(QAbstractListModel):
    """The photos of a case. `wanted` asks for the small picture of one, once."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photos: tuple[Photo, ...] = ()
        self._originals: Mapping[UUID, Original] = {}
        self._images: dict[UUID, tuple[Photo, QImage]] = {}
        self._asked: set[UUID] = set()
        self._rows: dict[UUID, int] = {}
        self._arrived: set[int] = set()
        self._gather = QTimer(self, interval=_REST, singleShot=True)
        self._gather.timeout.connect(self._tell)

    def show(self, photos: Sequence[Photo], originals: Mapping[UUID, Original]) -> None:
        """Show these; a small picture is kept while its photo stays as it is."""
        kept = {photo.id: photo for photo in photos}
        self.beginResetModel()
        self.photos, self._originals = tuple(photos), originals
        self._rows = {photo.id: row for row, photo in enumerate(photos)}
        self._images = {
            key: (photo, image)
            for key, (photo, image) in self._images.items()
            if key in kept and _same_pixels(photo, kept[key])
        }
        self._asked &= self._images.keys()
        self._arrived.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Let go of everything."""
        self._images.clear()
        self.show((), {})

    def put(self, photo: Photo, image: QImage) -> None:
        """The small picture of a photo has arrived."""
        row = self._rows.get(photo.id)
        if row is None:
            return
        self._images[photo.id] = (photo, image)
        self._arrived.add(row)
        if not self._gather.isActive():
            self._gather.start()

    def row_of(self, photo: UUID) -> int:
        """The row of a photo, -1 when it is not there."""
        return self._rows.get(photo, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.photos):
            return None
        photo = self.photos[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return caption(photo)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(photo)
            case _ if role == PHOTO:
                return photo
            case _ if role == ORIGINAL:
                return self._originals.get(photo.original) if photo.original else None
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

    def _tell(self) -> None:
        if self._arrived:
            first, last = min(self._arrived), max(self._arrived)
            self._arrived.clear()
            self.dataChanged.emit(self.index(first), self.index(last), [IMAGE])


def _same_pixels(one: Photo, other: Photo) -> bool:
    return (one.original, one.edits, one.covered) == (other.original, other.edits, other.covered)
