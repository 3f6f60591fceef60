"""Far too much on every page type: every word, caption and photo is still there, on the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lifestory.book.describe import describe
from lifestory.book.pagetypes import page_type as page_type_of
from lifestory.domain.arrangement import Block
from lifestory.domain.life import Fact
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.plans import Box, PagePlan, Words
from lifestory.domain.readers import Band
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage, SideNote
from lifestory.letters import extents

Book = Callable[..., tuple[PagePlan, ...]]

SIZES = st.tuples(st.integers(300, 3000), st.integers(300, 3000)).filter(
    lambda size: 0.3 < size[0] / size[1] < 3.5
)
COUNTS = st.sampled_from([0, 1, 3, 12, 40, 160])
BANDS = st.sampled_from([Band.FIRST_READER, Band.OLDER])
SLOW = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking these takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Heap:
    """Records made of words no two of which are the same, so that each can be looked for."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.said: list[str] = []
        self.photos: list[UUID] = []

    def words(self, count: int) -> str:
        """So many words never used before."""
        start = len(self.said)
        fresh = [f"w{start + index}x" for index in range(count)]
        self.said += fresh
        return " ".join(fresh)

    def keep(self, record: Record) -> UUID:
        """Keeps a record; its id."""
        self.records.append(record)
        return record.id

    def photo(self, size: tuple[int, int], caption: int, *, scan: bool = False) -> UUID:
        """A photo with a caption of so many words."""
        original = Original(width=size[0], height=size[1])
        self.keep(original)
        captions = {Band.FIRST_READER: self.words(caption)}
        photo = self.keep(Photo(original=original.id, captions=captions, scan=scan))
        self.photos.append(original.id)
        return photo

    def facts(self, topic: str, counts: list[int]) -> tuple[UUID, ...]:
        """Facts of so many words each."""
        return tuple(
            self.keep(Fact(topic=topic, texts={Band.FIRST_READER: self.words(count)}))
            for count in counts
            if count
        )


def check(plans: tuple[PagePlan, ...], heap: Heap) -> None:
    """Everything is there, on the paper, and nothing lies on anything."""
    printed = " ".join(words.text for plan in plans for words in plan.words()).split()
    missing = [word for word in heap.said if word not in set(printed)]
    assert not missing, f"{len(missing)} of {len(heap.said)} words are gone: {missing[:5]}"
    shown = {one.rendition.original for plan in plans for one in plan.pictures()}
    assert shown == set(heap.photos)
    for plan in plans:
        boxes = [ink(words) for words in plan.words() if words.text]
        boxes += [picture.box for picture in plan.pictures()]
        for box in boxes:
            assert box.width > 0, describe(plan)
            assert min(box.x, box.y) >= -0.5, describe(plan)
            assert box.right <= plan.width + 0.5, describe(plan)
            assert box.top <= plan.height + 0.5, describe(plan)
        for words in plan.words():
            assert all(run.size >= 6 for line in words.lines for run in line.runs), describe(plan)
        for one, other in combinations(boxes, 2):
            assert not overlap(one, other), describe(plan)


def ink(words: Words) -> Box:
    """Where the letters' ink is."""
    low = min(line.y + extents.ink(line)[0] for line in words.lines)
    top = max(line.y + extents.ink(line)[1] for line in words.lines)
    return Box(words.box.x, low, words.box.width, top - low)


def overlap(one: Box, other: Box) -> bool:
    """True when two boxes share more than a point's breadth."""
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 1 and min(one.top, other.top) - max(one.y, other.y) > 1


def block(page_type: str, **slots: Any) -> Block:
    """A block with its slots."""
    return Block(id=uuid4(), page_type=page_type, slots=slots)


@SLOW
@given(
    st.lists(st.tuples(SIZES, COUNTS), min_size=1, max_size=8),
    COUNTS,
    st.lists(COUNTS, max_size=5),
    BANDS,
)
def test_a_story_keeps_every_word_note_photo_and_caption(
    full_case: Records,
    book_of: Book,
    photos: list[tuple[tuple[int, int], int]],
    length: int,
    notes: list[int],
    band: Band,
) -> None:
    heap = Heap()
    margin = tuple(
        SideNote(heading=heap.words(2), text=heap.words(count or 1))
        for count in notes
        if band is Band.OLDER
    )
    told = Passage(
        titles={Band.FIRST_READER: heap.words(3)},
        texts={Band.FIRST_READER: heap.words(length + 1)},
        notes=margin,
    )
    pictures = tuple(heap.photo(size, caption) for size, caption in photos)
    records = full_case.with_changes([*heap.records, told])
    check(book_of(records, band, block("story", passage=(told.id,), photos=pictures)), heap)


@SLOW
@given(st.lists(st.tuples(SIZES, COUNTS), min_size=1, max_size=14), BANDS)
def test_a_page_of_photos_keeps_every_photo_and_caption(
    full_case: Records,
    book_of: Book,
    photos: list[tuple[tuple[int, int], int]],
    band: Band,
) -> None:
    heap = Heap()
    pictures = tuple(heap.photo(size, caption) for size, caption in photos)
    records = full_case.with_changes(heap.records)
    check(book_of(records, band, block("photos", photos=pictures)), heap)


@SLOW
@given(COUNTS.filter(bool), st.none() | SIZES, BANDS)
def test_the_childs_own_words_and_drawing_are_never_cut(
    full_case: Records, book_of: Book, length: int, size: tuple[int, int] | None, band: Band
) -> None:
    heap = Heap()
    picture = heap.photo(size, 0, scan=True) if size else None
    said = ChildWords(text=heap.words(length * 2), picture=picture)
    records = full_case.with_changes([*heap.records, said])
    check(book_of(records, band, block("my-words", words=(said.id,))), heap)


