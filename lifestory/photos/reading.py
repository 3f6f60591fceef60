"""What a file is, by its content and never by its name, with limits before anything is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, JpegImagePlugin

from lifestory.domain.media import Sheet
from lifestory.photos.claims import claimed_pixels
from lifestory.photos.dating import dated
from lifestory.photos.documents import page_of, page_sizes, written_on
from lifestory.photos.refusals import (
    CutShort,
    Damaged,
    EmptyFile,
    NotAPicture,
    Refused,
    Swollen,
    TooBig,
)
from lifestory.photos.seen import Looked
from lifestory.photos.upright import Pose

MOST_PIXELS = 205_000_000
"""A 200-megapixel telephone makes 16,320 × 12,240 or 16,384 × 12,288 and a little is to spare."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
"""Pillow counts too, in places that we do not see, and would refuse twice as many as it is told."""

PDF = "application/pdf"
MOST_PAGES = 200
"""More pages than that are a book, not photographs; the first ones are taken in."""

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_AVIF = {b"avif", b"avis"}
_SMALL_COPY, _MASK = 1, 4
"""Bits of a TIFF's NewSubfileType: such a page is not one of its own. Source: TIFF 6.0, tag 254."""
_KIND_OF_PAGE, _INNER_PAGES = 254, 330
_MUCH_IN_A_WEBP, _MOST_IN_A_WEBP = 40_000_000, 150_000_000
"""Pixels; its decoder holds it four times over, so that a gigabyte may be short from the first on,
and what there is for a second try from the second."""
_ORIENTATION, _GPS, _LATITUDE = 274, 0x8825, 2


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose head is read and whose pixels are not; `pose` makes the pixels upright."""

    image: Image.Image
    media_type: str
    pose: Pose
    width: int
    height: int


def opened(data: bytes, page: int = 0) -> Opened:
    """Read the head of a picture, or of one page of it, counted from 0.

    Raises EmptyFile, NotAPicture, TooBig, CutShort or Damaged.
    """
    if not data:
        raise EmptyFile
    media_type = _media_type(data)
    with refusing(data):
        if claimed_pixels(data) > (_MOST_IN_A_WEBP if media_type == "image/webp" else MOST_PIXELS):
            raise TooBig
        image = page_of(data, page) if media_type == PDF else _opened(data, media_type, page)
        if image.width * image.height > MOST_PIXELS:
            raise TooBig
        if media_type == "image/png":
            # Its EXIF may stand after its pixels. Pillow would decode them to look for it, and what
            # is wrong with them must not pass for something that is wrong with the EXIF.
            image.load()
        # Pillow turns a TIFF and libheif a HEIC as they decode; turning by EXIF too would be twice.
        turns_itself = media_type in {"image/tiff", "image/heic", PDF}
        pose = Pose() if turns_itself else Pose.from_exif(_exif(image).get(_ORIENTATION))
        return Opened(image, media_type, pose, *pose.size(*image.size))


def looked(picture: Opened, data: bytes, file_name: str, page: int = 0) -> Looked:
    """What a file is and says of itself; `file_name` is asked when the camera said no date. Only
    the first page says which others there are."""
    exif = _exif(picture.image)
    written = written_on(data) if picture.media_type == PDF else None
    taken, taken_from = dated(exif, file_name, written)
    more, pages = ((), 1) if page else _more(picture, data)
    return Looked(
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        taken=taken,
        taken_from=taken_from,
        had_gps=_has_gps(picture.image, exif),
        more=more,
        longer=pages > 1 + len(more),
        see_through=_see_through(picture.image),
    )


def _more(picture: Opened, data: bytes) -> tuple[tuple[Sheet, ...], int]:
    """The sizes of the pages after the first, upright, of the first 200; and how many pages there
    are in all, as far as they can be counted."""
    if picture.media_type == PDF:
        sizes, pages = page_sizes(data, MOST_PAGES)
        return tuple(Sheet(*size) for size in sizes[1:]), pages
    if picture.media_type != "image/tiff":
        return (), 1
    image = _opened(data, picture.media_type, 0)
    pages_of = _pages_of(image)
    sheets = []
    for number in pages_of[1:MOST_PAGES]:
        image.seek(number)
        if image.width * image.height > MOST_PIXELS:
            break
        sheets.append(Sheet(*image.size))
    return tuple(sheets), len(pages_of)


def _pages_of(image: Image.Image, most: int = 2 * MOST_PAGES) -> list[int]:
    """The numbers of the frames of a TIFF that are pages: not the small copies and masks that a
    scanner may put beside them. Frames that cannot be read end it; so does a very long chain."""
    found: list[int] = []
    with suppress(Exception):
        for number in range(4 * MOST_PAGES):
            if len(found) == most:
                break
            image.seek(number)
            kind = int(image.tag_v2.get(_KIND_OF_PAGE, 0))  # type: ignore[attr-defined]
            if not kind & (_SMALL_COPY | _MASK):
                found.append(number)
    return found or [0]


def _see_through(image: Image.Image) -> bool:
    """True when some pixel lets the ground through; asked once the picture is decoded."""
    if "transparency" in image.info and image.mode in {"P", "L", "RGB"}:
        return True
    if image.mode not in {"RGBA", "LA", "PA", "RGBa", "La"}:
        return False
    least = image.getchannel("A").getextrema()[0]
    return isinstance(least, int | float) and least < 255


@contextmanager
def refusing(data: bytes) -> Iterator[None]:
    """Turn whatever a decoder throws at a stranger's bytes into a Refused."""
    try:
        yield
    except Refused:
        raise
    except MemoryError as swollen:
        raise Swollen from swollen
    except Image.DecompressionBombError as bomb:
        raise TooBig from bomb
    except Exception as broken:
        if re.search("text.chunk", str(broken), re.IGNORECASE):
            raise TooBig from broken  # Pillow's own limit on what the words in a PNG inflate to
        if re.search("memory|security limit", str(broken), re.IGNORECASE):
            raise Swollen from broken  # as libheif says it
        if _cut_short(data, broken):
            raise CutShort from broken
        if data.startswith(b"RIFF") and claimed_pixels(data) > _MUCH_IN_A_WEBP:
            raise Swollen from broken  # libwebp has the same words for short of memory
        raise Damaged from broken


