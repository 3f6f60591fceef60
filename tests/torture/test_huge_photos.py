"""Pictures as big as they come, and files made to swell, through the door a worker takes: each is
in or is refused in words, the good one after it comes in, and no process holds more than it may."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from lifestory.app.open_store import open_store
from lifestory.app.photos import Status, add_photos
from tests.bench.watching import watched
from tests.torture.work import PASSPHRASE, the_child

MOST = 2560 + 1024 + 512
"""MB of all processes together: a second try, a worker beside it, and the program itself."""

BIG = (11_600, 8_700)
PHONE = (16_320, 12_240)


def photo(size: tuple[int, int], kind: str = "JPEG", mode: str = "RGB", **how: Any) -> bytes:
    grain = Image.effect_noise((size[0] // 6, size[1] // 6), 60).resize(size).convert(mode)
    out = BytesIO()
    grain.save(out, kind, **how)
    return out.getvalue()


def flat_webp(size: tuple[int, int]) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (30, 160, 30)).save(out, "WEBP", lossless=True, method=0)
    return out.getvalue()


def sideways() -> bytes:
    exif = Image.Exif()
    exif[274] = 6
    return photo(PHONE, quality=92, exif=exif.tobytes())


def with_profile() -> bytes:
    """In colours of its own, with another red than sRGB has, so that every pixel is changed."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (red,) = struct.unpack_from(">I", profile, profile.index(b"rXYZ") + 4)
    struct.pack_into(">i", profile, red + 8, round(0.6097 * 65_536))
    profile = profile.replace(b"s\0R\0G\0B", b"m\0i\0n\0e")
    return photo(BIG, quality=95, icc_profile=bytes(profile))


def words() -> bytes:
    """A PNG whose words inflate to 300 MB."""
    body = b"zTXta\0\0" + zlib.compress(bytes(300 << 20), 1)
    plain = photo((96, 64), "PNG")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return plain[:33] + chunk + plain[33:]


def swelling(megabytes: int) -> bytes:
    """A document whose page is that many megabytes of spaces."""
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(72, 48))
        spaces = zlib.compress(b" " * (megabytes << 20), 1)
        made.pages[0].Contents = made.make_stream(spaces, Filter=pikepdf.Name.FlateDecode)
        made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "size", "reason"),
    [
        (sideways, (12_240, 16_320), ""),
        (lambda: photo(PHONE, quality=92, progressive=True), PHONE, ""),
        (with_profile, BIG, ""),
        (lambda: photo(BIG, mode="CMYK", quality=92), BIG, ""),
        (lambda: photo(BIG, "PNG", "RGBA", compress_level=1), BIG, ""),
        (lambda: photo(BIG, "TIFF", compression="tiff_lzw"), BIG, ""),
        (lambda: photo(BIG, "AVIF", quality=40, speed=10), BIG, ""),
        (lambda: flat_webp((14_000, 10_000)), (14_000, 10_000), ""),
        (lambda: flat_webp((16_000, 12_000)), None, "This file is too big to open safely."),
        (words, None, "This file is too big to open safely."),
        (lambda: swelling(300), (300, 200), ""),
        (lambda: swelling(900), None, "This file could not be opened safely and was left out."),
    ],
    ids=[
        "200 MP telephone", "200 MP in passes", "100 MP with a profile", "100 MP of inks",
        "100 MP see-through", "100 MP scan", "100 MP AVIF", "140 MP WebP", "192 MP WebP",
        "300 MB of words", "a document of 300 MB", "a document of 900 MB",
    ],
)  # fmt: skip
def test_it_is_in_or_refused_in_words_and_the_rest_goes_on(
    store: Path,
    photos: Callable[[int], Path],
    make: Callable[[], bytes],
    size: tuple[int, int] | None,
    reason: str,
) -> None:
    good = photos(1) / "000.jpg"
    big = good.with_name("a picture.jpg")
    big.write_bytes(make())
    with open_store(store, PASSPHRASE) as opened, watched() as cost:
        first, second = add_photos(opened, the_child(opened).case, [big, good])
    assert second.status is Status.ADDED
    assert first.reason.startswith(reason)
    assert (first.status is Status.ADDED) == (size is not None), first.reason
    assert size is None or (first.width, first.height) == size
    assert cost.peak < MOST
