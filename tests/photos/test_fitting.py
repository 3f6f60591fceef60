"""What is printed is newly drawn: sRGB, in its box, and blind to what was covered."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms

from lifestory.domain.edits import Crop, Region, Turn
from lifestory.photos.fitting import render
from lifestory.photos.workers import Workers


def test_it_fits_the_box_and_keeps_its_shape(
    pictures: Any, workers: Workers, rendition: Any
) -> None:
    data = pictures.file(pictures.quarters(1200, 800))
    assert pictures.opened(workers.render(data, rendition(box=(300, 300)))).size == (300, 200)
    assert pictures.opened(workers.render(data, rendition(box=(300, 100)))).size == (150, 100)
    assert pictures.opened(workers.render(data, rendition(Turn(1), box=(300, 300)))).size == (
        200,
        300,
    )


def test_it_is_never_made_bigger_and_yet_newly_encoded(
    pictures: Any, workers: Workers, rendition: Any
) -> None:
    data = pictures.file(pictures.quarters(), exif=pictures.exif())
    out = workers.render(data, rendition(box=(5000, 5000)))
    assert pictures.opened(out).size == (96, 64)
    assert out != data
    assert b"MARKER" not in out


def test_the_thumbnail_is_320_pixels_long(pictures: Any, workers: Workers) -> None:
    seen = workers.look(pictures.file(pictures.quarters(1500, 1000)), "a")
    assert pictures.opened(seen.thumbnail).size == (320, 213)
    assert pictures.corners(seen.thumbnail) == ["red", "green", "blue", "sand"]


def test_a_sliver_keeps_a_pixel(pictures: Any, workers: Workers, rendition: Any) -> None:
    data = pictures.file(Image.new("RGB", (4000, 3)))
    assert pictures.opened(workers.render(data, rendition(box=(100, 100)))).size == (100, 1)


def test_the_same_bytes_come_from_the_same_recipe(
    pictures: Any, workers: Workers, rendition: Any
) -> None:
    data = pictures.file(pictures.quarters(900, 700))
    wanted = rendition(
        Turn(1), Crop(0.1, 0.2, 0.5, 0.5), covered=(Region(9, 9, 99, 99),), box=(200, 200)
    )
    assert workers.render(data, wanted) == workers.render(data, wanted) == render(data, wanted)


def test_cmyk_becomes_srgb(pictures: Any, workers: Workers, rendition: Any) -> None:
    image = pictures.quarters().convert("CMYK")
    for kind in ("JPEG", "TIFF"):
        out = workers.render(pictures.file(image, kind), rendition())
        assert pictures.opened(out).mode == "RGB"
        assert pictures.corners(out) == ["red", "green", "blue", "sand"]


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "PA", "RGBA", "I;16", "I", "F", "YCbCr", "LAB"]
)
def test_every_way_of_storing_colours_prints(
    pictures: Any, workers: Workers, rendition: Any, mode: str
) -> None:
    light, dark = Image.new("L", (40, 40), 250), Image.new("L", (20, 40), 5)
    light.paste(dark, (0, 0))
    if mode in {"I;16", "I"}:
        image = Image.new(mode, (40, 40), 64000)
        image.paste(1280, (0, 0, 20, 40))
    elif mode == "LAB":
        image = light.convert("RGB")
        lab = ImageCms.createProfile("LAB")
        converted = ImageCms.profileToProfile(
            image, ImageCms.createProfile("sRGB"), lab, outputMode="LAB"
        )
        assert converted is not None
        image = converted
    elif mode == "PA":
        image = light.convert("P").convert("PA")
    else:
        image = light.convert(mode)
    kind = "TIFF" if mode in {"F", "YCbCr", "LAB", "PA", "I"} else "PNG"
    if mode == "PA":
        kind = "PNG"
        image = image.convert("P")
        image.info["transparency"] = 255
    out = pictures.opened(workers.render(pictures.file(image, kind), rendition()))
    assert out.mode == "RGB"
    assert out.convert("L").getpixel((10, 20)) < 60
    assert out.convert("L").getpixel((30, 20)) > 200


def test_what_was_transparent_is_white(pictures: Any, workers: Workers, rendition: Any) -> None:
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    for kind in ("PNG", "WEBP"):
        out = pictures.opened(
            workers.render(pictures.file(image, kind, lossless=True), rendition())
        )
        assert out.getpixel((20, 20)) == (255, 255, 255)


def test_a_colour_profile_is_followed(pictures: Any, workers: Workers, rendition: Any) -> None:
    swapped = swapped_profile()
    data = pictures.file(Image.new("RGB", (40, 40), (220, 30, 30)), "PNG", icc_profile=swapped)
    out = pictures.opened(workers.render(data, rendition()))
    assert pictures.nearest(out.getpixel((20, 20))) == "blue"


def swapped_profile() -> bytes:
    """A real profile in which red and blue have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for name, other in ((b"rXYZ", b"xXYZ"), (b"bXYZ", b"rXYZ"), (b"xXYZ", b"bXYZ")):
        at = profile.index(name, 128)
        profile[at : at + 4] = other
    assert b"s\0R\0G\0B" in profile
    return bytes(profile).replace(b"s\0R\0G\0B", b"o\0d\0d\0x")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    left=st.integers(-20, 90), top=st.integers(-20, 60),
    width=st.integers(1, 120), height=st.integers(1, 90),
    orientation=st.integers(1, 8), box=st.integers(5, 200),
    kind=st.sampled_from(["PNG", "TIFF"]), mode=st.sampled_from(["RGB", "L", "RGBA", "CMYK"]),
)  # fmt: skip
def test_two_pictures_that_differ_only_under_the_cover_print_the_same_bytes(
    pictures: Any, rendition: Any, left: int, top: int, width: int, height: int,
    orientation: int, box: int, kind: str, mode: str,
) -> None:  # fmt: skip
    assume(kind == "TIFF" or mode != "CMYK")
    one = pictures.quarters().convert(mode)
    other = one.copy()
    bounds = (max(0, left), max(0, top), min(96, left + width), min(64, top + height))
    assume(bounds[0] < bounds[2] and bounds[1] < bounds[3])
    face = Image.effect_noise((bounds[2] - bounds[0], bounds[3] - bounds[1]), 90).convert(mode)
    other.paste(face, bounds[:2])
    wanted = rendition(
        Turn(1), Crop(0.1, 0, 0.8, 1), covered=(Region(left, top, width, height),), box=(box, box)
    )
    outs = []
    for image in (one, other):
        stored = unturned(image, orientation)
        outs.append(render(pictures.file(stored, kind, exif=pictures.exif(orientation)), wanted))
    assert outs[0] == outs[1]


