"""The story: its outline, the words of one passage as one writes them, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from lifestory.app.facts_behind import Known
from lifestory.app.outline import Chapter, Written
from lifestory.app.reading import measure
from lifestory.app.starters import starters
from lifestory.app.versions import Version
from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui import look
from lifestory.gui.models.life import Life
from lifestory.gui.models.mentions import Names
from lifestory.gui.models.outline import part_word, rows_of
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.places.outline_pane import OutlinePane
from lifestory.gui.places.own_words import OwnWords
from lifestory.gui.places.passage import LEAST_FOR_TWO, PassageEditor, Setting
from lifestory.gui.places.passage_side import PassageSide
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.place import Place

OUTLINE, INSPECTOR = 232, 288
PANES = 3
SETTLE = 80
"""Milliseconds after which the words are counted anew: a keystroke must not wait for it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the story shows: its chapters, whom it can name, the bands its books are for, the
    first of them first, the life it tells, and the parts of the book that words can go to."""

    chapters: tuple[Chapter, ...] = ()
    names: Names = field(default_factory=dict)
    books: tuple[Band, ...] = ()
    life: Life = field(default_factory=Life)
    parts: tuple[Chapter, ...] = ()

    @property
    def begins(self) -> Band:
        """The band to begin in: the one the child reads in today, unless the books are for others:
        a book shows words for its own band or a younger one's."""
        today = self.life.band
        return today if today in self.books or not self.books else self.books[0]


