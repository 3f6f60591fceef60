"""What happened: homes, milestones and facts, each with its source and certainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from lifestory.domain.dates import HonestDate
from lifestory.domain.readers import Band
from lifestory.domain.records import Keeping, Record


class Certainty(StrEnum):
    """How sure we are; the book says we know, we think, we don't know yet."""

    KNOWN = "known"
    THOUGHT = "thought"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, kw_only=True)
class Evidence(Keeping):
    """Where something was learnt and how sure it is."""

    certainty: Annotated[Certainty, "How sure we are."] = Certainty.KNOWN
    source: Annotated[UUID | None, "The source document it is known from."] = None
    page: Annotated[str, "Where in the document."] = ""
    said_by: Annotated[UUID | None, "The person who said or thinks so."] = None
    tried: Annotated[str, "How we tried to find out, when it is not known."] = ""


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """A document something is known from."""

    kind: ClassVar[str] = "source"

    title: Annotated[str, "What it is, e.g. hospital notes."] = ""
    printed_as: Annotated[str, "What a child's book calls it; nothing leaves it unsaid."] = ""
    dated: Annotated[HonestDate, "When it was written."] = HonestDate()
    held_by: Annotated[str, "Where the document is kept."] = ""
    original: Annotated[UUID | None, "Its scan, if one is in the store."] = None


class House(StrEnum):
    """How a home is drawn on the moves path."""

    TERRACE = "terrace"
    COTTAGE = "cottage"
    SEMI = "semi"
    FLAT = "flat"
    HOME = "home"


@dataclass(frozen=True, kw_only=True)
class Home(Record):
    """A stay: where the child lived, with whom, from when to when."""

    kind: ClassVar[str] = "home"

    name: Annotated[str, "What the book calls it, e.g. Pat and Errol; else from the people."] = ""
    people: Annotated[tuple[UUID, ...], "Who lived there and cared for the child."] = ()
    place: Annotated[UUID | None, "Where it is."] = None
    start: Annotated[HonestDate, "When the child came."] = HonestDate()
    end: Annotated[HonestDate | None, "When the child left; none while they live there."] = None
    house: Annotated[House, "How it is drawn."] = House.TERRACE
    evidence: Annotated[Evidence, "How we know."] = Evidence()


@dataclass(frozen=True, kw_only=True)
class Milestone(Record):
    """Something that happened on a day, in words for each band."""

    kind: ClassVar[str] = "milestone"

    texts: Annotated[Mapping[Band, str], "One short sentence, a version for each band."] = field(
        default_factory=dict, hash=False
    )
    when: Annotated[HonestDate, "When it was."] = HonestDate()
    people: Annotated[tuple[UUID, ...], "Who was part of it."] = ()
    photo: Annotated[UUID | None, "A photo of it."] = None
    evidence: Annotated[Evidence, "How we know."] = Evidence()
    tell_from_age: Annotated[int, "The age in years from which it may be told."] = 0


@dataclass(frozen=True, kw_only=True)
class Fact(Record):
    """A statement on a topic: what the child loves, who chose the name, the weather that day."""

    kind: ClassVar[str] = "fact"

    topic: Annotated[str, "What it is about, e.g. loves, good-at, birth-day, hopes."] = ""
    texts: Annotated[Mapping[Band, str], "The statement, a version for each band."] = field(
        default_factory=dict, hash=False
    )
    evidence: Annotated[Evidence, "How we know."] = Evidence()
    tell_from_age: Annotated[int, "The age in years from which it may be told."] = 0
