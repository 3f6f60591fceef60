"""Words on paper look as another engine (Raqm with FriBidi and FreeType) sets them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageStat, features

from lifestory import assets
from lifestory.domain.media import Rendition
from lifestory.domain.plans import PagePlan, Words
from lifestory.letters.faces import relative_size
from lifestory.pdf.draw import draw
from lifestory.pdf.readback import page_image

FINE = 4
"""Pixels to the point."""

pytestmark = pytest.mark.skipif(not features.check("raqm"), reason="Raqm is not installed")


def ink(picture: Image.Image) -> Image.Image:
    """What is dark, cut out."""
    dark = picture.convert("L").point(lambda value: 255 if value < 128 else 0)
    box = dark.getbbox()
    assert box is not None
    return dark.crop(box)


def astray(ink: Image.Image, other: Image.Image) -> float:
    """How much of the ink lies over half a point off the other; hinting moves it by less."""
    near = other.filter(ImageFilter.MaxFilter(2 * (FINE // 2) + 1))
    return ImageStat.Stat(ImageChops.subtract(ink, near)).sum[0] / ImageStat.Stat(ink).sum[0]


@pytest.mark.parametrize(
    ("text", "face", "helper", "language"),
    [
        ("AVATAR Toyo Żółć", "lexend-semibold", "lexend-semibold", "en-GB"),
        ("x\u0301 é Ŝ\u0323 ŵ", "andika", "andika", "en-GB"),
        ("سُمَیَّہ گُل ٹیپو", "andika", "noto-nastaliq-urdu", "ur"),
        ("محمد علی", "andika-bold", "noto-naskh-arabic-bold", "ar"),
        ("ক্ষমা চট্টোপাধ্যায়", "atkinson", "noto-sans-bengali", "bn"),
    ],
)
def test_every_glyph_lies_where_it_belongs(
    plan: Callable[..., PagePlan],
    words: Callable[..., Words],
    pixels: Callable[[Rendition], bytes],
    text: str,
    face: str,
    helper: str,
    language: str,
) -> None:
    pdf = draw([plan(words(text, face=face, language=language))], pixels)
    ours = ink(Image.open(BytesIO(page_image(pdf, 1, 595 * FINE))))

    file = assets.read_toml("fonts", "faces.toml")["faces"][helper]["file"]
    font = ImageFont.truetype(
        BytesIO(assets.read_bytes("fonts", file)),
        20 * relative_size(helper, face) * FINE,
        layout_engine=ImageFont.Layout.RAQM,
    )
    sheet = Image.new("L", (600 * FINE, 120 * FINE), 255)
    ImageDraw.Draw(sheet).text(
        (200, 200), text, font=font, fill=0, language=language, features=["-liga", "-clig"]
    )
    theirs = ink(sheet)

    assert ours.width == pytest.approx(theirs.width, abs=4)
    assert ours.height == pytest.approx(theirs.height, abs=3)
    theirs = theirs.resize(ours.size)
    assert astray(ours, theirs) < 0.01
    assert astray(theirs, ours) < 0.01
