"""Every kind of file a picture comes in, and the pages of those that have several."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lifestory.domain.edits import Recipe
from lifestory.domain.media import DateSource, Rendition, Sheet
from lifestory.photos.refusals import NeedsPassword, Refused, Swollen, TooBig
from lifestory.photos.workers import Workers

UPRIGHT = ["red", "green", "blue", "sand"]
UPSIDE_DOWN = UPRIGHT[::-1]
A4 = (595.0, 842.0)


def document(pictures: Any, pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """A PDF whose every page is one picture, and which says when it was made."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    image = ImageReader(BytesIO(pictures.file(pictures.quarters(600, 840), "PNG")))
    for _ in range(pages):
        canvas.drawImage(image, 0, 0, *size)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as made:
        made.docinfo["/CreationDate"] = "D:20210508101112+01'00'"
        again = BytesIO()
        made.save(again)
    return again.getvalue()


@pytest.fixture(scope="module")
def swollen() -> bytes:
    return zlib.compress(bytes(300 << 20), 1)


def of(page: int, ground: str = "") -> Rendition:
    return Rendition(UUID(int=1), Recipe(page=page), 1000, 1000, ground)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize(
    ("kind", "media_type"), [("AVIF", "image/avif"), ("GIF", "image/gif"), ("BMP", "image/bmp")]
)
def test_these_kinds_come_in_too(
    pictures: Any, workers: Workers, kind: str, media_type: str
) -> None:
    seen = workers.look(pictures.file(pictures.quarters(), kind), "a.jpg")
    assert seen.looked.media_type == media_type
    assert (seen.looked.width, seen.looked.height) == (96, 64)
    assert pictures.corners(seen.thumbnail) == UPRIGHT


def test_of_twenty_thousand_frames_the_first_is_the_picture(
    pictures: Any, workers: Workers
) -> None:
    first, other = pictures.quarters(), Image.new("RGB", (96, 64))
    data = pictures.file(first, "GIF", save_all=True, append_images=[other])
    at = data.rindex(b"\x21\xf9")  # the second frame, written again and again
    data = data[:at] + data[at:-1] * 20_000 + b";"
    assert pictures.corners(workers.look(data, "a.gif").thumbnail) == UPRIGHT


def test_every_page_of_a_document_is_a_picture_at_300_dpi(pictures: Any, workers: Workers) -> None:
    data = document(pictures, pages=3)
    looked = workers.look(data, "certificate.pdf").looked
    assert looked.media_type == "application/pdf"
    assert (looked.width, looked.height) == (2480, 3509)
    assert looked.more == (Sheet(2480, 3509),) * 2
    assert (looked.taken.iso, looked.taken_from) == ("2021-05-08", DateSource.DOCUMENT)
    last = workers.look(data, "certificate.pdf", page=2)
    assert pictures.corners(last.thumbnail) == UPRIGHT
    assert pictures.corners(workers.render(data, of(2))) == UPRIGHT
    with pytest.raises(Refused):
        workers.look(data, "certificate.pdf", page=3)


def test_a_plan_of_a_house_is_drawn_with_fewer_dots(pictures: Any, workers: Workers) -> None:
    looked = workers.look(document(pictures, size=(2384, 3370)), "a0.pdf").looked
    assert 39_000_000 < looked.width * looked.height < 41_000_000


def test_a_document_with_a_password_says_so(pictures: Any, workers: Workers) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(document(pictures))) as made:
        made.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(NeedsPassword):
        workers.look(out.getvalue(), "a.pdf")


def test_a_scan_of_several_pages_has_them_all_but_no_small_copies(
    pictures: Any, workers: Workers
) -> None:
    first, second = pictures.quarters(), pictures.quarters(60, 40).rotate(180)
    small = pictures.quarters(12, 8)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    data = pictures.file(first, "TIFF", save_all=True, append_images=[small, second])

    looked = workers.look(data, "scan.tif").looked

    assert looked.more == (Sheet(60, 40),)
    assert pictures.corners(workers.look(data, "scan.tif", page=1).thumbnail) == UPSIDE_DOWN
    out = workers.render(data, of(1))
    assert pictures.opened(out).size == (60, 40)
    assert pictures.corners(out) == UPSIDE_DOWN


