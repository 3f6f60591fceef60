"""The first book of a child of whom little is known yet."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from lifestory.app.arranging_book import add_page, blocks_of, fill_slot
from lifestory.app.books import compose_edition, editions
from lifestory.app.caseload import add_child
from lifestory.app.first_book import first_book_if_none, make_first_book
from lifestory.app.left_out import LeftOut, left_out
from lifestory.app.open_case import FoundChild, keep_changed
from lifestory.app.open_store import Store
from lifestory.app.photos import (
    add_photos,
    bin_photo,
    keep_edges,
    name_person,
    photos,
    tell_photos_from,
)
from lifestory.app.reading import band_of_today
from lifestory.app.stories import add_passage
from lifestory.app.timeline import add_milestone, change_event
from lifestory.domain.arrangement import Edition, Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home
from lifestory.domain.media import DateSource, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, Recipient, Voice


def parts(made: Edition) -> list[tuple[Part, list[str]]]:
    return [(part.part, [one.page_type for one in part.blocks]) for part in made.sections]


def on(made: Edition, page_type: str, slot: str) -> list[list[UUID]]:
    """What fills a slot, for each page of a type."""
    return [list(b.slots.get(slot, ())) for b in blocks_of(made) if b.page_type == page_type]


def take_in(store: Store, child: FoundChild, album: Any, *names: str) -> list[Photo]:
    """Photos in the order they were named; without digits in the name they have no date."""
    files = [album.photo(name) for name in names]
    added = [one.photo for one in add_photos(store, child.case, files)]
    return [child.case.records[key] for key in added if key is not None]  # type: ignore[misc]


def live(child: FoundChild, start: str, end: str = "") -> tuple[Home, Person]:
    """A home with someone in it."""
    gran = Person(given="Gran")
    home = Home(
        about=frozenset({child.id}),
        people=(gran.id,),
        start=HonestDate.parse(start),
        end=HonestDate.parse(end) if end else None,
    )
    with child.case.change("Add a home") as change:
        change.add(gran)
        change.add(home)
    return home, gran


def test_photos_are_in_it_before_anybody_has_written_down_a_home(
    store: Store, robin: FoundChild, album: Any
) -> None:
    files = [album.photo(f"IMG_2023060{number}_120000.jpg") for number in range(1, 5)]
    list(add_photos(store, robin.case, files))
    made = make_first_book(robin)
    shown = [key for one in blocks_of(made) for key in one.slots.get("photos", ())]
    assert sorted(shown) == sorted(one.id for one in photos(robin.case))


@pytest.mark.parametrize(
    ("born", "theme"),
    [("2024-03-14", "meadow"), ("2017-03-14", "meadow"), ("2011-03-14", "paper"), ("?", "meadow")],
)
def test_it_is_for_the_child_as_old_as_they_are_today(store: Store, born: str, theme: str) -> None:
    wren = add_child(store, "Wren", HonestDate.parse(born))
    asked_for = first_book_if_none(wren, "First-Book")
    made = make_first_book(wren)
    assert asked_for is not None
    assert made.name == asked_for.name == "first-book"
    assert made.band is asked_for.band is band_of_today(wren)
    assert made.theme == asked_for.theme == theme
    assert len(compose_edition(wren.case, made)) >= 3


def test_an_edition_that_is_wished_for_keeps_its_reader(robin: FoundChild) -> None:
    assert make_first_book(robin, Edition(name="mine", band=Band.READ_TO_ME)).band == "0-4"


def test_the_passage_about_me_stands_on_the_page_about_me(robin: FoundChild) -> None:
    told = add_passage(robin, "About me", "I like horses.", Band.READER)
    add_passage(robin, "The lake", "We swam.", Band.READER)
    made = make_first_book(robin)
    assert on(made, "about-me", "passage") == [[told.id]]
    assert len(on(made, "story", "passage")) == 1
    pages = compose_edition(robin.case, made)
    words = [line.text for page in pages if page.page_type == "about-me" for line in page.words()]
    assert any("horses" in word for word in words)


def test_photos_of_no_known_day_stand_with_now_and_not_as_days_before(
    store: Store, robin: FoundChild, album: Any
) -> None:
    live(robin, "2017", "2020")
    live(robin, "2021")
    today, *undated = take_in(store, robin, album, "IMG_20230601_120000.jpg", "a.jpg", "b.jpg")
    made = make_first_book(robin)
    assert on(made, "home-along-the-way", "photos") == [[], [today.id]]
    assert on(made, "photos", "photos") == [[one.id for one in undated]]
    assert parts(made)[-1] == (Part.PRESENT, ["home-along-the-way", "photos"])
    (page,) = (one for one in blocks_of(made) if one.page_type == "photos")
    assert page.words["title"] == "Pictures I keep"
    assert left_out(robin, made) == LeftOut(placed_undated=2)


@pytest.mark.parametrize("clock", ["2012-01-02", "2131-05-04"])
def test_a_day_that_cannot_be_places_a_photo_no_more_than_none(
    store: Store, robin: FoundChild, album: Any, clock: str
) -> None:
    live(robin, "2017", "2020")
    live(robin, "2021")
    today, wrong = take_in(store, robin, album, "IMG_20230601_120000.jpg", "a.jpg")
    set_clock = replace(wrong, taken=HonestDate.parse(clock), taken_from=DateSource.CAMERA)
    keep_changed(robin.case, "Set the clock", set_clock)
    made = make_first_book(robin)
    assert on(made, "home-along-the-way", "photos") == [[], [today.id]]
    assert on(made, "photos", "photos") == [[wrong.id]]
    assert parts(made)[-1] == (Part.PRESENT, ["home-along-the-way", "photos"])
    assert left_out(robin, made) == LeftOut(placed_undated=1)


def test_a_photo_of_no_known_day_stands_with_the_home_whose_people_it_shows(
    store: Store, robin: FoundChild, album: Any
) -> None:
    _, gran = live(robin, "2017", "2020")
    live(robin, "2021")
    (photo,) = take_in(store, robin, album, "gran.jpg")
    name_person(robin.case, [photo.id], gran.id)
    made = make_first_book(robin, Edition(name="file", recipient=Recipient.COUNCIL_FILE))
    assert on(made, "home-along-the-way", "photos")[0] == [photo.id]


def test_the_child_alone_on_a_photo_is_on_the_cover_until_a_portrait_is_chosen(
    store: Store, robin: FoundChild, album: Any
) -> None:
    _, me = take_in(store, robin, album, "lake.jpg", "me.jpg")
    name_person(robin.case, [me.id], robin.child.person)
    made = make_first_book(robin)
    assert on(made, "cover", "photo") == on(made, "about-me", "photo") == [[me.id]]


def test_what_found_no_page_is_counted_and_why(store: Store, robin: FoundChild, album: Any) -> None:
    names = [f"IMG_202306{day:02}_120000.jpg" for day in range(1, 15)]
    undated, later, gran_in_it, binned, *_ = take_in(
        store, robin, album, "a.jpg", "b.jpg", "c.jpg", "d.jpg", *names
    )
    gran = live(robin, "2021")[1]
    tell_photos_from(robin.case, [later.id], 16)
    name_person(robin.case, [gran_in_it.id], gran.id)
    bin_photo(robin.case, binned.id)
    keep_edges(robin.case, [undated.id], scan=True)
    add_passage(robin, "Court", "The judge decided.", Band.ADULT)
    made = make_first_book(robin)
    shown = {key for page in on(made, "photos", "photos") for key in page}
    assert len(shown) == 12
    assert not shown & {later.id, gran_in_it.id}, "a page has no hole where one is held back"
    assert left_out(robin, made) == LeftOut(waiting=3, undated=1, refused=2, binned=1, older=1)


def test_a_child_of_whose_birth_nothing_is_known_is_not_told_so_on_a_page(store: Store) -> None:
    made = make_first_book(add_child(store, "Wren"))
    assert [one.page_type for one in blocks_of(made)] == ["cover", "title", "about-me"]


def words_of(child: FoundChild, made: Edition, page_type: str) -> str:
    pages = compose_edition(child.case, made)
    mine = (page for page in pages if page.page_type == page_type)
    return " ".join(" ".join(one.text.split()) for page in mine for one in page.words())


def name_home(child: FoundChild, home: Home, name: str) -> None:
    change_event(child.case, replace(home, name=name))


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("name", ["Mum Kelly's flat", "A short stay", "Sue and Dave's house"])
def test_a_home_reads_right_by_any_name(robin: FoundChild, name: str, voice: Voice) -> None:
    name_home(robin, live(robin, "2017", "2020")[0], name)
    live(robin, "2020")
    for at in range(3):
        add_milestone(robin, "I swam.", HonestDate.parse(f"201{7 + at}"), Band.FIRST_READER)
    made = make_first_book(robin, Edition(name="mine", band=Band.FIRST_READER, voice=voice))
    for page in ("home-along-the-way", "moves-path", "timeline"):
        said = words_of(robin, made, page)
        assert name in said
        assert f"with {name}" not in said


def test_one_lives_with_people(robin: FoundChild) -> None:
    home, _ = live(robin, "2017", "2020")
    live(robin, "2020")
    name_home(robin, home, "Nanna Gran")
    said = words_of(robin, make_first_book(robin), "home-along-the-way")
    assert "My home with Nanna Gran" in said


def test_a_home_whose_end_nobody_knows_says_when_it_began(robin: FoundChild) -> None:
    home, _ = live(robin, "February 2020", "2021")
    change_event(robin.case, replace(home, end=HonestDate.unknown()))
    live(robin, "2022")
    assert "from when I was nearly 3" in words_of(
        robin, make_first_book(robin), "home-along-the-way"
    )


def test_the_home_of_today_is_never_told_as_one_of_which_little_is_known(
    robin: FoundChild,
) -> None:
    live(robin, "2017", "2020")
    live(robin, "2020")
    made = make_first_book(robin)
    assert parts(made)[-1] == (Part.PRESENT, ["home-along-the-way"])
    assert "This is where I live now." in words_of(robin, made, "home-along-the-way")


def test_a_home_page_filled_by_hand_with_the_home_of_today_goes_to_now(robin: FoundChild) -> None:
    live(robin, "2017", "2020")
    today, _ = live(robin, "2020")
    made = make_first_book(robin)
    page = add_page(robin.case, made.id, "home-along-the-way")
    assert page is not None
    fill_slot(robin.case, made.id, page.id, "home", [today.id])
    section = next(
        one for one in editions(robin)[0].sections if page.id in {block.id for block in one.blocks}
    )
    assert section.part is Part.PRESENT
    assert robin.case.undo()
    assert editions(robin)[0].sections[2].blocks[-1].id == page.id


def test_why_i_moved_stands_before_even_when_it_ends_at_home(robin: FoundChild) -> None:
    live(robin, "2017", "2020")
    _, gran = live(robin, "2020")
    told = f"It was not my fault. Now [Gran](person:{gran.id}) looks after me."
    moved = add_passage(robin, "Why I moved", told, Band.READ_TO_ME)
    for part in make_first_book(robin).sections:
        held = {key for block in part.blocks for key in block.slots.get("passage", ())}
        assert (moved.id in held) == (part.part is Part.PAST)


def test_with_words_about_me_nothing_is_said_twice(robin: FoundChild) -> None:
    add_passage(robin, "About me", "I am Robin. I am nine.", Band.READ_TO_ME)
    assert words_of(robin, make_first_book(robin), "about-me").count("I am Robin.") == 1


def test_no_wordless_page_stands_in_it_where_another_order_needs_none(robin: FoundChild) -> None:
    live(robin, "2017", "2018")
    live(robin, "2018", "2020")
    live(robin, "2020")
    add_passage(robin, "The lake", "We swam.", Band.READ_TO_ME)
    pages = compose_edition(robin.case, make_first_book(robin))
    pauses = [
        one
        for before, one in pairwise(pages)
        if one.page_type == "opening" and not any(one.words()) and one.part == before.part
    ]
    assert [one.number for one in pauses] == [2], "the inside of the cover"
