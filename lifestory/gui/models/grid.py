"""Photos and their headings as a grid wants them: small pictures come when one first looks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.app.album import PhotoLook
from lifestory.domain.media import Photo
from lifestory.gui.models.groups import Cell, Heading, Row
from lifestory.gui.models.photo_words import name_of, spoken
from lifestory.gui.models.steps import Steps, runs, steps

ROW = Qt.ItemDataRole.UserRole + 1
"""A Heading or a Cell."""
PHOTO = Qt.ItemDataRole.UserRole + 3
"""The Photo of a Cell, None for a heading."""
IMAGE = Qt.ItemDataRole.UserRole + 2
"""The small picture of a Cell, a QImage; None until it has come."""

Index = QModelIndex | QPersistentModelIndex
_REST = 40
"""Milliseconds in which arrivals are gathered into one repaint."""
_KEPT = 240
"""Small pictures in memory: five screens of the largest window, some 70 MB."""
_SELECTABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class GridModel(QAbstractListModel):
    """Rows of headings and photos. `wanted` asks for the small picture of a Photo, once."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._images: OrderedDict[UUID, tuple[Photo, QImage]] = OrderedDict()
        self._asked: set[UUID] = set()
        self._rows: Mapping[UUID, int] = {}
        self._further: Mapping[UUID, tuple[int, ...]] = {}
        self._arrived: set[UUID] = set()
        self._gather = QTimer(self, interval=_REST, singleShot=True)
        self._gather.timeout.connect(self._tell)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these. What stays where it was keeps its place on the screen and its choice."""
        self.follow(steps(self.rows, rows))

    def follow(self, way: Steps) -> None:
        """Show the rows of a way that was worked out before, from what is shown now or was."""
        if way.before is not self.rows:
            way = steps(self.rows, way.rows)
        if way.anew:
            self.beginResetModel()
            self._stand(way)
            self.endResetModel()
        else:
            self._move(way)
            self._stand(way)
            self._tell_of(way.changed)
        self._drop_old_pictures()

    def show_photos(self, photos: Iterable[Photo]) -> None:
        """Show just these, without headings: to choose one from."""
        self.show([Cell(PhotoLook(photo)) for photo in photos])

    def forget(self) -> None:
        """Let go of everything."""
        self._images.clear()
        self._asked.clear()
        self._arrived.clear()
        self.show(())

    def put(self, photo: Photo, image: QImage) -> None:
        """The small picture of a photo has arrived."""
        shown = self._cell(photo.id)
        if shown is None or not same_pixels(shown.look.photo, photo):
            self.unask(photo)
            return
        self._images[photo.id] = (photo, image)
        while len(self._images) > _KEPT:
            gone, _ = self._images.popitem(last=False)
            self._asked.discard(gone)
        self._arrived.add(photo.id)
        if not self._gather.isActive():
            self._gather.start()

    def unask(self, photo: Photo) -> None:
        """Nobody will bring this picture now; ask again when one looks at it again."""
        if photo.id not in self._images:
            self._asked.discard(photo.id)

    def image(self, photo: Photo) -> QImage | None:
        """The small picture of a photo if it is here; it is not asked for."""
        kept = self._images.get(photo.id)
        return kept[1] if kept else None

    def is_heading(self, row: int) -> bool:
        """True for a heading, False for a photo."""
        return isinstance(self.rows[row], Heading)

    def row_of(self, photo: UUID) -> int:
        """The first row of a photo, -1 when it is not there."""
        return self._rows.get(photo, -1)

    def order(self) -> list[UUID]:
        """The photos in their order, each once."""
        return list(self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        return _HEADING if self.is_heading(index.row()) else _SELECTABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Heading):
            spoken_roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{row.title}, {row.note}" if role in spoken_roles else None
        match role:
            case _ if role == PHOTO:
                return row.look.photo
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return name_of(row.look)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row.look)
            case _ if role == IMAGE:
                return self._image(row.look.photo)
            case _:
                return None

    def _cell(self, photo: UUID) -> Cell | None:
        row = self.rows[self._rows[photo]] if photo in self._rows else None
        return row if isinstance(row, Cell) else None

    def _image(self, photo: Photo) -> QImage | None:
        if photo.id in self._images:
            self._images.move_to_end(photo.id)
            return self._images[photo.id][1]
        if photo.id not in self._asked and photo.original is not None:
            self._asked.add(photo.id)
            self.wanted.emit(photo)
        return None

    def _stand(self, way: Steps) -> None:
        self.rows, self._rows, self._further = way.rows, way.at, way.further

    def _move(self, way: Steps) -> None:
        """Take out what goes and put in what comes."""
        for first, last in reversed(way.going):
            self.beginRemoveRows(QModelIndex(), first, last)
            self.rows = (*self.rows[:first], *self.rows[last + 1 :])
            self.endRemoveRows()
        for first, last in way.coming:
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows = (*self.rows[:first], *way.rows[first : last + 1], *self.rows[first:])
            self.endInsertRows()

    def _drop_old_pictures(self) -> None:
        """A picture whose photo was turned or cut is asked for anew; one that went is let go."""
        for key, (photo, _) in list(self._images.items()):
            shown = self._cell(key)
            if shown is None or not same_pixels(photo, shown.look.photo):
                del self._images[key]
                self._asked.discard(key)
        self._asked &= self._rows.keys()

    def _tell(self) -> None:
        arrived, self._arrived = self._arrived, set()
        there = [self._rows[key] for key in arrived if key in self._rows]
        there += [at for key in arrived for at in self._further.get(key, ())]
        self._tell_of(sorted(there))

    def _tell_of(self, rows: Sequence[int]) -> None:
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last))


def same_pixels(one: Photo, other: Photo) -> bool:
    """True when both would be printed alike."""
    return (one.original, one.recipe) == (other.original, other.recipe)
