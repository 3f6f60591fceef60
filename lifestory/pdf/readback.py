"""Finished PDFs read back, by another library than the one that wrote them: what they say, what
they are made of, and their pages as pictures."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from struct import pack
from threading import Lock
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from lifestory.pdf.jpeg import is_only_pixels

if TYPE_CHECKING:
    import pypdfium2 as pdfium  # a window opens before anything is read back

_ONE_AT_A_TIME = Lock()
"""PDFium may not be entered by two threads at once, not even with two documents."""


TURNED = frozenset(("R", "AL", "AN", "EN", "NSM"))
"""What a word has that a reader may turn round: letters that run left, figures, vowel signs."""
PARTED = re.compile(r"[\s’'‐-]+")
MARKS = ".,;:!?…“”‘’\"'()[]،؛۔؟।"


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page, its number counted from 1, with its size in points."""

    number: int
    text: str
    width: float
    height: float

    def says(self, words: str) -> bool:
        """True when all these words are on the page, in whichever order.

        What runs from right to left may be read back backwards, and so may figures beside it:
        a word counts in each of its `spellings`, and marks at its ends do not count.
        """
        found = set(_words(self.text)) | set(_words(bare_letters(self.text)))
        return all(not found.isdisjoint(spellings(word)) for word in _words(words))


def _words(text: str) -> list[str]:
    """The words without marks at their ends; "O’Brien" in its two parts, which may be turned."""
    return [word for part in PARTED.split(text) if (word := part.strip(MARKS))]


def spellings(word: str) -> tuple[str, ...]:
    """The orders in which PDF readers hand back the letters of a word: as it is written; one that
    runs from right to left, or stands on a line that does, also back to front, or its stretches
    between vowel signs back to front. Vowel signs are left out: where a reader turns a word round,
    they may end up anywhere."""
    if TURNED.isdisjoint(map(bidirectional, word)):
        return (word,)
    stretches = [
        "".join(together)
        for above, together in groupby(word, lambda one: bidirectional(one) == "NSM")
        if not above
    ]
    whole = "".join(stretches)
    return whole, whole[::-1], "".join(reversed(stretches))


def bare_letters(text: str) -> str:
    """The text without signs above and below its letters."""
    return "".join(one for one in text if bidirectional(one) != "NSM")


@dataclass(frozen=True, slots=True)
class FontUsed:
    """A font by its PostScript name."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class ImageUsed:
    """An image as it stands on a page: its pixels, and its width on paper in points."""

    page: int
    width: int
    height: int
    points_wide: float
    has_metadata: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """What a reader of the PDF finds."""

    pages: tuple[PageText, ...]
    fonts: tuple[FontUsed, ...]
    images: tuple[ImageUsed, ...]
    info: dict[str, str]


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page as pixels from the top left, four bytes each: red, green, blue, and one unused.
    `stride` is the bytes from row to row."""

    pixels: bytes
    width: int
    height: int
    stride: int


def read_back(pdf: bytes) -> Finished:
    """The text, fonts, images and info of a PDF; ValueError when it cannot be opened."""
    texts: list[PageText] = []
    fonts: dict[FontUsed, None] = {}
    images: list[ImageUsed] = []
    with _opened(pdf) as document:
        info = {key: value for key, value in document.get_metadata_dict().items() if value}
        for index in range(len(document)):
            page = document[index]
            words = page.get_textpage()
            texts.append(PageText(index + 1, words.get_text_bounded(), *page.get_size()))
            fonts.update(dict.fromkeys(_fonts(page)))
            images.extend(_images(page, index + 1))
            words.close()
            page.close()
    by_name = sorted(fonts, key=lambda font: (font.name, font.embedded))
    return Finished(tuple(texts), tuple(by_name), tuple(images), info)


def page_pixels(pdf: bytes, page: int, width_px: int) -> PagePixels:
    """A page, counted from 1, so many pixels wide."""
    with _opened(pdf) as document:
        sheet = document[page - 1]
        bitmap = sheet.render(
            scale=width_px / sheet.get_width(), rev_byteorder=True, prefer_bgrx=True
        )
        found = PagePixels(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        bitmap.close()
        sheet.close()
        return found


def page_image(pdf: bytes, page: int, width_px: int) -> bytes:
    """A page, counted from 1, as a PNG so many pixels wide."""
    found = page_pixels(pdf, page, width_px)
    rows = bytearray()
    for top in range(0, found.stride * found.height, found.stride):
        row = found.pixels[top : top + 4 * found.width]
        rows += b"\x00" + _without_fourth(row)
    head = pack(">IIBBBBB", found.width, found.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _without_fourth(row: bytes) -> bytes:
    """Three bytes a pixel, where there were four."""
    short = bytearray(len(row) // 4 * 3)
    for colour in range(3):
        short[colour::3] = row[colour::4]
    return bytes(short)


def _chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))


@contextmanager
def _opened(pdf: bytes) -> Iterator[pdfium.PdfDocument]:
    import pypdfium2 as pdfium

    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError as error:
            raise ValueError("this is no PDF that can be read") from error
        try:
            yield document
        finally:
            document.close()


def _fonts(page: pdfium.PdfPage) -> Iterator[FontUsed]:
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

    for words in page.get_objects(filter=(FPDF_PAGEOBJ_TEXT,)):
        font = words.get_font()
        yield FontUsed(font.get_base_name(), font.is_embedded)


def _images(page: pdfium.PdfPage, number: int) -> Iterator[ImageUsed]:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    for image in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,)):
        way = image.get_matrix()
        if way.a < 0 or way.d < 0:
            continue  # turned over beyond the cut: the same photo stands beside it
        left, _, right, _ = image.get_bounds()
        jpeg = "DCTDecode" in image.get_filters()
        said = jpeg and not is_only_pixels(bytes(image.get_data(decode_simple=True)))
        width, height = image.get_px_size()
        yield ImageUsed(number, width, height, right - left, said)
