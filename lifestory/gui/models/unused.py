"""The photos that no page of this book shows yet, to be dragged onto one."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from lifestory.domain.media import Photo
from lifestory.gui.models.carried import PHOTO_MIME, Carried, packed
from lifestory.gui.models.grid import PHOTO, GridModel

Index = QModelIndex | QPersistentModelIndex


REFUSED = Qt.ItemDataRole.UserRole + 8
"""Why a photo may not be shown to this reader; empty where it may."""


class UnusedModel(GridModel):
    """Photos that can be dragged."""

    refused: frozenset[UUID] = frozenset()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == REFUSED:
            photo = super().data(index, PHOTO)
            return self.why() if isinstance(photo, Photo) and photo.id in self.refused else ""
        found = super().data(index, role)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ". ".join(str(one) for one in (found, self.data(index, REFUSED)) if one)
        return found

    @staticmethod
    def why() -> str:
        """What is to be seen to before such a photo can stand in this book."""
        return QCoreApplication.translate(
            "Unused",
            "The book leaves it out for this reader: someone in it has not agreed, or it is told "
            "from a later age",
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [PHOTO_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        photos = (index.data(PHOTO) for index in indexes)
        first = next((one for one in photos if isinstance(one, Photo)), None)
        return packed(Carried(first.id)) if first else QMimeData()
