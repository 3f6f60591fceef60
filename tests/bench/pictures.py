"""Photos of 12 megapixels, as heavy as a camera's: gradients, shapes and grain from a seed.

A few are drawn; the rest are those again with another date in them, which makes another file that
takes as long to read, hash, seal and decode.
"""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

SIZE = (4000, 3000)
_DRAWN = 8
_TAKEN_AT, _DATE = 0x8769, 0x9003
"""EXIF: the folder of the camera's own fields, and the field that says when."""


def make_photos(folder: Path, count: int) -> list[Path]:
    """So many JPEG files of 3 to 4 MB, no two of them the same bytes; the same ones every time."""
    folder.mkdir(parents=True)
    drawn = [_photo(random.Random(seed)) for seed in range(min(count, _DRAWN))]
    files = []
    for number in range(count):
        file = folder / f"IMG_{number:04}.jpg"
        file.write_bytes(_dated(drawn[number % len(drawn)], number))
        files.append(file)
    return files


def make_prints(folder: Path, count: int) -> list[Path]:
    """So many JPEG files of two megapixels: their thumbnails are as large as those of any photo."""
    folder.mkdir(parents=True)
    drawn = []
    for seed in range(_DRAWN):
        with Image.open(BytesIO(_photo(random.Random(seed)))) as picture:
            out = BytesIO()
            picture.resize((1600, 1200)).save(out, "JPEG", quality=85)
            drawn.append(out.getvalue())
    files = []
    for number in range(count):
        file = folder / f"IMG_{number:04}.jpg"
        file.write_bytes(_dated(drawn[number % _DRAWN], number))
        files.append(file)
    return files


def make_snapshots(folder: Path, count: int) -> list[Path]:
    """So many tiny JPEG files, for where only their number counts."""
    folder.mkdir(parents=True)
    files = []
    for number in range(count):
        file = folder / f"IMG_{number:04}.jpg"
        colour = (number % 256, number // 256 * 50, 120)
        Image.new("RGB", (96, 64), colour).save(file, "JPEG", exif=_exif(number))
        files.append(file)
    return files


def _photo(seed: random.Random) -> bytes:
    width, height = SIZE

    def tint() -> tuple[int, int, int]:
        return seed.randrange(30, 230), seed.randrange(30, 230), seed.randrange(30, 230)

    above, below = Image.new("RGB", SIZE, tint()), Image.new("RGB", SIZE, tint())
    picture = Image.composite(above, below, Image.linear_gradient("L").resize(SIZE))
    draw = ImageDraw.Draw(picture)
    for number in range(60):
        x, y, across = seed.randrange(width), seed.randrange(height), seed.randrange(60, 900)
        shape = draw.ellipse if number % 2 else draw.rectangle
        shape((x, y, x + across, y + across * seed.uniform(0.4, 1.4)), fill=tint())
    picture = picture.filter(ImageFilter.BoxBlur(2))
    picture = Image.blend(picture, _grain(seed, 2), 0.07)
    picture = Image.blend(picture, _grain(seed, 1), 0.08)
    out = BytesIO()
    picture.save(out, "JPEG", quality=90, subsampling="4:2:0")
    return out.getvalue()


def _grain(seed: random.Random, size: int) -> Image.Image:
    """Noise in grains of so many pixels."""
    width, height = SIZE[0] // size, SIZE[1] // size
    grain = Image.frombytes("L", (width, height), seed.randbytes(width * height))
    return grain.resize(SIZE, Image.Resampling.BICUBIC).convert("RGB")


def _exif(number: int) -> Image.Exif:
    exif = Image.Exif()
    day, second = divmod(number, 60)
    exif.get_ifd(_TAKEN_AT)[_DATE] = f"2023:{day % 12 + 1:02}:{day // 12 + 1:02} 10:00:{second:02}"
    return exif


def _dated(jpeg: bytes, number: int) -> bytes:
    """The file with a camera's date in it: an APP1 segment straight after the start of image."""
    exif = b"Exif\0\0" + _exif(number).tobytes().removeprefix(b"Exif\0\0")
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
