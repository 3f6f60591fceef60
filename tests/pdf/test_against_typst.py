"""Names and sentences look as Typst sets them: another shaper, another reading of UAX #9, another
way from outlines to ink."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, NamedTuple

import pytest
import typst
from PIL import Image, ImageChops, ImageFilter, ImageStat

from lifestory import assets
from lifestory.domain.plans import Box, PagePlan, Role, Words
from lifestory.letters.direction import direction_of
from lifestory.letters.faces import relative_size
from lifestory.letters.shaping import Span, set_line
from lifestory.pdf.draw import draw
from lifestory.pdf.readback import page_pixels

WIDE, TALL = 560, 110
"""Of a page, in points."""
FINE = 4
"""Pixels to the point."""
SIZE = 20.0
"""Of the words, in points."""
NEAR = 0.6
"""Points by which ink may be off: two rasterizers at their edges, and advances that Typst keeps
in whole units of the font where we keep them in fractions."""
ASTRAY = 0.005
"""Share of the ink that may be farther off. None of it is today; one mark in the wrong place on a
long line makes 0.012, marks or joining letters shaped wrongly 0.02 to 0.95."""

FAMILIES = {
    "noto-nastaliq-urdu": "Noto Nastaliq Urdu",
    "noto-naskh-arabic": "Noto Naskh Arabic",
    "noto-sans": "Noto Sans",
    "noto-sans-bengali": "Noto Sans Bengali",
    "noto-sans-gurmukhi": "Noto Sans Gurmukhi",
    "noto-sans-devanagari": "Noto Sans Devanagari",
    "noto-sans-tamil": "Noto Sans Tamil",
    "noto-sans-sc": "Noto Sans SC",
    "noto-emoji": "Noto Emoji",
}


class Sample(NamedTuple):
    """Words in a language; the helping face that sets some of them, and which: letters and signs
    as they stand in a regular expression."""

    text: str
    language: str
    helper: str = ""
    letters: str = ""
    signs: str = ""


LATIN = [
    Sample(text, "en")
    for text in ("AVATAR Toyo, “Żółć” & Łukasz", "Llŷr ŵŷ Siân", "Ștefan Țară Nguyễn Ẩn", "Жанна")
]
HELPED = [
    Sample(text, language, helper, letters, signs)
    for language, helper, letters, signs, texts in [
        ("el", "noto-sans", "Ͱ-Ͽ", "", ["Χρήστος Παπαδόπουλος", "Ο Robin (2017) γέλασε."]),
        (
            "ur",
            "noto-nastaliq-urdu",
            "ؠ-ۓ",
            "()۔",
            ["عائشہ", "گُلناز چودھری", "سُمَیَّہ ٹیپو", "Robin 2017 میں (Derby میں) پیدا ہوا۔"],
        ),
        (
            "ar",
            "noto-naskh-arabic",
            "ؠ-ۓ",
            "()",
            ["محمد", "عَلِيّ لؤي", "وُلِد Robin عام 2017 (في Derby)"],
        ),
        (
            "bn",
            "noto-sans-bengali",
            "ঀ-৥",
            "০-৯।-",
            ["অনন্যা", "ক্ষমা চট্টোপাধ্যায়", "Robin ২০১৭ সালে Derby-তে জন্মেছিল।"],
        ),
        (
            "pa",
            "noto-sans-gurmukhi",
            "ਁ-ੵ",
            "।",
            ["ਗੁਰਪ੍ਰੀਤ", "ਹਰਜਿੰਦਰ ਕੌਰ", "Robin ਦਾ ਜਨਮ 2017 ਵਿੱਚ ਹੋਇਆ।"],
        ),
        (
            "hi",
            "noto-sans-devanagari",
            "ऀ-ॣ",
            "।",
            ["ज्ञानेश्वर", "श्रीवास्तव कृष्णा", "Robin का जन्म 2017 में हुआ था।"],
        ),
        (
            "ta",
            "noto-sans-tamil",
            "ஂ-ௐ",
            "",
            ["தமிழ்ச்செல்வி", "ஸ்ரீனிவாசன்", "Robin 2017 இல் பிறந்தார்"],
        ),
        (
            "zh",
            "noto-sans-sc",
            "一-龥",
            "，。（）",
            ["欧阳小明", "玥喆", "Robin生于2017年，在英国（Derby）住过。"],
        ),
        ("en", "noto-emoji", "", "\U0001f000-\U0001faff", ["😀 Biscuit 🐶 🏠"]),
    ]
    for text in texts
]
SAMPLES = LATIN + HELPED


def typeset(sample: Sample) -> str:
    """A page of Typst with the words on it, those of the helping face named as such. A space is
    its own between two letters of it."""
    words = sample.text.replace("&", "\\&")
    if sample.helper:
        size = SIZE * relative_size(sample.helper, "andika")
        its = f"[{sample.letters}{sample.signs}]"
        if sample.letters:
            its += f"|(?<=[{sample.letters}]) (?=[{sample.letters}])"
        font = f'font: "{FAMILIES[sample.helper]}", size: {size}pt'
        words = re.sub(f"(?:{its})+", lambda found: f"#text({font})[{found[0]}];", words)
    way = direction_of(sample.language)
    return f'#[#set text(lang: "{sample.language}", dir: {way})\n{words}]'


@pytest.fixture(scope="module")
def theirs() -> dict[Sample, Image.Image]:
    """Every sample as Typst draws it, from the same font files and nothing else."""
    setup = f"""#set page(width: {WIDE}pt, height: {TALL}pt, margin: 40pt)
        #set text(font: "Andika", size: {SIZE}pt, fallback: false, ligatures: false)
        #set text(cjk-latin-spacing: none)\n"""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(assets.path("fonts"))],
    )
    source = setup + "\n#pagebreak()\n".join(map(typeset, SAMPLES))
    pages: Any = typst.compile(source.encode(), font_paths=fonts, format="png", ppi=72 * FINE)
    assert len(pages) == len(SAMPLES)
    return {
        sample: ink(Image.open(BytesIO(page))) for sample, page in zip(SAMPLES, pages, strict=True)
    }


