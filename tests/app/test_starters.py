"""Ways to begin a passage, and what is known behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifestory import assets
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.facts_behind import MOST, facts_behind
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store
from lifestory.app.people import add_person
from lifestory.app.reading import limits, measure
from lifestory.app.starters import starters
from lifestory.app.stories import add_passage, passages
from lifestory.app.timeline import add_milestone
from lifestory.app.words import read, write
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home
from lifestory.domain.people import Person
from lifestory.domain.readers import Band

YOUNG = Band.FIRST_READER


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize(
    "heading", ["About me", "Why I couldn’t stay", "My birth dad", "Something else", ""]
)
def test_every_heading_has_sentences_for_every_reader(heading: str, band: Band) -> None:
    offered = starters(heading, band)
    assert offered
    assert all(write(read(one)) == one for one in offered)


def test_sentences_are_about_the_heading_and_for_the_reader() -> None:
    young, older = (starters("Why I couldn’t stay", band) for band in (YOUNG, Band.OLDER))
    assert "It was not safe for me to stay. That was never my fault." in young
    assert starters("WHY I COULD NOT STAY", Band.READER) == young
    assert set(young).isdisjoint(older)


@pytest.mark.parametrize(
    "heading",
    ["Promises to me", "Growing up", "My questions", "A letter from Nan", "My memory box",
     "Family time with Gran"],
)  # fmt: skip
def test_pages_that_a_worker_dreads_to_begin_have_sentences_of_their_own_for_every_age(
    heading: str,
) -> None:
    ages = (Band.READ_TO_ME, Band.FIRST_READER, Band.READER, Band.OLDER)
    offered = [starters(heading, band) for band in ages]
    assert len(set(offered)) == len(ages)
    for band, there in zip(ages, offered, strict=True):
        assert there != starters("Something else", band)
        assert all(measure(one).longest <= limits(band).longest for one in there)


def test_behind_a_passage_stand_its_page_and_the_people_it_names(robin: FoundChild) -> None:
    pat = add_person(robin, Person(known_as="Pat"), "foster carer")
    passage = add_passage(robin, "Pat", f"[Pat](person:{pat.id}) sang to me.", YOUNG)
    other = add_passage(robin, "Sea", "We went.", YOUNG)
    zoo = add_milestone(robin, "The zoo", HonestDate.parse("2021"), YOUNG)
    zoo_with_pat = replace(zoo, people=(pat.id,))
    alone = add_milestone(robin, "A tooth", HonestDate.parse("2019"), YOUNG)
    home = Home(name="The flat", about=frozenset({robin.id}))
    page = Block(
        page_type="home-along-the-way",
        slots={"home": (home.id,), "passage": (passage.id,)},
    )
    with robin.case.change("Make a book") as change:
        change.add(home)
        change.replace(zoo, zoo_with_pat)
        sections = (Section(part=Part.PAST, blocks=(page,)),)
        change.add(Edition(child=robin.id, sections=sections))
    assert facts_behind(robin, passage) == (home, zoo_with_pat)
    assert facts_behind(robin, other) == ()
    assert alone not in facts_behind(robin, passage)


def test_the_sample_has_facts_behind_its_words(store: Store) -> None:
    taken = add_from_open_folder(store, assets.path("sample", "robin"))
    found = find_child(store, taken.children[0])
    behind = [facts_behind(found, one) for one in passages(found)]
    assert any(behind)
    assert all(len(one) <= MOST for one in behind)
