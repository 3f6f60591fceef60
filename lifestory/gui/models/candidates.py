"""What may fill a slot, with a tick at what does, and small pictures of those that are photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.app.filling import Candidate
from lifestory.domain.media import Photo

PHOTO = Qt.ItemDataRole.UserRole + 1
IMAGE = Qt.ItemDataRole.UserRole + 2
USED = Qt.ItemDataRole.UserRole + 3
"""Where in this book it stands already, in words; empty for nowhere."""

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_TICKED, _BARE = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CandidateModel(QAbstractListModel):
    """Those in the slot stand first. `wanted` asks for the small picture of a Photo, once;
    `filled` carries the ids in the slot in their order, at every tick."""

    wanted = Signal(object)
    filled = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.there: tuple[Candidate, ...] = ()
        self.chosen: tuple[UUID, ...] = ()
        self.most = 0
        self._used: Mapping[UUID, Sequence[int]] = {}
        self._images: dict[UUID, QImage] = {}
        self._asked: set[UUID] = set()

    def show(
        self,
        there: Sequence[Candidate],
        chosen: Sequence[UUID],
        most: int,
        used: Mapping[UUID, Sequence[int]],
    ) -> None:
        """Show these for a slot that holds `most`; `used` says on which pages a photo stands."""
        known = {one.id: one for one in there}
        first = [known[key] for key in chosen if key in known]
        held = set(chosen)
        self.beginResetModel()
        self.there = (*first, *(one for one in there if one.id not in held))
        self.chosen, self.most, self._used = tuple(chosen), most, used
        self.endResetModel()

    def follow(self, chosen: Sequence[UUID]) -> None:
        """The slot holds these now: something else filled it, or undo did."""
        if self.there and tuple(chosen) != self.chosen:
            self.chosen = tuple(chosen)
            self.dataChanged.emit(self.index(0), self.index(len(self.there) - 1))

    def forget(self) -> None:
        """Let go of everything."""
        self._images, self._asked = {}, set()
        self.show((), (), 0, {})

    def put(self, photo: Photo, image: QImage) -> None:
        """The small picture of a photo has arrived."""
        rows = [row for row, one in enumerate(self.there) if one.id == photo.id]
        if rows:
            self._images[photo.id] = image
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[0]), [IMAGE])

    def unask(self, photo: Photo) -> None:
        """Nobody will bring this picture now; ask again when one looks at it again."""
        self._asked.discard(photo.id)

    @property
    def full(self) -> bool:
        """True when one has to come out before another goes in."""
        return len(self.chosen) >= self.most > 1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.there)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self.there):
            return Qt.ItemFlag.NoItemFlags
        seen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.full and self.there[index.row()].id not in self.chosen:
            return seen
        return seen | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.there):
            return None
        one = self.there[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return one.says or translate("Candidates", "Nothing written yet")
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (self.data(index), self.data(index, USED))
                return ", ".join(str(part) for part in said if part)
            case Qt.ItemDataRole.CheckStateRole:
                return _TICKED if one.id in self.chosen else _BARE
            case _ if role == PHOTO:
                return one.photo
            case _ if role == IMAGE:
                return self._image(one.photo)
            case _ if role == USED:
                return self._used_on(one.id)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & (
            Qt.ItemFlag.ItemIsEnabled
        ):
            return False
        key = self.there[index.row()].id
        left = tuple(one for one in self.chosen if one != key)
        if Qt.CheckState(value) is _TICKED:
            left = (key,) if self.most == 1 else (*left, key)
        self.chosen = left
        self.dataChanged.emit(self.index(0), self.index(len(self.there) - 1))
        self.filled.emit(left)
        return True

    def _used_on(self, key: UUID) -> str:
        pages = ", ".join(str(one) for one in dict.fromkeys(self._used.get(key, ())))
        return translate("Candidates", "On page {pages}").format(pages=pages) if pages else ""

    def _image(self, photo: Photo | None) -> QImage | None:
        if photo is None or photo.original is None:
            return None
        if photo.id not in self._images and photo.id not in self._asked:
            self._asked.add(photo.id)
            self.wanted.emit(photo)
        return self._images.get(photo.id)
