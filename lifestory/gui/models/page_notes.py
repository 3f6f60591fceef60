"""What is found on the pages that lie open."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from lifestory.domain.findings import Finding
from lifestory.domain.plans import PagePlan


def findings_on(
    plans: Sequence[PagePlan], findings: Sequence[Finding], block: UUID | None = None
) -> tuple[Finding, ...]:
    """Those on these pages; without a page, those of the block that makes none yet."""
    numbers = {plan.number for plan in plans}
    if plans:
        return tuple(one for one in findings if one.page in numbers)
    return tuple(one for one in findings if one.page is None and block and one.block == block)
