"""A chronology as it is pasted: each line a date and what happened, read into proposals that a
worker looks over before anything is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lifestory.app.honest_words import as_typed
from lifestory.domain.dates import HonestDate, ImpossibleDate, Precision, date_in_words
from lifestory.domain.errors import LifestoryError

MOST = 2000
"""Lines read at once: what one can look over, and more than any chronology holds."""


class TooLong(LifestoryError):
    """More lines than anybody looks over."""

    message = f"That is more than {MOST:,} lines."
    remedy = "Nothing has been changed. Paste it a part at a time."


class Kind(StrEnum):
    """What a line becomes."""

    MILESTONE = "milestone"
    HOME = "home"
    LEAVE_OUT = "leave-out"


class Doubt(StrEnum):
    """What a worker should look at before a line is kept."""

    NO_DATE = "no-date"
    NO_CALENDAR = "no-calendar"
    BEFORE_BIRTH = "before-birth"
    NOT_YET = "not-yet"
    BACKWARDS = "backwards"
    KNOWN = "known"
    BIRTH_KNOWN = "birth-known"


@dataclass(frozen=True, slots=True)
class Dates:
    """From when, and to when where a line says so; `still` when it goes on today."""

    start: HonestDate = HonestDate()
    end: HonestDate | None = None
    still: bool = False

    @property
    def is_range(self) -> bool:
        """True when an end was said."""
        return self.end is not None or self.still


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it said without its date, its dates as understood, and what it becomes.
    `typed` is what cannot be read as a date, "" when it can. `known` is true when the case holds
    the same fact already. `page` is where in the document it stands."""

    said: str
    text: str
    dates: Dates = Dates()
    kind: Kind = Kind.MILESTONE
    typed: str = ""
    known: bool = False
    page: str = ""

    def becoming(self, kind: Kind) -> Line:
        """The same line as another kind; its text follows, unless somebody has changed it."""
        if self.text in set(map(self.worded, Kind)):
            return replace(self, kind=kind, text=self.worded(kind))
        return replace(self, kind=kind)

    def worded(self, kind: Kind) -> str:
        """What it says as this kind: of a home its name, of what happened all of it, with the day
        it ended."""
        if kind is Kind.HOME:
            name = _CAME.sub("", self.said, count=1).strip(" .")
            return name[:1].upper() + name[1:] or self.said
        if kind is Kind.MILESTONE and self.dates.end is not None:
            return f"{self.said} (until {date_in_words(self.dates.end)})"
        return self.said

    def dated(self, words: str) -> Line:
        """The same line with the dates somebody typed; what cannot be read stays as typed."""
        try:
            changed = replace(self, dates=read_dates(words), typed="")
        except ImpossibleDate:
            return replace(self, dates=Dates(), typed=" ".join(words.split()))
        unchanged = self.text == self.worded(self.kind)
        return replace(changed, text=changed.worded(self.kind)) if unchanged else changed


def dates_in_words(dates: Dates) -> str:
    """ "12 May 2019", "May 2019 to 3 June 2020", "2020 to today"; "" for none. `read_dates` reads
    it back."""
    if dates == Dates():
        return ""
    start = as_typed(dates.start)
    if dates.still:
        return f"{start} to today"
    return f"{start} to {as_typed(dates.end)}" if dates.end else start


def read_dates(words: str) -> Dates:
    """Dates as they are typed: one, or two with "to" or a dash between them.

    Raises ImpossibleDate.
    """
    try:
        return Dates(HonestDate.parse(_normal(words)))
    except ImpossibleDate:
        dates, rest = _leading_dates(words)
        if dates is None or rest.strip():
            raise
        return dates


def doubts(line: Line, born: date | None, today: date) -> tuple[Doubt, ...]:
    """What is to be looked at in a line, gravest first; nothing in one that is left out."""
    if line.kind is Kind.LEAVE_OUT and not line.known:
        return ()
    if line.known:
        return (Doubt.KNOWN,)
    if line.typed:
        return (Doubt.NO_CALENDAR,)
    start, end = line.dates.start.span(born), None
    if line.dates.end is not None:
        end = line.dates.end.span(born)
    found = []
    if any(span and span.first > today for span in (start, end)):
        found.append(Doubt.NOT_YET)
    if start and end and end.last < start.first:
        found.append(Doubt.BACKWARDS)
    if born and start and start.last < born:
        found.append(Doubt.BEFORE_BIRTH)
    if line.dates.start == HonestDate.unknown():
        found.append(Doubt.NO_DATE)
    if born and _BIRTH.search(line.said) and (not start or start.first <= born <= start.last):
        found.append(Doubt.BIRTH_KNOWN)
    return tuple(found)


