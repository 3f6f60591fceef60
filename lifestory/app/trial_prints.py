"""A test print of a product: two numbered sheets, before a whole book is printed."""

from __future__ import annotations

import time
from pathlib import Path

from lifestory.app.books import Book, BookReport, write_book
from lifestory.app.products import trial_ready
from lifestory.app.writing import refuse_inside_store
from lifestory.domain.media import Rendition

__all__ = ["print_trial", "trial_pdf"]

TITLE = "Test print"


def trial_pdf(product: str) -> bytes:
    """The test print as a PDF, the same bytes each time. Raises NoSuchPrinter, BrokenStyle."""
    from lifestory.pdf.draw import draw  # ReportLab is loaded when something is to be drawn
    from lifestory.pdf.imposing import on_sheets

    prints = trial_ready(product)
    drawn = draw(prints.plans, _no_photos, title=TITLE, duplex=prints.duplex)
    return on_sheets(drawn, prints.sides) if prints.sides else drawn


def print_trial(product: str, target: Path) -> BookReport:
    """Write the test print and report. Raises LifestoryError: no such product, a target inside a
    store, a full disk."""
    refuse_inside_store(target)
    began = time.perf_counter()
    pages = len(trial_ready(product).plans)
    book = Book(trial_pdf(product), pages, words=0, findings=(), held_back=0)
    return write_book(book, target, began)


def _no_photos(_: Rendition) -> bytes:
    raise AssertionError("a test print shows no photo")
