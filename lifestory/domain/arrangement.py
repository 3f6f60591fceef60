"""How a book is put together: edition, sections, blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid4

from lifestory.domain.readers import Band, Format, Recipient, Voice
from lifestory.domain.records import Keeping, Record


class Part(StrEnum):
    """The parts of a book; the family-friendly order is present, past, present, future."""

    FRONT = "front"
    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    BACK = "back"


@dataclass(frozen=True, kw_only=True)
class Block(Keeping):
    """One or more pages: a page type and what fills its slots."""

    id: Annotated[UUID, "Never changes; ornaments are seeded by it."] = field(default_factory=uuid4)
    page_type: Annotated[str, "A name from resources/pages."]
    slots: Annotated[Mapping[str, tuple[UUID, ...]], "Record ids by slot name."] = field(
        default_factory=dict, hash=False
    )
    layout: Annotated[str, "The chosen layout; empty for the one that fits best."] = ""
    locked: Annotated[bool, "True to keep this layout whatever changes."] = False
    rejected: Annotated[tuple[str, ...], "Layouts that are not offered again."] = ()
    weights: Annotated[Mapping[str, int], "Room 1 to 5 a photo gets, by its id."] = field(
        default_factory=dict, hash=False
    )
    words: Annotated[Mapping[str, str], "The worker's own wording of a template line."] = field(
        default_factory=dict, hash=False
    )
    younger: Annotated[bool, "True to tell it in words for the next younger reader."] = False
    overleaf: Annotated[
        bool, "True to go on overleaf once a page has as many words as its reader takes."
    ] = False


@dataclass(frozen=True, kw_only=True)
class Section(Keeping):
    """A part of the book with its blocks in order."""

    id: Annotated[UUID, "Never changes."] = field(default_factory=uuid4)
    part: Annotated[Part, "Where in the story it stands."]
    title: Annotated[str, "Its name, e.g. Before."] = ""
    blocks: Annotated[tuple[Block, ...], "Its pages in order."] = ()


@dataclass(frozen=True, kw_only=True)
class Edition(Record):
    """One book for one reader: band, voice, theme, size and recipient."""

    kind: ClassVar[str] = "edition"

    name: Annotated[str, "Short and neutral, e.g. first-book."] = ""
    child: Annotated[UUID | None, "Whose book it is."] = None
    band: Annotated[Band, "The reader's age band."] = Band.FIRST_READER
    voice: Annotated[Voice, "I, you or the child's name."] = Voice.I
    recipient: Annotated[Recipient, "For whom it is."] = Recipient.CHILD_AND_ADOPTERS
    theme: Annotated[str, "A name from resources/themes."] = "meadow"
    size: Annotated[str, "The page: a name from resources/rules/sizes.toml."] = "a4"
    format: Annotated[Format, "How it is set: as most need it, or e.g. in large print."] = (
        Format.STANDARD
    )
    language: Annotated[
        str,
        "The second language on its pages in two, a tag of BCP 47; empty for the first there is.",
    ] = ""
    told_on: Annotated[date | None, "The day it is told: ages now are ages on that day."] = None
    sections: Annotated[tuple[Section, ...], "Its sections in order."] = ()