@pytest.fixture(scope="module")
def ours() -> dict[Sample, Image.Image]:
    """Every sample as we print it."""
    plans = [printed(sample, number) for number, sample in enumerate(SAMPLES, 1)]
    pdf = draw(plans, lambda _: b"")
    seen = {}
    for plan, sample in zip(plans, SAMPLES, strict=True):
        page = page_pixels(pdf, plan.number, WIDE * FINE)
        size = page.width, page.height
        picture = Image.frombuffer("RGBX", size, page.pixels, "raw", "RGBX", page.stride, 1)
        seen[sample] = ink(picture)
    return seen


def printed(sample: Sample, number: int) -> PagePlan:
    """A small page with the words on it."""
    words = [Span(sample.text, "andika", SIZE, "#000000")]
    way = direction_of(sample.language)
    line = set_line(words, 40, 50, direction=way, language=sample.language)
    box = Box(40, 20, WIDE - 80, 60)
    element = Words(Role.BODY, box, (line,), sample.language)
    return PagePlan(WIDE, TALL, number, "right", "past", "story", "b", "A page", (element,))


def ink(picture: Image.Image) -> Image.Image:
    """What is dark, cut out."""
    dark = picture.convert("L").point(lambda value: 255 if value < 128 else 0)
    box = dark.getbbox()
    assert box is not None
    return dark.crop(box)


def astray(one: Image.Image, other: Image.Image) -> float:
    """How much of the ink lies too far from the other's, both laid on one corner."""
    size = max(one.width, other.width) + 20, max(one.height, other.height) + 20
    laid, near = (Image.new("L", size) for _ in "12")
    laid.paste(one, (10, 10))
    near.paste(other, (10, 10))
    near = near.filter(ImageFilter.MaxFilter(2 * round(NEAR * FINE) + 1))
    return ImageStat.Stat(ImageChops.subtract(laid, near)).sum[0] / ImageStat.Stat(one).sum[0]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.language}-{sample.text}")
def test_words_look_as_another_engine_sets_them(
    ours: dict[Sample, Image.Image], theirs: dict[Sample, Image.Image], sample: Sample
) -> None:
    mine, other = ours[sample], theirs[sample]
    assert abs(mine.width - other.width) <= 2 * NEAR * FINE
    assert abs(mine.height - other.height) <= 2 * NEAR * FINE
    assert astray(mine, other) < ASTRAY
    assert astray(other, mine) < ASTRAY
