"""A recovery phrase survives being read over the telephone, and a slip is noticed."""

import pytest

from lifestory.sealing.recovery import is_phrase, new_phrase, normalise


def test_a_phrase_is_twelve_words_and_never_the_same() -> None:
    phrases = {new_phrase() for _ in range(50)}
    assert len(phrases) == 50
    assert all(is_phrase(one) and len(one.split()) == 12 for one in phrases)


@pytest.mark.parametrize("typed", [str.upper, str.title, "  {}\n".format])
def test_case_spaces_and_punctuation_do_not_matter(typed: type) -> None:
    phrase = new_phrase()
    written = typed(phrase).replace(" ", ", ")
    assert is_phrase(written)
    assert normalise(written) == phrase


def test_a_slip_is_noticed() -> None:
    phrase = (
        "legal winner thank year wave sausage worth useful legal winner thank yellow"  # from BIP39
    )
    assert is_phrase(phrase)
    assert not is_phrase(phrase.replace("yellow", "year"))
    assert not is_phrase(phrase.removesuffix(" yellow"))
    assert not is_phrase(phrase.replace("yellow", "yelow"))
    assert not is_phrase("")
    assert not is_phrase("correct horse battery staple")
