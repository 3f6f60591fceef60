"""How long a passphrase would hold, said honestly."""

from __future__ import annotations

import pytest

from lifestory.app.strength import ENOUGH, Holds, holds


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_not_judged(typed: str) -> None:
    assert holds(typed) is Holds.NOTHING_TYPED


@pytest.mark.parametrize(
    "typed", ["password", "P4$$w0rd!", "Robin2019", "qwertyuiop", "lifestory1", "12051998"]
)
def test_a_disguised_word_a_name_or_a_date_falls_within_a_day(typed: str) -> None:
    assert holds(typed) is Holds.LESS_THAN_A_DAY


def test_a_long_run_of_the_same_is_not_taken_for_strong() -> None:
    assert holds("aaaaaaaaaaaaaaaaaaaaaaaa") < ENOUGH
    assert holds("passwordpasswordpassword") < ENOUGH


def test_four_words_that_do_not_belong_together_hold() -> None:
    assert holds("apple river stone window") is Holds.FOR_GOOD


def test_a_passphrase_of_any_length_is_judged() -> None:
    assert holds("żółw ' 🦔 " * 200) > Holds.NOTHING_TYPED
