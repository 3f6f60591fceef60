"""Pages as a worker names them: "3", "1-4,9"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lifestory.domain.errors import LifestoryError
from lifestory.domain.plans import PagePlan


class NoSuchPages(LifestoryError):
    """A range that is none, or that names a page the book does not have."""

    message = "These are not pages of this book."
    remedy = "Nothing has been changed. Say for example 1-4,9."


def choose_pages(plans: Sequence[PagePlan], pages: str) -> tuple[PagePlan, ...]:
    """The pages of a range, by their numbers, in the order of the book; all for an empty one.

    Raises NoSuchPages.
    """
    if not pages.strip():
        return tuple(plans)
    wanted: set[int] = set()
    for piece in pages.split(","):
        found = re.fullmatch(r"\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?", piece)
        if found is None:
            raise NoSuchPages
        first, last = int(found[1]), int(found[2] or found[1])
        if not plans or not plans[0].number <= first <= last <= plans[-1].number:
            raise NoSuchPages(_those_there_are(plans))
        wanted.update(range(first, last + 1))
    return tuple(plan for plan in plans if plan.number in wanted)


def _those_there_are(plans: Sequence[PagePlan]) -> str:
    if not plans:
        return "This book has no pages yet."
    return f"This book has the pages {plans[0].number} to {plans[-1].number}."