def refused(line: Line, born: date | None, today: date) -> bool:
    """True when the dates of a line cannot be: then the fact is kept without one. Something may
    have happened before birth, but nobody lived anywhere."""
    never = {Doubt.NO_CALENDAR, Doubt.NOT_YET, Doubt.BACKWARDS}
    if line.kind is Kind.HOME:
        never.add(Doubt.BEFORE_BIRTH)
    return not never.isdisjoint(doubts(line, born, today))


def read_chronology(pasted: str, known: Iterable[tuple[str, HonestDate]] = ()) -> tuple[Line, ...]:
    """The lines of what was pasted. A date that stands alone belongs to the line below it; the
    heading of a table is left out; so is, until somebody says otherwise, what is `known` (words
    and date) already.

    Raises TooLong.
    """
    rows = [row for raw in _rows(pasted) if (row := _BULLET.sub("", raw).strip(" \t|"))]
    if len(rows) > MOST:
        raise TooLong
    held = {(_same(words), when) for words, when in known}
    found: list[Line] = []
    waiting: Line | None = None
    for row in rows:
        line = _line(row)
        if waiting is not None and line.dates == Dates() and not line.typed:
            line = _guessed(replace(line, dates=waiting.dates))
            waiting = None
        if waiting is not None:
            found.append(waiting)
            waiting = None
        if not line.said:
            waiting = replace(line, kind=Kind.LEAVE_OUT)
            continue
        if (_same(line.text), line.dates.start) in held:
            line = replace(line, kind=Kind.LEAVE_OUT, known=True)
        found.append(line)
    return (*found, waiting) if waiting is not None else tuple(found)


def _same(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


# Reading a line.

_BULLET = re.compile(r"^\s*(?:[•·●▪◦‣*–—-]\s+|\(?\d{1,3}[.)]\s+(?=\S))")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f]")
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_CELLS = re.compile(r"\t+| {3,}|\s*\|\s*")
_GAP = re.compile(r"^(?:\s*[:;,|.]|\s*[-–—]+(?=\s|\D)|\t)*\s*")
_TO = re.compile(r"^\s*(?:[-–—]+|to|until|till|up to)\s*", re.IGNORECASE)
_STILL = re.compile(r"^(?:today|now|present|the present|date|ongoing|current)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:on|in|from|since|at|during|date:)\s+(?=\S)", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+", re.I
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_ROUGH = re.compile(
    r"^(?:approx(?:\.|imately)?|roughly|early|mid|late|c\.?|circa)[\s-]*(?=\S)", re.I
)
_LIKE_A_DATE = re.compile(
    r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b|^\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}\b", re.IGNORECASE
)
_HEADING = re.compile(r"^(?:date|dates|when|year|age)\b", re.IGNORECASE)
_CAME = re.compile(
    r"^(?:was |were )?(?:moved(?: in)?(?: to live)?|placed|lived|living|placement|stayed"
    r"|went to live|foster placement|home)\b(?:\s+(?:to|with|at|in|into|by))*\s*[:–-]?\s*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:p|pp|pg|page|pages)\b[. ]*([\d–-]+)", re.IGNORECASE)
_BIRTH = re.compile(r"^(?:\w+ (?:was |is )?)?born\b|\bbirth$", re.IGNORECASE)
_NO_HOME = re.compile(
    r"\b(?:school|nursery|pre-?school|college|class|therapy|club)\b", re.IGNORECASE
)
_END = re.compile(r"[:;,]|\s|[-–—](?=\D|$)|$")
_LONGEST = 48
"""Letters of the longest date, such as "approximately Wednesday the 24th of September 2020"."""


def _rows(pasted: str) -> list[str]:
    """One fact a row. A cell of a spreadsheet that holds line breaks stands in quotes."""
    text = _SPACE.sub(" ", _UNSEEN.sub("", pasted))
    if "\t" in text and '"' in text:
        text = re.sub(r'(?<![^\t\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)', _one_cell, text)
    return _BREAK.split(text)


