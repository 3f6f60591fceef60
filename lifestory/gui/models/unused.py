"""The photos that no page of this book shows yet, to be dragged onto one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from lifestory.domain.media import Photo
from lifestory.gui.models.carried import PHOTO_MIME, Carried, packed
from lifestory.gui.models.grid import PHOTO, GridModel

Index = QModelIndex | QPersistentModelIndex


class UnusedModel(GridModel):
    """Photos that can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [PHOTO_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        photos = (index.data(PHOTO) for index in indexes)
        first = next((one for one in photos if isinstance(one, Photo)), None)
        return packed(Carried(first.id)) if first else QMimeData()
