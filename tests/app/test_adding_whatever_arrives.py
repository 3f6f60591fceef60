"""One heap with every kind of file that arrives, let in once: each is taken in rightly, or refused
with a reason that a worker understands and can act on."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lifestory.app.caseload import add_child
from lifestory.app.open_store import Store, create_store
from lifestory.app.photos import PhotoOutcome, Status, add_photos, photos, thumbnail
from lifestory.domain.media import Original, Photo

pillow_heif.register_heif_opener()

COLOURS = {
    "red": (220, 30, 30),
    "green": (30, 160, 30),
    "blue": (30, 30, 220),
    "sand": (230, 200, 140),
}
UPRIGHT = list(COLOURS)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held that way stores what is upright. Source: EXIF 2.3, tag 274."""

EMPTY = "This file is empty. Copy it again from the phone or card it came from."
CUT = "Part of this picture is missing: the file was cut short. Copy it again"
DAMAGED = "This file is damaged and cannot be opened. Ask for another copy"
NO_PICTURE = "This is not a picture that Lifestory can open. It opens JPEG, PNG, HEIC"
TOO_BIG = "This file is too big to open safely. Open it in another program, save a smaller copy"
LOCKED = "This document is locked with a password. Open it with its password"

made = [0]


def quarters(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Red and green above, blue and sand below, and in a corner a patch unlike any before."""
    image = Image.new("RGB", (2, 2))
    for number, colour in enumerate(COLOURS.values()):
        image.putpixel((number % 2, number // 2), colour)
    image = image.resize(size, Image.Resampling.NEAREST)
    made[0] += 1
    image.paste((made[0] * 5 % 256, 90, made[0] * 5 // 256 * 60), (0, 0, 8, 8))
    return image.convert(mode)


def file(image: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    out = BytesIO()
    if kind in {"JPEG", "HEIF", "WEBP", "AVIF"}:
        how.setdefault("quality", 95)
    image.save(out, kind, **how)
    return out.getvalue()


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[274] = orientation
    image = quarters()
    if orientation in TURNS:
        image = image.transpose(TURNS[orientation])
    return file(image, exif=exif.tobytes())


def deep() -> Image.Image:
    """Sixteen bits a pixel; red is darker than green in it, and sand lightest."""
    return quarters("L").point(lambda value: value * 257, "I").convert("I;16")


def document(**how: Any) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(96, 64), **how)
    canvas.drawImage(ImageReader(BytesIO(file(quarters(), "PNG"))), 0, 0, 96, 64)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def frames(count: int) -> bytes:
    data = file(quarters("P"), "GIF", save_all=True, append_images=[Image.new("P", (96, 64))])
    at = data.rindex(b"\x21\xf9")  # the second frame, written again and again
    return data[:at] + data[at:-1] * count + b";"


def small_copy_first() -> bytes:
    """A TIFF whose first page is a small copy of the second."""
    whole = quarters()
    whole.encoderinfo = {"tiffinfo": {254: 0}}
    small = quarters(size=(12, 8))
    return file(small, "TIFF", tiffinfo={254: 1}, save_all=True, append_images=[whole])


def raw() -> bytes:
    """What a camera's raw file is to us: a small copy, and the picture itself in a page within."""
    return file(quarters(size=(12, 8)), "TIFF", tiffinfo={254: 1, 330: 8})


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_words(name: bytes, head: bytes) -> bytes:
    """A PNG with a chunk that inflates to thirty megabytes."""
    plain = file(quarters(), "PNG")
    return plain[:33] + chunk(name, head + zlib.compress(bytes(30 << 20), 1)) + plain[33:]


def huge_tiff() -> bytes:
    data = bytearray(file(Image.new("1", (64, 64)), "TIFF", compression="group4"))
    (first,) = struct.unpack_from("<I", data, 4)
    for entry in range(first + 2, first + 26, 12):  # its width and its height stand first
        struct.pack_into("<HII", data, entry + 2, 4, 1, 30_000)
    return bytes(data)


def huge_png() -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    lines = chunk(b"IDAT", zlib.compress(bytes(1 << 20), 9))
    return b"\x89PNG\r\n\x1a\n" + head + lines + chunk(b"IEND", b"")


def huge_webp(width: int, height: int) -> bytes:
    data = bytearray(file(quarters(), "WEBP", lossless=True))
    assert data[12:16] == b"VP8L"
    data[21:25] = struct.pack("<I", (width - 1) | (height - 1) << 14)
    return bytes(data)


def huge_iso(kind: str) -> bytes:
    data = bytearray(file(quarters(), kind))
    at = data.index(b"ispe")
    data[at + 8 : at + 16] = struct.pack(">II", 30_000, 30_000)
    return bytes(data)


def huge_gif() -> bytes:
    size = struct.pack("<HH", 30_000, 30_000)
    return (
        b"GIF89a"
        + size
        + b"\x80\0\0"
        + bytes(6)
        + b","
        + bytes(4)
        + size
        + b"\0\x02\x02\x44\x01\0;"
    )


def huge_bmp() -> bytes:
    return b"BM" + struct.pack("<IIIIiiHHIIiiII", 0, 0, 54, 40, 30_000, 30_000, 1, 24, *[0] * 6)


def spoilt(data: bytes, every: int) -> bytes:
    """A bit of every so many bytes is another."""
    return bytes(byte ^ (8 if at % every == every - 1 else 0) for at, byte in enumerate(data))


def noise(kind: str, **how: Any) -> bytes:
    return file(Image.effect_noise((120, 80), 60).convert("RGB"), kind, **how)


GOOD: dict[str, Callable[[], bytes]] = {
    "plain.jpg": lambda: file(quarters()),
    "inks.jpg": lambda: file(quarters("CMYK")),
    "in passes.jpg": lambda: file(quarters(), progressive=True),
    "palette.png": lambda: file(quarters("P"), "PNG"),
    "see-through.png": lambda: file(quarters("RGBA"), "PNG"),
    "phone.heic": lambda: file(quarters(), "HEIF"),
    "phone.avif": lambda: file(quarters(), "AVIF"),
    "scan.tif": lambda: file(quarters(), "TIFF", compression="tiff_lzw"),
    "small copy first.tif": small_copy_first,
    "web.webp": lambda: file(quarters(), "WEBP"),
    "old.gif": lambda: file(quarters("P"), "GIF"),
    "twenty thousand.gif": lambda: frames(20_000),
    "old.bmp": lambda: file(quarters(), "BMP"),
    "heic called.jpg": lambda: file(quarters(), "HEIF"),
    "jpeg called.txt": lambda: file(quarters()),
    "no ending": lambda: file(quarters(), "PNG"),
    "فرح.jpg": lambda: file(quarters()),
    "Ślub 2016 – ਫੋਟੋ 写真 👧🏽.jpg": lambda: file(quarters()),
    "x" * 240 + ".jpg": lambda: file(quarters()),
    "photo.jpg/inside.jpg": lambda: file(quarters()),
    **{f"turned {way}.jpg": lambda way=way: turned(way) for way in range(1, 9)},  # type: ignore[misc]
}
"""Each shows the four colours, 96 × 64 and upright."""

OTHER: dict[str, tuple[Callable[[], bytes], list[tuple[int, int]]]] = {
    "deep.png": (lambda: file(deep(), "PNG"), [(96, 64)]),
    "one pixel.png": (lambda: file(Image.new("RGB", (1, 1)), "PNG"), [(1, 1)]),
    "paper.pdf": (document, [(400, 267)]),
    "pages.tif": (
        lambda: file(quarters(), "TIFF", save_all=True, append_images=[quarters(size=(60, 40))]),
        [(96, 64), (60, 40)],
    ),
}

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.jpg": (lambda: b"", EMPTY),
    "program.jpg": (lambda: b"MZ\x90\0" + bytes(400), NO_PICTURE),
    "letter.jpg": (lambda: b"Dear Robin, this is a letter.", NO_PICTURE),
    "video.jpg": (lambda: b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(400), NO_PICTURE),
    "camera.nef": (raw, NO_PICTURE),
    "cut.jpg": (lambda: noise("JPEG")[:-900], CUT),
    "cut in passes.jpg": (lambda: noise("JPEG", progressive=True)[:-900], CUT),
    "cut.png": (lambda: noise("PNG")[:-900], CUT),
    "cut.tif": (lambda: noise("TIFF")[:-900], CUT),
    "cut.webp": (lambda: noise("WEBP")[:-900], CUT),
    "cut.heic": (lambda: noise("HEIF")[:-900], CUT),
    "cut.gif": (lambda: noise("GIF")[:-900], CUT),
    "cut.bmp": (lambda: noise("BMP")[:-900], CUT),
    "cut.avif": (lambda: noise("AVIF")[:-900], DAMAGED),
    "cut lzw.tif": (lambda: noise("TIFF", compression="tiff_lzw")[:-900], DAMAGED),
    "cut.pdf": (lambda: document()[:-900], DAMAGED),
    "spoilt.jpg": (lambda: spoilt(noise("JPEG"), 40), DAMAGED),
    "spoilt.png": (lambda: spoilt(noise("PNG"), 4_000), DAMAGED),
    "spoilt lzw.tif": (lambda: spoilt(noise("TIFF", compression="tiff_lzw"), 400), DAMAGED),
    "locked.pdf": (lambda: document(encrypt="secret"), LOCKED),
    "huge.png": (huge_png, TOO_BIG),
    "huge.tif": (huge_tiff, TOO_BIG),
    "huge.gif": (huge_gif, TOO_BIG),
    "huge.bmp": (huge_bmp, TOO_BIG),
    "huge.webp": (lambda: huge_webp(16_384, 16_384), TOO_BIG),
    "hardly less huge.webp": (lambda: huge_webp(16_000, 12_000), TOO_BIG),
    "huge.heic": (lambda: huge_iso("HEIF"), TOO_BIG),
    "huge.avif": (lambda: huge_iso("AVIF"), TOO_BIG),
    "words.png": (lambda: with_words(b"zTXt", b"a\0\0"), TOO_BIG),
    "more words.png": (lambda: with_words(b"iTXt", b"a\0\1\0\0\0"), TOO_BIG),
    "profile.png": (lambda: with_words(b"iCCP", b"a\0\0"), TOO_BIG),
}  # fmt: skip

