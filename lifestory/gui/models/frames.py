"""The photos on a page as one can choose them: where each stands, which it is, how sharp."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lifestory.app.filling import Shown
from lifestory.domain.media import Photo
from lifestory.domain.plans import Box, PagePlan, Picture, Role

SHARP = 200
"""Dots per inch under which a print looks soft. Source: PRACTICE §6."""
_FULL = 300
_INCH = 72.0
_COUNTED = {Role.BODY, Role.QUOTE}
"""What a reader reads as a text; titles, captions and labels are looked at."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A photo on the page with that index in its spread; `box` in points from the page's lower
    left corner. `photo` is None for a picture that is none of the child's photos any more."""

    page: int
    block: UUID
    box: Box
    photo: Photo | None
    dpi: int

    @property
    def sharp(self) -> bool:
        """True when it prints well at this size."""
        return self.dpi >= SHARP


def frames_of(plans: Sequence[PagePlan], photos: Mapping[Shown, Photo]) -> tuple[Frame, ...]:
    """Every photo of a spread, in the order of the pages."""
    return tuple(
        Frame(
            page=page,
            block=UUID(plan.block),
            box=picture.box,
            photo=photos.get((picture.rendition.original, picture.rendition.recipe.bare)),
            dpi=_dpi(picture),
        )
        for page, plan in enumerate(plans)
        for picture in plan.pictures()
    )


def _dpi(picture: Picture) -> int:
    """A rendition has what its frame needs for 300 dpi, or all the photo has, if that is less."""
    return min(_FULL, round(picture.rendition.width / (picture.box.width / _INCH)))


def words_on(plan: PagePlan) -> int:
    """How many words of running text a page has."""
    return sum(len(one.text.split()) for one in plan.words() if one.role in _COUNTED)
