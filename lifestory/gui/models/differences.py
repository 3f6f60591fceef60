"""What an archive tells differently, row by row in words, with a tick at what is to be taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from lifestory.app.comparing import Differing
from lifestory.domain.dates import HonestDate, date_in_words
from lifestory.domain.records import Record
from lifestory.gui.models.mentions import plain

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_TICKED, _BARE = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_MOST = 60
"""Letters of a text that are shown; two of them stand side by side."""

_BEFORE = 20
"""Letters that stand before the first difference in a longer text."""

_KINDS = {
    "case": ("The case", "cases"),
    "child": ("The child", "children"),
    "person": ("Person", "people"),
    "relationship": ("Relationship", "relationships"),
    "place": ("Place", "places"),
    "home": ("Home", "homes"),
    "milestone": ("Milestone", "milestones"),
    "fact": ("Fact", "facts"),
    "source": ("Source", "sources"),
    "passage": ("Story", "stories"),
    "words": ("Own words", "own words"),
    "photo": ("Photo", "photos"),
    "original": ("File", "files"),
    "permission": ("Permission", "permissions"),
    "edition": ("Book", "books"),
    "printed-copy": ("Print", "prints"),
}
"""One of a kind, and several, as people say it."""

_FIELDS = {
    "texts": "the words",
    "text": "the words",
    "titles": "the heading",
    "captions": "the caption",
    "alt": "what it shows",
    "when": "the day",
    "taken": "the day",
    "start": "since when",
    "end": "until when",
    "since": "since when",
    "until": "until when",
    "born": "the birthday",
    "born_at": "the time of birth",
    "given": "the first name",
    "surname": "the family name",
    "known_as": "what the book calls them",
    "name": "the name",
    "printed_as": "what the book calls it",
    "people": "who is in it",
    "person": "who it is",
    "photo": "the photo",
    "portrait": "the portrait",
    "covered": "what is hidden in it",
    "edits": "how it is turned and cut",
    "evidence": "how we know",
    "about": "whom it is about",
    "tell_from_age": "from which age it is told",
    "sections": "the pages",
    "stage": "how far the story is",
    "due": "what is due",
    "due_for": "what is due",
    "note": "the note",
    "archived": "whether it is put away",
    "binned": "whether it lies in the bin",
}


def how_many(count: int, kind: str) -> str:
    """ "3 photos", "1 milestone" """
    one, several = _KINDS.get(kind, (kind, kind))
    word = translate("Differences", one).lower() if count == 1 else None
    return f"{count:,} {word or translate('Differences', several)}"


def in_words(differing: Differing) -> str:
    """What it is; then, line by line, how it stands here and how in the archive."""
    kind = translate("Differences", _KINDS.get(differing.mine.kind, (differing.mine.kind, ""))[0])
    name = shortened(_plain(_called(differing.mine) or _called(differing.theirs)))
    lines = dict.fromkeys(_told(differing, field) for field in differing.fields)
    return "\n".join([f"{kind}: {name}" if name else kind, *lines])


def _told(differing: Differing, field: str) -> str:
    mine, theirs = (getattr(one, field) for one in (differing.mine, differing.theirs))
    here, there = _said(mine, theirs)
    what = translate("Differences", _FIELDS.get(field, "something in it"))
    if not here and not there:
        return translate("Differences", "{what}: not the same").format(what=what.capitalize())
    nothing = translate("Differences", "nothing")
    words = translate("Differences", "{what}: here {here}, in the archive {there}")
    return words.format(what=what.capitalize(), here=here or nothing, there=there or nothing)


def _said(mine: object, theirs: object) -> tuple[str, str]:
    """Both as one can read them; empty for what has no words."""
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        for key in (*mine, *theirs):
            if mine.get(key) != theirs.get(key):
                return _said(mine.get(key, ""), theirs.get(key, ""))
    if isinstance(mine, HonestDate) and isinstance(theirs, HonestDate):
        return date_in_words(mine), date_in_words(theirs)
    if isinstance(mine, str) and isinstance(theirs, str):
        one, other = _plain(mine), _plain(theirs)
        start = _begins_to_differ(one, other)
        return _quoted(one, start), _quoted(other, start)
    return "", ""


def _begins_to_differ(one: str, other: str) -> int:
    """Where to begin, so that the difference is seen: the start, or a few words before it."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    if max(len(one), len(other)) <= _MOST or same <= _BEFORE:
        return 0
    return one.rfind(" ", 0, same - _BEFORE) + 1


def _quoted(words: str, start: int) -> str:
    if not words:
        return ""
    return f"“…{shortened(words[start:])}”" if start else f"“{shortened(words)}”"


def _called(record: Record) -> str:
    for field in ("called", "name", "title", "texts", "titles", "text", "captions", "alt", "topic"):
        value = getattr(record, field, "")
        if isinstance(value, Mapping):
            value = next(iter(value.values()), "")
        if isinstance(value, str) and value:
            return value
    return ""


def _plain(words: str) -> str:
    return " ".join(plain(words).split())


def shortened(words: str) -> str:
    """Words of any length as far as a row has room."""
    return words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"


class DifferenceModel(QAbstractListModel):
    """A tick takes the archive's; without one it stays as it is here. `chosen` tells of ticks."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[UUID, str], ...] = ()
        self.theirs: frozenset[UUID] = frozenset()

    def show(self, differing: Sequence[Differing]) -> None:
        """Show these, none of them ticked."""
        self.beginResetModel()
        self._rows = tuple((one.theirs.id, in_words(one)) for one in differing)
        self.theirs = frozenset()
        self.endResetModel()

    def take(self, theirs: Iterable[UUID]) -> None:
        """Tick these and no others."""
        self.theirs = frozenset(theirs)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.chosen.emit()

    @property
    def every(self) -> frozenset[UUID]:
        """The ids of all of them."""
        return frozenset(key for key, _ in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self._rows):
            return Qt.ItemFlag.NoItemFlags
        seen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return seen | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        key, words = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.replace("\n", ". ")
            case Qt.ItemDataRole.CheckStateRole:
                return _TICKED if key in self.theirs else _BARE
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not 0 <= index.row() < len(self._rows):
            return False
        key = {self._rows[index.row()][0]}
        self.take(self.theirs | key if Qt.CheckState(value) is _TICKED else self.theirs - key)
        return True
