"""The case, its children, the people around them, and the places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from lifestory.domain.dates import HonestDate
from lifestory.domain.records import Record


class Stage(StrEnum):
    """How far a child's story has come."""

    PHOTOS = "photos"
    FACTS = "facts"
    STORY = "story"
    CHECK = "check"
    HAND_OVER = "hand-over"
    HANDED_OVER = "handed-over"


@dataclass(frozen=True, kw_only=True)
class Case(Record):
    """A sibling set, usually of one child."""

    kind: ClassVar[str] = "case"

    reference: Annotated[str, "Short, neutral reference; says nothing about anyone."] = ""
    opened: Annotated[HonestDate, "When work on it began."] = HonestDate()
    archived: Annotated[bool, "Put away: not shown with the open cases."] = False


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Someone in the story: the child too, and pets. What they are called in the book is apart
    from the full name, which is never printed unless allowed."""

    kind: ClassVar[str] = "person"

    given: Annotated[str, "First names, in the person's own letters."] = ""
    surname: Annotated[str, "Family name; never printed unless allowed."] = ""
    known_as: Annotated[str, "What the book calls them, e.g. Gran."] = ""
    born: Annotated[HonestDate, "When they were born."] = HonestDate()
    pronouns: Annotated[str, "she, he or they."] = "they"
    pet: Annotated[bool, "True for an animal."] = False
    name_known: Annotated[bool, "False while nobody knows this person's name."] = True
    portrait: Annotated[UUID | None, "The photo that shows them best."] = None
    note: Annotated[str, "For the worker; never printed."] = ""

    @property
    def called(self) -> str:
        """What the book calls them."""
        return self.known_as or self.given


@dataclass(frozen=True, kw_only=True)
class Child(Record):
    """A child whose story this is; the name stands in their person record."""

    kind: ClassVar[str] = "child"

    person: Annotated[UUID, "The person record of this child."]
    reference: Annotated[str, "Short, neutral reference, shown by child list."] = ""
    born: Annotated[HonestDate, "The day of birth."] = HonestDate()
    born_at: Annotated[str, "The time of birth on a 24-hour clock, 06:25; empty if not known."] = ""
    birth_place: Annotated[UUID | None, "The town, as a place record."] = None
    birth_hospital: Annotated[UUID | None, "The hospital, as a place record."] = None
    weight_grams: Annotated[int | None, "Weight at birth in grams."] = None
    length_cm: Annotated[float | None, "Length at birth in centimetres."] = None
    named_by: Annotated[UUID | None, "Who chose the first name."] = None
    birth_photo: Annotated[UUID | None, "A photo of the first days."] = None
    stage: Annotated[Stage, "How far the story has come."] = Stage.PHOTOS
    due: Annotated[date | None, "The day on which something falls due."] = None
    due_for: Annotated[str, "What falls due then."] = ""


@dataclass(frozen=True, kw_only=True)
class Relationship(Record):
    """What one person is to another."""

    kind: ClassVar[str] = "relationship"

    person: Annotated[UUID, "Who."]
    to: Annotated[UUID, "To whom."]
    is_a: Annotated[str, "birth mother, adoptive father, foster carer, sister, pet ..."] = ""
    since: Annotated[HonestDate, "From when."] = HonestDate()
    until: Annotated[HonestDate | None, "To when, if it has ended."] = None


class PlaceKind(StrEnum):
    """What sort of place; nothing finer than a town is printed unless allowed."""

    COUNTRY = "country"
    TOWN = "town"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    ADDRESS = "address"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """Somewhere in the story."""

    kind: ClassVar[str] = "place"

    name: Annotated[str, "Its full name; printed only if the kind of place may be."] = ""
    sort: Annotated[PlaceKind, "What sort of place it is."] = PlaceKind.OTHER
    printed_as: Annotated[str, "What the book says instead, e.g. a town by the sea."] = ""
    protected: Annotated[bool, "True when its name must never be printed."] = False
