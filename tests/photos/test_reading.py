"""A file is what its content is; what can't be used is refused with its own reason."""

from __future__ import annotations

import io
import struct
import tarfile
import zlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from lifestory.photos.fitting import thumbnail
from lifestory.photos.reading import looked, opened, refusing
from lifestory.photos.refusals import (
    CutShort,
    Damaged,
    EmptyFile,
    NotAPicture,
    Refused,
    TooBig,
)
from lifestory.photos.workers import Workers

KINDS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "TIFF": "image/tiff",
    "WEBP": "image/webp",
    "HEIF": "image/heic",
}


def claiming(width: int, height: int) -> bytes:
    """A small, valid PNG head that claims to be that big."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1 << 20))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_says_what_it_is_whatever_the_name(
    pictures: Any, workers: Workers, kind: str
) -> None:
    seen = workers.look(pictures.file(pictures.quarters(), kind), "holiday.txt")
    assert seen.looked.media_type == KINDS[kind]
    assert (seen.looked.width, seen.looked.height) == (96, 64)


@pytest.mark.parametrize("kind", KINDS)
def test_gps_is_noticed_and_does_not_come_out(
    pictures: Any, workers: Workers, rendition: Any, kind: str
) -> None:
    exif = pictures.exif(taken="2016:04:09 10:11:12", gps=True).tobytes()
    data = pictures.file(pictures.quarters(), kind, exif=exif, xmp=b"MARKER-OF-XMP")
    assert b"MARKER-OF-A-CAMERA" in data

    seen = workers.look(data, "a.jpg")

    assert seen.looked.had_gps
    for out in (seen.thumbnail, workers.render(data, rendition())):
        assert not any(mark in out for mark in (b"MARKER", b"Exif", b"2016:04", b"ICC_PROFILE"))
        again = pictures.opened(out)
        assert not again.getexif()
        assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_without_gps_has_none(pictures: Any, workers: Workers, kind: str) -> None:
    exif = pictures.exif(taken="2016:04:09 10:11:12").tobytes()
    assert not workers.look(pictures.file(pictures.quarters(), kind, exif=exif), "a").looked.had_gps


def test_gps_in_xmp_is_noticed(pictures: Any, workers: Workers) -> None:
    xmp = b'<rdf:Description exif:GPSLatitude="52,55.2N"/>'
    assert workers.look(pictures.file(pictures.quarters(), xmp=xmp), "a").looked.had_gps


def test_a_comment_in_a_jpeg_does_not_come_out(
    pictures: Any, workers: Workers, rendition: Any
) -> None:
    data = pictures.file(pictures.quarters(), comment=b"MARKER of the school")
    assert b"MARKER" in data
    assert b"MARKER" not in workers.render(data, rendition())


def archive() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as folder:
        folder.addfile(tarfile.TarInfo("photos/"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", EmptyFile),
        (b"Dear Robin, this is a letter.", NotAPicture),
        (b"%PDF-1.7 and so on", Damaged),
        (b"GIF89a" + bytes(20), Refused),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", NotAPicture),
        (archive(), NotAPicture),
        (b"\xff\xd8\xff", Refused),
        (claiming(30_000, 30_000), TooBig),
        (claiming(60_000, 4_000), TooBig),
    ],
)
def test_what_is_no_good_is_refused_with_its_reason(
    workers: Workers, rendition: Any, data: bytes, reason: type[Refused]
) -> None:
    for ask in (lambda: workers.look(data, "a.jpg"), lambda: workers.render(data, rendition())):
        with pytest.raises(reason) as refused:
            ask()
        assert refused.value.message
        assert refused.value.remedy


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_picture_is_cut_short(pictures: Any, workers: Workers, kind: str) -> None:
    data = pictures.file(Image.effect_noise((300, 200), 60).convert("RGB"), kind)
    with pytest.raises(CutShort):
        workers.look(data[: len(data) * 2 // 3], "a")


@pytest.mark.parametrize("kind", KINDS)
def test_every_reason_names_no_file(pictures: Any, workers: Workers, kind: str) -> None:
    with pytest.raises(Refused) as refused:
        workers.look(pictures.file(pictures.quarters(), kind)[:-40], "Robin-Smith.jpg")
    assert "Robin" not in str(refused.value)


def test_a_200_megapixel_telephone_is_not_too_big() -> None:
    head = io.BytesIO()
    Image.new("1", (16_384, 12_288)).save(head, "PNG", compress_level=1)
    assert opened(head.getvalue()).width == 16_384


def test_a_broken_colour_profile_does_not_cost_the_picture(
    pictures: Any, workers: Workers, rendition: Any
) -> None:
    data = pictures.file(pictures.quarters(), icc_profile=b"no profile at all")
    assert pictures.corners(workers.render(data, rendition()))[0] == "red"


def test_broken_exif_does_not_cost_the_picture(pictures: Any, workers: Workers) -> None:
    data = pictures.file(pictures.quarters(), exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + bytes(40))
    seen = workers.look(data, "2016-08-14.jpg")
    assert (seen.looked.taken.iso, seen.looked.had_gps) == ("2016-08-14", False)


@pytest.mark.filterwarnings("ignore")  # decoders warn of what is refused a moment later
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(sorted(KINDS)),
    keep=st.floats(0, 1),
    flips=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), max_size=8),
)
def test_a_spoilt_file_is_read_or_refused_and_never_anything_else(
    pictures: Any, workers: Workers, kind: str, keep: float, flips: list[tuple[float, int]]
) -> None:
    whole = pictures.file(pictures.quarters(), kind, exif=pictures.exif(6, gps=True).tobytes())
    data = bytearray(whole[: max(1, round(len(whole) * keep))])
    for where, change in flips:
        data[min(len(data) - 1, int(len(data) * where))] ^= change
    try:
        seen = workers.look(bytes(data), "IMG-20240312-WA0007.jpg")
    except Refused:
        return
    assert seen.thumbnail.startswith(b"\xff\xd8")


def test_the_bare_functions_refuse_just_so(pictures: Any) -> None:
    with pytest.raises(Damaged), refusing(b""):
        raise ValueError
    with pytest.raises(EmptyFile):
        thumbnail(b"")
    data = pictures.file(pictures.quarters())
    picture = opened(data)
    assert looked(picture, data, "2016.jpg").taken.iso == "2016"
