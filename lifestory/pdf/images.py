"""Photos in a PDF: finished JPEG streams from memory, never decoded, never on disk."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFObject

from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Rendition
from lifestory.pdf.jpeg import extent, is_only_pixels

Pixels = Callable[[Rendition], bytes]
"""The JPEG bytes of a rendition."""

_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
"""The colours of a JPEG by how many there are. What is printed for others is not made here."""


class NotOurPixels(LifestoryError):
    """A picture is not a JPEG of our own making, so it could say more than it shows."""

    message = "A photo could not be put into the book safely."
    remedy = "No book was made. Delete the cached pictures and try again."


class Photo(PDFObject):
    """An image XObject that fetches its pixels only while it is written, so that a book of 200
    photos never has them in memory twice."""

    def __init__(self, rendition: Rendition, pixels: Pixels) -> None:
        self._rendition = rendition
        self._pixels = pixels

    def told(self) -> tuple[bytes, bytes]:
        """What is written of it (PDF 32000-1, 8.9.5), and the pixels."""
        jpeg = self._pixels(self._rendition)
        found = extent(jpeg) if is_only_pixels(jpeg) else None
        if found is None or found.colours not in _SPACES:
            raise NotOurPixels
        told = (
            f"<</Type /XObject /Subtype /Image"
            f" /Width {found.width} /Height {found.height}"
            f" /ColorSpace /{_SPACES[found.colours]} /BitsPerComponent 8"
            f" /Filter /DCTDecode /Length {len(jpeg)}>>"
        )
        return told.encode("ascii"), jpeg
