"""A book for paper: what the dialog must be told, and the book itself, made as for export and given
side by side as pixels, never as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lifestory.app.books import Book, make_book
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import Store
from lifestory.app.products import PLAIN
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.book.imposition import turned_on
from lifestory.book.papers import paper, papers
from lifestory.book.printers import printer as made_as
from lifestory.domain.arrangement import Edition
from lifestory.pdf.readback import PagePixels, page_pixels, read_back

__all__ = ["OnPaper", "PagePixels", "ToPrint", "on_paper", "sheets", "to_print"]

_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What a print dialog must be told: the paper in mm, lying as it is printed, and by its name;
    on which of its edges it is turned, "" for one side. `elsewhere` is what only a print shop
    makes of the two files; `by_sheet` where a page brings the others of its sheet."""

    width: float
    height: float
    called: str
    edge: Literal["", "long", "short"] = ""
    elsewhere: bool = False
    by_sheet: bool = False


def on_paper(product: str, size: str) -> OnPaper:
    """How an edition of this size is printed as the product. Raises NoSuchPrinter, WrongSize,
    BrokenStyle."""
    made, page = made_as(product), paper(size)
    made.takes(size)
    sheet = made.sheet or (page.width, page.height)
    width, height = sheet if made.folded else sorted(sheet, reverse=page.width > page.height)
    return OnPaper(
        width,
        height,
        _name(width, height),
        turned_on(made, width, height) if made.sides == 2 else "",
        elsewhere=made.cover is not None,
        by_sheet=made.by_sheet,
    )


def _name(width: float, height: float) -> str:
    """What the box of paper says: A4 is A4 whichever way it lies."""
    known = {(one.width, one.height): one.called for one in papers()}
    upright = min(width, height), max(width, height)
    return known.get(upright) or f"{upright[0]:g} × {upright[1]:g} mm"


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A finished book, and the width of each side of its sheets in points."""

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
    """The edition as it is printed: the very sides of its PDF, read back.

    Raises LifestoryError: no such pages or product, a missing original, Stopped.
    """
    book = make_book(store, case, edition, progress, cancelled, pages, printer=printer, proof=proof)
    return ToPrint(book, tuple(page.width for page in read_back(book.pdf).pages))


def sheets(
    printing: ToPrint, dpi: int, progress: Progress = silent, cancelled: Cancelled = never
) -> Iterator[PagePixels]:
    """Side after side at its true size in so many dots per inch. Raises Stopped between two."""
    for number, width in enumerate(printing.widths, 1):
        if cancelled():
            raise Stopped
        progress(number - 1, len(printing.widths), "Printing")
        yield page_pixels(printing.book.pdf, number, round(width / _POINTS * dpi))
    progress(len(printing.widths), len(printing.widths), "Printing")