@SLOW
@given(
    st.lists(COUNTS, max_size=10),
    st.lists(st.integers(1, 60), max_size=8),
    st.booleans(),
    BANDS,
)
def test_about_me_keeps_every_card_and_everyone_who_lives_here(
    full_case: Records,
    book_of: Book,
    facts: list[int],
    names: list[int],
    pictured: bool,
    band: Band,
) -> None:
    heap = Heap()
    people = tuple(heap.keep(Person(known_as=heap.words(1) + "y" * extra)) for extra in names)
    heap.said = []
    cards = heap.facts("loves", facts)
    photo = (heap.photo((1200, 1500), 0),) if pictured else ()
    records = full_case.with_changes(heap.records)
    slots = {"photo": photo, "people": people, "facts": cards}
    check(book_of(records, band, block("about-me", **slots)), heap)


@SLOW
@given(st.lists(COUNTS, max_size=9), st.none() | SIZES, BANDS)
def test_hopes_keep_every_hope(
    full_case: Records,
    book_of: Book,
    hopes: list[int],
    size: tuple[int, int] | None,
    band: Band,
) -> None:
    heap = Heap()
    facts = heap.facts("hopes", hopes)
    photo = (heap.photo(size, 3),) if size else ()
    records = full_case.with_changes(heap.records)
    check(book_of(records, band, block("hopes", facts=facts, photo=photo)), heap)


@SLOW
@given(st.lists(st.tuples(SIZES, COUNTS), max_size=6), COUNTS, BANDS)
def test_a_home_keeps_every_word_photo_and_caption(
    full_case: Records,
    book_of: Book,
    photos: list[tuple[tuple[int, int], int]],
    length: int,
    band: Band,
) -> None:
    from lifestory.domain.life import Home

    heap = Heap()
    told = Passage(texts={Band.FIRST_READER: heap.words(length + 1)})
    pictures = tuple(heap.photo(size, caption) for size, caption in photos)
    home = full_case.of(Home)[1].id
    records = full_case.with_changes([*heap.records, told])
    slots = {"home": (home,), "passage": (told.id,), "photos": pictures}
    check(book_of(records, band, block("home-along-the-way", **slots)), heap)


@pytest.mark.parametrize("band", [Band.FIRST_READER, Band.OLDER])
def test_photos_of_a_home_that_nobody_chose_yet_are_printed(
    full_case: Records, book_of: Book, band: Band
) -> None:
    heap = Heap()
    photo = heap.photo((1600, 1200), 2)
    records = full_case.with_changes(heap.records)
    plans = book_of(records, band, block("home-along-the-way", photos=(photo,)))
    assert [plan.title for plan in plans] == ["One of my homes"]
    check(plans, heap)
    assert not book_of(records, band, block("home-along-the-way"))


@pytest.mark.parametrize("band", [Band.FIRST_READER, Band.OLDER])
@pytest.mark.parametrize(
    "page_type",
    ["cover", "title", "about-me", "day-i-was-born", "moves-path", "timeline", "photos", "hopes"],
)
def test_a_page_with_nothing_at_all_is_still_a_page(
    book_of: Book, page_type: str, band: Band
) -> None:
    plans = book_of(Records(), band, block(page_type))
    assert plans
    check(plans, Heap())


def test_a_name_of_three_hundred_letters_stays_on_the_paper(
    full_case: Records, book_of: Book
) -> None:
    from lifestory.domain.people import Child

    child = full_case.of(Child)[0]
    person = full_case.find(Person, child.person)
    assert person is not None
    records = full_case.with_changes([replace(person, known_as="Ab" * 150)])
    for band in (Band.FIRST_READER, Band.OLDER):
        for page_type in ("cover", "title", "about-me", "my-words"):
            for plan in book_of(records, band, block(page_type)):
                for words in plan.words():
                    assert ink(words).right <= plan.width + 0.5, describe(plan)


_STANDING_ON_PEOPLE = (
    "my-family-now", "birth-parent", "brothers-and-sisters", "wider-family", "people-who-helped",
    "the-judge", "memory-box", "heritage", "words-explained",
)  # fmt: skip


@SLOW
@given(
    st.sampled_from(_STANDING_ON_PEOPLE),
    st.lists(COUNTS, max_size=6),
    COUNTS,
    st.lists(st.tuples(SIZES, COUNTS), max_size=5),
    BANDS,
)
def test_pages_of_people_keep_every_word_and_photo(
    full_case: Records,
    book_of: Book,
    page_type: str,
    facts: list[int],
    length: int,
    photos: list[tuple[tuple[int, int], int]],
    band: Band,
) -> None:
    heap = Heap()
    known = page_type_of(page_type).slots
    slots: dict[str, tuple[UUID, ...]] = {}
    if "facts" in known:
        # Each under a head of its own: two facts on one word would be one entry of a glossary.
        slots["facts"] = tuple(
            heap.keep(Fact(topic=f"on-{n}", texts={Band.FIRST_READER: heap.words(count)}))
            for n, count in enumerate(facts)
            if count
        )
    if "photos" in known:
        slots["photos"] = tuple(heap.photo(size, caption) for size, caption in photos)
    if "passage" in known and length:
        told = Passage(texts={Band.FIRST_READER: heap.words(length)})
        slots["passage"] = (heap.keep(told),)
    faceless = [replace(one, portrait=None) for one in full_case.of(Person) if one.portrait]
    records = full_case.with_changes([*heap.records, *faceless])
    check(book_of(records, band, block(page_type, **slots)), heap)
