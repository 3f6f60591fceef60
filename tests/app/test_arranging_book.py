"""Editions and their pages: each verb is one step, and every page still composes."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from lifestory import assets
from lifestory.app.arranging_book import (
    HoldsNoMore,
    HoldsNoPhotos,
    add_page,
    blocks_of,
    carry_photo,
    choose_layout,
    exchange_photos,
    fill_slot,
    find_block,
    lock_layout,
    move_page,
    page_types,
    put_photo,
    reject_layout,
    remove_page,
    step_page,
    swap_photos,
    take_photo_off,
    weigh_photo,
)
from lifestory.app.books import compose_edition, suggest_layouts
from lifestory.app.caseload import add_child, add_from_open_folder
from lifestory.app.editions import (
    add_edition,
    change_edition,
    duplicate_edition,
    editions,
    remove_edition,
    themes,
    words_a_page,
)
from lifestory.app.first_book import make_first_book
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band


@pytest.fixture
def robin_with_all(store: Store) -> FoundChild:
    """The sample child, to be changed."""
    (child,) = add_from_open_folder(store, assets.path("sample", "robin")).children
    return find_child(store, child)


@pytest.fixture
def edition(robin: FoundChild) -> Edition:
    """An edition with two parts of two pages."""
    blocks = {kind: Block(page_type=kind) for kind in ("photos", "hopes", "my-words", "story")}
    return add_edition(
        robin,
        Edition(
            name="first-book",
            sections=(
                Section(part=Part.PAST, blocks=(blocks["photos"], blocks["story"])),
                Section(part=Part.FUTURE, blocks=(blocks["my-words"], blocks["hopes"])),
            ),
        ),
    )


def now(found: FoundChild, edition: Edition) -> Edition:
    """The edition as it stands."""
    standing = found.case.records.find(Edition, edition.id)
    assert standing is not None
    return standing


def kinds(found: FoundChild, edition: Edition) -> list[list[str]]:
    """The page types of each part."""
    return [[one.page_type for one in part.blocks] for part in now(found, edition).sections]


def block(found: FoundChild, edition: Edition, kind: str) -> Block:
    return next(one for one in blocks_of(now(found, edition)) if one.page_type == kind)


def test_a_first_book_opens_and_closes_in_the_safety_of_today(robin_with_all: FoundChild) -> None:
    robin = robin_with_all
    made = make_first_book(robin, Edition(name="a-new-one"))
    parts = [section.part for section in made.sections]
    *told, back = parts
    assert told == [Part.FRONT, Part.PRESENT, Part.PAST, Part.PRESENT, Part.FUTURE]
    assert back is Part.BACK
    assert [one.page_type for one in made.sections[-1].blocks] == ["words-explained"]
    past = [one.page_type for one in made.sections[2].blocks]
    assert past[0] == "day-i-was-born"
    assert past.count("home-along-the-way") == 3
    assert {"moves-path", "timeline"} <= set(past)
    filled = [key for one in blocks_of(made) for slot in one.slots.values() for key in slot]
    passages = [key for key in filled if robin.case.records[key].kind == "passage"]
    assert len(passages) == len(set(passages)) > 5
    plans = compose_edition(robin.case, made)
    assert {"about-me", "hopes", "my-words", "photos"} <= {plan.page_type for plan in plans}


def test_a_first_book_of_a_child_of_whom_little_is_known_is_a_book(robin: FoundChild) -> None:
    made = make_first_book(robin)
    assert [one.page_type for one in blocks_of(made)] == [
        "cover", "title", "about-me", "day-i-was-born",
    ]  # fmt: skip
    assert len(compose_edition(robin.case, made)) >= 5
    robin.case.undo()
    assert editions(robin) == ()


def test_every_child_of_a_store_gets_a_first_book_of_their_own(
    store: Store, robin: FoundChild
) -> None:
    skye = add_child(store, "Skye")
    books = [make_first_book(child) for child in (robin, skye)]
    assert [editions(child) for child in (robin, skye)] == [(book,) for book in books]


def test_a_copy_of_an_edition_is_changed_alone(robin: FoundChild, edition: Edition) -> None:
    copy = duplicate_edition(robin, edition.id, "book-at-12")
    assert copy is not None
    change_edition(robin.case, replace(copy, band=Band.OLDER, theme="paper", sections=()))
    remove_page(robin.case, copy.id, blocks_of(copy)[0].id)
    assert len(blocks_of(now(robin, copy))) == 3, "its pages are not what a form may change"
    assert now(robin, copy).band is Band.OLDER
    assert now(robin, edition) == edition
    remove_edition(robin.case, copy.id)
    assert editions(robin) == (edition,)
    robin.case.undo()
    assert len(editions(robin)) == 2


def test_a_page_is_added_after_another_or_in_its_own_part(
    robin: FoundChild, edition: Edition
) -> None:
    add_page(robin.case, edition.id, "photos", block(robin, edition, "photos").id)
    add_page(robin.case, edition.id, "timeline", block(robin, edition, "hopes").id)
    add_page(robin.case, edition.id, "about-me", block(robin, edition, "hopes").id)
    add_page(robin.case, edition.id, "photos")
    assert kinds(robin, edition) == [
        ["about-me"],
        ["photos", "photos", "story", "timeline"],
        ["my-words", "hopes", "photos"],
    ]
    standing = now(robin, edition)
    assert [section.part for section in standing.sections] == [
        Part.PRESENT, Part.PAST, Part.FUTURE,
    ]  # fmt: skip


def test_every_page_type_can_be_added_and_composes_empty(
    robin: FoundChild, edition: Edition
) -> None:
    for kind in page_types():
        add_page(robin.case, edition.id, kind.name)
        assert kind.says.endswith(".")
    assert compose_edition(robin.case, now(robin, edition))


def test_pages_move_within_their_part_and_into_the_next(
    robin: FoundChild, edition: Edition
) -> None:
    photos, hopes = block(robin, edition, "photos"), block(robin, edition, "hopes")
    step_page(robin.case, edition.id, photos.id, +1)
    assert kinds(robin, edition) == [["story", "photos"], ["my-words", "hopes"]]
    step_page(robin.case, edition.id, photos.id, +1)
    assert kinds(robin, edition) == [["story"], ["photos", "my-words", "hopes"]]
    move_page(robin.case, edition.id, hopes.id, block(robin, edition, "story").id)
    assert kinds(robin, edition) == [["hopes", "story"], ["photos", "my-words"]]
    move_page(robin.case, edition.id, hopes.id, None)
    step_page(robin.case, edition.id, hopes.id, +1)
    assert kinds(robin, edition) == [["story"], ["photos", "my-words", "hopes"]]
    robin.case.undo()
    assert kinds(robin, edition) == [["hopes", "story"], ["photos", "my-words"]]


def test_photos_are_put_on_taken_off_and_swapped(robin: FoundChild, edition: Edition) -> None:
    page = block(robin, edition, "photos").id
    one, two, three = uuid4(), uuid4(), uuid4()
    for photo in (one, two, one):
        put_photo(robin.case, edition.id, page, photo)
    put_photo(robin.case, edition.id, page, three, instead_of=two)
    before = on(robin, edition, page)
    assert before == (three, one)
    swap_photos(robin.case, edition.id, page, before[0], +1)
    swap_photos(robin.case, edition.id, page, before[0], +1)
    assert on(robin, edition, page) == before[::-1]
    take_photo_off(robin.case, edition.id, page, one)
    assert on(robin, edition, page) == (three,)


def test_photos_are_carried_from_page_to_page_in_one_step(
    robin: FoundChild, edition: Edition
) -> None:
    one, two, three = (uuid4() for _ in range(3))
    photos, story = block(robin, edition, "photos").id, block(robin, edition, "story").id
    fill_slot(robin.case, edition.id, photos, "photos", (one, two))
    fill_slot(robin.case, edition.id, story, "photos", (three,))
    exchange_photos(robin.case, edition.id, (photos, one), (photos, two))
    assert on(robin, edition, photos) == (two, one)
    exchange_photos(robin.case, edition.id, (photos, one), (story, three))
    assert (on(robin, edition, photos), on(robin, edition, story)) == ((two, three), (one,))
    assert robin.case.undo_title == "Swap two photos"
    carry_photo(robin.case, edition.id, two, photos, story)
    assert (on(robin, edition, photos), on(robin, edition, story)) == ((three,), (one, two))
    assert robin.case.undo_title == "Move a photo to another page"
    with pytest.raises(HoldsNoMore):
        carry_photo(robin.case, edition.id, three, photos, story)
    assert on(robin, edition, photos) == (three,), "what cannot land stays where it was"
    robin.case.undo()
    assert (on(robin, edition, photos), on(robin, edition, story)) == ((two, three), (one,))


def on(found: FoundChild, edition: Edition, page: UUID) -> tuple[UUID, ...]:
    one = find_block(now(found, edition), page)
    assert one is not None
    return tuple(one.slots.get("photos", ()))


def test_a_page_that_is_full_or_takes_no_photos_says_so(
    robin: FoundChild, edition: Edition
) -> None:
    story = block(robin, edition, "story").id
    fill_slot(robin.case, edition.id, story, "photos", [uuid4(), uuid4()])
    with pytest.raises(HoldsNoMore):
        put_photo(robin.case, edition.id, story, uuid4())
    with pytest.raises(HoldsNoPhotos):
        put_photo(robin.case, edition.id, block(robin, edition, "my-words").id, uuid4())
    hopes = block(robin, edition, "hopes").id
    for photo in (uuid4(), last := uuid4()):
        put_photo(robin.case, edition.id, hopes, photo)
    found = find_block(now(robin, edition), hopes)
    assert found is not None
    assert found.slots["photo"] == (last,), "where one photo stands, the new one takes its place"


def test_a_chosen_layout_holds_until_the_page_changes_and_a_locked_one_for_good(
    robin_with_all: FoundChild,
) -> None:
    robin = robin_with_all
    book = next(one for one in editions(robin) if one.band is Band.FIRST_READER)
    page = block(robin, book, "photos").id
    first = suggest_layouts(robin.case, book, page)
    names = [one.name for one in first.offered]
    assert first.taken == names[0]
    choose_layout(robin.case, book.id, page, names[2])
    assert suggest_layouts(robin.case, now(robin, book), page).taken == names[2]
    photo = on(robin, book, page)[0]
    weigh_photo(robin.case, book.id, page, photo, 5)
    assert block(robin, book, "photos").layout == ""
    lock_layout(robin.case, book.id, page, names[2], locked=True)
    weigh_photo(robin.case, book.id, page, photo, 1)
    assert suggest_layouts(robin.case, now(robin, book), page).taken == names[2]
    take_photo_off(robin.case, book.id, page, photo)
    assert suggest_layouts(robin.case, now(robin, book), page).lost
    robin.case.undo()
    reject_layout(robin.case, book.id, page, names[2])
    left = suggest_layouts(robin.case, now(robin, book), page)
    assert names[2] not in [one.name for one in left.offered]


def test_only_books_themes_are_offered() -> None:
    assert set(themes()) == {"meadow", "night-sky", "paper", "patchwork", "seaside"}
    assert words_a_page(Band.FIRST_READER) == 50


def test_every_photo_of_the_first_book_stands_on_one_page_only(robin_with_all: FoundChild) -> None:
    made = make_first_book(robin_with_all)
    photos = [
        key
        for one in blocks_of(made)
        for slot in one.slots.values()
        for key in slot
        if isinstance(robin_with_all.case.records[key], Photo)
        and one.page_type not in {"cover", "about-me"}
    ]
    assert len(photos) == len(set(photos)) > 3