def unturned(image: Image.Image, orientation: int) -> Image.Image:
    """The stored pixels that are upright once turned as EXIF says."""
    how = Image.Transpose
    ways = {2: how.FLIP_LEFT_RIGHT, 3: how.ROTATE_180, 4: how.FLIP_TOP_BOTTOM, 5: how.TRANSPOSE,
            6: how.ROTATE_90, 7: how.TRANSVERSE, 8: how.ROTATE_270}  # fmt: skip
    return image.transpose(ways[orientation]) if orientation in ways else image


def test_overlapping_covers_hide_what_lies_under_both(pictures: Any, rendition: Any) -> None:
    one, other = pictures.quarters(), pictures.quarters()
    for place in ((30, 20), (44, 30)):
        other.paste(Image.effect_noise((14, 10), 90).convert("RGB"), place)
    wanted = rendition(
        covered=(Region(30, 20, 16, 12), Region(44, 30, 14, 10), Region(58, 20, 9, 9))
    )
    assert ImageChops.difference(one, other).getbbox()
    assert render(pictures.file(one, "PNG"), wanted) == render(pictures.file(other, "PNG"), wanted)


def test_a_cover_leaves_what_is_outside_alone(pictures: Any, rendition: Any) -> None:
    data = pictures.file(pictures.quarters(960, 640), "PNG")
    bare = pictures.opened(render(data, rendition()))
    covered = pictures.opened(render(data, rendition(covered=(Region(400, 200, 160, 160),))))
    changed = ImageChops.difference(bare, covered).point(lambda value: 255 if value > 24 else 0)
    bounds = changed.getbbox()
    assert bounds is not None
    assert bounds[0] >= 392
    assert bounds[1] >= 192
    assert bounds[2] <= 568
    assert bounds[3] <= 368


def test_a_picture_covered_whole_shows_nothing(pictures: Any, rendition: Any) -> None:
    data = pictures.file(pictures.quarters(), "JPEG")
    out = pictures.opened(render(data, rendition(covered=(Region(-5, -5, 900, 900),))))
    assert len(out.getcolors() or ()) == 1


def test_a_face_in_a_big_jpeg_is_gone_after_shrinking(pictures: Any, rendition: Any) -> None:
    """Where pixels are merged before they are covered, a border of them would show through."""
    outs = []
    for colour in ("white", "black"):
        image = Image.new("RGB", (1600, 1600), (120, 120, 120))
        image.paste(colour, (784, 784, 816, 816))
        data = pictures.file(image, quality=100, subsampling=0)
        outs.append(render(data, rendition(covered=(Region(768, 768, 64, 64),), box=(200, 200))))
    assert outs[0] == outs[1]
