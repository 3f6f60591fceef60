"""Lines break where a reader would: nothing clipped, nothing lost, no word left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.letters.breaking import break_lines
from lifestory.letters.shaping import Span, width

STORY = (
    "Kelly was poorly. Even with help, she could not do it all. A judge said I needed a safe home."
)
BREAKING = re.compile(
    "[ \t\n\r\x0b\x0c\x1c-\x1e\x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]+"
)


def span(text: str, face: str = "andika", size: float = 26.0) -> Span:
    return Span(text, face, size, "#22382C")


def said(lines: list[list[Span]]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def lines(
    text: str, measure: float, *, balanced: bool = False, sentences: bool = False
) -> list[str]:
    return said(break_lines([span(text)], measure, balanced=balanced, keep_sentences=sentences))


texts = st.text(
    st.one_of(st.sampled_from("aeinrst .-\n\u00a0"), st.characters(exclude_categories=["Cs"])),
    max_size=60,
)


@given(
    st.lists(st.builds(span, texts, st.sampled_from(["andika", "lexend-bold"])), max_size=3),
    st.floats(1, 500),
    st.booleans(),
    st.booleans(),
)
def test_every_letter_is_there_once_and_in_order(
    spans: list[Span], measure: float, balanced: bool, sentences: bool
) -> None:
    broken = break_lines(spans, measure, balanced=balanced, keep_sentences=sentences)
    whole = "".join(piece.text for piece in spans)
    assert BREAKING.sub("", "".join(said(broken))) == BREAKING.sub("", whole)
    styled = [(letter, one.face) for one in spans for letter in one.text]
    kept = [(letter, one.face) for line in broken for one in line for letter in one.text]
    assert [pair for pair in kept if not BREAKING.match(pair[0])] == [
        pair for pair in styled if not BREAKING.match(pair[0])
    ]


@given(
    st.text(st.sampled_from("aeinrstłżmW .,-عলম"), max_size=80),
    st.floats(60, 500),
    st.booleans(),
)
def test_no_line_is_longer_than_the_measure(text: str, measure: float, balanced: bool) -> None:
    for line in break_lines([span(text)], measure, balanced=balanced):
        assert width(line) <= measure + 0.01


@given(
    st.lists(st.sampled_from(["a", "Gran", "because", "safe."]), max_size=25), st.floats(90, 400)
)
def test_a_balanced_text_takes_no_more_lines(words: list[str], measure: float) -> None:
    text = " ".join(words)
    fewest = len(lines(text, measure))
    assert len(lines(text, measure, balanced=True)) == fewest
    assert len(lines(text, measure, balanced=True, sentences=True)) == fewest


def test_greedy_lines_are_as_full_as_can_be() -> None:
    assert lines(STORY, 420) == [
        "Kelly was poorly. Even with help,",
        "she could not do it all. A judge said",
        "I needed a safe home.",
    ]


def test_balanced_lines_are_of_one_length() -> None:
    ragged = [width([span(line)]) for line in lines("We went to the park with Gran today", 400)]
    even = [
        width([span(line)])
        for line in lines("We went to the park with Gran today", 400, balanced=True)
    ]
    assert len(even) == len(ragged) == 2
    assert max(even) - min(even) < max(ragged) - min(ragged)


def test_for_young_readers_a_sentence_starts_a_line_where_it_fits() -> None:
    text = "Kelly was poorly. Even with help, she could not do it all. It was not my fault."
    assert lines(text, 420, sentences=True)[-1] == "It was not my fault."
    assert "Mr. Hill is kind." in lines("Sam met him. Mr. Hill is kind.", 260, sentences=True)


def test_no_word_is_left_alone_on_the_last_line() -> None:
    text = "Gran came to see me at home"
    measure = width([span("Gran came to see me at")]) + 1
    assert lines(text, measure)[-1] == "at home"


def test_words_tied_by_a_hard_space_stay_together() -> None:
    measure = width([span("I was born at 7")]) + 5
    assert lines("I was born at 7\u00a0am", measure)[-1] == "at 7\u00a0am"


def test_a_dash_between_words_may_end_a_line_and_figures_stay_whole() -> None:
    measure = width([span("my grand-")]) + 2
    assert lines("my grand-parents", measure) == ["my grand-", "parents"]
    assert "2016–2017" in lines("from 2016–2017", width([span("from 2016–")]) + 2)


def test_chinese_breaks_between_letters_and_no_line_begins_or_ends_with_the_wrong_sign() -> None:
    story = "罗宾四岁的时候，搬到了安的家。那里有一只狗，叫“饼干”。他生于2017年（在Derby）！"
    for measure in range(60, 420, 9):
        for balanced in (False, True):
            broken = lines(story, measure, balanced=balanced, sentences=balanced)
            assert "".join(broken) == story
            assert all(width([span(line)]) <= measure + 0.01 for line in broken)
            if measure > 120:
                assert not any(line[0] in "，。”！）" or line[-1] in "“（" for line in broken)
                assert any("2017年" in line for line in broken)
                assert any("Derby" in line for line in broken)


def test_signs_of_latin_words_make_no_new_breaks() -> None:
    measure = width([span("my rock(s")]) + 1
    assert lines("my rock(s) and “you”", measure)[:2] == ["my", "rock(s)"]


def test_line_ends_in_the_text_are_kept() -> None:
    assert lines("one\n\ntwo\r\nthree", 400) == ["one", "", "two", "three"]
    assert lines("", 400) == [""]


def test_a_word_longer_than_the_line_is_broken_between_letters_not_clipped() -> None:
    measure = 150.0
    broken = lines("Llanfairpwllgwyngyll " + "e\u0301" * 30, measure)
    assert len(broken) > 3
    assert all(width([span(line)]) <= measure for line in broken)
    assert not any(line.startswith("\u0301") for line in broken)


def test_a_change_of_style_inside_a_word_does_not_break_it() -> None:
    parts = [span("I miss "), span("Biscuit", "andika-bold"), span(", my dog")]
    measure = width(parts[:2]) + 1
    assert said(break_lines(parts, measure))[0] == "I miss"


@pytest.mark.parametrize("name", ["عائشہ خان", "ক্ষমা চট্টোপাধ্যায়"])
def test_names_in_other_scripts_break_between_words(name: str) -> None:
    assert lines(name, width([span(name)]) - 5) == name.split()


@pytest.mark.parametrize("word", ["grown-ups", "Grown-ups", "Ava-Grace", "mother-in-law"])
def test_a_word_with_a_hyphen_stays_whole_on_whatever_line_holds_it(word: str) -> None:
    text = f"The {word} decided what was safe for me, and {word} told me."
    least = width([span(word)])
    for more in range(1, 200, 7):
        for balanced in (False, True):
            broken = lines(text, least + more, balanced=balanced, sentences=balanced)
            assert sum(line.count(word) for line in broken) == 2


def test_a_word_with_a_hyphen_breaks_there_only_where_no_line_holds_it() -> None:
    assert lines("grown-ups", width([span("grown-ups")]) - 1) == ["grown-", "ups"]
