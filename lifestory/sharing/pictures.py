"""A photo as a recipient may see it: its size after the edits, and what is covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lifestory.domain.media import Crop, Original, Photo, Turn
from lifestory.domain.readers import Band, Recipient, text_for
from lifestory.domain.records import Records
from lifestory.sharing.names import resolve_mentions
from lifestory.sharing.permissions import regions_to_cover
from lifestory.sharing.shared import SharedPhoto


def size_after_edits(original: Original, photo: Photo) -> tuple[int, int]:
    """Width and height in pixels once every edit is made."""
    width, height = original.width, original.height
    for edit in photo.edits:
        match edit:
            case Turn(quarters) if quarters % 2:
                width, height = height, width
            case Crop():
                width, height = round(width * edit.width), round(height * edit.height)
            case _:
                pass
    return max(1, width), max(1, height)


@dataclass(frozen=True)
class PictureLens:
    """Shows photos to one recipient, of one band, on one day."""

    records: Records
    recipient: Recipient
    band: Band
    on: date

    def show(self, key: UUID | None) -> SharedPhoto | str | None:
        """The photo; or the reason why it may not be shown; or None when there is no such photo."""
        photo = self.records.find(Photo, key)
        original = self.records.find(Original, photo.original) if photo else None
        if photo is None or original is None or photo.binned:
            return None
        if photo.tell_from_age > self.band.least_age:
            return f"It is held back until the age of {photo.tell_from_age}."
        covered = regions_to_cover(self.records, photo, self.recipient, self.on)
        if covered is None:
            return "Someone in it has not given permission."
        width, height = size_after_edits(original, photo)
        caption = text_for(photo.captions, self.band)
        return SharedPhoto(
            id=photo.id,
            original=original.id,
            width=width,
            height=height,
            edits=photo.edits,
            covered=covered,
            caption=resolve_mentions(caption, self.records, self.recipient),
            alt=resolve_mentions(photo.alt, self.records, self.recipient),
            scan=photo.scan,
        )
