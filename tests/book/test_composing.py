"""The book as a whole: parts on the right, spreads on the left, every word once, the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifestory.book.compose import compose, compose_block
from lifestory.book.setting import set_text
from lifestory.book.styles import style
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.plans import Art, PagePlan, Role
from lifestory.domain.readers import Band, Voice
from lifestory.domain.records import Records
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share

Book = Callable[..., tuple[PagePlan, ...]]

LETTERS = st.sampled_from(
    ["Robin", "swam", "in", "the", "sea", "and", "Kelly", "żółw", "عائشہ", "অনন্যা", "x" * 60]
)
TEXTS = st.lists(
    st.lists(LETTERS, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=8
).map("\n\n".join)


def passage_block(text: str, records: Records, page_type: str = "story") -> tuple[Records, Block]:
    """The records with one more passage, and the block that tells it."""
    passage = Passage(titles={Band.FIRST_READER: "Title"}, texts={Band.FIRST_READER: text})
    block = Block(page_type=page_type, slots={"passage": (passage.id,)})
    return records.with_changes([passage]), block


def edition(*sections: Section, band: Band = Band.FIRST_READER) -> Edition:
    """An edition of those sections."""
    return Edition(band=band, theme="meadow", sections=sections)


def section(part: Part, *page_types: str) -> Section:
    """A section with empty blocks of those page types."""
    return Section(part=part, blocks=tuple(Block(page_type=name) for name in page_types))


def parts_and_openings(plans: tuple[PagePlan, ...]) -> dict[str, tuple[str, str]]:
    """Where each part has its name: the page type and the side of that page."""
    return {
        words.text: (plan.page_type, plan.side)
        for plan in plans
        for words in plan.words()
        if words.text in ("Now", "Before")
    }


LONG = ("about-me", *["hopes"] * 7)


def test_a_long_part_opens_on_a_right_hand_page_of_its_own(full_case: Records) -> None:
    for before in ([], ["hopes"]):
        book = edition(section(Part.FRONT, "cover", "title", *before), section(Part.PRESENT, *LONG))
        plans = compose(share(full_case, book))
        assert parts_and_openings(plans) == {"Now": ("opening", "right")}
        assert next(plan for plan in plans if plan.page_type == "about-me").side == "left"


def test_a_short_part_has_its_name_and_colour_on_its_first_page_on_the_right(
    full_case: Records,
) -> None:
    for before, wordless in (([], 0), (["hopes"], 1)):
        front = section(Part.FRONT, "cover", "title", *before)
        plans = compose(share(full_case, edition(front, section(Part.PRESENT, *LONG[:7]))))
        assert parts_and_openings(plans) == {"Now": ("about-me", "right")}
        assert [plan.page_type for plan in plans].count("opening") == wordless
        first = next(plan for plan in plans if plan.page_type == "about-me")
        assert "part" in {one.name for one in first.elements if isinstance(one, Art)}


def test_a_part_whose_first_page_is_full_to_its_head_has_a_page_that_opens_it(
    full_case: Records,
) -> None:
    front = section(Part.FRONT, "cover", "title")
    for first in ("day-i-was-born", "moves-path"):
        plans = compose(share(full_case, edition(front, section(Part.PAST, first, "hopes"))))
        assert parts_and_openings(plans) == {"Before": ("opening", "right")}


def test_an_older_reader_has_room_for_an_endpaper_and_more_openings(full_case: Records) -> None:
    front, part = section(Part.FRONT, "cover", "title"), section(Part.PRESENT, *LONG[:3])
    sides = {}
    for band in (Band.FIRST_READER, Band.OLDER):
        plans = compose(share(full_case, edition(front, part, band=band)))
        sides[band] = [(plan.page_type, plan.side) for plan in plans[:5]]
    assert sides[Band.FIRST_READER][1:3] == [("title", "left"), ("about-me", "right")]
    assert sides[Band.OLDER][1:5] == [
        ("opening", "left"), ("title", "right"), ("opening", "left"), ("opening", "right"),
    ]  # fmt: skip


def test_pages_are_numbered_from_one_and_odd_ones_are_on_the_right(full_case: Records) -> None:
    plans = compose(
        share(full_case, edition(section(Part.PAST, "about-me", "moves-path", "timeline", "hopes")))
    )
    assert [plan.number for plan in plans] == list(range(1, len(plans) + 1))
    assert all((plan.side == "right") == bool(plan.number % 2) for plan in plans)


def test_a_spread_begins_on_the_left(full_case: Records) -> None:
    for before in ([], ["about-me"], ["about-me", "hopes"]):
        book = edition(section(Part.PAST, *before, "moves-path"))
        spread = [p for p in compose(share(full_case, book)) if p.page_type == "moves-path"]
        assert spread[0].side == "left"


def test_the_number_on_a_page_is_its_own(full_case: Records) -> None:
    plans = compose(share(full_case, edition(section(Part.PAST, "about-me", "hopes"))))
    for plan in plans:
        shown = [words.text for words in plan.words() if words.role is Role.FOLIO]
        assert shown in ([], [str(plan.number)])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    TEXTS,
    st.sampled_from(["story", "home-along-the-way", "about-me"]),
    st.sampled_from([Band.FIRST_READER, Band.OLDER]),
)
def test_every_word_of_a_text_is_on_some_page_once_and_on_the_paper(
    full_case: Records, book_of: Book, text: str, page_type: str, band: Band
) -> None:
    records, block = passage_block(text, full_case, page_type)
    if page_type == "home-along-the-way":
        from lifestory.domain.life import Home

        home = records.of(Home)[1].id
        block = replace(block, slots={**block.slots, "home": (home,)})
    plans = book_of(records, band, block)
    body = [words for plan in plans for words in plan.words() if words.role is Role.BODY]
    printed = "".join(line.text for words in body for line in words.lines).replace(" ", "")
    assert text.replace("\n", "").replace(" ", "") in printed
    for plan in plans:
        for words in plan.words():
            assert words.box.x >= -0.5
            assert words.box.right <= plan.width + 0.5
            assert min(line.y for line in words.lines) > 0


def test_only_the_block_that_changed_is_composed_again(full_case: Records, book_of: Book) -> None:
    records, block = passage_block("One sentence.", full_case)
    others = [Block(page_type="about-me"), Block(page_type="hopes")]
    before = book_of(records, Band.FIRST_READER, *others, block)
    passage = next(one for one in records.of(Passage) if one.id in block.slots["passage"])
    edited = replace(passage, texts={Band.FIRST_READER: "Another sentence."})
    missed = compose_block.cache_info().misses
    after = book_of(records.with_changes([edited]), Band.FIRST_READER, *others, block)
    assert compose_block.cache_info().misses == missed + 1
    same = [one.digest == other.digest for one, other in zip(before, after, strict=True)]
    assert same == [True] * (len(same) - 1) + [False]


def test_the_voice_rewords_every_template(full_case: Records) -> None:
    said = {}
    for voice in Voice:
        book = replace(edition(section(Part.PRESENT, "about-me")), voice=voice)
        plans = compose(share(full_case, book))
        said[voice] = " ".join(words.text for words in plans[0].words())
    assert "I am Robin." in said[Voice.I]
    assert "You are Robin." in said[Voice.YOU]
    assert "This is Robin." in said[Voice.NAME]


def test_the_childs_own_words_are_printed_as_they_are(full_case: Records, book_of: Book) -> None:
    from lifestory.domain.stories import ChildWords

    words = ChildWords(text="I *like* it [when](person:x)\n1. he snors. hole world <b>")
    block = Block(id=uuid4(), page_type="my-words", slots={"words": (words.id,)})
    for band in (Band.FIRST_READER, Band.OLDER):
        plans = book_of(full_case.with_changes([words]), band, block)
        printed = " ".join(words.text for words in plans[0].words() if words.role is Role.QUOTE)
        assert printed == "I *like* it [when](person:x) 1. he snors. hole world <b>"


def test_a_double_name_is_not_parted_at_its_hyphen() -> None:
    body = style(Band.FIRST_READER, "meadow").body
    for measure in range(50, 120, 10):
        lines = set_text("My sister Ava-Grace came with the ice-cream van.", body, measure).lines
        assert any("Ava-Grace" in line.text for line in lines)