def test_what_is_see_through_lies_on_the_ground_of_its_page(
    pictures: Any, workers: Workers
) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    for kind, mode in (("PNG", "RGBA"), ("WEBP", "RGBA"), ("PNG", "LA"), ("PNG", "P")):
        data = pictures.file(
            clear.convert(mode), kind, **({"lossless": True} if kind == "WEBP" else {})
        )
        assert workers.look(data, "a.png").looked.see_through or mode == "P"
        if mode != "P":
            shown = pictures.opened(workers.render(data, of(0, "#e6c88c"))).getpixel((20, 20))
            assert pictures.nearest(shown) == "sand"
    solid = pictures.file(Image.new("RGBA", (40, 40), (30, 160, 30, 255)), "PNG")
    assert not workers.look(solid, "a.png").looked.see_through


@pytest.mark.parametrize("mode", ["I;16", "L", "1", "P"])
def test_a_png_of_any_depth_comes_in(pictures: Any, workers: Workers, mode: str) -> None:
    grey = Image.linear_gradient("L")
    image = (
        grey.point(lambda v: v * 257, "I").convert("I;16") if mode == "I;16" else grey.convert(mode)
    )
    shown = pictures.opened(workers.look(pictures.file(image, "PNG"), "a.png").thumbnail)
    assert shown.getpixel((128, 5))[0] < 40
    assert shown.getpixel((128, 250))[0] > 215


def test_one_pixel_is_a_picture(pictures: Any, workers: Workers) -> None:
    seen = workers.look(pictures.file(Image.new("RGB", (1, 1), (220, 30, 30)), "PNG"), "a.png")
    assert (seen.looked.width, seen.looked.height) == (1, 1)


@pytest.mark.parametrize("name", [b"zTXt", b"iTXt", b"iCCP"])
def test_words_and_profiles_that_swell_cost_little(
    pictures: Any, swollen: bytes, name: bytes
) -> None:
    """A chunk of 300 kB that inflates to 300 MB: no more of it is inflated than Pillow allows."""
    head = {b"zTXt": b"a\0\0", b"iTXt": b"a\0\1\0\0\0", b"iCCP": b"a\0\0"}[name]
    plain = pictures.file(pictures.quarters(), "PNG")
    data = plain[:33] + chunk(name, head + swollen) + plain[33:]
    with Workers(1, megabytes=256, huge_megabytes=256) as pool:
        with pytest.raises(TooBig) as refused:
            pool.look(data, "a.png")
        assert refused.type is not Swollen
        assert pool.look(plain, "b.png").looked.width == 96


@pytest.mark.parametrize(
    "change",
    [{"resize": (30, 20)}, {"quality": 35}, {"brighter": 1.1}],
    ids=lambda one: next(iter(one)),
)
def test_a_copy_looks_like_the_picture_it_was_made_of(
    pictures: Any, workers: Workers, change: dict[str, Any]
) -> None:
    from PIL import ImageEnhance

    from lifestory.photos.doubles import alike

    noise = [
        Image.effect_noise((12, 8), 90).resize((600, 400), Image.Resampling.BICUBIC).convert("RGB")
        for _ in range(5)
    ]
    copy = noise[2]
    if "resize" in change:
        copy = copy.resize((240, 160))
    if "brighter" in change:
        copy = ImageEnhance.Brightness(copy).enhance(change["brighter"])
    files = [pictures.file(one) for one in noise]
    files.append(pictures.file(copy, quality=change.get("quality", 90)))
    looks = {n: workers.look(data, "a.jpg").looked.likeness for n, data in enumerate(files)}
    assert alike(looks) == [[2, 5]]
