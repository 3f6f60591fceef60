"""Paper: how a book goes to the printer the worker chose, from memory, at its true size.

What the system's own spooler keeps of a job while it prints is not in our hands.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from lifestory.app.printing import OnPaper, PagePixels
from lifestory.app.writing import refuse_inside_store
from lifestory.domain.errors import LifestoryError

DPI = 300
TITLE = "Life story"
"""What the printer's list of jobs says: neutral, for it is read by whoever passes by."""
_BAND = 220
"""Rows of pixels that are drawn in one go; Qt holds Python while it packs them for the printer."""


class NoPaper(LifestoryError):
    """The printer could not be begun, or gave up."""

    message = "The printer did not take the book."
    remedy = "Look whether it is on and has paper, then print again. Nothing was changed."


TURNED = {
    "": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}
"""How the printer turns a sheet, by the edge it is turned on."""


def new_printer(paper: OnPaper) -> QPrinter:
    """A printer set to that paper and the edge it is turned on, without margins of its own or
    scaling; the system's dialog lets the worker choose otherwise."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    short, long = sorted((paper.width, paper.height))
    printer.setPageSize(QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter))
    lies = paper.width > paper.height
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDuplex(TURNED[paper.edge])
    printer.setDocName(TITLE)
    printer.setCreator("")
    return printer


def range_of(printer: QPrinter) -> str:
    """The pages the worker asked for in the dialog, "3-6"; empty for all."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return ""
    return f"{printer.fromPage()}-{max(printer.fromPage(), printer.toPage())}"


def paint(printer: QPrinter, pages: Iterable[PagePixels]) -> int:
    """Put pages on paper, each in its true size, and return how many. Made for a thread of its
    own. Raises NoPaper, InsideStore for a print to a file in a store, and what making the pages
    raises; then the printer is told to forget it."""
    if printer.outputFileName():
        refuse_inside_store(Path(printer.outputFileName()))
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPaper
    count = 0
    try:
        for page in pages:
            if count and not printer.newPage():
                raise NoPaper
            _paint_page(painter, page, printer.resolution() / DPI)
            count += 1
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return count


def _paint_page(painter: QPainter, page: PagePixels, scale: float) -> None:
    shown = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888)
    painter.resetTransform()
    painter.scale(scale, scale)
    for top in range(0, page.height, _BAND):
        band = QRect(0, top, page.width, min(_BAND, page.height - top))
        painter.drawImage(QPoint(0, top), shown, band)
