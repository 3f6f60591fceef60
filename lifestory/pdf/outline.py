"""The bookmarks of a PDF: its parts, and in them its pages by title."""

from __future__ import annotations

from typing import Any

from lifestory.domain.plans import PagePlan


class Outline:
    """Puts pages into the outline of a document as they come."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._part = ""

    def page(self, plan: PagePlan, index: int) -> None:
        """The page about to be drawn, counted from 0. A part begins with its first page, which is
        named once where it bears the part's name; what belongs to no part stands beside them."""
        if plan.part and plan.part != self._part:
            self._add(plan.part, f"part-{index}", 0)
        if plan.title and not (plan.part != self._part and plan.title == plan.part):
            self._add(plan.title, f"page-{index}", 1 if plan.part else 0)
        self._part = plan.part

    def _add(self, title: str, mark: str, level: int) -> None:
        self._canvas.bookmarkPage(mark)
        self._canvas.addOutlineEntry(title, mark, level)
