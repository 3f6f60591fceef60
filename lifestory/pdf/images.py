"""Photos in a PDF: finished JPEG streams from memory, never decoded, never on disk."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFImageXObject, PDFObject

from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Rendition
from lifestory.pdf.jpeg import is_only_pixels

rl_config.useA85 = 0
"""Else ReportLab spends most of its time writing photos as letters."""

Pixels = Callable[[Rendition], bytes]
"""The JPEG bytes of a rendition."""


class NotOurPixels(LifestoryError):
    """A picture is not a JPEG of our own making, so it could say more than it shows."""

    message = "A photo could not be put into the book safely."
    remedy = "No book was made. Delete the cached pictures and try again."


class Photo(PDFObject):
    """An image XObject that fetches its pixels only while it is written, so that a book of 200
    photos never has them in memory twice."""

    def __init__(self, rendition: Rendition, pixels: Pixels) -> None:
        self.rendition = rendition
        self.pixels = pixels

    def format(self, document: Any) -> bytes:
        """The stream object, as ReportLab asks for it."""
        jpeg = self.pixels(self.rendition)
        image = PDFImageXObject(self.rendition.key)
        if not is_only_pixels(jpeg) or not image.loadImageFromJPEG(BytesIO(jpeg)):
            raise NotOurPixels
        return bytes(image.format(document))
