"""A picture stands the right way up, turned once, whichever way its file says so."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, ImageOps

from lifestory.domain.edits import Crop, Grey, Region, Turn
from lifestory.photos.upright import Pose
from lifestory.photos.workers import Workers

UPRIGHT = ["red", "green", "blue", "sand"]
LAID_DOWN = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How the stored pixels lie when EXIF says so, from the upright picture."""

EXIF_UPRIGHT = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01"
"""The orientation field as big-endian EXIF writes it, saying upright."""


def laid_down(image: Image.Image, orientation: int) -> Image.Image:
    how = LAID_DOWN[orientation]
    return image if how is None else image.transpose(how)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "TIFF packed", "WEBP"])
def test_every_orientation_comes_out_upright(
    pictures: Any, workers: Workers, rendition: Any, kind: str, orientation: int
) -> None:
    how = {"compression": "tiff_lzw"} if kind == "TIFF packed" else {}
    stored = laid_down(pictures.quarters(), orientation)
    data = pictures.file(stored, kind.partition(" ")[0], exif=pictures.exif(orientation), **how)
    assert pictures.opened(data).getexif().get(274, 1) == orientation or kind.startswith("TIFF")

    seen = workers.look(data, "a.jpg")
    printed = workers.render(data, rendition())

    assert (seen.looked.width, seen.looked.height) == (96, 64)
    assert pictures.opened(seen.thumbnail).size == pictures.opened(printed).size == (96, 64)
    assert pictures.corners(seen.thumbnail) == pictures.corners(printed) == UPRIGHT


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["HEIF", "AVIF"])
def test_every_turn_and_mirror_that_a_telephone_writes_comes_out_upright(
    pictures: Any, workers: Workers, rendition: Any, kind: str, orientation: int
) -> None:
    """The encoder writes it as irot and imir, as telephones do."""
    stored = laid_down(pictures.quarters(), orientation)
    data = pictures.file(stored, kind, exif=pictures.exif(orientation).tobytes())
    assert orientation == 1 or b"irot" in data or b"imir" in data

    seen = workers.look(data, "a.heic")
    covered = rendition(covered=(Region(48, 0, 48, 32),))

    assert (seen.looked.width, seen.looked.height) == (96, 64)
    assert pictures.corners(seen.thumbnail) == UPRIGHT
    assert pictures.corners(workers.render(data, rendition())) == UPRIGHT
    top, hidden, *below = pictures.corners(workers.render(data, covered))
    assert [top, *below] == ["red", "blue", "sand"]
    assert hidden != "green"


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_heic_that_carries_its_turn_twice_is_turned_once(
    pictures: Any, workers: Workers, rendition: Any, orientation: int
) -> None:
    stored = laid_down(pictures.quarters(), orientation)
    data = pictures.file(stored, "HEIF", exif=pictures.exif(orientation).tobytes())
    if (written := data.find(EXIF_UPRIGHT)) != -1:  # the encoder turned by irot and took this out
        at = written + len(EXIF_UPRIGHT) - 1
        data = data[:at] + bytes([orientation]) + data[at + 1 :]
    assert b"irot" in data
    assert EXIF_UPRIGHT[:-1] + bytes([orientation]) in data

    seen = workers.look(data, "IMG_0001.HEIC")

    assert seen.looked.media_type == "image/heic"
    assert (seen.looked.width, seen.looked.height) == (96, 64)
    assert pictures.corners(seen.thumbnail) == UPRIGHT
    assert pictures.corners(workers.render(data, rendition())) == UPRIGHT


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_covered_corner_is_that_corner_of_the_upright_picture(
    pictures: Any, workers: Workers, rendition: Any, orientation: int
) -> None:
    stored = laid_down(pictures.quarters(), orientation)
    data = pictures.file(stored, "PNG", exif=pictures.exif(orientation))
    out = pictures.opened(workers.render(data, rendition(covered=(Region(48, 0, 48, 32),))))
    seen = {pictures.nearest(colour) for _, colour in out.getcolors(1 << 20) if _ > 200}
    assert "green" not in seen
    assert pictures.nearest(out.getpixel((24, 16))) == "red"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turn_then_crop_cuts_the_turned_picture(
    pictures: Any, workers: Workers, rendition: Any, orientation: int, quarters: int
) -> None:
    upright = pictures.quarters()
    data = pictures.file(laid_down(upright, orientation), "PNG", exif=pictures.exif(orientation))
    out = workers.render(data, rendition(Turn(quarters), Crop(0, 0, 0.5, 0.5)))
    turned = upright.rotate(-90 * quarters, expand=True)
    assert pictures.opened(out).size == (turned.width // 2, turned.height // 2)
    wanted = pictures.nearest(turned.getpixel((4, 4)))
    assert pictures.corners(out) == [wanted] * 4


def test_crop_then_turn_cuts_first(pictures: Any, workers: Workers, rendition: Any) -> None:
    data = pictures.file(pictures.quarters(), "PNG")
    out = workers.render(data, rendition(Crop(0, 0, 1, 0.5), Turn(1)))
    assert pictures.opened(out).size == (32, 96)
    assert pictures.corners(out) == ["red", "red", "green", "green"]


def test_two_crops_cut_one_after_the_other(pictures: Any, workers: Workers, rendition: Any) -> None:
    data = pictures.file(pictures.quarters(), "PNG")
    out = workers.render(data, rendition(Crop(0.5, 0, 0.5, 1), Crop(0, 0.5, 1, 0.5)))
    assert pictures.opened(out).size == (48, 32)
    assert pictures.corners(out) == ["sand"] * 4


def test_a_crop_to_nothing_still_leaves_a_pixel(
    pictures: Any, workers: Workers, rendition: Any
) -> None:
    data = pictures.file(pictures.quarters(), "PNG")
    for crop in (Crop(1, 1, 0, 0), Crop(2, -3, -1, 0), Crop(0.5, 0.5, 0, 9)):
        assert min(pictures.opened(workers.render(data, rendition(crop))).size) >= 1


def test_black_and_white_has_no_colour(pictures: Any, workers: Workers, rendition: Any) -> None:
    out = pictures.opened(
        workers.render(pictures.file(pictures.quarters(), "PNG"), rendition(Grey()))
    )
    red, green, blue = out.convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_box_goes_back_to_the_pixels_it_was_seen_on(orientation: int) -> None:
    stored = Image.new("L", (7, 5))
    stored.putpixel((1, 3), 255)
    pose = Pose.from_exif(orientation)
    upright = pose.of(stored)
    stored.getexif()[274] = orientation
    assert upright.tobytes() == ImageOps.exif_transpose(stored).tobytes()
    left, top, right, bottom = upright.getbbox() or (0, 0, 0, 0)
    assert pose.back((left, top, right, bottom), *upright.size) == (1, 3, 2, 4)