def _media_type(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "image/tiff"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and _AVIF & _brands(data):
        return "image/avif"
    if data[4:8] == b"ftyp" and _HEIC & _brands(data):
        return "image/heic"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "image/bmp"
    if b"%PDF-" in data[:1024]:
        return PDF
    raise NotAPicture


def _brands(data: bytes) -> set[bytes]:
    """The brands of an ISO media file: the major one and the compatible ones after its version."""
    end = min(int.from_bytes(data[:4], "big"), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def _opened(data: bytes, media_type: str, page: int) -> Image.Image:
    """By the plug-in of that very format: no other one is loaded, or ever sees the bytes."""
    stream = BytesIO(data)
    match media_type:
        case "image/jpeg":
            return JpegImagePlugin.JpegImageFile(stream)
        case "image/png":
            from PIL import PngImagePlugin

            return PngImagePlugin.PngImageFile(stream)
        case "image/tiff":
            from PIL import TiffImagePlugin

            image = TiffImagePlugin.TiffImageFile(stream)
            image.seek(_pages_of(image, page + 1)[page])
            if _SMALL_COPY & image.tag_v2.get(_KIND_OF_PAGE, 0) and _INNER_PAGES in image.tag_v2:
                raise NotAPicture  # a camera's raw file: what can be opened is a small copy
            return image
        case "image/webp":
            from PIL import WebPImagePlugin

            return WebPImagePlugin.WebPImageFile(stream)
        case "image/gif":
            from PIL import GifImagePlugin

            return GifImagePlugin.GifImageFile(stream)
        case "image/bmp":
            from PIL import BmpImagePlugin

            return BmpImagePlugin.BmpImageFile(stream)
        case "image/avif":
            from PIL import AvifImagePlugin

            AvifImagePlugin.DEFAULT_MAX_THREADS = 1
            return AvifImagePlugin.AvifImageFile(stream)
        case _:
            import pillow_heif

            pillow_heif.options.DECODE_THREADS = 1
            heif: Image.Image = pillow_heif.HeifImageFile(stream)  # type: ignore[no-untyped-call]
            return heif


def _exif(image: Image.Image) -> Image.Exif:
    """The EXIF fields; none when they can't be read, for the picture may still be whole."""
    with suppress(Exception):
        return image.getexif()
    return Image.Exif()


def _has_gps(image: Image.Image, exif: Image.Exif) -> bool:
    with suppress(Exception):
        if _LATITUDE in exif.get_ifd(_GPS):
            return True
    xmp = image.info.get("xmp", b"")
    return re.search(b"GPSLatitude", xmp if isinstance(xmp, bytes) else xmp.encode()) is not None


def _cut_short(data: bytes, trouble: Exception) -> bool:
    if re.search("truncated|end of file", str(trouble), re.IGNORECASE):
        return True
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    return data.startswith(b"\x89PNG") and b"IEND" not in data[-64:]
