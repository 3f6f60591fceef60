"""The story: its passages, and the words of one for each band of readers, saved as one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import Passage
from lifestory.gui.models.mentions import Targets, plain
from lifestory.gui.places.milestone import band_word
from lifestory.gui.places.passage import PassageEditor
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.place import Place

Index = QModelIndex | QPersistentModelIndex
PASSAGE = Qt.ItemDataRole.UserRole + 1
NO_TITLE = "…"


@dataclass(frozen=True, slots=True)
class Words:
    """What the story shows: passages in order, and the mentions the case knows."""

    passages: tuple[Passage, ...] = ()
    mentions: Targets = field(default_factory=dict)


def title_of(passage: Passage, band: Band) -> str:
    """Its heading for this band, else any it has, else how it begins."""
    title = text_for(passage.titles, band) or text_for(passage.titles, Band.ADULT)
    return plain(title or text_for(passage.texts, Band.ADULT).partition("\n")[0])


def word_count(text: str) -> int:
    """How many words a reader reads."""
    return len(plain(text).split())


class PassageModel(QAbstractListModel):
    """The passages with their titles."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: tuple[Passage, ...] = ()
        self.band = Band.FIRST_READER

    def show(self, passages: Sequence[Passage], band: Band) -> None:
        """Show these; where only words changed nothing loses its place."""
        same = [one.id for one in passages] == [one.id for one in self.passages]
        self.band = band
        if same and passages:
            self.passages = tuple(passages)
            self.dataChanged.emit(self.index(0), self.index(len(passages) - 1))
            return
        self.beginResetModel()
        self.passages = tuple(passages)
        self.endResetModel()

    def row_of(self, key: UUID) -> int:
        """Where a passage stands, -1 when it does not."""
        return next((at for at, one in enumerate(self.passages) if one.id == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.passages):
            return None
        passage = self.passages[index.row()]
        title = title_of(passage, self.band) or NO_TITLE
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                count = word_count(text_for(passage.texts, self.band))
                return self.tr("{title}, {count} words").format(title=title, count=count)
            case _ if role == PASSAGE:
                return passage
            case _:
                return None


class Story(Place):
    """Says what a passage now is, that one is to be added, or that its page is to be seen.
    `edited` and `page_asked` carry a Passage, `add_asked` a Band."""

    edited = Signal(object)
    add_asked = Signal(object)
    page_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Story"))
        self.setAccessibleName(self.tr("Story"))
        see = parts.button(self.tr("See the page"), "book-open", "primary")
        see.clicked.connect(lambda: self.page_asked.emit(self.chosen))
        self.set_primary(see)
        self._words = Words()
        self.model = PassageModel()
        self.editor = PassageEditor()
        self.editor.edited.connect(self._edited)
        self.editor.band_chosen.connect(lambda _: self._count())
        self.editor.typed.connect(self._count)
        self.edge_to_edge()
        self.panes.insertWidget(0, self._outline())
        self.empty = self._empty()
        self.work.addWidget(self.empty, 1)
        self.work.addWidget(self.editor, 1)
        self._add_meter()
        self.panes.setSizes([232, 10_000, 264])
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.starts_at = self.list
        self.show_words(self._words)

    def _outline(self) -> QWidget:
        side = parts.panel("list")
        side.setMinimumWidth(232)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 12, 0, 12)
        self.list = QListView()
        self.list.setProperty("part", "rows")
        self.list.setAccessibleName(self.tr("Passages"))
        self.list.setModel(self.model)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._edit())
        column.addWidget(self.list, 1)
        add = parts.button(self.tr("Add a passage"), "plus", "link")
        add.clicked.connect(self._ask_add)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 16, 0)
        row.addWidget(add)
        row.addStretch(1)
        column.addLayout(row)
        return side

    def _empty(self) -> Empty:
        first = parts.button(self.tr("Start with About me"), "pen-line", "primary", "large")
        first.clicked.connect(self._ask_add)
        return Empty(
            self.tr("The words of the book go here"),
            self.tr(
                "One passage for each page. Write for the child who reads it now; a version for "
                "an older reader can stand beside it."
            ),
            first,
        )

    def _add_meter(self) -> None:
        column = self.inspector(264)
        self.reader = parts.label(kind="title")
        self.count_words = parts.label(kind="hero")
        self.longest = parts.label(tone="quiet", wrap=True)
        self.borrowed = parts.label(tone="look", wrap=True)
        column.addWidget(self.reader)
        says = self.tr("Saved as you write. Square brackets name someone: [Gran].")
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("Words"), "field", "quiet"))
        column.addWidget(self.count_words)
        column.addWidget(self.longest)
        column.addSpacing(8)
        column.addWidget(self.borrowed)
        column.addStretch(1)

    def show_words(self, words: Words) -> None:
        """Show the story; what is being typed stays as typed."""
        chosen = self.chosen
        self._words = words
        self.model.show(words.passages, self.editor.band)
        written = sum(bool(text_for(one.texts, Band.ADULT)) for one in words.passages)
        said = self.tr("{done} of {all} passages written")
        self.count.setText(said.format(done=written, all=len(words.passages)))
        self.count.setVisible(bool(words.passages))
        at = self.model.row_of(chosen.id) if chosen else -1
        if words.passages:
            self.list.setCurrentIndex(self.model.index(max(0, at)))
        self._edit()

    @property
    def chosen(self) -> Passage | None:
        """The passage one writes."""
        passage = self.list.currentIndex().data(PASSAGE)
        return passage if isinstance(passage, Passage) else None

    def choose(self, key: UUID, *, write: bool = False) -> None:
        """Go to a passage; with `write`, straight into its title."""
        at = self.model.row_of(key)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
        if write:
            self.editor.title.setFocus()

    def flush(self) -> None:
        """Say what was typed."""
        self.editor.say()

    def _edit(self) -> None:
        chosen = self.chosen
        for widget, shown in ((self.empty, chosen is None), (self.editor, chosen is not None)):
            widget.setVisible(shown)
        for at in (0, 2):
            self.pane(at).setVisible(chosen is not None)
        if self.primary:
            self.primary.setVisible(chosen is not None)
        if chosen is not None:
            self.editor.show_passage(chosen, self._words.mentions)
            self._count()

    def _edited(self, passage: Passage) -> None:
        kept = (passage if one.id == passage.id else one for one in self._words.passages)
        self._words = replace(self._words, passages=tuple(kept))
        self.model.show(self._words.passages, self.editor.band)
        self.edited.emit(passage)

    def _ask_add(self) -> None:
        self.add_asked.emit(self.editor.band)

    def _count(self) -> None:
        band, text = self.editor.band, self.editor.text.toPlainText()
        self.model.band = band
        self.reader.setText(self.tr("A reader of {band}").format(band=band_word(band)))
        self.count_words.setText(str(word_count(text)))
        longest = max((len(one.split()) for one in _sentences(text)), default=0)
        self.longest.setText(self.tr("Longest sentence: {count}").format(count=longest))
        said = self.tr("No words for this band yet; the book uses the nearest younger ones.")
        empty = not text.strip() and self.chosen is not None
        younger = text_for(self.chosen.texts, band) if empty and self.chosen else ""
        self.borrowed.setText(said if younger else "")


def _sentences(text: str) -> list[str]:
    for mark in "!?\n":
        text = text.replace(mark, ".")
    return plain(text).split(".")
