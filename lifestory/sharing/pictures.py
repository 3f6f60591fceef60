"""A photo as a recipient may see it: its size after the edits, and what is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from lifestory.domain.faces import faces_in
from lifestory.domain.media import Original, Photo
from lifestory.domain.readers import Band, text_for
from lifestory.domain.records import Records
from lifestory.sharing.names import resolve_mentions
from lifestory.sharing.permissions import Permissions
from lifestory.sharing.shared import SharedPhoto

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
            alt=self._said(photo.alt),
            scan=photo.scan,
            see_through=original.see_through,
            faces=faces_in(photo, photo.people, *original.size(photo.page)),
        )

    def _said(self, text: str) -> str:
        return resolve_mentions(text, self.records, self.permissions.recipient)
