"""What an edit does to the pixels: pieces of a scan, straightening, restoring."""

from __future__ import annotations

from typing import Any

from PIL import Image, ImageDraw, ImageStat

from lifestory.domain.edits import Crop, Grey, Piece, Recipe, Restore, Straighten, Turn
from lifestory.domain.media import Rendition
from lifestory.photos.fitting import render


def of(recipe: Recipe, rendition: Any, box: int = 1000) -> Rendition:
    made: Rendition = rendition(box=(box, box))
    return Rendition(made.original, recipe, box, box)


def glass(lean: float = 0) -> Image.Image:
    """A white sheet of 600 × 400 with a print of 200 × 120 about (300, 200), leaning clockwise."""
    sheet = Image.new("RGB", (600, 400), "white")
    small = Image.new("RGB", (200, 120), (30, 160, 30))
    ImageDraw.Draw(small).rectangle((0, 0, 199, 59), (220, 30, 30))
    turned = small.convert("RGBA").rotate(-lean, Image.Resampling.BICUBIC, expand=True)
    sheet.paste(turned, (300 - turned.width // 2, 200 - turned.height // 2), turned)
    return sheet


def test_a_piece_is_that_print_of_the_scan_and_no_more(pictures: Any, rendition: Any) -> None:
    for lean in (0, 7.5, -20):
        data = pictures.file(glass(lean), "PNG")
        recipe = Recipe(piece=Piece(200, 140, 200, 120, lean))
        out = pictures.opened(render(data, of(recipe, rendition)))
        assert out.size == recipe.size(600, 400) == (200, 120)
        assert pictures.nearest(out.getpixel((6, 6))) == "red"
        assert pictures.nearest(out.getpixel((193, 53))) == "red"
        assert pictures.nearest(out.getpixel((6, 113))) == "green"
        assert pictures.nearest(out.getpixel((193, 67))) == "green"


def test_a_piece_is_turned_and_cut_like_any_picture(pictures: Any, rendition: Any) -> None:
    data = pictures.file(glass(10), "PNG")
    recipe = Recipe(piece=Piece(200, 140, 200, 120, 10), edits=(Turn(1), Crop(0.5, 0, 0.5, 1)))
    out = pictures.opened(render(data, of(recipe, rendition)))
    assert out.size == recipe.size(600, 400) == (60, 200)
    assert {pictures.nearest(out.getpixel((x, y))) for x in (8, 52) for y in (9, 190)} == {"red"}


def test_a_piece_over_the_edge_of_the_glass_is_white_there(pictures: Any, rendition: Any) -> None:
    data = pictures.file(Image.new("RGB", (100, 100), (220, 30, 30)), "PNG")
    out = pictures.opened(render(data, of(Recipe(piece=Piece(50, 0, 100, 100)), rendition)))
    assert out.size == (100, 100)
    assert min(out.getpixel((90, 50))) > 240
    assert pictures.nearest(out.getpixel((10, 50))) == "red"


def test_a_straightened_picture_has_no_empty_corner(pictures: Any, rendition: Any) -> None:
    data = pictures.file(Image.new("RGB", (600, 400), (230, 200, 140)), "PNG")
    for degrees in (-15, -3, 0.5, 8):
        recipe = Recipe(edits=(Straighten(degrees),))
        out = pictures.opened(render(data, of(recipe, rendition)))
        wanted = recipe.size(600, 400)
        assert abs(out.width - wanted[0]) <= 1
        assert abs(out.height - wanted[1]) <= 1
        assert min(low for low, _ in out.getextrema()) > 120


def test_straightening_levels_what_leans(pictures: Any, rendition: Any) -> None:
    level = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(level).rectangle((0, 200, 599, 399), (30, 30, 220))
    data = pictures.file(level.rotate(6, Image.Resampling.BICUBIC), "PNG")  # the right end is up
    out = pictures.opened(render(data, of(Recipe(edits=(Straighten(6),)), rendition)))
    ends = [
        next(y for y in range(out.height) if out.getpixel((x, y))[0] < 128)
        for x in (5, out.width - 6)
    ]
    assert abs(ends[0] - ends[1]) <= 2


def test_a_faded_print_comes_back_gently(pictures: Any, rendition: Any) -> None:
    faded = Image.linear_gradient("L").point(lambda value: 90 + value * 0.5)
    faded = Image.merge("RGB", (faded.point(lambda v: min(v + 30, 255)), faded, faded))
    data = pictures.file(faded, "PNG")
    before, half, whole = (
        pictures.opened(render(data, of(Recipe(edits=edits), rendition)))
        for edits in ((), (Restore(0.5),), (Restore(1.0),))
    )
    spread = [ImageStat.Stat(one.convert("L")).stddev[0] for one in (before, half, whole)]
    assert spread[0] * 1.2 < spread[1] < spread[2]
    tint = [
        abs(ImageStat.Stat(one).mean[0] - ImageStat.Stat(one).mean[2]) for one in (before, whole)
    ]
    assert tint[1] < tint[0] / 4


def test_a_good_print_is_left_as_it_is(pictures: Any, rendition: Any) -> None:
    data = pictures.file(Image.linear_gradient("L").convert("RGB"), "PNG")
    before = pictures.opened(render(data, of(Recipe(), rendition)))
    grey = render(data, of(Recipe(edits=(Restore(1.0), Grey())), rendition))
    after = pictures.opened(grey)
    assert after.mode == "L", "grey alone, which a colour printer prints in black"
    near = [abs(before.getpixel((9, y))[0] - after.getpixel((9, y))) for y in range(256)]
    assert max(near) <= 6
