"""Words for the book: passages with a text for each band, and the child's own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar
from uuid import UUID

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Evidence
from lifestory.domain.readers import Band
from lifestory.domain.records import Keeping, Record


@dataclass(frozen=True, kw_only=True)
class SideNote(Keeping):
    """A short note in the margin of an older reader's page."""

    heading: Annotated[str, "Its small heading."] = ""
    text: Annotated[str, "What it says; mentions as in a passage."] = ""


@dataclass(frozen=True, kw_only=True)
class Translation(Keeping):
    """A passage in another language, to stand beside it: of each version it has its own."""

    language: Annotated[str, 'Its language as a tag of BCP 47, such as "ur" or "zh-Hans".'] = ""
    titles: Annotated[Mapping[Band, str], "The heading, a version for each band."] = field(
        default_factory=dict, hash=False
    )
    texts: Annotated[
        Mapping[Band, str], "The words: for a band, what the passage says for that band."
    ] = field(default_factory=dict, hash=False)
    by: Annotated[str, "Whose words they are, as it is printed under them."] = ""
    made_from: Annotated[
        Mapping[Band, str], "For a band, the digest of the words it was translated from."
    ] = field(default_factory=dict, hash=False)


def words_digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal, white space aside: another line end changes no word."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Passage(Record):
    """A piece of the story. The texts are the CommonMark subset of DESIGN §2 (paragraphs, strong,
    lists, line breaks) with mentions: [Gran](person:ID), [Derby](place:ID)."""

    kind: ClassVar[str] = "passage"

    titles: Annotated[Mapping[Band, str], "The heading, a version for each band."] = field(
        default_factory=dict, hash=False
    )
    texts: Annotated[Mapping[Band, str], "The words, a version for each band."] = field(
        default_factory=dict, hash=False
    )
    notes: Annotated[tuple[SideNote, ...], "Margin notes, for readers from 12."] = ()
    quote: Annotated[str, "A sentence of the text to stand large, word for word."] = ""
    names: Annotated[frozenset[UUID], "People it names without a mention."] = frozenset()
    evidence: Annotated[Evidence, "How we know."] = Evidence()
    tell_from_age: Annotated[int, "The age in years from which it may be told."] = 0
    translations: Annotated[tuple[Translation, ...], "The same in other languages."] = ()


@dataclass(frozen=True, kw_only=True)
class ChildWords(Record):
    """The child's own words: plain text, printed unedited, never parsed."""

    kind: ClassVar[str] = "words"

    said_by: Annotated[UUID | None, "The child who said or wrote them."] = None
    text: Annotated[str, "The words exactly as they were said or written."] = ""
    said_on: Annotated[HonestDate, "When."] = HonestDate()
    picture: Annotated[UUID | None, "A photo or scan that goes with them."] = None
    tell_from_age: Annotated[int, "The age in years from which they may be shown."] = 0
