"""A book for paper: made as for export, and given page by page as pixels, never as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifestory.app.books import Book, make_book
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import Store
from lifestory.app.products import PLAIN
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.domain.arrangement import Edition
from lifestory.pdf.readback import PagePixels, page_pixels, read_back

__all__ = ["PagePixels", "ToPrint", "sheets", "to_print"]

_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A finished book, and the width of each of its pages in points."""

    book: Book
    widths: tuple[float, ...]


def to_print(
    store: Store,
    case: OpenCase,
    edition: Edition,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    pages: str = "",
    *,
    printer: str = PLAIN,
    proof: bool = False,
) -> ToPrint:
    """The edition as it is printed: the very pages of its PDF, read back.

    Raises LifestoryError: no such pages or product, a missing original, Stopped.
    """
    book = make_book(store, case, edition, progress, cancelled, pages, printer=printer, proof=proof)
    return ToPrint(book, tuple(page.width for page in read_back(book.pdf).pages))


def sheets(
    printing: ToPrint, dpi: int, progress: Progress = silent, cancelled: Cancelled = never
) -> Iterator[PagePixels]:
    """Page after page at its true size in so many dots per inch. Raises Stopped between two."""
    for number, width in enumerate(printing.widths, 1):
        if cancelled():
            raise Stopped
        progress(number - 1, len(printing.widths), "Printing pages")
        yield page_pixels(printing.book.pdf, number, round(width / _POINTS * dpi))
    progress(len(printing.widths), len(printing.widths), "Printing pages")
