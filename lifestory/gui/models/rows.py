"""The rows of the timeline: one item model that the line, the list and "No date yet" all show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from lifestory.app.gaps import Gap
from lifestory.domain.dates import HonestDate, Span, date_in_words
from lifestory.domain.life import Certainty, Fact, Home, Milestone
from lifestory.domain.people import Child
from lifestory.gui.models.life import (
    Life,
    fact_in_words,
    milestone_in_words,
    sure_in_words,
    topic_in_words,
    translate,
)

ROW = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
Thing = Home | Milestone | Fact | Child | Gap
"""What can be chosen. A child stands for its birth."""


class Lane(Enum):
    """Where a row stands, from the top."""

    BIRTH = 0
    HOMES = 1
    MILESTONES = 2
    ABOUT = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One thing and its words. `span` holds the days from which to which it is drawn, None while
    it has no date; a milestone is drawn in the middle."""

    record: Thing
    lane: Lane
    when: str
    age: str
    words: str
    how: str
    spoken: str
    span: Span | None = None

    @property
    def certainty(self) -> Certainty:
        """How sure we are."""
        match self.record:
            case Child():
                return Certainty.KNOWN if self.span else Certainty.NOT_KNOWN
            case Gap():
                return Certainty.NOT_KNOWN
            case _:
                return self.record.evidence.certainty


def rows_of(life: Life) -> tuple[Row, ...]:
    """Birth, homes, the gaps between them and milestones by date, undated ones last; on one day
    birth stands first, then a home, then what happened."""
    stays = _stays(life)
    rows = [_birth(life, life.child)] if life.child else []
    rows += [_home(life, home, stays.get(home.id)) for home in life.homes]
    rows += [_gap(life, gap, stays) for gap in life.gaps]
    rows += [_milestone(life, one) for one in life.milestones]
    return tuple(sorted(rows, key=lambda row: (_key(life, row.record), _RANK[type(row.record)])))


class Show(IntEnum):
    """Which rows one wants to see."""

    ALL = 0
    MILESTONES = 1
    HOMES = 2
    UNSOURCED = 3


def fits(row: Row, show: Show) -> bool:
    """True for a row one wants to see; birth always is."""
    match show:
        case Show.MILESTONES:
            return row.lane is not Lane.HOMES
        case Show.HOMES:
            return row.lane is not Lane.MILESTONES
        case Show.UNSOURCED:
            return row.lane is Lane.BIRTH or without_source(row)
        case _:
            return True


def without_source(row: Row) -> bool:
    """True for what neither a document nor a person vouches for."""
    if isinstance(row.record, Child | Gap):
        return False
    evidence = row.record.evidence
    return evidence.source is None and evidence.said_by is None


def fact_rows(life: Life) -> tuple[Row, ...]:
    """What is said about the child, topic by topic."""
    return tuple(_fact(life, fact) for fact in life.facts)


_RANK: dict[type, int] = {Child: 0, Home: 1, Gap: 2, Milestone: 3}


def _key(life: Life, record: Thing) -> tuple[date, date]:
    match record:
        case Home():
            return record.start.sort_key(life.born)
        case Milestone():
            return record.when.sort_key(life.born)
        case Gap(span=span):
            return span.first, span.first
        case _:
            return date.min, date.min


def _stays(life: Life) -> dict[UUID, Span]:
    """From which to which day each dated home is drawn. One whose end nobody knows lasts until
    the next began; one that overlaps the next by a mere doubt gives way to it."""
    dated = [(home, span) for home in life.homes if (span := home.start.span(life.born))]
    found: dict[UUID, Span] = {}
    for at, (home, start) in enumerate(dated):
        following = dated[at + 1][1] if at + 1 < len(dated) else None
        end = home.end.span(life.born) if home.end else None
        if home.end is None:
            last = life.today
        elif end is None:
            last = following.middle if following else life.today
        else:
            last = end.middle
            if following and end.first <= following.last and following.first <= end.last:
                last = following.middle
        found[home.id] = Span(start.middle, max(start.middle, last))
    return found


