"""The story's outline: its passages in the order of the book, and what one can do to one of them
without writing in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QVBoxLayout

from lifestory.app.outline import Chapter, Written
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui.models.outline import WRITTEN, OutlineModel, Row, part_word
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.outline_row import OutlineDelegate


class OutlinePane(QFrame):
    """`add_asked` and `words_asked` ask for something new to write in; `chosen_now` says that one
    writes in something else. Of what is chosen, `stepped` carries how far it goes in the book,
    `sent` the id of the section it goes to; `renamed`, `versions_asked` and `removed` nothing."""

    add_asked = Signal()
    words_asked = Signal()
    chosen_now = Signal()
    stepped = Signal(int)
    sent = Signal(object)
    renamed = Signal()
    versions_asked = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "list")
        self._parts: tuple[Chapter, ...] = ()
        self._within: dict[UUID, UUID | None] = {}
        self.model = OutlineModel()
        self.menu = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        self.list = _List(self)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen_now.emit())
        column.addWidget(self.list, 1)
        add = parts.button(self.tr("Add a passage"), "plus", "link")
        add.clicked.connect(self.add_asked)
        own = parts.button(self.tr("Add own words"), "quote", "link")
        own.setToolTip(self.tr("Words of the child, printed just as they were said"))
        own.clicked.connect(self.words_asked)
        for button in (add, own):
            row = QHBoxLayout()
            row.setContentsMargins(20, 0, 16, 0)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    @property
    def chosen(self) -> Written | None:
        """What one writes in."""
        found = self.list.currentIndex().data(WRITTEN)
        return found if isinstance(found, Passage | ChildWords) else None

    def show_rows(
        self, rows: Sequence[Row], chapters: Sequence[Chapter], into: Sequence[Chapter]
    ) -> None:
        """Show these, of those chapters; `into` are the parts of the book words can go to."""
        self._parts = tuple(into)
        self._within = {one.id: chapter.section for chapter in chapters for one in chapter.words}
        self.model.show(rows)
        if not rows:
            self.menu.clear()

    def settle(self, key: UUID | None, row: int) -> None:
        """Choose what was chosen; has it gone, what now stands in its row or just before it."""
        at = self.model.row_of(key) if key else -1
        if at < 0 and self.model.written:
            rows = range(len(self.model.rows))
            written = [n for n in rows if self.model.rows[n].written is not None]
            near = [n for n in written if n <= max(row, 0)] if row >= 0 else []
            same = [row] if row in written else []
            at = (*same, *reversed(near), *written)[0]
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))

    def choose(self, key: UUID) -> None:
        """Go to something."""
        at = self.model.row_of(key)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
            self.list.scrollTo(self.model.index(at))

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with what is chosen. `at` is a place in the list."""
        chosen = self.chosen
        if chosen is None:
            return
        self.menu.clear()
        told = isinstance(chosen, Passage)
        if told:
            self._add(self.tr("Rename"), "F2", self.renamed.emit)
        self._add(self.tr("Earlier in the book"), "Alt+Up", partial(self.stepped.emit, -1))
        self._add(self.tr("Later in the book"), "Alt+Down", partial(self.stepped.emit, +1))
        for part in self._parts:
            if part.section == self._within.get(chosen.id):
                continue
            words = self.tr("Put in “{part}”").format(part=part_word(part))
            self._add(words, "", partial(self.sent.emit, part.section))
        self.menu.addSeparator()
        if told:
            self._add(self.tr("Versions"), "Ctrl+H", self.versions_asked.emit)
        self._add(self.tr("Take out"), "Del", self.removed.emit)
        self.menu.popup(self.list.viewport().mapToGlobal(at))

    def _add(self, words: str, key: str, act: object) -> None:
        action = QAction(words.replace("&", "&&"), self.menu)
        # It is told here and heard by the list: two that hear the same key hear nothing.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: act())  # type: ignore[operator]
        self.menu.addAction(action)


class _List(QListView):
    """The rows, with their keys."""

    def __init__(self, pane: OutlinePane) -> None:
        super().__init__()
        self._pane = pane
        self.setProperty("part", "rows")
        self.setAccessibleName(self.tr("Passages"))
        self.setItemDelegate(OutlineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        pane = self._pane
        match event.key():
            case Qt.Key.Key_Up if alt:
                pane.stepped.emit(-1)
            case Qt.Key.Key_Down if alt:
                pane.stepped.emit(+1)
            case Qt.Key.Key_Delete if pane.chosen is not None:
                pane.removed.emit()
            case Qt.Key.Key_F2 if isinstance(pane.chosen, Passage):
                pane.renamed.emit()
            case _:
                super().keyPressEvent(event)

    def _open_menu(self, at: QPoint) -> None:
        row = self.visualRect(self.currentIndex())
        # The menu key asks in the middle of the list.
        self._pane.open_menu(at if self.indexAt(at) == self.currentIndex() else row.center())
