"""Milestones, passages, people: each verb is one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

import pytest

from lifestory.app.open_case import FoundChild, Gone, with_its_step
from lifestory.app.people import (
    add_person,
    change_person,
    people,
    relationships,
    remove_person,
)
from lifestory.app.placing_words import take_out_words
from lifestory.app.stories import (
    add_passage,
    change_passage,
    passages,
    write_text,
)
from lifestory.app.timeline import (
    add_milestone,
    change_milestone,
    milestones,
    remove_milestone,
)
from lifestory.domain.dates import HonestDate
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.store.troubles import SomethingSince

YOUNG, OLDER = Band.FIRST_READER, Band.OLDER


def test_milestones_stand_in_the_order_of_a_life(robin: FoundChild) -> None:
    add_milestone(robin, "First school day", HonestDate.parse("September 2021"), YOUNG)
    add_milestone(robin, "Nobody knows when", HonestDate.unknown(), YOUNG)
    add_milestone(robin, "First step", HonestDate.parse("12 months"), YOUNG)
    order = [one.texts[YOUNG] for one in milestones(robin)]
    assert order == ["First step", "First school day", "Nobody knows when"]


def test_each_verb_is_one_step_back(robin: FoundChild) -> None:
    first = add_milestone(robin, "First tooth", HonestDate.parse("7 months"), YOUNG)
    change_milestone(robin.case, replace(first, texts={YOUNG: "My first tooth"}))
    remove_milestone(robin.case, first.id)
    assert milestones(robin) == ()
    robin.case.undo()
    assert [one.texts[YOUNG] for one in milestones(robin)] == ["My first tooth"]
    robin.case.undo()
    assert milestones(robin) == (first,)


def test_keeping_what_did_not_change_writes_nothing(robin: FoundChild) -> None:
    passage = add_passage(robin, "Home", "We live here.", YOUNG)
    lines = len(list(robin.case.journal()))
    change_passage(robin.case, passage)
    write_text(robin.case, passage, YOUNG, "We live here.")
    assert len(list(robin.case.journal())) == lines


def test_writing_for_one_band_leaves_the_others(robin: FoundChild) -> None:
    passage = add_passage(robin, "Home", "We live here.", YOUNG)
    write_text(robin.case, passage, OLDER, "This is where we moved in 2020.")
    assert passages(robin)[0].texts == {
        YOUNG: "We live here.",
        OLDER: "This is where we moved in 2020.",
    }
    take_out_words(robin.case, passage.id)
    assert passages(robin) == ()


def test_a_person_comes_and_goes_with_what_they_are_to_the_child(robin: FoundChild) -> None:
    gran = add_person(robin, Person(given="Maureen", known_as="Gran"), "grandmother")
    assert [one.is_a for one in relationships(robin)] == ["grandmother"]
    change_person(robin.case, replace(gran, known_as="Granny"))
    assert [one.called for one in people(robin.case)] == ["Granny", "Robin"]
    remove_person(robin.case, gran.id)
    assert relationships(robin) == ()
    robin.case.undo()
    assert [one.is_a for one in relationships(robin)] == ["grandmother"]


def test_who_and_what_was_taken_out_meanwhile_is_gone(robin: FoundChild) -> None:
    gran = add_person(robin, Person(given="Maureen"))
    tooth = add_milestone(robin, "First tooth", HonestDate.parse("7 months"), YOUNG)
    for take_out, key in ((remove_person, gran.id), (remove_milestone, tooth.id)):
        take_out(robin.case, key)
        before = dict(robin.case.records)
        with pytest.raises(Gone):
            take_out(robin.case, key)
        assert dict(robin.case.records) == before


def test_no_title_in_the_journal_names_anyone(robin: FoundChild) -> None:
    add_person(robin, Person(given="Maureen", surname="Okafor"), "grandmother")
    add_milestone(robin, "Maureen came to tea", HonestDate.parse("2020"), YOUNG)
    titles = " ".join(line.title for line in robin.case.journal())
    assert not {"Robin", "Maureen", "Okafor"} & set(titles.split())


def test_work_knows_its_own_step_among_what_others_write_meanwhile(robin: FoundChild) -> None:
    def import_one() -> None:
        add_milestone(robin, "Brought in", HonestDate.unknown(), YOUNG)

    def work() -> str:
        add_person(robin, Person(known_as="Gran"))
        other = Thread(target=import_one)
        other.start()
        other.join()
        return "done"

    done, step = with_its_step(robin.case, work)
    assert done == "done"
    with pytest.raises(SomethingSince):
        robin.case.undo_only(step)
    assert len(milestones(robin)) == 1
    robin.case.undo()
    robin.case.undo_only(step)
    assert not [one for one in people(robin.case) if one.known_as == "Gran"]


def test_work_that_writes_nothing_takes_nothing_back(robin: FoundChild) -> None:
    add_person(robin, Person(known_as="Gran"))
    _, step = with_its_step(robin.case, lambda: None)
    with pytest.raises(SomethingSince):
        robin.case.undo_only(step)