SPOILT = ("GIF", "BMP", "TIFF", "WEBP", "HEIF", "AVIF", "PDF")
"""Kinds in which some spoilt bits are only another picture: seen, or refused, as it comes."""


@pytest.fixture(scope="module")
def came(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Store, Any, dict[str, list[PhotoOutcome]]]]:
    """The heap, taken in once: the outcomes by the name of the file in it."""
    heap = tmp_path_factory.mktemp("heap")
    whole = {name: make() for name, make in GOOD.items()}
    whole |= {name: make() for name, (make, _) in (*OTHER.items(), *BAD.items())}
    for kind in SPOILT:
        data = document() if kind == "PDF" else noise(kind)
        whole |= {f"spoilt {every}.{kind}": spoilt(data, every) for every in (30, 300, 3_000)}
    for name, data in whole.items():
        (heap / name).parent.mkdir(exist_ok=True)
        (heap / name).write_bytes(data)
    with (heap / "enormous.tif").open("wb") as enormous:
        enormous.truncate(700_000_000)
    (heap / "empty folder.jpg").mkdir()
    named = [heap, heap / "empty folder.jpg", heap / "gone.jpg"]
    if os.name != "nt":
        (heap / "loop.jpg").symlink_to(heap / "loop.jpg")
    store, _ = create_store(
        tmp_path_factory.mktemp("came") / "store", "a lamp in the window", work_factor=10
    )
    with store:
        case = add_child(store, "Robin").case
        outcomes: dict[str, list[PhotoOutcome]] = {}
        for one in add_photos(store, case, named):
            outcomes.setdefault(one.file.relative_to(heap).as_posix(), []).append(one)
        yield store, case, outcomes


