"""The writings of the families here: words out of one face, joined, of one height with Latin."""

from __future__ import annotations

import pytest

from lifestory.domain.plans import Line, Run
from lifestory.letters import faces
from lifestory.letters.direction import direction_of
from lifestory.letters.extents import ink, stand
from lifestory.letters.graphemes import clusters
from lifestory.letters.shaping import Span, missing, set_line, width

BODY = ["andika", "lexend-semibold", "atkinson", "atkinson-bold"]
NAMES = {
    "Χρήστος Παπαδόπουλος": "noto-sans",
    "Nguyễn Thị Ẩn": "noto-sans",
    "گُلناز عباسی": "noto-nastaliq-urdu",
    "অনন্যা চট্টোপাধ্যায়": "noto-sans-bengali",
    "ਗੁਰਪ੍ਰੀਤ ਕੌਰ": "noto-sans-gurmukhi",
    "ज्ञानेश्वर श्रीवास्तव": "noto-sans-devanagari",
    "தமிழ்ச்செல்வி ஸ்ரீ": "noto-sans-tamil",
    "欧阳小明、玥喆": "noto-sans-sc",
}


def span(text: str, face: str = "andika") -> Span:
    return Span(text, face, 20.0, "#22382C")


def runs(text: str, face: str = "andika", language: str = "en-GB") -> tuple[Run, ...]:
    return set_line([span(text, face)], 0, 0, language=language).runs


def drawn(line: Line) -> list[int]:
    return [glyph for run in line.runs for glyph, *_ in run.glyphs]


@pytest.mark.parametrize("face", BODY)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_writing_is_drawn_whole(name: str, face: str) -> None:
    line = set_line([span(name, face)], 0, 0)
    assert not missing(name, face)
    assert 0 not in drawn(line)
    assert {run.font.removesuffix("-bold") for run in line.runs if run.text.strip()} <= {
        NAMES[name],
        face.removesuffix("-bold"),
    }


def test_a_word_with_one_rare_letter_is_set_in_one_face() -> None:
    assert [run.font for run in runs("Ɗanladi", "atkinson")] == ["noto-sans"]
    assert [run.font for run in runs("θάλασσα")] == ["noto-sans"]  # Andika has but half of Greek
    named = [(run.font, run.text) for run in runs("Mr Ɗanladi sang", "atkinson")]
    assert named == [("atkinson", "Mr "), ("noto-sans", "Ɗanladi"), ("atkinson", " sang")]


@pytest.mark.parametrize("name", NAMES)
def test_a_helping_face_looks_as_tall_as_the_one_it_helps(name: str) -> None:
    """Between the small letters and the capitals of the Latin beside it; Nastaliq climbs higher."""
    line = set_line([span(name.split(maxsplit=1)[0])], 0, 0)
    latin = faces.metrics("andika")
    low, high = latin.x_height * 20, 1.7 * latin.ascent * 20
    assert low < ink(line)[1] < high
    (helped,) = {run.size for run in line.runs if run.font != "andika"} or {20.0}
    small = faces.relative_size(NAMES[name], "andika")
    assert helped in (20.0, pytest.approx(20.0 * small))


def test_nastaliq_is_set_larger_and_stands_on_its_own_ink() -> None:
    (run,) = runs("عائشہ")
    assert run.size > 22
    line = set_line([span("عائشہ")], 0, 0)
    assert stand(line) == ink(line)
    latin = set_line([span("Robin")], 0, 0)
    assert stand(latin)[1] == pytest.approx(faces.metrics("andika").ascent * 20)


def test_a_sign_is_taken_from_the_words_it_follows() -> None:
    assert [run.font for run in runs("ছোট।")] == ["noto-sans-bengali"]
    assert [run.font for run in runs("छोटा।")] == ["noto-sans-devanagari"]
    assert [run.font for run in runs("Robin (عائشہ), 7")][:1] == ["andika"]


def test_a_text_has_the_marks_of_its_own_language_and_a_foreign_word_keeps_its_own() -> None:
    chinese = [(run.font, run.text) for run in runs("他说：“Robin’s！”", language="zh-Hans")]
    assert chinese == [
        ("noto-sans-sc", "他说：“"),
        ("andika", "Robin’s"),
        ("noto-sans-sc", "！”"),
    ]
    assert [run.font for run in runs("“明” is my name")][:2] == ["andika", "noto-sans-sc"]


def test_a_page_in_marathi_or_assamese_is_shaped_as_such() -> None:
    assert faces.spoken("noto-sans-bengali", "as") == "as"
    assert faces.spoken("noto-sans-bengali", "en-GB") == "bn"
    assert faces.spoken("noto-sans-devanagari", "mr-IN") == "mr-IN"
    assert faces.spoken("andika", "sr") == "sr"


def test_little_pictures_are_one_sign_each() -> None:
    wales = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    for one in (wales, "👩🏽\u200d🚀", "❤\ufe0f", "🇬🇧", "1\ufe0f\u20e3"):
        assert clusters(one) == [one]
        (run,) = runs(one)
        assert run.font == "noto-emoji"
        assert sum(1 for glyph in run.glyphs if glyph[1]) == 1


def test_a_language_tells_which_way_it_runs() -> None:
    ways = {"ur": "rtl", "ar-SA": "rtl", "ur-Latn": "ltr", "pa": "ltr", "pa-Arab-PK": "rtl"}
    assert {tag: direction_of(tag) for tag in ways} == ways


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_as_long_as_was_measured(name: str) -> None:
    line = set_line([span(f"{name} (Robin)")], 0, 0)
    total = sum(advance for run in line.runs for _, advance, _, _ in run.glyphs)
    assert total == pytest.approx(width([span(f"{name} (Robin)")]))
