"""Keeping what a worker took from a pasted chronology: every fact of it in one change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lifestory.app.chronology import Dates, Kind, Line, refused
from lifestory.app.open_case import FoundChild, about
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Evidence, Home, Milestone, Source
from lifestory.domain.readers import Band


def what_is_known(found: FoundChild) -> Iterator[tuple[str, HonestDate]]:
    """The words and dates of what the case holds, by which a second paste is recognised."""
    for milestone in about(found, Milestone):
        for words in milestone.texts.values():
            yield words, milestone.when
    for home in about(found, Home):
        yield home.name, home.start


def keep_chronology(
    found: FoundChild, lines: Sequence[Line], source: str, band: Band, today: date
) -> tuple[Home | Milestone, ...]:
    """Keep every line that is not left out, as one change; `source` is the title of the document
    they all come from, "" for none, `band` the reader its words are written for. A date that
    cannot be is left away."""
    titled = " ".join(source.split())
    standing = next((one for one in about(found, Source) if one.title == titled), None)
    document = (standing or Source(about=frozenset({found.id}), title=titled)) if titled else None
    evidence = Evidence(source=document.id if document else None)
    born = found.child.born.day()
    kept = tuple(
        _record(found, line, evidence, band, dated=not refused(line, born, today))
        for line in lines
        if line.kind is not Kind.LEAVE_OUT
    )
    if not kept:
        return ()
    with found.case.change("Add a chronology") as change:
        if document is not None and document is not standing:
            change.add(document)
        for record in kept:
            change.add(record)
    return kept


def _record(
    found: FoundChild, line: Line, evidence: Evidence, band: Band, *, dated: bool
) -> Home | Milestone:
    whom, text = frozenset({found.id}), line.text.strip()
    dates = line.dates if dated else Dates()
    evidence = replace(evidence, page=line.page)
    if line.kind is Kind.HOME:
        end = None if dates.still else dates.end or HonestDate.unknown()
        return Home(about=whom, name=text, start=dates.start, end=end, evidence=evidence)
    if line.typed and line.typed not in text:
        text = f"{line.typed}: {text}"  # what could not be read as a date is not lost
    texts = {band: text} if text else {}
    return Milestone(about=whom, texts=texts, when=dates.start, evidence=evidence)
