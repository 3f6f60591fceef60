"""The lines of a pasted chronology as a table: when, what, what it becomes, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from lifestory.app.chronology import Doubt, Kind, Line, dates_in_words, doubts, refused
from lifestory.gui import look

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
translate = QCoreApplication.translate


class Column(IntEnum):
    """What stands where in a line."""

    WHEN = 0
    WHAT = 1
    KIND = 2
    LOOK = 3


class ChronologyModel(QAbstractTableModel):
    """`edited` says that a line was changed by hand."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._name = ""
        self._born: date | None = None
        self._today = date.max

    def show(self, lines: Sequence[Line], name: str, born: date | None, today: date) -> None:
        """Show these lines of a child of that name."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self._name, self._born, self._today = name, born, today
        self.endResetModel()

    def change(self, row: int, line: Line) -> None:
        """A line is now so."""
        self.lines = (*self.lines[:row], line, *self.lines[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.LOOK))
        self.edited.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Roles.DisplayRole:
            return None
        return (
            self.tr("When"),
            self.tr("What happened"),
            self.tr("Becomes"),
            self.tr("To look at"),
        )[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        held = super().flags(index)
        return held if index.column() == Column.LOOK else held | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Roles.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        line, column = self.lines[index.row()], Column(index.column())
        match role:
            case Roles.DisplayRole | Roles.ToolTipRole:
                return self._words(line, column)
            case Roles.AccessibleTextRole:
                return f"{self.headerData(column, Qt.Orientation.Horizontal)}: " + (
                    self._words(line, column) or self.tr("nothing")
                )
            case Roles.EditRole:
                return self._to_edit(line, column)
            case Roles.ForegroundRole:
                return self._ink(line, column)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Roles.EditRole) -> bool:
        if role != Roles.EditRole or not 0 <= index.row() < len(self.lines):
            return False
        line = self.lines[index.row()]
        match Column(index.column()):
            case Column.WHEN if str(value) != self._to_edit(line, Column.WHEN):
                changed = line.dated(str(value))
            case Column.WHAT if str(value).strip():
                changed = replace(line, text=" ".join(str(value).split()))
            case Column.KIND:
                changed = replace(line, known=False).becoming(Kind(str(value)))
            case _:
                return False
        self.change(index.row(), changed)
        return True

    def _words(self, line: Line, column: Column) -> str:
        match column:
            case Column.WHEN:
                return line.typed or dates_in_words(line.dates) or self.tr("no date")
            case Column.WHAT:
                return line.text
            case Column.KIND:
                return kind_in_words(line.kind)
            case Column.LOOK:
                said = [self._doubt(line, one) for one in self._doubts(line)]
                if line.page:
                    said.append(self.tr("Page {page} of the source.").format(page=line.page))
                return " ".join(said)

    def _to_edit(self, line: Line, column: Column) -> object:
        if column is Column.WHEN:
            return line.typed or dates_in_words(line.dates)
        return line.kind if column is Column.KIND else self._words(line, column)

    def _doubts(self, line: Line) -> tuple[Doubt, ...]:
        return doubts(line, self._born, self._today)

    def _doubt(self, line: Line, doubt: Doubt) -> str:
        home = line.kind is Kind.HOME
        said = {
            Doubt.NO_DATE: self.tr("No date was found. It is kept with no date."),
            Doubt.NO_CALENDAR: self.tr("That date doesn't exist. It is kept with no date."),
            Doubt.NOT_YET: self.tr("That day has not come yet. It is kept with no date."),
            Doubt.BACKWARDS: self.tr("It ends before it begins. It is kept with no date."),
            Doubt.BEFORE_BIRTH: self.tr("Before {name} was born. It is kept with no date.")
            if home
            else self.tr("Before {name} was born."),
            Doubt.BIRTH_KNOWN: self.tr("The day of birth is known already."),
            Doubt.KNOWN: self.tr("This is on the timeline already."),
        }[doubt]
        return said.format(name=self._name or translate("Life", "the child"))

    def _ink(self, line: Line, column: Column) -> object:
        if line.kind is Kind.LEAVE_OUT:
            return look.colour("faint")
        if column is Column.WHAT or column is Column.KIND or not self._doubts(line):
            return look.colour("text")
        return look.colour("stop" if refused(line, self._born, self._today) else "look")


def kind_in_words(kind: Kind) -> str:
    """What a line becomes, as the worker reads it."""
    return {
        Kind.MILESTONE: translate("Chronology", "Milestone"),
        Kind.HOME: translate("Chronology", "Home"),
        Kind.LEAVE_OUT: translate("Chronology", "Leave out"),
    }[kind]
