"""What was planned is what is printed: real PDFs, read back and looked at as pixels."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from lifestory.domain.media import Rendition
from lifestory.domain.plans import Art, Box, Outline, PagePlan, Picture, Shape, Stroke, Words
from lifestory.pdf.draw import draw
from lifestory.pdf.images import NotOurPixels
from lifestory.pdf.readback import page_image, page_pixels, read_back

Plan = Callable[..., PagePlan]
Set = Callable[..., Words]
One = Callable[..., Rendition]
Pixels = Callable[[Rendition], bytes]

NAMES = [
    "Żółć Łukasz Świętosława",
    "Ștefan Țară Ioniță",
    "Llŷr ŵŷ Siân",
    "Žydrūnė Šarūnas ąčęėįšųūž",
    "İbrahim ığşöüç Çağla",
    "Řehoř Růžena ťď",
    "Þóra Æðelíð",
    "“Robin’s” naïve fiancée – ½ €5 … 2017",
]
SQUARE = Outline("MLLLZ", (100, 100, 300, 100, 300, 300, 100, 300))


def art(*shapes: Shape) -> Art:
    return Art("test", Box(0, 0, 595, 842), shapes)


def seen(pdf: bytes, x: float, y: float) -> tuple[int, int, int]:
    """The colour of the first page at a place, in points from the lower left of an A4 sheet."""
    page = page_pixels(pdf, 1, 595)
    at = int(842 - y) * page.stride + int(x) * 4
    red, green, blue = page.pixels[at : at + 3]
    return red, green, blue


def test_names_of_europe_are_found_again(plan: Plan, words: Set, pixels: Pixels) -> None:
    for face in ("andika", "lexend-semibold", "atkinson"):
        printed = read_back(draw([plan(words(*NAMES, face=face))], pixels))
        assert [line.rstrip() for line in printed.pages[0].text.splitlines()] == NAMES


def test_urdu_and_bengali_names_are_found_again(plan: Plan, words: Set, pixels: Pixels) -> None:
    page = plan(words("Robin and عائشہ (2017)", "অনন্যা, ক্ষমা চট্টোপাধ্যায়", "Amina محمد علی"))
    (printed,) = read_back(draw([page], pixels)).pages
    for name in ("عائشہ", "محمد علی", "অনন্যা", "ক্ষমা চট্টোপাধ্যায়", "Robin and 2017"):
        assert printed.says(name)
    assert not printed.says("محمود")


def test_arabic_script_pages_are_found_again(plan: Plan, words: Set, pixels: Pixels) -> None:
    for language in ("ur", "ar"):
        page = plan(words("محمد علی (2017) عائشہ", direction="rtl", language=language))
        assert read_back(draw([page], pixels)).pages[0].says("عائشہ محمد علی 2017")


def test_every_font_is_embedded_and_there_is_no_helvetica(
    plan: Plan, words: Set, pixels: Pixels
) -> None:
    pdf = draw([plan(words("Robin", "عائشہ", "ক্ষমা"), art(Shape(SQUARE)))], pixels)
    fonts = read_back(pdf).fonts
    assert {font.name.partition("+")[2] for font in fonts} == {
        "Andika",
        "NotoNastaliqUrdu-Regular",
        "NotoSansBengali-Regular",
    }
    assert all(font.embedded for font in fonts)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert not any("Helvetica" in str(one.get("/BaseFont", "")) for one in dictionaries(opened))


def dictionaries(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]


def test_a_page_without_words_has_no_font(plan: Plan, pixels: Pixels) -> None:
    assert not read_back(draw([plan(art(Shape(SQUARE, fill="#2C6A43")))], pixels)).fonts


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_another_reader_finds_nothing_wrong(
    plan: Plan, words: Set, rendition: One, pixels: Pixels, tmp_path: Path
) -> None:
    page = plan(words(*NAMES, "عائشہ"), Picture(rendition(), Box(60, 60, 90, 60)), bleed=9)
    file = tmp_path / "book.pdf"
    file.write_bytes(draw([page, plan(number=2)], pixels))
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)


def test_shapes_are_filled_stroked_see_through_and_hollow(plan: Plan, pixels: Pixels) -> None:
    ring = Outline(
        "MLLLZMLLLZ",
        (*SQUARE.points, 150, 150, 250, 150, 250, 250, 150, 250),
    )
    pdf = draw([plan(art(Shape(ring, fill="#2C6A43", even_odd=True)))], pixels)
    assert seen(pdf, 120, 120) == (0x2C, 0x6A, 0x43)
    assert seen(pdf, 200, 200) == (255, 255, 255)
    pdf = draw(
        [plan(art(Shape(SQUARE, "#000000", None, 0.5), Shape(SQUARE, "#000000", None, 0.5)))],
        pixels,
    )
    assert seen(pdf, 200, 200)[0] == pytest.approx(64, abs=2)
    dashed = Shape(Outline("ML", (100, 400, 500, 400)), None, Stroke("#D9583F", 6, (20, 20)))
    pdf = draw([plan(art(dashed))], pixels)
    assert (seen(pdf, 110, 400), seen(pdf, 130, 400)) == ((0xD9, 0x58, 0x3F), (255, 255, 255))


def test_what_follows_something_see_through_is_solid(
    plan: Plan, words: Set, pixels: Pixels
) -> None:
    veil = Shape(Outline("MLLLZ", (0, 0, 10, 0, 10, 10, 0, 10)), "#000000", None, 0.1)
    alone = page_pixels(draw([plan(words("Robin"))], pixels), 1, 595).pixels
    after = page_pixels(draw([plan(art(veil), words("Robin"))], pixels), 1, 595).pixels
    assert min(alone) == min(after)


def test_a_photo_fills_its_box_upright_and_is_cut_to_its_clip(
    plan: Plan, rendition: One, pixels: Pixels
) -> None:
    triangle = Outline("MLLZ", (100, 100, 300, 100, 200, 300))
    edge = Stroke("#00FF00", 4)
    photo = Picture(rendition(), Box(100, 100, 200, 200), triangle, edge)
    pdf = draw([plan(photo)], pixels)
    red, _, blue = seen(pdf, 200, 250)
    assert red > 200 > 100 > blue
    red, _, blue = seen(pdf, 200, 150)
    assert red < 50 < blue
    assert seen(pdf, 105, 290) == (255, 255, 255)
    assert seen(pdf, 200, 100) == (0, 255, 0)


def test_a_photo_used_twice_is_fetched_and_embedded_once(
    plan: Plan, rendition: One, pixels: Pixels
) -> None:
    asked: list[str] = []

    def watched(wanted: Rendition) -> bytes:
        asked.append(wanted.key)
        return pixels(wanted)

    first, second = (Picture(rendition(1), Box(x, 60, 90, 60)) for x in (60, 160))
    other = Picture(rendition(2), Box(60, 60, 90, 60))
    pdf = draw([plan(first, second), plan(other, first, number=2)], watched)
    assert asked == [rendition(1).key, rendition(2).key]
    images = read_back(pdf).images
    assert [(image.page, image.width, image.height) for image in images] == [
        (1, 60, 40),
        (1, 60, 40),
        (2, 60, 40),
        (2, 60, 40),
    ]
    assert images[0].points_wide == pytest.approx(90)
    assert pdf.count(b"/DCTDecode") == 2


def test_a_photo_goes_in_byte_for_byte_and_says_nothing_else(
    plan: Plan, rendition: One, pixels: Pixels
) -> None:
    pdf = draw([plan(Picture(rendition(), Box(60, 60, 90, 60)))], pixels)
    assert pixels(rendition()) in pdf
    assert not any(image.has_metadata for image in read_back(pdf).images)


@pytest.mark.parametrize("carrying", ["exif", "comment", "not a jpeg", "inks"])
def test_pixels_that_are_not_of_our_making_are_refused(
    plan: Plan, rendition: One, carrying: str
) -> None:
    file = BytesIO()
    photo = Image.new("RGB", (60, 40))
    place = Image.Exif()
    place[0x010E] = "51.5 N, 0.1 W"
    if carrying == "exif":
        photo.save(file, "JPEG", exif=place)
    elif carrying == "comment":
        photo.save(file, "JPEG", comment=b"taken at home")
    elif carrying == "inks":
        photo.convert("CMYK").save(file, "JPEG")
    else:
        photo.save(file, "PNG")
    with pytest.raises(NotOurPixels) as refused:
        draw([plan(Picture(rendition(), Box(60, 60, 90, 60)))], lambda _: file.getvalue())
    assert "51.5" not in str(refused.value)


def test_a_photo_at_the_edge_goes_on_beyond_the_cut_and_loses_nothing(
    plan: Plan, rendition: One
) -> None:
    def faces_at_the_edge(wanted: Rendition) -> bytes:
        photo = Image.new("RGB", (wanted.width, wanted.height), "#15294B")
        photo.paste("#D9583F", (0, 0, wanted.width, 2))
        photo.paste("#F4E9D8", (0, 0, 2, wanted.height))
        file = BytesIO()
        photo.save(file, "JPEG", quality=100, subsampling=0)
        return file.getvalue()

    box, beyond = Box(0, 442, 595, 400), Box(-9, 442, 613, 409)
    clip = Outline("MLLLZ", (-9, 442, 604, 442, 604, 851, -9, 851))
    photo = Picture(rendition(), box, clip, beyond=beyond)
    pdf = draw([plan(photo, bleed=9)], faces_at_the_edge)
    page = page_pixels(pdf, 1, 613)

    def seen_at(x: int, y: int) -> str:
        at = (851 - y) * page.stride + (x + 9) * 4
        red, _, blue = page.pixels[at : at + 3]
        return "face" if red > 200 else "paper" if blue > 250 else "ground"

    for inside in (15, 300):
        assert seen_at(inside, 830) == "face", "the upper edge is there, as deep as it was"
    assert seen_at(300, 815) == "ground"
    assert seen_at(300, 848) == "face", "and goes on over the cut"
    assert seen_at(3, 600) == seen_at(16, 600) == "face"
    assert seen_at(-7, 600) == "face"
    assert seen_at(600, 600) == "ground"
    assert seen_at(-7, 848) == seen_at(600, 848) == "face"
    assert len(read_back(pdf).images) == 1, "it is one photo"


def test_the_sheet_has_bleed_round_its_trim(plan: Plan, pixels: Pixels) -> None:
    corner = Shape(Outline("MLLLZ", (-9, -9, 10, -9, 10, 10, -9, 10)), "#2C6A43")
    pdf = draw([plan(art(corner), bleed=9)], pixels)
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        boxes = [
            [float(side) for side in page[name]] for name in ("/MediaBox", "/TrimBox", "/BleedBox")
        ]
    assert boxes == [[0, 0, 613, 860], [9, 9, 604, 851], [0, 0, 613, 860]]
    first = page_pixels(pdf, 1, 613)
    at = (first.height - 2) * first.stride + 4
    assert tuple(first.pixels[at : at + 3]) == (0x2C, 0x6A, 0x43)


def test_pages_are_named_by_part_and_numbered_as_in_the_book(plan: Plan, pixels: Pixels) -> None:
    pages = [
        replace(plan(number=1, title="Robin"), part=""),
        replace(plan(number=2, title="Before"), part="Before"),
        replace(plan(number=3, title="Ania i Łukasz"), part="Before"),
        replace(plan(number=4, title=""), part="Before"),
        replace(plan(number=7, title="Soon"), part="What comes"),
    ]
    with pikepdf.open(BytesIO(draw(pages, pixels))) as opened:
        with opened.open_outline() as outline:
            named = [(one.title, [page.title for page in one.children]) for one in outline.root]
        assert named == [
            ("Robin", []),
            ("Before", ["Ania i Łukasz"]),
            ("What comes", ["Soon"]),
        ]
        assert [str(page.label) for page in opened.pages] == ["1", "2", "3", "4", "7"]


def test_the_file_says_nothing_about_itself_but_its_neutral_title(
    plan: Plan, words: Set, pixels: Pixels
) -> None:
    pdf = draw([plan(words("Robin"))], pixels, language="cy")
    assert read_back(pdf).info == {"Title": "Life story", "Producer": "Lifestory"}
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "cy"
        said = opened.Root.Metadata.read_bytes()
    assert b"Life story" in said
    for word in (b"Date", b"Robin", b"ReportLab", b"reportlab"):
        assert word not in said
        assert word not in pdf


def test_a_page_can_be_looked_at_as_a_picture(plan: Plan, words: Set, pixels: Pixels) -> None:
    pdf = draw([plan(art(Shape(SQUARE, "#2C6A43")), words("Robin"))], pixels)
    picture = Image.open(BytesIO(page_image(pdf, 1, 300)))
    assert picture.size[0] == 300
    assert picture.getpixel((100, 320)) == (0x2C, 0x6A, 0x43)
    assert picture.getpixel((2, 2)) == (255, 255, 255)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="no PDF"):
        read_back(b"%PDF-1.7 and then nothing")


SAME = """
import hashlib, sys
from uuid import UUID
from lifestory.domain.edits import Recipe
from lifestory.domain.media import Rendition
from lifestory.domain.plans import *
from lifestory.letters.shaping import Span, set_line
from lifestory.pdf.draw import draw
spans = [Span("Robin and \\u0639\\u0627\\u0626\\u0634\\u06c1 ", "andika", 20.0, "#22382C"),
         Span("\\u0995\\u09cd\\u09b7\\u09ae\\u09be", "lexend-bold", 18.0, "#D9583F")]
words = Words(Role.BODY, Box(0, 0, 400, 30), (set_line(spans, 60, 60),))
veil = Shape(Outline("MLLZ", (0, 0, 9, 0, 9, 9)), "#2C6A43", Stroke("#000000", 1, (2, 1)), 0.4)
photos = [Picture(Rendition(UUID(int=n), Recipe(), 6, 4), Box(9, 9 * n, 60, 40)) for n in range(5)]
page = PagePlan(595, 842, 1, "left", "past", "t", "b", "One",
                (words, Art("a", words.box, (veil,)), *photos))
jpeg = bytes.fromhex(sys.stdin.read())
print(hashlib.sha256(draw([page, page], lambda one: jpeg)).hexdigest())
"""


def test_the_same_plans_give_the_same_bytes_in_any_process(rendition: One, pixels: Pixels) -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", SAME],
            input=pixels(rendition()).hex(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
