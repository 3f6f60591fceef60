"""Pages of a PDF as pictures: a certificate or a scan that comes as a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any

from PIL import Image

from lifestory.domain.dates import HonestDate, ImpossibleDate
from lifestory.photos.refusals import Damaged, NeedsPassword, NotAPicture

if TYPE_CHECKING:
    import pypdfium2 as pdfium

DPI = 300
_POINTS_AN_INCH = 72
_MOST_PIXELS = 40_000_000
"""A3 at 300 dpi has 17 million; the plan of a house is drawn with fewer dots an inch."""
_LONGEST = 30_000
"""Pixels of an edge: a page may be as long as a street and as narrow as a hair."""


def page_of(data: bytes, page: int) -> Image.Image:
    """A page of a PDF, counted from 0, drawn at 300 dpi on white, as one would see it on paper.

    Raises NeedsPassword, Damaged, NotAPicture where there is no such page.
    """
    with _document(data) as document:
        if not 0 <= page < len(document):
            raise NotAPicture
        sheet = document[page]
        drawn = sheet.render(scale=_scale(sheet), rev_byteorder=True)
        picture: Image.Image = drawn.to_pil()
        return picture.convert("RGB")


def page_sizes(data: bytes, most: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Pixels across and down of the pages as `page_of` draws them, of the first `most` of them, and
    how many pages there are in all."""
    with _document(data) as document:
        count = len(document)
        return tuple(_size(document[number]) for number in range(min(count, most))), count


def written_on(data: bytes) -> HonestDate | None:
    """The day the document says it was made; None when it says none that can be."""
    with _document(data) as document:
        said = str(document.get_metadata_dict().get("CreationDate", ""))
    found = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", said)
    if found is not None:
        with suppress(ImpossibleDate):
            return HonestDate.parse("-".join(found.groups()))
    return None


@contextmanager
def _document(data: bytes) -> Iterator[pdfium.PdfDocument]:
    import pypdfium2 as pdfium  # a worker that sees photos alone never needs it

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as trouble:
        if "password" in str(trouble).casefold():
            raise NeedsPassword from trouble
        raise Damaged from trouble
    try:
        document.init_forms()  # else what was written into a form is not drawn
        yield document
    finally:
        document.close()


def _scale(sheet: Any) -> float:
    across, down = float(sheet.get_width()), float(sheet.get_height())
    points, longer = max(across * down, 1.0), max(across, down, 1.0)
    return min(DPI / _POINTS_AN_INCH, sqrt(_MOST_PIXELS / points), _LONGEST / longer)


def _size(sheet: Any) -> tuple[int, int]:
    scale = _scale(sheet)
    return max(1, ceil(sheet.get_width() * scale)), max(1, ceil(sheet.get_height() * scale))
