"""The composed book as every check looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from lifestory.book.imposition import printed_at
from lifestory.book.printers import Printer
from lifestory.book.styles import Style, style
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.plans import PagePlan
from lifestory.domain.records import Records
from lifestory.sharing.shared import SharedBlock, SharedEdition


@dataclass(frozen=True)
class Copy:
    """An edition as it stands in the records, what the lens lets its reader have, the pages that
    became of it, and the product they are to be printed as."""

    records: Records
    edition: Edition
    shared: SharedEdition
    plans: tuple[PagePlan, ...]
    printer: Printer

    @cached_property
    def style(self) -> Style:
        """Preset, theme and format of its reader."""
        one = self.edition
        return style(one.band, one.theme, one.size, one.format)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as the worker arranged them, in the order of the book."""
        return tuple(block for section in self.edition.sections for block in section.blocks)

    @cached_property
    def shared_blocks(self) -> tuple[SharedBlock, ...]:
        """The blocks that this reader may have."""
        return tuple(block for section in self.shared.sections for block in section.blocks)

    @cached_property
    def pages(self) -> dict[UUID, tuple[PagePlan, ...]]:
        """The pages that each block made, those between the parts left out."""
        made: dict[UUID, tuple[PagePlan, ...]] = {}
        for plan in self.plans:
            if plan.page_type != "opening":
                block = UUID(plan.block)
                made[block] = (*made.get(block, ()), plan)
        return made

    @property
    def scale(self) -> float:
        """How large a page is printed; 1 for its own size."""
        if not self.plans:
            return 1.0
        return printed_at(self.plans[0].width, self.plans[0].height, self.printer)

    def first_page(self, block: UUID) -> int | None:
        """The number of a block's first page; None where it makes none."""
        pages = self.pages.get(block, ())
        return pages[0].number if pages else None

    def told(self) -> Iterator[tuple[Block, SharedBlock]]:
        """Each block that this reader may have, as arranged and as shared."""
        arranged = {block.id: block for block in self.blocks}
        for block in self.shared_blocks:
            if block.id in arranged:
                yield arranged[block.id], block
