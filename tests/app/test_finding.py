"""Finding anything of a child's by words of it."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from lifestory.app.arranging_book import add_page, page_type
from lifestory.app.finding import Sort, Thing, fold, index_of, matching
from lifestory.app.open_case import FoundChild
from lifestory.app.people import add_person
from lifestory.app.stories import add_passage
from lifestory.app.timeline import add_milestone
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band


def found(robin: FoundChild, typed: str) -> list[tuple[Sort, str]]:
    return [(one.sort, one.words) for one in matching(index_of(robin), typed)]


@pytest.fixture
def lucja(robin: FoundChild) -> Person:
    """Her given name stands in no book, but the worker may look for it."""
    lucja = Person(given="Łucja", surname="Wójcik", known_as="Auntie Lou")
    return add_person(robin, lucja, "aunt")


def test_a_person_is_found_by_any_name_without_its_accents(
    robin: FoundChild, lucja: Person
) -> None:
    for typed in ("Lou", "lucja", "WOJCIK lucja", "wój", "aunt lou"):
        assert (Sort.PERSON, "Auntie Lou") in found(robin, typed)


def test_what_is_told_is_found_by_its_words_and_its_date(robin: FoundChild, lucja: Person) -> None:
    add_milestone(robin, "I learnt to swim.", HonestDate.parse("June 2021"), Band.FIRST_READER)
    text = f"[Auntie Lou](person:{lucja.id}) makes **soup**."
    add_passage(robin, "Fridays", text, Band.FIRST_READER)
    assert found(robin, "swim 2021") == [(Sort.MILESTONE, "I learnt to swim.")]
    assert found(robin, "soup") == [(Sort.PASSAGE, "Fridays")]
    assert found(robin, str(lucja.id)) == []


def test_what_lies_in_the_bin_is_not_found(robin: FoundChild) -> None:
    kept = Photo(about=frozenset({robin.id}), captions={Band.FIRST_READER: "At the beach"})
    binned = replace(Photo(about=kept.about, captions=kept.captions), binned=True)
    with robin.case.change("Add photos") as change:
        change.add(kept)
        change.add(binned)
    assert [one.record for one in matching(index_of(robin), "beach")] == [kept]


def test_what_begins_with_the_words_comes_first_and_each_sort_stays_short(
    robin: FoundChild,
) -> None:
    for name in ("Suzanne", "Roseanne", *(f"Ann{number}" for number in range(9))):
        add_person(robin, Person(given=name))
    names = [words for _, words in found(robin, "ann")]
    assert len(names) == 5
    assert all(name.startswith("Ann") for name in names)


@pytest.mark.parametrize("typed", ["", "  ", "\t"])
def test_nothing_typed_finds_nothing(robin: FoundChild, typed: str) -> None:
    assert found(robin, typed) == []


def test_the_letters_of_other_scripts_are_found_as_they_are(robin: FoundChild) -> None:
    add_person(robin, Person(given="نور جہاں"))
    assert found(robin, "نور")[0][0] is Sort.PERSON
    assert fold("Ærø  Đorđe") == "ærø dorđe".replace("ø", "o").replace("đ", "d")


def test_ten_thousand_photos_are_looked_through_between_two_keys(robin: FoundChild) -> None:
    words = "gran at the beach in summer with the otter and a lantern"
    photo = Photo(about=frozenset({robin.id}))
    things = [Thing(Sort.PHOTO, words, "", photo, f"{words} {number}") for number in range(10_000)]
    took = []
    for typed in ("g", "lan", "9999", "nowhere"):
        began = time.process_time()
        assert len(matching(things, typed)) <= 5
        took.append(time.process_time() - began)
    assert max(took) < 0.016, "a key is 16 ms, with all that is drawn for it"


def test_a_page_is_found_by_what_the_book_place_calls_it(robin: FoundChild) -> None:
    edition = Edition(about=frozenset({robin.id}), child=robin.id, name="tried")
    with robin.case.change("Add an edition") as change:
        change.add(edition)
    add_page(robin.case, edition.id, "day-i-was-born")
    called = page_type("day-i-was-born").called
    assert found(robin, "day i was born") == [(Sort.PAGE, called)]
