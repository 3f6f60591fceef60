"""The caseload as Qt's lists want it: one model, and a filter for each column of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.app.caseload import ChildCard
from lifestory.app.finding import fold
from lifestory.domain.dates import age_in_words
from lifestory.domain.people import Stage

CARD = Qt.ItemDataRole.UserRole + 1
PORTRAIT = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
SOON = 10
"""Working days; the clock of PRACTICE §2."""

STAGES = {
    Stage.PHOTOS: (
        str(QT_TRANSLATE_NOOP("Board", "Photos")),
        str(QT_TRANSLATE_NOOP("Board", "Add photos")),
    ),
    Stage.FACTS: (
        str(QT_TRANSLATE_NOOP("Board", "Facts")),
        str(QT_TRANSLATE_NOOP("Board", "Put in what is known")),
    ),
    Stage.STORY: (
        str(QT_TRANSLATE_NOOP("Board", "Story")),
        str(QT_TRANSLATE_NOOP("Board", "Write the story")),
    ),
    Stage.CHECK: (
        str(QT_TRANSLATE_NOOP("Board", "Check")),
        str(QT_TRANSLATE_NOOP("Board", "Check the book")),
    ),
    Stage.HAND_OVER: (
        str(QT_TRANSLATE_NOOP("Board", "Hand over")),
        str(QT_TRANSLATE_NOOP("Board", "Hand the book over")),
    ),
    Stage.HANDED_OVER: (
        str(QT_TRANSLATE_NOOP("Board", "Handed over")),
        str(QT_TRANSLATE_NOOP("Board", "Look at it again")),
    ),
}
"""For each stage its word and the next step."""


translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the board, from left to right."""

    OVERDUE = 0
    SOON = 1
    LATER = 2
    NO_DATE = 3


def column_of(card: ChildCard) -> Column:
    """Where a card stands."""
    left = card.working_days_left
    if left is None:
        return Column.NO_DATE
    if left < 0:
        return Column.OVERDUE
    return Column.SOON if left <= SOON else Column.LATER


def days_in_words(left: int) -> str:
    """What stands under the number of days."""
    if left < 0:
        return (
            translate("Board", "working day late")
            if left == -1
            else translate("Board", "working days late")
        )
    return (
        translate("Board", "working day left")
        if left == 1
        else translate("Board", "working days left")
    )


def subline(card: ChildCard) -> str:
    """Age and home, as far as they are known: "7, at Sue and Dave's"."""
    age = age_in_words(card.age) if card.age else ""
    return ", ".join(part for part in (age, card.home) if part)


def due_in_words(card: ChildCard) -> str:
    """What falls due and when: "Final book, due Fri 27 Nov"."""
    what = card.due_for or translate("Board", "Book" if card.due else "No due date yet")
    return what[:1].upper() + what[1:] + due_day(card)


def due_day(card: ChildCard) -> str:
    """The end of that sentence: ", due Fri 27 Nov"; "" without a date."""
    if card.due is None:
        return ""
    day = f"{card.due:%a} {card.due.day} {card.due:%b}"
    return translate("Board", ", due {day}").format(day=day)


def findings_in_words(count: int) -> str:
    """What the badge says."""
    if count == 1:
        return translate("Board", "one finding")
    return translate("Board", "{count} findings").format(count=count)


def spoken(card: ChildCard) -> str:
    """One line that says what the card shows."""
    parts = [card.name, subline(card), due_in_words(card)]
    if card.working_days_left is not None:
        parts.append(f"{abs(card.working_days_left)} {days_in_words(card.working_days_left)}")
    parts.append(
        translate("Board", "stage {stage}").format(
            stage=translate("Board", STAGES[card.next_stage][0])
        )
    )
    if card.open_findings:
        parts.append(findings_in_words(card.open_findings))
    return ", ".join(part for part in parts if part)


class Which(IntEnum):
    """The three piles of stories."""

    OPEN = 0
    HANDED_OVER = 1
    ARCHIVED = 2


def pile_of(card: ChildCard) -> Which:
    """In which pile a card lies."""
    if card.archived:
        return Which.ARCHIVED
    return Which.HANDED_OVER if card.stage is Stage.HANDED_OVER else Which.OPEN


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the board shows: one pile, of one stage or any, with these letters in the name."""

    which: Which = Which.OPEN
    stage: Stage | None = None
    typed: str = ""

    def takes(self, card: ChildCard) -> bool:
        """True when the card is to be shown."""
        return (
            pile_of(card) is self.which
            and self.stage in (None, card.next_stage)
            and (not self.typed or self._named(card))
        )

    def _named(self, card: ChildCard) -> bool:
        named = fold(f"{card.name} {card.reference}")
        return all(word in named for word in fold(self.typed).split())


def so_far(card: ChildCard) -> str:
    """What is missing at the stage that comes next: "none yet"; "" where nothing is counted."""
    match card.next_stage:
        case Stage.PHOTOS | Stage.FACTS:
            return translate("Board", "none yet")
        case Stage.STORY:
            return translate("Board", "nothing written yet")
        case _:
            return ""


class BoardModel(QAbstractListModel):
    """Every card, in the order in which the caseload gives them. `portrait_wanted` asks for the
    portrait of a card, once, when it is first seen."""

    portrait_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[ChildCard, ...] = ()
        self.wanted = Wanted()
        self._portraits: dict[UUID, QImage] = {}
        self._asked: set[UUID] = set()

    def show(self, cards: Sequence[ChildCard]) -> None:
        """Show these."""
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()

    def show_portrait(self, child: UUID, image: QImage) -> None:
        """A portrait has arrived."""
        self._portraits[child] = image
        for row, card in enumerate(self.cards):
            if card.child == child:
                self.dataChanged.emit(self.index(row), self.index(row), [PORTRAIT])

    def forget(self) -> None:
        """Let go of everything: the window is locked."""
        self._portraits.clear()
        self._asked.clear()
        self.show(())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.cards):
            return None
        card = self.cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return spoken(card)
            case _ if role == CARD:
                return card
            case _ if role == PORTRAIT:
                return self._portrait(card)
            case _:
                return None

    def _portrait(self, card: ChildCard) -> QImage | None:
        if card.portrait is not None and card.portrait not in self._asked:
            self._asked.add(card.portrait)
            self.portrait_wanted.emit(card)
        return self._portraits.get(card.child)


class ColumnModel(QSortFilterProxyModel):
    """The cards of one column."""

    def __init__(self, board: BoardModel, column: Column) -> None:
        super().__init__(board)
        self._board = board
        self._column = column
        self.setSourceModel(board)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002
        card = self._board.cards[row]
        return self._board.wanted.takes(card) and column_of(card) is self._column

    def renew(self) -> None:
        """What the board wants to show has changed."""
        self.beginFilterChange()
        self.endFilterChange()