class Story(Place):
    """`edited` carries a Passage or ChildWords before, as it now is, and the group of the change;
    `add_asked` a Band; `page_asked` and `versions_asked` a Passage; `back_asked` a Version;
    `source_named` a Passage and the title of its source; `met` a Named, somebody new;
    `behind_asked` the Passage whose facts one would like to see. `taken_out` carries the words
    that go, `stepped` those and how far they go in the book, `sent` those and the section they
    go to."""

    edited = Signal(object, object, object)
    add_asked = Signal(object)
    words_asked = Signal()
    page_asked = Signal(object)
    versions_asked = Signal(object)
    back_asked = Signal(object)
    taken_out = Signal(object)
    stepped = Signal(object, int)
    sent = Signal(object, object)
    source_named = Signal(object, str)
    met = Signal(object)
    behind_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Story"))
        self.setAccessibleName(self.tr("Story"))
        see = parts.button(self.tr("See the page"), "book-open", "primary")
        see.clicked.connect(lambda: self.page_asked.emit(self.chosen))
        self._words = Words()
        self.pictures = PicturesModel()
        self.outline = OutlinePane()
        self.editor = PassageEditor()
        self.bar.addWidget(self.editor.beside)
        self.set_primary(see)
        self.own = OwnWords(self.pictures)
        self.side = PassageSide()
        self.empty = self._empty()
        self.edge_to_edge()
        self.panes.insertWidget(0, self.outline)
        for part in (self.empty, self.editor, self.own):
            self.work.addWidget(part, 1)
        self.panes.addWidget(self.side)
        for at, stretch in enumerate((0, 1, 0)):
            self.panes.setStretchFactor(at, stretch)
        self.starts_at = self.outline.list
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._listen()
        self._widen()
        self.show_words(self._words)

    def _listen(self) -> None:
        self._settle.timeout.connect(self._count)
        outline, editor, side = self.outline, self.editor, self.side
        outline.chosen_now.connect(self._edit)
        outline.add_asked.connect(self._ask_add)
        outline.words_asked.connect(self.words_asked)
        outline.renamed.connect(self._rename)
        outline.versions_asked.connect(self._ask_versions)
        outline.removed.connect(self._take_out)
        outline.stepped.connect(lambda step: self._place(self.stepped, step))
        outline.sent.connect(lambda section: self._place(self.sent, section))
        editor.edited.connect(self._edited)
        editor.typed.connect(self._settle.start)
        editor.band_chosen.connect(lambda _: self._turn())
        editor.spread.connect(self._make_room)
        editor.met.connect(self.met)
        self.own.edited.connect(self._edited)
        self.own.taken_out.connect(lambda _: self._take_out())
        side.telling.edited.connect(lambda before, after: self._edited(before, after, None))
        side.telling.source_named.connect(lambda said: self.source_named.emit(self.chosen, said))
        side.telling.met.connect(self.met)
        side.telling.taken_out.connect(self._take_out)
        side.versions.looked.connect(lambda version: editor.look_at(version.passage))
        side.versions.wanted.connect(self._go_back)
        side.versions.closed.connect(self._close_versions)
        side.versions_asked.connect(self._ask_versions)
        side.starters_asked.connect(self._offer_starters)
        side.started.connect(editor.sheet.begin_with)
        history = QShortcut(QKeySequence("Ctrl+H"), self, self._ask_versions)
        history.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

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

    # The panes

    def _widths(self) -> tuple[int, int]:
        """Of the panes beside the words: they grow with the text, as far as the words can spare
        it."""
        return min(look.larger(OUTLINE), 288), min(look.larger(INSPECTOR), 336)

    def _widen(self) -> None:
        outline, inspector = self._widths()
        self.outline.setMinimumWidth(outline)
        self.side.setMinimumWidth(inspector)
        self.panes.setSizes([outline, 10_000, inspector])

    def _make_room(self) -> None:
        """Let the panes beside give way to two bands next to each other, first the right one."""
        chosen, two = self.chosen, self.editor.beside.isChecked()
        passage = isinstance(chosen, Passage)
        outline, inspector = self._widths()
        spare = self.panes.width() - (look.larger(LEAST_FOR_TWO) if passage and two else 0)
        self.side.setVisible(passage and outline + inspector <= spare)
        self.outline.setVisible(chosen is not None and outline <= spare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and self.panes.count() == PANES:
            self._widen()
            self._make_room()

    # What it shows

    def show_words(self, words: Words) -> None:
        """Show the story; what is being typed stays as typed."""
        chosen, row = self.chosen, self.outline.list.currentIndex().row()
        began = not self._words.chapters
        self._words = words
        if began:
            self.editor.bands.choose(words.begins)
        self._list()
        passages = [one for one in self.outline.model.written if isinstance(one, Passage)]
        written = sum(bool(text_for(one.texts, Band.ADULT)) for one in passages)
        said = self.tr("{done} of {all} passages written")
        self.count.setText(said.format(done=written, all=len(passages)))
        self.count.setVisible(bool(passages))
        self.outline.settle(chosen.id if chosen else None, row)
        self._edit()

    def _list(self) -> None:
        called = {target: named.called for target, named in self._words.names.items()}
        words = self._words
        rows = rows_of(words.chapters, self.editor.band, called)
        self.outline.show_rows(rows, words.chapters, words.parts)

    @property
    def chosen(self) -> Written | None:
        """What one writes in."""
        return self.outline.chosen

    def choose(self, key: UUID, *, write: bool = False) -> None:
        """Go to a passage or the child's words; with `write`, straight into writing."""
        self.outline.choose(key)
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
        for part in (self.editor, self.side.telling, self.own):
            part.say()

    def show_versions(self, passage: UUID, versions: Sequence[Version]) -> None:
        """Show what the passage was before, if one still writes in it."""
        if self.chosen is not None and self.chosen.id == passage:
            self.side.show_versions(versions)

    def show_behind(self, passage: UUID, known: Sequence[Known]) -> None:
        """Show the facts behind a passage, if one still writes in it."""
        if self.chosen is not None and self.chosen.id == passage:
            self.side.telling.behind.show_facts(known, self._words.life)

    def _edit(self) -> None:
        chosen = self.chosen
        passage = chosen if isinstance(chosen, Passage) else None
        own = chosen if isinstance(chosen, ChildWords) else None
        shown = ((self.empty, chosen is None), (self.editor, passage), (self.own, own))
        for widget, there in shown:
            widget.setVisible(bool(there))
        self._make_room()
        self.editor.beside.setVisible(passage is not None)
        if self.primary:
            self.primary.setVisible(chosen is not None)
        self.own.show_words(own, self._words.life)
        looking = self.side.looked_at
        if looking and passage and looking.passage.id == passage.id:
            return
        self.side.show_telling()
        self.editor.show_passage(passage, self._setting(passage))
        if passage is None:
            self.side.telling.forget()
            return
        words = self._words
        self.side.telling.show_passage(passage, self.editor.band, words.names, words.life)
        self._count()
        self.behind_asked.emit(passage)

    def _setting(self, passage: Passage | None) -> Setting:
        where = ""
        for chapter in self._words.chapters:
            if passage is not None and any(one.id == passage.id for one in chapter.words):
                where = part_word(chapter)
                if chapter.part is not None:
                    where = self.tr("Part: {part}").format(part=where)
        return Setting(self._words.names, frozenset(self._words.books), where)

    def _count(self) -> None:
        self._settle.stop()
        if self.editor.is_pasting:
            self._settle.start()
            return
        self.side.telling.show_measure(measure(self.editor.text.spoken()))

    # What the worker does

    def _edited(self, before: Written, after: Written, group: UUID | None) -> None:
        chapters = tuple(
            replace(one, words=tuple(after if w.id == after.id else w for w in one.words))
            for one in self._words.chapters
        )
        self._words = replace(self._words, chapters=chapters)
        self._list()
        self.edited.emit(before, after, group)

    def _turn(self) -> None:
        self._list()
        self._edit()

    def _ask_add(self) -> None:
        self.add_asked.emit(self.editor.band)

    def _rename(self) -> None:
        heading = self.editor.sheet.heading
        heading.setFocus()
        heading.selectAll()

    def _take_out(self) -> None:
        if self.chosen is not None:
            self.flush()
            self.taken_out.emit(self.chosen)

    def _place(self, said: SignalInstance, where: object) -> None:
        if self.chosen is not None:
            self.flush()
            said.emit(self.chosen, where)

    def _offer_starters(self) -> None:
        sheet = self.editor.sheet
        heading = sheet.heading.spoken() or sheet.heading.placeholderText()
        self.side.offer(starters(heading, self.editor.band))

    def _ask_versions(self) -> None:
        if isinstance(self.chosen, Passage):
            self.flush()
            # The versions stand in the pane that has given way to a second band.
            self.editor.beside.setChecked(False)
            self.versions_asked.emit(self.chosen)

    def _go_back(self, version: Version) -> None:
        self.back_asked.emit(version)
        self._close_versions()

    def _close_versions(self) -> None:
        self.side.show_telling()
        self._edit()
        self.editor.text.setFocus()
