"""What is found about a book before it is handed over: what must be cleared, or is worth a look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Weight(StrEnum):
    """How much a finding matters, the worst first."""

    MUST = "must"
    """It must be cleared before the book is handed over."""
    LOOK = "look"
    """It is worth a look and stops nothing."""


class Fix(StrEnum):
    """What is known to help against a finding."""

    LESS_ROOM = "less-room"
    """Give the photo less room, or its page another layout."""
    YOUNGER_WORDS = "younger-words"
    """Tell this page in the words for the next younger reader."""
    OVERLEAF = "overleaf"
    """Let the words go on overleaf once a page has as many as its reader takes."""
    STILL_FITS = "still-fits"
    """Say that the translation is right for the words as they are now."""
    REMOVE_PAGE = "remove-page"
    """Take the page out of the book."""
    SET_FOR_A5 = "set-for-a5"
    """Set the edition for A5, so that nothing is made smaller."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `check` says which question found it, `page` where (None for the whole
    book, or for a block that makes no page), `found` and `remedy` are sentences for the worker and
    name nobody.

    `about` is the words or the title it is about, for the window alone, never for a command line.
    `block` is the page's block; `slot` the slot to fill; `record` the photo or passage it lies in.
    `fix` is there where one is known to help.
    """

    check: str
    page: int | None
    found: str
    remedy: str
    weight: Weight = Weight.LOOK
    about: str = ""
    block: UUID | None = None
    slot: str = ""
    record: UUID | None = None
    fix: Fix | None = None


def worst_first(found: Finding) -> tuple[int, bool, int]:
    """The key by which findings are put in order: what must be cleared first, then by page, and
    what is about no page last."""
    return list(Weight).index(found.weight), found.page is None, found.page or 0


def by_page(found: Finding) -> tuple[bool, int, bool, int]:
    """The key by which findings are put in the order of the pages; what makes no page yet comes
    after them, the book as a whole last."""
    weight = list(Weight).index(found.weight)
    return found.page is None, found.page or 0, found.block is None, weight