def _birth(life: Life, child: Child) -> Row:
    when, day = date_in_words(child.born), child.born.span()
    said = ", ".join(one for one in (when, child.born_at, life.place(child.birth_place)) if one)
    words = translate("Rows", "{name} was born").format(name=life.name or "…")
    spoken = translate("Rows", "Born: {when}").format(when=said)
    how = life.place(child.birth_hospital) or life.place(child.birth_place)
    return Row(child, Lane.BIRTH, when, child.born_at, words, how, spoken, day)


def _home(life: Life, home: Home, span: Span | None) -> Row:
    start, end = date_in_words(home.start), home.end
    until = date_in_words(end) if end else translate("Rows", "today")
    how = translate("Rows", "home until {end}").format(end=until)
    if end is None:
        how = translate("Rows", "home since {start}").format(start=start)
    words, age = life.home_name(home), life.age_in_words(home.start)
    said = translate("Rows", "Home: {name}, {start} to {end}")
    spoken = said.format(name=words, start=start, end=until)
    return Row(home, Lane.HOMES, start, age, words, how, spoken, span)


def _gap(life: Life, gap: Gap, stays: dict[UUID, Span]) -> Row:
    before = stays.get(gap.before.id) if gap.before else None
    after = stays.get(gap.after.id) if gap.after else None
    drawn = Span(before.last if before else gap.span.first, after.first if after else gap.span.last)
    first, last = (date_in_words(HonestDate.on(day)) for day in (gap.span.first, gap.span.last))
    how = translate("Rows", "from {first} to {last}").format(first=first, last=last)
    words = translate("Rows", "Between homes: not named yet")
    if gap.before is None and gap.after is None:
        words = translate("Rows", "No home known yet")
    if gap.named:
        words = milestone_in_words(gap.named)
    spoken = translate("Rows", "Gap: {words}, {when}").format(words=words.rstrip("."), when=how)
    age = life.age_in_words(HonestDate.on(gap.span.first))
    return Row(gap, Lane.HOMES, first, age, words, how, spoken, drawn)


def _milestone(life: Life, milestone: Milestone) -> Row:
    evidence, when = milestone.evidence, milestone.when
    words, said, age = milestone_in_words(milestone), date_in_words(when), life.age_in_words(when)
    how = life.certainty_in_words(evidence)
    if when == HonestDate.unknown():
        said = translate("Rows", "no date yet")
    sure = sure_in_words(evidence.certainty)
    spoken = f"{sure.capitalize()}: {words.rstrip('.')}, {said}"
    rest = (_aged(age), life.source(evidence.source), life.person(evidence.said_by))
    spoken = ", ".join(one for one in (spoken, *rest) if one)
    span = when.span(life.born)
    return Row(milestone, Lane.MILESTONES, said, age, words, how, spoken, span)


def _aged(age: str) -> str:
    if not age or age == "just born":
        return age
    return translate("Rows", "aged {age}").format(age=age)


def _fact(life: Life, fact: Fact) -> Row:
    topic, words = topic_in_words(fact.topic), fact_in_words(fact)
    how = life.certainty_in_words(fact.evidence)
    spoken = f"{topic}: {words.rstrip('.')}, {how}"
    return Row(fact, Lane.ABOUT, topic, "", words, how, spoken)


class LifeModel(QAbstractListModel):
    """The rows, as every view of them reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these; where only words changed, nothing scrolls or loses its choice."""
        before = [row.record.id for row in self.rows]
        if before == [row.record.id for row in rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, key: UUID) -> int:
        """Where a record stands, -1 when it does not."""
        return next((at for at, row in enumerate(self.rows) if row.record.id == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(one for one in (row.words, row.when, row.how) if one)
            case _ if role == ROW:
                return row
            case _:
                return None
