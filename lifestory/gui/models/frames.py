"""The photos on a page as one can choose them: where each stands, which it is, how sharp."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lifestory.app.filling import Shown, photo_in
from lifestory.app.measures import sharp_from
from lifestory.domain.media import Photo
from lifestory.domain.plans import Box, PagePlan, Picture

_FULL = 300
_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A photo on the page with that index in its spread; `box` in points from the page's lower
    left corner. `photo` is None for a picture that is none of the child's photos any more;
    `placed` is true for one the worker put there, false for one that comes with a person or a
    home."""

    page: int
    block: UUID
    box: Box
    photo: Photo | None
    dpi: int
    placed: bool = False

    @property
    def sharp(self) -> bool:
        """True when it prints well at this size."""
        return self.dpi >= sharp_from()


def frames_of(
    plans: Sequence[PagePlan],
    photos: Mapping[Shown, Photo],
    held: Mapping[UUID, frozenset[UUID]] | None = None,
) -> tuple[Frame, ...]:
    """Every photo of a spread, in the order of the pages; `held` says what each block holds."""
    return tuple(
        _frame(page, plan, picture, photos, held or {})
        for page, plan in enumerate(plans)
        for picture in plan.pictures()
    )


def _frame(
    page: int,
    plan: PagePlan,
    picture: Picture,
    photos: Mapping[Shown, Photo],
    held: Mapping[UUID, frozenset[UUID]],
) -> Frame:
    block = UUID(plan.block)
    photo = photo_in(picture, photos)
    placed = photo is not None and photo.id in held.get(block, ())
    return Frame(page, block, picture.box, photo, _dpi(picture), placed)


def _dpi(picture: Picture) -> int:
    """A rendition has what its frame needs for 300 dpi, or all the photo has, if that is less."""
    return min(_FULL, round(picture.rendition.width / (picture.box.width / _INCH)))
