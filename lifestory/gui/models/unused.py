"""The photos that no page of this book shows yet, to be dragged onto one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from lifestory.domain.media import Photo
from lifestory.gui.models.grid import PHOTO, GridModel

PHOTO_MIME = "application/x-lifestory-photo"
"""Carries a photo's id within this program and nothing of the photo itself."""

Index = QModelIndex | QPersistentModelIndex


class UnusedModel(GridModel):
    """Photos that can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [PHOTO_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        for index in indexes:
            photo = index.data(PHOTO)
            if isinstance(photo, Photo):
                carried.setData(PHOTO_MIME, QByteArray(str(photo.id).encode()))
        return carried