def _one_cell(found: re.Match[str]) -> str:
    return " ".join(found[1].replace('""', '"').split())


def _line(row: str) -> Line:
    cells = [one.strip() for one in _CELLS.split(row) if one.strip()]
    dates, rest = _leading_dates(cells[0])
    following = cells[1:]
    page = _PAGE.fullmatch(following[-1]) if following else None
    if page:
        return replace(_line("\t".join(cells[:-1])), page=page[1])
    if dates is not None and not rest and following and not dates.is_range:
        # A table may have a column for the day of leaving.
        ended, left = _leading_dates(following[0])
        if ended is not None and not left and ended.start.age_months is None:
            dates, following = Dates(dates.start, ended.start, ended.still), following[1:]
    said = " · ".join(one for one in (rest, *following) if one)
    if dates is None:
        like = _LIKE_A_DATE.match(cells[0])
        if like:
            rest = _GAP.sub("", cells[0][like.end() :], count=1)
            said = " · ".join(one for one in (rest, *following) if one)
            return Line(said, said, typed=like[0])
        heading = len(cells) > 1 and _HEADING.match(row) is not None
        said = " · ".join(cells)
        return Line(said, said, kind=Kind.LEAVE_OUT if heading else Kind.MILESTONE)
    return _guessed(Line(said, said, dates))


def _guessed(line: Line) -> Line:
    """A stay from when to when, or where somebody came to live, is taken for a home."""
    stays = line.dates.is_range and not _NO_HOME.search(line.said)
    came = _CAME.sub("", line.said, count=1).strip(" .") not in {"", line.said.strip(" .")}
    came = came and line.dates.start != HonestDate()
    kind = Kind.HOME if line.said and (stays or came) else Kind.MILESTONE
    return replace(line, kind=kind, text=line.worded(kind))


def _leading_dates(words: str) -> tuple[Dates | None, str]:
    """The dates a line begins with, and what it says after them; (None, "") without any."""
    start, rest = _leading_date(words)
    if start is None:
        return None, ""
    to = _TO.match(rest)
    if to:
        after = rest[to.end() :]
        if still := _STILL.match(after):
            return Dates(start, None, still=True), _GAP.sub("", after[still.end() :], count=1)
        end, left = _leading_date(after)
        if end is not None and (end.age_months is None) == (start.age_months is None):
            return Dates(start, end), _GAP.sub("", left, count=1)
    said = _GAP.sub("", rest, count=1)
    goes_on = rest[:1] == " " and said[:1].islower() and rest.strip() == said
    # "2019 was a hard year" and "aged 3 he moved" say nothing without their first words.
    vague = start.precision in {Precision.YEAR, Precision.AGE}
    return Dates(start), words.strip() if goes_on and vague else said


def _leading_date(words: str) -> tuple[HonestDate | None, str]:
    """The longest date a text begins with, and the rest of the text."""
    text = words.lstrip()
    lead = _LEAD.match(text)
    if lead:
        text = text[lead.end() :]
    ends = {found.start() for found in _END.finditer(text[:_LONGEST])}
    for end in sorted(ends, reverse=True):
        if end == 0 or text[end - 1] in ":;,":
            continue
        try:
            when = HonestDate.parse(_normal(text[:end]))
        except ImpossibleDate:
            continue
        if _normal(text[:end]):
            return when, text[end:]
    if _LIKE_A_DATE.match(text):  # 2024-11-31 is no year with something after it
        return None, ""
    for split in re.finditer(r"(?<=\d)[-–—](?=\d)", text[:30]):  # 2019–2021
        try:
            return HonestDate.parse(_normal(text[: split.start()])), text[split.start() :]
        except ImpossibleDate:
            continue
    return None, ""


def _normal(words: str) -> str:
    """The same date as `HonestDate.parse` knows it: no weekday, no "th"."""
    text = " ".join(words.split()).strip(" .,;:")
    about = _ROUGH.match(text)
    if about:
        text = "about " + text[about.end() :]
    text = _ORDINAL.sub("", _WEEKDAY.sub("", text)).replace(",", "")
    return text.removeprefix("the ").replace(" of ", " ")
