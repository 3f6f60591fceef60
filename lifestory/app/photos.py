"""The photos of a case: looked at, changed, laid in the bin."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from lifestory.app.adding_photos import PhotoOutcome, Status, add_photos
from lifestory.app.open_case import OpenCase, keep_changed
from lifestory.app.open_store import Store
from lifestory.app.renditions import THUMBNAIL, pixels_of
from lifestory.domain.media import Photo, Rendition

__all__ = [
    "PhotoOutcome", "Status", "add_photos", "bin_photo", "change_photo", "photos", "thumbnail",
]  # fmt: skip


def photos(case: OpenCase) -> tuple[Photo, ...]:
    """The photos that are not in the bin, by the date they were taken, unknown ones last."""
    kept = (photo for photo in case.records.of(Photo) if not photo.binned)
    return tuple(sorted(kept, key=lambda photo: photo.taken.sort_key()))


def thumbnail(store: Store, photo: Photo) -> bytes:
    """A JPEG of the photo as it would be printed, at most 320 px either way; slow the first
    time (tens of ms), from the cache after. Raises LifestoryError when its file is missing."""
    if photo.original is None:
        return b""
    small = Rendition(photo.original, photo.edits, photo.covered, THUMBNAIL, THUMBNAIL)
    return pixels_of(store, small)


def change_photo(case: OpenCase, photo: Photo) -> None:
    """Keep a changed photo (caption, people, date, crop); nothing is written if none changed."""
    keep_changed(case, "Change a photo", photo)


def bin_photo(case: OpenCase, photo: UUID) -> None:
    """Lay a photo in the bin; undo brings it back."""
    lying = case.records.find(Photo, photo)
    if lying is not None:
        keep_changed(case, "Lay a photo in the bin", replace(lying, binned=True))
