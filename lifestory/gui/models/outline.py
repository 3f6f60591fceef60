"""The story as its outline shows it: parts of the book as headings, their words under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont

from lifestory.app.outline import Chapter, Written
from lifestory.app.reading import measure
from lifestory.app.words import counted, plain, read
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import date_in_words
from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import Passage
from lifestory.gui import look

WRITTEN = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
NO_TITLE = "…"
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or one piece of writing with its title and how many words it has."""

    title: str
    written: Written | None = None
    words: int = 0

    @property
    def count(self) -> str:
        """The number that stands at its end: "38", or "empty"."""
        if self.written is None:
            return ""
        return str(self.words) if self.words else translate("Outline", "empty")


def part_word(chapter: Chapter) -> str:
    """What a part is called: as in the book, else by what it is."""
    words = {
        None: translate("Outline", "Not in a book yet"),
        Part.FRONT: translate("Outline", "Front"),
        Part.PRESENT: translate("Outline", "Now"),
        Part.PAST: translate("Outline", "Before"),
        Part.FUTURE: translate("Outline", "Next"),
        Part.BACK: translate("Outline", "Back"),
    }
    return chapter.title or words[chapter.part]


def title_of(passage: Passage, band: Band, names: Mapping[str, str]) -> str:
    """Its heading for this band, else any it has, else how it begins."""
    title = text_for(passage.titles, band) or text_for(passage.titles, Band.ADULT)
    if words := read(title)[:1]:
        return plain(words, names)
    text = text_for(passage.texts, band) or text_for(passage.texts, Band.ADULT)
    return plain(read(text.partition("\n")[0])[:1], names)


def rows_of(chapters: Sequence[Chapter], band: Band, names: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of the outline for a reader of a band; `names` by the targets of mentions."""
    rows = []
    for chapter in chapters:
        rows.append(Row(part_word(chapter)))
        rows += [_row(one, band, names) for one in chapter.words]
    return tuple(rows)


def _row(written: Written, band: Band, names: Mapping[str, str]) -> Row:
    if isinstance(written, Passage):
        words = _count(text_for(written.texts, band))
        return Row(title_of(written, band, names) or NO_TITLE, written, words)
    said = translate("Outline", "Own words, {when}").format(when=date_in_words(written.said_on))
    return Row(said, written, measure(written.text).words)


@lru_cache(maxsize=4096)
def _count(text: str) -> int:
    return measure(counted(text)).words


class OutlineModel(QAbstractListModel):
    """The rows. Headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    @property
    def written(self) -> tuple[Written, ...]:
        """What there is to write in, in order."""
        return tuple(row.written for row in self.rows if row.written is not None)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these; where only words changed nothing loses its place."""
        before = [row.written.id if row.written else row.title for row in self.rows]
        if before == [row.written.id if row.written else row.title for row in rows]:
            changed = [at for at, row in enumerate(rows) if row != self.rows[at]]
            self.rows = tuple(rows)
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, key: UUID) -> int:
        """Where something stands, -1 when it does not."""
        found = (at for at, row in enumerate(self.rows) if row.written and row.written.id == key)
        return next(found, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self.rows) or self.rows[index.row()].written is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole if row.written is not None:
                count = translate("Outline", "{count} words").format(count=row.words)
                return f"{row.title}, {count if row.words else row.count}"
            case Qt.ItemDataRole.FontRole if row.written is None:
                return look.font(look.MINOR, QFont.Weight.DemiBold)
            case Qt.ItemDataRole.ForegroundRole if row.written is None:
                return look.colour("quiet")
            case Qt.ItemDataRole.SizeHintRole if row.written is None:
                return QSize(0, look.larger(36))
            case _ if role == WRITTEN:
                return row.written
            case _ if role == COUNT:
                return row.count
            case _:
                return None
