"""A first book has the pages that stand on people where someone fills them, and not else."""

from __future__ import annotations

import pytest

from lifestory.app.arranging_book import blocks_of
from lifestory.app.first_book import make_first_book
from lifestory.app.open_case import FoundChild
from lifestory.app.people import add_person
from lifestory.domain.arrangement import Edition
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
