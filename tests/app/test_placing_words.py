"""Where words stand in the book: moved with their page, put into a part, taken out with it."""

from __future__ import annotations

from uuid import UUID

import pytest

from lifestory.app.open_case import FoundChild
from lifestory.app.outline import outline
from lifestory.app.placing_words import (
    TakenOut,
    move_words,
    parts,
    put_in_part,
    take_out_words,
)
from lifestory.app.stories import add_own_words, add_passage, passages
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage

YOUNG = Band.FIRST_READER


def page(*words: Passage, kind: str = "story") -> Block:
    return Block(page_type=kind, slots={"passage": tuple(one.id for one in words)})


@pytest.fixture
def told(robin: FoundChild) -> dict[str, Passage]:
    """Robin's book: A, B and a page of photos now; C and D on one page, E before; F nowhere."""
    there = {title: add_passage(robin, title, "", YOUNG) for title in "ABCDEF"}
    home = page(there["C"], there["D"], kind="home-along-the-way")
    sections = (
        Section(part=Part.FRONT, blocks=(Block(page_type="cover"),)),
        Section(
            part=Part.PRESENT,
            title="Now",
            blocks=(page(there["A"]), Block(page_type="photos"), page(there["B"])),
        ),
        Section(part=Part.PAST, title="Before", blocks=(home, page(there["E"]))),
    )
    with robin.case.change("Make a book") as change:
        change.add(Edition(name="first", child=robin.id, sections=sections))
    return there


def order(robin: FoundChild) -> str:
    """The titles in the order of the book, a bar between two parts."""
    return "|".join(
        "".join(one.titles[YOUNG] for one in chapter.words if isinstance(one, Passage))
        for chapter in outline(robin)
    )


def test_words_move_past_what_tells_the_story_and_into_the_next_part(
    robin: FoundChild, told: dict[str, Passage]
) -> None:
    assert order(robin) == "AB|CDE|F"
    steps = [("B", -1, "BA|CDE|F"), ("B", -1, None), ("A", +1, "B|ACDE|F"), ("A", -1, "BA|CDE|F"),
             ("C", +1, "BA|DCE|F"), ("E", +1, None), ("E", -1, "BA|EDC|F")]  # fmt: skip
    for title, step, wanted in steps:
        before = order(robin)
        assert move_words(robin, told[title].id, step) is (wanted is not None)
        assert order(robin) == (wanted or before)
    robin.case.undo()
    assert order(robin) == "BA|DCE|F"
    assert not move_words(robin, told["F"].id, -1)


def test_words_go_into_another_part_with_their_page_or_on_a_new_one(
    robin: FoundChild, told: dict[str, Passage]
) -> None:
    now, before = parts(robin)
    assert (now.title, before.title) == ("Now", "Before")
    assert now.section is not None
    assert before.section is not None
    put_in_part(robin, told["A"], before.section)
    assert order(robin) == "B|CDEA|F"
    put_in_part(robin, told["F"], now.section)
    assert order(robin) == "BF|CDEA"
    own = add_own_words(robin)
    put_in_part(robin, own, now.section)
    assert outline(robin)[0].words[-1] == own
    assert not put_in_part(robin, own, UUID(int=1))


def test_words_that_go_take_a_page_with_them_that_held_nothing_else(
    robin: FoundChild, told: dict[str, Passage]
) -> None:
    assert take_out_words(robin.case, told["A"].id) == TakenOut(left=0, gone=1)
    assert take_out_words(robin.case, told["C"].id) == TakenOut(left=1, gone=0)
    assert take_out_words(robin.case, told["F"].id) == TakenOut(left=0, gone=0)
    assert take_out_words(robin.case, told["F"].id) is None
    assert order(robin) == "B|DE"
    kinds = [b.page_type for s in robin.case.records.of(Edition)[0].sections for b in s.blocks]
    assert kinds == ["cover", "photos", "story", "home-along-the-way", "story"]
    assert robin.case.undo_title == "Take out a passage"
    for _ in range(3):
        robin.case.undo()
    assert order(robin) == "AB|CDE|F"
    assert set(passages(robin)) == set(told.values())
