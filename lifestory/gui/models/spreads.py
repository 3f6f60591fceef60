"""The pages of a book as pairs that lie open together, under the names of its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.app.arranging_book import blocks_of, page_type
from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan

SPREAD = Qt.ItemDataRole.UserRole + 1
IMAGE = Qt.ItemDataRole.UserRole + 2
NOTES = Qt.ItemDataRole.UserRole + 3
"""How many things on a spread are worth a look."""
BLOCK_MIME = "application/x-lifestory-page"

_HEADING_SAYS = {
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
}  # fmt: skip

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Spread:
    """One or two pages that lie open together; none for a block that makes no page yet, whose id
    and page type then stand in `block` and `called`."""

    plans: tuple[PagePlan, ...]
    block: UUID | None = None
    called: str = ""

    @cached_property
    def key(self) -> str:
        """Names these very pages."""
        return "+".join(plan.digest for plan in self.plans) or f"{self.block}"

    @property
    def numbers(self) -> str:
        """ "12–13", or "1"."""
        return "–".join(str(plan.number) for plan in self.plans)

    @property
    def part(self) -> str:
        """The part of the book in which it begins; empty before the first."""
        return self.plans[0].part if self.plans else ""

    @property
    def title(self) -> str:
        """What begins here."""
        titles = " · ".join(dict.fromkeys(plan.title for plan in self.plans if plan.title))
        return titles or self.called

    @property
    def blocks(self) -> tuple[UUID, ...]:
        """The blocks whose pages these are, in order."""
        if not self.plans:
            return (self.block,) if self.block else ()
        return tuple(dict.fromkeys(UUID(plan.block) for plan in self.plans if plan.block))


def spreads_of(plans: Sequence[PagePlan]) -> tuple[Spread, ...]:
    """A left page and the right one beside it make a spread; any other stands alone."""
    spreads: list[Spread] = []
    for plan in plans:
        before = spreads[-1].plans if spreads else ()
        if plan.side == "right" and len(before) == 1 and before[0].side == "left":
            spreads[-1] = Spread((*before, plan))
        else:
            spreads.append(Spread((plan,)))
    return tuple(spreads)


def with_empty_pages(spreads: Sequence[Spread], edition: Edition) -> tuple[Spread, ...]:
    """The spreads, and where they belong those blocks that make no page yet."""
    found = list(spreads)
    seat = 0
    for block in blocks_of(edition):
        rows = [row for row, spread in enumerate(found) if block.id in spread.blocks]
        if not rows:
            found.insert(seat, Spread((), block.id, page_type(block.page_type).called))
        seat = rows[-1] + 1 if rows else seat + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Row:
    spread: Spread | None
    heading: str = field(default="")


class SpreadModel(QAbstractListModel):
    """The spreads with their small pictures, a heading over each part. `wanted` asks for a small
    picture, once; `moved` carries a block and the one it was dropped before, or None."""

    wanted = Signal(object)
    moved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.spreads: tuple[Spread, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._notes: Mapping[str, int] = {}

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return sum(len(spread.plans) for spread in self.spreads)

    def show(self, spreads: Sequence[Spread], notes: Mapping[str, int] | None = None) -> None:
        """Show these; a small picture is kept while its pages stay as they are. `notes` says by
        its key how much on a spread is worth a look."""
        self._notes = notes or {}
        keys = {spread.key for spread in spreads}
        kept = {key: image for key, image in self._images.items() if key in keys}
        if [one.key for one in spreads] == [one.key for one in self.spreads]:
            return
        self.beginResetModel()
        self.spreads = tuple(spreads)
        self._rows = tuple(_with_headings(spreads))
        self._images = kept
        self._asked = set(kept)
        self.endResetModel()

    def row_of(self, spread: Spread) -> int:
        """The row of a spread, headings counted; -1 when it is not there."""
        keys = [one.spread.key if one.spread else "" for one in self._rows]
        return keys.index(spread.key) if spread.key in keys else -1

    def put(self, spread: Spread, image: QImage) -> None:
        """A small picture has arrived."""
        for row, one in enumerate(self._rows):
            if one.spread is not None and one.spread.key == spread.key:
                self._images[spread.key] = image
                self.dataChanged.emit(self.index(row), self.index(row), [IMAGE])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if row.spread is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if row.spread is None:
            return row.heading if role in _HEADING_SAYS else None
        spread = row.spread
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return spread.numbers or spread.called
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return _spoken(spread, self._notes.get(spread.key, 0))
            case _ if role == NOTES:
                return self._notes.get(spread.key, 0)
            case _ if role == SPREAD:
                return spread
            case _ if role == IMAGE:
                return self._image(spread)
            case _:
                return None

    def mimeTypes(self) -> list[str]:
        return [BLOCK_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        for index in indexes:
            spread = index.data(SPREAD)
            if isinstance(spread, Spread) and (block := self.begun(spread)):
                carried.setData(BLOCK_MIME, QByteArray(str(block).encode()))
        return carried

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        if not data.hasFormat(BLOCK_MIME):
            return False
        block = UUID(bytes(data.data(BLOCK_MIME).data()).decode())
        at = parent.row() if parent.isValid() else row
        below = self._rows[at:] if at >= 0 else ()
        begun = (self.begun(one.spread) for one in below if one.spread is not None)
        self.moved.emit(block, next((one for one in begun if one), None))
        return False  # nothing is taken out of this list: it is shown anew once it is written

    def begun(self, spread: Spread) -> UUID | None:
        """The block that begins on a spread, else the one that goes on there."""
        for block in spread.blocks:
            first = next((one for one in self.spreads if block in one.blocks), None)
            if first is not None and first.key == spread.key:
                return block
        return spread.blocks[0] if spread.blocks else None

    def _image(self, spread: Spread) -> QImage | None:
        if spread.plans and spread.key not in self._asked:
            self._asked.add(spread.key)
            self.wanted.emit(spread)
        return self._images.get(spread.key)


def _with_headings(spreads: Sequence[Spread]) -> list[_Row]:
    rows: list[_Row] = []
    part = ""
    for spread in spreads:
        if spread.plans and spread.part != part:
            part = spread.part
            if part:
                rows.append(_Row(None, part))
        rows.append(_Row(spread))
    return rows


def _spoken(spread: Spread, notes: int) -> str:
    if not spread.plans:
        return translate("Spreads", "{called}, no page yet").format(called=spread.called)
    pages = translate("Spreads", "Pages {numbers}").format(numbers=spread.numbers)
    look = translate("Spreads", "worth a look: {count}").format(count=notes) if notes else ""
    return ", ".join(one for one in (pages, spread.title, look) if one)
