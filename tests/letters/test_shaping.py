"""Every letter is set in a face that has it, joined as its script joins, and none gets lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from lifestory import assets
from lifestory.domain.plans import Line
from lifestory.letters import faces
from lifestory.letters.direction import Direction
from lifestory.letters.graphemes import clusters
from lifestory.letters.shaping import Span, missing, set_line, width

POLISH = "Żółć Łukasz Świętosława"
EUROPE = [
    POLISH,
    "Ștefan Țară Brâncuși Ioniță",
    "Llŷr ŵŷ Siân",
    "Žydrūnė Šarūnas ąčęėįšųūž",
    "İbrahim ığşöüç Çağla",
    "Řehoř Žofie Růžena ťď",
    "Þóra Æðelíð Guðrún",
    "Zoë François Müller Ångström Søren Ñuño Ő Ű",
]


def span(text: str, face: str = "andika", size: float = 20.0) -> Span:
    return Span(text, face, size, "#22382C")


def end_of(line: Line) -> float:
    last = line.runs[-1]
    return last.x + sum(advance for _, advance, _, _ in last.glyphs)


def shaped_alone(text: str, face: str, direction: str, language: str) -> list[int]:
    """The glyphs HarfBuzz gives for the whole text at once."""
    file = assets.read_toml("fonts", "faces.toml")["faces"][face]["file"]
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.language = direction, language
    buffer.guess_segment_properties()
    font = hb.Font(hb.Face(hb.Blob(assets.read_bytes("fonts", file))))
    hb.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


@pytest.mark.parametrize("face", faces.known())
def test_every_face_can_be_opened_and_measured(face: str) -> None:
    heights = faces.metrics(face)
    assert heights.ascent >= heights.cap_height >= heights.x_height > 0 > heights.descent


@pytest.mark.parametrize("name", EUROPE)
@pytest.mark.parametrize("face", ["andika", "lexend-semibold", "atkinson-light", "atkinson-bold"])
def test_european_names_are_set_whole(name: str, face: str) -> None:
    line = set_line([span(name, face)], 72, 700)
    assert not missing(name, face)
    assert all(glyph for run in line.runs for glyph, *_ in run.glyphs)
    assert "".join(run.text for run in line.runs) == name


def test_a_letter_the_face_lacks_comes_from_a_helper_of_the_same_weight() -> None:
    line = set_line([span("Жанна", "atkinson-semibold"), span("Жанна", "atkinson-light")], 0, 0)
    assert [run.font for run in line.runs] == ["noto-sans-bold", "noto-sans"]


def test_urdu_is_joined_in_nastaliq_from_right_to_left() -> None:
    (run,) = set_line([span("عائشہ محمد")], 0, 0).runs
    assert run.font == "noto-nastaliq-urdu"
    whole = shaped_alone("عائشہ محمد", "noto-nastaliq-urdu", "rtl", "ur")
    assert [glyph for glyph, *_ in run.glyphs] == whole


def test_arabic_pages_are_set_in_naskh() -> None:
    (run,) = set_line([span("محمد", "andika-bold")], 0, 0, language="ar").runs
    assert run.font == "noto-naskh-arabic-bold"


def test_bengali_conjuncts_are_formed() -> None:
    (run,) = set_line([span("ক্ষমা চট্টোপাধ্যায়")], 0, 0).runs
    assert run.font == "noto-sans-bengali"
    whole = shaped_alone("ক্ষমা চট্টোপাধ্যায়", "noto-sans-bengali", "ltr", "bn")
    assert [glyph for glyph, *_ in run.glyphs] == whole
    assert len(run.glyphs) < len("ক্ষমা চট্টোপাধ্যায়")


def test_a_mixed_line_has_its_words_figures_and_brackets_in_order() -> None:
    runs = set_line([span("Robin and عائشہ (2017)")], 72, 0, direction="ltr").runs
    assert [run.text.strip() for run in runs] == ["Robin and", ")", "2017", "(", "عائشہ"]
    assert all(left.x < right.x for left, right in pairwise(runs))
    upright = set_line([span("() ")], 0, 0).runs[0].glyphs
    turned = [*runs[1].glyphs, *runs[3].glyphs]
    assert [glyph for glyph, *_ in turned] == [glyph for glyph, *_ in upright]


def test_spans_keep_their_styles_and_follow_one_another() -> None:
    line = set_line([span("Kelly ", "lexend-medium"), span("and Robin")], 10, 0)
    assert [run.font for run in line.runs] == ["lexend-medium", "andika"]
    assert line.runs[1].x == pytest.approx(10 + width([span("Kelly ", "lexend-medium")]))
    assert line.text == "Kelly and Robin"


def test_no_mark_is_parted_from_its_base_even_by_a_change_of_style() -> None:
    line = set_line([span("e"), span("\u0301x", "lexend-bold")], 0, 0)
    assert [run.text for run in line.runs] == ["e\u0301", "x"]
    bengali = set_line([span("ক"), span("্ষ", "andika-bold")], 0, 0)
    assert len(bengali.runs) == 1


def test_beginners_meet_f_and_i_and_no_ligature() -> None:
    for face in ("andika", "lexend", "atkinson"):
        (run,) = set_line([span("fi", face)], 0, 0).runs
        assert len(run.glyphs) == 2


def test_letters_that_no_face_has_are_named() -> None:
    assert missing("Robin 𓃠 likes ខ្មែរ and 𓃠", "andika") == "𓃠ខ្មែរ"
    assert missing("Robin 😀 likes 猫", "andika") == ""
    assert missing("Robin\u200d, \u2066x\u2069 and\ta line", "andika") == ""


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=4),
    st.sampled_from(["ltr", "rtl", None]),
)
def test_no_letter_of_any_script_gets_lost_on_a_line(
    texts: list[str], direction: Direction | None
) -> None:
    spans = [span(text) for text in texts]
    line = set_line(spans, 5, 0, direction=direction)
    assert line.text == "".join(texts)
    assert sorted("".join(run.text for run in line.runs)) == sorted(line.text)
    for left, right in pairwise(line.runs):
        ended = left.x + sum(advance for _, advance, _, _ in left.glyphs)
        assert right.x == pytest.approx(ended)


@given(st.lists(st.sampled_from([*EUROPE, "عائشہ", "অনন্যা", "(2017)", "and"]), min_size=1))
def test_a_line_is_as_long_as_was_measured(words: list[str]) -> None:
    spans = [span(" ".join(words))]
    assert end_of(set_line(spans, 0, 0)) == pytest.approx(width(spans))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_letters_put_together_again_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_what_a_reader_calls_one_letter_stays_one() -> None:
    assert clusters("e\u0301a") == ["e\u0301", "a"]
    assert clusters("ক্ষমা") == ["ক্ষ", "মা"]
    assert clusters("👩🏽\u200d🚀🇬🇧🇵🇱") == ["👩🏽\u200d🚀", "🇬🇧", "🇵🇱"]
