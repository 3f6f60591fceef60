"""Words as one edits them, to Markdown and back."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory import assets
from lifestory.app.words import BULLET, Mention, Paragraph, Piece, plain, read, tidy, write
from lifestory.book.words import parse

GRAN = Mention(f"person:{uuid4()}", "Gran")
DERBY = Mention(f"place:{uuid4()}", "Derby")


def test_a_text_is_read_as_it_prints() -> None:
    text = f"[Gran]({GRAN.target}) came\nat once.\n\nIt was **not** my fault.\n\n- one\n- two"
    assert read(text) == (
        Paragraph((Piece(GRAN), Piece(" came\nat once."))),
        Paragraph((Piece("It was "), Piece("not", strong=True), Piece(" my fault."))),
        Paragraph((Piece("one"),), BULLET),
        Paragraph((Piece("two"),), BULLET),
    )
    assert write(read(text)) == text
    assert plain(read(text), {GRAN.target: "Nan"}).startswith("Nan came")


@pytest.mark.parametrize(
    "words",
    ["- no list", "1. no list", "2) no", "a * b _c_ **d**", "\\", "[x](person:me)", "[", "1.", "*"],
)
def test_what_looks_like_markup_prints_as_typed(words: str) -> None:
    paragraph = Paragraph((Piece(words),))
    assert read(write([paragraph])) == (paragraph,)


def test_a_bracket_before_a_mention_stays_a_bracket() -> None:
    words = (Paragraph((Piece("[see "), Piece(GRAN), Piece("](person:x)"))),)
    assert read(write(words)) == words


def test_strong_that_markdown_cannot_say_is_kept_as_words() -> None:
    words = tidy([Paragraph((Piece("a"), Piece(" !b ", strong=True), Piece("c")))])
    assert words == (Paragraph((Piece("a "), Piece("!b", strong=True), Piece(" c"))),)
    glued = tidy([Paragraph((Piece("a"), Piece("!b", strong=True)))])
    assert glued == (Paragraph((Piece("a!"), Piece("b", strong=True))),)


def test_every_text_of_the_sample_comes_back_letter_for_letter() -> None:
    case = json.loads(assets.read_bytes("sample", "robin", "child.json"))
    texts = [
        text
        for passage in case["records"]["passage"]
        for field in ("texts", "titles")
        for text in passage.get(field, {}).values()
    ]
    assert len(texts) > 30
    for text in texts:
        assert write(read(text)) == text


LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab .!“”\"'-+*_\\[]()1)\n\t\u00a0\u2003éش😀€#>`~&<"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)
PIECES = st.builds(Piece, st.one_of(LETTERS, st.sampled_from([GRAN, DERBY])), st.booleans())
PARAGRAPHS = st.builds(
    Paragraph,
    st.lists(PIECES, max_size=6).map(tuple),
    st.sampled_from(["", "", BULLET, "1.", "7."]),
)


@given(st.lists(PARAGRAPHS, max_size=5))
def test_whatever_is_typed_comes_back_the_same(words: list[Paragraph]) -> None:
    kept = tidy(words)
    assert read(write(words)) == kept
    assert tidy(kept) == kept
    assert write(kept) == write(words)


@given(st.lists(PARAGRAPHS, max_size=5))
def test_tidying_takes_nothing_but_white_space(words: list[Paragraph]) -> None:
    def letters(some: object) -> list[object]:
        return [
            cell
            for paragraph in some  # type: ignore[attr-defined]
            for piece in paragraph.pieces
            for cell in ([piece.what] if isinstance(piece.what, Mention) else piece.what)
            if isinstance(cell, Mention) or (not cell.isspace() and cell.isprintable())
        ]

    assert letters(tidy(words)) == letters(words)


BLOCKS = st.text(alphabet="ab *_\\-1.\n[]()")
LISTS = st.lists(st.sampled_from(["- ", "  ", "    ", "1. ", "7) ", "a", "**", "\n", "\n\n"]))


@given(st.one_of(BLOCKS, LISTS.map("".join)))
def test_what_is_edited_is_what_prints(text: str) -> None:
    printed = "\n".join(one.text for one in parse(text))
    assert plain(read(text)).split() == printed.split()


@given(BLOCKS)
def test_any_kept_text_settles_after_one_writing(text: str) -> None:
    assert read(write(read(text))) == read(text)
