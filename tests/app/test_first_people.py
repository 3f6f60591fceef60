"""A first book has the pages that stand on people where someone fills them, and not else."""

from __future__ import annotations

import pytest

from lifestory.app.arranging_book import blocks_of
from lifestory.app.books import compose_edition
from lifestory.app.first_book import make_first_book
from lifestory.app.open_case import FoundChild
from lifestory.app.people import add_person
from lifestory.app.stories import add_passage, write_translation
from lifestory.app.timeline import add_fact
from lifestory.domain.arrangement import Edition, Part
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage


def kinds(found: FoundChild, band: Band = Band.FIRST_READER) -> list[str]:
    return [one.page_type for one in blocks_of(make_first_book(found, Edition(band=band)))]


def test_a_birth_parent_makes_a_tree_for_the_young_and_signs_for_the_older(
    robin: FoundChild,
) -> None:
    assert not {"family-tree", "genogram"} & set(kinds(robin))
    add_person(robin, Person(known_as="Kelly"), "birth mother")
    assert "family-tree" in kinds(robin)
    older = kinds(robin, Band.OLDER)
    assert "genogram" in older
    assert "family-tree" not in older


@pytest.mark.parametrize("is_a", ["friend", "social worker"])
def test_friends_and_helpers_make_no_tree(robin: FoundChild, is_a: str) -> None:
    add_person(robin, Person(known_as="Dee"), is_a)
    found = kinds(robin)
    assert "family-tree" not in found
    assert ("people-who-helped" in found) == (is_a == "social worker")


def test_a_country_makes_a_page_of_heritage_and_a_town_does_not(robin: FoundChild) -> None:
    with robin.case.change("Add places") as change:
        change.add(Place(name="Derby", sort=PlaceKind.TOWN))
    assert "heritage" not in kinds(robin)
    with robin.case.change("Add places") as change:
        change.add(Place(name="Jamaica", sort=PlaceKind.COUNTRY))
    assert "heritage" in kinds(robin)


def test_words_of_care_are_explained_at_the_end_where_there_are_a_few(robin: FoundChild) -> None:
    assert "words-explained" not in kinds(robin)
    told = "A judge, a social worker and my foster carer talked about adoption."
    with robin.case.change("Add a passage") as change:
        change.add(Passage(texts={Band.FIRST_READER: told}))
    assert kinds(robin)[-1] == "words-explained"


def test_who_lives_here_brothers_and_sisters_and_a_parent_one_knows_of_have_pages(
    robin: FoundChild,
) -> None:
    own = {"my-family-now", "brothers-and-sisters", "birth-parent"}
    assert not own & set(kinds(robin))
    add_person(robin, Person(known_as="Kelly"), "birth mother")
    add_person(robin, Person(known_as="Jo"), "adoptive mother")
    add_person(robin, Person(known_as="Skye"), "sister")
    assert own & set(kinds(robin)) == {"my-family-now"}, "Skye is named only with permission"
    add_fact(robin, "kelly", "Kelly loved yellow.", Band.FIRST_READER)
    add_passage(robin, "My sister", "I have a sister.", Band.FIRST_READER)
    found = kinds(robin)
    assert own <= set(found)
    assert found.index("my-family-now") < found.index("birth-parent")


def test_a_fact_kept_under_a_parents_name_is_told_of_them_and_not_of_the_child(
    robin: FoundChild,
) -> None:
    add_person(robin, Person(known_as="Kelly"), "birth mother")
    mine = add_fact(robin, "loves", "swimming", Band.FIRST_READER)
    hers = add_fact(robin, "Kelly", "Kelly loved yellow.", Band.FIRST_READER)
    pages = blocks_of(make_first_book(robin, Edition(band=Band.FIRST_READER)))
    held = {one.page_type: one.slots.get("facts", ()) for one in pages}
    assert held["about-me"] == (mine.id,)
    assert held["birth-parent"] == (hers.id,)


@pytest.mark.parametrize(
    ("topic", "page", "part"),
    [
        ("food", "heritage", Part.PAST),
        ("will-be", "family-time", Part.PAST),
        ("promises", "my-promises", Part.FUTURE),
        ("questions", "questions", Part.FUTURE),
        ("skills", "growing-up", Part.FUTURE),
    ],
)
def test_a_topic_with_a_page_of_its_own_stands_there(
    robin: FoundChild, topic: str, page: str, part: Part
) -> None:
    fact = add_fact(robin, topic, "soup", Band.FIRST_READER)
    made = make_first_book(robin, Edition(band=Band.OLDER))
    (there,) = (one for one in made.sections if page in {b.page_type for b in one.blocks})
    assert there.part is part
    holding = [one.page_type for one in blocks_of(made) if fact.id in one.slots.get("facts", ())]
    assert holding == [page]
    young = set(kinds(robin))
    assert (page in young) == (page != "growing-up"), "that one is for readers from 12"


def test_words_and_facts_of_one_matter_share_its_page(robin: FoundChild) -> None:
    fact = add_fact(robin, "was", "We met at the park.", Band.FIRST_READER)
    told = add_passage(robin, "Family time", "We play.", Band.FIRST_READER)
    pages = blocks_of(make_first_book(robin, Edition(band=Band.FIRST_READER)))
    (page,) = (one for one in pages if one.page_type == "family-time")
    assert page.slots == {"passage": (told.id,), "facts": (fact.id,)}


@pytest.mark.parametrize("most", [(Band.READ_TO_ME, 14), (Band.FIRST_READER, 24)])
def test_a_child_of_whom_a_little_is_known_has_a_book_as_long_as_its_reader_takes(
    robin: FoundChild, most: tuple[Band, int]
) -> None:
    for name, is_a in (("Kelly", "birth mother"), ("Jo", "mum"), ("Dee", "social worker")):
        add_person(robin, Person(known_as=name), is_a)
    with robin.case.change("Add a place") as change:
        change.add(Place(name="Ireland", sort=PlaceKind.COUNTRY))
    add_fact(robin, "hopes", "I want to swim.", Band.READ_TO_ME)
    band, pages = most
    made = make_first_book(robin, Edition(band=band))
    assert len(compose_edition(robin.case, made)) <= pages


def test_what_is_told_in_two_languages_has_them_side_by_side(robin: FoundChild) -> None:
    told = add_passage(robin, "Good night", "Sleep well.", Band.FIRST_READER)
    assert "story" in kinds(robin)
    write_translation(robin.case, told, Band.FIRST_READER, "ga", "Codladh sámh.")
    assert "bilingual" in kinds(robin)
    assert "story" not in kinds(robin)
