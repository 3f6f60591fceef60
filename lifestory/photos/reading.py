"""What a file is, by its content and never by its name, with limits before anything is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, JpegImagePlugin

from lifestory.photos.dating import dated
from lifestory.photos.refusals import CutShort, Damaged, EmptyFile, NotAPicture, Refused, TooBig
from lifestory.photos.seen import Looked
from lifestory.photos.upright import Pose

MOST_PIXELS = 205_000_000
"""A 200-megapixel telephone makes 16,320 × 12,240 or 16,384 × 12,288 and a little is to spare."""

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
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
        image = _opened(data, media_type)
        if page:
            image.seek(page)
        if image.width * image.height > MOST_PIXELS:
            raise TooBig
        # Pillow turns a TIFF and libheif a HEIC as they decode; turning by EXIF too would be twice.
        turns_itself = media_type in {"image/tiff", "image/heic"}
        pose = Pose() if turns_itself else Pose.from_exif(_exif(image).get(_ORIENTATION))
        return Opened(image, media_type, pose, *pose.size(*image.size))


def looked(picture: Opened, file_name: str) -> Looked:
    """What a file is and says of itself; `file_name` is asked when the camera said no date."""
    exif = _exif(picture.image)
    taken, taken_from = dated(exif, file_name)
    return Looked(
        picture.media_type, picture.width, picture.height, taken, taken_from,
        _has_gps(picture.image, exif),
    )  # fmt: skip


@contextmanager
def refusing(data: bytes) -> Iterator[None]:
    """Turn whatever a decoder throws at a stranger's bytes into a Refused."""
    try:
        yield
    except Refused:
        raise
    except MemoryError as swollen:
        raise TooBig from swollen
    except Exception as broken:
        if re.search("memory|security limit", str(broken), re.IGNORECASE):
            raise TooBig from broken  # as libheif says it
        raise (CutShort if _cut_short(data, broken) else Damaged) from broken


def _media_type(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "image/tiff"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and _HEIC & _brands(data):
        return "image/heic"
    raise NotAPicture


def _brands(data: bytes) -> set[bytes]:
    """The brands of an ISO media file: the major one and the compatible ones after its version."""
    end = min(int.from_bytes(data[:4], "big"), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def _opened(data: bytes, media_type: str) -> Image.Image:
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

            return TiffImagePlugin.TiffImageFile(stream)
        case "image/webp":
            from PIL import WebPImagePlugin

            return WebPImagePlugin.WebPImageFile(stream)
        case _:
            import pillow_heif

            pillow_heif.options.DECODE_THREADS = 1
            image: Image.Image = pillow_heif.HeifImageFile(stream)  # type: ignore[no-untyped-call]
            return image


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
