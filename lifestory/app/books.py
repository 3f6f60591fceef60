"""A child's books: composed, shown on the screen, printed and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, never, silent
from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the finished book should not be; the remedy says what to do."""

    check: str
    page: int | None
    found: str
    remedy: str


@dataclass(frozen=True, slots=True)
class BookReport:
    """What was printed: pages, bytes, what reading it back found, how long it took in seconds,
    and how many words were read back."""

    target: Path
    pages: int
    bytes: int
    findings: tuple[Finding, ...]
    seconds: float
    words: int


def editions(found: FoundChild) -> tuple[Edition, ...]:
    """The editions of this child's book, in the order they were made."""
    raise NotImplementedError


def find_edition(found: FoundChild, name: str) -> Edition:
    """The edition with that name or id. Raises LifestoryError naming those there are."""
    raise NotImplementedError


def compose_edition(case: OpenCase, edition: Edition) -> tuple[PagePlan, ...]:
    """Every page of the edition as it stands; quick when little has changed since."""
    raise NotImplementedError


def preview_pdf(store: Store, plans: Sequence[PagePlan], width: int = 700) -> bytes:
    """A PDF of just these pages for the screen, in memory, photos at most `width` px wide."""
    raise NotImplementedError


def print_book(
    store: Store,
    case: OpenCase,
    edition: Edition,
    target: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    pages: str = "",
) -> BookReport:
    """Print the edition to `target` (a PDF), read it back, and report.

    `pages` is a range such as "1-4,9"; empty for all. The file appears whole or not at all.
    """
    raise NotImplementedError
