"""An edition composed, with all that its place shows beside the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from lifestory.app.apart import Apart
from lifestory.app.filling import Shown, photo_in
from lifestory.domain.arrangement import Edition
from lifestory.domain.findings import Finding
from lifestory.domain.media import Photo
from lifestory.domain.plans import PagePlan, Picture


@dataclass(frozen=True)
class Composed:
    """An edition with its pages, the photos on them by their recipe, those that no page shows,
    those its reader may not be shown, on which pages each stands, a line for everything that fills
    it, how many words its reader can take on a page, what preflight finds, and what other editions
    have besides."""

    edition: Edition
    plans: tuple[PagePlan, ...]
    by_recipe: Mapping[Shown, Photo] = field(default_factory=dict)
    unused: tuple[Photo, ...] = ()
    refused: frozenset[UUID] = frozenset()
    pages: Mapping[UUID, tuple[int, ...]] = field(default_factory=dict)
    names: Mapping[UUID, str] = field(default_factory=dict)
    limit: int = 0
    findings: tuple[Finding, ...] = ()
    apart: tuple[Apart, ...] = ()

    def apart_on(self, blocks: Sequence[UUID], *, first: bool) -> tuple[Apart, ...]:
        """What other editions have at these blocks; at the first pages, also before them all."""
        return tuple(
            one for one in self.apart if one.beside in blocks or (first and one.beside is None)
        )

    def room_of(self, photo: UUID, block: UUID) -> float:
        """How large a photo stands on the pages of a block, in square points."""
        return sum(
            one.box.width * one.box.height
            for plan in self.plans
            if plan.block == str(block)
            for one in plan.pictures()
            if self.photo_in(one) == photo
        )

    def photo_in(self, picture: Picture) -> UUID | None:
        """Which photo a picture on a page is, if it is one of the child's."""
        found = photo_in(picture, self.by_recipe)
        return found.id if found else None
