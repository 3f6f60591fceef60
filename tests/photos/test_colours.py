"""Colours come out as their profile means them, within what a JPEG may change."""

from __future__ import annotations

import struct
from io import BytesIO
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from PIL import Image, ImageCms

from lifestory.domain.edits import Recipe
from lifestory.domain.media import Rendition
from lifestory.photos.workers import Workers

PATCHES = (
    (220, 30, 30), (30, 160, 30), (30, 30, 220), (230, 200, 140), (128, 128, 128), (10, 10, 10),
    (250, 250, 250),
)  # fmt: skip
SIDE = 48
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
"""Red, green and blue of these colour spaces as XYZ under D50. Source: their specifications."""


def fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def profile(kind: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A colour profile of version 2. Source: ICC.1:2001-04."""
    words = b"desc" + bytes(4) + struct.pack(">I", 5) + b"mine\0" + bytes(78)
    tags = {b"desc": words, b"wtpt": b"XYZ " + bytes(4) + fixed(0.9642, 1.0, 0.8249), **tags}
    table, body, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s", 0, bytes(4), 0x02400000, kind, space, connection)
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1.0, 0.8249) + bytes(48)
    whole = head + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def gamma(value: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(value * 256)) + bytes(2)


def of_three(colours: tuple[tuple[float, ...], ...]) -> bytes:
    """A display: three colours of light, and how bright they get."""
    tags = {
        name: b"XYZ " + bytes(4) + fixed(*at)
        for name, at in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colours, strict=True)
    }
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), gamma(2.2))
    return profile(b"mntr", b"RGB ", b"XYZ ", tags)


def of_grey() -> bytes:
    return profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": gamma(1.2)})


def of_inks() -> bytes:
    """A press whose inks are paler than pure ones: the Lab of every full ink over every other."""
    even = bytes(range(256))
    corners = bytearray()
    for cyan, magenta, yellow, black in product((0, 1), repeat=4):
        light = max(8, 100 - 38 * cyan - 45 * magenta - 10 * yellow) * (0.15 if black else 1)
        green = -35 * cyan + 70 * magenta - 6 * yellow
        blue = -45 * cyan - 4 * magenta + 85 * yellow
        corners += bytes((round(light * 2.55), 128 + round(green * 0.9), 128 + round(blue * 0.9)))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    return profile(
        b"prtr", b"CMYK", b"Lab ", {b"A2B0": table + even * 4 + bytes(corners) + even * 3}
    )


PROFILES = {
    "Adobe RGB": ("RGB", of_three(ADOBE)),
    "P3": ("RGB", of_three(P3)),
    "grey": ("L", of_grey()),
    "CMYK": ("CMYK", of_inks()),
}


def patches(mode: str) -> Image.Image:
    image = Image.new("RGB", (SIDE * len(PATCHES), SIDE))
    for number, colour in enumerate(PATCHES):
        image.paste(colour, (number * SIDE, 0, (number + 1) * SIDE, SIDE))
    return image.convert(mode)


def meant(image: Image.Image, by: bytes) -> Image.Image:
    """What the profile says, worked out here."""
    converted = ImageCms.profileToProfile(
        image, ImageCms.ImageCmsProfile(BytesIO(by)), ImageCms.createProfile("sRGB"),
        outputMode="RGB",
    )  # fmt: skip
    assert converted is not None
    return converted


def shown(pictures: Any, workers: Workers, data: bytes, ground: str = "") -> Image.Image:
    wanted = Rendition(UUID(int=1), Recipe(), 2000, 2000, ground)
    opened: Image.Image = pictures.opened(workers.render(data, wanted))
    return opened


def furthest(one: Image.Image, other: Image.Image) -> int:
    """Levels by which the middles of the patches differ at most."""
    places = [(number * SIDE + SIDE // 2, SIDE // 2) for number in range(len(PATCHES))]
    return max(apart(one.getpixel(at), other.getpixel(at)) for at in places)


def apart(one: Any, other: Any) -> int:
    return max(abs(int(a) - int(b)) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("which", "kind"),
    [
        ("Adobe RGB", "JPEG"), ("Adobe RGB", "PNG"), ("Adobe RGB", "TIFF"), ("Adobe RGB", "WEBP"),
        ("P3", "HEIF"), ("P3", "AVIF"), ("P3", "JPEG"), ("P3", "PNG"),
        ("grey", "JPEG"), ("grey", "PNG"), ("grey", "TIFF"),
        ("CMYK", "JPEG"), ("CMYK", "TIFF"),
    ],
)  # fmt: skip
def test_a_profile_is_followed_in_every_kind_of_file(
    pictures: Any, workers: Workers, which: str, kind: str
) -> None:
    mode, by = PROFILES[which]
    image = patches(mode)
    how = {"subsampling": 0} if kind == "JPEG" and mode != "L" else {}
    right = meant(image, by)
    out = shown(pictures, workers, pictures.file(image, kind, icc_profile=by, **how))
    assert furthest(out, right) <= 4
    assert furthest(image.convert("RGB"), right) > 20, "else nothing is shown by this"


def test_four_inks_without_a_profile_are_what_pillow_takes_them_for(
    pictures: Any, workers: Workers
) -> None:
    image = patches("CMYK")
    for kind in ("JPEG", "TIFF"):
        out = shown(pictures, workers, pictures.file(image, kind))
        assert furthest(out, image.convert("RGB")) <= 4


def test_a_picture_in_lab_comes_out_as_it_was(pictures: Any, workers: Workers) -> None:
    lab = ImageCms.createProfile("LAB")
    srgb = ImageCms.createProfile("sRGB")
    image = ImageCms.profileToProfile(patches("RGB"), srgb, lab, outputMode="LAB")
    assert image is not None
    out = shown(pictures, workers, pictures.file(image, "TIFF"))
    assert furthest(out, patches("RGB")) <= 5


def test_a_grey_of_sixteen_bits_follows_its_profile(pictures: Any, workers: Workers) -> None:
    grey = patches("L")
    deep = grey.point(lambda value: value * 257, "I").convert("I;16")
    out = shown(pictures, workers, pictures.file(deep, "PNG", icc_profile=of_grey()))
    assert furthest(out, meant(grey, of_grey())) <= 3


@pytest.mark.parametrize(("mode", "which"), [("RGBA", "P3"), ("LA", "grey")])
def test_a_profile_changes_the_picture_and_not_the_ground_it_lies_on(
    pictures: Any, workers: Workers, mode: str, which: str
) -> None:
    image = patches(mode)
    image.paste(Image.new(mode, (SIDE, SIDE)), (0, 0))  # the first patch is see-through
    by = PROFILES[which][1]
    data = pictures.file(image, "PNG", icc_profile=by)
    out = shown(pictures, workers, data, "#e6c88c")
    right = meant(patches(PROFILES[which][0]), by)
    right.paste("#e6c88c", (0, 0, SIDE, SIDE))
    assert furthest(out, right) <= 4


def test_colours_are_converted_once_the_picture_is_small(pictures: Any) -> None:
    """A photo of 48 megapixels with a profile costs no more memory than its pixels and a little."""
    image = Image.new("RGB", (8000, 6000), PATCHES[0])
    data = pictures.file(image, "PNG", icc_profile=of_three(P3), compress_level=1)
    with Workers(1, megabytes=256, huge_megabytes=256) as pool:
        out = pictures.opened(pool.look(data, "a.png").thumbnail)
    right = meant(patches("RGB"), of_three(P3)).getpixel((9, 9))
    assert apart(out.getpixel((9, 9)), right) <= 4
