"""How hard a text is to read, and how much a reader of a band should be given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lifestory.app.open_case import FoundChild
from lifestory.app.working_days import today as today_in_london
from lifestory.book.styles import reader
from lifestory.domain.dates import age_on
from lifestory.domain.readers import Band, band_for

_ENDS = re.compile(r"[.!?…؟۔।]+[”’\"')\]]*(?=\s|$)|\n")


def band_of_today(found: FoundChild, today: date | None = None) -> Band:
    """The band this child reads in today: where new words and a first book begin. The first
    reader's while nobody has said when the child was born."""
    born = found.child.born.span()
    if born is None:
        return band_for(None)
    return band_for(age_on(born.middle, today or today_in_london()).years)


@dataclass(frozen=True, slots=True)
class Measure:
    """How many words a text has, and how many its longest sentence."""

    words: int
    longest: int


def measure(text: str) -> Measure:
    """Measure plain words; a new line ends a sentence, a dot within a number does not."""
    counts = [len(sentence.split()) for sentence in _ENDS.split(text)]
    return Measure(sum(counts), max(counts))


def limits(band: Band) -> Measure:
    """The most words on a page and in a sentence. They warn and never block. Source: LOOK §1, kept
    in resources/rules/readers.toml. Raises BrokenStyle."""
    preset = reader(band)
    return Measure(preset.words_a_page, preset.words_a_sentence)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each just as it stands there."""
    found, start = [], 0
    for end in _ENDS.finditer(text):
        found.append(text[start : end.end()])
        start = end.end()
    stripped = (one.strip() for one in (*found, text[start:]))
    return tuple(one for one in stripped if one)
