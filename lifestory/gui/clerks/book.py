"""The clerk of the book: composes, and has the spread one looks at drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QPainter

from lifestory.app.books import compose_edition, editions, preview_pdf
from lifestory.app.open_case import OpenCase
from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan
from lifestory.domain.records import Record
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.models.spreads import Spread
from lifestory.gui.places.book import Book
from lifestory.gui.widgets.pdf_pages import PdfPages

KEPT = 12
"""Spreads whose PDF stays in memory, so that turning back is at once."""
THUMB_PHOTO = 160


class BookClerk(Clerk):
    """Every kind of record can change a page, so every change composes anew."""

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, place: Book) -> None:
        super().__init__(desk, place)
        self.place = place
        self._edition: UUID | None = None
        self._pdfs: dict[str, bytes] = {}
        self._composing = 0
        self._aim: Record | None = None
        place.edition_chosen.connect(self._choose)
        place.wanted.connect(self._show)
        place.model.wanted.connect(self._bring_thumb)
        place.export_asked.connect(lambda: self.go.emit("handover", None))

    def on_changed(self, changes: object) -> None:  # noqa: ARG002
        self.touch()

    def forget(self) -> None:
        self._pdfs.clear()
        self._edition = None
        self._composing += 1
        self.place.show_editions((), None)

    def aim_at(self, record: object) -> None:
        self._aim = record if isinstance(record, Record) else None
        self._turn_to_aim()

    def refresh(self) -> None:
        found = self.desk.found
        if found is None:
            return
        offered = editions(found)
        chosen = next((one for one in offered if one.id == self._edition), None)
        chosen = chosen or (offered[0] if offered else None)
        self.place.show_editions(offered, chosen)
        if chosen is not None:
            self._edition = chosen.id
            self._compose(chosen)

    @property
    def edition(self) -> Edition | None:
        """The edition one looks at."""
        found = self.desk.found
        return found.case.records.find(Edition, self._edition) if found else None

    def _choose(self, edition: Edition) -> None:
        self._edition = edition.id
        self.refresh()

    def _compose(self, edition: Edition) -> None:
        case = self.desk.case
        if case is None:
            return
        self._composing += 1
        newest = self._composing
        job = self.desk.jobs.read("", lambda _: _composed(case, edition), quiet=True)
        job.failed.connect(self.place.messages.trouble)

        def show(plans: tuple[PagePlan, ...]) -> None:
            if newest == self._composing and self.desk.is_open:
                self.place.show_plans(plans)
                self._turn_to_aim()

        job.done.connect(show)

    def _turn_to_aim(self) -> None:
        edition, aim = self.edition, self._aim
        if edition is None or aim is None or not self.place.model.spreads:
            return
        self._aim = None
        blocks = (block for section in edition.sections for block in section.blocks)
        using = (
            block.id for block in blocks if any(aim.id in filled for filled in block.slots.values())
        )
        self.place.go_to(frozenset(using))

    def _show(self, spread: Spread) -> None:
        if spread.key in self._pdfs:
            self.place.show_spread(spread, self._pdfs[spread.key])
        else:
            self._draw(spread, lambda pdf: self.place.show_spread(spread, pdf))
        at = self.place.model.spreads.index(spread)
        for beside in self.place.model.spreads[at + 1 : at + 2]:
            if beside.key not in self._pdfs:
                self._draw(beside, lambda _: None)

    def _draw(self, spread: Spread, show: Callable[[bytes], None]) -> None:
        store, plans = self.desk.store, spread.plans
        job = self.desk.jobs.look("", lambda _: preview_pdf(store, plans), quiet=True)
        job.failed.connect(self.place.messages.trouble)

        def keep(pdf: bytes) -> None:
            self._pdfs[spread.key] = pdf
            for old in list(self._pdfs)[:-KEPT]:
                del self._pdfs[old]
            show(pdf)

        job.done.connect(keep)

    def _bring_thumb(self, spread: Spread) -> None:
        if not self.desk.is_open:
            return
        store, plans = self.desk.store, spread.plans
        job = self.desk.jobs.read("", lambda _: preview_pdf(store, plans, THUMB_PHOTO), quiet=True)
        size = self.place.thumb_size()
        job.done.connect(
            lambda pdf: Thumb(self, pdf, size, lambda image: self.place.show_thumb(spread, image))
        )


def _composed(case: OpenCase, edition: Edition) -> tuple[PagePlan, ...]:
    """The pages; what they are told apart by is worked out here, not on the window's thread."""
    plans = compose_edition(case, edition)
    return tuple(plan for plan in plans if plan.digest)


class Thumb(QObject):
    """Draws the pages of one small PDF side by side, gives the picture away, and is gone."""

    def __init__(
        self, parent: QObject, pdf: bytes, size: QSize, take: Callable[[QImage], None]
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._pages = PdfPages(self)
        self._pages.drawn.connect(self._place)
        self._pages.load(pdf)
        self._sizes = self._pages.sizes
        self._missing = len(self._sizes)
        wide = sum(one.width() for one in self._sizes) or 1
        self._scale = size.width() / (wide if len(self._sizes) > 1 else 2 * wide)
        high = max((one.height() for one in self._sizes), default=1)
        self._scale = min(self._scale, size.height() / high)
        whole = QSize(round(wide * self._scale), round(high * self._scale))
        self._image = QImage(whole, QImage.Format.Format_RGB32)
        self._image.fill(0xFFFFFFFF)
        for number, one in enumerate(self._sizes):
            self._pages.draw(number, (one * self._scale).toSize())
        if not self._missing:
            self.deleteLater()

    def _place(self, page: int, image: QImage) -> None:
        before = sum(one.width() for one in self._sizes[:page])
        painter = QPainter(self._image)
        painter.drawImage(round(before * self._scale), 0, image)
        painter.end()
        self._missing -= 1
        if not self._missing:
            self._take(self._image)
            self.deleteLater()
