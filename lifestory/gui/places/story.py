"""The story: its outline, the words of one passage as one writes them, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.outline import Chapter, Written
from lifestory.app.reading import measure
from lifestory.app.versions import Version
from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui import look
from lifestory.gui.models.life import Life
from lifestory.gui.models.mentions import Names
from lifestory.gui.models.outline import WRITTEN, OutlineModel, part_word, rows_of
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.places.own_words import OwnWords
from lifestory.gui.places.passage import PassageEditor, Setting
from lifestory.gui.places.telling import Telling
from lifestory.gui.places.versions import Versions
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.outline_row import OutlineDelegate
from lifestory.gui.widgets.place import Place

OUTLINE, INSPECTOR = 232, 288
PANES = 3
SETTLE = 80
"""Milliseconds after which the words are counted anew: a keystroke must not wait for it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the story shows: its chapters, whom it can name, the bands its books are for, the
    first of them first, and the life it tells."""

    chapters: tuple[Chapter, ...] = ()
    names: Names = field(default_factory=dict)
    books: tuple[Band, ...] = ()
    life: Life = field(default_factory=Life)


class Story(Place):
    """`edited` carries a Passage or ChildWords before, as it now is, and the group of the change;
    `add_asked` a Band; `page_asked` and `versions_asked` a Passage; `back_asked` a Version;
    `taken_out` the ChildWords that go; `source_named` a Passage and the title of its source."""

    edited = Signal(object, object, object)
    add_asked = Signal(object)
    words_asked = Signal()
    page_asked = Signal(object)
    versions_asked = Signal(object)
    back_asked = Signal(object)
    taken_out = Signal(object)
    source_named = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Story"))
        self.setAccessibleName(self.tr("Story"))
        see = parts.button(self.tr("See the page"), "book-open", "primary")
        see.clicked.connect(lambda: self.page_asked.emit(self.chosen))
        self.set_primary(see)
        self._words = Words()
        self.model = OutlineModel()
        self.pictures = PicturesModel()
        self.editor = PassageEditor()
        self.own = OwnWords(self.pictures)
        self.telling = Telling()
        self.versions = Versions()
        self.empty = self._empty()
        self.edge_to_edge()
        self.panes.insertWidget(0, self._outline())
        for part in (self.empty, self.editor, self.own):
            self.work.addWidget(part, 1)
        self._add_inspector()
        for at, stretch in enumerate((0, 1, 0)):
            self.panes.setStretchFactor(at, stretch)
        self._widen()
        self.starts_at = self.list
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._listen()
        self.show_words(self._words)

    def _listen(self) -> None:
        self._settle.timeout.connect(self._count)
        self.editor.edited.connect(self._edited)
        self.editor.typed.connect(self._settle.start)
        self.editor.band_chosen.connect(lambda _: self._turn())
        self.own.edited.connect(self._edited)
        self.own.taken_out.connect(self.taken_out)
        self.telling.edited.connect(lambda before, after: self._edited(before, after, None))
        self.telling.source_named.connect(lambda name: self.source_named.emit(self.chosen, name))
        self.versions.looked.connect(self._look)
        self.versions.wanted.connect(self._go_back)
        self.versions.closed.connect(self._close_versions)
        history = QShortcut(QKeySequence("Ctrl+H"), self, self._ask_versions)
        history.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _outline(self) -> QWidget:
        side = parts.panel("list")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 12)
        self.list = QListView()
        self.list.setProperty("part", "rows")
        self.list.setAccessibleName(self.tr("Passages"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(OutlineDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._edit())
        column.addWidget(self.list, 1)
        add = parts.button(self.tr("Add a passage"), "plus", "link")
        add.clicked.connect(self._ask_add)
        own = parts.button(self.tr("Add own words"), "quote", "link")
        own.setToolTip(self.tr("Words of the child, printed just as they were said"))
        own.clicked.connect(self.words_asked)
        for button in (add, own):
            row = QHBoxLayout()
            row.setContentsMargins(20, 0, 16, 0)
            row.addWidget(button)
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

    def _add_inspector(self) -> None:
        side = parts.panel("side")
        self.panes.addWidget(side)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.telling)
        told = QWidget()
        inner = QVBoxLayout(told)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(scroll, 1)
        inner.addWidget(parts.rule())
        history = parts.button(self.tr("Versions"), "history")
        history.setToolTip(self.tr("What this passage was before (Ctrl+H)"))
        history.clicked.connect(self._ask_versions)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.addWidget(history)
        foot.addStretch(1)
        inner.addLayout(foot)
        self.beside = QStackedWidget()
        self.beside.addWidget(told)
        self.beside.addWidget(self.versions)
        column.addWidget(self.beside, 1)

    def _widen(self) -> None:
        """Let the panes beside the words grow with the text, as far as the words can spare it."""
        outline, inspector = min(look.larger(OUTLINE), 288), min(look.larger(INSPECTOR), 336)
        self.pane(0).setMinimumWidth(outline)
        self.pane(2).setMinimumWidth(inspector)
        self.panes.setSizes([outline, 10_000, inspector])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and self.panes.count() == PANES:
            self._widen()

    def show_words(self, words: Words) -> None:
        """Show the story; what is being typed stays as typed."""
        chosen, began = self.list.currentIndex().data(WRITTEN), not self._words.chapters
        self._words = words
        if began and words.books:
            self.editor.bands.choose(words.books[0])
        self._list()
        passages = [one for one in self.model.written if isinstance(one, Passage)]
        written = sum(bool(text_for(one.texts, Band.ADULT)) for one in passages)
        said = self.tr("{done} of {all} passages written")
        self.count.setText(said.format(done=written, all=len(passages)))
        self.count.setVisible(bool(passages))
        at = self.model.row_of(chosen.id) if chosen else -1
        if self.model.written:
            first = self.model.row_of(self.model.written[0].id)
            self.list.setCurrentIndex(self.model.index(at if at >= 0 else first))
        self._edit()

    def _list(self) -> None:
        called = {target: named.called for target, named in self._words.names.items()}
        self.model.show(rows_of(self._words.chapters, self.editor.band, called))

    @property
    def chosen(self) -> Written | None:
        """What one writes in."""
        found = self.list.currentIndex().data(WRITTEN)
        return found if isinstance(found, Passage | ChildWords) else None

    def choose(self, key: UUID, *, write: bool = False) -> None:
        """Go to a passage or the child's words; with `write`, straight into writing."""
        at = self.model.row_of(key)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
            self.list.scrollTo(self.model.index(at))
        if write:
            match self.chosen:
                case ChildWords():
                    self.own.text.setFocus()
                case Passage(titles=titles) if any(titles.values()):
                    self.editor.text.setFocus()
                case _:
                    self.editor.sheet.heading.setFocus()

    def flush(self) -> None:
        """Say what was typed."""
        for part in (self.editor, self.telling, self.own):
            part.say()

    def show_versions(self, passage: UUID, versions: Sequence[Version]) -> None:
        """Show what the passage was before, if one still writes in it."""
        if self.chosen is not None and self.chosen.id == passage:
            self.beside.setCurrentWidget(self.versions)
            self.versions.show_versions(versions)

    def _edit(self) -> None:
        chosen = self.chosen
        passage = chosen if isinstance(chosen, Passage) else None
        own = chosen if isinstance(chosen, ChildWords) else None
        shown = ((self.empty, chosen is None), (self.editor, passage), (self.own, own))
        for widget, there in shown:
            widget.setVisible(bool(there))
        self.pane(0).setVisible(chosen is not None)
        self.pane(2).setVisible(passage is not None)
        if self.primary:
            self.primary.setVisible(chosen is not None)
        self.own.show_words(own, self._words.life)
        looking = self.versions.chosen if self.beside.currentWidget() is self.versions else None
        if looking and passage and looking.passage.id == passage.id:
            return
        self.beside.setCurrentIndex(0)
        self.versions.model.show(())
        self.editor.show_passage(passage, self._setting(passage))
        if passage is not None:
            words = self._words
            self.telling.show_passage(passage, self.editor.band, words.names, words.life)
            self._count()

    def _setting(self, passage: Passage | None) -> Setting:
        where = ""
        for chapter in self._words.chapters:
            if passage is not None and any(one.id == passage.id for one in chapter.words):
                where = part_word(chapter)
                if chapter.part is not None:
                    where = self.tr("Part: {part}").format(part=where)
        return Setting(self._words.names, frozenset(self._words.books), where)

    def _edited(self, before: Written, after: Written, group: UUID | None) -> None:
        chapters = tuple(
            Chapter(one.part, one.title, tuple(after if w.id == after.id else w for w in one.words))
            for one in self._words.chapters
        )
        words = self._words
        self._words = Words(chapters, words.names, words.books, words.life)
        self._list()
        self.edited.emit(before, after, group)

    def _turn(self) -> None:
        self._list()
        self._edit()

    def _ask_add(self) -> None:
        self.add_asked.emit(self.editor.band)

    def _ask_versions(self) -> None:
        if isinstance(self.chosen, Passage):
            self.flush()
            self.versions_asked.emit(self.chosen)

    def _look(self, version: Version) -> None:
        self.editor.look_at(version.passage)

    def _go_back(self, version: Version) -> None:
        self.back_asked.emit(version)
        self._close_versions()

    def _close_versions(self) -> None:
        self.beside.setCurrentIndex(0)
        self._edit()
        self.editor.text.setFocus()

    def _count(self) -> None:
        self._settle.stop()
        self.telling.show_measure(measure(self.editor.text.spoken()))
