"""Where one wants to go in the books: not to any page with a photo, but to this one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PageAim:
    """The page with this number in that edition."""

    edition: UUID
    page: int
