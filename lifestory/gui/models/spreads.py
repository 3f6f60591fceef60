"""The pages of a book as pairs that lie open together, under the names of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
PART = Qt.ItemDataRole.UserRole + 4
"""The id of the section a row belongs to; of a heading, the section it is the name of."""
APART = Qt.ItemDataRole.UserRole + 5
"""What other editions have at a spread, a sentence each."""
BLOCK_MIME = "application/x-lifestory-page"
PART_MIME = "application/x-lifestory-part"

_HEADING_SAYS = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}

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
    section: UUID | None = None


class SpreadModel(QAbstractListModel):
    """The spreads with their small pictures, a heading over each part. `wanted` asks for a small
    picture, once; `moved` carries a block and the one it was dropped before, or None; `moved_to`
    a block and the section at whose end it was dropped; `part_moved` a section and the one it was
    dropped before, or None."""

    wanted = Signal(object)
    moved = Signal(object, object)
    moved_to = Signal(object, object)
    part_moved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.spreads: tuple[Spread, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._notes: Mapping[str, int] = {}
        self._sections: Mapping[UUID, UUID] = {}
        self._apart: Mapping[str, Sequence[str]] = {}

    def tell_apart(self, apart: Mapping[str, Sequence[str]]) -> None:
        """What other editions have besides, by the key of a spread, a sentence each."""
        if apart != self._apart:
            self._apart = apart
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [APART])

    def tell_parts(self, edition: Edition) -> None:
        """Whose pages are shown: each block belongs to a section."""
        self._sections = {
            block.id: section.id for section in edition.sections for block in section.blocks
        }

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return sum(len(spread.plans) for spread in self.spreads)

    def show(self, spreads: Sequence[Spread], notes: Mapping[str, int] | None = None) -> None:
        """Show these; a small picture is kept while its pages stay as they are. `notes` says by
        its key how much on a spread is worth a look."""
        before, self._notes = self._notes, notes or {}
        keys = {spread.key for spread in spreads}
        kept = {key: image for key, image in self._images.items() if key in keys}
        if [one.key for one in spreads] == [one.key for one in self.spreads]:
            if self._notes != before:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [NOTES])
            return
        self.beginResetModel()
        self.spreads = tuple(spreads)
        self._rows = tuple(self._with_headings(spreads))
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
        if role == PART:
            return row.section
        if row.spread is None and role == Qt.ItemDataRole.ToolTipRole:
            return translate("Spreads", "Drag the part to another place, or Alt+Shift+Up or Down")
        if row.spread is None:
            return row.heading if role in _HEADING_SAYS else None
        spread = row.spread
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return spread.numbers or spread.called
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                said = (_spoken(spread, self._notes.get(spread.key, 0)), *self._apart_on(spread))
                return "\n".join(said)
            case _ if role == APART:
                return self._apart_on(spread)
            case _ if role == NOTES:
                return self._notes.get(spread.key, 0)
            case _ if role == SPREAD:
                return spread
            case _ if role == IMAGE:
                return self._image(spread)
            case _:
                return None

    def mimeTypes(self) -> list[str]:
        return [BLOCK_MIME, PART_MIME]

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
        inside = parent.isValid()
        at = parent.row() if inside else (row if row >= 0 else len(self._rows))
        if data.hasFormat(PART_MIME):
            self._drop_part(_carried(data, PART_MIME), at)
        elif data.hasFormat(BLOCK_MIME):
            self._drop_page(_carried(data, BLOCK_MIME), at, inside=inside)
        return False  # nothing is taken out of this list: it is shown anew once it is written

    def _drop_page(self, block: UUID, at: int, *, inside: bool) -> None:
        """Between the last page of a part and the name of the next it is still in the first."""
        above = self._rows[at - 1].section if 0 < at <= len(self._rows) else None
        ends = at == len(self._rows) or (self._rows[at].spread is None and not inside)
        if ends and above is not None:
            self.moved_to.emit(block, above)
            return
        begun = (self.begun(one.spread) for one in self._rows[at:] if one.spread is not None)
        self.moved.emit(block, next((one for one in begun if one), None))

    def _drop_part(self, section: UUID, at: int) -> None:
        """Before the part whose name or page it is let go on; at the end below them all."""
        self.part_moved.emit(section, self._rows[at].section if at < len(self._rows) else None)

    def part_mime(self, section: UUID) -> QMimeData:
        """A part in the hand."""
        carried = QMimeData()
        carried.setData(PART_MIME, QByteArray(str(section).encode()))
        return carried

    def begun(self, spread: Spread) -> UUID | None:
        """The block that begins on a spread, else the one that goes on there."""
        for block in spread.blocks:
            first = next((one for one in self.spreads if block in one.blocks), None)
            if first is not None and first.key == spread.key:
                return block
        return spread.blocks[0] if spread.blocks else None

    def _with_headings(self, spreads: Sequence[Spread]) -> Iterator[_Row]:
        part, section = "", None
        for spread in spreads:
            section = next((self._sections.get(one) for one in spread.blocks), section)
            if spread.plans and spread.part != part:
                part = spread.part
                if part:
                    yield _Row(None, part, section)
            yield _Row(spread, section=section)

    def _apart_on(self, spread: Spread) -> Sequence[str]:
        return self._apart.get(spread.key, ())

    def _image(self, spread: Spread) -> QImage | None:
        if spread.plans and spread.key not in self._asked:
            self._asked.add(spread.key)
            self.wanted.emit(spread)
        return self._images.get(spread.key)


def _carried(data: QMimeData, mime: str) -> UUID:
    return UUID(bytes(data.data(mime).data()).decode())


def _spoken(spread: Spread, notes: int) -> str:
    if not spread.plans:
        return translate("Spreads", "{called}, no page yet").format(called=spread.called)
    pages = translate("Spreads", "Pages {numbers}").format(numbers=spread.numbers)
    look = translate("Spreads", "worth a look: {count}").format(count=notes) if notes else ""
    return ", ".join(one for one in (pages, spread.title, look) if one)
