"""A life as the timeline knows it: every record it shows, as it stands, and how each is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from lifestory.app.gaps import Gap, gaps
from lifestory.app.open_case import FoundChild
from lifestory.app.portraits import about_portrait
from lifestory.app.reading import band_of_today
from lifestory.app.timeline import facts, homes, milestones
from lifestory.domain.dates import HonestDate, age_at, age_in_words
from lifestory.domain.life import Certainty, Evidence, Fact, Home, Milestone, Source
from lifestory.domain.media import Photo
from lifestory.domain.people import Child, Person, Place
from lifestory.domain.readers import Band, band_for, text_for
from lifestory.domain.standing import Box
from lifestory.gui.models.mentions import Targets, plain, targets_of

translate = QCoreApplication.translate

TOPICS = (
    "loves", "good-at", "laughs-at", "best-colour", "friends", "best-food", "hopes", "birth-day",
)  # fmt: skip
"""The topics the book has a heading or a page for."""


@dataclass(frozen=True, slots=True)
class Life:
    """What the timeline needs to know of one child; records as they stand."""

    name: str = ""
    born: date | None = None
    homes: tuple[Home, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    mentions: Targets = field(default_factory=dict)
    child: Child | None = None
    facts: tuple[Fact, ...] = ()
    places: tuple[Place, ...] = ()
    photos: tuple[Photo, ...] = ()
    faces: Mapping[UUID, Box] = field(default_factory=dict)
    """What a round frame shows of a person's portrait, where their face is marked in it."""
    band: Band = field(default_factory=lambda: band_for(None))
    today: date = field(default_factory=date.today)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The times between homes."""
        return gaps(self.homes, self.milestones, self.born, self.today)

    def person(self, key: UUID | None) -> str:
        """What somebody is called, "" when nobody knows."""
        return next((one.called for one in self.people if one.id == key), "")

    def source(self, key: UUID | None) -> str:
        """The title of a source document."""
        return next((one.title for one in self.sources if one.id == key), "")

    def place(self, key: UUID | None) -> str:
        """The name of a place."""
        return next((one.name for one in self.places if one.id == key), "")

    def home_name(self, home: Home) -> str:
        """What a home is called: its name, else the people's, else its place."""
        named = [self.person(one) for one in home.people]
        listed = translate("Life", " and ").join(one for one in named if one)
        return home.name or listed or self.place(home.place) or translate("Life", "A home")

    def age_in_words(self, when: HonestDate) -> str:
        """How old the child was then; "" when it cannot be said or was not born yet."""
        if self.born is None or self.is_before_birth(when):
            return ""
        age = age_at(self.born, when)
        return age_in_words(age) if age else ""

    def is_before_birth(self, when: HonestDate) -> bool:
        """True when all that a date may mean lies before birth."""
        span = when.span(self.born)
        return span is not None and self.born is not None and span.last < self.born

    def is_to_come(self, when: HonestDate) -> bool:
        """True when all that a date may mean lies after today."""
        span = when.span(self.born)
        return span is not None and span.first > self.today

    def then(self, when: HonestDate) -> str:
        """A sentence on the child at that time: "Robin was nearly 3, at Sue and Dave." """
        age = self.age_in_words(when)
        if not self.name:
            return ""
        if self.is_before_birth(when):
            return translate("Life", "Before {name} was born.").format(name=self.name)
        if not age:
            return ""
        at = self._home_then(when)
        if at:
            said = translate("Life", "{name} was {age}, at {home}.")
            return said.format(name=self.name, age=age, home=self.home_name(at))
        return translate("Life", "{name} was {age}.").format(name=self.name, age=age)

    def _home_then(self, when: HonestDate) -> Home | None:
        """The only home where the child surely was all through that time."""
        span = when.span(self.born)
        if span is None:
            return None
        for home in self.homes:
            start = home.start.span(self.born)
            end = home.end.span(self.born) if home.end else None
            ended = end.first if end else (self.today if home.end is None else None)
            if start and ended and start.last <= span.first and span.last <= ended:
                return home
        return None

    def certainty_in_words(self, evidence: Evidence) -> str:
        """ "known, court bundle, page 14", "thought, Sue"."""
        page = translate("Life", "page {page}").format(page=evidence.page) if evidence.page else ""
        sure = sure_in_words(evidence.certainty)
        said = (sure, self.source(evidence.source), page, self.person(evidence.said_by))
        return ", ".join(one for one in said if one)


def life_of(found: FoundChild) -> Life:
    """The life of one child, read from the case as it stands."""
    person, records = found.person, found.case.records
    return Life(
        name=person.called if person else "",
        born=found.child.born.day(),
        homes=homes(found),
        milestones=milestones(found),
        sources=records.of(Source),
        people=records.of(Person),
        mentions=targets_of(records),
        child=found.child,
        facts=facts(found),
        places=records.of(Place),
        photos=tuple(photo for photo in records.of(Photo) if not photo.binned),
        faces={
            one.id: face
            for one in records.of(Person)
            if (face := about_portrait(records, one)) is not None
        },
        band=band_of_today(found),
    )


def sure_in_words(certainty: Certainty) -> str:
    """ "known", "thought" or "not known"."""
    return {
        Certainty.KNOWN: translate("Life", "known"),
        Certainty.THOUGHT: translate("Life", "thought"),
        Certainty.NOT_KNOWN: translate("Life", "not known"),
    }[certainty]


def topic_in_words(topic: str) -> str:
    """What a fact is about, as the worker reads it; a topic of their own as it is written."""
    known = {
        "loves": translate("Life", "Loves"),
        "good-at": translate("Life", "Good at"),
        "laughs-at": translate("Life", "Laughs at"),
        "best-colour": translate("Life", "Best colour"),
        "friends": translate("Life", "Friends"),
        "best-food": translate("Life", "Best food"),
        "hopes": translate("Life", "Hopes"),
        "birth-day": translate("Life", "The day of birth"),
    }
    said = topic.replace("-", " ")
    return known.get(topic) or said[:1].upper() + said[1:] or translate("Life", "No topic yet")


def milestone_in_words(milestone: Milestone) -> str:
    """Its sentence, for the oldest band that has one."""
    words = plain(text_for(milestone.texts, Band.ADULT)).strip()
    return words or translate("Life", "Something that happened")


def fact_in_words(fact: Fact) -> str:
    """Its statement, for the oldest band that has one."""
    words = plain(text_for(fact.texts, Band.ADULT)).strip()
    return words or translate("Life", "Not written yet")
