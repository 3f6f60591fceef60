"""The prints on a scan are found, however they lie, and a single picture is left whole."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, ImageDraw

from lifestory import assets
from lifestory.domain.edits import Piece
from lifestory.photos.workers import Workers

PLACES = ((320, 300), (900, 280), (300, 880), (880, 900))
LEANS = (0.0, 6.0, -8.5, 2.5)


def scan(pictures: Any, lid: tuple[int, int, int]) -> tuple[Image.Image, list[Piece]]:
    """Four prints on a scanner with a lid of that colour, and where they lie."""
    sheet = Image.new("RGB", (1200, 1200), lid)
    lie = []
    for (x, y), lean in zip(PLACES, LEANS, strict=True):
        small = pictures.quarters(360, 240)
        turned = small.convert("RGBA").rotate(-lean, Image.Resampling.BICUBIC, expand=True)
        sheet.paste(turned, (x - turned.width // 2, y - turned.height // 2), turned)
        lie.append(Piece(x - 180, y - 120, 360, 240, lean))
    return Image.blend(sheet, Image.effect_noise(sheet.size, 12).convert("RGB"), 0.03), lie


@pytest.mark.parametrize("lid", [(252, 252, 250), (20, 22, 24)], ids=["white lid", "black lid"])
def test_four_prints_are_found_where_they_lie(
    pictures: Any, workers: Workers, lid: tuple[int, int, int]
) -> None:
    sheet, lie = scan(pictures, lid)
    found = workers.prints_on(pictures.file(sheet))
    assert len(found) == 4
    for one, there in zip(found, lie, strict=True):
        assert one.lean == pytest.approx(there.lean, abs=0.7)
        for got, wanted in (
            (one.left, there.left), (one.top, there.top),
            (one.width, there.width), (one.height, there.height),
        ):  # fmt: skip
            assert got == pytest.approx(wanted, abs=9)


def test_a_picture_that_fills_the_page_is_no_scan_of_several(
    pictures: Any, workers: Workers
) -> None:
    assert workers.prints_on(pictures.file(pictures.quarters(900, 600))) == ()
    assert workers.prints_on(pictures.file(Image.new("RGB", (900, 600), "white"))) == ()


def test_what_stands_alone_within_a_picture_is_no_print_of_its_own(
    pictures: Any, workers: Workers
) -> None:
    # A house on a lawn as even as a lid, and a bush in the corner that it leaves.
    garden = Image.new("RGB", (900, 600), (90, 120, 60))
    draw = ImageDraw.Draw(garden)
    draw.rectangle((10, 10, 890, 590), fill=(200, 90, 70))
    draw.rectangle((600, 400, 900, 600), fill=(90, 120, 60))
    draw.rectangle((700, 450, 820, 550), fill=(20, 30, 200))
    assert workers.prints_on(pictures.file(garden)) == ()


PLAIN = ("IMG-20241226-WA0002", "biscuit-the-dog", "portrait-pat", "print-kelly", "print-newborn")


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_photo_is_no_scan_of_a_print(workers: Workers, name: str) -> None:
    assert (
        workers.prints_on(assets.path("sample/robin/originals", f"{name}.jpg").read_bytes()) == ()
    )


def test_the_ground_under_an_even_sky_is_no_print(pictures: Any, workers: Workers) -> None:
    outside = Image.new("RGB", (900, 600), (250, 250, 250))
    ImageDraw.Draw(outside).rectangle((0, 150, 900, 600), fill=(70, 90, 50))
    assert workers.prints_on(pictures.file(outside)) == ()


def test_prints_are_found_on_a_lid_that_darkens_to_one_side_and_at_its_corners(
    pictures: Any, workers: Workers
) -> None:
    shade = Image.linear_gradient("L").resize((1200, 900)).point(lambda level: 236 + level // 16)
    sheet = shade.convert("RGB")
    for at in ((0, 0), (960, 0), (0, 740), (960, 740)):
        sheet.paste(pictures.quarters(240, 160), at)
    assert len(workers.prints_on(pictures.file(sheet))) == 4


def test_dust_and_a_thumb_are_no_prints(pictures: Any, workers: Workers) -> None:
    sheet, lie = scan(pictures, (250, 250, 250))
    for at in ((40, 40), (600, 600), (1100, 590)):
        sheet.paste((90, 80, 70), (*at, at[0] + 14, at[1] + 9))
    assert len(workers.prints_on(pictures.file(sheet))) == len(lie)
