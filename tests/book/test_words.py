"""The small CommonMark subset: four things are read, all else prints as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.book.words import Paragraph, Piece, parse, plain


def test_paragraphs_strong_lists_and_line_breaks_are_read() -> None:
    told = parse("One **two**\nthree\n\n- milk\n- bread\n\n3. third\n4. fourth")
    assert told == (
        Paragraph((Piece("One "), Piece("two", True), Piece("\n"), Piece("three"))),
        Paragraph((Piece("milk"),), "•"),
        Paragraph((Piece("bread"),), "•"),
        Paragraph((Piece("third"),), "3."),
        Paragraph((Piece("fourth"),), "4."),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "# No heading",
        "<img src='/etc/passwd'>",
        "[a link](http://example.org)",
        "![a picture](x.jpg)",
        "| a | table |",
        "`code` and *emphasis* and ~~gone~~",
        "> a quote",
        "&amp; &lt;b&gt;",
    ],
)
def test_everything_else_prints_as_typed(typed: str) -> None:
    assert "".join(paragraph.text for paragraph in parse(typed)) == typed


@given(
    st.text(
        alphabet=st.characters(
            codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\\*_"
        ),
        min_size=1,
    )
)
def test_letters_are_never_lost(text: str) -> None:
    read = "".join(paragraph.text for paragraph in parse(f"a{text}"))
    assert read == f"a{text}"


@given(st.text(min_size=1))
def test_the_childs_words_are_never_parsed(text: str) -> None:
    kept = "".join(paragraph.text for paragraph in plain(text))
    assert (
        kept.replace("\n", "") == text.replace("\r\n", "\n").replace("\n", "") or not text.strip()
    )