def corners(picture: bytes) -> list[str]:
    image = Image.open(BytesIO(picture)).convert("RGB")
    near, far = (image.width // 4, image.height // 4), (image.width * 3 // 4, image.height * 3 // 4)
    places = (near, (far[0], near[1]), (near[0], far[1]), far)
    return [nearest(image.getpixel(place)) for place in places]


def nearest(pixel: Any) -> str:
    return min(
        COLOURS, key=lambda name: sum(abs(a - b) for a, b in zip(COLOURS[name], pixel, strict=True))
    )


@pytest.mark.parametrize("name", GOOD)
def test_every_kind_of_picture_comes_in_upright_and_in_its_colours(came: Any, name: str) -> None:
    store, case, outcomes = came
    (one,) = outcomes[name]
    assert (one.status, one.reason) == (Status.ADDED, "")
    assert (one.width, one.height) == (96, 64)
    photo = case.records.find(Photo, one.photo)
    assert corners(thumbnail(store, photo)) == UPRIGHT


@pytest.mark.parametrize("name", OTHER)
def test_and_with_all_its_pages(came: Any, name: str) -> None:
    became = came[2][name]
    assert [one.status for one in became] == [Status.ADDED] * len(became)
    assert [(one.width, one.height) for one in became] == OTHER[name][1]


@pytest.mark.parametrize("name", BAD)
def test_what_is_bad_is_refused_with_a_reason_and_what_may_be_done(came: Any, name: str) -> None:
    (one,) = came[2][name]
    assert (one.status, one.photo) == (Status.REFUSED, None)
    assert one.reason.startswith(BAD[name][1])


@pytest.mark.parametrize("kind", SPOILT)
def test_what_is_spoilt_is_seen_as_far_as_it_can_be_or_refused(came: Any, kind: str) -> None:
    for every in (30, 300, 3_000):
        for one in came[2][f"spoilt {every}.{kind}"]:
            assert (one.status is Status.ADDED) == (one.photo is not None) == (not one.reason)
            assert one.status is Status.ADDED or one.reason.startswith((CUT, DAMAGED, NO_PICTURE))


def test_what_is_no_file_is_named_too(came: Any) -> None:
    reasons = {name: [one.reason for one in found] for name, found in came[2].items()}
    assert reasons["gone.jpg"] == ["There is no such file."]
    assert reasons["empty folder.jpg"] == ["There is nothing in this folder."]
    assert reasons["enormous.tif"][0].startswith(TOO_BIG)
    if os.name != "nt":
        assert reasons["loop.jpg"] == ["It is a link that only leads back to itself."]


def test_nothing_in_the_heap_goes_unsaid(came: Any) -> None:
    said = set(came[2])
    assert said >= {*GOOD, *OTHER, *BAD}
    assert len(photos(came[1])) == sum(
        one.status is Status.ADDED for found in came[2].values() for one in found
    )


def test_the_first_page_of_a_scan_is_its_whole_page_where_a_small_copy_lies_before_it(
    came: Any,
) -> None:
    (one,) = came[2]["small copy first.tif"]
    assert (one.width, one.height, one.page) == (96, 64, 0)


def test_names_are_kept_as_they_are(came: Any) -> None:
    kept = {one.file_name for one in came[1].records.of(Original)}
    assert {Path(name).name for name in GOOD} <= kept
