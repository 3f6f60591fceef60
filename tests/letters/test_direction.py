"""Letters run the way Unicode says, whatever is mixed on a line."""

from __future__ import annotations

import bidi
from hypothesis import given
from hypothesis import strategies as st

from lifestory.letters.direction import levels, visual_order

LETTERS = "abcż עאב محمدعلی 0123456789 ۱۲۳ ()[]{} .,:;!?+-/%£ “”–"


def in_order(text: str, direction: str) -> str:
    """The letters from left to right."""
    level = levels(text, "rtl" if direction == "R" else "ltr")
    return "".join(text[index] for index in visual_order(level))


@given(st.text(LETTERS, max_size=40), st.sampled_from("LR"))
def test_every_mixture_comes_in_the_order_another_implementation_gives(
    text: str, direction: str
) -> None:
    assert in_order(text, direction) == bidi.get_display(text, base_dir=direction)


def test_a_latin_line_runs_right() -> None:
    assert levels("Żółć, Robin (2017)") == [0] * 18


def test_brackets_stay_round_what_they_hold() -> None:
    text = "Robin and عائشہ (2017)"
    assert in_order(text, "L") == "Robin and )2017( ہشئاع"  # each is then drawn turned round
    assert levels(text)[16:] == [1, 2, 2, 2, 2, 1]


def test_the_first_letter_decides_when_nobody_else_does() -> None:
    assert levels("علی Robin") == [1, 1, 1, 1, 2, 2, 2, 2, 2]
    assert levels("Robin علی") == [0, 0, 0, 0, 0, 0, 1, 1, 1]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_letter_of_the_world_is_too_much(text: str) -> None:
    assert sorted(visual_order(levels(text))) == list(range(len(text)))
