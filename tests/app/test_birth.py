"""Reading the facts of a birth as one writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.app.birth import (
    ImpossibleLength,
    ImpossibleTime,
    ImpossibleWeight,
    pounds_and_ounces,
    read_length,
    read_time,
    read_weight,
)


@pytest.mark.parametrize(
    ("words", "time"),
    [("06:25", "06:25"), ("6.25 pm", "18:25"), ("12.05am", "00:05"), ("7 am", "07:00"), ("", "")],
)
def test_a_time_is_read_as_it_is_said(words: str, time: str) -> None:
    assert read_time(words) == time


@pytest.mark.parametrize("words", ["25:00", "6", "13 pm", "0 am", "06:60", "at dawn"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(ImpossibleTime):
        read_time(words)


@pytest.mark.parametrize(
    ("words", "grams"),
    [("3.2 kg", 3200), ("3200 g", 3200), ("3200", 3200), ("3,2", 3200), ("7 lb 1 oz", 3203),
     ("6 lb 11", 3033), ("6 pounds 11 ounces", 3033), ("6lb", 2722), ("", None)],
)  # fmt: skip
def test_a_weight_is_read_in_kilograms_and_in_pounds(words: str, grams: int | None) -> None:
    assert read_weight(words) == grams


@pytest.mark.parametrize("words", ["32 kg", "100 g", "heavy", "7 oz lb"])
def test_what_no_newborn_weighs_is_refused(words: str) -> None:
    with pytest.raises(ImpossibleWeight):
        read_weight(words)


def test_a_length_is_read_in_centimetres_and_inches() -> None:
    assert read_length("51 cm") == 51.0
    assert read_length("51,5") == 51.5
    assert read_length("20 in") == 50.8
    assert read_length(" ") is None
    with pytest.raises(ImpossibleLength):
        read_length("5.1 m")


@given(st.integers(200, 8000))
def test_pounds_and_ounces_come_back_to_the_nearest_ounce(grams: int) -> None:
    pounds, ounces = pounds_and_ounces(grams)
    assert 0 <= ounces < 16
    back = read_weight(f"{pounds} lb {ounces} oz") if grams > 250 else grams
    assert back is not None
    assert abs(back - grams) <= 15
