"""What happened and what is true of a child: homes, milestones, facts and the day of birth, in the
order of a life, added, changed, taken out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from lifestory.app.gaps import Gap
from lifestory.app.open_case import FoundChild, OpenCase, about, standing, take_out
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Evidence, Fact, Home, Milestone, Source
from lifestory.domain.people import Child, Person, Place
from lifestory.domain.readers import Band

Event = Home | Milestone | Fact | Child
"""What the timeline keeps; of the child, the day of birth."""

_CHANGED = {
    "home": "Change a home",
    "milestone": "Change a milestone",
    "fact": "Change a fact",
    "child": "Change the name or birth",
}
_TAKEN_OUT = {
    "home": "Take out a home",
    "milestone": "Take out a milestone",
    "fact": "Take out a fact",
}


def milestones(found: FoundChild) -> tuple[Milestone, ...]:
    """The milestones about this child in the order they happened, undated ones last."""
    born = found.child.born.day()
    return tuple(sorted(about(found, Milestone), key=lambda one: one.when.sort_key(born)))


def homes(found: FoundChild) -> tuple[Home, ...]:
    """The homes of this child in the order they were lived in, undated ones last."""
    born = found.child.born.day()
    return tuple(sorted(about(found, Home), key=lambda one: one.start.sort_key(born)))


def facts(found: FoundChild) -> tuple[Fact, ...]:
    """The facts about this child, those of one topic together, topics in the order they came."""
    standing = about(found, Fact)
    topics = list(dict.fromkeys(one.topic for one in standing))
    return tuple(sorted(standing, key=lambda one: topics.index(one.topic)))


def add_milestone(found: FoundChild, text: str, when: HonestDate, band: Band) -> Milestone:
    """A new milestone of this child with its text in one band."""
    texts = {band: text} if text else {}
    milestone = Milestone(about=frozenset({found.id}), texts=texts, when=when)
    with found.case.change("Add a milestone") as change:
        change.add(milestone)
    return milestone


def add_home(found: FoundChild, start: HonestDate, end: HonestDate | None = None) -> Home:
    """A new home of this child; without an end, the child lives there still."""
    home = Home(about=frozenset({found.id}), start=start, end=end)
    with found.case.change("Add a home") as change:
        change.add(home)
    return home


def add_fact(found: FoundChild, topic: str, text: str, band: Band) -> Fact:
    """A new fact about this child with its text in one band."""
    fact = Fact(about=frozenset({found.id}), topic=topic, texts={band: text} if text else {})
    with found.case.change("Add a fact") as change:
        change.add(fact)
    return fact


def name_gap(found: FoundChild, gap: Gap, words: str, band: Band) -> Milestone:
    """Say of a time between homes what is known of it: a milestone within it, not known for sure
    until somebody finds out."""
    milestone = Milestone(
        about=frozenset({found.id}),
        texts={band: words},
        when=gap.when,
        evidence=Evidence(certainty=Certainty.NOT_KNOWN),
    )
    with found.case.change("Name a time between homes") as change:
        change.add(milestone)
    return milestone


def change_milestone(case: OpenCase, milestone: Milestone) -> None:
    """Keep a changed milestone; nothing is written when nothing changed."""
    change_event(case, milestone)


def remove_milestone(case: OpenCase, milestone: UUID) -> None:
    """Take a milestone out; undo brings it back. Raises Gone."""
    take_out(case, _TAKEN_OUT["milestone"], standing(case, Milestone, milestone))


def change_event(case: OpenCase, event: Event, *new: Source | Place | Person) -> None:
    """Keep a changed home, milestone, fact or child; `new` are the sources, places and people it
    now names for the first time, or the child's own person under another name, kept in the same
    step. What was taken out meanwhile stays out."""
    standing = case.records.get(event.id)
    if standing is None:
        return
    with case.change(_CHANGED[event.kind]) as change:
        for one in new:
            known = case.records.get(one.id)
            change.add(one) if known is None else change.replace(known, one)
        change.replace(standing, event)
        if isinstance(event, Child) and event.person not in {one.id for one in new}:
            person = case.records.find(Person, event.person)
            if person is not None:
                change.replace(person, replace(person, born=event.born))


def take_out_event(case: OpenCase, event: UUID) -> bool:
    """Take a home, milestone or fact out; undo brings it back. False when it was out already."""
    standing = case.records.get(event)
    if standing is None:
        return False
    take_out(case, _TAKEN_OUT[standing.kind], standing)
    return True
