"""An edition composed, with all that its place shows beside the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from lifestory.app.filling import Shown
from lifestory.domain.arrangement import Edition
from lifestory.domain.media import Photo
from lifestory.domain.plans import PagePlan


@dataclass(frozen=True)
class Composed:
    """An edition with its pages, the photos on them by their recipe, those that no page shows, on
    which pages each stands, a line for everything that fills it, and how many words its reader can
    take on a page."""

    edition: Edition
    plans: tuple[PagePlan, ...]
    by_recipe: Mapping[Shown, Photo] = field(default_factory=dict)
    unused: tuple[Photo, ...] = ()
    pages: Mapping[UUID, tuple[int, ...]] = field(default_factory=dict)
    names: Mapping[UUID, str] = field(default_factory=dict)
    limit: int = 0
