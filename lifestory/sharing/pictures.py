"""A photo as a recipient may see it: its size after the edits, and what is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from lifestory.domain.edits import Crop, Grey, Region, Restore, Turn
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, text_for
from lifestory.domain.records import Records
from lifestory.sharing.names import person_name, resolve_mentions
from lifestory.sharing.permissions import Permissions
from lifestory.sharing.shared import SharedPhoto
from lifestory.sharing.told_photos import told

_ABOUT_A_FACE, _LEAST_SIDE, _SHOULDERS, _UPPER = 1.5, 320, 0.06, 0.55
"""A face in its round frame: how much wider the frame is than the face as it was marked, the least
side in pixels, how far below the face the middle lies, and where faces are that nobody marked."""


@dataclass(frozen=True)
class PictureLens:
    """Shows photos to the readers of one book: `child` is the record of the child it is about."""

    records: Records
    permissions: Permissions
    band: Band
    child: UUID | None

    def show(self, key: UUID | None, of: UUID | None = None) -> SharedPhoto | str | None:
        """The photo; or the reason why it may not be shown; or None when there is no such photo.

        `of` is the person whose portrait it is, who counts as being in it.
        """
        photo = self.records.find(Photo, key)
        original = self.records.find(Original, photo.original) if photo else None
        if photo is None or original is None or photo.binned:
            return None
        if photo.about and self.child is not None and self.child not in photo.about:
            return "It is about another child."
        if photo.tell_from_age > self.band.least_age:
            return f"It is held back until the age of {photo.tell_from_age}."
        covered = self.permissions.regions_to_cover(photo, original)
        if covered is None or (of is not None and not self.permissions.may_show(of)):
            return "Someone in it has not given permission."
        recipe = replace(photo.recipe, covered=covered)
        width, height = recipe.size(*original.size(photo.page))
        return SharedPhoto(
            id=photo.id,
            original=original.id,
            width=width,
            height=height,
            recipe=recipe,
            caption=self._said(text_for(photo.captions, self.band)),
            alt=told(photo, self.permissions),
            scan=photo.scan,
            see_through=original.see_through,
        )

    def face(self, key: UUID | None, of: UUID) -> SharedPhoto | None:
        """The square of a person's portrait about the face: where it is marked, else about what
        matters in the photo, else the upper middle. Really cut out, not hidden under a frame: what
        lies beside it is not in the book. None where the portrait may not be shown."""
        shown, photo = self.show(key, of), self.records.find(Photo, key)
        original = self.records.find(Original, photo.original) if photo else None
        if not isinstance(shown, SharedPhoto) or photo is None or original is None:
            return None
        wide, tall = shown.width, shown.height
        marked = next((one.region for one in photo.people if one.person == of), None)
        found = _in_print(marked, photo, original.size(photo.page)) if marked else None
        side = float(min(wide, tall))
        if found:
            left, top, width, height = found
            across, down = left + width / 2, top + height / 2 + height * _SHOULDERS
            side = min(side, max(_ABOUT_A_FACE * max(width, height), _LEAST_SIDE))
        elif photo.focus:
            across, down = photo.focus.across * wide, photo.focus.down * tall
        else:
            across, down = wide / 2, min(tall / 2, side * _UPPER)
        left = min(max(across - side / 2, 0.0), wide - side)
        top = min(max(down - side / 2, 0.0), tall - side)
        cut = Crop(*(round(x, 4) for x in (left / wide, top / tall, side / wide, side / tall)))
        recipe = replace(shown.recipe, edits=(*shown.recipe.edits, cut))
        width, height = recipe.size(*original.size(photo.page))
        person = self.records.find(Person, of)
        name = person_name(person, self.permissions.recipient) if person else ""
        alt = f"A photo of {name}." if name else "A photo."
        return replace(shown, recipe=recipe, width=width, height=height, caption="", alt=alt)

    def _said(self, text: str) -> str:
        return resolve_mentions(text, self.records, self.permissions.recipient)


def _in_print(
    region: Region, photo: Photo, size: tuple[int, int]
) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of a region of the original in the photo as it is printed, in
    pixels; None where it was straightened, cut from a scan, or cropped away."""
    if photo.piece is not None:
        return None
    wide, tall = float(size[0]), float(size[1])
    x, y, w, h = map(float, (region.left, region.top, region.width, region.height))
    for edit in photo.edits:
        match edit:
            case Turn(quarters):
                for _ in range(quarters % 4):
                    x, y, w, h = tall - y - h, x, h, w
                    wide, tall = tall, wide
            case Crop():
                x, y = x - edit.left * wide, y - edit.top * tall
                wide, tall = wide * edit.width, tall * edit.height
            case Restore() | Grey():
                pass
            case _:
                return None
    inside = 0 <= x + w / 2 <= wide and 0 <= y + h / 2 <= tall
    return (x, y, w, h) if inside else None
