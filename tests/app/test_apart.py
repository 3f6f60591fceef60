"""What sets two editions of a child's book apart, and bringing it from one into the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifestory.app.apart import Apart, Sort, apart, bring_page
from lifestory.app.arranging_book import blocks_of
from lifestory.app.editions import add_edition, duplicate_edition
from lifestory.app.open_case import FoundChild, keep_changed
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Original, Photo
from lifestory.domain.readers import Band, Format
from lifestory.domain.stories import Passage

WHY = Passage(
    titles={Band.FIRST_READER: "Why I moved"},
    texts={Band.FIRST_READER: "young", Band.OLDER: "old"},
)
THERE = Passage(titles={Band.FIRST_READER: "There"}, texts={Band.FIRST_READER: "there"})
FILE = Original(width=400, height=300)
SEA, CAKE = (Photo(original=FILE.id, alt=alt) for alt in ("the sea", "a cake"))
COVER = Block(page_type="cover", slots={"photo": (CAKE.id,)})
STORY = Block(page_type="story", slots={"passage": (WHY.id,)})
BOOK = Edition(
    name="first-book",
    sections=(
        Section(part=Part.FRONT, blocks=(COVER,)),
        Section(part=Part.PAST, blocks=(STORY,)),
    ),
)


@pytest.fixture
def book(robin: FoundChild) -> Edition:
    """A short book, kept."""
    with robin.case.change("Add") as change:
        for one in (WHY, THERE, FILE, SEA, CAKE):
            change.add(replace(one, about=frozenset({robin.id})))
    return add_edition(robin, BOOK)


def copied(
    robin: FoundChild, book: Edition, *more: Block, photos: tuple[Photo, ...] = ()
) -> Edition:
    """Another edition with the same pages, more photos on the story, and more pages after it."""
    copy = duplicate_edition(robin, book.id, "older-book")
    assert copy is not None
    front, past = copy.sections
    told = replace(
        past.blocks[0], slots={**past.blocks[0].slots, "photos": tuple(one.id for one in photos)}
    )
    changed = replace(copy, sections=(front, replace(past, blocks=(told, *more))))
    keep_changed(robin.case, "Change", changed)
    return changed


def told(there: tuple[Apart, ...]) -> list[tuple[Sort, str]]:
    return [(one.sort, one.says.partition(" · not known")[0]) for one in there]


def test_a_copy_has_nothing_that_the_book_has_not(robin: FoundChild, book: Edition) -> None:
    copy = copied(robin, book)
    assert apart(robin, book) == apart(robin, copy) == ()


def test_a_page_of_another_edition_is_named_and_brought_in_where_it_stands_there(
    robin: FoundChild, book: Edition
) -> None:
    page = Block(page_type="story", slots={"passage": (THERE.id,)})
    other = copied(robin, book, page, Block(page_type="draw-here"))
    missing = apart(robin, book)
    assert told(missing) == [
        (Sort.PAGE, "A piece of the story · There"), (Sort.PAGE, "Draw here"),
    ]  # fmt: skip
    assert {one.beside for one in missing} == {STORY.id}
    assert apart(robin, other) == (), "the other lacks nothing"
    made = bring_page(robin.case, book.id, missing[0].other, missing[0].what, missing[0].beside)
    standing = robin.case.records.find(Edition, book.id)
    assert standing is not None
    assert made in blocks_of(standing)
    assert made is not None
    assert made.id != page.id, "what is done to one leaves the other alone"
    assert [one.page_type for one in blocks_of(standing)] == ["cover", "story", "story"]
    assert told(apart(robin, standing)) == [(Sort.PAGE, "Draw here")]


def test_a_photo_and_other_words_of_the_same_page_are_told_apart(
    robin: FoundChild, book: Edition
) -> None:
    other = copied(robin, book, photos=(SEA, CAKE))
    assert told(apart(robin, book)) == [(Sort.PHOTO, "the sea")], "the cake is on the cover"
    older = replace(other, band=Band.OLDER)
    keep_changed(robin.case, "Change", older)
    assert (Sort.WORDS, "Why I moved") in told(apart(robin, book))
    easy = replace(other, band=Band.OLDER, format=Format.EASY_READ)
    keep_changed(robin.case, "Change", easy)
    assert told(apart(robin, book)) == [(Sort.PHOTO, "the sea")], "in easy read the words are these"


def test_what_the_reader_may_not_be_shown_is_not_offered(robin: FoundChild, book: Edition) -> None:
    copied(robin, book, photos=(SEA,))
    late = replace(SEA, about=frozenset({robin.id}), tell_from_age=12)
    keep_changed(robin.case, "Change", late)
    assert apart(robin, book) == ()
