"""A page as a check remembers it: by its digest, so that after an edit only the pages that changed
are looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.domain.plans import PagePlan

KEPT = 512
"""So many pages a check remembers."""


@dataclass(frozen=True, eq=False)
class Page:
    """A plan, told from others by its digest alone."""

    plan: PagePlan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and self.plan.digest == other.plan.digest

    def __hash__(self) -> int:
        return hash(self.plan.digest)
