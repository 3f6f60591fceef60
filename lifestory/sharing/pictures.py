"""A photo as a recipient may see it: its size after the edits, and what is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from lifestory.domain.edits import Crop
from lifestory.domain.faces import about_face, faces_in
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, text_for
from lifestory.domain.records import Records
from lifestory.domain.standing import Box
from lifestory.sharing.names import person_name, resolve_mentions
from lifestory.sharing.permissions import Permissions
from lifestory.sharing.shared import SharedPhoto
from lifestory.sharing.told_photos import told

_UPPER = 0.55
"""How far down faces are in a photo in which nobody marked them, of its shorter side."""

NO_CONSENT = "Someone in it has not given permission."
"""Why a photo is held back in which nobody marked whose face must not be seen."""


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
            return NO_CONSENT
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
            faces=faces_in(photo, photo.people, *original.size(photo.page)),
        )

    def face(self, key: UUID | None, of: UUID) -> SharedPhoto | None:
        """What a round frame shows of a person's portrait: about the face where it is marked, which
        stays whole; else the square about what matters in the photo, else the upper middle. Really
        cut out, not hidden under a frame: what lies beside it is not in the book. None where the
        portrait may not be shown."""
        shown, photo = self.show(key, of), self.records.find(Photo, key)
        original = self.records.find(Original, photo.original) if photo else None
        if not isinstance(shown, SharedPhoto) or photo is None or original is None:
            return None
        size, people = original.size(photo.page), [one for one in photo.people if one.person == of]
        marked = faces_in(photo, people, *size)
        cut = about_face(marked[0], shown.width, shown.height) if marked else _upper(shown, photo)
        edits = (*shown.recipe.edits, Crop(*(round(x, 4) for x in cut)))
        recipe = replace(shown.recipe, edits=edits)
        width, height = recipe.size(*size)
        person = self.records.find(Person, of)
        name = person_name(person, self.permissions.recipient) if person else ""
        alt = f"A photo of {name}." if name else "A photo."
        return replace(
            shown, recipe=recipe, width=width, height=height, caption="", alt=alt, faces=()
        )

    def _said(self, text: str) -> str:
        return resolve_mentions(text, self.records, self.permissions.recipient)


def _upper(shown: SharedPhoto, photo: Photo) -> Box:
    """The largest square about what matters in a photo, else of its upper middle."""
    wide, tall = shown.width, shown.height
    side = float(min(wide, tall))
    across, down = wide / 2, min(tall / 2, side * _UPPER)
    if photo.focus:
        across, down = photo.focus.across * wide, photo.focus.down * tall
    left = min(max(across - side / 2, 0.0), wide - side)
    top = min(max(down - side / 2, 0.0), tall - side)
    return left / wide, top / tall, side / wide, side / tall
