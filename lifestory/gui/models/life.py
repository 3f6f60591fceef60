"""A life as the timeline shows it: homes and milestones in the order they happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from lifestory.app.open_case import FoundChild, about
from lifestory.app.timeline import milestones
from lifestory.domain.dates import HonestDate, age_at, age_in_words, date_in_words
from lifestory.domain.life import Certainty, Evidence, Home, Milestone, Source
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, text_for
from lifestory.gui.models.mentions import Targets, plain, targets_of

ROW = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


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

    def person(self, key: UUID | None) -> str:
        """What somebody is called, "" when nobody knows."""
        return next((one.called for one in self.people if one.id == key), "")

    def source(self, key: UUID | None) -> str:
        """The title of a source document."""
        return next((one.title for one in self.sources if one.id == key), "")

    def home_name(self, home: Home) -> str:
        """What a home is called: its name, else the people's."""
        named = [self.person(one) for one in home.people]
        return home.name or translate("Life", " and ").join(one for one in named if one)

    def age_in_words(self, when: HonestDate) -> str:
        """How old the child was then; "" when it cannot be said."""
        age = age_at(self.born, when) if self.born else None
        return age_in_words(age) if age else ""

    def certainty_in_words(self, evidence: Evidence) -> str:
        """ "known, court bundle, page 14", "thought, Sue"."""
        sure = {
            Certainty.KNOWN: translate("Life", "known"),
            Certainty.THOUGHT: translate("Life", "thought"),
            Certainty.NOT_KNOWN: translate("Life", "not known"),
        }[evidence.certainty]
        page = translate("Life", "page {page}").format(page=evidence.page) if evidence.page else ""
        said = (sure, self.source(evidence.source), page, self.person(evidence.said_by))
        return ", ".join(one for one in said if one)


def life_of(found: FoundChild) -> Life:
    """The life of one child, read from the case as it stands."""
    person, born = found.person, found.child.born.day()
    homes = sorted(about(found, Home), key=lambda home: home.start.sort_key(born))
    return Life(
        name=person.called if person else "",
        born=born,
        homes=tuple(homes),
        milestones=milestones(found),
        sources=found.case.records.of(Source),
        people=found.case.records.of(Person),
        mentions=targets_of(found.case.records),
    )


def milestone_in_words(milestone: Milestone) -> str:
    """Its sentence, for the oldest band that has one."""
    words = plain(text_for(milestone.texts, Band.ADULT)).strip()
    return words or translate("Life", "Something that happened")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a home or a milestone, and its words."""

    record: Home | Milestone
    when: str
    age: str
    words: str
    how: str

    @property
    def certainty(self) -> Certainty:
        """How sure we are."""
        return self.record.evidence.certainty


def rows_of(life: Life) -> tuple[Row, ...]:
    """Homes and milestones by date, undated ones last; a home before what happened that day."""
    records: list[Home | Milestone] = [*life.homes, *life.milestones]

    def order(record: Home | Milestone) -> tuple[tuple[date, date], bool]:
        when = record.start if isinstance(record, Home) else record.when
        return when.sort_key(life.born), isinstance(record, Milestone)

    return tuple(_row(life, record) for record in sorted(records, key=order))


def _row(life: Life, record: Home | Milestone) -> Row:
    if isinstance(record, Home):
        start, end = date_in_words(record.start), record.end
        until = date_in_words(end) if end else translate("Life", "today")
        how = translate("Life", "home until {end}").format(end=until)
        age = life.age_in_words(record.start)
        return Row(record, start, age, life.home_name(record), how)
    how = life.certainty_in_words(record.evidence)
    when, age = date_in_words(record.when), life.age_in_words(record.when)
    return Row(record, when, age, milestone_in_words(record), how)


class LifeModel(QAbstractListModel):
    """The rows of the list."""

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
                said = (row.words, row.when, row.age, row.how)
                return ", ".join(one for one in said if one)
            case _ if role == ROW:
                return row
            case _:
                return None
