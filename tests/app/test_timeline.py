"""Homes, facts and births: each verb is one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace

from lifestory.app.open_case import FoundChild
from lifestory.app.timeline import (
    add_fact,
    add_home,
    add_milestone,
    change_event,
    facts,
    homes,
    take_out_event,
)
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Source
from lifestory.domain.people import Place, PlaceKind
from lifestory.domain.readers import Band

YOUNG = Band.FIRST_READER


def test_homes_stand_in_the_order_they_were_lived_in(robin: FoundChild) -> None:
    second = add_home(robin, HonestDate.parse("2019"))
    first = add_home(robin, HonestDate.parse("14 March 2017"), HonestDate.parse("2019"))
    undated = add_home(robin, HonestDate.unknown(), HonestDate.unknown())
    assert homes(robin) == (first, second, undated)


def test_facts_of_one_topic_stand_together(robin: FoundChild) -> None:
    loves = add_fact(robin, "loves", "pancakes", YOUNG)
    hopes = add_fact(robin, "hopes", "to swim", YOUNG)
    also = add_fact(robin, "loves", "maps", YOUNG)
    assert facts(robin) == (loves, also, hopes)


def test_a_new_source_comes_and_goes_with_the_change_that_names_it(robin: FoundChild) -> None:
    tooth = add_milestone(robin, "First tooth", HonestDate.unknown(), YOUNG)
    notes = Source(about=tooth.about, title="red book")
    sourced = replace(tooth, evidence=replace(tooth.evidence, source=notes.id))
    change_event(robin.case, sourced, notes)
    assert robin.case.records[tooth.id] == sourced
    assert robin.case.records[notes.id] == notes
    robin.case.undo()
    assert robin.case.records[tooth.id] == tooth
    assert notes.id not in robin.case.records


def test_the_facts_of_the_birth_are_kept_with_the_child(robin: FoundChild) -> None:
    town = Place(about=frozenset({robin.id}), name="Derby", sort=PlaceKind.TOWN)
    change_event(robin.case, replace(robin.child, weight_grams=3200, birth_place=town.id), town)
    assert robin.child.weight_grams == 3200
    assert robin.case.records.find(Place, robin.child.birth_place) == town
    robin.case.undo()
    assert robin.child.weight_grams is None


def test_what_was_taken_out_meanwhile_stays_out(robin: FoundChild) -> None:
    home = add_home(robin, HonestDate.parse("2019"))
    take_out_event(robin.case, home.id)
    change_event(robin.case, replace(home, name="Gran’s"))
    take_out_event(robin.case, home.id)
    assert homes(robin) == ()
    robin.case.undo()
    assert homes(robin) == (home,)
