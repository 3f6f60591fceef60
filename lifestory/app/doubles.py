"""Photos that look like copies of one another, offered as groups; nothing is thrown away."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.open_case import FoundChild, about
from lifestory.domain.media import Original, Photo
from lifestory.photos.doubles import alike


def doubles(found: FoundChild) -> tuple[tuple[UUID, ...], ...]:
    """Groups of photos that look alike, the best one first: most pixels, then the bigger file.
    Those in the bin and single prints of a scan are left out. A second or two for 5,000."""
    originals = {one.id: one for one in found.case.records.of(Original)}
    kept = {
        photo.id: photo
        for photo in about(found, Photo)
        if not photo.binned and photo.piece is None and photo.original in originals
    }

    def best_first(key: UUID) -> tuple[int, int]:
        photo = kept[key]
        original = originals[photo.original] if photo.original else Original()
        width, height = original.size(photo.page)
        return -width * height, -original.bytes

    groups = alike({key: photo.likeness for key, photo in kept.items()})
    return tuple(tuple(sorted(group, key=best_first)) for group in groups)
