"""The way through a book: the spread and the page one is at, and how one comes to any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan
from lifestory.gui.models.spreads import IMAGE, SPREAD, Spread
from lifestory.gui.places.book_pages import BookPages
from lifestory.gui.widgets.spread import SpreadView


class BookWay:
    """Goes by the list of pages: what is current there lies open."""

    def __init__(self, pages: BookPages, view: SpreadView) -> None:
        self._pages, self._view = pages, view
        self._seen_at = ""
        self._last_seen: dict[UUID, int] = {}
        self._return_to: int | None = None

    @property
    def spread(self) -> Spread | None:
        """The spread one is at."""
        spread = self._pages.list.currentIndex().data(SPREAD)
        return spread if isinstance(spread, Spread) else None

    @property
    def plan(self) -> PagePlan | None:
        """The page one is at; None for a block that makes none yet."""
        plans = self.spread.plans if self.spread else ()
        return plans[min(self._view.page, len(plans) - 1)] if plans else None

    @property
    def block(self) -> UUID | None:
        """The block of the page one is at; None for a page that opens a part."""
        plan = self.plan
        if plan is None:
            return self.spread.block if self.spread else None
        return None if plan.page_type == "opening" else UUID(plan.block)

    @property
    def at(self) -> int:
        """Which spread one is at, counted from 0."""
        keys = [one.key for one in self._spreads]
        return keys.index(self.spread.key) if self.spread and self.spread.key in keys else 0

    @property
    def last(self) -> int:
        """Which spread is the last."""
        return len(self._spreads) - 1

    def forget(self) -> None:
        """Be at no page of anyone."""
        self._seen_at = ""

    def turn(self, step: int) -> None:
        """Turn on or back; one page at a time where one page is shown."""
        view, at = self._view, self.at + step
        if view.alone and 0 <= view.page + step < view.pages:
            view.choose_page(view.page + step)
        elif 0 <= at <= self.last:
            view.page = 0 if step > 0 else 1
            self.go(at)

    def to_blocks(self, blocks: frozenset[UUID]) -> bool:
        """Turn to the first page that any of these blocks made; False where none did."""

        def is_here(plan: PagePlan) -> bool:
            return plan.page_type != "opening" and UUID(plan.block) in blocks

        return self._to(is_here) or self._to_empty(blocks)

    def to_page(self, number: int) -> bool:
        """Turn to the page with this number; False where there is none."""
        return self._to(lambda plan: plan.number == number)

    def _to(self, is_it: Callable[[PagePlan], bool]) -> bool:
        for at, spread in enumerate(self._spreads):
            pages = [n for n, plan in enumerate(spread.plans) if is_it(plan)]
            if pages:
                self._view.page = pages[0]
                self.go(at)
                return True
        return False

    def _to_empty(self, blocks: frozenset[UUID]) -> bool:
        for at, spread in enumerate(self._spreads):
            if not spread.plans and spread.block in blocks:
                self._view.page = 0
                self.go(at)
                return True
        return False

    def go(self, at: int) -> None:
        """Turn to the spread with this count."""
        model = self._pages.model
        self._pages.list.setCurrentIndex(model.index(model.row_of(self._spreads[at])))

    def return_to(self, edition: Edition) -> None:
        """The pages shown next are of this edition: be where one was in it last."""
        self._return_to = self._last_seen.get(edition.id, 0)

    def remember(self, edition: Edition) -> None:
        """One is here in this edition."""
        self._last_seen[edition.id] = self.at

    def to_come(self) -> int:
        """Where to be once other pages are shown: where one is, or where one returns to."""
        at, self._return_to = self._return_to, None
        return self.at if at is None else at

    def show_draft(self, spread: Spread) -> None:
        """Turn at once: the small picture stands in until the page itself is drawn. Pages that only
        changed stay as they were until then."""
        image = self._pages.list.currentIndex().data(IMAGE)
        if isinstance(image, QImage) and self._seen_at != spread.numbers:
            sizes = [QSizeF(plan.width, plan.height) for plan in spread.plans]
            self._view.show_draft(image, sizes)
        self._seen_at = spread.numbers

    @property
    def _spreads(self) -> Sequence[Spread]:
        return self._pages.model.spreads
