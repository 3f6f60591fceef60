"""Who reads: age bands, voices, recipients, and a text that has a version for each band."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Band(StrEnum):
    """The reader's age band, youngest first."""

    READ_TO_ME = "0-4"
    FIRST_READER = "5-7"
    READER = "8-11"
    OLDER = "12+"
    ADULT = "adult"

    @property
    def least_age(self) -> int:
        """The age in years from which this band reads."""
        return {"0-4": 0, "5-7": 5, "8-11": 8, "12+": 12, "adult": 18}[self.value]


def band_for(years: int | None) -> Band:
    """The band of a reader of so many years; the first reader's where the age is not known."""
    if years is None:
        return Band.FIRST_READER
    return [band for band in Band if band.least_age <= max(years, 0)][-1]


class Format(StrEnum):
    """A way of setting a book, on top of its band, for who needs another than most."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"
    DYSLEXIA_FRIENDLY = "dyslexia-friendly"


class Voice(StrEnum):
    """How the book speaks of the child: I, you, or by name."""

    I = "i"  # noqa: E741 - the field's own word
    YOU = "you"
    NAME = "name"


class Recipient(StrEnum):
    """For whom a book is made; it decides what may be named."""

    CHILD_AND_ADOPTERS = "child-and-adopters"
    FOSTER_HOME = "foster-home"
    SIBLING = "sibling"
    COUNCIL_FILE = "council-file"


def version_for(
    texts: Mapping[Band, str], band: Band, format_: Format = Format.STANDARD
) -> Band | None:
    """The band whose text serves a band: its own, else the nearest younger one's, never an older
    one's; None where there is none. In easy read it is the one that serves the next younger band,
    where there is one: simpler words for the same facts.

    Source: PRACTICE §3, "One story, several editions".
    """
    bands = list(Band)
    younger = [one for one in bands[: bands.index(band) + 1] if texts.get(one, "").strip()]
    if format_ is Format.EASY_READ and len(younger) > 1 and younger[-1] is band:
        return younger[-2]
    return younger[-1] if younger else None


def text_for(texts: Mapping[Band, str], band: Band, format_: Format = Format.STANDARD) -> str:
    """The text that serves a band; "" where there is none."""
    version = version_for(texts, band, format_)
    return texts[version] if version else ""
