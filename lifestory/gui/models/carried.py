"""A photo on its way from the bin to a page, from page to page, or back into the bin."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData

PHOTO_MIME = "application/x-lifestory-photo"
"""Carries ids within this program and nothing of the photo itself."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A photo, and the block it was lifted from; None for one that comes from the bin."""

    photo: UUID
    block: UUID | None = None


def packed(carried: Carried) -> QMimeData:
    """What a drag carries."""
    mime = QMimeData()
    said = " ".join(str(one) for one in (carried.photo, carried.block) if one)
    mime.setData(PHOTO_MIME, QByteArray(said.encode()))
    return mime


def unpacked(mime: QMimeData) -> Carried | None:
    """What a drag carries, if it is a photo of this program's."""
    if not mime.hasFormat(PHOTO_MIME):
        return None
    photo, *block = (UUID(one) for one in bytes(mime.data(PHOTO_MIME).data()).decode().split())
    return Carried(photo, *block)
