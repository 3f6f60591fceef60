"""A passage in two languages: side by side, each in its own letters and from its own side."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifestory.book.describe import describe
from lifestory.domain.arrangement import Block
from lifestory.domain.plans import PagePlan, Role, Words
from lifestory.domain.readers import Band
from lifestory.domain.records import Records
from lifestory.domain.stories import Passage, Translation

Pages = Callable[[str, str, Band], tuple[PagePlan, ...]]
BookOf = Callable[..., tuple[PagePlan, ...]]
BANDS = [Band.FIRST_READER, Band.OLDER]


def told(book_of: BookOf, mine: str, other: str, language: str, band: Band) -> list[PagePlan]:
    """The pages of a passage and its translation."""
    there = Translation(language=language, texts={Band.FIRST_READER: other}, by="Amina")
    passage = Passage(texts={Band.FIRST_READER: mine}, translations=(there,))
    block = Block(id=uuid4(), page_type="bilingual", slots={"passage": (passage.id,)})
    plans = book_of(Records([passage]), band, block)
    return [plan for plan in plans if plan.page_type == "bilingual"]


def of(plan: PagePlan, language: str, role: Role = Role.BODY) -> list[Words]:
    return [one for one in plan.words() if one.language == language and one.role is role]


@pytest.mark.parametrize("band", BANDS)
def test_each_language_is_named_has_its_own_column_and_is_read_whole(
    pages: Pages, band: Band
) -> None:
    for plan in pages("bilingual", "fullest", band):
        english, urdu = of(plan, "en-GB"), of(plan, "ur")
        assert english
        assert urdu
        assert max(one.box.right for one in english) < min(one.box.x for one in urdu)
        order = [one.language for one in plan.words() if one.role is Role.BODY]
        assert order == ["en-GB"] * len(english) + ["ur"] * len(urdu)


@pytest.mark.parametrize("band", BANDS)
def test_a_language_that_runs_leftwards_is_set_from_the_right(pages: Pages, band: Band) -> None:
    for plan in pages("bilingual", "fullest", band):
        ends = {
            round(max(run.x + sum(one[1] for one in run.glyphs) for run in line.runs), 1)
            for words in of(plan, "ur")
            for line in words.lines
        }
        assert max(ends) - min(ends) < 0.5


@pytest.mark.parametrize("band", BANDS)
def test_paragraph_stands_beside_paragraph(pages: Pages, band: Band) -> None:
    for plan in pages("bilingual", "fullest", band):
        mine = [words.lines[0].y for words in of(plan, "en-GB")]
        assert [words.lines[0].y for words in of(plan, "ur")] == pytest.approx(mine)


def test_another_language_that_runs_rightwards_begins_at_its_own_left_edge(
    book_of: BookOf,
) -> None:
    (plan,) = told(book_of, "I live in Derby.", "Mieszkam w Derby. Lubię tu być.", "pl", BANDS[0])
    (polish,) = of(plan, "pl")
    assert len({round(line.runs[0].x, 1) for line in polish.lines}) == 1
    assert polish.box.x > of(plan, "en-GB")[0].box.right
    assert [one.text for one in of(plan, "pl", Role.NOTE)] == ["Amina"]


def test_without_a_translation_it_is_a_story(pages: Pages) -> None:
    for band in BANDS:
        alone, story = (pages(kind, "emptiest", band) for kind in ("bilingual", "story"))
        assert [plan.words() for plan in alone] == [plan.words() for plan in story]


ENGLISH = ["Gran", "sang", "to", "me", "(2017)", "because", "Łukasz"]
URDU = ["نانی", "نے", "گُلناز", "(2017)", "Derby", "میں", "گایا۔"]


def paragraphs(words: list[str]) -> st.SearchStrategy[list[str]]:
    """A text of one to thirty paragraphs."""
    return st.lists(
        st.lists(st.sampled_from(words), min_size=1).map(" ".join), min_size=1, max_size=30
    )


@given(paragraphs(ENGLISH), paragraphs(URDU), st.sampled_from(BANDS))
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_however_long_no_word_is_lost_and_none_lies_on_another(
    book_of: BookOf, mine: list[str], other: list[str], band: Band
) -> None:
    plans = told(book_of, "\n\n".join(mine), "\n\n".join(other), "ur", band)
    for language, text in (("en-GB", mine), ("ur", other)):
        printed = [one.text for plan in plans for one in of(plan, language)]
        assert " ".join(printed).split() == " ".join(text).split()
    for plan in plans:
        for words in plan.words():
            assert words.box.y > 0, describe(plan)
            assert words.box.right < plan.width, describe(plan)
        for language in ("en-GB", "ur"):
            for above, below in pairwise(of(plan, language)):
                assert above.lines[-1].y > below.lines[0].y + 4
