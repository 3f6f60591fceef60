"""The clipboard of word processors, as they fill it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.app.pasting import slices_of_html, words_of_html, words_of_text
from lifestory.app.words import plain, read, tidy, write

WORD = Path(__file__).with_name("pasted").joinpath("word.html").read_text(encoding="utf-8")
"""Everything at once, as Word 365 puts it on the clipboard; nobody in it is real."""


def test_word_gives_its_words_and_none_of_its_looks() -> None:
    assert write(words_of_html(WORD)) == (
        "Coming to Pat and Errol\n\n"
        "On 2 November, Mum’s friend brought **a grey rabbit** and a blue cup. "
        "She said “See you soon” & waved.\n\n"
        "Gran came every Friday. She wrote to us, and sang.\n\n"
        "My room had:\n\n"
        "- a bed\n- with **stars**\n- a lamp\n\n"
        "1. Milk\n2. Bed\n\n"
        "**May 2019**\n\nWe moved.\n\nInside\n\n"
        "عائشہ was 5 < 6. 😀\nThe end."
    )


@pytest.mark.parametrize("letters", [1, 7, 64, 1000])
def test_read_in_slices_it_says_the_same(letters: int) -> None:
    slices = list(slices_of_html(WORD, letters))
    assert len([one for one in slices if one]) > 3
    assert tidy(one for words in slices for one in words) == words_of_html(WORD)


def test_documents_of_the_web_keep_their_lists() -> None:
    docs = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
        '<p dir="ltr"><span style="font-weight:400">Mum </span>'
        '<span style="font-weight:700">sang</span></p>'
        '<ol><li dir="ltr"><p>one</p></li><li><p>two</p></li></ol>'
        "<ul><li>three</li></ul></b>after"
    )
    assert write(words_of_html(docs)) == "Mum **sang**\n\n1. one\n2. two\n\n- three\n\nafter"


def test_plain_text_has_a_paragraph_a_line_or_an_empty_line_between() -> None:
    assert write(words_of_text("one\r\ntwo")) == "one\n\ntwo"
    assert write(words_of_text("one\nmore\n \ntwo\x0b")) == "one\nmore\n\ntwo"


@given(st.text(alphabet="<>/!-[] abpliou=\"'&;\n", max_size=60))
def test_no_html_is_too_broken(html: str) -> None:
    words = words_of_html(html)
    assert words == tidy(words)
    assert read(write(words)) == words
    assert "\n\n" not in plain(words)
